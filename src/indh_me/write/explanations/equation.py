"""Equations: figures in a formula, and what a reader gets who puts them in."""

from indh_me.model import Quantity, Unit
from indh_me.write.digits import FINEST, MOST_DECIMALS, rounded
from indh_me.write.words import Words

__all__ = ["as_read", "bounds", "bracketed", "equation", "finer_decimals", "years_decimals"]

#: Years are months over 12: two decimals are too few to check a root of them.
YEAR_DECIMALS = 4


def bracketed(
    words: Words, quantity: Quantity | None, unit: Unit | None = None, most: int = MOST_DECIMALS
) -> str:
    """Write a figure of a formula; in brackets what would make the formula hard to read.

    Parameters
    ----------
    words
        Of the reader's language.
    quantity
        What is written; nothing when there is none.
    unit
        Its unit.
    most
        Decimals that are shown at most.

    Examples
    --------
    >>> bracketed(Words("en"), Quantity.at_least(90)), bracketed(Words("en"), Quantity.exactly(-3))
    ('[at least 90]', '(-3)')
    """
    if quantity is None:
        return ""
    written = words.quantity(quantity, unit, most)
    if quantity.low is None or quantity.low != quantity.high:
        return f"[{words.in_formula(written)}]"
    return f"({written})" if quantity.low < 0 else written


def equation(words: Words, formula: str, result: str, *, exact: bool) -> str:
    """Write a formula and what it comes to, in their order between words of any direction.

    Parameters
    ----------
    words
        Of the reader's language.
    formula, result
        Both sides, with the figures put in.
    exact
        Whether the result is a number, not words about one.

    Examples
    --------
    >>> equation(Words("en"), "8 - 9", "-1", exact=True)
    '8 - 9 = -1'
    """
    return words.isolated(f"{formula} = {result if exact else words.in_formula(result)}")


def years_decimals(most: int) -> int:
    """Give the decimals of years beside figures that have so many."""
    return max(most, YEAR_DECIMALS)


def finer_decimals(most: int) -> int:
    """Give the decimals of years and shares that are multiplied by figures, or divide them.

    Twice as many as figures have: else a large change over broken years never comes out.
    """
    return min(2 * most, FINEST)


def as_read(quantity: Quantity, most: int) -> Quantity:
    """Give what a reader sees of a quantity that is written with so many decimals.

    Examples
    --------
    >>> str(as_read(Quantity.between(1, 4 / 3), 2))
    '1..1.33'
    """
    low, best, high = (
        None if bound is None else rounded(bound, most) for bound in bounds(quantity)
    )
    return Quantity(best, low, high)


def bounds(quantity: Quantity) -> tuple[float | None, float | None, float | None]:
    """Give lower bound, best estimate and upper bound."""
    return quantity.low, quantity.best, quantity.high
