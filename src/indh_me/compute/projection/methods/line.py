"""The straight line of least squares."""

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.compute.bounds import Floats
from indh_me.compute.projection.panel import SHORT, Forecast, Series, combined, product, row_sums

__all__ = ["Line", "fit_line", "ols"]


@frozen(eq=False)
class Line:
    """Lines fitted to a block of series; every array is a column, of shape (series, 1) or (1, 1).

    Parameters
    ----------
    points
        How many points each line is fitted to.
    middle, mean
        Means of the dates and of the values, through which the line goes.
    slope
        Change a year.
    spread
        Sum of the squared distances of the dates from their middle.
    residual
        Standard deviation around the line, with two degrees of freedom fewer than points.
    lost
        What the rounding of mean and slope takes from the intercept.
    """

    points: int
    middle: Floats
    mean: Floats
    slope: Floats
    spread: Floats
    residual: Floats
    lost: Floats

    @property
    def intercept(self) -> Floats:
        """Where the line is at date 0."""
        product = self.slope * self.middle
        return self.mean - product + (self.lost - _rounding(self.slope, self.middle, product))

    @property
    def slope_error(self) -> Floats:
        """Standard error of the slope."""
        return np.asarray(self.residual / np.sqrt(self.spread))

    @property
    def intercept_error(self) -> Floats:
        """Standard error of the intercept."""
        leverage = 1 / self.points + self.middle * self.middle / self.spread
        return np.asarray(self.residual * np.sqrt(leverage))

    def at(self, dates: Floats) -> Floats:
        """Give where the lines are at some dates."""
        where = self.slope * (dates - self.middle)
        where += self.mean
        return np.asarray(where)


def fit_line(dates: npt.ArrayLike, values: npt.ArrayLike) -> Line:
    """Fit a straight line to each of some series by least squares.

    Parameters
    ----------
    dates
        Of shape (points,), (1, points) or (series, points); at least two of a series differ.
    values
        Of shape (points,) or (series, points), without gaps; three points at least.

    Notes
    -----
    With the mean date x̄ and the mean value ȳ, S = Σ (x - x̄)²: slope b = Σ (x - x̄)(y - ȳ) / S,
    residual s² = Σ (y - ȳ - b (x - x̄))² / (n - 2), standard errors s / √S of the slope and
    s √(1/n + x̄² / S) of the intercept ȳ - b x̄. Computed in two passes, the means first, so that
    calendar years lose no digits; sums of raw squares would. The residuals then tell what the
    rounding of ȳ and b has taken from an intercept that is small against both.

    Examples
    --------
    >>> line = fit_line([2006, 2007, 2008, 2009], [1.0, 3.0, 2.0, 4.0])
    >>> line.slope.item(), line.mean.item(), round(line.residual.item() ** 2, 12)
    (0.8, 2.5, 0.9)
    """
    x, y = (np.atleast_2d(np.asarray(each, dtype=np.float64)) for each in (dates, values))
    points = y.shape[1]
    middle, x = _centred(x)
    mean, y = _centred(y)
    spread = row_sums(x, x) if len(x) > 1 else x @ x.T
    slope = row_sums(y, x) / spread
    y -= slope * x
    residual = np.sqrt(np.einsum("ij,ij->i", y, y)[:, None] / (points - 2))
    share = np.full((1, points), 1 / points)
    lost = row_sums(y, share) - row_sums(y, x) / spread * middle
    return Line(points, middle, mean, slope, spread, residual, lost)


def _centred(values: Floats) -> tuple[Floats, Floats]:
    """Give the mean of each row, and its distances from it."""
    share = np.full((1, values.shape[1]), 1 / values.shape[1])
    mean = row_sums(values, share)
    return mean, values - mean


def _rounding(one: Floats, other: Floats, product: Floats) -> Floats:
    """Give what a product has lost to rounding: each factor is cut into two halves (Dekker)."""
    halves = []
    for each in (one, other):
        cut = each * (2.0**27 + 1)
        high = cut - (cut - each)
        halves.append((high, each - high))
    (a, b), (c, d) = halves
    return np.asarray(b * d - (product - a * c - b * c - a * d))


def ols(series: Series) -> Forecast:
    """Project the straight line of least squares: a description of the past, no good forecast.

    Notes
    -----
    f(x) = ȳ + b (x - x̄) at date x, sd = s √(1 + 1/n + (x - x̄)² / S), with n - 2 degrees of
    freedom and the symbols of `fit_line` [1]_. Its interval takes the points to scatter
    independently around a line. Yearly figures do not: on those of the M3 competition its 95 %
    interval holds 60 % of the outcomes.

    References
    ----------
    .. [1] Draper and Smith (1998), Applied Regression Analysis, 3rd ed., section 3.1.

    Examples
    --------
    >>> series = Series(
    ...     np.array([[1.0, 3.0, 2.0, 4.0]]), np.array([[-3.0, -2, -1, 0]]), np.array([[1.0]])
    ... )
    >>> made = ols(series)
    >>> round(made.centre.item(), 12), round(made.scale.item() ** 2, 12), made.df
    (4.5, 2.25, 2)
    """
    if len(series.dates) == len(series.ahead) == 1 and series.points <= SHORT:
        return _short_ols(series)
    line = fit_line(series.dates, series.values)
    return Forecast(line.at(series.ahead), line_scale(line, series.ahead), series.points - 2)


def _short_ols(series: Series) -> Forecast:
    """Do the same by products with small matrices, of many short series with the same dates.

    What is off the line is what lies along n - 2 directions at right angles to it. It is made of
    the distances from the last value, to keep its digits where figures are large against changes.
    """
    points, df = series.points, series.points - 2
    x = series.dates - series.dates.mean()
    spread = x @ x.T
    directions, _ = np.linalg.qr(np.vstack([np.ones_like(x), x]).T, mode="complete")
    line = 1 / points + x.T @ (series.ahead - series.dates.mean()) / spread
    rest = product(series.values - series.last, np.ascontiguousarray(directions[:, 2:]))
    rest *= rest
    residual = np.sqrt(product(rest, np.full((df, 1), 1 / df)))
    distance = series.ahead - series.dates.mean()
    reach = np.sqrt(1 + 1 / points + distance * distance / spread)
    return Forecast(product(series.values, line), combined((residual, reach)), df)


def line_scale(line: Line, ahead: Floats) -> Floats:
    """Give the sd of a new value around a line: s √(1 + 1/n + (x - x̄)² / S)."""
    distance = ahead - line.middle
    distance = 1 + 1 / line.points + distance * distance / line.spread
    return np.asarray(line.residual * np.sqrt(distance))
