import math

import pytest

from indh_me.compute.check.planned import (
    bounds,
    final_value,
    is_below,
    mismatch,
    plan_path,
    values_of,
)
from indh_me.model import Quantity
from plans import flow, target

LARGEST = 1.7e308


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        ("9", (9, 9)),
        ("2..5", (2, 5)),
        (">=2", (2, math.inf)),
        ("<=5", (-math.inf, 5)),
        ("3 (..)", (-math.inf, math.inf)),
    ],
)
def test_bounds(quantity: str, expected: tuple[float, float]) -> None:
    """A bound that is not known is infinite."""
    assert expected == bounds(Quantity.parse(quantity))


@pytest.mark.parametrize(
    ("one", "other", "below"),
    [
        ("1", "2", True),
        ("2", "2", False),
        ("3", "2", False),
        ("1..2", "3..4", True),
        ("1..3", "3..4", False),
        ("<=2", ">=3", True),
        (">=1", "9", False),
        ("1", "<=9", False),
        ("1 (..)", "9", False),
    ],
)
def test_below_beyond_doubt(one: str, other: str, *, below: bool) -> None:
    """A quantity is below another if it is for all values inside the bounds of both."""
    assert below is is_below(Quantity.parse(one), Quantity.parse(other))


def test_values_of_a_target() -> None:
    """A target has its first value and those of its revisions, of which the last one holds."""
    revised, plain = target("2008", 1, 2, 3), target("2008", 1)

    assert [(-1, "1"), (0, "2"), (1, "3")] == [(at, str(each)) for at, each in values_of(revised)]
    assert [(-1, "1")] == [(at, str(each)) for at, each in values_of(plain)]
    assert ["3", "1"] == [str(final_value(each)) for each in (revised, plain)]


def test_path_in_the_plan() -> None:
    """Paths are those of the file: keys with dots are quoted, targets of groups stand in a list."""
    indicator = flow("1.1", targets=[target("2005/2007", 1), target("2008", 1, group="sex=male")])
    total, group = indicator.targets

    assert 'indicators."1.1".targets."2005/2007"' == plan_path(indicator, total)
    assert 'indicators."1.1".targets."2005/2007".revisions[1]' == plan_path(indicator, total, 1)
    assert 'indicators."1.1".targets_by_category.revisions[0]' == plan_path(indicator, group, 0)


@pytest.mark.parametrize(
    ("parts", "total", "sentence"),
    [
        ("40 50", "100", "90, less than the total 100"),
        ("40 70", "100", "110, more than the total 100"),
        ("40 60", "100", None),
        ("40 <=50", "100..120", "at most 90, less than the total at least 100"),
        ("40 >=70", "80..100", "at least 110, more than the total at most 100"),
        ("40 >=50", "100", None),
        ("40 <=70", "100", None),
        ("40 50 (..)", "1", None),
        ("0.1 0.2", "0.3", None),
        ("-40 -50", "-100", "-90, more than the total -100"),
    ],
)
def test_parts_and_their_total(parts: str, total: str, sentence: str | None) -> None:
    """Parts miss their total only if they do for all values inside the bounds, but for rounding."""
    quantities = [Quantity.parse(each) for each in parts.replace(" (", "(").split()]

    assert sentence == mismatch(quantities, Quantity.parse(total))


def test_incomplete_parts() -> None:
    """Parts that are incomplete may come to less than the total, not to more."""
    some = [Quantity.exactly(40), Quantity.exactly(50)]

    assert mismatch(some, Quantity.exactly(100), complete=False) is None
    assert "90, more than the total 80" == mismatch(some, Quantity.exactly(80), complete=False)


def test_sums_too_large_for_a_number() -> None:
    """Figures whose sum is too large for a number make no error."""
    largest = [Quantity.exactly(LARGEST)] * 2

    assert "inf, more than the total 1" == mismatch(largest, Quantity.exactly(1))
    assert mismatch(largest, Quantity.at_least(1)) is None
    assert mismatch([*largest, Quantity.at_most(1)], Quantity.exactly(1)) is None
    assert "-inf, less than the total 1" == mismatch(
        [-each for each in largest], Quantity.exactly(1)
    )


@pytest.mark.parametrize(("part", "missed"), [(1e9 + 2, True), (1e9 + 0.5, False)])
def test_slack_grows_with_the_figures(part: float, *, missed: bool) -> None:
    """The rounding of sums is forgiven up to a billionth of what is compared."""
    assert missed == (mismatch([Quantity.exactly(part)], Quantity.exactly(1e9)) is not None)
    assert missed == (mismatch([Quantity.exactly(1e9)], Quantity.exactly(part)) is not None)
