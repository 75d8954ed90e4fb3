"""Student's t, against scipy."""

import numpy as np
import pytest
from scipy import special

from indh_me.compute.projection.student import LONGEST_SUM, share_below, t_quantile

SCALES = np.concatenate([np.linspace(-12, 12, 241), [-1e200, -1e9, 0.0, 1e9, 1e200]])


@pytest.mark.parametrize("df", [*range(1, 14), 29, 30, LONGEST_SUM - 1, LONGEST_SUM])
def test_finite_sum_is_the_distribution(df: int) -> None:
    """The finite sums agree with the incomplete beta function to 1e-14, all along."""
    np.testing.assert_allclose(
        special.stdtr(df, np.clip(SCALES, -1e150, 1e150)), share_below(df, SCALES), atol=1e-14
    )


@pytest.mark.parametrize("df", [0.5, 1.5, 2.5, LONGEST_SUM + 1, 200])
def test_other_degrees_of_freedom_are_scipys(df: float) -> None:
    """Where the sum does not end or is long, scipy's own function is taken."""
    np.testing.assert_array_equal(special.stdtr(df, SCALES), share_below(df, SCALES))


@pytest.mark.parametrize("df", [1, 2, 3, 10])
def test_ends_are_sure(df: int) -> None:
    """Infinitely far is sure, and what is no number stays none."""
    found = share_below(df, np.array([-np.inf, np.inf, np.nan]))

    assert [0.0, 1.0] == pytest.approx(found[:2].tolist(), abs=1e-15)
    assert np.isnan(found[2])
    assert (found[:2] >= 0).all()
    assert (found[:2] <= 1).all()


def test_no_degrees_of_freedom_no_share() -> None:
    """Without degrees of freedom there is neither a share nor a quantile."""
    assert np.isnan(share_below(np.nan, np.array([0.0]))).all()
    assert np.isnan(t_quantile(np.nan, 0.95))


def test_quantile_is_two_sided() -> None:
    """The quantile leaves half of the rest on each side (printed tables: 12.706, 2.228, 1.812)."""
    assert [12.706, 2.228, 1.812] == pytest.approx(
        [t_quantile(1, 0.95), t_quantile(10, 0.95), t_quantile(10, 0.90)], abs=5e-4
    )
