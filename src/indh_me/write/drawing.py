"""How charts look: the options of XlsxWriter for a chart that is a value."""

from .address import Area
from .chart import Chart, Series

__all__ = ["chart_options", "series_options"]

Options = dict[str, object]

LINE_WIDTH = 2.25  # Points.
MARKER_SIZE = 6
COLUMN_GAP = 60  # Percent of the width of a column.
GRID_COLOUR = "#D9D9D9"
TITLE_SIZE = 12
ANCHORED = {"object_position": 2}  # Moves with its cell, keeps its size.


def series_options(series: Series) -> Options:
    """Give the options of one series."""
    name = series.name
    options: Options = {
        "name": _range(name) if isinstance(name, Area) else _literal(name),
        "categories": _range(series.categories),
        "values": _range(series.values),
    }
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
    alone = len(chart.series) == 1
    return {
        "title": title,
        "x_axis": x_axis,
        "y_axis": y_axis,
        "legend": {"none": True} if alone else {"position": "bottom"},
        "size": {"width": chart.width, "height": chart.height},
        "place": ANCHORED | {"description": chart.alt_text},
    }


def _range(area: Area) -> list[str | int]:
    block = area.block
    return [area.sheet, block.first_row, block.first_column, block.last_row, block.last_column]


def _literal(text: str) -> str:
    # A leading '=' would make a reference of it.
    return f" {text}" if text.startswith("=") else text
