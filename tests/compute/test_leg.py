from datetime import date

import pytest

from indh_me.compute.leg import Leg, NoPath, leg_of
from indh_me.model import (
    Absence,
    Baseline,
    Direction,
    Indicator,
    Period,
    Quantity,
    Revision,
    Target,
    Trajectory,
)

DAY = date(2008, 3, 27)


def _level(
    *targets: Target, baseline: Baseline | None = None, trajectory: str = "linear"
) -> Indicator:
    return Indicator(
        code="L",
        unit="percent",
        direction="increase",
        accumulation="latest",
        trajectory=Trajectory(trajectory),
        baseline=baseline,
        targets=targets,
    )


def _flow(*targets: Target, baseline: Baseline | None = None) -> Indicator:
    return Indicator(
        code="F",
        unit="count",
        direction="increase",
        accumulation="sum",
        baseline=baseline,
        targets=targets,
    )


def _target(period: str, value: float, *, cumulative: bool = False) -> Target:
    return Target(period=Period.parse(period), value=Quantity.exactly(value), cumulative=cumulative)


def _base(value: float, period: str | None = "2007") -> Baseline:
    return Baseline(Quantity.exactly(value), None if period is None else Period.parse(period))


def _found(indicator: Indicator, day: date) -> Leg:
    found = leg_of(indicator, day, day)
    assert isinstance(found, Leg)
    return found


def _ends(leg: Leg) -> tuple[str | None, str, date | None, date]:
    return (
        None if leg.start is None else str(leg.start),
        str(leg.end),
        leg.first_day,
        leg.due,
    )


def test_level_runs_from_baseline_to_last_target() -> None:
    """A level goes from the last day of the baseline's period to the last target, whatever
    stands between.
    """
    indicator = _level(_target("2008", 90), _target("2009", 80), baseline=_base(60))
    leg = _found(indicator, date(2008, 12, 31))

    assert ("60", "80", date(2008, 1, 1), date(2009, 12, 31)) == _ends(leg)
    assert 366 / 731 == leg.done


def test_milestones_go_from_target_to_target() -> None:
    """With milestones, a level goes through each target."""
    indicator = _level(
        _target("2008", 65), _target("2009", 80), baseline=_base(60), trajectory="milestones"
    )

    assert ("60", "65", date(2008, 1, 1), date(2008, 12, 31)) == _ends(
        _found(indicator, date(2008, 12, 30))
    )
    assert ("65", "80", date(2009, 1, 1), date(2009, 12, 31)) == _ends(
        _found(indicator, date(2008, 12, 31))
    )
    assert 0 == _found(indicator, date(2008, 12, 31)).done


def test_milestones_after_a_target_need_no_baseline() -> None:
    """Between two targets, milestones need no baseline, nor its date."""
    for baseline in (None, _base(60, None), Baseline(Absence.NOT_REPORTED, Period.year(2007))):
        indicator = _level(
            _target("2008", 65), _target("2009", 80), baseline=baseline, trajectory="milestones"
        )

        assert "65" == str(_found(indicator, date(2009, 3, 31)).start)


def test_milestones_from_a_later_baseline() -> None:
    """A baseline measured after a target stands in its place."""
    indicator = _level(
        _target("2007", 50),
        _target("2010", 80),
        baseline=_base(60, "2008"),
        trajectory="milestones",
    )
    leg = _found(indicator, date(2009, 6, 30))

    assert ("60", "80", date(2009, 1, 1), date(2010, 12, 31)) == _ends(leg)


def test_before_the_baseline_nothing_is_done() -> None:
    """On a day before the baseline, no time has gone by."""
    leg = _found(_level(_target("2009", 80), baseline=_base(60)), date(2005, 5, 18))

    assert 0 == leg.done


@pytest.mark.parametrize("day", [date(2009, 12, 31), date(2020, 1, 1)])
def test_from_the_due_date_on_the_way_is_done(day: date) -> None:
    """On the last target's last day, and after, all of the way is done, without any baseline."""
    leg = _found(_level(_target("2009", 80)), day)

    assert (None, "80", None, date(2009, 12, 31)) == _ends(leg)
    assert 1 == leg.done


def test_longer_of_two_targets_that_fall_due_together() -> None:
    """Of two targets that fall due on one day, the longer period counts."""
    indicator = _level(_target("2008-Q4", 70), _target("2008", 80), baseline=_base(60))

    assert "80" == str(_found(indicator, date(2008, 3, 27)).end)


def test_target_in_force_on_the_day() -> None:
    """A revised target counts from the day on which it was revised."""
    revised = _target("2009", 80).with_revision(
        Revision(value=Quantity.exactly(75), date=date(2008, 6, 1))
    )
    indicator = _level(revised, baseline=_base(60))

    assert "80" == str(_found(indicator, date(2008, 5, 31)).end)
    assert "75" == str(_found(indicator, date(2008, 6, 1)).end)


@pytest.mark.parametrize(
    ("indicator", "reason"),
    [
        (_level(), NoPath.NO_TARGET),
        (_level(_target("2009", 80)), NoPath.MISSING_BASELINE),
        (
            _level(_target("2009", 80), baseline=Baseline(Absence.NOT_REPORTED, Period.year(2007))),
            NoPath.MISSING_BASELINE,
        ),
        (_level(_target("2009", 80), baseline=_base(60, None)), NoPath.NO_BASELINE_DATE),
        (_level(_target("2009", 80), baseline=_base(60, "2009")), NoPath.TARGET_BEFORE_BASELINE),
        (_flow(_target("2009", 80, cumulative=True)), NoPath.NO_BASELINE_DATE),
    ],
)
def test_reason_why_there_is_no_leg(indicator: Indicator, reason: NoPath) -> None:
    """Without target, baseline or its date, or with a target before it, there is no leg."""
    assert reason is leg_of(indicator, DAY, DAY)


def test_band_is_no_way() -> None:
    """What should stay inside a band is on no way."""
    indicator = Indicator(
        code="M", unit="percent", direction=Direction.MAINTAIN, accumulation="latest"
    )

    assert NoPath.MISSING_BAND is leg_of(indicator, DAY, DAY)


def test_step_needs_no_date() -> None:
    """Of a step only the value before is needed: not when it was measured."""
    indicator = _level(_target("2009", 80), baseline=_base(60, None), trajectory="step")
    leg = _found(indicator, date(2008, 3, 27))

    assert ("60", "80", None, date(2009, 12, 31)) == _ends(leg)
    assert 0 == leg.done


def test_milestone_is_a_step_from_not_done() -> None:
    """What is done or not done is expected on its due date, from nothing if nobody says more."""
    for baseline in (None, _base(0)):
        indicator = Indicator.milestone("C-P1", due=Period.year(2008))
        if baseline is not None:
            indicator = indicator.with_baseline(baseline)
        leg = _found(indicator, date(2008, 12, 30))

        assert Trajectory.STEP is leg.profile
        assert ("0", "1") == _ends(leg)[:2]


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (date(2007, 3, 27), "2008-Q1"),
        (date(2008, 3, 27), "2008-Q1"),
        (date(2008, 4, 1), "2008"),
        (date(2009, 3, 27), "2008"),
        (date(2010, 3, 27), "2010"),
        (date(2011, 3, 27), "2010"),
    ],
)
def test_flow_goes_within_a_period(day: date, period: str) -> None:
    """A flow goes from nothing to the target within the period that runs (of several the one that
    ends first), else within the last that is over, else the next one.
    """
    expected = Period.parse(period)
    flow = _flow(_target("2008", 20), _target("2010", 30), _target("2008-Q1", 4))
    leg = _found(flow, day)

    assert (expected.start, expected.end) == (leg.first_day, leg.due)
    assert "0" == str(leg.start)


def test_share_of_days_within_a_period() -> None:
    """The share of a period counts its first day and the day itself."""
    flow = _flow(_target("2009", 365))

    assert 1 / 365 == _found(flow, date(2009, 1, 1)).done
    assert 1 == _found(flow, date(2009, 12, 31)).done
    assert 0 == _found(flow, date(2008, 12, 31)).done


def test_cumulative_target_of_a_flow() -> None:
    """A cumulative target counts from nothing, from the day after the baseline's period; targets
    of single periods are not on that way.
    """
    flow = _flow(
        _target("2008", 20),
        _target("2005/2010", 93, cumulative=True),
        baseline=_base(500, "2004"),
    )
    leg = _found(flow, date(2009, 12, 31))

    assert ("0", "93", date(2005, 1, 1), date(2010, 12, 31)) == _ends(leg)


def test_flow_after_its_last_period() -> None:
    """After the last period everything of its target is due, and no more."""
    leg = _found(_flow(_target("2008", 100)), date(2010, 6, 30))

    assert (1.0, date(2008, 12, 31)) == (leg.done, leg.due)


def test_longer_of_two_periods_that_run_and_end_together() -> None:
    """Of the targets of a year and of its last half, the flow goes to that of the year."""
    flow = _flow(_target("2008-S2", 60), _target("2008", 100))

    assert "100" == str(_found(flow, date(2008, 9, 30)).end)


def test_baseline_measured_on_the_day_of_a_target() -> None:
    """What was measured on the day that a target fell due counts, not what was aimed at."""
    level = _level(
        _target("2008", 65),
        _target("2010", 80),
        baseline=_base(60, "2008"),
        trajectory="milestones",
    )

    assert ("60", "80", date(2009, 1, 1), date(2010, 12, 31)) == _ends(
        _found(level, date(2009, 6, 30))
    )


def test_targets_as_they_were_in_force_on_another_day() -> None:
    """A day may be looked at with what is known later, of every kind of target."""
    later = date(2009, 1, 1)
    revised = [Revision(value=120, date=later)]
    year, whole = Period.year(2008), Period.parse("2007/2010")
    flow = _flow(Target(period=year, value=100, revisions=revised))
    cumulative = _flow(
        Target(period=whole, value=100, cumulative=True, revisions=revised), baseline=_base(0)
    )
    level = _level(Target(period=whole, value=100, revisions=revised), baseline=_base(60))

    for each in (flow, cumulative, level):
        before, after = leg_of(each, DAY, DAY), leg_of(each, DAY, later)
        assert isinstance(before, Leg)
        assert isinstance(after, Leg)
        assert ("100", "120") == (str(before.end), str(after.end))
