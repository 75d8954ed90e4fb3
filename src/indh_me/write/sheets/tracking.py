"""The tracking sheet: targets and actuals by period, to date, rate and status."""

from collections.abc import Iterator

from indh_me.compute import Status
from indh_me.model import Result
from indh_me.write.grid import Block, Condition, PrintSetup, Sheet
from indh_me.write.print_width import pages_for
from indh_me.write.style import GROUP, HEADING, SUBTITLE, TITLE, status_style

from .milestones import milestone_rows
from .revisions import revision_rows
from .tracking_columns import FIRST
from .tracking_rows import TrackingRow
from .tracking_table import Tracking

__all__ = ["tracking_sheet"]

HEADER_ROW = 3
FIRST_ROW = 5
HEADING_HEIGHT = 34.0


def tracking_sheet(tracking: Tracking) -> Sheet:
    """Fill and make the tracking sheet.

    Parameters
    ----------
    tracking
        The sheet, still empty.
    """
    content, words = tracking.content, tracking.content.words
    tracking.put(0, 0, content.title, content.style(TITLE))
    tracking.put(1, 0, content.as_of_line, content.style(SUBTITLE))
    for block, text in _headings(tracking):
        tracking.put(block.first_row, block.first_column, text, content.style(HEADING))
        if block != Block.of_cell(block.first_row, block.first_column):
            tracking.merges.append(block)
    row = FIRST_ROW
    for result, indicators in content.groups:
        numeric = [each for each in indicators if not each.unit.is_milestone]
        if numeric:
            _band(tracking, row, result)
            row += 1
        for indicator in numeric:
            tracking.rows[indicator.code] = row
            TrackingRow(tracking, row, indicator).write()
            row += 1
    if content.milestones:
        milestone_rows(tracking, row + 1)
        row += len(content.milestones) + 2
    revision_rows(tracking, row + 1)
    widths = tracking.columns.widths()
    paper, across = pages_for(widths.values(), widths[0] + widths[1])
    return Sheet(
        tracking.name,
        tracking.cells,
        merges=tracking.merges,
        links=tracking.links,
        widths=widths,
        heights={
            HEADER_ROW: content.heading_height(HEADING_HEIGHT),
            HEADER_ROW + 1: content.heading_height(HEADING_HEIGHT),
            **tracking.heights,
        },
        freeze=(FIRST_ROW, 2),
        conditions=_conditions(tracking),
        print_setup=PrintSetup(
            paper=paper,
            pages_across=across,
            repeat_rows=FIRST_ROW,
            repeat_columns=2,
            footer=content.framework.code,
        ),
        right_to_left=words.right_to_left,
        protected=True,
        tab_colour="#0B3C5D",
        gridlines=False,
    )


def _headings(tracking: Tracking) -> Iterator[tuple[Block, str]]:
    """Give the headings with the cells that they stand over."""
    columns, words = tracking.columns, tracking.content.words
    top, below = HEADER_ROW, HEADER_ROW + 1
    target, actual = words.heading("target"), words.heading("actual")
    for column, key in enumerate(FIRST):
        yield Block(top, column, below, column), words.heading(key)
    for period in columns.periods:
        first, at = columns.starts[period], columns.actual(period)
        yield Block(top, first, top, at + 1), words.period(period)
        if first < at:
            yield Block.of_cell(below, first), target
        yield Block(below, at, below, at + 1), actual
    yield _over(columns.to_date, 2), words.heading("to_date")
    at = columns.assessed
    yield Block(top, at, top, at + 3), words.heading("period_assessed")
    yield Block.of_cell(below, at), words.heading("period")
    yield Block.of_cell(below, at + 1), target
    yield Block(below, at + 2, below, at + 3), actual
    yield _over(columns.expected, 2), words.heading("expected")
    yield _over(columns.rate, 2), words.heading("rate")
    yield _over(columns.status, 1), words.heading("status")
    yield _over(columns.reason, 1), words.heading("reason")


def _over(column: int, count: int) -> Block:
    """Give the block of a heading over both rows of headings."""
    return Block(HEADER_ROW, column, HEADER_ROW + 1, column + count - 1)


def _band(tracking: Tracking, row: int, result: Result | None) -> None:
    """Write the result that the indicators below it measure."""
    content, style = tracking.content, tracking.content.style(GROUP)
    text = ""
    if result is not None:
        words = content.words
        statement = result.code if result.statement is None else words.both(result.statement, " / ")
        text = f"{words.label('level', result.level)}{words.colon} {statement}"
    tracking.put(row, 0, text, style)
    for column in range(1, tracking.columns.reason + 1):
        tracking.put(row, column, None, style)


def _conditions(tracking: Tracking) -> Iterator[Condition]:
    """Colour each status wherever it may come up."""
    rows: dict[int, list[int]] = {}
    for row, column, _ in tracking.statuses:
        rows.setdefault(column, []).append(row)
    for column, own in rows.items():
        block = Block(min(own), column, max(own), column)
        for status in Status:
            word = tracking.content.words.label("status", status)
            yield Condition.when_text(block, word, status_style(status.value))
