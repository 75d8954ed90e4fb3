"""Whether a figure that went through a spreadsheet is still the same."""

import math

from indh_me.model import Quantity
from indh_me.model.quantity import Value

__all__ = ["same_value"]

#: Spreadsheets keep 15 digits of a number.
DIGITS_KEPT = 1e-14
PARTS = ("best", "low", "high", "numerator", "denominator", "n")


def same_value(one: Value | None, other: Value | None) -> bool:
    """Tell whether two figures are the same but for digits that spreadsheets do not keep.

    Examples
    --------
    >>> same_value(Quantity.exactly(0.1 + 0.2), Quantity.exactly(0.3))
    True
    >>> same_value(Quantity.exactly(5), Quantity.at_least(5))
    False
    """
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return one == other
    return one == other or all(_same(getattr(one, part), getattr(other, part)) for part in PARTS)


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=DIGITS_KEPT)
