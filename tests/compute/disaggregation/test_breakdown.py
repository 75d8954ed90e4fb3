from datetime import date

import pytest

from indh_me.compute.disaggregation import Breakdown, Group, GroupReason, breakdown
from indh_me.compute.reason import Reason
from indh_me.errors import InvalidInputError, UnknownCodeError
from indh_me.model import (
    TOTAL,
    Absence,
    Accumulation,
    Categories,
    Category,
    Dimension,
    Direction,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
    Text,
)
from indh_me.model.quantity import Value
from refusals import refusal

END = date(2008, 12, 31)
SEX = Dimension.of("sex", "female", "male")
AUDIENCE = Dimension(
    code="audience",
    categories=[Category(code, Text.of(en=code)) for code in ("teachers", "parents")],
    overlapping=True,
)
PLACE = Dimension(
    code="place",
    categories=[
        Category(code, Text.of(en=code), parent)
        for code, parent in [
            ("north", None),
            ("tangier", "north"),
            ("gzenaya", "tangier"),
            ("boukhalef", "tangier"),
            ("tetouan", "north"),
            ("south", None),
        ]
    ],
)


def broken_down(
    *rows: tuple[str, str, Value | float],
    unit: str = "count",
    accumulation: str = "sum",
    by: str | tuple[str, ...] | None = ("sex", "place"),
    sparse: bool = False,
) -> Breakdown:
    """Break down rows of categories, period and value."""
    indicator = Indicator(
        code="A",
        unit=unit,
        direction=Direction.INCREASE,
        accumulation=Accumulation(accumulation),
        dimensions=["sex"],
    )
    framework = Framework(
        code="DEMO", languages=["en"], dimensions=[SEX, AUDIENCE, PLACE], indicators=[indicator]
    )
    table = Observations.of(
        *(
            Observation(
                indicator="A",
                period=Period.parse(period),
                value=value,
                categories=Categories.parse(cell),
            )
            for cell, period, value in rows
        )
    )
    return breakdown(framework, table, "A", as_of=END, by=by, sparse=sparse)


def figure(made: Breakdown, cell: str = "") -> str | Reason | GroupReason | None:
    """Write the figure of a group, or give the reason why there is none."""
    group = made[Categories.parse(cell)]
    return group.reason if group.quantity is None else str(group.quantity)


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


def test_percentages_are_pooled() -> None:
    """1 of 2 and 30 of 98 are 31 of 100, and not the mean of the two percentages."""
    made = broken_down(
        ("sex=female", "2008", Quantity.fraction(1, 2, per=100)),
        ("sex=male", "2008", Quantity.fraction(30, 98, per=100)),
        unit="percent",
        accumulation="ratio",
        by="sex",
    )

    assert "31 [31/100]" == figure(made)


def test_percentages_are_pooled_over_years_and_groups() -> None:
    """The years of a group are pooled, then the groups; a ratio is per so many."""
    made = broken_down(
        ("sex=female", "2007", Quantity.fraction(1, 2, per=1000)),
        ("sex=female", "2008", Quantity.fraction(2, 2, per=1000)),
        ("sex=male", "2008", Quantity.fraction(0, 6, per=1000)),
        unit="ratio per 1000",
        accumulation="ratio",
        by="sex",
    )

    assert "750 [3/4]" == figure(made, "sex=female")
    assert "300 [3/10]" == figure(made)


def test_percentages_without_denominators_are_not_averaged() -> None:
    """Percentages whose denominators are not known have no pool, whatever their mean is."""
    made = broken_down(
        ("sex=female", "2008", 40),
        ("sex=male", "2008", Quantity.fraction(1, 2, per=100)),
        unit="percent",
        accumulation="latest",
        by="sex",
    )

    assert Reason.MISSING_DENOMINATOR is figure(made)
    assert () == made.remainders


def test_percentages_of_some_categories_say_nothing_of_all() -> None:
    """A percentage is not known where one of its categories is not; the reason is passed on."""
    silent = broken_down(
        ("sex=female", "2008", Quantity.fraction(1, 2, per=100)),
        unit="percent",
        accumulation="latest",
        by="sex",
    )
    unpooled = broken_down(
        ("sex=female", "2008", Quantity.fraction(1, 2, per=100)),
        ("sex=male", "2007", 10),
        ("sex=male", "2008", 20),
        unit="percent",
        accumulation="ratio",
        by="sex",
    )

    assert GroupReason.MISSING_CATEGORY is figure(silent)
    assert Reason.MISSING_DENOMINATOR is figure(unpooled)


def test_mean_percentage_has_no_denominator() -> None:
    """The mean of two years' percentages was made from no one numerator and denominator."""
    made = broken_down(
        ("sex=female", "2007", Quantity.fraction(1, 2, per=100)),
        ("sex=female", "2008", Quantity.fraction(2, 2, per=100)),
        unit="percent",
        accumulation="mean",
        by="sex",
    )

    assert "75" == figure(made, "sex=female")


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


def test_bounds_that_two_dimensions_allow() -> None:
    """At least 40 by sex and 35 to 60 by place are 40 to 60 together."""
    made = broken_down(
        ("sex=female", "2008", 40),
        ("place=north", "2008", Quantity.between(30, 50, best=45)),
        ("place=south", "2008", Quantity.between(5, 10, best=6)),
    )

    assert "51 (40..60)" == figure(made)


def test_best_estimate_that_another_dimension_rules_out() -> None:
    """A best estimate below what another dimension comes to is given up."""
    made = broken_down(
        ("sex=female", "2008", 55),
        ("place=north", "2008", Quantity.between(30, 50, best=45)),
        ("place=south", "2008", Quantity.between(5, 10, best=6)),
    )

    assert "55..60" == figure(made)


def test_rounding_is_no_contradiction() -> None:
    """0.1 + 0.2 by sex and 0.3 by place agree."""
    made = broken_down(
        ("sex=female", "2008", 0.1),
        ("sex=male", "2008", 0.2),
        ("place=north", "2008", 0.1 + 0.2 - 1e-16),
        ("place=south", "2008", 0),
    )

    assert 0.3 == pytest.approx(made.total.quantity.best if made.total.quantity else None)


def test_dimensions_that_contradict_each_other() -> None:
    """90 by sex and 80 by place are no total: the fault is named with the group."""
    made = broken_down(
        ("sex=female", "2008", 40),
        ("sex=male", "2008", 50),
        ("place=north", "2008", 40),
        ("place=south", "2008", 40),
    )
    (fault,) = made.faults

    assert GroupReason.CATEGORIES_DISAGREE is figure(made)
    assert "the categories of 'sex' and 'place' come to different figures for the total" == (
        fault.what
    )
    assert ("observations.A", "correct the categories, or report the figure itself") == (
        str(fault.where),
        fault.mend,
    )


def test_shares_of_different_denominators_contradict_each_other() -> None:
    """Half of 2 by sex and half of 20 by place are not the same half."""
    made = broken_down(
        ("sex=female", "2008", Quantity.fraction(1, 1, per=100)),
        ("sex=male", "2008", Quantity.fraction(0, 1, per=100)),
        ("place=north", "2008", Quantity.fraction(5, 10, per=100)),
        ("place=south", "2008", Quantity.fraction(5, 10, per=100)),
        unit="percent",
        accumulation="ratio",
    )

    assert GroupReason.CATEGORIES_DISAGREE is figure(made)


def test_categories_that_exceed_the_total() -> None:
    """More women and men than people is a fault, with how many more at least."""
    exact = broken_down(
        ("", "2008", 80), ("sex=female", "2008", 40), ("sex=male", "2008", 50), by="sex"
    )
    bounded = broken_down(
        ("place=south", "2008", 80),
        ("place=south; sex=female", "2008", Quantity.at_least(85)),
        by=("sex", "place"),
    )
    left = exact.remainder("sex")

    assert left is not None
    assert "-10" == str(left.quantity)
    assert GroupReason.CATEGORIES_EXCEED_TOTAL is left.reason
    assert ["the categories of 'sex' come to 10 more than the total"] == [
        fault.what for fault in exact.faults
    ]
    assert [("observations.A", "correct the total or its categories")] == [
        (str(fault.where), fault.mend) for fault in exact.faults
    ]
    assert ["the categories of 'sex' come to at least 5 more than that of 'place=south'"] == [
        fault.what for fault in bounded.faults
    ]


def test_remainder_by_bounds() -> None:
    """At least 100 with 40 to 50 women and any number of men leaves no bounds to speak of."""
    open_ended = broken_down(
        ("", "2008", Quantity.at_least(100)),
        ("sex=female", "2008", Quantity.between(40, 50)),
        by="sex",
    ).remainder("sex")
    unbounded = broken_down(
        ("", "2008", 100),
        ("sex=female", "2008", Quantity.at_least(40)),
        by="sex",
    ).remainder("sex")

    assert open_ended is not None
    assert unbounded is not None
    assert ">=50" == str(open_ended.quantity)
    assert "<=60" == str(unbounded.quantity)


def test_missing_lower_bound_of_a_count_is_zero() -> None:
    """At most 5 women and 3 men are 3 to 8 people; a negative count is left as it is."""
    counts = broken_down(
        ("sex=female", "2008", Quantity.at_most(5)), ("sex=male", "2008", 3), by="sex"
    )
    money = broken_down(
        ("sex=female", "2008", Quantity.at_most(5)),
        ("sex=male", "2008", 3),
        unit="currency MAD",
        by="sex",
    )
    negative = broken_down(
        ("sex=female", "2008", Quantity.at_most(-5)), ("sex=male", "2008", 3), by="sex"
    )

    assert "3..8" == figure(counts)
    assert "<=8" == figure(money)
    assert "-2..-2" == figure(negative)


def test_survey_intervals_are_pooled_by_their_denominators() -> None:
    """The bounds of pooled percentages are the weighted mean of their bounds."""
    women = Quantity(50, 40, 60, numerator=5, denominator=10)
    men = Quantity(20, 10, 30, numerator=6, denominator=30)
    rows = [("sex=female", "2008", women), ("sex=male", "2008", men)]
    made = broken_down(*rows, unit="percent", accumulation="latest", by="sex")

    assert "27.5 (17.5..37.5) [11/40]" == figure(made)


def test_survey_interval_beside_an_exact_share() -> None:
    """An exact share counts as its fraction, even if it was rounded when it was reported."""
    rounded = Quantity(33, 33, 33, numerator=10, denominator=30)
    survey = Quantity(50, 40, None, numerator=5, denominator=10)
    rows = [("sex=female", "2008", rounded), ("sex=male", "2008", survey)]
    made = broken_down(*rows, unit="percent", accumulation="latest", by="sex")

    assert "37.5 (35..) [15/40]" == figure(made)


@pytest.mark.parametrize("exact", ["female", "male"])
def test_survey_without_a_lower_bound(exact: str) -> None:
    """What has no lower bound leaves the pooled share without one, whichever comes first."""
    survey = Quantity(50, None, 60, numerator=5, denominator=10)
    rounded = Quantity(33, 33, 33, numerator=10, denominator=30)
    bounded = Quantity(50, 40, 60, numerator=5, denominator=10)
    other = "male" if exact == "female" else "female"
    without, within = (
        broken_down(
            (f"sex={exact}", "2008", rounded),
            (f"sex={other}", "2008", each),
            unit="percent",
            accumulation="latest",
            by="sex",
        )
        for each in (survey, bounded)
    )

    # (1000 + 50 * 10) / 40 = 37.5; low (1000 + 400) / 40 = 35, high (1000 + 600) / 40 = 40.
    assert "37.5 (..40) [15/40]" == figure(without)
    assert "37.5 (35..40) [15/40]" == figure(within)


def test_too_large_for_a_number() -> None:
    """A sum that no number can hold is not known, and no error."""
    large = [("sex=female", "2008", 1.7e308), ("sex=male", "2008", 1.7e308)]
    counts = broken_down(*large, by="sex")
    shares, sums = (
        broken_down(
            ("sex=female", "2008", Quantity(1, 1, 1, numerator=1.7e308, denominator=1e-3)),
            ("sex=male", "2008", Quantity(1, 1, 1, numerator=men, denominator=1e-3)),
            unit="percent",
            accumulation="latest",
            by="sex",
        )
        for men in (0, 1.7e308)
    )

    assert Quantity() == counts.total.quantity
    assert Reason.MISSING_DENOMINATOR is figure(shares)
    assert Reason.MISSING_DENOMINATOR is figure(sums)


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
