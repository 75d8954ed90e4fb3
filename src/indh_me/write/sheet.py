"""Sheets as values: their cells, and what surrounds the cells."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, Self

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError

from .address import Area, Block, cell_position
from .cell import Cell
from .chart import Chart
from .style import Style

__all__ = [
    "ColumnGroup",
    "Comment",
    "Condition",
    "Link",
    "PrintSetup",
    "Sheet",
    "Validation",
    "ValidationKind",
    "Visibility",
]

ValidationKind = Literal["list", "decimal", "whole", "date", "any"]
Visibility = Literal["visible", "hidden", "very_hidden"]


def _sizes(
    sizes: Mapping[int, float] | Iterable[tuple[int, float]],
) -> tuple[tuple[int, float], ...]:
    pairs = sizes.items() if isinstance(sizes, Mapping) else sizes
    return tuple(sorted((position, float(size)) for position, size in pairs))


@frozen
class Validation:
    """What may be typed into a block of cells, and the words that help.

    Parameters
    ----------
    block
        The cells.
    kind
        A choice from a list, a decimal number, a whole number, a date, or anything.
    source
        For a list: the area that holds the choices, on any sheet.
    low, high
        For numbers and dates: the bounds, included; `None` for no bound.
    title, message
        Shown when a cell is chosen: at most 32 and 255 characters.
    error_title, error
        Shown when what was typed is refused: at most 32 and 255 characters.
    severity
        ``stop`` refuses; ``warning`` asks; ``information`` tells.
    """

    block: Block
    kind: ValidationKind
    source: Area | None = field(default=None, kw_only=True)
    low: float | date | None = field(default=None, kw_only=True)
    high: float | date | None = field(default=None, kw_only=True)
    title: str = field(default="", kw_only=True)
    message: str = field(default="", kw_only=True)
    error_title: str = field(default="", kw_only=True)
    error: str = field(default="", kw_only=True)
    severity: Literal["stop", "warning", "information"] = field(default="stop", kw_only=True)


@frozen
class Condition:
    """A style that a block of cells takes while something holds.

    Of the style, only bold, italic, underline, colours, border and number format can depend on
    a condition.

    Parameters
    ----------
    block
        The cells.
    style
        How they look while it holds.
    text
        Holds for cells that show exactly this text (capitals do not matter).
    formula
        Holds where this formula is true; its references are those of the upper left cell.
    """

    block: Block
    style: Style
    text: str | None = field(default=None, kw_only=True)
    formula: str | None = field(default=None, kw_only=True)

    @classmethod
    def when_text(cls, block: Block, text: str, style: Style) -> Self:
        """Make a condition that holds where a cell shows this text."""
        return cls(block, style, text=text)

    @classmethod
    def when(cls, block: Block, formula: str, style: Style) -> Self:
        """Make a condition that holds where this formula is true."""
        return cls(block, style, formula=formula)


@frozen
class ColumnGroup:
    """Columns that fold away together.

    Parameters
    ----------
    first, last
        Positions of the columns, from 0, both included.
    level
        Depth of the outline, 1 to 7.
    folded
        Whether they are folded away when the workbook is opened.
    """

    first: int
    last: int
    level: int = 1
    folded: bool = False


@frozen
class Comment:
    """A note that pops up over a cell."""

    row: int
    column: int
    text: str
    author: str = ""


@frozen
class Link:
    """A jump from a cell to an area of this workbook; the cell keeps its value and style."""

    row: int
    column: int
    target: Area
    tip: str = ""


def _rows(rows: Iterable[int]) -> tuple[int, ...]:
    return tuple(rows)


@frozen(kw_only=True)
class PrintSetup:
    """How a sheet is printed.

    Parameters
    ----------
    paper
        Size of the paper.
    landscape
        Whether the long side is the horizontal one.
    fit_width
        Whether the sheet is made smaller until its columns fit `pages_across` pages.
    pages_across
        How many pages stand side by side.
    new_pages
        Rows that begin a new page, so that no picture is cut in two. Spreadsheets that ignore
        this while they fit the width break where a page is full.
    repeat_rows, repeat_columns
        How many rows from the top and columns from the start come back on every page.
    footer
        Words at the foot of every page, at the start of the line.
    page_numbers
        Whether page and number of pages stand at the end of that line.
    """

    paper: Literal["A4", "A3"] = "A4"
    landscape: bool = True
    fit_width: bool = True
    pages_across: int = 1
    new_pages: tuple[int, ...] = field(default=(), converter=_rows)
    repeat_rows: int = 0
    repeat_columns: int = 0
    footer: str = ""
    page_numbers: bool = True


# One function for each: type checkers cannot see through a generic converter.
def _cells(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    return tuple(cells)


def _merges(merges: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(merges)


def _validations(validations: Iterable[Validation]) -> tuple[Validation, ...]:
    return tuple(validations)


def _conditions(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    return tuple(conditions)


def _charts(charts: Iterable[Chart]) -> tuple[Chart, ...]:
    return tuple(charts)


def _comments(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    return tuple(comments)


def _links(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(links)


def _groups(groups: Iterable[ColumnGroup]) -> tuple[ColumnGroup, ...]:
    return tuple(groups)


@frozen
class Sheet:
    r"""One sheet of a workbook.

    Parameters
    ----------
    name
        At most 31 characters, none of ``[]:*?/\``.
    cells
        In any order; no place twice, none under a merge but its upper left.
    merges
        Blocks shown as one cell, which takes value and style of the upper left one.
    widths, heights
        Of columns, in characters, and of rows, in points, by position.
    freeze
        How many rows and columns stay in view.
    validations, conditions, charts, comments, links
        See their classes.
    groups
        Columns that fold away.
    print_setup
        How it is printed.
    right_to_left
        Whether column A stands on the right.
    visibility
        ``very_hidden`` sheets cannot be shown from the menus of Excel.
    protected
        Whether only cells with an unlocked style can be changed. Rows and columns can be
        resized, sorted and filtered all the same. There is no password: this keeps a plan from
        being overwritten by mistake, it keeps no secret.
    autofilter
        The block with filter buttons in its first row.
    tab_colour
        Such as ``#0B5394``.
    gridlines
        Whether the lines between cells are shown.

    Examples
    --------
    >>> sheet = Sheet("Suivi", [Cell(0, 0, "Code"), Cell(1, 0, "T-R1")], widths={0: 8})
    >>> sheet.cell("A2").value
    'T-R1'
    """

    name: str
    cells: tuple[Cell, ...] = field(converter=_cells)
    merges: tuple[Block, ...] = field(default=(), converter=_merges, kw_only=True)
    widths: tuple[tuple[int, float], ...] = field(default=(), converter=_sizes, kw_only=True)
    heights: tuple[tuple[int, float], ...] = field(default=(), converter=_sizes, kw_only=True)
    freeze: tuple[int, int] = field(default=(0, 0), kw_only=True)
    validations: tuple[Validation, ...] = field(default=(), converter=_validations, kw_only=True)
    conditions: tuple[Condition, ...] = field(default=(), converter=_conditions, kw_only=True)
    charts: tuple[Chart, ...] = field(default=(), converter=_charts, kw_only=True)
    comments: tuple[Comment, ...] = field(default=(), converter=_comments, kw_only=True)
    links: tuple[Link, ...] = field(default=(), converter=_links, kw_only=True)
    groups: tuple[ColumnGroup, ...] = field(default=(), converter=_groups, kw_only=True)
    print_setup: PrintSetup = field(default=PrintSetup(), kw_only=True)
    right_to_left: bool = field(default=False, kw_only=True)
    visibility: Visibility = field(default="visible", kw_only=True)
    protected: bool = field(default=False, kw_only=True)
    autofilter: Block | None = field(default=None, kw_only=True)
    tab_colour: str | None = field(default=None, kw_only=True)
    gridlines: bool = field(default=True, kw_only=True)

    def cell(self, address: str) -> Cell:
        """Find a cell by its address.

        Raises
        ------
        InvalidInputError
            When the sheet has no such cell.
        """
        row, column = cell_position(address)
        for cell in self.cells:
            if cell.row == row and cell.column == column:
                return cell
        raise InvalidInputError(
            Fault(f"no cell is written at {address}", self.name, "give the address of one that is")
        )
