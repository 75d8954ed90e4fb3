import math

import numpy as np
import pytest

from indh_me.compute.projection import NoConformal, NoScore, calibrate
from indh_me.compute.projection.backtest.conformal import errors_needed
from refusals import refusal

NAN = math.nan
ERRORS = np.arange(1.0, 41)[:, np.newaxis]


@pytest.mark.parametrize(
    ("level", "needed"), [(0.95, 19), (0.9, 9), (0.5, 1), (0.8, 4), (0.7, 3), (0.6, 2)]
)
def test_fewest_errors(level: float, needed: int) -> None:
    """The fewest errors of a level give an interval as wide as the largest; one less gives none."""
    enough, few = (
        calibrate(ERRORS[:count], np.zeros((count, 1)), np.ones(count), level=level)
        for count in (needed, needed - 1)
    )

    assert needed == errors_needed(level)
    assert (float(needed),) == enough.half_widths
    assert (None,) == enough.reasons
    assert (None,) == few.half_widths
    assert (NoConformal.TOO_FEW_ERRORS,) == few.reasons
    assert (needed - 1,) == few.counts


@pytest.mark.parametrize(("count", "rank"), [(19, 19), (20, 20), (38, 38), (39, 38), (40, 39)])
def test_rank_of_the_error(count: int, rank: int) -> None:
    """The half-width is the ceil((n + 1) level)-th smallest error, in any order of the cases."""
    shuffled = np.random.default_rng(count).permutation(ERRORS[:count])
    found = calibrate(-shuffled, np.zeros((count, 1)), np.ones(count))

    assert (float(rank),) == found.half_widths
    assert 0.95 == found.level


def test_errors_are_in_scales() -> None:
    """Errors are divided by the scale of their case, and multiplied by that of the new one."""
    found = calibrate(10 * ERRORS[:19], np.zeros((19, 1)), np.full(19, 5.0))
    low, high = found.interval([[100.0], [100.0], [100.0]], [1.0, 0.0, NAN])

    assert (38.0,) == found.half_widths
    assert [62.0] == low[0].tolist()
    assert [138.0] == high[0].tolist()
    assert np.isnan(low[1:]).all()
    assert np.isnan(high[1:]).all()


def test_scales_by_horizon() -> None:
    """Each horizon may have a scale of its own, in calibration and interval alike."""
    outcomes = np.column_stack([np.arange(1.0, 20), np.arange(3.0, 60, 3)])
    found = calibrate(outcomes, np.zeros((19, 2)), np.tile([1.0, 3.0], (19, 1)))
    low, high = found.interval([[0.0, 0.0]], [[1.0, 2.0]])

    assert (19.0, 19.0) == found.half_widths
    assert [[-19.0, -38.0]] == low.tolist()
    assert [[19.0, 38.0]] == high.tolist()


def test_horizons_by_themselves() -> None:
    """Each horizon has its own errors, and may be without."""
    outcomes = np.column_stack([np.arange(1.0, 21), np.arange(2.0, 42, 2)])
    outcomes[:2, 1] = NAN
    scale = np.ones(20)
    scale[0] = 0
    found = calibrate(outcomes, np.zeros((20, 2)), scale)
    low, high = found.interval([[0.0, 0.0]], [1.0])

    assert (20.0, None) == found.half_widths
    assert (19, 18) == found.counts
    assert (None, NoConformal.TOO_FEW_ERRORS) == found.reasons
    assert {NoScore.NO_OUTCOME: 2, NoScore.CONSTANT: 1} == found.undefined
    assert (-20.0, 20.0) == (low[0, 0], high[0, 0])
    assert np.isnan([low[0, 1], high[0, 1]]).all()


def test_only_the_past_counts() -> None:
    """Whatever becomes known after the day changes nothing; what is known that day counts."""
    known = np.append(np.full(19, 2008), np.full(21, 2009))[:, np.newaxis]
    poisoned = ERRORS.copy()
    poisoned[19:] = 1e9
    made = [
        calibrate(each, np.zeros((40, 1)), np.ones(40), known=known, by=2008)
        for each in (ERRORS, poisoned)
    ]

    assert [(19.0,), (19.0,)] == [each.half_widths for each in made]
    assert (19,) == made[0].counts
    assert (0,) == calibrate(ERRORS, ERRORS, np.ones(40), known=known, by=2007).counts
    assert (40,) == calibrate(ERRORS, ERRORS, np.ones(40), known=known, by=2009).counts


@pytest.mark.parametrize("bounds", [(0, 100), (0, None), (None, 100), (None, None), None])
def test_intervals_end_at_bounds(bounds: tuple[float | None, float | None] | None) -> None:
    """No interval goes beyond what there can be; a bound that is not given does not hold."""
    found = calibrate(ERRORS[:19], np.zeros((19, 1)), np.ones(19))
    low, high = found.interval([[5.0], [95.0]], [1.0, 1.0], bounds)
    least, most = (None, None) if bounds is None else bounds

    assert [[-14.0 if least is None else 0.0], [76.0]] == low.tolist()
    assert [[24.0], [114.0 if most is None else 100.0]] == high.tolist()


@pytest.mark.parametrize(
    ("known", "by", "where"), [(None, 2008, "known"), ([[2008.0]], None, "by")]
)
def test_half_a_time(known: list[list[float]] | None, by: float | None, where: str) -> None:
    """When outcomes became known and the day of the projection belong together."""
    fault = refusal(lambda: calibrate([[1.0]], [[1.0]], [1.0], known=known, by=by))

    assert "half a time: known and by belong together" == fault.what
    assert where == str(fault.where)
    assert "give when each outcome became known and the day of the projection, or neither" == (
        fault.mend
    )


def test_times_that_do_not_fit() -> None:
    """There is one time for each outcome."""
    fault = refusal(lambda: calibrate([[1.0]], [[1.0]], [1.0], known=[1, 2, 3], by=2))

    assert "known of shape '(3,)' beside '(1, 1)' outcomes" == fault.what
    assert "known" == str(fault.where)
    assert "give one time for each outcome" == fault.mend


def test_projections_that_do_not_fit() -> None:
    """Intervals are for the horizons of the calibration, with a scale for each series."""
    found = calibrate(ERRORS[:19], np.zeros((19, 1)), np.ones(19))
    fault = refusal(lambda: found.interval([[1.0, 2.0]], [1.0]))
    scales = refusal(lambda: found.interval([[1.0], [2.0]], [1.0, 1.0, 1.0]))
    flat = refusal(lambda: found.interval([1.0], [1.0]))

    assert "projections of shape '(1, 2)' beside '1' horizons" == fault.what
    assert "projections" == str(fault.where)
    assert "give a table, series x horizons" == fault.mend
    assert "shapes '(2, 1)' and '(3, 1)' do not fit" == scales.what
    assert "projections of shape '(1,)' beside '1' horizons" == flat.what


def test_level_is_a_share() -> None:
    """A level of 95 is refused, by all that take one."""
    assert "level '95'" == refusal(lambda: errors_needed(95)).what
    assert "level '95'" == refusal(lambda: calibrate([[1.0]], [[1.0]], [1.0], level=95)).what
