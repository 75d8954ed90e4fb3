"""What holds of figures that are accumulated, whatever they are."""

import math
import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from statistics import fmean

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, DrawFn

from indh_me.compute import Reason, accumulate
from indh_me.compute.reporting import reporting_set
from indh_me.model import Absence, Accumulation, Observation, Observations, Period, Quantity
from indh_me.testing import absences, quantities

LATER = date(9999, 12, 31)
FIGURES = st.integers(0, 10**6).map(lambda number: number / 8)
KINDS = st.sampled_from(Accumulation)
MONTH = timedelta(days=31)


@st.composite
def _rows(
    draw: DrawFn, values: st.SearchStrategy[Quantity | Absence], min_size: int = 1
) -> list[Observation]:
    """Give observations of one indicator, their periods side by side, in any order."""
    found = draw(st.lists(values, min_size=min_size, max_size=6))
    rows, day = [], date(2008, 1, 1)
    for value in found:
        length = timedelta(days=draw(st.integers(0, 400)))
        rows.append(Observation(indicator="A", period=Period(day, day + length), value=value))
        day += length + timedelta(days=draw(st.integers(1, 60)))
    return draw(st.permutations(rows))


def _shares() -> st.SearchStrategy[Quantity]:
    """Give percentages made from two counts, with or without an interval around them."""

    def made(numerator: int, denominator: int, width: float | None) -> Quantity:
        share = 100 * numerator / denominator
        low, high = (share, share) if width is None else (share - width, share + width)
        return Quantity(share, low, high, numerator=numerator, denominator=denominator)

    return st.builds(made, st.integers(0, 1000), st.integers(1, 1000), st.none() | st.floats(0, 20))


def _accumulated(
    rows: Sequence[Observation], kind: Accumulation, factor: float = 100
) -> tuple[Quantity | None, Reason | None]:
    """Accumulate the figures of one indicator."""
    found = accumulate(reporting_set(Observations.of(*rows), LATER), [kind], factor)
    return found.bounds.quantities()[0], found.reasons[0]


def _last(rows: Sequence[Observation], pick: Callable[[Quantity], float]) -> float:
    row = max(rows, key=lambda row: row.period.end)
    assert row.quantity is not None
    return pick(row.quantity)


def _naive(
    rows: Sequence[Observation], kind: Accumulation, pick: Callable[[Quantity], float]
) -> float:
    """Accumulate one number of each figure, as a person would."""
    quantities_ = [row.quantity for row in rows if row.quantity is not None]
    numbers = [pick(each) for each in quantities_]
    match kind:
        case Accumulation.SUM:
            return math.fsum(numbers)
        case Accumulation.MEAN:
            return fmean(numbers)
        case Accumulation.PEAK:
            return max(numbers)
        case Accumulation.RATIO:
            weights = [each.denominator or 0 for each in quantities_]
            return fmean(numbers, weights)
        case _:
            return _last([row for row in rows if row.quantity is not None], pick)


def _ends(quantity: Quantity) -> tuple[float, float]:
    low = -math.inf if quantity.low is None else quantity.low
    return low, math.inf if quantity.high is None else quantity.high


EXACT = _shares().map(lambda share: evolve(share, low=share.best, high=share.best))


@given(_rows(EXACT), KINDS)
def test_same_as_by_hand(rows: list[Observation], kind: Accumulation) -> None:
    """Each accumulation of exact figures is what its plain definition gives."""
    made, reason = _accumulated(rows, kind)
    expected = _naive(rows, kind, lambda each: each.best or 0)

    assert reason is None
    assert made is not None
    assert pytest.approx([expected] * 3) == [made.low, made.best, made.high]


@given(_rows(_shares()), KINDS)
def test_bounds_same_as_by_hand(rows: list[Observation], kind: Accumulation) -> None:
    """Each bound is accumulated by itself; the bounds of a ratio are weighted by denominators."""
    made, _ = _accumulated(rows, kind)

    assert made is not None
    assert pytest.approx(_naive(rows, kind, lambda each: _ends(each)[0])) == made.low
    assert pytest.approx(_naive(rows, kind, lambda each: each.best or 0)) == made.best
    assert pytest.approx(_naive(rows, kind, lambda each: _ends(each)[1])) == made.high


NO_RATIO = st.sampled_from([each for each in Accumulation if each is not Accumulation.RATIO])


@given(_rows(quantities(FIGURES, sampled=False)), NO_RATIO, st.data())
def test_contains_every_value(
    rows: list[Observation], kind: Accumulation, data: DataObject
) -> None:
    """Whatever values the figures have within their bounds, they accumulate within its bounds."""
    made, _ = _accumulated(rows, kind)
    points = [
        row.with_value(data.draw(st.floats(max(low, -1e6), min(high, 1e6))))
        for row in rows
        if row.quantity is not None
        for low, high in [_ends(row.quantity)]
    ]
    point = _naive(points, kind, lambda each: each.best or 0)

    assert made is not None
    low, high = _ends(made)
    assert low - 1e-6 <= point <= high + 1e-6


@given(_rows(_shares() | absences()), KINDS, st.randoms(use_true_random=False))
def test_order_does_not_matter(
    rows: list[Observation], kind: Accumulation, chance: random.Random
) -> None:
    """The order in which figures were reported makes no difference."""
    shuffled = chance.sample(rows, len(rows))
    made, reason = _accumulated(rows, kind)
    again, why = _accumulated(shuffled, kind)

    assert reason == why
    assert made == again


@given(_rows(_shares()), _rows(absences()), KINDS)
def test_absent_is_not_zero(
    rows: list[Observation], silent: list[Observation], kind: Accumulation
) -> None:
    """Periods that are reported as absent change nothing; where all are, there is no figure."""
    earlier = [evolve(row, period=_before(row.period)) for row in silent]

    assert _accumulated(rows, kind) == _accumulated([*earlier, *rows], kind)
    assert _accumulated(silent, kind)[0] is None
    assert _accumulated(silent, kind)[1] in {Reason.NOT_REPORTED, Reason.NOT_APPLICABLE}


def _before(period: Period) -> Period:
    """Move a period to where no other is."""
    years = timedelta(days=365 * 30)
    return Period(period.start - years, period.end - years)


@given(_rows(_shares(), min_size=2), KINDS)
def test_nothing_counts_twice(rows: list[Observation], kind: Accumulation) -> None:
    """A figure that stands there twice is refused where it would count twice, with the reason."""
    last = max(rows, key=lambda row: row.period.end)

    assert (None, Reason.DUPLICATE_OBSERVATIONS) == _accumulated([*rows, last], kind)


ADDING = st.sampled_from([Accumulation.SUM, Accumulation.MEAN, Accumulation.RATIO])


@given(_rows(_shares(), min_size=2), ADDING)
def test_no_day_counts_twice(rows: list[Observation], kind: Accumulation) -> None:
    """Figures of periods with days in common are not added up, wherever the periods stand."""
    first, last = min(row.period for row in rows), max(row.period for row in rows)
    around = evolve(rows[0], period=Period(first.start - MONTH, last.end + MONTH))

    assert (None, Reason.OVERLAPPING_PERIODS) == _accumulated([*rows, around], kind)


@given(st.lists(_rows(_shares()), min_size=1, max_size=4), KINDS)
def test_groups_do_not_mix(tables: list[list[Observation]], kind: Accumulation) -> None:
    """Many indicators at once give what each gives by itself."""
    rows = [
        evolve(row, indicator=f"I{number}") for number, table in enumerate(tables) for row in table
    ]
    together = accumulate(reporting_set(Observations.of(*rows), LATER), [kind] * len(tables), 100)

    assert [_accumulated(table, kind)[0] for table in tables] == together.bounds.quantities()
