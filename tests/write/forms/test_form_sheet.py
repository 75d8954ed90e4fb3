import re

from drafts import content, flow, seen, values
from indh_me.model import Categories, Result, Text
from indh_me.write.content import Content
from indh_me.write.forms import JOINED, Column, Form, FormSheet, HeadCell, Line, Place, Shown
from indh_me.write.forms.form_sheet import TOP
from indh_me.write.forms.groups import with_groups
from indh_me.write.forms.texts import category, code, entered, joined, said, statement
from indh_me.write.grid import Area, Sheet
from indh_me.write.sheets import Tracking, tracking_sheet
from indh_me.write.style import INPUT

STATEMENT = Column(
    name="statement", heading=("results_chain",), width=30, gives=statement, over="result"
)
CODE = Column(name="code", heading=("results_chain",), width=12, gives=code)
SKILLS = Result(code="skills", level="outcome", statement=Text.of(en="Skills are gained"))


def sheet_of(form: Form, made: Content, lists: dict[str, Area] | None = None) -> Sheet:
    """Make the sheet of a form."""
    tracking = Tracking.of(made)
    tracking_sheet(tracking)
    return FormSheet(form, tracking, lists or {}).sheet()


def test_neighbours_share_a_heading() -> None:
    """Neighbours with the same heading share it; one that stands alone goes down to the table."""
    form = Form(
        sheet="eu",
        freeze=2,
        columns=(
            STATEMENT,
            CODE,
            Column(name="a", heading=("baseline", "value"), width=9, gives=entered),
            Column(name="b", heading=("baseline", "year"), width=9, gives=entered),
            Column(name="c", heading=("target",), width=9, gives=entered),
        ),
    )
    sheet = sheet_of(form, content([]))

    assert ["A4:B5", "C4:D4", "E4:E5"] == [str(each) for each in sheet.merges]
    assert ["Results chain", "Baseline", "Target", "Value", "Year"] == [
        text for (row, _), text in sorted(values(sheet).items()) if row in {TOP, TOP + 1}
    ]
    assert (5, 2) == sheet.freeze
    assert 5 == sheet.print_setup.repeat_rows


def test_result_stands_over_its_rows() -> None:
    """What belongs to a result is merged over its indicators, and theirs over their lines."""

    def lines(_content: Content, _indicator: object) -> tuple[Line, ...]:
        return Line("planned"), Line("achieved")

    kind = Column(
        name="kind",
        heading=("kind",),
        width=9,
        gives={name: said(name) for name in ("planned", "achieved")},
        over="line",
    )
    form = Form(sheet="eu", columns=(STATEMENT, CODE, kind), freeze=1, lines=lines)
    made = content([flow("A", result="skills"), flow("B", result="skills")], results=[SKILLS])
    sheet = sheet_of(form, made)

    assert ["A4:B4", "A5:A8", "B5:B6", "B7:B8"] == [str(each) for each in sheet.merges]
    assert ["Planned", "Achieved", "Planned", "Achieved"] == [
        values(sheet)[row, 2] for row in range(4, 8)
    ]


def test_band_over_the_indicators() -> None:
    """In a form with bands the result stands over its indicators; without any it has no band."""
    form = Form(sheet="usaid", columns=(CODE, STATEMENT), freeze=1, banded=True)
    idle = Result(code="idle", level="impact")
    made = content([flow("A", result="skills"), flow("B")], results=[idle, SKILLS])
    shown = values(sheet_of(form, made))

    assert ["Outcome: Skills are gained", "A", "", "B"] == [shown[row, 0] for row in range(4, 8)]
    assert (8, 0) not in shown


def test_cells_join_the_one_before() -> None:
    """A cell that joins its neighbour makes it grow; at the start of a row it stays blank."""

    def odd(_place: Place) -> Shown:
        return JOINED

    columns = (
        Column(name="a", heading=("code",), width=9, gives=odd),
        Column(name="b", heading=("value",), width=9, gives=entered),
        Column(name="c", heading=("year",), width=9, gives=joined),
    )
    sheet = sheet_of(Form(sheet="eu", columns=columns, freeze=1), content([flow("A")]))

    assert ["B5:C5"] == [str(each) for each in sheet.merges]
    assert [None, None] == [values(sheet)[4, column] for column in range(2)]


def test_head_is_named() -> None:
    """A cell above the table is known by its name; the table moves down."""
    head = HeadCell(name="tolerance", label="tolerance", value=0.1, style=INPUT)
    form = Form(sheet="usaid", columns=(CODE,), freeze=1, head=(head,))
    tracking = Tracking.of(content([flow("A")]))
    tracking_sheet(tracking)
    made = FormSheet(form, tracking)

    assert ["'USAID tracking table'!$A$3"] == [each.area.reference for each in made.names()]
    assert (0.1, "Results chain") == tuple(values(made.sheet())[at] for at in ((2, 0), (4, 0)))


def test_words_may_be_chosen() -> None:
    """A column with choices offers the words of its list."""
    column = Column(
        name="risk", heading=("risk_rating",), width=9, gives=entered, choices="risk_rating"
    )
    area = Area("_lists", 1, 3, 3, 3)
    form = Form(sheet="fcdo", columns=(column,), freeze=1)
    sheet = sheet_of(form, content([flow("A"), flow("B")]), {"risk_rating": area})

    assert [("A5:A6", "list", area)] == [
        (str(each.block), each.kind, each.source) for each in sheet.validations
    ]
    assert () == sheet_of(form, content([]), {"risk_rating": area}).validations


def test_wide_sheets_are_printed_on_a3() -> None:
    """What would become too small on a page of A4 is printed on A3."""

    def wide(width: float) -> Form:
        column = Column(name="a", heading=("code",), width=width, gives=code)
        return Form(sheet="eu", columns=(column,), freeze=1)

    papers = [sheet_of(wide(width), content([])).print_setup.paper for width in (190, 191)]

    assert ["A4", "A3"] == papers


def test_groups_have_rows() -> None:
    """Every group on the data-entry sheet has a row; those of a milestone have none."""
    group = Categories.of(sex="female")
    made = content([flow("A", {"2010": 5})], [seen("A", "2010", 4), seen("A", "2010", 3, group)])
    column = Column(name="group", heading=("code",), width=9, gives=category, over="line")
    form = Form(sheet="usaid", columns=(column,), freeze=0, lines=with_groups)
    shown = values(sheet_of(form, made))

    assert ["Total", "female"] == [shown[row, 0] for row in (4, 5)]


def test_arabic_headings_turn() -> None:
    """In Arabic the sheet runs from right to left, and so do its headings."""
    sheet = sheet_of(Form(sheet="eu", columns=(STATEMENT,), freeze=1), content([], language="ar"))
    (heading,) = [cell for cell in sheet.cells if cell.row == TOP]

    assert sheet.right_to_left
    assert heading.style.right_to_left
    assert re.search("[\u0621-\u064a]", str(heading.value))
