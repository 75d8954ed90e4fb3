"""Forms for LimeSurvey: the tab-separated structure file that it imports."""

import csv
import html
import io
from collections.abc import Iterator, Mapping
from os import PathLike

from attrs import frozen

from indh_me._codec.limesurvey import LimeSurveyNames, limesurvey_names
from indh_me.model import Text
from indh_me.survey.choice import ChoiceList
from indh_me.survey.instrument import Instrument
from indh_me.survey.question import Grid, Question, QuestionKind
from indh_me.survey.section import QuestionPlace, Section

from .limesurvey_logic import LimeSurveyLogic
from .questionnaire.readable import readable_in
from .replacing import replacing

__all__ = ["limesurvey_rows", "write_limesurvey"]

#: Columns that every import knows, and the advanced settings that these forms use.
COLUMNS = (
    "id",
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "other",
    "default",
    "same_default",
    "em_validation_q",
    "em_validation_q_tip",
    "hidden",
    "num_value_int_only",
)
#: Types of questions in LimeSurvey.
TYPES: Mapping[QuestionKind, str] = {
    QuestionKind.SINGLE: "L",
    QuestionKind.SCALE: "L",
    QuestionKind.CONSENT: "L",
    QuestionKind.MULTIPLE: "M",
    QuestionKind.INTEGER: "N",
    QuestionKind.DECIMAL: "N",
    QuestionKind.DATE: "D",
    QuestionKind.TEXT: "S",
    QuestionKind.CALCULATED: "*",
    QuestionKind.NOTE: "X",
}
GRID, DROP_DOWN = "F", "!"


def write_limesurvey(
    form: Instrument, path: str | PathLike[str], *, allow_missing: str | None = None
) -> None:
    """Write a form as the tab-separated file (``.txt``) that LimeSurvey imports.

    Names and codes are shortened to what LimeSurvey takes; the codebook
    (`write_codebook`) lists both. Choices within other choices, such as the communes of a
    province, are all listed, and an answer that does not belong to the one before is refused.

    Parameters
    ----------
    form
        The form.
    path
        The file; an old one is replaced whole or not at all.
    allow_missing
        A language to take words from that are missing in another.

    Raises
    ------
    InvalidInputError
        When words are missing in a language: the places of all of them.
    OutputError
        When the file cannot be written; the old one is intact.

    Examples
    --------
    >>> import indh_me as me
    >>> job = me.Question(name="job", kind="text", label=me.Text.of(fr="Votre métier ?"))
    >>> form = me.Instrument(
    ...     code="demo",
    ...     title=me.Text.of(fr="Essai"),
    ...     version="2026112301",
    ...     languages=["fr"],
    ...     sections=[me.Section(name="about", items=[job])],
    ... )
    >>> import pathlib, tempfile
    >>> file = pathlib.Path(tempfile.mkdtemp(), "demo.txt")
    >>> write_limesurvey(form, file)
    >>> "job" in file.read_text(encoding="utf-8")
    True
    """
    rows = limesurvey_rows(readable_in(form, form.languages, allow_missing))
    table = io.StringIO()
    writer = csv.DictWriter(
        table, fieldnames=COLUMNS, restval="", dialect="excel-tab", lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(rows)
    with replacing(path) as new:
        new.write_text(table.getvalue(), encoding="utf-8", newline="")


def limesurvey_rows(form: Instrument) -> tuple[Mapping[str, str], ...]:
    """Lay a form out as the rows of LimeSurvey's structure file.

    Parameters
    ----------
    form
        A form with nothing missing in any language.

    Returns
    -------
    tuple[Mapping[str, str], ...]
        Texts by column; all of the first language, then all of the next.

    Examples
    --------
    >>> import indh_me as me
    >>> job = me.Question(name="job", kind="text", label=me.Text.of(fr="Votre métier ?"))
    >>> form = me.Instrument(
    ...     code="demo",
    ...     title=me.Text.of(fr="Essai"),
    ...     version="2026112301",
    ...     languages=["fr"],
    ...     sections=[me.Section(name="about", items=[job])],
    ... )
    >>> [row["name"] for row in limesurvey_rows(form) if row["class"] == "Q"]
    ['job']
    """
    names = limesurvey_names(form)
    rows = _Rows(form, names, LimeSurveyLogic(form, names))
    return (*rows.settings(), *(row for tag in form.languages for row in rows.of_language(tag)))


@frozen
class _Rows:
    """The rows of one form."""

    form: Instrument
    names: LimeSurveyNames
    logic: LimeSurveyLogic

    def settings(self) -> Iterator[dict[str, str]]:
        first, *others = self.form.languages
        yield {"class": "S", "name": "language", "text": first}
        if others:
            yield {"class": "S", "name": "additional_languages", "text": " ".join(others)}
        yield {"class": "S", "name": "format", "text": "G"}
        for tag in self.form.languages:
            title = self.form.title.get(tag) or ""
            yield {"class": "SL", "name": "surveyls_title", "text": title, "language": tag}

    def of_language(self, tag: str) -> Iterator[dict[str, str]]:
        number = 0
        for at, section in enumerate(self.form.sections):
            yield self.group(at, section, tag)
            for item in section.items:
                number += 1
                for row in self.item(item, section, tag):
                    own = {"id": str(number)} if row["class"] == "Q" else {}
                    yield {**row, **own, "language": tag}

    def item(self, item: Question | Grid, section: Section, tag: str) -> Iterator[dict[str, str]]:
        if isinstance(item, Grid):
            yield from self.grid(item, tag)
        else:
            yield from self.question(item, section, tag)

    def group(self, at: int, section: Section, tag: str) -> dict[str, str]:
        label = section.label or self.form.title
        return {
            "class": "G",
            "type/scale": f"G{at}",
            "name": _shown(label, tag),
            "relevance": "1" if section.relevant is None else self.logic.write(section.relevant),
            "language": tag,
        }

    def grid(self, grid: Grid, tag: str) -> Iterator[dict[str, str]]:
        required = all(row.required for row in grid.rows)
        yield {
            "class": "Q",
            "type/scale": GRID,
            "name": self.names.names[grid.name],
            "relevance": "1" if grid.relevant is None else self.logic.write(grid.relevant),
            "text": _shown(grid.label, tag),
            "mandatory": "Y" if required else "N",
        }
        for row in grid.rows:
            yield {
                "class": "SQ",
                "type/scale": "0",
                "name": self.names.names[row.name],
                "relevance": "1",
                "text": _shown(row.label, tag),
            }
        yield from self.answers(self.form.lists[grid.choices], tag)

    def question(self, question: Question, section: Section, tag: str) -> Iterator[dict[str, str]]:
        place = QuestionPlace(question, section)
        kind = TYPES[question.kind] if question.within is None else DROP_DOWN
        row = {
            "class": "Q",
            "type/scale": kind,
            "name": self.names.names[question.name],
            "relevance": "1" if question.relevant is None else self.logic.write(question.relevant),
            "text": _shown(question.label, tag),
            "help": _shown(question.hint, tag),
            "mandatory": "Y" if question.required else "N",
            "num_value_int_only": "1" if question.kind is QuestionKind.INTEGER else "",
        }
        if question.calculation is not None:
            row |= {"text": f"{{{self.logic.write(question.calculation)}}}", "hidden": "1"}
        rules = list(self.rules(place))
        if rules:
            row["em_validation_q"] = " and ".join(rules)
            row["em_validation_q_tip"] = _shown(question.constraint_message, tag)
        listed = self.form.choices_of(question)
        if listed is not None and question.default is not None:
            row["default"] = self.names.codes[listed.name][question.default]
        elif question.default is not None:
            row["default"] = question.default
        yield row
        if listed is None:
            return
        if question.kind is QuestionKind.MULTIPLE:
            for choice in listed.choices:
                yield {
                    "class": "SQ",
                    "type/scale": "0",
                    "name": self.names.options[listed.name][choice.code],
                    "relevance": "1",
                    "text": _shown(choice.label, tag),
                }
        else:
            yield from self.answers(listed, tag)

    def answers(self, listed: ChoiceList, tag: str) -> Iterator[dict[str, str]]:
        for choice in listed.choices:
            yield {
                "class": "A",
                "type/scale": "0",
                "name": self.names.codes[listed.name][choice.code],
                "text": _shown(choice.label, tag),
            }

    def rules(self, place: QuestionPlace) -> Iterator[str]:
        """Write what an answer must meet."""
        question = place.question
        own = self.logic.variable(place)
        if question.constraint is not None:
            rule = self.logic.write(question.constraint, place)
            # A constraint is not about what was left empty, except that a multiple choice is
            # never empty as a whole to LimeSurvey.
            is_many = question.kind is QuestionKind.MULTIPLE
            yield rule if is_many else f"(is_empty({own}) or {rule})"
        listed = self.form.choices_of(question)
        if question.within is not None and listed is not None:
            outer = self.form.question(question.within)
            assert outer is not None  # noqa: S101 - an instrument has no condition on nothing
            codes = self.names.codes
            parent = f"{self.names.names[outer.name]}.NAOK"
            pairs = (
                f'({parent} == "{codes[outer.choices or ""][choice.parent or ""]}" and '
                f'{own} == "{codes[listed.name][choice.code]}")'
                for choice in listed.choices
            )
            yield f"(is_empty({own}) or {' or '.join(pairs)})"


def _shown(words: Text | None, tag: str) -> str:
    """Write words as the HTML that LimeSurvey takes; braces would be an expression."""
    text = "" if words is None else words.get(tag) or ""
    return html.escape(text, quote=False).replace("{", "&#123;").replace("}", "&#125;")
