import pytest

import indh_me as me
from indh_me.survey.xlsform.sheets import xlsform_of

WORDS = me.Text.of(fr="?", ar="؟")
AGREE = me.ChoiceList("agree5", [me.Choice(code) for code in "12345"], is_scale=True)
LONG = me.ChoiceList("long", [me.Choice(str(number)) for number in range(13)])
CHILD = me.ChoiceList("child", [me.Choice("c1", WORDS, parent="1")])


def question(name: str, kind: str = "text", **parts: object) -> me.Question:
    """Make a question with a label."""
    return me.Question(name=name, kind=kind, label=WORDS, **parts)  # type: ignore[arg-type]


def form(*items: me.Question | me.Grid, **parts: object) -> me.Instrument:
    """Make a form of one section."""
    plain: dict[str, object] = {
        "code": "visit",
        "title": WORDS,
        "version": "2026112301",
        "languages": ["fr", "ar"],
        "sections": [me.Section(name="main", items=items)],
        "choice_lists": [AGREE, LONG, CHILD],
    }
    return me.Instrument(**{**plain, **parts})  # type: ignore[arg-type]


def rows(made: me.Instrument, name: str = "survey") -> list[dict[str, str]]:
    """Give the rows of a sheet."""
    sheet = xlsform_of(made).sheet(name)
    assert sheet is not None
    return [dict(row.cells) for row in sheet.rows]


def row(*items: me.Question | me.Grid) -> dict[str, str]:
    """Give the row of the last question of a form."""
    return rows(form(*items, choice_lists=[AGREE, LONG, CHILD]))[-2]


PARENT = question("p", "single", choices="agree5")


@pytest.mark.parametrize(
    ("item", "cells"),
    [
        (question("a", "single", choices="agree5"), ("select_one agree5", None)),
        (question("a", "single", choices="long"), ("select_one long", "minimal")),
        (question("a", "single", choices="child", within="p"), ("select_one child", "minimal")),
        (question("a", "multiple", choices="long"), ("select_multiple long", None)),
        (question("a", "scale", choices="agree5"), ("select_one agree5", "likert")),
        (question("a", "scale", choices="long"), ("select_one long", "columns-13")),
        (question("a", "consent", choices="agree5"), ("select_one agree5", None)),
        (question("a", "integer"), ("integer", None)),
        (question("a", "decimal"), ("decimal", None)),
        (question("a", "date"), ("date", None)),
        (question("a"), ("text", None)),
        (question("a", "note"), ("note", None)),
        (question("a", "calculated", calculation="1 + 1"), ("calculate", None)),
    ],
)
def test_type_and_appearance(item: me.Question, cells: tuple[str, str | None]) -> None:
    """Each kind of question is written as the row that every client knows."""
    found = row(PARENT, item)

    assert cells == (found["type"], found.get("appearance"))


def test_languages_and_settings() -> None:
    """Headers name languages by their own names, and the title stands in all of them."""
    made = xlsform_of(form(question("a", required=True, required_message=WORDS)))
    survey, _, settings, _ = made.sheets

    assert (
        "type",
        "name",
        "label::Français (fr)",
        "label::العربية (ar)",
        "required",
        "required_message::Français (fr)",
        "required_message::العربية (ar)",
        "appearance",
    ) == survey.columns
    assert {
        "form_title": "? / ؟",
        "form_id": "visit",
        "version": "2026112301",
        "default_language": "Français (fr)",
        "style": "pages",
    } == settings.rows[0].cells


def test_grid_is_expanded() -> None:
    """A grid is a group of rows below a heading, whose name nothing else in the form has."""
    grid = me.Grid(
        name="g",
        label=WORDS,
        rows=[question("a", "scale", choices="agree5")],
        relevant="1 = 1",
    )
    found = rows(form(question("G_header"), grid))[5:-1]

    assert [
        ("begin_group", "g", "field-list"),
        ("select_one agree5", "g_header_", "label"),
        ("select_one agree5", "a", "list-nolabel"),
        ("end_group", None, None),
    ] == [(each["type"], each.get("name"), each.get("appearance")) for each in found]
    assert "1 = 1" == found[0]["relevant"]
    assert "?" == found[1]["label::Français (fr)"]


def test_clients_fill_in_names_that_no_question_has() -> None:
    """What clients fill in gives way to questions of the same name."""
    assert ["_start", "end", "_today"] == [
        each["name"] for each in rows(form(question("START"), question("today")))[:3]
    ]


def test_consent_is_required() -> None:
    """Consent is asked for in every client, also where the form does not say so."""
    assert "yes" == row(question("a", "consent", choices="agree5"))["required"]


def test_group_of_calculations_shows_something() -> None:
    """A group of calculations gets a note that is never shown, for clients refuse it without."""
    found = rows(form(question("a", "calculated", calculation="1")))

    assert ("note", "main_filler", "false()") == (
        found[-2]["type"],
        found[-2]["name"],
        found[-2]["relevant"],
    )


def test_choices() -> None:
    """Choices without words show their code, and those below others name their parent."""
    found = rows(form(PARENT, question("c", "single", choices="child", within="p")), "choices")

    assert {
        "list_name": "agree5",
        "name": "1",
        "label::Français (fr)": "1",
        "label::العربية (ar)": "1",
    } == found[0]
    assert "1" == found[-1]["parent"]


@pytest.mark.parametrize(
    ("default", "cell"),
    [
        ("smith", "smith"),
        ("a + b", "string('a + b')"),
        ("it's (so)", 'string("it\'s (so)")'),
        ("it's so", "it's so"),
    ],
)
def test_default_is_no_calculation(default: str, cell: str) -> None:
    """A default that converters would take for a calculation stands in quotes."""
    made = form(question("a", default=default))

    assert cell == rows(made)[-2]["default"]
    assert made == me.instrument_of(xlsform_of(made))


def test_default_that_no_cell_can_hold_is_refused() -> None:
    """A default that would need both kinds of quotes is refused, with its place."""
    with pytest.raises(me.InvalidInputError) as refused:
        xlsform_of(form(question("a", default="'(\"")))

    assert "sections.main.a.default" == refused.value.faults[0].where.path


def test_words_in_other_languages_are_left_out() -> None:
    """Words in a language that is none of the form's have no column."""
    more = me.Text.of(fr="?", ar="؟", en="?")
    made = form(me.Question(name="a", kind="text", label=more))

    assert not [each for each in xlsform_of(made).sheets[0].columns if "English" in each]
