import pytest

from indh_me.compute.check.group_rules import groups_and_totals, unlisted_dimensions
from indh_me.model import Category, Dimension, Indicator, Text
from plans import flow, found, level, places, plan, target
from refusals import Strange

CORRECT = "correct the target for the total or those of its groups"
WORDS = Text.of(fr="mots")
PLACE = Dimension(
    code="place",
    categories=[
        Category("dakhla", WORDS, "south"),
        Category("south", WORDS),
        Category("north", WORDS),
        Category("harbour", WORDS, "dakhla"),
    ],
)
EVENTS = Dimension.of("events", "talk", "film")
EVENTS = Dimension(code="events", categories=EVENTS.categories, overlapping=True)


def _aimed(groups: str, total: float | str = 100, **said: Strange) -> Indicator:
    """Draft an indicator with targets of groups, such as ``sex=female:50 sex=male:40``."""
    pairs = (each.split(":") for each in groups.split())
    aims = [target("2008", value, group=group.replace("&", ";")) for group, value in pairs]
    return flow(targets=[target("2008", total), *aims], **said)


def test_groups_that_miss_the_total() -> None:
    """Targets of all groups are found if they come to less or more than that for the total."""
    short, long = _aimed("sex=female:50 sex=male:40"), _aimed("sex=female:110", code="B")

    assert [
        (
            "indicators.A.targets.2008",
            "A in 2008: the targets by sex come to 90, less than the total 100",
            CORRECT,
            "A",
        ),
        (
            "indicators.B.targets.2008",
            "B in 2008: the targets by sex come to 110, more than the total 100",
            CORRECT,
            "B",
        ),
    ] == found(groups_and_totals(plan(short, long)))


@pytest.mark.parametrize(
    ("groups", "is_found"),
    [
        ("sex=female:50 sex=male:50", False),
        ("sex=female:50", False),
        ("sex=female:100", False),
        ("sex=female:101", True),
        ("sex=female:50 sex=male:>=40", False),
        ("sex=female:50 sex=male:<=49", True),
        ("sex=female:50 sex=male:40..60", False),
        ("sex=female:50 sex=male:51..60", True),
        ("place=south:60 place=north:40 place=dakhla:60", False),
        ("place=south:60 place=north:30 place=dakhla:60", True),
        ("place=dakhla:60 place=north:40", False),
        ("place=dakhla:60 place=north:30", False),
        ("place=dakhla:60 place=north:50", True),
        ("place=dakhla:60 place=harbour:60", False),
        ("place=south:60 place=harbour:60 place=north:40", False),
        ("events=talk:80 events=film:80", False),
        ("sex=female&place=south:200", False),
    ],
)
def test_which_groups_come_to_the_total(groups: str, *, is_found: bool) -> None:
    """The outermost groups that have a target count, of dimensions that do not overlap; what is
    incomplete may come to less, and bounds leave room.
    """
    dimensions = [Dimension.of("sex", "female", "male"), PLACE, EVENTS]

    assert is_found == bool(places(groups_and_totals, _aimed(groups), dimensions=dimensions))


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ({"unit": "currency MAD"}, True),
        ({"unit": "percent"}, False),
        ({"unit": "score 1..5"}, False),
        ({"accumulation": "latest"}, True),
        ({"accumulation": "running_total"}, True),
        ({"accumulation": "mean"}, True),
        ({"accumulation": "peak"}, False),
        ({"accumulation": "ratio"}, False),
    ],
)
def test_what_adds_up_over_groups(said: dict[str, str], *, is_found: bool) -> None:
    """Counts and amounts of money add up over groups, but for best periods and pooled ratios."""
    indicator = _aimed("sex=female:50 sex=male:40", **said)

    assert is_found == bool(places(groups_and_totals, indicator))


def test_groups_of_the_same_period() -> None:
    """Targets are compared within a period, and only if all count over the same days."""
    women = target("2008", 110, group="sex=female")
    since_start = target("2008", 110, group="sex=female", cumulative=True)

    assert [] == places(groups_and_totals, flow(targets=[target("2009", 100), women]))
    assert [] == places(groups_and_totals, flow(targets=[target("2008", 100), since_start]))
    assert [] == places(groups_and_totals, flow(targets=[women]))


def test_last_word_on_groups() -> None:
    """Targets of groups and of the total are compared by their last revisions."""
    groups = [target("2008", 50, group="sex=female"), target("2008", 40, group="sex=male")]

    assert [] == places(groups_and_totals, flow(targets=[target("2008", 100, 90), *groups]))
    assert ["indicators.A.targets.2008"] == places(
        groups_and_totals, flow(targets=[target("2008", 90, 100), *groups])
    )


def test_each_period_and_dimension() -> None:
    """Each period and dimension is compared by itself."""
    indicator = flow(
        targets=[
            target("2008", 100),
            target("2009", 100),
            target("2007", 110, group="sex=female"),
            target("2008", 110, group="sex=female"),
            target("2009", 110, group="place=south"),
            target("2009", 120, group="sex=male"),
        ]
    )
    dimensions = [Dimension.of("sex", "female", "male"), PLACE]

    assert [
        "A in 2008: the targets by sex come to 110, more than the total 100",
        "A in 2009: the targets by place come to 110, more than the total 100",
        "A in 2009: the targets by sex come to 120, more than the total 100",
    ] == [each.message for each in groups_and_totals(plan(indicator, dimensions=dimensions))]


def test_dimensions_that_are_not_listed() -> None:
    """A dimension that targets use and the indicator does not list is found once."""
    indicator = flow(
        dimensions=["place"],
        targets=[
            target("2008", 1, group="sex=female"),
            target("2008", 1, group="sex=male"),
            target("2008", 1, group="place=south; sex=male"),
            target("2008", 1, group="place=south"),
            target("2008", 1),
        ],
    )

    assert [
        (
            "indicators.A.targets_by_category",
            "targets of A are set by sex, which is none of its dimensions",
            "add 'sex' to its dimensions",
            "A",
        )
    ] == found(
        unlisted_dimensions(
            plan(indicator, dimensions=[Dimension.of("sex", "female", "male"), PLACE])
        )
    )


def test_dimensions_that_are_listed() -> None:
    """Targets by a listed dimension, and targets for the total, are as they should be."""
    women = target("2008", 1, group="sex=female")

    assert [] == places(unlisted_dimensions, flow(dimensions=["sex"], targets=[women]))
    assert [] == places(unlisted_dimensions, level(targets=[target("2008", 1)]))
