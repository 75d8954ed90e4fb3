from datetime import date, timedelta

import pytest

from drafts import content, flow, seen, values
from indh_me.compute import Status
from indh_me.model import (
    Absence,
    Accumulation,
    Baseline,
    Indicator,
    Observation,
    Period,
    Quantity,
    Result,
    Revision,
    Target,
    Text,
)
from indh_me.write.content import Content
from indh_me.write.grid import Formula, Sheet
from indh_me.write.sheets import Tracking, tracking_sheet
from indh_me.write.sheets.tracking import FIRST_ROW, HEADER_ROW
from refusals import Strange

MID_2011 = date(2011, 6, 30)


def laid_out(made: Content) -> tuple[Tracking, Sheet]:
    """Lay out the sheet."""
    tracking = Tracking.of(made)
    return tracking, tracking_sheet(tracking)


def row(indicator: Indicator, *observations: Observation, **said: Strange) -> dict[str, object]:
    """Give what the row of an indicator says from *to date* on."""
    made = content([indicator], observations, **said)
    tracking, sheet = laid_out(made)
    shown, columns = values(sheet), tracking.columns
    at = FIRST_ROW + 1
    return {
        "to date": (shown[at, columns.to_date], shown[at, columns.to_date + 1]),
        "period": shown[at, columns.assessed],
        "target": shown[at, columns.assessed + 1],
        "actual": (shown[at, columns.assessed + 2], shown[at, columns.assessed + 3]),
        "expected": (shown[at, columns.expected], shown[at, columns.expected + 1]),
        "rate": (shown[at, columns.rate], shown[at, columns.rate + 1]),
        "status": shown[at, columns.status],
        "reason": shown[at, columns.reason],
    }


def test_headings() -> None:
    """Each period has its block; a period without any target has no column for it."""
    made = content([flow(targets={"2008": 20})], [seen("A", "2005/2007", 9)])
    shown = values(laid_out(made)[1])

    assert ["Code", "Indicator", "Unit", "Direction", "Accumulation", "Baseline", "2005/2007"] == [
        shown[HEADER_ROW, column] for column in range(7)
    ]
    assert ("Actual", "2008", "Target", "Actual") == (
        shown[HEADER_ROW + 1, 6],
        shown[HEADER_ROW, 8],
        shown[HEADER_ROW + 1, 8],
        shown[HEADER_ROW + 1, 9],
    )


def test_indicators_stand_under_their_results() -> None:
    """A band names the result that the indicators below it measure; one without any has none."""
    results = [
        Result(code="training", level="outcome", statement=Text.of(en="People are trained")),
        Result(code="silent", level="output"),
        Result(code="plain", level="output"),
    ]
    made = content(
        [flow("A", result="training"), flow("B", result="plain"), flow("C")], results=results
    )
    shown = values(laid_out(made)[1])

    assert ["Outcome: People are trained", "A", "Output: plain", "B", "", "C"] == [
        shown[row, 0] for row in range(FIRST_ROW, FIRST_ROW + 6)
    ]


def test_figures_of_the_plan() -> None:
    """The plan is shown as it is: numbers, words for what is no number, the kind of an absence."""
    revised = Target(period=Period.year(2008), value=20).with_revision(
        Revision(value=Quantity.at_least(25), date=Period.year(2009).start)
    )
    level = flow(accumulation="latest", unit="percent").with_targets(revised)
    made = content(
        [
            level.with_baseline(Baseline(Absence.NOT_REPORTED)),
            flow("B", {"2008": 30}, baseline=12),
        ]
    )
    shown = values(laid_out(made)[1])

    assert ("Not reported", "at least 25 %") == (shown[FIRST_ROW + 1, 5], shown[FIRST_ROW + 1, 6])
    assert (12, 30) == (shown[FIRST_ROW + 2, 5], shown[FIRST_ROW + 2, 6])


def test_target_that_is_due() -> None:
    """A target that is due has actual, rate and status; to date counts everything."""
    shown = row(flow(targets={"2009": 10}), seen("A", "2008", 5), seen("A", "2009", ">=9"))

    assert {
        "to date": ("at least", 14),
        "period": "2009",
        "target": 10,
        "actual": ("at least", 9),
        "expected": (None, None),
        "rate": ("at least", 0.9),
        "status": "On track",
        "reason": "",
    } == shown


def test_target_that_is_not_due() -> None:
    """Before its period is over, and nothing of it is reported, a target has neither actual nor
    rate.
    """
    shown = row(flow(targets={"2011": 10}), seen("A", "2010", 5))

    assert (("", "Not due"), ("", ""), "Not due") == (
        shown["actual"],
        shown["rate"],
        shown["status"],
    )


def test_target_on_the_way() -> None:
    """A target that is not due has actual, expected value, rate and status once something of it is
    reported; the block of its period says the same.
    """
    shown = row(flow(targets={"2011": 365}), seen("A", "2011-Q1", ">=81"), as_of=MID_2011)

    assert {
        "to date": ("at least", 81),
        "period": "2011",
        "target": 365,
        "actual": ("at least", 81),
        "expected": ("", 90),
        "rate": ("at least", 81 / 365),
        "status": "On track",
        "reason": "",
    } == shown


def test_what_is_expected_before_anything_is_reported() -> None:
    """Without figures it is said what should be reached on the as-of date."""
    shown = row(flow(targets={"2011": 365}), as_of=MID_2011)

    assert (("", 181), "Not due", ("", "Not due")) == (
        shown["expected"],
        shown["status"],
        shown["actual"],
    )


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        (flow(targets={"2011": "<=365"}), ("at most", 181)),
        # A band is expected at all times, in words.
        (
            flow(targets={"2011": 5}, direction="maintain", band=Quantity.between(4, 6)),
            (None, "between 4 and 6"),
        ),
        (flow(targets={"2010": 5}, direction="maintain", band=Quantity.exactly(4)), (None, 4)),
        (flow(targets={"2011": 5}, direction="maintain"), (None, None)),
        # Nobody says where the level starts from.
        (flow(targets={"2011": 5}, accumulation="latest"), (None, None)),
    ],
)
def test_expected_values(indicator: Indicator, expected: tuple[object, object]) -> None:
    """What is expected may be a bound, a band, or nothing at all."""
    assert expected == row(indicator, as_of=MID_2011)["expected"]


@pytest.mark.parametrize(
    ("indicator", "observations", "period", "expected"),
    [
        (flow(targets={"2011": 365}), [seen("A", "2011-Q1", 81)], "2011", ("", 81)),
        (flow(targets={"2011": 365}), [], "2011", ("", "Not due")),
        (flow(targets={"2011-Q2": 9}), [], "2011-Q2", ("", "Not due")),
        # The later target is not the one that is assessed.
        (
            flow(targets={"2011": 365, "2011/2012": 500}),
            [seen("A", "2011-Q1", 81)],
            "2011/2012",
            ("", "Not due"),
        ),
        # What a level was in another period is shown there.
        (
            flow(targets={"2011": 20}, accumulation="latest", baseline=10),
            [seen("A", "2010", 12)],
            "2011",
            ("", "Not due"),
        ),
    ],
)
def test_blocks_of_periods_that_are_not_over(
    indicator: Indicator,
    observations: list[Observation],
    period: str,
    expected: tuple[str, float | str],
) -> None:
    """In the block of a period that is not over stands what counts towards its target so far, if
    that target is assessed; else that it is not due.
    """
    as_of = MID_2011 if period != "2011-Q2" else MID_2011 - timedelta(days=1)
    tracking, _ = laid_out(content([indicator], observations, as_of=as_of))
    shown = tracking.actuals["A", Period.parse(period)]

    assert expected == (shown.mark, shown.number)


def test_figures_choose_the_target() -> None:
    """Where figures may make another target the next one, period and target follow them."""
    way = flow(
        targets={"2010": 30, "2011": "39..41"},
        accumulation="latest",
        method="milestone",
        trajectory="milestones",
    ).with_baseline(Baseline(10, Period.year(2009)))
    figures = [seen("A", "2010-Q3", 25), seen("A", "2011-Q1", 28)]
    made = content([way], figures, as_of=MID_2011)
    tracking, sheet = laid_out(made)
    formulas = {
        cell.column: cell.value.text
        for cell in sheet.cells
        if cell.row == FIRST_ROW + 1 and isinstance(cell.value, Formula)
    }
    shown = row(way, *figures, as_of=MID_2011)

    assert ("2011", "between 39 and 41", ("", 28)) == (
        shown["period"],
        shown["target"],
        shown["actual"],
    )
    assert formulas[tracking.columns.assessed].startswith("=INDEX('_assessed'!$B$2:$B$")
    assert '<>"2011"' in formulas[tracking.columns.actual(Period.year(2011))]


def test_no_target() -> None:
    """Without targets there is only what it comes to."""
    shown = row(flow(), seen("A", "2010", 0))

    assert (("", 0), None, "No target") == (shown["to date"], shown["period"], shown["status"])


def test_cumulative_target() -> None:
    """A cumulative target is held against everything since the start, in its period's block too."""
    cumulative = flow().with_targets(Target(period=Period.year(2009), value=20, cumulative=True))
    observations = [seen("A", "2008", 9), seen("A", "2009", 9)]
    tracking, sheet = laid_out(content([cumulative], observations))
    shown = tracking.actuals["A", Period.year(2009)]

    assert 18 == shown.number == values(sheet)[shown.row, shown.column + 1]
    assert ("", 0.9) == row(cumulative, *observations)["rate"]


def test_parts_of_a_period_are_accumulated() -> None:
    """Half-years count towards the target of their year, beside which their sum stands."""
    made = content([flow(targets={"2009": 10})], [seen("A", "2009-S1", 4), seen("A", "2009-S2", 5)])
    tracking, _ = laid_out(made)

    assert 9 == tracking.actuals["A", Period.year(2009)].number


@pytest.mark.parametrize(
    ("indicator", "observations", "status", "reason"),
    [
        (flow(targets={"2010": 10}), [seen("A", "2010", 10)], Status.ACHIEVED, ""),
        (flow(targets={"2010": 10}), [seen("A", "2010", 7)], Status.AT_RISK, ""),
        (flow(targets={"2010": 10}), [seen("A", "2010", "6..7")], Status.AT_RISK, ""),
        (flow(targets={"2010": 10}), [seen("A", "2010", "<=5")], Status.OFF_TRACK, ""),
        (flow(targets={"2010": 10}), [], Status.NO_DATA, ""),
        (
            flow(targets={"2010": 10}),
            [seen("A", "2010", "not_applicable")],
            Status.UNDEFINED,
            "the indicator does not apply to this period",
        ),
        (
            flow(targets={"2010": 10}),
            [seen("A", "2010", ">=7")],
            Status.UNDEFINED,
            "the bounds of the known figure lie on both sides of a threshold",
        ),
        (
            flow(targets={"2010": 10}),
            [seen("A", "2010", 7), seen("A", "2010-Q1", 7)],
            Status.UNDEFINED,
            "the periods of the figures overlap",
        ),
        (
            flow(targets={"2010": 0}),
            [seen("A", "2010", -1)],
            Status.UNDEFINED,
            "the target is zero",
        ),
        (
            flow(targets={"2010": 10}, direction="decrease"),
            [seen("A", "2010", 12)],
            Status.UNDEFINED,
            "there is no baseline",
        ),
        (
            flow(targets={"2010": 10}, direction="decrease", baseline=10),
            [seen("A", "2010", 12)],
            Status.UNDEFINED,
            "the target equals the baseline",
        ),
        (
            flow(targets={"2010": 60}, unit="percent", accumulation="ratio"),
            [seen("A", "2010-S1", 50), seen("A", "2010-S2", 50)],
            Status.UNDEFINED,
            "numerator and denominator are missing, and percentages are not averaged",
        ),
        (
            flow(targets={"2010": 5}, direction="maintain"),
            [seen("A", "2010", 5)],
            Status.UNDEFINED,
            "the band to stay in is not stated",
        ),
        (
            flow(targets={"2010": 5}, direction="maintain", band=Quantity.between(6, 8)),
            [seen("A", "2010", 5)],
            Status.ON_TRACK,
            "",
        ),
        (
            flow(targets={"2010": 5}, direction="maintain", band=Quantity.between(4, 6)),
            [seen("A", "2010", 5)],
            Status.ACHIEVED,
            "",
        ),
        (
            flow(targets={"2010": 5}, direction="maintain", band=Quantity()),
            [seen("A", "2010", 5)],
            Status.ACHIEVED,
            "",
        ),
        (
            flow(targets={"2010": "9..11"}),
            [seen("A", "2010", 11)],
            Status.ACHIEVED,
            "",
        ),
        (
            flow(targets={"2010": "<=11"}, direction="decrease", baseline=20),
            [seen("A", "2010", 5)],
            Status.UNDEFINED,
            "the bounds of the known figure lie on both sides of a threshold",
        ),
    ],
)
def test_statuses_and_reasons(
    indicator: Indicator, observations: list[Observation], status: Status, reason: str
) -> None:
    """Each status is a word; one that is undefined says why."""
    shown = row(indicator, *observations)

    assert status.value.replace("_", " ") == str(shown["status"]).lower()
    assert reason == shown["reason"]


def test_statuses_are_coloured_by_their_words() -> None:
    """Every status has its condition on the cells where statuses stand."""
    tracking, sheet = laid_out(content([flow(), Indicator.milestone("M")]))

    assert [
        (str(block), len(Status))
        for block in dict.fromkeys(each.block for each in sheet.conditions)
    ] == [
        (str(block), sum(each.block == block for each in sheet.conditions))
        for block in dict.fromkeys(each.block for each in sheet.conditions)
    ]
    assert 2 == len(tracking.statuses)


def test_formulas_are_found_by_key() -> None:
    """An actual is looked up by its key, so that rows may be moved."""
    tracking, sheet = laid_out(content([flow()], [seen("A", "2008", 5)]))
    at = tracking.actuals["A", Period.year(2008)]
    (formula,) = (
        cell.value for cell in sheet.cells if (cell.row, cell.column) == (at.row, at.column + 1)
    )

    assert isinstance(formula, Formula)
    assert 'MATCH("A|2008",' in formula.text


def test_every_accumulation_is_named() -> None:
    """Each row says how its periods are accumulated."""
    indicators = [flow(each.value, accumulation=each) for each in Accumulation]
    shown = values(laid_out(content(indicators))[1])

    assert "Peak value" in {shown[FIRST_ROW + 1 + at, 4] for at in range(len(indicators))}
