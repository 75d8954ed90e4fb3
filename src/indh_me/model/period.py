"""Ranges of days with the names that a reporting calendar gives them."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, ParseError

__all__ = ["Period", "Step"]

Step = Literal["year", "semester", "four_months", "quarter", "month", "day"]

MONTHS: dict[str, int] = {"year": 12, "semester": 6, "four_months": 4, "quarter": 3, "month": 1}
PARTS: dict[str, tuple[str, int]] = {"S": ("semester", 6), "T": ("four months", 4), "Q": ("quarter", 3)}
LETTERS = {6: "S", 4: "T", 3: "Q"}
NAMED = re.compile(r"(\d{4})(?:-(?:([STQ])(\d)|(\d\d)(?:-(\d\d))?))?")
DAYS_A_YEAR = 365.2425
MONTHS_A_YEAR = 12
LAST_YEAR = 9999
MEND = "write one of 2008, 2008-S1, 2008-T1, 2008-Q1, 2008-03, 2008-03-27, or two of them as 2005/2007"


def _to_date(day: date) -> date:
    # A datetime is a date to Python, but a period is made of whole days.
    if type(day) is not date:
        raise InvalidInputError(Fault(f"{day!r} is not a day", mend="give a datetime.date"))
    return day


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@frozen(order=True)
class Period:
    """A closed range of days.

    Parameters
    ----------
    start
        First day.
    end
        Last day, included.

    Raises
    ------
    InvalidInputError
        When the end comes before the start.

    Notes
    -----
    The days are the value, the name follows from them: the shortest of year, semester (``S``),
    four months (``T``), quarter (``Q``), month and day, else a range of two names. So ``2008-Q1``
    and ``2008-01/2008-03`` are the same period. Periods are ordered by start, then end.

    Examples
    --------
    >>> Period.parse("2005/2007").years
    3.0
    >>> str(Period.parse("2008-01/2008-06"))
    '2008-S1'
    >>> Period.parse("2008") in Period.parse("2005/2010")
    True
    """

    start: date = field(validator=lambda _i, _a, value: _to_date(value))
    end: date = field(validator=lambda _i, _a, value: _to_date(value))

    def __attrs_post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.end < self.start:
            raise InvalidInputError(
                Fault(
                    f"period from {self.start} to {self.end} ends before it starts",
                    mend="exchange the two days",
                )
            )

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read a period from its name.

        Parameters
        ----------
        text
            ``2008``, ``2008-S1``, ``2008-T1``, ``2008-Q1``, ``2008-03``, ``2008-03-27``, or two
            of these with ``/`` between: from the first day of one to the last day of the other.

        Raises
        ------
        ParseError
            When the text has none of these forms.

        Examples
        --------
        >>> Period.parse("2008-T2")
        Period(start=datetime.date(2008, 5, 1), end=datetime.date(2008, 8, 31))
        >>> Period.parse("2005-05-18/2008-Q1").end
        datetime.date(2008, 3, 31)
        """
        if not isinstance(text, str):
            raise ParseError(Fault(f"{text!r} is not a period", mend=MEND))
        return _parse(text.strip())

    @classmethod
    def year(cls, year: int) -> "Period":
        """Make a calendar year.

        Examples
        --------
        >>> str(Period.year(2008))
        '2008'
        """
        return _parse(f"{year:04d}")

    @classmethod
    def day(cls, day: date) -> "Period":
        """Make a period of one day.

        Examples
        --------
        >>> str(Period.day(date(2008, 3, 27)))
        '2008-03-27'
        """
        return cls(day, day)

    @classmethod
    def fiscal_year(cls, year: int, first_month: int) -> "Period":
        """Make the twelve months that begin in a month of a year.

        Parameters
        ----------
        year
            Calendar year in which the fiscal year begins.
        first_month
            Its first month, 1 to 12.

        Raises
        ------
        InvalidInputError
            When the month is not 1 to 12.

        Examples
        --------
        >>> str(Period.fiscal_year(2008, 10))
        '2008-10/2009-09'
        """
        if first_month not in range(1, MONTHS_A_YEAR + 1):
            raise InvalidInputError(
                Fault(f"no month {first_month!r}", mend="a fiscal year begins in a month 1 to 12")
            )
        return _from_months(year * MONTHS_A_YEAR + first_month - 1, MONTHS_A_YEAR)

    @property
    def days(self) -> int:
        """Number of days, first and last included."""
        return (self.end - self.start).days + 1

    @property
    def months(self) -> int | None:
        """Number of months when the period is made of whole ones, else `None`."""
        if self.start.day != 1 or self.end != _month_end(self.end.year, self.end.month):
            return None
        return _months_between(self.start, self.end) + 1

    @property
    def years(self) -> float:
        """Length in years: months over 12 when made of whole months, else days over 365.2425."""
        months = self.months
        return self.days / DAYS_A_YEAR if months is None else months / MONTHS_A_YEAR

    def __contains__(self, other: "Period | date") -> bool:
        """Tell whether a day or a whole period lies within this one."""
        if isinstance(other, Period):
            return self.start <= other.start and other.end <= self.end
        return self.start <= other <= self.end

    def overlaps(self, other: "Period") -> bool:
        """Tell whether the two have a day in common.

        Examples
        --------
        >>> Period.parse("2008").overlaps(Period.parse("2008-Q4/2009-Q1"))
        True
        """
        return self.start <= other.end and other.start <= self.end

    def is_over(self, as_of: date) -> bool:
        """Tell whether the last day is not after a given day.

        Examples
        --------
        >>> Period.parse("2008").is_over(date(2008, 3, 27))
        False
        """
        return self.end <= as_of

    def next(self) -> "Period":
        """Give the period of the same length that follows.

        Raises
        ------
        InvalidInputError
            When this is neither a day nor made of whole months, or the calendar ends.

        Examples
        --------
        >>> str(Period.parse("2008-Q4").next())
        '2009-Q1'
        """
        return self._shifted(1)

    def previous(self) -> "Period":
        """Give the period of the same length that comes before; see `next`."""
        return self._shifted(-1)

    def _shifted(self, steps: int) -> "Period":
        months = self.months
        try:
            if months is not None:
                first = self.start.year * MONTHS_A_YEAR + self.start.month - 1
                return _from_months(first + steps * months, months)
            if self.days == 1:
                return Period.day(self.start + timedelta(days=steps))
        except (OverflowError, ValueError):
            raise InvalidInputError(
                Fault(f"no period beside {self}", mend="dates run from year 1 to 9999")
            ) from None
        # A step of so many days can land on whole months, whose own step is another.
        raise InvalidInputError(
            Fault(f"period {self} has no calendar step", mend="use whole months or single days")
        )

    def split(self, step: Step) -> tuple["Period", ...]:
        """Cut the period into parts of equal name.

        Parameters
        ----------
        step
            ``year``, ``semester``, ``four_months``, ``quarter``, ``month`` or ``day``.

        Raises
        ------
        InvalidInputError
            When the parts would not fill the period exactly.

        Examples
        --------
        >>> [str(part) for part in Period.parse("2008").split("semester")]
        ['2008-S1', '2008-S2']
        """
        return tuple(self._parts(step))

    def _parts(self, step: Step) -> Iterator["Period"]:
        if step == "day":
            for offset in range(self.days):
                yield Period.day(self.start + timedelta(days=offset))
            return
        if step not in MONTHS:
            raise InvalidInputError(Fault(f"unknown step {step!r}", mend=f"known: {[*MONTHS, 'day']}"))
        length, months = MONTHS[step], self.months
        if months is None or months % length != 0:
            raise InvalidInputError(
                Fault(f"period {self} is not made of whole {step}s", mend="choose a shorter step")
            )
        first = self.start.year * MONTHS_A_YEAR + self.start.month - 1
        for offset in range(0, months, length):
            yield _from_months(first + offset, length)

    def __str__(self) -> str:
        """Give the canonical name."""
        return _name(self.start, self.end)


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month


def _from_months(first: int, length: int) -> Period:
    """Make a period from a month counted since year 0 and a number of months."""
    year, month = divmod(first, MONTHS_A_YEAR)
    last_year, last_month = divmod(first + length - 1, MONTHS_A_YEAR)
    return Period(date(year, month + 1, 1), _month_end(last_year, last_month + 1))


@lru_cache(maxsize=4096)
def _parse(text: str) -> Period:
    first, slash, last = text.partition("/")
    if slash == "":
        return _parse_name(first, text)
    start, end = _parse_name(first, text).start, _parse_name(last, text).end
    if end < start:
        raise ParseError(Fault(f"period {text!r} ends before it starts", mend="exchange the two"))
    return Period(start, end)


def _parse_name(name: str, whole: str) -> Period:
    match = NAMED.fullmatch(name)
    if match is None or not name.isascii():
        raise ParseError(Fault(f"{whole!r} is not a period", mend=MEND))
    year, letter, part, month, day = match.groups()
    try:
        if day is not None:
            return Period.day(date(int(year), int(month), int(day)))
        if month is not None:
            return Period(date(int(year), int(month), 1), _month_end(int(year), int(month)))
        if letter is None:
            return Period(date(int(year), 1, 1), date(int(year), 12, 31))
    except (ValueError, calendar.IllegalMonthError):
        raise ParseError(Fault(f"no such day or month: {whole!r}", mend=MEND)) from None
    kind, length = PARTS[letter]
    count = MONTHS_A_YEAR // length
    if not 1 <= int(part) <= count:
        raise ParseError(
            Fault(f"no such period: {whole!r}", mend=f"a year has {count} parts of a {kind}")
        )
    return _from_months(int(year) * MONTHS_A_YEAR + (int(part) - 1) * length, length)


@lru_cache(maxsize=4096)
def _name(start: date, end: date) -> str:
    if start == end:
        return start.isoformat()
    if start.day != 1 or end != _month_end(end.year, end.month):
        return f"{start.isoformat()}/{end.isoformat()}"
    months = _months_between(start, end) + 1
    first, last = f"{start.year:04d}", f"{end.year:04d}"
    if months % MONTHS_A_YEAR == 0 and start.month == 1:
        return first if months == MONTHS_A_YEAR else f"{first}/{last}"
    if months == 1:
        return f"{first}-{start.month:02d}"
    if months in LETTERS and (start.month - 1) % months == 0:
        return f"{first}-{LETTERS[months]}{(start.month - 1) // months + 1}"
    return f"{first}-{start.month:02d}/{last}-{end.month:02d}"
