"""How long an XLSForm of 1 000 questions in three languages takes, against bare XlsxWriter."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from _measure import Ratio, report, time_calls

import indh_me as me
from indh_me.survey.xlsform import XlsForm

QUESTIONS = 1_000
SECTION = 20
LANGUAGES = ("ar", "fr", "en")


def words(about: str) -> me.Text:
    """Make a text in three languages."""
    return me.Text.of(
        ar=f"إلى أي حد كان التكوين مفيدا في عملكم؟ {about}",
        fr=f"Dans quelle mesure la formation a-t-elle été utile à votre travail ? {about}",
        en=f"How useful was the training for your work? {about}",
    )


def question(number: int) -> me.Question:
    """Make one of several kinds of questions, each asked under a condition."""
    name, relevant = f"q{number}", f"${{q{number - 1}}} != ''" if number > 0 else None
    label = words(str(number))
    match number % 4:
        case 0:
            return me.Question(
                name=name, kind="scale", label=label, choices="agree5", relevant=relevant
            )
        case 1:
            return me.Question(
                name=name, kind="multiple", label=label, choices="channels", relevant=relevant
            )
        case 2:
            return me.Question(
                name=name,
                kind="integer",
                label=label,
                relevant=relevant,
                constraint=". >= 0",
                constraint_message=words("0"),
            )
    return me.Question(
        name=name, kind="text", label=label, hint=words("hint"), required=True, relevant=relevant
    )


def instrument() -> me.Instrument:
    """Make a form of 1 000 questions in three languages."""
    lists = [
        me.ChoiceList(name, [me.Choice(code, words(code)) for code in codes])
        for name, codes in (("agree5", "12345"), ("channels", "abcdefghij"))
    ]
    return me.Instrument(
        code="big",
        title=words("big"),
        version="2026112301",
        languages=LANGUAGES,
        choice_lists=lists,
        sections=[
            me.Section(
                name=f"s{first}",
                label=words(f"s{first}"),
                items=[question(number) for number in range(first, first + SECTION)],
            )
            for first in range(0, QUESTIONS, SECTION)
        ],
    )


def bare(form: XlsForm, path: Path) -> Callable[[], None]:
    """Give a function that writes the cells of a form, no more."""
    pages = [
        (
            sheet.name,
            [(0, at, column) for at, column in enumerate(sheet.columns)]
            + [
                (row.number - 1, sheet.columns.index(column), text)
                for row in sheet.rows
                for column, text in row.cells.items()
            ],
        )
        for sheet in form.sheets
    ]

    def write() -> None:
        file = xlsxwriter.Workbook(path)
        look = file.add_format({"text_wrap": True, "border": 1})
        for name, cells in pages:
            write_string = file.add_worksheet(name).write_string
            for row, column, text in cells:
                write_string(row, column, text, look)
        file.close()

    return write


def main() -> None:
    """Measure making, checking and writing a form against writing the same cells."""
    form = instrument()
    folder = Path(tempfile.mkdtemp())
    sheets = me.xlsform_of(form)
    cells = sum(len(row.cells) for sheet in sheets.sheets for row in sheet.rows)
    print(f"{len(form.questions)} questions, {cells} cells")
    times = time_calls(
        lambda: me.write_xlsform(form, folder / "ours.xlsx"),
        bare(sheets, folder / "bare.xlsx"),
        repeats=7,
    )
    reading = time_calls(
        lambda: me.read_instrument(folder / "ours.xlsx"),
        lambda: me.write_xlsform(form, folder / "ours.xlsx"),
        repeats=3,
    )
    report(
        Ratio("XLSForm of 1 000 questions / bare XlsxWriter", *times, limit=1.5),
        Ratio("reading it / writing it", *reading),
    )


if __name__ == "__main__":
    main()
