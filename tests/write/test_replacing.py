import errno
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from indh_me.errors import OutputError
from indh_me.write.replacing import replacing

OLD = b"the old file"

# Python ignores the signal that comes with the limit, so that a write beyond it fails with EFBIG.
WRITE_TOO_MUCH = """
import resource, sys
from indh_me.errors import OutputError
from indh_me.write.replacing import replacing
limit = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limit[1]))
try:
    with replacing(sys.argv[1]) as new:
        new.write_bytes(bytes(10_000))
except OutputError as error:
    print(error.faults[0].what)
resource.setrlimit(resource.RLIMIT_FSIZE, limit)
"""

# Root may write anywhere: another user has to try.
WRITE_AS_NOBODY = """
import os, sys
from indh_me.errors import OutputError
from indh_me.write.replacing import replacing
user = os.geteuid()
if user == 0:
    os.seteuid(65534)
try:
    with replacing(sys.argv[1]) as new:
        new.write_bytes(b"new")
except OutputError as error:
    print(error.faults[0].what)
os.seteuid(user)
"""

posix = pytest.mark.skipif(os.name != "posix", reason="needs users and limits of POSIX")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return an existing file, alone in its folder."""
    path = tmp_path / "report.xlsx"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that other users can look into."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def said_by(script: str, path: Path) -> str:
    """Run a script on a path and return what it prints."""
    ran = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, check=True, text=True
    )
    return ran.stdout.strip()


def test_file_is_created_whole(tmp_path: Path) -> None:
    """A new file appears under its name only when it is complete, and nothing else stays."""
    path = tmp_path / "report.xlsx"

    with replacing(path) as new:
        new.write_bytes(b"new")
        before = path.exists()

    assert not before
    assert [path] == list(tmp_path.iterdir())
    assert b"new" == path.read_bytes()


def test_temporary_file_lies_beside_with_the_same_suffix(old: Path) -> None:
    """The temporary file has the folder and the suffix of the file it will be."""
    with replacing(str(old)) as new:
        place = (new.parent, new.suffix)

    assert (old.parent, ".xlsx") == place


def test_old_file_stays_when_writing_fails(old: Path) -> None:
    """An error while writing passes through, and leaves the old file and no other."""

    def fail() -> None:
        with replacing(old) as new:
            new.write_bytes(b"half")
            raise LookupError

    with pytest.raises(LookupError):
        fail()

    assert [old] == list(old.parent.iterdir())
    assert OLD == old.read_bytes()


@posix
def test_full_disk_leaves_the_old_file(old: Path) -> None:
    """Where the disk is full, the fault says so, and the old file is as it was."""
    said = said_by(WRITE_TOO_MUCH, old)

    assert "the disk is full, or the file larger than allowed" == said
    assert [old] == list(old.parent.iterdir())
    assert OLD == old.read_bytes()


@posix
def test_folder_of_somebody_else_is_refused(open_folder: Path) -> None:
    """Where one may not write, the fault says so, and nothing is left behind."""
    said = said_by(WRITE_AS_NOBODY, open_folder / "report.xlsx")

    assert "no permission to write there" == said
    assert [] == list(open_folder.iterdir())


@posix
def test_write_protected_file_is_respected(open_folder: Path) -> None:
    """A file that its owner has protected is not replaced, though its folder would allow it."""
    open_folder.chmod(0o777)
    path = open_folder / "report.xlsx"
    path.write_bytes(OLD)
    path.chmod(0o444)

    said = said_by(WRITE_AS_NOBODY, path)

    assert "no permission to write there" == said
    assert OLD == path.read_bytes()


def refused(path: Path | str) -> str:
    """Return the error text of writing to a path."""
    with pytest.raises(OutputError) as caught, replacing(path):
        pytest.fail("the path was accepted")
    return str(caught.value)


def test_missing_folder_is_named(tmp_path: Path) -> None:
    """A folder that does not exist is named, as the user wrote it."""
    path = tmp_path / "missing" / "report.xlsx"

    error = refused(path)

    assert f"the folder {str(path.parent)!r} does not exist" in error
    assert f"where: {path}" in error
    assert "create the folder first" in error


def test_folder_as_output_is_refused(tmp_path: Path) -> None:
    """An output that is a folder is refused, and the folder is as it was."""
    error = refused(tmp_path)

    assert "the output is a folder" in error
    assert [] == list(tmp_path.iterdir())


def test_file_as_folder_is_refused(old: Path) -> None:
    """A file cannot be the folder of the output."""
    assert "is not a folder" in refused(old / "report.xlsx")


def test_device_is_refused() -> None:
    """What is neither file nor folder is not replaced by a file."""
    assert "the output is not an ordinary file" in refused(os.devnull)


def test_overlong_name_is_refused(tmp_path: Path) -> None:
    """A name that is too long for the disk is refused before anything is written."""
    assert "the name is too long" in refused(tmp_path / ("x" * 300 + ".xlsx"))


def test_impossible_name_is_refused(tmp_path: Path) -> None:
    """A name that no file can have is refused."""
    assert "could not be written" in refused(tmp_path / "a\0b.xlsx")


def test_link_to_itself_is_refused(tmp_path: Path) -> None:
    """A symbolic link that leads nowhere but to itself is refused."""
    path = tmp_path / "report.xlsx"
    path.symlink_to(path)

    assert "could not be written" in refused(path)


def test_symbolic_link_keeps_pointing(old: Path, tmp_path: Path) -> None:
    """Written through a symbolic link, the file it points to is replaced, and the link stays."""
    link = tmp_path / "latest.xlsx"
    link.symlink_to(old)

    with replacing(link) as new:
        new.write_bytes(b"new")

    assert link.is_symlink()
    assert b"new" == old.read_bytes()


@posix
def test_permissions_are_those_of_the_old_file(old: Path) -> None:
    """A replaced file keeps its permissions."""
    old.chmod(0o640)

    with replacing(old) as new:
        new.write_bytes(b"new")

    assert stat.S_IMODE(old.stat().st_mode) == 0o640


@posix
def test_permissions_of_a_new_file_are_the_usual_ones(tmp_path: Path) -> None:
    """A new file has the permissions of any file that the user makes."""
    usual = tmp_path / "usual"
    usual.touch()

    with replacing(tmp_path / "report.xlsx") as new:
        new.write_bytes(b"new")

    assert usual.stat().st_mode == (tmp_path / "report.xlsx").stat().st_mode


def test_name_that_is_taken_is_not_reused(old: Path) -> None:
    """What an earlier writer left behind is not overwritten."""
    left = old.with_name(".indh-me-0.xlsx")
    left.write_bytes(b"left")

    with replacing(old) as new:
        new.write_bytes(b"new")

    assert b"left" == left.read_bytes()
    assert b"new" == old.read_bytes()


def test_writers_at_once_do_not_meet(old: Path) -> None:
    """Two writers of one file have a temporary file each; the last to finish wins."""
    with replacing(old) as first:
        first.write_bytes(b"first")
        with replacing(old) as second:
            second.write_bytes(b"second")

    assert b"first" == old.read_bytes()


def test_other_errors_of_the_system_pass_through(old: Path) -> None:
    """An error that concerns another file, such as a missing input, is not said to be ours."""

    def read_what_is_missing() -> None:
        with replacing(old):
            (old.parent / "input.csv").read_bytes()

    with pytest.raises(FileNotFoundError):
        read_what_is_missing()

    assert OLD == old.read_bytes()


@pytest.mark.parametrize(
    ("reason", "what"),
    [
        (errno.EACCES, "no permission to write there"),
        (errno.EISDIR, "the output is a folder"),
        (errno.EROFS, "the disk is read-only"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EIO, "the file could not be written: "),
    ],
)
def test_failing_rename_is_explained(
    old: Path, monkeypatch: pytest.MonkeyPatch, reason: int, what: str
) -> None:
    """When the last step fails, as on Windows for a file open in Excel, the fault says why."""

    def fail(_self: Path, _target: Path) -> None:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(Path, "replace", fail)

    with pytest.raises(OutputError, match=what), replacing(old) as new:
        new.write_bytes(b"new")

    assert [old] == list(old.parent.iterdir())
    assert OLD == old.read_bytes()


def test_folder_full_of_leftovers_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When no name is left for the temporary file, that is said too."""
    monkeypatch.setattr("indh_me.write.replacing.TRIES", 1)
    (tmp_path / ".indh-me-0.xlsx").touch()

    assert "could not be written: file exists" in refused(tmp_path / "report.xlsx")
