"""Counts for tests: an indicator A, its targets and its figures."""

from datetime import date
from typing import Any, TypeAlias

from indh_me.model import (
    Absence,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
    Target,
)

__all__ = ["END_OF_2008", "count", "seen", "target"]

END_OF_2008 = date(2008, 12, 31)

#: Fields of whatever is made.
Keys: TypeAlias = Any


def count(accumulation: str = "sum", **keys: Keys) -> Indicator:
    """Make an indicator A: a count that should increase, unless said otherwise."""
    keys = {"code": "A", "unit": "count", "direction": "increase", **keys}
    return Indicator(accumulation=accumulation, **keys)


def target(period: str, value: Quantity | float, **keys: Keys) -> Target:
    """Make a target of a period."""
    return Target(period=Period.parse(period), value=value, **keys)


def seen(**figures: Quantity | Absence | float) -> Observations:
    """Make observations by period; an underscore stands for what a keyword cannot hold."""
    return Observations.of(
        *(
            Observation(indicator="A", period=Period.parse(name[1:].replace("_", "/")), value=value)
            for name, value in figures.items()
        )
    )
