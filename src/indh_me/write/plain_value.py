"""Figures and words as plain data, which any program reads."""

from enum import Enum

from indh_me.model import Quantity
from indh_me.model.quantity import Value, format_number

__all__ = ["quantity_to_plain", "word_to_plain"]


def quantity_to_plain(value: Value | None) -> dict[str, float | None] | None:
    """Write a quantity as a table of its bounds; `None` where there is no figure.

    Examples
    --------
    >>> quantity_to_plain(Quantity.at_least(18_000))
    {'best': None, 'low': 18000, 'high': None}
    """
    if not isinstance(value, Quantity):
        return None
    return {name: _number(getattr(value, name)) for name in ("best", "low", "high")}


def _number(number: float | None) -> float | None:
    """Write whole numbers without a decimal point."""
    if number is None:
        return None
    text = format_number(number)
    return int(text) if text.lstrip("-").isdigit() else number


def word_to_plain(member: Enum | None) -> str | None:
    """Write a member of an enumeration as its word.

    Examples
    --------
    >>> from indh_me.compute import Status
    >>> word_to_plain(Status.ON_TRACK), word_to_plain(None)
    ('on_track', None)
    """
    return None if member is None else str(member.value)
