"""The tracking sheet while it grows, and where its figures stand for other sheets."""

from collections.abc import Mapping
from functools import cached_property

from attrs import define, field, frozen

from indh_me.compute import Status
from indh_me.errors import key_path
from indh_me.model import Period
from indh_me.write.content import Content
from indh_me.write.grid import Area, Block, Cell, Link, Value, cell_address, sheet_prefix
from indh_me.write.style import CODE, LINKED_CODE, Style

from .assessed import Assessed
from .data_entry import DataEntry
from .figures import Figures
from .tracking_columns import TrackingColumns

__all__ = ["Shown", "Tracking"]


@frozen(kw_only=True)
class Shown:
    """A figure on the sheet, for others to show it too.

    Parameters
    ----------
    row, column
        Position of the words before the number; the number stands in the next column.
    mark, number
        What the two cells show.
    """

    row: int
    column: int
    mark: str
    number: float | str


@define(slots=False)
class Tracking:
    """The tracking sheet while it grows, and where its figures stand for other sheets.

    Parameters
    ----------
    content, data, figures, assessed
        What the workbook is made of, where figures are entered, where they are accumulated, and
        where they are assessed.
    references
        Where more is said of each indicator, by its code: its own code leads there.
    """

    content: Content
    data: DataEntry
    figures: Figures
    assessed: Assessed
    cells: list[Cell] = field(factory=list)
    merges: list[Block] = field(factory=list)
    heights: dict[int, float] = field(factory=dict)
    rows: dict[str, int] = field(factory=dict)
    actuals: dict[tuple[str, Period], Shown] = field(factory=dict)
    statuses: list[tuple[int, int, Status]] = field(factory=list)
    references: Mapping[str, Area] = field(factory=dict)
    links: list[Link] = field(factory=list)

    @property
    def name(self) -> str:
        """Name of the sheet."""
        return self.content.words.label("sheet", "tracking")

    @classmethod
    def of(cls, content: Content, references: Mapping[str, Area] | None = None) -> "Tracking":
        """Start the sheet, and those that it refers to."""
        data = DataEntry(content)
        figures = Figures(content, data)
        known = {} if references is None else references
        return cls(content, data, figures, Assessed(content, figures), references=known)

    @cached_property
    def columns(self) -> TrackingColumns:
        """Its columns."""
        return TrackingColumns.of(self.content)

    @property
    def places(self) -> Mapping[str, Area]:
        """Where the indicators stand that are written already, by their paths."""
        return {
            key_path("indicators", code): Area.of_cell(self.name, row, 0)
            for code, row in self.rows.items()
        }

    def put_code(self, row: int, code: str) -> None:
        """Write the code of an indicator, which leads to its reference sheet where it has one."""
        linked = code in self.references
        self.put(row, 0, code, self.content.code_style(LINKED_CODE if linked else CODE))
        if linked:
            tip = self.content.words.label("reference", "about")
            self.links.append(Link(row, 0, self.references[code], tip))

    def put(self, row: int, column: int, value: Value, style: Style) -> None:
        """Write a cell."""
        self.cells.append(Cell(row, column, value, style))

    def reference(self, row: int, column: int) -> str:
        """Give the reference of a cell for the formulas of other sheets."""
        return sheet_prefix(self.name) + cell_address(row, column, fix_row=True, fix_column=True)
