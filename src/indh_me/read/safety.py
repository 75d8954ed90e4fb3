"""Limits on what is read, so that a wrong or hostile file ends in a clear message."""

from pathlib import Path

from indh_me.errors import Fault, InvalidFileError, Place

__all__ = ["LARGEST_CSV", "LARGEST_TOML", "read_text"]

MIB = 1024 * 1024
#: A framework of 10 000 indicators takes some 8 MiB.
LARGEST_TOML = 32 * MIB
LARGEST_CSV = 1024 * MIB


def read_text(path: Path, largest: int) -> str:
    """Read a whole text file.

    Parameters
    ----------
    path
        The file.
    largest
        Size in bytes over which it is refused unread.

    Raises
    ------
    InvalidFileError
        When it is missing, a folder, unreadable, too large or not UTF-8.
    """
    try:
        if path.is_dir():
            raise _refused(path, "is a folder, not a file", "name the file in it")
        size = path.stat().st_size
        if size > largest:
            raise _refused(
                path,
                f"is {size / MIB:.0f} MiB, over the limit of {largest / MIB:.0f} MiB",
                "put observations into CSV files, or split the file",
            )
        content = path.read_bytes()
    except FileNotFoundError:
        raise _refused(path, "does not exist", "check the spelling of its path") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise _refused(path, f"cannot be read: {reason}", "check its permissions") from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        fault = Fault(
            f"{path.name} is not UTF-8 text",
            Place(file=str(path), line=line),
            "save it as UTF-8 (in a spreadsheet: 'CSV UTF-8')",
        )
        raise InvalidFileError(fault) from None


def _refused(path: Path, what: str, mend: str) -> InvalidFileError:
    return InvalidFileError(Fault(f"{path.name or path} {what}", Place(file=str(path)), mend))
