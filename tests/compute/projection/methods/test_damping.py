"""Damping of slopes, and the growth of variance."""

import numpy as np
import pytest

from indh_me.compute.projection.methods.damping import steps_ahead, sum_of_damping, variance_growth
from indh_me.compute.projection.panel.series import Series


def test_sum_of_damping_is_the_sum() -> None:
    """φ + φ² + ... + φ^h, of φ = 1 the number of steps."""
    for phi in (0.5, 0.9, 0.98, 1.0):
        for h in (1, 2, 6):
            assert sum(phi**each for each in range(1, h + 1)) == pytest.approx(
                sum_of_damping(phi, h).item(), rel=1e-13
            )


def test_variance_in_closed_form_is_the_sum() -> None:
    """1 + Σ (α + β φ_j)², summed, for 500 triples of parameters and all steps to 12."""
    rng = np.random.default_rng(3)
    for number in range(500):
        alpha, beta = rng.random(2).tolist()
        phi = 1.0 if number % 5 == 0 else float(rng.uniform(0.5, 0.98))
        summed = 1.0
        for h in range(1, 13):
            assert summed == pytest.approx(variance_growth(alpha, beta, phi, h).item(), rel=1e-9)
            summed += (alpha + beta * sum_of_damping(phi, h).item()) ** 2


def test_variance_published() -> None:
    """The reference's own example, α = .4, β = .1, φ = .9: six steps ahead."""
    found = variance_growth(0.4, 0.1, 0.9, [1, 2, 3, 4, 5, 6])

    assert [1.0, 1.240, 1.566, 1.981, 2.484, 3.075] == pytest.approx(found.tolist(), abs=5e-4)


def test_steps_are_of_the_series() -> None:
    """Years are counted in steps of the series."""
    series = Series(np.zeros((1, 3)), np.array([[-4.0, -2, 0]]), np.array([[2.0, 5.0]]))

    assert [[1.0, 2.5]] == steps_ahead(series).tolist()


def test_less_than_a_step_is_surer() -> None:
    """Half a step ahead varies less than a whole one: 1 - α² / 2 without a slope."""
    assert 0.875 == variance_growth(0.5, 0.0, 1.0, 0.5).item()
