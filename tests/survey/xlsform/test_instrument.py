from collections.abc import Mapping

import pytest

import indh_me as me
from indh_me.survey.xlsform.instrument import instrument_of
from typed_forms import faults_of, typed, xlsform

YN = (
    {"list_name": "yn", "name": "yes", "label": "Yes"},
    {"list_name": "yn", "name": "no", "label": "No"},
)
A = {"type": "text", "name": "a", "label": "A"}
GROUP = {"type": "begin group", "name": "g", "label": "G"}
END = {"type": "end group"}


def row(kind: str, name: str, **cells: str) -> dict[str, str]:
    """Make a row of a survey."""
    return {"type": kind, "name": name, "label": name.upper(), **cells}


def only(form: me.Instrument) -> me.Question:
    """Give the one question of a form."""
    (place,) = form.questions
    return place.question


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (row("select_one yn", "a"), "single"),
        (row("select one yn", "a"), "single"),
        (row("select1 yn", "a"), "single"),
        (row("select_one from yn", "a"), "single"),
        (row("select_one yn", "a", appearance="w1 likert"), "scale"),
        (row("select_multiple yn", "a"), "multiple"),
        (row("select all that apply from yn", "a"), "multiple"),
        (row("percentage", "a"), "integer"),
        (row("select all that apply yn", "a"), "multiple"),
        (row("integer", "a"), "integer"),
        (row("int", "a"), "integer"),
        (row("Decimal", "a"), "decimal"),
        (row("date", "a"), "date"),
        (row("text", "a"), "text"),
        (row("string", "a"), "text"),
        (row("note", "a"), "note"),
        (row("calculate", "a", calculation="1 + 1"), "calculated"),
        (row("range", "a", parameters="start=0 end=5"), "integer"),
        (row("range", "a", parameters="start = 0; end = 1, step=0.1"), "decimal"),
        (row("acknowledge", "a"), "single"),
    ],
)
def test_kind_of_a_row(cells: Mapping[str, str], kind: str) -> None:
    """Rows of foreign forms are read as the kind of question that they are."""
    assert kind == only(instrument_of(xlsform([cells], YN))).kind.value


def test_range_has_ends() -> None:
    """The ends of a range are a constraint, beside the one that stands there."""
    plain = only(instrument_of(xlsform([row("range", "a")])))
    more = {"parameters": "start=2 end=4", "constraint": ". != 3"}

    assert ". >= 1 and . <= 10" == str(plain.constraint)
    assert ". != 3 and . >= 2 and . <= 4" == str(
        only(instrument_of(xlsform([row("range", "a", **more)]))).constraint
    )


def test_acknowledgement_is_a_choice_of_one() -> None:
    """A tick is a choice of one, whose list has a name that no other list has."""
    taken = {"list_name": "acknowledge", "name": "x", "label": "X"}
    survey = [row("acknowledge", "a"), row("trigger", "b"), row("select_one acknowledge", "c")]
    form = instrument_of(xlsform(survey, [taken]))

    assert ["acknowledge", "acknowledge_"] == list(form.lists)
    assert ("OK",) == form.lists["acknowledge_"].codes


def test_parts_of_a_row() -> None:
    """All parts of a question are read from their columns, whichever way these are written."""
    cells = {
        "Type": "integer",
        "Name": "a",
        "label::English (en)": "Age?",
        "label::French": "Âge ?",
        "Hint : English (en)": "In years",
        "required": "TRUE",
        "required message::English (en)": "Please",
        "relevance": "1 = 1",
        "constraint": ". > 0",
        "constraint_message::English (en)": "More",
        "default": "5",
    }
    question = only(instrument_of(xlsform([cells])))

    assert me.Question(
        name="a",
        kind="integer",
        label=me.Text.of(en="Age?", fr="Âge ?"),
        hint=me.Text.of(en="In years"),
        required=True,
        required_message=me.Text.of(en="Please"),
        relevant="1 = 1",
        constraint=". > 0",
        constraint_message=me.Text.of(en="More"),
        default="5",
    ) == question  # fmt: skip


def test_groups_become_sections() -> None:
    """Groups become sections one after the other; inner ones keep the condition of the outer."""
    survey = [
        row("text", "first"),
        {**GROUP, "relevant": "${first} = 'x'"},
        row("text", "a"),
        row("begin_group", "inner", relevant="${a} != ''"),
        row("text", "b"),
        END,
        row("text", "c"),
        END,
        row("text", "last"),
    ]
    form = instrument_of(xlsform(survey))

    assert ["page", "g", "inner", "g_2", "page_2"] == [each.name for each in form.sections]
    assert [None, "G", "INNER", None, None] == [
        None if each.label is None else each.label.get("und") for each in form.sections
    ]
    assert [None, "${first} = 'x'", "${first} = 'x' and ${a} != ''", "${first} = 'x'", None] == [
        None if each.relevant is None else str(each.relevant) for each in form.sections
    ]


@pytest.mark.parametrize(
    ("group", "rows"),
    [
        (GROUP, [("", "label"), ("a", "list-nolabel"), ("b", "list-nolabel")]),
        ({**GROUP, "label": ""}, [("Heading", "label"), ("a", "list"), ("b", "list")]),
        ({**GROUP, "appearance": "table-list"}, [("a", ""), ("b", "")]),
    ],
)
def test_grids(group: Mapping[str, str], rows: list[tuple[str, str]]) -> None:
    """A group of single choices below one heading of answers is a grid."""
    survey = [
        row("select_one yn", f"q{at}", label=label, appearance=look)
        for at, (label, look) in enumerate(rows)
    ]
    form = instrument_of(xlsform([group, *survey, END], YN))
    ((grid,),) = [section.items for section in form.sections]

    assert isinstance(grid, me.Grid)
    assert ["a", "b"] == [each.label.get("und") for each in grid.rows if each.label]
    assert grid.label.get("und") == (group["label"] or "Heading")


def test_grid_with_conditions_of_its_rows_is_a_section() -> None:
    """What looks like a grid, and has conditions of single rows, is read as a section."""
    survey = [
        GROUP,
        row("select_one yn", "h", appearance="label"),
        row("select_one yn", "a", appearance="list-nolabel"),
        row("select_one yn", "b", appearance="list-nolabel", relevant="${a} = 'yes'"),
        END,
    ]
    (section,) = instrument_of(xlsform(survey, YN)).sections

    assert ["a", "b"] == [each.name for each in section.items]


def test_cascade() -> None:
    """Choices that are filtered by an earlier question have their parents in any column."""
    choices = [
        {"list_name": "p", "name": "p1", "label": "1"},
        {"list_name": "c", "name": "c1", "label": "1", "Province": "p1"},
    ]
    for filtered in ("province=${p}", "${ p } = province"):
        survey = [row("select_one p", "p"), row("select_one c", "c", choice_filter=filtered)]
        form = instrument_of(xlsform(survey, choices))
        question = form.question("c")

        assert question is not None
        assert "p" == question.within
        assert "p1" == form.lists["c"].choices[0].parent


def test_column_called_parent_is_no_parent_of_foreign_choices() -> None:
    """Of a foreign form, a column is a parent only where a question filters by it."""
    choices = [{**each, "parent": "x"} for each in YN]

    assert not instrument_of(xlsform([row("select_one yn", "a")], choices)).lists["yn"].is_nested


def test_what_nobody_is_asked_is_left_out() -> None:
    """Rows that clients fill in, disabled and empty ones are left out."""
    survey = [
        row("start", "start"),
        row("deviceid", "d"),
        row("audit", "audit"),
        {"hint": "a remark"},
        row("geopoint", "where", disabled="yes"),
        A,
    ]

    assert "a" == only(instrument_of(xlsform(survey))).name


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, ("form", "form", "0000000000", ("und",))),
        ({"form_id": "visit"}, ("visit", "visit", "0000000000", ("und",))),
        ({"id_string": "v", "title": "A visit"}, ("v", "A visit", "0000000000", ("und",))),
        ({"version": "3"}, ("form", "form", "0000000003", ("und",))),
        ({"version": "20261123101500"}, ("form", "form", "2026112310", ("und",))),
        ({"default_language": "Français (fr)"}, ("form", "form", "0000000000", ("fr",))),
        ({"default_language": "English"}, ("form", "form", "0000000000", ("en",))),
    ],
)
def test_settings(settings: dict[str, str], expected: tuple[object, ...]) -> None:
    """Title, id, version and language are read as far as they are there."""
    form = instrument_of(xlsform([A], settings=[settings] if settings else []))

    assert expected == (form.code, form.title.words[0][1], form.version, form.languages)


def test_first_language() -> None:
    """The default language comes first, then those of the headers in their order."""
    cells = {"type": "text", "name": "a", "label::English (en)": "A", "label::العربية (ar)": "ا"}

    assert ("en", "ar") == instrument_of(xlsform([cells])).languages
    assert ("ar", "en") == instrument_of(
        xlsform([cells], settings=[{"default_language": "العربية (ar)"}])
    ).languages


@pytest.mark.parametrize(
    ("survey", "where", "said"),
    [
        ([row("geopoint", "a")], "survey!A2", "'geopoint' is not read"),
        ([row("begin repeat", "a"), A], "survey!A2", "not read"),
        ([row("select_one yn or_other", "a")], "survey!A2", "not read"),
        ([row("select_one", "a")], "survey!A2", "not read"),
        ([row("select_one_from_file x.csv", "a")], "survey!A2", "not read"),
        ([row("txet", "a")], "survey!A2", "not read"),
        ([row("", "a")], "survey!A2", "without a type"),
        ([row("select_one ny", "a")], "survey!A2", "no list is called 'ny'"),
        ([row("text", "âge")], "survey!B2", "cannot stand as name"),
        ([A, A], "survey!B3", "given twice"),
        ([{"type": "text", "name": "a", "hint": "h"}], "survey!2:2", "without words"),
        ([row("text", "a", relevant="${b} = ''")], "survey!D2", "no question is called 'b'"),
        ([row("text", "a", relevant="${b}=''"), row("text", "b")], "survey!D2", "not asked before"),
        ([row("text", "a", relevant="position(${a})")], "survey!D2", "unknown function"),
        ([row("text", "a", constraint=". + 1")], "survey!D2", "no condition"),
        ([row("text", "a", constraint_message="x")], "survey!D2", "but no constraint"),
        ([row("text", "a", calculation="1")], "survey!D2", "has no calculation"),
        ([row("calculate", "a")], "survey!2:2", "nothing is calculated"),
        ([row("text", "a", required="${b} = 1")], "survey!D2", "required under a condition"),
        ([row("date", "a", default="today()")], "survey!D2", "worked out"),
        ([row("text", "a", default="${b}")], "survey!D2", "worked out"),
        ([row("text", "a", trigger="${b}")], "survey!D2", "trigger is not read"),
        ([row("select_one yn", "a", choice_filter="x = 1 or y")], "survey!D2", "more than a"),
        ([row("select_one yn", "a", choice_filter="up = ${b}")], "survey!D2", "no column 'up'"),
        ([row("select_one yn", "a", default="x")], "survey!D2", "no choice of 'yn'"),
        ([row("range", "a", parameters="start=x")], "survey!D2", "unknown function"),
        ([GROUP, A], "survey!A2", "does not end"),
        ([A, END], "survey!A3", "has not begun"),
        ([GROUP, END], "survey", "without questions"),
        ([{**GROUP, "name": "a"}, A, END], "survey!B3", "given twice"),
        ([{**GROUP, "name": "é"}, A, END], "survey!B2", "cannot stand as name"),
        ([{**GROUP, "relevant": "1 +"}, A, END], "survey!D2", "has the end"),
        ([{**GROUP, "relevant": "1"}, row("begin_group", "h", relevant="1 = 1"), A, END, END],
         "survey!D3", "no condition"),
    ],
)  # fmt: skip
def test_fault_has_its_cell(survey: list[dict[str, str]], where: str, said: str) -> None:
    """What is wrong is told with the cell in which it stands."""
    found = faults_of(xlsform(survey, YN))

    assert [where] == [path for path, what in found if said in what]


@pytest.mark.parametrize(
    ("choices", "where", "said"),
    [
        ([*YN, YN[0]], "choices!B4", "given twice"),
        ([*YN, {"list_name": "yn", "name": "a b"}], "choices!B4", "cannot be the code"),
        ([*YN, {"list_name": "", "name": "x"}], "choices!A4", "of no list"),
        ([*YN, {"list_name": "a-b", "name": "x"}], "choices!A4", "cannot stand as name"),
    ],
)
def test_fault_of_a_choice_has_its_cell(
    choices: list[dict[str, str]], where: str, said: str
) -> None:
    """What is wrong with a choice is told with its cell."""
    found = faults_of(xlsform([row("select_one yn", "a")], choices))

    assert [where] == [path for path, what in found if said in what]


def test_fault_of_a_parent_has_its_cell() -> None:
    """A parent that is no choice one level up is told with its cell, and one that is missing."""
    survey = [row("select_one yn", "p"), row("select_one c", "c", choice_filter="up = ${p}")]
    child = {"list_name": "c", "name": "c.1", "label": "C", "up": "maybe"}

    assert [("choices!D4", "'maybe' is no choice of 'yn'")] == faults_of(
        xlsform(survey, [*YN, child])
    )
    other = {"list_name": "c", "name": "c2", "label": "D"}
    assert [("choices!B5", "choice 'c2' has no parent")] == faults_of(
        xlsform(survey, [*YN, child, other])
    )


def test_list_is_filtered_in_one_way() -> None:
    """A list that two questions filter by different columns is refused, with the second cell."""
    survey = [
        row("select_one yn", "p"),
        row("select_one c", "c", choice_filter="up = ${p}"),
        row("select_one c", "d", choice_filter="above = ${p}"),
    ]
    child = {"list_name": "c", "name": "c1", "label": "C", "up": "yes", "above": "no"}

    assert [("survey!D4", "'c' is filtered by 'up' too")] == faults_of(
        xlsform(survey, [*YN, child])
    )


@pytest.mark.parametrize(
    ("settings", "where", "said"),
    [
        ({"version": "v1"}, "settings!A2", "no version"),
        ({"form_id": "a b"}, "settings!A2", "no id of a form"),
        ({"default_language": "Tarifit (rif)"}, "settings!A2", "no column is in"),
    ],
)
def test_fault_of_a_setting_has_its_cell(settings: dict[str, str], where: str, said: str) -> None:
    """What is wrong with a setting is told with its cell."""
    cells = {"type": "text", "name": "a", "label::English (en)": "A"}

    assert [where] == [
        path for path, what in faults_of(xlsform([cells], settings=[settings])) if said in what
    ]


@pytest.mark.parametrize(
    ("cells", "where", "said"),
    [
        ({"label::Xyzzy": "A"}, "survey!C1", "has no code"),
        ({"label::English (en)": "A", "hint": "B"}, "survey!D1", "without a language"),
        ({"label::English (en)": "A", "hint::en": "B"}, "survey!D1", "a second name"),
    ],
)
def test_fault_of_a_language_has_its_cell(cells: dict[str, str], where: str, said: str) -> None:
    """A language that cannot be told, or is written in two ways, is told with its header."""
    found = faults_of(xlsform([{"type": "text", "name": "a", **cells}]))

    assert [where] == [path for path, what in found if said in what]


def test_form_without_survey_is_refused() -> None:
    """A workbook without the sheet of questions is no form; nor is one without its columns."""
    assert [("", "no sheet is called 'survey'")] == faults_of(
        me.XlsForm([typed("choices", YN)], "form.xlsx")
    )
    assert [("survey!1:1", "no column is called 'type'")] == faults_of(xlsform([{"name": "a"}]))[:1]


def test_all_faults_are_told_at_once() -> None:
    """Faults of all sheets are told together."""
    survey = [row("text", "a", relevant="1 +"), row("image", "b"), row("text", "é")]
    found = faults_of(xlsform(survey, [*YN, YN[0]], [{"version": "x"}]))

    assert ["choices!B4", "settings!A2", "survey!A3", "survey!B4", "survey!D2"] == sorted(
        path for path, _ in found
    )


def test_grid_row_with_a_fault_has_its_cell() -> None:
    """A fault in the only row of a grid is told with its cell, and the grid for nothing."""
    survey = [
        GROUP,
        row("select_one yn", "h", appearance="label"),
        row("select_one yn", "é", appearance="list-nolabel"),
        END,
    ]

    assert ["survey!B4"] == [path for path, _ in faults_of(xlsform(survey, YN))]
