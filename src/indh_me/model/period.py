"""Ranges of days with the names that a reporting calendar gives them."""

import operator
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, ParseError, nearest, quoted

from . import _fields
from .period_name import FORMS, MONTHS_A_YEAR, days_of, first_and_last_day, month_end, name_of

__all__ = ["Period", "Step"]

Step = Literal["year", "semester", "four_months", "quarter", "month", "day"]

MONTHS: dict[str, int] = {"year": 12, "semester": 6, "four_months": 4, "quarter": 3, "month": 1}
DAYS_A_YEAR = 365.2425
CALENDAR = "dates run from year 1 to 9999"


@frozen(order=True, cache_hash=True)
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
        When the end comes before the start, or one of them is no day.

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

    start: date = field(validator=_fields.day)
    end: date = field(validator=_fields.day)

    def __attrs_post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.end < self.start:
            raise InvalidInputError(
                Fault(
                    f"period from '{self.start}' to '{self.end}' ends before it starts",
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
        if not _fields.is_text(text):
            raise ParseError(
                Fault(f"{quoted(text)} is not the name of a period", mend=f"{FORMS}, in quotes")
            )
        return _parse(text)

    @classmethod
    def year(cls, year: int) -> "Period":
        """Make a calendar year.

        Raises
        ------
        InvalidInputError
            When it is not a whole number from 1 to 9999.

        Examples
        --------
        >>> str(Period.year(2008))
        '2008'
        """
        return cls.fiscal_year(year, 1)

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
            When the month is not 1 to 12, or the twelve months are not all in the years 1 to 9999.

        Examples
        --------
        >>> str(Period.fiscal_year(2008, 10))
        '2008-10/2009-09'
        """
        if first_month not in range(1, MONTHS_A_YEAR + 1):
            raise InvalidInputError(
                Fault(f"no month {quoted(first_month)}", mend="a year has months 1 to 12")
            )
        try:
            months = operator.index(year) * MONTHS_A_YEAR + operator.index(first_month) - 1
            return _from_months(months, MONTHS_A_YEAR)
        except (TypeError, ValueError, OverflowError):
            raise InvalidInputError(Fault(f"no year {quoted(year)}", mend=CALENDAR)) from None

    @property
    def days(self) -> int:
        """Number of days, first and last included.

        Examples
        --------
        >>> Period.parse("2008").days
        366
        """
        return (self.end - self.start).days + 1

    @property
    def months(self) -> int | None:
        """Number of months when the period is made of whole ones, else `None`.

        Examples
        --------
        >>> Period.parse("2005/2007").months, Period.parse("2008-03-27").months
        (36, None)
        """
        if self.start.day != 1 or self.end != month_end(self.end.year, self.end.month):
            return None
        years = self.end.year - self.start.year
        return years * MONTHS_A_YEAR + self.end.month - self.start.month + 1

    @property
    def years(self) -> float:
        """Length in years.

        Notes
        -----
        Months over 12 when the period is made of whole months, else days over 365.2425, the mean
        length of a year of the Gregorian calendar.

        Examples
        --------
        >>> Period.parse("2008-Q1").years
        0.25
        """
        months = self.months
        return self.days / DAYS_A_YEAR if months is None else months / MONTHS_A_YEAR

    def __contains__(self, other: "Period | date") -> bool:
        """Tell whether a day or a whole period lies within this one.

        Examples
        --------
        >>> date(2008, 3, 27) in Period.parse("2008-Q1")
        True
        """
        if isinstance(other, Period):
            return self.start <= other.start and other.end <= self.end
        return self.start <= other <= self.end

    def overlaps(self, other: "Period") -> bool:
        """Tell whether this period and the other have a day in common.

        Examples
        --------
        >>> Period.parse("2008").overlaps(Period.parse("2008-Q4/2009-Q1"))
        True
        """
        return self.start <= other.end and other.start <= self.end

    def is_over(self, as_of: date) -> bool:
        """Tell whether it is over as of a day, which is so from its last day on.

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
        """Give the period of the same length that comes before.

        Raises
        ------
        InvalidInputError
            When this is neither a day nor made of whole months, or the calendar begins.

        Examples
        --------
        >>> str(Period.parse("2008-S1").previous())
        '2007-S2'
        """
        return self._shifted(-1)

    def _shifted(self, steps: int) -> "Period":
        months = self.months
        try:
            if months is not None:
                return _from_months(self._first_month + steps * months, months)
            if self.days == 1:
                return Period.day(self.start + timedelta(days=steps))
        except (OverflowError, ValueError):
            raise InvalidInputError(Fault(f"no period beside '{self}'", mend=CALENDAR)) from None
        # A step of so many days can land on whole months, whose own step is another.
        raise InvalidInputError(
            Fault(f"period '{self}' has no calendar step", mend="use whole months or single days")
        )

    def split(self, step: Step) -> tuple["Period", ...]:
        """Cut the period into parts of equal length, counted from its first day.

        Parameters
        ----------
        step
            ``year``, ``semester``, ``four_months``, ``quarter``, ``month`` or ``day``.

        Raises
        ------
        InvalidInputError
            When the step is none of these, or the parts would not fill the period exactly.

        Examples
        --------
        >>> [str(part) for part in Period.parse("2008").split("semester")]
        ['2008-S1', '2008-S2']
        >>> [str(part) for part in Period.fiscal_year(2008, 10).split("semester")]
        ['2008-10/2009-03', '2009-04/2009-09']
        """
        return tuple(self._parts(step))

    def _parts(self, step: Step) -> Iterator["Period"]:
        if step == "day":
            for offset in range(self.days):
                yield Period.day(self.start + timedelta(days=offset))
            return
        if step not in MONTHS:
            raise InvalidInputError(
                Fault(f"unknown step {quoted(step)}", mend=nearest(str(step), [*MONTHS, "day"]))
            )
        length, months = MONTHS[step], self.months
        if months is None or months % length != 0:
            raise InvalidInputError(
                Fault(
                    f"period '{self}' cannot be cut into parts of {length} whole months",
                    mend="choose a shorter step",
                )
            )
        for offset in range(0, months, length):
            yield _from_months(self._first_month + offset, length)

    @property
    def _first_month(self) -> int:
        """Month of the first day, counted from January of the year 0."""
        return self.start.year * MONTHS_A_YEAR + self.start.month - 1

    def __str__(self) -> str:
        """Give the canonical name."""
        return name_of(self.start, self.end)


def _from_months(first_month: int, months: int) -> Period:
    return Period(*first_and_last_day(first_month, months))


@lru_cache(maxsize=4096)
def _parse(name: str) -> Period:
    return Period(*days_of(name))
