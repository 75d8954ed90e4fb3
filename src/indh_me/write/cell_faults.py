"""What can be wrong with the cells of one sheet."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import islice
from math import isfinite

from attrs import frozen

from indh_me.errors import Fault

from .address import COLUMNS, ROWS, Block, cell_address
from .cell import Cell, Formula
from .formula import Written, explain_formula, formula_is_sound
from .legal_text import text_faults, utf16_length
from .sheet import Sheet

__all__ = [
    "Examined",
    "cell_faults",
    "examine",
    "formula_faults",
    "is_wrong_text",
    "place",
    "value_faults",
]

LONGEST_TEXT = 32_767
LARGEST_INTEGER = 2**53
LARGEST_NUMBER = 9.99999999999999e307
FIRST_DAY = date(1900, 3, 1)  # Before it, Excel counts a 29 February 1900 that never was.
SURROGATE = re.compile("[\ud800-\udfff]")


@frozen
class Examined:
    """A sheet whose cells were gone through once.

    Parameters
    ----------
    sheet
        The sheet.
    written
        Which of its cells are written.
    formulas
        Its cells that hold a formula.
    suspects
        Its cells whose value calls for a closer look.
    crowded
        Whether a place is written twice, or hidden under a merge.
    """

    sheet: Sheet
    written: Written
    formulas: tuple[Cell, ...]
    suspects: tuple[Cell, ...]
    crowded: bool


def place(sheet: str, row: int, column: int) -> str:
    """Name a cell for a message, also one that lies on no sheet.

    Examples
    --------
    >>> place("Suivi", 3, 1), place("Suivi", -1, 0)
    ('Suivi!B4', 'Suivi!row -1, column 0 (from 0)')
    """
    if row < 0 or column < 0:
        return f"{sheet}!row {row}, column {column} (from 0)"
    return f"{sheet}!{cell_address(row, column)}"


def examine(sheet: Sheet) -> Examined:
    """Go through the cells of a sheet once, as fast as may be: there can be many."""
    formulas: list[Cell] = []
    suspects: list[Cell] = []
    texts: set[str] = set()
    for cell in sheet.cells:
        value = cell.value
        # Exact types: a subclass (numpy's numbers, enumerations) need not write itself alike.
        if type(value) is str:
            texts.add(value)
        elif type(value) is float:
            if not -LARGEST_NUMBER <= value <= LARGEST_NUMBER:  # Nor does NaN pass.
                suspects.append(cell)
        elif type(value) is Formula:
            formulas.append(cell)
        elif type(value) is int:
            if not -LARGEST_INTEGER <= value <= LARGEST_INTEGER:
                suspects.append(cell)
        elif value is not None and type(value) is not bool:
            suspects.append(cell)
    wrong = {text for text in texts if is_wrong_text(text)}
    if wrong:
        suspects.extend(c for c in sheet.cells if type(c.value) is str and c.value in wrong)
    own = {cell.row * COLUMNS + cell.column for cell in sheet.cells}
    hidden = {
        row * COLUMNS + column for merge in sheet.merges for row, column in _hidden_under(merge)
    }
    return Examined(
        sheet,
        Written(own | hidden if hidden else own, _bounds(sheet)),
        tuple(formulas),
        tuple(suspects),
        crowded=len(own) < len(sheet.cells) or not own.isdisjoint(hidden),
    )


def _hidden_under(merge: Block) -> Iterator[tuple[int, int]]:
    return islice(merge.positions(), 1, None) if merge.is_possible else iter(())


def _bounds(sheet: Sheet) -> Block | None:
    rows = [cell.row for cell in sheet.cells]
    columns = [cell.column for cell in sheet.cells]
    for merge in sheet.merges:
        rows += (merge.first_row, merge.last_row)
        columns += (merge.first_column, merge.last_column)
    if not rows:
        return None
    return Block(min(rows), min(columns), max(rows), max(columns))


def cell_faults(examined: Examined) -> Iterator[Fault]:
    """Find cells out of place, written twice or hidden, and values that no cell can hold."""
    sheet = examined.sheet
    bounds = examined.written.block
    if bounds is not None and not bounds.is_possible:
        for cell in sheet.cells:
            if not Block.of_cell(cell.row, cell.column).is_possible:
                yield Fault(
                    "the cell lies outside the sheet",
                    place(sheet.name, cell.row, cell.column),
                    f"a sheet has {ROWS} rows and {COLUMNS} columns",
                )
    if examined.crowded:
        yield from _written_twice(sheet)
    for cell in examined.suspects:
        yield from value_faults(cell, place(sheet.name, cell.row, cell.column))


def _written_twice(sheet: Sheet) -> Iterator[Fault]:
    times = Counter((cell.row, cell.column) for cell in sheet.cells)
    for (row, column), count in times.items():
        if count > 1:
            yield Fault(
                f"the cell is written {count} times",
                place(sheet.name, row, column),
                "write it once",
            )
    for merge in sheet.merges:
        for row, column in _hidden_under(merge):
            if (row, column) in times:
                yield Fault(
                    f"the cell is hidden under the merge {merge}",
                    place(sheet.name, row, column),
                    "write the upper left cell of the merge only",
                )


def is_wrong_text(text: str) -> bool:
    """Tell whether no cell can hold a text.

    Examples
    --------
    >>> is_wrong_text("=1+1"), is_wrong_text("a" * 32_768)
    (False, True)
    """
    if len(text) > LONGEST_TEXT // 2 and utf16_length(text) > LONGEST_TEXT:
        return True
    return not text.isascii() and SURROGATE.search(text) is not None


def value_faults(cell: Cell, where: str) -> Iterator[Fault]:
    """Find why no cell can hold the value of one that calls for a closer look.

    Parameters
    ----------
    cell
        The cell.
    where
        Its name, for messages.

    Examples
    --------
    >>> [fault.what for fault in value_faults(Cell(0, 0, float("inf")), "Suivi!A1")]
    ['inf is not a figure']
    """
    value = cell.value
    if type(value) is str:
        if SURROGATE.search(value) is not None:
            yield Fault(
                "the text contains half of a character pair, which no file can hold",
                where,
                "read the text again in its true encoding",
            )
        if utf16_length(value) > LONGEST_TEXT:
            yield Fault(
                f"the text has {utf16_length(value)} characters: {value[:40]!r}...",
                where,
                f"shorten it to {LONGEST_TEXT}, or spread it over several cells",
            )
    elif type(value) is float or type(value) is int:
        yield from _number_faults(value, where)
    elif type(value) is date:
        if value < FIRST_DAY:
            yield Fault(
                f"Excel has no right number for the day {value}",
                where,
                f"write it as text: {value.isoformat()!r}",
            )
        if cell.style.number_format == "General":
            yield Fault(
                f"the day {value} would be shown as a number",
                where,
                "give the style a number format such as 'yyyy-mm-dd'",
            )
    else:
        yield Fault(
            f"a value of the type {type(value).__name__!r} cannot stand in a cell: {value!r}",
            where,
            "make it a str, int, float, bool, date, Formula or None",
        )


def _number_faults(value: float, where: str) -> Iterator[Fault]:
    if type(value) is int:
        yield Fault(
            f"the whole number {value} is beyond 2**53 and would be rounded",
            where,
            "write it as text",
        )
    elif isfinite(value):
        yield Fault(f"{value} is larger than a cell can hold", where, "use a larger unit")
    else:
        yield Fault(f"{value} is not a figure", where, "write why it is missing, or leave it blank")


def formula_faults(
    examined: Examined, sheets: Mapping[bytes, Written], names: AbstractSet[bytes]
) -> Iterator[Fault]:
    """Find formulas that cannot be read, refer to nothing, or have an impossible result.

    Parameters
    ----------
    examined
        The sheet that they stand on.
    sheets
        What is written on all sheets, by name as it stands before ``!``, in UTF-8.
    names
        The defined names, in UTF-8.
    """
    here = examined.written
    sheet = examined.sheet.name
    for cell in examined.formulas:
        formula = cell.value
        if type(formula) is not Formula:  # pragma: no cover - examine() picked them by type.
            continue
        if not formula_is_sound(formula.text, here, sheets, names):
            where = place(sheet, cell.row, cell.column)
            for what, mend in explain_formula(formula.text, here, sheets, names):
                yield Fault(what, where, f"{mend}; the formula is {formula.text[:200]!r}")
        value = formula.value
        if type(value) is str:
            if value != "":
                where = place(sheet, cell.row, cell.column)
                yield from text_faults("the result of the formula", value, where, LONGEST_TEXT)
        elif type(value) is float or type(value) is int:
            largest = LARGEST_NUMBER if type(value) is float else LARGEST_INTEGER
            if not -largest <= value <= largest:
                yield from _number_faults(value, place(sheet, cell.row, cell.column))
        elif type(value) is not bool:
            yield Fault(
                f"the formula has a result of the type {type(value).__name__!r}",
                place(sheet, cell.row, cell.column),
                "give the number, text or truth value that it comes to; '' for nothing",
            )
