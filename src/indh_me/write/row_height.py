"""How high a row must be for the texts that are wrapped in it."""

import math
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

__all__ = ["HIGHEST", "row_height"]

#: No spreadsheet makes a row higher, in points.
HIGHEST = 409.0
#: Width of a letter of Arabic, where a digit has 1; vowel signs have none.
ARABIC_LETTER = 0.8
WIDE = 2.0


def row_height(
    texts: Iterable[tuple[str, float]], *, line: float, least: int = 1, highest: float = HIGHEST
) -> float:
    """Estimate the height of a row, in points, in which texts are wrapped.

    Parameters
    ----------
    texts
        Each text with the width of its column, in digits.
    line
        Height of a line, in points.
    least
        Lines it has at least.
    highest
        Height that it does not go over, in points.

    Examples
    --------
    >>> row_height([("one line", 20), ("two lines of text", 10)], line=15)
    30.0
    """
    lines = max((_lines(text, width) for text, width in texts), default=least)
    return min(float(line * max(lines, least)), highest)


@lru_cache(maxsize=4096)
def _lines(text: str, width: float) -> int:
    """Count the lines of a text: words go to the next one when they do not fit."""
    lines = 0
    for part in text.split("\n"):
        lines, filled = lines + 1, 0.0
        for word in part.split(" "):
            length = _width(word)
            if filled > 0 and filled + 1 + length > width:
                lines, filled = lines + 1, 0.0
            # A word that is longer than the line is broken.
            lines += max(math.ceil(length / width) - 1, 0)
            filled += length + (1 if filled > 0 else 0)
    return lines


def _width(text: str) -> float:
    """Measure a line of text, in digits."""
    return float(len(text)) if text.isascii() else sum(map(_letter_width, text))


@lru_cache(maxsize=4096)
def _letter_width(letter: str) -> float:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.bidirectional(letter) == "AL":
        return ARABIC_LETTER
    return WIDE if unicodedata.east_asian_width(letter) in {"W", "F"} else 1.0
