"""What holds of every method of achievement, whatever the figures."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from attrs import evolve, frozen
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

from indh_me.compute import Achievement, Reason, Verdict
from indh_me.compute.achievement import achievements
from indh_me.compute.achievement_rate import achievement_rate
from indh_me.compute.bounds import Bounds
from indh_me.compute.comparison import compare_methods
from indh_me.compute.rate import REASONS
from indh_me.model import Direction, Method, Quantity
from indh_me.testing import quantities

#: Figures as programmes report them: differences of two are far from rounding errors.
FIGURES = st.integers(-(10**6), 10**6).map(lambda number: number / 8)
POSITIVE = st.integers(1, 10**6).map(lambda number: number / 8)
YEARS = st.integers(1, 40).map(lambda quarters: quarters / 4)
GROWING = Method.GROWTH_RATIO


@frozen(kw_only=True)
class Case:
    """Figures to which a method is made to apply: numbers, or quantities around them."""

    method: Method
    direction: Direction
    actual: Any
    target: Any
    baseline: Any
    band: Quantity | None
    years: float
    target_years: float

    @property
    def achievement(self) -> Achievement:
        """What the library makes of them."""
        return Achievement.of(
            self.actual,
            self.target,
            self.baseline,
            direction=self.direction,
            method=self.method,
            band=self.band,
            years=self.years,
            target_years=self.target_years,
        )

    @property
    def rate(self) -> float:
        """The one number that the rate is."""
        rate = self.achievement.rate
        assert rate is not None
        assert rate.best is not None
        assert rate.is_exact
        return rate.best


def _directions(method: Method) -> tuple[Direction, ...]:
    if method is Method.BAND:
        return (Direction.MAINTAIN,)
    if method is Method.TARGET_RATIO:
        return (Direction.INCREASE,)
    if method in {Method.INVERSE_RATIO, Method.TWO_MINUS_RATIO}:
        return (Direction.DECREASE,)
    return (Direction.INCREASE, Direction.DECREASE)


@st.composite
def cases(draw: DrawFn, method: Method | None = None) -> Case:
    """Draw figures of which a method gives a rate."""
    chosen = draw(st.sampled_from(Method)) if method is None else method
    direction = draw(st.sampled_from(_directions(chosen)))
    figures = POSITIVE if chosen in {GROWING, Method.INVERSE_RATIO} else FIGURES
    baseline, step, actual = draw(figures), draw(POSITIVE), draw(figures)
    target = baseline + step
    if direction is Direction.DECREASE:
        baseline, target = target, baseline
    if chosen in {Method.TARGET_RATIO, Method.TWO_MINUS_RATIO}:
        target = draw(POSITIVE)
    low = draw(POSITIVE)
    return Case(
        method=chosen,
        direction=direction,
        actual=actual,
        target=target,
        baseline=baseline,
        band=Quantity.between(low, low + draw(POSITIVE)),
        years=draw(YEARS),
        target_years=draw(YEARS),
    )


def _near(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def _by_hand(case: Case) -> float:
    """Compute a rate as its definition stands in textbooks."""
    a, t, b = case.actual, case.target, case.baseline
    if case.method is Method.BAND:
        assert case.band is not None
        low, high = case.band.low, case.band.high
        assert low is not None
        assert high is not None
        return float(a / low if a < low else 2 - a / high if a > high else 1)
    formulas: Mapping[Method, Any] = {
        Method.TARGET_RATIO: lambda: a / t,
        Method.BASELINE_ADJUSTED: lambda: (a - b) / (t - b),
        Method.INVERSE_RATIO: lambda: t / a,
        Method.TWO_MINUS_RATIO: lambda: 2 - a / t,
        Method.MILESTONE: lambda: (a - b) / (t - b),
        Method.GROWTH_RATIO: lambda: (
            ((a / b) ** (1 / case.years) - 1) / ((t / b) ** (1 / case.target_years) - 1)
        ),
    }
    return float(formulas[case.method]())


@given(cases())
def test_same_as_by_hand(case: Case) -> None:
    """Each method gives what its plain definition gives."""
    assert pytest.approx(_by_hand(case), rel=1e-6, abs=1e-9) == case.rate


@given(cases(), POSITIVE)
def test_monotone_in_the_actual(case: Case, step: float) -> None:
    """A figure that moves in its direction never lowers its rate; one to maintain, towards its
    band.
    """
    if case.direction is Direction.MAINTAIN:
        assert case.band is not None
        assert case.band.low is not None
        step = -step if case.actual > case.band.low else step
        moved = evolve(case, actual=case.actual + step)
        nearer = sorted([case.actual, moved.actual, case.band.low])[1] == moved.actual
        assert not nearer or case.rate <= moved.rate or _near(case.rate, moved.rate)
        return
    better = case.actual + (step if case.direction is Direction.INCREASE else -step)
    if case.method in {GROWING, Method.INVERSE_RATIO} and better <= 0:
        return
    rate = evolve(case, actual=better).rate

    assert case.rate <= rate or _near(case.rate, rate)


@given(cases(), st.integers(1, 1000))
def test_unit_does_not_matter(case: Case, scale: int) -> None:
    """A rate is the same whatever its figures are counted in: ones, dozens or thousands."""
    assert case.band is not None
    other = evolve(
        case,
        actual=case.actual * scale,
        target=case.target * scale,
        baseline=case.baseline * scale,
        band=case.band * scale,
    )

    assert pytest.approx(case.rate, rel=1e-6, abs=1e-9) == other.rate
    assert case.achievement.verdict is other.achievement.verdict


MIRROR = {
    Direction.INCREASE: Direction.DECREASE,
    Direction.DECREASE: Direction.INCREASE,
    Direction.MAINTAIN: Direction.MAINTAIN,
}


@given(
    st.sampled_from(
        [Method.BASELINE_ADJUSTED, Method.MILESTONE, Method.GROWTH_RATIO, Method.BAND]
    ).flatmap(cases)
)
def test_direction_is_a_mirror(case: Case) -> None:
    """Negated figures in the other direction have the same rate and verdict."""
    assert case.band is not None
    mirrored = evolve(
        case,
        direction=MIRROR[case.direction],
        actual=-case.actual,
        target=-case.target,
        baseline=-case.baseline,
        band=-case.band,
    )

    assert pytest.approx(case.rate, rel=1e-9, abs=1e-9) == mirrored.rate
    assert case.achievement.verdict is mirrored.achievement.verdict


@given(cases())
def test_met_is_at_least_one(case: Case) -> None:
    """A target is met exactly where the rate is 1 or more; of growth, once it has had its years."""
    due = evolve(case, years=case.target_years)
    met = due.achievement.verdict is Verdict.MET

    assert _near(due.rate, 1) or (met == (due.rate >= 1))


def _around(data: DataObject, value: float, *, positive: bool) -> Quantity:
    """Draw a quantity that holds a value."""
    below, above = data.draw(POSITIVE), data.draw(POSITIVE)
    low = max(value - below, value / 2) if positive and value > 0 else value - below
    return data.draw(
        st.sampled_from(
            [
                Quantity.exactly(value),
                Quantity.between(low, value + above),
                Quantity.between(low, value + above, best=value),
                Quantity.at_least(low),
                Quantity.at_most(value + above),
                Quantity(value, None, None),
                Quantity(),
            ]
        )
    )


@given(cases(), st.data())
def test_interval_contains_all_pointwise_results(case: Case, data: DataObject) -> None:
    """Whatever the figures are within their bounds, the rate lies within its own."""
    positive = case.method in {GROWING, Method.INVERSE_RATIO}
    wide = evolve(
        case,
        actual=_around(data, case.actual, positive=positive),
        target=_around(data, case.target, positive=case.method is not Method.BASELINE_ADJUSTED),
        baseline=_around(data, case.baseline, positive=positive),
    )
    made, point = wide.achievement, case.rate
    if made.rate is None:
        return
    slack = 1e-9 * max(1, abs(point))
    low = -math.inf if made.rate.low is None else made.rate.low
    high = math.inf if made.rate.high is None else made.rate.high

    assert low - slack <= point <= high + slack
    assert made.verdict in {Verdict.CANNOT_TELL, case.achievement.verdict}


ANY = st.none() | quantities(st.integers(-20, 20).map(lambda number: number / 4), sampled=False)


@st.composite
def any_rows(draw: DrawFn) -> list[Case]:
    """Draw rows of one method and direction, whether or not they have a rate."""
    method = draw(st.sampled_from(Method))
    direction = draw(st.sampled_from(Direction))
    return [
        Case(
            method=method,
            direction=direction,
            actual=draw(ANY),
            target=draw(ANY),
            baseline=draw(ANY),
            band=draw(ANY),
            years=draw(YEARS),
            target_years=draw(YEARS),
        )
        for _ in range(draw(st.integers(1, 5)))
    ]


def _many(values: object) -> list[Any]:
    """Give results as a list, be they one or many."""
    return list(np.atleast_1d(np.asarray(values, dtype=object)))


@given(any_rows())
def test_array_kernel_equals_scalar(rows: list[Case]) -> None:
    """Arrays of figures with bounds give what each of them gives alone, reason and verdict too."""
    method, direction = rows[0].method, rows[0].direction
    columns = {
        name: Bounds.of([getattr(row, name) for row in rows])
        for name in ("actual", "target", "baseline", "band")
    }
    made = achievement_rate(
        columns["actual"],
        columns["target"],
        columns["baseline"],
        method=method,
        direction=direction,
        band=columns["band"],
        years=[row.years for row in rows],
        target_years=[row.target_years for row in rows],
    )
    alone = [row.achievement for row in rows]

    assert [each.rate for each in alone] == made.bounds.quantities()
    assert [each.reason for each in alone] == _many(made.reason)
    assert [each.verdict for each in alone] == _many(made.verdict)


@given(any_rows())
def test_many_are_computed_as_one(rows: list[Case]) -> None:
    """Many achievements at once, whatever their methods, are those that each row gives alone."""
    made = achievements(
        [row.actual for row in rows],
        [row.target for row in rows],
        [row.baseline for row in rows],
        [row.direction for row in rows],
        [row.method for row in rows],
        [row.band for row in rows],
        years=[row.years for row in rows],
        target_years=[row.target_years for row in rows],
    )

    assert [row.achievement for row in rows] == made


@given(any_rows())
def test_rate_or_reason(rows: list[Case]) -> None:
    """There is always a rate, its best between its bounds, or the reason why there is none."""
    for row in rows:
        made = row.achievement
        figures = [] if made.rate is None else [made.rate.low, made.rate.best, made.rate.high]
        known = [each for each in figures if each is not None]

        assert (made.rate is None) == (made.reason is not None)
        assert sorted(known) == known


@given(any_rows())
def test_comparison_is_made_of_the_methods(rows: list[Case]) -> None:
    """A comparison gives of each method what the method alone gives."""
    row = rows[0]
    made = compare_methods(
        row.actual,
        row.target,
        row.baseline,
        direction=row.direction,
        band=row.band,
        years=row.years,
        target_years=row.target_years,
    )

    assert tuple(evolve(row, method=each).achievement for each in Method) == made.achievements


@given(
    st.lists(st.floats(-1e6, 1e6) | st.just(math.nan), min_size=1, max_size=8),
    st.floats(-1e6, 1e6) | st.just(math.nan),
    st.sampled_from([each for each in Method if each is not GROWING]),
    st.sampled_from(Direction),
)
def test_missing_is_never_a_rate(
    actual: list[float], target: float, method: Method, way: Direction
) -> None:
    """Where a figure is missing there is no rate and no verdict, but a reason."""
    made = achievement_rate(actual, target, 3.0, method=method, direction=way, band=(2, 5))
    rate, reason, verdict = (_many(each) for each in (made.rate, made.reason, made.verdict))
    needed = way is not Direction.MAINTAIN
    for figure, one, why, met in zip(actual, rate, reason, verdict, strict=True):
        if math.isnan(figure) or (needed and math.isnan(target)):
            assert math.isnan(one)
            assert why in {Reason.NOT_REPORTED, Reason.NO_TARGET, Reason.NO_NEXT_TARGET}
            assert met is None
        else:
            assert math.isnan(one) == (why is not None)
            assert met is not None
    assert sum(made.reason_counts.values()) == sum(each is not None for each in reason)
    assert set(made.reason_counts) <= {each for each in REASONS if each is not None}
