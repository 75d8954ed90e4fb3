"""Rows of a data sheet, held as columns: millions of figures without a value for each cell."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from indh_me.errors import Fault

from .address import COLUMNS, ROWS
from .cell import Cell
from .cell_faults import (
    FIRST_DAY,
    LARGEST_INTEGER,
    LARGEST_NUMBER,
    is_wrong_text,
    place,
    value_faults,
)
from .style import PLAIN, Style

__all__ = ["BLANK", "NUMBER", "DataColumn", "DataRows", "size_faults"]

#: Codes of rows whose cell holds no word: the number that the column has there, or nothing.
NUMBER, BLANK = -1, -2
MOST_FAULTS = 20  # of one column; a million rows can be wrong in the same way
KINDS = "fiubM"  # numpy's letters for floats, whole numbers, truth values and days
DAYS = np.dtype("datetime64[D]")
FIRST, LAST = np.datetime64(FIRST_DAY), np.datetime64(date.max)


def _words(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(words)


@frozen(eq=False, kw_only=True)
class DataColumn:
    """A column of a data sheet: numbers, words, or both.

    Parameters
    ----------
    numbers
        Floats, whole numbers, truth values or days (``datetime64[D]``), shape (rows,).
    codes
        What stands in each row, shape (rows,): a position in ``words``, `NUMBER` or `BLANK`. By
        default every row has its number.
    words
        The different texts; an empty one is a blank cell. They are text and never formulas.
    style
        How the cells look; days need a number format.

    Examples
    --------
    >>> value = DataColumn(numbers=np.array([9.5, 0.0]), codes=np.array([NUMBER, 0]), words=[">=3"])
    >>> len(value)
    2
    """

    numbers: npt.NDArray[Any] | None = None
    codes: npt.NDArray[np.integer[Any]] | None = None
    words: tuple[str, ...] = field(default=(), converter=_words)
    style: Style = PLAIN

    def __len__(self) -> int:
        """Count the rows."""
        held = self.numbers if self.codes is None else self.codes
        return 0 if held is None else len(held)

    def values(self, start: int, stop: int) -> list[Any]:
        """Give what stands in some of the rows, as Python values; `None` where a cell is blank.

        Parameters
        ----------
        start, stop
            The first row, and the row behind the last one.
        """
        numbers = None if self.numbers is None else self.numbers[start:stop].tolist()
        if self.codes is None:
            return [] if numbers is None else numbers
        codes = self.codes[start:stop].tolist()
        return [
            (self.words[code] or None)
            if code >= 0
            else numbers[at]
            if code == NUMBER and numbers is not None
            else None
            for at, code in enumerate(codes)
        ]

    def shape_faults(self, where: str) -> Iterator[Fault]:
        """Find whether the arrays fit together.

        Parameters
        ----------
        where
            The cell where the column begins, for messages.
        """
        numbers, codes = self.numbers, self.codes
        if numbers is None and codes is None:
            yield Fault("the column has neither numbers nor codes", where, "give one of them")
        if numbers is not None and (numbers.ndim != 1 or numbers.dtype.kind not in KINDS):
            what = f"numbers of the type {numbers.dtype} and the shape {numbers.shape}"
            yield Fault(what, where, "give floats, whole numbers, truth values or days, one a row")
        elif numbers is not None and numbers.dtype.kind == "M" and numbers.dtype != DAYS:
            yield Fault(f"days of the type {numbers.dtype}", where, f"give them as {DAYS}")
        if codes is not None:
            if codes.ndim != 1 or codes.dtype.kind not in "iu":
                yield Fault("the codes are not whole numbers", where, "give one a row")
            elif numbers is not None and len(numbers) != len(codes):
                what = f"{len(numbers)} numbers beside {len(codes)} codes"
                yield Fault(what, where, "give one of each a row")
            elif len(codes) > 0:
                low, high = int(codes.min()), int(codes.max())
                if low < BLANK or high >= len(self.words):
                    what = f"codes from {low} to {high} for {len(self.words)} words"
                    yield Fault(what, where, f"give {BLANK} to {len(self.words) - 1}")
                elif numbers is None and bool(np.any(codes == NUMBER)):
                    yield Fault("numbers are asked for and not given", where, "give the numbers")

    @cached_property
    def wrong(self) -> npt.NDArray[np.intp]:
        """The rows that hold what no cell can hold, from 0."""
        wrong = np.zeros(len(self), dtype=bool)
        if self.numbers is not None:
            wrong |= self._wrong_numbers(self.numbers)
        if self.codes is not None:
            wrong &= self.codes == NUMBER
            bad = np.array([*map(_is_wrong, self.words), False, False])
            if bool(bad.any()):
                wrong |= bad[self.codes]
        return np.flatnonzero(wrong)

    def _wrong_numbers(self, numbers: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
        wrong: npt.NDArray[np.bool_]
        match numbers.dtype.kind:
            case "f":
                wrong = ~(np.abs(numbers) <= LARGEST_NUMBER)  # Nor does NaN pass.
            case "i" | "u":
                wrong = (numbers > LARGEST_INTEGER) | (numbers < -LARGEST_INTEGER)
            case "M" if self.style.number_format == "General":
                wrong = np.ones(len(numbers), dtype=bool)
            case "M":
                wrong = ~((numbers >= FIRST) & (numbers <= LAST))  # Nor does NaT pass.
            case _:
                wrong = np.zeros(len(numbers), dtype=bool)
        return wrong

    def value_fault(self, row: int, where: str) -> Fault:
        """Say what is wrong with the value of one of the `wrong` rows.

        Parameters
        ----------
        row
            The row, from 0.
        where
            Its cell.
        """
        code = NUMBER if self.codes is None else int(self.codes[row])
        if code >= 0 and type(self.words[code]) is not str:
            what = f"{self.words[code]!r} among the words"
            return Fault(what, where, "give texts as words, and figures as numbers")
        if code == NUMBER and self.numbers is not None and self.numbers.dtype.kind == "M":
            day = self.numbers[row]
            if type(day.item()) is not date:  # NaT, or a year that no calendar of Python has.
                return Fault(f"there is no such day: {day}", where, "leave the cell blank")
        (value,) = self.values(row, row + 1)
        return next(value_faults(Cell(0, 0, value, self.style), where))


def _is_wrong(word: object) -> bool:
    return type(word) is not str or is_wrong_text(word)


def _columns(columns: Iterable[DataColumn]) -> tuple[DataColumn, ...]:
    return tuple(columns)


@frozen(eq=False)
class DataRows:
    """The rows of a data sheet, below its header.

    Parameters
    ----------
    columns
        From the first column of the sheet on, all of one length.

    Examples
    --------
    >>> rows = DataRows([DataColumn(numbers=np.array([1.5, float("nan")]))])
    >>> print(*rows.faults("Data", 1))
    nan is not a figure
      where: Data!A3
      mend:  write why it is missing, or leave it blank
    """

    columns: tuple[DataColumn, ...] = field(converter=_columns)

    def __len__(self) -> int:
        """Count the rows."""
        return max(map(len, self.columns), default=0)

    def faults(self, sheet: str, first: int) -> Iterator[Fault]:
        """Find what keeps the rows from standing on a sheet; of each column the first 20.

        Parameters
        ----------
        sheet
            Name of the sheet.
        first
            The row that they begin in, from 0.
        """
        faults = list(self._size_faults(sheet, first))
        if not faults:
            for at, column in enumerate(self.columns):
                faults += column.shape_faults(place(sheet, first, at))
        if not faults:
            for at, column in enumerate(self.columns):
                wrong = column.wrong
                faults += [
                    column.value_fault(row, place(sheet, first + row, at))
                    for row in wrong[:MOST_FAULTS].tolist()
                ]
                if len(wrong) > MOST_FAULTS:
                    what = f"and {len(wrong) - MOST_FAULTS} more such cells in this column"
                    faults.append(Fault(what, place(sheet, first, at), "mend those above first"))
        yield from faults

    def _size_faults(self, sheet: str, first: int) -> Iterator[Fault]:
        yield from size_faults(len(self), first, sheet)
        if len(self.columns) > COLUMNS:
            what = f"{len(self.columns)} columns; a sheet has {COLUMNS}"
            yield Fault(what, sheet, "leave some out, or write a CSV file, which has no limit")
        lengths = sorted({len(column) for column in self.columns})
        if len(lengths) > 1:
            yield Fault(f"columns of {lengths[0]} to {lengths[-1]} rows", sheet, "give equal ones")


def size_faults(rows: int, first: int, sheet: str) -> Iterable[Fault]:
    """Find whether there are more rows than a sheet has.

    Parameters
    ----------
    rows
        How many there are.
    first
        How many rows stand above them.
    sheet
        Where they should stand.

    Examples
    --------
    >>> print(*size_faults(1_200_000, 1, "Data"))
    1200000 rows below 1 of headings; a sheet has 1048576
      where: Data
      mend:  write several files, such as one for each period, or a CSV file, which has no limit
    """
    if first + rows > ROWS:
        yield Fault(
            f"{rows} rows below {first} of headings; a sheet has {ROWS}",
            sheet,
            "write several files, such as one for each period, or a CSV file, which has no limit",
        )
