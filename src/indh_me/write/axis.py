"""Axes of charts: numbers that are easy to read, and where on the picture they stand."""

import math
import sys
from collections.abc import Iterable, Sequence

from attrs import frozen

from .digits import FINEST, LARGEST, MOST_DECIMALS, SMALLEST
from .svg import font_width

__all__ = ["Axis", "Ticks", "spread_out", "ticks_of"]

#: Steps between the numbers of an axis, as parts of a power of ten.
STEPS = (1, 2, 5, 10)
#: Ranges narrower than this share of their numbers are widened: digits would not tell them apart.
NARROWEST = 1e-9
WIDENED = 0.05
#: Powers of ten beyond which a step is no ordinary number.
SMALLEST_POWER, LARGEST_POWER = -300, 300
LARGEST_FLOAT = sys.float_info.max


@frozen
class Ticks:
    """The numbers of an axis.

    Parameters
    ----------
    low, high
        Its ends.
    numbers
        Those written along it, upwards.
    decimals
        That tell each from the next.
    """

    low: float
    high: float
    numbers: tuple[float, ...]
    decimals: int


def ticks_of(figures: Iterable[float], *, most: int = 6) -> Ticks:
    """Choose the numbers of an axis that shows some figures.

    Parameters
    ----------
    figures
        Finite numbers; without any the axis goes from 0 to 1.
    most
        Steps between the numbers at most.

    Examples
    --------
    >>> ticks_of([61, 78])
    Ticks(low=60.0, high=80.0, numbers=(60.0, 65.0, 70.0, 75.0, 80.0), decimals=0)
    """
    low, high = _range(list(figures))
    share = high / most - low / most
    power = math.floor(math.log10(share))
    if not SMALLEST_POWER <= power <= LARGEST_POWER:
        return Ticks(low, high, (low, high), MOST_DECIMALS)
    step = next(each * 10.0**power for each in STEPS if each * 10.0**power >= share * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    numbers = tuple(float(f"{number * step:.12g}") for number in range(first, last + 1))
    decimals = max(0, -math.floor(math.log10(step * (1 + 1e-9))))
    if not SMALLEST <= max(abs(low), abs(high)) < LARGEST:
        decimals = MOST_DECIMALS  # Those of a power of ten.
    return Ticks(numbers[0], numbers[-1], numbers, min(decimals, FINEST))


def _range(figures: Sequence[float]) -> tuple[float, float]:
    low, high = min(figures, default=0.0), max(figures, default=1.0)
    size = max(abs(low), abs(high))
    if high / 2 - low / 2 > NARROWEST * size:
        return low, high
    pad = size * WIDENED if size > 10.0**SMALLEST_POWER else 1.0
    return max(low - pad, -LARGEST_FLOAT), min(high + pad, LARGEST_FLOAT)


@frozen
class Axis:
    """Where numbers stand on a picture.

    Parameters
    ----------
    low, high
        Numbers at its ends.
    first, last
        Pixels where these two stand. The axis of a mirrored chart runs to smaller pixels.

    Examples
    --------
    >>> Axis(2000, 2010, 60, 560).place(2005), Axis(2000, 2010, 560, 60).place(2000)
    (310.0, 560.0)
    """

    low: float
    high: float
    first: float
    last: float

    def place(self, number: float) -> float:
        """Give the pixel at which a number stands; beyond an end, that end."""
        # By halves, since the span of two large numbers may be too large for one.
        share = (number / 2 - self.low / 2) / (self.high / 2 - self.low / 2)
        return self.first + min(max(share, 0.0), 1.0) * (self.last - self.first)


def spread_out(labels: Sequence[tuple[float, str]], *, size: float, gap: float) -> list[bool]:
    """Tell which labels in one line can be written, so that none runs into another.

    Parameters
    ----------
    labels
        Pixels of their middles with their texts, the one that matters least first.
    size
        Of the font, in pixels.
    gap
        Pixels between two of them at least.

    Examples
    --------
    >>> spread_out([(0, "2007"), (10, "2008"), (20, "2009"), (60, "2010")], size=11, gap=6)
    [False, False, True, True]
    """
    taken: list[tuple[float, float]] = []
    shown = []
    for middle, text in reversed(labels):
        half = (font_width(text, size) + gap) / 2
        free = all(middle + half <= start or middle - half >= end for start, end in taken)
        if free:
            taken.append((middle - half, middle + half))
        shown.append(free)
    return shown[::-1]
