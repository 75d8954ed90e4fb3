"""Drifts of like series, learnt from a panel."""

import math

import numpy as np
import pytest

from indh_me.compute.bounds import Floats
from indh_me.compute.projection import project_panel
from indh_me.compute.projection.methods.evidence import Evidence
from indh_me.compute.projection.methods.prior import LEAST, Prior
from indh_me.compute.projection.panel.panel import Panel
from indh_me.compute.projection.panel.series import Series
from indh_me.errors import InvalidInputError

NAN = np.nan
OPEN = (-math.inf, math.inf)


def walks(series: int, drift: float = 1.0, points: int = 7, seed: int = 3) -> Floats:
    """Draw series of steps of sd 2 around a drift."""
    steps = np.random.default_rng(seed).normal(drift, 2, (series, points))
    return np.asarray(50 + np.cumsum(steps, axis=1))


def prior_of(values: Floats, bounds: tuple[float, float] = OPEN) -> Prior | None:
    """Learn from a panel of yearly figures."""
    return Prior.of(Panel.of(values, None, 1, None), bounds)


def test_mean_and_variance_of_drifts() -> None:
    """The prior is the mean of drifts in their units, and their variance less that of error."""
    panel = np.vstack([walks(20, 4.0), walks(20, -2.0)])
    found = prior_of(panel)
    told = Evidence.of(Series(panel, np.arange(-6.0, 1)[None, :], np.array([[1.0]])))
    drifts = told.drift / told.unit

    assert found is not None
    assert 40 == found.series
    assert drifts.mean() == pytest.approx(found.mean, rel=1e-12)
    expected = drifts.var() - told.relative_error.mean()
    assert expected > 0
    assert expected == pytest.approx(found.variance, rel=1e-9)


def test_drifts_that_differ_by_error_alone_have_no_variance() -> None:
    """Where drifts differ less than their errors, the variance is nothing, not below it."""
    flat = np.tile([[0.0, 1, 0, 1, 0, 1, 0]], (LEAST, 1))
    found = prior_of(flat)

    assert found is not None
    assert 0.0 == found.variance


def test_drifts_that_differ_are_told_apart() -> None:
    """Half the series rising and half falling have a mean near 0 and a variance."""
    found = prior_of(np.vstack([walks(200, 3.0), walks(200, -3.0)]))

    assert found is not None
    assert abs(found.mean) < 0.05
    assert found.variance > 0.4


def test_who_has_no_say() -> None:
    """Too short, broken, still or impossible series leave the prior as it is without them."""
    panel = walks(30)
    short = np.array([[NAN] * 4 + [1, 9, 90]])
    broken = np.array([[1, math.inf, 3, 4, 5, 6, 7], [NAN] * 7])
    still, beyond = np.full((3, 7), 5.0), np.array([[900.0, 910, 950, 960, 990, 995, 1000]])

    assert prior_of(panel) == prior_of(np.vstack([panel, short, broken, still]))
    assert prior_of(panel) != prior_of(np.vstack([panel, beyond]))
    assert prior_of(panel, (0, 500)) == prior_of(np.vstack([panel, beyond]), (0, 500))
    assert prior_of(panel, (-500, 100)) == prior_of(np.vstack([panel, beyond]), (-500, 100))


@pytest.mark.parametrize("count", [LEAST - 1, LEAST])
def test_twenty_series_are_enough(count: int) -> None:
    """Nineteen series are too few to learn from: each then stands alone; twenty are enough."""
    panel = walks(count)
    made = project_panel(panel, horizon=2, pooled=True)
    alone = project_panel(panel, horizon=2)

    assert (prior_of(panel) is None) == (count < LEAST) == (made.prior is None)
    assert (made.point.tolist() == alone.point.tolist()) == (count < LEAST)
    assert alone.prior is None


def test_nothing_is_learnt_unless_asked() -> None:
    """By default a series of a panel is projected as it is alone, to the digit."""
    panel = walks(30)
    made = project_panel(panel, horizon=2)

    np.testing.assert_allclose(project_panel(panel[4], horizon=2).point[0], made.point[4], 1e-14)
    assert made.prior is None


def test_like_series_draw_a_stray_one_to_them() -> None:
    """A series that stands still among rising ones is projected to rise."""
    panel = np.vstack([walks(100, 3.0), [[50, 52, 48, 51, 49, 52, 50]]])
    alone = project_panel(panel, horizon=1)
    made = project_panel(panel, horizon=1, pooled=True)

    assert made.point[-1, 0] - panel[-1, -1] > 5 * abs(alone.point[-1, 0] - panel[-1, -1])
    assert [True] * 101 == ((made.weight >= 0) & (made.weight <= 1)).tolist()
    assert 101 == (made.prior.series if made.prior else 0)


def test_other_series_of_a_panel_keep_their_method() -> None:
    """Series of three points are projected as ever; the panel says nothing of them."""
    short = [[NAN] * 4 + [1, 2, 4]]
    made = project_panel(np.vstack([walks(30), short]), horizon=2, pooled=True)

    np.testing.assert_array_equal(project_panel(short, horizon=2).low[0], made.low[-1])
    assert "half_drift" == made.method[-1]


@pytest.mark.parametrize("method", ["ols", "last", "half_drift", "logit_trend"])
def test_methods_that_learn_nothing(method: str) -> None:
    """Of a method that judges each series alone, a pooled panel is refused."""
    with pytest.raises(InvalidInputError) as error:
        project_panel(walks(30), horizon=1, method=method, pooled=True, bounds=(-500, 500))
    fault = error.value.faults[0]

    assert f"'{method}' judges each series alone" == fault.what
    assert "pooled" == str(fault.where)
    assert "leave it out, or take 'auto' or 'shrunken_drift'" == fault.mend
