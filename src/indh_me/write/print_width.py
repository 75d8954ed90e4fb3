"""How wide sheets are printed: on which paper, and on how many pages side by side."""

import math
from collections.abc import Iterable, Mapping
from typing import Literal

__all__ = ["pages_for", "upright_height", "wide_height"]

#: Digits beside each other on a page on its long side, between the margins, at full size.
ROOM: Mapping[Literal["A4", "A3"], float] = {"A4": 140.0, "A3": 206.0}
#: Smaller than this, letters of 11 points cannot be read on paper.
SMALLEST = 0.6
#: Width in digits and height in points of a page of A4 on its short side, between the margins.
UPRIGHT = (93.0, 690.0)
#: Height in points of a page of A3 on its long side.
WIDE_HEIGHT = 690.0


def upright_height(widths: Iterable[float]) -> float:
    """Give the height that a page of A4 in portrait has room for when its width is fitted.

    Parameters
    ----------
    widths
        Of all columns, in digits.

    Examples
    --------
    >>> upright_height([70.0]), upright_height([93.0] * 2)
    (690.0, 1380.0)
    """
    width, height = UPRIGHT
    return height * max(sum(widths) / width, 1.0)


def wide_height(widths: Iterable[float]) -> float:
    """Give the height that a page of A3 in landscape has room for when its width is fitted.

    Parameters
    ----------
    widths
        Of all columns, in digits.

    Examples
    --------
    >>> wide_height([70.0]), wide_height([206.0] * 2)
    (690.0, 1380.0)
    """
    return WIDE_HEIGHT * max(sum(widths) / ROOM["A3"], 1.0)


def pages_for(
    widths: Iterable[float], repeated: float = 0.0, *, least: Literal["A4", "A3"] = "A4"
) -> tuple[Literal["A4", "A3"], int]:
    """Give the paper for a sheet in landscape, and how many pages its columns need side by side.

    Parameters
    ----------
    widths
        Of all columns that are printed, in digits.
    repeated
        Width of those that come back on every page.
    least
        The smallest paper to take.

    Examples
    --------
    >>> pages_for([40.0] * 5), pages_for([40.0] * 8), pages_for([40.0] * 20, repeated=40.0)
    (('A4', 1), ('A3', 1), ('A3', 3))
    """
    total = sum(widths)
    if least == "A4" and total <= ROOM["A4"] / SMALLEST:
        return "A4", 1
    room = ROOM["A3"] / SMALLEST
    if total <= room or repeated >= room:
        return "A3", 1
    return "A3", math.ceil((total - repeated) / (room - repeated))
