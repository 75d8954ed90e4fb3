"""What holds of every achievement, whatever the figures."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from indh_me.compute import Achievement, Reason, Verdict
from indh_me.compute.achievement import achievements
from indh_me.model import Direction, Method, Quantity
from indh_me.testing import quantities, small_numbers

#: Figures as programmes report them: differences of two are far from rounding errors.
FIGURES = st.integers(-(10**6), 10**6).map(lambda number: number / 8)
WAYS = st.sampled_from([Direction.INCREASE, Direction.DECREASE])


def _adjusted(actual: float, target: float, baseline: float, way: Direction) -> Achievement:
    return Achievement.of(actual, target, baseline, direction=way, method=Method.BASELINE_ADJUSTED)


def _exact(rate: Quantity | None) -> float:
    """Give the one number that a rate is."""
    assert rate is not None
    assert rate.best is not None
    assert rate.is_exact
    return rate.best


def _ends(quantity: Quantity) -> tuple[float, float]:
    low = -math.inf if quantity.low is None else quantity.low
    return low, math.inf if quantity.high is None else quantity.high


def _points(quantity: Quantity) -> st.SearchStrategy[float]:
    """Give values that a quantity may have."""
    low, high = _ends(quantity)
    return st.floats(max(low, -1e9), min(high, 1e9))


def _within(points: st.SearchStrategy[float]) -> st.SearchStrategy[Quantity]:
    return quantities(points, sampled=False)


def _towards(target: float, baseline: float) -> Direction:
    """Give the way from a baseline to a target."""
    return Direction.INCREASE if target > baseline else Direction.DECREASE


@given(FIGURES, FIGURES)
def test_baseline_gives_nothing(baseline: float, target: float) -> None:
    """Where nothing has moved from the baseline, the rate is 0."""
    assume(target != baseline)

    assert 0 == _exact(_adjusted(baseline, target, baseline, _towards(target, baseline)).rate)


@given(FIGURES, FIGURES)
def test_target_gives_one(baseline: float, target: float) -> None:
    """Where the target is reached exactly, the rate is 1 and the target is met."""
    assume(target != baseline)
    made = _adjusted(target, target, baseline, _towards(target, baseline))

    assert 1 == _exact(made.rate)
    assert Verdict.MET is made.verdict


@given(FIGURES.filter(lambda target: target > 0))
def test_target_gives_one_of_a_flow(target: float) -> None:
    """A flow that comes to its target has the rate 1, one of nothing the rate 0."""
    rates = [Achievement.of(x, target, direction="increase").rate for x in (target, 0)]

    assert [1, 0] == [_exact(rate) for rate in rates]


@given(
    actual=FIGURES,
    target=FIGURES,
    baseline=FIGURES,
    scale=st.integers(1, 1000),
    shift=FIGURES,
)
def test_unit_does_not_matter(
    *, actual: float, target: float, baseline: float, scale: int, shift: float
) -> None:
    """Progress from the baseline is the same in every unit: x -> a x + b with a > 0."""
    assume(target != baseline)
    way = _towards(target, baseline)
    a, t, b = (scale * each + shift for each in (actual, target, baseline))

    assert pytest.approx(_exact(_adjusted(actual, target, baseline, way).rate)) == _exact(
        _adjusted(a, t, b, way).rate
    )


@given(FIGURES, FIGURES, FIGURES)
def test_direction_is_a_mirror(actual: float, target: float, baseline: float) -> None:
    """A decrease is an increase of the negated figures: same rate, same verdict."""
    assume(target != baseline)
    up = _adjusted(actual, target, baseline, Direction.INCREASE)
    down = _adjusted(-actual, -target, -baseline, Direction.DECREASE)

    assert (up.rate, up.reason, up.verdict) == (down.rate, down.reason, down.verdict)


@given(FIGURES, FIGURES, FIGURES, st.floats(0, 1))
def test_step_towards_target_never_lowers_rate(
    actual: float, target: float, baseline: float, share: float
) -> None:
    """A step of the actual from the baseline's side towards the target never lowers the rate."""
    assume(target != baseline)
    way = _towards(target, baseline)
    step = share * abs(target - actual) * (1 if target > baseline else -1)

    assert _exact(_adjusted(actual, target, baseline, way).rate) <= _exact(
        _adjusted(actual + step, target, baseline, way).rate
    )


@given(FIGURES, FIGURES, st.floats(0, 1e6))
def test_more_of_a_flow_never_lowers_rate(actual: float, target: float, step: float) -> None:
    """More of what should increase never lowers its rate, where it has one."""
    before, after = (
        Achievement.of(x, target, direction="increase") for x in (actual, actual + step)
    )

    assert (before.rate is None) == (after.rate is None)
    assert before.rate is None or _exact(before.rate) <= _exact(after.rate)


@given(small_numbers(), small_numbers(), WAYS)
def test_target_at_baseline_is_undefined(actual: float, target: float, way: Direction) -> None:
    """Where the target is the baseline there is no rate, but a reason."""
    made = _adjusted(actual, target, target, way)

    assert (None, Reason.TARGET_EQUALS_BASELINE) == (made.rate, made.reason)


ANY = st.none() | _within(small_numbers())


@given(
    actual=ANY,
    target=ANY,
    baseline=ANY,
    way=st.sampled_from(Direction),
    method=st.none() | st.sampled_from(Method),
    band=ANY,
)
def test_rate_or_reason(
    *,
    actual: Quantity | None,
    target: Quantity | None,
    baseline: Quantity | None,
    way: Direction,
    method: Method | None,
    band: Quantity | None,
) -> None:
    """There is always a rate, its best between its bounds, or the reason why there is none."""
    (made,) = achievements([actual], [target], [baseline], [way], [method], [band])
    numbers = [] if made.rate is None else [made.rate.low, made.rate.best, made.rate.high]

    assert (made.rate is None) == (made.reason is not None)
    assert all(number is None or math.isfinite(number) for number in numbers)
    assert sorted(number for number in numbers if number is not None) == [
        number for number in numbers if number is not None
    ]


@given(_within(FIGURES), _within(FIGURES), WAYS, st.data())
def test_verdict_holds_for_every_value(
    actual: Quantity, target: Quantity, way: Direction, data: DataObject
) -> None:
    """A target that is met, or not met, is so for all values within the bounds."""
    (made,) = achievements([actual], [target], [None], [way], [None], [None])
    a, t = data.draw(_points(actual)), data.draw(_points(target))
    met = a >= t if way is Direction.INCREASE else a <= t

    assert made.verdict in {Verdict.CANNOT_TELL, Verdict.MET if met else Verdict.NOT_MET}


@given(st.floats(0, 1e6), st.floats(1e-6, 1e6), st.floats(0, 1e6))
def test_bounds_of_a_lower_bound(low: float, target: float, more: float) -> None:
    """Of a figure known from below, the rate is known from below, and more is never worse."""
    rates = [
        Achievement.of(Quantity.at_least(each), target, direction="increase").rate
        for each in (low, low + more)
    ]
    bounds = [rate.low for rate in rates if rate is not None and rate.low is not None]

    assert [None, None] == [rate.high for rate in rates if rate is not None]
    assert sorted(bounds) == bounds
    assert 2 == len(bounds)
