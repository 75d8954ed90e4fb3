from datetime import date

import pytest

from indh_me.compute.check.schedule_rules import (
    missing_reports,
    period_gaps,
    periods_not_of_frequency,
)
from indh_me.model import Indicator
from ledgers import aim, flow, ledger, plan, reporting, seen, start, told
from refusals import Strange


def test_period_gap() -> None:
    """A gap between the periods of a flow is found with its days."""
    rows = [seen("2008-Q3"), seen("2008-Q1"), seen("2008-Q4")]
    (found,) = period_gaps(plan(flow()), reporting(*rows))

    assert (
        "ME045 warning: A: nothing reported for 2008-Q2\n"
        "  where: observations.A\n"
        "  mend:  report these days, as not_applicable where nothing was to happen"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        ([], []),
        ([("2008", 1)], []),
        ([("2007", 1), ("2008", 1)], []),
        ([("2007", 1), ("2009", 1)], ["A: nothing reported for 2008"]),
        ([("2005", 1), ("2007", 1), ("2009", 1)], ["A: 2 gaps between periods, the first 2006"]),
        ([("2007", 1), ("2008", "not_applicable"), ("2009", 1)], []),
        (
            [("2007", 1), ("2008", "not_reported"), ("2009", 1)],
            ["A: nothing reported for 2008"],
        ),
        ([("2007", 1), ("2008", 1), ("2010", "not_reported")], []),
        ([("2007", 1), ("2009", "not_applicable")], ["A: nothing reported for 2008"]),
        ([("2007", 1), ("2008-03-27", 1), ("2009", 1)], []),
        (
            [("2008-03-26/2008-03-27", 1), ("2008-03-29/2008-03-30", 1)],
            ["A: nothing reported for 2008-03-28"],
        ),
    ],
)
def test_gaps_between_reports(rows: list[tuple[str, float | str]], messages: list[str]) -> None:
    """Figures and *not applicable* cover their days, *not reported* does not; events are free."""
    made = reporting(*(seen(period, value) for period, value in rows))

    assert messages == told(period_gaps(plan(flow()), made))


@pytest.mark.parametrize("accumulation", ["latest", "running_total", "peak", "mean", "ratio"])
def test_only_flows_have_gaps(accumulation: str) -> None:
    """Where periods do not add up, nothing is missing between them."""
    made = plan(flow(accumulation=accumulation))

    assert [] == list(period_gaps(made, reporting(seen("2007"), seen("2009"))))


def test_gaps_are_of_totals() -> None:
    """Figures of groups cover nothing of the total, and have no gaps; nor do milestones."""
    rows = [
        seen("2007"),
        seen("2008", group="sex=male"),
        seen("2009"),
        seen("2007", group="sex=female"),
        seen("2009", group="sex=female"),
        seen("2001", code="M"),
        seen("2003", code="M"),
        seen("2001", code="X"),
        seen("2003", code="X"),
        seen("2001", code="B"),
        seen("2005", code="B"),
        seen("2003-03-27", code="C"),
        seen("2005", code="C"),
    ]
    done = Indicator(code="M", unit="milestone", accumulation="sum")
    found = period_gaps(plan(flow("C"), flow("B"), done, flow()), reporting(*rows))

    assert ["A: nothing reported for 2008", "B: nothing reported for 2002/2004"] == told(found)


def test_periods_of_another_length() -> None:
    """Figures of longer or shorter periods than stated are counted, with the first of them."""
    rows = [seen("2006"), seen("2007"), seen("2008-S1"), seen("2008-S2")]
    (found,) = periods_not_of_frequency(ledger(flow("B"), flow(frequency="annual"), *rows))

    assert (
        "ME046 info: A: 2 figures not of annual periods, the first of 2008-S1\n"
        "  where: observations.A.2008-S1\n"
        "  mend:  report as often as the plan says, or state the frequency that is kept"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("frequency", "period", "count"),
    [
        ("annual", "2008", 0),
        ("annual", "2008-04/2009-03", 0),
        ("annual", "2008-01-02/2008-12-31", 0),
        ("annual", "2008-02/2008-12", 1),
        ("annual", "2008-01/2009-01", 1),
        ("annual", "2008-01-01/2009-01-06", 0),  # 372 days
        ("annual", "2008-01-01/2009-01-07", 1),
        ("annual", "2008-01-31/2008-12-31", 0),  # 336 days
        ("annual", "2008-02-01/2008-12-31", 1),
        ("semiannual", "2008-S1", 0),
        ("semiannual", "2008-01/2008-05", 1),
        ("semiannual", "2008-01/2008-07", 1),
        ("four_monthly", "2008-T1", 0),
        ("four_monthly", "2008-Q1", 1),
        ("four_monthly", "2008-01/2008-05", 1),
        ("quarterly", "2008-Q1", 0),
        ("quarterly", "2008-01/2008-02", 1),
        ("quarterly", "2008-T1", 1),
        ("monthly", "2009-02", 0),
        ("monthly", "2008-01-01/2008-01-31", 0),
        ("monthly", "2008-01-01/2008-01-27", 1),
        ("monthly", "2008-01-01/2008-02-01", 1),
        ("monthly", "2008-03-27", 0),
        ("annual", "2008-03-27", 0),
        ("annual", "2008-03-26/2008-03-27", 1),
        ("once", "2008-Q1", 0),
        (None, "2008-Q1", 0),
    ],
)
def test_periods_have_the_days_of_their_months(
    frequency: str | None, period: str, count: int
) -> None:
    """A period is of the frequency with 28 to 31 days a month; days alone are free."""
    indicator = flow(accumulation="latest", frequency=frequency)
    made = ledger(indicator, seen("2000/2007"), seen(period))

    assert count == len(list(periods_not_of_frequency(made)))


@pytest.mark.parametrize(
    ("said", "rows", "messages"),
    [
        ({}, [("2005/2007", ""), ("2008", "")], []),
        ({}, [("2008-Q4", ""), ("2009", "")], []),
        (
            {},
            [("2008", ""), ("2009/2010", "")],
            ["A: 1 figure not of annual periods, of 2009/2010"],
        ),
        ({}, [("2008", ""), ("2009-Q1", "sex=male"), ("2009-Q2", "sex=male")], []),
        ({"accumulation": "running_total"}, [("2008", ""), ("2008/2009", "")], []),
        ({"unit": "milestone"}, [("2008", ""), ("2009-Q1", "")], []),
        (
            {"frequency": "four_monthly"},
            [("2008-T1", ""), ("2008-Q3", "")],
            ["A: 1 figure not of four-monthly periods, of 2008-Q3"],
        ),
    ],
)
def test_first_figures_and_running_totals_are_free(
    said: Strange, rows: list[tuple[str, str]], messages: list[str]
) -> None:
    """The first figure of the total may be of any period, and so may all running totals."""
    indicator = flow(**{"frequency": "annual", **said})
    made = ledger(indicator, *(seen(period, 1, group) for period, group in rows))

    assert messages == told(periods_not_of_frequency(made))


def test_absences_are_of_no_length() -> None:
    """What is reported as absent is no figure of another length."""
    rows = [seen("2007"), seen("2008-Q1", "not_reported")]

    assert [] == list(periods_not_of_frequency(ledger(flow(frequency="annual"), *rows)))


def test_missing_report() -> None:
    """An indicator without a report for its last periods is found with their number."""
    made = ledger(flow(frequency="annual"), seen("2007"))
    (found,) = missing_reports(made, date(2009, 12, 31))

    assert (
        "ME047 warning: A: 2 annual reports missing on 2009-12-31, the first for 2008\n"
        "  where: observations.A\n"
        "  mend:  report the figure, or not_reported or not_applicable with a note"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("frequency", "as_of", "message"),
    [
        ("annual", date(2008, 12, 30), None),
        ("annual", date(2008, 12, 31), "annual report missing on 2008-12-31, for 2008"),
        ("annual", date(2009, 12, 30), "annual report missing on 2009-12-30, for 2008"),
        ("semiannual", date(2008, 6, 29), None),
        ("semiannual", date(2008, 6, 30), "semiannual report missing on 2008-06-30, for 2008-S1"),
        ("four_monthly", date(2008, 4, 29), None),
        (
            "four_monthly",
            date(2008, 4, 30),
            "four-monthly report missing on 2008-04-30, for 2008-T1",
        ),
        ("quarterly", date(2008, 3, 30), None),
        ("quarterly", date(2008, 3, 31), "quarterly report missing on 2008-03-31, for 2008-Q1"),
        ("monthly", date(2008, 2, 28), "monthly report missing on 2008-02-28, for 2008-01"),
        (
            "monthly",
            date(2008, 2, 29),
            "2 monthly reports missing on 2008-02-29, the first for 2008-01",
        ),
        ("once", date(2028, 12, 31), None),
        (None, date(2028, 12, 31), None),
    ],
)
def test_reports_are_missing_when_their_period_is_over(
    frequency: str | None, as_of: date, message: str | None
) -> None:
    """A report is missing from the last day of its period on, by any frequency."""
    made = ledger(flow(frequency=frequency), seen("2007"))

    assert ([] if message is None else [f"A: {message}"]) == told(missing_reports(made, as_of))


@pytest.mark.parametrize(
    ("periods", "first"),
    [
        (("2008",), "2009"),
        (("2009",), None),
        (("2008", "2009-Q1"), None),
        (("2008", "2009-12-31"), None),
        (("2008", "2008-12-31/2010-06"), None),
        (("2005/2007",), "2008"),
        (("2008-03-27",), "2009"),
        (("2008-10/2009-09",), None),
        (("2007-10/2008-09",), "2008-10/2009-09"),
        (("2006-10/2008-09",), "2008-10/2009-09"),
        (("2008-09",), "2009"),
        (("2008-07/2008-09",), "2009"),
        (("2007-10/2008-09", "2008-09"), "2008-10/2009-09"),
        (("2007-09-15/2008-09-30",), "2009"),
        (("2008", "2010-01"), "2009"),
        (("2010-01",), None),
        (("2009-02/2010-01",), None),
        (("2010",), None),
        (("2007", "2008", "2006"), "2009"),
        (("2005-10/2006-09", "2008-07/2008-09"), "2009"),
        (("2008", "2009-01-01"), None),
        (("2007", "2008-12-31"), "2009"),
    ],
)
def test_next_report_follows_the_last(periods: tuple[str, ...], first: str | None) -> None:
    """Reports go on where the last ended when it is of whole periods, else by the calendar."""
    made = ledger(flow(frequency="annual"), *map(seen, periods))
    found = told(missing_reports(made, date(2010, 3, 31)))

    assert ([] if first is None else [first]) == [each.rpartition(" for ")[2] for each in found]


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ({}, None),
        (
            {"targets": [aim("2008", 5)]},
            "2 annual reports missing on 2009-12-31, the first for 2008",
        ),
        ({"targets": [aim("2009", 5)]}, "annual report missing on 2009-12-31, for 2009"),
        ({"targets": [aim("2010", 5)]}, None),
        (
            {"targets": [aim("2010", 5), aim("2009", 5)]},
            "annual report missing on 2009-12-31, for 2009",
        ),
        (
            {"targets": [aim("2008/2010", 5)]},
            "2 annual reports missing on 2009-12-31, the first for 2008",
        ),
        (
            {"targets": [aim("2008-04/2009-03", 5)]},
            "annual report missing on 2009-12-31, for 2008-04/2009-03",
        ),
        ({"targets": [aim("2008-04/2009-02", 5)]}, "annual report missing on 2009-12-31, for 2009"),
        (
            {"targets": [aim("2008-01-01", 5)]},
            "2 annual reports missing on 2009-12-31, the first for 2008",
        ),
        ({"targets": [aim("2008-01-02", 5)]}, "annual report missing on 2009-12-31, for 2009"),
        (
            {"targets": [aim("2009", 5)], "baseline": start(1, "2006")},
            "annual report missing on 2009-12-31, for 2009",
        ),
        ({"baseline": start(1, "2008")}, "annual report missing on 2009-12-31, for 2009"),
        (
            {"baseline": start(1, "2007")},
            "2 annual reports missing on 2009-12-31, the first for 2008",
        ),
        ({"baseline": start(1, "2008-03-27")}, "annual report missing on 2009-12-31, for 2009"),
        ({"baseline": start(1, "2009")}, None),
        ({"baseline": start(1)}, None),
        ({"unit": "milestone", "targets": [aim("2008", 1)]}, None),
    ],
)
def test_first_report_is_that_of_the_first_target(said: Strange, missing: str | None) -> None:
    """Without any report, the first target says when they begin, else the baseline."""
    made = ledger(flow(**{"frequency": "annual", **said}))
    found = told(missing_reports(made, date(2009, 12, 31)))

    assert ([] if missing is None else [f"A: {missing}"]) == found


def test_reports_begin_in_the_month_after_a_first_day() -> None:
    """A target that does not begin with a month asks for reports from the next one on."""
    indicator = flow(frequency="annual", targets=[aim("2007-12-02/2008-12-31", 5)])

    assert ["A: annual report missing on 2008-12-31, for 2008"] == told(
        missing_reports(ledger(indicator), date(2008, 12, 31))
    )


def test_targets_ask_for_nothing_where_reports_are_in() -> None:
    """Once there are reports, they say what comes next, and not the first target."""
    made = ledger(flow(frequency="annual", targets=[aim("2005", 5)]), seen("2008"))

    assert [] == list(missing_reports(made, date(2008, 12, 31)))


def test_any_row_is_a_report() -> None:
    """Absences and figures of groups are reports too, whenever they were collected."""
    rows = [
        seen("2007"),
        seen("2008", "not_reported"),
        seen("2007", code="B"),
        seen("2008", 1, "sex=male", code="B"),
        seen("2008", code="C", collected=date(2009, 6, 30)),
        seen("2007", "not_applicable", code="D"),
    ]
    indicators = [flow(code, frequency="annual") for code in "DCBA"]
    found = missing_reports(ledger(*indicators, *rows), date(2008, 12, 31))

    assert ["D: annual report missing on 2008-12-31, for 2008"] == told(found)


def test_reports_of_each_frequency() -> None:
    """Indicators are held against their own frequency and their own reports."""
    rows = [seen("2007"), seen("2007-Q3", code="B"), seen("2008-S1", code="C")]
    indicators = [
        flow("E", frequency="monthly", targets=[aim("2008", 1)]),
        flow("D", frequency="annual", targets=[aim("2008", 1)]),
        flow("C", frequency="annual"),
        flow("B", frequency="quarterly"),
        flow("A", frequency="annual"),
    ]
    found = missing_reports(ledger(*indicators, *rows), date(2008, 12, 31))

    assert [
        "A: annual report missing on 2008-12-31, for 2008",
        "B: 5 quarterly reports missing on 2008-12-31, the first for 2007-Q4",
        "D: annual report missing on 2008-12-31, for 2008",
        "E: 12 monthly reports missing on 2008-12-31, the first for 2008-01",
    ] == sorted(told(found))


@pytest.mark.parametrize(
    ("as_of", "count"),
    [
        (date(1, 1, 1), 0),
        (date(1, 12, 30), 0),
        (date(1, 12, 31), 1),
        (date(9999, 12, 31), 1),
    ],
)
def test_ends_of_the_calendar(as_of: date, count: int) -> None:
    """The first and the last day that there are have reports due like any other."""
    made = ledger(flow(frequency="annual", targets=[aim("0001", 1)]))

    assert count == len(list(missing_reports(made, as_of)))


def test_without_figures_nothing_is_of_another_length() -> None:
    """Without figures or indicators, nothing is found."""
    assert [] == list(periods_not_of_frequency(ledger(flow(frequency="annual"))))
    assert [] == list(periods_not_of_frequency(ledger()))
    assert [] == list(missing_reports(ledger(), date(2008, 12, 31)))
