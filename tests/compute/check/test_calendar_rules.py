import pytest

from indh_me.compute.check.calendar_rules import overlapping_targets, parts_and_wholes
from indh_me.model import Indicator
from plans import flow, found, level, places, plan, target

CORRECT = "correct the whole or its parts: targets of a flow add up"
YEAR = target("2008", 100)


def _halves(first: float | str, second: float | str, group: str = "") -> Indicator:
    halves = [target("2008-S1", first, group=group), target("2008-S2", second, group=group)]
    return flow(targets=[target("2008", 100, group=group), *halves])


def test_parts_that_miss_the_whole() -> None:
    """Targets for parts that fill a period are found if they do not add up to its target."""
    assert [
        (
            "indicators.A.targets.2008",
            "A in 2008: the targets for 2008-S1 to 2008-S2 come to 90, less than the total 100",
            CORRECT,
            "A",
        )
    ] == found(parts_and_wholes(plan(_halves(40, 50))))
    assert [
        (
            "indicators.A.targets_by_category",
            (
                "A in 2008 (sex=female): the targets for 2008-S1 to 2008-S2 come to at least 110, "
                "more than the total 100"
            ),
            CORRECT,
            "A",
        )
    ] == found(parts_and_wholes(plan(_halves(">=60", 50, group="sex=female"))))


@pytest.mark.parametrize(
    ("first", "second", "is_found"),
    [
        (50, 50, False),
        (50, 50 + 1e-8, False),
        (50, 50 + 1e-6, True),
        (50, 50 - 1e-8, False),
        (50, 50 - 1e-6, True),
        (50, "40..50", False),
        (50, "40..49", True),
        (50, "50..60", False),
        (50, "51..60", True),
        (50, "<=50", False),
        (50, "<=49", True),
        (50, ">=50", False),
        (50, ">=51", True),
        (50, "49 (..)", False),
    ],
)
def test_parts_miss_the_whole_beyond_doubt(
    first: float, second: float | str, *, is_found: bool
) -> None:
    """Parts miss the whole only if they do for all values inside the bounds, but for rounding."""
    assert is_found == bool(places(parts_and_wholes, _halves(first, second)))


@pytest.mark.parametrize(
    ("whole", "is_found"),
    [
        ("100..120", False),
        ("101..120", True),
        (">=101", True),
        ("80..99", True),
        ("80..100", False),
        ("<=99", True),
    ],
)
def test_bounds_of_the_whole(whole: str, *, is_found: bool) -> None:
    """The whole may be known within bounds too."""
    halves = [target("2008-S1", 50), target("2008-S2", 50)]

    assert is_found == bool(
        places(parts_and_wholes, flow(targets=[target("2008", whole), *halves]))
    )


def _found_in(*periods: str, value: float = 1) -> list[str]:
    targets = [YEAR, *(target(period, value) for period in periods)]
    return [path.rpartition(".")[2] for path in places(parts_and_wholes, flow(targets=targets))]


def test_only_parts_that_fill_the_period() -> None:
    """Parts that leave days out, at the start, between or at the end, may come to less."""
    assert ["2008"] == _found_in("2008-S1", "2008-S2")
    assert ["2008"] == _found_in("2008-S1", "2008-Q3", "2008-Q4")
    assert [] == _found_in("2008-Q2", "2008-S2")
    assert [] == _found_in("2008-S1", "2008-Q3")
    assert [] == _found_in("2008-Q1", "2008-Q2", "2008-Q4")
    assert [] == _found_in("2008-S1", "2008-07-02/2008-12-31")
    assert [] == _found_in("2008-01-02/2008-06-30", "2008-S2")
    assert [] == _found_in("2008-S1")


def test_parts_of_parts() -> None:
    """Each whole is compared with the parts directly below it."""
    quarters = [target(f"2008-Q{number}", 20) for number in range(1, 5)]
    halves = [target("2008-S1", 50), target("2008-S2", 50)]
    indicator = flow(targets=[YEAR, *halves, *quarters])

    assert ["indicators.A.targets.2008-S1", "indicators.A.targets.2008-S2"] == places(
        parts_and_wholes, indicator
    )


def test_first_and_last_part_are_named() -> None:
    """The message names the first and the last of the parts."""
    quarters = [target(f"2008-Q{number}", 20) for number in range(1, 5)]
    (one,) = parts_and_wholes(plan(flow(targets=[YEAR, *quarters])))

    assert "the targets for 2008-Q1 to 2008-Q4 come to 80" in one.message


def test_last_word_on_parts() -> None:
    """Parts and wholes are compared by their last revisions."""
    halves = [target("2008-S1", 40, 50), target("2008-S2", 50)]
    revised = flow(targets=[target("2008", 90, 100), *halves])

    assert [] == places(parts_and_wholes, revised)
    assert ["indicators.A.targets.2008"] == places(
        parts_and_wholes, flow(targets=[target("2008", 100, 90), *halves])
    )


@pytest.mark.parametrize(
    "indicator",
    [
        level(targets=_halves(1, 1).targets),
        flow(accumulation="running_total", targets=_halves(1, 1).targets),
        flow(
            targets=[
                target("2008", 100, cumulative=True),
                target("2008-S1", 1),
                target("2008-S2", 1),
            ]
        ),
        flow(
            targets=[
                YEAR,
                target("2008-S1", 1, cumulative=True),
                target("2008-S2", 1, cumulative=True),
            ]
        ),
        flow(targets=[YEAR, target("2008-S1", 1), target("2008-S2", 1, group="sex=female")]),
    ],
)
def test_what_does_not_add_up(indicator: Indicator) -> None:
    """Only targets of a flow for what happens in a period, and of one group, add up."""
    assert [] == places(parts_and_wholes, indicator)


def test_periods_that_overlap() -> None:
    """Targets of a flow for periods with days in common are found, if none holds the other."""
    indicator = flow(targets=[YEAR, target("2008-10/2009-09", 50), target("2009", 100)])
    mend = "set targets for periods side by side, or for a whole and its parts"

    assert [
        (
            'indicators.A.targets."2008-10/2009-09"',
            "A: the targets for 2008 and 2008-10/2009-09 overlap, and neither holds the other",
            mend,
            "A",
        ),
        (
            "indicators.A.targets.2009",
            "A: the targets for 2008-10/2009-09 and 2009 overlap, and neither holds the other",
            mend,
            "A",
        ),
    ] == found(overlapping_targets(plan(indicator)))


@pytest.mark.parametrize(
    ("periods", "overlapping"),
    [
        ("2008 2009", ""),
        ("2008 2008-S1 2008-S2", ""),
        ("2008 2008-S1 2008-Q1", ""),
        ("2008 2008-S2 2009", ""),
        ("2008 2008-12-31/2009-12-31", "2008-12-31/2009-12-31"),
        ("2008 2009-01-01/2009-12-31", ""),
        ("2008 2008-01/2009-06", ""),
        ("2008 2007-06/2008-12", ""),
        ("2008 2008-S2 2008-10/2009-03", "2008-10/2009-03"),
        ("2007/2008 2008-07/2009-06 2009", "2008-07/2009-06 2009"),
        ("2005/2010 2008 2008-07/2009-06", "2008-07/2009-06"),
    ],
)
def test_which_periods_overlap(periods: str, overlapping: str) -> None:
    """Each target is found once, whatever the number of those it overlaps."""
    indicator = flow(targets=[target(period, 1) for period in periods.split()])
    paths = places(overlapping_targets, indicator)

    assert overlapping == " ".join(path.split(".")[-1].strip('"') for path in paths)


def test_longest_of_those_overlapped_is_named() -> None:
    """Of several targets that one overlaps, the longest is named."""
    indicator = flow(targets=[YEAR, target("2008-S2", 1), target("2008-10/2009-03", 1)])
    (one,) = overlapping_targets(plan(indicator))

    assert "for 2008 and 2008-10/2009-03" in one.message


@pytest.mark.parametrize(
    "indicator",
    [
        level(targets=[YEAR, target("2008-10/2009-09", 50)]),
        flow(targets=[YEAR, target("2008-10/2009-09", 50, cumulative=True)]),
        flow(targets=[YEAR, target("2008-10/2009-09", 50, group="sex=female")]),
    ],
)
def test_periods_that_may_overlap(indicator: Indicator) -> None:
    """Levels, targets since the start, and targets of different groups do not add up."""
    assert [] == places(overlapping_targets, indicator)
