"""Projection by the median of all slopes, which single odd values do not move."""

import numpy as np
from attrs import evolve

from indh_me.compute.bounds import Floats
from indh_me.compute.projection.panel import Forecast, Series

from .drift import walk_scale
from .line import fit_line, line_scale

__all__ = ["median_slope", "theil_sen", "theil_sen_anchored"]

#: Pairs of points compared at a time, so that long series take little memory.
PAIRS = 1 << 20


def median_slope(series: Series) -> Floats:
    """Give the median of the slopes between any two points of each series, as a column.

    Examples
    --------
    >>> series = Series(np.array([[1.0, 2.0, 9.0]]), np.array([[-2.0, -1, 0]]), np.array([[1.0]]))
    >>> median_slope(series).item()  # of 1, 4 and 7
    4.0
    """
    earlier, later = np.triu_indices(series.points, k=1)
    size = max(1, PAIRS // len(later))
    found = np.empty((len(series.values), 1))
    for first in range(0, len(found), size):
        rows = slice(first, first + size)
        values = series.values[rows]
        dates = series.dates if len(series.dates) == 1 else series.dates[rows]
        slopes = values[:, later] - values[:, earlier]
        slopes /= dates[:, later] - dates[:, earlier]
        np.median(slopes, axis=1, keepdims=True, overwrite_input=True, out=found[rows])
    return found


def theil_sen(series: Series) -> Forecast:
    """Project the line of the median slope.

    Notes
    -----
    f(x) = a + b x at date x with b the median of the slopes (y_j - y_i) / (x_j - x_i) over all
    pairs i < j, and a the median of y_i - b x_i [1]_. sd as for `ols`, with the residuals around
    this line instead: a heuristic.

    References
    ----------
    .. [1] Sen (1968), Journal of the American Statistical Association 63, 1379-1389.

    Examples
    --------
    >>> series = Series(np.array([[1.0, 2.0, 9.0]]), np.array([[-2.0, -1, 0]]), np.array([[1.0]]))
    >>> theil_sen(series).centre.item()  # The medians: b = 4, a = 9 of 6, 9 and 9.
    13.0
    """
    slope = median_slope(series)
    rest = series.values - slope * series.dates
    intercept = np.median(rest, axis=1, keepdims=True)
    rest -= intercept
    residual = np.sqrt(np.einsum("ij,ij->i", rest, rest)[:, None] / (series.points - 2))
    line = evolve(fit_line(series.dates, series.values), residual=residual)
    centre = intercept + slope * series.ahead
    return Forecast(centre, line_scale(line, series.ahead), series.points - 2)


def theil_sen_anchored(series: Series) -> Forecast:
    """Project the last value and the median slope from there.

    Notes
    -----
    f(H) = y_n + b H, b the median slope of `theil_sen`, H the years ahead; sd as for the random
    walk with drift, with b in the place of the average change: a heuristic.

    Examples
    --------
    >>> series = Series(np.array([[1.0, 2.0, 9.0]]), np.array([[-2.0, -1, 0]]), np.array([[2.0]]))
    >>> made = theil_sen_anchored(series)
    >>> made.centre.item(), round(made.scale.item() ** 2, 12)
    (17.0, 72.0)
    """
    slope = median_slope(series)
    return Forecast(
        series.last + slope * series.ahead, walk_scale(series, slope), series.points - 2
    )
