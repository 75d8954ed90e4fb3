"""What cells of a form show, and the lines that they stand on."""

from attrs import frozen

from indh_me.model import TOTAL, Categories
from indh_me.write.grid import Value
from indh_me.write.style import Style

__all__ = ["JOINED", "Line", "Shown"]


@frozen
class Shown:
    """What a cell shows.

    Parameters
    ----------
    value
        What it holds.
    style
        How it looks.
    joined
        Whether it is one with the cell before it: that one grows over its place.
    """

    value: Value
    style: Style | None
    joined: bool = False


#: A cell that is one with the cell before it.
JOINED = Shown(None, None, joined=True)


@frozen
class Line:
    """One of the rows of an indicator, or of what a result has beside its indicators.

    Parameters
    ----------
    name
        What stands in it, for the columns to choose by.
    categories
        The group that it is about.
    block
        What the rows of a result that are beside its indicators belong to together, as the rows
        of an indicator do.
    """

    name: str = ""
    categories: Categories = TOTAL
    block: str = ""
