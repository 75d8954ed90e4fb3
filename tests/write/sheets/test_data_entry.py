from datetime import date

import pytest

from drafts import content, flow, seen, values
from indh_me.model import (
    Categories,
    Category,
    Citation,
    Dimension,
    Indicator,
    Observation,
    Period,
    Quantity,
    Target,
    Text,
)
from indh_me.write.content import Content
from indh_me.write.grid import Sheet
from indh_me.write.sheets import DataEntry, data_entry_sheet
from indh_me.write.sheets.entry_columns import FILLED, FIRST_ROW, HEADER_ROW, POSITION

COUNTED = ("counts_for", "best", "at_least", "at_most", "shown", "mark")


def sheet_of(made: Content) -> Sheet:
    """Lay out the sheet."""
    return data_entry_sheet(DataEntry(made))


def row(made: Content, *names: str, at: int = 0) -> tuple[object, ...]:
    """Give what some columns of a row show."""
    shown = values(sheet_of(made))
    return tuple(shown.get((FIRST_ROW + at, POSITION[name])) for name in names)


def test_headings() -> None:
    """Columns that are read have words of the language, the folded ones their names."""
    shown = values(sheet_of(content([flow()], language="fr")))
    headings = {name: shown[HEADER_ROW, column] for name, column in POSITION.items()}

    assert ("Valeur", "Précision du chiffre") == (headings["value"], headings["known_as"])
    assert ("key", "counts_for") == (headings["key"], headings["counts_for"])


def test_plan_of_a_row() -> None:
    """A row says what is measured, for which days, and what the target is."""
    named = flow(
        targets={"2008": 20},
        name=Text.of(en="people trained"),
        unit_label=Text.of(en="people"),
    )

    assert ("A", "people trained", "Total", "people", "2008", 20.0, "A|2008") == row(
        content([named]),
        *("code", "indicator", "category", "unit", "period", "target", "key"),
    )
    assert (date(2008, 1, 1), date(2008, 12, 31)) == row(content([named]), "start", "end")


def test_target_that_is_an_interval_is_said_in_words() -> None:
    """A target that is no plain number is written out, not cut to a bound."""
    assert ("between 19 000 and 21 000",) == row(
        content([flow(targets={"2008": "19000..21000"})]), "target"
    )


@pytest.mark.parametrize(
    ("value", "typed", "read"),
    [
        ("9", (9, "exactly", None, None), ("|A", 9, 9, 9, 9, "")),
        ("0", (0, "exactly", None, None), ("|A", 0, 0, 0, 0, "")),
        (">=5", (5, "at least", None, None), ("|A", "", 5, "", 5, "at least")),
        ("<=5", (5, "at most", None, None), ("|A", "", "", 5, 5, "at most")),
        ("2..5", (None, "between", 2, 5), ("|A", "", 2, 5, 2, "at least")),
        ("4 (2..5)", (4, "about", 2, 5), ("|A", 4, 2, 5, 4, "")),
        ("4 (..)", (4, "about", None, None), ("|A", 4, "", "", 4, "")),
        ("..", (None, "unknown", None, None), ("|A", "", "", "", "unknown", "")),
        (
            "not_reported",
            (None, "Not reported", None, None),
            ("nr|A", "", "", "", "Not reported", ""),
        ),
        (
            "not_applicable",
            (None, "Not applicable", None, None),
            ("na|A", "", "", "", "Not applicable", ""),
        ),
    ],
)
def test_figures_are_typed_and_read(
    value: str, typed: tuple[object, ...], read: tuple[object, ...]
) -> None:
    """What was reported stands in the cells to fill in, and the formulas read it back."""
    made = content([flow()], [seen("A", "2008", value)])

    assert typed == row(made, "value", "known_as", "low", "high")
    assert read == row(made, *COUNTED)


def test_row_that_is_still_blank() -> None:
    """A blank row is not reported when its period is over, else not due; it counts for nothing."""
    made = content([flow(targets={"2010": 1, "2011": 1})])

    assert ("", "", "", "", "Not reported", "") == row(made, *COUNTED)
    assert ("", "", "", "", "Not due", "") == row(made, *COUNTED, at=1)
    assert (None, "", None, "") == row(made, "value", "known_as", "collected", "note")


def test_figure_that_came_too_late() -> None:
    """A figure collected after the as-of date is typed, but does not count."""
    made = content([flow()], [seen("A", "2008", 9, collected=date(2011, 1, 1))])

    assert (9, date(2011, 1, 1)) == row(made, "value", "collected")
    assert ("", "", "", "", "Not reported", "") == row(made, *COUNTED)


def test_milestones_are_words() -> None:
    """A milestone is done or not done, in words; the formulas make 1 and 0 of them."""
    due = Indicator.milestone("M", due=Period.year(2008))
    done, not_done = (content([due], [seen("M", "2008", each)]) for each in (1, 0))

    assert ("Done", "Done", "|M", 1.0) == row(done, "target", "value", "counts_for", "best")
    assert ("Not done", "|M", 0.0) == row(not_done, "value", "counts_for", "best")


def test_counts_behind_a_share() -> None:
    """Numerator, denominator and sample stand in their columns; bounds are weighted by them."""
    share = flow(unit="percent", accumulation="ratio")
    exact = content([share], [seen("A", "2008", "64 [16/25; n=25]")])
    bounded = content([share], [seen("A", "2008", "64 (58..70) [16/25]")])

    assert (16, 25, 25) == row(exact, "numerator", "denominator", "sample_size")
    assert (1600, 1600) == row(exact, "weighted_low", "weighted_high")
    assert (58 * 25, 70 * 25) == row(bounded, "weighted_low", "weighted_high")
    assert ("", "") == row(
        content([share], [seen("A", "2008", 5)]), "weighted_low", "weighted_high"
    )


def test_days_that_are_shared() -> None:
    """Where rows share days, each says from when on an earlier figure shares some with it."""
    made = content(
        [flow()],
        [
            seen("A", "2008", 1),
            seen("A", "2008-Q4", 1),
            seen("A", "2009", 1),
            seen("A", "2009-Q1", "not_reported"),
        ],
    )
    first_day = 39_448  # 2008-01-01

    assert [0, first_day, "", 0] == [row(made, "shared_from", at=at)[0] for at in range(4)]
    assert (None,) == row(content([flow()], [seen("A", "2008", 1)]), "shared_from")


def test_note_and_source() -> None:
    """Scope and note stand together; the source by its code."""
    said = seen(
        "A",
        "2008",
        1,
        scope=Text.of(en="without the north"),
        note=Text.of(en="=SUM(A1)"),
        source=Citation("plan"),
    )

    assert ("without the north; =SUM(A1)", "plan") == row(
        content([flow()], [said]), "note", "source"
    )


def test_groups_have_no_formulas() -> None:
    """Groups can be filled in, but only totals are read by formulas."""
    place = Dimension(
        code="place",
        categories=[Category("east", Text.of(en="East")), Category("x", Text.of(en="X"))],
    )
    group = Categories.of(place="east")
    target = Target(period=Period.year(2008), value=3, categories=group)
    made = content(
        [flow(dimensions=["place"]).with_targets(target)],
        [seen("A", "2008", 4, group)],
        dimensions=[place],
    )

    assert ("East", 3, 4, "A|2008|place=east") == row(
        made, "category", "target", "value", "key", at=1
    )
    assert (None,) * len(COUNTED) == row(made, *COUNTED, at=1)


def test_category_of_no_dimension() -> None:
    """A category that the framework does not name is shown by its code."""
    odd = Observation(
        indicator="A",
        period=Period.year(2008),
        value=Quantity.exactly(1),
        categories=Categories({"sex": "female", "place": "dakhla"}),
    )

    assert ("dakhla, female",) == row(content([flow()], [odd]), "category", at=1)


def test_only_what_is_filled_in_is_unlocked() -> None:
    """The plan and the formulas are locked, the cells to fill in are not, on a protected sheet."""
    sheet = sheet_of(content([flow()], [seen("A", "2008", 1)]))
    unlocked = {cell.column for cell in sheet.cells if cell.style.unlocked}

    assert sheet.protected
    assert {POSITION[name] for name in FILLED} == unlocked


def test_rows_are_high_enough() -> None:
    """A long note makes its row higher; other rows keep the height of a line."""
    long = seen("A", "2008", 1, note=Text.of(en="word " * 100))
    heights = dict(sheet_of(content([flow()], [long, seen("A", "2009", 1)])).heights)

    assert heights[FIRST_ROW] > 100
    assert FIRST_ROW + 1 not in heights


def test_sheet_without_rows() -> None:
    """Without indicators there are headings, and no filter."""
    sheet = sheet_of(content([]))

    assert sheet.autofilter is None
    assert HEADER_ROW == max(cell.row for cell in sheet.cells)
