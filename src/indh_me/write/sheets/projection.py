"""The projection sheet: where each indicator is heading, how sure that is, and why not."""

from collections.abc import Iterator, Sequence

from attrs import define, field

from indh_me.compute import ProjectedFigure, Projection, Projections
from indh_me.model import Indicator, Quantity
from indh_me.write.content import Content
from indh_me.write.grid import Cell, PrintSetup, Sheet, Value
from indh_me.write.number_format import number_format
from indh_me.write.print_width import wide_height
from indh_me.write.projected import probability_written
from indh_me.write.row_height import row_height
from indh_me.write.style import CODE, HEADING, PERCENT, PLAN, SUBTITLE, TEXT, TITLE, Style

from .precision import mark, shown_number
from .projection_charts import CHART_ROWS, ProjectionCharts
from .tracking_cells import MARK

__all__ = ["projection_sheets"]

#: Headings of the columns with their widths, in digits; figures get the width of figures.
COLUMNS = {
    "code": 9.0,
    "indicator": 34.0,
    "last_figure": 13.0,
    "known_as": 9.0,
    "actual": 0.0,
    "period": 13.0,
    "projected": 0.0,
    "low": 0.0,
    "high": 0.0,
    "target": 0.0,
    "probability": 15.0,
    "kept": 15.0,
    "method": 26.0,
    "reason": 34.0,
}
POSITION = {name: position for position, name in enumerate(COLUMNS)}
HEADER_ROW = 4
LINE = 16.0
TITLE_HEIGHT, HEADING_HEIGHT = 24.0, 3 * LINE
MOST_BREAKS = 1_023
WIDTH_OF_WORDS = 15.0  # Where a range stands in words.
#: More decimals where rounding would make 100 % or 0 % of what is not.
SHARE = "[>=0.995]0.0##%;[<0.005]0.0##%;0%"


def projection_sheets(content: Content) -> Iterator[Sheet]:
    """Make the projection sheet, and the hidden one that its charts draw.

    Parameters
    ----------
    content
        What the workbook is made of.

    Yields
    ------
    Sheet
        None when nothing was projected; the hidden one only where there is a chart.
    """
    if content.projections is None:
        return
    table = _Table(content, content.projections)
    table.write()
    charts = ProjectionCharts(content, content.projections)
    drawn = list(charts.drawn(table.row + 1))
    widths = {POSITION[name]: table.width(name) for name in COLUMNS}
    yield Sheet(
        content.words.label("sheet", "projection"),
        [*table.cells, *charts.titles],
        widths=widths,
        heights=table.heights,
        merges=charts.merges,
        charts=drawn,
        freeze=(HEADER_ROW + 1, 0),
        print_setup=PrintSetup(
            paper="A3",
            new_pages=_new_pages(table, [each.row - 1 for each in drawn]),
            repeat_rows=HEADER_ROW + 1,
            footer=content.framework.code,
        ),
        right_to_left=content.words.right_to_left,
        protected=True,
        tab_colour="#2E75B6",
        gridlines=False,
    )
    if drawn:
        yield charts.sheet()


def _new_pages(table: "_Table", charts: Sequence[int]) -> Sequence[int]:
    """Begin a page where the next row of charts would be cut in two."""
    room = wide_height(table.width(name) for name in COLUMNS)
    heights = [table.heights.get(row, LINE) for row in range(table.row + 1)]
    left, breaks = room - sum(heights) % room, []
    for row in sorted(set(charts)):
        if left < CHART_ROWS * LINE:
            breaks.append(row)
            left = room - sum(heights[: HEADER_ROW + 1])
        left -= CHART_ROWS * LINE
    return breaks[:MOST_BREAKS]


@define
class _Table:
    """The table while it grows."""

    content: Content
    projections: Projections
    cells: list[Cell] = field(factory=list)
    heights: dict[int, float] = field(factory=dict)
    row: int = HEADER_ROW + 1
    wrapped: list[tuple[str, float]] = field(factory=list)

    def width(self, name: str) -> float:
        """Give the width of a column."""
        if name == "code":
            return self.content.code_width
        return COLUMNS[name] or max(self.content.number_width, WIDTH_OF_WORDS)

    def write(self) -> None:
        """Write headings and rows."""
        content, words = self.content, self.content.words
        self.cells.append(Cell(0, 0, content.title, content.style(TITLE)))
        for row, text in enumerate(self._notes(), start=1):
            self.cells.append(Cell(row, 0, text, content.style(SUBTITLE)))
        for name, column in POSITION.items():
            heading = words.heading(name)
            self.cells.append(Cell(HEADER_ROW, column, heading, content.style(HEADING)))
        self.heights |= {0: TITLE_HEIGHT, HEADER_ROW: content.heading_height(HEADING_HEIGHT)}
        for projection in self.projections:
            figures: tuple[ProjectedFigure | None, ...] = projection.figures or (None,)
            for number, figure in enumerate(figures):
                self._figure(projection, figure, is_first=number == 0)
                self.heights[self.row] = row_height(self.wrapped, line=LINE)
                self.wrapped.clear()
                self.row += 1

    def _notes(self) -> Iterator[str]:
        """Say on which day this holds, that it does not change, and how sure the intervals are."""
        words, rows = self.content.words, self.projections.rows
        days = (each.as_of for each in rows if each.as_of is not None)
        day = words.day(next(days, self.content.assessment.as_of))
        yield words.label("fan_chart", "computed", date=day)
        if any(figure.interval is not None for each in rows for figure in each.figures):
            yield words.label("phrase", "interval_meaning", level=words.percent(rows[0].level))

    def _figure(
        self, projection: Projection, figure: ProjectedFigure | None, *, is_first: bool
    ) -> None:
        """Write what is projected for one period; beside the first, what holds for all."""
        content, words, indicator = self.content, self.content.words, projection.indicator
        self._put("code", indicator.code, content.code_style(CODE))
        method = choice = None
        if projection.method is not None and projection.choice is not None:
            method = words.label("projection_method", projection.method)
            choice = words.label("method_choice", projection.choice)
        if projection.reason is not None:
            choice = words.label("projection_reason", projection.reason)
        last = projection.history.last
        text, code = content.style(TEXT), content.code_style(TEXT)
        numbers = PLAN.with_number_format(number_format(indicator))
        told: dict[str, tuple[Value, Style]] = {
            "indicator": (words.both(indicator.name), text),
            "last_figure": (None if last is None else str(last.period), code),
            "known_as": (None if last is None else mark(words, last.quantity), content.style(MARK)),
            "actual": (None if last is None else shown_number(last.quantity), numbers),
            "kept": (projection.weight, PERCENT),
            "method": (method, text),
            "reason": (choice, text),
        }
        for name, (value, style) in told.items():
            self._put(name, value if is_first else None, style)
        period = projection.to if figure is None else figure.period
        self._put("period", None if period is None else str(period), code)
        target = projection.target if figure is None else figure.target
        self._quantity("projected", None if figure is None else figure.quantity, indicator)
        self._ends(figure, numbers)
        self._quantity("target", target, indicator)
        chance = None if figure is None else figure.probability
        if figure is not None and chance is not None and chance.best is None:
            self._put("probability", probability_written(projection, figure, words), text)
        else:
            share = PERCENT.with_number_format(SHARE)
            self._put("probability", None if chance is None else chance.best, share)

    def _quantity(self, name: str, quantity: Quantity | None, indicator: Indicator) -> None:
        """Write a number, or words for what is none."""
        if quantity is None or quantity.best is not None:
            numbers = PLAN.with_number_format(number_format(indicator))
            self._put(name, None if quantity is None else quantity.best, numbers)
        else:
            text = self.content.words.quantity(quantity, indicator.unit)
            self._put(name, text, self.content.style(TEXT))

    def _ends(self, figure: ProjectedFigure | None, numbers: Style) -> None:
        """Write the ends of the interval, or that there is none on a side."""
        interval = None if figure is None else figure.interval
        for name in ("low", "high"):
            end = None if interval is None else getattr(interval, name)
            if interval is not None and end is None:
                text = self.content.words.label("fan_chart", "no_bound")
                self._put(name, text, self.content.style(TEXT))
            else:
                self._put(name, end, numbers)

    def _put(self, name: str, value: Value, style: Style) -> None:
        self.cells.append(Cell(self.row, POSITION[name], value, style))
        if isinstance(value, str):
            self.wrapped.append((value, self.width(name)))
