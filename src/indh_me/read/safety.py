"""Limits on what is read, so that a wrong or hostile file ends in a clear message."""

from pathlib import Path

from indh_me.errors import Fault, InvalidFileError, Place

__all__ = [
    "LARGEST_CSV",
    "LARGEST_TOML",
    "LARGEST_WORKBOOK",
    "MIB",
    "read_content",
    "read_text",
    "refused_file",
]

MIB = 1024 * 1024
#: A framework of 10 000 indicators takes some 8 MiB.
LARGEST_TOML = 32 * MIB
LARGEST_CSV = 1024 * MIB
#: A workbook of 1 000 indicators in 20 periods takes some 7 MiB.
LARGEST_WORKBOOK = 64 * MIB


def read_text(path: Path, largest: int) -> str:
    """Read a whole text file.

    Parameters
    ----------
    path
        The file.
    largest
        Size in bytes over which it is refused.

    Returns
    -------
    str
        Its text, without a byte order mark.

    Raises
    ------
    InvalidFileError
        When it is missing, a folder, unreadable, too large or not UTF-8.
    """
    mend = "put observations into CSV files, or split the file"
    content = read_content(path, largest, mend)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        mend = "save it as UTF-8 (in a spreadsheet: 'CSV UTF-8')"
        raise refused_file(path, "is not UTF-8 text", mend, line) from None


def read_content(path: Path, largest: int, mend: str) -> bytes:
    """Read a whole file.

    Parameters
    ----------
    path
        The file.
    largest
        Size in bytes over which it is refused.
    mend
        What to do about a file that is too large.

    Raises
    ------
    InvalidFileError
        When it is missing, a folder, unreadable or too large.
    """
    try:
        content = _read_bytes(path, largest)
    except FileNotFoundError:
        raise refused_file(path, "does not exist", "check the spelling of its path") from None
    except IsADirectoryError:
        raise refused_file(path, "is a folder, not a file", "name the file in it") from None
    except OSError as error:
        # Windows answers for a folder as for a file that it does not let one read.
        if path.is_dir():
            raise refused_file(path, "is a folder, not a file", "name the file in it") from None
        may = "check that it is a file which you may read"
        raise refused_file(path, f"cannot be read: {error.strerror}", may) from None
    except ValueError as error:
        raise refused_file(path, f"has no possible name: {error}", "check its path") from None
    if len(content) > largest:
        raise refused_file(path, f"is over the limit of {largest / MIB:.0f} MiB", mend)
    return content


def _read_bytes(path: Path, largest: int) -> bytes:
    """Read a file, but not more than shows that it is too large: a device never ends."""
    pieces, size = [], 0
    with path.open("rb") as stream:
        while size <= largest and (piece := stream.read(min(largest + 1, 16 * MIB))) != b"":
            pieces.append(piece)
            size += len(piece)
    return b"".join(pieces)


def refused_file(path: Path, what: str, mend: str, line: int | None = None) -> InvalidFileError:
    """Make the error for a file that is not read.

    Parameters
    ----------
    path
        The file.
    what
        What is wrong with it, after its name.
    mend
        What to do about it.
    line
        Line on which it shows, where that can be known.
    """
    place = Place(file=str(path), line=line)
    return InvalidFileError(Fault(f"{path.name or path} {what}", place, mend))
