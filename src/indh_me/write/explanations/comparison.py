"""Comparisons of methods: a line each, in columns."""

import unicodedata
from collections.abc import Iterator, Sequence

from indh_me.compute import Achievement, MethodComparison
from indh_me.model import Method
from indh_me.write.words import Words

from .achievement import verdict_lines
from .reason import why
from .substitution import Substitution

__all__ = ["comparison_lines"]

GAP = "  "
#: Takes the place of a rate, so that no column looks empty.
NO_RATE = "-"
#: Categories of characters that take no place: marks on letters, and signs of direction.
NARROW = frozenset({"Mn", "Me", "Cf"})


def comparison_lines(result: MethodComparison, words: Words) -> Iterator[str]:
    """Give each method with its rate, and the formula or why there is none.

    Parameters
    ----------
    result
        What each method says.
    words
        Of the reader's language.
    """
    rows = [_cells(each, words) for each in result]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for method, rate, rest in rows:
        yield f"{method}{_blank(method, widths[0])}{GAP}{_blank(rate, widths[1])}{rate}{GAP}{rest}"
    yield from verdict_lines(result[Method.TARGET_RATIO], words)


def _cells(each: Achievement, words: Words) -> Sequence[str]:
    method = "" if each.method is None else words.label("method", each.method)
    if each.rate is None:
        return method, NO_RATE, why(each.reason, words)
    substitution = Substitution(each, words)
    return method, substitution.rate, substitution.figures


def _blank(text: str, width: int) -> str:
    return " " * (width - _width(text))


def _width(text: str) -> int:
    """Count the columns of a terminal that a text takes."""
    return sum(unicodedata.category(each) not in NARROW for each in text)
