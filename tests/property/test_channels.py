"""Every channel carries the same questions and the same codes."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from indh_me._codec.limesurvey import limesurvey_names
from indh_me.read.session import read_event, read_session
from indh_me.read.xlsform import read_instrument
from indh_me.survey import Instrument, QuestionKind, communication_forms, training_forms
from indh_me.testing import instruments
from indh_me.write.codebook import codebook_rows
from indh_me.write.codebook_ddi import ddi_codebook
from indh_me.write.html import html_form
from indh_me.write.limesurvey import limesurvey_rows
from indh_me.write.paper import paper_body
from indh_me.write.paper.markup import literal
from indh_me.write.xlsform import write_xlsform
from occasions import INDH

DDI = "{ddi:codebook:2_5}"
FORMS = [
    *training_forms(read_session(INDH / "session.toml")),
    *communication_forms(read_event(INDH / "event.toml")),
]
#: Names of what a person answers, each with the codes to pick from, in order.
Asked = Mapping[str, tuple[str, ...]]


def _asked(form: Instrument) -> Asked:
    """Return what a person is asked, and the codes of each question."""
    return {
        place.name: () if (listed := form.choices_of(place.question)) is None else listed.codes
        for place in form.questions
        if place.question.kind.is_asked
    }


class _Fields(HTMLParser):
    """Fields of a page: their names, and the values that can be picked."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a field or a choice."""
        told = {name: value or "" for name, value in attrs}
        name = told.get("name", "")
        if tag in {"input", "textarea", "select"} and name != "":
            values = self.found.setdefault(name, [])
            if told.get("type") in {"radio", "checkbox"}:
                values.append(told["value"])
            self.select = name if tag == "select" else self.select
        elif tag == "option" and told.get("value", "") != "":
            self.found[self.select].append(told["value"])


def _html(form: Instrument) -> Asked:
    page = _Fields()
    page.feed(html_form(form))
    known = {place.name for place in form.questions}
    return {name: tuple(codes) for name, codes in page.found.items() if name in known}


def _limesurvey(form: Instrument) -> Asked:
    """Read names and codes back through the map that the codebook lists."""
    names = limesurvey_names(form)
    names_back = {short: name for name, short in names.names.items()}
    questions = {place.name: place.question for place in form.questions}
    found: dict[str, list[str]] = {}
    name = ""
    rows_of_grid: list[str] = []
    for row in limesurvey_rows(form):
        if row.get("language") != form.languages[0]:
            continue
        if row["class"] == "Q":
            name, rows_of_grid = names_back[row["name"]], []
            if name in questions and questions[name].kind.is_asked:
                found[name] = []
        elif row["class"] == "SQ" and name in questions:
            options = names.options[questions[name].choices or ""]
            found[name].append({short: code for code, short in options.items()}[row["name"]])
        elif row["class"] == "SQ":
            rows_of_grid.append(names_back[row["name"]])
            found[rows_of_grid[-1]] = []
        elif row["class"] == "A":
            for each in rows_of_grid or [name]:
                codes = names.codes[questions[each].choices or ""]
                found[each].append({short: code for code, short in codes.items()}[row["name"]])
    return {name: tuple(codes) for name, codes in found.items()}


def _codebook(form: Instrument) -> Asked:
    found: dict[str, list[str]] = {}
    for row in codebook_rows(form):
        if QuestionKind(row["kind"]).is_asked:
            codes = found.setdefault(row["name"], [])
            if row["code"] != "":
                codes.append(row["code"])
    return {name: tuple(codes) for name, codes in found.items()}


def _ddi(form: Instrument) -> Asked:
    root = ET.fromstring(ddi_codebook(form).split("?>\n", 1)[1])
    asked = _asked(form)
    found: dict[str, list[str]] = {}
    for variable in root.iter(f"{DDI}var"):
        name, _, option = (variable.get("name") or "").partition("/")
        if name not in asked:
            continue
        codes = found.setdefault(name, [])
        codes += (
            [option] if option else [each.text or "" for each in variable.iter(f"{DDI}catValu")]
        )
    return {name: tuple(codes) for name, codes in found.items()}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.code)
class TestExamples:
    """The forms of the INDH example."""

    def test_xlsform(self, form: Instrument, tmp_path: Path) -> None:
        """The XLSForm reads back as the form it was written from."""
        write_xlsform(form, tmp_path / "form.xlsx")

        assert form == read_instrument(tmp_path / "form.xlsx")

    def test_html(self, form: Instrument) -> None:
        """The page asks the same questions with the same codes."""
        assert {name: set(codes) for name, codes in _asked(form).items()} == {
            name: set(codes) for name, codes in _html(form).items()
        }

    def test_limesurvey(self, form: Instrument) -> None:
        """LimeSurvey's file asks the same questions with the same codes, by the map of names."""
        assert _asked(form) == _limesurvey(form)

    def test_codebook(self, form: Instrument) -> None:
        """Both codebooks list the same questions with the same codes."""
        assert _asked(form) == _codebook(form) == _ddi(form)

    def test_paper(self, form: Instrument) -> None:
        """Paper asks every question in its words, and offers the codes that are picked."""
        body = paper_body(form, form.languages[0])
        asked = {name: form.question(name) for name in _asked(form)}

        assert [] == [
            name
            for name, question in asked.items()
            if question is not None
            and question.label is not None
            and literal(question.label.get(form.languages[0]) or "") not in body
        ]
        codes = set(re.findall(r'choice\("([^"]+)"', body))
        picked = {QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.CONSENT}
        assert {
            code
            for name, question in asked.items()
            if question is not None and question.kind in picked
            for code in _asked(form)[name]
        } <= codes


@settings(max_examples=30)
@given(form=instruments())
def test_invented_forms(form: Instrument) -> None:
    """Whatever the form, LimeSurvey's file and both codebooks carry its questions and codes."""
    assert _asked(form) == _limesurvey(form) == _codebook(form) == _ddi(form)
