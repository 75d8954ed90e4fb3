"""What a fan chart draws inside its axes: figures, projection, band, targets and baseline."""

from collections.abc import Iterator

from attrs import frozen

from indh_me.compute import Projection
from indh_me.model import Direction, Period, Quantity

from .axis import Axis, spread_out
from .svg import element, path_of, text_element
from .words import Words

__all__ = [
    "ACTUAL",
    "BAND",
    "BASELINE",
    "HOLLOW",
    "PROJECTED",
    "TARGET",
    "FanPlot",
    "band_of",
    "baseline_of",
    "diamond",
    "dot",
    "square",
    "targets_of",
]

#: Colours that differ in lightness as well: dark, middle and pale on paper in black and white.
ACTUAL, PROJECTED, BAND, TARGET, BASELINE = "#0B3C5D", "#2E75B6", "#CFE1F2", "#96290F", "#595959"
HOLLOW = "#FFFFFF"
DASHES = "7 4"
LINE, THIN = 2.25, 1.25
DOT, CAP, DIAMOND, SQUARE, ARROW = 4.0, 5.0, 7.0, 6.0, 4.0
LABEL_SIZE = 12.0
#: Pixels between a target and its label, and between two labels.
LABEL_GAP, LABELS_APART = 12.0, 6.0


@frozen(kw_only=True)
class FanPlot:
    """A projection on a pair of axes.

    Parameters
    ----------
    projection
        What is drawn.
    words
        In which language its targets are labelled.
    x, y
        The axes: of years, and of figures.
    """

    projection: Projection
    words: Words
    x: Axis
    y: Axis

    def drawn(self) -> Iterator[str]:
        """Draw everything, the band at the very back."""
        yield from self._band()
        yield from self._kept_range()
        yield from self._baseline()
        projection = self.projection
        history = projection.history
        actual = [(each.year, each.quantity) for each in history.figures]
        ahead = [(history.year_of(each.period), each.quantity) for each in projection.figures]
        yield from self._line(actual, stroke=ACTUAL)
        yield from self._line([*actual[-1:], *ahead], stroke=PROJECTED, stroke_dasharray=DASHES)
        for year, quantity in ahead:
            yield from self._mark(year, quantity, PROJECTED, hollow=True)
        for year, quantity in actual:
            yield from self._mark(year, quantity, ACTUAL, hollow=False)
        yield from self._targets()

    def _at(self, year: float, figure: float) -> tuple[float, float]:
        return self.x.place(year), self.y.place(figure)

    def _line(self, figures: list[tuple[float, Quantity]], **look: str) -> Iterator[str]:
        """Join the figures with a best estimate, as far as they follow one another."""
        for part in _unbroken(figures):
            points = path_of(self._at(year, number) for year, number in part)
            yield element("path", d=points, fill="none", stroke_width=LINE, **look)

    def _mark(self, year: float, quantity: Quantity, colour: str, *, hollow: bool) -> Iterator[str]:
        """Draw a figure: a dot for what is known best, a bar or an arrow for how far it may be."""
        if not quantity.is_exact:
            yield from self._bounds(year, quantity, colour)
        if quantity.best is not None:
            yield dot(*self._at(year, quantity.best), colour, HOLLOW if hollow else colour)

    def _bounds(self, year: float, quantity: Quantity, colour: str) -> Iterator[str]:
        known = (quantity.low, quantity.best, quantity.high)
        ends = [each for each in known if each is not None]
        if not ends:
            return
        x, low = self._at(year, ends[0])
        high = self.y.place(ends[-1])
        look: dict[str, str | float] = {"fill": "none", "stroke": colour, "stroke_width": THIN}
        # What has no bound on a side goes on to the edge, where an arrow says so.
        foot = self.y.first if quantity.low is None else low
        head = self.y.last if quantity.high is None else high
        strokes = [path_of([(x, foot), (x, head)])]
        for end, is_open, turn in (
            (foot, quantity.low is None, -1),
            (head, quantity.high is None, 1),
        ):
            back = end + turn * ARROW if is_open else end
            strokes.append(path_of([(x - CAP, back), (x, end), (x + CAP, back)]))
        yield element("path", d=" ".join(strokes), **look)

    def _band(self) -> Iterator[str]:
        """Fill what lies between the ends of the intervals, from the last figure on."""
        projection = self.projection
        history = projection.history
        steps = [(each.year, each.quantity) for each in history.figures[-1:]]
        for each in projection.figures:
            if each.interval is None:
                return
            steps.append((history.year_of(each.period), each.interval))
        if len(steps) > 1:
            lower = [(self.x.place(year), self._low(value)) for year, value in steps]
            upper = [(self.x.place(year), self._high(value)) for year, value in steps]
            around = path_of([*lower, *reversed(upper)], closed=True)
            yield element("path", d=around, fill=BAND)

    def _low(self, quantity: Quantity) -> float:
        return self.y.first if quantity.low is None else self.y.place(quantity.low)

    def _high(self, quantity: Quantity) -> float:
        return self.y.last if quantity.high is None else self.y.place(quantity.high)

    def _kept_range(self) -> Iterator[str]:
        """Draw the edges of what an indicator is to stay in."""
        band = band_of(self.projection)
        for edge in () if band is None else (band.low, band.high):
            if edge is not None:
                yield self._across(edge, TARGET)

    def _across(self, figure: float, colour: str) -> str:
        y = self.y.place(figure)
        line = path_of([(self.x.first, y), (self.x.last, y)])
        look = {"stroke": colour, "stroke_dasharray": "2 3"}
        return element("path", d=line, fill="none", stroke_width=THIN, **look)

    def _baseline(self) -> Iterator[str]:
        baseline = baseline_of(self.projection)
        if baseline is None:
            return
        period, quantity = baseline
        known = (quantity.best, quantity.low, quantity.high)
        figure = next((each for each in known if each is not None), None)
        if figure is None:
            return
        if period is None:
            yield self._across(figure, BASELINE)
            return
        year = self.projection.history.year_of(period)
        if not quantity.is_exact:
            yield from self._bounds(year, quantity, BASELINE)
        if quantity.best is not None:
            yield square(*self._at(year, figure))

    def _targets(self) -> Iterator[str]:
        placed = []
        for period, value in targets_of(self.projection):
            known = [each for each in (value.best, value.low, value.high) if each is not None]
            if not known:
                continue
            year = self.projection.history.year_of(period)
            if not value.is_exact:
                yield from self._bounds(year, value, TARGET)
            x, y = self._at(year, known[0])
            yield diamond(x, y)
            label = self.words.quantity(value, self.projection.indicator.unit)
            placed.append((x, y, label))
        fits = spread_out([(x, label) for x, _, label in placed], size=LABEL_SIZE, gap=LABELS_APART)
        for (x, y, label), is_shown in zip(placed, fits, strict=True):
            if is_shown:
                above = y - LABEL_GAP > self.y.last + LABEL_SIZE
                yield text_element(
                    "text",
                    label,
                    x=x,
                    y=y - LABEL_GAP if above else y + LABEL_GAP + LABEL_SIZE * 0.7,
                    text_anchor="middle",
                    font_size=LABEL_SIZE,
                    fill=TARGET,
                    stroke=HOLLOW,
                    stroke_width=3,
                    paint_order="stroke",
                )


def targets_of(projection: Projection) -> tuple[tuple[Period, Quantity], ...]:
    """Give the targets drawn: those of the periods projected to, or the one asked about."""
    found = {each.period: each.target for each in projection.figures}
    if projection.to is not None:
        found.setdefault(projection.to, projection.target)
    return tuple((period, value) for period, value in found.items() if value is not None)


def band_of(projection: Projection) -> Quantity | None:
    """Give what an indicator to maintain is to stay in; `None` of others."""
    indicator = projection.indicator
    return indicator.band if indicator.direction is Direction.MAINTAIN else None


def baseline_of(projection: Projection) -> tuple[Period | None, Quantity] | None:
    """Give the baseline with its period; `None` where it is no figure like those drawn."""
    given, history = projection.indicator.baseline, projection.history
    if given is None or given.quantity is None:
        return None
    # A flow's baseline is about a period: beside totals since the start it would mislead.
    is_alike = history.accumulation is projection.indicator.accumulation
    return (given.period, given.quantity) if is_alike else None


def dot(x: float, y: float, colour: str, fill: str) -> str:
    """Draw the mark of a figure."""
    return element("circle", cx=x, cy=y, r=DOT, fill=fill, stroke=colour, stroke_width=THIN)


def diamond(x: float, y: float) -> str:
    """Draw the mark of a target."""
    corners = [(x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y)]
    return element("path", d=path_of(corners, closed=True), fill=TARGET)


def square(x: float, y: float) -> str:
    """Draw the mark of a baseline."""
    place = {"x": x - SQUARE, "y": y - SQUARE, "width": 2 * SQUARE, "height": 2 * SQUARE}
    return element("rect", **place, fill="none", stroke=BASELINE, stroke_width=THIN)


def _unbroken(figures: list[tuple[float, Quantity]]) -> Iterator[list[tuple[float, float]]]:
    """Give runs of two figures or more that have a best estimate."""
    run: list[tuple[float, float]] = []
    for year, quantity in figures:
        if quantity.best is not None:
            run.append((year, quantity.best))
            continue
        if len(run) > 1:
            yield run
        run = []
    if len(run) > 1:
        yield run
