"""Laws of projections with a season."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.compute.projection import PanelProjection, project_panel

Floats = npt.NDArray[np.float64]

SEASONS = st.sampled_from([2, 3, 4, 12])
seasonal = pytest.mark.parametrize("method", ["seasonal_last", "seasonal_drift"])


@st.composite
def cases(draw: st.DrawFn) -> tuple[Floats, int]:
    """Draw a panel of hundredths of percentage points, of two to four seasons, and their steps."""
    season, series = draw(SEASONS), draw(st.integers(1, 4))
    time = draw(st.integers(2 * season, 4 * season))
    seed = draw(st.integers(0, 10**6))
    rng = np.random.default_rng(seed)
    kind = draw(st.sampled_from(["any", "few", "walk"]))
    if kind == "walk":
        panel = 50 + rng.normal(0, 2, (series, time)).cumsum(axis=1)
    else:
        panel = (
            rng.uniform(0, 100, (series, time))
            if kind == "any"
            else rng.integers(0, 3, (series, time)).astype(np.float64)
        )
    return np.clip(panel, 0.0, 100.0).round(2), season


def close(expected: Floats, found: Floats, size: float = 100.0) -> None:
    """Compare figures up to the rounding of numbers of their size."""
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-8 * size)


def figures(made: PanelProjection) -> tuple[Floats, ...]:
    """Give what is projected in the unit of the series."""
    return made.point, made.low, made.high, made.scale


@given(
    season=SEASONS,
    more=st.integers(0, 30),
    start=st.integers(-(10**6), 10**6),
    slope=st.integers(-1000, 1000),
    data=st.data(),
)
def test_a_season_and_a_line_go_on(
    season: int, more: int, start: int, slope: int, data: st.DataObject
) -> None:
    """A straight line and a season that stays are projected exactly; nothing is left around."""
    places = data.draw(st.lists(st.integers(-100, 100), min_size=season, max_size=season))
    numbers = np.arange(2 * season + more + 2 * season + 1)
    truth = start + slope * numbers + np.resize(places, len(numbers))
    known = 2 * season + more
    made = project_panel(truth[:known], horizon=2 * season + 1, season=season)

    close(truth[None, known:], made.point, size=1 + np.abs(truth).max())


@given(
    season=SEASONS,
    start=st.integers(-(10**6), 10**6),
    slope=st.integers(-1000, 1000),
    data=st.data(),
)
def test_the_last_season_comes_back(
    season: int, start: int, slope: int, data: st.DataObject
) -> None:
    """The seasonal last repeats the last season, and a pure season without width."""
    places = data.draw(st.lists(st.integers(-100, 100), min_size=season, max_size=season))
    numbers = np.arange(2 * season)
    values = start + slope * (numbers // season) + np.resize(places, 2 * season)
    made = project_panel(values, horizon=2 * season, season=season, method="seasonal_last")

    assert np.resize(values[season:], 2 * season).tolist() == made.point[0].tolist()
    close(np.abs(slope) * np.sqrt(1 + numbers // season)[None, :], made.scale)


@seasonal
@given(case=cases(), shift=st.integers(-1000, 1000), power=st.integers(-8, 8))
def test_another_zero_and_another_unit(
    method: str, case: tuple[Floats, int], shift: int, power: int
) -> None:
    """More to each figure moves the projection by as much; another unit changes its unit."""
    panel, season = case
    made = project_panel(panel, horizon=season + 2, season=season, method=method)
    moved = project_panel(panel + shift, horizon=season + 2, season=season, method=method)
    turned = project_panel(-panel * 2.0**power, horizon=season + 2, season=season, method=method)

    close(made.point + shift, moved.point, 1000)
    close(made.scale, moved.scale, 1000)
    close(-made.point * 2.0**power, turned.point, 2.0**power * 100)
    close(made.scale * 2.0**power, turned.scale, 2.0**power * 100)
    assert made.reason.tolist() == moved.reason.tolist() == turned.reason.tolist()


@seasonal
@given(case=cases(), data=st.data())
def test_a_panel_is_its_series(method: str, case: tuple[Floats, int], data: st.DataObject) -> None:
    """Each series is projected as it is alone, whichever ends of the others are missing."""
    panel, season = case
    panel = np.hstack([panel, panel[:, :season]])
    for row in panel:
        late, early = data.draw(st.integers(0, season + 1)), data.draw(st.integers(0, 2))
        row[:late] = np.nan
        row[len(row) - early :] = np.nan
    when = 1990 + np.arange(panel.shape[1]) / season
    made = project_panel(panel, when, horizon=season + 1, season=season, method=method)
    for row, series in enumerate(panel):
        known = ~np.isnan(series)
        alone = project_panel(
            series[known], when[known], horizon=season + 1, season=season, method=method
        )
        for one, other in zip(figures(alone), figures(made), strict=True):
            close(one[0], other[row])
        assert alone.reason[0] == made.reason[row]
        assert alone.method[0] == made.method[row]
        np.testing.assert_allclose(made.df[row], alone.df[0])


@seasonal
@given(case=cases(), horizon=st.integers(1, 60))
def test_intervals_widen_and_stay_within_bounds(
    method: str, case: tuple[Floats, int], horizon: int
) -> None:
    """Farther ahead nothing is surer, and no figure leaves the bounds."""
    panel, season = case
    made = project_panel(panel, horizon=horizon, season=season, method=method, bounds=(0.0, 100.0))

    assert (np.diff(made.scale, axis=1) >= -1e-12 * (1 + made.scale[:, 1:])).all()
    assert ((made.low <= made.point) & (made.point <= made.high)).all()
    assert ((made.low >= 0) & (made.high <= 100)).all()


@seasonal
@given(case=cases(), factor=st.sampled_from([0.25, 2.0, 4.0]))
def test_another_unit_of_time(method: str, case: tuple[Floats, int], factor: float) -> None:
    """A season is so many steps, whatever unit the dates are in."""
    panel, season = case
    numbered = project_panel(panel, horizon=season + 1, season=season, method=method)
    dated = project_panel(
        panel, factor * np.arange(panel.shape[1]), horizon=season + 1, season=season, method=method
    )
    for one, other in zip(figures(numbered), figures(dated), strict=True):
        close(one, other)
