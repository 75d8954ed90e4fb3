"""Forms of donors as values: which columns a sheet has, and what each of its cells gives."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from attrs import field, frozen

from indh_me.model import Indicator, Level
from indh_me.write.content import Content
from indh_me.write.style import Style

from .place import Place
from .shown import Line, Shown

__all__ = ["ByPeriod", "Column", "Foot", "FootLine", "Form", "Give", "HeadCell", "one_line"]

Give = Callable[[Place], Shown | None]
"""What a cell gives at a place; `None` for a cell in which nothing is asked for."""


def one_line(_content: Content, _indicator: Indicator) -> Sequence[Line]:
    """Give an indicator one row."""
    return (Line(),)


@frozen(kw_only=True)
class FootLine:
    """A row under the table.

    Parameters
    ----------
    cells
        What stands in it, by the names of columns.
    wrong
        For columns by name: when their cell is coloured, as a formula without ``=``.
    """

    cells: Mapping[str, Shown]
    wrong: Mapping[str, str] = field(factory=dict)


Foot = Callable[[Place, Mapping[str, int]], Iterable[FootLine]]
"""Gives the rows under the table, from the place of the first and the first row of each result."""


@frozen(kw_only=True)
class Column:
    """One column of a form.

    Parameters
    ----------
    name
        Unique in the form, or in its `ByPeriod`: other cells refer to it.
    heading
        Keys of the catalogue's section ``form``, from the top; neighbours with the same heading
        share it.
    width
        In digits; `None` for the width of figures in this workbook.
    gives
        What its cells give; by the name of the line where lines differ.
    over
        Whether a cell stands over one line, over all lines of an indicator, or over all rows of a
        result.
    required_by
        Name of the column that says in a word that this one must be filled in; it is then
        coloured until it is.
    choices
        Section of the catalogue whose words may be chosen.
    """

    name: str
    heading: tuple[str, ...]
    width: float | None
    gives: Give | Mapping[str, Give]
    over: Literal["line", "indicator", "result"] = "indicator"
    required_by: str | None = None
    choices: str | None = None


@frozen(kw_only=True)
class ByPeriod:
    """Columns that come again for each period for which some indicator has a target.

    Parameters
    ----------
    columns
        The columns of one period.
    heading
        Keys of the headings over the name of the period, where ``{number}`` is which one it is.
    last
        Those over the last period; by default the same.
    """

    columns: tuple[Column, ...]
    heading: tuple[str, ...]
    last: tuple[str, ...] | None = None


@frozen(kw_only=True)
class HeadCell:
    """A cell above the table that formulas know by a name.

    Parameters
    ----------
    name
        The name.
    label
        Key of the words before it, in the catalogue's section ``form``.
    value, style
        What it holds, and how it looks.
    """

    name: str
    label: str
    value: float
    style: Style


def _no_lines(_level: Level) -> Sequence[Line]:
    return ()


def _no_foot(_place: Place, _rows: Mapping[str, int]) -> Iterable[FootLine]:
    return ()


@frozen(kw_only=True)
class Form:
    """A sheet in the form that a donor asks for.

    Parameters
    ----------
    sheet
        Key of its name in the catalogue, and of what is said about it on *Read me*.
    columns
        From the first to the last.
    freeze
        How many of them stay in view.
    lines
        Rows that an indicator has.
    beside
        Rows that a result of a level has behind its indicators.
    banded
        Whether a band with the result stands over its indicators; otherwise columns give it.
    head
        Cells above the table.
    foot
        Rows under it.
    """

    sheet: str
    columns: tuple[Column | ByPeriod, ...]
    freeze: int
    lines: Callable[[Content, Indicator], Sequence[Line]] = one_line
    beside: Callable[[Level], Sequence[Line]] = _no_lines
    banded: bool = False
    head: tuple[HeadCell, ...] = field(default=())
    foot: Foot = _no_foot
