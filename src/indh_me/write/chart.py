"""Charts as values: which areas of which sheets they draw, and how."""

from collections.abc import Iterable
from typing import Literal

from attrs import field, frozen

from .address import Area

__all__ = ["Blanks", "Chart", "Series", "SeriesKind"]

SeriesKind = Literal["area", "column", "line"]
Blanks = Literal["gap", "span", "zero"]


@frozen(kw_only=True)
class Series:
    """One series of a chart.

    Parameters
    ----------
    name
        Its words in the legend: a text, or the cell that holds them.
    categories
        The area that names the points; one row or one column.
    values
        The area that holds the points; as long as the categories. Points that are missing must
        be blank cells: a formula that gives an empty text would be drawn as zero.
    kind
        An area, columns or a line. Areas are stacked on one another.
    colour
        Such as ``#0B5394``; `None` of an area that only carries the next one, and is not seen.
    dashed
        Whether a line is dashed, as targets are.
    markers
        Whether the points of a line are marked.
    """

    name: Area | str
    categories: Area
    values: Area
    kind: SeriesKind = "column"
    colour: str | None
    dashed: bool = False
    markers: bool = True


def _series(series: Iterable[Series]) -> tuple[Series, ...]:
    return tuple(series)


@frozen(kw_only=True)
class Chart:
    """A chart of areas, of columns, or of lines, the later ones over the earlier.

    Parameters
    ----------
    row, column
        The cell that its upper corner stands on, from 0.
    series
        What it draws; areas first, columns over them, and lines over both.
    title
        Its title; empty for none.
    category_title, value_title
        Titles of the two axes; empty for none.
    number_format
        How the numbers of the value axis are written.
    mirrored
        Whether the categories run from right to left, as on the sheets of Arabic. Spreadsheets
        mirror sheets, but not charts.
    blanks
        What missing points become: a gap, a line that spans it, or zero.
    alt_text
        What the chart shows, in words, for those who do not see it.
    width, height
        In pixels at 96 to the inch.
    minimum, maximum
        Ends of the value axis, in its unit; `None` leaves them to the spreadsheet.
    """

    row: int
    column: int
    series: tuple[Series, ...] = field(converter=_series)
    title: str = ""
    category_title: str = ""
    value_title: str = ""
    number_format: str = "General"
    mirrored: bool = False
    blanks: Blanks = "gap"
    alt_text: str
    width: int = 480
    height: int = 288
    minimum: float | None = None
    maximum: float | None = None
