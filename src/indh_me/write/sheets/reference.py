"""Reference sheets: all that is said of each indicator, and what is still to be said."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from indh_me.catalog import labels
from indh_me.errors import key_path
from indh_me.model import Indicator
from indh_me.write.content import Content
from indh_me.write.grid import Area, Cell, Link, PrintSetup, Sheet
from indh_me.write.row_height import row_height
from indh_me.write.sheet_name import sheet_names
from indh_me.write.style import (
    GROUP,
    HEADING,
    INPUT,
    LINK,
    SUBTITLE,
    TEXT,
    TITLE,
    Horizontal,
    Style,
)

from .reference_lines import Line, ReferenceLines

__all__ = ["MOST_SHEETS", "References"]

#: With more indicators, their blocks stand on one sheet: nobody finds his way among more tabs.
MOST_SHEETS = 60
MOST_BREAKS = 1_000
WIDTHS = (34.0, 84.0)
INDENT = 2.0  # Of what is filled in, in digits.
LINE = 15.5
TITLE_HEIGHT = 26.0
TAB = "#7F7F7F"
#: The name of a field: quieter than the heading of a table.
HEADING_OF_FIELD = Style(
    bold=True, colour="#404040", fill="#F5F5F5", border=HEADING.border, vertical="top", wrap=True
)
Places = Mapping[str, Area]


@frozen(slots=False)
class References:
    """The reference sheets of a workbook, and where each indicator stands on them.

    Parameters
    ----------
    content
        What the workbook is made of.
    """

    content: Content

    @cached_property
    def places(self) -> Places:
        """First cell of what is said of each indicator, by its code."""
        if self._apart:
            sheets = self._names
            return {code: Area.of_cell(name, 0, 0) for code, name in sheets.items()}
        places, row = {}, len(self._head())
        for indicator, lines in self._lines:
            places[indicator.code] = Area.of_cell(self.name, row, 0)
            row += len(lines) + 3  # Title and links before it, a blank row behind it.
        return places

    @property
    def name(self) -> str:
        """Name of the sheet, when there is one for all."""
        return self.content.words.label("sheet", "reference")

    def sheets(self, back: Sequence[Places] = ()) -> Iterator[Sheet]:
        """Make the sheets.

        Parameters
        ----------
        back
            Where indicators stand on other sheets, by their paths (``indicators.T-R1``): the
            first links of each block lead back there.

        Yields
        ------
        Sheet
            One for each indicator; of more than `MOST_SHEETS`, one for all; none of none.
        """
        if not self._apart:
            page = _Page(self, back)
            for text in self._head():
                style = TITLE if page.row == 0 else SUBTITLE
                page.alone(text, style)
            for indicator, lines in self._lines:
                page.starts.append(page.row)
                page.block(indicator, lines, GROUP)
                page.row += 1
            yield page.sheet(self.name, repeat=len(self._head()) - 1)
            return
        for indicator, lines in self._lines:
            page = _Page(self, back)
            page.block(indicator, lines, TITLE)
            yield page.sheet(self._names[indicator.code])

    def _head(self) -> tuple[str, ...]:
        words = self.content.words
        return self.content.title, words.label("reference", "how"), ""

    @property
    def _apart(self) -> bool:
        return len(self.content.framework.indicators) <= MOST_SHEETS

    @cached_property
    def _names(self) -> Mapping[str, str]:
        words = self.content.words
        taken = (words.label("sheet", key) for key in labels()["sheet"])
        return sheet_names((each.code for each in self.content.framework.indicators), taken)

    @cached_property
    def _lines(self) -> Sequence[tuple[Indicator, Sequence[Line]]]:
        made = ReferenceLines(self.content)
        return [(each, tuple(made.of(each))) for each in self.content.framework.indicators]


class _Page:
    """A sheet while it grows."""

    def __init__(self, references: References, back: Sequence[Places]) -> None:
        self.content, self.back = references.content, back
        self.cells: list[Cell] = []
        self.links: list[Link] = []
        self.heights: dict[int, float] = {}
        self.row = 0
        self.starts: list[int] = []  # Rows of the blocks, each of which begins a page.
        words, style = self.content.words, self.content.style
        side: Horizontal = "right" if words.right_to_left else "left"
        self.label, self.text = style(HEADING_OF_FIELD), style(TEXT)
        self.filled = style(
            INPUT.with_number_format("General").with_alignment(side, "top", wrap=True, indent=1)
        )
        self.band, self.link = style(GROUP), style(LINK)

    def alone(self, text: str, style: Style) -> None:
        """Write a text that runs on over the blank cell beside it."""
        self.cells.append(Cell(self.row, 0, text, self.content.style(style)))
        self.row += 1

    def block(self, indicator: Indicator, lines: Sequence[Line], style: Style) -> None:
        """Write what is said of an indicator, below its code and name and the links back."""
        words = self.content.words
        title = f"{indicator.code}  {words.both(indicator.name, ' / ')}".rstrip()
        own = self.content.style(style.with_alignment(vertical="middle", wrap=False))
        self.cells.append(Cell(self.row, 0, title, own))
        self.heights[self.row] = TITLE_HEIGHT
        if style is GROUP:
            self.cells.append(Cell(self.row, 1, None, own))
        self.row += 1
        path = key_path("indicators", indicator.code)
        targets = [places[path] for places in self.back if path in places]
        for column, target in enumerate(targets[: len(WIDTHS)]):
            text = words.label("reference", "back", sheet=target.sheet)
            self.cells.append(Cell(self.row, column, text, self.link))
            self.links.append(Link(self.row, column, target))
        self.row += 1
        for line in lines:
            self._line(line)

    def _line(self, line: Line) -> None:
        row, self.row = self.row, self.row + 1
        if line.value is None:
            self.cells += (Cell(row, 0, line.label, self.band), Cell(row, 1, None, self.band))
            return
        style = self.text if line.value != "" else self.filled
        self.cells += (Cell(row, 0, line.label, self.label), Cell(row, 1, line.value, style))
        height = row_height(((line.label, WIDTHS[0]), (line.value, WIDTHS[1])), line=LINE)
        if height > LINE:
            self.heights[row] = height

    def sheet(self, name: str, repeat: int = 1) -> Sheet:
        """Give the sheet; so many rows come back on every page."""
        return Sheet(
            name,
            self.cells,
            widths=dict(enumerate(WIDTHS)),
            heights=self.heights,
            freeze=(repeat, 0),
            links=self.links,
            print_setup=PrintSetup(
                paper="A4",
                landscape=False,
                new_pages=self.starts[1 : MOST_BREAKS + 1],
                repeat_rows=repeat,
                footer=self.content.framework.code,
            ),
            right_to_left=self.content.words.right_to_left,
            protected=True,
            tab_colour=TAB,
            gridlines=False,
        )
