import pytest

from breakdowns import broken_down, figure
from indh_me.compute.disaggregation import GroupReason
from indh_me.compute.reason import Reason
from indh_me.model import (
    Quantity,
)


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
