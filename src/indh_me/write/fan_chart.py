"""Fan charts: figures, where they are heading, and how sure that is, as a picture (SVG)."""

from collections.abc import Iterable, Iterator
from os import PathLike

from attrs import frozen

from indh_me.compute import Projection
from indh_me.model import Label, UnitKind

from .axis import Axis, Ticks, spread_out, ticks_of
from .fan_legend import SWATCH, legend_items
from .fan_plot import FanPlot, band_of, baseline_of, targets_of
from .projection_words import figures_in_words, said_of_projection
from .replacing import replacing
from .svg import element, font_width, path_of, text_element, wrapped
from .words import Words

__all__ = ["fan_chart", "write_fan_chart"]

WIDTH, MARGIN = 720.0, 24.0
PLOT_HEIGHT = 300.0
#: Between the axes and the first and last figure.
INSET = 18.0
FONTS = "system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif"
INK, GREY, GRID = "#222222", "#595959", "#D9D9D9"
TITLE_SIZE, TEXT_SIZE, TICK_SIZE = 17.0, 13.0, 12.0
#: A line of text is as much higher than its letters.
LEADING = 1.45
SWATCH_GAP, ITEM_GAP = 6.0, 18.0
LABELS_APART = 10.0
LONGEST_UNIT = 100
#: Half of the years that a chart of one date shows.
HALF_A_SPAN = 0.5


def fan_chart(projection: Projection, language: str = "en", labels: Iterable[Label] = ()) -> str:
    """Draw a projection as a fan chart.

    Parameters
    ----------
    projection
        What was projected; of one that is refused, the figures, the target and the reason.
    language
        Language of its words, such as ``ar``: then time runs from right to left.
    labels
        Labels of a framework's own.

    Returns
    -------
    str
        A whole SVG file: no script, no font and nothing else from elsewhere. Its title and its
        description say the same in words.

    Notes
    -----
    Figures are dots that a line joins; one known within bounds is a bar, with an arrow where it
    has no bound. The projection is dashed, its intervals are the band, targets are diamonds, the
    baseline is a square, or a line across the chart where it has no date. Each figure stands
    where the projection has it: a level on the last day of its period, others in the middle.

    Examples
    --------
    >>> from indh_me.compute import project
    >>> made = project({"2003": 60, "2004": 62, "2005": 65, "2006": 67}, to="2010", target=72)
    >>> drawn = fan_chart(made, "fr")
    >>> drawn.startswith("<svg "), "Valeur projetée" in drawn
    (True, True)
    """
    return _Fan(projection, Words(language, labels=labels)).drawn()


def write_fan_chart(
    projection: Projection,
    path: str | PathLike[str],
    *,
    language: str = "en",
    labels: Iterable[Label] = (),
) -> None:
    """Write a projection as a fan chart.

    Parameters
    ----------
    projection, language, labels
        As for `fan_chart`.
    path
        The .svg file; an old one is replaced whole or not at all.

    Raises
    ------
    OutputError
        When the file cannot be written; the old one is intact.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from indh_me.compute import project
    >>> file = pathlib.Path(tempfile.mkdtemp(), "fan.svg")
    >>> write_fan_chart(project({"2005": 65, "2006": 67}, to="2010"), file, language="ar")
    >>> file.read_text(encoding="utf-8").startswith("<svg")
    True
    """
    drawn = fan_chart(projection, language, labels)
    with replacing(path) as new:
        new.write_text(drawn, encoding="utf-8", newline="\n")


@frozen
class _Fan:
    """A fan chart while it is drawn."""

    projection: Projection
    words: Words

    def drawn(self) -> str:
        words = self.words
        title, said = self._title(), list(said_of_projection(self.projection, words))
        top = MARGIN + TITLE_SIZE
        lines, top = self._lines([title], top, TITLE_SIZE, font_weight="bold", fill=INK)
        under, top = self._lines([self._subtitle()], top, TEXT_SIZE, fill=GREY)
        legend, top = self._legend(top + 4)
        foot = top + PLOT_HEIGHT
        plot = list(self._plot(top, foot))
        caption, end = self._lines(said, foot + TICK_SIZE + 30, TEXT_SIZE, fill=INK)
        height = end - TEXT_SIZE + MARGIN
        described = " ".join([*map(_sentence, said), figures_in_words(self.projection, words)])
        return (
            element(
                "svg",
                text_element("title", title),
                text_element("desc", described),
                element("rect", width=WIDTH, height=height, fill="#FFFFFF"),
                *(*lines, *under, *legend, *plot, *caption),
                xmlns="http://www.w3.org/2000/svg",
                width=WIDTH,
                height=height,
                viewBox=f"0 0 {WIDTH:g} {height:.2f}",
                role="img",
                xml_lang=words.language,
                direction="rtl" if words.right_to_left else "ltr",
                font_family=FONTS,
            )
            + "\n"
        )

    def _title(self) -> str:
        indicator = self.projection.indicator
        return f"{indicator.code}  {self.words.text(indicator.name)}".strip()

    def _subtitle(self) -> str:
        indicator, words, day = self.projection.indicator, self.words, self.projection.as_of
        unit = words.label("unit", indicator.unit.kind)
        if indicator.unit_label is not None:
            unit = words.text(indicator.unit_label)
        parts = [words.shortened(unit, LONGEST_UNIT)]
        if indicator.unit.currency is not None:
            parts.append(indicator.unit.currency)
        if day is not None:
            parts.append(words.label("phrase", "as_of", date=words.day(day)))
        return " \u00b7 ".join(parts)

    def _start(self, distance: float) -> float:
        """Give the pixel at a distance from the side that reading starts at."""
        return WIDTH - distance if self.words.right_to_left else distance

    def _lines(
        self, texts: list[str], top: float, size: float, **look: str
    ) -> tuple[list[str], float]:
        """Write texts, each on lines of its own; give them with the height of the next line."""
        made = []
        for text in texts:
            for line in wrapped(text, size, WIDTH - 2 * MARGIN):
                place = {"x": self._start(MARGIN), "y": top, "font_size": size}
                made.append(text_element("text", line, **place, **look))
                top += size * LEADING
        return made, top

    def _legend(self, top: float) -> tuple[list[str], float]:
        made, along = [], MARGIN
        for label, swatch in legend_items(self.projection, self.words):
            width = SWATCH + SWATCH_GAP + font_width(label, TEXT_SIZE)
            if along > MARGIN and along + width > WIDTH - MARGIN:
                along, top = MARGIN, top + TEXT_SIZE * LEADING
            made.append(swatch(self._start(along + SWATCH / 2), top - TEXT_SIZE * 0.35))
            x = self._start(along + SWATCH + SWATCH_GAP)
            made.append(text_element("text", label, x=x, y=top, font_size=TEXT_SIZE, fill=INK))
            along += width + ITEM_GAP
        return made, top + 16

    def _plot(self, top: float, foot: float) -> Iterator[str]:
        """Draw the axes, and everything inside them."""
        projection, words = self.projection, self.words
        ticks = ticks_of(_numbers(projection))
        shown = [self._tick(ticks, number) for number in ticks.numbers]
        side = MARGIN + max(font_width(each, TICK_SIZE) for each in shown) + 8
        y = Axis(ticks.low, ticks.high, foot, top)
        for number, text in zip(ticks.numbers, shown, strict=True):
            level = y.place(number)
            grid = path_of([(self._start(side), level), (self._start(WIDTH - MARGIN), level)])
            yield element("path", d=grid, stroke=GRID, stroke_width=1)
            # The end of a number is beside the axis, in either reading direction.
            at = {"x": self._start(side - 8), "y": level + TICK_SIZE * 0.35}
            look = {"text_anchor": "end", "fill": GREY}
            yield text_element("text", text, **at, **look, font_size=TICK_SIZE)
        dated = dict(_dates(projection))
        if not dated:
            return
        years = list(dated.values())
        first, last = min(years), max(years)
        if first == last:
            first, last = first - HALF_A_SPAN, last + HALF_A_SPAN
        x = Axis(first, last, self._start(side + INSET), self._start(WIDTH - MARGIN - INSET))
        yield from self._periods(x, dated, foot)
        yield from FanPlot(projection=projection, words=words, x=x, y=y).drawn()

    def _tick(self, ticks: Ticks, number: float) -> str:
        shown = self.words.number(number, max(ticks.decimals, 1))
        percent = self.projection.indicator.unit.kind is UnitKind.PERCENT
        return f"{shown}\u00a0%" if percent else shown

    def _periods(self, x: Axis, dated: dict[str, float], foot: float) -> Iterator[str]:
        """Write the names of periods under the places of their figures, as many as fit."""
        labels = []
        for name, year in sorted(dated.items(), key=lambda each: each[1]):
            half = font_width(name, TICK_SIZE) / 2 + 4
            labels.append((min(max(x.place(year), half), WIDTH - half), name))
        fits = spread_out(labels, size=TICK_SIZE, gap=LABELS_APART)
        for (middle, name), is_shown in zip(labels, fits, strict=True):
            tick = path_of([(x.place(dated[name]), foot), (x.place(dated[name]), foot + 5)])
            yield element("path", d=tick, stroke=GREY, stroke_width=1)
            if is_shown:
                at = {"x": middle, "y": foot + TICK_SIZE + 9}
                yield text_element(
                    "text",
                    name,
                    **at,
                    text_anchor="middle",
                    direction="ltr",
                    font_size=TICK_SIZE,
                    fill=GREY,
                )


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _numbers(projection: Projection) -> Iterator[float]:
    """Give every number that the chart must have room for."""
    shown = [each.quantity for each in projection.history.figures]
    for figure in projection.figures:
        shown.append(figure.quantity)
        shown += [] if figure.interval is None else [figure.interval]
    shown += [value for _, value in targets_of(projection)]
    band, baseline = band_of(projection), baseline_of(projection)
    shown += [] if band is None else [band]
    shown += [] if baseline is None else [baseline[1]]
    for each in shown:
        yield from (end for end in (each.low, each.best, each.high) if end is not None)


def _dates(projection: Projection) -> Iterator[tuple[str, float]]:
    """Give the names of the periods shown, with the years that they stand at."""
    history, baseline = projection.history, baseline_of(projection)
    periods = [] if baseline is None else [baseline[0]]
    periods += [each.period for each in history.figures]
    periods += [each.period for each in projection.figures]
    for period in (*periods, projection.to):
        if period is not None:
            yield str(period), history.year_of(period)
