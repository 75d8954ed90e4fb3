import csv
from pathlib import Path
from xml.etree import ElementTree as ET

from indh_me.survey.choice import Choice, ChoiceList
from indh_me.survey.instrument import Instrument
from indh_me.survey.measure import Measurement
from indh_me.survey.question import Question, QuestionKind
from indh_me.survey.section import Section
from indh_me.survey.training import training_forms
from indh_me.write.codebook import codebook_rows, write_codebook
from indh_me.write.codebook_ddi import ddi_codebook
from occasions import SESSION, words

FORM = training_forms(SESSION).end
DDI = "{ddi:codebook:2_5}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def test_every_question_and_choice_has_a_row() -> None:
    """There is one row a question and one more for each of its choices."""
    expected = []
    for place in FORM.questions:
        listed = FORM.choices_of(place.question)
        expected.append((place.name, ""))
        expected += [(place.name, code) for code in (() if listed is None else listed.codes)]

    assert expected == [(row["name"], row["code"]) for row in codebook_rows(FORM)]


def test_rows_tell_what_is_measured() -> None:
    """Level, tier, construct and the acceptable and right answers stand in the codebook."""
    rows = {(row["name"], row["code"]): row for row in codebook_rows(FORM)}

    assert ("1", "3", "relevance") == tuple(
        rows["useful_work", ""][key] for key in ("kirkpatrick", "ltem", "construct")
    )
    assert ["no", "yes"] == [rows["useful_work", code]["acceptable"] for code in ("3", "4")]
    assert ["yes", "no", "no"] == [rows["k1", code]["right"] for code in ("y2005", "y2007", "dk")]
    assert "(${consent} = 'yes')" == rows["k1", ""]["relevant"]


def test_less_may_be_better() -> None:
    """Where less is better, what lies at or below the standard is acceptable."""
    scale = ChoiceList("s3", [Choice(str(n), words(str(n))) for n in (1, 2, 3)], is_scale=True)
    question = Question(
        name="q",
        kind="scale",
        label=words("?"),
        choices="s3",
        measures=Measurement(direction="decrease", acceptable_from="2"),
    )
    form = Instrument(
        code="demo",
        title=words("Demo"),
        version="2026112301",
        languages=["en"],
        sections=[Section(name="main", items=[question])],
        choice_lists=[scale],
    )

    assert ["", "yes", "yes", "no"] == [row["acceptable"] for row in codebook_rows(form)]


def test_file_is_safe_to_open(tmp_path: Path) -> None:
    """A text that a spreadsheet would take for a formula is written as text."""
    form = Instrument(
        code="demo",
        title=words("Demo"),
        version="2026112301",
        languages=["en"],
        sections=[
            Section(name="main", items=[Question(name="q", kind="text", label=words("=1+1"))])
        ],
    )
    file = tmp_path / "codebook.csv"
    write_codebook(form, file)
    with file.open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)

    assert "'=1+1" == row["label_en"]


def test_ddi_holds_the_same_variables(tmp_path: Path) -> None:
    """The DDI codebook has a variable for each column of the answers, in the same order."""
    file = tmp_path / "codebook.xml"
    write_codebook(FORM, file)
    root = ET.parse(file).getroot()
    expected = []
    for place in FORM.questions:
        listed = FORM.choices_of(place.question)
        if place.question.kind is QuestionKind.NOTE:
            continue
        if place.question.kind is QuestionKind.MULTIPLE and listed is not None:
            expected += [f"{place.name}/{code}" for code in listed.codes]
        else:
            expected.append(place.name)

    assert f"{DDI}codeBook" == root.tag
    assert expected == [each.get("name") for each in root.iter(f"{DDI}var")]


def test_ddi_holds_the_same_codes_and_words() -> None:
    """A variable has the codes of its list, and the question in every language."""
    root = ET.fromstring(ddi_codebook(FORM).split("?>\n", 1)[1])
    variables = {each.get("name"): each for each in root.iter(f"{DDI}var")}
    useful = variables["useful_work"]

    codes = [each.text for each in useful.iter(f"{DDI}catValu")]
    assert list(FORM.lists["agree5"].codes) == codes
    assert ["en", "fr"] == [each.get(LANG) for each in useful.iter(f"{DDI}qstnLit")]
    unknown = [each for each in variables["k1"].iter(f"{DDI}catgry") if each.get("missing")]
    assert ["dk"] == [each.findtext(f"{DDI}catValu") for each in unknown]


def test_ddi_parts_stand_in_the_order_of_the_schema() -> None:
    """The parts of a variable stand in the order that DDI-Codebook 2.5 lists them in."""
    order = ["labl", "qstn", "universe", "catgry", "concept", "derivation", "varFormat"]
    root = ET.fromstring(ddi_codebook(FORM).split("?>\n", 1)[1])

    for variable in root.iter(f"{DDI}var"):
        places = [order.index(part.tag.removeprefix(DDI)) for part in variable]
        assert sorted(places) == places


def test_ids_of_groups_point_to_variables() -> None:
    """A group lists ids of variables that exist, each of which is in one group."""
    root = ET.fromstring(ddi_codebook(FORM).split("?>\n", 1)[1])
    grouped = [
        each for group in root.iter(f"{DDI}varGrp") for each in (group.get("var") or "").split()
    ]

    assert [each.get("ID") for each in root.iter(f"{DDI}var")] == grouped
