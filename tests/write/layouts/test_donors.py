"""What the forms of the European Union, the FCDO, UNDP and the World Bank each ask for."""

from attrs import evolve

from drafts import content, flow, seen, values
from indh_me.model import Baseline, Indicator, Period, Result, Text
from indh_me.write.content import Content
from indh_me.write.grid import Sheet
from indh_me.write.grid import Value as CellValue
from indh_me.write.layouts import LAYOUTS

CHAIN = (
    Result(code="impact", level="impact", assumptions=Text.of(en="none is asked for")),
    Result(code="skills", level="outcome", parent="impact", assumptions=Text.of(en="they stay")),
    Result(code="people", level="output", parent="skills", weight=60),
    Result(code="rooms", level="output", parent="skills"),
    Result(code="courses", level="activity", parent="people"),
)
SHARE = evolve(
    flow("A", {"2009": 60, "2010": 70}, accumulation="latest", unit="percent", result="people"),
    baseline=Baseline(50, Period.year(2007)),
    name=Text.of(en="pass"),
    means_of_verification=Text.of(en="register"),
    collection_method=Text.of(en="exam"),
    responsible=Text.of(en="trainer"),
    limitations=Text.of(en="small"),
    external_codes={"PBC": "PBC 3"},
)


def made(*indicators: Indicator) -> Content:
    """Draft a chain of results with an indicator."""
    own = indicators or (SHARE,)
    return content(own, [seen("A", "2009", 55)], results=CHAIN, sources=[])


def form(name: str, draft: Content | None = None) -> Sheet:
    """Lay out the form of a donor."""
    return LAYOUTS[name](made() if draft is None else draft).sheets[1]


def lines(sheet: Sheet) -> list[list[CellValue]]:
    """Give the rows under the headings, from the first column to the last."""
    shown = values(sheet)
    rows = sorted({row for row, _ in shown if row >= sheet.freeze[0]})
    return [[shown.get((row, column)) for column in range(len(sheet.widths))] for row in rows]


def test_eu_asks_for_no_assumptions_at_the_top() -> None:
    """The top of the chain has no assumptions; elsewhere they are given, or can be filled in."""
    sheet = form("eu")
    last = len(sheet.widths) - 1
    cells = {cell.row: cell for cell in sheet.cells if cell.column == last}
    found = [(cells[row].value, cells[row].style.unlocked) for row in sorted(cells)[1:]]

    assert [(None, False), ("they stay", False), *[(None, True)] * 3] == found


def test_eu_gives_values_with_their_dates() -> None:
    """Baseline with its year, current value with its day, targets by period, source."""
    (line,) = [line for line in lines(form("eu")) if str(line[2]).startswith("pass")]

    assert [50, "2007", "", 55, 40178, 60, 70, "register"] == line[3:11]


def test_eu_asks_for_means_and_costs() -> None:
    """An activity has cells for its means and its costs, with or without indicators."""
    course = evolve(SHARE, result="courses")
    for draft in (made(), made(course)):
        sheet = form("eu", draft)
        (means,) = [cell for cell in sheet.cells if cell.value == "Means"]
        filled = [
            cell.column for cell in sheet.cells if cell.row == means.row and cell.style.unlocked
        ]

        assert 2 == means.column
        assert filled[:2] == [3, 10]
        assert f"D{means.row + 1}:H{means.row + 1}" in {str(each) for each in sheet.merges}


def test_fcdo_has_blocks_of_rows() -> None:
    """Planned, achieved and source stand under each other, over milestones and target."""
    planned, achieved, source = [
        line for line in lines(form("fcdo")) if line[3] in {"Planned", "Achieved", "Source"}
    ]

    assert [50, "2007", 60, None, 70] == planned[4:9]
    assert [None, None, "", 55, "", "Not reported"] == achieved[4:10]
    assert "register" == source[4]


def test_fcdo_weighs_its_outputs() -> None:
    """An output has its weighting, to be filled in where it has none, a risk rating and a score;
    nothing else has them.
    """
    sheet = form("fcdo")
    first = len(sheet.widths) - 3
    cells = [
        [
            (cell.value, cell.style.unlocked)
            for cell in sorted(sheet.cells, key=lambda c: c.column)
            if cell.row == row and cell.column >= first
        ]
        for row in range(sheet.freeze[0], sheet.freeze[0] + 7)
    ]
    blank, entered = (None, False), (None, True)

    assert [
        *([blank] * 3, [blank] * 3, [(60.0, False), entered, entered], [], []),
        *([blank] * 3, [entered] * 3),
    ] == cells
    assert {("A++", "A+", "A", "B", "C"), ("Low", "Medium", "High")} == chosen(sheet)


def chosen(sheet: Sheet) -> set[tuple[CellValue, ...]]:
    """Give the words that may be chosen in each column."""
    lists = LAYOUTS["fcdo"](made()).sheet("_lists")
    return {
        tuple(
            cell.value
            for cell in sorted(lists.cells, key=lambda each: each.row)
            if each.source is not None
            and cell.column == each.source.first_column
            and each.source.first_row <= cell.row <= each.source.last_row
        )
        for each in sheet.validations
    }


def test_undp_has_a_final_target() -> None:
    """Source, baseline with its year, targets by year and at the end, methods and risks."""
    (line,) = [line for line in lines(form("undp")) if str(line[2]).startswith("pass")]

    assert ["register", 50, "2007", 60, 70, 70, "exam\nsmall"] == line[3:]


def test_world_bank_ends_with_the_last_target() -> None:
    """Unit, code of the payment, baseline, targets before the last, and that with its period."""
    _, line = lines(form("worldbank"))

    assert ["A", "pass", "Percent", "PBC 3", 50, "2007", 60, None, 70, "2010"] == line


def test_world_bank_plan() -> None:
    """The plan says how each indicator is measured; what is not said can be filled in."""
    sheet = LAYOUTS["worldbank"](made()).sheets[2]
    _, line = lines(sheet)
    filled = [cell.column for cell in sheet.cells if cell.style.unlocked]

    assert ["A", "pass", None, None, "register", "exam", "trainer"] == line
    assert [2, 3] == filled


def test_milestone_in_each_form() -> None:
    """What is done or not done has its due day, and whether it is done, in words."""
    draft = content(
        [Indicator.milestone("M", due=Period.year(2009)), flow("A", {"2010": 1, "2011": 2})],
        [seen("M", "2009", 1)],
    )
    found = {name: [cell for line in lines(form(name, draft)) for cell in line] for name in LAYOUTS}

    assert {"eu", "fcdo", "undp", "usaid"} <= {
        name for name, cells in found.items() if "due on 2009-12-31" in cells
    }
    assert {"eu", "fcdo", "usaid", "worldbank"} <= {
        name for name, cells in found.items() if "Done" in cells
    }
