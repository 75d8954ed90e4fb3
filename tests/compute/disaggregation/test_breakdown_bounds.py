import pytest

from breakdowns import broken_down, figure
from indh_me.compute.disaggregation import GroupReason
from indh_me.compute.reason import Reason
from indh_me.model import (
    Quantity,
)


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
