from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from filled_workbook import AS_OF, DEMO, Desk, rejected
from hostile import book, cells, packed
from indh_me.compute import EnteredFigure, EnteredWorkbook, EntryIssue
from indh_me.errors import InvalidFileError
from indh_me.model import Observations
from indh_me.read import read_workbook
from indh_me.write.sheets.entry_columns import FIRST_ROW, HEADER_ROW, POSITION
from refusals import refusal

KNOWN = Observations.from_columns(
    ["T-R1", "T-R1", "C-R2"], ["2008", "2009", "2010"], [18_000, 21_000, 45.5]
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a workbook in French in which three figures are known."""
    return Desk(tmp_path, observations=KNOWN)


def noted(read: EnteredWorkbook) -> list[str]:
    """Give what is only to be noted."""
    return [each.fault.what for each in read.findings if each.issue is EntryIssue.NOTED]


def figure(read: EnteredWorkbook, code: str, period: str, group: str = "") -> EnteredFigure:
    """Give a figure."""
    (found,) = [
        each
        for each in read.figures
        if (each.indicator, str(each.period), str(each.categories)) == (code, period, group)
    ]
    return found


def test_what_the_workbook_says_of_itself(desk: Desk) -> None:
    """Framework, language, layout, day and version are read."""
    read = desk.read()

    assert ("DEMO", "fr", "itt", AS_OF, 1) == (
        *(read.framework, read.language, read.layout, read.as_of, read.format_version),
    )


@pytest.mark.parametrize("language", ["ar", "fr", "en", "es", "ar-MA"])
def test_untouched_workbook(tmp_path: Path, language: str) -> None:
    """A workbook that nobody touched gives back what it was made from, and no findings."""
    read = Desk(tmp_path, observations=KNOWN, language=language).read()

    assert () == read.findings
    assert KNOWN == read.observations
    assert language == read.language


def test_figures_have_their_cells(desk: Desk) -> None:
    """Each figure tells file, sheet and cell."""
    place = figure(desk.read(), "T-R1", "2009").place

    assert (str(desk.path), desk.cell("T-R1|2009")) == (place.file, place.path)


def test_entered_figures(desk: Desk) -> None:
    """Figures are read as they are typed: numbers, bounds, words, numbers that are texts."""
    typed: Mapping[str, Mapping[str, object]] = {
        "T-R1|2008": {"value": 1250, "known_as": "au moins"},
        "T-R1|2009": {"value": "1 250", "known_as": None, "source": "briefing"},
        "T-R1|2010": {"value": "69..73", "collected": "27/03/2011", "note": "'=1+1"},
        "T-R1|2008|sex=female": {"value": None, "known_as": "Sans objet"},
        "T-R1|2009|sex=female": {"known_as": "entre", "low": 5, "high": "7,5"},
        "C-R2|2010": {"value": "45,5 %", "numerator": 91, "denominator": 200, "sample_size": 200},
        "C-P1|2009": {"value": "oui"},
    }
    desk.fill(typed)
    read = desk.read()

    assert {
        "T-R1|2008": ">=1250",
        "T-R1|2009": "1250",
        "T-R1|2010": "69..73",
        "T-R1|2008|sex=female": "not_applicable",
        "T-R1|2009|sex=female": "5..7.5",
        "C-R2|2010": "45.5 [91/200; n=200]",
        "C-P1|2009": "1",
    } == desk.values()
    assert () == read.findings
    assert "briefing" == figure(read, "T-R1", "2009").source
    assert date(2011, 3, 27) == figure(read, "T-R1", "2010").collected
    assert "=1+1" == figure(read, "T-R1", "2010").note


def test_rejected_cells(desk: Desk) -> None:
    """What cannot be read is rejected with its cell; the rest of the workbook is read."""
    desk.fill(
        {
            "T-R1|2008": {"value": "about a hundred", "known_as": None},
            "T-R1|2009": {"value": "1,250"},
            "T-R1|2010": {"value": 5, "collected": "03/04/2011"},
            "T-R1|2008|sex=female": {"value": 5, "known_as": "peut-être"},
            "T-R1|2009|sex=female": {"value": 5, "source": "PV du 12 mars"},
            "T-R1|2010|sex=female": {"value": 5, "low": "beaucoup"},
            "C-P1|2009": {"value": "Fait"},
        }
    )
    read = desk.read()

    assert {
        desk.cell("T-R1|2008"): "'about a hundred' is not a figure",
        desk.cell("T-R1|2009"): "'1,250' can be read as 1250 or as 1.25",
        desk.cell("T-R1|2010", "collected"): (
            "'03/04/2011' can be read as 2011-04-03 or as 2011-03-04"
        ),
        desk.cell("T-R1|2008|sex=female", "known_as"): "'peut-être' is not a way to know a figure",
        desk.cell("T-R1|2009|sex=female", "source"): "'PV du 12 mars' is no code of a source",
        desk.cell("T-R1|2010|sex=female", "low"): "'beaucoup' is not a number",
    } == rejected(read)
    assert {"C-R2|2010": "45.5", "C-P1|2009": "1"} == desk.values()


def test_formulas_and_errors(desk: Desk) -> None:
    """A formula counts by what it shows and is noted; one that shows an error, or nothing, is
    rejected.
    """
    desk.fill({"T-R1|2008": {"value": "=1+1"}})
    nothing = desk.read()
    desk.fill({"T-R1|2008": {"value": "#N/A"}, "T-R1|2009": {"value": "#DIV/0!"}})
    errors = desk.read()

    assert {desk.cell("T-R1|2008"): "a formula without a value"} == rejected(nothing)
    assert {
        desk.cell("T-R1|2008"): "'#N/A' is an error",
        desk.cell("T-R1|2009"): "'#DIV/0!' is an error",
    } == rejected(errors)


def test_rows_are_sorted_inserted_removed_and_hidden(desk: Desk) -> None:
    """Rows are known by their ids wherever they stand, and whether they can be seen."""
    desk.fill({"T-R1|2010": {"value": 30}})
    before = desk.values()

    def rearrange(sheet: Worksheet) -> None:
        width = max(POSITION.values()) + 1
        rows = [
            [sheet.cell(row, column).value for column in range(1, width + 1)]
            for row in range(FIRST_ROW + 1, sheet.max_row + 1)
        ]
        for number, cells_of in enumerate(reversed(rows), start=FIRST_ROW + 1):
            for column, content in enumerate(cells_of, start=1):
                sheet.cell(number, column).value = content
        sheet.insert_rows(FIRST_ROW + 3, 2)
        sheet.insert_rows(1)
        sheet.cell(1, 1).value = "Ne pas diffuser"
        sheet.row_dimensions[FIRST_ROW + 4].hidden = True

    desk.change(rearrange)

    assert before == desk.values()
    assert () == desk.read().findings


def test_columns_are_moved_and_removed(desk: Desk) -> None:
    """Columns are known by their headings; one that is gone is told."""
    before = desk.values()

    def move(sheet: Worksheet) -> None:
        sheet.insert_cols(POSITION["value"] + 1)
        sheet.cell(HEADER_ROW + 1, POSITION["value"] + 1).value = "Mon calcul"
        sheet.delete_cols(POSITION["source"] + 2)

    desk.change(move)
    read = desk.read()

    assert before == desk.values()
    assert ["the column 'source' is gone, or its heading was changed"] == noted(read)


def test_key_column_is_removed(desk: Desk) -> None:
    """Without keys, totals are known by code and period, and groups are told."""
    desk.fill({"T-R1|2008|sex=female": {"value": 5}})
    place = desk.cell("T-R1|2008|sex=female", "category")
    desk.change(lambda sheet: sheet.delete_cols(POSITION["key"] + 1))

    assert {"T-R1|2008": "18000", "T-R1|2009": "21000", "C-R2|2010": "45.5"} == desk.values()
    assert {place: "no key says which group 'female [en]' is"} == rejected(desk.read())


def test_sort_that_left_the_keys_behind(desk: Desk) -> None:
    """After a sort of the visible columns alone, totals are taken as they read."""
    before = desk.values()

    def sort(sheet: Worksheet) -> None:
        width = POSITION["note"] + 1
        rows = [
            [sheet.cell(row, column).value for column in range(1, width + 1)]
            for row in range(FIRST_ROW + 1, sheet.max_row + 1)
        ]
        for number, cells_of in enumerate(reversed(rows), start=FIRST_ROW + 1):
            for column, content in enumerate(cells_of, start=1):
                sheet.cell(number, column).value = content

    desk.change(sort)
    read = desk.read()

    assert before == desk.values()
    assert {} == rejected(read)
    assert ["the folded columns were left behind by a sort: rows are taken as they read"] == noted(
        read
    )


def test_row_of_an_inserted_period(desk: Desk) -> None:
    """A row that was added with code and period is taken; one without them is rejected."""

    def add(sheet: Worksheet) -> None:
        for row, (code, period, value) in enumerate(
            [("T-R1", "2011-S1", 7), (None, None, 8)], start=sheet.max_row + 1
        ):
            sheet.cell(row, POSITION["code"] + 1).value = code
            sheet.cell(row, POSITION["period"] + 1).value = period
            sheet.cell(row, POSITION["value"] + 1).value = value

    desk.change(add)
    read = desk.read()

    assert "7" == desk.values()["T-R1|2011-S1"]
    assert ["a row without code and period has something entered in it"] == [
        *rejected(read).values()
    ]


def test_row_that_is_there_twice(desk: Desk) -> None:
    """A copied row counts once; when the copies differ, both are rejected."""

    def copy(value: int) -> None:
        def paste(sheet: Worksheet) -> None:
            row, last = FIRST_ROW + 1, sheet.max_row + 1
            for column in range(1, max(POSITION.values()) + 2):
                sheet.cell(last, column).value = sheet.cell(row, column).value
            sheet.cell(last, POSITION["value"] + 1).value = value

        desk.change(paste)

    copy(18_000)
    assert {} == rejected(desk.read())
    copy(19_000)

    assert 2 == len(rejected(desk.read()))
    assert "T-R1|2008" not in desk.values()


def test_changed_ids(desk: Desk) -> None:
    """A row whose code or period was changed is rejected: its figure might go astray."""
    desk.change(
        lambda sheet: setattr(sheet.cell(FIRST_ROW + 1, POSITION["code"] + 1), "value", "X")
    )

    (what,) = rejected(desk.read()).values()
    assert "the row is about X 2008, its key says 'T-R1|2008'" == what


def test_note_without_figure(desk: Desk) -> None:
    """What is typed beside a blank value is noted, as it is not taken."""
    desk.fill({"T-R1|2010": {"note": "voir PV"}})

    assert ["note without a figure is not taken"] == noted(desk.read())


def test_renamed_sheet_and_no_hidden_sheets(desk: Desk) -> None:
    """Without its hidden sheets and under another name, data entry is known by its headings."""
    before = desk.values()

    def strip(workbook: Workbook) -> None:
        workbook[desk.name].title = "Province de Dakhla"
        del workbook["_meta"]

    desk.change_book(strip)
    read = desk.read()

    assert before == desk.values()
    assert (None, "fr") == (read.framework, read.language)
    assert ["the workbook does not say any more what it was made from"] == noted(read)


def test_numbers_and_days_on_the_hidden_sheet(desk: Desk) -> None:
    """A version that became a number, and a day that became one, are read as before."""

    def retype(workbook: Workbook) -> None:
        workbook["_meta"]["B2"] = 1.0
        workbook["_meta"]["B7"] = AS_OF
        workbook["_meta"].sheet_state = "visible"

    desk.change_book(retype)
    read = desk.read()

    assert (1, AS_OF) == (read.format_version, read.as_of)


@pytest.mark.parametrize(
    ("cell", "content", "what"),
    [
        ("B1", "another program's", "is a workbook of another program"),
        ("B2", "2", "has the format version 2, newer than 1"),
        ("B2", "x", "has the format version 'x'"),
    ],
)
def test_other_formats(desk: Desk, cell: str, content: str, what: str) -> None:
    """A workbook of another program, or of a later format, is refused."""

    def retype(workbook: Workbook) -> None:
        workbook["_meta"][cell] = content

    desk.change_book(retype)

    assert what in refusal(desk.read, InvalidFileError).what


def test_workbook_of_others(tmp_path: Path) -> None:
    """A workbook without a data-entry sheet is refused."""
    file = tmp_path / "other.xlsx"
    file.write_bytes(packed(book(cells("A1"))))

    assert "has no sheet with the headings of data entry" in (
        refusal(lambda: read_workbook(file), InvalidFileError).what
    )


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", packed({"a.xml": "<a/>"})])
def test_what_is_no_workbook(tmp_path: Path, content: bytes) -> None:
    """What is no workbook is refused, whichever step finds it out."""
    file = tmp_path / "other.xlsx"
    file.write_bytes(content)

    refusal(lambda: read_workbook(file), InvalidFileError)


@pytest.mark.parametrize("error", [ValueError, type("PanicException", (BaseException,), {})])
def test_reader_that_fails(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    """However the reader of spreadsheets fails, the file is refused; an interruption goes on."""
    reader = SimpleNamespace(from_filelike=Mock(side_effect=error("odd")))
    monkeypatch.setattr("python_calamine.CalamineWorkbook", reader)
    assert "fr.xlsx cannot be read: odd" == refusal(desk.read, InvalidFileError).what
    reader.from_filelike.side_effect = KeyboardInterrupt
    with pytest.raises(KeyboardInterrupt):
        desk.read()


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is refused."""
    fault = refusal(lambda: read_workbook(tmp_path / "none.xlsx"), InvalidFileError)

    assert "none.xlsx does not exist" == fault.what


def test_framework_of_the_tests_is_sound() -> None:
    """The framework that these tests share has a group, a percentage and a milestone."""
    assert ["T-R1", "C-R2", "C-P1"] == [each.code for each in DEMO.indicators]
