"""Bars beside figures (SVG): how far something has come, and how far it should be."""

from indh_me.write.style import INK, LINE, NAVY
from indh_me.write.svg import element
from indh_me.write.tables import Bar

__all__ = ["bar_drawn"]

WIDTH, HEIGHT, THICK = 96.0, 14.0, 8.0
MARK = 2.0
TRACK, UNSURE = "#EDEDED", "#9DBAD0"


def bar_drawn(bar: Bar, said: str, *, right_to_left: bool = False) -> str:
    """Draw a bar: full as far as it is certain, paler as far as it may reach, the mark across it.

    Parameters
    ----------
    bar
        What is drawn; beyond one whole it ends there.
    said
        The same in words, for those who do not see it.
    right_to_left
        Whether it begins at the right.

    Examples
    --------
    >>> from indh_me.model import Quantity
    >>> bar_drawn(Bar(Quantity.exactly(0.5), 0.8), "50 %").count("<rect")
    3
    """
    certain, possible = bar.ends
    top = (HEIGHT - THICK) / 2
    parts = [(0.0, 1.0, TRACK, top, THICK)]
    if possible > certain:
        parts.append((certain, possible, UNSURE, top, THICK))
    if certain > 0:
        parts.append((0.0, certain, NAVY, top, THICK))
    drawn = [
        _part(WIDTH * start, WIDTH * (end - start), colour, y, high, right_to_left=right_to_left)
        for start, end, colour, y, high in parts
    ]
    if bar.mark is not None:
        at = min(max(bar.mark, 0.0), 1.0) * (WIDTH - MARK)
        drawn.append(_part(at, MARK, INK, 0, HEIGHT, right_to_left=right_to_left))
    return element(
        "svg",
        *drawn,
        class_="bar",
        width=WIDTH,
        height=HEIGHT,
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        role="img",
        aria_label=said,
    )


def _part(
    along: float, width: float, colour: str, y: float, height: float, *, right_to_left: bool
) -> str:
    x = WIDTH - along - width if right_to_left else along
    edge = LINE if colour == TRACK else "none"
    return element("rect", x=x, y=y, width=width, height=height, fill=colour, stroke=edge)
