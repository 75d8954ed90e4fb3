from datetime import date
from itertools import pairwise

from drafts import content, flow, seen, values
from indh_me.compute import Status
from indh_me.model import Indicator, Period, Text
from indh_me.write.content import Content
from indh_me.write.grid import Sheet
from indh_me.write.sheets import Tracking, dashboard_sheet, tracking_sheet
from indh_me.write.sheets.dashboard import (
    ACTUAL,
    BLOCK_ROWS,
    COUNTS_ROW,
    PERIOD,
    SIGN,
    TARGET,
)

FIRST_BLOCK = COUNTS_ROW + len(Status) + 2
MID = date(2010, 6, 30)


def sheet_of(made: Content) -> Sheet:
    """Lay out the sheet."""
    tracking = Tracking.of(made)
    tracking_sheet(tracking)
    return dashboard_sheet(tracking)


def test_statuses_are_counted() -> None:
    """Every status stands there with how many indicators have it."""
    indicators = [
        flow("A", {"2010": 5}),
        flow("B"),
        flow("C"),
        Indicator.milestone("M", due=Period.year(2007)),
    ]
    shown = values(sheet_of(content(indicators, [seen("A", "2010", 5)])))
    counts = {
        shown[row, 0]: shown[row, 1] for row in range(COUNTS_ROW + 1, COUNTS_ROW + 1 + len(Status))
    }

    assert {"Achieved": 1, "No target": 2, "Overdue": 1} == {
        status: count for status, count in counts.items() if count != 0
    }
    assert len(Status) == len(counts)


def test_table_beside_a_chart() -> None:
    """Each period has its figure, with the words before it, and its target; blank where none is."""
    made = content(
        [flow(targets={"2008": 20, "2009": "19..21", "2011": 30})],
        [seen("A", "2005/2007", ">=9"), seen("A", "2008", 18), seen("A", "2009", "..")],
    )
    shown = values(sheet_of(made))
    rows = range(FIRST_BLOCK + 2, FIRST_BLOCK + 6)

    assert [
        ("2005/2007", "at least", 9, None),
        ("2008", "", 18, 20),
        ("2009", "", "unknown", None),
        ("2011", "", "Not due", 30),
    ] == [tuple(shown[row, column] for column in (PERIOD, SIGN, ACTUAL, TARGET)) for row in rows]


def test_one_chart_for_each_indicator_with_targets() -> None:
    """Indicators without targets, and milestones, have no chart; blocks do not overlap."""
    years = {str(year): 1 for year in range(1990, 2010)}
    indicators = [flow("A", years), flow("B"), flow("C", {"2008": 1}), Indicator.milestone("M")]
    charts = sheet_of(content(indicators)).charts

    assert [FIRST_BLOCK + 1, FIRST_BLOCK + 24] == [chart.row for chart in charts]
    assert 23 > BLOCK_ROWS


def test_chart_draws_the_table() -> None:
    """Actuals are columns, targets a line, over the periods of the table."""
    made = content([flow(targets={"2008": 20, "2009": 25}, unit="percent", accumulation="latest")])
    (chart,) = sheet_of(made).charts
    actual, target = chart.series

    assert ("column", "line") == (actual.kind, target.kind)
    assert "'Dashboard'!$J$17:$J$18" == str(actual.values)
    assert "'Dashboard'!$K$17:$K$18" == str(target.values)
    assert "'Dashboard'!$H$17:$H$18" == str(target.categories)
    assert '0" %"' == chart.number_format


def test_words_of_a_chart() -> None:
    """A chart says what it shows, in one line that is not too long."""
    named = flow(targets={"2008": 1}, name=Text.of(en="x\n" * 600), unit_label=Text.of(en="y" * 99))
    (chart,) = sheet_of(content([named])).charts

    assert 500 + len(": Actual, Target") == len(chart.alt_text)
    assert 80 == len(chart.value_title)
    assert "A: Actual, Target" == sheet_of(content([flow(targets={"2008": 1})])).charts[0].alt_text


def test_nothing_to_draw() -> None:
    """Without indicators there are only the counts, all zero."""
    sheet = sheet_of(content([]))

    assert () == sheet.charts
    assert {0} == {
        value for (row, column), value in values(sheet).items() if column == 1 and row > COUNTS_ROW
    }


def test_what_is_on_the_way_is_drawn() -> None:
    """Of a target that is not due, what is reported so far stands in the table and in the chart."""
    made = content(
        [flow(targets={"2010": 365, "2011": 400})], [seen("A", "2010-Q1", 81)], as_of=MID
    )
    shown = values(sheet_of(made))

    assert [("2010", 81, 365), ("2011", "Not due", 400)] == [
        (shown[row, PERIOD], shown[row, ACTUAL], shown[row, TARGET])
        for row in range(FIRST_BLOCK + 2, FIRST_BLOCK + 4)
    ]


def test_no_chart_is_cut_in_two_on_paper() -> None:
    """Where another chart does not fit, its block begins a page; no page begins anywhere else."""
    sheet = sheet_of(content([flow(f"I{number}", {"2010": 5}) for number in range(9)]))
    blocks = [chart.row - 1 for chart in sheet.charts]
    breaks = sheet.print_setup.new_pages

    assert set(breaks) < set(blocks)
    assert [] == [
        after - before
        for before, after in pairwise((0, *breaks))
        if after - before > 5 * BLOCK_ROWS
    ]
    assert len(breaks) > 1
