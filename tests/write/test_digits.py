import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.testing import numbers
from indh_me.write.digits import decimals_apart, fewest, percent_written, rounded, written

FRACTIONS = st.floats(-3, 3)


@pytest.mark.parametrize(
    ("number", "most", "expected"),
    [
        (0, 2, "0"),
        (-0.0, 2, "0"),
        (1234.5678, 2, "1,234.57"),
        (1234.5678, 3, "1,234.568"),
        (1234, 5, "1,234"),
        (-0.5, 2, "-0.5"),
        (0.00026, 2, "0.00026"),
        (0.000263, 2, "0.00026"),
        (1e-6, 2, "0.000001"),
        (9.9e-7, 2, "9.9e-07"),
        (1.23456e-9, 4, "1.235e-09"),
        (999_999_999_999_999, 2, "999,999,999,999,999"),
        (1e15, 2, "1.0e+15"),
    ],
)
def test_numbers(number: float, most: int, expected: str) -> None:
    """A number has the decimals that it needs, at most so many, but two digits at least."""
    assert expected == written(number, most)


@given(numbers(), st.integers(2, 12))
def test_what_is_read_is_what_is_written(number: float, most: int) -> None:
    """The number that is read is written alike, and is zero only for zero."""
    read = rounded(number, most)

    assert written(number, most) == written(read, most)
    assert (number == 0) == (read == 0)


@pytest.mark.parametrize(
    ("fraction", "edges", "expected"),
    [
        (0.7996, [], "80"),
        (0.7996, [0.8], "79.96"),
        (0.8004, [0.8], "80.04"),
        (0.8, [0.8], "80"),
        (0.57, [0.57], "57"),
        (0.8125, [0.8125], "81.25"),
        (0.799_999, [0.8, 0.6], "79.9999"),
        (0.600_001, [0.8, 0.6], "60.0001"),
        (0.0044, [], "0.44"),
        (-0.0044, [], "-0.44"),
        (0.0144, [], "1.4"),
        (1.0004, [], "100.04"),
        (-0.0004, [], "-0.04"),
        (1e-15, [], "1.0e-13"),
        (1e13, [], "1.0e+15"),
        (1e307, [], "1.0e+309"),
        (0, [0], "0"),
    ],
)
def test_percentages(fraction: float, edges: list[float], expected: str) -> None:
    """A percentage has one decimal, or as many as keep it on its side of every edge."""
    assert expected == percent_written(fraction, edges)


@given(FRACTIONS, st.floats(-3, 3))
def test_percentage_stays_on_its_side(fraction: float, edge: float) -> None:
    """Whatever the figure and the edge, what is read lies where the figure lies."""
    if math.isclose(fraction, edge, rel_tol=1e-11, abs_tol=1e-12):
        return
    read = float(percent_written(fraction, [edge]).replace(",", "")) / 100

    assert (fraction > edge) == (read > edge)


@given(FRACTIONS)
def test_nothing_is_rounded_to_all_or_nothing(fraction: float) -> None:
    """Only 1 is written as 100, and only 0 as 0."""
    assert ("100" == percent_written(fraction)) == math.isclose(fraction, 1, rel_tol=1e-12)
    assert ("0" == percent_written(fraction)) == (fraction == 0)


@pytest.mark.parametrize(
    ("ones", "others", "expected"),
    [
        ([79], [80], 2),
        ([79.996], [80], 3),
        ([80], [79.9996], 4),
        ([80], [80], 2),
        ([None, 79.996], [None, 80], 3),
        ([None], [80], 2),
        ([0.3], [0.1 + 0.2], 2),
    ],
)
def test_decimals_to_tell_figures_apart(
    ones: list[float | None], others: list[float | None], expected: int
) -> None:
    """Two figures get the decimals that it takes to see which is the larger."""
    assert expected == decimals_apart(ones, others)


def test_decimals_to_begin_with() -> None:
    """Decimals are added to those that one begins with, never taken away."""
    assert 5 == decimals_apart([79.996], [80], 5)


def test_no_end_of_decimals() -> None:
    """Where nothing is enough, there are twelve."""
    assert 12 == fewest(lambda _: False)
    assert 1 == fewest(lambda _: True, first=1)


@pytest.mark.parametrize("number", [1.75e308, -1.75e308])
def test_largest_number_stays_finite(number: float) -> None:
    """A number that would be read as larger than any number is taken as it is."""
    assert number == rounded(number)
