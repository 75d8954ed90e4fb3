"""Values that stand alone in plain data: strings, numbers, days, and what is written as one.

Each ``read_...`` takes the plain value (and, for the converter, the class that is wanted) and gives
the model's; what it cannot read is a `ParseError` that says what is needed, what is there instead,
and how to mend it.
"""

import math
import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, TypeGuard

from indh_me.errors import Fault, ParseError, nearest
from indh_me.model import Absence, Categories, Period, Quantity, Unit
from indh_me.model.quantity import Value, format_number, parse_value
from indh_me.survey.expression import Expression

from .faults import gather, shown

__all__ = [
    "is_table",
    "plain_number",
    "plain_quantity",
    "read_boolean",
    "read_categories",
    "read_day",
    "read_expression",
    "read_number",
    "read_period",
    "read_quantity",
    "read_string",
    "read_string_pairs",
    "read_strings",
    "read_table",
    "read_unit",
    "read_value",
    "read_whole",
    "read_word",
    "wrong",
]

#: How a reader knows the kinds of plain data; a table is any mapping.
KINDS = {
    str: "the string",
    bool: "the word",
    int: "the number",
    float: "the number",
    list: "the list",
    tuple: "the list",
}
LAST_YEAR = 9999
WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


def plain_number(number: float) -> int | float:
    """Write whole numbers without a decimal point.

    Examples
    --------
    >>> plain_number(18000.0), plain_number(0.5)
    (18000, 0.5)
    """
    text = format_number(number)
    return float(text) if any(mark in text for mark in ".e") else int(text)


def plain_quantity(value: Value) -> int | float | str:
    """Write a quantity as a number when it is one, else in its written form.

    Examples
    --------
    >>> plain_quantity(Quantity.exactly(9)), plain_quantity(Quantity.at_least(9))
    (9, '>=9')
    """
    if isinstance(value, Absence):
        return value.value
    if value.best is not None and value == Quantity.exactly(value.best):
        return plain_number(value.best)
    return str(value)


def wrong(value: object, wanted: str, mend: str = "") -> ParseError:
    """Make the error for a value of the wrong kind.

    Examples
    --------
    >>> print(wrong([1], "a number"))
    a number is needed here, not the list '[1]'
    """
    kind = "the table" if isinstance(value, Mapping) else KINDS.get(type(value), "the value")
    return ParseError(Fault(f"{wanted} is needed here, not {kind} {shown(value)}", mend=mend))


def read_string(value: object, _kind: object = None) -> str:
    """Read a string."""
    if not isinstance(value, str):
        raise wrong(value, "a string", "put it in quotes")
    return value


def read_strings(value: object, _kind: object = None) -> tuple[str, ...]:
    """Read a list of strings; a single string is none."""
    if not isinstance(value, (list, tuple)):
        raise wrong(value, "a list of strings", 'write ["..."]')
    return tuple(gather((f"[{at}]", read_string, each) for at, each in enumerate(value)))


def read_boolean(value: object, _kind: object = None) -> bool:
    """Read ``true`` or ``false``."""
    if not isinstance(value, bool):
        raise wrong(value, "true or false", "write it without quotes")
    return value


def read_number(value: object, _kind: object = None) -> float:
    """Read a number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise wrong(value, "a number", "write it with a decimal point and without quotes")
    try:
        number = float(value)
    except OverflowError:
        raise wrong(value, "a smaller number", "check its digits") from None
    if not math.isfinite(number):
        raise wrong(value, "a finite number", "leave out what is not known")
    return number


def read_whole(value: object, _kind: object = None) -> int:
    """Read a whole number."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise wrong(value, "a whole number", "write it with digits alone and without quotes")
    return value


def read_expression(value: object, _kind: object = None) -> Expression:
    """Read skip logic, a constraint or a calculation."""
    return Expression.parse(read_string(value))


def read_day(value: object, _kind: object = None) -> date:
    """Read a day: a TOML date, or a string of the same form."""
    if type(value) is date:
        return value
    if isinstance(value, str):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            pass
        else:
            # Python reads 20080327 and 2008-W13-4 too; one form is enough.
            if day.isoformat() == value:
                return day
    raise wrong(value, "a day", "write it as 2008-03-27")


def read_period(value: object, _kind: object = None) -> Period:
    """Read a period: its name, a bare year, or a TOML date for a single day."""
    if type(value) is date:
        return Period.day(value)
    if type(value) is int and 0 <= value <= LAST_YEAR:
        return Period.parse(str(value))
    if not isinstance(value, str):
        raise wrong(
            value, "a period", "write one such as 2008, '2008-S1', '2008-03' or '2005/2007'"
        )
    return Period.parse(value)


def read_quantity(value: object, _kind: object = None) -> Quantity:
    """Read a quantity: a number, or its written form."""
    if isinstance(value, bool):
        raise wrong(value, "a number", "true and false are for milestones")
    if isinstance(value, str):
        return Quantity.parse(value)
    return Quantity.exactly(read_number(value))


def read_value(value: object, _kind: object = None) -> Value:
    """Read a quantity, or the word for why there is none."""
    return parse_value(value) if isinstance(value, str) else read_quantity(value)


def read_unit(value: object, _kind: object = None) -> Unit:
    """Read a unit from its written form."""
    return Unit.parse(read_string(value))


def read_word(value: object, kind: type[Enum]) -> Enum:
    """Read one of the words that an enumeration lists."""
    known = _words(kind)
    if not isinstance(value, str) or value not in known:
        word = value if isinstance(value, str) else shown(value)
        raise ParseError(Fault(f"unknown {_noun(kind)} {shown(value)}", mend=nearest(word, known)))
    return known[value]


def _noun(kind: type[Enum]) -> str:
    """Give the name of a class as words."""
    return WORD.sub(" ", kind.__name__).lower()


@cache
def _words(kind: type[Enum]) -> Mapping[str, Enum]:
    return {member.value: member for member in kind}


def is_table(value: object) -> TypeGuard[Mapping[str, Any]]:
    """Tell whether plain data is a table."""
    # Files give plain dictionaries, for which asking the abstract class takes ten times as long.
    return type(value) is dict or isinstance(value, Mapping)


def read_table(value: object) -> Mapping[str, Any]:
    """Read a table whose keys say what is in it."""
    if not is_table(value):
        raise wrong(value, "a table", "write its keys under it: key = value")
    return value


def read_string_pairs(value: object, _kind: object = None) -> tuple[tuple[str, str], ...]:
    """Read a table of strings under any keys."""
    table = read_table(value)
    if not all(isinstance(each, str) for each in table.values()):
        gather((key, read_string, each) for key, each in table.items())
    return tuple(table.items())


def read_categories(value: object, _kind: object = None) -> Categories:
    """Read the address of a disaggregated figure."""
    return Categories(read_string_pairs(value))
