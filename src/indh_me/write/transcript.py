"""A workbook in plain text, for eyes and for comparing two of them line by line."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from indh_me.cells import column_letters

from .address import Area, cell_address
from .cell import Cell, Formula, Value
from .chart import Chart
from .sheet import Condition, PrintSetup, Sheet, Validation
from .style import PLAIN

__all__ = ["sheet_lines"]


def sheet_lines(sheet: Sheet, *, styles: bool = False) -> Iterator[str]:
    """Write a sheet as lines of text.

    Each row of cells is a line: its number, then the cells from column A on between bars.
    ``[ ]`` is a blank cell that can be filled in on a protected sheet. Then come the things
    that surround the cells, one a line.

    Parameters
    ----------
    sheet
        The sheet.
    styles
        Whether the style of each cell is told behind it, in braces.
    """
    yield f"== {sheet.name} =="
    yield ", ".join(_traits(sheet))
    ordered = sorted(sheet.cells, key=lambda cell: (cell.row, cell.column))
    for row, cells in groupby(ordered, key=lambda cell: cell.row):
        shown = {cell.column: _shown(cell, styles=styles) for cell in cells}
        columns = range(max(shown) + 1)
        yield f"{row + 1} | " + " | ".join(shown.get(column, "") for column in columns) + " |"
    for merge in sheet.merges:
        yield f"merge {merge}"
    yield from (f"width {column_letters(column)} {width:g}" for column, width in sheet.widths)
    yield from (f"height {row + 1} {height:g}" for row, height in sheet.heights)
    for group in sheet.groups:
        folded = ", folded" if group.folded else ""
        columns_named = f"{column_letters(group.first)}:{column_letters(group.last)}"
        yield f"group {columns_named}, level {group.level}{folded}"
    yield from (_validation(validation) for validation in sheet.validations)
    yield from (_condition(condition) for condition in sheet.conditions)
    for comment in sheet.comments:
        yield f"comment {cell_address(comment.row, comment.column)} {_text(comment.text)}"
    for link in sheet.links:
        yield f"link {cell_address(link.row, link.column)} to {link.target}"
    for chart in sheet.charts:
        yield from _chart(chart)


def _traits(sheet: Sheet) -> Iterator[str]:
    if sheet.visibility != "visible":
        yield sheet.visibility.replace("_", " ")
    if sheet.right_to_left:
        yield "right to left"
    if sheet.protected:
        yield "protected"
    if sheet.freeze != (0, 0):
        yield f"frozen at {cell_address(*sheet.freeze)}"
    if sheet.autofilter is not None:
        yield f"filter {sheet.autofilter}"
    if sheet.tab_colour is not None:
        yield f"tab {sheet.tab_colour}"
    if not sheet.gridlines:
        yield "no gridlines"
    yield from _printed(sheet.print_setup)


def _printed(setup: PrintSetup) -> Iterator[str]:
    yield f"{setup.paper} {'landscape' if setup.landscape else 'portrait'}"
    if setup.pages_across > 1:
        yield f"{setup.pages_across} pages across"
    if len(setup.new_pages) > 0:
        yield f"new pages at {', '.join(str(row + 1) for row in setup.new_pages)}"
    if setup.repeat_rows > 0 or setup.repeat_columns > 0:
        yield f"repeats {setup.repeat_rows} rows and {setup.repeat_columns} columns"
    if setup.footer != "":
        yield f"footer {_text(setup.footer)}"


def _shown(cell: Cell, *, styles: bool) -> str:
    blank = cell.value is None or cell.value == ""
    shown = "[ ]" if blank and cell.style.unlocked else _value(cell.value)
    if styles and cell.style != PLAIN:
        shown = f"{shown} {{{cell.style}}}".lstrip()
    return shown


def _value(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, Formula):
        return f"{_text(value.text)} -> {_value(value.value) or repr('')}"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        return value.isoformat()
    return _text(value) if isinstance(value, str) else repr(value)


def _text(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n").replace("\r", "\\r")


def _validation(validation: Validation) -> str:
    parts = [f"validation {validation.block} {validation.kind}"]
    if validation.source is not None:
        parts.append(f"from {validation.source}")
    if validation.low is not None:
        parts.append(f"from {validation.low}")
    if validation.high is not None:
        parts.append(f"to {validation.high}")
    texts = (validation.title, validation.message, validation.error_title, validation.error)
    parts.extend(f"'{_text(words)}'" for words in texts if words != "")
    return " ".join(parts) + ("" if validation.severity == "stop" else f", {validation.severity}")


def _condition(condition: Condition) -> str:
    holds = condition.formula if condition.text is None else f"'{_text(condition.text)}'"
    return f"condition {condition.block} {holds} {{{condition.style}}}"


def _chart(chart: Chart) -> Iterator[str]:
    mirrored = ", mirrored" if chart.mirrored else ""
    place = cell_address(chart.row, chart.column)
    yield f"chart {place} {_text(chart.title)} ({_text(chart.alt_text)}){mirrored}"
    for series in chart.series:
        name = series.name.reference if isinstance(series.name, Area) else _text(series.name)
        yield f"  {series.kind} {name}: {series.values} over {series.categories}"
