"""Laws of trajectories."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.compute.profile import expected_fraction, mixed
from indh_me.compute.trajectory import expectations, expected
from indh_me.model import Baseline, Direction, Indicator, Period, Quantity, Target, Trajectory
from indh_me.testing import days, indicators, quantities, small_numbers

SHARES = st.floats(0, 1)
FIRST, LAST = date(2005, 5, 18), date(2010, 12, 31)
profiles = pytest.mark.parametrize("profile", Trajectory)


@profiles
def test_from_nothing_to_everything(profile: Trajectory) -> None:
    """Nothing is expected at the start, everything at the end."""
    assert [0.0, 1.0] == expected_fraction([0, 1], profile).tolist()


@profiles
@given(shares=st.tuples(SHARES, SHARES))
def test_never_falls(profile: Trajectory, shares: tuple[float, float]) -> None:
    """As time goes by no less is expected, and what is expected stays between 0 and 1."""
    sooner, later = expected_fraction(sorted(shares), profile).tolist()

    assert 0 <= sooner <= later <= 1


@profiles
@given(shares=st.lists(st.floats(), max_size=8))
def test_array_equals_scalar(profile: Trajectory, shares: list[float]) -> None:
    """An array gives what each of its numbers gives alone."""
    alone = [expected_fraction(share, profile).item() for share in shares]

    np.testing.assert_array_equal(alone, expected_fraction(shares, profile))


@given(share=SHARES)
def test_profiles_in_their_order(share: float) -> None:
    """A front-loaded path is never below the straight one, a back-loaded one never above it."""
    step, back, straight, front = (
        expected_fraction(share, profile).item()
        for profile in ("step", "back_loaded", "linear", "front_loaded")
    )

    assert step <= back <= straight <= front + 1e-15


@given(share=SHARES)
def test_front_and_back_mirror_each_other(share: float) -> None:
    """What is front-loaded, read from its end, is back-loaded; an S reads the same both ways."""
    front, curve = (expected_fraction(share, each).item() for each in ("front_loaded", "s_curve"))
    back, turned = (
        expected_fraction(1 - share, each).item() for each in ("back_loaded", "s_curve")
    )

    assert 1 - back == pytest.approx(front, abs=1e-15)
    assert 1 - turned == pytest.approx(curve, abs=1e-15)


@given(
    ends=st.lists(st.tuples(small_numbers(), small_numbers(), SHARES), min_size=1, max_size=8),
)
def test_mixture_lies_between_its_ends(ends: list[tuple[float, float, float]]) -> None:
    """A value on the way is never outside of the two ends, alone or in an array."""
    start, end, share = (np.array(each) for each in zip(*ends, strict=True))
    found = mixed(start, end, share)

    assert np.all((np.minimum(start, end) <= found) & (found <= np.maximum(start, end)))
    np.testing.assert_array_equal([mixed(*each).item() for each in ends], found)


@profiles
@given(
    start=quantities(small_numbers(), sampled=False),
    end=quantities(small_numbers(), sampled=False),
    length=st.integers(1, 4000),
)
def test_expected_value_at_both_ends(
    profile: Trajectory, start: Quantity, end: Quantity, length: int
) -> None:
    """On the baseline's last day the baseline is expected, on the due date the target."""
    indicator = Indicator(
        code="L",
        unit="count",
        direction=Direction.INCREASE,
        accumulation="latest",
        trajectory=profile,
        baseline=Baseline(start, Period.day(FIRST)),
        targets=[Target(period=Period.day(FIRST + timedelta(days=length)), value=end)],
    )

    for day, value in ((FIRST, start), (FIRST + timedelta(days=length), end)):
        assert value == expected(indicator, day).expected


@given(
    values=st.lists(small_numbers(), min_size=1, max_size=4),
    start=small_numbers(),
    day=st.dates(FIRST, LAST),
)
def test_milestones_pass_through_the_targets(values: list[float], start: float, day: date) -> None:
    """With milestones each target is expected on its day, and between two days something between
    their values.
    """
    periods = [Period.year(2006 + number) for number in range(len(values))]
    indicator = Indicator(
        code="L",
        unit="count",
        direction="increase",
        accumulation="latest",
        trajectory="milestones",
        baseline=Baseline(Quantity.exactly(start), Period.year(2005)),
        targets=[
            Target(period=period, value=Quantity.exactly(value))
            for period, value in zip(periods, values, strict=True)
        ],
    )

    for period, value in zip(periods, values, strict=True):
        assert Quantity.exactly(value) == expected(indicator, period.end).expected
    found = expected(indicator, day)
    assert found.expected is not None
    assert found.expected.best is not None
    assert min(start, *values) <= found.expected.best <= max(start, *values)


@given(some=st.lists(indicators(), max_size=3), day=days())
def test_every_indicator_has_a_value_or_a_reason(some: list[Indicator], day: date) -> None:
    """Of any indicator, on any day, something is expected or a reason is given, never both; many
    at once give what each gives alone.
    """
    found = expectations(some, [day] * len(some), day)

    assert [expected(each, day) for each in some] == found
    for each in found:
        assert (each.expected is None) == (each.reason is not None)
        assert each.fraction is None or 0 <= each.fraction <= 1
