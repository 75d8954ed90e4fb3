"""Arithmetic on the bounds of figures.

An interval is a low and a high number; minus and plus infinity stand for a bound that is not
known. Each function gives an interval that holds the result for any values within its arguments.

References
----------
.. [1] R. E. Moore, R. B. Kearfott, M. J. Cloud, "Introduction to Interval Analysis",
   SIAM, 2009, chapter 2.
"""

import math

__all__ = ["UNBOUNDED", "Interval", "added", "divided", "multiplied", "negated"]

Interval = tuple[float, float]

UNBOUNDED: Interval = (-math.inf, math.inf)


def added(a: Interval, b: Interval) -> Interval:
    """Add, bound by bound.

    Examples
    --------
    >>> added((1, 2), (10, math.inf))
    (11, inf)
    """
    return a[0] + b[0], a[1] + b[1]


def negated(a: Interval) -> Interval:
    """Change the sign: the bounds change places.

    Examples
    --------
    >>> negated((1, math.inf))
    (-inf, -1)
    """
    return -a[1], -a[0]


def multiplied(a: Interval, b: Interval) -> Interval:
    """Multiply: the bounds are among the products of the bounds.

    Examples
    --------
    >>> multiplied((-1, 2), (10, 20))
    (-20, 40)
    """
    # Zero times an unbounded value is zero: the bound is a limit, never attained.
    corners = [0.0 if x == 0 or y == 0 else x * y for x in a for y in b]
    return min(corners), max(corners)


def divided(a: Interval, b: Interval) -> Interval:
    """Divide; no bounds are left where the divisor may be zero.

    Examples
    --------
    >>> divided((1, 2), (4, math.inf))
    (0.0, 0.5)
    >>> divided((1, 2), (-1, 1)) == UNBOUNDED
    True
    """
    if b[0] <= 0 <= b[1]:
        return UNBOUNDED
    # What is divided by an unbounded value comes as near to zero as one likes.
    corners = [0.0 if math.isinf(y) else x / y for x in a for y in b]
    return min(corners), max(corners)
