from collections.abc import Sequence

import pytest

import indh_me as me
from typed_forms import faults_of, xlsform

SURVEY = ({"type": "select_one yn", "name": "a", "label::English (en)": "A"},)
CHOICES = tuple(
    {"list_name": "yn", "name": code, "label::English (en)": code} for code in ("yes", "no")
)
SETTINGS = ({"form_title": "A visit", "form_id": "visit", "version": "2026112301"},)

Entry = tuple[str, str, str, str]


def made(*entries: Entry) -> me.XlsForm:
    """Make a form with a sheet of our own."""
    own = [dict(zip(("part", "name", "property", "value"), each, strict=True)) for each in entries]
    return xlsform(SURVEY, CHOICES, SETTINGS, own)


def question(*entries: Entry) -> me.Question:
    """Give the question of such a form."""
    found = me.instrument_of(made(*entries)).question("a")
    assert found is not None
    return found


@pytest.mark.parametrize("kind", ["scale", "consent", "single"])
def test_kind(kind: str) -> None:
    """Our sheet says which kind of question with one answer it is."""
    assert kind == question(("question", "a", "kind", kind)).kind.value


def test_kind_of_another_type_is_not_taken() -> None:
    """When somebody has made a text of a scale, the row counts, not our sheet."""
    text = xlsform(
        [{"type": "text", "name": "a", "label": "A"}],
        own=[{"part": "question", "name": "a", "property": "kind", "value": "scale"}],
    )

    assert "text" == me.instrument_of(text).questions[0].question.kind.value


def test_measurement() -> None:
    """All that a question measures is read from our sheet."""
    found = question(
        ("question", "a", "measures", "yes"),
        ("question", "a", "measures.kirkpatrick", "2"),
        ("question", "a", "measures.key", "yes"),
        ("question", "a", "measures.review::ar", "reviewed"),
    )

    assert me.Measurement(kirkpatrick=2, key="yes", review={"ar": "reviewed"}) == found.measures
    assert me.Measurement() == question(("question", "a", "measures", "yes")).measures
    assert question().measures is None


def test_entries_of_what_is_no_more_there_are_left() -> None:
    """A question that somebody took out of the survey leaves no fault behind."""
    assert question(("question", "b", "kind", "scale"), ("list", "x", "is_scale", "yes")) == (
        question()
    )


def test_choice_without_words() -> None:
    """A choice without words stays so, until somebody gives it some."""
    entries = [("choice", f"yn/{code}", "label", "none") for code in ("yes", "no")]
    codes = me.instrument_of(made(*entries)).lists["yn"]
    changed = [{**CHOICES[0], "label::English (en)": "Yes!"}, CHOICES[1]]
    own = [dict(zip(("part", "name", "property", "value"), each, strict=True)) for each in entries]
    worded = me.instrument_of(xlsform(SURVEY, changed, SETTINGS, own)).lists["yn"]

    assert [None, None] == [each.label for each in codes.choices]
    assert [me.Text.of(en="Yes!"), None] == [each.label for each in worded.choices]


@pytest.mark.parametrize(
    ("entries", "title"),
    [
        ([("form", "", "title::en", "A visit")], me.Text.of(en="A visit")),
        ([("form", "", "title::en", "An old name")], me.Text.of(en="A visit")),
    ],
)
def test_title(entries: Sequence[Entry], title: me.Text) -> None:
    """The title is taken from our sheet until somebody changes the one cell of all languages."""
    assert title == me.instrument_of(made(*entries)).title


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (("question", "a", "kind", "sclae"), "unknown kind"),
        (("question", "a", "measures.kirkpatrick", "7"), "no level"),
        (("question", "a", "measures.kirkpatrick", "two"), "no level"),
        (("question", "a", "measures.key", "maybe"), "no choice"),
        (("question", "a", "measures.review::ar", "seen"), "unknown review status"),
        (("form", "", "moment", "later"), "unknown moment"),
    ],
)
def test_fault_has_its_cell(entry: Entry, said: str) -> None:
    """What is wrong in our sheet is told with its cell."""
    found = faults_of(made(("form", "", "format", "1"), entry))

    assert ["_indh_me!D3"] == [path for path, what in found if said in what]
