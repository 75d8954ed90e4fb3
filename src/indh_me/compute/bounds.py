"""Many quantities as three arrays."""

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.errors import Fault, InvalidInputError, quoted
from indh_me.model import Quantity

__all__ = ["Bounds", "Flags", "Floats", "Positions", "has_infinite", "numbers"]

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Positions = npt.NDArray[np.intp]


@frozen(eq=False)
class Bounds:
    """Low, best and high of many quantities.

    Parameters
    ----------
    low, high
        Bounds in one unit, of one shape; infinite where there is none, NaN where there is no
        figure.
    best
        Best estimates, of the same shape; NaN where there is none.

    Notes
    -----
    Figures that are all known exactly have one array three times, and are computed once.

    Examples
    --------
    >>> from indh_me.compute.achievement_rate import achievement_rate
    >>> made = achievement_rate([64, 90], [80, 100], direction="increase", method="target_ratio")
    >>> made.bounds.best.tolist(), made.bounds.is_exact, len(made.bounds.arrays)
    ([0.8, 0.9], True, 1)
    >>> known = Bounds.of([Quantity.at_least(5), None])
    >>> known.given.tolist(), known.missing.tolist(), len(known.arrays), len(known.ends)
    ([True, False], [False, True], 3, 2)
    """

    low: Floats
    best: Floats
    high: Floats

    @classmethod
    def of(cls, quantities: Iterable[Quantity | None]) -> "Bounds":
        """Make bounds of quantities; `None` has no figure.

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
    def exactly(cls, figures: Floats) -> "Bounds":
        """Make bounds of figures that are known exactly; NaN has no figure.

        Examples
        --------
        >>> Bounds.exactly(np.array([5.0])).high
        array([5.])
        """
        return cls(figures, figures, figures)

    @classmethod
    def absent(cls, count: int) -> "Bounds":
        """Make absent figures, ``count`` of them.

        Examples
        --------
        >>> Bounds.absent(1).quantities()
        [None]
        """
        return cls(np.full(count, math.nan), np.full(count, math.nan), np.full(count, math.nan))

    @property
    def is_exact(self) -> bool:
        """Whether all figures are known exactly, and have one array three times."""
        return self.low is self.high

    @property
    def ends(self) -> tuple[Floats, ...]:
        """The bounds: one array where all figures are known exactly, else two."""
        return (self.low,) if self.is_exact else (self.low, self.high)

    @property
    def arrays(self) -> tuple[Floats, ...]:
        """The arrays there are: one where all figures are known exactly, else three."""
        return (self.low,) if self.is_exact else (self.low, self.best, self.high)

    @property
    def missing(self) -> Flags:
        """Where there is no figure."""
        return np.asarray(np.isnan(self.low))

    @property
    def given(self) -> Flags:
        """Where there is a figure."""
        return ~self.missing

    def may_be(self, other: "Bounds") -> Flags:
        """Tell where figures may equal the other ones, which is where their bounds overlap.

        Returns
        -------
        numpy.ndarray
            Of the shape that the two are broadcast to.

        Examples
        --------
        >>> known = Bounds.of([Quantity.at_least(5), Quantity.exactly(4)])
        >>> known.may_be(Bounds.exactly(np.array([5.0, 5.0])))
        array([ True, False])
        """
        if self.is_exact and other.is_exact:
            return np.asarray(self.low == other.low)
        return np.asarray((self.low <= other.high) & (self.high >= other.low))

    def where(self, keep: Flags) -> "Bounds":
        """Make those figures absent that are not to be kept.

        Parameters
        ----------
        keep
            Whether to keep each, of the shape of the figures.

        Examples
        --------
        >>> Bounds.exactly(np.array([5.0, 6.0])).where(np.array([True, False])).best
        array([ 5., nan])
        """
        if self.is_exact:
            return Bounds.exactly(np.where(keep, self.low, math.nan))
        low, best, high = (np.where(keep, each, math.nan) for each in self.arrays)
        return Bounds(low, best, high)

    def part(self, place: tuple[int | slice, ...] | Positions) -> "Bounds":
        """Give a part of the figures: a place in the arrays, or those at some positions.

        Examples
        --------
        >>> Bounds.exactly(np.array([5.0, 6.0, 7.0])).part((slice(1, 3),)).best
        array([6., 7.])
        """
        if self.is_exact:
            return Bounds.exactly(self.low[place])
        return Bounds(self.low[place], self.best[place], self.high[place])

    def quantities(self) -> list[Quantity | None]:
        """Give the quantities, put together again; `None` where there is no figure.

        What is too large for a number is not known: a best estimate or bound that is infinite,
        or the sum of infinities, is left out.

        Examples
        --------
        >>> [str(each) for each in Bounds.of([Quantity.at_least(5), None]).quantities()]
        ['>=5', 'None']
        """
        rows = zip(self.low.tolist(), self.best.tolist(), self.high.tolist(), strict=True)
        return [
            None
            if math.isnan(low)
            else Quantity(
                best if math.isfinite(best) else None,
                low if math.isfinite(low) else None,
                high if math.isfinite(high) else None,
            )
            for low, best, high in rows
        ]


def has_infinite(values: Floats) -> bool:
    """Tell whether a number is infinite; quicker than to ask it of each.

    Examples
    --------
    >>> has_infinite(np.array([1.0, np.nan])), has_infinite(np.array([1.0, -np.inf]))
    (False, True)
    """
    least = np.fmin.reduce(values, axis=None, initial=math.inf)
    most = np.fmax.reduce(values, axis=None, initial=-math.inf)
    return bool(most == math.inf or least == -math.inf)


def numbers(values: npt.ArrayLike | None, name: str, mend: str = "leave gaps as NaN") -> Floats:
    """Take what is given for numbers; `None` is NaN.

    Parameters
    ----------
    values
        Numbers of any shape.
    name
        How the argument is called.
    mend
        What to do about what is no number.

    Raises
    ------
    InvalidInputError
        For what is no array of numbers.

    Examples
    --------
    >>> numbers([1, None], "actual").tolist()
    [1.0, nan]
    """
    try:
        return np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        fault = Fault(f"{quoted(values)} is no array of numbers", name, mend)
        raise InvalidInputError(fault) from None
