from datetime import date

from drafts import content, flow, values
from indh_me.model import (
    Categories,
    Category,
    Dimension,
    Indicator,
    Period,
    Result,
    Revision,
    Target,
    Text,
)
from indh_me.write.content import Content
from indh_me.write.sheets import changes_sheet, lists_sheet
from indh_me.write.sheets.changes import BLANK_ROWS
from indh_me.write.sheets.filled_list import FIRST_ROW as FIRST

DAY = date(2009, 6, 1)


def revised() -> Content:
    """Draft a total and a group whose targets were revised, and a milestone put off."""
    why = Text.of(en="more money")
    targets = [
        Target(
            period=Period.year(2010),
            value=10,
            revisions=[Revision(value=12, date=DAY, rationale=why)],
        ),
        Target(
            period=Period.year(2010),
            value=4,
            categories=Categories.of(sex="female"),
            revisions=[Revision(value=5, date=DAY)],
        ),
    ]
    dropped = Target(
        period=Period.year(2010), value=1, revisions=[Revision(value=0, date=date(2010, 1, 1))]
    )
    return content(
        [
            flow("A", result="training", dimensions=["sex"]).with_targets(*targets),
            Indicator.milestone("M").with_targets(dropped),
        ],
        results=[Result(code="training", level="outcome")],
        dimensions=[
            Dimension(code="sex", categories=[Category(code="female", name=Text.of(en="women"))])
        ],
    )


def test_revisions_are_told() -> None:
    """Each revised target has day, version, level, indicator, period, both values and why."""
    shown = values(changes_sheet(revised()))

    assert [
        (DAY, 2, "Outcome", "A", "2010", 10.0, 12.0, "more money", None),
        (DAY, 2, "Outcome", "A", "2010\nsex=female", 4.0, 5.0, "", None),
        (date(2010, 1, 1), 3, "", "M", "2010", "Done", "Not done", "", None),
    ] == [tuple(shown[row, column] for column in range(9)) for row in range(FIRST, FIRST + 3)]


def test_rows_to_fill_in() -> None:
    """Who approved, and rows below, are to be filled in; what the framework says is locked."""
    sheet = changes_sheet(revised())
    unlocked = {(cell.row, cell.column) for cell in sheet.cells if cell.style.unlocked}
    blank = range(FIRST + 3, FIRST + 3 + BLANK_ROWS)

    assert {(row, 8) for row in range(FIRST, FIRST + 3)} | {
        (row, column) for row in blank for column in range(9)
    } == unlocked
    assert [f"A{blank[0] + 1}:A{blank[-1] + 1}", f"C{blank[0] + 1}:C{blank[-1] + 1}"] == [
        str(rule.block) for rule in sheet.validations
    ]


def test_levels_to_choose_from() -> None:
    """The level of a change is chosen from the levels of the results chain."""
    made = content([])
    source = changes_sheet(made).validations[1].source
    assert source is not None
    shown = values(lists_sheet(made))

    assert ["Impact", "Outcome", "Output", "Activity"] == [
        shown[position] for position in source.block.positions()
    ]
