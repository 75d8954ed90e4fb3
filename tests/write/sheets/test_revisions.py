from datetime import date

from drafts import content, flow, seen, values
from indh_me.model import Indicator, Observation, Period, Quantity, Revision, Target, Text
from indh_me.write.grid import Block, Formula, Sheet
from indh_me.write.sheets import Tracking, tracking_sheet
from indh_me.write.sheets.revisions import POSITION
from refusals import Strange

REVISED = (
    Target(period=Period.year(2010), value=20)
    .with_revision(
        Revision(value=25, date=date(2010, 3, 1), rationale=Text.of(en="two more provinces"))
    )
    .with_revision(Revision(value=Quantity.at_least(30), date=date(2010, 6, 1)))
)


def laid_out(
    *indicators: Indicator, figures: tuple[Observation, ...] = (), **said: Strange
) -> Sheet:
    """Lay out the tracking sheet."""
    return tracking_sheet(Tracking.of(content(indicators, figures, **said)))


def table(sheet: Sheet, title: str = "Revised targets") -> list[tuple[object, ...]]:
    """Give the rows of the table under its headings."""
    shown = values(sheet)
    (first,) = (row for (row, column), value in shown.items() if column == 0 and value == title)
    last = max(row for row, _ in shown)
    return [
        tuple(shown.get((row, column)) for column in range(len(POSITION) + 1))
        for row in range(first + 1, last + 1)
    ]


def test_no_target_has_been_revised() -> None:
    """Without revisions there is no table."""
    shown = values(laid_out(flow(targets={"2010": 20})))

    assert "Revised targets" not in shown.values()


def test_versions_of_a_target() -> None:
    """Original and revisions stand below each other, with their days, reasons and rates."""
    indicator = flow().with_targets(REVISED)

    assert [
        ("Code", "Rationale of the revision", "Period", "Date", "Target", "Achievement rate", None),
        ("A", "Original target", "2010", None, 20, "", 0.5),
        ("A", "two more provinces", "2010", date(2010, 3, 1), 25, "", 0.4),
        ("A", "", "2010", date(2010, 6, 1), "at least 30", "at least", 0),
    ] == table(laid_out(indicator, figures=(seen("A", "2010", 10),)))


def test_later_revisions_are_not_known_yet() -> None:
    """On a day before the second revision there are two versions."""
    indicator = flow().with_targets(REVISED)
    rows = table(laid_out(indicator, as_of=date(2010, 5, 31)))

    assert [20, 25] == [row[POSITION["target"]] for row in rows[1:]]
    assert [("", ""), ("", "")] == [row[POSITION["rate"] :] for row in rows[1:]]


def test_table_stands_below_the_milestones() -> None:
    """The table comes last, with an empty row before it."""
    indicator, milestone = flow().with_targets(REVISED), Indicator.milestone("M")
    shown = values(laid_out(indicator, milestone))
    at = {value: row for (row, column), value in shown.items() if column == 0}

    assert at["M"] + 2 == at["Revised targets"]
    assert (at["M"] + 1, 0) not in shown


def test_heading_of_the_rate_is_merged() -> None:
    """The rate has two columns under one heading, and the rows are high enough."""
    sheet = laid_out(flow().with_targets(REVISED))
    rate = POSITION["rate"]
    (block,) = (each for each in sheet.merges if each.first_row > 6)

    assert Block(block.first_row, rate, block.first_row, rate + 1) == block
    assert 32.0 == dict(sheet.heights)[block.first_row]
    assert block.first_row + 3 in dict(sheet.heights)


def test_no_rate_against_any_version() -> None:
    """What keeps the rate from being computed keeps it from all versions alike."""
    falling = flow(direction="decrease").with_targets(REVISED)
    rows = table(laid_out(falling, figures=(seen("A", "2010", 10),)))

    assert [(None, None)] * 3 == [row[POSITION["rate"] :] for row in rows[1:]]


def test_arabic() -> None:
    """In Arabic the title and the headings are Arabic."""
    sheet = laid_out(flow().with_targets(REVISED), language="ar")

    assert 4 == len(table(sheet, "القيم المستهدفة المراجعة"))


def test_figures_that_choose_another_target() -> None:
    """Where figures may make another target the one assessed, its rates vanish then."""
    way = flow(targets={"2009": 12}, method="milestone", accumulation="latest", baseline=5)
    indicator = way.with_targets(*way.targets, REVISED)
    sheet = laid_out(indicator, figures=(seen("A", "2009", 10), seen("A", "2008", 8)))
    rate = POSITION["rate"] + 1
    formulas = [
        cell.value.text
        for cell in sheet.cells
        if cell.column == rate and isinstance(cell.value, Formula) and "<>" in cell.value.text
    ]

    assert [5 / 15, 5 / 20] == [row[rate] for row in table(sheet)[1:3]]
    assert all('<>"2010")' in text for text in formulas[-3:])
