from collections.abc import Mapping

import pytest
from attrs import evolve

from drafts import flow, values
from indh_me.compute import assess
from indh_me.model import Framework, Indicator, Text
from indh_me.write.content import Content
from indh_me.write.grid import Formula, Sheet
from indh_me.write.sheets.projection import HEADER_ROW, POSITION, projection_sheets
from indh_me.write.words import Words
from refusals import Strange
from yearly import AS_OF, YEARLY, projected_framework, share

FIRST = HEADER_ROW + 1


def sheets_of(
    *indicators: Indicator,
    figures: Mapping[str, Mapping[str, float | str]] | None = None,
    language: str = "en",
    **said: Strange,
) -> list[Sheet]:
    """Lay out the sheets of the projections of a framework."""
    framework = Framework(code="DEMO", languages=["en"], indicators=indicators)
    table, made = projected_framework(framework, figures or {"A": YEARLY}, **said)
    assessment = assess(framework, table, as_of=AS_OF)
    return list(projection_sheets(Content(assessment, table, Words(language, ("en",)), made)))


def rows_of(sheet: Sheet) -> list[dict[str, object]]:
    """Give the rows of the table by the names of their columns."""
    shown = values(sheet)
    rows = sorted({row for row, _ in shown if row >= FIRST and (row, POSITION["reason"]) in shown})
    return [{name: shown[row, column] for name, column in POSITION.items()} for row in rows]


def test_no_projections_no_sheet() -> None:
    """A workbook without projections has no sheet of them."""
    framework = Framework(code="DEMO", languages=["en"], indicators=[share()])
    table, _ = projected_framework(framework, {"A": YEARLY})
    assessment = assess(framework, table, as_of=AS_OF)

    assert [] == list(projection_sheets(Content(assessment, table, Words("en"))))


def test_numbers_are_those_of_the_library() -> None:
    """Point, interval, target, probability and share kept stand there in full, none rounded."""
    indicator = share(targets={"2012": 72})
    framework = Framework(code="DEMO", languages=["en"], indicators=[indicator])
    _, made = projected_framework(framework, {"A": YEARLY})
    sheet, _ = sheets_of(indicator)
    row, last = made.rows[0], rows_of(sheet)[-1]
    figure = row.figures[-1]

    assert figure.interval is not None
    assert figure.probability is not None
    assert ("2012", figure.quantity.best) == (last["period"], last["projected"])
    assert (figure.interval.low, figure.interval.high) == (last["low"], last["high"])
    assert (72, figure.probability.best) == (last["target"], last["probability"])
    assert row.weight == rows_of(sheet)[0]["kept"]


def test_row_for_each_period() -> None:
    """Each period projected to has a row; what holds for all stands in the first."""
    first, second = rows_of(sheets_of(share(targets={"2012": 72}, name=Text.of(en="Share")))[0])

    assert ["2011", "2012"] == [first["period"], second["period"]]
    assert ["A", "A"] == [first["code"], second["code"]]
    assert ("Share", "2010", 66.0) == tuple(
        first[name] for name in ("indicator", "last_figure", "actual")
    )
    assert "Share of the average change" == first["method"]
    assert str(first["reason"]).startswith("four figures or more")
    assert [None] * 4 == [second[name] for name in ("indicator", "actual", "method", "reason")]


@pytest.mark.parametrize(
    ("indicator", "figures", "reason"),
    [
        (share(targets={"2012": 72}), {"2010": 66}, "too few figures"),
        (share(targets={"2012": 72}), {}, "no figure has been reported"),
        (share(), YEARLY, "no target says"),
        (Indicator.milestone("A"), {}, "done or not"),
    ],
)
def test_refusals_say_why(
    indicator: Indicator, figures: dict[str, float | str], reason: str
) -> None:
    """What cannot be projected has one row that says why, and no chart."""
    sheets = sheets_of(indicator, figures={"A": figures})
    (row,) = rows_of(sheets[0])

    assert reason in str(row["reason"])
    assert [None, None, None] == [row[name] for name in ("projected", "low", "probability")]
    assert 1 == len(sheets)
    assert () == sheets[0].charts


def test_ranges_stand_in_words() -> None:
    """What is known within bounds only is said in words: a number would promise too much."""
    (row, *_) = rows_of(sheets_of(share(targets={"2011": 72}), figures={"A": bounded("<=66")})[0])

    assert ("at most", 66) == (row["known_as"], row["actual"])
    assert "no bound" in {row["low"], row["high"]} or isinstance(row["projected"], str)
    assert isinstance(row["probability"], str)


def bounded(last: str) -> dict[str, float | str]:
    """Give figures of which the last is known within bounds."""
    return {**YEARLY, "2010": last}


def test_open_interval_says_so() -> None:
    """An interval without an end on a side says so there."""
    indicator = flow(targets={"2011": 100}, accumulation="latest")
    (row, *_) = rows_of(sheets_of(indicator, figures={"A": bounded(">=66")})[0])

    assert ("at least", "no bound") == (row["known_as"], row["high"])
    assert isinstance(row["low"], float)


def test_sheet_says_that_it_does_not_follow() -> None:
    """The sheet says when it was computed, that it does not change, and how sure intervals are."""
    shown = values(sheets_of(share(targets={"2012": 72}))[0])

    assert "computed as of 2011-03-31" in str(shown[1, 0])
    assert "do not change" in str(shown[1, 0])
    assert "about 95 %" in str(shown[2, 0])
    two = sheets_of(share(targets={"2012": 72}), figures={"A": {"2009": 1, "2010": 2}})[0]
    assert (2, 0) not in values(two)


def test_nothing_is_a_formula() -> None:
    """The figures are numbers: entering others changes none of them."""
    for sheet in sheets_of(share(targets={"2012": 72})):
        assert not any(isinstance(cell.value, Formula) for cell in sheet.cells)


def test_sheet_turns_with_the_language() -> None:
    """In Arabic the sheet runs from right to left, its charts are mirrored, its words Arabic."""
    sheet, hidden = sheets_of(share(targets={"2012": 72}), language="ar")

    assert ("الإسقاط", True) == (sheet.name, sheet.right_to_left)
    assert [True] == [chart.mirrored for chart in sheet.charts]
    assert ("_projection", "hidden") == (hidden.name, hidden.visibility)
    assert sheet.protected
    assert hidden.protected


def test_no_chart_is_cut_in_two_on_paper() -> None:
    """A page begins with a row of charts where the page before has no room for it."""
    codes = [f"I{number}" for number in range(12)]
    made = [evolve(share(targets={"2012": 72}), code=code) for code in codes]
    sheet = sheets_of(*made, figures=dict.fromkeys(codes, YEARLY))[0]
    titles = sorted({chart.row - 1 for chart in sheet.charts})
    breaks = sheet.print_setup.new_pages

    assert 6 == len(titles)
    assert set(breaks) <= set(titles)
    assert 1 < len(breaks) < 6
