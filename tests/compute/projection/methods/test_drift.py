"""Last value, drift, half-drift and shrunken drift, against figures worked by hand."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from indh_me.compute.bounds import Floats
from indh_me.compute.projection.methods.drift import (
    BEHIND,
    EVIDENCE,
    drift,
    half_drift,
    last,
    last_alone,
    shrunken_drift,
    walk_scale,
)
from indh_me.compute.projection.methods.prior import Prior
from indh_me.compute.projection.panel.series import SHORT, Forecast, Series

#: Changes 2, 1, 2 in three years: d = 5/3, mean square 3, s² = (9 - 25/3) / 2 = 1/3.
YEARLY = Series(np.array([[4.0, 6, 7, 9]]), np.array([[-3.0, -2, -1, 0]]), np.array([[1.0, 2, 5]]))
#: Changes 2, 3 over gaps of 1, 3 years: d = 5/4, Σ Δ²/g = 4 + 3 = 7, s² = 7 - 25/4 = 3/4.
UNEVEN = Series(np.array([[4.0, 6, 9]]), np.array([[-4.0, -3, 0]]), np.array([[2.0]]))


def figures(made: Forecast) -> tuple[list[float], list[float]]:
    """Give the points and the variances of the first series."""
    return made.centre[0].tolist(), (made.scale[0] ** 2).tolist()


def test_last_alone_says_nothing_of_how_far() -> None:
    """The last value alone has no scale, and no degrees of freedom."""
    made = last_alone(YEARLY)

    assert [[9.0, 9.0, 9.0]] == made.centre.tolist()
    assert (1, 3) == made.scale.shape
    assert np.isnan(made.scale).all()
    assert math.isnan(made.df)
    assert made.weight is None


def test_last_wanders_by_its_mean_square() -> None:
    """The last value's variance is the mean squared change a year, times the years ahead."""
    points, variances = figures(last(YEARLY))

    assert [9.0, 9.0, 9.0] == points
    assert [3.0, 6.0, 15.0] == pytest.approx(variances, rel=1e-14)
    assert 3 == last(YEARLY).df


def test_last_on_uneven_dates() -> None:
    """A change over a longer gap counts as much less as the gap is longer."""
    assert [7.0] == pytest.approx(figures(last(UNEVEN))[1], rel=1e-14)


def test_last_of_one_point_has_no_interval() -> None:
    """One point is projected, and says nothing of how far it may go."""
    made = last(Series(np.array([[4.0]]), np.array([[0.0]]), np.array([[1.0]])))

    assert [4.0] == made.centre[0].tolist()
    assert np.isnan(made.scale).all()
    assert math.isnan(made.df)


def test_drift_by_hand() -> None:
    """Drift carries the whole average change ahead, and its error with it."""
    points, variances = figures(drift(YEARLY))

    assert [9 + 5 / 3, 9 + 10 / 3, 9 + 25 / 3] == pytest.approx(points, rel=1e-14)
    assert [(h + h * h / 3) / 3 for h in (1, 2, 5)] == pytest.approx(variances, rel=1e-13)
    assert 2 == drift(YEARLY).df


def test_drift_on_uneven_dates() -> None:
    """On uneven dates drift is a year's, and its variance s² (H + H² / T)."""
    points, variances = figures(drift(UNEVEN))

    assert [11.5] == points
    assert [0.75 * (2 + 4 / 4)] == pytest.approx(variances, rel=1e-14)
    assert 1 == drift(UNEVEN).df


def test_half_drift_is_halfway() -> None:
    """Half-drift is the mean of last value and drift: point, scale and degrees of freedom."""
    level, whole, half = last(YEARLY), drift(YEARLY), half_drift(YEARLY)

    assert ((level.centre + whole.centre) / 2).tolist() == half.centre.tolist()
    assert ((level.scale + whole.scale) / 2).tolist() == half.scale.tolist()
    assert 2.5 == half.df


@pytest.mark.parametrize(
    ("series", "d", "k", "around"),
    [
        # Middles 1/2, 3/2, 5/2 after the start: weights 7/2, 9/2, 11/2 and 1/2, 3/2, 5/2.
        (YEARLY, 45 / 27, 251 / 4 / 13.5**2, lambda o: (6 * (2 - o) ** 2 + 3 * (1 - o) ** 2) / 9),
        # Middles 1/2, 5/2: weights 9/2, 13/2 and 1/2, 5/2; a gap of three years.
        (UNEVEN, 28.5 / 24, 147 / 576, lambda o: (2 - o) ** 2 / 6 + 5 * (3 - 3 * o) ** 2 / 18),
    ],
)
def test_shrunken_drift_by_hand(
    series: Series, d: float, k: float, around: Callable[[float], float]
) -> None:
    """Newer changes count for more, the drift is kept by its evidence, and it wanders."""
    made = shrunken_drift(series)
    free = (series.points - 1) / (series.points - 2)
    w = d * d / (d * d + 1.5 * k * around(d) * free)
    kept, span, ahead = w * d, series.span.item(), series.ahead[0].tolist()
    points, variances = figures(made)

    assert 1.5 == EVIDENCE
    assert made.weight is not None
    assert [w] == pytest.approx(made.weight.tolist(), rel=1e-13)
    assert [series.last.item() + kept * h for h in ahead] == pytest.approx(points, rel=1e-13)
    assert [
        around(kept) * free * (h + w * k * h * h)
        + kept * d / span * h * h * (38 / 135 * span + h / 3)
        for h in ahead
    ] == pytest.approx(variances, rel=1e-13)
    assert series.points - 2 == made.df


def test_how_far_the_drift_of_today_lies_behind() -> None:
    """The share of the weights older than u, squared and summed, is 38/135."""
    u = (np.arange(200_000) + 0.5) / 200_000
    share = np.cumsum(1 + u) / (1 + u).sum()

    assert np.mean(share**2) == pytest.approx(BEHIND, rel=1e-4)


def test_shrunken_drift_of_a_constant() -> None:
    """A constant is projected as itself, without width, and keeps no drift."""
    for prior in (None, Prior(mean=0.3, variance=0.1, series=20)):
        made = shrunken_drift(Series(np.full((1, 4), 5.0), YEARLY.dates, YEARLY.ahead), prior)

        assert ([5.0] * 3, [0.0] * 3) == figures(made)
        assert made.weight is not None
        assert [0.0 if prior is None else 1.0] == made.weight.tolist()


def test_shrunken_drift_of_what_returns() -> None:
    """Changes that cancel, newer ones counting for more, leave no drift, but a width."""
    back = Series(np.array([[1.0, 14, 5]]), UNEVEN.dates, UNEVEN.ahead)
    made = shrunken_drift(back)

    assert made.weight is not None
    assert [0.0] == made.weight.tolist()
    points, variances = figures(made)
    assert [5.0] == points
    assert [2 * 2 * (0.5 * 13**2 + 2.5 * 9**2 / 3) / 3] == pytest.approx(variances, rel=1e-14)


def test_a_line_is_not_believed_for_ever() -> None:
    """A straight line is kept whole, and its drift still wanders: η² T is its square."""
    made = shrunken_drift(Series(np.array([[2.0, 4, 6, 8]]), YEARLY.dates, YEARLY.ahead))
    points, variances = figures(made)

    assert [10.0, 12.0, 18.0] == pytest.approx(points, rel=1e-12)
    assert [4 * h * h * (38 / 135 + h / 9) for h in (1, 2, 5)] == pytest.approx(variances, rel=1e-7)


def test_a_prior_by_hand() -> None:
    """A prior draws the drift to its mean, by its variance against the error of the drift."""
    prior = Prior(mean=0.5, variance=0.04, series=30)
    made = shrunken_drift(UNEVEN, prior)
    unit = math.sqrt((0.5 * 4 + 2.5 * 3) / 3)
    d, k = 28.5 / 24, 147 / 576

    def variance(around: float) -> float:
        return 2 * (0.5 * (2 - around) ** 2 + 2.5 * (3 - 3 * around) ** 2 / 3) / 3

    w = 0.04 / (0.04 + k * variance(d) / unit**2)
    kept = 0.5 * unit + w * (d - 0.5 * unit)
    points, variances = figures(made)

    assert made.weight is not None
    assert [w] == pytest.approx(made.weight.tolist(), rel=1e-13)
    assert [9 + 2 * kept] == pytest.approx(points, rel=1e-13)
    assert [
        variance(kept) * (2 + 4 * w * k) + kept * d / 4 * 4 * (38 / 135 * 4 + 2 / 3)
    ] == pytest.approx(variances, rel=1e-13)


def test_walk_scale_around_another_slope() -> None:
    """The scale of a walk is taken around the slope that is given."""
    found = walk_scale(YEARLY, np.array([[2.0]]))

    assert [0.5 * (h + h * h / 3) for h in (1, 2, 5)] == pytest.approx((found[0] ** 2).tolist())


@pytest.mark.parametrize("points", [SHORT, SHORT + 1])
def test_short_and_long_series_have_one_formula(points: int) -> None:
    """Series on both sides of the length where the computation changes follow the formula."""
    y = np.random.default_rng(5).normal(size=(3, points)).cumsum(axis=1)
    made = shrunken_drift(Series(y, np.arange(1.0 - points, 1)[None, :], np.array([[2.0]])))
    moves, span = np.diff(y, axis=1), points - 1
    middle = np.arange(span) + 0.5
    newer = (span + middle) / (span + middle).sum()
    d, k = moves @ newer, (newer**2).sum()

    def variance(around: Floats) -> Floats:
        squares = (moves - around[:, None]) ** 2
        return np.asarray(squares @ middle / middle.sum() * span / (span - 1))

    w = d**2 / (d**2 + 1.5 * k * variance(d))
    kept = w * d

    assert made.weight is not None
    np.testing.assert_allclose(made.weight, w, rtol=1e-11)
    np.testing.assert_allclose(made.centre[:, 0], y[:, -1] + 2 * kept, rtol=1e-11)
    np.testing.assert_allclose(
        made.scale[:, 0] ** 2,
        variance(kept) * (2 + 4 * w * k) + kept * d / span * 4 * (38 / 135 * span + 2 / 3),
        rtol=1e-11,
    )


def test_own_dates_and_shared_dates_agree() -> None:
    """Series that are each given the same dates are projected as those that share them."""
    y = np.random.default_rng(6).normal(size=(4, 6))
    dates, ahead = np.array([[-9.0, -7, -4, -2, -1, 0]]), np.array([[1.0, 4.0]])
    for method in (last, drift, half_drift, shrunken_drift):
        shared = method(Series(y, dates, ahead))
        own = method(Series(y, np.repeat(dates, 4, axis=0), np.repeat(ahead, 4, axis=0)))

        np.testing.assert_allclose(shared.centre, own.centre, rtol=1e-13)
        np.testing.assert_allclose(shared.scale, own.scale, rtol=1e-13)
