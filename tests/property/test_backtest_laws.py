"""What holds of every score, back-test and pooled interval, whatever the figures."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

import drifts
from indh_me.compute.projection import (
    Score,
    backtest,
    brier,
    calibrate,
    coverage,
    interval_width,
    mase,
    msis,
    naive_scale,
    reliability,
    smape,
)

Floats = npt.NDArray[np.float64]

#: Figures as programmes report them: differences of two are far from rounding errors.
FIGURES = st.integers(-(10**5), 10**5).map(lambda number: number / 8)
MAYBE = st.one_of(FIGURES, st.just(np.nan))
FACTORS = st.sampled_from([0.25, 0.5, 3.0, 1000.0])
PROBABILITIES = st.floats(0, 1)
SEEDS = st.integers(0, 10**6)


def _table(rows: int, columns: int, cells: st.SearchStrategy[float]) -> st.SearchStrategy[Floats]:
    line = st.lists(cells, min_size=columns, max_size=columns)
    return st.lists(line, min_size=rows, max_size=rows).map(np.array)


def _same(first: Score, second: Score) -> None:
    assert first.undefined == second.undefined
    assert pytest.approx(first.each, rel=1e-9, abs=1e-9, nan_ok=True) == second.each


@given(_table(3, 6, MAYBE), _table(4, 3, MAYBE), FACTORS, FIGURES)
def test_scaled_scores_have_no_unit(
    training: Floats, cases: Floats, factor: float, shift: float
) -> None:
    """Scaled errors, widths and interval scores, and coverage, stay the same in another unit and
    with another zero.
    """
    outcome, point, first, second = (each[:, np.newaxis] for each in cases)
    low, high = np.minimum(first, second), np.maximum(first, second)

    def moved(figures: Floats) -> Floats:
        return factor * figures + shift

    scale, other = naive_scale(training), naive_scale(moved(training))
    _same(mase(outcome, point, scale), mase(moved(outcome), moved(point), other))
    _same(msis(outcome, low, high, scale), msis(moved(outcome), moved(low), moved(high), other))
    _same(interval_width(low, high, scale), interval_width(moved(low), moved(high), other))
    # Coverage is decided on the ends: a power of two moves no outcome across one.
    ends = outcome, low, high
    _same(coverage(*ends), coverage(*(0.25 * each for each in ends)))


@given(_table(2, 5, MAYBE), FACTORS)
def test_percentage_errors_have_no_unit(cases: Floats, factor: float) -> None:
    """Symmetric errors stay the same in another unit, and when both change sides."""
    outcome, point = cases
    found = smape(outcome, point)

    _same(found, smape(factor * outcome, factor * point))
    _same(found, smape(-outcome, -point))
    assert (np.nan_to_num(found.each) <= 200).all()
    assert (np.nan_to_num(found.each) >= 0).all()


@given(_table(3, 5, MAYBE))
def test_every_case_is_counted(cases: Floats) -> None:
    """Defined and undefined scores add up to all, and coverage is a share."""
    outcome, first, second = cases
    low, high = np.minimum(first, second), np.maximum(first, second)
    for found in (
        coverage(outcome, low, high),
        smape(outcome, first),
        mase([outcome], [first], naive_scale([second])),
        msis([outcome], [low], [high], naive_scale([second])),
    ):
        assert 5 == found.count + sum(found.undefined.values())
        assert found.count == np.count_nonzero(~np.isnan(found.each))
    share = coverage(outcome, low, high).value

    assert share is None or 0 <= share <= 1


@given(st.lists(st.tuples(PROBABILITIES, st.sampled_from([0.0, 1.0, np.nan])), max_size=40))
def test_reliability_adds_up(cases: list[tuple[float, float]]) -> None:
    """Each case is in one bin or has a reason; bins hold what they say; means are kept."""
    stated, met = np.array(cases, dtype=np.float64).reshape(-1, 2).T
    found, score = reliability(stated, met), brier(stated, met)
    known = ~np.isnan(met)

    assert len(cases) == sum(found.counts) + sum(found.undefined.values())
    assert score.undefined == found.undefined
    assert score.value is None or 0 <= score.value <= 1
    pairs = list(zip(found.counts, found.observed, strict=True))
    assert [count == 0 for count, _ in pairs] == [share is None for _, share in pairs]
    happened = sum(count * share for count, share in pairs if share is not None)
    assert pytest.approx(met[known].sum()) == happened
    for low, high, said in zip(found.edges[:-1], found.edges[1:], found.stated, strict=True):
        assert said is None or low - 1e-12 <= said <= high + 1e-12


@given(SEEDS, st.sampled_from([19, 20, 39, 100]), st.sampled_from([0.8, 0.9, 0.95]))
def test_pooled_intervals_keep_their_promise(seed: int, cases: int, level: float) -> None:
    """On exchangeable cases, whatever their number, intervals hold at least the level, and not
    much more than the level and 1 / (n + 1).
    """
    trials = 4000
    rng = np.random.default_rng(seed)
    # Heavy tails, and another scale for each case: nothing that a normal interval would know.
    errors = rng.standard_t(2, (cases + 1, trials))
    scale = rng.uniform(0.1, 10, cases + 1)
    outcomes, points = errors * scale[:, np.newaxis], np.zeros((cases + 1, trials))
    made = calibrate(outcomes[1:], points[1:], scale[1:], level=level)
    share = coverage(outcomes[:1], *made.interval(points[:1], scale[:1])).value

    assert share is not None
    noise = 6 * np.sqrt(level * (1 - level) / trials)
    assert level - noise <= share <= level + 1 / (cases + 1) + noise


@given(FIGURES, FIGURES.filter(bool), st.lists(st.integers(1, 4), min_size=6, max_size=9))
def test_straight_line_has_no_error(start: float, slope: float, gaps: list[int]) -> None:
    """A drift foretells a straight line, from every origin and with dates of any spacing."""
    times = np.cumsum(gaps).astype(np.float64)
    panel = np.array([start + slope * times, start - slope * times])
    found = backtest(panel, times, horizon=3, project=drifts.project, least=3)

    assert 0 == pytest.approx(found.mase.value, abs=1e-6)
    assert (len(gaps) - 3) * 2 == len(found.windows)


@given(
    _table(4, 7, MAYBE),
    st.integers(1, 4),
    st.integers(1, 3),
    st.sampled_from([None, np.arange(7.0)]),
    st.sampled_from([0.6, 0.95]),
)
def test_every_pair_is_tested_or_left_out(
    panel: Floats, least: int, step: int, times: Floats | None, level: float
) -> None:
    """Each series is tested from each origin, or left out for one reason, and each projection has
    a pooled interval, or none for one reason.
    """
    found = backtest(
        panel, times, horizon=2, project=drifts.project, least=least, step=step, level=level
    )
    pairs = 4 * len(range(least, 7, step))

    assert pairs == len(found.windows) + sum(found.left_out.values())
    intervals = np.count_nonzero(~np.isnan(found.windows.conformal_low))
    projected = np.count_nonzero(~np.isnan(found.windows.point))
    assert projected == intervals + sum(found.no_conformal.values())


@given(_table(5, 7, MAYBE), st.permutations(range(5)))
def test_order_of_series_is_irrelevant(panel: Floats, order: list[int]) -> None:
    """In another order the series have the same errors."""
    found, other = (
        backtest(each, horizon=2, project=drifts.project) for each in (panel, panel[order])
    )

    assert found.left_out == other.left_out
    assert pytest.approx(found.mase.value) == other.mase.value
    assert pytest.approx(found.coverage.value) == other.coverage.value
