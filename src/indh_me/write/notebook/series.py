"""Small pictures of series (SVG): figures, where they are heading, targets and the band."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from indh_me.model import Quantity
from indh_me.write.axis import Axis
from indh_me.write.fan_plot import ACTUAL, BAND, BASELINE, HOLLOW, PROJECTED, TARGET
from indh_me.write.svg import element, path_of

__all__ = ["Dated", "Series", "series_drawn"]

WIDTH, HEIGHT, INSET = 150.0, 34.0, 5.0
DOT, DIAMOND, SQUARE = 2.0, 4.0, 3.0
LINE, THIN = 1.5, 1.0
DASHES, DOTS = "4 2", "1.5 2"

Dated = tuple[float, Quantity]
"""A figure and where it stands on the axis of time, in years."""


@frozen(kw_only=True)
class Series:
    """What a small picture draws; any part may be empty.

    Parameters
    ----------
    actual, ahead, intervals, targets
        What was reached, what is projected and within what, and what is wanted, by time.
    baseline
        Where it began.
    kept
        What is to be kept within; drawn all along.
    """

    actual: Sequence[Dated] = ()
    ahead: Sequence[Dated] = ()
    intervals: Sequence[Dated] = ()
    targets: Sequence[Dated] = ()
    baseline: Dated | None = None
    kept: Quantity | None = None

    @property
    def dated(self) -> list[Dated]:
        """Everything that stands at a time."""
        start = [] if self.baseline is None else [self.baseline]
        return [*start, *self.actual, *self.ahead, *self.intervals, *self.targets]


def series_drawn(series: Series, said: str, *, right_to_left: bool = False) -> str:
    """Draw a series as large as a line of text is high.

    Parameters
    ----------
    series
        What is drawn.
    said
        The same in words, for those who do not see it.
    right_to_left
        Whether time runs that way.

    Returns
    -------
    str
        An SVG element; nothing when no figure has a number. Figures are dots on a line, the
        projection is dashed on its band, targets are diamonds joined by dots, the baseline is a
        square. A figure known within bounds stands at a bound of it.

    Examples
    --------
    >>> figures = [(2007.0, Quantity.exactly(60)), (2008.0, Quantity.exactly(64))]
    >>> series_drawn(Series(actual=figures), "60, 64").count("<circle")
    2
    """
    numbers = list(_numbers(series))
    if not numbers:
        return ""
    low, high = min(numbers), max(numbers)
    years = [year for year, _ in series.dated]
    first, last = min(years), max(years)
    sides = (WIDTH - INSET, INSET) if right_to_left else (INSET, WIDTH - INSET)
    middle = WIDTH / 2
    x = Axis(first, last, *sides) if first < last else Axis(0, 1, middle, middle)
    y = Axis(low, high, HEIGHT - INSET, INSET) if low < high else Axis(0, 1, HEIGHT / 2, HEIGHT / 2)
    return element(
        "svg",
        *_Small(series, x, y).drawn(),
        class_="series",
        width=WIDTH,
        height=HEIGHT,
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        role="img",
        aria_label=said,
    )


@frozen
class _Small:
    """A series on its axes."""

    series: Series
    x: Axis
    y: Axis

    def drawn(self) -> Iterable[str]:
        series = self.series
        yield from self._band()
        for edge in () if series.kept is None else (series.kept.low, series.kept.high):
            if edge is not None:
                at = self.y.place(edge)
                yield from _line([(INSET, at), (WIDTH - INSET, at)], TARGET, DOTS)
        yield from _line(self._places(series.targets), TARGET, DOTS)
        yield from _line(self._places([*series.actual[-1:], *series.ahead]), PROJECTED, DASHES)
        yield from _line(self._places(series.actual), ACTUAL)
        if series.baseline is not None:
            for x, y in self._places([series.baseline]):
                place = {"x": x - SQUARE, "y": y - SQUARE, "width": 2 * SQUARE}
                look = _look(HOLLOW, BASELINE, THIN)
                yield element("rect", **place, height=2 * SQUARE, **look)
        for x, y in self._places(series.targets):
            corners = [(x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y)]
            yield element("path", d=path_of(corners, closed=True), fill=TARGET)
        for figures, colour, fill in (
            (series.ahead, PROJECTED, HOLLOW),
            (series.actual, ACTUAL, ACTUAL),
        ):
            for x, y in self._places(figures):
                yield element("circle", cx=x, cy=y, r=DOT, **_look(fill, colour, THIN))

    def _places(self, figures: Iterable[Dated]) -> list[tuple[float, float]]:
        known = ((year, _number(quantity)) for year, quantity in figures)
        return [
            (self.x.place(year), self.y.place(number))
            for year, number in known
            if number is not None
        ]

    def _band(self) -> Iterable[str]:
        steps = [*self.series.actual[-1:], *self.series.intervals]
        if not self.series.intervals or len(steps) < 2:  # noqa: PLR2004 - two edges
            return
        foot, head = self.y.first, self.y.last
        lower = [(self.x.place(year), self._end(value.low, foot)) for year, value in steps]
        upper = [(self.x.place(year), self._end(value.high, head)) for year, value in steps]
        yield element("path", d=path_of([*lower, *reversed(upper)], closed=True), fill=BAND)

    def _end(self, bound: float | None, edge: float) -> float:
        return edge if bound is None else self.y.place(bound)


def _line(
    points: Sequence[tuple[float, float]], colour: str, dashes: str = "none"
) -> Iterable[str]:
    if len(points) > 1:
        look = _look("none", colour, LINE)
        yield element("path", d=path_of(points), stroke_dasharray=dashes, **look)


def _look(fill: str, stroke: str, width: float) -> dict[str, str | float]:
    return {"fill": fill, "stroke": stroke, "stroke_width": width}


def _number(quantity: Quantity) -> float | None:
    known = (quantity.best, quantity.low, quantity.high)
    return next((each for each in known if each is not None), None)


def _numbers(series: Series) -> Iterable[float]:
    for _, quantity in series.dated:
        yield from _ends(quantity)
    if series.kept is not None:
        yield from _ends(series.kept)


def _ends(quantity: Quantity) -> Iterable[float]:
    ends = (quantity.low, quantity.best, quantity.high)
    return (each for each in ends if each is not None)
