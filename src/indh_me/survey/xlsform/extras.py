"""The sheet of ours: what we know of a form and its other sheets cannot say.

Converters leave sheets alone that they do not know. The names of ours begin with ``_``, so that
they are taken for no misspelt one either.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from indh_me.survey.instrument import Instrument
from indh_me.survey.measure import Measurement
from indh_me.survey.question import Grid, Question, QuestionKind
from indh_me.survey.section import QuestionPlace

from .form import FormRow, FormSheet

__all__ = ["FILLER", "OWN_SHEET", "Extras", "is_silent", "own_sheet", "said_kind"]

OWN_SHEET = "_indh_me"
COLUMNS = ("part", "name", "property", "value")
MEASURES = "measures"
#: What a section of calculations needs beside them, and the end of its name.
FILLER = "filler"
#: Parts of a measurement that stand in one cell.
PLAIN = (
    "item",
    "module",
    "kirkpatrick",
    "ltem",
    "construct",
    "acceptable_from",
    "key",
    "objective",
    "feeds",
)
LEVEL = re.compile(r"[0-9]{1,3}", re.ASCII)
#: Points of a scale that fit side by side on a telephone.
LIKERT = 5

Entry = tuple[str, str, str, str]


def own_sheet(form: Instrument) -> FormSheet:
    """Make the sheet of what the others cannot say.

    Parameters
    ----------
    form
        The form.
    """
    rows = [
        FormRow(number, {column: each for column, each in zip(COLUMNS, entry, strict=True) if each})
        for number, entry in enumerate(_entries(form), 2)
    ]
    return FormSheet(OWN_SHEET, COLUMNS, rows)


def _entries(form: Instrument) -> Iterator[Entry]:
    yield from _form(form)
    for listed in form.choice_lists:
        if listed.is_scale:
            yield "list", listed.name, "is_scale", "yes"
        for choice in listed.choices:
            if choice.label is None:
                yield "choice", f"{listed.name}/{choice.code}", "label", "none"
    for section in form.sections:
        if all(is_silent(item) for item in section.items):
            yield "section", section.name, FILLER, "yes"
    for place in form.questions:
        question = place.question
        if said_kind(place, form) is not question.kind:
            yield "question", question.name, "kind", question.kind.value
        if question.kind is QuestionKind.CONSENT and not question.required:
            yield "question", question.name, "required", "no"
        yield from _measures(question)


def _form(form: Instrument) -> Iterator[Entry]:
    yield "form", "", "format", "1"
    for tag in form.languages:
        words = form.title.get(tag)
        if words is not None:
            yield "form", "", f"title::{tag}", words
    if form.moment is not None:
        yield "form", "", "moment", form.moment.value


def is_silent(item: Question | Grid) -> bool:
    """Tell whether nobody sees anything of a question.

    Parameters
    ----------
    item
        A question or grid.
    """
    return isinstance(item, Question) and item.kind is QuestionKind.CALCULATED


def said_kind(place: QuestionPlace, form: Instrument) -> QuestionKind:
    """Tell what kind of question its row in the sheet ``survey`` says that it is.

    Parameters
    ----------
    place
        The question, and where it stands.
    form
        The form.
    """
    kind = place.question.kind
    if kind is QuestionKind.CONSENT:
        return QuestionKind.SINGLE
    if kind is QuestionKind.SCALE:
        listed = form.choices_of(place.question)
        is_short = listed is not None and len(listed.choices) <= LIKERT
        return kind if place.grid is None and is_short else QuestionKind.SINGLE
    return kind


def _measures(question: Question) -> Iterator[Entry]:
    measures = question.measures
    if measures is None:
        return
    yield "question", question.name, MEASURES, "yes"
    for part in PLAIN:
        value = getattr(measures, part)
        if value is not None:
            yield "question", question.name, f"{MEASURES}.{part}", str(value)
    if measures.direction is not None:
        yield "question", question.name, f"{MEASURES}.direction", measures.direction.value
    for tag, status in measures.review:
        yield "question", question.name, f"{MEASURES}.review::{tag}", status


def _said(sheet: FormSheet | None) -> Mapping[tuple[str, str], Mapping[str, tuple[str, int]]]:
    found: dict[tuple[str, str], dict[str, tuple[str, int]]] = {}
    for row in () if sheet is None else sheet.rows:
        part, name, key, value = (row.get(column) for column in COLUMNS)
        found.setdefault((part, name), {}).setdefault(key, (value, row.number))
    return found


@frozen
class Extras:
    """What our own sheet says.

    Parameters
    ----------
    sheet
        The sheet; `None` for a form of somebody else.
    """

    sheet: FormSheet | None
    said: Mapping[tuple[str, str], Mapping[str, tuple[str, int]]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Sort the rows by what they are about."""
        object.__setattr__(self, "said", _said(self.sheet))

    def get(self, part: str, name: str, key: str) -> str | None:
        """Give a property; `None` when nothing is said of it.

        Parameters
        ----------
        part
            ``form``, ``list``, ``choice``, ``section`` or ``question``.
        name
            Its name.
        key
            Name of the property.
        """
        found = self.said.get((part, name), {}).get(key)
        return None if found is None else found[0]

    def by_language(self, part: str, name: str, key: str) -> Mapping[str, str]:
        """Give a property that is said once in each language, by their tags."""
        return {
            each.partition("::")[2]: value
            for each, (value, _) in self.said.get((part, name), {}).items()
            if each.startswith(f"{key}::")
        }

    def address(self, part: str, name: str, key: str) -> str:
        """Give the cell in which a property is said.

        Parameters
        ----------
        part, name, key
            As for `get`.
        """
        if self.sheet is None:
            return ""
        held = self.said.get((part, name), {})
        found = held.get(key) or next(iter(held.values()), None)
        return self.sheet.name if found is None else self.sheet.address("value", found[1])

    def measures(self, name: str) -> Measurement | None:
        """Make what a question measures; `None` when nothing is said of that.

        Parameters
        ----------
        name
            Name of the question.

        Raises
        ------
        InvalidInputError
            For levels, codes and words that do not exist.
        """
        held = self.said.get(("question", name), {})
        parts = {key.removeprefix(f"{MEASURES}."): value for key, (value, _) in held.items()}
        if MEASURES not in held and not any(key.startswith(f"{MEASURES}.") for key in held):
            return None
        said: dict[str, Any] = {key: parts[key] for key in (*PLAIN, "direction") if key in parts}
        for key in ("kirkpatrick", "ltem"):
            if LEVEL.fullmatch(said.get(key, "")) is not None:
                said[key] = int(said[key])
        review = self.by_language("question", name, f"{MEASURES}.review")
        return Measurement(**said, review=review)
