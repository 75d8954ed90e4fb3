"""How well a figure is known, in words: they are typed, and shown before the number.

Words, not signs: in a line that is read from right to left, a sign would be mirrored.
"""

from indh_me.model import Quantity
from indh_me.write.words import Words

from .spelling import quoted

__all__ = ["KNOWN_AS", "known_as", "mark", "mark_formula", "number_formula", "shown_number"]

#: The words, by their keys in the catalogue, in the order of the drop-down list.
KNOWN_AS = ("exactly", "at_least", "at_most", "between", "about", "unknown")


def known_as(quantity: Quantity) -> tuple[str, float | None, float | None, float | None]:
    """Tell how a quantity is typed: how it is known, value, low, high.

    Examples
    --------
    >>> known_as(Quantity.at_least(5))
    ('at_least', 5.0, None, None)
    >>> known_as(Quantity.between(58, 70, best=64))
    ('about', 64.0, 58.0, 70.0)
    """
    low, best, high = quantity.low, quantity.best, quantity.high
    if quantity.is_exact:
        return "exactly", best, None, None
    if best is not None:
        return "about", best, low, high
    if low is None:
        return ("unknown" if high is None else "at_most"), high, None, None
    return ("at_least", low, None, None) if high is None else ("between", None, low, high)


def shown_number(quantity: Quantity) -> float | None:
    """Give the number by which a quantity is shown: the best estimate, else a bound.

    Examples
    --------
    >>> shown_number(Quantity.between(69, 73))
    69.0
    """
    for number in (quantity.best, quantity.low, quantity.high):
        if number is not None:
            return number
    return None


def mark(words: Words, quantity: Quantity | None) -> str:
    """Give the words before that number.

    Examples
    --------
    >>> mark(Words("en"), Quantity.at_least(5)), mark(Words("en"), Quantity.exactly(5))
    ('at least', '')
    """
    if quantity is None or quantity.best is not None:
        return ""
    if quantity.low is not None:
        return words.label("known_as", "at_least")
    return "" if quantity.high is None else words.label("known_as", "at_most")


def mark_formula(words: Words, low: str | None, best: str | None, high: str | None) -> str:
    """Write the formula of those words.

    Parameters
    ----------
    words
        In which language.
    low, best, high
        References of the cells with the bounds and the best estimate; `None` for what is never
        known.

    Examples
    --------
    >>> mark_formula(Words("en"), "A1", "B1", "C1")
    'IF(B1<>"","",IF(A1<>"","at least",IF(C1<>"","at most","")))'
    """
    at_least, at_most = (quoted(words.label("known_as", each)) for each in ("at_least", "at_most"))
    return _first_known((best, '""'), (low, at_least), (high, at_most))


def number_formula(low: str | None, best: str | None, high: str | None) -> str:
    """Write the formula of that number; nothing where nothing is known.

    Parameters
    ----------
    low, best, high
        As for `mark_formula`.

    Examples
    --------
    >>> number_formula("A1", "B1", None)
    'IF(B1<>"",B1,IF(A1<>"",A1,""))'
    """
    return _first_known((best, best), (low, low), (high, high))


def _first_known(*parts: tuple[str | None, str | None]) -> str:
    text = '""'
    for cell, shown in reversed(parts):
        if cell is not None:
            text = f'IF({cell}<>"",{shown},{text})'
    return text
