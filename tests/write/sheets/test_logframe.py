from datetime import date

from drafts import content, flow, values
from indh_me.model import (
    Absence,
    Baseline,
    Indicator,
    Period,
    Quantity,
    Result,
    Revision,
    Target,
    Text,
)
from indh_me.write.row_height import HIGHEST
from indh_me.write.sheets import logframe_sheet
from indh_me.write.sheets.logframe import COLUMNS, HEADER_ROW

FIRST = HEADER_ROW + 1
MARK = "\u200e"


def test_headings() -> None:
    """The columns are those of a logframe."""
    shown = values(logframe_sheet(content([])))

    assert [
        *("Level", "Code", "Results chain", "Code", "Indicator", "Unit", "Baseline", "Target"),
        *("Means of verification", "Assumptions"),
    ] == [shown[HEADER_ROW, column] for column in range(len(COLUMNS))]


def test_result_over_its_indicators() -> None:
    """What belongs to a result is written once, and merged over its indicators."""
    result = Result(
        code="training",
        level="outcome",
        statement=Text.of(en="People are trained"),
        audiences=Text.of(en="trainers"),
        period=Period.parse("2005/2007"),
        assumptions=Text.of(en="they stay"),
        risks=Text.of(en="they leave"),
    )
    sheet = logframe_sheet(
        content([flow("A", result="training"), flow("B", result="training")], results=[result])
    )
    shown = values(sheet)

    assert (
        "Outcome",
        "training",
        "People are trained\nAudiences: trainers\nPeriod: 2005/2007",
        "Assumptions: they stay\nRisks: they leave",
    ) == tuple(shown[FIRST, column] for column in (0, 1, 2, 9))
    assert ["A5:A6", "B5:B6", "C5:C6", "J5:J6"] == [str(merge) for merge in sheet.merges]


def test_indicator_of_a_logframe() -> None:
    """An indicator has its definition, baseline and targets, in words."""
    indicator = Indicator(
        code="A",
        unit="percent",
        direction="increase",
        accumulation="latest",
        name=Text.of(en="recall"),
        definition=Text.of(en="share who recall"),
        means_of_verification=Text.of(en="survey"),
        baseline=Baseline(60, Period.year(2007)),
        targets=[
            Target(period=Period.year(2008), value=Quantity.at_least(64)),
            Target(
                period=Period.year(2009),
                value=70,
                cumulative=True,
                revisions=[Revision(value=68, date=date(2009, 1, 1))],
            ),
        ],
    )
    shown = values(logframe_sheet(content([indicator])))

    assert (
        *("", "", "", "A", "recall\nshare who recall", "Percent", "60 % (2007)"),
        *("2008: at least 64 %\n2009: 68 % (Cumulative)", "survey", ""),
    ) == tuple(shown[FIRST, column] for column in range(len(COLUMNS)))


def test_milestone_of_a_logframe() -> None:
    """A milestone has the day on which it is due; behind Arabic words it keeps its order."""
    due = Indicator.milestone("M", due=Period.year(2007))

    assert "due on 2007-12-31" == values(logframe_sheet(content([due])))[FIRST, 7]
    assert (
        f"الأجل: {MARK}2007-12-31"
        == values(logframe_sheet(content([due], language="ar")))[FIRST, 7]
    )


def test_absent_baseline() -> None:
    """A baseline that is absent has the word for it."""
    missing = flow().with_baseline(Baseline(Absence.NOT_APPLICABLE))

    assert "Not applicable" == values(logframe_sheet(content([missing])))[FIRST, 6]


def test_result_without_indicators() -> None:
    """A result without indicators has one row, its cells blank."""
    sheet = logframe_sheet(content([], results=[Result(code="a", level="impact")]))
    shown = values(sheet)

    assert ["Impact", "a", "", None, None, None, None, None, None, ""] == [
        shown[FIRST, column] for column in range(len(COLUMNS))
    ]
    assert () == sheet.merges


def test_rows_together_hold_the_text_of_their_result() -> None:
    """The rows of a result grow together until its text fits, or no row can grow more."""
    results = [
        Result(code="long", level="output", statement=Text.of(en="word " * 100)),
        Result(code="endless", level="output", statement=Text.of(en="word " * 3_000)),
    ]
    indicators = [flow("A", result="long"), flow("B", result="long"), flow("C", result="endless")]
    heights = dict(logframe_sheet(content(indicators, results=results)).heights)

    assert heights[FIRST] == heights[FIRST + 1] > 90
    assert HIGHEST == heights[FIRST + 2]
