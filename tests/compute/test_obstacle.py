import pytest

from indh_me.compute import Achievement, Reason
from indh_me.compute.obstacle import obstacles
from indh_me.model import Quantity


def plan(
    target: float | str | None,
    method: str,
    direction: str,
    *,
    baseline: float | str | None = None,
    band: str | None = None,
    years: float | None = None,
) -> Achievement:
    """Draft a plan, with an actual that says nothing."""
    return Achievement.of(
        None,
        _quantity(target),
        _quantity(baseline),
        direction=direction,
        method=method,
        band=_quantity(band),
        target_years=years,
    )


def _quantity(value: float | str | None) -> Quantity | None:
    if isinstance(value, str):
        return Quantity.parse(value)
    return None if value is None else Quantity.exactly(value)


@pytest.mark.parametrize(
    ("drafted", "expected"),
    [
        (plan(20, "target_ratio", "increase"), None),
        (plan(0, "target_ratio", "increase"), Reason.ZERO_TARGET),
        (plan(None, "target_ratio", "increase"), Reason.NO_TARGET),
        (plan(20, "target_ratio", "decrease"), Reason.RATIO_READS_BACKWARDS),
        (plan(20, "inverse_ratio", "decrease"), None),
        (plan(-20, "inverse_ratio", "decrease"), Reason.RATIO_READS_BACKWARDS),
        (plan(20, "two_minus_ratio", "decrease"), None),
        (plan(20, "baseline_adjusted", "increase"), Reason.MISSING_BASELINE),
        (plan(20, "baseline_adjusted", "increase", baseline=1), None),
        (plan(20, "baseline_adjusted", "increase", baseline=20), Reason.TARGET_EQUALS_BASELINE),
        (plan(None, "milestone", "increase", baseline=20), Reason.NO_NEXT_TARGET),
        (plan(None, "band", "maintain"), Reason.MISSING_BAND),
        (plan(None, "band", "maintain", band="0..6"), None),
        (plan(None, "band", "maintain", band="-6..0"), None),
        (plan(None, "target_ratio", "maintain"), Reason.METHOD_AGAINST_DIRECTION),
    ],
)
def test_plans(drafted: Achievement, expected: Reason | None) -> None:
    """What the plan lacks is found, whatever the actual; what only some actuals lack is not."""
    assert [expected] == obstacles([drafted])


@pytest.mark.parametrize(
    ("target", "baseline", "years", "expected"),
    [
        (20, 10, 2.0, None),
        (-20, -10, 2.0, Reason.TARGET_AGAINST_DIRECTION),
        (-5, -10, 2.0, None),
        ("18..22", "9..11", 2.0, None),
        (20, 10, 0.0, Reason.BASELINE_NOT_BEFORE),
        (20, 10, None, Reason.NO_BASELINE_DATE),
        (20, 0, 2.0, Reason.ZERO_BASELINE),
        (20, -10, 2.0, Reason.SIGN_CHANGE),
    ],
)
def test_plans_of_growth(
    target: float | str, baseline: float | str, years: float | None, expected: Reason | None
) -> None:
    """Growth is tried with an actual of the baseline's sign, some time after it."""
    drafted = plan(target, "growth_ratio", "increase", baseline=baseline, years=years)

    assert [expected] == obstacles([drafted])


def test_rate_too_large_of_one_actual() -> None:
    """That the rate of some actual is no number keeps no other one from having a rate."""
    assert [None] == obstacles([plan(1e-310, "target_ratio", "increase")])


def test_no_method() -> None:
    """A decrease without a baseline has no method, so it has no rate."""
    drafted = Achievement.of(5, 4, direction="decrease")

    assert [Reason.MISSING_BASELINE] == obstacles([drafted])


def test_many_plans() -> None:
    """Each plan is answered for, in their order."""
    drafted = [plan(0, "target_ratio", "increase"), plan(2, "target_ratio", "increase")]

    assert [Reason.ZERO_TARGET, None] == obstacles(drafted)
    assert [] == obstacles([])
