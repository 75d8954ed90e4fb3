"""Searching first crossings."""

import numpy as np
import numpy.typing as npt
import pytest

from indh_me.compute.projection import crossing
from indh_me.compute.projection.crossing import first_crossings

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]
NAN = np.nan


def lines(rows: Rows, ahead: Floats) -> Floats:
    """Give two curves of each of three series: straight, and falling behind as a walk does."""
    slope = np.array([[1.0], [0.5], [-1.0]])[rows]
    straight = slope * ahead - 2
    return np.stack([straight, straight - np.sqrt(ahead)])


def test_each_curve_of_each_series() -> None:
    """A line is reached at 2 and 4 years, H - 2 = √H at 4 and H/2 - 2 = √H at 6 + √20."""
    found = first_crossings(lines, 3, 20.0, curves=2)

    np.testing.assert_allclose(
        found.ahead, [[2, 4, NAN], [4, 6 + 20**0.5, NAN]], rtol=1e-9, equal_nan=True
    )
    assert not found.is_approaching.any()


def test_not_within_the_limit() -> None:
    """What is not reached is approached or not, as the last step before the limit shows."""
    found = first_crossings(lines, 3, 3.5, curves=2)

    np.testing.assert_allclose(
        found.ahead, [[2, NAN, NAN], [NAN, NAN, NAN]], rtol=1e-9, equal_nan=True
    )
    assert [[False, True, False], [True, True, False]] == found.is_approaching.tolist()


def test_the_date_found_is_on_the_far_side() -> None:
    """The date that is given meets, and a billionth of a step before it does not."""
    found = first_crossings(lambda _, ahead: (ahead - 1 / 3)[None], 1, 64.0, curves=1).ahead.item()

    assert found >= 1 / 3
    assert found - 1e-9 < 1 / 3


def test_the_first_of_several() -> None:
    """Of a curve that comes and goes, the first date counts."""
    found = first_crossings(
        lambda _, ahead: (np.sin(ahead) - 0.5)[None], 1, 50.0, curves=1
    ).ahead.item()

    assert np.pi / 6 == pytest.approx(found, rel=1e-9)


def test_reached_at_once() -> None:
    """A curve that is there from the beginning is there in almost no time."""
    found = first_crossings(lambda _, ahead: (ahead + 1)[None], 1, 50.0, curves=1).ahead.item()

    assert 0 < found < 1e-8


def test_what_is_not_known_is_not_reached() -> None:
    """Where a curve is not known it is neither reached nor approached."""
    found = first_crossings(
        lambda _, ahead: np.where(ahead < 5, ahead - 3, NAN)[None], 1, 8.0, curves=1
    )
    never = first_crossings(
        lambda _, ahead: np.where(ahead < 2, ahead - 3, NAN)[None], 1, 8.0, curves=1
    )

    assert 3 == pytest.approx(found.ahead.item(), rel=1e-9)
    assert np.isnan(never.ahead).all()
    assert not never.is_approaching.any()


def test_rounding_is_no_approach() -> None:
    """A curve that gains only what rounding does is not on its way."""
    found = first_crossings(lambda _, ahead: (1e-12 * ahead - 1)[None], 1, 50.0, curves=1)

    assert not found.is_approaching.any()


def test_in_parts_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Searched one by one, series are found where they are found together."""
    once = first_crossings(lines, 3, 20.0, curves=2)
    monkeypatch.setattr(crossing, "AT_A_TIME", 1)
    parts = first_crossings(lines, 3, 20.0, curves=2)

    np.testing.assert_array_equal(once.ahead, parts.ahead)
    np.testing.assert_array_equal(once.is_approaching, parts.is_approaching)


def test_nobody_to_search() -> None:
    """Without series there are no dates."""
    assert (2, 0) == first_crossings(lines, 0, 20.0, curves=2).ahead.shape
