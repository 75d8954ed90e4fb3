"""Series of equal length, and what a method makes of them."""

from functools import lru_cache

import numpy as np
from attrs import frozen

from indh_me.compute.bounds import Floats

__all__ = ["SHORT", "Forecast", "Series", "changes", "combined", "product", "row_sums"]

#: Points up to which a product with a square matrix is faster than a pass over the points.
SHORT = 32
#: Multiplications at a time, of matrices and of vectors, that OpenBLAS does without threads.
AT_A_TIME, AT_A_TIME_OF_VECTOR = 1 << 18, 1 << 13


@frozen(eq=False)
class Series:
    """A block of series with as many points each, and without gaps.

    Parameters
    ----------
    values
        Figures, of shape (series, points).
    dates
        Years from the last point, so the last is 0 and the others are below; of shape
        (series, points), or (1, points) where all series share them.
    ahead
        Years from the last point to the dates to project to, above 0; of shape (series, steps) or
        (1, steps).
    season
        Steps of a season; 1 where there is none.

    Examples
    --------
    >>> series = Series(np.array([[3.0, 4.0, 6.0]]), np.array([[-3.0, -2, 0]]), np.array([[1.0]]))
    >>> series.points, series.span.tolist(), series.gaps.tolist()
    (3, [[3.0]], [[1.0, 2.0]])
    """

    values: Floats
    dates: Floats
    ahead: Floats
    season: int = 1

    @property
    def points(self) -> int:
        """How many points each series has."""
        return int(self.values.shape[1])

    @property
    def gaps(self) -> Floats:
        """Years from each point to the next."""
        return np.diff(self.dates, axis=1)

    @property
    def span(self) -> Floats:
        """Years from the first point to the last, of shape (series, 1) or (1, 1)."""
        return self.dates[:, -1:] - self.dates[:, :1]

    @property
    def last(self) -> Floats:
        """Last values, of shape (series, 1)."""
        return self.values[:, -1:]


@frozen(eq=False)
class Forecast:
    """What a method says of a block of series: where values will lie, as Student's t.

    Parameters
    ----------
    centre
        Point forecasts, of shape (series, steps).
    scale
        Standard deviations of the predictive t, of the same shape; NaN where there is none.
    df
        Degrees of freedom; NaN where there is no interval.
    weight
        Share of the drift that was kept, of shape (series,); `None` where no share is taken.
    """

    centre: Floats
    scale: Floats
    df: float
    weight: Floats | None = None


def row_sums(values: Floats, weights: Floats) -> Floats:
    """Give the weighted sum of each row, as a column.

    Parameters
    ----------
    values
        Of shape (series, points).
    weights
        Of the same shape, or of shape (1, points).

    Examples
    --------
    >>> row_sums(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 10.0]])).tolist()
    [[21.0], [43.0]]
    """
    if len(weights) == 1:
        return product(values, weights.T)
    return np.asarray(np.einsum("ij,ij->i", values, weights)[:, None])


def product(values: Floats, matrix: Floats) -> Floats:
    """Give the product of many rows with a small matrix.

    Parameters
    ----------
    values
        Of shape (series, points).
    matrix
        Of shape (points, columns).

    Notes
    -----
    Computed in pieces too small to be split among threads: on a busy machine these wait for one
    another ten times as long as the product takes.

    Examples
    --------
    >>> product(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0], [10.0]])).tolist()
    [[21.0], [43.0]]
    """
    rows, columns = len(values), matrix.shape[1]
    most = AT_A_TIME_OF_VECTOR if columns == 1 else AT_A_TIME
    size = max(1, most // max(1, matrix.size))
    if rows <= size:
        return np.asarray(values @ matrix)
    whole = rows - rows % size
    found = np.empty((rows, columns))
    pieces = values[:whole].reshape(-1, size, values.shape[1])
    np.matmul(pieces, matrix, out=found[:whole].reshape(-1, size, columns))
    np.matmul(values[whole:], matrix, out=found[whole:])
    return found


def combined(*terms: tuple[Floats, Floats]) -> Floats:
    """Give the sum of products of columns with rows.

    Parameters
    ----------
    terms
        Pairs of a column, of shape (series, 1), and of factors, of shape (1, steps) or
        (series, steps).

    Examples
    --------
    >>> level, slope = np.array([[6.0], [9.0]]), np.array([[1.0], [2.0]])
    >>> combined((level, np.ones((1, 2))), (slope, np.array([[1.0, 2.0]]))).tolist()
    [[7.0, 8.0], [11.0, 13.0]]
    """
    columns, rows = zip(*terms, strict=True)
    if all(len(each) == 1 for each in rows):
        return product(np.hstack(columns), np.vstack(rows))
    return np.asarray(sum(column * row for column, row in terms))


def changes(values: Floats) -> Floats:
    """Give the change from each point to the next, of finite figures.

    Examples
    --------
    >>> changes(np.array([[1.0, 4.0, 5.0]])).tolist()
    [[3.0, 1.0]]
    """
    points = values.shape[1]
    if points > SHORT:
        return np.diff(values, axis=1)
    return product(values, _steps(points))


@lru_cache(maxsize=SHORT)
def _steps(points: int) -> Floats:
    """Give the matrix that takes points to their changes, without rounding other than theirs."""
    return np.eye(points, points - 1, -1) - np.eye(points, points - 1)
