"""Cells and formulas: what a sheet is made of."""

from datetime import date

from attrs import field, frozen

from .style import PLAIN, Style

__all__ = ["Cell", "Formula", "Result", "Value"]

Result = str | int | float | bool
"""What a formula comes to."""


@frozen
class Formula:
    """A formula together with what it comes to.

    Parameters
    ----------
    text
        The formula as a file holds it: starting with ``=``, English names of functions, commas
        between arguments, upper-case references.
    value
        Its result: what viewers show that do not calculate, and what a calculation must give.
        An empty string is a cell that shows nothing.

    Examples
    --------
    >>> Formula('=IF(B4="","",B4/C4)', 0.5).value
    0.5
    """

    text: str
    # True is not 1 and 0.0 is not -0.0 here: equal values are written as equal bytes.
    value: Result = field(eq=repr)


Value = str | int | float | bool | date | Formula | None
"""What a cell holds; `None` and the empty string are a blank cell that has a style."""


@frozen
class Cell:
    """One cell.

    Parameters
    ----------
    row, column
        Its place, from 0.
    value
        What it holds.
    style
        How it looks.

    Examples
    --------
    >>> Cell(3, 1, 25_000).value
    25000
    """

    row: int
    column: int
    value: Value = field(default=None, eq=repr)
    style: Style = PLAIN
