"""The charts of the projection sheet, and the hidden sheet of the numbers that they draw."""

from collections.abc import Iterator, Sequence

from attrs import define, field

from indh_me.compute import Projection, Projections
from indh_me.model import Quantity, UnitKind
from indh_me.write.axis import Ticks, ticks_of
from indh_me.write.content import Content
from indh_me.write.fan_plot import ACTUAL, BAND, PROJECTED, TARGET, targets_of
from indh_me.write.grid import Area, Block, Cell, Chart, Series, Sheet
from indh_me.write.number_format import number_format
from indh_me.write.projection_words import said_of_projection
from indh_me.write.style import GROUP

from .precision import shown_number

__all__ = ["CHART_ROWS", "ProjectionCharts"]

DRAWN = "_projection"
#: Columns of the hidden sheet. The interval is drawn as an area on one that is not seen.
COLUMNS = ("code", "period", "actual", "target", "projection", "carrier", "interval")
POSITION = {name: position for position, name in enumerate(COLUMNS)}
#: Rows of the sheet that a chart with its title takes.
CHART_ROWS = 18
CHART_WIDTH, CHART_HEIGHT = 560, 310
#: First and last columns under the title of a chart: two of them stand side by side.
PLACES = ((0, 4), (6, 10))
#: Numbers from which on the width of a band might be too large for a number.
MOST = 1e300
RIGHT_TO_LEFT_MARK = "\u200f"
LONGEST_AXIS_TITLE = 80
LONGEST_ALT_TEXT = 500


@define
class ProjectionCharts:
    """The charts while they are made.

    Parameters
    ----------
    content, projections
        What the workbook is made of, and where its indicators are heading.
    """

    content: Content
    projections: Projections
    titles: list[Cell] = field(factory=list)
    merges: list[Block] = field(factory=list)
    cells: list[Cell] = field(factory=list)
    row: int = 1

    def drawn(self, row: int) -> Iterator[Chart]:
        """Make a chart for each indicator that is projected.

        Parameters
        ----------
        row
            Position of the first one on the sheet.
        """
        projected = [each for each in self.projections if each.figures]
        for number, projection in enumerate(projected):
            first, last = PLACES[number % len(PLACES)]
            at = row + number // len(PLACES) * CHART_ROWS
            indicator, style = projection.indicator, self.content.style(GROUP)
            title = f"{indicator.code}  {self.content.words.both(indicator.name, ' / ')}".rstrip()
            self.titles.append(Cell(at, first, title, style))
            self.merges.append(Block(at, first, at, last))
            yield self._chart(projection, at + 1, first)

    def sheet(self) -> Sheet:
        """Make the hidden sheet of what the charts draw."""
        headings = [Cell(0, column, name) for name, column in POSITION.items()]
        return Sheet(DRAWN, [*headings, *self.cells], visibility="hidden", protected=True)

    def _chart(self, projection: Projection, row: int, column: int) -> Chart:
        content, words, indicator = self.content, self.content.words, projection.indicator
        first, has_band = self.row, _has_band(projection)
        ticks = ticks_of(_numbers(projection))
        for line in _lines(projection, ticks, has_band=has_band):
            for at, value in enumerate(line):
                self.cells.append(Cell(self.row, at, value))
            self.row += 1
        label = words.label
        level = label("fan_chart", "interval", level=words.percent(projection.level))
        # Legends are laid out from left to right, and would put the sign on the wrong side.
        level += RIGHT_TO_LEFT_MARK if words.right_to_left else ""
        looks: list[tuple[str, str, str | None]] = [
            ("actual", label("heading", "actual"), ACTUAL),
            ("projection", label("heading", "projected"), PROJECTED),
            ("target", label("heading", "target"), TARGET),
        ]
        if has_band:
            looks = [("carrier", level, None), ("interval", level, BAND), *looks]
        left_out = set() if targets_of(projection) else {"target"}
        left_out |= set() if _has_points(projection) else {"projection"}
        percent = indicator.unit.kind is UnitKind.PERCENT
        said = " ".join(said_of_projection(projection, words))
        return Chart(
            row=row,
            column=column,
            series=[
                Series(
                    name=name,
                    categories=self._area("period", first),
                    values=self._area(drawn, first),
                    kind="area" if drawn in {"carrier", "interval"} else "line",
                    colour=colour,
                    dashed=drawn == "projection",
                    markers=drawn != "projection",
                )
                for drawn, name, colour in looks
                if drawn not in left_out
            ],
            value_title=words.shortened(content.unit_label(indicator), LONGEST_AXIS_TITLE),
            number_format='0" %"' if percent else number_format(indicator),
            mirrored=words.right_to_left,
            alt_text=words.shortened(said, LONGEST_ALT_TEXT),
            width=CHART_WIDTH,
            height=CHART_HEIGHT,
            minimum=ticks.low,
            maximum=ticks.high,
        )

    def _area(self, name: str, first: int) -> Area:
        return Area(DRAWN, first, POSITION[name], self.row - 1, POSITION[name])


Line = tuple[str | float | None, ...]


def _lines(projection: Projection, ticks: Ticks, *, has_band: bool) -> Iterator[Line]:
    """Give what is drawn, a line a period: the projection and its band start at the last figure."""
    code, targets = projection.indicator.code, dict(targets_of(projection))
    history = projection.history.figures
    is_known = _has_points(projection)
    for number, seen in enumerate(history, start=1):
        actual = shown_number(seen.quantity)
        start = actual if is_known and number == len(history) else None
        # A band of no width along the figures: from blank cells it would be drawn to zero.
        carrier, width = (actual, 0.0) if has_band and actual is not None else (None, None)
        yield code, str(seen.period), actual, None, start, carrier, width
    for figure in projection.figures:
        target = targets.get(figure.period)
        carrier, width = None, None
        if has_band and figure.interval is not None:
            carrier, high = _ends(figure.interval, ticks)
            width = high - carrier
        goal = None if target is None else shown_number(target)
        yield code, str(figure.period), None, goal, figure.quantity.best, carrier, width


def _has_points(projection: Projection) -> bool:
    """Tell whether what is projected is a number for every period, and no range."""
    return all(each.quantity.best is not None for each in projection.figures)


def _has_band(projection: Projection) -> bool:
    """Tell whether every period has an interval that can be drawn."""
    return all(
        each.interval is not None and _is_drawable(each.interval) for each in projection.figures
    )


def _is_drawable(interval: Quantity) -> bool:
    known = (each for each in (interval.low, interval.high) if each is not None)
    return all(abs(each) < MOST for each in known)


def _ends(interval: Quantity, ticks: Ticks) -> tuple[float, float]:
    """Give the ends of an interval; where it has none, that of the axis."""
    low = ticks.low if interval.low is None else interval.low
    return low, ticks.high if interval.high is None else interval.high


def _numbers(projection: Projection) -> Sequence[float]:
    """Give the numbers that the chart must have room for."""
    shown = [each.quantity for each in projection.history.figures]
    shown += [each.quantity for each in projection.figures]
    numbers = [shown_number(each) for each in shown]
    numbers += [shown_number(value) for _, value in targets_of(projection)]
    for figure in projection.figures:
        if figure.interval is not None:
            numbers += [figure.interval.low, figure.interval.high]
    return [each for each in numbers if each is not None]
