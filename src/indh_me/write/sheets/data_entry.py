"""The data-entry sheet: one row for each indicator, period and category, to be filled in."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from indh_me.errors import key_path
from indh_me.write.content import Content
from indh_me.write.grid import (
    Area,
    Block,
    Cell,
    ColumnGroup,
    PrintSetup,
    Sheet,
)
from indh_me.write.print_width import pages_for
from indh_me.write.row_height import row_height
from indh_me.write.style import HEADING, SUBTITLE, TITLE

from .entry_columns import FIRST_ROW, HEADER_ROW, POSITION, WIDTHS
from .entry_formulas import EntryFormulas
from .entry_rows import EntryRows
from .entry_rules import entry_rules

__all__ = ["DataEntry", "data_entry_sheet"]

INDENT = 2.0  # Of what is filled in, in digits.
#: Widths of the columns whose texts may need several lines, by position.
WRAPPED = {
    **{POSITION[name]: WIDTHS[name] for name in ("indicator", "category", "unit")},
    **{POSITION[name]: WIDTHS[name] - INDENT for name in ("known_as", "source", "note")},
}
LINE = 15.0
HEADING_HEIGHT = 34.0


@frozen(slots=False)
class DataEntry:
    """Where things stand on the data-entry sheet, for the formulas of the others.

    Parameters
    ----------
    content
        What the workbook is made of.
    """

    content: Content

    @property
    def name(self) -> str:
        """Name of the sheet."""
        return self.content.words.label("sheet", "data_entry")

    @property
    def last_row(self) -> int:
        """Position of the last row; of the first when there is none to fill in."""
        return FIRST_ROW + max(len(self.content.entries), 1) - 1

    @cached_property
    def references(self) -> dict[str, str]:
        """Absolute reference of each column's rows, by its name."""
        return {
            name: Area(self.name, FIRST_ROW, position, self.last_row, position).reference
            for name, position in POSITION.items()
        }

    def block(self, name: str) -> Block:
        """Give the rows of a column.

        Parameters
        ----------
        name
            Of the column.
        """
        return Block(FIRST_ROW, POSITION[name], self.last_row, POSITION[name])

    @cached_property
    def places(self) -> Mapping[str, Area]:
        """Where figures stand, by the paths that findings name them by."""
        places: dict[str, Area] = {}
        for row, entry in enumerate(self.content.entries, start=FIRST_ROW):
            code, when = entry.indicator.code, f"{entry.period} {entry.categories}".rstrip()
            area = Area.of_cell(self.name, row, POSITION["value"])
            places.setdefault(key_path("observations", code), area)
            places[key_path("observations", code, when)] = area
        return places

    @cached_property
    def formulas(self) -> EntryFormulas:
        """How what is typed is read."""
        return EntryFormulas(self.content, self.references)


def data_entry_sheet(data: DataEntry) -> Sheet:
    """Make the data-entry sheet.

    Parameters
    ----------
    data
        Where things stand on it.
    """
    content = data.content
    cells = list(_head(content))
    heights: dict[int, float] = {HEADER_ROW: content.heading_height(HEADING_HEIGHT)}
    rows = EntryRows(content, data.formulas)
    for row, entry in enumerate(content.entries, start=FIRST_ROW):
        made = list(rows.cells(row, entry))
        cells += made
        height = row_height(
            (*_wrapped(made), (entry.indicator.code, content.code_width)), line=LINE
        )
        if height > LINE:
            heights[row] = height
    widths = _widths(content)
    printed = [width for column, width in widths.items() if column <= POSITION["note"]]
    paper, across = pages_for(printed, sum(printed[:2]))
    return Sheet(
        data.name,
        cells,
        widths=widths,
        heights=heights,
        freeze=(FIRST_ROW, POSITION["category"]),
        validations=entry_rules(content, {name: data.block(name) for name in POSITION}),
        groups=[ColumnGroup(POSITION["key"], POSITION["shared_from"], folded=True)],
        print_setup=PrintSetup(
            paper=paper,
            pages_across=across,
            repeat_rows=FIRST_ROW,
            repeat_columns=2 if across > 1 else 0,
            footer=content.framework.code,
        ),
        right_to_left=content.words.right_to_left,
        protected=True,
        autofilter=Block(HEADER_ROW, 0, data.last_row, POSITION["note"])
        if content.entries
        else None,
        tab_colour="#E6B800",
        gridlines=False,
    )


def _widths(content: Content) -> Mapping[int, float]:
    """Give the width of each column; those of codes and figures have room for the longest."""
    least = {"code": content.code_width, "target": content.number_width + 2}
    least |= dict.fromkeys(("value", "low", "high"), content.number_width)
    return {POSITION[name]: max(width, least.get(name, 0)) for name, width in WIDTHS.items()}


def _wrapped(cells: Iterable[Cell]) -> Iterator[tuple[str, float]]:
    for cell in cells:
        if cell.column in WRAPPED and isinstance(cell.value, str):
            yield cell.value, WRAPPED[cell.column]


def _head(content: Content) -> Iterator[Cell]:
    label = content.words.label
    yield Cell(0, 0, label("sheet", "data_entry"), content.style(TITLE))
    yield Cell(1, 0, label("readme", "how_fill"), content.style(SUBTITLE))
    yield Cell(2, 0, label("readme", "how_blank"), content.style(SUBTITLE))
    for name, column in POSITION.items():
        words = content.words.heading(name) if column <= POSITION["note"] else name
        yield Cell(HEADER_ROW, column, words, content.style(HEADING))
