import pytest

from indh_me.compute.check.share_rules import missing_denominators, shares_not_of_their_counts
from indh_me.model import Quantity
from ledgers import flow, ledger, seen, told

PERCENT = flow(unit="percent", accumulation="latest")
POOLED = flow(unit="percent", accumulation="ratio")


def test_share_that_its_counts_do_not_make() -> None:
    """A percentage that contradicts its numerator and denominator is found, with what they make."""
    rows = [seen("2007", "64 [16/25]"), seen("2008", "70 [16/25; n=30]", "sex=male")]
    (found,) = shares_not_of_their_counts(ledger(PERCENT, *rows))

    assert (
        "ME043 error: A in 2008 sex=male: '70' is given for 16/25, which makes 64\n"
        '  where: observations.A."2008 sex=male"\n'
        "  mend:  correct the figure, its numerator or its denominator"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("value", "count"),
    [
        ("33.3 [1/3]", 0),
        ("33 [1/3]", 0),
        ("33.33333333333333 [1/3]", 0),
        ("33.4 [1/3]", 1),
        ("33.2 [1/3]", 1),
        ("34 [1/3]", 1),
        ("32 [1/3]", 1),
        ("30 [1/3]", 1),
        ("0.333 [1/3]", 1),
        ("12 [1/8]", 0),
        ("13 [1/8]", 0),
        ("12.4 [1/8]", 1),
        ("6.2 [1/16]", 0),
        ("6.3 [1/16]", 0),
        ("6.25 [1/16]", 0),
        ("3.12 [1/32]", 0),
        ("3.13 [1/32]", 0),
        ("3.11 [1/32]", 1),
        ("12.45 [1/8]", 1),
        ("0 [0/25]", 0),
        ("1 [0/25]", 1),
        ("-4 [-1/25]", 0),
        ("64 (58..70) [16/25]", 0),
        ("65 (58..70) [16/25]", 1),
        ("58..70 [1/25]", 0),
        ("64 [n=25]", 0),
        ("100 [25/25]", 0),
        ("1e300 [16/25]", 1),
        ("1e-30 [16/25]", 1),
        ("0.00000000001 [1/10000000000000]", 0),
        ("0.00000000002 [1/10000000000000]", 1),
        ("not_reported", 0),
    ],
)
def test_shares_may_be_rounded(value: str, count: int) -> None:
    """A share may be off by half a unit of its last digit, and by no more."""
    assert count == len(list(shares_not_of_their_counts(ledger(PERCENT, seen("2008", value)))))


@pytest.mark.parametrize(
    ("unit", "value", "messages"),
    [
        ("ratio per 1000", "640 [16/25]", []),
        (
            "ratio per 1000",
            "64 [16/25]",
            ["A in 2008: '64' is given for 16/25, which makes 640"],
        ),
        ("count", "70 [16/25]", []),
        ("score 1..5", "4 [16/25]", []),
    ],
)
def test_shares_are_of_the_unit(unit: str, value: str, messages: list[str]) -> None:
    """Percentages and ratios come of their counts times what the unit is per; nothing else does."""
    assert messages == told(
        shares_not_of_their_counts(ledger(flow(unit=unit), seen("2008", value)))
    )


def test_each_share_has_the_factor_of_its_own_unit() -> None:
    """Figures of several indicators are held against their own counts and their own unit."""
    rows = [
        seen("2008", "64 [16/25]"),
        seen("2008", "640 [16/25]", code="B"),
        seen("2009", "64 [8/25]"),
        seen("2009", "64 [8/25]", code="B"),
    ]
    both = ledger(PERCENT, flow("B", unit="ratio per 1000"), *rows)

    assert [
        "A in 2009: '64' is given for 8/25, which makes 32",
        "B in 2009: '64' is given for 8/25, which makes 320",
    ] == told(shares_not_of_their_counts(both))


def test_counts_that_make_nothing_are_let_pass() -> None:
    """Counts whose share is too large for a number contradict no figure."""
    made = Quantity(5, 5, 5, numerator=1e308, denominator=1e-5)

    assert [] == list(shares_not_of_their_counts(ledger(PERCENT, seen("2008").with_value(made))))


def test_figures_that_cannot_be_pooled() -> None:
    """Figures without counts are found once an indicator where several periods are pooled."""
    rows = [
        seen("2006", "80 [40/50]"),
        seen("2007", 90),
        seen("2008", 85),
        seen("2008", 70, "sex=male"),
        seen("2007", "60 [6/10]", "sex=male"),
        seen("2008", 70, "sex=female"),
    ]
    (found,) = missing_denominators(ledger(flow("B"), POOLED, *rows))

    assert (
        "ME044 error: A: 3 figures without numerator and denominator, the first of 2007\n"
        "  where: observations.A.2007\n"
        "  mend:  give them, as in '64 [16/25]': periods are pooled, not averaged"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("accumulation", "rows", "count"),
    [
        ("ratio", [("2008", 90)], 0),
        ("ratio", [("2008", 90), ("2008", 80)], 0),
        ("ratio", [("2008", 90), ("2009", "not_reported")], 0),
        ("ratio", [("2008", 90), ("2009", "80 [40/50]")], 1),
        ("ratio", [("2008", "90 [9/10]"), ("2009", "80 [40/50]")], 0),
        ("ratio", [("2008", 90), ("2008-S2", 80)], 1),
        ("ratio", [("2008", 90), ("2008-S1", 80)], 1),
        ("mean", [("2008", 90), ("2009", 80)], 0),
        ("latest", [("2008", 90), ("2009", 80)], 0),
    ],
)
def test_only_pooled_periods_need_counts(
    accumulation: str, rows: list[tuple[str, float | str]], count: int
) -> None:
    """One period, given once or twice, keeps its figure; only ``ratio`` pools more of them."""
    indicator = flow(unit="percent", accumulation=accumulation)
    made = ledger(indicator, *(seen(period, value) for period, value in rows))

    assert count == len(list(missing_denominators(made)))


def test_groups_are_pooled_apart() -> None:
    """One figure of each of several groups is not pooled."""
    rows = [seen("2008", 90), seen("2009", 80, "sex=female"), seen("2010", 70, "sex=male")]

    assert [] == list(missing_denominators(ledger(POOLED, *rows)))


def test_no_figures_lack_no_counts() -> None:
    """Without figures nothing is found."""
    assert [] == list(missing_denominators(ledger(POOLED)))
    assert [] == list(shares_not_of_their_counts(ledger(POOLED)))
