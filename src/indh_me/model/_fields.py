"""Converters and validators that the fields of the model share."""

import math
import re
from collections.abc import Iterable, Mapping
from enum import Enum
from numbers import Real
from typing import Any, TypeVar

from indh_me.errors import Fault, InvalidInputError, ParseError, nearest

__all__ = ["code", "finite", "finite_or_none", "optional_code", "pairs", "tuple_of", "word_of"]

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

# Codes are put into formulas, sheet names and file columns: no separators, no wildcards.
CODE = re.compile(r"[^\W_][\w.\-]{0,63}")


def finite(value: float) -> float:
    """Refuse NaN, infinities and what is not a number."""
    if type(value) is not float and (isinstance(value, bool) or not isinstance(value, Real)):
        raise InvalidInputError(Fault(f"{value!r} is not a number", mend="write a plain number"))
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise InvalidInputError(
            Fault(
                f"{number} is not a figure",
                mend="leave out what is not known; bounds are written '>=5', '<=5' or '2..5'",
            )
        )
    return number


def finite_or_none(value: float | None) -> float | None:
    """Refuse NaN and infinities, let `None` pass."""
    return None if value is None else finite(value)


def tuple_of(values: Iterable[T]) -> tuple[T, ...]:
    """Freeze any iterable."""
    return tuple(values)


def pairs(values: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Freeze a mapping, sorted by key so that equal contents are equal values."""
    items = values.items() if isinstance(values, Mapping) else values
    return tuple(sorted((key, value) for key, value in items))


def code(_instance: object, attribute: Any, value: str) -> None:  # noqa: ANN401 - attrs' Attribute is generic in everything
    """Refuse a code that could not stand in a formula, a sheet name or a column."""
    if not isinstance(value, str) or CODE.fullmatch(value) is None:
        raise ParseError(
            Fault(
                f"{value!r} cannot stand as {attribute.name}",
                mend="use a letter or digit, then letters, digits, '_', '-' or '.', 64 at most",
            )
        )


def optional_code(instance: object, attribute: Any, value: str | None) -> None:  # noqa: ANN401 - as above
    """Refuse an impossible code, let `None` pass."""
    if value is not None:
        code(instance, attribute, value)


def word_of(kind: type[E], word: str, noun: str) -> E:
    """Find the member of an enumeration that a word names."""
    try:
        return kind(word)
    except ValueError:
        known = [member.value for member in kind]
        raise ParseError(Fault(f"unknown {noun} {word!r}", mend=nearest(str(word), known))) from None
