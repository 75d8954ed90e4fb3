"""Projection by drift: the last value, and how much of the average change to add to it."""

import numpy as np

from indh_me.compute.bounds import Floats

from .series import Forecast, Series, changes, combined, row_sums

__all__ = ["EVIDENCE", "drift", "half_drift", "last", "last_alone", "shrunken_drift"]

#: c of the shrunken drift: the squared t at which half of the drift is kept. Of 1, 2 and 4, it is
#: the one with the least error on the yearly series of the M3 competition.
EVIDENCE = 2.0


def last_alone(series: Series) -> Forecast:
    """Project the last value, without an interval.

    Notes
    -----
    f(H) = y_n, with y_n the last value: all that can be said of one or two points.

    Examples
    --------
    >>> two = Series(np.array([[4.0, 6.0]]), np.array([[-1.0, 0.0]]), np.array([[1.0, 2.0]]))
    >>> last_alone(two).centre.tolist()
    [[6.0, 6.0]]
    """
    return Forecast(_level(series), np.full(_shape(series), np.nan), np.nan)


def last(series: Series) -> Forecast:
    """Project the last value: a random walk without drift.

    Notes
    -----
    f(H) = y_n and sd(H) = r √H with n - 1 degrees of freedom, H the years ahead,
    r² = Σ (Δy_i)² / g_i / (n - 1) the mean squared change a year, Δy_i the change over the gap of
    g_i years, n the points [1]_. One point has no interval.

    References
    ----------
    .. [1] Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.5,
       there with evenly spaced dates.

    Examples
    --------
    >>> three = Series(np.array([[4.0, 6.0, 5.0]]), np.array([[-2.0, -1, 0]]), np.array([[4.0]]))
    >>> made = last(three)
    >>> made.centre.item(), round(made.scale.item() ** 2, 12), made.df
    (5.0, 10.0, 2)
    """
    if series.points == 1:
        return last_alone(series)
    wander = np.sqrt(_squares(series) / (series.points - 1))
    return Forecast(_level(series), wander * np.sqrt(series.ahead), series.points - 1)


def drift(series: Series) -> Forecast:
    """Project the last value and the whole of the average change: a random walk with drift.

    Notes
    -----
    f(H) = y_n + d H with d = (y_n - y_1) / T, H the years ahead and T = t_n - t_1 the years
    observed. sd(H) = s √(H + H² / T) with n - 2 degrees of freedom,
    s² = Σ (Δy_i - d g_i)² / g_i / (n - 2), Δy_i the change over the gap of g_i years [1]_.
    Changes over longer gaps vary as much more as the gap is longer.

    References
    ----------
    .. [1] Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.5,
       there with evenly spaced dates.

    Examples
    --------
    >>> series = Series(np.array([[1.0, 4.0, 5.0]]), np.array([[-2.0, -1, 0]]), np.array([[2.0]]))
    >>> made = drift(series)
    >>> made.centre.item(), round(made.scale.item() ** 2, 12), made.df
    (9.0, 8.0, 1)
    """
    slope = _slope(series)
    return Forecast(
        series.last + slope * series.ahead, walk_scale(series, slope), series.points - 2
    )


def half_drift(series: Series) -> Forecast:
    """Project the last value and half of the average change.

    Notes
    -----
    f(H) = y_n + d H / 2, the mean of the last value and of the random walk with drift d. sd(H) is
    the mean of their two, and so are the degrees of freedom, n - 3/2. A heuristic without a
    derivation, whose intervals have held what they promise on short yearly series.

    Examples
    --------
    >>> series = Series(np.array([[1.0, 4.0, 5.0]]), np.array([[-2.0, -1, 0]]), np.array([[2.0]]))
    >>> made = half_drift(series)
    >>> made.centre.item(), made.df
    (7.0, 1.5)
    >>> round(made.scale.item() - (10**0.5 + 8**0.5) / 2, 12)
    0.0
    """
    level, whole = last(series), drift(series)
    return Forecast(
        (level.centre + whole.centre) / 2,
        (level.scale + whole.scale) / 2,
        (level.df + whole.df) / 2,
    )


def shrunken_drift(series: Series) -> Forecast:
    """Project the last value and as much of the average change as the changes bear out.

    Notes
    -----
    With d, T, g_i, Δy_i and s² as for `drift`, se² = s² / T the squared standard error of d, and
    c = `EVIDENCE`:

    - w = d² / (d² + c se²), between 0 and 1: the share of the drift that is kept. It is 1 where
      all changes are alike, 0 where there is no drift;
    - f(H) = y_n + w d H;
    - sd(H)² = r² (H + w H² / T), with n - 2 degrees of freedom and r² = Σ (Δy_i)² / g_i / (n - 1).

    *Where it comes from.* Let Δy_i = δ g_i + σ √g_i e_i with a drift δ of prior mean 0 and prior
    variance τ². Given σ the posterior of δ is normal, with mean w d and variance w se², where
    w = τ² / (τ² + se²) and se² = σ² / T; τ² estimated by d² / c gives the w above. The future
    change is δ H + σ √H e, so its variance is w se² H² + σ² H = σ² (H + w H² / T): that of the
    random walk with drift for w = 1, and without for w = 0.

    *Its scale.* r² is taken around the prior mean of the drift, zero, instead of around d, as
    s² is judged around a slope that was fitted to the same few changes. The two are tied by
    (n - 1) r² = (n - 2) s² + d² T, so r² = s² (n - 2 + t²) / (n - 1) with t² = d² / se²: larger
    than s² just where the drift is large against its error. This is no posterior variance; it is
    kept because it measures better.

    References
    ----------
    Efron and Morris (1973), Journal of the American Statistical Association 68, 117-130, for
    shrinking a mean by its own evidence.

    Examples
    --------
    d = 2, s² = 2, se² = 1, so w = 4 / (4 + 2) = 2/3 and r² = (9 + 1) / 2 = 5:

    >>> series = Series(np.array([[1.0, 4.0, 5.0]]), np.array([[-2.0, -1, 0]]), np.array([[3.0]]))
    >>> made = shrunken_drift(series)
    >>> round(made.weight.item(), 12), round(made.centre.item(), 12), made.df
    (0.666666666667, 9.0, 1)
    >>> round(made.scale.item() ** 2, 12)
    30.0
    """
    span, squares, slope = series.span, _squares(series), _slope(series)
    explained = slope * slope * span
    # The rest cancels only where the drift is nearly all, and there the weight is 1 to the digit.
    error = np.maximum(squares - explained, 0.0) * (EVIDENCE / (series.points - 2))
    total = explained + error
    weight = np.divide(explained, total, out=np.zeros_like(total), where=total > 0)
    ahead, wander = series.ahead, squares / (series.points - 1)
    centre = combined((series.last, np.ones_like(ahead)), (weight * slope, ahead))
    scale = combined((wander, ahead), (weight * wander, ahead * ahead / span))
    np.sqrt(scale, out=scale)
    return Forecast(centre, scale, series.points - 2, weight[:, 0])


def walk_scale(series: Series, slope: Floats) -> Floats:
    """Give the sd of a random walk whose drift is given: s √(H + H² / T), as for `drift`."""
    gaps, ahead = series.gaps, series.ahead
    rest = changes(series.values)
    rest -= slope * gaps
    rest *= rest
    wander = np.sqrt(row_sums(rest, 1 / gaps) / (series.points - 2))
    return np.asarray(wander * np.sqrt(ahead + ahead * ahead / series.span))


def _shape(series: Series) -> tuple[int, int]:
    return len(series.values), series.ahead.shape[1]


def _level(series: Series) -> Floats:
    return np.repeat(series.last, series.ahead.shape[1], axis=1)


def _slope(series: Series) -> Floats:
    return (series.last - series.values[:, :1]) / series.span


def _squares(series: Series) -> Floats:
    """Sum the squared changes, each over its gap."""
    moves = changes(series.values)
    moves *= moves
    return row_sums(moves, 1 / series.gaps)
