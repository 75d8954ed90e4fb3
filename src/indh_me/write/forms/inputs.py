"""What an output costs: rows in which money and staff are filled in, with their total and share.

The framework knows neither money nor staff, so the amounts are left to the reader.
"""

from collections.abc import Sequence

from indh_me.model import Level
from indh_me.write.grid import Formula
from indh_me.write.style import FORMULA, PERCENT

from .form import Give
from .place import Place
from .shown import Line, Shown

__all__ = [
    "MONEY",
    "PAYERS",
    "PEOPLE",
    "SHARE",
    "STAFF",
    "TOTAL",
    "amount",
    "inputs",
    "share",
    "total",
]

MONEY, PEOPLE = "inputs_money", "inputs_staff"
#: Rows of the amounts, the donor's own first, as the total and the share count on.
DONOR = "inputs_donor"
PAYERS = (DONOR, "inputs_government", "inputs_other")
TOTAL, SHARE, STAFF = "inputs_total", "inputs_share", "inputs_fte"


def inputs(level: Level) -> Sequence[Line]:
    """Give an output its rows for money and staff.

    Parameters
    ----------
    level
        Of the result.
    """
    if level is not Level.OUTPUT:
        return ()
    money = (*PAYERS, TOTAL, SHARE)
    return (*(Line(name, block=MONEY) for name in money), Line(STAFF, block=PEOPLE))


def amount(place: Place) -> Shown:
    """Leave an amount to be filled in."""
    return place.entered_number()


def total(column: str) -> Give:
    """Sum the amounts above; nothing where none is filled in.

    Parameters
    ----------
    column
        Name of the column that they stand in.
    """

    def give(place: Place) -> Shown:
        area = f"{place.above(column, len(PAYERS))}:{place.above(column, 1)}"
        return place.calculated(Formula(f'=IF(COUNT({area})=0,"",SUM({area}))', ""), FORMULA)

    return give


def share(column: str) -> Give:
    """Give the donor's part of the total; nothing where there is no total.

    Parameters
    ----------
    column
        Name of the column that they stand in.
    """

    def give(place: Place) -> Shown:
        own, whole = place.above(column, len(PAYERS) + 1), place.above(column, 1)
        text = f'=IF(N({whole})=0,"",N({own})/{whole})'
        return place.calculated(Formula(text, ""), PERCENT)

    return give
