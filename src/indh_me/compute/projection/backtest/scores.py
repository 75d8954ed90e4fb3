"""Scores of points and intervals against what happened."""

import numpy as np
import numpy.typing as npt

from indh_me.compute.bounds import Floats

from .score import NoScore, Score, checked_level, fitted, missing, no_scale, scaled, scored

__all__ = ["changes", "coverage", "interval_width", "mase", "msis", "naive_scale", "smape"]


def naive_scale(training: npt.ArrayLike) -> Floats:
    r"""Give the mean absolute change of each series, from one figure to the next.

    Parameters
    ----------
    training
        Series x time: what was known when the projection was made; NaN where nothing was
        reported.

    Returns
    -------
    numpy.ndarray
        One for each series, in its unit. Zero where it never moved, NaN where it has fewer than
        two figures.

    Notes
    -----
    With the n figures y_1 ... y_n of a series, gaps left out: (1 / (n - 1)) sum \|y_i - y_(i-1)\|,
    the mean error of the last value as a projection of the next.

    References
    ----------
    .. [1] Hyndman and Koehler (2006), "Another look at measures of forecast accuracy",
       International Journal of Forecasting 22, 679-688.

    Examples
    --------
    >>> naive_scale([[60, 62, 66], [5, np.nan, 5], [7, np.nan, np.nan]]).tolist()
    [3.0, 0.0, nan]
    """
    change, count = changes(training)
    return np.where(count > 0, np.abs(change).sum(axis=1) / np.maximum(count, 1), np.nan)


def changes(training: npt.ArrayLike) -> tuple[Floats, npt.NDArray[np.intp]]:
    """Give the changes of each series from one figure to the next, and how many there are.

    Parameters
    ----------
    training
        Series x time; NaN where nothing was reported.

    Returns
    -------
    tuple[numpy.ndarray, numpy.ndarray]
        Changes, one at each time but the first, zero where there is none; and their number in
        each series.

    Examples
    --------
    >>> change, count = changes([[60, np.nan, 66, 65]])
    >>> change.tolist(), count.tolist()
    ([[0.0, 6.0, -1.0]], [2])
    """
    values = np.atleast_2d(np.asarray(training, dtype=np.float64))
    known = np.isfinite(values)
    # Where each cell finds the latest figure before it.
    at = np.where(known, np.arange(values.shape[1]), -1)
    before = np.maximum.accumulate(at, axis=1)[:, :-1]
    counted = known[:, 1:] & (before >= 0)
    earlier = np.take_along_axis(values, np.maximum(before, 0), axis=1)
    with np.errstate(invalid="ignore"):
        change = np.where(counted, values[:, 1:] - earlier, 0.0)
    return change, counted.sum(axis=1)


def smape(outcomes: npt.ArrayLike, projections: npt.ArrayLike) -> Score:
    r"""Give symmetric percentage errors.

    Parameters
    ----------
    outcomes, projections
        In one unit, series x horizons; NaN where missing.

    Returns
    -------
    Score
        In percent, 0 to 200.

    Notes
    -----
    200 \|y - f\| / (\|y\| + \|f\|) with outcome y and projection f. Undefined where both are zero
    (``both_zero``). It does not depend on the unit, but it does on where zero lies.

    References
    ----------
    .. [1] Makridakis and Hibon (2000), "The M3-Competition", International Journal of Forecasting
       16, 451-476.

    Examples
    --------
    >>> smape([[100, 110]], [[100, 90]]).each.tolist()
    [[0.0, 20.0]]
    """
    y, f = fitted(outcomes, projections)
    size = np.abs(y) + np.abs(f)
    with np.errstate(invalid="ignore"):
        each = 200 * np.abs(y - f) / size
    return scored(each, *missing(y, f), (NoScore.BOTH_ZERO, size == 0))


def mase(outcomes: npt.ArrayLike, projections: npt.ArrayLike, scale: npt.ArrayLike) -> Score:
    r"""Give absolute errors in mean changes of the training part.

    Parameters
    ----------
    outcomes, projections
        In one unit, series x horizons; NaN where missing.
    scale
        `naive_scale` of what was known when each series was projected.

    Returns
    -------
    Score
        1 is as far off as the last value usually is from the next one.

    Notes
    -----
    \|y - f\| / q with outcome y, projection f and scale q; its mean is the MASE. Undefined where
    the training part has fewer than two figures (``no_scale``) or never moved (``constant``).

    References
    ----------
    .. [1] Hyndman and Koehler (2006), "Another look at measures of forecast accuracy",
       International Journal of Forecasting 22, 679-688.

    Examples
    --------
    >>> found = mase([[70, 72], [5, 6]], [[67, 66], [5, 5]], naive_scale([[60, 62, 66], [5, 5, 5]]))
    >>> found.value, found.undefined
    (1.5, {<NoScore.CONSTANT: 'constant'>: 2})
    """
    y, f, q = scaled(scale, outcomes, projections)
    return scored(_quotient(np.abs(y - f), q), *missing(y, f), *no_scale(q))


def msis(
    outcomes: npt.ArrayLike,
    low: npt.ArrayLike,
    high: npt.ArrayLike,
    scale: npt.ArrayLike,
    level: float = 0.95,
) -> Score:
    r"""Give interval scores in mean changes of the training part: narrow is good, a miss is not.

    Parameters
    ----------
    outcomes
        Series x horizons; NaN where missing.
    low, high
        Ends of the intervals, of the same shape and unit.
    scale
        `naive_scale` of what was known when each series was projected.
    level
        Share of outcomes that the intervals should hold.

    Returns
    -------
    Score
        Its mean is the MSIS; the lower, the better.

    Notes
    -----
    ((u - l) + (2 / a) (l - y) [y < l] + (2 / a) (y - u) [y > u]) / q with outcome y, ends l and
    u, a = 1 - level, scale q, and [...] 1 where it holds, else 0. Undefined as `mase`.

    References
    ----------
    .. [1] Gneiting and Raftery (2007), "Strictly proper scoring rules, prediction, and
       estimation", Journal of the American Statistical Association 102, 359-378.
    .. [2] Makridakis, Spiliotis and Assimakopoulos (2020), "The M4 Competition", International
       Journal of Forecasting 36, 54-74.

    Examples
    --------
    >>> msis([[5, 11]], [[4, 4]], [[10, 10]], [2], level=0.5).each.tolist()
    [[3.0, 5.0]]
    """
    y, below, above, q = scaled(scale, outcomes, low, high)
    rate = 2 / (1 - checked_level(level))
    missed = np.maximum(below - y, 0) + np.maximum(y - above, 0)
    each = _quotient((above - below) + rate * missed, q)
    return scored(each, *missing(y, below, above), *no_scale(q))


def coverage(outcomes: npt.ArrayLike, low: npt.ArrayLike, high: npt.ArrayLike) -> Score:
    """Give which intervals hold the outcome: 1 where they do, ends included, else 0.

    Parameters
    ----------
    outcomes
        Series x horizons; NaN where missing.
    low, high
        Ends of the intervals, of the same shape and unit.

    Returns
    -------
    Score
        Its mean is the share that is covered, to be compared with the level.

    Examples
    --------
    >>> coverage([[5, 11, 4]], [[4, 4, 4]], [[10, 10, 10]]).each.tolist()
    [[1.0, 0.0, 1.0]]
    """
    y, below, above = fitted(outcomes, low, high)
    each = ((below <= y) & (y <= above)).astype(np.float64)
    return scored(each, *missing(y, below, above))


def interval_width(
    low: npt.ArrayLike, high: npt.ArrayLike, scale: npt.ArrayLike | None = None
) -> Score:
    """Give how wide intervals are.

    Parameters
    ----------
    low, high
        Ends of the intervals, in one unit, series x horizons.
    scale
        `naive_scale` of the training parts, to compare series of different units; `None` keeps
        the unit.

    Returns
    -------
    Score
        (u - l) / q with ends l and u and scale q, 1 without. Undefined as `mase`.

    Examples
    --------
    >>> interval_width([[4]], [[10]]).value, interval_width([[4]], [[10]], [2]).value
    (6.0, 3.0)
    """
    below, above, q = scaled(1.0 if scale is None else scale, low, high)
    missing = np.isnan(below) | np.isnan(above)
    each = _quotient(above - below, q)
    return scored(each, (NoScore.NO_PROJECTION, missing), *no_scale(q))


def _quotient(size: Floats, scale: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(size / scale)
