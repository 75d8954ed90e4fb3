"""What the changes of series say of their drift, newer changes counting for more."""

import numpy as np
from attrs import frozen

from indh_me.compute.bounds import Floats
from indh_me.compute.projection.panel import Series, changes, row_sums

__all__ = ["Evidence"]


@frozen(eq=False)
class Evidence:
    """Drifts of a block of series, and how far their changes scatter around any drift.

    Parameters
    ----------
    drift
        Weighted mean change a year, of shape (series, 1), as all that follow.
    share
        Squared error of the drift, as a share of the variance of a year's change; of shape
        (series, 1) or (1, 1).
    squares, moves
        Weighted means, by change, of the squared change over its gap, and of the change.
    length
        Weighted mean gap; of shape (series, 1) or (1, 1).
    points
        How many points each series has.

    Notes
    -----
    With the change Δ_i over a gap of g_i years whose middle lies m_i years after the first date,
    and T the years observed: the drift has weights T + m_i, the others m_i. On these
    Σ (T + m_i) g_i = 3/2 T².

    Examples
    --------
    >>> series = Series(np.array([[1.0, 2.0, 5.0]]), np.array([[-2.0, -1, 0]]), np.array([[1.0]]))
    >>> found = Evidence.of(series)
    >>> (found.drift * 6).round(12).tolist(), found.squares.tolist(), found.moves.tolist()
    ([[13.0]], [[7.0]], [[2.5]])
    """

    drift: Floats
    share: Floats
    squares: Floats
    moves: Floats
    length: Floats
    points: int

    @classmethod
    def of(cls, series: Series) -> "Evidence":
        """Weigh the changes of a block of series, of three points or more."""
        gaps, span = series.gaps, series.span
        middle = (series.dates[:, :-1] + series.dates[:, 1:]) / 2 - series.dates[:, :1]
        all_late, half = middle.sum(axis=1, keepdims=True), span * span / 2
        moves = changes(series.values)
        late = row_sums(moves, middle)
        moves *= moves
        squares = row_sums(moves, middle / gaps)
        squares /= all_late
        return cls(
            (late + (series.last - series.values[:, :1]) * span) / (3 * half),
            # Σ (T + m_i)² g_i is the integral of (T + t)², but for the bend within each gap.
            (7 / 3 * span**3 - row_sums(gaps * gaps, gaps) / 12) / (9 * half * half),
            squares,
            late / all_late,
            half / all_late,
            series.points,
        )

    def variance(self, drift: Floats) -> Floats:
        """Give the variance of a year's change around a drift, with n - 2 of n - 1 free.

        Notes
        -----
        Σ m_i (Δ_i - θ g_i)² / g_i / Σ m_i · (n - 1) / (n - 2), θ the drift and n the points.
        """
        rest = self.squares - drift * (2 * self.moves - drift * self.length)
        return np.asarray(np.maximum(rest, 0.0) * ((self.points - 1) / (self.points - 2)))

    @property
    def unit(self) -> Floats:
        """Root mean squared change a year, around no drift: what drifts of a panel are told in."""
        return np.asarray(np.sqrt(self.squares))

    @property
    def relative_error(self) -> Floats:
        """Squared error of the drift in squared units; 0 for a series that never moved."""
        error = self.share * self.variance(self.drift)
        return np.divide(error, self.squares, out=np.zeros_like(error), where=self.squares > 0)
