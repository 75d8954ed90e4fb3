import io
import struct
import tracemalloc
import warnings
import zipfile
from pathlib import Path
from random import Random

import pytest

from hostile import book, cells, packed
from indh_me.errors import InvalidFileError
from indh_me.read import zip_parts
from indh_me.read.safety import MIB
from indh_me.read.zip_parts import ZipParts
from refusals import refusal

FILE = Path("book.xlsx")
PLAIN = packed(book(cells("A1")))


def unpacked(content: bytes) -> dict[str, bytes]:
    """Unpack every part of a file."""
    parts = ZipParts(content, FILE)
    return {name: parts.whole(name) for name in parts.parts}


def refused(content: bytes) -> str:
    """Give what is said of a file that cannot be unpacked; that it tells how to mend it is held."""
    fault = refusal(lambda: unpacked(content), InvalidFileError)
    assert fault.where.file == str(FILE)
    return fault.what.removeprefix("book.xlsx ")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_parts_are_unpacked(method: int) -> None:
    """Every part comes out as it went in, packed or stored, large or empty."""
    large = Random(1).randbytes(6 * MIB)  # noqa: S311 - chance that can be repeated
    parts: dict[str, str | bytes] = {"a.xml": b"<a/>", "b.bin": large, "empty.xml": b""}

    assert parts == unpacked(packed(parts, method))


def test_missing_part_is_empty() -> None:
    """A part that is not there has no content."""
    assert b"" == ZipParts(PLAIN, FILE).whole("xl/none.xml")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is no Excel workbook (.xlsx)"),
        (b"code;value\nT-R1;5\n", "is no Excel workbook (.xlsx)"),
        (b"%PDF-1.7\n", "is no Excel workbook (.xlsx)"),
        (PLAIN[: len(PLAIN) // 2], "is cut off or damaged"),
        (PLAIN[:4], "is cut off or damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "is in the old binary format (.xls)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "is encrypted",
        ),
    ],
    ids=["empty", "text", "pdf", "half", "four bytes", "xls", "encrypted"],
)
def test_what_is_no_workbook(content: bytes, what: str) -> None:
    """What is no zip file is refused as what it is."""
    assert refused(content).startswith(what)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "xl\\..\\a.xml", "C:evil.xml", "xl/../../a"]
)
def test_names_that_lead_out(name: str) -> None:
    """A part whose name leads out of the file is refused."""
    assert refused(packed({**book(), name: "x"})).startswith("has a part called")


@pytest.mark.parametrize("other", ["xl/workbook.xml", "XL/Workbook.xml"])
def test_parts_of_one_name(other: str) -> None:
    """Two parts of one name, also in capitals, are refused: readers differ in which they take."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        content = packed([*book().items(), (other, "<other/>")])

    assert "has several parts of one name" == refused(content)


def test_too_many_parts() -> None:
    """A file with more parts than any workbook has is refused before they are looked at."""
    content = packed({f"{number}.xml": "" for number in range(zip_parts.MOST_PARTS + 1)})

    assert refused(content).startswith("has 10001 parts")


def test_encrypted_part() -> None:
    """A part that is marked as encrypted is refused."""
    content = bytearray(PLAIN)
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1

    assert "is encrypted" == refused(bytes(content))


def test_other_ways_of_packing() -> None:
    """Parts that are packed as no spreadsheet program does are refused."""
    assert refused(packed(book(), zipfile.ZIP_BZIP2)).startswith("is packed in a way")


def test_damaged_part() -> None:
    """A part whose packed bytes were changed is refused."""
    content = packed({"a.xml": "".join(map(str, range(5000)))})
    start = content.index(b"a.xml") + len("a.xml")

    assert "is cut off or damaged" == refused(
        content[:start] + b"\xff" * 50 + content[start + 50 :]
    )


def test_header_that_points_nowhere() -> None:
    """A list of parts that points beyond the file, or at something else, is refused."""
    content = bytearray(PLAIN)
    at = content.index(b"PK\x01\x02")
    struct.pack_into("<I", content, at + 42, 5)

    assert "is cut off or damaged" == refused(bytes(content))


def test_bomb_is_unpacked_no_further_than_is_safe() -> None:
    """A part of 300 MB in 300 kB is refused after 200 times the size of the file, in a few MiB."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/sharedStrings.xml", "w") as part,
    ):
        for _ in range(300):
            part.write(b"x" * MIB)
    parts = ZipParts(content.getvalue(), FILE)
    tracemalloc.start()
    fault = refusal(
        lambda: [len(piece) for piece in parts.pieces("xl/sharedStrings.xml")], InvalidFileError
    )
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert "book.xlsx unpacks to more than 200 times its size" == fault.what
    assert peak < 16 * MIB


def test_size_is_not_believed() -> None:
    """What a part unpacks to counts, not what the file says that it does."""
    content = bytearray(packed({"a.xml": b"x" * (20 * MIB)}))
    struct.pack_into("<I", content, content.index(b"PK\x01\x02") + 24, 10)

    assert "unpacks to more than 200 times its size" == refused(bytes(content))


def test_total_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """All parts together are not unpacked beyond a limit, however well they are packed."""
    monkeypatch.setattr(zip_parts, "MOST_UNPACKED", 3 * MIB)
    parts = {f"{number}.bin": b"ab" * MIB for number in range(2)}

    assert "unpacks to more than 3 MiB" == refused(packed(parts, zipfile.ZIP_STORED))
