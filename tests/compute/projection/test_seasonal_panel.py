"""Panels with a season: dates, refusals, bounds, and simulated series of which the truth is known.

No series of real quarters or months was at hand.
"""

from functools import partial
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pytest

from indh_me.compute.projection import backtest, project_panel
from indh_me.errors import InvalidInputError

NAN = np.nan
Floats = npt.NDArray[np.float64]
#: Figures, dates and arguments as they may be given.
Anything: TypeAlias = Any
#: Three years of quarters: a line of one a quarter, and a season.
QUARTERS = np.arange(12.0) + np.tile([3.0, -1, 0, -2], 3)
NEXT = np.arange(12.0, 20) + np.tile([3.0, -1, 0, -2], 2)


def word_of(values: Anything, times: Anything = None, **more: Anything) -> str:
    """Give the word of the method of one series, or of the reason why there is none."""
    asked: dict[str, Anything] = {"horizon": 2, "season": 4} if "at" not in more else {"season": 4}
    made = project_panel(values, times, **(asked | more))
    reason = made.reason.item()
    return str(made.method.item() if reason is None else reason.value)


def test_the_method_is_said() -> None:
    """The policy says that it took seasonal drift, its degrees of freedom and its drift's share."""
    made = project_panel([QUARTERS], horizon=8, season=4)

    assert ["seasonal_drift"] == made.method.tolist()
    assert [7.0] == made.df.tolist()
    assert [1.0] == pytest.approx(made.weight.tolist())
    np.testing.assert_allclose(made.point[0], NEXT, rtol=1e-12)
    assert "seasonal_last" == word_of(QUARTERS, method="seasonal_last")


@pytest.mark.parametrize("season", [None, 1])
def test_no_season_is_as_before(season: int | None) -> None:
    """Without a season, and with one of a single step, the policy of years holds."""
    made = project_panel([QUARTERS], horizon=3, season=season)
    plain = project_panel([QUARTERS], horizon=3)

    assert ["shrunken_drift"] == made.method.tolist()
    assert plain.point.tolist() == made.point.tolist()


@pytest.mark.parametrize("method", ["auto", "seasonal_last", "seasonal_drift"])
def test_two_whole_seasons_are_needed(method: str) -> None:
    """Seven quarters are fewer than two years, eight are two."""
    assert "too_few_seasons" == word_of(QUARTERS[:7], method=method)
    assert word_of(QUARTERS[:8], method=method).startswith("seasonal")
    assert "all_missing" == word_of([NAN] * 8, method=method)


def test_a_method_without_a_season_takes_what_it_needs() -> None:
    """A method that knows no season is projected as without one."""
    assert "too_few_points" == word_of(QUARTERS[:2], method="ols")
    np.testing.assert_array_equal(
        project_panel([QUARTERS], horizon=2, method="ols", season=4).point,
        project_panel([QUARTERS], horizon=2, method="ols").point,
    )


def test_gaps_at_the_ends_and_inside() -> None:
    """A series may begin late and end early; a gap inside leaves the season's place open."""
    inside = QUARTERS.copy()
    inside[5] = NAN
    wide = [NAN, NAN, *QUARTERS, NAN]
    made = project_panel([wide], horizon=4, season=4)

    assert "uneven_dates" == word_of(inside)
    np.testing.assert_allclose(made.point[0], NEXT[:4], rtol=1e-12)
    assert [[14.0, 15, 16, 17]] == made.times_ahead.tolist()


def test_series_with_gaps_keep_their_own_places() -> None:
    """Series of one panel that begin and end at other quarters each have their own season."""
    panel = np.full((3, 15), NAN)
    for row, first in enumerate((0, 1, 3)):
        panel[row, first : first + 12] = QUARTERS
    made = project_panel(panel, 2000 + np.arange(15) / 4, horizon=4, season=4)

    np.testing.assert_allclose(made.point, np.tile(NEXT[:4], (3, 1)), rtol=1e-12)


@pytest.mark.parametrize("unit", ["M", "D"])
@pytest.mark.parametrize("count", [24, 29, 36, 50])
@pytest.mark.parametrize("first", ["2003-01", "2003-02", "2003-03", "2003-12"])
def test_months_as_dates(unit: str, count: int, first: str) -> None:
    """The starts of months are twelve even steps of a year, to step to and to name."""
    months = np.datetime64(first) + np.arange(count + 24)
    season = np.resize([5.0, 1, -3, 2, 4, -2, 0, -1, -4, 3, -3, -2], count + 24)
    truth = 40 + np.arange(count + 24) / 2 + season
    days = months.astype(f"datetime64[{unit}]")
    known = truth[None, :count], days[:count]
    stepped = project_panel(*known, horizon=24, season=12)
    named = project_panel(*known, at=days[count:], season=12)

    assert ["seasonal_drift"] == stepped.method.tolist() == named.method.tolist()
    np.testing.assert_allclose(stepped.point[0], truth[count:], rtol=1e-9)
    np.testing.assert_allclose(named.point[0], truth[count:], rtol=1e-9)
    # Within three days of the starts of the months, after two years.
    np.testing.assert_allclose(stepped.times_ahead, named.times_ahead, atol=0.0085)


def test_quarters_as_dates() -> None:
    """The starts of quarters are even steps, whichever is the last."""
    starts = np.datetime64("2001-01") + 3 * np.arange(20)
    for first in range(4):
        made = project_panel(
            np.resize([3.0, -1, 0, -2], 16)[first:],
            starts[first:16],
            at=starts[16:],
            season=4,
        )
        np.testing.assert_allclose(made.point[0], [3, -1, 0, -2], atol=1e-12)


@pytest.mark.parametrize(
    ("at", "word"),
    [
        ([2003.0], "seasonal_drift"),
        ([2003.02, 2003.23], "seasonal_drift"),
        ([2003.1], "uneven_dates"),
        ([2003.0, 2003.4], "uneven_dates"),
        ([2002.76], "uneven_dates"),
        ([2002.5], "horizon_before_end"),
        ([NAN], "horizon_before_end"),
    ],
)
def test_dates_between_steps(at: list[float], word: str) -> None:
    """A date is taken for the step that it is near; one between two has no place in the season."""
    assert word == word_of(QUARTERS, 2000 + np.arange(12) / 4, at=at)


def test_a_date_near_a_step_is_that_step() -> None:
    """What is said of a date is what is said of the step that it is within a tenth of."""
    times = 2000 + np.arange(12) / 4
    near = project_panel(QUARTERS, times, at=[2003.02, 2003.74], season=4)
    exact = project_panel(QUARTERS, times, at=[2003.0, 2003.75], season=4)

    np.testing.assert_allclose(near.point, exact.point, rtol=1e-12)
    assert [[2003.02, 2003.74]] == near.times_ahead.tolist()


def test_the_season_stays_within_bounds() -> None:
    """What the season adds beyond a bound is cut off there, and so are the ends."""
    made = project_panel([QUARTERS], horizon=8, season=4, bounds=(0, 15))

    np.testing.assert_allclose(made.point[0], np.minimum(NEXT, 15), rtol=1e-12)
    assert (made.high <= 15).all()
    assert [[1.0] * 8] == made.probability(-3, "increase").tolist()


def test_wrong_seasons_are_errors() -> None:
    """A season that is none is wrong for every series."""
    with pytest.raises(InvalidInputError):
        project_panel([QUARTERS], horizon=1, season=0)


def test_seasons_can_be_tested_backwards() -> None:
    """A back-test takes the projection with its season."""
    found = backtest(
        np.tile(QUARTERS, (2, 1)), horizon=3, project=partial(project_panel, season=4), least=8
    )

    assert 0.0 == pytest.approx(found.mase.value, abs=1e-9)


def simulated(
    season: int, years: int, size: float, drift: float, seed: int
) -> tuple[Floats, Floats]:
    """Give random walks with drift and a season that stays, and how they go on for two years."""
    rng = np.random.default_rng(seed)
    points = season * (years + 2)
    places = rng.standard_normal((4000, season)) * size
    walks = rng.normal(drift, 1, (4000, points)).cumsum(axis=1)
    values = walks + places[:, np.arange(points) % season]
    return values[:, : season * years], values[:, season * years :]


@pytest.mark.parametrize("season", [4, 12])
@pytest.mark.parametrize("years", [2, 3, 8])
@pytest.mark.parametrize(("size", "drift"), [(1.0, 0.1), (3.0, 0.3)])
def test_intervals_hold_what_they_promise(
    season: int, years: int, size: float, drift: float
) -> None:
    """95 % intervals hold 92 to 98 % of the outcomes of walks with drift and a season."""
    known, came = simulated(season, years, size, drift, seed=2008)
    made = project_panel(known, horizon=2 * season, season=season)
    held = ((made.low <= came) & (came <= made.high)).mean()

    assert 0.92 <= held <= 0.98


@pytest.mark.parametrize("season", [4, 12])
def test_seasonal_walks_are_held(season: int) -> None:
    """95 % intervals of the seasonal last hold 92 to 98 % of walks of each season by itself."""
    rng = np.random.default_rng(2008)
    years, drift = 6, 0.1
    walks = rng.normal(drift, 1, (4000, years, season)).cumsum(axis=1).reshape(4000, -1)
    known, came = walks[:, : 4 * season], walks[:, 4 * season :]
    made = project_panel(known, horizon=2 * season, season=season, method="seasonal_last")

    assert 0.92 <= ((made.low <= came) & (came <= made.high)).mean() <= 0.98


@pytest.mark.parametrize("season", [4, 12])
def test_a_season_is_seen_and_none_is_not_made_up(season: int) -> None:
    """A season seen takes a tenth from errors; where there is none they grow by less than 5 %."""
    errors = []
    for size in (2.0, 0.0):
        known, came = simulated(season, 3, size, 0.0, seed=5)
        errors.append(
            [
                np.abs(project_panel(known, horizon=2 * season, season=each).point - came).mean()
                for each in (season, None)
            ]
        )
    (seen, blind), (made_up, none) = errors

    assert seen < 0.9 * blind
    assert made_up < 1.05 * none
