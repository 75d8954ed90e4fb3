"""The Theta method."""

import numpy as np
import pytest

from indh_me.compute.projection.methods.theta import theta
from indh_me.compute.projection.panel.series import Series

Y = np.array([3.0, 5, 4, 8, 9, 9])
SERIES = Series(Y[None, :], 2 * np.arange(-5.0, 1)[None, :], np.array([[2.0, 6.0]]))


def test_theta_as_the_organisers_of_m4_compute_it() -> None:
    """Half the line on the step numbers, half the smoothed 2 y - line, three steps ahead."""
    numbers = np.arange(1, 7)
    slope, first = np.polyfit(numbers, Y, 1)
    rest = 2 * Y - (first + slope * numbers)
    tried = []
    for alpha in np.linspace(0.05, 1, 20).tolist():
        level, squares = rest[0], 0.0
        for each in rest.tolist():
            squares += (each - level) ** 2
            level += alpha * (each - level)
        tried.append((squares, alpha, level))
    squares, alpha, level = min(tried)
    off = Y - first - slope * numbers
    error = off @ off / 4 / 17.5
    made = theta(SERIES)

    assert [(first + slope * (6 + h) + level) / 2 for h in (1, 3)] == pytest.approx(
        made.centre[0].tolist(), rel=1e-13
    )
    assert [
        squares / 4 / 4 * (1 + (h - 1) * alpha**2) + (h / 2) ** 2 * error for h in (1, 3)
    ] == pytest.approx((made.scale[0] ** 2).tolist(), rel=1e-12)
    assert 4 == made.df
