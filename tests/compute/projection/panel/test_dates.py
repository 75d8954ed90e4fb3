"""Dates as years, and arrays of numbers."""

import math
from datetime import date, timedelta
from typing import Any, TypeAlias

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indh_me.compute.projection.panel.dates import (
    day_over,
    decimal_years,
    numbers,
    year_after,
    year_before,
)
from indh_me.errors import InvalidInputError

#: What a user may give by mistake.
Anything: TypeAlias = Any


def test_days_are_shares_of_their_own_year() -> None:
    """The middle of a leap year is its 184th day, and years before 1970 are years."""
    days = np.array(["1969-01-01", "2008-07-02", "2009-01-01", "NaT"], dtype="datetime64[D]")
    found = decimal_years(days, "times")

    assert [1969.0, 2008.5, 2009.0] == found[:3].tolist()
    assert np.isnan(found[3])


def test_days_of_a_plain_year() -> None:
    """A day of a plain year is a 365th of it."""
    assert 2007 + 31 / 365 == decimal_years(np.datetime64("2007-02-01"), "times").item()


def test_years_as_dates_and_as_numbers() -> None:
    """Years may be dates of a year's unit, or numbers."""
    assert [2007.0, 2008.0] == decimal_years(
        np.array(["2007", "2008"], dtype="datetime64[Y]"), "times"
    ).tolist()
    assert [2007.0, 2008.25] == decimal_years([2007, 2008.25], "times").tolist()


@given(st.dates())
def test_a_day_begins_and_ends_where_arrays_have_it(day: date) -> None:
    """A single day is a year as the arrays count it, and ends where the next begins."""
    assume(day < date.max)
    after = day + timedelta(days=1)

    assert decimal_years(np.datetime64(day), "times").item() == year_before(day)
    assert year_before(after) == pytest.approx(year_after(day), abs=1e-12)


@given(st.dates())
def test_a_day_is_over_when_its_moment_has_come(day: date) -> None:
    """The moment at which a day ends leads back to it, and so does any moment within it."""
    half = (year_before(day) + year_after(day)) / 2

    assert day == day_over(half)
    if day.year < date.max.year or (day.month, day.day) != (12, 31):
        assert day == day_over(year_after(day))


@pytest.mark.parametrize("year", [math.nan, -4.0, 0.5, 10000.0, 1.0])
def test_beyond_the_calendar_is_no_day(year: float) -> None:
    """No day is over at no moment, nor before the first day or after the last."""
    assert day_over(year) is None


def test_masked_is_missing() -> None:
    """What is masked is NaN; without a mask numbers stay as they are."""
    masked = np.ma.MaskedArray([[1.0, 2.0]], mask=[[True, False]])
    found = numbers(masked, "values")

    assert np.isnan(found[0, 0])
    assert 2.0 == found[0, 1]
    assert not isinstance(found, np.ma.MaskedArray)
    assert 1.0 == masked.data[0, 0]


def test_numbers_that_are_numbers_are_not_copied() -> None:
    """A large panel is not copied."""
    values = np.ones((2, 3))

    assert values is numbers(values, "values")


@pytest.mark.parametrize(
    "wrong", [["12"], [1 + 2j], ["a"], [[1, 2], [3]], [None, "x"], np.array([1], "timedelta64[D]")]
)
def test_no_numbers(wrong: Anything) -> None:
    """What is no number is refused, with the name of the argument."""
    with pytest.raises(InvalidInputError) as error:
        numbers(wrong, "target")

    assert "'target' holds what is no number" == error.value.faults[0].what
    assert "target" == str(error.value.faults[0].where)
    assert "give numbers, NaN where there is none" == error.value.faults[0].mend
