from datetime import date

import pytest

from drafts import content, flow, seen
from indh_me.compute import Reason
from indh_me.compute.leg import NoPath
from indh_me.model import Baseline, Indicator, Observation, Period, Quantity, Revision, Target
from indh_me.write.case import Case, Counted
from refusals import Strange

MEASURED = Baseline(10, Period.year(2007))
MID_2010 = date(2010, 6, 30)


def cases(
    indicator: Indicator, *observations: Observation, as_of: date = MID_2010
) -> tuple[Case, ...]:
    """Give the cases of an indicator."""
    return content([indicator], observations, as_of=as_of).cases.get("A", ())


def level(targets: dict[str, float | str], **said: Strange) -> Indicator:
    """Draft a level that starts from 10 at the end of 2007."""
    measured = said.pop("measured", MEASURED)
    fields = {"accumulation": "latest", "unit": "percent", **said}
    return flow(targets=targets, **fields).with_baseline(measured)


def periods(found: tuple[Case, ...]) -> list[str]:
    """Give the targets of cases by their periods."""
    return [str(case.target.period) for case in found]


def test_nothing_to_assess() -> None:
    """Indicators without targets, and milestones, have no cases."""
    assert () == cases(flow())
    assert {} == content([Indicator.milestone("M", due=Period.year(2010))]).cases


def test_target_that_is_due() -> None:
    """A target that is due is all that is assessed, and there is no way to it any more."""
    (case,) = cases(flow(targets={"2009": 5, "2010": 6}), seen("A", "2009", 4))

    assert ("2009", 5, None, None) == (
        str(case.target.period),
        case.value.best,
        case.since,
        case.way,
    )
    assert (False, None, date(2009, 12, 31)) == (case.may_be_past, case.obstacle, case.last)


def test_value_in_force() -> None:
    """Of a revised target, the value is that which holds on the day."""
    revised = Target(period=Period.year(2010), value=5).with_revision(
        Revision(value=7, date=date(2010, 3, 1))
    )
    indicator = flow().with_targets(revised)

    assert Quantity.exactly(7) == cases(indicator)[0].value
    assert Quantity.exactly(5) == cases(indicator, as_of=date(2010, 2, 28))[0].value


def test_obstacle_of_the_plan() -> None:
    """What keeps every actual from having a rate is known beforehand."""
    (case,) = cases(flow(targets={"2009": 0}))

    assert Reason.ZERO_TARGET is case.obstacle


@pytest.mark.parametrize(
    ("indicator", "reported", "inside", "to_date"),
    [
        # Of a flow, only what lies inside the period.
        (flow(targets={"2010": 5}), ("2009", "2010-Q1"), True, False),
        (level({"2010": 50}), ("2009", "2010-Q1"), True, True),
        (level({"2010": 50}), ("2009",), False, True),
        (level({"2010": 50}), ("2010-Q1",), True, False),
        (level({"2010": 50}), (), True, False),
        # When it is due, the level must have been seen in the period.
        (level({"2009": 50}), ("2008", "2009"), True, False),
        (level({"2009": 50}, method="milestone"), ("2008", "2009"), False, True),
    ],
)
def test_figures_that_count(
    indicator: Indicator, reported: tuple[str, ...], *, inside: bool, to_date: bool
) -> None:
    """Rows that may be filled in decide which figures may be held against a target."""
    counted = cases(indicator, *(seen("A", each, 4) for each in reported))[-1].counted

    assert (inside, to_date) == (counted.inside, counted.to_date)


def test_figures_that_are_not_over_do_not_count() -> None:
    """A row whose period is not over cannot count, so it opens no case."""
    (case,) = cases(level({"2010": 50}), seen("A", "2010-S2", 4))

    assert Counted(window=case.counted.window, inside=True, to_date=False) == case.counted


def test_way_of_a_flow() -> None:
    """Whatever day its figures reach to, a flow is on its way within the period."""
    (case,) = cases(flow(targets={"2010": 12}), seen("A", "2010-Q1", 4), seen("A", "2010-04", 1))

    assert case.way is not None
    assert (date(2010, 1, 1), date(2010, 12, 31), None) == (
        case.way.expectation.first_day,
        case.way.expectation.due,
        case.since,
    )
    assert MID_2010 == case.way.expectation.day
    assert case.way.obstacle is None


def test_no_way() -> None:
    """Without a date of the baseline nothing is expected on the way."""
    (case,) = cases(level({"2010": 50}, measured=Baseline(10)), seen("A", "2009", 4))

    assert case.way is not None
    assert NoPath.NO_BASELINE_DATE is case.way.expectation.reason


def test_day_on_which_nothing_is_expected_yet() -> None:
    """The last day of the baseline's period opens no case of its own: the way is the same."""
    (case,) = cases(level({"2010": 50}), seen("A", "2007", 4), seen("A", "2009", 4))

    assert case.way is not None
    assert case.way.expectation.fraction is not None
    assert case.way.expectation.fraction > 0


def test_next_target_after_the_figures() -> None:
    """For the method that looks for the next target, each row may make it another one."""
    indicator = level({"2008": 20, "2009": 30, "2010": 40, "2011": 50}, method="milestone")
    rows = [seen("A", each, 4) for each in ("2007", "2008", "2010-Q1")]
    found = cases(indicator, *rows)

    assert ["2008", "2009", "2010"] == periods(found)
    assert [True, True, False] == [case.way is None for case in found]
    assert [False, False, False] == [case.may_be_past for case in found]


def test_target_that_figures_may_have_passed() -> None:
    """Where no target is left behind the figures, it is the last one, which is past."""
    indicator = level({"2008": 20, "2009": 30}, method="milestone")
    found = cases(indicator, seen("A", "2008", 4), seen("A", "2009", 4))

    assert [("2009", True)] == [(str(case.target.period), case.may_be_past) for case in found]


def test_flow_that_may_have_passed_its_target() -> None:
    """A flow has passed its target when its figures reach the last day of the period."""
    indicator = flow(targets={"2009": 5}, method="milestone", baseline=1)
    short = seen("A", "2008-07/2009-06", 4)

    assert [True] == [case.may_be_past for case in cases(indicator, seen("A", "2009", 4))]
    assert [False] == [
        case.may_be_past for case in cases(indicator, short, seen("A", "2009-07-01/2010-01-31", 4))
    ]


def test_legs_through_the_targets() -> None:
    """On the way through the targets between, the day of the figures decides on which leg it is."""
    indicator = level({"2009": 30, "2008-Q1/2010": 40}, method="milestone", trajectory="milestones")
    wide, within = seen("A", "2007-Q4/2009", 4), seen("A", "2008", 4)
    found = cases(indicator, wide, within)

    assert ["2009", "2008/2010"] == periods(found)


def test_uncertain_start() -> None:
    """While what is expected may still be the baseline, there is no progress; later there is."""
    start = Baseline(Quantity.between(10, 20), Period.year(2007))
    early, late = seen("A", "2008-01", 12), seen("A", "2009", 15)
    found = cases(level({"2010": 40}, measured=start), early, late)

    assert [None, date(2009, 12, 31)] == [case.since for case in found]
    assert [Reason.TARGET_EQUALS_BASELINE, None] == [
        None if case.way is None else case.way.obstacle for case in found
    ]


def test_expected_value_that_changes_its_sign() -> None:
    """What is divided by the actual is written apart below zero and above it."""
    start = Baseline(Quantity.between(-10, 20), Period.year(2007))
    indicator = level(
        {"2010": "4..8"},
        measured=start,
        method="inverse_ratio",
        direction="decrease",
    )
    found = cases(indicator, seen("A", "2008-01", 12), seen("A", "2010-05", 15))

    # From -10 at the end of 2007 to 4 at the end of 2010, zero is crossed on 2010-02-21.
    assert [None, date(2010, 2, 28)] == [case.since for case in found]
