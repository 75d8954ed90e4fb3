import csv
from pathlib import Path

import pytest

from golden_files import GoldenFiles
from indh_me._codec.limesurvey import limesurvey_names
from indh_me.errors import InvalidInputError
from indh_me.model import Text
from indh_me.read.session import read_session
from indh_me.survey.choice import Choice, ChoiceList
from indh_me.survey.expression import Expression
from indh_me.survey.instrument import Instrument
from indh_me.survey.question import Grid, Question
from indh_me.survey.section import Section
from indh_me.survey.training import training_forms
from indh_me.write.limesurvey import limesurvey_rows, write_limesurvey
from indh_me.write.limesurvey_logic import LimeSurveyLogic
from occasions import INDH, words
from refusals import refusals

YES_NO = ChoiceList("yn", [Choice("yes", words("Yes")), Choice("no", words("No"))])
CHANNELS = ChoiceList(
    "channels",
    [Choice("radio", words("Radio")), Choice("town_crier", words("Crier"))],
)


def _form(*items: Question | Grid) -> Instrument:
    return Instrument(
        code="demo",
        title=words("Demo"),
        version="2026112301",
        languages=["en", "fr"],
        sections=[Section(name="main", items=items)],
        choice_lists=[YES_NO, CHANNELS],
    )


def _text(name: str, **parts: object) -> Question:
    return Question(name=name, kind="text", label=words(name), **parts)  # type: ignore[arg-type]


FORM = _form(
    _text("a"),
    Question(name="age", kind="integer", label=words("Age")),
    Question(name="heard", kind="multiple", label=words("Heard"), choices="channels"),
    Question(name="sure", kind="single", label=words("Sure"), choices="channels"),
    Grid(
        name="grid",
        label=words("Grid"),
        rows=[Question(name="row_1", kind="scale", label=words("Row"), choices="yn")],
    ),
)


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        ("${age} >= 18", "(age.NAOK >= 18)"),
        ("${sure} = 'town_crier'", '(sure.NAOK == "A2")'),
        ("'radio' != ${sure}", '("radio" != sure.NAOK)'),
        ("selected(${heard}, 'town_crier')", '(heard_towncrier.NAOK == "Y")'),
        ("selected(${sure}, 'town_crier')", '(sure.NAOK == "A2")'),
        ("count-selected(${heard}) > 1", "(count(heard_radio.NAOK, heard_towncrier.NAOK) > 1)"),
        ("${row_1} = 'yes'", '(grid_row1.NAOK == "yes")'),
        ("not(${a} = '') and true()", '(!(a.NAOK == "") and (1 == 1))'),
        ("-${age} + 2 * 3 div 4", "((-age.NAOK) + ((2 * 3) / 4))"),
        ("${age} mod 2 = 0", "((age.NAOK - 2 * intval(age.NAOK / 2)) == 0)"),
        ("regex(${a}, '^a/b$')", 'regexMatch("/^a\\\\/b$/", a.NAOK)'),
        ("if(${a} = '', 1, 2) = 1", '(if((a.NAOK == ""), 1, 2) == 1)'),
        ("coalesce(${a}, 'x') = 'x'", '(if(is_empty(a.NAOK), "x", a.NAOK) == "x")'),
        ("string-length(concat(${a}, 'b')) < 5", '(strlen(join(a.NAOK, "b")) < 5)'),
        ("today() = date('2008-03-27')", '(date("Y-m-d") == "2008-03-27")'),
    ],
)
def test_logic_is_written_for_limesurvey(expression: str, written: str) -> None:
    """Each operator and function has its counterpart, with LimeSurvey's own codes."""
    logic = LimeSurveyLogic(FORM, limesurvey_names(FORM))

    assert written == logic.write(Expression.parse(expression))


def test_names_are_letters_and_digits_and_short() -> None:
    """Names are unique letters and digits, at most 20; codes at most five."""
    long = ["a_very_long_name_of_a_question", "a_very_long_name_of_another_one", "a_b", "ab"]
    names = limesurvey_names(_form(*(_text(name) for name in long)))

    assert [
        "averylongnameofaques",
        "averylongnameofanoth",
        "ab",
        "ab2",
    ] == [names.names[name] for name in long]
    assert {"radio": "radio", "town_crier": "A2"} == names.codes["channels"]


def test_names_stay_apart_whatever_their_case() -> None:
    """Two names that would become one end in a number."""
    names = limesurvey_names(_form(_text("a_b"), _text("A__B2"), _text("ab2_"))).names

    assert 3 == len({each.lower() for each in names.values()})


def test_every_language_has_the_same_rows() -> None:
    """All of the first language stands before the next, with the same rows in the same order."""
    rows = [row for row in limesurvey_rows(FORM) if row["class"] in {"G", "Q", "SQ", "A"}]
    half = len(rows) // 2
    first, second = rows[:half], rows[half:]

    assert {"en"} == {row["language"] for row in first}
    assert {"fr"} == {row["language"] for row in second}
    skipped = ("language", "text", "help", "em_validation_q_tip")
    for one, other in zip(first, second, strict=True):
        name = "name" if one["class"] != "G" else ""
        same = [key for key in one if key not in skipped and (key != "name" or name)]
        assert [one[key] for key in same] == [other[key] for key in same]


def test_within_is_a_rule() -> None:
    """A choice that does not belong to the one before is refused."""
    inner = ChoiceList(
        "inner", [Choice("x", words("X"), parent="yes"), Choice("y", words("Y"), parent="no")]
    )
    form = Instrument(
        code="demo",
        title=words("Demo"),
        version="2026112301",
        languages=["en"],
        sections=[
            Section(
                name="main",
                items=[
                    Question(name="outer", kind="single", label=words("?"), choices="yn"),
                    Question(
                        name="in", kind="single", label=words("?"), choices="inner", within="outer"
                    ),
                ],
            )
        ],
        choice_lists=[YES_NO, inner],
    )
    (row,) = (row for row in limesurvey_rows(form) if row.get("name") == "in")

    assert "!" == row["type/scale"]
    assert (
        '(is_empty(in.NAOK) or (outer.NAOK == "yes" and in.NAOK == "x") '
        'or (outer.NAOK == "no" and in.NAOK == "y"))'
    ) == row["em_validation_q"]


def test_words_are_no_expressions_and_no_markup() -> None:
    """Braces and angle brackets in words stay words, tabs and quotes do not break rows."""
    hostile = Text.of(en='{a} <b> "q"\tt', fr="=1+1")
    form = _form(Question(name="q", kind="text", label=hostile))
    (row, _) = (row for row in limesurvey_rows(form) if row["class"] == "Q")

    assert '&#123;a&#125; &lt;b&gt; "q"\tt' == row["text"]


def test_file_is_read_back_cell_by_cell(tmp_path: Path) -> None:
    """The file holds the rows, tab-separated."""
    file = tmp_path / "form.txt"
    write_limesurvey(FORM, file)
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, dialect="excel-tab"))

    assert [dict(row) for row in limesurvey_rows(FORM)] == [
        {key: cell for key, cell in row.items() if cell != "" or key in told}
        for row, told in zip(rows, limesurvey_rows(FORM), strict=True)
    ]


def test_missing_words_are_refused(tmp_path: Path) -> None:
    """A form that lacks words in a language is refused with their places, and no file appears."""
    form = _form(Question(name="q", kind="text", label=Text.of(en="?")))
    found = refusals(lambda: write_limesurvey(form, tmp_path / "form.txt"), InvalidInputError)

    assert ["sections.main.q.label.fr"] == [fault.where.path for fault in found]
    assert [] == list(tmp_path.iterdir())
    write_limesurvey(form, tmp_path / "form.txt", allow_missing="en")
    assert (tmp_path / "form.txt").exists()


def test_form_of_the_example(golden: GoldenFiles) -> None:
    """The form before the INDH session, for LimeSurvey."""
    form = training_forms(read_session(INDH / "session.toml")).pre
    rows = limesurvey_rows(form)
    lines = (" | ".join(f"{key}={cell}" for key, cell in row.items() if cell) for row in rows)

    golden.check("limesurvey-pre.txt", "\n".join(lines) + "\n")
