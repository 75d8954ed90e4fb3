"""The mean of two methods."""

import numpy as np

from indh_me.compute.projection.methods.combination import combination
from indh_me.compute.projection.methods.drift import shrunken_drift
from indh_me.compute.projection.methods.smoothing import damped_holt_09
from indh_me.compute.projection.panel.series import Series

SERIES = Series(
    np.array([[3.0, 5, 4, 8, 9, 9]]), 2 * np.arange(-5.0, 1)[None, :], np.array([[2.0, 6.0]])
)


def test_combination_is_the_mean_of_two() -> None:
    """The combination is halfway between the shrunken drift and damped Holt with φ = .9."""
    one, other, both = shrunken_drift(SERIES), damped_holt_09(SERIES), combination(SERIES)

    assert ((one.centre + other.centre) / 2).tolist() == both.centre.tolist()
    assert ((one.scale + other.scale) / 2).tolist() == both.scale.tolist()
    assert 4 == both.df
    assert one.weight is not None
    assert both.weight is not None
    assert one.weight.tolist() == both.weight.tolist()
