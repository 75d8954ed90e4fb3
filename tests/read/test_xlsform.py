from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

import indh_me as me
from indh_me.read.xlsform import read_instrument, read_xlsform

Sheet = Sequence[Sequence[object]]
SURVEY: Sheet = [["type", "name", "label"], ["integer", "age", "Your age?"]]


def workbook(folder: Path, sheets: Mapping[str, Sheet]) -> Path:
    """Write a workbook as somebody else would."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    file = folder / "visit.xlsx"
    book.save(file)
    return file


def test_form_of_somebody_else_is_read(tmp_path: Path) -> None:
    """A form needs no more than its questions; other sheets and capitals do not matter."""
    notes = [["remarks"], ["by the author"]]
    form = read_instrument(workbook(tmp_path, {"Survey": SURVEY, "notes": notes}))

    assert ("visit", ["age"]) == (form.code, [place.name for place in form.questions])


def test_cells_are_texts(tmp_path: Path) -> None:
    """Numbers, days and truth values are given as they would be typed."""
    cells = [
        1,
        1.5,
        True,
        datetime(2008, 3, 27),  # noqa: DTZ001 - a cell knows no time zone
        datetime(2008, 3, 27, 9),  # noqa: DTZ001 - the same
        time(9, 30),
        " a ",
        None,
    ]
    header = [f"c{number}" for number in range(len(cells))]
    file = workbook(tmp_path, {"survey": [header, cells, [], ["x"], [None] * 8 + ["beside"]]})
    (sheet,) = read_xlsform(file).sheets

    assert ["1", "1.5", "TRUE", "2008-03-27", "2008-03-27T09:00:00", "09:30:00", " a "] == list(
        sheet.rows[0].cells.values()
    )
    assert [2, 4] == [row.number for row in sheet.rows]
    assert str(file) == read_xlsform(file).file


def test_first_of_two_columns_counts(tmp_path: Path) -> None:
    """Of two columns with the same header the first one is read."""
    file = workbook(tmp_path, {"survey": [["name", "name"], ["a", "b"]]})

    assert "a" == read_xlsform(file).sheets[0].rows[0].get("name")


def test_faults_have_file_and_cell(tmp_path: Path) -> None:
    """What is wrong with a form is an error of its file, with each cell."""
    survey = [*SURVEY, ["geopoint", "where", "Where?"], ["text", "a b", "?"]]
    file = workbook(tmp_path, {"survey": survey})
    with pytest.raises(me.InvalidFileError) as refused:
        read_instrument(file)

    assert [f"{file}: survey!A3", f"{file}: survey!B4"] == [
        str(fault.where) for fault in refused.value.faults
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"name,type\n"])
def test_file_that_is_no_workbook_is_refused(content: bytes, tmp_path: Path) -> None:
    """What is no workbook is refused before anything reads it."""
    file = tmp_path / "visit.xlsx"
    file.write_bytes(content)
    for read in (read_xlsform, read_instrument):
        with pytest.raises(me.InvalidFileError):
            read(file)


def test_empty_sheet_is_read(tmp_path: Path) -> None:
    """A sheet without a cell is a sheet without columns."""
    (sheet,) = read_xlsform(workbook(tmp_path, {"survey": []})).sheets

    assert ((), ()) == (sheet.columns, sheet.rows)


def test_day_of_a_default_is_read_back(tmp_path: Path) -> None:
    """A day that a spreadsheet made a date of is the day that was meant."""
    day = ["date", "day", "?", date(2008, 3, 27)]
    survey: Sheet = [["type", "name", "label", "default"], day]
    form = read_instrument(workbook(tmp_path, {"survey": survey}))

    assert "2008-03-27" == form.questions[0].question.default
