"""Where groups stand."""

from datetime import date

import pytest

from indh_me.compute import Reason, Status, assess
from indh_me.compute.group_standings import group_figures
from indh_me.errors import UnknownCodeError
from indh_me.model import (
    TOTAL,
    Baseline,
    Categories,
    Dimension,
    Framework,
    Indicator,
    Observations,
    Period,
    Quantity,
    Target,
)

WOMEN, MEN = Categories.of(sex="female"), Categories.of(sex="male")
DAKHLA = Categories.of(place="dakhla")
BOTH = Categories.of(sex="female", place="dakhla")
YEAR = Period.year(2008)
TRAINED = Indicator(
    code="A",
    unit="count",
    direction="increase",
    accumulation="sum",
    dimensions=["sex", "place"],
    targets=[
        Target(period=YEAR, value=100),
        Target(period=YEAR, value=50, categories=WOMEN),
        Target(period=YEAR, value=10, categories=BOTH),
    ],
)
LEVEL = Indicator(
    code="B",
    unit="percent",
    direction="decrease",
    accumulation="latest",
    baseline=Baseline(40, Period.year(2007)),
    targets=[Target(period=YEAR, value=20), Target(period=YEAR, value=25, categories=WOMEN)],
)
DEMO = Framework(
    code="F",
    languages=["en"],
    dimensions=[Dimension.of("sex", "female", "male"), Dimension.of("place", "dakhla", "settat")],
    indicators=[TRAINED, LEVEL],
)
SEEN = Observations.from_columns(
    ["A", "A", "A", "A", "B"],
    ["2008"] * 5,
    [90, 45, 40, 9, 30],
    categories=[TOTAL, WOMEN, MEN, BOTH, WOMEN],
)
END = date(2008, 12, 31)


def test_groups_are_assessed_by_their_own_targets() -> None:
    """A group is held against its own target; one without a target has none."""
    women, men = assess(DEMO, SEEN, as_of=END, by="sex")["A"].groups

    assert (WOMEN, Quantity.exactly(0.9), Status.ON_TRACK) == (
        women.categories,
        women.rate,
        women.status,
    )
    assert (MEN, None, Status.NO_TARGET, Quantity.exactly(40)) == (
        men.categories,
        men.rate,
        men.status,
        men.to_date.quantity,
    )


def test_groups_of_several_dimensions() -> None:
    """With several dimensions, groups of each and of both together are assessed, in order."""
    groups = assess(DEMO, SEEN, as_of=END, by=["place", "sex"])["A"].groups

    assert [BOTH, WOMEN, MEN] == [each.categories for each in groups]
    assert Quantity.exactly(0.9) == groups[0].rate


def test_baseline_of_the_total_says_nothing_of_a_group() -> None:
    """A group has no baseline: that of the total is not its own."""
    (women,) = assess(DEMO, SEEN, as_of=END, by="sex")["B"].groups

    assert (None, None, Reason.MISSING_BASELINE) == (women.baseline, women.rate, women.reason)


def test_group_with_a_target_alone() -> None:
    """A group of which nothing is reported, but that has a target, has no data."""
    (women,) = assess(DEMO, Observations(), as_of=END, by="sex")["A"].groups

    assert (Status.NO_DATA, Reason.NOT_REPORTED) == (women.status, women.reason)


def test_no_groups_unless_asked_for() -> None:
    """Without a dimension no groups are assessed; the totals are the same with and without."""
    plain, by_sex = assess(DEMO, SEEN, as_of=END), assess(DEMO, SEEN, as_of=END, by="sex")

    assert ((), ()) == (plain["A"].groups, plain["B"].groups)
    assert [(each.rate, each.status) for each in plain] == [
        (each.rate, each.status) for each in by_sex
    ]
    assert () == assess(DEMO, SEEN, as_of=END, by="place")["B"].groups


def test_unknown_dimension() -> None:
    """A dimension that the framework does not have is refused with the nearest."""
    with pytest.raises(UnknownCodeError, match="unknown dimension 'sexe'") as caught:
        assess(DEMO, SEEN, as_of=END, by="sexe")

    assert "did you mean 'sex'?" in caught.value.faults[0].mend


def test_only_groups_are_reported() -> None:
    """A group has its own figures though nothing is reported of the total, nor of those before."""
    seen = Observations.from_columns(
        ["A", "A"], ["2008", "2008"], [40, 45], categories=[MEN, WOMEN]
    )
    groups = assess(DEMO, seen, as_of=END, by="sex")["A"].groups

    assert [(WOMEN, Quantity.exactly(45)), (MEN, Quantity.exactly(40))] == [
        (each.categories, each.to_date.quantity) for each in groups
    ]
    assert [()] * 2 == [each.indicator.dimensions for each in groups]


def test_figures_of_a_group_are_those_of_its_assessment() -> None:
    """What a group comes to is what its row of the assessment has, and nothing without figures."""
    seen = Observations.from_columns(
        ["A", "A", "A"],
        ["2008-S1", "2008-S2", "2008"],
        [20, 5, 60],
        categories=[WOMEN, WOMEN, TOTAL],
    )
    framework = Framework(
        code="DEMO",
        languages=["en"],
        dimensions=[Dimension.of("sex", "female", "male"), Dimension.of("place", "dakhla")],
        indicators=[TRAINED],
    )
    day = date(2009, 3, 31)
    (women,) = group_figures([TRAINED], seen, WOMEN, day)
    (men,) = group_figures([TRAINED], seen, MEN, day)
    (row,) = [
        each
        for each in assess(framework, seen, as_of=day, by=["sex"])["A"].groups
        if each.categories == WOMEN
    ]

    assert Quantity.exactly(25) == women.quantity == row.to_date.quantity
    assert men.quantity is None
