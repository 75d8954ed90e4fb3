from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.errors import ParseError
from indh_me.read.typed_day import typed_day
from refusals import Strange, refusal

DAY = date(2008, 3, 27)


@pytest.mark.parametrize(
    "content",
    [
        *(DAY, datetime(2008, 3, 27, 14, 30), "2008-03-27", "2008/3/27", "2008.03.27"),  # noqa: DTZ001 - cells have no time zone
        *("27/03/2008", "03/27/2008", "27-3-2008", "27.03.2008", "٢٧/٠٣/٢٠٠٨", " 2008-03-27T00:00"),
    ],
    ids=repr,
)
def test_days(content: Strange) -> None:
    """A day is read as such, or as a text that can name no other day."""
    assert DAY == typed_day(content)


def test_day_and_month_alike() -> None:
    """A text names one day when day and month are one number."""
    assert date(2008, 4, 4) == typed_day("04/04/2008")


def test_two_readings() -> None:
    """A text that names two days is refused with both."""
    fault = refusal(lambda: typed_day("03/04/2008"), ParseError)

    assert "write '2008-04-03' or '2008-03-04'" == fault.mend


@pytest.mark.parametrize(
    "content",
    [
        39534.0,
        True,
        time(14, 30),
        "soon",
        "2008",
        "31/02/2008",
        "2008-02-31",
        "27/03/08",
        "1/2-2008",
    ],
    ids=repr,
)
def test_no_day(content: Strange) -> None:
    """What is no day, a number among them, is refused with the form to write."""
    assert "write it as 2008-03-27" == refusal(lambda: typed_day(content), ParseError).mend


@given(day=st.dates(min_value=date(1900, 3, 1)))
def test_written_days(day: date) -> None:
    """A day is read from its international form."""
    assert day == typed_day(day.isoformat())
