from datetime import date

import pytest

from indh_me.compute.check.progress_rules import (
    CHECKS,
    bounds_wider_than_change,
    implausible_rates,
    late_baselines,
)
from indh_me.compute.check.rule import Subject
from indh_me.model import Categories, Observations
from ledgers import aim, flow, ledger, plan, revised, seen, start, told
from refusals import Strange

WOMEN = Categories.of(sex="female")
BEFORE, AFTER = date(2008, 5, 31), date(2008, 6, 1)


def test_baseline_after_the_first_result() -> None:
    """A baseline that was measured after the first figure is found, with both periods."""
    indicator = flow(baseline=start(10, "2008"))
    rows = [seen("2009"), seen("2007", 12), seen("2007", 12, code="B")]
    (found,) = late_baselines(ledger(flow("B"), indicator, *rows))

    assert (
        "ME042 warning: A: the baseline is of 2008, after the first figure, of 2007\n"
        "  where: indicators.A.baseline.period\n"
        "  mend:  give a baseline from before the first result, or correct its period"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("baseline", "rows", "count"),
    [
        (start(10, "2008"), [("2008", 1, "")], 0),
        (start(10, "2008"), [("2008-Q4", 1, "")], 0),
        (start(10, "2008"), [("2008-Q3", 1, "")], 1),
        (start(10, "2008"), [("2008-12-30", 1, "")], 1),
        (start(10, "2008"), [("2007", "not_reported", ""), ("2009", 1, "")], 0),
        (start(10, "2008"), [("2007", 1, "sex=male"), ("2009", 1, "")], 0),
        (start(10, "2008"), [("2009", 1, "sex=male"), ("2007", 1, "")], 1),
        (start(10), [("2007", 1, "")], 0),
        (start("not_reported", "2008"), [("2007", 1, "")], 0),
        (start(">=10", "2008"), [("2007", 1, "")], 1),
        (start(10, "2008"), [], 0),
        (None, [("2007", 1, "")], 0),
    ],
)
def test_first_figure_of_the_total_counts(
    baseline: Strange, rows: list[tuple[str, float | str, str]], count: int
) -> None:
    """What counts is the first figure of the total, and the last day of both periods."""
    made = ledger(flow(baseline=baseline), *(seen(*row) for row in rows))

    assert count == len(list(late_baselines(made)))


@pytest.mark.parametrize(
    ("baseline", "rows", "count"),
    [
        (start(12, "2008"), [("2007", 10, ""), ("2008", 12, "")], 0),
        (start(12, "2008"), [("2008", 12, ""), ("2007", 10, "")], 0),
        (
            start(12, "2008"),
            [("2006", 9, ""), ("2007", 10, ""), ("2008", 12, ""), ("2009", 1, "")],
            0,
        ),
        (start(12, "2008"), [("2007", 10, ""), ("2008", 13, "")], 1),
        (start(12, "2008"), [("2007", 12, ""), ("2009", 12, "")], 1),
        (start(12, "2008"), [("2007", 10, ""), ("2008", 12, "sex=male")], 1),
        (start(12, "2008"), [("2007", 10, ""), ("2008", ">=12", "")], 1),
        (start(12, "2008"), [("2007", 10, ""), ("2008", "<=12", "")], 1),
        (start(">=12", "2008"), [("2007", 10, ""), ("2008", ">=12", "")], 0),
        (start(12, "2008-03"), [("2007", 10, ""), ("2008", 12, "")], 1),
    ],
)
def test_baseline_may_be_a_point_of_the_series(
    baseline: Strange, rows: list[tuple[str, float | str, str]], count: int
) -> None:
    """A baseline that is itself reported, period and figure, has only history before it."""
    another = flow("B", baseline=start(1, "2005"))
    made = ledger(another, flow(baseline=baseline), *(seen(*row) for row in rows))

    assert count == len(list(late_baselines(made)))


def test_baseline_is_held_against_its_own_figures() -> None:
    """That one baseline is among the figures says nothing of the baseline of another."""
    rows = [
        seen(period, value, code=code)
        for code in "AB"
        for period, value in (("2007", 10), ("2008", 12))
    ]
    both = ledger(flow("B", baseline=start(12, "2008")), flow(baseline=start(13, "2008")), *rows)

    assert ["A"] == [each.indicator for each in late_baselines(both)]


def test_figure_far_above_its_target() -> None:
    """A figure of more than ten times its target is found, with both."""
    indicator = flow(targets=[aim("2007", 39), aim("2008", 40), aim("2008", 20, categories=WOMEN)])
    rows = [seen("2007", 390), seen("2008", 4100), seen("2008", 2050, "sex=female")]
    one, other = implausible_rates(ledger(flow("B"), indicator, *rows), None)

    assert (
        "ME049 warning: A in 2008: '4100' is more than ten times the target '40'\n"
        "  where: observations.A.2008\n"
        "  mend:  check the digits and the unit of both"
    ) == str(one)
    assert "A" == one.indicator
    assert "A in 2008 sex=female: '2050' is more than ten times the target '20'" == other.message


@pytest.mark.parametrize(
    ("target", "value", "count"),
    [
        (40, 400, 0),
        (40, 401, 1),
        (40, ">=401", 1),
        (40, ">=400", 0),
        (40, "<=4000", 0),
        (40, "not_reported", 0),
        ("<=40", 401, 1),
        ("30..40", 400, 0),
        ("30..40", 401, 1),
        (">=30", 4000, 0),
        (0, 4000, 0),
        (-40, 4000, 0),
        (0.1, 2, 1),
        (1e308, 1.5e308, 0),
    ],
)
def test_rates_are_implausible_for_certain(
    target: float | str, value: float | str, count: int
) -> None:
    """The figure exceeds ten times the target whatever they are within their bounds."""
    made = ledger(flow(targets=[aim("2008", target)]), seen("2008", value))

    assert count == len(list(implausible_rates(made, None)))


@pytest.mark.parametrize(
    ("said", "row", "count"),
    [
        ({"targets": [aim("2008", 40)], "direction": "decrease"}, ("2008", 900, ""), 0),
        ({"targets": [aim("2008", 40)], "direction": "maintain"}, ("2008", 900, ""), 0),
        ({"targets": [aim("2008", 40, cumulative=True)]}, ("2008", 900, ""), 0),
        (
            {"targets": [aim("2008", 40, cumulative=True)], "accumulation": "latest"},
            ("2008", 900, ""),
            1,
        ),
        ({"targets": [aim("2008", 40)]}, ("2009", 900, ""), 0),
        ({"targets": [aim("2008", 40)]}, ("2008-Q1", 900, ""), 0),
        ({"targets": [aim("2008", 40)]}, ("2008", 900, "sex=female"), 0),
        ({"targets": [aim("2008", 40, categories=WOMEN)]}, ("2008", 900, ""), 0),
        ({"targets": [aim("2008", 40, categories=WOMEN)]}, ("2008", 900, "sex=female"), 1),
        ({"targets": [aim("2007", 9), aim("2008", 100)]}, ("2008", 900, ""), 0),
        ({"targets": []}, ("2008", 900, ""), 0),
    ],
)
def test_figures_have_the_target_of_their_period(
    said: Strange, row: tuple[str, float, str], count: int
) -> None:
    """A figure is held against the target of the same period and group, if more is better."""
    assert count == len(list(implausible_rates(ledger(flow(**said), seen(*row)), None)))


def test_each_figure_has_its_own_target() -> None:
    """Of many targets each figure meets the one of its indicator, period and group."""
    rows = [
        seen(period, value, group, code=code)
        for code, value in (("A", 95), ("B", 1000), ("C", 95))
        for period in ("2007", "2008")
        for group in ("", "sex=female")
    ]
    targets = [
        aim("2007", 9),
        aim("2008", 10),
        aim("2009", 1),
        aim("2007", 99, categories=WOMEN),
        aim("2008", 101, categories=WOMEN),
        aim("2008", 1, categories=Categories.of(sex="male")),
    ]
    indicators = [flow("C"), *(flow(code, targets=targets) for code in "BA")]

    assert [
        "A in 2007: '95' is more than ten times the target '9'",
        "B in 2007 sex=female: '1000' is more than ten times the target '99'",
        "B in 2007: '1000' is more than ten times the target '9'",
        "B in 2008: '1000' is more than ten times the target '10'",
    ] == sorted(told(implausible_rates(ledger(*indicators, *rows), None)))


@pytest.mark.parametrize(("as_of", "count"), [(BEFORE, 1), (AFTER, 0), (None, 0)])
def test_targets_are_those_in_force(as_of: date | None, count: int) -> None:
    """A revision counts from its day on; without a day the last one does."""
    target = aim("2008", 40, revisions=[revised(400)])
    made = ledger(flow(targets=[target]), seen("2008", 900))

    assert count == len(list(implausible_rates(made, as_of)))


def test_bounds_wider_than_the_change() -> None:
    """A latest figure less certain than the change it is to show is found."""
    indicator = flow(
        unit="percent", accumulation="latest", baseline=start(40), targets=[aim("2009", 48)]
    )
    rows = [seen("2007", "44 (30..58)"), seen("2008", "44 (37..51) [n=90]")]
    (found,) = bounds_wider_than_change(ledger(flow("B"), indicator, *rows), None)

    assert (
        "ME059 warning: A in 2008: the bounds of '44 (37..51)' lie further apart than the baseline "
        "'40' and the target '48'\n"
        "  where: observations.A.2008\n"
        "  mend:  measure more precisely, or claim no change from this figure"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("baseline", "target", "value", "count"),
    [
        (40, 48, "37..45", 0),
        (40, 48, "37..45.5", 1),
        (48, 40, "37..45.5", 1),
        (48, 40, "37..45", 0),
        (40, 48, 44, 0),
        (40, 48, ">=0", 0),
        (40, 48, "<=1000", 0),
        (40, 40, "37..45", 0),
        (40, ">=48", "0..100", 0),
        (">=40", 48, "0..100", 0),
        ("40 (39..41)", 48, "0..100", 0),
        ("not_reported", 48, "0..100", 0),
        (0, 1, "-1.5e308..1.5e308", 1),
        (-1.5e308, 1.5e308, "0..100", 0),
    ],
)
def test_change_is_known_exactly(
    baseline: float | str, target: float | str, value: float | str, count: int
) -> None:
    """Both bounds must be known, and the baseline and target exactly; equal ones ask no change."""
    indicator = flow(accumulation="latest", baseline=start(baseline), targets=[aim("2008", target)])

    assert count == len(
        list(bounds_wider_than_change(ledger(indicator, seen("2008", value)), None))
    )


@pytest.mark.parametrize(
    ("targets", "period", "aimed"),
    [
        ([("2007", 41), ("2008", 42), ("2009", 43)], "2008", "42"),
        ([("2007", 41), ("2008", 42), ("2009", 43)], "2008-Q1", "42"),
        ([("2007", 41), ("2008", 42), ("2009", 43)], "2008/2009", "43"),
        ([("2007", 41), ("2008", 42), ("2009", 43)], "2010", "43"),
        ([("2007", 41), ("2006/2010", 42), ("2008", 43)], "2007-Q1", "41"),
        ([("2007", 41), ("2006/2010", 42), ("2008", 43)], "2009", "42"),
        ([("2007", 41), ("2006/2010", 42), ("2008", 43)], "2011", "42"),
        ([], "2008", None),
    ],
)
def test_target_is_the_next_one_due(
    targets: list[tuple[str, float]], period: str, aimed: str | None
) -> None:
    """A figure is held against the target that is due next, at last against the last."""
    indicator = flow(
        accumulation="latest", baseline=start(40), targets=[aim(*target) for target in targets]
    )
    found = told(bounds_wider_than_change(ledger(indicator, seen(period, "0..100")), None))

    assert ([] if aimed is None else [f"'{aimed}'"]) == [each.split()[-1] for each in found]


@pytest.mark.parametrize(
    ("said", "rows", "count"),
    [
        ({}, [("2008", "30..50", "")], 1),
        ({"baseline": None}, [("2008", "30..50", "")], 0),
        ({}, [("2008", "30..50", ""), ("2009", 44, "")], 0),
        ({}, [("2008", "30..50", ""), ("2009", "not_reported", "")], 1),
        ({}, [("2008", "30..50", "sex=female")], 0),
        ({}, [("2008", 44, ""), ("2009", "30..50", "")], 1),
        ({"accumulation": "sum"}, [("2008", "30..50", "")], 0),
        ({"accumulation": "running_total"}, [("2008", "30..50", "")], 1),
        ({"targets": [aim("2008", 48)], "accumulation": "sum"}, [("2008", "30..50", "")], 1),
        ({"targets": [aim("2008", 48, categories=WOMEN)]}, [("2008", "30..50", "")], 0),
        ({"unit": "milestone", "targets": [], "baseline": None}, [("2008", "0..1", "")], 0),
    ],
)
def test_latest_figure_of_the_total_counts(
    said: Strange, rows: list[tuple[str, float | str, str]], count: int
) -> None:
    """Only the latest figure of the total is looked at; cumulative targets of flows are not."""
    fields = {
        "accumulation": "latest",
        "baseline": start(40),
        "targets": [aim("2008", 48, cumulative=True)],
        **said,
    }
    made = ledger(flow(**fields), *(seen(*row) for row in rows))

    assert count == len(list(bounds_wider_than_change(made, None)))


@pytest.mark.parametrize(("as_of", "count"), [(BEFORE, 1), (AFTER, 0), (None, 0)])
def test_change_is_to_the_target_in_force(as_of: date | None, count: int) -> None:
    """The change is that to the target as revised by the day; without a day, at last."""
    target = aim("2008", 48, revisions=[revised(70)])
    indicator = flow(accumulation="latest", baseline=start(40), targets=[target])

    assert count == len(
        list(bounds_wider_than_change(ledger(indicator, seen("2008", "30..50")), as_of))
    )


@pytest.mark.parametrize(("as_of", "ids"), [(BEFORE, ["ME049", "ME059"]), (AFTER, []), (None, [])])
def test_rules_are_given_the_day(as_of: date | None, ids: list[str]) -> None:
    """The linter hands the as-of date on to the rules that use one if there is one."""
    target = aim("2008", 48, revisions=[revised(4000)])
    framework = plan(flow(baseline=start(40), targets=[target]))
    subject = Subject(framework, Observations.of(seen("2008", "600..700")), as_of)

    assert ids == [each.id for _, search in CHECKS for each in search(subject)]


def test_no_figures_have_no_rates() -> None:
    """Without figures or indicators nothing is found."""
    indicator = flow(baseline=start(40, "2008"), targets=[aim("2008", 48)])
    for parts in ((), (indicator,), (seen("2008"),)):
        assert [] == list(late_baselines(ledger(*parts)))
        assert [] == list(implausible_rates(ledger(*parts), None))
        assert [] == list(bounds_wider_than_change(ledger(*parts), None))
