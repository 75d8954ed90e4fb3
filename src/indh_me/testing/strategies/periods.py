"""Days and periods, and the names of periods."""

from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.model import Period

from .words import maybe

__all__ = ["days", "maybe_day", "maybe_period", "period_names", "periods", "whole_periods"]

FIRST_DAY = date(1, 1, 1)
LAST_DAY = date(9999, 12, 31)
#: The years in which programmes are monitored.
NEAR = date(1990, 1, 1), date(2050, 12, 31)
SIMPLEST = date(2000, 1, 1)
FORMS = ("{y:04d}", "{y:04d}-S{s}", "{y:04d}-T{t}", "{y:04d}-Q{q}", "{y:04d}-{m:02d}", "{day}")


@cache
def maybe_day() -> SearchStrategy[date | None]:
    """Give a day or nothing."""
    return maybe(days())


@cache
def maybe_period() -> SearchStrategy[Period | None]:
    """Give a period or nothing."""
    return maybe(periods())


@cache
def days(first: date = FIRST_DAY, last: date = LAST_DAY) -> SearchStrategy[date]:
    """Give days, mostly of the years in which programmes are monitored.

    Parameters
    ----------
    first, last
        The first and the last day that may be given.

    Examples
    --------
    >>> from indh_me.testing import days, simplest
    >>> simplest(days())
    datetime.date(2000, 1, 1)
    """
    start, end = max(first, NEAR[0]), min(last, NEAR[1])
    if start > end:
        return st.dates(first, last)
    simplest = min(max(SIMPLEST, start), end)
    offsets = st.integers((start - simplest).days, (end - simplest).days)
    near = offsets.map(lambda offset: simplest + timedelta(days=offset))
    return near if (start, end) == (first, last) else near | st.dates(first, last)


@cache
@st.composite
def period_names(draw: DrawFn) -> str:
    """Give periods as one may write them, all forms and ranges of any two of them.

    Examples
    --------
    >>> from indh_me.testing import period_names, simplest
    >>> simplest(period_names(), lambda name: "/" in name)
    '2000/2000'
    """
    first = draw(_single_names())
    if not draw(st.booleans()):
        return first
    second = draw(_single_names())
    start, end = sorted([first, second], key=lambda name: Period.parse(name).start)
    if Period.parse(end).end < Period.parse(start).start:
        start, end = end, start
    return f"{start}/{end}" if _runs_forwards(start, end) else first


def _runs_forwards(start: str, end: str) -> bool:
    return Period.parse(start).start <= Period.parse(end).end


@cache
def _single_names() -> SearchStrategy[str]:
    return st.builds(_name, st.sampled_from(FORMS), days())


def _name(form: str, day: date) -> str:
    month = day.month - 1
    return form.format(
        y=day.year, s=month // 6 + 1, t=month // 4 + 1, q=month // 3 + 1, m=month + 1, day=day
    )


@cache
def periods() -> SearchStrategy[Period]:
    """Give periods of every form, and any range of days.

    Examples
    --------
    >>> from indh_me.testing import periods, simplest
    >>> str(simplest(periods()))
    '2000'
    """
    ranges = st.tuples(days(), days()).map(lambda pair: Period(min(pair), max(pair)))
    return period_names().map(Period.parse) | ranges


@cache
@st.composite
def whole_periods(draw: DrawFn, first_year: int = 1990, last_year: int = 2050) -> Period:
    """Give periods made of whole months: named ones, fiscal years, ranges of months.

    Parameters
    ----------
    first_year, last_year
        Years between which a period begins.

    Examples
    --------
    >>> from indh_me.testing import simplest, whole_periods
    >>> str(simplest(whole_periods(), lambda period: period.years > 1))
    '1990/1991'
    """
    start = draw(st.integers(first_year * 12, last_year * 12 + 11))
    length = draw(st.sampled_from([1, 3, 4, 6, 12, 24, 36]) | st.integers(1, 60))
    end = start + length - 1
    first = f"{start // 12:04d}-{start % 12 + 1:02d}"
    return Period.parse(f"{first}/{end // 12:04d}-{end % 12 + 1:02d}")
