import math

import numpy as np
import pytest

from indh_me.compute.bounds import Bounds, has_infinite
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

    # One infinite bound less another is nothing that could be read.
    unknown = Bounds(np.array([1.0]), np.array([math.nan]), np.array([math.nan]))
    assert [Quantity.at_least(1)] == unknown.quantities()


def test_arrays_that_there_are() -> None:
    """Figures that are all exact have one array; where some are not, there are three."""
    exact = Bounds.exactly(np.array([5.0]))
    known = Bounds.of([Quantity.at_least(5)])

    assert [[5.0]] == [each.tolist() for each in exact.arrays]
    assert exact.arrays[0] is exact.best
    assert [5.0, math.inf] == [known.arrays[0][0], known.arrays[2][0]]
    assert math.isnan(known.arrays[1][0])


@pytest.mark.parametrize(
    ("values", "infinite"),
    [
        ([], False),
        (1.0, False),
        (math.nan, False),
        (math.inf, True),
        (-math.inf, True),
        ([1.0, math.nan, 2.0], False),
        ([math.nan, math.nan], False),
        ([math.nan, math.inf], True),
        ([[1.0, 2.0], [-math.inf, math.nan]], True),
        ([1.7e308, -1.7e308], False),
    ],
)
def test_infinite_numbers(values: list[float] | float, *, infinite: bool) -> None:
    """An infinite number is found in an array of any shape, whatever gaps stand beside it."""
    assert infinite is has_infinite(np.asarray(values))
