import pytest

from indh_me.compute.check.target_rules import (
    missing_targets,
    targets_moving_backwards,
    unexplained_revisions,
    zero_targets,
)
from indh_me.model import Baseline, Indicator, Period, Quantity, Target
from plans import baseline, flow, found, level, places, plan, target

LEAVE_OUT = "leave out the target of a period in which nothing is planned"


def test_target_of_zero() -> None:
    """A target of zero is found where the rate divides by it, and each revision by itself."""
    indicator = flow(targets=[target("2008", 0), target("2009", 5, 0)])
    mend = f'give a baseline and write method = "baseline_adjusted"; {LEAVE_OUT}'

    assert [
        (
            "indicators.A.targets.2008",
            "target '0' for 2008: no rate can be a ratio of zero",
            mend,
            "A",
        ),
        (
            "indicators.A.targets.2009.revisions[0]",
            "target '0' for 2009: no rate can be a ratio of zero",
            mend,
            "A",
        ),
    ] == found(zero_targets(plan(indicator)))


def test_mend_of_zero_knows_the_baseline() -> None:
    """Who has a baseline need not give one, and a milestone has only one sensible target."""
    based = flow(baseline=baseline(4), targets=[target("2008", 0)])
    undone = Indicator.milestone("B").with_targets(Target(period=Period.year(2008), value=0))
    mends = [each.mend for each in zero_targets(plan(based, undone))]

    assert [
        f'write method = "baseline_adjusted"; {LEAVE_OUT}',
        "write true, for what is to be done by then",
    ] == mends


ZERO = [target("2008", 0)]


@pytest.mark.parametrize(
    ("indicator", "is_found"),
    [
        (level(targets=ZERO), True),
        (level(baseline=baseline(-5), targets=ZERO), False),
        (level(baseline=baseline(-5), method="target_ratio", targets=ZERO), True),
        (flow(method="baseline_adjusted", targets=ZERO), False),
        (flow(direction="decrease", baseline=baseline(5), targets=ZERO), False),
        (flow(direction="decrease", targets=ZERO), False),
        (flow(direction="decrease", method="target_ratio", targets=ZERO), True),
        (flow(direction="maintain", method="target_ratio", targets=ZERO), False),
        (flow(targets=[target("2008", 0, group="sex=female")]), False),
        (flow(targets=[target("2008", "0..0")]), True),
        (flow(targets=[target("2008", "0..5")]), False),
        (flow(targets=[target("2008", "-5..0")]), False),
        (flow(targets=[target("2008", "<=0")]), False),
        (flow(targets=[target("2008", "0 (..)")]), False),
        (flow(targets=[target("2008", 1)]), False),
    ],
)
def test_zero_matters_where_it_divides(indicator: Indicator, *, is_found: bool) -> None:
    """Only the ratio of a target for the total that is exactly zero is undefined."""
    assert is_found == bool(places(zero_targets, indicator))


def test_target_behind_the_one_before() -> None:
    """A later target that asks for less is found where more is better, by the last word on each."""
    indicator = level(
        targets=[target("2008", 40, 60), target("2009", 50), target("2010", 70), target("2011", 70)]
    )

    assert [
        (
            "indicators.A.targets.2009",
            "target '50' for 2009 is behind '60' for 2008, but A should increase",
            "correct one of the two, or revise the later one with a rationale",
            "A",
        )
    ] == found(targets_moving_backwards(plan(indicator)))


def test_target_ahead_of_the_one_before() -> None:
    """A later target that allows more is found where less is better."""
    indicator = level(direction="decrease", targets=[target("2008", 40), target("2009", 50)])
    (one,) = targets_moving_backwards(plan(indicator))

    assert "target '50' for 2009 is behind '40' for 2008, but A should decrease" == one.message


@pytest.mark.parametrize(
    ("before", "after", "is_found"),
    [
        ("50..60", "40..49", True),
        ("50..60", "40..50", False),
        (">=50", "49", True),
        ("<=60", "49", False),
        ("50", "<=49", True),
        ("50", ">=40", False),
        ("50", "40 (..)", False),
    ],
)
def test_moving_backwards_beyond_doubt(before: str, after: str, *, is_found: bool) -> None:
    """A target moves backwards only if it does for all values inside the bounds; for a decrease it
    does where the mirrored figures do.
    """
    rising = level(unit="count", targets=[target("2008", before), target("2009", after)])
    assert is_found == bool(places(targets_moving_backwards, rising))

    before, after = (str(-Quantity.parse(each)) for each in (before, after))
    falling = level(
        unit="count",
        direction="decrease",
        targets=[target("2008", before), target("2009", after)],
    )
    assert is_found == bool(places(targets_moving_backwards, falling))


BACK = [target("2008", 60), target("2009", 50)]
BACK_SINCE_START = [
    target("2005/2008", 60, cumulative=True),
    target("2005/2009", 50, cumulative=True),
]
SHARED_DAY = [target("2008-S1", 60), target("2008-06-30/2008-12-31", 50)]
NESTED = [target("2008/2009", 50), target("2008-S1", 60)]


@pytest.mark.parametrize(
    ("indicator", "is_found"),
    [
        (level(accumulation="ratio", targets=BACK), True),
        (level(accumulation="mean", targets=BACK), True),
        (level(accumulation="mean", targets=NESTED), False),
        (level(accumulation="mean", targets=SHARED_DAY), False),
        (level(accumulation="ratio", targets=NESTED), False),
        (level(accumulation="latest", targets=NESTED), True),
        (level(accumulation="peak", targets=BACK), False),
        (flow(accumulation="running_total", targets=BACK), True),
        (flow(targets=BACK), False),
        (flow(targets=BACK_SINCE_START), True),
        (flow(targets=[*BACK_SINCE_START[:1], target("2009", 50)]), False),
        (level(direction="maintain", targets=BACK), False),
        (level(direction="maintain", targets=[target("2008", 50), target("2009", 60)]), False),
        (level(targets=[BACK[0], target("2009", 50, group="sex=female")]), False),
        (level(targets=[target("2007/2008", 60), target("2008", 50)]), False),
        (level(targets=[BACK[0], target("2009", 70, 50, why="crue")]), False),
        (level(targets=[BACK[0], target("2009", 70, 50)]), True),
        (level(targets=[target("2008", 70, 60, why="crue"), BACK[1]]), True),
    ],
)
def test_targets_that_lead_on(indicator: Indicator, *, is_found: bool) -> None:
    """Levels and what counts from the start lead on from one last day to the next, averages from
    one period to the next; a rationale explains a step back.
    """
    assert is_found == bool(places(targets_moving_backwards, indicator))


def test_only_the_step_back_is_found() -> None:
    """After a step back, the targets that go on from there are not found again."""
    steps = [target("2008", 80), target("2009", 60), target("2010", 65), target("2011", 70)]

    assert ["indicators.A.targets.2009"] == places(targets_moving_backwards, level(targets=steps))


def test_no_target() -> None:
    """An indicator without a target is found; of what is maintained the band is the aim."""
    steady = level("B", direction="maintain")

    assert [
        ("indicators.A", "A has no target", "set a target for a period", "A"),
        ("indicators.B", "B has no target", "write the band to stay in", "B"),
    ] == found(missing_targets(plan(flow(), steady)))


@pytest.mark.parametrize(
    ("indicator", "is_found"),
    [
        (flow(targets=ZERO), False),
        (flow(targets=[target("2008", 5, group="sex=female")]), False),
        (flow(band=Quantity.between(1, 2)), True),
        (level(direction="maintain", band=Quantity.between(1, 2)), False),
        (level(direction="maintain", targets=ZERO), False),
        (Indicator.milestone("A"), False),
    ],
)
def test_what_needs_a_target(indicator: Indicator, *, is_found: bool) -> None:
    """Any target will do, and a milestone without one has a rule of its own."""
    assert is_found == bool(places(missing_targets, indicator))


def test_revisions_say_why() -> None:
    """Each revision without a rationale is found, of totals and of groups."""
    indicator = flow(
        baseline=Baseline(1),
        targets=[
            target("2008", 5, 6, 7),
            target("2009", 5, 6, why="plus de sessions"),
            target("2010", 5, 6, group="sex=female"),
            target("2011", 5),
        ],
    )
    mend = "say why it was changed: rationale"

    assert [
        (
            "indicators.A.targets.2008.revisions[0]",
            "the target for 2008 was revised on 2008-06-01 without a rationale",
            mend,
            "A",
        ),
        (
            "indicators.A.targets.2008.revisions[1]",
            "the target for 2008 was revised on 2008-06-02 without a rationale",
            mend,
            "A",
        ),
        (
            "indicators.A.targets_by_category.revisions[0]",
            "the target for 2010 sex=female was revised on 2008-06-01 without a rationale",
            mend,
            "A",
        ),
    ] == found(unexplained_revisions(plan(indicator)))
