"""Converters and validators that the fields of the model share."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from numbers import Real
from typing import Any, TypeVar

from attrs import Attribute

from indh_me.errors import Fault, InvalidInputError, ParseError, UnknownCodeError, nearest, quoted

__all__ = [
    "by_code",
    "code",
    "day",
    "finite",
    "finite_or_none",
    "is_a",
    "is_code",
    "is_text",
    "optional",
    "optional_code",
    "optional_day",
    "pairs",
    "repeated",
    "tuple_of",
    "unread",
    "word_of",
    "words",
]

T = TypeVar("T")
E = TypeVar("E", bound=Enum)
Validator = Callable[[object, "Attribute[Any]", Any], None]

# Codes are put into formulas, sheet names and file columns: no separators, no wildcards.
CODE = re.compile(r"[^\W_][\w.\-]{0,63}")
CODE_MEND = "use a letter or digit, then letters, digits, '_', '-' or '.', 64 at most"
HOW_TO_MAKE = {
    "Text": "make one with Text.of(fr='...')",
    "Period": "make one with Period.parse('2008')",
    "Quantity": "give a number, or make one with Quantity.parse('>=5')",
    "Citation": "make one with Citation('code of the source')",
    "Categories": "make one with Categories.of(sex='female')",
    "bool": "give True or False",
    "string": "put it in quotes",
}


def finite(value: float) -> float:
    """Refuse NaN, infinities and what is not a number."""
    if type(value) is float and math.isfinite(value):
        return value  # Most are plain.
    if type(value) is not float and not _is_number(value):
        raise InvalidInputError(
            Fault(f"{quoted(value)} is not a number", mend="write a plain number")
        )
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise InvalidInputError(
            Fault(
                f"'{number}' is not a figure",
                mend="leave out what is not known; bounds are written '>=5', '<=5' or '2..5'",
            )
        )
    return number


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


def finite_or_none(value: float | None) -> float | None:
    """Refuse NaN and infinities, let `None` pass."""
    return None if value is None else finite(value)


def tuple_of(values: Iterable[T], kind: type[T], noun: str) -> tuple[T, ...]:
    """Freeze an iterable of instances of a class."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InvalidInputError(
            Fault(f"{quoted(values)} is no list of {noun}", noun, "put it in brackets: [...]")
        )
    frozen = tuple(values)
    faults = [_not_a(kind, each, noun) for each in frozen if not isinstance(each, kind)]
    if faults:
        raise InvalidInputError(*faults)
    return frozen


def pairs(values: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Freeze a mapping, sorted by key so that equal contents are equal values."""
    items: Iterable[Any] = values.items() if isinstance(values, Mapping) else values
    try:
        frozen = [(key, value) for key, value in items]
    except (TypeError, ValueError):
        raise InvalidInputError(
            Fault(f"{quoted(values)} is no mapping", mend="give one, such as {'fr': 'formation'}")
        ) from None
    for pair in frozen:
        for each in pair:
            if not isinstance(each, str):
                mend = "put it in quotes, or leave it out"
                raise InvalidInputError(Fault(f"{quoted(each)} is not a string", mend=mend))
    return tuple(sorted(frozen))


def _not_a(kind: type, value: object, noun: str) -> Fault:
    name = "string" if kind is str else kind.__name__
    named = f"an {name}" if name[0] in "AEIOU" else f"a {name}"
    return Fault(f"{quoted(value)} is not {named}", noun, HOW_TO_MAKE.get(name, f"make {named}"))


@cache
def is_a(kind: type) -> Validator:
    """Refuse what is not an instance of a class."""

    def validate(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, kind):
            raise InvalidInputError(_not_a(kind, value, attribute.name))

    return validate


@cache
def optional(kind: type) -> Validator:
    """Refuse what is not an instance of a class, let `None` pass."""

    def validate(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
        if value is not None and not isinstance(value, kind):
            raise InvalidInputError(_not_a(kind, value, attribute.name))

    return validate


def words(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Refuse a blank string and what is not a string, let `None` pass."""
    if value is not None and (not isinstance(value, str) or value.strip() == ""):
        raise InvalidInputError(
            Fault(f"{quoted(value)} says nothing", attribute.name, "write words, or leave it out")
        )


def day(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Refuse what is not a whole day."""
    # A datetime is a date to Python, but reports are dated by days.
    if type(value) is not date:
        raise InvalidInputError(
            Fault(f"{quoted(value)} is not a day", attribute.name, "give a datetime.date")
        )


def optional_day(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Refuse what is not a whole day, let `None` pass."""
    if value is not None:
        day(instance, attribute, value)


@lru_cache(maxsize=4096)
def is_code(value: str) -> bool:
    """Tell whether a string could stand in a formula, a sheet name or a column."""
    return CODE.fullmatch(value) is not None


def code(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Refuse a code that could not stand in a formula, a sheet name or a column."""
    if not isinstance(value, str) or not is_code(value):
        raise ParseError(
            Fault(f"{quoted(value)} cannot stand as {attribute.name}", attribute.name, CODE_MEND)
        )


def optional_code(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Refuse an impossible code, let `None` pass."""
    if value is not None:
        code(instance, attribute, value)


def is_text(value: object) -> bool:
    """Tell whether a value is a string, whatever its annotation promises."""
    return isinstance(value, str)


def repeated(values: Iterable[str]) -> list[str]:
    """List what occurs more than once, sorted."""
    listed = tuple(values)
    if len(set(listed)) == len(listed):
        return []
    return sorted(value for value, times in Counter(listed).items() if times > 1)


def unread(error: InvalidInputError, text: str, noun: str) -> ParseError:
    """Say of a text that it makes no valid value, with the reasons."""
    what = f"{quoted(text)} is no {noun}"
    return ParseError(*(Fault(f"{what}: {fault.what}", mend=fault.mend) for fault in error.faults))


def word_of(kind: type[E], word: E | str, noun: str) -> E:
    """Find the member of an enumeration that a word names."""
    try:
        return kind(word)
    except ValueError:
        known = [member.value for member in kind]
        raise ParseError(
            Fault(f"unknown {noun} {quoted(word)}", noun, nearest(str(word), known))
        ) from None


def by_code(known: Mapping[str, T], code: str, noun: str) -> T:
    """Find what has a code, or refuse a code that nothing has, with the nearest one."""
    try:
        return known[code]
    except (KeyError, TypeError):
        raise UnknownCodeError(
            Fault(f"unknown {noun} {quoted(code)}", mend=nearest(str(code), known))
        ) from None
