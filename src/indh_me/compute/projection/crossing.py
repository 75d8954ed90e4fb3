"""Searching the dates at which many curves first reach what they are held against."""

from collections.abc import Callable

import numpy as np
from attrs import frozen

from indh_me.compute.bounds import Flags, Floats, Positions

__all__ = ["Crossings", "first_crossings"]

#: Dates tried at a time between two dates.
DATES = 32
STEPS = np.arange(DATES + 1.0)
#: Times that the dates looked ahead are doubled until the limit is reached.
DOUBLINGS = 6
#: Times that the step with the crossing is divided: to a billionth of it.
ROUNDS = 6
#: Series searched at a time: so few that their curves take little memory.
AT_A_TIME = 1 << 13
#: Share of what is missing that must be gained in a step to be a movement, and not rounding.
NEGLIGIBLE = 1e-9


@frozen(eq=False)
class Crossings:
    """When curves first reach what they are held against.

    Parameters
    ----------
    ahead
        Years ahead, of shape (curves, series); NaN where a curve does not within the limit.
    is_approaching
        Which curves come nearer in the last step before the limit, of the same shape; of those
        that do not reach it.
    """

    ahead: Floats
    is_approaching: Flags


def first_crossings(
    lead: Callable[[Positions, Floats], Floats], series: int, until: float, curves: int = 3
) -> Crossings:
    """Give for each curve of each series the first years ahead at which it is not below zero.

    Parameters
    ----------
    lead
        Given the numbers of series and years ahead, of shape (series, dates) or (1, dates), what
        the curves are there, of shape (curves, series, dates); NaN where that is not known.
    series
        How many series there are.
    until
        Years to look ahead.
    curves
        How many curves each series has.

    Examples
    --------
    One curve of two series, H - 1/3 and -H:

    >>> slope, start = np.array([[1.0], [-1]]), np.array([[-1 / 3], [0.0]])
    >>> found = first_crossings(
    ...     lambda rows, ahead: (start[rows] + slope[rows] * ahead)[None], 2, 10.0, curves=1
    ... )
    >>> found.ahead.round(9).tolist(), found.is_approaching.tolist()
    ([[0.333333333, nan]], [[False, False]])
    """
    ahead = np.full((curves, series), np.nan)
    moves = np.zeros((curves, series), dtype=np.bool_)
    for first in range(0, series, AT_A_TIME):
        rows = np.arange(first, min(first + AT_A_TIME, series))
        before, after, moves[:, rows] = _brackets(lead, rows, until, curves)
        ahead[:, rows] = _refined(lead, rows, before, after)
    return Crossings(ahead, moves)


def _brackets(
    lead: Callable[[Positions, Floats], Floats], rows: Positions, until: float, curves: int
) -> tuple[Floats, Floats, Flags]:
    """Give dates before and after each crossing; NaN where there is none."""
    before, after = np.full((2, curves, len(rows)), np.nan)
    moves = np.zeros((curves, len(rows)), dtype=np.bool_)
    start = 0.0
    for doubling in range(DOUBLINGS, -1, -1):
        left = np.flatnonzero(np.isnan(after).any(axis=0))
        if len(left) == 0:
            break
        end = until * 0.5**doubling
        dates = start + (end - start) / DATES * STEPS
        beyond = lead(rows[left], dates[None, 1:])
        is_new = (beyond >= 0).any(axis=2) & np.isnan(after[:, left])
        at = np.argmax(beyond >= 0, axis=2)
        before[:, left] = np.where(is_new, dates[at], before[:, left])
        after[:, left] = np.where(is_new, dates[at + 1], after[:, left])
        with np.errstate(
            invalid="ignore", over="ignore"
        ):  # What is infinitely far away comes no nearer.
            gain = beyond[:, :, -1] - beyond[:, :, -2]
        moves[:, left] = np.isnan(after[:, left]) & (gain > -NEGLIGIBLE * beyond[:, :, -1])
        start = end
    return before, after, moves


def _refined(
    lead: Callable[[Positions, Floats], Floats], rows: Positions, before: Floats, after: Floats
) -> Floats:
    """Divide the steps in which curves cross, and give the first dates that are not below zero."""
    found = np.flatnonzero(~np.isnan(after).all(axis=0))
    if len(found) == 0:
        return after
    curves = len(after)
    # A curve that does not cross is tried on the dates of one that does, and left out again.
    other = np.nanmax(after[:, found], axis=0)
    low = np.where(np.isnan(before[:, found]), 0.0, before[:, found])
    high = np.where(np.isnan(after[:, found]), other, after[:, found])
    for _ in range(ROUNDS):
        dates = low[..., None] + (high - low)[..., None] / DATES * STEPS
        dates[..., -1] = high
        tried = dates[..., 1:].transpose(1, 0, 2).reshape(len(found), -1)
        beyond = lead(rows[found], tried).reshape(curves, len(found), curves, DATES)
        own = beyond[np.arange(curves), :, np.arange(curves)] >= 0
        at = np.where(own.any(axis=2), np.argmax(own, axis=2), DATES - 1)[..., None]
        low = np.take_along_axis(dates, at, axis=2)[..., 0]
        high = np.take_along_axis(dates, at + 1, axis=2)[..., 0]
    crossed = np.full(after.shape, np.nan)
    crossed[:, found] = np.where(np.isnan(after[:, found]), np.nan, high)
    return crossed
