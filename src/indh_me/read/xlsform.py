"""Forms out of XLSForm workbooks."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from os import PathLike, fspath
from pathlib import Path

from indh_me.errors import InvalidFileError, InvalidInputError
from indh_me.survey import Instrument
from indh_me.survey.xlsform import OWN_SHEET, FormRow, FormSheet, XlsForm, instrument_of

from .entry_columns import Row
from .safety import refused_file
from .workbook import META
from .workbook_file import opened_workbook

__all__ = ["read_instrument", "read_xlsform"]

#: Sheets that say what a form is; of others, such as notes of its authors, the name is kept.
SHEETS = ("survey", "choices", "settings", OWN_SHEET)
MONITORING = "take its figures with 'indh-me collect', or give an XLSForm"
TOO_LARGE = "remove pictures and sheets that are no part of the form"


def read_instrument(path: str | PathLike[str]) -> Instrument:
    """Read a form from an XLSForm, our own or that of somebody else.

    Parameters
    ----------
    path
        The .xlsx file.

    Returns
    -------
    Instrument
        The form. One that `write_xlsform` wrote comes back as it was; of another, that is read
        which an instrument has.

    Raises
    ------
    InvalidFileError
        When the file cannot be read, and with everything that is wrong with the form, each with
        its cell: types that an instrument has not, such as ``geopoint`` and repeats, expressions
        that cannot be read, lists that do not exist, questions that depend on a later one.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> import indh_me as me
    >>> words = me.Text.of(en="Your name?", fr="Votre nom ?")
    >>> name = me.Question(name="name", kind="text", label=words)
    >>> form = me.Instrument(
    ...     code="visit",
    ...     title=me.Text.of(en="A visit", fr="Une visite"),
    ...     version="2026112301",
    ...     languages=["fr", "en"],
    ...     sections=[me.Section(name="who", items=[name])],
    ... )
    >>> file = pathlib.Path(tempfile.mkdtemp(), "visit.xlsx")
    >>> me.write_xlsform(form, file)
    >>> read_instrument(file) == form
    True
    """
    form = read_xlsform(path)
    try:
        return instrument_of(form)
    except InvalidInputError as error:
        raise InvalidFileError(*error.faults) from None


def read_xlsform(path: str | PathLike[str]) -> XlsForm:
    """Read the sheets of an XLSForm as they stand, right or wrong.

    Parameters
    ----------
    path
        The .xlsx file.

    Returns
    -------
    XlsForm
        Its sheets ``survey``, ``choices``, ``settings`` and our own, as far as they are there; of
        others the names.

    Raises
    ------
    InvalidFileError
        When the file cannot be read, or is not safe to open; for a monitoring workbook of ours.

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
    >>> file = pathlib.Path(tempfile.mkdtemp(), "demo.xlsx")
    >>> me.write_xlsform(form, file)
    >>> [sheet.name for sheet in read_xlsform(file).sheets]
    ['survey', 'choices', 'settings', '_indh_me']
    """
    with opened_workbook(path, TOO_LARGE) as opened:
        sheets = [
            _sheet(name, opened.rows(name))
            if name.strip().lower() in SHEETS
            else FormSheet(name, (), ())
            for name in opened.names
        ]
    form = XlsForm(sheets, file=fspath(path))
    if form.sheet(META) is not None and form.sheet("survey") is None:
        raise refused_file(Path(path), "is a monitoring workbook, no form", MONITORING)
    return form


def _sheet(name: str, rows: Sequence[Row]) -> FormSheet:
    header = [_text(cell) for cell in rows[0]] if len(rows) > 0 else []
    return FormSheet(name, header, tuple(_rows(header, rows)))


def _rows(header: Sequence[str], rows: Sequence[Row]) -> Iterator[FormRow]:
    for number, row in enumerate(rows[1:], 2):
        cells: dict[str, str] = {}
        for column, cell in zip(header, row, strict=False):
            text = _text(cell)
            if text != "" and column != "":
                cells.setdefault(column, text)
        if cells:
            yield FormRow(number, cells)


def _text(cell: object) -> str:
    """Give what stands in a cell as it would be typed: programs make numbers of some codes."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
