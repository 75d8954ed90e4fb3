"""The straight line of least squares."""

import math

import numpy as np
import pytest

from indh_me.compute.projection.methods.line import fit_line, line_scale, ols
from indh_me.compute.projection.panel.series import SHORT, Series


def test_line_by_hand() -> None:
    """Of 1, 3, 2, 4 in four years: slope .8, residual² .9, S = 5."""
    line = fit_line([1, 2, 3, 4], [1.0, 3.0, 2.0, 4.0])

    assert (4, 2.5, 2.5, 5.0) == (
        line.points,
        line.middle.item(),
        line.mean.item(),
        line.spread.item(),
    )
    assert 0.8 == pytest.approx(line.slope.item(), rel=1e-15)
    assert 0.5 == pytest.approx(line.intercept.item(), rel=1e-15)
    assert 0.9 == pytest.approx(line.residual.item() ** 2, rel=1e-14)
    assert 0.9 / 5 == pytest.approx(line.slope_error.item() ** 2, rel=1e-14)
    assert 0.9 * (1 / 4 + 2.5**2 / 5) == pytest.approx(line.intercept_error.item() ** 2, rel=1e-14)
    assert [[4.5, 0.5]] == pytest.approx(line.at(np.array([[5.0, 0.0]])), rel=1e-14)


def test_own_dates_of_each_series() -> None:
    """Each series may have dates of its own."""
    line = fit_line([[0, 1, 2], [0, 2, 4]], [[1.0, 2.0, 3.0], [1.0, 2.0, 3.0]])

    assert [[1.0], [0.5]] == line.slope.tolist()
    assert [[2.0], [8.0]] == line.spread.tolist()


def test_figures_are_left_as_they_are() -> None:
    """Fitting a line changes neither the figures nor the dates."""
    dates, values = np.array([[1.0, 2, 4]]), np.array([[5.0, 6, 9]])
    fit_line(dates, values)

    assert ([[1.0, 2, 4]], [[5.0, 6, 9]]) == (dates.tolist(), values.tolist())


def test_ols_by_hand() -> None:
    """The interval grows with the distance from the middle: s² (1 + 1/n + (x - x̄)² / S)."""
    made = ols(
        Series(np.array([[1.0, 3, 2, 4]]), np.array([[-3.0, -2, -1, 0]]), np.array([[1.0, 2.5]]))
    )

    assert [4.5, 5.7] == pytest.approx(made.centre[0], rel=1e-14)
    assert [0.9 * (1.25 + 2.5**2 / 5), 0.9 * (1.25 + 4**2 / 5)] == pytest.approx(
        (made.scale[0] ** 2).tolist(), rel=1e-13
    )
    assert 2 == made.df
    assert made.weight is None


def test_line_scale_by_hand() -> None:
    """The scale of a new value holds the residual, the mean's error and the slope's."""
    line = fit_line([1, 2, 3, 4], [1.0, 3.0, 2.0, 4.0])

    assert math.sqrt(0.9 * (1 + 1 / 4 + 1 / 5)) == pytest.approx(
        line_scale(line, np.array([[3.5]])).item(), rel=1e-14
    )


@pytest.mark.parametrize("points", [3, 12, SHORT, SHORT + 1])
def test_all_ways_agree(points: int) -> None:
    """Short or long, with shared dates or their own, series are projected by one formula."""
    rng = np.random.default_rng(7)
    y = 1e6 + rng.normal(size=(5, points))
    dates = np.sort(rng.choice(np.arange(-99.0, 0), points - 1, replace=False))
    x = np.append(dates, 0.0)[None, :]
    ahead = np.array([[0.5, 3.0]])
    shared = ols(Series(y, x, ahead))
    for dates_each in (x, np.repeat(x, 5, axis=0)):
        own = ols(Series(y, dates_each, np.repeat(ahead, 5, axis=0)))

        np.testing.assert_allclose(shared.centre, own.centre, rtol=1e-14)
        np.testing.assert_allclose(shared.scale, own.scale, rtol=1e-8)
        assert own.df == shared.df == points - 2


def test_small_intercept_keeps_its_digits() -> None:
    """An intercept of .1 is not lost between products a million times as large."""
    x = np.array([99_997.0, 99_999, 100_001, 100_003, 100_010])
    line = fit_line(x, 1 / 3 * x + 0.1)

    assert 0.1 == pytest.approx(line.intercept.item(), abs=2e-7)
    assert abs(line.lost.item()) < 1e-6
