"""What would make a workbook wrong, found before a byte of it is written.

Spreadsheets repair, drop or misread what is not well formed, and say so only when the workbook is
opened. Here it is a fault that names the sheet and the cell.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from indh_me.errors import Fault

from .address import Area, Block, Name, sheet_prefix
from .cell import Formula
from .cell_faults import Examined, cell_faults, examine, formula_faults, place
from .chart import Chart
from .formula import Written
from .legal_text import FORBIDDEN, text_faults, utf16_length
from .sheet import Sheet
from .sheet_faults import area_faults, sheet_faults

__all__ = ["find_faults"]

LONGEST_SHEET_NAME = 31
LONGEST_NAME = 255
LONGEST_TITLE = 255
LONGEST_ALT_TEXT = 2_000
PLAIN_WORD = re.compile(r"[^\W\d][\w.]*")
LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|[rR][0-9]*[cC][0-9]*|[rRcC]")


def find_faults(sheets: Sequence[Sheet], names: Sequence[Name]) -> Iterator[Fault]:
    """Find everything that is wrong with the sheets of a workbook.

    Parameters
    ----------
    sheets
        Its sheets.
    names
        Its defined names.

    Yields
    ------
    Fault
        One for each thing that is wrong, in the order of the sheets.
    """
    if not sheets:
        yield Fault("a workbook without sheets", mend="give it one sheet at least")
    elif all(sheet.visibility != "visible" for sheet in sheets):
        yield Fault("no sheet of the workbook is visible", mend="show one at least")
    for sheet in sheets:
        yield from _sheet_name_faults(sheet.name)
    for name, count in Counter(sheet.name.casefold() for sheet in sheets).items():
        if count > 1:
            yield Fault(
                f"{count} sheets are called {name!r}", mend="capitals do not tell sheets apart"
            )
    everything = [examine(sheet) for sheet in sheets]
    written = _by_prefix(everything)
    defined = {name.name.encode("utf-8", "surrogatepass") for name in names}
    yield from _name_faults(names, written)
    hollow: dict[str, dict[tuple[int, int], str]] = {}
    for examined in everything:
        yield from cell_faults(examined)
        yield from formula_faults(examined, written, defined)
        yield from sheet_faults(examined, written, defined)
        for chart in examined.sheet.charts:
            yield from _chart_faults(chart, examined.sheet.name, written)
            yield from _hollow_points(chart, examined.sheet.name, everything, hollow)


def _by_prefix(everything: Sequence[Examined]) -> dict[bytes, Written]:
    written: dict[bytes, Written] = {}
    for examined in everything:
        name = examined.sheet.name
        written[sheet_prefix(name)[:-1].encode("utf-8", "surrogatepass")] = examined.written
        if PLAIN_WORD.fullmatch(name) is not None and LIKE_A_CELL.fullmatch(name) is None:
            written[name.encode("utf-8")] = examined.written
    return written


def _sheet_name_faults(name: str) -> Iterator[Fault]:
    if not 1 <= utf16_length(name) <= LONGEST_SHEET_NAME:
        yield Fault(
            f"the name of sheet {name!r} has {utf16_length(name)} characters",
            name,
            f"give it 1 to {LONGEST_SHEET_NAME}",
        )
    forbidden = sorted(set(name) & set("[]:*?/\\"))
    if forbidden:
        yield Fault(
            f"the name of sheet {name!r} contains {' '.join(forbidden)}",
            name,
            "use other characters",
        )
    if any(ord(letter) < ord(" ") for letter in name) or FORBIDDEN.search(name) is not None:
        yield Fault(f"the name of sheet {name!r} contains control characters", name, "remove them")
    if name.startswith("'") or name.endswith("'"):
        yield Fault(
            f"the name of sheet {name!r} starts or ends with an apostrophe", name, "remove it"
        )
    if name.casefold() == "history":
        yield Fault("Excel keeps the sheet name 'History' for itself", name, "use another")


def _name_faults(names: Sequence[Name], written: Mapping[bytes, Written]) -> Iterator[Fault]:
    for name in names:
        yield from text_faults("the defined name", name.name, name.name, LONGEST_NAME)
        if PLAIN_WORD.fullmatch(name.name) is None:
            yield Fault(
                f"{name.name!r} cannot be a defined name",
                name.name,
                "use a letter or '_' first, then letters, digits, '_' and '.'",
            )
        elif LIKE_A_CELL.fullmatch(name.name) is not None or name.name.upper() in {"TRUE", "FALSE"}:
            yield Fault(
                f"the defined name {name.name!r} has another meaning in formulas",
                name.name,
                "add a '_'",
            )
        yield from area_faults("the defined area", name.area, name.name, written)
    for word, count in Counter(name.name.casefold() for name in names).items():
        if count > 1:
            yield Fault(
                f"the name {word!r} is defined {count} times", word, "capitals do not tell apart"
            )


def _chart_faults(chart: Chart, sheet: str, written: Mapping[bytes, Written]) -> Iterator[Fault]:
    where = f"chart at {place(sheet, chart.row, chart.column)}"
    if not Block.of_cell(chart.row, chart.column).is_possible:
        yield Fault("the chart stands outside the sheet", where, "give it a cell")
    if not (chart.width > 0 and chart.height > 0):
        yield Fault("the chart has no size", where, "give width and height in pixels")
    if not chart.series:
        yield Fault("the chart has no series", where, "give it one at least")
    if chart.alt_text.strip() == "":
        yield Fault("the chart has no text for those who do not see it", where, "say what it shows")
    for what, text, longest in (
        ("the title", chart.title, LONGEST_TITLE),
        ("the title of the categories", chart.category_title, LONGEST_TITLE),
        ("the title of the values", chart.value_title, LONGEST_TITLE),
        ("the alternative text", chart.alt_text, LONGEST_ALT_TEXT),
    ):
        yield from text_faults(what, text, where, longest)
    for series in chart.series:
        if isinstance(series.name, Area):
            yield from area_faults("the name of a series", series.name, where, written)
        else:
            yield from text_faults("the name of a series", series.name, where, LONGEST_TITLE)
        yield from area_faults("the categories of a series", series.categories, where, written)
        yield from area_faults("the values of a series", series.values, where, written)
        lengths = [_length(series.categories.block), _length(series.values.block)]
        if None in lengths:
            yield Fault("a series is drawn from a table", where, "give one row or one column")
        elif lengths[0] != lengths[1]:
            yield Fault(
                f"a series has {lengths[0]} categories and {lengths[1]} values",
                where,
                "give it as many of both",
            )


def _length(block: Block) -> int | None:
    rows = block.last_row - block.first_row + 1
    columns = block.last_column - block.first_column + 1
    return max(rows, columns) if min(rows, columns) == 1 else None


def _hollow_points(
    chart: Chart,
    sheet: str,
    everything: Sequence[Examined],
    known: dict[str, dict[tuple[int, int], str]],
) -> Iterator[Fault]:
    for series in chart.series:
        area = series.values
        if area.sheet not in known:
            known[area.sheet] = _hollow_formulas(area.sheet, everything)
        for row, column in area.block.positions():
            value = known[area.sheet].get((row, column))
            if value is not None and not (value == "#N/A" and chart.blanks == "span"):
                yield Fault(
                    f"the chart would draw the {'error' if value else 'empty text'} at "
                    f"{place(area.sheet, row, column)} as zero",
                    f"chart at {place(sheet, chart.row, chart.column)}",
                    "draw cells that are blank where nothing is known, "
                    "or use NA() and let lines span the gap",
                )


def _hollow_formulas(sheet: str, everything: Sequence[Examined]) -> dict[tuple[int, int], str]:
    return {
        (cell.row, cell.column): cell.value.value
        for examined in everything
        if examined.sheet.name == sheet
        for cell in examined.formulas
        if isinstance(cell.value, Formula)
        and isinstance(cell.value.value, str)
        and (cell.value.value == "" or cell.value.value.startswith("#"))
    }
