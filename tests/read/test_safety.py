import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from indh_me.errors import InvalidFileError
from indh_me.read.safety import LARGEST_TOML, read_text
from refusals import refusal

LIMIT = 100
SUPERUSER, NOBODY = 0, 65534


def test_text_is_read(tmp_path: Path) -> None:
    """A text file is read whole, up to the limit, without its byte order mark."""
    file = tmp_path / "a.txt"
    file.write_text("é" * 48, encoding="utf-8-sig")

    assert "é" * 48 == read_text(file, LIMIT)


def test_file_that_is_too_large(tmp_path: Path) -> None:
    """A file over the limit is refused, with the limit and a way out."""
    file = tmp_path / "framework.toml"
    with file.open("wb") as stream:
        stream.truncate(40 * 1024 * 1024)

    fault = refusal(lambda: read_text(file, LARGEST_TOML), InvalidFileError)

    assert "framework.toml is over the limit of 32 MiB" == fault.what
    assert "CSV files" in fault.mend


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless device")
def test_device_that_never_ends() -> None:
    """A device that never ends is read no further than the limit."""
    fault = refusal(lambda: read_text(Path("/dev/zero"), LIMIT), InvalidFileError)

    assert fault.what.startswith("zero is over the limit")


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is refused with its path."""
    file = tmp_path / "none.toml"
    fault = refusal(lambda: read_text(file, LIMIT), InvalidFileError)

    assert ("none.toml does not exist", str(file)) == (fault.what, fault.where.file)
    assert "spelling" in fault.mend


def test_folder(tmp_path: Path) -> None:
    """A folder is refused as what it is."""
    fault = refusal(lambda: read_text(tmp_path, LIMIT), InvalidFileError)

    assert f"{tmp_path.name} is a folder, not a file" == fault.what


def test_folder_that_answers_as_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder is told as one though the system only says that it may not be read."""

    def deny(*_args: object, **_kwargs: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    fault = refusal(lambda: read_text(tmp_path, LIMIT), InvalidFileError)

    assert f"{tmp_path.name} is a folder, not a file" == fault.what


def test_name_that_no_file_can_have() -> None:
    """A path with a character that no file system takes is refused as such."""
    fault = refusal(lambda: read_text(Path("a\0b"), LIMIT), InvalidFileError)

    assert "has no possible name" in fault.what


@pytest.fixture
def no_superuser() -> Iterator[Path]:
    """Lend a folder, and take the superuser's rights away meanwhile: nothing is closed to them."""
    if not hasattr(os, "seteuid"):
        pytest.skip("this system has no rights that could be taken away")
    was = os.geteuid()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        os.seteuid(NOBODY if was == SUPERUSER else was)
        try:
            yield Path(folder)
        finally:
            os.seteuid(was)


def test_file_that_may_not_be_read(no_superuser: Path) -> None:
    """A file that the user may not read is refused with the system's own words."""
    file = no_superuser / "secret.toml"
    file.write_text("", encoding="utf-8")
    file.chmod(0)
    fault = refusal(lambda: read_text(file, LIMIT), InvalidFileError)

    assert "secret.toml cannot be read: Permission denied" == fault.what
    assert "you may read" in fault.mend


def test_file_that_is_not_utf8(tmp_path: Path) -> None:
    """A file in another encoding is refused with the line on which that shows."""
    file = tmp_path / "a.csv"
    file.write_bytes("code\nfin\né".encode("latin-1"))
    fault = refusal(lambda: read_text(file, LIMIT), InvalidFileError)

    assert ("a.csv is not UTF-8 text", 3) == (fault.what, fault.where.line)
    assert "UTF-8" in fault.mend
