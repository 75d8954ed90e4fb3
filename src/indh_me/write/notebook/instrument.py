"""A form in a notebook: its questions by number, with their choices and conditions."""

from collections.abc import Iterator

from indh_me.model import Text
from indh_me.survey import Instrument, QuestionPlace
from indh_me.write.questionnaire import condition_words, numbers_of
from indh_me.write.svg import element, text_element
from indh_me.write.words import Words

from .blocks import blocks, heading, note, title
from .table import MOST_ROWS

__all__ = ["instrument_blocks"]

KEYS = ("number", "name", "question", "choices", "condition")


@blocks.register
def instrument_blocks(value: Instrument, words: Words) -> Iterator[str]:
    """Give a form as blocks of HTML.

    Parameters
    ----------
    value, words
        The form and the language.
    """
    yield title(value.code, words.text(value.title))
    asked = numbers_of(value)
    moment = "" if value.moment is None else words.label("moment", value.moment)
    said = words.after_colon(words.label("notebook", "questions"), words.number(len(asked)))
    yield heading([moment, value.version, words.listed(value.languages), said])
    rows = list(_rows(value, words))
    head = [text_element("th", words.label("notebook", key)) for key in KEYS]
    yield element(
        "table",
        element("thead", element("tr", *head)),
        element("tbody", *rows[:MOST_ROWS]),
        class_="rows",
    )
    if len(rows) > MOST_ROWS:
        yield note(words.label("notebook", "more", count=words.number(len(rows) - MOST_ROWS)))


def _rows(form: Instrument, words: Words) -> Iterator[str]:
    numbers, section, grid = numbers_of(form), None, None
    for place in form.questions:
        if place.section is not section:
            section = place.section
            yield from _group(section.label, words)
        if place.grid is not grid and place.grid is not None:
            yield from _group(place.grid.label, words)
        grid = place.grid
        yield _question(place, form, words, str(numbers.get(place.name, "")))


def _group(label: Text | None, words: Words) -> Iterator[str]:
    """Name what the next questions have in common."""
    if label is not None:
        cell = element("td", text_element("bdi", words.text(label)), colspan=len(KEYS))
        yield element("tr", cell, class_="group")


def _question(place: QuestionPlace, form: Instrument, words: Words, number: str) -> str:
    question = place.question
    offered = None if question.choices is None else form.lists.get(question.choices)
    trees = tuple(each.tree for each in place.conditions)
    condition = condition_words(trees, form, numbers_of(form), words) if trees else ""
    choices = [] if offered is None else [words.text(each.label) for each in offered.choices]
    texts = (words.text(question.label), words.listed(choices), condition)
    return element(
        "tr",
        text_element("td", number, class_="figure"),
        text_element("td", place.name, class_="code"),
        *(element("td", text_element("bdi", each)) for each in texts),
    )
