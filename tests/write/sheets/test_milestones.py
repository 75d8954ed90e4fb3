from datetime import date

import pytest

from drafts import content, flow, seen, values
from indh_me.model import Indicator, Observation, Period, Target, Text
from indh_me.write.grid import Formula
from indh_me.write.sheets import Tracking, tracking_sheet
from indh_me.write.sheets.milestones import POSITION
from refusals import Strange

AS_OF = date(2008, 3, 27)
DUE = Indicator.milestone("M", due=Period.year(2007), name=Text.of(en="plan adopted"))


def row(indicator: Indicator, *observations: Observation, **said: Strange) -> dict[str, object]:
    """Give what the row of a milestone says."""
    made = content([indicator], observations, **{"as_of": AS_OF, **said})
    sheet = tracking_sheet(Tracking.of(made))
    shown = values(sheet)
    last = max(at for at, column in shown if column == POSITION["code"])
    return {name: shown[last, column] for name, column in POSITION.items()}


@pytest.mark.parametrize(
    ("observations", "done", "status", "days"),
    [
        ((), "Not reported", "Overdue", 87),
        ((seen("M", "2007", 0),), "Not done", "Overdue", 87),
        ((seen("M", "2007", 1),), "Done", "Achieved", 0),
        ((seen("M", "2007", 1), seen("M", "2008-02", 0)), "Not done", "Overdue", 87),
        ((seen("M", "2007", "not_applicable"),), "Not applicable", "Overdue", 87),
        ((seen("M", "2009", 1),), "Not reported", "Overdue", 87),
    ],
)
def test_milestone_that_is_due(
    observations: tuple[Observation, ...], done: str, status: str, days: int
) -> None:
    """The last report by the as-of date says whether it is done; else the days are counted."""
    shown = row(DUE, *observations)

    assert ("M", "plan adopted", "2007", date(2007, 12, 31)) == tuple(
        shown[name] for name in ("code", "milestone", "period", "due")
    )
    assert (done, status, days) == (shown["done"], shown["status"], shown["days_overdue"])


def test_milestone_that_is_not_due() -> None:
    """On the last day of its period a milestone is not overdue yet."""
    shown = row(DUE, as_of=date(2007, 12, 31))

    assert ("Not due", 0) == (shown["status"], shown["days_overdue"])


def test_milestone_without_a_due_date() -> None:
    """Without a due date there is nothing to be late for."""
    shown = row(Indicator.milestone("M"))

    assert ("", None, "No target", "") == tuple(
        shown[name] for name in ("period", "due", "status", "days_overdue")
    )


def test_due_period_that_counts() -> None:
    """Of several due periods the last one that is past counts."""
    years = [Target(period=Period.year(year), value=1) for year in (2005, 2007, 2009)]
    shown = row(DUE.with_targets(*years))

    assert ("2007", 87) == (shown["period"], shown["days_overdue"])


def test_milestone_that_was_never_pooled() -> None:
    """What cannot be accumulated is undefined, not *not done*."""
    odd = flow("M", unit="milestone", accumulation="ratio")
    shown = row(odd, seen("M", "2006", 1), seen("M", "2007", 1))

    assert ("Undefined", "No target") == (shown["done"], shown["status"])


def test_formulas_are_alive() -> None:
    """Whether it is done, its status and the days late are formulas."""
    made = content([DUE], as_of=AS_OF)
    sheet = tracking_sheet(Tracking.of(made))
    last = max(cell.row for cell in sheet.cells)
    formulas = {cell.column for cell in sheet.cells if isinstance(cell.value, Formula)}

    assert {POSITION[name] for name in ("done", "status", "days_overdue")} == formulas
    assert last in dict(sheet.heights)
