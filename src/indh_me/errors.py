"""What can go wrong, said so that it can be mended.

Every error of the library carries one or more `Fault` values: what is wrong, where, and how
to mend it. All faults of one input are raised together, so that a file is mended in one go.

```
IndhMeError
    InvalidInputError (ValueError)      an argument or a value is not what it must be
        ParseError                      text that is not a period, quantity, unit, ...
        UnknownCodeError (LookupError)  a code that nothing in the framework answers to
    InvalidFileError (ValueError)       a file that is missing, too large, malformed or inconsistent
    WorkbookError                       a workbook that could not be laid out or written correctly
    OutputError                         an output that could not be written; the old file is intact
```
"""

import difflib
import re
from collections.abc import Iterable
from typing import ClassVar

from attrs import field, frozen

__all__ = [
    "Fault",
    "IndhMeError",
    "InvalidFileError",
    "InvalidInputError",
    "OutputError",
    "ParseError",
    "Place",
    "UnknownCodeError",
    "WorkbookError",
    "key_path",
    "nearest",
]

SHOWN_CODES = 8
BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


@frozen
class Place:
    """Where something stands: a file, a line of it, and a path inside it.

    Parameters
    ----------
    path
        A path of keys such as ``indicators.T-R1.unit``, a column of a CSV file, or a sheet and
        cell such as ``Tracking!B4``.
    file
        Name of the file as the user gave it; empty when there is none.
    line
        Line number counted from 1, or `None` when it cannot be known.

    Examples
    --------
    >>> str(Place("indicators.T-R1.unit", file="framework.toml", line=12))
    'framework.toml:12: indicators.T-R1.unit'
    """

    path: str = ""
    file: str = ""
    line: int | None = None

    def __str__(self) -> str:
        """Give ``file:line: path``, leaving out what is not known."""
        file = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (file, self.path) if part != "")


def _to_place(where: "Place | str") -> Place:
    return Place(where) if isinstance(where, str) else where


@frozen
class Fault:
    """One thing that is wrong with an input.

    Parameters
    ----------
    what
        What is wrong, in lower case, the offending value in quotes.
    where
        The place; a plain string is taken as its path.
    mend
        What the reader can do about it.

    Examples
    --------
    >>> print(Fault("unknown unit 'cuont'", "indicators.T-R1.unit", "did you mean 'count'?"))
    unknown unit 'cuont'
      where: indicators.T-R1.unit
      mend:  did you mean 'count'?
    """

    what: str
    where: Place = field(default=Place(), converter=_to_place)
    mend: str = ""

    def __str__(self) -> str:
        """Lay the fault out on one to three lines."""
        lines = [self.what]
        if str(self.where) != "":
            lines.append(f"  where: {self.where}")
        if self.mend != "":
            lines.append(f"  mend:  {self.mend}")
        return "\n".join(lines)


class IndhMeError(Exception):
    """Base of all errors that the library raises on purpose.

    Parameters
    ----------
    faults
        What is wrong; at least one.

    Examples
    --------
    >>> error = InvalidInputError(Fault("negative weight '-5'", mend="weights are 0 to 100"))
    >>> print(error)
    negative weight '-5'
      mend:  weights are 0 to 100
    """

    code: ClassVar[str] = "indh-me"

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that is wrong, in the order found."""
        return self.args

    def __str__(self) -> str:
        """List all faults, with their number when there are several."""
        if len(self.faults) == 1:
            return str(self.faults[0])
        listed = "\n".join(str(fault) for fault in self.faults)
        return f"{len(self.faults)} faults\n{listed}"


class InvalidInputError(IndhMeError, ValueError):
    """An argument or a value that is not what it must be."""

    code: ClassVar[str] = "invalid-input"


class ParseError(InvalidInputError):
    """Text that cannot be read as the period, quantity, unit or code that it should be."""

    code: ClassVar[str] = "parse"


class UnknownCodeError(InvalidInputError, LookupError):
    """A code that nothing in the framework answers to."""

    code: ClassVar[str] = "unknown-code"


class InvalidFileError(IndhMeError, ValueError):
    """A file that is missing, too large, malformed or inconsistent."""

    code: ClassVar[str] = "invalid-file"


class WorkbookError(IndhMeError):
    """A workbook that could not be laid out or written correctly."""

    code: ClassVar[str] = "workbook"


class OutputError(IndhMeError):
    """An output that could not be written; what stood there before is intact."""

    code: ClassVar[str] = "output"


def nearest(word: str, known: Iterable[str]) -> str:
    """Say which known word was probably meant.

    Parameters
    ----------
    word
        The word that is not known.
    known
        The words that are.

    Returns
    -------
    str
        A sentence for `Fault.mend`.

    Examples
    --------
    >>> nearest("cuont", ["count", "percent"])
    "did you mean 'count'? known: count, percent"
    """
    words = list(dict.fromkeys(known))
    if not words:
        return "none are defined yet"
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.5)
    listed = ", ".join(words[:SHOWN_CODES])
    if len(words) > SHOWN_CODES:
        listed += f" and {len(words) - SHOWN_CODES} more"
    guess = f"did you mean {close[0]!r}? " if close else ""
    return f"{guess}known: {listed}"


def key_path(*keys: str) -> str:
    """Join keys to the path of a value in a framework file.

    Parameters
    ----------
    keys
        Names of tables and keys, from the outside in. As in TOML, those that hold anything but
        ASCII letters, digits, ``_`` and ``-`` are quoted.

    Examples
    --------
    >>> key_path("indicators", "training.reach", "unit")
    'indicators."training.reach".unit'
    """
    return ".".join(key if BARE_KEY.fullmatch(key) is not None else f'"{key}"' for key in keys)
