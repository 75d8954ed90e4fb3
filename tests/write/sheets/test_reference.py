from datetime import date

from drafts import content, flow, values
from indh_me.errors import key_path
from indh_me.model import (
    Baseline,
    Categories,
    Category,
    Citation,
    Dimension,
    Indicator,
    Period,
    Quantity,
    Result,
    Revision,
    Source,
    Target,
    Text,
)
from indh_me.write.content import Content
from indh_me.write.grid import Area, Sheet
from indh_me.write.sheets import References
from indh_me.write.sheets.reference import MOST_SHEETS

BANDS = [
    "Identification",
    "Description",
    "Plan for data collection",
    "Baseline and targets",
    "Data quality",
    "Changes",
    "Other information",
]


def fields(sheet: Sheet) -> dict[object, object]:
    """Give what stands beside each label."""
    shown = values(sheet)
    return {value: shown.get((row, 1)) for (row, column), value in shown.items() if column == 0}


def only(made: Content) -> Sheet:
    """Make the sheet of the only indicator."""
    (sheet,) = References(made).sheets()
    return sheet


def full() -> Content:
    """Draft an indicator of which everything is said."""
    indicator = Indicator(
        code="A",
        unit="percent",
        direction="maintain",
        accumulation="latest",
        frequency="annual",
        result="training",
        name=Text.of(en="recall"),
        definition=Text.of(en="share who recall"),
        dimensions=["sex"],
        band=Quantity.between(50, 60),
        baseline=Baseline(60, Period.year(2007), Citation("plan", page="3"), Text.of(en="rough")),
        targets=[
            Target(
                period=Period.year(2009),
                value=70,
                cumulative=True,
                revisions=[
                    Revision(value=68, date=date(2009, 1, 1), rationale=Text.of(en="less money"))
                ],
            ),
            Target(period=Period.year(2009), value=30, categories=Categories.of(sex="female")),
        ],
        external_codes=[("SDG", "4.3.1")],
        source=Citation("other", quote=Text.of(en="so it says")),
    )
    return content(
        [indicator],
        results=[Result(code="training", level="outcome")],
        dimensions=[
            Dimension(
                code="sex",
                name=Text.of(en="Sex"),
                categories=[Category(code="female", name=Text.of(en="women"))],
            )
        ],
        sources=[Source(code="plan", label=Text.of(en="The plan")), Source(code="other")],
    )


def test_fields_in_the_order_of_the_form() -> None:
    """The bands are those of the form, in its order, with what is said of the indicator."""
    shown = fields(only(full()))

    assert BANDS == [label for label in shown if label in BANDS]
    assert {
        "Result": "Outcome: training",
        "External codes": "SDG: 4.3.1",
        "Unit": "Percent",
        "Data type": "Percent",
        "Band": "between 50 % and 60 %",
        "Disaggregation": "Sex: women",
        "Frequency": "Annual",
        "Baseline": "2007: 60 %\nrough\nThe plan, Page: 3",
        "Target 2009": "68 % (originally 70 %) (Cumulative)",
        "Target 2009: women": "30 %",
        "2009-01-01": "2009: from 70 % to 68 %\nless money",
        "Source": "other, Quote: so it says",
    }.items() <= shown.items()


def test_blank_fields_are_to_be_filled_in() -> None:
    """What the framework does not say is a blank cell that can be changed; all else is locked."""
    sheet = only(content([flow("A")]))
    style = {cell.row: cell.style for cell in sheet.cells if cell.column == 1}
    shown = values(sheet)
    blank = {shown[row, 0] for row in style if style[row].unlocked}

    assert {"Definition", "Responsible", "Baseline", "Target", "Sheet last updated"} <= blank
    assert {"", None} >= {shown[row, 1] for row in style if style[row].unlocked}
    assert sheet.protected


def test_milestone_has_its_day() -> None:
    """Of a milestone the day is told on which it is due."""
    shown = fields(only(content([Indicator.milestone("M", due=Period.year(2007))])))

    assert "due on 2007-12-31" == shown["Target 2007"]


def test_links_back() -> None:
    """The first links lead back to where the indicator stands on other sheets."""
    places = {key_path("indicators", "A"): Area.of_cell("Tracking", 5, 0)}
    (sheet,) = References(content([flow("A")])).sheets([places, {}])

    assert [(1, 0, "Tracking")] == [
        (each.row, each.column, each.target.sheet) for each in sheet.links
    ]
    assert "Back to Tracking" == values(sheet)[1, 0]


def test_sheet_for_each_indicator() -> None:
    """Few indicators have a sheet each, whose name no other sheet of the workbook has."""
    references = References(content([flow("A"), flow("Checks")]))

    assert ["A", "Checks~2"] == [sheet.name for sheet in references.sheets()]
    assert ["A", "Checks~2"] == [area.sheet for area in references.places.values()]


def test_one_sheet_for_many() -> None:
    """More indicators stand on one sheet, each in a block that begins where its links lead."""
    codes = [f"I{number}" for number in range(MOST_SHEETS + 1)]
    references = References(content([flow(code, targets={"2010": 5}) for code in codes]))
    (sheet,) = references.sheets()
    shown = values(sheet)

    assert "Reference sheets" == sheet.name
    assert codes == [
        shown[area.first_row, area.first_column] for area in references.places.values()
    ]
    assert [area.first_row for area in references.places.values()][1:] == list(
        sheet.print_setup.new_pages
    )


def test_no_indicator() -> None:
    """Without indicators there is no sheet."""
    assert [] == list(References(content([])).sheets())
