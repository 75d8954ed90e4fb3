"""What the forms of the European Union, the FCDO, UNDP and the World Bank each ask for."""

from attrs import evolve

from drafts import content, flow, seen, values
from indh_me.model import Baseline, Categories, Dimension, Indicator, Period, Result, Target, Text
from indh_me.write.content import Content
from indh_me.write.grid import Formula, Sheet
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

    assert ["", 50, "2007", "", 55, 40178, 60, 70, "register"] == line[3:12]


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
        assert filled[:2] == [3, 11]
        assert f"D{means.row + 1}:I{means.row + 1}" in {str(each) for each in sheet.merges}


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
        for row in range(sheet.freeze[0], sheet.freeze[0] + 13)
    ]
    blank, entered = (None, False), (None, True)

    assert [
        *([blank] * 3, [blank] * 3, [(60.0, False), entered, entered], *[[]] * 8),
        *([blank] * 3, [entered] * 3),
    ] == cells
    assert {("A++", "A+", "A", "B", "C"), ("Low", "Medium", "High")} == chosen(sheet)


def test_eu_has_a_row_for_each_group() -> None:
    """Below an indicator each group has its current value, accumulated, its day and its target;
    a baseline can be filled in.
    """
    women, men = Categories.of(sex="female"), Categories.of(sex="male")
    trained = flow("A", {"2009": 60, "2010": 70}, dimensions=["sex"], result="people")
    target = Target(period=Period.year(2010), value=30, categories=women)
    draft = content(
        [evolve(trained, targets=[*trained.targets, target])],
        [
            *(seen("A", "2009", 50), seen("A", "2010", ">=55")),
            *(seen("A", "2009", 20, women), seen("A", "2010", ">=26", women)),
            seen("A", "2009", 30, men),
        ],
        results=CHAIN,
        dimensions=[Dimension.of("sex", "female", "male")],
    )
    book = LAYOUTS["eu"](draft)
    shown = [line[3:11] for line in lines(book.sheets[1]) if line[3] in {"Total", "female", "male"}]
    (baseline,) = {
        cell.style.unlocked
        for cell in book.sheets[1].cells
        if cell.column == 4 and cell.row in range(8, 10)
    }

    assert [
        ["Total", "", "", "at least", 105, 40543, 60, 70],
        ["female", None, None, "at least", 46, 40543, None, 30],
        ["male", None, None, "", 30, 40178, None, None],
    ] == shown
    assert baseline


def test_rows_of_groups_are_read_where_they_are_accumulated() -> None:
    """Only a form that accumulates groups has formulas in their rows of the data-entry sheet."""
    trained = flow("A", {"2010": 70}, dimensions=["sex"], result="people")
    draft = content(
        [trained],
        [seen("A", "2010", 20, Categories.of(sex="female"))],
        results=CHAIN,
        dimensions=[Dimension.of("sex", "female", "male")],
    )
    found = {
        name: {
            cell.value.value
            for cell in LAYOUTS[name](draft).sheet("Data entry").cells
            if isinstance(cell.value, Formula)
        }
        for name in ("eu", "itt")
    }

    assert "|A|sex=female" in found["eu"]
    assert "|A|sex=female" not in found["itt"]


def test_fcdo_asks_for_money_and_staff() -> None:
    """An output has cells for the money of each payer, their total and the donor's share, live,
    and for staff; a result of another level has none.
    """
    sheet = form("fcdo")
    rows = {cell.row: cell.value for cell in sheet.cells if cell.column == 3 and cell.row > 8}
    first = min(row for row, word in rows.items() if word == "FCDO")
    below = {cell.row: cell for cell in sheet.cells if cell.column == 4}
    total, share = (below[first + at].value for at in (3, 4))

    assert 2 == list(rows.values()).count("FCDO")
    assert [
        "FCDO",
        "Partner government",
        "Others",
        "Total",
        "FCDO share (%)",
        "FCDO staff (FTE)",
    ] == [rows[first + at] for at in range(6)]
    assert [True, True, True, False, False, True] == [
        below[first + at].style.unlocked for at in range(6)
    ]
    own, last, line = f"$E{first + 1}", f"$E{first + 3}", f"$E{first + 4}"
    assert Formula(f'=IF(COUNT({own}:{last})=0,"",SUM({own}:{last}))', "") == total
    assert Formula(f'=IF(N({line})=0,"",N({own})/{line})', "") == share
    assert f"C{first + 1}:C{first + 5}" in {str(each) for each in sheet.merges}


def test_fcdo_sums_the_weightings() -> None:
    """Under the table stands the sum of the outputs' weightings, red with a word unless 100."""
    whole = tuple(evolve(each, weight=40) if each.code == "rooms" else each for each in CHAIN)
    found = {}
    for name, chain in (("short", CHAIN), ("whole", whole)):
        sheet = form("fcdo", content([SHARE], [], results=chain, sources=[]))
        last = max(cell.row for cell in sheet.cells)
        found[name] = [
            cell.value
            for cell in sorted(sheet.cells, key=lambda each: each.column)
            if cell.row == last
        ]
    red = sheet.conditions[-1]

    label, total, word = found["short"]
    assert ("Sum of the output weightings (%)", 60, "Not 100 %") == (
        label,
        getattr(total, "value", None),
        getattr(word, "value", None),
    )
    assert [100, ""] == [getattr(each, "value", None) for each in found["whole"][1:]]
    assert (last, "ABS(") == (red.block.first_row, str(red.formula)[1:5])


def test_fcdo_sums_the_weightings_below_each_outcome() -> None:
    """The outputs of each outcome have a sum of their own, with its code; none without outputs."""
    more = (
        *CHAIN,
        Result(code="reach", level="outcome", parent="impact"),
        Result(code="press", level="output", parent="reach", weight=100),
    )
    labels = {
        str(cell.value)
        for cell in form("fcdo", content([SHARE], [], results=more, sources=[])).cells
        if str(cell.value).startswith("Sum of")
    }
    without = form("fcdo", content([], [], results=CHAIN[:2], sources=[]))

    assert {f"Sum of the output weightings (%)\n({code})" for code in ("skills", "reach")} == labels
    assert not any(str(cell.value).startswith("Sum of") for cell in without.cells)


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
