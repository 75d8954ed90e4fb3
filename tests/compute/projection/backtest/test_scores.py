import math

import numpy as np
import pytest

from indh_me.compute.projection.backtest.score import NoScore
from indh_me.compute.projection.backtest.scores import (
    changes,
    coverage,
    interval_width,
    mase,
    msis,
    naive_scale,
    smape,
)
from refusals import refusal

Table = list[list[float]]
NAN = math.nan
INF = math.inf


def test_scale_passes_over_gaps() -> None:
    """The scale is the mean absolute change from one reported figure to the next."""
    panel: Table = [[1, 2, 4, 7], [NAN, 5, NAN, 2], [3, NAN, NAN, NAN], [NAN] * 4, [6, 6, 6, NAN]]
    found = naive_scale(panel)

    assert [2.0, 3.0] == found[:2].tolist()
    assert np.isnan(found[2:4]).all()
    assert 0 == found[4]


def test_infinite_figure_is_no_figure() -> None:
    """A change to or from infinity is not one."""
    change, count = changes([[1, INF, 3, 2], [INF, INF, 3, 2]])

    assert [[0.0, 2.0, -1.0], [0.0, 0.0, -1.0]] == change.tolist()
    assert [2, 1] == count.tolist()


def test_single_series() -> None:
    """A series by itself is a panel of one; one figure makes no change."""
    assert [1.5] == naive_scale([1.0, 2.0, 0.0]).tolist()
    assert math.isnan(naive_scale([1.0]).item())


def test_smape_by_hand() -> None:
    """Symmetric errors are 200 times the distance over the sum of sizes."""
    found = smape([[100, 0, -10, 0, NAN, 5]], [[50, 5, 10, 0, 1, NAN]])

    # 200 * 50 / 150; 200 * 5 / 5; 200 * 20 / 20.
    assert pytest.approx([200 / 3, 200, 200]) == found.each[0, :3].tolist()
    assert {NoScore.NO_OUTCOME: 1, NoScore.NO_PROJECTION: 1, NoScore.BOTH_ZERO: 1} == (
        found.undefined
    )


def test_mase_by_hand() -> None:
    """Scaled errors are distances in scales; without a scale there is none, and it is counted."""
    outcome: Table = [[10, NAN], [10, 12], [10, 11], [10, INF]]
    point: Table = [[7, 8], [10, 10], [9, 9], [11, NAN]]
    found = mase(outcome, point, [2, 0, NAN, 4])

    assert 1.5 == found.each[0, 0]
    assert 0.25 == found.each[3, 0]
    assert 2 == found.count
    assert {NoScore.NO_OUTCOME: 2, NoScore.NO_SCALE: 2, NoScore.CONSTANT: 2} == found.undefined


def test_msis_by_hand() -> None:
    """An interval pays its width, and each miss 2 / (1 - level) times over, in scales."""
    found = msis([[5, 3, 12, 4, 10]], [[4] * 5], [[10] * 5], [2], level=0.75)

    # Width 6; a miss by 1 and by 2 costs 8 times as much; ends belong to the interval.
    assert [[3.0, 7.0, 11.0, 3.0, 3.0]] == found.each.tolist()


def test_msis_expects_95_percent() -> None:
    """Unless told otherwise, intervals are taken for those of 95 %: a miss costs 40 times."""
    assert pytest.approx(46) == msis([[11]], [[4]], [[10]], [1]).value


def test_msis_undefined() -> None:
    """Interval scores need the outcome, both ends, and a scale above zero."""
    low, high = [[0, NAN, 0, 0, 0]], [[1, 1, NAN, 1, 1]]
    outcome = [[NAN, 1, 1, 1, 1]]
    found = msis(np.transpose(outcome), np.transpose(low), np.transpose(high), [1, 1, 1, 0, NAN])

    assert 0 == found.count
    assert {
        NoScore.NO_OUTCOME: 1,
        NoScore.NO_PROJECTION: 2,
        NoScore.NO_SCALE: 1,
        NoScore.CONSTANT: 1,
    } == found.undefined


def test_msis_needs_a_level() -> None:
    """A level of 95 is no share."""
    assert "level '95'" == refusal(lambda: msis([[1]], [[0]], [[2]], [1], level=95)).what


def test_coverage_includes_ends() -> None:
    """An outcome on an end is inside; just beyond it is outside."""
    below, above = math.nextafter(4, 0), math.nextafter(10, 11)
    found = coverage([[4, 10, 7, below, above, NAN]], [[4] * 6], [[10] * 6])

    assert [1.0, 1.0, 1.0, 0.0, 0.0] == found.each[0, :5].tolist()
    assert 0.6 == found.value
    assert {NoScore.NO_OUTCOME: 1} == found.undefined


def test_interval_without_an_end_covers() -> None:
    """An infinite end is an end; a missing one is not."""
    found = coverage([[4, 4, 4]], [[-INF, NAN, 0]], [[5, 5, NAN]])

    assert 1 == found.value
    assert {NoScore.NO_PROJECTION: 2} == found.undefined


def test_width_in_unit_or_scales() -> None:
    """Widths are in the unit, or in scales where these are given."""
    low: Table = [[1, 2], [0, NAN]]
    high: Table = [[4, 8], [1, 1]]

    assert (2.0, 6.0) == interval_width(low, high).by_horizon
    assert {NoScore.NO_PROJECTION: 1} == interval_width(low, high).undefined
    assert [[1.5, 3.0]] == interval_width(low[:1], high[:1], [2]).each.tolist()
    assert {NoScore.CONSTANT: 2} == interval_width(low[:1], high[:1], [0]).undefined
