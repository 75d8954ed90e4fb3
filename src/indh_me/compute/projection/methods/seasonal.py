"""Projection of quarters and months: each has its place in a season that comes back every year."""

from functools import lru_cache

import numpy as np
from attrs import evolve

from indh_me.compute.bounds import Flags, Floats
from indh_me.compute.projection.panel import UNEVENNESS, Forecast, Series, changes, product, step_of

from .drift import shrunken_drift

__all__ = ["between_steps", "seasonal_drift", "seasonal_last"]

#: How many matrices are kept, of series as long as these and with as many steps a year.
KEPT = 32


def between_steps(series: Series) -> Flags:
    """Tell which series are to be projected to a date that lies between two of their steps.

    Examples
    --------
    >>> quarters = np.arange(-7.0, 1)[None, :] / 4
    >>> made = Series(np.ones((1, 8)), quarters, np.array([[0.26, 0.5]]), season=4)
    >>> between_steps(made).tolist(), between_steps(evolve(made, ahead=made.ahead / 2)).tolist()
    ([False], [True])
    """
    steps, whole = _steps(series), _whole_steps(series)
    return np.asarray(((np.abs(steps - whole) > UNEVENNESS) | (whole < 1)).any(axis=1))


def seasonal_last(series: Series) -> Forecast:
    """Project the value of the same season one year before: a seasonal random walk.

    Notes
    -----
    f(h) = y_(n + h - m k) with y_1 ... y_n the values, m the steps of a season, h the steps ahead
    and k = ⌈h / m⌉ the seasons that are begun until then. sd(h) = s √k with n - m degrees of
    freedom, s² = Σ (y_i - y_(i - m))² / (n - m), over i = m + 1 ... n, the mean squared change
    from season to season [1]_: a walk for each place in the season.

    References
    ----------
    .. [1] Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections 5.2
       and 5.5.

    Examples
    --------
    >>> values, dates = np.array([[1.0, 9, 3, 8]]), np.array([[-3.0, -2, -1, 0]])
    >>> made = seasonal_last(Series(values, dates, np.array([[1.0, 2, 3]]), season=2))
    >>> made.centre.tolist(), (made.scale**2).round(12).tolist(), made.df
    ([[3.0, 8.0, 3.0]], [[2.5, 2.5, 5.0]], 2)
    """
    values, season = series.values, series.season
    steps = _whole_steps(series)
    moves = values[:, season:] - values[:, :-season]
    df = series.points - season
    wander = np.sqrt(np.einsum("ij,ij->i", moves, moves)[:, None] / df)
    centre = _at_place(values[:, -season:], steps - 1)
    return Forecast(centre, wander * np.sqrt(np.ceil(steps / season)), df)


def seasonal_drift(series: Series) -> Forecast:
    """Project what is left without the season by shrunken drift, and add the season back.

    Notes
    -----
    With values y_1 ... y_n, m steps of a season, changes Δ_i = y_i - y_(i - 1), and j(i) the place
    of i in the season:

    - d is the mean over all places of the mean change into each, g_j that of place j less d, N_j
      the number of changes into it. The season s has s_j - s_(j - 1) = g_j and Σ s_j = 0: the
      least squares of Δ_i = d + s_j - s_(j - 1) + e_i;
    - F = Σ N_j g_j² / (m - 1) / σ² with σ² = Σ (Δ_i - d - g_j(i))² / (n - 1 - m): how far the
      season stands out of what is left, about 1 where there is none;
    - v = F / (F + 1), the share of the season that is kept;
    - f(h) = f_0(h) + v s_j(n + h), f_0 the `shrunken_drift` of y_i - v s_j(i) at step h;
    - sd(h)² = sd_0(h)² (n - 1) / (n - m) + v r² q (m - q) / (n - 1), sd_0 that of f_0,
      r² = Σ Δ'_i² / (n - m) with the changes Δ' of y - v s, q what is left of h beyond whole
      seasons. m - 1 degrees of freedom fewer than f_0: n - m - 1.

    Dates count as steps.

    *Where it comes from.* A random walk with drift and a season that stays. The g_j are means of
    N = (n - 1) / m changes; over q steps their errors add up to the variance
    σ² (q - q² / m) / N = σ² q (m - q) / (n - 1), and over whole seasons to none. v is to the
    season what w is to the drift: its prior variance is estimated by its mean square. r² has m - 1
    degrees of freedom fewer than changes around a drift of zero, as so many places are fitted.

    *How it was chosen.* On simulated series; of real ones none were at hand. The season by
    moving averages of a year (classical decomposition [1]_) errs more on each kind of series that
    was tried. The whole season (v = 1) errs more where there is none. To test for a season at 90 %
    before taking any, as in the M4 competition [2]_, finds none in fewer than three years.
    Shrinking [3]_ needs no test: where there is no season, little is added.

    References
    ----------
    .. [1] Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 3.4.
    .. [2] Makridakis, Spiliotis and Assimakopoulos (2020), International Journal of Forecasting 36,
       54-74.
    .. [3] Miller and Williams (2003), International Journal of Forecasting 19, 669-684, for
       shrinking a season by its own evidence.

    Examples
    --------
    A season and a straight line go on:

    >>> values = np.array([[10.0, 14, 12, 16, 14, 18]])
    >>> made = seasonal_drift(
    ...     Series(values, np.arange(-5.0, 1)[None, :], np.array([[1.0, 2, 3]]), season=2)
    ... )
    >>> made.centre.round(9).tolist(), made.df
    ([[16.0, 20.0, 18.0]], 3)
    """
    points, season = series.points, series.season
    moves = changes(series.values)
    sums, counts, levels = _places(points, season)
    means = product(moves, sums / counts)
    apart = means - means.mean(axis=1, keepdims=True)
    into = np.arange(2 - points, 1) % season
    rest = moves - means[:, into]
    around = np.einsum("ij,ij->i", rest, rest)[:, None] / (points - 1 - season)
    explained = product(apart * apart, counts.T) / (season - 1)
    total = explained + around
    kept = np.divide(explained, total, out=np.zeros_like(total), where=total > 0)
    added = product(kept * apart, levels)
    left = series.values - added[:, np.arange(1 - points, 1) % season]
    steps = _whole_steps(series)
    made = shrunken_drift(Series(left, np.arange(1.0 - points, 1)[None, :], steps))
    moves = changes(left)
    wander = np.einsum("ij,ij->i", moves, moves)[:, None] / (points - season)
    beyond = steps % season
    error = kept * wander * (beyond * (season - beyond) / (points - 1))
    scale = np.sqrt(made.scale**2 * ((points - 1) / (points - season)) + error)
    centre = made.centre + _at_place(added, steps)
    return evolve(made, centre=centre, scale=scale, df=made.df - (season - 1))


def _steps(series: Series) -> Floats:
    """Count the steps to the dates ahead, which need not be whole."""
    return np.asarray(series.ahead / step_of(series.dates, series.season)[:, None])


def _whole_steps(series: Series) -> Floats:
    """Count the steps to the nearest step of each date ahead; 0 where dates are not known."""
    return np.nan_to_num(np.rint(_steps(series)), posinf=0.0, neginf=0.0)


def _at_place(season: Floats, steps: Floats) -> Floats:
    """Give the figures of a season, of shape (series, season), at some steps from its first."""
    places = (steps % season.shape[1]).astype(np.intp)
    if len(places) == 1:
        return np.asarray(season[:, places[0]])
    return np.take_along_axis(season, places, axis=1)


@lru_cache(maxsize=KEPT)
def _places(points: int, season: int) -> tuple[Floats, Floats, Floats]:
    """Give what depends on the number of points alone; places are counted from the last point.

    Returns
    -------
    tuple
        The matrix that sums changes by the place they lead into, how many lead into each, and the
        matrix that makes a season, zero on average, of its changes.
    """
    into = np.arange(2 - points, 1) % season
    sums = (into[:, None] == np.arange(season)).astype(np.float64)
    levels = np.triu(np.ones((season, season)))
    levels -= levels.mean(axis=1, keepdims=True)
    return sums, sums.sum(axis=0, keepdims=True), levels
