"""How high a row must be for the texts that are wrapped in it."""

import math
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

__all__ = ["HIGHEST", "row_height", "text_width"]

#: No spreadsheet makes a row higher, in points.
HIGHEST = 409.0
#: Part of a line that may be filled: fonts differ.
FILLED = 0.97
# Widths where a digit has 1, in the fonts that spreadsheets use; vowel signs of Arabic have none.
NARROW, LETTER, CAPITAL, BROAD, IDEOGRAPH = 0.55, 0.95, 1.2, 1.5, 2.0
ARABIC_LETTER = 0.8
NARROW_LETTERS = frozenset(" .,;:'|!()[]/-\"fijlrtI\u00a0\u2019")
BROAD_LETTERS = frozenset("mwMW@%&\u2014\u2026\u0153\u0152\u00e6\u00c6")


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


def text_width(text: str) -> float:
    """Estimate how wide a line of text is, in digits.

    Examples
    --------
    >>> text_width("2008") > text_width("fill")
    True
    """
    return sum(map(_letter_width, text))


@lru_cache(maxsize=4096)
def _lines(text: str, width: float) -> int:
    """Count the lines of a text: words go to the next one when they do not fit."""
    lines, room = 0, width * FILLED
    for part in text.split("\n"):
        lines, filled = lines + 1, 0.0
        for word in part.split(" "):
            length = text_width(word)
            if filled > 0 and filled + NARROW + length > room:
                lines, filled = lines + 1, 0.0
            # A word that is longer than the line is broken.
            lines += max(math.ceil(length / room) - 1, 0)
            filled += length + (NARROW if filled > 0 else 0)
    return lines


@lru_cache(maxsize=4096)
def _letter_width(letter: str) -> float:
    if letter in NARROW_LETTERS:
        return NARROW
    if letter in BROAD_LETTERS:
        return BROAD
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    if unicodedata.bidirectional(letter) == "AL":
        return ARABIC_LETTER
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return IDEOGRAPH
    if letter.isdecimal():
        return 1.0
    return CAPITAL if letter.isupper() else LETTER
