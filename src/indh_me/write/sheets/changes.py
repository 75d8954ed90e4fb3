"""The record of changes: revised targets, and rows for what else has changed."""

from collections.abc import Iterator, Mapping

from indh_me.model import Quantity
from indh_me.write.changes import Change
from indh_me.write.content import Content
from indh_me.write.grid import Cell, PrintSetup, Sheet, Value
from indh_me.write.number_format import number_format
from indh_me.write.style import CODE, DATE, PLAN, TEXT, Style

from .filled_list import FIRST_ROW, LINE, FilledList

__all__ = ["changes_sheet"]

#: Headings of the columns, by section of the catalogue, with their widths in digits.
COLUMNS = {
    ("heading", "date"): 13.0,
    ("changes", "version"): 10.0,
    ("changes", "level"): 15.0,
    ("heading", "indicator"): 16.0,
    ("heading", "period"): 14.0,
    ("changes", "old"): 20.0,
    ("changes", "new"): 20.0,
    ("changes", "reason"): 52.0,
    ("changes", "approved_by"): 24.0,
}
DAY, LEVEL, APPROVED = 0, 2, len(COLUMNS) - 1
#: Rows for changes that the framework does not know of.
BLANK_ROWS = 15


def changes_sheet(content: Content) -> Sheet:
    """Make the record of changes.

    Parameters
    ----------
    content
        What the workbook is made of.
    """
    made, levels = FilledList(content, "changes", COLUMNS), _levels(content)
    filled = (made.day, *((made.text,) * (len(COLUMNS) - 1)))
    for row, change in enumerate(content.changes, start=FIRST_ROW):
        made.add(row, [*_change(content, change, levels), (None, filled[APPROVED])])
    blank = FIRST_ROW + len(content.changes)
    last = blank + BLANK_ROWS - 1
    made.heights.update(dict.fromkeys(range(blank, last + 1), 1.5 * LINE))
    made.cells.extend(
        Cell(row, column, None, own)
        for row in range(blank, last + 1)
        for column, own in enumerate(filled)
    )
    return Sheet(
        made.name,
        made.cells,
        widths=dict(enumerate(made.widths)),
        heights=made.heights,
        freeze=(FIRST_ROW, 0),
        validations=[
            made.days(blank, DAY, last),
            made.choices(blank, LEVEL, last, "level", "warning"),
        ],
        print_setup=PrintSetup(repeat_rows=FIRST_ROW, footer=content.framework.code),
        right_to_left=content.words.right_to_left,
        protected=True,
        tab_colour="#7F7F7F",
        gridlines=False,
    )


def _levels(content: Content) -> Mapping[str, str]:
    """Name the level of the result that each indicator measures, by the code of the result."""
    label = content.words.label
    return {each.code: label("level", each.level) for each in content.framework.results}


def _change(
    content: Content, change: Change, levels: Mapping[str, str]
) -> Iterator[tuple[Value, Style]]:
    """Give the cells of a revised target, but for who approved it."""
    words, text = content.words, content.style(TEXT)
    indicator, target = change.indicator, change.target
    period = str(target.period)
    if not target.categories.is_total:
        period = f"{period}\n{target.categories}"
    yield change.date, DATE
    yield change.version, PLAN.with_alignment("centre", "top")
    yield levels.get(indicator.result or "", ""), text
    yield indicator.code, content.code_style(CODE)
    yield period, content.code_style(TEXT)
    planned = PLAN.with_number_format(number_format(indicator))

    def figure(quantity: Quantity) -> tuple[Value, Style]:
        if quantity.is_exact and not indicator.unit.is_milestone:
            return quantity.best, planned
        return words.quantity(quantity, indicator.unit), text

    yield figure(change.old)
    yield figure(change.new)
    yield words.both(change.rationale), text
