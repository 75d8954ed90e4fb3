"""Averages of rates that carry bounds."""

import math
from collections.abc import Sequence

import numpy as np

from indh_me.model import Quantity

from .bounds import Bounds

__all__ = ["capped", "least", "mean"]

#: Keeps sums of the largest numbers finite.
SMALL = 2.0**-64


def capped(rate: Quantity) -> Quantity:
    """Bring a rate into 0..1.

    Parameters
    ----------
    rate
        A fraction.

    Returns
    -------
    Quantity
        Each bound brought in by itself: a rate that may be anything may then be anything between
        0 and 1, and one that is at least 1 is 1.

    Examples
    --------
    >>> str(capped(Quantity.exactly(1.5))), str(capped(Quantity.at_least(0.9)))
    ('1', '0.9..1')
    """
    low = 0.0 if rate.low is None else _within(rate.low)
    high = 1.0 if rate.high is None else _within(rate.high)
    if low == high:
        return Quantity.exactly(low)
    return Quantity(None if rate.best is None else _within(rate.best), low, high)


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def least(rates: Sequence[Quantity]) -> Quantity | None:
    """Give the least of some rates.

    Parameters
    ----------
    rates
        Fractions.

    Returns
    -------
    Quantity | None
        Bound by bound; with a best estimate when all have one. `None` when there are none.

    Examples
    --------
    >>> str(least([Quantity.exactly(0.8), Quantity.at_least(0.5)]))
    '0.5..0.8'
    """
    if len(rates) == 0:
        return None
    parts = Bounds.of(rates)
    return _joined(*(float(np.min(each)) for each in (parts.low, parts.best, parts.high)))


def mean(rates: Sequence[Quantity], weights: Sequence[float] | None = None) -> Quantity | None:
    """Give the mean of some rates.

    Parameters
    ----------
    rates
        Fractions.
    weights
        One a rate, each above zero; equal ones by default.

    Returns
    -------
    Quantity | None
        sum w_i r_i / sum w_i, bound by bound, with a best estimate when all have one. It does not
        depend on the order, and lies between the least and the greatest. `None` when there are
        no rates.

    Examples
    --------
    >>> str(mean([Quantity.exactly(1), Quantity.between(0, 0.5)]))
    '0.5..0.75'
    >>> str(mean([Quantity.exactly(1), Quantity.exactly(0)], [60, 40]))
    '0.6'
    """
    if len(rates) == 0:
        return None
    parts, shares = Bounds.of(rates), [1.0] * len(rates) if weights is None else weights
    return _joined(
        *(_average(each.tolist(), shares) for each in (parts.low, parts.best, parts.high))
    )


def _average(values: Sequence[float], weights: Sequence[float]) -> float:
    """Give the weighted mean, which no order of the values changes; not finite if one is not."""
    products = (weight * (each * SMALL) for each, weight in zip(values, weights, strict=True))
    found = math.fsum(products) / math.fsum(weights) / SMALL
    # The last digit of a mean of equal numbers must not differ from theirs.
    return min(max(found, min(values)), max(values))


def _joined(low: float, best: float, high: float) -> Quantity:
    if low == high:
        return Quantity.exactly(low)
    return Quantity(*(each if math.isfinite(each) else None for each in (best, low, high)))
