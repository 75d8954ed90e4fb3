"""The Theta method: half a straight line, half a smoothed level."""

import numpy as np

from indh_me.compute.projection.panel import Forecast, Series

from .damping import steps_ahead
from .line import fit_line
from .smoothing import LEVEL_SHARES, best_smoothing

__all__ = ["theta"]


def theta(series: Series) -> Forecast:
    """Project the mean of the straight line and of the smoothed series without it.

    Notes
    -----
    f(h) = (L(n + h) + S) / 2 with L(x) = a + b x the line of least squares on the step numbers
    x = 1 ... n, and S the level that simple smoothing gives 2 y_i - L(i), from its first value and
    with α of the grid of `ses` [1]_. The errors of y are half of those of S: with Q the sum of
    their squares, σ² = Q / 4 / (n - 2). sd(h)² = σ² (1 + (h - 1) α²) + (h / 2)² s_b², s_b the
    standard error of b: half the slope is carried ahead, and its error with it. Without that term
    the interval is far too narrow for few points. n - 2 degrees of freedom.

    References
    ----------
    .. [1] Assimakopoulos and Nikolopoulos (2000), International Journal of Forecasting 16, 521-530,
       as computed by the organisers of the M4 competition (Theta.classic).

    Examples
    --------
    Along a straight line only half of the slope is carried ahead, from a level behind the last:

    >>> series = Series(
    ...     np.array([[1.0, 3.0, 5.0, 7.0]]), np.array([[-3.0, -2, -1, 0]]), np.array([[1.0]])
    ... )
    >>> round(theta(series).centre.item(), 12)
    8.0
    """
    numbers = np.arange(1.0, series.points + 1)[None, :]
    line = fit_line(numbers, series.values)
    rest = 2 * series.values - line.at(numbers)
    start = rest[:, :1], np.zeros((len(rest), 1))
    made = best_smoothing(rest, start, tuple((alpha, 0.0, 1.0) for alpha in LEVEL_SHARES))
    steps = steps_ahead(series)
    centre = (line.at(series.points + steps) + made.level) / 2
    around = made.squares / 4 / (series.points - 2) * (1 + (steps - 1) * made.alpha**2)
    slope = (steps / 2 * line.slope_error) ** 2
    return Forecast(centre, np.sqrt(np.maximum(around, 0.0) + slope), series.points - 2)
