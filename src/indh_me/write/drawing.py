"""How charts look: the options of XlsxWriter for a chart that is a value."""

from collections.abc import Iterable, Mapping

from .address import Area
from .cell import Formula
from .chart import Chart, Series
from .sheet import Sheet

__all__ = ["Points", "chart_options", "drawn_points", "series_options"]

Options = dict[str, object]
Points = tuple[float | None, ...]

LINE_WIDTH = 2.25  # Points.
MARKER_SIZE = 6
COLUMN_GAP = 60  # Percent of the width of a column.
GRID_COLOUR = "#D9D9D9"
TITLE_SIZE = 12
ANCHORED = {"object_position": 2}  # Moves with its cell, keeps its size.


def drawn_points(sheets: Iterable[Sheet]) -> dict[Area, Points]:
    """Find the numbers that charts draw, `None` where a cell holds none.

    A chart carries them along for viewers that do not read the cells. XlsxWriter would look them
    up as well, but take blank cells for zero.
    """
    sheets = tuple(sheets)
    areas = {series.values for sheet in sheets for chart in sheet.charts for series in chart.series}
    wanted: dict[str, set[tuple[int, int]]] = {}
    for area in areas:
        wanted.setdefault(area.sheet, set()).update(area.block.positions())
    numbers = {
        (sheet.name, cell.row, cell.column): _number(cell.value)
        for sheet in sheets
        if sheet.name in wanted
        for cell in sheet.cells
        if (cell.row, cell.column) in wanted[sheet.name]
    }
    return {
        area: tuple(
            numbers.get((area.sheet, row, column)) for row, column in area.block.positions()
        )
        for area in areas
    }


def _number(value: object) -> float | None:
    result = value.value if isinstance(value, Formula) else value
    return result if isinstance(result, int | float) and not isinstance(result, bool) else None


def series_options(series: Series, points: Mapping[Area, Points]) -> Options:
    """Give the options of one series."""
    name = series.name
    options: Options = {
        "name": _range(name) if isinstance(name, Area) else _literal(name),
        "categories": _range(series.categories),
        "values": _range(series.values),
        "values_data": list(points[series.values]),
    }
    if series.kind == "area":
        fill = {"none": True} if series.colour is None else {"color": series.colour}
        return options | {"fill": fill, "line": {"none": True}}
    if series.kind == "column":
        return options | {"fill": {"color": series.colour}, "gap": COLUMN_GAP}
    line: Options = {"color": series.colour, "width": LINE_WIDTH}
    if series.dashed:
        line["dash_type"] = "dash"
    marker: Options = {"type": "none"}
    if series.markers:
        paint = {"color": series.colour}
        marker = {"type": "circle", "size": MARKER_SIZE, "fill": paint, "border": paint}
    return options | {"line": line, "marker": marker}


def chart_options(chart: Chart) -> dict[str, Options]:
    """Give the options of title, axes, legend, size and place."""
    title: Options = {"none": True}
    if chart.title != "":
        title = {"name": _literal(chart.title), "name_font": {"size": TITLE_SIZE}}
    # Labels stay at the foot when values are negative.
    x_axis: Options = {"label_position": "low", "reverse": chart.mirrored}
    y_axis: Options = {
        "num_format": chart.number_format,
        "major_gridlines": {"visible": True, "line": {"color": GRID_COLOUR, "width": 0.75}},
        "line": {"none": True},
    }
    if chart.category_title != "":
        x_axis["name"] = _literal(chart.category_title)
    if chart.value_title != "":
        y_axis["name"] = _literal(chart.value_title)
    if chart.minimum is not None:
        y_axis["min"] = chart.minimum
    if chart.maximum is not None:
        y_axis["max"] = chart.maximum
    legend: Options = {"none": True} if len(chart.series) == 1 else {"position": "bottom"}
    # What is not seen is not explained. Series are counted in the order that they are drawn in.
    drawn = sorted(chart.series, key=lambda series: series.kind)
    unseen = [number for number, series in enumerate(drawn) if series.colour is None]
    if unseen:
        legend["delete_series"] = unseen
    return {
        "title": title,
        "x_axis": x_axis,
        "y_axis": y_axis,
        "legend": legend,
        "size": {"width": chart.width, "height": chart.height},
        "place": ANCHORED | {"description": chart.alt_text},
    }


def _range(area: Area) -> list[str | int]:
    block = area.block
    return [area.sheet, block.first_row, block.first_column, block.last_row, block.last_column]


def _literal(text: str) -> str:
    # A leading '=' would make a reference of it.
    return f" {text}" if text.startswith("=") else text
