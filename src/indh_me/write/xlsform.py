"""XLSForm workbooks: forms for Kobo, ODK and Enketo."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from os import PathLike

import numpy as np

from indh_me.errors import Fault, InvalidInputError
from indh_me.model.text import reads_right_to_left
from indh_me.survey import Instrument, with_fallback, words_of
from indh_me.survey.xlsform import (
    OWN_SHEET,
    TRANSLATED,
    FormSheet,
    XlsForm,
    language_header,
    translated,
    xlsform_of,
)

from .cell_faults import FIRST_DAY
from .data_rows import BLANK, DataColumn, DataRows
from .data_sheet import DataBook
from .grid import Book, Cell, PrintSetup, Sheet
from .style import HEADING, TEXT, Style
from .xlsx import write_book

__all__ = ["write_xlsform", "xlsform_book"]

#: A key of a path, in quotes or not.
KEY = re.compile(r'"([^"]*)"|([^."]+)')
#: Width of columns by name, in digits; words are wider.
WIDTHS = {
    "type": 26.0,
    "name": 24.0,
    "list_name": 20.0,
    "relevant": 36.0,
    "constraint": 30.0,
    "calculation": 36.0,
    "choice_filter": 26.0,
    "form_title": 48.0,
    "property": 28.0,
    "value": 48.0,
}
WORDS, OTHER = 44.0, 16.0


def write_xlsform(
    instrument: Instrument, path: str | PathLike[str], *, allow_missing: str | None = None
) -> None:
    """Write a form as an XLSForm, which Kobo, ODK Central, Enketo and others take.

    Parameters
    ----------
    instrument
        The form.
    path
        The .xlsx file; an old one is replaced whole or not at all.
    allow_missing
        A language whose words stand in for those that are missing in another; by default words
        that are missing are an error, since clients show ``-`` for them and say nothing.

    Raises
    ------
    InvalidInputError
        When words are missing: every cell that would be empty. When a default cannot stand in a
        cell.
    WorkbookError
        For a text that no cell can hold.
    OutputError
        When the file cannot be written; the old one is intact.

    Notes
    -----
    The sheet ``_indh_me`` is hidden and holds what an XLSForm cannot say, so that
    `read_instrument` gives the same form again. Equal forms give equal bytes.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> import indh_me as me
    >>> name = me.Question(name="name", kind="text", label=me.Text.of(fr="Votre nom ?"))
    >>> form = me.Instrument(
    ...     code="visit",
    ...     title=me.Text.of(ar="زيارة", fr="Une visite"),
    ...     version="2026112301",
    ...     languages=["ar", "fr"],
    ...     sections=[me.Section(name="who", items=[name])],
    ... )
    >>> file = pathlib.Path(tempfile.mkdtemp(), "visit.xlsx")
    >>> write_xlsform(form, file)
    Traceback (most recent call last):
    ...
    indh_me.errors.InvalidInputError: no words in 'ar' for the label of 'name'
      where: survey!C6
      mend:  translate it, or take words of another language (--allow-missing)
    >>> write_xlsform(form, file, allow_missing="fr")
    """
    filled = instrument
    if allow_missing is not None:
        filled = with_fallback(instrument, allow_missing)
    sheets = xlsform_of(filled)
    missing = tuple(_missing(filled, sheets))
    if missing:
        raise InvalidInputError(*missing)
    made = xlsform_book(filled, sheets)
    write_book(made.book, path, made.data)


def _missing(form: Instrument, sheets: XlsForm) -> Iterator[Fault]:
    """Find every cell that should hold words in one of the form's languages, and does not."""
    mend = "translate it, or take words of another language (--allow-missing)"
    cells: _Cells | None = None
    for path, words in words_of(form):
        for tag in words.missing(form.languages):
            cells = _Cells(sheets) if cells is None else cells
            named, place = cells.find(path, tag)
            yield Fault(f"no words in {tag!r} for the {named}", place, mend)


class _Cells:
    """Where the words of a form stand in its sheets."""

    def __init__(self, sheets: XlsForm) -> None:
        self.survey, self.choices = sheets.sheets[:2]
        self.rows = {row.get("name"): row.number for row in self.survey.rows}
        # What is asked of all rows of a grid stands in the row below its beginning.
        headings = {row.number for row in self.survey.rows if row.get("appearance") == "label"}
        self.rows |= {name: at + 1 for name, at in self.rows.items() if at + 1 in headings}
        self.listed = {
            (row.get("list_name"), row.get("name")): row.number for row in self.choices.rows
        }

    def find(self, path: str, language: str) -> tuple[str, str]:
        """Give the words for what a path of an instrument leads to, and its cell."""
        keys = [quoted or key for quoted, key in KEY.findall(path)]
        if keys == ["title"]:
            return "title", "settings!A2"
        *_, above, name, part = keys
        header = translated(part, language_header(language))
        if keys[0] == "choice_lists":
            row = self.listed[above, name]
            return f"label of choice {name!r}", self.choices.address(header, row)
        row = self.rows[name]
        return f"{part} of {name!r}", self.survey.address(header, row)


def xlsform_book(form: Instrument, sheets: XlsForm) -> DataBook:
    """Lay out the sheets of a form as a workbook, without writing it.

    Parameters
    ----------
    form
        The form.
    sheets
        Its sheets, as `xlsform_of` makes them.

    Raises
    ------
    WorkbookError
        For a text that no cell can hold.
    """
    turned = reads_right_to_left(form.languages[0])
    book = Book(
        [_sheet(sheet, right_to_left=turned) for sheet in sheets.sheets],
        title=form.code,
        created=_day(form.version),
    )
    styles = _word_styles(form)
    data = {sheet.name: _rows(sheet, styles) for sheet in sheets.sheets if len(sheet.rows) > 0}
    return DataBook(book, data)


def _day(version: str) -> date:
    """Give the day that a version begins with: the clock is not asked."""
    try:
        return max(date.fromisoformat(version[:8]), FIRST_DAY)
    except ValueError:
        return FIRST_DAY


def _sheet(sheet: FormSheet, *, right_to_left: bool) -> Sheet:
    header = HEADING.with_reading_order(right_to_left=False)
    return Sheet(
        sheet.name,
        [Cell(0, position, column, header) for position, column in enumerate(sheet.columns)],
        widths=[(position, _width(column)) for position, column in enumerate(sheet.columns)],
        freeze=(1, 0 if sheet.name == "settings" else 2),
        right_to_left=right_to_left,
        visibility="hidden" if sheet.name == OWN_SHEET else "visible",
        print_setup=PrintSetup(paper="A3", pages_across=2, repeat_rows=1, repeat_columns=2),
    )


def _word_styles(form: Instrument) -> Mapping[str, Style]:
    """Give the look of each column of words: the direction that its language reads in."""
    styles = {}
    for tag in form.languages:
        arabic = tag.partition("-")[0] == "ar"
        look = TEXT.with_reading_order(right_to_left=reads_right_to_left(tag), arabic=arabic)
        for column in TRANSLATED:
            styles[translated(column, language_header(tag))] = look
    return styles


def _rows(sheet: FormSheet, styles: Mapping[str, Style]) -> DataRows:
    """Hold the rows of a sheet as columns of texts."""
    plain = TEXT.with_reading_order(right_to_left=False)
    count = sheet.rows[-1].number - 1
    columns = []
    for column in sheet.columns:
        words: dict[str, int] = {}
        codes = np.full(count, BLANK, dtype=np.int32)
        for row in sheet.rows:
            text = row.cells.get(column)
            if text is not None:
                codes[row.number - 2] = words.setdefault(text, len(words))
        columns.append(DataColumn(codes=codes, words=words, style=styles.get(column, plain)))
    return DataRows(columns)


def _width(column: str) -> float:
    return WORDS if "::" in column else WIDTHS.get(column, OTHER)
