import xml.etree.ElementTree as ET

import pytest

from indh_me.compute import Projection
from indh_me.model import Baseline, Period, Quantity, Target
from indh_me.write.axis import Axis
from indh_me.write.fan_plot import (
    ACTUAL,
    BAND,
    BASELINE,
    PROJECTED,
    TARGET,
    FanPlot,
    baseline_of,
    targets_of,
)
from indh_me.write.words import Words
from yearly import YEARLY, projected, share


def drawn(projection: Projection) -> list[ET.Element]:
    """Draw a projection on axes of 2004 to 2014, and of 0 to 100: a pixel is a percent."""
    axes = {"x": Axis(2005, 2015, 0, 100), "y": Axis(0, 100, 100, 0)}
    plot = FanPlot(projection=projection, words=Words("en"), **axes)
    return list(ET.fromstring("<g>" + "".join(plot.drawn()) + "</g>"))


def look(elements: list[ET.Element], tag: str, **attributes: str) -> list[ET.Element]:
    """Give the elements of a tag with these attributes."""
    return [
        each
        for each in elements
        if each.tag == tag and all(each.get(key) == value for key, value in attributes.items())
    ]


def test_figures_are_dots() -> None:
    """Each figure is a dot where it belongs, filled; each projected one is hollow."""
    made = drawn(projected())
    dots = look(made, "circle", fill=ACTUAL)
    hollow = look(made, "circle", stroke=PROJECTED)

    assert [("10", "46"), ("20", "42")] == [(each.get("cx"), each.get("cy")) for each in dots[:2]]
    assert (6, 2) == (len(dots), len(hollow))
    assert ["#FFFFFF"] * 2 == [each.get("fill") for each in hollow]


def test_projection_starts_at_the_last_figure() -> None:
    """Line and band go on from the last figure; the projected line is dashed."""
    made = drawn(projected())
    (line,) = look(made, "path", stroke=PROJECTED)
    (band,) = look(made, "path", fill=BAND)

    assert (line.get("d") or "").startswith("M60 34 L70 ")
    assert (band.get("d") or "").startswith("M60 34 L70 ")
    assert (band.get("d") or "").endswith("L60 34 Z")
    assert line.get("stroke-dasharray") is not None


@pytest.mark.parametrize(
    ("last", "strokes"),
    [
        ("30..40", "M60 70 L60 60 M55 70 L60 70 L65 70 M55 60 L60 60 L65 60"),
        (">=30", "M60 70 L60 0 M55 70 L60 70 L65 70 M55 4 L60 0 L65 4"),
        ("<=40", "M60 100 L60 60 M55 96 L60 100 L65 96 M55 60 L60 60 L65 60"),
    ],
)
def test_bounds_are_bars(last: str, strokes: str) -> None:
    """A figure known within bounds is a bar and no dot; an arrow says where it has no bound."""
    made = drawn(projected(figures={**YEARLY, "2010": last}))
    (bar,) = look(made, "path", stroke=ACTUAL, **{"stroke-width": "1.25"})

    assert strokes == bar.get("d")
    assert 5 == len(look(made, "circle", fill=ACTUAL))


def test_an_estimate_has_dot_and_bar() -> None:
    """A figure with a best estimate and a range has both."""
    made = drawn(projected(figures={**YEARLY, "2010": "66 (60..70)"}))

    assert 6 == len(look(made, "circle", fill=ACTUAL))
    assert 1 == len(look(made, "path", stroke=ACTUAL, **{"stroke-width": "1.25"}))


def test_band_reaches_the_edge_where_it_is_open() -> None:
    """Intervals without an end on a side fill the chart to its edge, and the line is left out."""
    made = drawn(projected(share(unit="count", targets={"2012": 72}), {**YEARLY, "2010": ">=66"}))
    (band,) = look(made, "path", fill=BAND)

    assert " 0 " in (band.get("d") or "")
    assert [] == look(made, "path", stroke=PROJECTED, **{"stroke-width": "2.25"})


def test_no_interval_is_no_band() -> None:
    """Two figures have a projection without a band."""
    made = drawn(projected(figures={"2009": 60, "2010": 66}))

    assert [] == look(made, "path", fill=BAND)
    assert 1 == len(look(made, "path", stroke=PROJECTED))


def test_targets_are_labelled() -> None:
    """Each target is a diamond with its value; labels that would run together are left out."""
    made = drawn(projected(share(targets={"2011": 70, "2014": ">=72"})))
    labels = [each.text for each in look(made, "text")]

    assert 2 == len(look(made, "path", fill=TARGET))
    assert ["at least 72 %"] == labels


def test_target_asked_for_is_drawn_of_a_refusal() -> None:
    """A target of a refused projection is there all the same."""
    made = projected(figures={"2010": 66})

    assert ((Period.year(2012), Quantity.exactly(72)),) == targets_of(made)
    assert 1 == len(look(drawn(made), "path", fill=TARGET))


def test_band_to_stay_in() -> None:
    """What is to be maintained has the edges of its band across the chart."""
    kept = share(direction="maintain", band=Quantity.between(50, 60))
    lines = look(drawn(projected(kept, to="2012")), "path", stroke=TARGET)

    assert ["M0 50 L100 50", "M0 40 L100 40"] == [each.get("d") for each in lines]


def test_baseline() -> None:
    """A baseline is a square at its date, or a line across where it has none."""
    dated = share(targets={"2012": 72}).with_baseline(
        Baseline(Quantity.exactly(52), period=Period.year(2005))
    )
    loose = share(targets={"2012": 72}, baseline=52)
    (mark,) = look(drawn(projected(dated)), "rect", stroke=BASELINE)
    (line,) = look(drawn(projected(loose)), "path", stroke=BASELINE)

    assert ("4", "42") == (mark.get("x"), mark.get("y"))
    assert "M0 48 L100 48" == line.get("d")
    assert baseline_of(projected()) is None


def test_baseline_of_a_year_is_none_of_a_total() -> None:
    """The baseline of a yearly flow is not drawn beside totals since the start."""
    flow = share(unit="count", accumulation="sum", baseline=50)
    year = Period.year(2012)
    yearly, total = (
        flow.with_targets(Target(period=year, value=500, cumulative=cumulative))
        for cumulative in (False, True)
    )

    assert (None, Quantity.exactly(50)) == baseline_of(projected(yearly))
    assert baseline_of(projected(total)) is None
