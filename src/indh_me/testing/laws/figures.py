"""The figures that laws are tried on."""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from .probe import number

__all__ = ["NUMBER_OR_NONE", "counts", "figures", "pairs", "read_number"]

#: What most functions answer.
NUMBER_OR_NONE = "a finite number, or None where there is none"


@cache
def figures(smallest: int = 0) -> SearchStrategy[float]:
    """Give eighths, which computers add up exactly, so that rounding shows."""
    return st.integers(smallest, 10**6).map(lambda eighths: eighths / 8)


@cache
def counts(smallest: int = 0) -> SearchStrategy[float]:
    """Give whole numbers."""
    return st.integers(smallest, 1000).map(float)


@cache
def pairs() -> SearchStrategy[tuple[float, float]]:
    """Give numerators with their denominators, shares from 0 to 1."""
    return st.tuples(counts(1), counts(0)).map(lambda pair: (min(pair), max(pair)))


def read_number(value: object) -> float | None:
    """Read a finite number or nothing.

    Raises
    ------
    Misshapen
        For anything else, NaN among it.

    Examples
    --------
    >>> read_number(3), read_number(None)
    (3.0, None)
    """
    return None if value is None else number(value)
