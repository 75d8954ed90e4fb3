"""A new framework to start from."""

import csv
import io
from collections.abc import Mapping
from os import PathLike
from pathlib import Path

from indh_me._codec import framework_to_plain
from indh_me._codec.columns import CATEGORY, PLAIN
from indh_me.catalog import outline, schema, starter
from indh_me.catalog.themes import in_languages
from indh_me.errors import Fault, OutputError, Place
from indh_me.model import Framework

from .plan import plan_text
from .replacing import replacing

__all__ = ["write_starter"]


def write_starter(
    folder: str | PathLike[str], framework: Framework | None = None
) -> tuple[Path, ...]:
    """Write a framework to start from, its observations, a session and the schema for editors.

    Parameters
    ----------
    folder
        Where to; it is made when it does not exist.
    framework
        What to start from, such as indicators of the `library`: its code, title and thresholds
        are replaced by ones to fill in, the observations are a header without figures, and there
        is no session. By default an invented example with its figures.

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
    ['framework.toml', 'observations.csv', 'session.toml', 'framework.schema.json']
    """
    texts = starter() if framework is None else _begun(framework)
    contents = {Path(folder) / name: text for name, text in texts.items()}
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


def _begun(framework: Framework) -> Mapping[str, str]:
    """Give the files of a framework that somebody goes on with, by name."""
    head = in_languages(
        {key: outline()[key] for key in ("framework", "thresholds")}, framework.languages
    )
    head["framework"]["languages"] = list(framework.languages)
    return {
        "framework.toml": plan_text({**framework_to_plain(framework), **head}),
        "observations.csv": _header(framework),
        "framework.schema.json": schema(),
    }


def _header(framework: Framework) -> str:
    """Write the header of a table of figures, with a column for each dimension in use."""
    used = {code for each in framework.indicators for code in each.dimensions}
    by = [f"{CATEGORY}:{each.code}" for each in framework.dimensions if each.code in used]
    notes = [f"note:{language}" for language in framework.languages]
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerow([*PLAIN, *by, *notes])
    return table.getvalue()


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
