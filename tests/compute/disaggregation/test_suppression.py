from collections.abc import Mapping
from datetime import date

import pytest

from indh_me.compute.disaggregation import Disclosure, Publication, breakdown, suppress
from indh_me.compute.reason import Reason
from indh_me.errors import InvalidInputError, UnknownCodeError
from indh_me.model import (
    Absence,
    Categories,
    Category,
    Dimension,
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

AGE = Dimension.of("age", "young", "adult", "old")
SEX = Dimension.of("sex", "female", "male")
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
        ]
    ],
)
AUDIENCE = Dimension(code="audience", categories=AGE.categories, overlapping=True)


def published(
    figures: Mapping[str, Value | float],
    by: tuple[str, ...] = ("sex", "age"),
    *,
    unit: str = "count",
    accumulation: str = "latest",
    below: float = 5,
) -> Publication:
    """Publish the figures of 2008 by the categories that they are given under."""
    indicator = Indicator(code="A", unit=unit, direction="increase", accumulation=accumulation)
    framework = Framework(
        code="DEMO",
        languages=["en"],
        dimensions=[AGE, SEX, PLACE, AUDIENCE],
        indicators=[indicator],
    )
    table = Observations.of(
        *(
            Observation(
                indicator="A",
                period=Period.year(2008),
                value=value,
                categories=Categories.parse(cell),
            )
            for cell, value in figures.items()
        )
    )
    made = breakdown(framework, table, "A", as_of=date(2008, 12, 31), by=by)
    return suppress(made, below=below)


def hidden(publication: Publication) -> list[str]:
    """List the groups that are withheld."""
    return [str(each) for each in publication.suppressed]


def test_nothing_small() -> None:
    """Where no count is small, everything is shown."""
    made = published({"sex=female": 40, "sex=male": 5}, ("sex",))

    assert [] == hidden(made)
    assert ["45", "40", "5"] == [str(each.quantity) for each in made.groups]


def test_complement_is_withheld() -> None:
    """With 98 of 100 shown, the other two would follow: both are withheld."""
    made = published({"sex=female": 98, "sex=male": 2}, ("sex",))

    assert ["sex=female", "sex=male"] == hidden(made)
    assert Disclosure.SHOWN is made.groups[0].disclosure
    assert [None, None] == [made[each].quantity for each in made.suppressed]
    assert [None, None] == [made[each].reason for each in made.suppressed]


def test_smallest_companion() -> None:
    """Of two groups that could cover for a small one, the smaller is withheld."""
    made = published({"age=young": 2, "age=adult": 60, "age=old": 40}, ("age",))

    assert ["age=young", "age=old"] == hidden(made)


def test_zero_is_published() -> None:
    """Zero is shown, even beside a small figure, which then takes its total along."""
    made = published({"sex=female": 3, "sex=male": 0}, ("sex",))

    assert ["", "sex=female"] == hidden(made)
    assert "0" == str(made[Categories.of(sex="male")].quantity)


def test_rectangle() -> None:
    """In a two-way table one small cell takes three others along: the corners of a rectangle."""
    made = published(
        {
            "sex=female; age=young": 2,
            "sex=female; age=adult": 30,
            "sex=female; age=old": 20,
            "sex=male; age=young": 41,
            "sex=male; age=adult": 50,
            "sex=male; age=old": 60,
        }
    )

    assert [
        "age=young; sex=female",
        "age=old; sex=female",
        "age=young; sex=male",
        "age=old; sex=male",
    ] == hidden(made)


def test_threshold() -> None:
    """Counts below the threshold are withheld, those on it are not."""
    figures = {"age=young": 9, "age=adult": 10, "age=old": 11}

    assert ["age=young", "age=adult"] == hidden(published(figures, ("age",), below=10))
    assert [] == hidden(published(figures, ("age",), below=9))


def test_threshold_unless_told() -> None:
    """Counts below five are withheld unless another threshold is asked for."""
    framework = Framework(
        code="DEMO",
        languages=["en"],
        dimensions=[AGE],
        indicators=[Indicator(code="A", unit="count", direction="increase", accumulation="sum")],
    )
    cells = [Categories.of(age=code) for code in ("young", "adult", "old")]
    table = Observations.from_columns(["A"] * 3, ["2008"] * 3, [5, 6, 7], categories=cells)
    made = breakdown(framework, table, "A", as_of=date(2008, 12, 31), by="age")
    found = suppress(made)

    assert (made.indicator, made.as_of, made.dimensions, 5, ()) == (
        found.indicator,
        found.as_of,
        found.dimensions,
        found.below,
        found.suppressed,
    )


def test_figure_that_covers_two() -> None:
    """Of figures that could be withheld next, one that covers another small one comes first."""
    made = published(
        {
            "sex=female; age=young": 2,
            "sex=female; age=adult": 30,
            "sex=female; age=old": 20,
            "sex=male; age=young": 41,
            "sex=male; age=adult": 3,
            "sex=male; age=old": 60,
        }
    )

    assert [
        "age=adult; sex=female",
        "age=adult; sex=male",
        "age=young; sex=female",
        "age=young; sex=male",
    ] == sorted(hidden(made))


def test_weighted_counts() -> None:
    """Counts with decimals are withheld like whole ones, whatever the machine rounds in sums."""
    tenths = {
        "sex=female; age=young": 37,
        "sex=female; age=adult": 318,
        "sex=female; age=old": 8,
        "sex=male; age=young": 79,
        "sex=male; age=adult": 111,
        "sex=male; age=old": 615,
    }
    weighted = {cell: count / 10 for cell, count in tenths.items()}

    assert hidden(published(tenths, below=50)) == hidden(published(weighted, below=5))


def test_count_without_a_lower_bound_is_not_small() -> None:
    """What is at most eight may be nobody: its lower bound is zero, which everyone knows."""
    made = published({"sex=female": Quantity.at_most(8), "sex=male": 40}, ("sex",))

    assert [] == hidden(made)


def test_lower_bound_that_everyone_knows() -> None:
    """At most 8, 3 and 10 are at least 13: with the 10 shown, that would tell of the 3."""
    made = published({"age=young": Quantity.at_most(8), "age=adult": 3, "age=old": 10}, ("age",))

    assert ["age=adult", "age=old"] == hidden(made)


def test_small_bound() -> None:
    """A bound tells as much as a count: at least 3 is withheld, at least 30 is not."""
    made = published(
        {"age=young": Quantity.at_least(3), "age=adult": Quantity.at_least(30), "age=old": 9},
        ("age",),
    )

    assert ["age=young", "age=old"] == hidden(made)


def test_small_remainder() -> None:
    """Two persons of unknown sex are found by subtraction too, so a sex is withheld with them."""
    made = published({"": 100, "sex=female": 60, "sex=male": 38}, ("sex",))
    (remainder,) = made.remainders

    assert ["sex=male"] == hidden(made)
    assert Disclosure.SUPPRESSED is remainder.disclosure
    assert remainder.quantity is None


def test_large_remainder_is_known() -> None:
    """A large remainder is shown, and so does not cover for a small group."""
    made = published({"": 100, "sex=female": 40, "sex=male": 2}, ("sex",))
    (remainder,) = made.remainders

    assert ["sex=female", "sex=male"] == hidden(made)
    assert "58" == str(remainder.quantity)
    assert Disclosure.SHOWN is remainder.disclosure


def test_remainder_covers_where_nothing_else_can() -> None:
    """With the other sex zero, what is not disaggregated is withheld before the total is."""
    made = published({"": 100, "sex=female": 2, "sex=male": 0}, ("sex",))

    assert ["", "sex=female"] != hidden(made)
    assert ["sex=female"] == hidden(made)
    assert Disclosure.SUPPRESSED is made.remainders[0].disclosure


def test_communes_and_their_province() -> None:
    """A small commune takes its neighbour along, not its province."""
    made = published(
        {"place=gzenaya": 2, "place=boukhalef": 30, "place=tetouan": 40},
        ("place",),
    )

    assert ["place=gzenaya", "place=boukhalef"] == hidden(made)


def test_province_without_a_figure() -> None:
    """Communes are held against their region when the province between has no figure."""
    made = published(
        {
            "place=north": 72,
            "place=tangier": Absence.NOT_APPLICABLE,
            "place=gzenaya": 2,
            "place=boukhalef": 30,
            "place=tetouan": 40,
        },
        ("place",),
    )

    assert ["place=gzenaya", "place=boukhalef"] == hidden(made)
    assert Disclosure.ABSENT is made[Categories.of(place="tangier")].disclosure


def test_communes_without_anything_around() -> None:
    """Where nothing around them has a figure, small groups give nothing else away."""
    made = published(
        {
            "": Absence.NOT_APPLICABLE,
            "place=north": Absence.NOT_APPLICABLE,
            "place=tangier": Absence.NOT_APPLICABLE,
            "place=gzenaya": 2,
            "place=boukhalef": 30,
        },
        ("place",),
    )

    assert ["place=gzenaya"] == hidden(made)


def test_overlapping_groups_give_nothing_away() -> None:
    """Categories that overlap do not add up, so nothing follows from them."""
    made = published({"": 50, "audience=young": 2, "audience=old": 49}, ("audience",))

    assert ["audience=young"] == hidden(made)


def test_several_sums_together_give_a_figure_away() -> None:
    """No sum here holds a lone unknown, yet together they give the number of men.

    Withheld are the young y, the old o, the men m, the young men a and the old men b. Shown
    are 9 young of unknown sex, the total of 11, and no women: y = a + 9, 11 = y + o, o = b and
    m = a + b, so m = a + 11 - (a + 9) = 2. That there are 9 must be withheld as well.
    """
    made = published(
        {
            "sex=male; age=young": 1,
            "sex=female; age=adult": 0,
            "sex=female; age=old": 0,
            "sex=male; age=old": 1,
            "age=young": 10,
        }
    )

    assert [
        "age=young",
        "age=old",
        "sex=male",
        "age=young; sex=male",
        "age=old; sex=male",
    ] == hidden(made)
    assert [("age=young", Disclosure.SUPPRESSED)] == [
        (str(each.categories), each.disclosure) for each in made.remainders
    ]


@pytest.mark.parametrize(
    ("women", "small"),
    [
        ((2, 50), True),
        ((48, 50), True),
        ((1, 4), True),
        ((0, 4), True),
        ((0, 50), False),
        ((50, 50), False),
        ((5, 50), False),
    ],
)
def test_shares_of_a_few(women: tuple[int, int], small: bool) -> None:  # noqa: FBT001
    """A percentage is withheld when it, its complement or its denominator counts a few."""
    made = published(
        {"sex=female": Quantity.fraction(*women, per=100), "sex=male": 50},
        ("sex",),
        unit="percent",
    )

    assert (["sex=female"] if small else []) == hidden(made)


def test_share_without_counts() -> None:
    """A percentage of which nobody knows how many it counts is not published."""
    made = published(
        {"sex=female": 40, "sex=male": Quantity.fraction(20, 50, per=100)}, ("sex",), unit="percent"
    )
    women, men = (made[Categories.of(sex=each)] for each in SEX.codes)

    assert (Disclosure.ABSENT, None) == (women.disclosure, women.quantity)
    assert Reason.MISSING_DENOMINATOR is women.reason
    assert Disclosure.SHOWN is men.disclosure


def test_pooled_shares() -> None:
    """The counts behind pooled percentages add up, so a small group takes another along."""
    made = published(
        {
            "age=young": Quantity.fraction(2, 50, per=100),
            "age=adult": Quantity.fraction(20, 60, per=100),
            "age=old": Quantity.fraction(20, 40, per=100),
        },
        ("age",),
        unit="percent",
    )

    assert ["age=young", "age=old"] == hidden(made)
    assert "28 [42/150]" == str(made.groups[0].quantity)


@pytest.mark.parametrize("unit", ["score 1..5", "currency MAD", "milestone"])
def test_figures_that_count_nobody(unit: str) -> None:
    """Scores, money and milestones count no persons, and are published as they are."""
    made = published({"sex=female": 1, "sex=male": 1}, ("sex",), unit=unit)

    assert [] == hidden(made)


def test_figure_without_any_number() -> None:
    """A count of which neither estimate nor bounds are known gives nothing away."""
    made = published({"sex=female": Quantity(), "sex=male": 2}, ("sex",))

    assert Disclosure.SHOWN is made[Categories.of(sex="female")].disclosure
    assert ["", "sex=male"] == hidden(made)


@pytest.mark.parametrize("below", [0, -1, float("nan")])
def test_threshold_above_zero(below: float) -> None:
    """A threshold that withholds nothing is refused."""
    wrong = refusal(lambda: published({}, below=below), InvalidInputError)

    assert (f"figures below '{below}' withheld", "below") == (wrong.what, str(wrong.where))
    assert "give a number above zero, such as 5" == wrong.mend


def test_group_that_is_not_published() -> None:
    """Looking up a group that the publication does not have is an error with the nearest one."""
    made = published({"sex=female": 40}, ("sex",))
    wrong = refusal(lambda: made[Categories.of(sex="femal")], UnknownCodeError)

    assert "no group 'sex=femal'" == wrong.what
    assert wrong.mend.startswith("did you mean 'sex=female'?")
