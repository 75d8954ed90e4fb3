"""Figures of the plan as the locked cells of a workbook show them."""

import re

from indh_me.compute.collection import ShownValue
from indh_me.errors import InvalidInputError
from indh_me.model import Quantity
from indh_me.model.quantity import Value

from .entry_value import is_blank
from .typed_figure import typed_figure
from .typed_number import plain_text
from .vocabulary import CATALOGUE, Vocabulary

__all__ = ["EXACT", "plan_figure"]

#: Programs keep 15 digits of a number.
EXACT = 1e-14
CURRENCY = re.compile(r"(?<=[0-9])\s[A-Z]{3}(?![A-Za-z])")
POWER = re.compile(r"[0-9][eE][-+]?[0-9]")
#: Of a number with a power of ten, two digits are shown.
ROUNDED = 0.05
#: Figures are shown with two decimals when they need no more.
HALF_SHOWN = 0.005
WHOLE = re.compile(r"[0-9]{1,3}(?:\s[0-9]{3})*")
DECIMALS = re.compile(r"[.,٫]([0-9]+)")


def plan_figure(
    cell: object, language: str, words: Vocabulary = CATALOGUE
) -> tuple[ShownValue, float]:
    """Read a figure of the plan, and how much it may be off because it is shown rounded.

    Parameters
    ----------
    cell
        What stands in the cell.
    language
        Tag of the workbook's language.
    words
        Those of the workbook.

    Returns
    -------
    tuple[ShownValue, float]
        A plain number as such; the words themselves where they are no figure; `None` for a blank
        cell.

    Examples
    --------
    >>> plan_figure("au moins 18 000,25", "fr")[1]
    0.005
    >>> plan_figure("to be decided", "en")
    ('to be decided', 0.0)
    """
    if type(cell) is float:
        return cell, abs(cell) * EXACT
    if is_blank(cell):
        return None, 0.0
    if not isinstance(cell, str):
        return str(cell), 0.0
    if WHOLE.fullmatch(cell) is not None:
        return float("".join(cell.split())), HALF_SHOWN
    text = CURRENCY.sub("", plain_text(cell))
    try:
        value = typed_figure(text, language, words).value
    except InvalidInputError:
        return cell, 0.0
    return value, _tolerance(text, value)


def _tolerance(text: str, value: Value | None) -> float:
    power = POWER.search(text)
    if power is not None and isinstance(value, Quantity):
        numbers = (value.low, value.best, value.high)
        return ROUNDED * max((abs(each) for each in numbers if each is not None), default=0.0)
    decimals = max(map(len, DECIMALS.findall(text)), default=0)
    return min(HALF_SHOWN, 0.5 * 10.0**-decimals)
