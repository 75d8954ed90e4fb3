"""Laws of the test of Mann and Kendall."""

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from indh_me.compute.projection import MannKendall, Monotone, mann_kendall

Floats = npt.NDArray[np.float64]

#: Some that are often tied, and some that never are.
FIGURES = st.integers(-3, 3) | st.integers(-(10**6), 10**6)
SERIES = st.lists(FIGURES, min_size=1, max_size=24).map(lambda each: np.array(each, np.float64))
TURNED = {
    Monotone.INCREASING: Monotone.DECREASING,
    Monotone.DECREASING: Monotone.INCREASING,
    Monotone.NONE: Monotone.NONE,
    Monotone.TOO_FEW_POINTS: Monotone.TOO_FEW_POINTS,
}


def same(one: MannKendall, other: MannKendall) -> None:
    """Compare all that is said of two panels."""
    for name in ("s", "tau", "p", "n"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    assert one.trend.tolist() == other.trend.tolist()


@given(SERIES)
def test_what_is_turned_round_falls_instead(series: Floats) -> None:
    """Backwards, or with the other sign, S and tau have the other sign, and p stays."""
    made = mann_kendall(series)
    for turned in (mann_kendall(series[::-1]), mann_kendall(-series)):
        np.testing.assert_array_equal(-made.s, turned.s)
        np.testing.assert_array_equal(-made.tau, turned.tau)
        np.testing.assert_array_equal(made.p, turned.p)
        assert TURNED[made.trend[0]] is turned.trend[0]


@given(SERIES)
def test_only_the_order_counts(series: Floats) -> None:
    """Whatever keeps the order of the figures changes nothing."""
    made = mann_kendall(series)
    for other in (series**3, np.arctan(series / 1e6), 2 * series + 7):
        same(made, mann_kendall(other))


@given(SERIES, st.lists(st.integers(0, 24), max_size=5))
def test_a_gap_is_no_point(series: Floats, places: list[int]) -> None:
    """Gaps anywhere, and dates at any distances, change nothing."""
    wide = series
    for place in places:
        wide = np.insert(wide, min(place, len(wide)), np.nan)
    dates = 1990 + np.cumsum(1 + np.arange(len(wide)) % 3)

    same(mann_kendall(series), mann_kendall(wide))
    same(mann_kendall(series), mann_kendall(wide, dates))


@given(st.lists(SERIES, min_size=1, max_size=6))
def test_a_panel_is_its_series(rows: list[Floats]) -> None:
    """Each series of a panel is tested as it is alone."""
    panel = np.full((len(rows), 24), np.nan)
    for line, series in zip(panel, rows, strict=True):
        line[: len(series)] = series
    made = mann_kendall(panel)
    for row, series in enumerate(rows):
        alone = mann_kendall(series)
        for name in ("s", "tau", "p", "n"):
            np.testing.assert_array_equal(getattr(alone, name)[0], getattr(made, name)[row])
        assert alone.trend[0] is made.trend[row]


@given(SERIES, st.floats(0.5, 0.999))
def test_figures_stay_in_their_ranges(series: Floats, level: float) -> None:
    """P and tau are shares, and a trend has a p that its level asks for and the sign of S."""
    made = mann_kendall(series, level=level)
    tau, p, s, trend = made.tau.item(), made.p.item(), made.s.item(), made.trend.item()

    assert np.isnan(p) or 0 <= p <= 1
    assert np.isnan(tau) or abs(tau) <= 1 + 1e-12
    assert abs(s) <= len(series) * (len(series) - 1) / 2
    if len(series) < 5:
        assert trend is Monotone.TOO_FEW_POINTS
    elif trend is not Monotone.TOO_FEW_POINTS:
        assert (trend is not Monotone.NONE) == (p <= 1 - level)
        assert trend is not Monotone.INCREASING or s > 0
        assert trend is not Monotone.DECREASING or s < 0
