import math
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from attrs import evolve

import drifts
from indh_me.compute.projection import (
    Backtest,
    NoConformal,
    NoScore,
    NoWindow,
    backtest,
    calibrate,
)
from indh_me.model import Direction
from refusals import Strange, refusal, refusals

Floats = npt.NDArray[np.float64]
NAN = math.nan
LAST = partial(drifts.project, method="last_value")


def _walks(series: int, time: int, seed: int = 1) -> Floats:
    return 100 + np.random.default_rng(seed).normal(0.5, 2, (series, time)).cumsum(axis=1)


def _tested(found: Backtest) -> list[tuple[int, int]]:
    windows = found.windows
    return list(zip(windows.series.tolist(), windows.origin.tolist(), strict=True))


class _Recorder:
    """Projects by drift, and remembers what it was given."""

    def __init__(self) -> None:
        self.seen: list[tuple[Any, ...]] = []

    def __call__(
        self,
        values: Floats,
        times: npt.NDArray[Any] | None = None,
        horizon: int | None = None,
        *,
        at: npt.NDArray[Any] | None = None,
        bounds: tuple[float | None, float | None] | None = None,
        level: float = 0.95,
    ) -> drifts.Drift:
        self.seen.append((values, times, horizon, at, bounds, level))
        return drifts.project(values, times, horizon, at=at, bounds=bounds, level=level)


def test_origins_roll_forward() -> None:
    """Each origin sees what lies before it, from the least number of figures on, step by step."""
    panel, recorder = _walks(2, 9), _Recorder()
    found = backtest(panel, horizon=2, project=recorder, step=2)

    assert [(0, 4), (1, 4), (0, 6), (1, 6), (0, 8), (1, 8)] == _tested(found)
    assert [4, 6, 8] == [seen[0].shape[1] for seen in recorder.seen]
    assert all(np.array_equal(seen[0], panel[:, : seen[0].shape[1]]) for seen in recorder.seen)
    assert all((None, 2, None, None, 0.95) == seen[1:] for seen in recorder.seen)
    assert np.array_equal(panel[:, 4:6], found.windows.outcome[:2])
    assert np.array_equal(panel[:, 8], found.windows.outcome[4:, 0])
    assert np.isnan(found.windows.outcome[4:, 1]).all()
    assert (6, 4) == found.mase.count_by_horizon
    assert {} == found.left_out


def test_every_origin_by_default() -> None:
    """Unless told otherwise, origins follow one another from four figures on."""
    found = backtest(_walks(1, 8), horizon=1, project=LAST)

    assert [(0, 4), (0, 5), (0, 6), (0, 7)] == _tested(found)


def test_short_window() -> None:
    """With a number of points, an origin sees only the latest of them."""
    panel, recorder = _walks(1, 8), _Recorder()
    backtest(panel, horizon=1, project=recorder, least=3, points=4)

    assert [panel[:, :3].tolist()] == [recorder.seen[0][0].tolist()]
    assert panel[:, 3:7].tolist() == recorder.seen[4][0].tolist()
    assert [3, 4, 4, 4, 4] == [seen[0].shape[1] for seen in recorder.seen]


def test_dates_bounds_and_level_reach_the_method() -> None:
    """With dates, the method is told those before the origin and those ahead."""
    times, recorder = np.array([0.0, 1, 3, 4, 8, 9]), _Recorder()
    panel = 50 + 2 * times[np.newaxis]
    made = backtest(panel, times, horizon=2, project=recorder, level=0.8, bounds=(0, 66))

    assert [[0.0, 1, 3, 4], [0.0, 1, 3, 4, 8]] == [seen[1].tolist() for seen in recorder.seen]
    assert [[8.0, 9.0], [9.0]] == [seen[3].tolist() for seen in recorder.seen]
    assert all(((0, 66), 0.8) == seen[4:] for seen in recorder.seen)
    assert all(seen[2] is None for seen in recorder.seen)
    assert [[66.0, 66.0], [66.0]] == [each[~np.isnan(each)].tolist() for each in made.windows.point]
    assert 0.8 == made.level


def test_future_is_not_seen() -> None:
    """Whatever comes after an origin, all that is said there stays the same."""
    panel = _walks(30, 12)
    found = backtest(panel, horizon=3, project=drifts.project)
    said = (
        "series",
        "point",
        "low",
        "high",
        "conformal_low",
        "conformal_high",
        "target",
        "probability",
        "training_scale",
        "error_scale",
    )
    for origin in range(4, 12):
        poisoned = panel.copy()
        poisoned[:, origin:] = 1e7 * np.random.default_rng(origin).normal(size=(30, 12 - origin))
        other = backtest(poisoned, horizon=3, project=drifts.project)
        for name in said:
            here = found.windows.origin <= origin
            there = other.windows.origin <= origin

            assert np.array_equal(
                getattr(found.windows, name)[here],
                getattr(other.windows, name)[there],
                equal_nan=True,
            ), (name, origin)


def test_conformal_interval_by_hand() -> None:
    """At an origin, intervals are those of the errors known there, horizon by horizon."""
    panel = _walks(20, 8)
    found = backtest(panel, horizon=2, project=LAST)
    windows = found.windows
    # At origin 6: from 4 and 5 one step ahead, and from 4 alone two steps ahead, are known.
    past = {1: (4, 5), 2: (4,)}
    for h, origins in past.items():
        changes = [np.sqrt((np.diff(panel[:, :o]) ** 2).mean(axis=1)) for o in origins]
        errors = [np.abs(panel[:, o + h - 1] - panel[:, o - 1]) for o in origins]
        scaled = np.sort(np.concatenate([e / s for e, s in zip(errors, changes, strict=True)]))
        width = scaled[math.ceil((len(scaled) + 1) * 0.95) - 1]
        reach = width * np.sqrt((np.diff(panel[:, :6]) ** 2).mean(axis=1))
        here = windows.origin == 6

        assert pytest.approx(panel[:, 5] - reach) == windows.conformal_low[here, h - 1]
        assert pytest.approx(panel[:, 5] + reach) == windows.conformal_high[here, h - 1]
    assert {NoConformal.TOO_FEW_ERRORS: 2 * 20 + 20} == found.no_conformal
    assert (60, 20) == found.conformal_coverage.count_by_horizon


def test_conformal_needs_twenty_series() -> None:
    """Pooled intervals of 95 % need 20 like series, of 80 % five."""
    few, enough = (backtest(_walks(n, 9), horizon=1, project=LAST) for n in (19, 20))
    four, five = (backtest(_walks(n, 9), horizon=1, project=LAST, level=0.8) for n in (4, 5))

    assert {NoConformal.TOO_FEW_SERIES: 19 * 5} == few.no_conformal
    assert few.conformal_coverage.value is None
    assert {NoConformal.TOO_FEW_ERRORS: 20} == enough.no_conformal
    assert {NoConformal.TOO_FEW_SERIES: 20} == four.no_conformal
    assert {NoConformal.TOO_FEW_ERRORS: 5} == five.no_conformal


def test_beyond_the_panel_nothing_is_missed() -> None:
    """With dates there is no projection beyond the last, and no interval to miss."""
    times = np.arange(2000.0, 2009)
    few, enough = (backtest(_walks(n, 9), times, horizon=2, project=LAST) for n in (19, 20))

    assert {NoConformal.TOO_FEW_SERIES: 19 * 9} == few.no_conformal
    # One step ahead nothing is known at the first origin, two steps ahead at the first two.
    assert {NoConformal.TOO_FEW_ERRORS: 60} == enough.no_conformal
    late = backtest(_walks(20, 6), times[:6], horizon=2, project=LAST, least=5)
    assert {NoConformal.TOO_FEW_ERRORS: 20} == late.no_conformal


def test_series_that_never_moved() -> None:
    """A constant series has a projection, but no scale, no target and no conformal interval."""
    panel = _walks(21, 7)
    panel[3] = 99
    found = backtest(panel, horizon=1, project=LAST)

    assert {NoScore.CONSTANT: 3} == found.mase.undefined
    assert {NoScore.CONSTANT: 3} == found.msis.undefined
    assert {NoScore.CONSTANT: 3} == found.width.undefined
    assert {NoScore.NO_PROJECTION: 3} == found.brier.undefined
    assert {NoConformal.TOO_FEW_ERRORS: 21, NoConformal.NO_SCALE: 2} == found.no_conformal
    assert np.isnan(found.windows.target[found.windows.series == 3]).all()
    assert np.isnan(found.windows.probability[found.windows.series == 3]).all()
    assert 63 == found.coverage.count


def test_what_is_left_out_is_counted() -> None:
    """Each pair of series and origin is tested, or counted once by its reason."""
    panel = np.array(
        [
            [1, 2, 3, 5, 8, 13, 21.0],  # Tested at 4, 5, 6.
            [NAN, 2, 3, 5, 8, 13, 21],  # Too few at 4.
            [1, 2, 3, 5, NAN, 13, 21],  # No outcome at 4, no figure at origin 5.
            [1, 2, 3, 5, 8, NAN, NAN],  # No outcome at 5, no figure at origin 6.
            [NAN, NAN, NAN, NAN, 8, 13, 21],  # No figure at 4, too few at 5 and 6.
        ]
    )
    found = backtest(panel, horizon=1, project=LAST)

    assert [(0, 4), (3, 4), (0, 5), (1, 5), (0, 6), (1, 6), (2, 6)] == _tested(found)
    assert {
        NoWindow.NO_FIGURE_AT_ORIGIN: 3,
        NoWindow.TOO_FEW_FIGURES: 3,
        NoWindow.NO_OUTCOME: 2,
    } == found.left_out


def test_refusal_of_the_method_is_counted() -> None:
    """What the method refuses is counted by the reason that it gives, or as not projected."""
    panel = _walks(2, 4)
    said = backtest(panel, horizon=1, project=drifts.project, least=2)
    silent = backtest(panel, horizon=1, project=_silent, least=2)

    assert {drifts.TOO_FEW: 2} == said.left_out
    assert [(0, 3), (1, 3)] == _tested(said)
    assert {NoWindow.NOT_PROJECTED: 4} == silent.left_out
    assert 0 == len(silent.windows)
    assert silent.mase.value is None
    assert (None,) == silent.mase.by_horizon


def _silent(values: Floats, *given: Strange, **options: Strange) -> drifts.Drift:
    """Project nothing, and give no reason."""
    made = drifts.project(values, *given, **options)
    nothing = np.full_like(made.point, NAN)
    return evolve(made, point=nothing, reason=np.full(len(values), None, dtype=object))


def test_targets_are_drawn() -> None:
    """Targets lie around the last figure, three root mean squared changes wide, by the seed."""
    panel = _walks(400, 5)
    found = backtest(panel, horizon=1, project=LAST)
    change = np.sqrt((np.diff(panel[:, :4]) ** 2).mean(axis=1))
    drawn = (found.windows.target - panel[:, 3]) / change
    again, other = (backtest(panel, horizon=1, project=LAST, seed=seed) for seed in (0, 1))

    assert pytest.approx(np.random.default_rng(0).standard_normal(400) * 3) == drawn
    assert np.array_equal(found.windows.target, again.windows.target)
    assert not np.array_equal(found.windows.target, other.windows.target)


def test_target_is_met_at_or_above_it() -> None:
    """An outcome meets its target when it is not below it; without either nobody knows."""
    windows = backtest(_walks(4, 5), horizon=1, project=LAST).windows
    edge = evolve(
        windows,
        outcome=np.array([[5.0], [math.nextafter(5, 0)], [NAN], [5.0]]),
        target=np.array([5.0, 5.0, 5.0, NAN]),
    )

    assert [1.0, 0.0] == edge.met[:2, 0].tolist()
    assert np.isnan(edge.met[2:]).all()


def test_probabilities_of_the_method_are_scored() -> None:
    """Brier score and reliability are those of what the method says of reaching the targets."""
    found = backtest(_walks(60, 9), horizon=2, project=LAST)
    windows = found.windows
    met = windows.outcome >= windows.target[:, np.newaxis]
    known = ~np.isnan(windows.outcome)
    here = windows.origin == 4
    panel = _walks(60, 9)[:, :4]
    said = LAST(panel, horizon=2).probability(windows.target[here], Direction.INCREASE)

    assert np.array_equal(said, windows.probability[here])
    assert pytest.approx(((windows.probability - met)[known] ** 2).mean()) == found.brier.value
    assert found.brier.count == sum(found.reliability.counts) == known.sum()


def test_intervals_of_the_method_are_scored() -> None:
    """Coverage, width and interval score take the method's ends, or the conformal ones."""
    found = backtest(_walks(30, 10), horizon=2, project=LAST)
    made = found.windows
    for kind, low, high in (
        ("", made.low, made.high),
        ("conformal_", made.conformal_low, made.conformal_high),
    ):
        known = ~np.isnan(made.outcome) & ~np.isnan(low)
        inside = (low <= made.outcome) & (made.outcome <= high)
        scales = np.broadcast_to(made.training_scale[:, np.newaxis], low.shape)
        wide = ~np.isnan(low)
        miss = np.maximum(low - made.outcome, 0) + np.maximum(made.outcome - high, 0)
        score = (high - low + 40 * miss) / scales

        assert pytest.approx(inside[known].mean()) == getattr(found, f"{kind}coverage").value
        width = ((high - low) / scales)[wide].mean()
        assert pytest.approx(width) == getattr(found, f"{kind}width").value
        assert pytest.approx(score[known].mean()) == getattr(found, f"{kind}msis").value


def test_level_of_the_interval_score() -> None:
    """A miss of an 80 % interval costs 2 / 0.2 times its size."""
    found = backtest(_walks(30, 10), horizon=1, project=LAST, level=0.8)
    made = found.windows
    for kind, low, high in (
        ("msis", made.low, made.high),
        ("conformal_msis", made.conformal_low, made.conformal_high),
    ):
        miss = np.maximum(low - made.outcome, 0) + np.maximum(made.outcome - high, 0)
        score = (high - low + 10 * miss) / made.training_scale[:, np.newaxis]

        assert pytest.approx(np.nanmean(score)) == getattr(found, kind).value


def test_conformal_intervals_end_at_bounds() -> None:
    """Bounds hold for pooled intervals as well."""
    panel = np.clip(_walks(30, 10), 0, 100)
    windows = backtest(panel, horizon=1, project=LAST, bounds=(None, 100)).windows

    assert 100 == np.nanmax(windows.conformal_high)


def test_columns() -> None:
    """The table has a row a horizon and one of all, with the number that each score is made of."""
    found = backtest(_walks(20, 7), horizon=2, project=LAST)
    columns = found.to_columns()

    assert [1, 2, None] == columns["horizon"]
    names = (
        "mase",
        "smape",
        "coverage",
        "width",
        "msis",
        "conformal_coverage",
        "conformal_width",
        "conformal_msis",
        "brier",
    )
    expected = ["horizon", *(part for name in names for part in (name, f"{name}_count"))]
    assert expected == list(columns)
    assert [*found.smape.by_horizon, found.smape.value] == columns["smape"]
    assert [60, 40, 100] == columns["smape_count"]
    assert [40, 20, 60] == columns["conformal_width_count"]


def test_calibration_is_that_of_arrays() -> None:
    """Errors of the windows give the same widths when they are calibrated by hand."""
    panel = _walks(25, 6)
    made = backtest(panel, horizon=1, project=LAST).windows
    here = made.origin == 4
    widths = calibrate(made.outcome[here], made.point[here], made.error_scale[here])
    low, _ = widths.interval(made.point[~here], made.error_scale[~here])

    assert np.array_equal(low, made.conformal_low[~here])


def test_arguments_that_make_no_test() -> None:
    """What cannot be tested is refused, all at once, each with its mend."""
    panel = _walks(2, 8)

    def tried(values: Strange = panel, times: Strange = None, **given: Strange) -> Backtest:
        return backtest(values, times, **{"horizon": 2, "project": LAST, **given})

    flat = refusal(lambda: tried(panel[0]))
    assert "values of shape '(8,)'" == flat.what
    assert "values" == str(flat.where)
    assert "give a table, series x time" == flat.mend

    short = refusal(lambda: tried(times=[1, 2]))
    assert "times of shape '(2,)' beside '8' columns" == short.what
    assert "times" == str(short.where)
    assert "give one time for each column" == short.mend

    for wrong in ([0, 1, 2, 2, 3, 4, 5, 6], [0, 1, NAN, 3, 4, 5, 6, 7]):
        fault = refusal(lambda wrong=wrong: tried(times=wrong))  # type: ignore[misc]
        assert "times that do not increase" == fault.what
        assert "times" == str(fault.where)
        assert "sort the columns by time" == fault.mend

    found = refusals(lambda: tried(horizon=0, least=0, points=-1))
    assert [
        ("horizon '0'", "horizon", "give 1 or more"),
        ("least '0'", "least", "give 1 or more"),
        ("points '-1'", "points", "give '0' or more, the least that a series must have"),
    ] == [(each.what, str(each.where), each.mend) for each in found]
    assert "points '3'" == refusal(lambda: tried(points=3)).what

    step = refusal(lambda: tried(step=0))
    assert ("step '0'", "step", "give 1 or more") == (step.what, str(step.where), step.mend)
    assert "level '95'" == refusal(lambda: tried(level=95)).what


def test_least_that_can_be_asked() -> None:
    """One horizon from one figure, with a window as short as that, is a test."""
    found = backtest(_walks(1, 4), horizon=1, project=LAST, least=1, points=1)

    assert {drifts.TOO_FEW: 3} == found.left_out


def test_words_of_reasons() -> None:
    """Reasons are told in the words that the page on the back-test explains."""
    words = [[each.value for each in kind] for kind in (NoWindow, NoScore, NoConformal)]

    assert [
        ["no_figure_at_origin", "too_few_figures", "no_outcome", "not_projected"],
        ["no_outcome", "no_projection", "no_scale", "constant", "both_zero"],
        ["too_few_errors", "too_few_series", "no_scale"],
    ] == words
    page = Path(__file__).parents[4] / "docs" / "explanation" / "backtest.md"
    text = page.read_text(encoding="utf-8")
    assert [] == [word for kind in words for word in kind if f"`{word}`" not in text]
