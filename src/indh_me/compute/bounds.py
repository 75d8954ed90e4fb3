"""Many quantities as three arrays."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.model import Quantity

__all__ = ["Bounds", "Floats"]

Floats = npt.NDArray[np.float64]


@frozen(eq=False)
class Bounds:
    """Low, best and high of many quantities.

    Parameters
    ----------
    low, high
        Bounds, shape (n,); infinite where there is none, NaN where there is no figure.
    best
        Best estimates, shape (n,); NaN where there is none.
    """

    low: Floats
    best: Floats
    high: Floats

    @classmethod
    def of(cls, quantities: Iterable[Quantity | None]) -> "Bounds":
        """Take quantities apart; `None` has no figure.

        Examples
        --------
        >>> Bounds.of([Quantity.at_least(5), None]).low
        array([ 5., nan])
        """
        rows = [
            (math.nan, math.nan, math.nan)
            if each is None
            else (
                -math.inf if each.low is None else each.low,
                math.nan if each.best is None else each.best,
                math.inf if each.high is None else each.high,
            )
            for each in quantities
        ]
        low, best, high = np.asarray(rows, dtype=np.float64).reshape(-1, 3).T
        return cls(low, best, high)

    @classmethod
    def absent(cls, count: int) -> "Bounds":
        """Make as many absent figures.

        Examples
        --------
        >>> Bounds.absent(1).quantities()
        [None]
        """
        return cls(np.full(count, math.nan), np.full(count, math.nan), np.full(count, math.nan))

    @property
    def given(self) -> npt.NDArray[np.bool_]:
        """Where there is a figure, shape (n,)."""
        return ~np.isnan(self.low)

    def where(self, keep: npt.NDArray[np.bool_]) -> "Bounds":
        """Keep some of the figures, make the others absent."""
        low, best, high = (np.where(keep, a, math.nan) for a in (self.low, self.best, self.high))
        return Bounds(low, best, high)

    def take(self, rows: npt.NDArray[np.intp] | Sequence[int]) -> "Bounds":
        """Give the figures at some positions."""
        return Bounds(self.low[rows], self.best[rows], self.high[rows])

    def quantities(self) -> list[Quantity | None]:
        """Put the quantities together again; `None` where there is no figure.

        What is too large for a number is not known: a best estimate or bound that is infinite
        is left out.
        """
        rows = zip(self.low.tolist(), self.best.tolist(), self.high.tolist(), strict=True)
        return [
            None
            if math.isnan(low)
            else Quantity(
                best if math.isfinite(best) else None,
                None if math.isinf(low) else low,
                None if math.isinf(high) else high,
            )
            for low, best, high in rows
        ]
