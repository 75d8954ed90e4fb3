"""Seasons: against figures worked by hand and against a fit of least squares."""

from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
import pytest
from attrs import evolve

from indh_me.compute.projection.methods.drift import shrunken_drift
from indh_me.compute.projection.methods.seasonal import between_steps, seasonal_drift, seasonal_last
from indh_me.compute.projection.panel.series import SHORT, Series

#: Arrays, methods, and what a user may give by mistake.
Anything: TypeAlias = Any
#: Two years and three quarters.
Y = np.array([10.0, 14, 12, 19, 13, 18, 15, 21, 15, 22, 19])


def quarters(values: Anything, *ahead: float) -> Series:
    """Give series of quarters, their dates in years."""
    figures = np.atleast_2d(np.asarray(values, dtype=np.float64))
    dates = np.arange(1.0 - figures.shape[1], 1)[None, :] / 4
    return Series(figures, dates, np.array([ahead]) / 4, season=4)


@pytest.mark.parametrize(
    ("ahead", "between"),
    [(1.0, False), (1.09, False), (0.91, False), (1.11, True), (0.89, True), (0.05, True)],
)
def test_between_steps(ahead: float, *, between: bool) -> None:
    """A date is a step where it is within a tenth of one; none is so near as to be no step."""
    assert [between] == between_steps(quarters(Y, ahead, 6)).tolist()
    assert [between] == between_steps(quarters(Y, 6, ahead)).tolist()


def test_seasonal_last_by_hand() -> None:
    """The same quarter of the year before, and a variance for each year begun."""
    made = seasonal_last(quarters(Y, 1, 2, 4, 5, 8, 9))
    s2 = sum((b - a) ** 2 for a, b in zip(Y[:-4], Y[4:], strict=True)) / 7

    assert [[21.0, 15, 19, 21, 19, 21]] == made.centre.tolist()
    assert [s2 * k for k in (1, 1, 1, 2, 2, 3)] == pytest.approx((made.scale[0] ** 2).tolist())
    assert (7, None) == (made.df, made.weight)


def by_least_squares(y: Anything, season: int, steps: range) -> tuple[Anything, Anything, Anything]:
    """Give points, variances and the season's share, by a general fit and sums over the points."""
    points = len(y)
    moves = np.diff(y)
    design = np.zeros((points - 1, season))
    for i in range(1, points):
        design[i - 1, i % season] += 1
    effects, *_ = np.linalg.lstsq(design, moves, rcond=None)
    d = effects.mean()
    sigma2 = ((moves - design @ effects) ** 2).sum() / (points - 1 - season)
    f = sum(
        effects[i % season] ** 2 - 2 * d * effects[i % season] + d * d for i in range(1, points)
    )
    f = f / (season - 1) / sigma2
    share = f / (f + 1)
    levels = [sum(effects[1 : j + 1] - d) for j in range(season)]
    levels = share * (np.array(levels) - np.mean(levels))
    rest = y - levels[np.arange(points) % season]
    ahead = np.array([list(steps)], dtype=np.float64)
    base = shrunken_drift(Series(rest[None, :], np.arange(1.0 - points, 1)[None, :], ahead))
    r2 = (np.diff(rest) ** 2).sum() / (points - season)
    q = ahead[0] % season
    centre = base.centre[0] + levels[(points - 1 + ahead[0].astype(int)) % season]
    variance = base.scale[0] ** 2 * (points - 1) / (points - season)
    return centre, variance + share * r2 * q * (season - q) / (points - 1), base.weight


@pytest.mark.parametrize("points", [8, 9, 11, 12, SHORT + 1, SHORT + 2])
def test_seasonal_drift_is_least_squares(points: int) -> None:
    """Points and variances are those of the formula, with the season by a general fit."""
    rng = np.random.default_rng(points)
    y = rng.normal(0.5, 1, points).cumsum() + np.resize([3.0, -1, 0, -2], points)
    centre, variance, weight = by_least_squares(y, 4, range(1, 10))
    made = seasonal_drift(quarters(y, *range(1, 10)))

    np.testing.assert_allclose(made.centre[0], centre, rtol=1e-10)
    np.testing.assert_allclose(made.scale[0] ** 2, variance, rtol=1e-10)
    np.testing.assert_allclose(np.asarray(made.weight), weight, rtol=1e-9)
    assert points - 5 == made.df


def test_most_of_a_season_is_kept_by_hand() -> None:
    """Changes 3, -1, 1, -1, 1 of a season of two steps give F = 10, and 10/11 of the season."""
    # Into the last place 3, 1, 1 and into the other -1, -1: means 5/3 and -1, d = 1/3, g = ±4/3.
    # σ² = (16/9 + 4/9 + 4/9) / 3 = 8/9, Σ N g² = 5 · 16/9 = 80/9, so F = 10 and v = 10/11.
    # Half the way between the two places is s = ±2/3.
    y = np.array([0.0, 3, 2, 3, 2, 3])
    made = seasonal_drift(Series(y[None, :], np.arange(-5.0, 1)[None, :], np.ones((1, 1)), 2))
    s = 10 / 11 * 2 / 3
    left = [y[0] + s, y[1] - s, y[2] + s, y[3] - s, y[4] + s, y[5] - s]
    rest = shrunken_drift(Series(np.array([left]), np.arange(-5.0, 1)[None, :], np.ones((1, 1))))
    squares = sum((b - a) ** 2 for a, b in pairwise(left))
    variance = rest.scale.item() ** 2 * 5 / 4 + 10 / 11 * squares / 4 * (1 * 1 / 5)

    assert rest.centre.item() - s == pytest.approx(made.centre.item(), rel=1e-12)
    assert variance == pytest.approx(made.scale.item() ** 2, rel=1e-12)
    assert 3 == made.df


@pytest.mark.parametrize("method", [seasonal_last, seasonal_drift])
def test_a_constant_stays(method: Anything) -> None:
    """A constant has no season and no width."""
    made = method(quarters([7.0] * 9, 1, 2, 3, 4, 5))

    assert [[7.0] * 5] == made.centre.tolist()
    assert [[0.0] * 5] == made.scale.tolist()


@pytest.mark.parametrize("method", [seasonal_last, seasonal_drift])
def test_own_dates_and_shared_dates_agree(method: Anything) -> None:
    """Series that are each given the same dates are projected as those that share them."""
    shared = quarters(np.random.default_rng(3).normal(size=(5, 13)), 1, 3, 6)
    own = evolve(
        shared, dates=np.repeat(shared.dates, 5, axis=0), ahead=np.repeat(shared.ahead, 5, axis=0)
    )
    turned = evolve(own, ahead=own.ahead[:, ::-1])

    for name in ("centre", "scale"):
        expected = getattr(method(shared), name)
        np.testing.assert_allclose(getattr(method(own), name), expected, rtol=1e-13)
        np.testing.assert_allclose(getattr(method(turned), name)[:, ::-1], expected, rtol=1e-13)


@pytest.mark.parametrize("method", [seasonal_last, seasonal_drift])
def test_dates_that_are_not_known_do_no_harm(method: Anything) -> None:
    """Dates ahead that are not known give figures, which the panel leaves out, and no error."""
    made = method(evolve(quarters(Y, 1, 2, 3), ahead=np.array([[np.nan, np.inf, -np.inf]])))

    assert (1, 3) == made.centre.shape
