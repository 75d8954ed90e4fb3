from datetime import date
from typing import Any, TypeAlias

import pytest

from indh_me.compute.check.milestone_rules import days_past_due, overdue, overdue_milestones
from indh_me.compute.reporting import reporting_set
from indh_me.model import (
    Absence,
    Categories,
    Framework,
    Indicator,
    Observation,
    Observations,
    Period,
    Target,
)

#: Fields of whatever is made.
Keys: TypeAlias = Any

BRIEFING = date(2008, 3, 27)


@pytest.mark.parametrize(
    ("due", "days"),
    [
        ([], None),
        (["2007"], 87),
        (["2008-03-27"], 0),
        (["2008-05-17"], -51),
        (["2006", "2007", "2009"], 87),
        (["2007", "2008-03-27"], 87),
        (["2009", "2010"], -644),
    ],
)
def test_days_past_due(due: list[str], days: int | None) -> None:
    """Days count from the last due period that is past, or to the next one."""
    targets = [Target(period=Period.parse(name), value=1) for name in due]
    milestone = Indicator.milestone("M").with_targets(*targets)

    assert days == days_past_due(milestone, BRIEFING)


@pytest.mark.parametrize(("days", "words"), [(1, "1 day"), (2, "2 days"), (87, "87 days")])
def test_overdue_says_how_long(days: int, words: str) -> None:
    """The finding says by how many days the milestone is overdue."""
    found = overdue(Indicator.milestone("M"), days)

    assert (
        f"ME001 warning: milestone M is overdue by {words}\n"
        "  where: indicators.M\n"
        "  mend:  report it done, or revise its target with a rationale"
    ) == str(found)
    assert "M" == found.indicator


def _found(*rows: Observation) -> list[str | None]:
    framework = Framework(
        code="F",
        languages=["fr"],
        indicators=[
            Indicator.milestone("M", due=Period.year(2007)),
            Indicator.milestone("N", due=Period.year(2009)),
            Indicator.milestone("O"),
            Indicator(code="A", unit="count", direction="increase", accumulation="sum"),
        ],
    )
    counted = reporting_set(Observations.of(*rows), BRIEFING)
    return [each.indicator for each in overdue_milestones(framework, counted, BRIEFING)]


def _seen(value: Absence | float, period: str = "2007", **keys: Keys) -> Observation:
    return Observation(
        indicator="M",
        period=Period.parse(period),
        value=value,
        **keys,
    )


def test_overdue_milestones_are_found() -> None:
    """A milestone past its day is found unless it is reported done, of the total, by then."""
    group = Categories.of(place="dakhla")
    other = Observation(indicator="A", period=Period.year(2007), value=1)

    assert ["M"] == _found()
    assert [] == _found(_seen(1))
    assert ["M"] == _found(_seen(0), other)
    assert ["M"] == _found(_seen(Absence.NOT_REPORTED))
    assert ["M"] == _found(_seen(1, categories=group))
    assert ["M"] == _found(_seen(1, "2008"))
    assert ["M"] == _found(_seen(1), _seen(0, "2008-03"), _seen(0, "2008-02"))
    assert [] == _found(_seen(0), _seen(1, "2008-02"))
