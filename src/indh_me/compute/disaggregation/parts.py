"""Parts: the figures of groups, and what several of them come to."""

import math
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from indh_me.compute.reason import Reason
from indh_me.model import Quantity, Unit, UnitKind

from .group_reason import GroupReason, Why

__all__ = ["Part", "agreed", "combined", "differ", "left_over"]

#: Units whose categories add up to the whole.
ADDITIVE = frozenset({UnitKind.COUNT, UnitKind.CURRENCY})
#: Units that are made from a numerator and a denominator.
SHARES = frozenset({UnitKind.PERCENT, UnitKind.RATIO})
#: Rounding of floating-point sums, relative to what is compared.
SLACK = 1e-12
SILENT = (Reason.NOT_REPORTED, Reason.NOT_APPLICABLE)


@frozen(kw_only=True)
class Part:
    """The figure of one group, as far as it is known.

    Parameters
    ----------
    quantity
        In the indicator's unit, or `None`.
    reason
        Why there is none.
    basis
        Days that a level is about; parts of different days do not add up. Empty for what is
        counted since the start.
    derived
        Whether the quantity follows from other groups and was not itself reported.
    """

    quantity: Quantity | None = None
    reason: Why | None = None
    basis: tuple[int, ...] = ()
    derived: bool = False


def combined(parts: Sequence[Part], silent: int, unit: Unit) -> Part:
    r"""Make the whole from its parts.

    Parameters
    ----------
    parts
        The parts of which something was said, which do not overlap.
    silent
        How many others there are, of which nothing was said.
    unit
        The unit of all of them.

    Returns
    -------
    Part

    Notes
    -----
    - Counts and amounts of money: each bound is the sum of the parts' bounds. A count is zero
      or more, so where a part is unknown the sum of the others is a lower bound. An amount
      may be negative: where one is unknown, the sum is.
    - Percentages and ratios: factor * sum N_i / sum D_i, with N_i and D_i the numerators and
      denominators of the parts. The bounds are the mean of the bounds weighted by D_i.
    - Scores and milestones: none; what was not reported is not known.

    Parts that are *not applicable* are empty, and leave nothing unknown.

    Examples
    --------
    >>> women, men = (Part(quantity=Quantity.exactly(number)) for number in (40, 50))
    >>> str(combined([women, men], 0, Unit.count()).quantity)
    '90'
    >>> str(combined([women], 1, Unit.count()).quantity)
    '>=40'
    """
    if unit.kind not in ADDITIVE | SHARES:
        return Part(reason=Reason.NO_TOTAL)
    known = [each for each in parts if each.quantity is not None]
    reasons = [each.reason for each in parts if each.quantity is None]
    reasons += [Reason.NOT_REPORTED] * silent
    bases = {each.basis for each in known}
    if len(bases) > 1 or GroupReason.DIFFERENT_PERIODS in reasons:
        return Part(reason=GroupReason.DIFFERENT_PERIODS)
    if not known:
        return Part(reason=_most_telling(reasons))
    missing = any(reason is not Reason.NOT_APPLICABLE for reason in reasons)
    quantities = [each.quantity for each in known if each.quantity is not None]
    if missing and unit.kind is not UnitKind.COUNT:
        why = _most_telling(reasons)
        why = GroupReason.MISSING_CATEGORY if why is Reason.NOT_REPORTED else why
        return Part(reason=why)
    if unit.kind in SHARES:
        quantity = _pooled(quantities, unit.factor)
    else:
        quantity = _added(quantities, counts=unit.kind is UnitKind.COUNT)
        quantity = Quantity(None, quantity.low, None) if missing else quantity
    reason = Reason.MISSING_DENOMINATOR if quantity is None else None
    return Part(quantity=quantity, reason=reason, basis=bases.pop(), derived=True)


def agreed(ways: Sequence[Part]) -> Part:
    """Make one figure of those to which different dimensions come for one group.

    Parameters
    ----------
    ways
        One a dimension, at least one.

    Returns
    -------
    Part
        What all of them allow: the intersection of their bounds, with the best estimate of the
        one that is known best. None where they contradict each other.

    Examples
    --------
    >>> by_sex = Part(quantity=Quantity.at_least(40))
    >>> by_place = Part(quantity=Quantity.between(35, 60))
    >>> str(agreed([by_sex, by_place]).quantity)
    '40..60'
    """
    known = [each for each in ways if each.quantity is not None]
    if len(known) == 0:
        return Part(reason=_most_telling([each.reason for each in ways]))
    if len({each.basis for each in known}) > 1:
        return Part(reason=GroupReason.DIFFERENT_PERIODS)
    quantities = [each.quantity for each in known if each.quantity is not None]
    quantities.sort(key=_width)
    narrowest = quantities[0]
    low = max((each.low for each in quantities if each.low is not None), default=None)
    high = min((each.high for each in quantities if each.high is not None), default=None)
    pools = [each.denominator for each in quantities if each.denominator is not None]
    if (pools and differ(min(pools), max(pools))) or _crossed(low, high):
        return Part(reason=GroupReason.CATEGORIES_DISAGREE)
    if low is not None and high is not None and low > high:
        # They differ by a rounding error: the best known one speaks for all.
        return evolve(known[0], quantity=narrowest)
    bests = [
        each.best for each in quantities if each.best is not None and _within(each.best, low, high)
    ]
    best = bests[0] if bests else None
    return evolve(known[0], quantity=evolve(narrowest, best=best, low=low, high=high))


def left_over(whole: Quantity, parts: Iterable[Quantity]) -> Quantity:
    """Give what is left of a whole without its parts, by interval arithmetic.

    Parameters
    ----------
    whole, parts
        In one unit.

    Examples
    --------
    >>> str(left_over(Quantity.at_least(100), [Quantity.exactly(40), Quantity.exactly(50)]))
    '>=10'
    """
    listed = list(parts)
    return Quantity(
        _total([whole.best, *(_negative(each.best) for each in listed)]),
        _total([whole.low, *(_negative(each.high) for each in listed)]),
        _total([whole.high, *(_negative(each.low) for each in listed)]),
    )


def differ(one: float, other: float) -> bool:
    """Tell whether two sums differ by more than a rounding error.

    Examples
    --------
    >>> differ(0.1 + 0.2, 0.3), differ(3, 4)
    (False, True)
    """
    return abs(one - other) > SLACK * max(1.0, abs(one), abs(other))


def _most_telling(reasons: Sequence[Why | None]) -> Why:
    """Choose the reason of a whole of which no part is known."""
    said = [each for each in reasons if each is not None]
    telling = [each for each in said if each not in SILENT]
    if telling:
        return telling[0]
    return Reason.NOT_REPORTED if Reason.NOT_REPORTED in said else Reason.NOT_APPLICABLE


def _added(quantities: Sequence[Quantity], *, counts: bool) -> Quantity:
    lows = [_floor(each) if counts else each.low for each in quantities]
    return Quantity(
        _total([each.best for each in quantities]),
        _total(lows),
        _total([each.high for each in quantities]),
    )


def _floor(count: Quantity) -> float:
    """Give the lower bound of a count, zero where none is stated."""
    if count.low is not None:
        return count.low
    return min(each for each in (count.best, count.high, 0.0) if each is not None)


def _pooled(quantities: Sequence[Quantity], factor: float) -> Quantity | None:
    """Pool numerators and denominators; `None` where one is missing or the pool is no number."""
    numerator = _total([each.numerator for each in quantities])
    denominator = _total([each.denominator for each in quantities])
    if numerator is None or denominator is None:
        return None
    best = factor * numerator / denominator
    if not math.isfinite(best):
        return None
    low, high = best, best
    if not all(each.is_exact for each in quantities):
        low = min(best, _weighted(quantities, "low", factor) / denominator)
        high = max(best, _weighted(quantities, "high", factor) / denominator)
    return Quantity(
        best,
        low if math.isfinite(low) else None,
        high if math.isfinite(high) else None,
        numerator=numerator,
        denominator=denominator,
    )


def _weighted(quantities: Sequence[Quantity], bound: str, factor: float) -> float:
    """Add up one bound of shares, each weighted by its denominator; infinite where unbounded."""
    unbounded = -math.inf if bound == "low" else math.inf
    total = 0.0
    for each in quantities:
        value = getattr(each, bound)
        if each.is_exact and each.numerator is not None:
            # The share itself may have been rounded before it was reported.
            total += factor * each.numerator
        elif value is None or each.denominator is None:
            return unbounded
        else:
            total += value * each.denominator
    return total


def _total(values: Sequence[float | None]) -> float | None:
    """Add up, in any order alike; `None` where a value is, or the sum is no number."""
    known = [each for each in values if each is not None]
    if len(known) < len(values):
        return None
    try:
        return math.fsum(known)
    except OverflowError:
        return None


def _negative(value: float | None) -> float | None:
    return None if value is None else -value


def _width(quantity: Quantity) -> float:
    if quantity.low is None or quantity.high is None:
        return math.inf
    return quantity.high - quantity.low


def _crossed(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and low > high and differ(low, high)


def _within(value: float, low: float | None, high: float | None) -> bool:
    return (low is None or low <= value) and (high is None or value <= high)
