import pytest

from breakdowns import broken_down, figure
from indh_me.compute.disaggregation import Group, GroupReason
from indh_me.compute.reason import Reason
from indh_me.errors import InvalidInputError, UnknownCodeError
from indh_me.model import (
    TOTAL,
    Absence,
    Categories,
)
from refusals import refusal


def test_counts_add_up_along_every_dimension() -> None:
    """Each margin of a two-way table is the sum of its cells, and so is the total."""
    made = broken_down(
        ("sex=female; place=north", "2008", 1),
        ("sex=female; place=south", "2008", 2),
        ("sex=male; place=north", "2008", 3),
        ("sex=male; place=south", "2008", 4),
    )

    assert ["10"] == [str(each.quantity) for each in made.margin()]
    assert ["3", "7"] == [str(each.quantity) for each in made.margin("sex")]
    assert ["4", "6"] == [str(each.quantity) for each in made.margin("place")]
    assert ["1", "2", "3", "4"] == [str(each.quantity) for each in made.margin("sex", "place")]
    assert [True] * 5 + [False] * 4 == sorted((each.derived for each in made.groups), reverse=True)
    assert () == made.remainders


def test_figures_are_accumulated_before_they_are_added() -> None:
    """The figures of several years make one of each group, and these make the total."""
    made = broken_down(
        ("sex=female", "2007", 1),
        ("sex=female", "2008", 2),
        ("sex=male", "2008", 4),
        ("sex=male", "2009", 8),
    )

    assert "3" == figure(made, "sex=female")
    assert "7" == figure(made)


def test_commune_province_region() -> None:
    """A commune counts in its province, and the province in its region."""
    made = broken_down(
        ("place=gzenaya", "2008", 1),
        ("place=boukhalef", "2008", 2),
        ("place=tetouan", "2008", 4),
        ("place=south", "2008", 8),
        by="place",
    )

    assert "3" == figure(made, "place=tangier")
    assert "7" == figure(made, "place=north")
    assert "15" == figure(made)
    assert ["north", "tangier", "gzenaya", "boukhalef", "tetouan", "south"] == [
        each.categories.get("place") for each in made.margin("place")
    ]


def test_reported_figure_wins() -> None:
    """A reported province stands, whatever its communes come to, and counts in its region."""
    made = broken_down(
        ("place=gzenaya", "2008", 1),
        ("place=boukhalef", "2008", 2),
        ("place=tangier", "2008", 5),
        ("place=tetouan", "2008", 4),
        by="place",
    )
    left = made.remainder("place", Categories.of(place="tangier"))

    assert "5" == figure(made, "place=tangier")
    assert "9" == figure(made, "place=north")
    assert left is not None
    assert "2" == str(left.quantity)
    assert left.reason is None
    assert () == made.faults


def test_unknown_category_leaves_a_lower_bound() -> None:
    """A count without one of its categories is at least what the others come to."""
    made = broken_down(("sex=female", "2008", 40), by="sex")

    assert ">=40" == figure(made)
    assert Reason.NOT_REPORTED is figure(made, "sex=male")


def test_sparse_categories_are_empty() -> None:
    """In a sparse table what was not mentioned is empty, but not what is said to be unknown."""
    silent = broken_down(("place=south", "2008", 40), by="place", sparse=True)
    absent = broken_down(
        ("place=south", "2008", 40),
        ("place=north", "2008", Absence.NOT_REPORTED),
        by="place",
        sparse=True,
    )

    assert "40" == figure(silent)
    assert ">=40" == figure(absent)


def test_not_applicable_category_is_empty() -> None:
    """A category to which the question does not apply leaves nothing unknown."""
    made = broken_down(
        ("sex=female", "2008", 40), ("sex=male", "2008", Absence.NOT_APPLICABLE), by="sex"
    )
    none = broken_down(
        ("sex=female", "2008", Absence.NOT_APPLICABLE),
        ("sex=male", "2008", Absence.NOT_APPLICABLE),
        by="sex",
    )

    assert "40" == figure(made)
    assert Reason.NOT_APPLICABLE is figure(none)


def test_absent_total_follows_from_its_categories() -> None:
    """A total that is said not to be reported is derived; one that does not apply stays so."""
    rows = [("sex=female", "2008", 40), ("sex=male", "2008", 50)]
    unreported = broken_down(*rows, ("", "2008", Absence.NOT_REPORTED), by="sex")
    inapplicable = broken_down(*rows, ("", "2008", Absence.NOT_APPLICABLE), by="sex")

    assert "90" == figure(unreported)
    assert unreported.total.derived
    assert Reason.NOT_APPLICABLE is figure(inapplicable)


def test_nothing_reported() -> None:
    """Without any figure the total is not reported, and nothing else is listed."""
    made = broken_down()

    assert [TOTAL] == [each.categories for each in made.groups]
    assert Reason.NOT_REPORTED is figure(made)
    assert Reason.NOT_REPORTED is figure(made, "sex=male; place=south")


def test_fault_in_a_figure_is_not_derived_away() -> None:
    """A total reported twice for one period has no figure, even where its categories have."""
    made = broken_down(
        ("", "2008", 5),
        ("", "2008", 6),
        ("sex=female", "2008", 2),
        ("sex=male", "2008", 3),
        by="sex",
    )

    assert Reason.DUPLICATE_OBSERVATIONS is figure(made)


def test_money_without_a_category_is_unknown() -> None:
    """An amount may be negative, so without a category nothing is known of the whole."""
    part = broken_down(("sex=female", "2008", 40), unit="currency MAD", by="sex")
    whole = broken_down(
        ("sex=female", "2008", 40), ("sex=male", "2008", -10), unit="currency MAD", by="sex"
    )

    assert GroupReason.MISSING_CATEGORY is figure(part)
    assert "30" == figure(whole)


@pytest.mark.parametrize("unit", ["score 1..5", "milestone"])
def test_scores_and_milestones_are_not_added(unit: str) -> None:
    """The total of a score or milestone is known only where it was reported."""
    rows = [("sex=female", "2008", 1), ("sex=male", "2008", 1)]
    without = broken_down(*rows, unit=unit, accumulation="latest", by="sex")
    stated = broken_down(*rows, ("", "2008", 1), unit=unit, accumulation="latest", by="sex")

    assert Reason.NO_TOTAL is figure(without)
    assert "1" == figure(stated)
    assert () == stated.remainders


@pytest.mark.parametrize("accumulation", ["latest", "mean", "peak"])
def test_levels_of_one_period_add_up(accumulation: str) -> None:
    """Levels about the same period add up; those about different ones do not."""
    same = broken_down(
        ("sex=female", "2008", 40),
        ("sex=male", "2008", 50),
        accumulation=accumulation,
        by="sex",
    )
    other = broken_down(
        ("sex=female", "2007", 40),
        ("sex=male", "2008", 50),
        accumulation=accumulation,
        by="sex",
    )

    assert "90" == figure(same)
    assert GroupReason.DIFFERENT_PERIODS is figure(other)


def test_levels_of_many_years() -> None:
    """Last figures and means of the same years add up; best years of several do not."""
    rows = [
        ("sex=female", "2007", 10),
        ("sex=female", "2008", 20),
        ("sex=male", "2007", 40),
        ("sex=male", "2008", 30),
    ]

    assert "50" == figure(broken_down(*rows, accumulation="latest", by="sex"))
    assert "50" == figure(broken_down(*rows, accumulation="mean", by="sex"))
    assert GroupReason.DIFFERENT_PERIODS is figure(
        broken_down(*rows, accumulation="peak", by="sex")
    )


def test_levels_of_different_days_are_refused_all_the_way_up() -> None:
    """A region is no lower bound when the levels in one of its provinces do not add up."""
    made = broken_down(
        ("place=gzenaya", "2007", 1),
        ("place=boukhalef", "2008", 2),
        ("place=tetouan", "2008", 4),
        accumulation="latest",
        by="place",
    )

    assert GroupReason.DIFFERENT_PERIODS is figure(made, "place=north")


def test_level_of_another_day_leaves_no_remainder() -> None:
    """From a level nothing is taken that is about another day."""
    made = broken_down(
        ("", "2008", 100), ("sex=female", "2007", 40), accumulation="latest", by="sex"
    )

    assert made.remainder("sex") is None


def test_dimensions_that_lead_to_different_days() -> None:
    """A total is not known where sexes and places give levels of different days."""
    made = broken_down(
        ("sex=female", "2007", 40),
        ("sex=male", "2007", 50),
        ("place=north", "2008", 40),
        ("place=south", "2008", 50),
        accumulation="latest",
    )

    assert GroupReason.DIFFERENT_PERIODS is figure(made)


def test_running_totals_add_up_whenever_they_were_reported() -> None:
    """Running totals count since the start, so the last one of each group counts."""
    made = broken_down(
        ("sex=female", "2007", 40),
        ("sex=male", "2007", 30),
        ("sex=male", "2008", 50),
        accumulation="running_total",
        by="sex",
    )

    assert "90" == figure(made)


def test_overlapping_categories_do_not_add_up() -> None:
    """Who is a teacher and a parent would count twice: no total, and no remainder."""
    rows = [("audience=teachers", "2008", 40), ("audience=parents", "2008", 50)]
    made = broken_down(*rows, by="audience")
    stated = broken_down(*rows, ("", "2008", 60), by="audience")

    assert GroupReason.OVERLAPPING_CATEGORIES is figure(made)
    assert "60" == figure(stated)
    assert () == stated.remainders
    assert () == stated.faults


def test_other_dimension_is_summed_within_an_overlapping_one() -> None:
    """The sexes of one audience add up, though audiences do not."""
    made = broken_down(
        ("audience=teachers; sex=female", "2008", 40),
        ("audience=teachers; sex=male", "2008", 50),
        by=("audience", "sex"),
    )

    assert "90" == figure(made, "audience=teachers")
    assert GroupReason.OVERLAPPING_CATEGORIES is figure(made, "sex=female")
    assert GroupReason.OVERLAPPING_CATEGORIES is figure(made)


def test_dimension_not_asked_for_is_summed_away() -> None:
    """Figures by sex and place give those by sex, and no place is listed."""
    made = broken_down(
        ("sex=female; place=north", "2008", 1),
        ("sex=female; place=south", "2008", 2),
        by=None,
    )

    assert ["", "sex=female"] == [str(each.categories) for each in made.groups]
    assert "3" == figure(made, "sex=female")
    assert ">=3" == figure(made)


def test_columns() -> None:
    """The columns of a dataframe hold categories, bounds and reasons."""
    made = broken_down(("sex=female", "2008", 40), ("sex=male", "2008", Absence.NOT_REPORTED))

    assert {
        "sex": [None, "female", "male"],
        "place": [None, None, None],
        "low": [40.0, 40.0, None],
        "best": [None, 40.0, None],
        "high": [None, 40.0, None],
        "reason": [None, None, "not_reported"],
        "derived": [True, False, False],
    } == made.to_columns()


def test_unknown_categories_of_figures() -> None:
    """Figures of unknown groups are refused, all together, and none is dropped in silence."""
    with pytest.raises(UnknownCodeError) as caught:
        broken_down(("sex=femal", "2008", 40), ("age=young", "2008", 50))

    assert ["unknown dimension 'age'", "unknown category 'femal' of dimension 'sex'"] == [
        fault.what for fault in caught.value.faults
    ]
    assert "did you mean 'female'? known: female, male" == caught.value.faults[1].mend


def test_unknown_group_is_refused() -> None:
    """A group of a dimension or category that the breakdown does not have is an error."""
    made = broken_down(by="sex")

    unknown = refusal(lambda: made[Categories.of(place="north")], UnknownCodeError)

    assert "unknown dimension 'place'" == unknown.what
    assert made.remainder("sex") is None


def test_group_of_which_nothing_is_known() -> None:
    """A group that exists, and of which nothing is known, is not reported."""
    men = Categories.of(sex="male")
    found = broken_down(("sex=female", "2008", 40), by="sex", sparse=True)[men]

    assert Group(categories=men, quantity=None, reason=Reason.NOT_REPORTED, derived=False) == found


def test_dimension_named_twice() -> None:
    """A dimension that is named twice is refused."""
    twice = refusal(lambda: broken_down(by=("sex", "sex")), InvalidInputError)

    assert "dimension 'sex' is named twice" == twice.what


def test_unknown_indicator_and_dimension() -> None:
    """Unknown codes are refused with the nearest known one."""
    unknown = refusal(lambda: broken_down(by=("sexe",)), UnknownCodeError)

    assert "unknown dimension 'sexe'" == unknown.what
