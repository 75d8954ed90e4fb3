import math

import numpy as np

from indh_me.compute.bounds import Bounds
from indh_me.model import Quantity

FIGURES = [Quantity.exactly(5), None, Quantity.at_least(3), Quantity.at_most(9), Quantity()]


def test_quantities_come_back() -> None:
    """Quantities that are taken apart are put together again, absent ones among them."""
    assert FIGURES == Bounds.of(FIGURES).quantities()


def test_nothing_comes_back() -> None:
    """No quantities at all are none again."""
    assert [] == Bounds.of([]).quantities()
    assert [] == Bounds.absent(0).quantities()


def test_given_are_those_with_a_figure() -> None:
    """What is given is told from what is absent, though nothing may be known of it."""
    assert [True, False, True, True, True] == Bounds.of(FIGURES).given.tolist()


def test_some_are_kept_and_taken() -> None:
    """Figures can be made absent, or picked by position."""
    bounds = Bounds.of([Quantity.exactly(1), Quantity.exactly(2)])

    assert [None, Quantity.exactly(2)] == bounds.where(np.array([False, True])).quantities()
    assert [Quantity.exactly(2), Quantity.exactly(1)] == bounds.part(np.array([1, 0])).quantities()


def test_what_is_too_large_is_not_known() -> None:
    """A figure that overflowed has no best estimate and no bound on that side."""
    overflowed = Bounds(np.array([1.0]), np.array([math.inf]), np.array([math.inf]))

    assert [Quantity.at_least(1)] == overflowed.quantities()
