"""Names of periods, as a reporting calendar writes them, and the days that they stand for."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from indh_me.errors import Fault, ParseError, quoted

__all__ = ["FORMS", "MONTHS_A_YEAR", "days_of", "first_and_last_day", "month_end", "name_of"]

MONTHS_A_YEAR = 12
#: Letters of the parts of a year, with their length in months and what they are called.
PARTS = {"S": (6, "semesters"), "T": (4, "parts of four months"), "Q": (3, "quarters")}
LETTERS = {length: letter for letter, (length, _) in PARTS.items()}
NAME = re.compile(r"([0-9]{4})(?:-(?:([STQ])([0-9])|([0-9]{2})(?:-([0-9]{2}))?))?")
FORMS = (
    "write one of 2008, 2008-S1, 2008-T1, 2008-Q1, 2008-03, 2008-03-27, or two of them as 2005/2007"
)


def month_end(year: int, month: int) -> date:
    """Give the last day of a month.

    Examples
    --------
    >>> month_end(2008, 2)
    datetime.date(2008, 2, 29)
    """
    return date(year, month, monthrange(year, month)[1])


def first_and_last_day(first_month: int, months: int) -> tuple[date, date]:
    """Give the first and the last day of some months.

    Parameters
    ----------
    first_month
        The first of them, counted from January of the year 0.
    months
        How many.

    Raises
    ------
    ValueError
        When they are not within the years 1 to 9999.

    Examples
    --------
    >>> first_and_last_day(2008 * 12 + 3, 3)
    (datetime.date(2008, 4, 1), datetime.date(2008, 6, 30))
    """
    year, month = divmod(first_month, MONTHS_A_YEAR)
    last_year, last_month = divmod(first_month + months - 1, MONTHS_A_YEAR)
    return date(year, month + 1, 1), month_end(last_year, last_month + 1)


def days_of(name: str) -> tuple[date, date]:
    """Give the first and the last day of a period by its name.

    Parameters
    ----------
    name
        As `Period.parse` reads it.

    Raises
    ------
    ParseError
        When it has none of the forms, or names no days of the calendar.

    Examples
    --------
    >>> days_of("2008-S2")
    (datetime.date(2008, 7, 1), datetime.date(2008, 12, 31))
    """
    name = name.strip()
    first, slash, last = name.partition("/")
    start, end = _days(first, name)
    if slash != "":
        end = _days(last, name)[1]
    if end < start:
        raise ParseError(Fault(f"period {name!r} ends before it starts", mend="exchange the two"))
    return start, end


def _days(part: str, name: str) -> tuple[date, date]:
    """Read one of the two parts of a name."""
    match = NAME.fullmatch(part)
    if match is None:
        hint = "use the digits 0-9; " if re.search(r"[^\x00-\x7f]", name) is not None else ""
        raise ParseError(Fault(f"{quoted(name)} is not a period", mend=hint + FORMS))
    year, letter, number, month, day = match.groups()
    first, length = int(year) * MONTHS_A_YEAR, MONTHS_A_YEAR
    if letter is not None:
        length, parts = PARTS[letter]
        count = MONTHS_A_YEAR // length
        if not 1 <= int(number) <= count:
            mend = f"a year has {count} {parts}: {letter}1 to {letter}{count}"
            raise ParseError(Fault(f"no such period: {name!r}", mend=mend))
        first += (int(number) - 1) * length
    try:
        if day is not None:
            only = date(int(year), int(month), int(day))
            return only, only
        if month is not None:
            return date(int(year), int(month), 1), month_end(int(year), int(month))
        return first_and_last_day(first, length)
    except ValueError as error:
        mend = f"{error}; years run from 0001 to 9999"
        raise ParseError(Fault(f"no such day or month: {name!r}", mend=mend)) from None


@lru_cache(maxsize=4096)
def name_of(start: date, end: date) -> str:
    """Give the canonical name of a range of days.

    Parameters
    ----------
    start, end
        First and last day.

    Examples
    --------
    >>> name_of(date(2008, 1, 1), date(2008, 6, 30)), name_of(date(2008, 2, 1), date(2008, 2, 10))
    ('2008-S1', '2008-02-01/2008-02-10')
    """
    if start == end:
        return start.isoformat()
    if start.day != 1 or end != month_end(end.year, end.month):
        return f"{start.isoformat()}/{end.isoformat()}"
    months = (end.year - start.year) * MONTHS_A_YEAR + end.month - start.month + 1
    first, last = f"{start.year:04d}", f"{end.year:04d}"
    if months % MONTHS_A_YEAR == 0 and start.month == 1:
        return first if months == MONTHS_A_YEAR else f"{first}/{last}"
    if months == 1:
        return f"{first}-{start.month:02d}"
    if months in LETTERS and (start.month - 1) % months == 0:
        return f"{first}-{LETTERS[months]}{(start.month - 1) // months + 1}"
    return f"{first}-{start.month:02d}/{last}-{end.month:02d}"
