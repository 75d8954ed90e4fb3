"""Achievement against a target as it was first set, and as it was revised."""

from datetime import date

import pytest

from indh_me.compute import Reason, Status, Verdict, assess
from indh_me.model import (
    Baseline,
    Framework,
    Indicator,
    Observations,
    Period,
    Quantity,
    Revision,
    Target,
    Text,
)

DOWN = Revision(value=80, date=date(2008, 6, 1), rationale=Text.of(en="fewer trainers"))
UP = Revision(value=120, date=date(2009, 2, 1))
TRAINED = Indicator(
    code="A",
    unit="count",
    direction="increase",
    accumulation="sum",
    targets=[Target(period=Period.year(2008), value=100, revisions=[DOWN, UP])],
)
PLAIN = Indicator(
    code="B",
    unit="count",
    direction="increase",
    accumulation="sum",
    targets=[Target(period=Period.year(2008), value=100)],
)
DEMO = Framework(code="F", languages=["en"], indicators=[TRAINED, PLAIN])
SEEN = Observations.from_columns(["A", "B"], ["2008", "2008"], [90, 90])


def test_original_and_revisions() -> None:
    """A revised target keeps its versions in order, with day, rationale and what is reached."""
    original, down = assess(DEMO, SEEN, as_of=date(2008, 12, 31))["A"].versions

    assert (Quantity.exactly(100), None, None) == (
        original.value,
        original.decided,
        original.rationale,
    )
    assert (Quantity.exactly(80), DOWN.date, DOWN.rationale) == (
        down.value,
        down.decided,
        down.rationale,
    )
    assert [(Quantity.exactly(0.9), Verdict.NOT_MET), (Quantity.exactly(1.125), Verdict.MET)] == [
        (each.achievement.rate, each.achievement.verdict) for each in (original, down)
    ]


def test_last_version_is_that_in_force() -> None:
    """The row is assessed by the last version known on the day, which is the last one listed."""
    for day, wanted, status in (
        (date(2008, 12, 31), 80, Status.ACHIEVED),
        (date(2009, 2, 1), 120, Status.AT_RISK),
    ):
        row = assess(DEMO, SEEN, as_of=day)["A"]

        assert (Quantity.exactly(wanted), status) == (row.target, row.status)
        assert row.achievement == row.versions[-1].achievement


def test_target_that_was_never_revised() -> None:
    """A target without a revision by the day has no versions."""
    early = assess(DEMO, Observations(), as_of=date(2008, 5, 31))

    assert ((), ()) == (early["A"].versions, early["B"].versions)
    assert () == assess(DEMO, SEEN, as_of=date(2008, 12, 31))["B"].versions


def test_versions_without_a_figure() -> None:
    """Without a figure each version says that none was reported."""
    row = assess(DEMO, Observations(), as_of=date(2008, 12, 31))["A"]

    assert [Reason.NOT_REPORTED] * 2 == [each.achievement.reason for each in row.versions]


def test_versions_of_a_target_to_grow_to() -> None:
    """Growth is held against each version over the same years."""
    revision = Revision(value=144, date=date(2008, 6, 1))
    grown = Indicator(
        code="A",
        unit="count",
        direction="increase",
        accumulation="latest",
        method="growth_ratio",
        baseline=Baseline(100, Period.year(2006)),
        targets=[Target(period=Period.year(2008), value=121, revisions=[revision])],
    )
    framework = Framework(code="F", languages=["en"], indicators=[grown])
    seen = Observations.from_columns(["A"], ["2008"], [121])
    row = assess(framework, seen, as_of=date(2008, 12, 31))["A"]

    # 10 % a year, where 10 % and then 20 % were wanted.
    assert [pytest.approx(1), pytest.approx(0.5)] == [
        None if each.achievement.rate is None else each.achievement.rate.best
        for each in row.versions
    ]
