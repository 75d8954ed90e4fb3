"""Where an indicator stands before its target is due, and against which targets."""

from datetime import date
from typing import Any, TypeAlias

import pytest
from attrs import evolve

from indh_me.compute import IndicatorAssessment, Reason, Status, Verdict, assess
from indh_me.model import (
    Absence,
    Baseline,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
    Target,
)

#: Fields of whatever is made.
Keys: TypeAlias = Any


def _flow(target: Quantity | float = 36_600, **keys: Keys) -> Indicator:
    """Make a flow of 2008, a leap year: 100 a day."""
    keys = {"accumulation": "sum", "direction": "increase", **keys}
    targets = [Target(period=Period.year(2008), value=target)]
    return Indicator(code="A", unit="count", **{"targets": targets, **keys})


def _level(**keys: Keys) -> Indicator:
    """Make a level from 60 at the end of 2007 to 80 at the end of 2011: 1461 days."""
    keys = {
        "accumulation": "latest",
        "direction": "increase",
        "baseline": Baseline(60, Period.year(2007)),
        "targets": [Target(period=Period.year(2011), value=80)],
        **keys,
    }
    return Indicator(code="A", unit="percent", **keys)


def _row(
    indicator: Indicator, as_of: date, **figures: Quantity | Absence | float
) -> IndicatorAssessment:
    """Assess by period; an underscore stands for a hyphen."""
    framework = Framework(code="F", languages=["fr"], indicators=[indicator])
    seen = [
        Observation(indicator="A", period=Period.parse(name[1:].replace("_", "-")), value=value)
        for name, value in figures.items()
    ]
    (row,) = assess(framework, Observations.from_iterable(seen), as_of=as_of)
    return row


def _number(quantity: Quantity | None) -> float | None:
    """Give the number of a quantity that is known exactly."""
    assert quantity is not None
    assert quantity.is_exact
    return quantity.best


@pytest.mark.parametrize(
    ("done", "status", "rate"),
    [
        # By 31 March, 91 days of 366: 9100 of 36600 are expected.
        (9_100, Status.ON_TRACK, 1),
        (7_280, Status.ON_TRACK, 0.8),
        (7_279, Status.AT_RISK, 7_279 / 9_100),
        (5_460, Status.AT_RISK, 0.6),
        (5_459, Status.OFF_TRACK, 5_459 / 9_100),
        (0, Status.OFF_TRACK, 0),
        (36_600, Status.ACHIEVED, 36_600 / 9_100),
    ],
)
def test_flow_on_the_way(done: float, status: Status, rate: float) -> None:
    """A flow within its period is held against what is due of it by its last figure."""
    row = _row(_flow(), date(2008, 5, 15), p2008_Q1=done)

    assert (status, None) == (row.status, row.reason)
    assert row.progress is not None
    assert pytest.approx(rate) == _number(row.progress.rate)
    assert Quantity.exactly(9_100) == row.expected
    assert (date(2008, 3, 31), 91 / 366) == (row.expectation.day, row.expectation.fraction)


def test_rate_on_the_way_is_that_of_the_whole_target() -> None:
    """On the way the rate says how much of the target is reached; no verdict is given yet."""
    row = _row(_flow(), date(2008, 5, 15), p2008_Q1=9_150)

    assert (Quantity.exactly(9_150), Quantity.exactly(0.25)) == (row.actual, row.rate)
    assert row.verdict is None


def test_what_is_done_for_good_is_achieved_early() -> None:
    """A flow that has come to its target is achieved before it is due, with its verdict."""
    row = _row(_flow(), date(2008, 5, 15), p2008_Q1=36_600)

    assert (Status.ACHIEVED, Verdict.MET) == (row.status, row.verdict)


@pytest.mark.parametrize(
    ("indicator", "figure"),
    [
        (_level(), 80),
        (_flow(direction="decrease", baseline=Baseline(40_000, Period.year(2007))), 0),
    ],
)
def test_what_may_be_lost_is_only_on_track(indicator: Indicator, figure: float) -> None:
    """A level may fall back, and what should be few may grow: they are on track, not achieved."""
    row = _row(indicator, date(2008, 5, 15), p2008_Q1=figure)

    assert (Status.ON_TRACK, None) == (row.status, row.verdict)


@pytest.mark.parametrize("accumulation", ["running_total", "peak"])
def test_what_stays_reached(accumulation: str) -> None:
    """A running total and a peak stay reached."""
    level = _level(accumulation=accumulation)

    assert Status.ACHIEVED is _row(evolve(level, unit="count"), date(2009, 1, 1), p2008=80).status


def test_level_on_the_way() -> None:
    """A level is held against its line from the baseline, on the day that it was seen."""
    # At the end of 2008, 366 of 1461 days: 60 + 20 * 366 / 1461 = 65.01 are expected.
    row = _row(_level(), date(2009, 11, 30), p2008=64)

    assert row.expected is not None
    assert pytest.approx(60 + 20 * 366 / 1461) == row.expected.best
    assert row.progress is not None
    assert pytest.approx(4 / (20 * 366 / 1461)) == _number(row.progress.rate)
    assert (Status.AT_RISK, Quantity.exactly(0.2)) == (row.status, row.rate)


def test_level_seen_in_the_period_of_its_target() -> None:
    """What was seen in the target's own period counts before what was seen earlier."""
    row = _row(_level(), date(2011, 7, 15), p2008=64, p2011_Q1=70, p2010=90)

    assert (Quantity.exactly(70), date(2011, 3, 31)) == (row.actual, row.expectation.day)


@pytest.mark.parametrize(
    ("indicator", "figures"),
    [
        # Nobody has reported yet.
        (_flow(), {}),
        (_level(), {}),
        # What was done before is another period's.
        (_flow(), {"p2007": 100}),
        # No path: from where, or since when, nobody says.
        (_level(baseline=None), {"p2008": 64}),
        (_level(baseline=Baseline(60)), {"p2008": 64}),
        # Nothing is expected before the end.
        (_level(trajectory="step"), {"p2008": 64}),
        (_level(), {"p2007": 64}),
    ],
)
def test_not_due(indicator: Indicator, figures: dict[str, float]) -> None:
    """Where nothing is reported or expected yet, a target is not due, and no rate is given."""
    row = _row(
        indicator, date(2008, 12, 30 if indicator.accumulation.value == "sum" else 31), **figures
    )

    assert (Status.NOT_DUE, Reason.NOT_DUE, None) == (row.status, row.reason, row.rate)
    assert (Absence.NOT_DUE, None, None) == (row.actual, row.progress, row.verdict)


def test_baseline_of_a_flow_grows_with_its_days() -> None:
    """A quarter of a year of complaints is held against a quarter of those of the baseline."""
    # 40 a day before, 20 a day aimed at: by 31 March 91 days of 3640 and 1820. With 2730, half of
    # the way: (2730 - 3640) / (1820 - 3640) = 0.5.
    few = _flow(7_320, direction="decrease", baseline=Baseline(14_640, Period.year(2007)))
    row = _row(few, date(2008, 5, 15), p2008_Q1=2_730)

    assert row.progress is not None
    assert pytest.approx(0.5) == _number(row.progress.rate)
    assert Status.OFF_TRACK is row.status


def test_bounds_on_the_way() -> None:
    """A lower bound beyond the path is on track; one that does not reach it says nothing."""
    sure = _row(_flow(), date(2008, 5, 15), p2008_Q1=Quantity.at_least(9_100))
    open_ = _row(_flow(), date(2008, 5, 15), p2008_Q1=Quantity.at_least(5_000))

    assert (Status.ON_TRACK, None) == (sure.status, sure.reason)
    assert (Status.UNDEFINED, Reason.BOUNDS_STRADDLE) == (open_.status, open_.reason)


def test_band_before_the_end() -> None:
    """What is to be maintained is on track inside its band, before its period is over."""
    kept = _level(direction="maintain", band=Quantity.between(60, 70), baseline=None)

    assert Status.ON_TRACK is _row(kept, date(2009, 1, 1), p2008=64).status
    # 1 - (60 - 30) / 60 = 0.5
    assert Status.OFF_TRACK is _row(kept, date(2009, 1, 1), p2008=30).status
    missing = _row(evolve(kept, band=None), date(2009, 1, 1), p2008=64)
    assert (Status.UNDEFINED, Reason.MISSING_BAND) == (missing.status, missing.reason)


YEARLY = [
    Target(period=Period.year(2009), value=70),
    Target(period=Period.year(2011), value=80),
]


def test_milestone_is_the_way_to_the_next_target() -> None:
    """The method `milestone` measures the way to the next target after the actual."""
    row = _row(_level(method="milestone", targets=YEARLY), date(2010, 5, 1), p2008=64)
    later = _row(_level(method="milestone", targets=YEARLY), date(2010, 5, 1), p2009=75)

    # (64 - 60) / (70 - 60), though the target of 2009 is past; (75 - 60) / (80 - 60)
    assert (Period.year(2009), Quantity.exactly(0.4)) == (row.period, row.rate)
    assert (Period.year(2011), Quantity.exactly(0.75)) == (later.period, later.rate)
    assert (Verdict.NOT_MET, None) == (row.verdict, later.verdict)


def test_milestone_after_the_last_target() -> None:
    """After the last target there is no way left to measure, but a verdict."""
    row = _row(_level(method="milestone", targets=YEARLY[:1]), date(2010, 5, 1), p2009=75)

    assert (None, Reason.NO_NEXT_TARGET) == (row.rate, row.reason)
    assert (Status.ACHIEVED, Verdict.MET) == (row.status, row.verdict)
    assert Quantity.exactly(70) == row.target


def test_growth_counts_years_from_the_baseline() -> None:
    """The method `growth_ratio` takes its years from the dates of baseline, actual and target."""
    grown = _level(
        method="growth_ratio",
        baseline=Baseline(100, Period.year(2007)),
        targets=[Target(period=Period.year(2009), value=121)],
        unit_label=None,
    )
    row = _row(grown, date(2009, 12, 31), p2009=121)
    undated = _row(evolve(grown, baseline=Baseline(100)), date(2009, 12, 31), p2009=121)
    late = _row(
        evolve(grown, baseline=Baseline(100, Period.year(2009))), date(2009, 12, 31), p2009=121
    )

    assert (Quantity.exactly(1), 2, 2) == (
        row.rate,
        row.achievement.years,
        row.achievement.target_years,
    )
    assert Reason.NO_BASELINE_DATE is undated.reason
    assert Reason.BASELINE_NOT_BEFORE is late.reason
