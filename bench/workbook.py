"""How long a workbook of 1 000 indicators x 20 periods takes, against bare XlsxWriter."""

import tempfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter
from _measure import Ratio, report, time_calls
from xlsxwriter.worksheet import Worksheet

import indh_me as me
from indh_me.write.cell import Formula
from indh_me.write.grid import Book, Sheet
from indh_me.write.style import Style
from indh_me.write.workbook import workbook

INDICATORS = 1_000
PERIODS = 20
FIRST_YEAR = 1991
#: A method of a worksheet, where to write, what, in which style, and the value of a formula.
Call = tuple[str, int, int, Any, Style, Any]


def assessment() -> tuple[me.Assessment, me.Observations]:
    """Make 1 000 indicators with a target and a figure in each of 20 years."""
    years = [me.Period.year(FIRST_YEAR + number) for number in range(PERIODS)]
    framework = me.Framework(
        code="BIG",
        languages=["fr"],
        results=[me.Result(code="training", level="output", statement=me.Text.of(fr="Formation"))],
        indicators=[
            me.Indicator(
                code=f"I{number}",
                name=me.Text.of(fr=f"Personnes formées, province {number}"),
                unit="count",
                direction="increase",
                accumulation="sum",
                result="training",
                targets=[me.Target(period=year, value=1_000 + number) for year in years],
            )
            for number in range(INDICATORS)
        ],
    )
    observations = me.Observations.from_columns(
        [f"I{number}" for number in range(INDICATORS) for _ in years],
        [year for _ in range(INDICATORS) for year in years],
        [900 + number for number in range(INDICATORS) for _ in years],
    )
    last = date(FIRST_YEAR + PERIODS - 1, 12, 31)
    return me.assess(framework, observations, as_of=last + timedelta(days=90)), observations


def calls_of(sheet: Sheet) -> Iterator[Call]:
    """Give the calls that write the cells of a sheet: what they need is prepared beforehand."""
    for cell in sheet.cells:
        at, value = (cell.row, cell.column), cell.value
        if isinstance(value, Formula):
            yield "write_formula", *at, value.text, cell.style, value.value
        elif value is None or value == "":
            yield "write_blank", *at, None, cell.style, None
        elif isinstance(value, bool):
            yield "write_boolean", *at, value, cell.style, None
        elif isinstance(value, str):
            yield "write_string", *at, value, cell.style, None
        elif isinstance(value, date):
            midnight = datetime.combine(value, time.min)
            yield "write_datetime", *at, midnight, cell.style, None
        else:
            yield "write_number", *at, value, cell.style, None


def bare(book: Book, path: Path) -> Callable[[], None]:
    """Give a function that writes the cells, formulas, formats and charts of a book, no more."""
    calls = [list(calls_of(sheet)) for sheet in book.sheets]
    styles = {id(call[4]): call[4] for listed in calls for call in listed}

    def write() -> None:
        file = xlsxwriter.Workbook(path)
        looks = {
            key: file.add_format({"num_format": style.number_format, "bold": style.bold})
            for key, style in styles.items()
        }
        pages = [file.add_worksheet(sheet.name) for sheet in book.sheets]
        for sheet, page, listed in zip(book.sheets, pages, calls, strict=True):
            _write_cells(page, listed, looks)
            for chart in sheet.charts:
                drawn: Any = file.add_chart({"type": "column"})
                for series in chart.series:
                    categories, values = series.categories.reference, series.values.reference
                    drawn.add_series({"categories": f"={categories}", "values": f"={values}"})
                page.insert_chart(chart.row, chart.column, drawn)
        for name in book.names:
            file.define_name(name.name, f"={name.area.reference}")
        file.close()

    return write


def _write_cells(page: Worksheet, calls: list[Call], looks: dict[int, Any]) -> None:
    methods = {name: getattr(page, name) for name in {call[0] for call in calls}}
    for method, row, column, value, style, formula in calls:
        if method == "write_formula":
            methods[method](row, column, value, looks[id(style)], formula)
        else:
            methods[method](row, column, value, looks[id(style)])


def main() -> None:
    """Measure laying out and writing against writing the same cells."""
    assessed, observations = assessment()
    book = workbook(assessed, observations)
    folder = Path(tempfile.mkdtemp())
    cells = sum(len(sheet.cells) for sheet in book.sheets)
    formulas = sum(isinstance(cell.value, Formula) for sheet in book.sheets for cell in sheet.cells)
    charts = sum(len(sheet.charts) for sheet in book.sheets)
    print(f"{cells} cells, {formulas} of them formulas, and {charts} charts")
    times = time_calls(
        lambda: me.write_workbook(assessed, observations, folder / "ours.xlsx"),
        bare(book, folder / "bare.xlsx"),
        repeats=3,
    )
    report(Ratio("workbook of 1 000 x 20 / bare XlsxWriter", *times, limit=1.3))


if __name__ == "__main__":
    main()
