"""The figures of a plan, as rules read them."""

import math
from collections.abc import Iterable

from indh_me.errors import key_path
from indh_me.model import Indicator, Quantity, Target
from indh_me.model.indicator import target_path
from indh_me.model.quantity import format_number

__all__ = ["bounds", "final_value", "is_below", "mismatch", "plan_path", "values_of"]

#: The value of a target as it was first set, among its revisions.
FIRST = -1
#: Rounding of floating-point sums, not of figures.
SLACK = 1e-9


def bounds(quantity: Quantity) -> tuple[float, float]:
    """Give the values that a quantity lies between, ends included.

    Parameters
    ----------
    quantity
        A figure of the plan.

    Examples
    --------
    >>> bounds(Quantity.parse("69..73")), bounds(Quantity.at_least(9))
    ((69.0, 73.0), (9.0, inf))
    """
    low, high = quantity.low, quantity.high
    return -math.inf if low is None else low, math.inf if high is None else high


def is_below(one: Quantity, other: Quantity) -> bool:
    """Tell whether a quantity is less than another, for all values inside the bounds of both.

    Parameters
    ----------
    one, other
        Figures of the plan.

    Examples
    --------
    >>> is_below(Quantity.exactly(9), Quantity.at_least(10))
    True
    >>> is_below(Quantity.exactly(9), Quantity.at_most(10))
    False
    """
    high, low = one.high, other.low
    return high is not None and low is not None and high < low


def values_of(target: Target) -> Iterable[tuple[int, Quantity]]:
    """Give all values that a target ever had, each with the number of its revision.

    Parameters
    ----------
    target
        Its first value comes with the number -1.

    Examples
    --------
    >>> from indh_me.model import Period
    >>> [number for number, _ in values_of(Target(period=Period.year(2008), value=20_000))]
    [-1]
    """
    first = (FIRST, target.value)
    if not target.revisions:
        return (first,)
    return (first, *((number, each.value) for number, each in enumerate(target.revisions)))


def final_value(target: Target) -> Quantity:
    """Give the last word on a target: its last revision, else its only value.

    Parameters
    ----------
    target
        Revised or not.

    Examples
    --------
    >>> from indh_me.model import Period
    >>> str(final_value(Target(period=Period.year(2008), value=20_000)))
    '20000'
    """
    return target.revisions[-1].value if target.revisions else target.value


def plan_path(indicator: Indicator, target: Target, revision: int = FIRST) -> str:
    """Write the path of a target, or of one of its revisions.

    Parameters
    ----------
    indicator
        Whose target it is.
    target
        The target.
    revision
        Number of the revision, from 0; -1 for the target itself.

    Examples
    --------
    >>> from indh_me.model import Period
    >>> done = Indicator.milestone("C-P1", due=Period.year(2007))
    >>> plan_path(done, done.targets[0]), plan_path(done, done.targets[0], 0)
    ('indicators.C-P1.targets.2007', 'indicators.C-P1.targets.2007.revisions[0]')
    """
    path = f"{key_path('indicators', indicator.code)}.{target_path(target)}"
    return path if revision == FIRST else f"{path}.revisions[{revision}]"


def mismatch(parts: Iterable[Quantity], total: Quantity, *, complete: bool = True) -> str | None:
    """Say how parts miss their total; `None` when they may come to it, within the bounds.

    Parameters
    ----------
    parts
        What should come to the total.
    total
        What they should come to.
    complete
        Whether nothing is left out; what is incomplete may come to less.

    Examples
    --------
    >>> mismatch([Quantity.exactly(40), Quantity.at_least(50)], Quantity.exactly(80))
    'at least 90, more than the total 80'
    >>> mismatch([Quantity.exactly(40), Quantity.at_least(50)], Quantity.exactly(100)) is None
    True
    """
    low = high = 0.0
    for part in parts:
        least, most = bounds(part)
        low, high = low + least, high + most
    least, most = bounds(total)
    slack = SLACK * max(_size(high), _size(most))
    if low > most + slack:
        return f"{_from(low, high)}, more than the total {_to(least, most)}"
    if complete and high < least - slack:
        return f"{_to(low, high)}, less than the total {_from(least, most)}"
    return None


def _size(bound: float) -> float:
    """Give the size of what is compared, as far as it is known."""
    return abs(bound) if math.isfinite(bound) else 1.0


def _from(low: float, high: float) -> str:
    return format_number(low) if low == high else f"at least {format_number(low)}"


def _to(low: float, high: float) -> str:
    return format_number(high) if low == high else f"at most {format_number(high)}"
