from typing import Any, TypeAlias

import pytest

from indh_me.compute.method import baseline_of, method_of
from indh_me.model import Absence, Baseline, Indicator, Method, Quantity

#: Fields of whatever is made.
Keys: TypeAlias = Any


def _indicator(
    *, direction: str = "increase", accumulation: str = "latest", **keys: Keys
) -> Indicator:
    return Indicator(code="A", unit="count", direction=direction, accumulation=accumulation, **keys)


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
