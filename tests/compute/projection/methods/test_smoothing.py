"""Exponential smoothing: recursion, variance and the grids."""

import numpy as np
import pytest

from indh_me.compute.projection.methods import smoothing
from indh_me.compute.projection.methods.damping import sum_of_damping, variance_growth
from indh_me.compute.projection.methods.smoothing import (
    best_smoothing,
    damped_holt,
    damped_holt_09,
    holt,
    ses,
    smooth,
)
from indh_me.compute.projection.panel.series import Series

START = np.array([[1.0]]), np.array([[1.0]])


def test_recursion_by_hand() -> None:
    """With α = .5, β = .2 and φ = .5: two figures, worked by hand.

    From level 1 and slope 1: .5 of the slope is left, 1.5 is forecast, the error of 3 is 1.5;
    level 2.25, slope .8. Then .4 is left, 2.65 forecast, the error of 2 is -.65; level 2.325,
    slope .27.
    """
    made = smooth(np.array([[3.0, 2.0]]), START, [0.5], [0.2], [0.5])

    assert 2.325 == pytest.approx(made.level.item(), rel=1e-15)
    assert 0.27 == pytest.approx(made.slope.item(), rel=1e-15)
    assert 1.5**2 + 0.65**2 == pytest.approx(made.squares.item(), rel=1e-15)


def test_many_parameters_and_series_at_once() -> None:
    """Each series with each triple of parameters gives what it gives alone."""
    y = np.random.default_rng(1).normal(size=(3, 5))
    level, slope = y[:, :1], np.ones((3, 1))
    triples = np.array([[0.2, 0.1, 0.9], [0.7, 0.3, 1.0]])
    made = smooth(y, (level, slope), *triples.T)
    for row in range(3):
        for column, (alpha, beta, phi) in enumerate(triples.tolist()):
            one = slice(row, row + 1)
            alone = smooth(y[one], (level[one], slope[one]), [alpha], [beta], [phi])

            assert alone.level.item() == made.level[row, column]
            assert alone.slope.item() == made.slope[row, column]
            assert alone.squares.item() == made.squares[row, column]


def test_best_of_a_grid_is_the_first_of_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    """The least squares win, of equals the first; in blocks as at once."""
    y = np.random.default_rng(2).normal(size=(7, 6))
    start = y[:, :1], np.zeros((7, 1))
    grid = ((0.9, 0.0, 1.0), (0.3, 0.1, 0.9), (0.3, 0.1, 0.9))
    made = best_smoothing(y, start, grid)
    every = smooth(y, start, *np.array(grid).T)
    rows = np.arange(7)
    best = every.squares.argmin(axis=1)
    monkeypatch.setattr(smoothing, "AT_A_TIME", 3)
    again = best_smoothing(y, start, grid)

    assert set(best.tolist()) == {0, 1}
    assert every.level[rows, best].tolist() == made.level[:, 0].tolist()
    assert every.slope[rows, best].tolist() == made.slope[:, 0].tolist()
    assert every.squares[rows, best].tolist() == made.squares[:, 0].tolist()
    assert [list(grid[each]) for each in best] == np.hstack(
        [made.alpha, made.beta, made.phi]
    ).tolist()
    assert made.level.tolist() == again.level.tolist()


def test_ses_takes_the_best_of_its_grid() -> None:
    """Simple smoothing takes the α of .05, .1 ... 1 that errs least, from the first value."""
    y = np.array([[3.0, 5, 4, 6, 5, 7]])
    made = ses(Series(y, np.arange(-5.0, 1)[None, :], np.array([[1.0, 4.0]])))
    tried = []
    for share in np.linspace(0.05, 1, 20).tolist():
        level, squares = 3.0, 0.0
        for each in y[0].tolist():
            squares += (each - level) ** 2
            level += share * (each - level)
        tried.append((squares, share, level))
    squares, alpha, level = min(tried)

    assert [level, level] == pytest.approx(made.centre[0].tolist(), rel=1e-14)
    assert [squares / 5, squares / 5 * (1 + 3 * alpha**2)] == pytest.approx(
        (made.scale[0] ** 2).tolist(), rel=1e-13
    )
    assert 5 == made.df


@pytest.mark.parametrize(
    ("method", "dampings"),
    [
        (holt, [1.0]),
        (damped_holt, [0.8, 0.85, 0.9, 0.95, 0.98]),
        (damped_holt_09, [0.9]),
    ],
)
def test_trends_take_the_best_of_their_grids(method: object, dampings: list[float]) -> None:
    """Holt starts from the line through five points, and takes the triple that errs least."""
    y = np.array([3.0, 5, 4, 8, 9, 9, 12])
    series = Series(y[None, :], np.arange(-6.0, 1)[None, :], np.array([[1.0, 3.0]]))
    slope, first = np.polyfit(np.arange(1, 6), y[:5], 1)
    tried = []
    for phi in dampings:
        for alpha in np.arange(0.1, 0.95, 0.1):
            for share in (0.05, 0.1, 0.2, 0.3, 0.5):
                made = smooth(
                    y[None, :],
                    (np.array([[first]]), np.array([[slope]])),
                    [alpha],
                    [alpha * share],
                    [phi],
                )
                found = made.squares.item(), alpha, alpha * share, phi
                tried.append((*found, made.level.item(), made.slope.item()))
    squares, alpha, beta, phi, level, slope = min(tried)
    assert callable(method)
    forecast = method(series)

    assert [level + sum_of_damping(phi, h).item() * slope for h in (1, 3)] == pytest.approx(
        forecast.centre[0].tolist(), rel=1e-12
    )
    assert [
        squares / 5 * variance_growth(alpha, beta, phi, h).item() for h in (1, 3)
    ] == pytest.approx((forecast.scale[0] ** 2).tolist(), rel=1e-11)
    assert 5 == forecast.df
