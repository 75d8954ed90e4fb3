import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from hostile import SHEET, book, cells, packed
from indh_me.errors import Fault, InvalidFileError
from indh_me.read import workbook_scan
from indh_me.read.safety import MIB
from indh_me.read.workbook_scan import PartScan, scan_parts
from indh_me.read.zip_parts import ZipParts
from refusals import refusal

FILE = Path("book.xlsx")
PART = "xl/worksheets/sheet1.xml"
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


def scanned(sheet: str | bytes) -> PartScan:
    """Scan a sheet."""
    return scan_parts(ZipParts(packed(book(sheet=sheet)), FILE))[PART]


def refused(content: bytes) -> Fault:
    """Give the fault of a file."""
    return refusal(lambda: scan_parts(ZipParts(content, FILE)), InvalidFileError)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"/></row><row r="7"><c r="C7" s="1"><f>A1</f><v>1</v></c></row>',
        "<row r='1'><c r='A1'/></row><row r='7'><c r='C7' s='1'><f>A1</f><v>1</v></c></row>",
        '<row r="1"><c s="2" r="A1"/></row><row r="7"><c t="n" r="C7"><f>A1</f></c></row>',
        '<row><c/></row><row r="7"><c/><c/><c ><f>A1</f><v>1</v></c></row>',
        '<x:row xmlns:x="u"><x:c r="A1"/><x:c r="C7"><x:f>A1</x:f></x:c></x:row>',
        '<row><c r="A&#49;"/><c r="c7"><f>A1</f></c></row>',
        '<row>\n<c\tr="A1"/>\n<c\nr="C7"><f>A1</f></c></row>',
    ],
    ids=["usual", "quotes", "order", "no names", "prefix", "references", "spaces"],
)
def test_last_cell_and_formulas(rows: str) -> None:
    """The last cell and the formulas are found, whichever way a program writes its cells."""
    scan = scanned(SHEET.format(rows))

    assert (7, 3) == (scan.last_row, scan.last_column)
    assert {(6, 2)} == scan.formulas([2])
    assert set() == scan.formulas([0, 1])


def test_cells_are_found_across_pieces() -> None:
    """A sheet of several pieces is scanned as one: no cell is lost where a piece ends."""
    count = 200_000
    rows = "".join(f'<row r="{n}"><c r="B{n}"><v>{n}</v></c></row>' for n in range(1, count + 1))
    scan = scanned(SHEET.format(rows))

    assert (count, 2, count) == (scan.last_row, scan.last_column, scan.cells)


@pytest.mark.parametrize("quote", ["'", '"'])
def test_errors(quote: str) -> None:
    """Cells with an error are found with it, and their neighbours are not."""
    rows = (
        f'<row r="2"><c r="A2" t={quote}e{quote}><v>#N/A</v></c><c r="B2"><v>1</v></c>'
        f'<c r="C2" s="1" t={quote}e{quote}><f>1/0</f><v>#DIV/0!</v></c></row>'
    )

    assert {"A2": "#N/A", "C2": "#DIV/0!"} == scanned(SHEET.format(rows)).errors
    assert {"A2": "#N/A", "C2": "#DIV/0!"} == scanned(
        SHEET.format(rows.replace('<c r="B2">', '<c  r="B2">'))
    ).errors


@pytest.mark.parametrize(
    "rows",
    [
        cells("A1", "XFD1048576"),
        cells("A1", "CV1048576"),
        cells("CV1048576", "A1"),
        "<row r='1048576'><c r='CV1048576'/></row>",
        '<row r="1048576">' + "<c/>" * 100 + "</row>",
        '<row><c r="A1"/><c  r="XFD1048576"/></row>',
    ],
    ids=["corner", "100 columns", "order", "quotes", "no names", "spaces"],
)
def test_far_cell(rows: str) -> None:
    """A cell so far away that the reader would need gigabytes is refused, by name."""
    fault = refused(packed(book(rows)))

    assert "reaches to" in fault.what
    assert "1048576" in str(fault.where)
    assert "delete the empty rows" in fault.mend


@pytest.mark.parametrize("name", ["A1048577", "XFE1", "A9999999", "AAAA1", "A99999999999999999999"])
def test_cell_beyond_the_sheet(name: str) -> None:
    """A cell that no sheet has is refused."""
    assert "beyond the last that a sheet can have" in refused(packed(book(cells(name)))).what


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE workbook [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        LAUGHS,
        "<!DOCTYPE workbook>",
    ],
    ids=["external entity", "billion laughs", "bare"],
)
def test_document_type(doctype: str) -> None:
    """A document type, which is how entities come in, is refused in any part."""
    in_sheet = f'<?xml version="1.0"?>{doctype}<worksheet><sheetData/></worksheet>'

    assert (
        "declares a document type in 'xl/workbook.xml'"
        in refused(packed(book(doctype=doctype))).what
    )
    assert f"declares a document type in '{PART}'" in refused(packed(book(sheet=in_sheet))).what
    odd = in_sheet.replace("<sheetData/>", '<sheetData><c r="&a;"/></sheetData>')
    assert "declares a document type" in refused(packed(book(sheet=odd))).what


def test_comments_are_no_declarations() -> None:
    """A comment and quoted text do not count as a document type."""
    assert 0 < scanned(SHEET.format(f"<!-- by hand -->{cells('A1')}<x><![CDATA[<c>]]></x>")).cells


@pytest.mark.parametrize(
    "sheet",
    [
        SHEET.format("").encode("utf-16"),
        SHEET.format("").replace("UTF-8", "UTF-16").encode("utf-16-be"),
        SHEET.format("").replace("UTF-8", "windows-1256").encode(),
    ],
    ids=["mark", "no mark", "declared"],
)
def test_other_encodings(sheet: bytes) -> None:
    """A part in another encoding, in which nothing would be found, is refused."""
    assert f"is not UTF-8 in '{PART}'" in refused(packed(book(sheet=sheet))).what


@pytest.mark.parametrize("start", ['<c r="A1">', '<c  r="A1">'])
def test_damaged_part(start: str) -> None:
    """A sheet that ends in the middle is refused, or left to the reader to refuse."""
    sheet = SHEET.format(f"<row>{start}")[:-24]
    if start == '<c r="A1">':
        assert 1 == scanned(sheet).cells
    else:
        assert f"is damaged in '{PART}'" in refused(packed(book(sheet=sheet))).what


def test_cell_of_300_mb() -> None:
    """A cell of 300 MB in a file of 300 kB is refused in a few MiB of memory."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in book().items():
            if name != PART:
                archive.writestr(name, text)
        with archive.open(PART, "w") as part:
            part.write(b'<worksheet><sheetData><row><c r="A1" t="inlineStr"><is><t>')
            for _ in range(300):
                part.write(b"x" * MIB)
    tracemalloc.start()
    fault = refused(content.getvalue())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert "has a text of more than 1 MiB" in fault.what
    assert peak < 40 * MIB


def test_text_shown_many_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """One long text that many cells show is refused: the reader would copy it for each."""
    monkeypatch.setattr(workbook_scan, "MOST_TEXT", MIB)
    shown = "".join(f'<row><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 101))
    strings = "<sst><si><t>{}</t></si><si><t>b</t></si></sst>"
    long, short = strings.format("x" * 30_000), strings.format("x" * 300)

    def file(texts: str, rows: str) -> bytes:
        return packed(book(rows, more={"xl/sharedStrings.xml": texts}))

    assert "shows texts of more than 1 MiB" in refused(file(long, shown)).what
    scan_parts(ZipParts(file(short, shown), FILE))
    # Many cells and a long text are fine as long as it is not the one that they show.
    scan_parts(ZipParts(file(long, shown.replace("<v>0</v>", "<v>1</v>")), FILE))


def test_pictures_may_hold_anything() -> None:
    """What looks like a far cell or a document type in a picture is no reason to refuse a file."""
    picture = b"\x89PNG" + b"<c <!DOCTYPE" * 3 + cells("XFD1048576").encode() + bytes(2 * MIB)

    scans = scan_parts(ZipParts(packed(book(more={"xl/media/image1.png": picture})), FILE))
    assert 0 == scans["xl/media/image1.png"].cells


def test_too_many_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet full of errors is refused at the first few thousand."""
    monkeypatch.setattr(workbook_scan, "MOST_ERRORS", 5)
    rows = "".join(f'<row><c r="A{n}" t="e"><v>#N/A</v></c></row>' for n in range(1, 10))

    assert "has more than 5 cells with errors" in refused(packed(book(rows))).what
