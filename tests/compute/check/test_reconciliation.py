from datetime import date

import pytest

from indh_me.compute.check.reconciliation import totals_and_categories
from indh_me.compute.reporting import reporting_set
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

PLACE = Dimension(
    code="place",
    categories=[
        Category("south", Text.of(fr="Sud")),
        Category("dakhla", Text.of(fr="Dakhla"), "south"),
        Category("harbour", Text.of(fr="Port"), "dakhla"),
        Category("north", Text.of(fr="Nord")),
    ],
)
AUDIENCE = Dimension(
    code="audience",
    categories=[Category("walis", Text.of(fr="Walis")), Category("das", Text.of(fr="DAS"))],
    overlapping=True,
)


def _found(figures: dict[str, Quantity | Absence | float], unit: str = "count") -> list[str]:
    """Find mismatches between figures given by group."""
    framework = Framework(
        code="F",
        languages=["fr"],
        dimensions=[PLACE, AUDIENCE],
        indicators=[
            Indicator(code="A", unit=unit, direction="increase", accumulation="sum"),
        ],
    )
    table = Observations.of(
        *(
            Observation(
                indicator="A",
                period=Period.year(2008),
                value=value,
                categories=Categories.parse(group),
            )
            for group, value in figures.items()
        )
    )
    found = list(totals_and_categories(framework, reporting_set(table, date.max)))
    mend = "correct the total or its categories"
    assert {("ME006", "observations.A.2008", mend, "A")} >= {
        (each.id, each.place.path, each.mend, each.indicator) for each in found
    }
    return [each.message.removeprefix("A in 2008: the categories of ") for each in found]


@pytest.mark.parametrize(
    ("figures", "messages"),
    [
        ({"": 10, "place=south": 4, "place=north": 6}, []),
        (
            {"": 10, "place=south": 4, "place=north": 7},
            ["place come to 11, more than the total 10"],
        ),
        ({"": 10, "place=south": 4, "place=north": 5}, ["place come to 9, less than the total 10"]),
        ({"": 10, "place=south": 4}, []),
        ({"": 10, "place=south": 11}, ["place come to 11, more than the total 10"]),
        ({"place=south": 4, "place=north": 7}, []),
        ({"": 10}, []),
        ({}, []),
        ({"": Absence.NOT_REPORTED, "place=south": 4}, []),
        (
            {"": 10, "place=south": 11, "place=north": Absence.NOT_REPORTED},
            ["place come to 11, more than the total 10"],
        ),
        ({"": 10, "place=south": 4, "place=north": Absence.NOT_REPORTED}, []),
        ({"": 0, "place=south": 0, "place=north": 0}, []),
        ({"": 0.3, "place=south": 0.1, "place=north": 0.2}, []),
    ],
    ids=[
        "fits",
        "exceeds",
        "falls short",
        "incomplete",
        "one exceeds",
        "no total",
        "no parts",
        "nothing",
        "absent total",
        "absent part",
        "incomplete by absence",
        "zeros",
        "rounding of sums",
    ],
)
def test_sums(figures: dict[str, Quantity | Absence | float], messages: list[str]) -> None:
    """Categories may not exceed their total, nor fall short of it once all are reported."""
    assert messages == _found(figures)


@pytest.mark.parametrize(
    ("figures", "messages"),
    [
        ({"": 10, "place=south": 4, "place=dakhla": 4, "place=north": 6}, []),
        ({"": 10, "place=dakhla": 4, "place=harbour": 3, "place=north": 6}, []),
        (
            {"": 10, "place=dakhla": 5, "place=north": 6},
            ["place come to 11, more than the total 10"],
        ),
        ({"": 10, "place=south": 1, "place=harbour": 9, "place=north": 9}, []),
        ({"": 10, "place=harbour": 11}, ["place come to 11, more than the total 10"]),
        ({"": 10, "place=dakhla": 4, "place=north": 5}, []),
    ],
    ids=[
        "inside",
        "inside its parent",
        "parent is silent",
        "inside two steps up",
        "alone",
        "incomplete",
    ],
)
def test_parts_of_categories_count_once(
    figures: dict[str, Quantity | Absence | float], messages: list[str]
) -> None:
    """A category inside of one that is reported too is part of it, not added to it."""
    assert messages == _found(figures)


@pytest.mark.parametrize(
    ("figures", "messages"),
    [
        ({"": Quantity.at_least(10), "place=south": 20}, []),
        (
            {"": Quantity.at_least(10), "place=south": 4, "place=north": 5},
            ["place come to 9, less than the total at least 10"],
        ),
        (
            {"": Quantity.at_most(10), "place=south": Quantity.at_least(11)},
            ["place come to at least 11, more than the total at most 10"],
        ),
        (
            {"": 10, "place=south": Quantity.at_most(4), "place=north": 5},
            ["place come to at most 9, less than the total 10"],
        ),
        ({"": 10, "place=south": Quantity.between(4, 6), "place=north": 5}, []),
        ({"": 10, "place=south": Quantity.at_least(4), "place=north": 5}, []),
    ],
    ids=[
        "total unbounded",
        "below a lower bound",
        "above an upper bound",
        "parts bounded",
        "parts may fit",
        "parts unbounded",
    ],
)
def test_bounds_must_contradict(
    figures: dict[str, Quantity | Absence | float], messages: list[str]
) -> None:
    """Figures that are known within bounds mismatch only where no values within them fit."""
    assert messages == _found(figures)


def test_overlapping_categories_do_not_add_up() -> None:
    """One person may be in several overlapping categories: they may exceed the total."""
    assert [] == _found({"": 10, "audience=walis": 9, "audience=das": 9})


@pytest.mark.parametrize(
    ("unit", "count"), [("currency MAD", 1), ("percent", 0), ("score 1..5", 0)]
)
def test_only_amounts_add_up(unit: str, count: int) -> None:
    """Counts and money add up; percentages and scores do not."""
    assert count == len(_found({"": 5, "place=south": 4, "place=north": 4}, unit))


def test_unknown_categories_count_as_parts() -> None:
    """A category that the dimension does not have is a part all the same."""
    assert ["place come to 11, more than the total 10"] == _found({"": 10, "place=suoth": 11})


def test_crossed_groups_are_left_alone() -> None:
    """Groups of two dimensions at once are parts of parts."""
    assert [] == _found({"": 10, "place=south; audience=das": 50})


def test_sums_that_are_too_large_say_nothing_wrong() -> None:
    """Categories whose sum is too large for a number exceed their total without an error."""
    huge = 1.5e308

    assert 1 == len(_found({"": 10, "place=south": huge, "place=north": huge}))


def test_each_period_is_reconciled_by_itself() -> None:
    """A part is left out where the category around it is reported in that very period only."""
    framework = Framework(
        code="F",
        languages=["fr"],
        dimensions=[PLACE],
        indicators=[
            Indicator(code=code, unit="count", direction="increase", accumulation="sum")
            for code in "AB"
        ],
    )
    south, dakhla = Categories.of(place="south"), Categories.of(place="dakhla")
    table = Observations.of(
        *(
            Observation(indicator=code, period=Period.year(year), value=value, categories=cell)
            for code in "AB"
            for year in range(2001, 2009)
            for cell, value in [(Categories(), 10), (dakhla, 12)]
        ),
        Observation(indicator="B", period=Period.year(2008), value=10, categories=south),
    )
    found = totals_and_categories(framework, reporting_set(table, date.max))

    assert [
        f"observations.{code}.{year}"
        for code in "AB"
        for year in range(2001, 2009)
        if (code, year) != ("B", 2008)
    ] == [each.place.path for each in found]
