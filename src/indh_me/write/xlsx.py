"""Workbooks as .xlsx files: the one place that knows XlsxWriter.

XlsxWriter answers many mistakes with a return code or a warning and leaves the cell out. A `Book`
has been checked before it comes here; should anything be refused all the same, it is an error.
"""

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time
from tempfile import TemporaryDirectory

from xlsxwriter import Workbook
from xlsxwriter.chart_area import ChartArea
from xlsxwriter.chart_column import ChartColumn
from xlsxwriter.chart_line import ChartLine
from xlsxwriter.exceptions import (
    FileCreateError,
    XlsxWriterException,
)
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from indh_me.errors import Fault, WorkbookError

from .bulk import BulkSheet, Exact, can_stream, plain_cells
from .cell import Cell, Formula
from .cell_faults import place
from .data_rows import DataRows
from .drawing import Points, chart_options, drawn_points, series_options
from .grid import Area, Block, Book, Chart, Link, Sheet
from .replacing import replacing
from .rule_options import condition_options, validation_options
from .style import PLAIN, Style

__all__ = ["write_book"]

PAPER = {"A3": 8, "A4": 9}
ALIGNMENT = {"left": "left", "centre": "center", "right": "right"}
VERTICAL = {"top": "top", "middle": "vcenter", "bottom": "bottom"}
LATIN_FONT = "Calibri"
ARABIC_FONT = "Arial"
ARABIC_CHARSET = 178
READING_ORDER = {None: 0, False: 1, True: 2}
ALLOWED_WHEN_PROTECTED = ("format_columns", "format_rows", "sort", "autofilter")


class _Worksheet(Worksheet):
    """A worksheet that takes formulas as they are.

    XlsxWriter searches each formula for functions of Excel 2010 and later, which must be marked
    in the file; that takes four fifths of the time that it needs for a formula. A `Book` holds
    no such function. Should a later XlsxWriter not ask here any more, only the time is lost.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - XlsxWriter's own signature
        return formula.removeprefix("=")


def write_book(
    book: Book, path: str | os.PathLike[str], data: Mapping[str, DataRows] | None = None
) -> None:
    """Write a workbook as an .xlsx file.

    Equal books give equal bytes. The file appears whole or not at all.

    Parameters
    ----------
    book
        The workbook.
    path
        The file to write or replace.
    data
        Rows that follow below the cells of a sheet, by its name; the last row of these cells is
        their header, with buttons to filter by.

    Raises
    ------
    OutputError
        When the file cannot be written there; an older one is as it was.
    WorkbookError
        When the rows have faults, or XlsxWriter refuses a part of the workbook.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> from indh_me.write.grid import Cell
    >>> file = Path(tempfile.mkdtemp()) / "suivi.xlsx"
    >>> sheet = Sheet("Suivi", [Cell(0, 0, 18_000)])
    >>> write_book(Book([sheet], created=date(2008, 3, 27)), file)
    >>> file.read_bytes()[:2]
    b'PK'
    """
    below = {} if data is None else {name: (_first_below(book, name), data[name]) for name in data}
    faults = [fault for name, (first, rows) in below.items() for fault in rows.faults(name, first)]
    if faults:
        raise WorkbookError(*faults)
    with replacing(path) as new, _refusals_are_errors():
        # Should XlsxWriter not have asked for the rows, they go through its own methods.
        if not (can_stream() and _write(book, new, below, BulkSheet)):
            _write(book, new, below, _Worksheet)


def _first_below(book: Book, name: str) -> int:
    return max((cell.row for cell in book.sheet(name).cells), default=-1) + 1


def _write(
    book: Book,
    path: os.PathLike[str],
    data: Mapping[str, tuple[int, DataRows]],
    data_class: type[Worksheet],
) -> bool:
    """Write a workbook; tell whether all the rows are in it."""
    with TemporaryDirectory(prefix="indh-me-") as parts:
        options = {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "tmpdir": parts,
            "use_zip64": bool(data),
        }
        workbook = Workbook(path, options)
        _Writer(workbook, data, data_class).write(book)
        workbook.close()
        return all(
            sheet.streamed for sheet in workbook.worksheets() if isinstance(sheet, BulkSheet)
        )


@contextmanager
def _refusals_are_errors() -> Iterator[None]:
    with warnings.catch_warnings():
        # Only XlsxWriter's own warnings: those of Python itself say nothing about the workbook.
        warnings.filterwarnings("error", category=UserWarning, module="xlsxwriter")
        try:
            yield
        except FileCreateError as error:
            raise error.args[0] from None  # The system's own error, for `replacing` to explain.
        except (XlsxWriterException, UserWarning) as error:
            fault = Fault(f"the workbook was refused: {error}", mend="correct this part of it")
            raise WorkbookError(fault) from error


class _Writer:
    """One workbook on its way out."""

    def __init__(
        self,
        workbook: Workbook,
        data: Mapping[str, tuple[int, DataRows]],
        data_class: type[Worksheet],
    ) -> None:
        self.workbook = workbook
        self.data = data
        self.data_class = data_class
        self.formats: dict[Style, Format | None] = {PLAIN: None}
        # Books share few style objects among many cells: their identity is found faster.
        self.formats_by_id: dict[int, Format | None] = {}

    def write(self, book: Book) -> None:
        self.workbook.set_properties(
            {
                "title": book.title,
                "author": book.author,
                "subject": book.subject,
                "keywords": book.keywords,
                "created": _midnight(book.created),
            }
        )
        for key, value in book.properties:
            _accept(self.workbook.set_custom_property(key, value, "text"), "the property", key)
        worksheets = [
            self.workbook.add_worksheet(
                sheet.name, self.data_class if sheet.name in self.data else _Worksheet
            )
            for sheet in book.sheets
        ]
        visible = [sheet.visibility == "visible" for sheet in book.sheets].index(True)
        worksheets[visible].activate()
        worksheets[visible].set_first_sheet()
        points = drawn_points(book.sheets)
        for sheet, worksheet in zip(book.sheets, worksheets, strict=True):
            self._write_view(sheet, worksheet)
            self._write_columns(sheet, worksheet)
            self._write_merges(sheet, worksheet)
            self._write_cells(sheet, worksheet, sheet.cells)
            if sheet.name in self.data:
                self._write_data(sheet, worksheet, *self.data[sheet.name])
            self._write_rules(sheet, worksheet)
            for chart in sheet.charts:
                self._write_chart(chart, points, sheet, worksheet)
        for name in book.names:
            code = self.workbook.define_name(name.name, f"={name.area.reference}")
            _accept(code, "the defined name", name.name)

    def _format(self, style: Style) -> Format | None:
        if style not in self.formats:
            self.formats[style] = self.workbook.add_format(_properties_of(style))
        self.formats_by_id[id(style)] = self.formats[style]
        return self.formats[style]

    def _write_data(self, sheet: Sheet, worksheet: Worksheet, first: int, rows: DataRows) -> None:
        if isinstance(worksheet, BulkSheet):
            worksheet.hold(rows, first, [self._format(column.style) for column in rows.columns])
        else:
            self._write_cells(sheet, worksheet, plain_cells(rows, first))
        if first > 0 and rows.columns:
            code = worksheet.autofilter(first - 1, 0, first - 1 + len(rows), len(rows.columns) - 1)
            _accept(code, "the filter", sheet.name)

    def _write_cells(self, sheet: Sheet, worksheet: Worksheet, cells: Iterable[Cell]) -> None:
        known = self.formats_by_id
        write_string = worksheet.write_string
        write_number = worksheet.write_number
        write_formula = worksheet.write_formula
        linked = {(link.row, link.column): link for link in sheet.links}
        for cell in cells:
            row, column, value, style = cell.row, cell.column, cell.value, cell.style
            look = known[id(style)] if id(style) in known else self._format(style)
            if type(value) is str:
                link = linked.get((row, column)) if linked else None
                if link is not None or value == "" or value.startswith("<r>"):
                    code = self._write_text(worksheet, (row, column), value, look, link)
                else:
                    code = write_string(row, column, value, look)
            elif type(value) is float or type(value) is int or type(value) is Exact:
                code = write_number(row, column, value, look)
            elif type(value) is Formula:
                code = write_formula(row, column, value.text, look, value.value)
            elif type(value) is bool:
                code = worksheet.write_boolean(row, column, value, look)
            elif isinstance(value, date):
                code = worksheet.write_datetime(row, column, _midnight(value), look)
            else:
                code = worksheet.write_blank(row, column, None, look)
            if code != 0:
                _accept(code, "the value", place(sheet.name, row, column))

    def _write_text(
        self,
        worksheet: Worksheet,
        position: tuple[int, int],
        text: str,
        look: Format | None,
        link: Link | None,
    ) -> int:
        code: int
        if text == "":
            code = worksheet.write_blank(*position, None, look)
        elif link is not None:
            url = f"internal:{link.target.reference}"
            tip = link.tip if link.tip != "" else None
            code = worksheet.write_url(*position, url, look, text, tip)
        elif text.startswith("<r>") and text.endswith("</r>"):
            # XlsxWriter takes such a text for markup of its own; cut in two it is text again.
            run = look if look is not None else self.workbook.add_format()
            code = worksheet.write_rich_string(*position, text[:1], run, text[1:], run)
        else:
            code = worksheet.write_string(*position, text, look)
        return code

    def _write_merges(self, sheet: Sheet, worksheet: Worksheet) -> None:
        corners = {(merge.first_row, merge.first_column) for merge in sheet.merges}
        styles = {
            (cell.row, cell.column): cell.style
            for cell in (sheet.cells if corners else ())
            if (cell.row, cell.column) in corners
        }
        for merge in sheet.merges:
            style = styles.get((merge.first_row, merge.first_column), PLAIN)
            code = worksheet.merge_range(*_corners(merge), "", self._format(style))
            _accept(code, "the merge", f"{sheet.name}!{merge}")

    def _write_columns(self, sheet: Sheet, worksheet: Worksheet) -> None:
        widths = dict(sheet.widths)
        outline: dict[int, dict[str, int | bool]] = {}
        for group in sheet.groups:
            for column in range(group.first, group.last + 1):
                outline.setdefault(column, {}).update(level=group.level, hidden=group.folded)
            if group.folded:
                # The button stands on the column after the group.
                outline.setdefault(group.last + 1, {}).update(collapsed=True)
        for column in sorted({*widths, *outline}):
            code = worksheet.set_column(
                column, column, widths.get(column), None, outline.get(column, {})
            )
            _accept(code, "the width", place(sheet.name, 0, column))
        for row, height in sheet.heights:
            _accept(worksheet.set_row(row, height), "the height", place(sheet.name, row, 0))

    def _write_view(self, sheet: Sheet, worksheet: Worksheet) -> None:
        if sheet.right_to_left:
            worksheet.right_to_left()
        if sheet.freeze != (0, 0):
            worksheet.freeze_panes(*sheet.freeze)
        if sheet.visibility == "hidden":
            worksheet.hide()
        elif sheet.visibility == "very_hidden":
            worksheet.very_hidden()
        if sheet.protected:
            worksheet.protect("", dict.fromkeys(ALLOWED_WHEN_PROTECTED, True))
        if sheet.tab_colour is not None:
            worksheet.set_tab_color(sheet.tab_colour)
        if not sheet.gridlines:
            worksheet.hide_gridlines(2)
        if sheet.autofilter is not None:
            worksheet.autofilter(*_corners(sheet.autofilter))
        _set_up_print(sheet, worksheet)

    def _write_rules(self, sheet: Sheet, worksheet: Worksheet) -> None:
        for validation in sheet.validations:
            code = worksheet.data_validation(
                *_corners(validation.block), validation_options(validation)
            )
            _accept(code, "the validation", f"{sheet.name}!{validation.block}")
        dressed: dict[Style, Format] = {}
        for condition in sheet.conditions:
            if condition.style not in dressed:
                look = self.workbook.add_format(_conditional_properties(condition.style))
                dressed[condition.style] = look
            options = condition_options(condition) | {"format": dressed[condition.style]}
            code = worksheet.conditional_format(*_corners(condition.block), options)
            _accept(code, "the condition", f"{sheet.name}!{condition.block}")
        for comment in sheet.comments:
            lines = sum(1 + len(line) // 40 for line in comment.text.split("\n"))
            options = {"author": comment.author, "width": 280, "height": 24 + 16 * min(lines, 20)}
            code = worksheet.write_comment(comment.row, comment.column, comment.text, options)
            _accept(code, "the comment", place(sheet.name, comment.row, comment.column))

    def _add_chart(self, kind: str) -> ChartArea | ChartColumn | ChartLine:
        options = {"type": kind} | ({"subtype": "stacked"} if kind == "area" else {})
        drawn = self.workbook.add_chart(options)
        if not isinstance(drawn, ChartArea | ChartColumn | ChartLine):
            raise WorkbookError(
                Fault(f"a chart of {kind!r} was refused", mend="draw areas, columns or lines")
            )
        return drawn

    def _write_chart(
        self, chart: Chart, points: Mapping[Area, Points], sheet: Sheet, worksheet: Worksheet
    ) -> None:
        kinds = sorted(
            {series.kind for series in chart.series}
        )  # Areas at the back, lines in front.
        layers = [self._add_chart(kind) for kind in kinds]
        for series in chart.series:
            layers[kinds.index(series.kind)].add_series(series_options(series, points))
        for layer in layers[1:]:
            layers[0].combine(layer)
        options = chart_options(chart)
        drawn = layers[0]
        drawn.set_title(options["title"])
        drawn.set_x_axis(options["x_axis"])
        drawn.set_y_axis(options["y_axis"])
        drawn.set_legend(options["legend"])
        drawn.set_size(options["size"])
        drawn.show_blanks_as(chart.blanks)
        drawn.show_hidden_data()  # Columns that are folded away are drawn all the same.
        code = worksheet.insert_chart(chart.row, chart.column, drawn, options["place"])
        _accept(code, "the chart", place(sheet.name, chart.row, chart.column))


def _accept(code: int | None, what: str, where: str) -> None:
    # Some methods give nothing back when all went well.
    if code not in {0, None}:
        raise WorkbookError(Fault(f"{what} was refused with code {code}", where, "correct it"))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)


def _corners(block: Block) -> tuple[int, int, int, int]:
    return block.first_row, block.first_column, block.last_row, block.last_column


def _conditional_properties(style: Style) -> dict[str, object]:
    """Translate the part of a style that may depend on a condition."""
    properties: dict[str, object] = {}
    if style.bold:
        properties["bold"] = True
    if style.italic:
        properties["italic"] = True
    if style.underline:
        properties["underline"] = 1
    if style.colour is not None:
        properties["font_color"] = style.colour
    if style.fill is not None:
        properties["bg_color"] = style.fill
    if style.border is not None:
        properties |= {"border": 1, "border_color": style.border}
    if style.number_format != PLAIN.number_format:
        properties["num_format"] = style.number_format
    return properties


def _properties_of(style: Style) -> dict[str, object]:
    properties = _conditional_properties(style) | {
        "font_name": ARABIC_FONT if style.arabic else LATIN_FONT,
        "font_size": style.size,
        "text_wrap": style.wrap,
        "indent": style.indent,
        "locked": not style.unlocked,
        "reading_order": READING_ORDER[style.right_to_left],
    }
    if style.horizontal is not None:
        properties["align"] = ALIGNMENT[style.horizontal]
    elif style.indent > 0:
        # An indent is counted from a side: XlsxWriter would take the left for Arabic as well.
        properties["align"] = "right" if style.right_to_left else "left"
    if style.vertical is not None:
        properties["valign"] = VERTICAL[style.vertical]
    if style.arabic:
        properties |= {"font_charset": ARABIC_CHARSET, "font_family": 0}
    return properties


def _set_up_print(sheet: Sheet, worksheet: Worksheet) -> None:
    setup = sheet.print_setup
    worksheet.set_paper(PAPER[setup.paper])
    if setup.landscape:
        worksheet.set_landscape()
    if setup.fit_width:
        worksheet.fit_to_pages(setup.pages_across, 0)
    if len(setup.new_pages) > 0:
        worksheet.set_h_pagebreaks(list(setup.new_pages))
    if setup.repeat_rows > 0:
        worksheet.repeat_rows(0, setup.repeat_rows - 1)
    if setup.repeat_columns > 0:
        worksheet.repeat_columns(0, setup.repeat_columns - 1)
    start, end = ("R", "L") if sheet.right_to_left else ("L", "R")
    footer = {start: setup.footer.replace("&", "&&"), end: "&P / &N" if setup.page_numbers else ""}
    # Excel expects the sections from left to right.
    text = "".join(f"&{side}{footer[side]}" for side in "LR" if footer[side] != "")
    if text != "":
        worksheet.set_footer(text)
