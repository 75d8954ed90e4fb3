"""Codebooks in XML: DDI-Codebook 2.5, which data archives read."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from indh_me.model import Text
from indh_me.survey.instrument import Instrument
from indh_me.survey.question import QuestionKind
from indh_me.survey.section import QuestionPlace

__all__ = ["ddi_codebook"]

NAMESPACE = "ddi:codebook:2_5"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NUMBERS = {QuestionKind.INTEGER, QuestionKind.DECIMAL}


def ddi_codebook(form: Instrument) -> str:
    """Write a form's codebook as DDI-Codebook 2.5.

    Sections become groups of variables; a question becomes a variable with its words in every
    language, its choices as categories, and the condition under which it is asked as its
    universe. A question with several answers becomes one variable for each of its choices, as
    its answers are exported.

    Parameters
    ----------
    form
        The form.

    Returns
    -------
    str
        An XML document; the same form gives the same text.
    """
    first = form.languages[0]
    root = ET.Element("codeBook", {"xmlns": NAMESPACE, "version": "2.5", LANG: first})
    _study(root, form)
    data = ET.SubElement(root, "dataDscr")
    variables = [each for place in form.questions for each in _variables(form, place)]
    for section in form.sections:
        held = [name for name, place, _ in variables if place.section.name == section.name]
        if held:
            group = ET.SubElement(
                data, "varGrp", {"ID": f"G_{section.name}", "var": " ".join(map(_id, held))}
            )
            _words(group, "labl", section.label, form)
    for name, place, label in variables:
        _variable(ET.SubElement(data, "var", _attributes(name, place)), form, place, label)
    ET.indent(root)
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{ET.tostring(root, encoding='unicode')}\n"


def _study(root: ET.Element, form: Instrument) -> None:
    study = ET.SubElement(root, "stdyDscr")
    citation = ET.SubElement(study, "citation")
    titles = ET.SubElement(citation, "titlStmt")
    for tag, words in _by_language(form.title, form):
        name = "titl" if tag == form.languages[0] else "parTitl"
        ET.SubElement(titles, name, {LANG: tag}).text = words
    ET.SubElement(titles, "IDNo").text = form.code
    ET.SubElement(ET.SubElement(citation, "verStmt"), "version").text = form.version


def _variables(
    form: Instrument, place: QuestionPlace
) -> Iterator[tuple[str, QuestionPlace, Text | None]]:
    """Give the columns that a question has in the answers, each with its own label."""
    question = place.question
    if question.kind is QuestionKind.NOTE:
        return
    listed = form.choices_of(question)
    if question.kind is QuestionKind.MULTIPLE and listed is not None:
        for choice in listed.choices:
            yield f"{question.name}/{choice.code}", place, choice.label
    else:
        yield question.name, place, None


def _id(name: str) -> str:
    """Make an id of XML, which knows no slash."""
    return "V_" + name.replace("/", ".")


def _attributes(name: str, place: QuestionPlace) -> dict[str, str]:
    is_number = place.question.kind in NUMBERS
    return {"ID": _id(name), "name": name, "intrvl": "contin" if is_number else "discrete"}


def _variable(
    variable: ET.Element, form: Instrument, place: QuestionPlace, option: Text | None
) -> None:
    """Fill a variable in, its parts in the order that the schema asks for."""
    question = place.question
    _words(variable, "labl", question.label if option is None else option, form)
    if question.label is not None:
        asked = ET.SubElement(variable, "qstn")
        if place.grid is not None:
            _words(asked, "preQTxt", place.grid.label, form)
        _words(asked, "qstnLit", question.label, form)
        _words(asked, "ivuInstr", question.hint, form)
    if place.conditions:
        shown = " and ".join(f"({each})" for each in place.conditions)
        ET.SubElement(variable, "universe").text = shown
    listed = form.choices_of(question)
    if option is not None:
        for value in ("0", "1"):
            ET.SubElement(ET.SubElement(variable, "catgry"), "catValu").text = value
    elif listed is not None:
        for choice in listed.choices:
            missing = {} if choice.is_substantive else {"missing": "Y"}
            category = ET.SubElement(variable, "catgry", missing)
            ET.SubElement(category, "catValu").text = choice.code
            _words(category, "labl", choice.label, form)
    measures = question.measures
    if measures is not None and measures.construct is not None:
        ET.SubElement(variable, "concept").text = measures.construct
    if question.calculation is not None:
        derived = ET.SubElement(variable, "derivation")
        ET.SubElement(derived, "drvcmd").text = str(question.calculation)
    is_number = question.kind in NUMBERS
    ET.SubElement(variable, "varFormat", {"type": "numeric" if is_number else "character"})


def _words(parent: ET.Element, name: str, words: Text | None, form: Instrument) -> None:
    """Write words in each language that has them."""
    for tag, each in _by_language(words, form):
        ET.SubElement(parent, name, {LANG: tag}).text = each


def _by_language(words: Text | None, form: Instrument) -> Iterator[tuple[str, str]]:
    for tag in form.languages:
        each = None if words is None else words.get(tag)
        if each is not None:
            yield tag, each
