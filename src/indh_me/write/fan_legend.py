"""The legend of a fan chart: what it shows, in words, each with a mark like those it draws."""

from collections.abc import Callable, Iterator

from indh_me.compute import Projection

from .fan_plot import (
    ACTUAL,
    BAND,
    BASELINE,
    HOLLOW,
    PROJECTED,
    TARGET,
    band_of,
    baseline_of,
    diamond,
    dot,
    square,
    targets_of,
)
from .svg import element, path_of
from .words import Words

__all__ = ["SWATCH", "Swatch", "legend_items"]

Swatch = Callable[[float, float], str]
"""Draws a mark around a point."""

#: Width of the widest mark, in pixels.
SWATCH = 26.0
DASHED, DOTTED = "7 4", "2 3"


def legend_items(projection: Projection, words: Words) -> Iterator[tuple[str, Swatch]]:
    """Give what the chart of a projection shows.

    Parameters
    ----------
    projection
        What was projected.
    words
        In which language.

    Yields
    ------
    tuple[str, Swatch]
        Its words, and what draws its mark.
    """
    label = words.label
    figures = [each.quantity for each in projection.history.figures]
    if figures:
        yield label("heading", "actual"), _dotted(ACTUAL, ACTUAL)
    if any(each.best is None for each in figures):
        yield label("fan_chart", "bounded"), _bar
    if projection.figures:
        yield label("heading", "projected"), _dotted(PROJECTED, HOLLOW, stroke_dasharray=DASHED)
    if any(each.interval is not None for each in projection.figures):
        level = words.percent(projection.level)
        yield label("fan_chart", "interval", level=level), _patch
    if targets_of(projection):
        yield label("heading", "target"), diamond
    if band_of(projection) is not None:
        yield label("heading", "band"), _stroke(TARGET, stroke_dasharray=DOTTED)
    baseline = baseline_of(projection)
    if baseline is not None:
        line = _stroke(BASELINE, stroke_dasharray=DOTTED)
        yield label("heading", "baseline"), line if baseline[0] is None else square


def _stroke(colour: str, **look: str) -> Swatch:
    def draw(x: float, y: float) -> str:
        line = path_of([(x - SWATCH / 2, y), (x + SWATCH / 2, y)])
        return element("path", d=line, fill="none", stroke=colour, stroke_width=2.25, **look)

    return draw


def _dotted(colour: str, fill: str, **look: str) -> Swatch:
    stroke = _stroke(colour, **look)

    def draw(x: float, y: float) -> str:
        return element("g", stroke(x, y), dot(x, y, colour, fill))

    return draw


def _bar(x: float, y: float) -> str:
    line = f"{path_of([(x, y - 6), (x, y + 6)])} {path_of([(x - 5, y - 6), (x + 5, y - 6)])}"
    line += f" {path_of([(x - 5, y + 6), (x + 5, y + 6)])}"
    return element("path", d=line, fill="none", stroke=ACTUAL, stroke_width=1.25)


def _patch(x: float, y: float) -> str:
    return element("rect", x=x - SWATCH / 2, y=y - 6, width=SWATCH, height=12, fill=BAND)
