"""The dashboard sheet: how many indicators stand where, and a chart with its table for each."""

from collections import Counter
from collections.abc import Iterator

from indh_me.compute import Status
from indh_me.model import Indicator, UnitKind
from indh_me.write.content import Content
from indh_me.write.grid import (
    Area,
    Block,
    Cell,
    Chart,
    Formula,
    PrintSetup,
    Series,
    Sheet,
    cell_address,
)
from indh_me.write.number_format import number_format
from indh_me.write.print_width import upright_height
from indh_me.write.style import FORMULA, GROUP, HEADING, PLAN, SUBTITLE, TEXT, TITLE, status_style

from .tracking_cells import MARK
from .tracking_table import Tracking

__all__ = ["dashboard_sheet"]

WIDTHS = (24.0, 12.0, 12.0, 12.0, 12.0, 12.0, 3.0, 24.0, 9.0)
#: Columns of the table beside each chart.
PERIOD, SIGN, ACTUAL, TARGET = 7, 8, 9, 10
BLOCK_ROWS = 17
CHART_WIDTH, CHART_HEIGHT = 600, 310
ACTUAL_COLOUR, TARGET_COLOUR = "#5B9BD5", "#96290F"
COUNTS_ROW = 3
ROW = 16.0  # Height of a row, with something for those that are higher.
MOST_BREAKS = 1_023
WIDTH_OF_WORDS = 16.0  # Where no figure is there to show.
TITLE_HEIGHT, HEADING_HEIGHT = 20.0, 32.0
LONGEST_AXIS_TITLE = 80
LONGEST_ALT_TEXT = 500


def dashboard_sheet(tracking: Tracking) -> Sheet:
    """Make the dashboard sheet.

    Parameters
    ----------
    tracking
        The tracking sheet, filled already.
    """
    content, words = tracking.content, tracking.content.words
    name = words.label("sheet", "dashboard")
    cells = [
        Cell(0, 0, content.title, content.style(TITLE)),
        Cell(1, 0, content.as_of_line, content.style(SUBTITLE)),
        *_counts(tracking),
    ]
    charts, merges, heights = [], [], {COUNTS_ROW: content.heading_height(TITLE_HEIGHT)}
    width = max(content.number_width + 2, WIDTH_OF_WORDS)
    widths = dict(enumerate(WIDTHS)) | {ACTUAL: width, TARGET: width}
    room, first, breaks = int(upright_height(widths.values()) / ROW), 0, []
    row = COUNTS_ROW + len(Status) + 2
    for indicator in content.numeric:
        if len(indicator.total_targets) == 0:
            continue
        count = len(content.periods[indicator.code])
        after = row + max(BLOCK_ROWS, count + 3)
        if after - first > room and first < row:
            breaks.append(row)
            first = row
        cells += _table(tracking, row, indicator)
        merges.append(Block(row, 0, row, TARGET))
        heights[row + 1] = content.heading_height(HEADING_HEIGHT)
        charts.append(_chart(content, row, indicator, count))
        row = after
    return Sheet(
        name,
        cells,
        widths=widths,
        charts=charts,
        merges=merges,
        heights=heights,
        print_setup=PrintSetup(
            landscape=False, new_pages=breaks[:MOST_BREAKS], footer=content.framework.code
        ),
        right_to_left=words.right_to_left,
        protected=True,
        tab_colour="#5B9BD5",
        gridlines=False,
    )


def _counts(tracking: Tracking) -> Iterator[Cell]:
    """Count the indicators of each status, live."""
    content, words = tracking.content, tracking.content.words
    yield Cell(COUNTS_ROW, 0, words.heading("status"), content.style(HEADING))
    yield Cell(COUNTS_ROW, 1, words.heading("indicators"), content.style(HEADING))
    counted = Counter(status for _, _, status in tracking.statuses)
    areas = list(_status_areas(tracking))
    for row, status in enumerate(Status, start=COUNTS_ROW + 1):
        yield Cell(row, 0, words.label("status", status), content.style(status_style(status.value)))
        label = cell_address(row, 0, fix_column=True)
        # COUNTIF would take a framework's own label, such as "<50 %" or "?", for a pattern.
        terms = [f"SUMPRODUCT(--EXACT({area},{label}))" for area in areas]
        yield Cell(row, 1, Formula("=" + ("+".join(terms) or "0"), counted[status]), FORMULA)


def _status_areas(tracking: Tracking) -> Iterator[str]:
    """Give the columns of statuses, from the first to the last of each."""
    columns: dict[int, list[int]] = {}
    for row, column, _ in tracking.statuses:
        columns.setdefault(column, []).append(row)
    for column, rows in columns.items():
        yield Area(tracking.name, min(rows), column, max(rows), column).reference


def _table(tracking: Tracking, row: int, indicator: Indicator) -> Iterator[Cell]:
    """Write the figures of a chart beside it."""
    content, words = tracking.content, tracking.content.words
    heading, figures = content.style(HEADING), number_format(indicator)
    as_of = content.assessment.as_of
    targets = {target.period: target.in_force(as_of) for target in indicator.total_targets}
    period_style, sign = content.code_style(TEXT), content.style(MARK)
    actual, plan = FORMULA.with_number_format(figures), PLAN.with_number_format(figures)
    title = f"{indicator.code}  {words.both(indicator.name, ' / ')}".rstrip()
    yield Cell(row, 0, title, content.style(GROUP))
    for column, key in (
        (PERIOD, "period"),
        (SIGN, "known_as"),
        (ACTUAL, "actual"),
        (TARGET, "target"),
    ):
        yield Cell(row + 1, column, words.heading(key), heading)
    for at, period in enumerate(content.periods[indicator.code], start=row + 2):
        shown = tracking.actuals[indicator.code, period]
        yield Cell(at, PERIOD, str(period), period_style)
        mark = Formula(f"={tracking.reference(shown.row, shown.column)}", shown.mark)
        yield Cell(at, SIGN, mark, sign)
        number = Formula(f"={tracking.reference(shown.row, shown.column + 1)}", shown.number)
        yield Cell(at, ACTUAL, number, actual)
        wanted = targets.get(period)
        # A true blank where there is no target: an empty text would be drawn as zero.
        yield Cell(at, TARGET, None if wanted is None else wanted.best, plan)


def _chart(content: Content, row: int, indicator: Indicator, count: int) -> Chart:
    """Draw actuals as columns, targets as a line."""
    words = content.words
    name = words.label("sheet", "dashboard")
    first, last = row + 2, row + 1 + count

    def series(column: int, *, target: bool) -> Series:
        return Series(
            name=Area(name, row + 1, column, row + 1, column),
            categories=Area(name, first, PERIOD, last, PERIOD),
            values=Area(name, first, column, last, column),
            kind="line" if target else "column",
            colour=TARGET_COLOUR if target else ACTUAL_COLOUR,
        )

    title = words.text(indicator.name) or indicator.code
    drawn = words.listed(words.label("heading", each) for each in ("actual", "target"))
    percent = indicator.unit.kind is UnitKind.PERCENT
    return Chart(
        row=row + 1,
        column=0,
        series=(series(ACTUAL, target=False), series(TARGET, target=True)),
        value_title=words.shortened(content.unit_label(indicator), LONGEST_AXIS_TITLE),
        number_format='0" %"' if percent else number_format(indicator),
        mirrored=words.right_to_left,
        alt_text=f"{words.shortened(title, LONGEST_ALT_TEXT)}: {drawn}",
        width=CHART_WIDTH,
        height=CHART_HEIGHT,
    )
