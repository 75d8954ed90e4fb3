from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indh_me.errors import InvalidInputError, ParseError
from indh_me.model import Period
from indh_me.model.period import MONTHS, Step
from indh_me.testing import days, period_names, periods, whole_periods

STEPS: tuple[Step, ...] = ("year", "semester", "four_months", "quarter", "month")
steppable = whole_periods() | days(date(1, 1, 2), date(9999, 12, 30)).map(Period.day)


def _common_day(a: Period, b: Period) -> bool:
    """Tell whether the day on which the later one starts lies in both."""
    day = max(a.start, b.start)
    return day in a and day in b


@given(periods())
def test_name_reads_back(period: Period) -> None:
    """Reading the name of a period gives the period."""
    assert period == Period.parse(str(period))


@given(period_names())
def test_name_is_canonical(name: str) -> None:
    """However a period is written, it has one name, which is not longer and is its own name."""
    canonical = str(Period.parse(name))

    assert canonical == str(Period.parse(canonical))
    assert Period.parse(name) == Period.parse(canonical)


@given(st.text(max_size=25) | st.text("0123456789-/STQ ", max_size=25))
def test_every_text_is_read_or_refused(text: str) -> None:
    """A text is the name of a period or is refused as none: nothing else happens."""
    try:
        period = Period.parse(text)
    except ParseError:
        return
    assert period == Period.parse(str(period))


@given(periods(), periods())
def test_names_differ_as_periods_do(a: Period, b: Period) -> None:
    """Two periods have the same name if and only if they are equal."""
    assert (a == b) == (str(a) == str(b))


@given(periods(), periods(), periods())
def test_order_is_total(a: Period, b: Period, c: Period) -> None:
    """Of two periods one comes first or they are equal, and the order is transitive."""
    first, second, third = sorted([a, b, c])

    assert [a < b, a == b, a > b].count(True) == 1
    assert first <= second <= third
    assert first <= third


@given(periods(), periods())
def test_order_follows_the_days(a: Period, b: Period) -> None:
    """Periods are in the order of their first days, then of their last."""
    assert (a < b) == ((a.start, a.end) < (b.start, b.end))


@given(st.integers(1, 9999), st.sampled_from(["semester", "four_months", "quarter", "month"]))
def test_parts_of_a_year_partition_it(year: int, step: Step) -> None:
    """The parts of a year follow each other, fill it, and are named after it."""
    whole = Period.year(year)
    parts = whole.split(step)

    assert 12 // MONTHS[step] == len(parts)
    assert (whole.start, whole.end) == (parts[0].start, parts[-1].end)
    assert [part.next() for part in parts[:-1]] == list(parts[1:])
    assert all(str(part).startswith(f"{year:04d}-") and "/" not in str(part) for part in parts)


@given(whole_periods(), st.sampled_from(STEPS))
def test_split_partitions(period: Period, step: Step) -> None:
    """The parts of a period fill it without gap or overlap, all as many months long."""
    assume(period.months is not None and period.months % MONTHS[step] == 0)
    parts = period.split(step)

    assert (period.start, period.end) == (parts[0].start, parts[-1].end)
    assert period.days == sum(part.days for part in parts)
    assert {MONTHS[step]} == {part.months for part in parts}
    assert [part.end + timedelta(days=1) for part in parts[:-1]] == [
        part.start for part in parts[1:]
    ]


@given(whole_periods(), st.sampled_from(STEPS))
def test_split_is_exact_or_refused(period: Period, step: Step) -> None:
    """A period whose months are no multiple of the step is refused."""
    assume(period.months is not None and period.months % MONTHS[step] != 0)
    with pytest.raises(InvalidInputError, match="cannot be cut"):
        period.split(step)


@given(days(), st.integers(1, 60))
def test_split_into_days(start: date, count: int) -> None:
    """A period is made of its days."""
    assume(start <= date(9999, 10, 1))
    period = Period(start, start + timedelta(days=count - 1))
    parts = period.split("day")

    assert count == period.days == len(parts)
    assert all(part.days == 1 and part in period for part in parts)
    assert len(parts) == len(set(parts))


@given(steppable)
def test_next_and_previous_are_inverses(period: Period) -> None:
    """The period after the one before is the period itself, and so is the one before the next."""
    assert period == period.next().previous()
    assert period == period.previous().next()


@given(steppable)
def test_next_follows_without_gap(period: Period) -> None:
    """The next period starts on the day after, and is as long in months or days."""
    following = period.next()

    assert period.end + timedelta(days=1) == following.start
    assert period.months == following.months
    assert not period.overlaps(following)


@given(periods(), periods(), periods())
def test_containment_is_an_order(a: Period, b: Period, c: Period) -> None:
    """A period contains itself; two that contain each other are equal; containing is transitive."""
    assert Period(a.start, a.end) in a
    assert (a in b and b in a) == (a == b)
    assert not (a in b and b in c) or a in c


@given(periods(), days())
def test_day_is_contained_as_a_period(period: Period, day: date) -> None:
    """A day lies in a period if and only if the period of that day does."""
    assert (day in period) == (Period.day(day) in period)


@given(periods(), periods())
def test_overlap_is_symmetric(a: Period, b: Period) -> None:
    """Two periods overlap each other if and only if they have a day in common."""
    assert a.overlaps(b) == b.overlaps(a) == _common_day(a, b)


@given(periods(), periods())
def test_contained_periods_overlap(a: Period, b: Period) -> None:
    """A period overlaps all that it contains."""
    assert a.overlaps(b) or a not in b


@given(periods(), days(), days())
def test_what_is_over_stays_over(period: Period, one: date, other: date) -> None:
    """A period that is over on a day is over on every later day, and not before its end."""
    earlier, later = sorted([one, other])

    assert period.is_over(later) or not period.is_over(earlier)
    assert period.is_over(one) == (one >= period.end)


@given(st.integers(1, 9998), st.integers(1, 12))
def test_fiscal_years_follow_each_other(year: int, month: int) -> None:
    """Every fiscal year is one year long, and the next one begins where it ends."""
    assume((year, month) != (9998, 1) or year < 9999)
    fiscal = Period.fiscal_year(year, month)

    assert 1.0 == fiscal.years
    assert date(year, month, 1) == fiscal.start
    assert year == 9998 or Period.fiscal_year(year + 1, month) == fiscal.next()
