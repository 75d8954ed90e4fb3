"""How texts, numbers and days are written in a formula."""

from datetime import date

from indh_me.model.quantity import format_number

__all__ = ["SERIAL_ZERO", "literal", "number", "quoted", "serial"]

#: The day that spreadsheets count as zero.
SERIAL_ZERO = date(1899, 12, 30)


def quoted(text: str) -> str:
    """Write a text.

    Examples
    --------
    >>> print(quoted("at least"))
    "at least"
    """
    return '"' + text.replace('"', '""') + '"'


def literal(value: float) -> str:
    """Write a number, a negative one in brackets.

    Examples
    --------
    >>> literal(60.0), literal(-0.5)
    ('60', '(-0.5)')
    """
    text = format_number(value)
    return f"({text})" if text.startswith("-") else text


def serial(day: date) -> int:
    """Give the number that spreadsheets keep for a day (from 1900-03-01 on).

    Examples
    --------
    >>> serial(date(2008, 3, 27))
    39534
    """
    return (day - SERIAL_ZERO).days


def number(value: float | None) -> float | str:
    """Give what a formula shows: the number, or nothing.

    Examples
    --------
    >>> number(0.0), number(None)
    (0.0, '')
    """
    return "" if value is None else value
