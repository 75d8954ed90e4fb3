"""The tracking sheet while it grows, and where its figures stand for other sheets."""

from collections.abc import Mapping
from functools import cached_property

from attrs import define, field, frozen

from indh_me.compute import Achievement, Reason, Status
from indh_me.compute.achievement import achievements
from indh_me.model import Period, Quantity
from indh_me.write.content import Content
from indh_me.write.grid import Block, Cell, Value, cell_address, sheet_prefix
from indh_me.write.style import Style

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
    content, data, figures
        What the workbook is made of, where figures are entered, and where they are accumulated.
    """

    content: Content
    data: DataEntry
    figures: Figures
    cells: list[Cell] = field(factory=list)
    merges: list[Block] = field(factory=list)
    heights: dict[int, float] = field(factory=dict)
    actuals: dict[tuple[str, Period], Shown] = field(factory=dict)
    statuses: list[tuple[int, int, Status]] = field(factory=list)

    @property
    def name(self) -> str:
        """Name of the sheet."""
        return self.content.words.label("sheet", "tracking")

    @cached_property
    def columns(self) -> TrackingColumns:
        """Its columns."""
        return TrackingColumns.of(self.content)

    @cached_property
    def rates(self) -> Mapping[str, tuple[Achievement, Reason | None]]:
        """What is reached of the target assessed, and why no figure could give a rate, by code.

        The first counts what is reported so far, though the target may not be due yet.
        """
        content = self.content
        rows = [content.assessment[each.code] for each in content.numeric]
        rows = [row for row in rows if row.target is not None]
        windows = [content.assessed_window(row.indicator) for row in rows]
        reached = [
            None if window is None else content.in_windows[row.indicator.code, window].quantity
            for row, window in zip(rows, windows, strict=True)
        ]

        def of(actual: list[Quantity | None]) -> list[Achievement]:
            return achievements(
                actual=actual,
                target=[row.target for row in rows],
                baseline=[row.baseline for row in rows],
                direction=[row.indicator.direction for row in rows],
                method=[row.method for row in rows],
                band=[row.indicator.band for row in rows],
            )

        trials = of([Quantity.exactly(0)] * len(rows))
        return {
            row.indicator.code: (achievement, trial.reason)
            for row, achievement, trial in zip(rows, of(reached), trials, strict=True)
        }

    def put(self, row: int, column: int, value: Value, style: Style) -> None:
        """Write a cell."""
        self.cells.append(Cell(row, column, value, style))

    def reference(self, row: int, column: int) -> str:
        """Give the reference of a cell for the formulas of other sheets."""
        return sheet_prefix(self.name) + cell_address(row, column, fix_row=True, fix_column=True)
