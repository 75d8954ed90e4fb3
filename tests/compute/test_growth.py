"""Compound annual growth."""

import numpy as np
import pytest

from indh_me.compute.growth import compound_growth


def test_growth_of_known_series() -> None:
    """Growth is the yearly rate that leads from the base to the value."""
    # 100 * 1.1^2 = 121; 100 * 0.9^3 = 72.9; 50 doubles in one year.
    found = compound_growth([121, 72.9, 100], [100, 100, 50], [2, 3, 1])

    assert pytest.approx([0.1, -0.1, 1.0]) == found


def test_small_growth_keeps_its_digits() -> None:
    """Growth of a billionth of the base is not lost in rounding."""
    assert pytest.approx(1e-9, rel=1e-6) == compound_growth(1 + 1e-9, 1, 1).item()


def test_all_is_lost() -> None:
    """A value of zero has lost all, however long it took."""
    assert [-1.0, -1.0] == compound_growth(0, 5, [1, 10]).tolist()


def test_different_signs() -> None:
    """Nothing grows across zero."""
    assert np.isnan(compound_growth([-5, 5], [5, -5], 2)).all()
    assert np.isnan(compound_growth([-1e-20, 5], [1, -1e18], 2)).all()
