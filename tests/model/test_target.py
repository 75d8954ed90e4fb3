from datetime import UTC, date, datetime

import numpy as np
import pytest

from indh_me.errors import Fault
from indh_me.model import (
    TOTAL,
    Absence,
    Baseline,
    Categories,
    Citation,
    Period,
    Quantity,
    Revision,
    Target,
    Text,
)
from refusals import Strange, refusal

YEAR = Period.year(2008)
JUNE = Revision(value=22_000, date=date(2008, 6, 1), rationale=Text.of(fr="budget revu"))
AUGUST = Revision(value=Quantity.at_least(21_000), date=date(2008, 8, 15))
TARGET = Target(period=YEAR, value=20_000)


def test_number_is_an_exact_figure() -> None:
    """A plain number stands for an exact quantity, in baselines, targets and revisions."""
    nine = Quantity.exactly(9)
    of_numpy: Strange = np.int64(9)

    assert nine == Baseline(9).value == Baseline(of_numpy).value
    assert nine == Target(period=YEAR, value=9).value
    assert nine == Revision(value=9, date=date(2008, 6, 1)).value


def test_baseline_may_be_absent() -> None:
    """A baseline that was not measured has its reason and no figure."""
    baseline = Baseline(Absence.NOT_REPORTED)

    assert Absence.NOT_REPORTED is baseline.value
    assert baseline.quantity is None
    assert Quantity.exactly(0) == Baseline(0).quantity


def test_baseline_is_never_not_due() -> None:
    """A baseline lies in the past: it cannot be not due."""
    assert "'not_due' is not reported" in refusal(lambda: Baseline(Absence.NOT_DUE)).what


@pytest.mark.parametrize("value", ["20000", None, True, Absence.NOT_APPLICABLE])
def test_target_is_a_figure(value: Strange) -> None:
    """A target is a number or a quantity, and never absent."""
    assert "is not a number" in refusal(lambda: Target(period=YEAR, value=value)).what


def test_target_is_for_the_total_and_the_period() -> None:
    """A target is for all categories and for its period alone, unless it says otherwise."""
    assert TOTAL == TARGET.categories
    assert not TARGET.cumulative


def test_last_revision_decided_is_in_force() -> None:
    """On each day the last revision decided by then holds, and before all of them the original."""
    target = TARGET.with_revision(JUNE).with_revision(AUGUST)
    days = [date(2008, 5, 31), date(2008, 6, 1), date(2008, 8, 14), date(2008, 8, 15)]

    assert ["20000", "22000", "22000", ">=21000"] == [str(target.in_force(day)) for day in days]


def test_with_revision_makes_another() -> None:
    """Revising a target leaves the first as it was."""
    revised = TARGET.with_revision(JUNE)

    assert () == TARGET.revisions
    assert (JUNE,) == revised.revisions


@pytest.mark.parametrize("revisions", [(AUGUST, JUNE), (JUNE, JUNE)])
def test_history_runs_forwards(revisions: tuple[Revision, ...]) -> None:
    """Revisions are in the order of their days, one a day."""
    fault = refusal(lambda: Target(period=YEAR, value=1, revisions=revisions))

    assert Fault("revisions out of order", "revisions", "list them by date, one a day") == fault


def test_revision_before_the_last_is_refused() -> None:
    """A revision cannot be added before one that is there."""
    later = TARGET.with_revision(AUGUST)

    assert "revisions out of order" == refusal(lambda: later.with_revision(JUNE)).what


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("period", "2008", "'2008' is not a Period"),
        ("code", "T P2", "'T P2' cannot stand as code"),
        ("cumulative", 1, "'1' is not a bool"),
        ("categories", {"sex": "female"}, "\"{'sex': 'female'}\" is not a Categories"),
        ("revisions", 22_000, "'22000' is no list of revisions"),
        ("revisions", [22_000], "'22000' is not a Revision"),
        ("source", "briefing", "'briefing' is not a Citation"),
    ],
)
def test_target_has_values_of_its_kinds(name: str, value: Strange, what: str) -> None:
    """A field of a target that is of another kind is refused, at its place."""
    fields: Strange = {"period": YEAR, "value": 1, name: value}
    fault = refusal(lambda: Target(**fields))

    assert name == fault.where.path
    assert what.replace('"', "'") == fault.what.replace('"', "'")


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("period", "2008", "'2008' is not a Period"),
        ("source", "briefing", "'briefing' is not a Citation"),
        ("note", "estimate", "'estimate' is not a Text"),
    ],
)
def test_baseline_has_values_of_its_kinds(name: str, value: Strange, what: str) -> None:
    """A field of a baseline that is of another kind is refused, at its place."""
    fields: Strange = {name: value}
    fault = refusal(lambda: Baseline(9, **fields))

    assert (name, what) == (fault.where.path, fault.what)


@pytest.mark.parametrize("day", ["2008-06-01", None, datetime(2008, 6, 1, tzinfo=UTC)])
def test_revision_is_of_a_day(day: Strange) -> None:
    """A revision is decided on a day."""
    fault = refusal(lambda: Revision(value=1, date=day))

    assert "date" == fault.where.path
    assert "is not a day" in fault.what


def test_target_says_everything() -> None:
    """A target keeps its code, group and source."""
    women = Categories.of(sex="female")
    target = Target(period=YEAR, value=9, code="T-P2", categories=women, source=Citation("plan"))

    assert ("T-P2", women) == (target.code, target.categories)
    assert Citation("plan") == target.source
