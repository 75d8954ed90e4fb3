"""Codebooks: what each column of the answers means (CSV, DDI-Codebook 2.5)."""

import csv
import io
from collections.abc import Iterator, Mapping
from os import PathLike, fspath

from indh_me._codec.csv_text import text_to_cell
from indh_me._codec.limesurvey import LimeSurveyNames, limesurvey_names
from indh_me.model import Text
from indh_me.survey.choice import Choice
from indh_me.survey.instrument import Instrument
from indh_me.survey.question import QuestionKind
from indh_me.survey.section import QuestionPlace

from .codebook_ddi import ddi_codebook
from .replacing import replacing

__all__ = ["codebook_rows", "write_codebook"]

#: What is said of a question; the columns of words, one a language, come behind.
COLUMNS = (
    "form",
    "version",
    "section",
    "grid",
    "name",
    "kind",
    "code",
    "parent",
    "required",
    "relevant",
    "constraint",
    "calculation",
    "item",
    "module",
    "kirkpatrick",
    "ltem",
    "construct",
    "direction",
    "acceptable",
    "right",
    "objective",
    "feeds",
    "limesurvey_name",
    "limesurvey_code",
)


def write_codebook(form: Instrument, path: str | PathLike[str]) -> None:
    """Write what each column of a form's answers means.

    Parameters
    ----------
    form
        The form.
    path
        The file. With the suffix ``.xml`` it is a DDI-Codebook 2.5, with any other a CSV file of
        one row a question and one more for each of its choices.

    Raises
    ------
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
    >>> file = pathlib.Path(tempfile.mkdtemp(), "demo.csv")
    >>> write_codebook(form, file)
    >>> "job" in file.read_text(encoding="utf-8")
    True
    """
    if fspath(path).lower().endswith(".xml"):
        text = ddi_codebook(form)
    else:
        rows = codebook_rows(form)
        table = io.StringIO()
        writer = csv.DictWriter(table, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: text_to_cell(words) for key, words in row.items()} for row in rows)
        text = table.getvalue()
    with replacing(path) as new:
        new.write_text(text, encoding="utf-8", newline="")


def codebook_rows(form: Instrument) -> tuple[Mapping[str, str], ...]:
    """Lay out the codebook of a form as rows.

    Parameters
    ----------
    form
        The form.

    Returns
    -------
    tuple[Mapping[str, str], ...]
        Texts by column: one row a question, its ``code`` empty, and below it one for each choice.
        Words stand in ``label_ar``, ``label_fr`` ... and are empty where they are missing.

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
    >>> [(row["name"], row["label_fr"]) for row in codebook_rows(form)]
    [('job', 'Votre métier ?')]
    """
    short = limesurvey_names(form)
    return tuple(row for place in form.questions for row in _rows(form, place, short))


def _rows(
    form: Instrument, place: QuestionPlace, short: LimeSurveyNames
) -> Iterator[Mapping[str, str]]:
    question = place.question
    about = {
        "form": form.code,
        "version": form.version,
        "section": place.section.name,
        "grid": "" if place.grid is None else place.grid.name,
        "name": question.name,
        "kind": question.kind.value,
    }
    blank = dict.fromkeys((*COLUMNS, *(f"label_{tag}" for tag in form.languages)), "")
    yield {
        **blank,
        **about,
        "required": "yes" if question.required else "no",
        "relevant": " and ".join(f"({each})" for each in place.conditions),
        "constraint": _written(question.constraint),
        "calculation": _written(question.calculation),
        **_measured(place),
        "limesurvey_name": short.names[question.name],
        **_words(form, question.label),
    }
    listed = form.choices_of(question)
    for choice in () if listed is None else listed.choices:
        is_many = question.kind is QuestionKind.MULTIPLE
        codes = (short.options if is_many else short.codes)[question.choices or ""]
        yield {
            **blank,
            **about,
            "code": choice.code,
            "parent": choice.parent or "",
            **_standard(form, place, choice),
            "limesurvey_name": short.names[question.name],
            "limesurvey_code": codes[choice.code],
            **_words(form, choice.label),
        }


def _words(form: Instrument, words: Text | None) -> dict[str, str]:
    return {f"label_{tag}": "" if words is None else words.get(tag) or "" for tag in form.languages}


def _written(value: object) -> str:
    return "" if value is None else str(value)


def _measured(place: QuestionPlace) -> dict[str, str]:
    measures = place.question.measures
    if measures is None:
        return {}
    parts = ("item", "module", "kirkpatrick", "ltem", "construct", "objective", "feeds")
    direction = measures.direction
    return {
        **{part: _written(getattr(measures, part)) for part in parts},
        "direction": "" if direction is None else direction.value,
    }


def _standard(form: Instrument, place: QuestionPlace, choice: Choice) -> dict[str, str]:
    """Tell whether a choice is right, and whether it counts as acceptable."""
    measures = place.question.measures
    listed = form.choices_of(place.question)
    if measures is None or listed is None:
        return {}
    told = {}
    if measures.key is not None:
        told["right"] = "yes" if choice.code == measures.key else "no"
    is_acceptable = measures.accepts(choice.code, listed.codes)
    if is_acceptable is not None and choice.is_substantive:
        told["acceptable"] = "yes" if is_acceptable else "no"
    return told
