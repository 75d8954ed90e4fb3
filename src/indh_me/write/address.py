"""Places in a workbook: cells, blocks of cells, areas of a sheet, and how formulas write them.

Rows and columns are counted from 0 everywhere but in the written form, where spreadsheets count
rows from 1 and give columns letters.
"""

import re
from collections.abc import Iterator
from typing import Self

from attrs import frozen

from indh_me.cells import COLUMNS, ROWS, column_letters
from indh_me.errors import Fault, InvalidInputError

__all__ = [
    "COLUMNS",
    "ROWS",
    "Area",
    "Block",
    "Name",
    "cell_address",
    "cell_position",
    "column_position",
    "sheet_prefix",
]

ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]*)")


def cell_address(row: int, column: int, *, fix_row: bool = False, fix_column: bool = False) -> str:
    """Write the address of a cell.

    Parameters
    ----------
    row
        Position of the row, from 0.
    column
        Position of the column, from 0.
    fix_row
        Whether the row stays when the formula is copied (``B$4``).
    fix_column
        Whether the column stays when the formula is copied (``$B4``).

    Examples
    --------
    >>> cell_address(3, 1)
    'B4'
    >>> cell_address(3, 1, fix_row=True, fix_column=True)
    '$B$4'
    """
    if fix_row or fix_column:
        before = "$" if fix_column else ""
        between = "$" if fix_row else ""
        return f"{before}{column_letters(column)}{between}{row + 1}"
    return f"{column_letters(column)}{row + 1}"


def cell_position(address: str) -> tuple[int, int]:
    """Read the address of a cell as row and column, from 0.

    Raises
    ------
    InvalidInputError
        When the text is not the address of one cell.

    Examples
    --------
    >>> cell_position("B4")
    (3, 1)
    """
    match = ADDRESS.fullmatch(address)
    if match is None:
        raise InvalidInputError(
            Fault(f"{address!r} is not the address of a cell", mend="write one such as 'B4'")
        )
    return int(match[2]) - 1, column_position(match[1])


def column_position(letters: str) -> int:
    """Read the letters of a column as its position, from 0."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def sheet_prefix(name: str) -> str:
    """Write the name of a sheet as it stands before a reference, always quoted.

    Examples
    --------
    >>> sheet_prefix("Vue d'ensemble")
    "'Vue d''ensemble'!"
    """
    return "'" + name.replace("'", "''") + "'!"


@frozen
class Block:
    """A rectangle of cells on the sheet that holds it.

    Parameters
    ----------
    first_row, first_column, last_row, last_column
        Its corners, from 0, all included.

    Examples
    --------
    >>> str(Block(0, 0, 8, 1))
    'A1:B9'
    """

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @classmethod
    def of_cell(cls, row: int, column: int) -> Self:
        """Make the block of one cell."""
        return cls(row, column, row, column)

    def __str__(self) -> str:
        first = cell_address(self.first_row, self.first_column)
        last = cell_address(self.last_row, self.last_column)
        return first if first == last else f"{first}:{last}"

    def __contains__(self, position: tuple[int, int]) -> bool:
        """Say whether the cell at row, column lies in the block."""
        row, column = position
        return (
            self.first_row <= row <= self.last_row
            and self.first_column <= column <= self.last_column
        )

    def positions(self) -> Iterator[tuple[int, int]]:
        """Give row and column of each of its cells, row by row."""
        for row in range(self.first_row, self.last_row + 1):
            for column in range(self.first_column, self.last_column + 1):
                yield row, column

    @property
    def is_possible(self) -> bool:
        """Whether it runs forwards and lies within a sheet."""
        return (
            0 <= self.first_row <= self.last_row < ROWS
            and 0 <= self.first_column <= self.last_column < COLUMNS
        )

    def covers(self, other: "Block") -> bool:
        """Say whether another block lies in this one."""
        return (
            self.first_row <= other.first_row
            and other.last_row <= self.last_row
            and self.first_column <= other.first_column
            and other.last_column <= self.last_column
        )


@frozen
class Area:
    """A rectangle of cells on a named sheet.

    Parameters
    ----------
    sheet
        Name of the sheet.
    first_row, first_column, last_row, last_column
        Its corners, from 0, all included.

    Examples
    --------
    >>> area = Area("Data entry", 0, 0, 8, 1)
    >>> area.reference
    "'Data entry'!$A$1:$B$9"
    """

    sheet: str
    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @classmethod
    def of_cell(cls, sheet: str, row: int, column: int) -> Self:
        """Make the area of one cell."""
        return cls(sheet, row, column, row, column)

    @property
    def block(self) -> Block:
        """The same rectangle without the sheet."""
        return Block(self.first_row, self.first_column, self.last_row, self.last_column)

    @property
    def reference(self) -> str:
        """The absolute reference, as a formula writes it."""
        first = cell_address(self.first_row, self.first_column, fix_row=True, fix_column=True)
        last = cell_address(self.last_row, self.last_column, fix_row=True, fix_column=True)
        corners = first if first == last else f"{first}:{last}"
        return sheet_prefix(self.sheet) + corners

    def __str__(self) -> str:
        return self.reference


@frozen
class Name:
    """A word that formulas use for an area.

    Parameters
    ----------
    name
        A letter or underscore, then letters, digits, underscores and dots; unlike a cell.
    area
        What it stands for.
    """

    name: str
    area: Area
