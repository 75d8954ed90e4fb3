"""How long a workbook of 1 000 indicators x 20 periods takes, against bare XlsxWriter."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter
from _measure import Ratio, report, time_calls

import indh_me as me
from indh_me.write.grid import Book, Formula
from indh_me.write.workbook import workbook

INDICATORS = 1_000
PERIODS = 20
FIRST_YEAR = 1991
EPOCH = date(1899, 12, 30)


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


def write_bare(book: Book, path: Path) -> None:
    """Write the cells, formulas, formats, merges and charts of a book with XlsxWriter alone."""
    file = xlsxwriter.Workbook(path)
    formats: dict[object, object] = {}
    for sheet in book.sheets:
        page = file.add_worksheet(sheet.name)
        merged = {(block.first_row, block.first_column): block for block in sheet.merges}
        for cell in sheet.cells:
            style = cell.style
            look = formats.get(style)
            if look is None:
                look = formats[style] = file.add_format(
                    {"num_format": style.number_format, "bold": style.bold}
                )
            row, column, value = cell.row, cell.column, cell.value
            if (row, column) in merged:
                block = merged[row, column]
                page.merge_range(
                    row, column, block.last_row, block.last_column, str(value or ""), look
                )
            elif isinstance(value, Formula):
                page.write_formula(row, column, value.text, look, value.value)
            elif isinstance(value, str):
                page.write_string(row, column, value, look)
            elif isinstance(value, date):
                page.write_number(row, column, (value - EPOCH).days, look)
            elif value is None:
                page.write_blank(row, column, None, look)
            else:
                page.write_number(row, column, value, look)
        for chart in sheet.charts:
            drawn = file.add_chart({"type": "column"})
            for series in chart.series:
                drawn.add_series(
                    {
                        "categories": f"={series.categories.reference}",
                        "values": f"={series.values.reference}",
                    }
                )
            page.insert_chart(chart.row, chart.column, drawn)
    for name in book.names:
        file.define_name(name.name, f"={name.area.reference}")
    file.close()


def main() -> None:
    """Measure laying out and writing against writing the same cells."""
    assessed, observations = assessment()
    book = workbook(assessed, observations)
    folder = Path(tempfile.mkdtemp())
    cells = sum(len(sheet.cells) for sheet in book.sheets)
    print(f"{cells} cells, {sum(len(sheet.charts) for sheet in book.sheets)} charts")
    times = time_calls(
        lambda: me.write_workbook(assessed, observations, folder / "ours.xlsx"),
        lambda: write_bare(book, folder / "bare.xlsx"),
        repeats=3,
    )
    report(Ratio("workbook of 1 000 x 20 / bare XlsxWriter", *times, limit=1.3))


if __name__ == "__main__":
    main()
