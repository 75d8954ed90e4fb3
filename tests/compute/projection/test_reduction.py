"""Official rates of reduction."""

import numpy as np
import pytest

from indh_me.compute.projection import annual_reduction, required_reduction


def test_rate_of_a_steady_fall() -> None:
    """A fall of a tenth a year is .1 on any dates; a rise is negative; series by series."""
    dates = np.array([2000.0, 2001, 2004])
    values = np.array([100 * 0.9 ** (dates - 2000), 100 * 1.05 ** (dates - 2000)])

    assert [0.1, -0.05] == pytest.approx(annual_reduction(values, dates).tolist(), rel=1e-12)


def test_rate_is_by_least_squares() -> None:
    """The slope of logarithms 0, 1, 5 on three years is 2.5."""
    values = np.exp([[0.0, 1.0, 5.0]])

    assert [1 - np.exp(2.5)] == pytest.approx(annual_reduction(values, [1, 2, 3]).tolist())


@pytest.mark.parametrize("figure", [0.0, -1.0])
def test_no_rate_without_a_logarithm(figure: float) -> None:
    """A series with a figure at or below zero has no rate, beside one that has."""
    found = annual_reduction([[4.0, 2.0, figure], [4.0, 2.0, 1.0]], [1, 2, 3])

    assert np.isnan(found[0])
    assert 0.5 == pytest.approx(found[1])


def test_required_rate() -> None:
    """From 100 to 81 in two years a tenth a year is required; to 121 a rise of a tenth."""
    assert [0.1, -0.1] == pytest.approx(required_reduction(100, [81, 121], 2).tolist())
