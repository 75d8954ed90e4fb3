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
import json
import re
from collections.abc import Iterable
from functools import lru_cache
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
    "quoted",
]

SHOWN_CODES = 8
LONGEST_QUOTE = 80  # characters
LONGEST_WORD = 100  # characters: what is longer is no misspelt code
MOST_COMPARED = 500  # words: beyond, only those that begin alike are compared
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
    >>> str(Place("value", line=3))
    'line 3: value'
    """

    path: str = ""
    file: str = ""
    line: int | None = None

    def __str__(self) -> str:
        """Give ``file:line: path``, leaving out what is not known."""
        file = self.file
        if self.line is not None:
            file = f"line {self.line}" if file == "" else f"{file}:{self.line}"
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
    """The family of all errors that the library raises on purpose.

    Parameters
    ----------
    first, others
        What is wrong; at least one fault.

    Attributes
    ----------
    code
        A word for the family of errors, which does not change between versions.

    Examples
    --------
    >>> error = InvalidInputError(Fault("negative weight '-5'", mend="weights are 0 to 100"))
    >>> print(error)
    negative weight '-5'
      mend:  weights are 0 to 100
    """

    code: ClassVar[str] = "indh-me"

    def __init__(self, first: Fault, *others: Fault) -> None:
        super().__init__(first, *others)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that is wrong, in the order found.

        Examples
        --------
        >>> error = ParseError(Fault("'2008-13' is not a period"), Fault("unknown unit 'cuont'"))
        >>> [fault.what for fault in error.faults]
        ["'2008-13' is not a period", "unknown unit 'cuont'"]
        """
        return self.args

    def __str__(self) -> str:
        """List all faults, with their number when there are several."""
        if len(self.faults) == 1:
            return str(self.faults[0])
        listed = "\n".join(str(fault) for fault in self.faults)
        return f"{len(self.faults)} faults\n{listed}"


class InvalidInputError(IndhMeError, ValueError):
    """An argument or a value that is not what it must be.

    For example, a target is given twice, bounds are in the wrong order, or a layout is unknown.

    Examples
    --------
    >>> issubclass(InvalidInputError, ValueError)
    True
    """

    code: ClassVar[str] = "invalid-input"


class ParseError(InvalidInputError):
    """Text that cannot be read as the period, quantity, unit, code or word that it should be.

    Examples
    --------
    >>> ParseError(Fault("'2008-13' is not a period")).code
    'parse'
    """

    code: ClassVar[str] = "parse"


class UnknownCodeError(InvalidInputError, LookupError):
    """A code that nothing in the framework answers to.

    For example, an observation names an indicator that the plan does not have.

    Examples
    --------
    >>> issubclass(UnknownCodeError, LookupError)
    True
    """

    code: ClassVar[str] = "unknown-code"


class InvalidFileError(IndhMeError, ValueError):
    """A file that is missing, too large, not UTF-8, malformed or inconsistent.

    Examples
    --------
    >>> print(InvalidFileError(Fault("malformed TOML", Place(file="framework.toml", line=3))))
    malformed TOML
      where: framework.toml:3
    """

    code: ClassVar[str] = "invalid-file"


class WorkbookError(IndhMeError):
    """A workbook that could not be laid out or written correctly; no file is written.

    For example, a text is longer than a cell can hold.

    Examples
    --------
    >>> print(WorkbookError(Fault("a cell is written twice", "Tracking!B4")))
    a cell is written twice
      where: Tracking!B4
    """

    code: ClassVar[str] = "workbook"


class OutputError(IndhMeError):
    """An output that could not be written; what stood there before is intact.

    For example, the folder is missing, the disk is full, the file is open in another program, or a
    file of the starter exists already.

    Examples
    --------
    >>> print(OutputError(Fault("the disk is full", mend="choose another folder")))
    the disk is full
      mend:  choose another folder
    """

    code: ClassVar[str] = "output"


def quoted(value: object) -> str:
    """Show a value in quotes, as it stands in a message; what is long is cut.

    Parameters
    ----------
    value
        The offending value.

    Examples
    --------
    >>> quoted("cuont"), quoted(3)
    ("'cuont'", "'3'")
    >>> len(quoted("0" * 1_000_000))
    85
    """
    # A string is cut first, as its repr would be as long as a hostile file.
    shown = repr(value[: LONGEST_QUOTE + 1] if isinstance(value, str) else value)
    if not isinstance(value, str):
        shown = f"'{shown}'"
    if len(shown) <= LONGEST_QUOTE + 2:
        return shown
    return f"{shown[: LONGEST_QUOTE + 1]}...{shown[-1]}"


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
    >>> nearest("T-R1", [])
    'none are defined yet'
    """
    words = tuple(dict.fromkeys(known))
    if not words:
        return "none are defined yet"
    listed = ", ".join(words[:SHOWN_CODES])
    if len(words) > SHOWN_CODES:
        listed += f" and {len(words) - SHOWN_CODES} more"
    close = _closest(word, words)
    return f"known: {listed}" if close is None else f"did you mean {close!r}? known: {listed}"


# One misspelt code may be used by all the rows of a file.
@lru_cache(maxsize=1024)
def _closest(word: str, words: tuple[str, ...]) -> str | None:
    """Find the word most like another, whether letters are large or small."""
    if len(word) > LONGEST_WORD:
        return None
    by_folded: dict[str, str] = {}
    for each in words:
        by_folded.setdefault(each.casefold(), each)
    folded = word.casefold()
    compared: Iterable[str] = by_folded
    if len(by_folded) > MOST_COMPARED:
        compared = [each for each in by_folded if each[:2] == folded[:2]][:MOST_COMPARED]
    found = difflib.get_close_matches(folded, compared, n=1, cutoff=0.5)
    return by_folded[found[0]] if found else None


def key_path(*keys: str) -> str:
    """Join keys to the path of a value in a framework file.

    Parameters
    ----------
    keys
        Names of tables and keys, from the outside in. As in TOML, those that hold anything but
        ASCII letters, digits, ``_`` and ``-`` are quoted, with quotes and line ends in them
        escaped.

    Examples
    --------
    >>> key_path("indicators", "training.reach", "unit")
    'indicators."training.reach".unit'
    """
    return ".".join(
        key if BARE_KEY.fullmatch(key) is not None else json.dumps(key, ensure_ascii=False)
        for key in keys
    )
