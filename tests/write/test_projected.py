import pytest

from indh_me.compute import RequiredPace, project
from indh_me.model import Quantity
from indh_me.write.projected import (
    interval_written,
    pace_ratio,
    point_written,
    probability_written,
    share_written,
)
from indh_me.write.words import Words
from projected import drafted, drifting
from refusals import Strange

ENGLISH = Words("en")


@pytest.mark.parametrize(
    ("probability", "expected"),
    [
        (Quantity.exactly(0.684), "68 %"),
        (Quantity.exactly(0), "below 1 %"),
        (Quantity.exactly(0.0099), "below 1 %"),
        (Quantity.exactly(0.01), "1 %"),
        (Quantity.exactly(0.99), "99 %"),
        (Quantity.exactly(0.9901), "above 99 %"),
        (Quantity.exactly(1), "above 99 %"),
        (Quantity.between(0.31, 1), "at least 31 %"),
        (Quantity.between(0, 0.31), "at most 31 %"),
        (Quantity.between(0.2, 0.31), "between 20 % and 31 %"),
        (Quantity.between(0.201, 0.202), "20 %"),
        (Quantity(0.25, 0.2, 0.31), "about 25 % (between 20 % and 31 %)"),
        (Quantity(0.25, 0, 0.31), "about 25 % (at most 31 %)"),
        (Quantity.between(0, 1), "unknown"),
        (Quantity.between(0, 0.004), "below 1 %"),
        (Quantity.between(0.996, 1), "above 99 %"),
    ],
)
def test_probability_is_never_certain(probability: Quantity, expected: str) -> None:
    """A probability is a whole percentage; rounding makes it neither 0 nor 100."""
    assert expected == share_written(probability, ENGLISH)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fr", ("moins de 1 %", "plus de 99 %")), ("ar", ("أقل من 1\u00a0%", "أكثر من 99\u00a0%"))],
)
def test_probability_in_other_languages(language: str, expected: tuple[str, str]) -> None:
    """The ends of the scale have their words in each language."""
    words = Words(language)

    assert expected == tuple(share_written(Quantity.exactly(each), words) for each in (0, 1))


def test_certain_only_where_nothing_can_change_it() -> None:
    """A running total that is past its target has met it; any other figure may fall back."""
    figures, target = {"2005": 20, "2006": 41, "2007": 63}, {"2010": 60}
    counted = drafted(figures, target, accumulation="running_total")
    level = drafted({"2005": 20, "2006": 20, "2007": 20}, {"2010": 5}, accumulation="latest")

    assert counted.last is not None
    assert level.last is not None
    assert "100 %" == probability_written(counted, counted.last, ENGLISH)
    assert "above 99 %" == probability_written(level, level.last, ENGLISH)


def test_nothing_where_there_is_nothing() -> None:
    """Without an interval there is nothing to write of it, and no probability."""
    made = project({"2003": 60, "2004": 62}, to="2010", target=72)

    assert made.last is not None
    assert ("62", "", "") == (
        point_written(made, made.last, ENGLISH),
        interval_written(made, made.last, ENGLISH),
        probability_written(made, made.last, ENGLISH),
    )


def test_decimals() -> None:
    """Projected figures may be shown with fewer decimals."""
    made = drifting()

    assert made.last is not None
    assert ("76.05", "76") == (
        point_written(made, made.last, ENGLISH),
        point_written(made, made.last, ENGLISH, 1),
    )
    assert "between 41.5 and 110.6" == interval_written(made, made.last, ENGLISH, 1)


def test_bounds_of_the_unit_say_nothing() -> None:
    """Of figures within bounds, an end that every figure has is left out; of others it stays."""
    seen: Strange = {"2005": "<=30", "2006": 32, "2007": 35}
    within = drafted(seen, to="2010", unit="percent", accumulation="latest")
    sure = drafted({"2005": 30, "2006": 4, "2007": 2}, to="2010", accumulation="latest")

    assert within.last is not None
    assert sure.last is not None
    # The least of the first figures is not known: 35 + (35 - 30) / 2 / 2 * 3, or more.
    assert "at least 38.75 %" == point_written(within, within.last, ENGLISH)
    assert interval_written(sure, sure.last, ENGLISH).startswith("between 0 and ")


@pytest.mark.parametrize(
    ("required", "observed", "expected"),
    [
        (Quantity.exactly(3), Quantity.exactly(2), "1.5"),
        (Quantity.exactly(30), Quantity.at_least(6), "<=5"),
        (Quantity.exactly(-1), Quantity.exactly(2), None),
        (Quantity.exactly(0), Quantity.exactly(2), None),
        (Quantity.exactly(1), Quantity.between(-1, 1), None),
    ],
)
def test_ratio_of_paces(required: Quantity, observed: Quantity, expected: str | None) -> None:
    """A ratio that is not above zero, or may be anything, says nothing and is left out."""
    made = pace_ratio(RequiredPace(required=required, observed=observed, ratio=required / observed))

    assert expected == (None if made is None else str(made))


def test_no_ratio_without_a_pace() -> None:
    """Where nothing was observed there is no ratio."""
    assert None is pace_ratio(RequiredPace(required=Quantity(), observed=None, ratio=None))
