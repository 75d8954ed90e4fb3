"""What changes say of a drift, against figures worked by hand."""

import numpy as np
import pytest

from indh_me.compute.projection.methods.evidence import Evidence
from indh_me.compute.projection.panel.series import Series

#: Changes 2, 3 over gaps of 1, 3 years, whose middles are 1/2 and 5/2 years after the start.
UNEVEN = Series(np.array([[4.0, 6, 9]]), np.array([[-4.0, -3, 0]]), np.array([[2.0]]))


def test_evidence_by_hand() -> None:
    """Drift and its error are weighted 9/2 to 13/2, the scatter 1/2 to 5/2."""
    found = Evidence.of(UNEVEN)

    assert [[28.5 / 24]] == pytest.approx(found.drift, rel=1e-14)
    assert [[(4.5**2 + 3 * 6.5**2) / 24**2]] == pytest.approx(found.share, rel=1e-14)
    assert [[(0.5 * 4 + 2.5 * 3) / 3]] == pytest.approx(found.squares, rel=1e-14)
    assert [[(0.5 * 2 + 2.5 * 3) / 3]] == pytest.approx(found.moves, rel=1e-14)
    assert [[(0.5 * 1 + 2.5 * 3) / 3]] == pytest.approx(found.length, rel=1e-14)
    assert 3 == found.points


def test_variance_around_any_drift() -> None:
    """The variance is the weighted mean of squared residuals over their gaps, two for one free."""
    found = Evidence.of(UNEVEN)
    for around in (-1.0, 0.0, 1.25, 2.0):
        expected = 2 * (0.5 * (2 - around) ** 2 + 2.5 * (3 - 3 * around) ** 2 / 3) / 3

        assert [[expected]] == pytest.approx(found.variance(np.array([[around]])), rel=1e-13)
    assert [[9.5 / 3]] == pytest.approx(found.unit**2, rel=1e-13)


def test_variance_is_never_below_zero() -> None:
    """Around its own slope a line has no variance, however it is rounded."""
    steep = np.array([[0.1, 0.2, 0.3, 0.4]]) * np.array([[1.0], [3.0], [1e9]])
    found = Evidence.of(Series(steep, np.arange(-3.0, 1)[None, :], UNEVEN.ahead))
    variance = found.variance(found.drift)

    assert (variance >= 0).all()
    assert (variance <= 1e-12 * found.unit**2).all()


def test_the_newest_change_counts_twice() -> None:
    """Of many even changes the newest has twice the weight of the oldest in the drift."""
    still = np.zeros((2, 1001))
    still[0, 1:], still[1, -1] = 1.0, 1.0
    found = Evidence.of(Series(still, np.arange(-1000.0, 1)[None, :], UNEVEN.ahead))

    assert found.drift[1, 0] / found.drift[0, 0] == pytest.approx(2, rel=1e-2)


def test_what_never_moved_has_no_error() -> None:
    """A constant has no drift, no unit, and no error that could be told in it."""
    found = Evidence.of(Series(np.full((1, 4), 7.0), np.arange(-3.0, 1)[None, :], UNEVEN.ahead))

    assert ([[0.0]], [[0.0]]) == (found.drift.tolist(), found.unit.tolist())
    assert [[0.0]] == found.relative_error.tolist()
