"""Days and periods, and the names of periods."""

from datetime import date
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.model import Period

from .words import maybe

__all__ = ["days", "maybe_day", "maybe_period", "period_names", "periods", "whole_periods"]

FIRST_DAY = date(1, 1, 1)
LAST_DAY = date(9999, 12, 31)


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
    """Give days, mostly of the years in which programmes are monitored."""
    near = st.dates(max(first, date(1990, 1, 1)), min(last, date(2050, 12, 31)))
    return near | st.dates(first, last)


@cache
@st.composite
def period_names(draw: DrawFn) -> str:
    """Give periods as one may write them, all forms and ranges of any two of them."""
    first = draw(_single_names())
    if draw(st.booleans()):
        return first
    second = draw(_single_names())
    start, end = sorted([first, second], key=lambda name: Period.parse(name).start)
    if Period.parse(end).end < Period.parse(start).start:
        start, end = end, start
    return f"{start}/{end}" if _runs_forwards(start, end) else first


def _runs_forwards(start: str, end: str) -> bool:
    return Period.parse(start).start <= Period.parse(end).end


@cache
@st.composite
def _single_names(draw: DrawFn) -> str:
    day = draw(days())
    year = f"{day.year:04d}"
    return draw(
        st.sampled_from(
            [
                year,
                f"{year}-S{(day.month - 1) // 6 + 1}",
                f"{year}-T{(day.month - 1) // 4 + 1}",
                f"{year}-Q{(day.month - 1) // 3 + 1}",
                f"{year}-{day.month:02d}",
                day.isoformat(),
            ]
        )
    )


@cache
def periods() -> SearchStrategy[Period]:
    """Give periods of every form, and any range of days."""
    ranges = st.tuples(days(), days()).map(lambda pair: Period(min(pair), max(pair)))
    return period_names().map(Period.parse) | ranges


@cache
@st.composite
def whole_periods(draw: DrawFn, first_year: int = 1990, last_year: int = 2050) -> Period:
    """Give periods made of whole months: named ones, fiscal years, ranges of months."""
    start = draw(st.integers(first_year * 12, last_year * 12 + 11))
    length = draw(st.sampled_from([1, 3, 4, 6, 12, 24, 36]) | st.integers(1, 60))
    end = start + length - 1
    first = f"{start // 12:04d}-{start % 12 + 1:02d}"
    return Period.parse(f"{first}/{end // 12:04d}-{end % 12 + 1:02d}")
