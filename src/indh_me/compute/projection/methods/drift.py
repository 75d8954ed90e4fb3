"""Projection by drift: the last value, and how much of the average change to add to it."""

import numpy as np

from indh_me.compute.bounds import Floats
from indh_me.compute.projection.panel import Forecast, Series, changes, combined, row_sums

from .evidence import Evidence
from .prior import Prior

__all__ = ["EVIDENCE", "drift", "half_drift", "last", "last_alone", "shrunken_drift"]

#: c of the shrunken drift: the squared t at which half of the drift is kept. On the yearly series
#: of the M3 competition the error is as small at 1.5 as at 2, and intervals are better at 1.5.
EVIDENCE = 1.5
#: How far the drift of today lies off the one measured, in variances that it wanders in all: the
#: integral of (2 u + u²)² / 9 from 0 to 1.
BEHIND = 38 / 135


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


def shrunken_drift(series: Series, prior: Prior | None = None) -> Forecast:
    r"""Project the last value and as much of the drift as the changes bear out.

    Parameters
    ----------
    series
        The series, of three points or more.
    prior
        What drifts of like series are; by default each series stands alone.

    Notes
    -----
    With the change :math:`\Delta_i` over the gap of :math:`g_i` years whose middle lies
    :math:`m_i` years after the first date, T the years observed, n the points, y_n the last value
    and H the years ahead:

    - d = :math:`\sum a_i \Delta_i / \sum a_i g_i`, the drift a year, with
      :math:`a_i = T + m_i`: the newest change counts twice as much as the oldest;
    - v(θ) = :math:`\sum m_i (\Delta_i - \theta g_i)^2 / g_i / \sum m_i \cdot (n - 1) / (n - 2)`,
      the variance of a year's change around a drift θ, newer changes counting for more;
    - se² = k v(d) with k = :math:`\sum a_i^2 g_i / (\sum a_i g_i)^2`, the squared error of d;
    - w = d² / (d² + c se²) with c = `EVIDENCE`, the share of the drift that is kept, between 0
      and 1, and δ = w d the drift that is kept;
    - f(H) = y_n + δ H;
    - sd(H)² = v(δ) (H + w k H²) + η² H² (38/135 T + H / 3) with η² = \|δ d\| / T, and n - 2
      degrees of freedom.

    *Where it comes from.* A year's change is a drift and a surprise of variance σ². Before the
    changes are seen the drift has mean 0 and variance τ²; after, it has mean w d and variance
    w se², with w = τ² / (τ² + se²). τ² estimated by d² / c gives the w above; σ² is v(δ). The
    future change has the variance σ² H of its surprises and w se² H² of the drift, which is the
    first bracket.

    A drift does not stay: it wanders by a variance of η² a year. What took T years to come may go
    in T years, so η² T is as large as the square of the drift. Two things follow. The drift
    measured is a mean over the past, and lies a variance of η² T 38/135 off the drift of today:
    :math:`\int_0^1 G(u)^2 du = 38/135` for the share :math:`G(u) = (2 u + u^2) / 3` of the weights
    that lies before u T. And until H years ahead the drift wanders on, which moves the value by a
    variance of :math:`\eta^2 H^3 / 3`. Series that keep no drift get no wider by either.

    *With a prior*, of mean μ and variance τ² in units of :math:`r = \sqrt{v(0) (n - 2) / (n - 1)}`:
    w = τ² / (τ² + se² / r²) and δ = μ r + w (d - μ r); the rest is the same.

    References
    ----------
    .. [1] Efron and Morris (1973), Journal of the American Statistical Association 68, 117-130,
       for shrinking a mean by its own evidence.
    .. [2] Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, for
       drifts that wander.

    Examples
    --------
    Two changes of 1 and 3: d = (2.5 + 3 · 3.5) / 6 = 13/6.

    >>> series = Series(np.array([[1.0, 2.0, 5.0]]), np.array([[-2.0, -1, 0]]), np.array([[3.0]]))
    >>> made = shrunken_drift(series)
    >>> round((made.centre.item() - 5) / made.weight.item() / 3 * 6, 12), made.df
    (13.0, 1)

    Around θ, v is (1 - θ)² / 2 + 3 (3 - θ)² / 2, and k = (2.5² + 3.5²) / 6² = 37/72:

    >>> error = 37 / 72 * ((1 - 13 / 6) ** 2 + 3 * (3 - 13 / 6) ** 2) / 2
    >>> round(made.weight.item() * (1 + 1.5 * error / (13 / 6) ** 2), 12)
    1.0
    """
    span, found = series.span, Evidence.of(series)
    slope, share = found.drift, found.share
    if prior is None:
        # The rest cancels only where the drift is nearly all: there the share is 1 to the digit.
        own = slope * slope
        total = own + EVIDENCE * share * found.variance(slope)
        weight = np.divide(own, total, out=np.zeros_like(total), where=total > 0)
        kept = weight * slope
    else:
        expected, error = prior.mean * found.unit, found.relative_error
        total = prior.variance + error
        weight = np.divide(prior.variance, total, out=np.zeros_like(total), where=total > 0)
        kept = expected + weight * (slope - expected)
    variance, wander = found.variance(kept), np.abs(kept * slope)
    ahead = series.ahead
    square = ahead * ahead
    centre = combined((series.last, np.ones_like(ahead)), (kept, ahead))
    scale = combined(
        (variance, ahead),
        (variance * weight * share + wander * BEHIND, square),
        (wander / (3 * span), square * ahead),
    )
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
