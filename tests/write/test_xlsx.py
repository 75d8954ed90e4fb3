import hashlib
import re
import time
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from attrs import evolve
from openpyxl import Workbook as OpenedWorkbook
from openpyxl import load_workbook

from indh_me.write.grid import (
    Area,
    Block,
    Book,
    Cell,
    Chart,
    ColumnGroup,
    Comment,
    Condition,
    Formula,
    Link,
    Name,
    PrintSetup,
    Series,
    Sheet,
    Validation,
)
from indh_me.write.style import DATE, INPUT, PERCENT, PLAIN, PLAN, STATUS, TEXT, Style
from indh_me.write.xlsx import write_book

DAY = date(2008, 3, 27)


def written(path: Path, sheets: list[Sheet]) -> OpenedWorkbook:
    """Write sheets as a workbook and open it again."""
    write_book(Book(sheets, created=DAY), path)
    return load_workbook(path)


def part(path: Path, name: str) -> str:
    """Read a part of a workbook as text."""
    with zipfile.ZipFile(path) as parts:
        return parts.read(name).decode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a workbook to be."""
    return tmp_path / "suivi.xlsx"


@pytest.mark.parametrize(
    ("value", "style", "expected"),
    [
        (12, PLAIN, 12),
        (0.1, PLAIN, 0.1),
        (True, PLAIN, True),
        ("محقق", PLAIN, "محقق"),
        ("=1+1", PLAIN, "=1+1"),
        ("http://example.org", PLAIN, "http://example.org"),
        (" spaces kept ", PLAIN, " spaces kept "),
        ("<r><t>not markup</t></r>", PLAIN, "<r><t>not markup</t></r>"),
        ("<r><t>not markup</t></r>", TEXT, "<r><t>not markup</t></r>"),
        ("<r> & more", PLAIN, "<r> & more"),
        (DAY, DATE, datetime(2008, 3, 27)),  # noqa: DTZ001
        (date(1900, 3, 1), DATE, datetime(1900, 3, 1)),  # noqa: DTZ001
        (None, INPUT, None),
        ("", INPUT, None),
    ],
)
def test_value_comes_back_as_it_was(path: Path, value: Any, style: Style, expected: Any) -> None:  # noqa: ANN401
    """What is written in a cell is read from it, text never becoming formula, link or markup."""
    sheet = written(path, [Sheet("Suivi", [Cell(0, 0, value, style)])])["Suivi"]

    assert expected == sheet["A1"].value
    assert type(expected) is type(sheet["A1"].value)
    assert "f" not in {sheet["A1"].data_type} - {"f" if value == "=1+1" else ""}


def test_text_that_looks_like_a_formula_is_stored_as_text(path: Path) -> None:
    """A text that begins with '=' stands among the texts of the file, not among its formulas."""
    written(path, [Sheet("Suivi", [Cell(0, 0, "=cmd|' /C calc'!A0")])])

    assert "<f>" not in part(path, "xl/worksheets/sheet1.xml")
    assert "=cmd|' /C calc'!A0" in part(path, "xl/sharedStrings.xml")


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        (0.25, "<v>0.25</v>"),
        ("محقق", ' t="str"><f>A1</f><v>محقق</v>'),
        ("", "<v></v>"),
        (True, ' t="b"><f>A1</f><v>1</v>'),
        ("#N/A", ' t="e"><f>A1</f><v>#N/A</v>'),
    ],
)
def test_formula_is_stored_with_its_value(path: Path, value: Any, stored: str) -> None:  # noqa: ANN401
    """Each formula carries its result, for viewers that do not calculate."""
    cells = [Cell(0, 0, 1), Cell(0, 1, Formula("=A1", value))]

    sheet = written(path, [Sheet("Suivi", cells)])["Suivi"]

    assert "=A1" == sheet["B1"].value
    assert stored in part(path, "xl/worksheets/sheet1.xml")


def everything() -> Book:
    """Make a book that uses all that a workbook can have."""
    names, figures_drawn = Area("Suivi & plan", 1, 0, 3, 0), Area("Suivi & plan", 1, 1, 3, 1)
    lines = Series(
        name="=Cible",
        categories=names,
        values=figures_drawn,
        colour="#96290F",
        kind="line",
        dashed=True,
        markers=False,
    )
    solid = evolve(lines, dashed=False, markers=True)
    columns = Series(
        name=Area.of_cell("Suivi & plan", 0, 1),
        categories=names,
        values=figures_drawn,
        colour="#0B5394",
    )
    years = [Cell(row, 0, f"{2007 + row}", TEXT) for row in (1, 2, 3)]
    figures = [Cell(row, 1, value, INPUT) for row, value in ((1, 20), (2, None), (3, 30))]
    follow_up = Sheet(
        "Suivi & plan",
        [
            Cell(0, 0, "السنة", TEXT.with_reading_order(right_to_left=True, arabic=True)),
            Cell(0, 1, "Réalisé", TEXT.with_alignment("centre", "middle", wrap=True)),
            *years,
            *figures,
            Cell(4, 0, "Total", PLAN),
            Cell(4, 1, Formula("=SUM(B2:B4)/seuil", 0.5), PERCENT),
            Cell(5, 0, "محقق", STATUS["achieved"]),
        ],
        merges=[Block(6, 0, 6, 1)],
        widths={0: 14, 1: 10},
        heights={0: 30},
        freeze=(1, 1),
        validations=[
            Validation(Block(1, 1, 1, 1), "decimal", low=0, title="Valeur", message="Nombre"),
            Validation(Block(2, 1, 2, 1), "whole", high=10, error_title="Non", error="Trop grand"),
            Validation(Block(3, 1, 3, 1), "date", low=DAY, severity="warning"),
            Validation(Block(5, 0, 5, 0), "list", source=Area("_listes", 0, 0, 1, 0)),
            Validation(Block(4, 0, 4, 0), "any", message="Libre"),
        ],
        conditions=[
            Condition.when_text(Block(5, 0, 5, 0), 'dit "oui"', STATUS["achieved"]),
            Condition.when(
                Block(1, 1, 3, 1),
                "=B2>seuil",
                Style(italic=True, underline=True, number_format='0" %"'),
            ),
            Condition.when_text(Block(4, 0, 4, 0), "achevé", STATUS["achieved"]),
        ],
        charts=[
            Chart(
                row=0,
                column=4,
                series=[columns, lines],
                title="=Suivi",
                category_title="Année",
                value_title="Personnes",
                number_format="#,##0",
                mirrored=True,
                alt_text="Réalisé et cible",
                minimum=0,
                maximum=40,
            ),
            Chart(row=20, column=4, series=[solid], alt_text="Cible", blanks="span"),
        ],
        comments=[Comment(0, 1, "Définition\net source", author="S&E")],
        links=[Link(0, 0, Area.of_cell("_listes", 1, 0), tip="Voir"), Link(5, 0, figures_drawn)],
        groups=[ColumnGroup(2, 3, folded=True), ColumnGroup(5, 5)],
        print_setup=PrintSetup(
            paper="A3", repeat_rows=1, repeat_columns=1, footer="Suivi & évaluation"
        ),
        right_to_left=True,
        protected=True,
        autofilter=Block(0, 0, 3, 1),
        tab_colour="#0B5394",
        gridlines=False,
    )
    lists = Sheet(
        "_listes",
        [Cell(0, 0, "oui"), Cell(1, 0, "non"), Cell(2, 0, 100)],
        visibility="very_hidden",
        print_setup=PrintSetup(landscape=False, fit_width=False, page_numbers=False),
    )
    hidden = Sheet("_notes", [Cell(0, 0, 1)], visibility="hidden")
    return Book(
        [hidden, lists, follow_up],
        names=[Name("seuil", Area.of_cell("_listes", 2, 0))],
        title="Cadre",
        author="INDH",
        subject="Suivi",
        keywords="logframe",
        properties={"schema": "indh-me/1"},
        created=DAY,
    )


def test_what_surrounds_the_cells_is_written(path: Path) -> None:
    """Merges, sizes, panes, rules, comments, links, groups, protection and print set-up arrive."""
    write_book(everything(), path)

    opened = load_workbook(path)
    sheet = opened["Suivi & plan"]
    assert ["A7:B7"] == [str(merge) for merge in sheet.merged_cells.ranges]
    assert sheet.sheet_view.rightToLeft
    assert not sheet.sheet_view.showGridLines
    assert "B2" == sheet.freeze_panes
    assert "A1:B4" == sheet.auto_filter.ref
    assert (14, 10) == tuple(int(sheet.column_dimensions[x].width) for x in "AB")
    assert 30 == sheet.row_dimensions[1].height
    assert sheet.column_dimensions["C"].hidden
    assert 1 == sheet.column_dimensions["C"].outlineLevel
    assert sheet.column_dimensions["E"].collapsed
    assert not sheet.column_dimensions["F"].hidden
    assert "Définition\net source" == sheet["B1"].comment.text
    assert "S&E" == sheet["B1"].comment.author
    assert "'_listes'!$A$2" == sheet["A1"].hyperlink.location
    assert "Voir" == sheet["A1"].hyperlink.tooltip
    assert "السنة" == sheet["A1"].value
    assert ("8", "landscape", 0) == (  # 8 is A3.
        str(sheet.page_setup.paperSize),
        sheet.page_setup.orientation,
        sheet.page_setup.fitToHeight,
    )
    assert "fitToPage=True" in repr(sheet.sheet_properties.pageSetUpPr).replace("\n", "")
    assert ("$1:$1", "$A:$A") == (sheet.print_title_rows, sheet.print_title_cols)
    assert "&amp;L&amp;P / &amp;N&amp;RSuivi &amp;&amp; évaluation<" in part(
        path, "xl/worksheets/sheet3.xml"
    )
    assert ["hidden", "veryHidden", "visible"] == [s.sheet_state for s in opened.worksheets]
    assert sheet == opened.active
    assert "'_listes'!$A$3" == opened.defined_names["seuil"].value


def test_only_inputs_can_be_changed_on_a_protected_sheet(path: Path) -> None:
    """A protected sheet asks no password, locks all but inputs, and can be sorted and resized."""
    write_book(everything(), path)

    sheet = load_workbook(path)["Suivi & plan"]
    unlocked = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}
    protection = sheet.protection
    allowed = (
        protection.sort,
        protection.autoFilter,
        protection.formatColumns,
        protection.formatRows,
    )
    assert {"B2", "B3", "B4"} == unlocked
    assert protection.sheet
    assert protection.password is None
    assert not any(allowed)  # The file says what is forbidden.
    assert protection.formatCells


def test_validations_are_written(path: Path) -> None:
    """Each kind of validation has its bounds, source and words."""
    write_book(everything(), path)

    sheet = load_workbook(path)["Suivi & plan"]
    found = {str(v.sqref): v for v in sheet.data_validations.dataValidation}
    kinds = {"B2": "decimal", "B3": "whole", "B4": "date", "A6": "list", "A5": None}
    assert kinds == {cell: validation.type for cell, validation in found.items()}
    assert ("0", "1E+300") == (found["B2"].formula1, found["B2"].formula2.upper())
    assert ("Valeur", "Nombre") == (found["B2"].promptTitle, found["B2"].prompt)
    assert ("Non", "Trop grand") == (found["B3"].errorTitle, found["B3"].error)
    assert ("39534", "warning") == (found["B4"].formula1, found["B4"].errorStyle)
    assert "'_listes'!$A$1:$A$2" == found["A6"].formula1


def test_conditions_are_written_with_their_styles(path: Path) -> None:
    """A condition keeps its text or formula, colours, and number format."""
    write_book(everything(), path)

    sheet = load_workbook(path)["Suivi & plan"]
    rules = {str(block.sqref): block.rules[0] for block in sheet.conditional_formatting}
    assert ['"dit ""oui"""'] == rules["A6"].formula
    assert "FF0B5394" == rules["A6"].dxf.fill.bgColor.rgb
    assert rules["A6"].dxf.font.b
    assert ["B2>seuil"] == rules["B2:B4"].formula
    assert '0" %"' == rules["B2:B4"].dxf.numFmt.formatCode


def test_styles_of_cells_are_written(path: Path) -> None:
    """Font, ground, border, number format, alignment and reading order arrive."""
    write_book(everything(), path)

    sheet = load_workbook(path)["Suivi & plan"]
    arabic, status, centred = sheet["A1"], sheet["A6"], sheet["B1"]
    assert ("Arial", 178, 2) == (
        arabic.font.name,
        arabic.font.charset,
        arabic.alignment.readingOrder,
    )
    assert (True, "FFFFFFFF", "FF0B5394") == (
        status.font.b,
        status.font.color.rgb,
        status.fill.fgColor.rgb,
    )
    assert ("thin", "FFBFBFBF") == (status.border.left.style, status.border.left.color.rgb)
    assert "0%" == sheet["B5"].number_format
    assert ("center", "center", True) == (
        centred.alignment.horizontal,
        centred.alignment.vertical,
        centred.alignment.wrap_text,
    )


@pytest.mark.parametrize(
    ("right_to_left", "side"), [(True, "right"), (False, "left"), (None, "left")]
)
def test_indent_starts_where_reading_starts(path: Path, *, right_to_left: bool, side: str) -> None:
    """An indented Arabic text stands on the right, a French one on the left."""
    style = TEXT.with_alignment(indent=2).with_reading_order(right_to_left=right_to_left)

    cell = written(path, [Sheet("Suivi", [Cell(0, 0, "x", style)])])["Suivi"]["A1"]

    assert (side, 2) == (cell.alignment.horizontal, cell.alignment.indent)


def test_merge_has_the_style_of_its_upper_left_cell(path: Path) -> None:
    """All cells of a merge have its border, so that it is closed on the right as well."""
    opened = written(
        path, [Sheet("Suivi", [Cell(0, 0, "x", TEXT), Cell(1, 0, 1)], merges=[Block(0, 0, 0, 2)])]
    )

    styles = [opened["Suivi"].cell(1, column).border.bottom.style for column in (1, 2, 3)]
    assert ["thin", "thin", "thin"] == styles
    assert "x" == opened["Suivi"]["A1"].value


def test_chart_draws_columns_and_lines_over_them(path: Path) -> None:
    """A chart has named series, mirrored categories, titles that are text, and words for all."""
    write_book(everything(), path)

    drawn, drawing = part(path, "xl/charts/chart1.xml"), part(path, "xl/drawings/drawing1.xml")
    assert drawn.index("<c:barChart>") < drawn.index("<c:lineChart>")
    assert "<c:f>'Suivi &amp; plan'!$B$1</c:f>" in drawn
    assert "<c:v> =Cible</c:v>" in drawn
    assert "<a:t> =Suivi</a:t>" in drawn
    assert '<c:orientation val="maxMin"/>' in drawn
    assert '<c:max val="40"/><c:min val="0"/>' in drawn
    assert '<c:plotVisOnly val="1"/>' not in drawn
    assert 'descr="Réalisé et cible"' in drawing
    # A blank point stays blank in the numbers that the chart carries along.
    assert '<c:pt idx="0"><c:v>20</c:v></c:pt><c:pt idx="2"><c:v>30</c:v></c:pt>' in drawn
    assert '<a:prstDash val="dash"/>' in drawn
    assert '<c:symbol val="none"/>' in drawn
    alone = part(path, "xl/charts/chart2.xml")
    assert '<c:dispBlanksAs val="span"/>' in alone
    assert '<c:symbol val="circle"/>' in alone
    assert "prstDash" not in alone
    assert "<c:legend>" not in alone


def test_areas_are_stacked_behind_lines(path: Path) -> None:
    """Areas are stacked at the back; one that is not seen has no colour and no legend."""
    block = Area("Suivi", 0, 0, 2, 0)
    looks: dict[str, str | None] = {"carrier": None, "interval": "#CFE1F2"}
    areas = [
        Series(name=name, categories=block, values=block, kind="area", colour=colour)
        for name, colour in looks.items()
    ]
    line = Series(name="line", categories=block, values=block, kind="line", colour="#0B3C5D")
    chart = Chart(row=4, column=0, series=[line, *areas], alt_text="fan")
    sheet = Sheet("Suivi", [Cell(row, 0, row) for row in range(3)], charts=[chart])
    write_book(Book([sheet], created=DAY), path)

    drawn = part(path, "xl/charts/chart1.xml")
    assert drawn.index("<c:areaChart>") < drawn.index("<c:lineChart>")
    assert '<c:grouping val="stacked"/>' in drawn
    assert "<a:noFill/>" in drawn.partition("<c:v>carrier</c:v>")[2].partition("</c:ser>")[0]
    assert '<c:legendEntry><c:idx val="0"/><c:delete val="1"/></c:legendEntry>' in drawn


def test_properties_say_who_and_when(path: Path) -> None:
    """The file says what the book says, and the day that it was given."""
    write_book(everything(), path)

    opened = load_workbook(path)
    properties = opened.properties
    assert ("Cadre", "INDH", "Suivi", "logframe") == (
        properties.title,
        properties.creator,
        properties.subject,
        properties.keywords,
    )
    assert datetime(2008, 3, 27) == properties.created == properties.modified  # noqa: DTZ001
    assert "<vt:lpwstr>indh-me/1</vt:lpwstr>" in part(path, "docProps/custom.xml")


def test_equal_books_give_equal_bytes(tmp_path: Path) -> None:
    """Two equal books, written at different moments, are the same file."""
    write_book(everything(), tmp_path / "one.xlsx")
    time.sleep(1.1)  # Longer than the clock of a file system or an archive needs to move on.
    write_book(everything(), tmp_path / "two.xlsx")

    one, two = (
        hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()
        for name in ("one.xlsx", "two.xlsx")
    )

    assert one == two


def test_cells_are_those_of_bare_xlsxwriter(tmp_path: Path) -> None:
    """The short cut around XlsxWriter's search for new functions changes no formula."""
    texts = [
        "=SUM(A1:B2)",
        '=IF(A1<>"","map(",Feuil1!B2)',
        "=IFERROR(INDEX(A1:B2,MATCH(1,A1:A2,0),2),0)",
    ]
    bare = xlsxwriter.Workbook(tmp_path / "bare.xlsx")
    worksheet = bare.add_worksheet("Feuil1")
    for row in range(2):
        worksheet.write_number(row, 0, row)
        worksheet.write_number(row, 1, row)
    for row, text in enumerate(texts, start=2):
        worksheet.write_formula(row, 0, text, None, 1)
    bare.close()

    figures = [Cell(row, column, row) for row in range(2) for column in range(2)]
    formulas = [Cell(row, 0, Formula(text, 1)) for row, text in enumerate(texts, start=2)]
    written(tmp_path / "ours.xlsx", [Sheet("Feuil1", figures + formulas)])

    bare_cells, our_cells = (
        re.search("<sheetData>.*</sheetData>", part(tmp_path / name, "xl/worksheets/sheet1.xml"))
        for name in ("bare.xlsx", "ours.xlsx")
    )
    assert bare_cells is not None
    assert our_cells is not None
    assert bare_cells[0] == our_cells[0]
