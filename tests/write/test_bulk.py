import math
import re
import tempfile
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as OpenedWorkbook
from openpyxl import load_workbook
from xlsxwriter.worksheet import Worksheet

from indh_me.write import bulk, xlsx
from indh_me.write.bulk import BulkSheet, can_stream, plain_cells, rows_as_xml
from indh_me.write.cell_faults import LARGEST_NUMBER
from indh_me.write.data_rows import BLANK, NUMBER, DataColumn, DataRows
from indh_me.write.grid import Book, Cell, Sheet
from indh_me.write.style import DATE, HEADING, PERCENT
from indh_me.write.xlsx import write_book

DAY = date(2008, 3, 27)
VERSION = tuple(int(number) for number in xlsxwriter.__version__.split(".")[:3])
#: Texts that a spreadsheet could take for something else.
HOSTILE = (
    "=1+1",
    "{=SUM(A1:A9)}",
    "=cmd|' /C calc'!A0",
    "http://example.org",
    "internal:Data!A1",
    "external:c:\\plan.xlsx",
    "<r>bold</r>",
    "a & b < c > d \"e\" 'f'",
    "_x0041_",
    "two\nlines",
    "\ttabbed ",
    " spaces  inside ",
    "\x00\x0b\x1f\r\ufffe\uffff",
    "]]>",
    "التكوين",
    "\N{CUNEIFORM SIGN A}",
    "TRUE",
    "007",
)
TEXTS = st.sampled_from(HOSTILE) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=8
).filter(lambda text: re.search("_x[0-9A-Fa-f]{4}_x", text) is None)


@st.composite
def columns(draw: st.DrawFn, rows: int) -> DataColumn:
    """Draw a column of each sort: with and without numbers, words and blank cells."""
    numbers = draw(
        st.none()
        | st.lists(st.floats(-LARGEST_NUMBER, LARGEST_NUMBER), min_size=rows, max_size=rows)
        | st.lists(st.integers(-(2**53), 2**53), min_size=rows, max_size=rows)
        | st.lists(st.booleans(), min_size=rows, max_size=rows)
        | st.lists(st.dates(date(1900, 3, 1)), min_size=rows, max_size=rows)
    )
    is_days = numbers is not None and len(numbers) > 0 and isinstance(numbers[0], date)
    array = None if numbers is None else np.array(numbers, "datetime64[D]" if is_days else None)
    words = draw(st.lists(TEXTS, max_size=4))
    least = [BLANK] if array is None else [BLANK, NUMBER]
    codes = draw(
        st.lists(st.sampled_from([*least, *range(len(words))]), min_size=rows, max_size=rows)
    )
    style = DATE if is_days else draw(st.sampled_from([PERCENT, HEADING]))
    if array is not None and draw(st.booleans()):
        return DataColumn(numbers=array, style=style)
    return DataColumn(
        numbers=array, codes=np.array(codes, dtype=np.int32), words=words, style=style
    )


@st.composite
def tables(draw: st.DrawFn) -> DataRows:
    """Draw rows of one to four columns."""
    rows = draw(st.integers(0, 12))
    return DataRows(draw(st.lists(columns(rows), min_size=1, max_size=4)))


def book(rows: DataRows) -> Book:
    """Make a workbook with the header of a data sheet."""
    header = [Cell(0, at, f"column {at}", HEADING) for at in range(len(rows.columns))]
    return Book([Sheet("Data", header, freeze=(1, 0))], created=DAY)


def written(path: Path, rows: DataRows) -> OpenedWorkbook:
    """Write rows below a header and open the workbook again."""
    write_book(book(rows), path, {"Data": rows})
    return load_workbook(path)


def looks(opened: OpenedWorkbook) -> dict[str, tuple[object, ...]]:
    """Give the value, type and format of each cell that is not blank."""

    def plain(value: object) -> object:
        if isinstance(value, str):
            # The escape of an underscore is taken away by openpyxl from shared texts only.
            return value.replace("x005F_", "")
        if isinstance(value, int | float) and not isinstance(value, bool):
            return f"{value + 0.0:.15e}"  # Older versions of XlsxWriter write no more digits.
        return value

    return {
        cell.coordinate: (
            plain(cell.value),
            cell.data_type,
            cell.number_format,
            cell.font.b,
            cell.fill.fgColor.rgb,
            cell.alignment.horizontal,
        )
        for row in opened["Data"].iter_rows()
        for cell in row
        if cell.value is not None
    }


@settings(deadline=None)
@given(rows=tables())
def test_both_ways_write_the_same_cells(rows: DataRows) -> None:
    """Streamed and through XlsxWriter's own methods, each cell has the same value, type, format."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        streamed = written(Path(folder, "streamed.xlsx"), rows)
        patch.setattr(xlsx, "can_stream", lambda: False)
        plain = written(Path(folder, "plain.xlsx"), rows)

    assert looks(plain) == looks(streamed)
    assert plain["Data"].auto_filter.ref == streamed["Data"].auto_filter.ref
    assert plain["Data"].freeze_panes == streamed["Data"].freeze_panes == "A2"
    assert plain["Data"].dimensions == streamed["Data"].dimensions


def test_texts_stay_texts(tmp_path: Path) -> None:
    """No text becomes a formula, a link or a number, and none loses a character."""
    rows = DataRows([DataColumn(codes=np.arange(len(HOSTILE)), words=HOSTILE)])
    cells = [row[0] for row in written(tmp_path / "data.xlsx", rows)["Data"].iter_rows(min_row=2)]

    def read(text: str) -> str:
        return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)

    assert list(HOSTILE) == [read(str(cell.value)) for cell in cells]
    assert {"s", "inlineStr"} >= {cell.data_type for cell in cells}
    assert all(cell.hyperlink is None for cell in cells)


def test_each_escape_in_a_row_is_protected() -> None:
    """Of texts that read as escapes one after the other, each stays the text that it was."""
    rows = DataRows([DataColumn(codes=np.array([0]), words=["_x0041_x0042_"])])

    assert "_x005F_x0041_x005F_x0042_" in "".join(rows_as_xml(rows, 0, [0]))


@given(numbers=st.lists(st.floats(-LARGEST_NUMBER, LARGEST_NUMBER), min_size=1, max_size=20))
def test_numbers_read_back_exactly(numbers: list[float]) -> None:
    """Every number is written so that the very same one is read."""
    rows = DataRows([DataColumn(numbers=np.array(numbers))])
    found = re.findall("<v>(.*?)</v>", "".join(rows_as_xml(rows, 0, [0])))

    assert [repr(number) for number in numbers] == [repr(float(text)) for text in found]


@pytest.mark.skipif(VERSION < (3, 2, 1), reason="this XlsxWriter writes 16 digits at most")
def test_plain_numbers_read_back_exactly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers that go through XlsxWriter's own methods lose no digit either."""
    monkeypatch.setattr(xlsx, "can_stream", lambda: False)
    numbers = [0.1 + 0.2, 5e-324, -1 / 3, float(2**53 - 1)]
    rows = DataRows([DataColumn(numbers=np.array(numbers))])

    assert numbers == [row[0] for row in written(tmp_path / "data.xlsx", rows)["Data"].values][1:]


def test_blocks_follow_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many rows are text at a time, and words kept, the sheet is the same."""
    codes = np.array([0, 1, NUMBER, BLANK, 1, 0, NUMBER])
    rows = DataRows([DataColumn(numbers=np.arange(7) / 3, codes=codes, words=["a", "b"])])
    whole = "".join(rows_as_xml(rows, 1, [3]))
    cells = list(plain_cells(rows, 1))
    monkeypatch.setattr(bulk, "BLOCK", 2)
    monkeypatch.setattr(bulk, "MOST_KEPT", 1)

    assert whole == "".join(rows_as_xml(rows, 1, [3]))
    assert cells == list(plain_cells(rows, 1))
    assert [f'<row r="{row}">' for row in range(2, 9)] == re.findall("<row[^>]*>", whole)
    assert 'r="A4" s="3"><v>0.6666666666666666</v>' in whole


def test_every_row_and_cell_has_its_name(tmp_path: Path) -> None:
    """Rows and cells carry their references, and the sheet says how far it reaches."""
    rows = DataRows([DataColumn(numbers=np.arange(3)) for _ in range(28)])
    written(tmp_path / "data.xlsx", rows)
    with ZipFile(tmp_path / "data.xlsx") as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()

    assert '<dimension ref="A1:AB4"/>' in sheet
    assert '<row r="4"><c r="A4"><v>2</v></c>' in sheet
    assert '<c r="AB4"><v>2</v></c></row></sheetData>' in sheet


def test_rows_without_a_header(tmp_path: Path) -> None:
    """Rows may stand on a sheet without a header, and then there is nothing to filter by."""
    rows = DataRows([DataColumn(numbers=np.array([1, 2]))])
    write_book(Book([Sheet("Data", [])], created=DAY), tmp_path / "data.xlsx", {"Data": rows})
    sheet = load_workbook(tmp_path / "data.xlsx")["Data"]

    assert [(1,), (2,)] == list(sheet.values)
    assert sheet.auto_filter.ref is None


def test_equal_rows_give_equal_bytes(tmp_path: Path) -> None:
    """The same rows become the same file."""
    rows = DataRows([DataColumn(numbers=np.array([math.pi, math.e]))])
    for name in ("one.xlsx", "other.xlsx"):
        write_book(book(rows), tmp_path / name, {"Data": rows})

    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "other.xlsx").read_bytes()


def test_hooks_are_there() -> None:
    """The XlsxWriter that is installed can stream."""
    assert can_stream()


@pytest.mark.parametrize(
    "hook", [None, lambda _self, _more: None, lambda: None], ids=["missing", "more", "less"]
)
def test_hook_that_changed_is_noticed(hook: object) -> None:
    """A method that is missing, or wants other arguments, is not relied on."""
    assert not can_stream([(hook, 0)])  # type: ignore[list-item]


def test_rows_that_nobody_asks_for_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should XlsxWriter not use the method any more, the rows are written through its own ones."""
    monkeypatch.setattr(BulkSheet, "_write_sheet_data", Worksheet._write_sheet_data)  # noqa: SLF001 - the hook
    rows = DataRows([DataColumn(numbers=np.array([0.1, 0.2]))])

    assert [("column 0",), (0.1,), (0.2,)] == list(
        written(tmp_path / "data.xlsx", rows)["Data"].values
    )
