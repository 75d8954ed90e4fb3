from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import SearchStrategy

import indh_me as me
from indh_me import testing
from indh_me.testing import simplest

CASES: dict[str, tuple[SearchStrategy[Any], Callable[[Any], object], object]] = {
    "any framework": (
        testing.frameworks(),
        lambda _: True,
        me.Framework(code="T-R1", languages=["ar"]),
    ),
    "any indicator": (
        testing.indicators(),
        lambda _: True,
        me.Indicator(code="T-R1", unit="count", direction="increase", accumulation="sum"),
    ),
    "an indicator with a target": (
        testing.indicators(),
        lambda each: each.targets,
        me.Indicator(
            code="T-R1",
            unit="count",
            direction="increase",
            accumulation="sum",
            targets=[me.Target(period=me.Period.year(2000), value=0)],
        ),
    ),
    "an indicator with one of its texts": (
        testing.indicators(["fr"]),
        lambda each: each.limitations,
        me.Indicator(
            code="T-R1",
            unit="count",
            direction="increase",
            accumulation="sum",
            limitations=me.Text.of(fr="people trained"),
        ),
    ),
    "any observation": (
        testing.observation_rows(),
        lambda _: True,
        me.Observation(indicator="T-R1", period=me.Period.year(2000), value=0),
    ),
    "an absent figure": (
        testing.observation_rows(),
        lambda each: each.quantity is None,
        me.Observation(
            indicator="T-R1", period=me.Period.year(2000), value=me.Absence.NOT_REPORTED
        ),
    ),
    "a day after another": (
        testing.days(),
        lambda day: day > date(2008, 3, 27),
        date(2008, 3, 28),
    ),
    "a text with words": (
        testing.texts(),
        lambda text: text.get("fr"),
        me.Text.of(fr="people trained"),
    ),
    "a figure above another": (
        testing.quantities(),
        lambda quantity: quantity.best is not None and quantity.best > 8,
        me.Quantity.exactly(9),
    ),
    "a result with a weight": (
        testing.results(),
        lambda result: result.weight is not None,
        me.Result(code="T-R1", level="outcome", weight=0),
    ),
    "a dimension that nests": (
        testing.dimensions(["fr"]),
        lambda each: any(category.parent for category in each.categories),
        me.Dimension(
            code="T-R1",
            categories=[
                me.Category("T-R1", me.Text.of(fr="people trained")),
                me.Category("T-R2", me.Text.of(fr="people trained"), "T-R1"),
            ],
        ),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_shrinks_to_the_simplest(case: str) -> None:
    """What fails shrinks to a value with nothing in it but what makes it fail."""
    strategy, condition, expected = CASES[case]

    assert expected == simplest(strategy, condition)


def test_simplest_is_the_same_each_time() -> None:
    """The simplest value of a strategy is found again at each call."""
    found = [simplest(testing.frameworks(min_indicators=2)) for _ in range(2)]

    assert found[0] == found[1]
    assert ["T-R1", "T-R2"] == [each.code for each in found[0].indicators]


def test_nothing_is_simplest_where_nothing_is() -> None:
    """Where no value fulfils a condition, that is said."""
    with pytest.raises(NoSuchExample):
        simplest(testing.units(), lambda _: False)
