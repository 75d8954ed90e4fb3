from datetime import date

import pytest

import indh_me as me

WORDS = me.Text.of(en="?")


def question(name: str, kind: str = "text", **parts: object) -> me.Question:
    """Make a question with a label."""
    return me.Question(name=name, kind=kind, label=WORDS, **parts)  # type: ignore[arg-type]


FORM = me.Instrument(
    code="visit",
    title=WORDS,
    version="2026112301",
    languages=["en"],
    choice_lists=[me.ChoiceList("yn", [me.Choice("yes"), me.Choice("no")])],
    sections=[
        me.Section(
            name="who",
            items=[
                question("hello", "note"),
                question("agree", "consent", choices="yn", required=True),
            ],
        ),
        me.Section(
            name="more",
            relevant="${agree} = 'yes'",
            items=[
                question("age", "integer", required=True, constraint=". >= 15 and . <= 99"),
                question("born", "calculated", calculation="2026 - number(${age})"),
                question("known", "note", relevant="${born} != ''"),
                me.Grid(
                    name="g",
                    label=WORDS,
                    relevant="${age} > 20",
                    rows=[question("row", "single", choices="yn")],
                ),
                question("job", relevant="${row} = 'yes'"),
                question("since", "date", constraint=". <= today()"),
            ],
        ),
    ],
)


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, ["hello", "agree"]),
        ({"agree": "no", "age": 30}, ["hello", "agree"]),
        ({"agree": "yes"}, ["hello", "agree", "age", "born", "since"]),
        ({"agree": "yes", "age": 18}, ["hello", "agree", "age", "born", "known", "since"]),
        (
            {"agree": "yes", "age": 30, "row": "yes"},
            ["hello", "agree", "age", "born", "known", "row", "job", "since"],
        ),
    ],
)
def test_asked(answers: dict[str, me.AnswerValue], asked: list[str]) -> None:
    """Conditions of sections, grids and questions decide what is asked; a note is shown as well."""
    assert asked == list(me.route(FORM, answers, today=date(2026, 11, 23)).asked)


def test_answer_that_was_not_asked_counts_for_nothing() -> None:
    """An answer left from before a section was closed is not kept and opens nothing."""
    found = me.route(FORM, {"agree": "no", "age": 30, "row": "yes"})

    assert {"agree": "no"} == found.answers


def test_calculation_without_a_number_is_no_answer() -> None:
    """What comes to no number is stored as no answer, as clients do."""
    found = me.route(FORM, {"agree": "yes"}, today=date(2026, 11, 23))

    assert "born" not in found.answers
    assert 1996 == me.route(FORM, {"agree": "yes", "age": 30}).answers["born"]


def test_rules() -> None:
    """Answers that break their constraint are named, and required questions without an answer."""
    answers = {"agree": "yes", "age": 7.0, "since": date(2027, 1, 1)}
    found = me.route(FORM, answers, today=date(2026, 11, 23))  # type: ignore[arg-type]

    assert ("age", "since") == found.broken
    assert () == found.unanswered
    assert ("agree",) == me.route(FORM, {"agree": ""}).unanswered
    assert ("age",) == me.route(FORM, {"agree": "yes", "age": None}).unanswered


def test_day_must_be_given() -> None:
    """A form that asks for the day says so when it is not given."""
    with pytest.raises(me.InvalidInputError, match="today"):
        me.route(FORM, {"agree": "yes", "since": date(2026, 1, 1)})
