from datetime import date

import pytest

from drafts import flow, seen
from indh_me.compute import assess, rollup
from indh_me.model import Framework, Level, Observations, Result, Text
from indh_me.write.tables import Column, Table, rollup_table
from indh_me.write.words import Words


def _table(how: str, language: str = "en") -> Table:
    framework = Framework(
        code="DEMO",
        languages=["fr", "en"],
        results=[
            Result(code="skills", level=Level.OUTCOME, statement=Text.of(en="People learn")),
            Result(code="inner", level=Level.OUTPUT, parent="skills"),
            Result(code="empty", level=Level.ACTIVITY, parent="inner"),
        ],
        indicators=[
            flow("A", {"2009": 100}, result="inner"),
            flow("B", {"2009": 100}, result="skills"),
            flow("C", {"2009": 100}, result="skills"),
            flow("D", result="skills"),
        ],
    )
    table = Observations.of(seen("A", "2009", 50), seen("B", "2009", 150))
    made = rollup(assess(framework, table, as_of=date(2009, 12, 31)), how=how)
    return rollup_table(made, Words(language, framework.languages))


def test_row_of_a_result() -> None:
    """Each result has a row with both scores and its counts, and the whole framework the last."""
    table = _table("one_vote")

    assert "Roll-up to results as of 2009-12-31: one indicator, one vote" == table.title
    assert (
        Column("Code"),
        Column("Result"),
        Column("Capped score", figures=True),
        Column("Uncapped score", figures=True),
        Column("Counted", figures=True),
        Column("Not computed"),
    ) == table.columns
    assert [
        ("skills", "People learn", "75 %", "100 %", "2 of 4", "C, D"),
        ("inner", "", "50 %", "50 %", "1 of 1", ""),
        ("empty", "", "", "", "0 of 0", ""),
        ("", "Whole framework", "75 %", "100 %", "2 of 4", "C, D"),
    ] == [row.cells for row in table.rows]
    assert {None} == {row.status for row in table.rows}


def test_what_was_not_computed() -> None:
    """Under the table stand the indicators without a rate, each with its reason."""
    assert (
        "C: not computed: no figure has been reported",
        "D: not computed: there is no target",
    ) == _table("one_vote").notes


@pytest.mark.parametrize(
    ("how", "language", "title"),
    [
        (
            "minimum",
            "en",
            "Roll-up to results as of 2009-12-31: the weakest indicator speaks for the result",
        ),
        ("one_vote", "ar", "تجميع النتائج إلى غاية \u200e2009-12-31: لكل مؤشر صوت واحد"),
    ],
)
def test_title_names_the_rule(how: str, language: str, title: str) -> None:
    """The title names the rule in the language."""
    assert title == _table(how, language).title


def test_indicators_without_weight() -> None:
    """By weights, an indicator that no weight counts is in the count of all, and is told."""
    framework = Framework(
        code="DEMO",
        languages=["en"],
        results=[
            Result(code="skills", level=Level.OUTCOME),
            Result(code="inner", level=Level.OUTPUT, parent="skills"),
        ],
        indicators=[
            flow("A", {"2009": 100}, result="inner"),
            flow("B", {"2009": 100}, result="skills"),
        ],
    )
    table = Observations.of(seen("A", "2009", 50), seen("B", "2009", 150))
    made = rollup(assess(framework, table, as_of=date(2009, 12, 31)), how="weighted")
    shown = rollup_table(made, Words("en"))

    assert "Roll-up to results as of 2009-12-31: by the weights of the results" == shown.title
    assert ("skills", "", "50 %", "50 %", "1 of 2", "") == shown.rows[0].cells
    assert ("B: has a rate, but no weight by which it counts",) == shown.notes
