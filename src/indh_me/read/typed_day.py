"""Days as people type them into a cell."""

import re
from contextlib import suppress
from datetime import date, datetime

from indh_me.errors import Fault, ParseError, quoted

from .typed_number import plain_text

__all__ = ["typed_day"]

YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?:[T ]00:00(?::00)?)?")
YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
MEND = "write it as 2008-03-27"


def typed_day(content: object) -> date:
    """Read what stands in a cell for a day.

    Parameters
    ----------
    content
        A day, or a text.

    Raises
    ------
    ParseError
        For what is no day; for a text that names two days, day or month first, with both.

    Examples
    --------
    >>> typed_day("27/03/2008")
    datetime.date(2008, 3, 27)
    >>> typed_day("03/04/2008")
    Traceback (most recent call last):
        ...
    indh_me.errors.ParseError: '03/04/2008' can be read as 2008-04-03 or as 2008-03-04
      mend:  write '2008-04-03' or '2008-03-04'
    """
    if isinstance(content, datetime):
        return content.date()
    if isinstance(content, date):
        return content
    if not isinstance(content, str):
        raise _no_day(content)
    text = plain_text(content)
    found = YEAR_FIRST.fullmatch(text)
    if found is not None:
        return _day(content, int(found[1]), int(found[3]), int(found[4]))
    found = YEAR_LAST.fullmatch(text)
    if found is None:
        raise _no_day(content)
    one, other, year = int(found[1]), int(found[3]), int(found[4])
    readings = []
    for day, month in ((one, other), (other, one)):
        with suppress(ValueError):
            readings.append(date(year, month, day))
    if len(set(readings)) > 1:
        first, second = readings
        what = f"{quoted(content)} can be read as {first} or as {second}"
        raise ParseError(Fault(what, mend=f"write '{first}' or '{second}'"))
    if len(readings) == 0:
        raise _no_day(content)
    return readings[0]


def _day(content: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _no_day(content) from None


def _no_day(content: object) -> ParseError:
    return ParseError(Fault(f"{quoted(content)} is not a day", mend=MEND))
