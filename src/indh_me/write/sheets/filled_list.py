"""Sheets that are lists to fill in: head, styles of their cells, and what may be typed."""

from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

from indh_me.write.cell_faults import FIRST_DAY
from indh_me.write.content import Content
from indh_me.write.grid import Block, Cell, Validation, Value
from indh_me.write.row_height import row_height
from indh_me.write.style import DATE, HEADING, INPUT, SUBTITLE, TITLE, Horizontal, Style

from .hidden import list_area

__all__ = ["FIRST_ROW", "HEADER_ROW", "LINE", "FilledList"]

HEADER_ROW, FIRST_ROW = 3, 4
LINE = 16.0
TITLE_HEIGHT, HEADING_HEIGHT = 24.0, 32.0


@frozen(slots=False)
class FilledList:
    """A list to fill in while it grows.

    Parameters
    ----------
    content
        What the workbook is made of.
    key
        Of the sheet's name, and of the section with the label ``how`` that says how it is filled.
    columns
        Headings, by section of the catalogue and key, with their widths in digits.
    """

    content: Content
    key: str
    columns: Mapping[tuple[str, str], float]
    cells: list[Cell] = field(factory=list, init=False)
    heights: dict[int, float] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        """Write its head."""
        words, style = self.content.words, self.content.style
        self.cells.append(Cell(0, 0, self.name, style(TITLE)))
        self.cells.append(Cell(1, 0, words.label(self.key, "how"), style(SUBTITLE)))
        self.cells.extend(
            Cell(HEADER_ROW, column, words.heading(key, section), style(HEADING))
            for column, (section, key) in enumerate(self.columns)
        )
        self.heights[0] = TITLE_HEIGHT
        self.heights[HEADER_ROW] = self.content.heading_height(HEADING_HEIGHT)

    @property
    def name(self) -> str:
        """Name of the sheet."""
        return self.content.words.label("sheet", self.key)

    @property
    def widths(self) -> tuple[float, ...]:
        """Widths of its columns."""
        return tuple(self.columns.values())

    @property
    def text(self) -> Style:
        """Style of a text that is filled in."""
        side: Horizontal = "right" if self.content.words.right_to_left else "left"
        text = INPUT.with_number_format("General").with_alignment(side, "top", wrap=True, indent=1)
        return self.content.style(text)

    @property
    def day(self) -> Style:
        """Style of a day that is filled in."""
        return INPUT.with_number_format(DATE.number_format).with_alignment("centre", "top")

    def add(self, row: int, made: list[tuple[Value, Style]]) -> None:
        """Write a row, as high as its texts need.

        Parameters
        ----------
        row
            Its position.
        made
            What its cells hold, and how they look.
        """
        self.cells.extend(Cell(row, column, value, own) for column, (value, own) in enumerate(made))
        texts = [
            (value, width)
            for (value, _), width in zip(made, self.widths, strict=True)
            if isinstance(value, str)
        ]
        self.heights[row] = row_height(texts, line=LINE)

    def days(self, first: int, column: int, last: int) -> Validation:
        """Let the cells of a column be days."""
        label = self.content.words.label
        return Validation(
            Block(first, column, last, column),
            "date",
            low=FIRST_DAY,
            title=label("input", "date_title"),
            message=label("input", "date_message"),
            error_title=label("input", "refused_title"),
            error=label("input", "date_message"),
        )

    def choices(
        self,
        first: int,
        column: int,
        last: int,
        name: str,
        severity: Literal["stop", "warning"] = "stop",
    ) -> Validation:
        """Let the cells of a column be words of a list."""
        label = self.content.words.label
        return Validation(
            Block(first, column, last, column),
            "list",
            source=list_area(self.content, name),
            error_title=label("input", "refused_title"),
            error=label("input", "list_refused"),
            severity=severity,
        )
