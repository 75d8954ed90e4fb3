from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from indh_me.errors import InvalidInputError, WorkbookError
from indh_me.write.grid import (
    COLUMNS,
    ROWS,
    Area,
    Block,
    Book,
    Cell,
    Chart,
    ColumnGroup,
    Comment,
    Condition,
    Formula,
    Link,
    Name,
    PrintSetup,
    Series,
    Sheet,
    Validation,
    Value,
)
from indh_me.write.style import DATE, INPUT, PLAIN, STATUS

DAY = date(2008, 3, 27)
CELL = Cell(0, 0, 1)
FILLED = [Cell(row, column, row + column) for row in range(3) for column in range(3)]


def book(*sheets: Sheet, names: Iterable[Name] = ()) -> Book:
    """Make a book of these sheets."""
    return Book(sheets, names=names, created=DAY)


def one_sheet(*cells: Cell, **traits: Any) -> Book:  # noqa: ANN401 - of any trait
    """Make a book of one sheet called Suivi."""
    return book(Sheet("Suivi", cells or FILLED, **traits))


def chart(**changes: Any) -> Chart:  # noqa: ANN401 - of any trait
    """Make a chart of A1:A3 on the sheet Suivi."""
    area = Area("Suivi", 0, 0, 2, 0)
    series = Series(name="Réalisé", categories=area, values=area, colour="#0B5394")
    return evolve(Chart(row=0, column=4, series=[series], alt_text="Trois valeurs"), **changes)


def series(**changes: Any) -> Chart:  # noqa: ANN401 - of any trait
    """Make a chart with one series that is changed."""
    return chart(series=[evolve(chart().series[0], **changes)])


def test_well_formed_book_has_no_faults() -> None:
    """A book that uses everything as intended exists and is without faults."""
    made = book(
        Sheet(
            "Vue d'ensemble",
            [
                Cell(0, 0, "Titre"),
                Cell(1, 0, Formula("=SUM(Suivi!A1:A3)+seuil", 3.8)),
                Cell(1, 1, DAY, DATE),
                Cell(1, 2, True),  # noqa: FBT003 - the value of a cell
                Cell(1, 3, None, INPUT),
            ],
            merges=[Block(0, 0, 0, 3)],
            validations=[
                Validation(Block(1, 3, 1, 3), "list", source=Area("Suivi", 0, 0, 2, 0)),
                Validation(Block(2, 3, 2, 3), "decimal", low=0, high=1.5),
                Validation(Block(3, 3, 3, 3), "date", low=DAY),
            ],
            conditions=[
                Condition.when_text(Block(0, 0, 1, 0), "atteint", STATUS["achieved"]),
                Condition.when(Block(0, 0, 1, 0), "=A1=seuil", STATUS["at_risk"]),
            ],
            charts=[chart(title="Réalisations")],
            comments=[Comment(0, 0, "Définition")],
            links=[Link(0, 0, Area.of_cell("Suivi", 0, 0))],
            groups=[ColumnGroup(2, 3)],
            autofilter=Block(0, 0, 1, 3),
            freeze=(1, 1),
            widths={0: 12},
            tab_colour="#0B5394",
        ),
        Sheet("Suivi", FILLED, visibility="very_hidden"),
        names=[Name("seuil", Area.of_cell("Suivi", 0, 1))],
    )

    assert () == made.faults()


CELL_FAULTS = [
    ((CELL, CELL), "Suivi!A1", "written 2 times"),
    ((CELL, Cell(ROWS, 0, 1)), "Suivi!A1048577", "outside the sheet"),
    ((Cell(0, COLUMNS, 1),), "Suivi!XFE1", "outside the sheet"),
    ((Cell(-1, 0, 1),), "Suivi!row -1, column 0 (from 0)", "outside the sheet"),
    ((Cell(0, 0, float("nan")),), "Suivi!A1", "nan is not a figure"),
    ((Cell(0, 0, float("-inf")),), "Suivi!A1", "-inf is not a figure"),
    ((Cell(0, 0, 1e308),), "Suivi!A1", "1e+308 is larger than a cell can hold"),
    ((Cell(0, 0, 2**53 + 1),), "Suivi!A1", "9007199254740993 is beyond 2**53"),
    ((Cell(0, 0, date(1900, 2, 28), DATE),), "Suivi!A1", "no right number for the day 1900-02-28"),
    ((Cell(0, 0, DAY),), "Suivi!A1", "the day 2008-03-27 would be shown as a number"),
    ((Cell(0, 0, datetime(2008, 3, 27)),), "Suivi!A1", "type 'datetime'"),  # noqa: DTZ001
    ((Cell(0, 0, Fraction(1, 3)),), "Suivi!A1", "type 'Fraction'"),  # type: ignore[arg-type]
    ((Cell(0, 0, "x" * 32_768),), "Suivi!A1", "the text has 32768 characters"),
    ((Cell(0, 0, "\U0001f600" * 16_384),), "Suivi!A1", "the text has 32768 characters"),
    ((Cell(0, 0, "a\udc00"),), "Suivi!A1", "half of a character pair"),
    ((CELL, Cell(0, 1, Formula("=A2", 1))), "Suivi!B1", "the cell A2, where nothing is written"),
    ((CELL, Cell(0, 1, Formula("=A1", float("inf")))), "Suivi!B1", "inf is not a figure"),
    ((CELL, Cell(0, 1, Formula("=A1", 2**60))), "Suivi!B1", "is beyond 2**53"),
    ((CELL, Cell(0, 1, Formula("=A1", "\x00"))), "Suivi!B1", "contains the character U+0000"),
    ((CELL, Cell(0, 1, Formula("=A1", "x" * 32_768))), "Suivi!B1", "has 32768 characters"),
    ((CELL, Cell(0, 1, Formula("=A1", None))), "Suivi!B1", "a result of the type 'NoneType'"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("cells", "where", "what"), CELL_FAULTS)
def test_faulty_cell_is_refused(cells: tuple[Cell, ...], where: str, what: str) -> None:
    """A cell that no spreadsheet could hold is refused by its address."""
    with pytest.raises(WorkbookError) as caught:
        one_sheet(*cells)

    assert [where] == [str(fault.where) for fault in caught.value.faults]
    assert what in str(caught.value)


SHEET_FAULTS: list[tuple[dict[str, Any], str]] = [
    ({"merges": [Block(0, 0, 0, 1)]}, "hidden under the merge A1:B1"),
    ({"merges": [Block(4, 0, 4, 0)]}, "the merge A5 is of a single cell"),
    ({"merges": [Block(4, 0, 5, 1), Block(5, 1, 6, 2)]}, "merges A5:B6 and B6:C7 overlap"),
    ({"merges": [Block(4, 0, 3, 0)]}, "the merge runs backwards"),
    ({"validations": [Validation(Block(0, 0, 0, 0), "list")]}, "has no source"),
    (
        {"validations": [Validation(Block(0, 0, 0, 0), "list", source=Area("Listes", 0, 0, 1, 0))]},
        "the list of choices is on sheet 'Listes', which does not exist",
    ),
    (
        {"validations": [Validation(Block(0, 0, 0, 0), "list", source=Area("Suivi", 0, 0, 9, 0))]},
        "'Suivi'!$A$1:$A$10 reaches where nothing is written",
    ),
    (
        {"validations": [Validation(Block(0, 0, 0, 0), "list", source=Area("Suivi", 0, 0, 1, 1))]},
        "the list of choices is a table",
    ),
    (
        {"validations": [Validation(Block(0, 0, 0, 0), "any", source=Area("Suivi", 0, 0, 1, 0))]},
        "only a list validation has a source",
    ),
    ({"validations": [Validation(Block(0, 0, 0, 0), "any")]}, "neither checks nor says anything"),
    (
        {"validations": [Validation(Block(0, 0, 0, 0), "any", title="x" * 33)]},
        "the input title has 33 characters",
    ),
    (
        {"validations": [Validation(Block(0, 0, 0, 0), "any", message="x" * 256)]},
        "the input message has 256 characters",
    ),
    (
        {"validations": [Validation(Block(0, 0, 0, 0), "whole", error_title="x" * 33)]},
        "the error title has 33 characters",
    ),
    (
        {"validations": [Validation(Block(0, 0, 0, 0), "whole", error="\x02")]},
        "the error message contains the character U+0002",
    ),
    (
        {"validations": [Validation(Block(0, 0, 0, 0), "any", title="x", low=1)]},
        "only numbers and dates have bounds",
    ),
    (
        {"validations": [Validation(Block(0, 0, 0, 0), "decimal", low=DAY)]},
        "do not fit a validation of 'decimal'",
    ),
    (
        {"validations": [Validation(Block(0, 0, 0, 0), "decimal", low=2, high=1)]},
        "the bounds [2, 1] leave nothing between",
    ),
    (
        {"validations": [Validation(Block(0, 0, 0, 0), "decimal", high=float("nan"))]},
        "no cell can hold the bounds [nan]",
    ),
    (
        {"validations": [Validation(Block(0, 0, 0, 0), "date", low=date(1899, 1, 1))]},
        "no cell can hold the bounds",
    ),
    (
        {
            "validations": [
                Validation(Block(0, 0, 1, 0), "whole"),
                Validation(Block(1, 0, 2, 0), "decimal"),
            ]
        },
        "the validations A1:A2 and A2:A3 overlap",
    ),
    ({"validations": [Validation(Block(0, 0, ROWS, 0), "whole")]}, "runs backwards or out of"),
    ({"conditions": [Condition(Block(0, 0, 0, 0), PLAIN)]}, "either a text or a formula"),
    (
        {"conditions": [Condition(Block(0, 0, 0, 0), PLAIN, text="a", formula="=A1")]},
        "either a text or a formula",
    ),
    (
        {"conditions": [Condition.when_text(Block(0, 0, 0, 0), "x" * 256, PLAIN)]},
        "the text of the condition has 256 characters",
    ),
    (
        {"conditions": [Condition.when(Block(0, 0, 0, 0), "=D1", PLAIN)]},
        "the cell D1, where nothing is written",
    ),
    ({"comments": [Comment(0, 0, "a"), Comment(0, 0, "b")]}, "the cell has 2 comments"),
    ({"comments": [Comment(5, 0, "a")]}, "no cell is written where comments stand"),
    ({"comments": [Comment(0, 0, "x" * 32_768)]}, "the comment has 32768 characters"),
    ({"comments": [Comment(0, 0, "a", author="\ud800")]}, "the author of the comment contains"),
    ({"links": [Link(0, 0, Area.of_cell("Plan", 0, 0))]}, "on sheet 'Plan', which does not exist"),
    ({"links": [Link(0, 0, Area("Suivi", 1, 0, 0, 0))]}, "runs backwards or out of its sheet"),
    (
        {"links": [Link(0, 0, Area.of_cell("Suivi", 0, 0))]},
        "the link stands on a cell without text",
    ),
    ({"widths": {0: 256}}, "the column 0 cannot be 256 large"),
    ({"widths": [(0, 9), (0, 8)]}, "the column 0 has 2 sizes"),
    ({"heights": {ROWS: 10}}, "the row 1048576 cannot be 10 large"),
    ({"groups": [ColumnGroup(2, 1)]}, "there is no such group of columns"),
    ({"groups": [ColumnGroup(0, 1, level=8)]}, "there is no such group of columns"),
    ({"groups": [ColumnGroup(0, 1), ColumnGroup(1, 2)]}, "column 1 is in 2 groups"),
    ({"freeze": (-1, 0)}, "a negative number of rows or columns"),
    ({"print_setup": PrintSetup(repeat_rows=-1)}, "a negative number of rows or columns"),
    ({"print_setup": PrintSetup(footer="x" * 241)}, "the footer has 241 characters"),
    ({"print_setup": PrintSetup(pages_across=0)}, "the sheet is printed on no page"),
    ({"print_setup": PrintSetup(new_pages=[0])}, "new pages begin at 1 rows"),
    ({"print_setup": PrintSetup(new_pages=range(1, 1_025))}, "new pages begin at 1024 rows"),
    ({"tab_colour": "blue"}, "'blue' is not a colour"),
    ({"autofilter": Block(0, 0, 5, 0)}, "the filter A1:A6 reaches where nothing is written"),
    ({"visibility": "hidden"}, "no sheet of the workbook is visible"),
    ({"charts": [chart(column=COLUMNS)]}, "the chart stands outside the sheet"),
    ({"charts": [chart(width=0)]}, "the chart has no size"),
    ({"charts": [chart(series=[])]}, "the chart has no series"),
    ({"charts": [chart(alt_text=" ")]}, "no text for those who do not see it"),
    ({"charts": [chart(title="x" * 256)]}, "the title has 256 characters"),
    ({"charts": [series(name="\x01")]}, "the name of a series contains the character U+0001"),
    (
        {"charts": [series(name=Area.of_cell("Suivi", 9, 9))]},
        "the name of a series 'Suivi'!$J$10 reaches where nothing is written",
    ),
    ({"charts": [series(values=Area("Suivi", 0, 0, 1, 0))]}, "has 3 categories and 2 values"),
    ({"charts": [series(values=Area("Suivi", 0, 0, 2, 1))]}, "a series is drawn from a table"),
]


@pytest.mark.parametrize(("traits", "what"), SHEET_FAULTS)
def test_faulty_sheet_is_refused(traits: dict[str, Any], what: str) -> None:
    """What surrounds the cells is checked as they are."""
    with pytest.raises(WorkbookError) as caught:
        one_sheet(**traits)

    assert what in str(caught.value)


def test_book_without_sheets_is_refused() -> None:
    """A workbook has a sheet."""
    with pytest.raises(WorkbookError, match="a workbook without sheets"):
        book()


def test_all_faults_are_told_together() -> None:
    """A book with several faults names each of them, by sheet and cell."""
    with pytest.raises(WorkbookError) as caught:
        book(
            Sheet("Suivi", [CELL, CELL, Cell(1, 0, Formula("=Plan!A1", 1))]),
            Sheet("Saisie", [Cell(0, 0, float("nan")), Cell(0, 1, Formula("=A9", 1))]),
        )

    expected = ["Suivi!A1", "Suivi!A2", "Saisie!A1", "Saisie!B1"]
    assert expected == [str(fault.where) for fault in caught.value.faults]


def test_cell_under_a_merge_can_be_referred_to() -> None:
    """The cells that a merge covers count as written."""
    cells = [Cell(0, 0, 1), Cell(2, 0, Formula("=SUM(A1:B1)+B1", 1))]

    made = one_sheet(*cells, merges=[Block(0, 0, 0, 1)])

    assert () == made.faults()


def test_blocks_side_by_side_do_not_overlap() -> None:
    """Merges and validations may touch each other, in rows and in columns."""
    blocks = [Block(4, 0, 5, 1), Block(4, 2, 5, 3), Block(6, 0, 7, 3)]

    made = one_sheet(merges=blocks, validations=[Validation(block, "whole") for block in blocks])

    assert () == made.faults()


def test_sheet_may_be_empty() -> None:
    """A sheet without cells is well formed, though nothing on it can be referred to."""
    assert () == book(Sheet("Notes", [])).faults()
    with pytest.raises(WorkbookError, match=r"the sheet holds no cells"):
        book(Sheet("Notes", []), Sheet("Suivi", [Cell(0, 0, Formula("=Notes!A1", 0))]))


def test_links_of_a_sheet_are_limited() -> None:
    """More links than Excel keeps on a sheet are refused, not dropped."""
    target = Area.of_cell("Suivi", 0, 0)
    cells = [Cell(row, 0, "x") for row in range(65_531)]
    links = [Link(row, 0, target) for row in range(65_531)]

    with pytest.raises(WorkbookError, match="the sheet has 65531 links"):
        one_sheet(*cells, links=links)


@pytest.mark.parametrize(
    ("value", "blanks", "drawn"),
    [("", "gap", False), ("", "span", False), ("#N/A", "gap", False), ("#N/A", "span", True)],
)
def test_chart_draws_no_point_that_is_not_there(value: str, blanks: Any, *, drawn: bool) -> None:  # noqa: ANN401
    """A chart of formulas that show nothing is refused, for they would be drawn as zero."""
    cells = [Cell(0, 0, 1), Cell(1, 0, Formula("=NA()", value)), Cell(2, 0, 3)]
    sheet = Sheet("Suivi", cells, charts=[chart(blanks=blanks)])

    if drawn:
        assert () == book(sheet).faults()
    else:
        with pytest.raises(WorkbookError, match="at Suivi!A2 as zero"):
            book(sheet)


@pytest.mark.parametrize(
    ("traits", "what"),
    [
        ({"title": "x" * 256}, "the title has 256 characters"),
        ({"author": "\x00"}, "the author contains the character U+0000"),
        ({"created": datetime(2008, 3, 27)}, "is not a day"),  # noqa: DTZ001
        ({"properties": {"a b": "1"}}, "'a b' cannot name a property"),
        ({"properties": {"schema": "x" * 256}}, "the property 'schema' has 256 characters"),
        ({"properties": [("a", "1"), ("a", "2")]}, "the property 'a' is given 2 times"),
    ],
)
def test_faulty_property_of_the_file_is_refused(traits: dict[str, Any], what: str) -> None:
    """What the file says about itself is checked too."""
    with pytest.raises(WorkbookError) as caught:
        Book([Sheet("Suivi", [CELL])], **({"created": DAY} | traits))

    assert what in str(caught.value)


def test_equal_cells_hold_the_same_kind_of_value() -> None:
    """Cells are equal only when they would be written alike: 1 is neither True nor 1.0."""
    values: list[Value] = [
        1,
        True,
        1.0,
        "1",
        0.0,
        -0.0,
        None,
        "",
        Formula("=1", 1),
        Formula("=1", value=True),
    ]

    assert len(values) == len({Cell(0, 0, value) for value in values})


def test_sheets_and_cells_are_found_by_name_and_address() -> None:
    """A book finds its sheets by name, a sheet its cells by address."""
    made = one_sheet()

    assert Cell(2, 1, 3) == made.sheet("Suivi").cell("B3")
    with pytest.raises(InvalidInputError, match="did you mean 'Suivi'"):
        made.sheet("Suivis")
    with pytest.raises(InvalidInputError, match="no cell is written at D1"):
        made.sheet("Suivi").cell("D1")


def test_book_is_frozen() -> None:
    """A book, like all that it is made of, can be a member of a set."""
    assert {one_sheet()} == {one_sheet(), one_sheet()}
