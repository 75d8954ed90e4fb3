"""Readings: the ways in which figures known only within bounds can be read."""

from collections.abc import Sequence
from itertools import product
from statistics import NormalDist

from attrs import frozen

from indh_me.model import Quantity

__all__ = ["Readings", "readings_of"]

#: Figures within bounds up to which every combination of their ends is read.
MOST_COMBINED = 6


@frozen(kw_only=True)
class Readings:
    """The ways in which a series can be read.

    Parameters
    ----------
    series
        One series a reading, with a number for each figure.
    errors
        Standard error of each figure; 0 where it is known exactly, or only within bounds.
    is_open_below, is_open_above
        Whether a figure without a bound leaves projections without one on that side.
    """

    series: tuple[tuple[float, ...], ...]
    errors: tuple[float, ...]
    is_open_below: bool = False
    is_open_above: bool = False

    @property
    def is_single(self) -> bool:
        """Whether every figure has a best estimate, so that there is but one reading."""
        return len(self.series) == 1 and not (self.is_open_below or self.is_open_above)

    @property
    def has_errors(self) -> bool:
        """Whether a figure has a range around its best estimate."""
        return any(each > 0 for each in self.errors)


def readings_of(quantities: Sequence[Quantity], level: float, *, is_anchored: bool) -> Readings:
    """Read quantities as numbers, in every way that their bounds allow.

    Parameters
    ----------
    quantities
        Figures of one series, in the order of time.
    level
        Share that the range around a best estimate holds: that of a survey's confidence interval.
    is_anchored
        Whether projections start from the last figure, and what is added hangs on the first.

    Notes
    -----
    A figure with a best estimate b and a range l to h around it is read as b with the standard
    error (h - l) / (2 z), z the quantile of the normal distribution for the level; where only one
    end is known, as b with the distance to it over z. A figure without a best estimate is read at
    each of its ends. With more than six of these, all are read low, all high, and the first half
    against the other: the steepest and the flattest series.

    What has no bound on a side is read at the end that is known. It leaves the projection open on
    both sides; of an anchored method only where it is an end of the series: the last figure on
    its own side, the first on the other one, since the higher it was, the lower the trend. How
    far figures vary is that of the readings.

    Examples
    --------
    >>> made = readings_of([Quantity.exactly(9), Quantity.at_least(18)], 0.95, is_anchored=True)
    >>> made.series, made.is_open_below, made.is_open_above
    (((9.0, 18.0),), False, True)
    """
    z = NormalDist().inv_cdf((1 + level) / 2)
    ends = [_ends(each) for each in quantities]
    bounded = sum(len(each) > 1 for each in ends)
    up = [each.best is None and each.high is None for each in quantities]
    down = [each.best is None and each.low is None for each in quantities]
    is_open = not is_anchored and any(up + down)
    return Readings(
        series=tuple(product(*ends)) if bounded <= MOST_COMBINED else _extremes(ends),
        errors=tuple(_error(each, z) for each in quantities),
        is_open_below=is_open or down[-1] or up[0],
        is_open_above=is_open or up[-1] or down[0],
    )


def _ends(quantity: Quantity) -> tuple[float, ...]:
    if quantity.best is not None:
        return (quantity.best,)
    known = [each for each in (quantity.low, quantity.high) if each is not None]
    return tuple(dict.fromkeys(known))


def _error(quantity: Quantity, z: float) -> float:
    if quantity.best is None:
        return 0.0
    sides = [
        abs(quantity.best - each) for each in (quantity.low, quantity.high) if each is not None
    ]
    return sum(sides) / len(sides) / z if sides else 0.0


def _extremes(ends: Sequence[tuple[float, ...]]) -> tuple[tuple[float, ...], ...]:
    low = tuple(each[0] for each in ends)
    high = tuple(each[-1] for each in ends)
    half = len(ends) // 2
    return low, high, low[:half] + high[half:], high[:half] + low[half:]
