from datetime import UTC, date, datetime

import pytest

from indh_me.errors import ParseError
from indh_me.model import Period
from refusals import Strange, refusal


def period(name: str) -> Period:
    """Return a period by its name."""
    return Period.parse(name)


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("2008", date(2008, 1, 1), date(2008, 12, 31)),
        ("2008-S1", date(2008, 1, 1), date(2008, 6, 30)),
        ("2008-S2", date(2008, 7, 1), date(2008, 12, 31)),
        ("2008-T1", date(2008, 1, 1), date(2008, 4, 30)),
        ("2008-T2", date(2008, 5, 1), date(2008, 8, 31)),
        ("2008-T3", date(2008, 9, 1), date(2008, 12, 31)),
        ("2008-Q1", date(2008, 1, 1), date(2008, 3, 31)),
        ("2008-Q4", date(2008, 10, 1), date(2008, 12, 31)),
        ("2008-02", date(2008, 2, 1), date(2008, 2, 29)),
        ("2009-02", date(2009, 2, 1), date(2009, 2, 28)),
        ("2008-03-27", date(2008, 3, 27), date(2008, 3, 27)),
        ("2005/2007", date(2005, 1, 1), date(2007, 12, 31)),
        ("2005-05-18/2008-Q1", date(2005, 5, 18), date(2008, 3, 31)),
        ("0001", date(1, 1, 1), date(1, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        (" 2008 ", date(2008, 1, 1), date(2008, 12, 31)),
    ],
)
def test_names_stand_for_days(name: str, start: date, end: date) -> None:
    """Every written form stands for its first and last day."""
    assert Period(start, end) == period(name)


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("2008-01/2008-12", "2008"),
        ("2008-Q1/2008-Q2", "2008-S1"),
        ("2008-01/2008-04", "2008-T1"),
        ("2008-01/2008-03", "2008-Q1"),
        ("2008-02-01/2008-02-29", "2008-02"),
        ("2008-03-27/2008-03-27", "2008-03-27"),
        ("2005-S1/2007-T3", "2005/2007"),
        ("2008-02/2008-04", "2008-02/2008-04"),
        ("2008-07/2009-06", "2008-07/2009-06"),
        ("2008-S2/2009-S2", "2008-07/2009-12"),
        ("2008-02-01/2008-02-28", "2008-02-01/2008-02-28"),
        ("2008-02-02/2008-02-29", "2008-02-02/2008-02-29"),
    ],
)
def test_name_follows_from_days(name: str, canonical: str) -> None:
    """A period is called by its shortest name, however it was written."""
    assert canonical == str(period(name))


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("", "'' is not a period"),
        ("08", "'08' is not a period"),
        ("2008-q1", "'2008-q1' is not a period"),
        ("2008-1", "'2008-1' is not a period"),
        ("2008/", "'2008/' is not a period"),
        ("2007/2008/2009", "'2007/2008/2009' is not a period"),
        ("27/03/2008", "'27/03/2008' is not a period"),
        ("٢٠٠٨", "'٢٠٠٨' is not a period"),
        ("2008-S3", "no such period: '2008-S3'"),
        ("2008-T4", "no such period: '2008-T4'"),
        ("2008-Q0", "no such period: '2008-Q0'"),
        ("2008-13", "no such day or month: '2008-13'"),
        ("2008-02-30", "no such day or month: '2008-02-30'"),
        ("0000", "no such day or month: '0000'"),
        ("0000-Q1", "no such day or month: '0000-Q1'"),
        ("2008/2007", "period '2008/2007' ends before it starts"),
    ],
)
def test_other_names_are_refused(name: str, what: str) -> None:
    """A name that stands for no days is refused with its text."""
    assert what == refusal(lambda: period(name), ParseError).what


def test_refusal_shows_the_forms() -> None:
    """Who writes a period wrongly is shown every form."""
    mend = refusal(lambda: period("last year"), ParseError).mend

    for form in ("2008", "2008-S1", "2008-T1", "2008-Q1", "2008-03", "2008-03-27", "2005/2007"):
        assert form in mend


def test_digits_of_other_scripts_are_explained() -> None:
    """Who writes Arabic-Indic digits is told which digits to use."""
    assert refusal(lambda: period("٢٠٠٨"), ParseError).mend.startswith("use the digits 0-9")


def test_parts_of_a_year_are_counted() -> None:
    """Who asks for a fourth third of a year is told how many there are."""
    mend = refusal(lambda: period("2008-T4"), ParseError).mend

    assert "a year has 3 parts of four months: T1 to T3" == mend


@pytest.mark.parametrize("name", [2008, None, date(2008, 1, 1), 2008.0])
def test_only_text_is_parsed(name: Strange) -> None:
    """What is no text is refused, and the quotes are asked for."""
    fault = refusal(lambda: Period.parse(name), ParseError)

    assert "is not the name of a period" in fault.what
    assert fault.mend.endswith("in quotes")


def test_period_runs_forwards() -> None:
    """A period whose end is before its start is refused."""
    fault = refusal(lambda: Period(date(2008, 3, 28), date(2008, 3, 27)))

    assert "period from '2008-03-28' to '2008-03-27' ends before it starts" == fault.what


@pytest.mark.parametrize("day", [datetime(2008, 3, 27, tzinfo=UTC), "2008-03-27", None])
def test_period_is_made_of_whole_days(day: Strange) -> None:
    """A moment or a text is no first day of a period."""
    fault = refusal(lambda: Period(day, date(2008, 12, 31)))

    assert "is not a day" in fault.what
    assert "start" == fault.where.path


def test_year_and_day_are_named_constructors() -> None:
    """Years and days have constructors of their own."""
    assert period("2008") == Period.year(2008)
    assert period("2008-03-27") == Period.day(date(2008, 3, 27))


@pytest.mark.parametrize("year", [0, -1, 10_000, 10**30, 2008.5, "2008", None])
def test_impossible_years_are_refused(year: Strange) -> None:
    """A year that no calendar has is refused."""
    fault = refusal(lambda: Period.year(year))

    assert fault.what.startswith("no year")
    assert "1 to 9999" in fault.mend


@pytest.mark.parametrize(
    ("year", "month", "name"),
    [(2008, 1, "2008"), (2008, 7, "2008-07/2009-06"), (2008, 10, "2008-10/2009-09")],
)
def test_fiscal_year_is_twelve_months(year: int, month: int, name: str) -> None:
    """A fiscal year is the twelve months from its first one."""
    fiscal = Period.fiscal_year(year, month)

    assert name == str(fiscal)
    assert 12 == fiscal.months


@pytest.mark.parametrize("month", [0, 13, "July", None])
def test_fiscal_year_begins_in_a_month(month: Strange) -> None:
    """A fiscal year cannot begin in a month that a year has not."""
    assert refusal(lambda: Period.fiscal_year(2008, month)).what.startswith("no month")


def test_fiscal_year_ends_in_the_calendar() -> None:
    """A fiscal year that runs beyond the year 9999 is refused."""
    assert "no year '9999'" == refusal(lambda: Period.fiscal_year(9999, 2)).what


@pytest.mark.parametrize(
    ("name", "days", "months", "years"),
    [
        ("2008", 366, 12, 1.0),
        ("2005/2007", 1095, 36, 3.0),
        ("2008-T1", 121, 4, 4 / 12),
        ("2008-03-27", 1, None, 1 / 365.2425),
        ("2008-01-02/2008-12-31", 365, None, 365 / 365.2425),
        ("2008-01-01/2008-12-30", 365, None, 365 / 365.2425),
    ],
)
def test_length(name: str, days: int, months: int | None, years: float) -> None:
    """A period knows its length in days, in whole months if it has them, and in years."""
    found = period(name)

    assert (days, months, years) == (found.days, found.months, found.years)


def test_contains_periods() -> None:
    """A period contains those of which every day is its own."""
    names = ["2007", "2008", "2008-Q4", "2008-03-27", "2008/2009", "2007-12-31/2008-01-01"]
    inside = [name for name in names if period(name) in period("2008")]

    assert ["2008", "2008-Q4", "2008-03-27"] == inside


def test_contains_days() -> None:
    """A period contains its first and its last day, and no day beside them."""
    days = [date(2007, 12, 31), date(2008, 1, 1), date(2008, 12, 31), date(2009, 1, 1)]
    inside = [day for day in days if day in period("2008")]

    assert [date(2008, 1, 1), date(2008, 12, 31)] == inside


def test_overlap_is_a_common_day() -> None:
    """Periods overlap when they have a day in common."""
    names = ["2007", "2007-12-31/2008-01-01", "2008-06", "2008-12-31", "2009"]
    overlapping = [name for name in names if period("2008").overlaps(period(name))]

    assert ["2007-12-31/2008-01-01", "2008-06", "2008-12-31"] == overlapping


def test_period_is_over_on_its_last_day() -> None:
    """A period is over from its last day on."""
    days = [date(2008, 12, 30), date(2008, 12, 31), date(2009, 1, 1)]
    over = [day for day in days if period("2008").is_over(day)]

    assert [date(2008, 12, 31), date(2009, 1, 1)] == over


@pytest.mark.parametrize(
    ("name", "following"),
    [
        ("2008", "2009"),
        ("2008-S2", "2009-S1"),
        ("2008-T3", "2009-T1"),
        ("2008-Q4", "2009-Q1"),
        ("2008-12", "2009-01"),
        ("2008-02-29", "2008-03-01"),
        ("2005/2007", "2008/2010"),
        ("2008-10/2009-09", "2009-10/2010-09"),
    ],
)
def test_next_and_previous(name: str, following: str) -> None:
    """The next period is as long in months or days, and its previous is the first."""
    assert following == str(period(name).next())
    assert name == str(period(following).previous())


@pytest.mark.parametrize("name", ["9999", "9999-12", "9999-12-31", "9000/9999"])
def test_calendar_ends(name: str) -> None:
    """After the last day there is no period."""
    fault = refusal(period(name).next)

    assert f"no period beside '{name}'" == fault.what


@pytest.mark.parametrize("name", ["0001", "0001-01", "0001-01-01"])
def test_calendar_begins(name: str) -> None:
    """Before the first day there is no period."""
    assert f"no period beside '{name}'" == refusal(period(name).previous).what


def test_days_without_a_name_have_no_next() -> None:
    """Some days that are no months have no step of the calendar."""
    fault = refusal(period("2008-03-27/2008-04-02").next)

    assert "period '2008-03-27/2008-04-02' has no calendar step" == fault.what


@pytest.mark.parametrize(
    ("name", "step", "parts"),
    [
        ("2007/2008", "year", ["2007", "2008"]),
        ("2008", "semester", ["2008-S1", "2008-S2"]),
        ("2008", "four_months", ["2008-T1", "2008-T2", "2008-T3"]),
        ("2008-S1", "quarter", ["2008-Q1", "2008-Q2"]),
        ("2008-Q1", "month", ["2008-01", "2008-02", "2008-03"]),
        ("2008-02-28/2008-03-01", "day", ["2008-02-28", "2008-02-29", "2008-03-01"]),
        ("2008-10/2009-09", "semester", ["2008-10/2009-03", "2009-04/2009-09"]),
    ],
)
def test_split(name: str, step: Strange, parts: list[str]) -> None:
    """A period is cut into parts of equal length from its first day on."""
    assert parts == [str(part) for part in period(name).split(step)]


@pytest.mark.parametrize(
    ("name", "step"), [("2008-Q1", "year"), ("2008-T1", "quarter"), ("2008-03-27", "month")]
)
def test_split_fills_the_period(name: str, step: Strange) -> None:
    """A period that the parts would not fill is not cut."""
    fault = refusal(lambda: period(name).split(step))

    assert f"period '{name}' cannot be cut" in fault.what


def test_unknown_step_is_refused() -> None:
    """An unknown step is refused with the nearest one."""
    step: Strange = "quarters"
    fault = refusal(lambda: period("2008").split(step))

    assert "unknown step 'quarters'" == fault.what
    assert "did you mean 'quarter'?" in fault.mend


def test_order_is_by_start_then_end() -> None:
    """Periods are ordered by their first day, then by their last."""
    names = ["2007", "2008-01", "2008-Q1", "2008", "2008-02"]

    assert names == [str(each) for each in sorted(map(period, reversed(names)))]
