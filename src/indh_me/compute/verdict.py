"""Verdict: whether a target is met."""

import math
from enum import Enum

from indh_me.model import Direction, Quantity

__all__ = ["Verdict", "verdict"]


class Verdict(Enum):
    """Whether a target is met."""

    MET = "met"
    NOT_MET = "not_met"
    #: The bounds of the figure lie on both sides of the target.
    CANNOT_TELL = "cannot_tell"


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
    if actual is None:
        return None
    low, high = _ends(actual)
    if direction is Direction.MAINTAIN:
        if band is None:
            return None
        least, most = _ends(band)
        if least <= low and high <= most:
            return Verdict.MET
        return Verdict.NOT_MET if high < least or low > most else Verdict.CANNOT_TELL
    if target is None:
        return None
    least, most = _ends(target)
    if direction is Direction.DECREASE:
        low, high, least, most = -high, -low, -most, -least
    if low >= most:
        return Verdict.MET
    return Verdict.NOT_MET if high < least else Verdict.CANNOT_TELL


def _ends(quantity: Quantity) -> tuple[float, float]:
    return (
        -math.inf if quantity.low is None else quantity.low,
        math.inf if quantity.high is None else quantity.high,
    )
