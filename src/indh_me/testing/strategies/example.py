"""The simplest value of a strategy."""

from collections.abc import Callable
from typing import TypeVar

from hypothesis import Phase, find, settings
from hypothesis.strategies import SearchStrategy

__all__ = ["simplest"]

T = TypeVar("T")
# Without the phase that explains, which would try values beside the simplest one.
QUICK = settings(
    max_examples=2000,
    database=None,
    derandomize=True,
    deadline=None,
    phases=(Phase.generate, Phase.shrink),
)


def simplest(strategy: SearchStrategy[T], condition: Callable[[T], object] | None = None) -> T:
    """Find the simplest value of a strategy, to look at or to write down in a test.

    Parameters
    ----------
    strategy
        Gives the values.
    condition
        What must be true of it; by default any will do.

    Returns
    -------
    T
        The same at each call, with the same version of Hypothesis.

    Raises
    ------
    hypothesis.errors.NoSuchExample
        When none of 2000 values fulfils the condition.

    Examples
    --------
    >>> from hypothesis import strategies as st
    >>> from indh_me.testing import simplest
    >>> simplest(st.integers(), lambda number: number > 8)
    9
    """
    wanted = (lambda _value: True) if condition is None else condition
    return find(strategy, lambda value: bool(wanted(value)), settings=QUICK)
