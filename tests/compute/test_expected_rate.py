from datetime import date

import pytest

from drafts import flow, seen
from indh_me.compute import assess
from indh_me.compute.expected_rate import expected_rates
from indh_me.model import (
    Baseline,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
)


def rates(
    indicator: Indicator, *observations: Observation, as_of: date = date(2010, 7, 2)
) -> list[float | None]:
    """Give the expected rates of one indicator, best estimates."""
    plan = Framework(code="DEMO", languages=["en"], indicators=[indicator])
    rows = assess(plan, Observations.of(*observations), as_of=as_of).rows
    return [None if each is None else each.best for each in expected_rates(rows)]


def test_flow_on_its_way() -> None:
    """Half a year into the year, half of its target is expected: 181 of 365 days."""
    assert [181 / 365] == pytest.approx(rates(flow("A", {"2010": 120}), seen("A", "2010-S1", 40)))


def test_level_on_its_way() -> None:
    """Of a level, the expected rate is the share of the way from its baseline that is expected."""
    level = flow("A", {"2011": 80}, accumulation="latest").with_baseline(
        Baseline(Quantity.exactly(60), period=Period.year(2009))
    )

    assert [181 / 730] == pytest.approx(rates(level, seen("A", "2010-S1", 61)))


def test_target_that_is_due() -> None:
    """All of a target that is due is expected."""
    indicator = flow("A", {"2009": 120, "2010": 130})

    assert [1.0] == rates(indicator, seen("A", "2009", 100))


def test_nothing_to_compare() -> None:
    """Without a rate nothing is expected of it."""
    assert [None] == rates(flow("A", {"2010": 120}))
    assert [None] == rates(flow("A"), seen("A", "2009", 1))
