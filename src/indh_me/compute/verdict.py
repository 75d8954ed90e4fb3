"""Verdict: whether a target is met."""

from enum import Enum

import numpy as np
import numpy.typing as npt

from indh_me.model import Direction, Quantity

from .bounds import Bounds, Flags

__all__ = ["VERDICTS", "Verdict", "verdict", "verdict_codes"]


class Verdict(Enum):
    """Whether a target is met.

    Examples
    --------
    >>> Verdict("cannot_tell") is Verdict.CANNOT_TELL
    True
    """

    MET = "met"
    NOT_MET = "not_met"
    #: The bounds of the figure lie on both sides of the target.
    CANNOT_TELL = "cannot_tell"


#: What the codes of verdicts stand for; `None` where there is nothing to compare.
VERDICTS: tuple[Verdict | None, ...] = (None, *Verdict)
NOTHING, MET, NOT_MET, CANNOT_TELL = np.arange(len(VERDICTS), dtype=np.int8)


def verdict(
    actual: Quantity | None,
    target: Quantity | None,
    direction: Direction,
    band: Quantity | None = None,
) -> Verdict | None:
    """Tell whether a target is met.

    Parameters
    ----------
    actual, target
        In one unit; `None` where there is none.
    direction
        Which way is better.
    band
        For ``maintain``: the range to stay in, both ends included.

    Returns
    -------
    Verdict | None
        `None` when there is nothing to compare.

    Examples
    --------
    >>> verdict(Quantity.at_least(18_000), Quantity.exactly(20_000), Direction.INCREASE)
    <Verdict.CANNOT_TELL: 'cannot_tell'>
    """
    reached, wanted, inside = (Bounds.of([each]) for each in (actual, target, band))
    return VERDICTS[verdict_codes(reached, wanted, direction, inside).item()]


def verdict_codes(
    actual: Bounds, target: Bounds, direction: Direction, band: Bounds
) -> npt.NDArray[np.int8]:
    """Tell of many figures whether their targets are met.

    Parameters
    ----------
    actual, target, band
        As for `verdict`, of shapes that broadcast; NaN where there is none.
    direction
        Which way is better, of all of them.

    Returns
    -------
    numpy.ndarray
        Positions in `VERDICTS`.

    Notes
    -----
    An increase with bounds A and T is met for A_low >= T_high, not met for A_high < T_low, and
    between the two one cannot tell; a decrease is the mirror of that. A figure with bounds A to
    stay in a band B is inside for B_low <= A_low and A_high <= B_high, and outside for
    A_high < B_low or A_low > B_high.

    Examples
    --------
    >>> reached, wanted = (Bounds.exactly(np.array(each)) for each in ([9.0, 10.0], [10.0, 10.0]))
    >>> codes = verdict_codes(reached, wanted, Direction.INCREASE, Bounds.absent(2))
    >>> [VERDICTS[code].value for code in codes]
    ['not_met', 'met']
    """
    wanted = band if direction is Direction.MAINTAIN else target
    if direction is Direction.MAINTAIN:
        met = (band.low <= actual.low) & (actual.high <= band.high)
        not_met = (actual.high < band.low) | (actual.low > band.high)
    elif direction is Direction.INCREASE:
        met, not_met = actual.low >= target.high, actual.high < target.low
    else:
        met, not_met = actual.high <= target.low, actual.low > target.high
    one, other = _as_number(met), _as_number(not_met)
    # Sums of flags are several times as fast as choices; NaN is neither met nor not met.
    if actual.is_exact and (target.is_exact or wanted is band):
        return np.asarray(MET * one + NOT_MET * other)
    comparable = _as_number(~(actual.missing | wanted.missing))
    decided = (CANNOT_TELL - MET) * one + (CANNOT_TELL - NOT_MET) * other
    return np.asarray(CANNOT_TELL * comparable - decided)


def _as_number(flags: Flags) -> npt.NDArray[np.int8]:
    numbers: npt.NDArray[np.int8] = np.asarray(flags).view(np.int8)
    return numbers
