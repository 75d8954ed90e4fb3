import pytest

from indh_me.compute.check.unit_rules import (
    means_of_shares,
    percents_outside_bounds,
    sums_of_shares,
)
from indh_me.model import Absence, Baseline, Quantity
from plans import baseline, flow, found, level, places, plan, target

OUTSIDE = (
    "write shares of a hundred; where a rate may pass 100, such as gross enrolment, suppress this "
    "rule and say why"
)


def test_percent_outside_bounds() -> None:
    """Targets, revisions, targets of groups, baseline and band are each held against 0 to 100."""
    indicator = level(
        baseline=baseline(-1),
        band=Quantity.parse("90..110"),
        targets=[target("2008", 101, 100, -2), target("2009", 120, group="sex=female")],
    )
    rest = "of A is not between 0 and 100 percent"

    assert [
        ("indicators.A.targets.2008", f"target '101' {rest}", OUTSIDE, "A"),
        ("indicators.A.targets.2008.revisions[1]", f"target '-2' {rest}", OUTSIDE, "A"),
        ("indicators.A.targets_by_category", f"target '120' {rest}", OUTSIDE, "A"),
        ("indicators.A.baseline", f"baseline '-1' {rest}", OUTSIDE, "A"),
        ("indicators.A.band", f"band '90..110' {rest}", OUTSIDE, "A"),
    ] == found(percents_outside_bounds(plan(indicator)))


@pytest.mark.parametrize(
    ("value", "is_found"),
    [
        ("0", False),
        ("100", False),
        ("100.5", True),
        ("-0.5", True),
        (">=100", False),
        (">=101", True),
        ("<=0", False),
        ("<=-1", True),
        ("90..110", False),
        ("-10..10", False),
        ("101..110", True),
        ("110 (..)", False),
    ],
)
def test_figures_surely_outside(value: str, *, is_found: bool) -> None:
    """A figure with bounds is outside only if all its values are."""
    aimed = level(targets=[target("2008", value)])
    based = level(baseline=baseline(value))

    assert is_found == bool(places(percents_outside_bounds, aimed))
    assert is_found == bool(places(percents_outside_bounds, based))


@pytest.mark.parametrize(
    ("band", "is_found"),
    [
        ("0..100", False),
        (">=90", False),
        ("<=10", False),
        ("90..101", True),
        ("-1..10", True),
        (">=101", True),
        ("<=-1", True),
        ("<=101", True),
        (">=-1", True),
    ],
)
def test_ends_of_a_band(band: str, *, is_found: bool) -> None:
    """Both ends of a band are values that the indicator may take."""
    steady = level(direction="maintain", band=Quantity.parse(band))

    assert is_found == bool(places(percents_outside_bounds, steady))


def test_other_units_may_pass_100() -> None:
    """Only percentages end at 100, and an absent baseline has no end."""
    absent = level(baseline=Baseline(Absence.NOT_REPORTED))
    persons = flow(baseline=baseline(-5), targets=[target("2008", 101)])
    rate = level(unit="ratio per 1000", targets=[target("2008", 101)])

    assert [] == places(percents_outside_bounds, absent)
    assert [] == places(percents_outside_bounds, persons)
    assert [] == places(percents_outside_bounds, rate)


def test_sums_of_shares() -> None:
    """Percentages, ratios and scores that are said to add up are found, with what suits them."""
    indicators = (
        level("A", accumulation="sum"),
        level("B", unit="ratio per 1000", accumulation="running_total"),
        level("C", unit="score 1..5", accumulation="sum"),
    )

    assert [
        (
            "indicators.A.accumulation",
            "accumulation 'sum' of 'percent': such figures do not add up",
            'write accumulation = "ratio" or "latest"',
            "A",
        ),
        (
            "indicators.B.accumulation",
            "accumulation 'running_total' of 'ratio per 1000': such figures do not add up",
            'write accumulation = "ratio" or "latest"',
            "B",
        ),
        (
            "indicators.C.accumulation",
            "accumulation 'sum' of 'score 1..5': such figures do not add up",
            'write accumulation = "latest" or "mean"',
            "C",
        ),
    ] == found(sums_of_shares(plan(*indicators)))


@pytest.mark.parametrize("accumulation", ["latest", "peak", "mean", "ratio"])
def test_shares_that_are_not_added(accumulation: str) -> None:
    """Shares accumulate in all other ways, and counts and money in all ways."""
    assert [] == places(sums_of_shares, level(accumulation=accumulation))
    assert [] == places(sums_of_shares, flow(), flow("B", unit="currency MAD"))


def test_means_of_shares() -> None:
    """Percentages and ratios of which a plain mean is taken are found."""
    indicators = (
        level("A", accumulation="mean"),
        level("B", unit="ratio per 1000", accumulation="mean"),
        level("C", unit="score 1..5", accumulation="mean"),
        flow("D", accumulation="mean"),
        level("E", accumulation="ratio"),
    )
    mend = 'pool numerators and denominators: accumulation = "ratio"'

    assert [
        (
            "indicators.A.accumulation",
            "accumulation 'mean' of 'percent' counts a small group as much as a large one",
            mend,
            "A",
        ),
        (
            "indicators.B.accumulation",
            "accumulation 'mean' of 'ratio per 1000' counts a small group as much as a large one",
            mend,
            "B",
        ),
    ] == found(means_of_shares(plan(*indicators)))
