import math
from collections.abc import Iterator
from datetime import date

import pytest

from indh_me.compute.check import Finding, Severity
from indh_me.compute.check.entry import Entry, Tally
from indh_me.compute.check.ledger import Ledger
from indh_me.compute.check.ledger_search import (
    of_ledger,
    of_ledger_and_day,
    of_ledger_on_any_day,
)
from indh_me.compute.check.rule import Rule, Subject
from indh_me.model import (
    TOTAL,
    Accumulation,
    Categories,
    Indicator,
    Observations,
    Period,
    UnitKind,
)
from ledgers import flow, ledger, plan, reporting, seen

WOMEN = Categories.of(sex="female")


def _rows(made: Ledger) -> list[tuple[str, str]]:
    """Give indicator and period of each row."""
    entries = map(made.entry, range(len(made.owner)))
    return [(each.code, each.when) for each in entries]


def test_ledger_leaves_out_other_indicators() -> None:
    """Rows of indicators that the plan does not have are left out, the others know their own."""
    rows = [seen("2008", code="X"), seen("2008", code="B"), seen("2007", code="A")]
    made = ledger(flow("C"), flow("A"), flow("B"), *rows)

    assert [("B", "2008"), ("A", "2007")] == _rows(made)
    assert [2, 1] == made.owner.tolist()
    assert [0, 1] == made.starts.tolist()


def test_ledger_of_nothing() -> None:
    """A ledger may be empty, with and without a plan."""
    for made in (ledger(), ledger(flow()), ledger(seen("2008")), ledger().some(ledger().exact)):
        assert [] == _rows(made)
        assert [] == _rows(made.figures)
        assert [] == _rows(made.series)
        assert [] == _rows(made.totals)
        assert [] == made.last.tolist()
        assert [] == made.starts.tolist()
        assert [] == list(made.tallies(made.exact))


def test_ledger_that_keeps_all_is_the_same() -> None:
    """A ledger of which nothing is left out is not made anew."""
    made = ledger(flow(), seen("2008"))

    assert made is made.some(made.exact)
    assert made is made.totals


def test_ledger_without_a_copy_of_the_plan() -> None:
    """The ledger is made of the plan and what was reported."""
    made = Ledger.of(framework := plan(flow()), reporting(seen("2008")))

    assert framework is made.framework
    assert [("A", "2008")] == _rows(made)


def test_figures_are_in_order() -> None:
    """Rows stand by indicator, categories and period, with their figures beside them."""
    rows = [
        seen("2008", "8 (7..9)"),
        seen("2007", ">=5"),
        seen("2008", "not_reported", "sex=female"),
        seen("2006", 6, "sex=female"),
    ]
    made = ledger(flow(), *rows)

    assert ["2007", "2008", "2006 sex=female", "2008 sex=female"] == [
        when for _, when in _rows(made)
    ]
    assert [5, 7, 6] == made.figures.low.tolist()
    assert [math.inf, 9, 6] == made.figures.high.tolist()
    assert [8, 6] == made.figures.best.tolist()[1:]
    assert [False, False, True, False] == made.exact.tolist()
    assert [False, True, False, True] == made.follows.tolist()
    assert [False, True, False, True] == made.last.tolist()
    assert [True, True, False, False] == made.is_total.tolist()
    assert [("A", "2007"), ("A", "2008")] == _rows(made.totals)


def test_series_has_one_figure_a_period() -> None:
    """Periods with two figures and milestones are no part of a series; absences are none."""
    rows = [
        seen("2005"),
        seen("2006"),
        seen("2006"),
        seen("2006-S2"),
        seen("2007", "not_reported"),
        seen("2006", 1, "sex=female"),
        seen("2006", code="B"),
        seen("2009"),
        seen("2009"),
        seen("2009"),
    ]
    made = ledger(flow(), Indicator.milestone("B"), *rows)

    assert [("A", "2005"), ("A", "2006-S2"), ("A", "2006 sex=female")] == _rows(made.series)
    assert [("A", "2005"), ("A", "2006-S2")] == _rows(made.totals)
    assert [False, True, True] == made.series.last.tolist()
    assert [False, False, True, False, False, True, True] == made.figures.repeats[:7].tolist()


@pytest.mark.parametrize(
    ("kinds", "flags"),
    [
        ((), [False, False, False]),
        ((UnitKind.COUNT,), [True, False, False]),
        ((UnitKind.PERCENT,), [False, True, False]),
        ((UnitKind.PERCENT, UnitKind.MILESTONE), [False, True, True]),
        ((UnitKind.SCORE,), [False, False, False]),
    ],
)
def test_rows_of_a_unit(kinds: tuple[UnitKind, ...], flags: list[bool]) -> None:
    """Rows are found by the unit of their indicator."""
    indicators = [Indicator.milestone("C"), flow("B", unit="percent"), flow("A")]
    made = ledger(*indicators, *(seen("2008", code=code) for code in "ABC"))

    assert flags == made.of_unit(*kinds).tolist()


@pytest.mark.parametrize(
    ("kinds", "flags"),
    [
        ((), [False, False]),
        ((Accumulation.SUM,), [True, False]),
        ((Accumulation.RATIO,), [False, True]),
        ((Accumulation.SUM, Accumulation.RATIO), [True, True]),
        ((Accumulation.LATEST,), [False, False]),
    ],
)
def test_rows_of_an_accumulation(kinds: tuple[Accumulation, ...], flags: list[bool]) -> None:
    """Rows are found by how their indicator accumulates."""
    indicators = [flow("B", accumulation="ratio"), flow("A")]
    made = ledger(*indicators, *(seen("2008", code=code) for code in "AB"))

    assert flags == made.of_accumulation(*kinds).tolist()


@pytest.mark.parametrize(
    ("frequency", "months"),
    [
        (None, 0),
        ("once", 0),
        ("annual", 12),
        ("semiannual", 6),
        ("four_monthly", 4),
        ("quarterly", 3),
        ("monthly", 1),
    ],
)
def test_months_of_a_frequency(frequency: str | None, months: int) -> None:
    """A frequency asks for periods of so many months; of milestones it asks for none."""
    done = Indicator(code="B", unit="milestone", frequency=frequency)

    assert [0, months] == ledger(done, flow(frequency=frequency)).months.tolist()


def test_tallies_name_the_first() -> None:
    """Flagged rows are counted for each indicator; the first ends first, and is the total."""
    rows = [
        seen("2009", 1),
        seen("2008", 2, "sex=male"),
        seen("2008", 3, "sex=female"),
        seen("2008-S2", 4),
        seen("2007", 5, code="B"),
        seen("2005/2008", 6, "place=south", code="C"),
        seen("2005/2008", 7, code="C"),
        seen("2006/2008", 8, code="C"),
    ]
    made = ledger(flow("C"), flow("B"), flow("A"), *rows)

    assert [
        ("A", 4, "2008 sex=female", 3),
        ("B", 1, "2007", 5),
        ("C", 3, "2005/2008", 7),
    ] == [
        (each.first.code, each.count, each.first.when, each.first.best)
        for each in made.tallies(made.exact)
    ]
    assert [("A", 2, "2008-S2"), ("C", 2, "2005/2008")] == [
        (each.first.code, each.count, each.first.when)
        for each in made.tallies(made.is_total & (made.owner != 1))
    ]


def test_tallies_of_figures_given_twice() -> None:
    """Figures given twice for a period all count, in one tally."""
    rows = [seen("2008", 1), seen("2008", 2), seen("2009", 3), seen("2009", 3, code="B")]
    made = ledger(flow("B"), flow("A"), *rows)

    assert [("A", 3, "2008"), ("B", 1, "2009")] == [
        (each.first.code, each.count, each.first.when) for each in made.tallies(made.exact)
    ]


@pytest.mark.parametrize(
    ("figures", "written"),
    [
        ((9.0, 9.0, 9.0), "9"),
        ((math.nan, 5.0, math.inf), ">=5"),
        ((math.nan, -math.inf, 5.0), "<=5"),
        ((4.0, -math.inf, math.inf), "4 (..)"),
        ((math.nan, math.nan, math.nan), ".."),
    ],
)
def test_entry_writes_its_figure(figures: tuple[float, float, float], written: str) -> None:
    """The figure of an entry is written as it is read."""
    assert written == Entry("A", Period.year(2008), TOTAL, *figures).figure


def test_entry_has_a_place() -> None:
    """An entry is named by indicator, period and categories."""
    total, group = (
        Entry("A.1", Period.year(2008), categories, 1, 1, 1) for categories in (TOTAL, WOMEN)
    )

    assert ("2008", 'observations."A.1".2008') == (total.when, total.place)
    assert ("2008 sex=female", 'observations."A.1"."2008 sex=female"') == (group.when, group.place)


@pytest.mark.parametrize(
    ("count", "figures", "which"),
    [(1, "1 figure", "of 2008"), (2, "2 figures", "the first of 2008")],
)
def test_tally_in_words(count: int, figures: str, which: str) -> None:
    """One figure is named, of several the first."""
    tally = Tally(count, Entry("A", Period.year(2008), TOTAL, 1, 1, 1))

    assert (figures, which) == (tally.figures, tally.which)


def test_searches_of_a_ledger() -> None:
    """A search is given the whole ledger; without a day, one that needs a day is silent."""
    rule = Rule("ME000", "demo", Severity.INFO, "demo")
    framework, table = plan(flow()), Observations.of(seen("2008"), seen("2007", code="X"))

    def look(made: Ledger) -> Iterator[Finding]:
        yield rule.found(place="a", message=str(_rows(made)), mend="n")

    def look_on(made: Ledger, as_of: date | None) -> Iterator[Finding]:
        yield rule.found(place="a", message=f"{_rows(made)} {as_of}", mend="n")

    without, day = Subject(framework, table, None), Subject(framework, table, date(2008, 1, 1))

    assert ["[('A', '2008')]"] == [each.message for each in of_ledger(look)(without)]
    assert ["[('A', '2008')] 2008-01-01"] == [
        each.message for each in of_ledger_and_day(look_on)(day)
    ]
    assert [] == list(of_ledger_and_day(look_on)(without))
    assert ["[('A', '2008')] 2008-01-01", "[('A', '2008')] None"] == [
        each.message
        for subject in (day, without)
        for each in of_ledger_on_any_day(look_on)(subject)
    ]
    assert day.ledger is day.ledger
