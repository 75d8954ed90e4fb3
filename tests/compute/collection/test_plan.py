from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from drafts import flow
from filled_workbook import DEMO, Desk
from indh_me.compute import EnteredWorkbook, EntryIssue, PlanCell, PlanPart, collect
from indh_me.compute.collection.plan import changed_plan
from indh_me.model import Baseline, Framework, Period, Quantity, Revision, Target, Text
from indh_me.write.sheets.entry_columns import FIRST_ROW, POSITION
from refusals import Strange

PLANNED = Framework(
    code="DEMO",
    languages=["fr"],
    indicators=[
        flow("A", unit="percent", accumulation="latest")
        .with_baseline(Baseline(Quantity.between(1, 2), Period.year(2007)))
        .with_targets(
            Target(
                period=Period.year(2008),
                value=5,
                revisions=[Revision(value=1.23456, date=date(2009, 1, 1))],
            ),
        )
    ],
)


def changes(
    *cells: PlanCell, as_of: date | None = None, framework: Framework = PLANNED
) -> list[str]:
    """Give what is told of some cells."""
    book = EnteredWorkbook(file="a.xlsx", language="fr", as_of=as_of, plan=cells)
    return [each.fault.what for each in changed_plan(book, framework)]


def cell(part: PlanPart, shown: Strange, tolerance: float = 0.0, code: str = "A") -> PlanCell:
    """Draft a cell."""
    period = Period.year(2008) if part is PlanPart.TARGET else None
    return PlanCell(
        indicator=code,
        part=part,
        shown=shown,
        period=period,
        tolerance=tolerance,
        path="D!A5",
    )


@pytest.mark.parametrize(
    ("shown", "tolerance", "as_of"),
    [
        (5.0, 0.0, date(2008, 12, 31)),
        (1.23456, 0.0, date(2009, 1, 1)),
        (1.23456 + 1e-15, 1e-14, None),
        (1.23, 0.005, None),
        (Quantity.exactly(1.23), 0.005, None),
    ],
)
def test_target_as_planned(shown: object, tolerance: float, as_of: date | None) -> None:
    """A target in force on the day is as planned, also rounded as the sheet shows it."""
    assert [] == changes(cell(PlanPart.TARGET, shown, tolerance), as_of=as_of)


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (5.0, "reads '5'"),
        (1.24, "reads '1.24'"),
        (None, "reads nothing"),
        ("à fixer", "reads 'à fixer'"),
        (Quantity.at_least(1.23), "reads '>=1.23'"),
    ],
)
def test_changed_target(shown: object, told: str) -> None:
    """A target that reads otherwise is told with both."""
    assert [f"target of 2008 of A {told}, not '1.23456'"] == changes(
        cell(PlanPart.TARGET, shown, 0.005)
    )


@pytest.mark.parametrize(
    ("shown", "count"), [(Quantity.between(1, 2), 0), (Quantity.between(1, 3), 1), (1.0, 1)]
)
def test_baseline(shown: object, count: int) -> None:
    """A baseline with bounds is held against its bounds."""
    assert count == len(changes(cell(PlanPart.BASELINE, shown)))


def test_figure_of_which_only_counts_are_known() -> None:
    """A figure without bounds is shown as unknown, whether its counts are known or not."""
    for planned in (Quantity(), Quantity.parse(".. [0/1]")):
        framework = PLANNED.with_indicators(PLANNED.indicators[0].with_baseline(Baseline(planned)))

        assert [] == changes(cell(PlanPart.BASELINE, "unknown"), framework=framework)


def test_bounds_that_leave_one_number() -> None:
    """Bounds that leave one number are shown as that number."""
    one = PLANNED.indicators[0].with_baseline(Baseline(Quantity.between(2, 2)))
    framework = PLANNED.with_indicators(one)
    shown = (2.0, Quantity.exactly(2))

    assert [] == changes(*(cell(PlanPart.BASELINE, each) for each in shown), framework=framework)


def test_cells_of_unknown_indicators() -> None:
    """What the framework does not have cannot be held against it."""
    assert [] == changes(cell(PlanPart.NAME, "x", code="X"))


def test_words() -> None:
    """Words are compared without regard to spaces and line ends; long ones are cut."""
    name = Text.of(fr="personnes formées\nà Dakhla")
    framework = PLANNED.with_indicators(flow("A", name=name, definition=Text.of(fr="avec PV")))

    assert [] == changes(
        cell(PlanPart.NAME, "personnes  formées\r\nà Dakhla "),
        cell(PlanPart.DEFINITION, "personnes formées\nà Dakhla\navec PV"),
        cell(PlanPart.UNIT, "Nombre"),
        framework=framework,
    )
    (told,) = changes(cell(PlanPart.NAME, "x" * 100), framework=framework)
    assert told.startswith(f"name of A reads '{'x' * 60}'..., not ")


@pytest.mark.parametrize("language", ["ar", "fr", "en", "es"])
def test_locked_cells_that_were_changed(tmp_path: Path, language: str) -> None:
    """A changed name, unit or target on any sheet is told with its cell, and nothing else is."""
    desk = Desk(tmp_path, language=language)
    label = desk.words.label
    tracking, logframe = label("sheet", "tracking"), label("sheet", "logframe")

    def change(book: Workbook) -> None:
        entry = book[desk.name]
        entry.cell(FIRST_ROW + 1, POSITION["indicator"] + 1).value = "Other"
        entry.cell(FIRST_ROW + 1, POSITION["unit"] + 1).value = "kg"
        entry.cell(FIRST_ROW + 1, POSITION["target"] + 1).value = 21
        for row in book[tracking].iter_rows(min_row=6):
            if row[0].value == "T-R1":
                row[1].value, row[6].value = "Other", 22
        for row in book[logframe].iter_rows(min_row=5):
            if row[3].value == "T-R1":
                row[4].value, row[5].value, row[6].value = "Other", "kg", 3
                row[7].value = str(row[7].value).replace("20", "23", 1)

    untouched = collect(desk.read(), framework=DEMO)
    desk.change_book(change)
    made = collect(desk.read(), framework=DEMO)
    told = {
        (each.fault.where.path.partition("!")[0], each.fault.what.partition(" reads")[0])
        for each in made.findings
        if each.issue is EntryIssue.PLAN_CHANGED
    }

    assert () == untouched.findings
    assert {
        (desk.name, "name of T-R1"),
        (desk.name, "unit of T-R1"),
        (desk.name, "target of 2008 of T-R1"),
        (tracking, "name of T-R1"),
        (tracking, "target of 2008 of T-R1"),
        (logframe, "definition of T-R1"),
        (logframe, "unit of T-R1"),
        (logframe, "baseline of T-R1"),
    } <= told
    assert len(told) == len(made.findings)
