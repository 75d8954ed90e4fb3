from datetime import date

import pytest

from drafts import flow, seen
from indh_me.model import (
    Categories,
    Dimension,
    Indicator,
    Observation,
    Period,
    Target,
)
from indh_me.write.entries import Entry, entries_of
from refusals import Strange

AS_OF = date(2008, 3, 27)


def keys(indicator: Indicator, *observations: Observation, **said: Strange) -> list[str]:
    """Give the keys of the rows of an indicator."""
    reported = {(each.period, each.categories): each for each in observations}
    return [entry.key for entry in entries_of(indicator, reported, said.get("among", ()), AS_OF)]


def test_periods_that_are_awaited() -> None:
    """Without figures, each target's period has a row; without targets, the as-of date has one."""
    assert ["A|2008", "A|2009"] == keys(flow(targets={"2009": 1, "2008": 1}))
    assert ["A|2008-03-27"] == keys(flow())


@pytest.mark.parametrize(
    ("frequency", "expected"),
    [
        ("annual", ["2008"]),
        ("semiannual", ["2008-S1", "2008-S2"]),
        ("four_monthly", ["2008-T1", "2008-T2", "2008-T3"]),
        ("quarterly", ["2008-Q1", "2008-Q2", "2008-Q3", "2008-Q4"]),
        ("monthly", [f"2008-{month:02}" for month in range(1, 13)]),
        ("once", ["2008"]),
    ],
)
def test_frequency_cuts_the_periods(frequency: str, expected: list[str]) -> None:
    """A target's period is cut into what is reported at a time."""
    rows = keys(flow(targets={"2008": 1}, frequency=frequency))

    assert [f"A|{period}" for period in expected] == rows


def test_period_that_cannot_be_cut() -> None:
    """A period that is not made of whole parts stays one."""
    assert ["A|2008-Q1"] == keys(flow(targets={"2008-Q1": 1}, frequency="annual"))


def test_figures_tell_how_often_it_is_reported() -> None:
    """Where figures of equal length lie in a target's period, the rest of it is cut alike."""
    rows = keys(flow(targets={"2008": 1}, frequency="annual"), seen("A", "2008-Q2", 5))

    assert ["A|2008-Q1", "A|2008-Q2", "A|2008-Q3", "A|2008-Q4"] == rows


def test_rest_of_a_period() -> None:
    """What is left of a target's period after the last figure that reaches into it is awaited."""
    begun = seen("A", "2008-01-01/2008-03-27", 5)

    assert ["A|2008-01-01/2008-03-27", "A|2008-03-28/2008-12-31"] == keys(
        flow(targets={"2008": 1}), begun
    )
    assert ["A|2007-07/2009-06"] == keys(flow(targets={"2008": 1}), seen("A", "2007-07/2009-06", 5))


def test_no_awaited_row_overlaps_a_figure() -> None:
    """A row that is still awaited shares no day with a figure that is there."""
    rows = keys(flow(targets={"2008": 1}, frequency="quarterly"), seen("A", "2008-02/2008-04", 5))

    assert ["A|2008-02/2008-04", "A|2008-Q3", "A|2008-Q4"] == rows


def test_milestones_are_reported_once() -> None:
    """A milestone has the rows of its due periods until something is reported of it."""
    due = Indicator.milestone("M", due=Period.year(2008))

    assert ["M|2008"] == keys(due)
    assert ["M|2008-03-27"] == keys(Indicator.milestone("M"))
    assert ["M|2008-03"] == keys(due, seen("M", "2008-03", 1))


def test_groups_follow_the_total() -> None:
    """Each category of the indicator's dimensions has a row for each period, after the totals."""
    sex, place = Dimension.of("sex", "female", "male"), Dimension.of("place", "dakhla")
    women = Categories.of(sex="female")
    indicator = flow(targets={"2008": 1}, dimensions=["sex"]).with_targets(
        Target(period=Period.year(2008), value=1),
        Target(period=Period.year(2008), value=1, categories=Categories.of(sex="male")),
    )

    assert [
        "A|2008",
        "A|2007|sex=female",
        "A|2008|sex=female",
        "A|2008|sex=male",
    ] == keys(indicator, seen("A", "2007", 1, women), among=[sex, place])


@pytest.mark.parametrize(
    ("period", "collected", "expected"),
    [
        ("2007", None, True),
        ("2008", None, False),
        ("2007", date(2008, 3, 27), True),
        ("2007", date(2008, 3, 28), False),
    ],
)
def test_figures_count_when_known(period: str, collected: date | None, *, expected: bool) -> None:
    """A figure counts when its period is over and it has been collected by then."""
    row = seen("A", period, 5, collected=collected)

    assert expected is Entry(flow(), row.period, observation=row).counts(AS_OF)


def test_absence_is_no_figure() -> None:
    """An entry has a figure, the kind of its absence, or neither."""
    year = Period.year(2008)
    absent = Entry(flow(), year, observation=seen("A", "2008", "not_applicable"))

    assert (None, "not_applicable") == (absent.quantity, absent.absence and absent.absence.value)
    assert (None, None) == (Entry(flow(), year).quantity, Entry(flow(), year).absence)
    assert not Entry(flow(), year).counts(AS_OF)
