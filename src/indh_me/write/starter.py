"""A new framework to start from."""

from os import PathLike
from pathlib import Path

from indh_me.catalog import starter
from indh_me.errors import Fault, OutputError, Place

from .replacing import replacing

__all__ = ["write_starter"]


def write_starter(folder: str | PathLike[str]) -> tuple[Path, ...]:
    """Write a starter framework, its observations and the schema for editors.

    Parameters
    ----------
    folder
        Where to; it is made when it does not exist.

    Returns
    -------
    tuple[Path, ...]
        The files.

    Raises
    ------
    OutputError
        When one of the files exists already, or cannot be written. Nothing is overwritten.

    Examples
    --------
    >>> import tempfile
    >>> [file.name for file in write_starter(Path(tempfile.mkdtemp(), "mine"))]
    ['framework.toml', 'observations.csv', 'framework.schema.json']
    """
    contents = {Path(folder) / name: text for name, text in starter().items()}
    faults = [
        Fault(f"{file.name} exists already", Place(file=str(file)), "choose another folder")
        for file in contents
        if file.exists()
    ]
    if faults:
        raise OutputError(*faults)
    known = Path(folder).exists()
    _make(folder)
    written: list[Path] = []
    try:
        for file, text in contents.items():
            with replacing(file) as new:
                new.write_text(text, encoding="utf-8", newline="\n")
            written.append(file)
    except OutputError:
        # All of it or nothing.
        for file in written:
            file.unlink(missing_ok=True)
        if not known:
            Path(folder).rmdir()
        raise
    return tuple(written)


def _make(folder: str | PathLike[str]) -> None:
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fault = Fault(
            f"folder cannot be made: {error.strerror}",
            Place(file=str(folder)),
            "choose a folder that you may write to",
        )
        raise OutputError(fault) from None
