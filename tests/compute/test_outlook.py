from datetime import date
from typing import Any, TypeAlias

import pytest

from indh_me.compute import Outlook, outlook
from indh_me.model import (
    Absence,
    Categories,
    Indicator,
    Observation,
    Observations,
    Period,
    Quantity,
    Revision,
    Target,
)

AS_OF = date(2008, 6, 30)
#: Fields of whatever is made.
Keys: TypeAlias = Any


def _flow(*targets: Target, **keys: Keys) -> Indicator:
    keys = {"accumulation": "sum", **keys}
    return Indicator(code="A", unit="count", direction="increase", targets=targets, **keys)


def _target(period: str, value: float, *, cumulative: bool = False) -> Target:
    return Target(period=Period.parse(period), value=value, cumulative=cumulative)


def _seen(**figures: float) -> Observations:
    periods = [name[1:].replace("_", "/").replace("S", "-S") for name in figures]
    return Observations.from_columns(["A"] * len(figures), periods, list(figures.values()))


def _ahead(indicator: Indicator, seen: Observations, as_of: date = AS_OF) -> Outlook:
    made = outlook(indicator, seen, as_of=as_of)
    assert made is not None
    return made


def test_flow_and_its_targets() -> None:
    """The targets ahead are added to what was done, the first is held against the pace so far."""
    made = _ahead(
        _flow(_target("2007", 1), _target("2010", 30), _target("2009", 25)),
        _seen(p2005_2007=18, p2008S1=3),
    )

    # 18 + 3 = 21 in 3.5 years is 6 a year; 25 is 4.17 times that; 21 + 25 + 30 = 76.
    assert ("21", "6", "25", "76") == tuple(
        str(each) for each in (made.to_date, made.pace, made.next_target, made.total_if_met)
    )
    assert (Period.parse("2005/2008-S1"), Period.year(2009), Period.year(2010)) == (
        made.past,
        made.next_period,
        made.last_period,
    )
    assert made.pace_ratio is not None
    assert pytest.approx(25 / 6) == made.pace_ratio.best


def test_what_is_done_within_a_target_counts_once() -> None:
    """What was done in the period of a target ahead is part of that target."""
    made = _ahead(_flow(_target("2008", 20)), _seen(p2007=6, p2008S1=9))

    # 15 to date; if 2008 comes to its 20, the total is 6 + 20.
    assert ("15", "26") == (str(made.to_date), str(made.total_if_met))


def test_what_reaches_into_a_target_may_count() -> None:
    """Of a figure that lies partly in the period of a target, any part may belong to it."""
    made = _ahead(_flow(_target("2008", 20)), _seen(p2005_2008S1=18))

    assert "20..38" == str(made.total_if_met)


def test_targets_of_parts_are_part_of_the_whole() -> None:
    """The target of a half-year is not added to that of its year, but it is the next one."""
    made = _ahead(_flow(_target("2009", 20), _target("2009-S1", 8)), _seen(p2007=6))

    assert ("26", "8", "2009-S1") == (
        str(made.total_if_met),
        str(made.next_target),
        str(made.next_period),
    )
    # 8 in half a year is 16 a year.
    assert made.pace_ratio is not None
    assert pytest.approx(16 / 6) == made.pace_ratio.best


def test_cumulative_target() -> None:
    """A cumulative target stands for its own total; what is missing is due in the time left."""
    made = _ahead(_flow(_target("2010", 60, cumulative=True)), _seen(p2005_2007=18))

    # 60 - 18 = 42 in the 2.5 years after June 2008 is 16.8 a year, 2.8 times 6.
    assert "60" == str(made.total_if_met)
    assert made.pace_ratio is not None
    assert pytest.approx(2.8) == made.pace_ratio.best


def test_nothing_was_done() -> None:
    """Where nothing was done there is no pace to compare with."""
    made = _ahead(_flow(_target("2009", 20)), _seen(p2007=0))

    assert (None, "20") == (made.pace_ratio, str(made.total_if_met))


@pytest.mark.parametrize(
    ("indicator", "seen"),
    [
        (_flow(), _seen(p2007=5)),
        (_flow(_target("2007", 5)), _seen(p2007=5)),
        (_flow(_target("2009", 5)), _seen()),
        (_flow(_target("2009", 5)), _seen(p2009=5)),
        (_flow(_target("2009", 5), accumulation="latest"), _seen(p2007=5)),
        (_flow(_target("2009", 5)), _seen(p2007=5, p2005_2007=9)),
        (_flow(_target("2009", 5)), _seen(p2007=float("nan"))),
        (
            _flow(_target("2009", 5)),
            Observations.from_columns(
                ["A"], ["2007"], [5], categories=[Categories.of(sex="female")]
            ),
        ),
        (_flow(_target("2009", 5)), Observations.from_columns(["B"], ["2007"], [5])),
        (_flow(_target("2009", 1.7e308)), _seen(p2007=1.7e308)),
    ],
    ids=[
        "no target",
        "due",
        "nothing",
        "later",
        "level",
        "overlap",
        "absent",
        "group",
        "another",
        "too large",
    ],
)
def test_nothing_to_look_out_for(indicator: Indicator, seen: Observations) -> None:
    """Without a flow, a figure for the total and a target ahead there is no outlook; nor is
    there one of figures that are too large for a number.
    """
    assert outlook(indicator, seen, as_of=AS_OF) is None


def test_absent_periods_are_left_out() -> None:
    """A period that was reported as absent counts neither as zero nor as time."""
    seen = Observations.from_columns(
        ["A", "A"],
        ["2006", "2007"],
        [float("nan"), 6],
        low=[float("nan"), 6],
        high=[float("nan"), 6],
    )
    made = _ahead(_flow(_target("2009", 12)), seen)

    assert Absence.NOT_REPORTED is seen[0].value
    assert (Quantity.exactly(6), Period.year(2007)) == (made.pace, made.past)


def test_targets_as_they_are_in_force() -> None:
    """A revision that is known on the day counts in all that the targets ask for."""
    year, revision = Period.year(2009), Revision(value=12, date=date(2008, 3, 27))
    yearly = _flow(Target(period=year, value=25, revisions=[revision]))
    whole = _flow(Target(period=year, value=25, cumulative=True, revisions=[revision]))
    made, total = _ahead(yearly, _seen(p2007=6)), _ahead(whole, _seen(p2007=6))

    # 12 in a year is twice 6; 12 - 6 = 6 in the year and a half after June 2008 is 4 a year.
    assert ("12", "2", "18") == tuple(
        str(each) for each in (made.next_target, made.pace_ratio, made.total_if_met)
    )
    assert ("12", "12") == (str(total.next_target), str(total.total_if_met))
    assert total.pace_ratio is not None
    assert pytest.approx(4 / 6) == total.pace_ratio.best


@pytest.mark.parametrize(
    ("figure", "total"),
    [
        ("0.5", "20..20.5"),
        (">=18", ">=20"),
        ("<=18", "<=38"),
        ("-18", "2..20"),
    ],
)
def test_bounds_of_what_reaches_into_a_target(figure: str, total: str) -> None:
    """Of a figure that lies partly in the period of a target all or nothing may count besides."""
    seen = Observations.of(
        Observation(
            indicator="A", period=Period.parse("2005/2008-S1"), value=Quantity.parse(figure)
        )
    )

    assert total == str(_ahead(_flow(_target("2008", 20)), seen).total_if_met)
