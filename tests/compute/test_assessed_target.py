from datetime import date
from typing import Any, TypeAlias

import pytest

from indh_me.compute.assessed_target import (
    assessed_target,
    baseline_of,
    method_of,
    target_ahead,
)
from indh_me.model import Absence, Baseline, Categories, Indicator, Method, Period, Quantity, Target

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
    ("indicator", "method"),
    [
        (_indicator(), Method.TARGET_RATIO),
        (_indicator(baseline=Baseline(1)), Method.BASELINE_ADJUSTED),
        (_indicator(baseline=Baseline(Absence.NOT_REPORTED)), Method.TARGET_RATIO),
        (_indicator(baseline=Baseline(1), accumulation="sum"), Method.TARGET_RATIO),
        (_indicator(baseline=Baseline(1), accumulation="running_total"), Method.TARGET_RATIO),
        (_indicator(baseline=Baseline(1), method="target_ratio"), Method.TARGET_RATIO),
        (
            _indicator(direction="decrease", accumulation="sum", baseline=Baseline(1)),
            Method.BASELINE_ADJUSTED,
        ),
        (_indicator(direction="maintain"), Method.BAND),
        (Indicator.milestone("M").with_baseline(Baseline(0)), Method.TARGET_RATIO),
    ],
)
def test_method_suits_the_indicator(indicator: Indicator, method: Method | None) -> None:
    """The method is the one that the indicator names, else the one that suits its figures."""
    assert method is method_of(indicator)


def test_absent_baseline_is_none() -> None:
    """A baseline that is reported as absent is none to compute with."""
    assert baseline_of(_indicator(baseline=Baseline(Absence.NOT_REPORTED))) is None
    assert Quantity.exactly(0) == baseline_of(_indicator(baseline=Baseline(0)))


@pytest.mark.parametrize(
    ("method", "until", "chosen"),
    [
        ("milestone", date(2007, 12, 30), "2007"),
        ("milestone", date(2007, 12, 31), "2008"),
        ("milestone", date(2008, 12, 30), "2008"),
        ("milestone", date(2008, 12, 31), "2009"),
        # Without figures the next one after the as-of date; where none is left, the last.
        ("milestone", None, "2009"),
        ("milestone", date(2009, 12, 31), "2008"),
        ("target_ratio", date(2007, 12, 30), "2008"),
        ("target_ratio", None, "2008"),
    ],
)
def test_target_ahead_of_figures(method: str, until: date | None, chosen: str) -> None:
    """Only the method that measures the way to the next target looks where figures reach to."""
    indicator = _indicator("2007", "2008", "2009", method=method)
    target = target_ahead(indicator, until, AS_OF)

    assert target is not None
    assert chosen == str(target.period)


def test_no_target_ahead() -> None:
    """Without targets there is none."""
    assert target_ahead(_indicator(method="milestone"), None, AS_OF) is None
