"""Exponential smoothing: a level, and a slope, that follow the figures."""

from itertools import product

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.compute.bounds import Floats
from indh_me.compute.projection.panel import Forecast, Series

from .damping import steps_ahead, sum_of_damping, variance_growth
from .line import fit_line

__all__ = [
    "Smoothed",
    "best_smoothing",
    "damped_holt",
    "damped_holt_09",
    "holt",
    "ses",
    "smooth",
]

#: Parameters tried: a coarse grid. A finer one, or an optimiser, follows the noise of a few points.
LEVEL_SHARES = tuple(np.linspace(0.05, 1.0, 20).tolist())
TREND_LEVEL_SHARES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
SLOPE_SHARES = (0.05, 0.1, 0.2, 0.3, 0.5)
DAMPINGS = (0.8, 0.85, 0.9, 0.95, 0.98)
#: Damping of Holt's method where it is one half of a combination.
DAMPING = 0.9
#: Points whose line gives the first level and slope.
START = 5
#: Series smoothed at a time: what is made of them should stay in the processor's cache.
AT_A_TIME = 256


@frozen(eq=False)
class Smoothed:
    """Where smoothing has come to at the last point; every array of one shape.

    Parameters
    ----------
    level, slope
        Level and slope of a step.
    squares
        Sum of the squared errors of each figure forecast from those before it.
    alpha, beta, phi
        Parameters: shares of each error that go to the level and to the slope, and the share of
        the slope that is left from one step to the next.
    """

    level: Floats
    slope: Floats
    squares: Floats
    alpha: Floats
    beta: Floats
    phi: Floats


def smooth(
    values: Floats,
    start: tuple[Floats, Floats],
    alpha: npt.ArrayLike,
    beta: npt.ArrayLike,
    phi: npt.ArrayLike,
) -> Smoothed:
    """Smooth series with given parameters.

    Parameters
    ----------
    values
        Evenly spaced figures, of shape (series, points).
    start
        Level and slope one step before the first point, each of shape (series, 1).
    alpha, beta, phi
        Parameters, of shape (parameters,).

    Notes
    -----
    For each figure y, with level l, slope b and error e: e = y - (l + φ b), l ← l + φ b + α e,
    b ← φ b + β e [1]_. φ = 1 is Holt's method, β = 0 without a slope is simple smoothing.

    References
    ----------
    .. [1] Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing, table
       2.2, models A,N,N, A,A,N and A,Ad,N, in their error-correction form.

    Examples
    --------
    >>> start = np.array([[1.0]]), np.array([[1.0]])
    >>> made = smooth(np.array([[2.0, 4.0]]), start, [0.5], [0.25], [1.0])
    >>> made.level.item(), made.slope.item(), made.squares.item()
    (3.5, 1.25, 1.0)
    """
    # One row for each parameter: a pass along many series is cheaper than one along few parameters.
    alpha, beta, phi = (np.asarray(each, dtype=np.float64)[:, None] for each in (alpha, beta, phi))
    level, slope, error, share = np.empty((4, len(alpha), len(values)))
    squares: Floats = np.zeros(level.shape)
    level[:], slope[:] = start[0].T, start[1].T
    has_slope, is_damped = bool(start[1].any() or beta.any()), bool((phi != 1).any())
    for figures in np.ascontiguousarray(values.T):
        if has_slope:
            if is_damped:
                slope *= phi
            level += slope
        np.subtract(figures, level, out=error)
        level += np.multiply(error, alpha, out=share)
        if has_slope:
            slope += np.multiply(error, beta, out=share)
        error *= error
        squares += error
    return Smoothed(level.T, slope.T, squares.T, alpha.T, beta.T, phi.T)


def best_smoothing(
    values: Floats, start: tuple[Floats, Floats], grid: tuple[tuple[float, float, float], ...]
) -> Smoothed:
    """Give for each series the smoothing of a grid that errs least; the first of equals.

    Parameters
    ----------
    values, start
        As for `smooth`.
    grid
        Triples of alpha, beta and phi.

    Returns
    -------
    Smoothed
        With columns, of shape (series, 1).

    Examples
    --------
    >>> start = np.array([[1.0]]), np.array([[0.0]])
    >>> made = best_smoothing(np.array([[2.0, 2.0]]), start, ((0.5, 0.0, 1.0), (1.0, 0.0, 1.0)))
    >>> made.alpha.item(), made.squares.item()
    (1.0, 1.0)
    """
    parameters = np.array(grid).T
    parts = []
    for first in range(0, len(values), AT_A_TIME):
        rows = slice(first, first + AT_A_TIME)
        made = smooth(values[rows], (start[0][rows], start[1][rows]), *parameters)
        best = np.argmin(made.squares, axis=1)[:, None]
        found = [
            np.take_along_axis(each, best, axis=1)
            for each in (made.level, made.slope, made.squares)
        ]
        parts.append(np.hstack([*found, parameters.T[best[:, 0]]]))
    columns = np.vstack(parts)
    return Smoothed(*(columns[:, each : each + 1] for each in range(6)))


def ses(series: Series) -> Forecast:
    """Project the smoothed level: simple exponential smoothing.

    Notes
    -----
    f(h) = l_n, the level after the last figure, from l_0 = y_1; sd(h)² = σ² (1 + (h - 1) α²) with
    σ² = Σ e_i² / (n - 1), e_i the errors of each figure forecast from those before it, and n - 1
    degrees of freedom (the grid's choice of α is not counted). α is the one of .05, .10 ... 1 with
    the least Σ e_i². Recursion and source as for `smooth`.

    Examples
    --------
    >>> series = Series(np.array([[1.0, 1.0, 5.0]]), np.array([[-2.0, -1, 0]]), np.array([[1.0]]))
    >>> made = ses(series)
    >>> round(made.centre.item(), 12), round(made.scale.item() ** 2, 12), made.df
    (1.2, 8.0, 2)
    """
    start = series.values[:, :1], np.zeros((len(series.values), 1))
    grid = tuple((alpha, 0.0, 1.0) for alpha in LEVEL_SHARES)
    made = best_smoothing(series.values, start, grid)
    return _projected(series, made, series.points - 1)


def holt(series: Series) -> Forecast:
    """Project the smoothed level and slope: Holt's linear trend.

    Notes
    -----
    f(h) = l_n + h b_n and sd(h)² = σ² v(h), v of `variance_growth` (in `damping`) with φ = 1,
    σ² = Σ e_i² / (n - 2), n - 2 degrees of freedom (for the slope and the level at the start; the
    grid's choice is not counted). l_0 and b_0 are those of the line through the first five points.
    α is one of .1, .2 ... .9 and β = α β*, β* one of .05, .1, .2, .3, .5: those with the least
    Σ e_i². Recursion and source as for `smooth`.

    Examples
    --------
    >>> series = Series(
    ...     np.array([[1.0, 3.0, 5.0, 7.0]]), np.array([[-3.0, -2, -1, 0]]), np.array([[2.0]])
    ... )
    >>> round(holt(series).centre.item(), 12)
    11.0
    """
    return _with_trend(series, (1.0,))


def damped_holt(series: Series) -> Forecast:
    """Project the smoothed level and a slope that dies away: damped Holt.

    Notes
    -----
    f(h) = l_n + (φ + ... + φ^h) b_n and sd(h)² = σ² v(h), the rest as for `holt`, with φ one of
    .8, .85, .9, .95, .98.

    Examples
    --------
    >>> series = Series(
    ...     np.array([[1.0, 3.0, 5.0, 7.0]]), np.array([[-3.0, -2, -1, 0]]), np.array([[2.0]])
    ... )
    >>> 10 < damped_holt(series).centre.item() < 11
    True
    """
    return _with_trend(series, DAMPINGS)


def damped_holt_09(series: Series) -> Forecast:
    """Project as `damped_holt` does, with φ held at `DAMPING`.

    Examples
    --------
    >>> flat = Series(np.full((1, 4), 3.0), np.array([[-3.0, -2, -1, 0]]), np.array([[2.0]]))
    >>> round(damped_holt_09(flat).centre.item(), 12)
    3.0
    """
    return _with_trend(series, (DAMPING,))


def _with_trend(series: Series, dampings: tuple[float, ...]) -> Forecast:
    first = series.values[:, :START]
    line = fit_line(np.arange(1.0, first.shape[1] + 1), first)
    grid = tuple(
        (alpha, alpha * share, phi)
        for phi, alpha, share in product(dampings, TREND_LEVEL_SHARES, SLOPE_SHARES)
    )
    made = best_smoothing(series.values, (line.intercept, line.slope), grid)
    return _projected(series, made, series.points - 2)


def _projected(series: Series, made: Smoothed, df: int) -> Forecast:
    steps = steps_ahead(series)
    centre = made.level + sum_of_damping(made.phi, steps) * made.slope
    growth = variance_growth(made.alpha, made.beta, made.phi, steps)
    return Forecast(centre, np.sqrt(made.squares / df * growth), df)
