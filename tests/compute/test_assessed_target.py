from datetime import date
from typing import Any, TypeAlias

import pytest

from indh_me.compute.assessed_target import assessed_target, next_target, years_from_baseline
from indh_me.model import Baseline, Categories, Indicator, Period, Target

#: Fields of whatever is made.
Keys: TypeAlias = Any

AS_OF = date(2008, 12, 31)


def _indicator(
    *periods: str, direction: str = "increase", accumulation: str = "latest", **keys: Keys
) -> Indicator:
    return Indicator(
        code="A",
        unit="count",
        direction=direction,
        accumulation=accumulation,
        targets=[Target(period=Period.parse(name), value=1) for name in periods],
        **keys,
    )


@pytest.mark.parametrize(
    ("periods", "chosen"),
    [
        ((), None),
        (("2007", "2008", "2009"), "2008"),
        (("2009", "2010"), "2009"),
        (("2007", "2009"), "2007"),
        (("2008-Q4", "2008"), "2008"),
        (("2009-Q4", "2009", "2010"), "2009"),
        (("2005/2008", "2008"), "2005/2008"),
    ],
)
def test_target_that_is_assessed(periods: tuple[str, ...], chosen: str | None) -> None:
    """The last target that is due is assessed, else the next; of two that end as one the longer."""
    target = assessed_target(_indicator(*periods), AS_OF)

    assert chosen == (None if target is None else str(target.period))


def test_targets_of_groups_are_not_assessed() -> None:
    """Only targets for the total are assessed."""
    group = Target(period=Period.year(2008), value=1, categories=Categories.of(sex="female"))

    assert assessed_target(_indicator().with_targets(group), AS_OF) is None


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2007, 12, 30), "2007"),
        (date(2007, 12, 31), "2008"),
        (date(2008, 12, 31), "2009"),
        (date(2009, 12, 31), None),
    ],
)
def test_next_target_falls_due_after_the_day(day: date, name: str | None) -> None:
    """The next target is the first that falls due after a day; of two that end as one, the
    longer.
    """
    found = next_target(_indicator("2007", "2008-Q4", "2008", "2009"), day)

    assert name == (None if found is None else str(found.period))


@pytest.mark.parametrize(
    ("baseline", "day", "years"),
    [
        (Baseline(1, Period.year(2007)), date(2008, 12, 31), 1),
        (Baseline(1, Period.year(2007)), date(2009, 3, 31), 1.25),
        (Baseline(1, Period.year(2007)), date(2008, 1, 1), 1 / 365.2425),
        (Baseline(1, Period.year(2007)), date(2007, 12, 31), 0),
        (Baseline(1, Period.year(2007)), date(2007, 6, 30), 0),
        (Baseline(1), date(2008, 12, 31), None),
        (None, date(2008, 12, 31), None),
    ],
)
def test_years_since_the_baseline(
    baseline: Baseline | None, day: date, years: float | None
) -> None:
    """Years run from the end of the baseline's period, whole months as twelfths."""
    assert years == years_from_baseline(_indicator(baseline=baseline), day)
