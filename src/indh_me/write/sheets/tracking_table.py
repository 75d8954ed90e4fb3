"""The tracking sheet while it grows, and where its figures stand for other sheets."""

from functools import cached_property

from attrs import define, field, frozen

from indh_me.compute import Status
from indh_me.model import Period
from indh_me.write.content import Content
from indh_me.write.grid import Block, Cell, Value, cell_address, sheet_prefix
from indh_me.write.style import Style

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

    @property
    def name(self) -> str:
        """Name of the sheet."""
        return self.content.words.label("sheet", "tracking")

    @classmethod
    def of(cls, content: Content) -> "Tracking":
        """Start the sheet, and those that it refers to."""
        data = DataEntry(content)
        figures = Figures(content, data)
        return cls(content, data, figures, Assessed(content, figures))

    @cached_property
    def columns(self) -> TrackingColumns:
        """Its columns."""
        return TrackingColumns.of(self.content)

    def put(self, row: int, column: int, value: Value, style: Style) -> None:
        """Write a cell."""
        self.cells.append(Cell(row, column, value, style))

    def reference(self, row: int, column: int) -> str:
        """Give the reference of a cell for the formulas of other sheets."""
        return sheet_prefix(self.name) + cell_address(row, column, fix_row=True, fix_column=True)
