"""A form of three languages without fault, and the same with one cell changed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

from indh_me.survey.xlsform import FormRow, FormSheet, XlsForm

__all__ = ["AR", "EN", "FR", "GOOD", "Sheets", "changed", "form_of", "write_book"]

#: Sheets as tables: the header row first.
Sheets = Mapping[str, Sequence[Sequence[str]]]

AR, FR, EN = "العربية (ar)", "Français (fr)", "English (en)"
SURVEY = (
    *("type", "name", f"label::{AR}", f"label::{FR}", f"label::{EN}"),
    *(f"hint::{AR}", f"hint::{FR}", f"hint::{EN}"),
    *("required", "relevant", "constraint"),
    *(f"constraint_message::{each}" for each in (AR, FR, EN)),
    *("calculation", "default", "appearance", "parameters", "choice_filter"),
)
CHOICES = ("list_name", "name", f"label::{AR}", f"label::{FR}", f"label::{EN}", "region")
SETTINGS = ("form_title", "form_id", "version", "default_language", "style")


def _question(kind: str, name: str, *labels: str, **cells: str) -> tuple[str, ...]:
    """Write a row of the survey sheet."""
    texts = dict(zip((AR, FR, EN), labels, strict=False))
    row = {"type": kind, "name": name}
    row |= {f"label::{language}": words for language, words in texts.items()}
    for column in ("hint", "constraint_message"):
        words = cells.pop(column, "")
        if words != "":
            parts = zip((AR, FR, EN), words.split("|"), strict=True)
            row |= {f"{column}::{language}": part for language, part in parts}
    row |= cells
    return tuple(row.get(column, "") for column in SURVEY)


def _choices(name: str, *choices: str) -> list[tuple[str, ...]]:
    """Write rows of the choices sheet."""
    return [(name, *choice.split("|"), "") for choice in choices]


POSITIVE = "لا أقل من صفر|Pas moins de 0|Not below 0"
FIELD_LIST = "field-list"
GOOD: Sheets = {
    "survey": (
        SURVEY,
        _question("start", "start"),
        _question(
            *("select_one yn", "consent", "هل توافق؟", "Acceptez-vous ?", "Do you agree?"),
            required="yes",
            hint="اختر جوابا|Choisissez une réponse|Pick an answer",
        ),
        _question("begin_group", "answers", relevant="${consent} = 'yes'"),
        _question(
            *("integer", "age", "كم عمرك؟", "Quel est votre âge ?", "How old are you?"),
            constraint=". >= 0 and . <= 120",
            constraint_message=POSITIVE,
        ),
        _question(
            "integer", "children", "كم طفلا لك؟", "Combien d'enfants ?", "How many children?"
        ),
        _question(
            *("select_multiple channels", "channels", "كيف علمت بالورشة؟"),
            *("Comment l'avez-vous appris ?", "How did you hear of it?"),
            constraint="not(selected(., 'none') and count-selected(.) > 1)",
            constraint_message="لا شيء أو غيره|Aucun, ou d'autres|None, or others",
        ),
        _question(
            *("text", "channels_other", "ما هي؟", "Laquelle ?", "Which one?"),
            relevant="selected(${channels}, 'other')",
        ),
        _question("select_one region", "region", "الجهة", "Région", "Region"),
        _question(
            *("select_one province", "province", "الإقليم", "Province", "Province"),
            choice_filter="region = ${region}",
            appearance="minimal",
        ),
        _question(
            *("range", "recommend", "هل توصي بها؟", "La recommandez-vous ?", "Would you?"),
            parameters="start=0 end=10 step=2",
        ),
        _question("date", "day", "اليوم", "Jour", "Day", default="2026-11-23"),
        _question(
            *("text", "code", "رمزك", "Votre code", "Your code"),
            constraint="regex(., '^[A-Z]{3}$')",
            constraint_message="ثلاثة حروف|Trois lettres|Three letters",
        ),
        _question("begin_group", "views", appearance=FIELD_LIST),
        _question(
            *("select_one agree", "views_head", "رأيك", "Votre avis", "Your view"),
            appearance="label",
        ),
        _question(
            *("select_one agree", "useful", "مفيدة لعملي", "Utile", "Useful"),
            appearance="list-nolabel",
        ),
        _question(
            *("select_one agree", "pace", "إيقاع مناسب", "Bon rythme", "Good pace"),
            appearance="list-nolabel",
        ),
        _question(
            *("select_one satis", "room", "القاعة", "La salle", "The room"), appearance="likert"
        ),
        _question("end_group", ""),
        _question(*("calculate", "household"), calculation="coalesce(${children}, 0) + 1"),
        _question("note", "thanks", "شكرا ${age}", "Merci ${age}", "Thank you ${age}"),
        _question("end_group", ""),
    ),
    "choices": (
        CHOICES,
        *_choices("yn", "yes|نعم|Oui|Yes", "no|لا|Non|No"),
        *_choices(
            "agree", "1|لا أوافق|Pas d'accord|No", "2|محايد|Neutre|Neutral", "3|أوافق|D'accord|Yes"
        ),
        *_choices(
            "satis", "1|غير راض|Insatisfait|Unhappy", "2|محايد|Neutre|Neutral", "3|راض|Content|Glad"
        ),
        *_choices(
            *("channels", "radio|الإذاعة|Radio|Radio", "poster|ملصق|Affiche|Poster"),
            *("other|غيرها|Autre|Other", "none|لا شيء|Aucun|None"),
        ),
        *_choices("region", "south|الجنوب|Sud|South", "north|الشمال|Nord|North"),
        ("province", "dakhla", "الداخلة", "Dakhla", "Dakhla", "south"),
        ("province", "tanger", "طنجة", "Tanger", "Tangier", "north"),
    ),
    "settings": (
        SETTINGS,
        ("تقييم / Évaluation / Feedback", "feedback", "2026112301", FR, "pages"),
    ),
}


def form_of(sheets: Sheets, file: str = "form.xlsx") -> XlsForm:
    """Give a form of tables."""
    return XlsForm((_sheet(name, rows) for name, rows in sheets.items()), file)


def _sheet(name: str, rows: Sequence[Sequence[str]]) -> FormSheet:
    head, *body = rows or [()]
    return FormSheet(
        name,
        head,
        [
            FormRow(number, {c: v for c, v in zip(head, row, strict=False) if v != ""})
            for number, row in enumerate(body, start=2)
            if any(row)
        ],
    )


def changed(sheets: Sheets, sheet: str, row: int, column: int, text: str) -> Sheets:
    """Give the same tables with the text of one cell changed; row and column from 0."""
    rows = [list(each) for each in sheets[sheet]]
    rows[row][column] = text
    return {**sheets, sheet: rows}


def write_book(sheets: Sheets, path: Path) -> None:
    """Write tables as somebody else's program would, to an .xlsx file."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if text == "" else text for text in row])
    book.save(path)
