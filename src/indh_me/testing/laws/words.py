"""Reading what a user asks laws for."""

from collections.abc import Iterable

from indh_me.errors import Fault, InvalidInputError, nearest, quoted

__all__ = ["above_zero", "known_words"]


def known_words(given: str | Iterable[str], known: Iterable[str], noun: str) -> tuple[str, ...]:
    """Refuse words that there are no laws for, with the nearest one.

    Raises
    ------
    InvalidInputError
        With a fault for each of them, and when there is none at all.

    Examples
    --------
    >>> known_words("increase", ["increase", "decrease"], "directions")
    ('increase',)
    """
    words = (given,) if isinstance(given, str) else tuple(given)
    choice = tuple(known)
    faults = [
        Fault(f"there are no laws for {quoted(word)}", noun, nearest(str(word), choice))
        for word in words
        if word not in choice
    ]
    if not words:
        faults.append(Fault(f"no {noun}", noun, f"name one of {', '.join(choice)}"))
    if faults:
        raise InvalidInputError(*faults)
    return words


def above_zero(value: float, noun: str) -> float:
    """Refuse what is not above zero.

    Raises
    ------
    InvalidInputError
        For zero and less.

    Examples
    --------
    >>> above_zero(100, "whole")
    100
    """
    if not value > 0:
        raise InvalidInputError(Fault(f"{noun} {quoted(value)}", noun, "it is above zero"))
    return value
