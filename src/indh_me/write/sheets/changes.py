"""The record of changes: revised targets, and rows for what else has changed."""

from collections.abc import Iterator, Mapping

from indh_me.model import Quantity
from indh_me.write.cell_faults import FIRST_DAY
from indh_me.write.changes import Change
from indh_me.write.content import Content
from indh_me.write.grid import Block, Cell, PrintSetup, Sheet, Validation, Value
from indh_me.write.number_format import number_format
from indh_me.write.row_height import row_height
from indh_me.write.style import (
    CODE,
    DATE,
    HEADING,
    INPUT,
    PLAN,
    SUBTITLE,
    TEXT,
    TITLE,
    Horizontal,
    Style,
)

from .hidden import list_area

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
WIDTHS = tuple(COLUMNS.values())
DAY, LEVEL, APPROVED = 0, 2, len(COLUMNS) - 1
HEADER_ROW = 3
#: Rows for changes that the framework does not know of.
BLANK_ROWS = 15
LINE = 16.0
TITLE_HEIGHT, HEADING_HEIGHT = 24.0, 32.0


def changes_sheet(content: Content) -> Sheet:
    """Make the record of changes.

    Parameters
    ----------
    content
        What the workbook is made of.
    """
    words, style, name = content.words, content.style, content.words.label("sheet", "changes")
    cells = [
        Cell(0, 0, name, style(TITLE)),
        Cell(1, 0, words.label("changes", "how"), style(SUBTITLE)),
        *(
            Cell(HEADER_ROW, column, words.heading(key, section), style(HEADING))
            for column, (section, key) in enumerate(COLUMNS)
        ),
    ]
    heights = {0: TITLE_HEIGHT, HEADER_ROW: content.heading_height(HEADING_HEIGHT)}
    filled, levels = _filled(content), _levels(content)
    first = HEADER_ROW + 1
    for row, change in enumerate(content.changes, start=first):
        made = [*_change(content, change, levels), (None, filled[APPROVED])]
        cells += (Cell(row, column, value, own) for column, (value, own) in enumerate(made))
        texts = [
            (value, width)
            for (value, _), width in zip(made, WIDTHS, strict=True)
            if isinstance(value, str)
        ]
        heights[row] = row_height(texts, line=LINE)
    blank = first + len(content.changes)
    last = blank + BLANK_ROWS - 1
    heights |= dict.fromkeys(range(blank, last + 1), 1.5 * LINE)
    cells += (
        Cell(row, column, None, own)
        for row in range(blank, last + 1)
        for column, own in enumerate(filled)
    )
    return Sheet(
        name,
        cells,
        widths=dict(enumerate(WIDTHS)),
        heights=heights,
        freeze=(HEADER_ROW + 1, 0),
        validations=_rules(content, blank, last),
        print_setup=PrintSetup(repeat_rows=HEADER_ROW + 1, footer=content.framework.code),
        right_to_left=words.right_to_left,
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


def _filled(content: Content) -> tuple[Style, ...]:
    """Give the style of each column where it is filled in."""
    side: Horizontal = "right" if content.words.right_to_left else "left"
    text = INPUT.with_number_format("General").with_alignment(side, "top", wrap=True, indent=1)
    day = INPUT.with_number_format(DATE.number_format).with_alignment("centre", "top")
    free = content.style(text)
    return day, *((free,) * (len(COLUMNS) - 1))


def _rules(content: Content, first: int, last: int) -> Iterator[Validation]:
    """Say what may be typed into the rows to fill in."""
    label = content.words.label
    refused = label("input", "refused_title")
    yield Validation(
        Block(first, DAY, last, DAY),
        "date",
        low=FIRST_DAY,
        title=label("input", "date_title"),
        message=label("input", "date_message"),
        error_title=refused,
        error=label("input", "date_message"),
    )
    yield Validation(
        Block(first, LEVEL, last, LEVEL),
        "list",
        source=list_area(content, "level"),
        error_title=refused,
        error=label("input", "list_refused"),
        severity="warning",
    )
