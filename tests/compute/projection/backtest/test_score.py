import math

import numpy as np
import pytest

from indh_me.compute.projection.backtest.score import (
    NoScore,
    checked_level,
    counted_reasons,
    fitted,
    reason_codes,
    scaled,
    scored,
)
from refusals import refusal


def test_mean_of_what_is_defined() -> None:
    """A score is the mean of the defined ones; the undefined ones are counted by the reason."""
    missing = np.array([[True, False, False], [False, False, True]])
    found = scored(np.array([[9.0, 2, 4], [3, 8, 9]]), (NoScore.NO_OUTCOME, missing))

    assert 4.25 == found.value
    assert (3.0, 5.0, 4.0) == found.by_horizon
    assert (1, 2, 1) == found.count_by_horizon
    assert 4 == found.count
    assert {NoScore.NO_OUTCOME: 2} == found.undefined
    assert [[True, False, False], [False, False, True]] == np.isnan(found.each).tolist()


def test_nothing_is_defined() -> None:
    """Without a defined score there is no mean, which is not a mean of zero."""
    found = scored(np.array([[1.0, 2.0]]), (NoScore.CONSTANT, np.array([[True, True]])))

    assert found.value is None
    assert (None, None) == found.by_horizon
    assert 0 == found.count


def test_no_series() -> None:
    """A score of no series has its horizons, each without a mean."""
    found = scored(np.zeros((0, 2)))

    assert (None, None) == found.by_horizon
    assert (0, 0) == found.count_by_horizon
    assert {} == found.undefined


def test_list_is_one_horizon() -> None:
    """Scores in a single row of numbers are one horizon."""
    found = scored(np.array([1.0, 3.0]))

    assert (2.0,) == found.by_horizon
    assert (2,) == found.count_by_horizon


def test_first_reason_counts() -> None:
    """What is undefined for two reasons is counted once, under the first."""
    both = np.array([True, False, False])
    other = np.array([True, True, False])
    codes = reason_codes((3,), (NoScore.NO_SCALE, both), (NoScore.CONSTANT, other))

    assert {NoScore.NO_SCALE: 1, NoScore.CONSTANT: 1} == counted_reasons(codes)


@pytest.mark.parametrize("level", [0.0, 1.0, -0.5, 95.0, math.nan])
def test_no_share(level: float) -> None:
    """A level is a share strictly between 0 and 1."""
    fault = refusal(lambda: checked_level(level))

    assert f"level '{level}'" == fault.what
    assert "level" == str(fault.where)
    assert "give a share between 0 and 1, such as 0.95" == fault.mend


def test_level_is_given_back() -> None:
    """A level that is a share is taken as it is."""
    assert 0.8 == checked_level(0.8)


def test_shapes_that_do_not_fit() -> None:
    """Figures of other shapes are refused with all shapes."""
    fault = refusal(lambda: fitted(np.zeros((2, 3)), np.zeros((2, 4))))

    assert "shapes '(2, 3)' and '(2, 4)' do not fit" == fault.what
    assert "give them the same number of series and of horizons" == fault.mend


def test_scales_stand_beside_horizons() -> None:
    """A scale belongs to a series, at all horizons."""
    figures, scale = scaled([1.0, 2.0], np.zeros((2, 3)))

    assert (2, 3) == figures.shape
    assert [[1.0, 1.0, 1.0], [2.0, 2.0, 2.0]] == scale.tolist()
