"""The percentages, the life of the award, the groups and the narrative of USAID's table."""

from datetime import date

import pytest

from drafts import content, flow, seen, shown
from indh_me.compute import assess
from indh_me.compute.reason import Reason
from indh_me.model import Absence, Categories, Indicator, Period, Quantity
from indh_me.write.content import Content
from indh_me.write.grid import Sheet
from indh_me.write.grid import Value as CellValue
from indh_me.write.layouts import LAYOUTS
from indh_me.write.sheets.assessed_columns import COLUMNS
from indh_me.write.words import Words
from invented import invented

WOMEN = Categories.of(sex="female")


def row(made: Content, code: str, below: int = 0) -> dict[str, CellValue]:
    """Give what stands in the row of an indicator, by both headings, numbers before words."""
    sheet = LAYOUTS["usaid"](made).sheets[1]
    cells = {(cell.row, cell.column): shown(cell.value) for cell in sheet.cells}
    own = next(at for (at, column), value in cells.items() if column == 0 and value == code)
    return {
        heading: cells[own + below, column]
        for column, heading in headings(sheet).items()
        if (own + below, column) in cells
    }


def headings(sheet: Sheet) -> dict[int, str]:
    """Give both headings of each column; behind that of a number with words before it, a sign."""
    said = {(cell.row, cell.column): str(cell.value) for cell in sheet.cells if cell.row in {4, 5}}
    found: dict[int, str] = {}
    top = below = ""
    for column in range(len(sheet.widths)):
        top = said.get((4, column), top)
        below = said.get((5, column), "" if (4, column) in said else f"{below.rstrip(' #')} #")
        found[column] = f"{top} {below}".strip()
    return found


def test_percent_of_each_target() -> None:
    """Each target that is due has its rate; one that is not due has none yet."""
    made = content(
        [flow("A", {"2009": 20, "2010": 40, "2011": 50})],
        [seen("A", "2009", 18), seen("A", "2010", 50)],
    )
    found = row(made, "A")

    assert (20, 18, 0.9) == tuple(
        found[f"2009 {each}"] for each in ("Target", "Actual #", "% of target #")
    )
    assert 1.25 == found["2010 % of target #"]
    assert found["2011 % of target #"] is None


def test_life_of_award() -> None:
    """Over the life of the award stand the sum of the targets, what counts, and its rate."""
    made = content(
        [flow("A", {"2009": 20, "2010": 40, "2011": 40})],
        [seen("A", "2008", 7), seen("A", "2009", 18), seen("A", "2010", 42)],
    )
    found = row(made, "A")

    assert (100, 60, 0.6) == tuple(
        found[f"Life of award (LOA) {each}"] for each in ("Target", "Achieved #", "% of target #")
    )


def test_level_over_the_life_of_the_award() -> None:
    """A level is held against its last target from the baseline on, wherever it stands today."""
    level = flow("A", {"2009": 60, "2012": 90}, baseline=50, accumulation="latest", unit="percent")
    found = row(content([level], [seen("A", "2009", 70)]), "A")

    assert (90, 70, 0.5) == tuple(
        found[f"Life of award (LOA) {each}"] for each in ("Target", "Achieved #", "% of target #")
    )


@pytest.mark.parametrize(
    ("actual", "word"),
    [
        (89, "Narrative required"),
        (90, ""),
        (110, ""),
        (111, "Narrative required"),
        ("95..", ""),
        ("..50", "Narrative required"),
    ],
)
def test_narrative_is_required_outside_the_tolerance(actual: float | str, word: str) -> None:
    """A word asks for a narrative where the last target that is due is missed, or passed, by more
    than the tolerance; the cell is coloured until there is one.
    """
    made = content([flow("A", {"2009": 5, "2010": 100})], [seen("A", "2010", actual)])
    sheet = LAYOUTS["usaid"](made).sheets[1]

    assert word == row(made, "A")["Deviation"]
    (condition,) = sheet.conditions
    assert condition.formula is not None
    assert condition.formula.startswith("=AND(LEN($")


def test_no_narrative_without_a_figure() -> None:
    """Nothing is asked where no figure was reported, no target is due, or there is none."""
    made = content([flow("A", {"2010": 5}), flow("B", {"2011": 5}), flow("C")])

    assert ("", None, None) == tuple(row(made, code)["Deviation"] for code in "ABC")


def test_tolerance_has_a_name() -> None:
    """The tolerance stands in a cell that may be changed, under a name."""
    book = LAYOUTS["usaid"](content([]))
    cell = book.sheets[1].cell("A3")

    assert "deviation_tolerance" in {name.name for name in book.names}
    assert (0.1, True) == (cell.value, cell.style.unlocked)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("7", ("", 7)),
        ("7..", ("at least", 7)),
        ("..7", ("at most", 7)),
        ("5..7", ("between", 5)),
        (Absence.NOT_APPLICABLE.value, ("Not applicable", "")),
    ],
)
def test_figure_of_a_group(value: str, expected: tuple[str, float | str]) -> None:
    """Below the total stands what was reported of each group, with the words before it."""
    made = content(
        [flow("A", {"2010": 20})], [seen("A", "2010", 18), seen("A", "2010", value, WOMEN)]
    )
    found = row(made, "A", below=1)

    assert expected == (found["2010 Actual"], found["2010 Actual #"])


def test_group_that_does_not_count() -> None:
    """A figure of a group that was collected later is not known yet; a later period has none."""
    late = {"collected": date(2011, 2, 1)}
    made = content(
        [flow("A", {"2010": 20, "2011": 20})],
        [seen("A", "2010", 9, WOMEN, **late), seen("A", "2011", 9, WOMEN)],
    )
    found = row(made, "A", below=1)

    assert ("", "", None) == tuple(
        found[each] for each in ("2010 Actual", "2010 Actual #", "2011 Actual #")
    )


def test_milestone_is_due_and_done() -> None:
    """A milestone has the day on which it is due, and whether it is done; no rates, no groups."""
    due = Indicator.milestone("M", due=Period.year(2009))
    found = row(content([due], [seen("M", "2009", 1)]), "M")

    assert ("due on 2009-12-31", "Done") == (
        found["Life of award (LOA) Target"],
        found["Life of award (LOA) Achieved"],
    )


@pytest.mark.parametrize("first", range(0, 100, 25))
def test_rates_are_those_of_the_assessment(first: int) -> None:
    """The rate of the target that is assessed is in the table what `assess` gives of it."""
    for seed in range(first, first + 25):
        case = invented(seed)
        assessment = assess(case.framework, case.observations, as_of=case.as_of)
        made = Content(assessment, case.observations, Words("en", case.framework.languages))
        held = rates(LAYOUTS["usaid"](made).sheet("_assessed"))
        for each in assessment:
            key = (each.indicator.code, str(each.period))
            if key in held and each.reason is not Reason.NO_NEXT_TARGET:
                assert bounds(each.rate) == pytest.approx(held[key]), (seed, key)


def rates(sheet: Sheet) -> dict[tuple[str, str], tuple[object, ...]]:
    """Give the rates of the targets that are due, by code and period."""
    columns = {letters: name for name, letters in COLUMNS.items()}
    rows: dict[int, dict[str, CellValue]] = {}
    for cell in sheet.cells:
        name = list(columns.values())[cell.column]
        rows.setdefault(cell.row, {})[name] = shown(cell.value)
    return {
        (str(each["code"]), str(each["period"])): tuple(
            none(each.get(f"rate_{name}")) for name in ("low", "best", "high")
        )
        for each in rows.values()
        if each.get("version") == "in_force"
    }


def none(value: CellValue) -> CellValue:
    """Give a blank as nothing."""
    return None if value == "" else value


def bounds(rate: Quantity | None) -> tuple[object, ...]:
    """Give the parts of a rate."""
    return (None, None, None) if rate is None else (rate.low, rate.best, rate.high)
