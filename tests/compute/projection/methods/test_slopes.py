"""Projection by the median slope."""

import numpy as np
import pytest

from indh_me.compute.projection.methods import slopes
from indh_me.compute.projection.methods.slopes import median_slope, theil_sen, theil_sen_anchored
from indh_me.compute.projection.panel.series import Series

#: Slopes of pairs: 1, 1, 3, 1, 4 and 7; the last value is odd.
ODD = Series(np.array([[1.0, 2, 3, 10]]), np.array([[-3.0, -2, -1, 0]]), np.array([[1.0, 2]]))


def test_median_of_all_pairs() -> None:
    """The slope is the median of 1, 1, 3, 1, 4 and 7: between 1 and 3."""
    assert [[2.0]] == median_slope(ODD).tolist()


def test_median_slope_on_own_dates() -> None:
    """Slopes are by the year, whatever the dates: of 2, 1 and 4/3."""
    series = Series(np.array([[0.0, 2, 4]]), np.array([[-3.0, -2, 0]]), np.array([[1.0]]))

    assert [[4 / 3]] == median_slope(series).tolist()


def test_few_series_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """In pieces of two series, and of one, slopes are what they are at once."""
    y = np.random.default_rng(10).normal(size=(5, 6))
    dates = np.array([[-9.0, -7, -4, -2, -1, 0]])
    shared, own = (
        Series(y, each, np.array([[1.0]])) for each in (dates, dates * np.arange(1.0, 6)[:, None])
    )
    once = [median_slope(each).tolist() for each in (shared, own)]
    for pairs in (30, 15, 1):
        monkeypatch.setattr(slopes, "PAIRS", pairs)

        assert once == [median_slope(each).tolist() for each in (shared, own)]


def test_plain_line_goes_through_the_median() -> None:
    """The plain line takes the median of what is left: of 7, 6, 5 and 10, 6.5."""
    made = theil_sen(ODD)
    rest = np.array([0.5, -0.5, -1.5, 3.5])

    assert [[8.5, 10.5]] == made.centre.tolist()
    assert [
        (rest @ rest) / 2 * (1 + 1 / 4 + distance**2 / 5) for distance in (2.5, 3.5)
    ] == pytest.approx((made.scale[0] ** 2).tolist(), rel=1e-13)
    assert 2 == made.df


def test_anchored_line_starts_at_the_last_value() -> None:
    """The anchored line goes on from the last value, as a walk with that slope."""
    made = theil_sen_anchored(ODD)

    assert [[12.0, 14.0]] == made.centre.tolist()
    assert [27 / 2 * (h + h * h / 3) for h in (1, 2)] == pytest.approx(
        (made.scale[0] ** 2).tolist(), rel=1e-13
    )
    assert 2 == made.df
