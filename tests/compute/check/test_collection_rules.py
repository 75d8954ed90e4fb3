from datetime import date

import pytest

from indh_me.compute.check.collection_rules import (
    early_collections,
    not_counted_yet,
    partial_scopes,
)
from indh_me.model import Indicator, Text
from ledgers import flow, ledger, seen, told

LAST_DAY = date(2008, 12, 31)
PART = Text.of(en="Without the northern sites")


def test_figures_collected_too_early() -> None:
    """Figures collected before the last day of their period are counted, the first is named."""
    rows = [
        seen("2009", collected=date(2009, 10, 1)),
        seen("2008", 1, "sex=male", collected=date(2008, 10, 1)),
        seen("2007", collected=date(2008, 1, 15)),
    ]
    (found,) = early_collections(ledger(flow("B"), flow(), *rows))

    assert (
        "ME051 warning: A: 2 figures collected before the period was over, the first of 2008 "
        "sex=male\n"
        '  where: observations.A."2008 sex=male"\n'
        "  mend:  correct the day or the period, or collect the figure again"
    ) == str(found)
    assert "A" == found.indicator


@pytest.mark.parametrize(
    ("accumulation", "value", "collected", "count"),
    [
        ("sum", 1, date(2008, 12, 30), 1),
        ("sum", 1, LAST_DAY, 0),
        ("sum", 1, date(2009, 1, 1), 0),
        ("sum", 1, None, 0),
        ("sum", "not_reported", date(2008, 12, 30), 0),
        ("running_total", 1, date(2008, 12, 30), 1),
        ("mean", 1, date(2008, 12, 30), 1),
        ("ratio", 1, date(2008, 12, 30), 1),
        ("peak", 1, date(2008, 12, 30), 1),
        ("latest", 1, date(2008, 12, 30), 0),
    ],
)
def test_levels_may_be_measured_early(
    accumulation: str, value: float | str, collected: date | None, count: int
) -> None:
    """What goes on until the last day cannot be collected before; a level can."""
    made = ledger(flow(accumulation=accumulation), seen("2008", value, collected=collected))

    assert count == len(list(early_collections(made)))


def test_figures_with_a_scope() -> None:
    """Figures of the total with a note on their scope are counted, the first is named."""
    rows = [
        seen("2009", scope=PART),
        seen("2008", scope=PART),
        seen("2007"),
        seen("2006", "not_reported", scope=PART),
        seen("2006", 1, "sex=male", scope=PART),
        seen("2006", code="B"),
    ]
    (found,) = partial_scopes(ledger(flow("B"), flow(), *rows))

    assert (
        "ME057 info: A: 2 figures with a scope of its own, the first of 2008\n"
        "  where: observations.A.2008.scope\n"
        "  mend:  show the scope beside the figure, or complete the figure"
    ) == str(found)
    assert "A" == found.indicator


def test_figures_of_the_whole() -> None:
    """Figures without a note on their scope are let pass."""
    note = Text.of(en="late")

    assert [] == list(partial_scopes(ledger(flow(), seen("2008", note=note))))
    assert [] == list(partial_scopes(ledger(flow())))
    assert ["A: 1 figure with a scope of its own, of 2008"] == told(
        partial_scopes(ledger(flow(), seen("2008", scope=PART), seen("2009")))
    )


def test_figures_that_do_not_count() -> None:
    """Figures that do not count on the day are counted, the first is named."""
    rows = [
        seen("2010"),
        seen("2009"),
        seen("2007", collected=date(2009, 1, 1)),
        seen("2008"),
        seen("2009", 1, "sex=male"),
        seen("2009", code="B"),
    ]
    indicators = (Indicator.milestone("B"), flow())
    one, other = not_counted_yet(ledger(*indicators, *rows), LAST_DAY)

    assert (
        "ME058 info: A: 4 figures not counted on 2008-12-31, the first of 2007\n"
        "  where: observations.A.2007\n"
        "  mend:  a figure counts once its period is over and it is collected: leave it, or take a "
        "later day"
    ) == str(one)
    assert "A" == one.indicator
    assert "B: 1 figure not counted on 2008-12-31, of 2009" == other.message


@pytest.mark.parametrize(
    ("as_of", "value", "collected", "count"),
    [
        (LAST_DAY, 1, None, 0),
        (date(2008, 12, 30), 1, None, 1),
        (LAST_DAY, 1, LAST_DAY, 0),
        (LAST_DAY, 1, date(2009, 1, 1), 1),
        (date(2008, 12, 30), "not_reported", None, 0),
        (date.max, 1, date.max, 0),
        (date.min, 1, None, 1),
    ],
)
def test_figures_count_when_over_and_collected(
    as_of: date, value: float | str, collected: date | None, count: int
) -> None:
    """A figure counts from the last day of its period on, or from that of its collection."""
    made = ledger(flow(), seen("2008", value, collected=collected))

    assert count == len(list(not_counted_yet(made, as_of)))


def test_no_figures_are_collected() -> None:
    """Without figures nothing is found."""
    assert [] == list(early_collections(ledger(flow())))
    assert [] == list(not_counted_yet(ledger(flow()), LAST_DAY))
