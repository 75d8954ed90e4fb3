import xml.etree.ElementTree as ET

import pytest

from indh_me.model import Quantity
from indh_me.write.notebook.bars import bar_drawn
from indh_me.write.notebook.series import Series, series_drawn
from indh_me.write.tables import Bar


def test_nothing_to_draw() -> None:
    """A series of figures of which nothing is known is not drawn."""
    assert "" == series_drawn(Series(actual=[(2008.0, Quantity())]), "")


def test_equal_figures_lie_in_the_middle() -> None:
    """Figures that are all alike, or one alone, stand in the middle of the picture."""
    root = ET.fromstring(series_drawn(Series(actual=[(2008.0, Quantity.exactly(4))]), "4"))
    (dot,) = root.iter("circle")

    assert ("75", "17") == (dot.get("cx"), dot.get("cy"))


def test_band_without_a_bound_goes_to_the_edge() -> None:
    """An interval without a bound is drawn to the edge of the picture."""
    figures = [(2008.0, Quantity.exactly(4)), (2009.0, Quantity.exactly(6))]
    series = Series(
        actual=figures, intervals=[(2010.0, Quantity.at_least(5))], ahead=[(2010.0, Quantity())]
    )
    band = next(ET.fromstring(series_drawn(series, "")).iter("path"))

    assert "M75 5 L145 17 L145 5 L75 5 Z" == band.get("d")


@pytest.mark.parametrize(
    ("share", "widths"),
    [
        (Quantity.exactly(0.5), ["96", "48"]),
        (Quantity.exactly(-1), ["96"]),
        (Quantity.exactly(3), ["96", "96"]),
        (Quantity.between(0.25, 0.5), ["96", "24", "24"]),
        (Quantity.at_least(0.5), ["96", "48", "48"]),
        (Quantity.at_most(0.5), ["96", "48"]),
        (Quantity(), ["96", "96"]),
    ],
    ids=str,
)
def test_bar_is_as_long_as_its_share(share: Quantity, widths: list[str]) -> None:
    """A bar is full as far as is certain, and paler as far as may be."""
    root = ET.fromstring(bar_drawn(Bar(share), str(share)))

    assert sorted(widths) == sorted(each.get("width", "") for each in root)


def test_bar_of_arabic_begins_at_the_right() -> None:
    """From right to left, a bar grows the other way, its mark too."""
    drawn = bar_drawn(Bar(Quantity.exactly(0.25), 1.0), "25 %", right_to_left=True)
    track, full, mark = ET.fromstring(drawn)

    assert ["0", "72", "0"] == [each.get("x") for each in (track, full, mark)]
