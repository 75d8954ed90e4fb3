import pytest

from indh_me.compute.check.baseline_rules import (
    baselines_after_targets,
    missing_baselines,
    targets_against_direction,
    targets_equal_to_baseline,
)
from indh_me.model import Absence, Baseline, Indicator, Period, Quantity
from plans import baseline, flow, found, level, places, plan, target

CORRECT = (
    "correct the direction, the baseline or the target; the target of a level is the level to "
    "reach, not the change"
)
OLDER = (
    "give the period before the programme in which the baseline was measured, or correct that of "
    "the target"
)
DIFFER = (
    'correct the target or the baseline, or write direction = "maintain" and the band to stay in'
)


def test_target_below_the_baseline_of_an_increase() -> None:
    """A target below the baseline is found where more is better, and each revision by itself."""
    indicator = level(
        baseline=baseline(40), targets=[target("2008", 39, 41, 38), target("2009", 40)]
    )

    assert [
        (
            "indicators.A.targets.2008",
            "target '39' for 2008 is below the baseline '40', but A should increase",
            CORRECT,
            "A",
        ),
        (
            "indicators.A.targets.2008.revisions[1]",
            "target '38' for 2008 is below the baseline '40', but A should increase",
            CORRECT,
            "A",
        ),
    ] == found(targets_against_direction(plan(indicator)))


def test_target_above_the_baseline_of_a_decrease() -> None:
    """A target above the baseline is found where less is better, and one below it is not."""
    indicator = level(
        direction="decrease",
        baseline=baseline(40),
        targets=[target("2008", 41), target("2009", 40), target("2010", 20)],
    )

    assert [
        (
            "indicators.A.targets.2008",
            "target '41' for 2008 is above the baseline '40', but A should decrease",
            CORRECT,
            "A",
        )
    ] == found(targets_against_direction(plan(indicator)))


@pytest.mark.parametrize(
    ("start", "aim", "is_wrong"),
    [
        ("40", "35..39", True),
        ("40", "35..40", False),
        ("40..50", "39", True),
        ("40..50", "40", False),
        (">=40", "39", True),
        ("<=40", "39", False),
        ("40", "<=39", True),
        ("40", ">=39", False),
        ("40", "39 (..)", False),
    ],
)
def test_bounds_must_leave_no_doubt(start: str, aim: str, *, is_wrong: bool) -> None:
    """A target is against the direction only if it is for all values inside the bounds; for a
    decrease it is where the mirrored figures are.
    """
    rising = level(unit="count", baseline=baseline(start), targets=[target("2008", aim)])
    assert is_wrong == bool(places(targets_against_direction, rising))

    start, aim = (str(-Quantity.parse(each)) for each in (start, aim))
    falling = level(
        unit="count",
        direction="decrease",
        baseline=baseline(start),
        targets=[target("2008", aim)],
    )
    assert is_wrong == bool(places(targets_against_direction, falling))


LOW = [target("2008", 30)]


@pytest.mark.parametrize(
    "indicator",
    [
        level(baseline=baseline(40), targets=LOW),
        level(accumulation="ratio", baseline=baseline(40), targets=LOW),
        level(accumulation="mean", baseline=baseline(40, "2005/2006"), targets=LOW),
        level(accumulation="peak", unit="count", baseline=baseline(40), targets=LOW),
        flow(accumulation="running_total", baseline=baseline(40, "2007"), targets=LOW),
        flow(baseline=baseline(40, "2007"), targets=LOW),
        flow(baseline=baseline(40, "2006-10-02/2007-10-02"), targets=[target("2008", 30)]),
        flow(method="baseline_adjusted", baseline=baseline(40), targets=LOW),
        flow(
            method="baseline_adjusted",
            baseline=baseline(40),
            targets=[target("2008", 30, cumulative=True)],
        ),
        flow(method="baseline_adjusted", baseline=baseline(40, "2007"), targets=LOW),
        flow(direction="decrease", baseline=baseline(20), targets=LOW),
    ],
)
def test_comparable_targets(indicator: Indicator) -> None:
    """Levels and running totals are compared with the baseline, as are flows over periods of one
    length, and those whose rate is computed from an undated baseline.
    """
    assert ["indicators.A.targets.2008"] == places(targets_against_direction, indicator)


@pytest.mark.parametrize(
    "indicator",
    [
        level(targets=LOW),
        level(baseline=Baseline(Absence.NOT_REPORTED), targets=LOW),
        level(direction="maintain", baseline=baseline(40), targets=LOW),
        level(baseline=baseline(40), targets=[target("2008", 30, group="sex=female")]),
        flow(baseline=baseline(40), targets=LOW),
        flow(baseline=baseline(40, "2005/2007"), targets=LOW),
        flow(baseline=baseline(40, "2006-10-02/2007-10-01"), targets=LOW),
        flow(baseline=baseline(40, "2007"), targets=[target("2008", 30, cumulative=True)]),
        flow(method="baseline_adjusted", baseline=baseline(40, "2005/2007"), targets=LOW),
    ],
)
def test_incomparable_targets(indicator: Indicator) -> None:
    """Flows over periods of another length, targets of groups and what should stay in a band are
    not compared with the baseline.
    """
    assert [] == places(targets_against_direction, indicator)


def test_days_are_compared_with_days() -> None:
    """Periods that are not made of whole months are of one length if they have as many days."""
    short = flow(baseline=baseline(40, "2007-03-02"), targets=[target("2008-05-09", 30)])
    longer = flow(baseline=baseline(40, "2007-03-02"), targets=[target("2008-05", 30)])

    assert ["indicators.A.targets.2008-05-09"] == places(targets_against_direction, short)
    assert [] == places(targets_against_direction, longer)


def test_target_that_is_the_baseline() -> None:
    """A target is found if it is exactly the baseline, and each revision by itself."""
    indicator = level(
        baseline=baseline(40), targets=[target("2008", 40, 41, 40), target("2009", 39)]
    )

    assert [
        (
            "indicators.A.targets.2008",
            "target '40' for 2008 equals the baseline, but A should increase",
            DIFFER,
            "A",
        ),
        (
            "indicators.A.targets.2008.revisions[1]",
            "target '40' for 2008 equals the baseline, but A should increase",
            DIFFER,
            "A",
        ),
    ] == found(targets_equal_to_baseline(plan(indicator)))


@pytest.mark.parametrize(
    ("start", "aim", "is_equal"),
    [
        (0, "0", True),
        ("0..0", "0", True),
        ("40..50", "40..50", False),
        ("40", "40..50", False),
        ("40", "30..40", False),
        ("30..40", "40", False),
        (">=40", "40", False),
        ("<=40", "40", False),
        ("40", "40 (..)", False),
        ("40 (..)", "40 (..)", False),
    ],
)
def test_only_what_is_exact_is_equal(start: float | str, aim: str, *, is_equal: bool) -> None:
    """Figures with bounds may differ even where the bounds are the same."""
    indicator = level(direction="decrease", baseline=baseline(start), targets=[target("2008", aim)])

    assert is_equal == bool(places(targets_equal_to_baseline, indicator))


@pytest.mark.parametrize(
    ("indicator", "is_found"),
    [
        (flow(baseline=baseline(30, "2007"), targets=LOW), True),
        (flow(baseline=baseline(30, "2005/2007"), targets=LOW), False),
        (level(direction="maintain", baseline=baseline(30), targets=LOW), False),
        (level(baseline=baseline(30), targets=[target("2008", 30, group="sex=male")]), False),
        (Indicator.milestone("A", due=Period.year(2008)).with_baseline(Baseline(1)), True),
        (Indicator.milestone("A", due=Period.year(2008)).with_baseline(Baseline(0)), False),
    ],
)
def test_only_what_is_comparable_is_equal(indicator: Indicator, *, is_found: bool) -> None:
    """Equality counts where the two figures can be compared and something should change."""
    assert is_found == bool(places(targets_equal_to_baseline, indicator))


def test_baseline_that_is_not_older_than_a_target() -> None:
    """A baseline from a period that ends with a target's, or later, is found once, with the target
    that falls due first.
    """
    indicator = level(
        baseline=baseline(40, "2005/2008"),
        targets=[target("2004/2009", 50), target("2008", 50), target("2010", 60)],
    )

    assert [
        (
            "indicators.A.baseline.period",
            "the baseline of 2005/2008 is not older than the target for 2008",
            OLDER,
            "A",
        )
    ] == found(baselines_after_targets(plan(indicator)))


@pytest.mark.parametrize(
    ("period", "is_found"),
    [("2008", True), ("2009", True), ("2008-11", False), ("2007", False), (None, False)],
)
def test_last_days_are_compared(period: str | None, *, is_found: bool) -> None:
    """A baseline may be from a period within that of a target, if it ends before it."""
    indicator = level(baseline=baseline(40, period), targets=[target("2008", 50)])

    assert is_found == bool(places(baselines_after_targets, indicator))


def test_targets_of_groups_have_periods_too() -> None:
    """The target of a group is also a target, and without one there is nothing to be older than."""
    group = level(baseline=baseline(40, "2009"), targets=[target("2008", 50, group="sex=female")])
    nothing = level(baseline=baseline(40, "2009"))

    assert ["indicators.A.baseline.period"] == places(baselines_after_targets, group)
    assert [] == places(baselines_after_targets, nothing, level("B", targets=LOW))


def test_baseline_that_is_missing() -> None:
    """A level that should change has a baseline, or it says why not."""
    unknown = level("B", baseline=Baseline(Absence.NOT_REPORTED), direction="decrease")
    mend = "measure where it starts from, or write that a baseline is not_applicable"

    assert [
        ("indicators.A", "A has no baseline, but should increase", mend, "A"),
        ("indicators.B.baseline", "B has no baseline, but should decrease", mend, "B"),
    ] == found(missing_baselines(plan(level(), unknown)))


@pytest.mark.parametrize(
    ("indicator", "is_found"),
    [
        (level(accumulation="mean"), True),
        (level(accumulation="ratio"), True),
        (level(accumulation="peak"), True),
        (flow(), False),
        (flow(accumulation="running_total"), False),
        (flow(direction="decrease"), True),
        (flow(direction="decrease", accumulation="running_total"), True),
        (level(direction="maintain"), False),
        (flow(direction="maintain"), False),
        (level(baseline=baseline(0)), False),
        (level(baseline=Baseline(Absence.NOT_APPLICABLE)), False),
        (Indicator.milestone("A"), False),
    ],
)
def test_what_needs_a_baseline(indicator: Indicator, *, is_found: bool) -> None:
    """An increasing flow starts from zero by itself, a milestone from not done."""
    assert is_found == bool(places(missing_baselines, indicator))
