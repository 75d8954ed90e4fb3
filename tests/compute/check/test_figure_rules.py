import pytest

from indh_me.compute.check.figure_rules import (
    fractions_for_percent,
    impossible_counts,
    percent_outside_bounds,
    scores_outside_scale,
)
from indh_me.model import Categories, Quantity
from ledgers import aim, flow, ledger, revised, seen, start, told
from refusals import Strange

PERCENT = flow(unit="percent", accumulation="latest")


def test_percentage_outside_its_bounds() -> None:
    """A percentage above 100 is found with its place and its group."""
    (found,) = percent_outside_bounds(ledger(PERCENT, seen("2008", 870, "sex=female")))

    assert (
        "ME040 warning: A in 2008 sex=female: '870' is outside 0..100 percent\n"
        '  where: observations.A."2008 sex=female"\n'
        "  mend:  correct the figure, or state another unit"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (100, 0),
        (100.5, 1),
        (0, 0),
        (-0.5, 1),
        (">=100", 0),
        (">=101", 1),
        ("<=0", 0),
        ("<=-1", 1),
        ("99..101", 0),
        ("-1..1", 0),
        ("not_reported", 0),
    ],
)
def test_percentage_must_be_outside_for_certain(value: float | str, count: int) -> None:
    """A percentage is found where all its bounds allow lies outside 0 to 100, not at the ends."""
    assert count == len(list(percent_outside_bounds(ledger(PERCENT, seen("2008", value)))))


@pytest.mark.parametrize("unit", ["count", "ratio per 100", "currency MAD"])
def test_other_units_may_exceed_100(unit: str) -> None:
    """Only percentages are held against 100."""
    assert [] == list(percent_outside_bounds(ledger(flow(unit=unit), seen("2008", 870))))


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ({}, ["-5", "130"]),
        ({"targets": [aim("2009", 120)]}, ["-5"]),
        ({"targets": [aim("2009", 120, categories=Categories.of(sex="female"))]}, ["-5"]),
        ({"targets": [aim("2009", 100)]}, ["-5", "130"]),
        ({"targets": [aim("2009", ">=101")]}, ["-5"]),
        ({"targets": [aim("2009", "90 (80..101)")]}, ["-5"]),
        ({"baseline": start(101)}, ["-5"]),
        ({"baseline": start(-1)}, ["130"]),
        ({"baseline": start(0)}, ["-5", "130"]),
        ({"baseline": start("not_reported")}, ["-5", "130"]),
        ({"band": Quantity.parse("95..105")}, ["-5"]),
        ({"targets": [aim("2009", 90, revisions=[revised(120)])]}, ["-5"]),
        ({"targets": [aim("2009", -2)], "baseline": start(110)}, []),
    ],
)
def test_plan_may_go_beyond(said: Strange, figures: list[str]) -> None:
    """Where the plan itself states more than 100, or less than 0, figures may go there too."""
    one, other = flow(unit="percent", **said), flow("B", unit="percent", baseline=start(50))
    rows = [seen("2007", -5), seen("2008", 130), seen("2008", 170, code="B")]
    found = list(percent_outside_bounds(ledger(other, one, *rows)))

    assert [*figures, "170"] == [each.message.split("'")[1] for each in found]
    assert "B" == found[-1].indicator


def test_fractions_for_percentages() -> None:
    """Three percentages between 0 and 1 are found, in one finding."""
    rows = [seen("2006", 0.61), seen("2007", 0), seen("2008", 1, "sex=female")]
    (found,) = fractions_for_percent(ledger(PERCENT, *rows))

    assert (
        "ME050 warning: A: all 3 figures lie between 0 and 1 percent\n"
        "  where: observations.A\n"
        '  mend:  if they are fractions, write 64 for 64 percent, or state unit = "ratio per 1"'
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("values", "count"),
    [
        ([0.61, 0.58], 0),
        ([0.61, 0.58, "not_reported"], 0),
        ([0.61, 0.58, 0.6], 1),
        ([0.61, 0.58, 0.6, 0.7], 1),
        ([0.61, 0.58, 1.5], 0),
        ([0.61, 0.58, -0.5], 0),
        ([0.61, 0.58, ">=0.5"], 0),
        ([0.61, 0.58, "<=0.5"], 0),
        ([0, 1, 1, 0], 0),
        ([0, 1, "0..1"], 0),
        ([0, 1, "0.1..1"], 0),
        ([0, 1, "0..0.9"], 0),
        ([0, 1, "0.1..0.9"], 1),
        ([], 0),
    ],
)
def test_fractions_are_all_between(values: list[float | str], count: int) -> None:
    """All figures must lie between 0 and 1, three at least, and one of them inside."""
    rows = [seen(str(2000 + number), value) for number, value in enumerate(values)]

    assert count == len(list(fractions_for_percent(ledger(PERCENT, *rows))))


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ({"baseline": start(0)}, 1),
        ({"baseline": start(0.4)}, 0),
        ({"baseline": start(1)}, 0),
        ({"baseline": start(1.5)}, 1),
        ({"targets": [aim("2009", 0.9)]}, 0),
        ({"targets": [aim("2009", 90)]}, 1),
        ({"unit": "ratio per 1"}, 0),
    ],
)
def test_rare_things_stay_below_one(said: Strange, count: int) -> None:
    """Where the plan states figures above 0 and not above 1 itself, small ones are believed."""
    indicator = flow(**{"unit": "percent", **said})
    rows = [seen(str(year), 0.5) for year in (2006, 2007, 2008)]

    assert count == len(list(fractions_for_percent(ledger(indicator, *rows))))


def test_each_indicator_is_judged_by_its_own_figures() -> None:
    """Fractions of one indicator are found though another has whole percentages."""
    rows = [
        seen(str(year), value, code=code)
        for year in (2006, 2007, 2008)
        for code, value in (("A", 64), ("B", 0.64))
    ]
    both = ledger(PERCENT, flow("B", unit="percent"), *rows)

    assert ["B: all 3 figures lie between 0 and 1 percent"] == told(fractions_for_percent(both))


def test_counts_that_count_nothing() -> None:
    """Counts below zero or not whole are found together, with the first of them."""
    rows = [seen("2009", -4), seen("2007", 5), seen("2008", 12.5), seen("2010", 2.5, "sex=male")]
    (found,) = impossible_counts(ledger(flow(), *rows))

    assert (
        "ME052 error: A: 3 figures below zero or not whole, the first of 2008: '12.5'\n"
        "  where: observations.A.2008\n"
        "  mend:  a count is a whole number from 0: correct it, or state another unit"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("value", "said", "messages"),
    [
        (0, {}, []),
        (-1, {}, ["A: 1 figure below zero or not whole, of 2008: '-1'"]),
        ("<=-1", {}, ["A: 1 figure below zero or not whole, of 2008: '<=-1'"]),
        ("<=0", {}, []),
        ("-1..1", {}, []),
        ("12.5 (12..13)", {}, []),
        (">=12.5", {}, []),
        (1e300, {}, []),
        (0.5, {}, ["A: 1 figure below zero or not whole, of 2008: '0.5'"]),
        (0.5, {"accumulation": "mean"}, []),
        (0.5, {"accumulation": "ratio"}, []),
        (0.5, {"accumulation": "latest"}, ["A: 1 figure below zero or not whole, of 2008: '0.5'"]),
        (-0.5, {"accumulation": "mean"}, ["A: 1 figure below zero or not whole, of 2008: '-0.5'"]),
        (0.5, {"unit": "percent"}, []),
        (-0.5, {"unit": "currency MAD"}, []),
        ("not_reported", {}, []),
    ],
)
def test_counts_are_whole(value: float | str, said: Strange, messages: list[str]) -> None:
    """A count is a whole number from zero; means and estimates need not be whole."""
    assert messages == told(impossible_counts(ledger(flow(**said), seen("2008", value))))


def test_score_outside_its_scale() -> None:
    """A score beyond the ends of its own scale is found, with the scale."""
    rows = [seen("2008", 8.4), seen("2008", 8.4, code="B")]
    one, other = (flow(code, unit=unit) for code, unit in (("A", "score 1..5"), ("B", "count")))
    (found,) = scores_outside_scale(ledger(other, one, *rows))

    assert (
        "ME053 error: A in 2008: '8.4' is outside the score 1..5\n"
        "  where: observations.A.2008\n"
        "  mend:  correct the figure, or the scale"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("value", "count"),
    [(1, 0), (5, 0), (0.9, 1), (5.1, 1), ("<=1", 0), ("<=0.9", 1), (">=5", 0), (">=5.1", 1)],
)
def test_ends_of_the_scale_belong_to_it(value: float | str, count: int) -> None:
    """Scores at the ends are on the scale, and bounds must lie beyond it altogether."""
    made = ledger(flow(unit="score 1..5"), flow("B"), seen("2008", value))

    assert count == len(list(scores_outside_scale(made)))


def test_no_figures_break_no_unit() -> None:
    """Without figures, or without indicators, nothing is found."""
    for search in (
        percent_outside_bounds,
        fractions_for_percent,
        impossible_counts,
        scores_outside_scale,
    ):
        assert [] == list(search(ledger(PERCENT, flow("B"), flow("C", unit="score 1..5"))))
        assert [] == list(search(ledger(seen("2008", -0.5))))
