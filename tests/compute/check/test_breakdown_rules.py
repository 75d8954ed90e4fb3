import pytest

from indh_me.compute.check.breakdown_rules import (
    silent_dimensions,
    small_groups,
    unlisted_dimensions,
)
from ledgers import flow, ledger, seen, told
from refusals import Strange

BOTH = ["sex", "place"]


def test_dimension_by_which_nothing_is_reported() -> None:
    """A dimension that an indicator lists, but by which nothing is reported, is found."""
    rows = [seen("2008"), seen("2008", 1, "place=north"), seen("2008", code="B")]
    (found,) = silent_dimensions(ledger(flow("B"), flow(dimensions=BOTH), *rows))

    assert (
        "ME054 warning: A: nothing reported by sex, which it lists\n"
        "  where: indicators.A.dimensions\n"
        "  mend:  report its categories, as not_reported at least, or drop sex"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("rows", "missing"),
    [
        ([], []),
        ([("2008", 1, "")], ["sex", "place"]),
        ([("2008", "not_reported", "")], []),
        ([("2008", 1, "sex=male")], []),
        ([("2008", 1, ""), ("2009", 1, "sex=male")], ["place"]),
        ([("2008", 1, ""), ("2008", "not_reported", "sex=male")], ["place"]),
        ([("2008", 1, ""), ("2008", 1, "place=north; sex=male")], []),
        ([("2008", 1, ""), ("2008", 1, "age=old; sex=male")], ["place"]),
        ([("2008", 1, ""), ("2008", 1, "sex=unknown")], ["place"]),
        ([("2008", 1, ""), ("2008", 1, "place=north"), ("2008", 1, "sex=male")], []),
    ],
)
def test_any_row_breaks_the_indicator_down(
    rows: list[tuple[str, float | str, str]], missing: list[str]
) -> None:
    """Any row by a dimension will do, absent, crossed or misspelt; without a total none is due."""
    made = ledger(flow(dimensions=BOTH), *(seen(*row) for row in rows))

    assert [f"A: nothing reported by {each}, which it lists" for each in missing] == told(
        silent_dimensions(made)
    )


def test_figures_of_others_break_nothing_down() -> None:
    """Each indicator is looked at for its own rows."""
    rows = [
        seen("2008"),
        seen("2008", 1, "sex=male", code="B"),
        seen("2008", code="B"),
        seen("2008", code="C"),
        seen("2008", 1, "place=south", code="C"),
    ]
    indicators = [flow(code, dimensions=BOTH) for code in "CBA"]

    assert [
        "A: nothing reported by place, which it lists",
        "A: nothing reported by sex, which it lists",
        "B: nothing reported by place, which it lists",
        "C: nothing reported by sex, which it lists",
    ] == sorted(told(silent_dimensions(ledger(*indicators, *rows))))


def test_dimension_that_is_not_listed() -> None:
    """A dimension by which figures are broken down, but which is not listed, is found once."""
    rows = [
        seen("2008", 1, "place=north; sex=male"),
        seen("2009", 1, "place=north; sex=male"),
        seen("2009", 1, "place=south"),
    ]
    (found,) = unlisted_dimensions(ledger(flow("B"), flow(dimensions=["sex"]), *rows))

    assert (
        "ME055 warning: A: reported by place, which it does not list\n"
        "  where: indicators.A.dimensions\n"
        "  mend:  add place to its dimensions, or correct the categories"
    ) == str(found)
    assert "A" == found.indicator


def test_indicator_without_dimensions_has_no_place_for_them() -> None:
    """Where an indicator lists no dimension, the place is the indicator."""
    (found,) = unlisted_dimensions(ledger(flow(), seen("2008", 1, "sex=male")))

    assert "indicators.A" == str(found.place)


@pytest.mark.parametrize(
    ("dimensions", "group", "unlisted"),
    [
        ([], "", []),
        ([], "sex=male", ["sex"]),
        ([], "place=north; sex=male", ["sex", "place"]),
        (["sex"], "sex=male", []),
        (["place"], "sex=male", ["sex"]),
        (BOTH, "place=north; sex=male", []),
        ([], "age=old", []),
        ([], "age=old; place=north", ["place"]),
    ],
)
def test_only_known_dimensions_can_be_listed(
    dimensions: list[str], group: str, unlisted: list[str]
) -> None:
    """A dimension that the framework does not have is another rule's."""
    made = ledger(flow(dimensions=dimensions), seen("2008"), seen("2008", 1, group or "age=old"))

    assert [f"A: reported by {each}, which it does not list" for each in unlisted] == told(
        unlisted_dimensions(made)
    )


def test_each_indicator_lists_its_own_dimensions() -> None:
    """What one indicator lists, another need not."""
    rows = [
        seen("2008", 1, group, code=code)
        for code in "ABC"
        for group in ("sex=male", "place=north", "place=south")
    ]
    indicators = [
        flow("C", dimensions=["place"]),
        flow("B", dimensions=BOTH),
        flow("A", dimensions=["sex"]),
    ]

    assert [
        "A: reported by place, which it does not list",
        "C: reported by sex, which it does not list",
    ] == sorted(told(unlisted_dimensions(ledger(*indicators, *rows))))


def test_small_groups() -> None:
    """Groups of one to four are counted, the first is named."""
    rows = [
        seen("2009", 40),
        seen("2009", 3, "sex=male"),
        seen("2009", 4, "sex=female"),
        seen("2008", 5, "sex=male"),
        seen("2008", 40, code="B"),
    ]
    (found,) = small_groups(ledger(flow("B"), flow(), *rows))

    assert (
        "ME056 info: A: 2 figures of groups below 5, the first of 2009 sex=female\n"
        '  where: observations.A."2009 sex=female"\n'
        "  mend:  withhold them before publishing, and what would give them away"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (0, 0),
        (1, 1),
        (4, 1),
        (5, 0),
        ("1..4", 1),
        ("0..4", 0),
        ("1..5", 0),
        ("<=4", 0),
        (">=1", 0),
        ("not_reported", 0),
        (-1, 0),
    ],
)
def test_groups_are_small_for_certain(value: float | str, count: int) -> None:
    """A group is small above zero and below five, whatever it is within its bounds."""
    made = ledger(flow(), seen("2008", value, "sex=male"), seen("2008", 40))

    assert count == len(list(small_groups(made)))


@pytest.mark.parametrize(
    ("said", "rows", "count"),
    [
        ({}, [("2008", 3, "")], 0),
        ({}, [("2008", 3, "sex=male")], 1),
        ({}, [("2008", 4, ""), ("2008", 3, "sex=male")], 0),
        ({}, [("2008", 5, ""), ("2008", 3, "sex=male")], 1),
        ({}, [("2008", "<=4", ""), ("2008", 3, "sex=male")], 0),
        ({}, [("2008", "4..5", ""), ("2008", 3, "sex=male")], 1),
        ({}, [("2009", 4, ""), ("2008", 3, "sex=male")], 1),
        ({}, [("2008", 4, ""), ("2009", 3, ""), ("2009", 3, "place=south")], 0),
        ({}, [("2008", 4, "sex=male"), ("2008", 3, "place=north; sex=male")], 1),
        ({"unit": "percent"}, [("2008", 3, "sex=male")], 0),
        ({"unit": "currency MAD"}, [("2008", 3, "sex=male")], 0),
    ],
)
def test_small_totals_hide_nothing(
    said: Strange, rows: list[tuple[str, float | str, str]], count: int
) -> None:
    """Only groups of counts are small, and only beside a total that is not."""
    found = list(small_groups(ledger(flow(**said), *(seen(*row) for row in rows))))

    assert count == len(found)


def test_totals_of_others_are_not_theirs() -> None:
    """The total that counts is that of the same indicator."""
    rows = [seen("2008", 3, "sex=male"), seen("2008", 4, code="B"), seen("2009", 4)]
    made = ledger(flow("B"), flow(), *rows)

    assert ["A: 1 figure of groups below 5, of 2008 sex=male"] == told(small_groups(made))


def test_total_counts_for_its_own_period() -> None:
    """A small total of one indicator says nothing of another in another period."""
    indicators = [flow("A"), flow("B"), flow("C")]
    rows = [
        seen("2007", 40, code="B"),
        seen("2008", 40, code="A"),
        seen("2008", 3, "sex=male", code="A"),
        seen("2007", 4, code="C"),
    ]

    assert ["A: 1 figure of groups below 5, of 2008 sex=male"] == told(
        small_groups(ledger(*indicators, *rows))
    )


def test_nothing_is_broken_down() -> None:
    """Without figures or indicators nothing is found."""
    for search in (silent_dimensions, unlisted_dimensions, small_groups):
        assert [] == list(search(ledger(flow(dimensions=BOTH))))
        assert [] == list(search(ledger(seen("2008", 1, "sex=male"))))
