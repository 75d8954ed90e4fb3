"""Digits: how many of a number are shown, so that what is read agrees with what is so."""

import math
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

__all__ = [
    "FINEST",
    "LARGEST",
    "MOST_DECIMALS",
    "SMALLEST",
    "decimals_apart",
    "fewest",
    "percent_written",
    "rounded",
    "written",
]

#: Figures are shown with as many decimals as are needed, but by habit no more than these.
MOST_DECIMALS = 2
#: No more than these are shown at all: what is closer than that is a rounding error.
FINEST = 12
PERCENT = 100
#: Numbers that are smaller, or as large, are written with a power of ten.
SMALLEST, LARGEST = 1e-6, 1e15
SLACK = 1e-12


def written(number: float, most: int = MOST_DECIMALS) -> str:
    """Write a number with as many decimals as it needs, grouped by commas.

    Parameters
    ----------
    number
        Any finite number.
    most
        Decimals that are shown at most; a small number gets two digits all the same, so that it
        is never rounded to zero.

    Examples
    --------
    >>> written(1234.5678), written(1234.5678, 3), written(0.00026)
    ('1,234.57', '1,234.568', '0.00026')
    """
    if 0 < abs(number) < SMALLEST or abs(number) >= LARGEST:
        return f"{number:.{most - 1}e}"
    digits = 0 if number == 0 else -math.floor(math.log10(abs(number)))
    shown = _trimmed(f"{number:,.{max(most, digits + 1)}f}")
    return shown.removeprefix("-") if number == 0 else shown


def rounded(number: float, most: int = MOST_DECIMALS) -> float:
    """Give the number that is read where a number is written.

    Parameters
    ----------
    number, most
        As for `written`.

    Examples
    --------
    >>> rounded(2 / 3)
    0.67
    """
    read = float(written(number, most).replace(",", ""))
    # What is read of the very largest number would be larger than any.
    return read if math.isfinite(read) else number


def percent_written(fraction: float, edges: Iterable[float] = ()) -> str:
    """Write a fraction as a percentage that stays on its side of some edges, grouped by commas.

    Parameters
    ----------
    fraction
        Any finite number.
    edges
        Fractions that decide what is said of it, such as thresholds of a status. 0 and 1 always
        are: what is not all is never written as 100.

    Examples
    --------
    >>> percent_written(0.7996), percent_written(0.7996, [0.8]), percent_written(0.9999)
    ('80', '79.96', '99.99')
    """
    share = fraction * PERCENT
    if abs(share) >= LARGEST:
        # The percentage itself may be too large for a number.
        return f"{Decimal(fraction) * PERCENT:.1e}"
    sides = [(edge * PERCENT, _side(share, edge * PERCENT)) for edge in (0, 1, *edges)]

    def stays(most: int) -> bool:
        return all(_side(round(share, most), edge) == side for edge, side in sides)

    most = fewest(stays, first=1 if abs(share) >= 1 else MOST_DECIMALS)
    return _trimmed(f"{share:,.{most}f}") if round(share, most) != 0 else written(share)


def decimals_apart(
    ones: Iterable[float | None], others: Iterable[float | None], first: int = MOST_DECIMALS
) -> int:
    """Tell how many decimals two figures need to be read in their order.

    Parameters
    ----------
    ones, others
        Their numbers, such as the bounds of each; `None` where there is none.
    first
        The number of decimals to begin with.

    Examples
    --------
    >>> decimals_apart([79.996], [80]), decimals_apart([79], [80])
    (3, 2)
    """
    seconds = list(_known(others))
    pairs = [(one, other, _side(one, other)) for one in _known(ones) for other in seconds]

    def keeps_order(most: int) -> bool:
        return all(
            _side(rounded(one, most), rounded(other, most)) == side for one, other, side in pairs
        )

    return fewest(keeps_order, first)


def fewest(are_enough: Callable[[int], bool], first: int = MOST_DECIMALS) -> int:
    """Give the fewest decimals that are enough, or the most that are ever shown.

    Parameters
    ----------
    are_enough
        Tells of a number of decimals whether what is read is then right.
    first
        The number to begin with.

    Examples
    --------
    >>> fewest(lambda most: rounded(0.125, most) == 0.125)
    3
    """
    return next((most for most in range(first, FINEST) if are_enough(most)), FINEST)


def _trimmed(number: str) -> str:
    return number.rstrip("0").removesuffix(".")


def _known(numbers: Iterable[float | None]) -> Iterator[float]:
    return (number for number in numbers if number is not None)


def _side(number: float, edge: float) -> int:
    """Tell on which side of an edge a number lies: -1 below, 0 on it, 1 above."""
    if math.isclose(number, edge, rel_tol=SLACK):
        return 0
    return 1 if number > edge else -1
