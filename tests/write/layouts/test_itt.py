from drafts import content, flow, seen, values
from indh_me.model import Indicator, Period, Text
from indh_me.write.layouts import LAYOUTS
from indh_me.write.layouts.itt import indicator_tracking_table
from indh_me.write.workbook import workbook


def test_layout_is_listed() -> None:
    """The layout is found by its name."""
    assert indicator_tracking_table is LAYOUTS["itt"]


def test_sheets_and_names() -> None:
    """Sheets to read, one of each indicator, four hidden ones, and the names formulas use."""
    book = indicator_tracking_table(content([flow(targets={"2010": 5})], [seen("A", "2010", 4)]))

    assert [
        ("Read me", "visible"),
        ("Logframe", "visible"),
        ("Tracking", "visible"),
        ("Data entry", "visible"),
        ("Dashboard", "visible"),
        ("Checks", "visible"),
        ("Record of changes", "visible"),
        ("A", "visible"),
        ("_figures", "hidden"),
        ("_assessed", "hidden"),
        ("_lists", "hidden"),
        ("_meta", "very_hidden"),
    ] == [(sheet.name, sheet.visibility) for sheet in book.sheets]
    assert ["as_of", "on_track", "at_risk"] == [name.name for name in book.names]
    assert all(sheet.protected for sheet in book.sheets)


def test_file_says_what_it_is() -> None:
    """The file has a title, which is cut when it is long, and the day on which it holds."""
    made = content([], title=Text.of(en="word " * 100), as_of=content([]).assessment.as_of)
    book = indicator_tracking_table(made)

    assert 120 == len(book.title)
    assert ("monitoring workbook", "DEMO") == (book.subject, book.keywords)
    assert made.assessment.as_of == book.created


def test_every_sheet_turns_with_the_language() -> None:
    """In Arabic every sheet that is read is laid out from right to left, its charts mirrored."""
    made = content([flow(targets={"2010": 5})], language="ar")
    book = indicator_tracking_table(made)
    shown = [sheet for sheet in book.sheets if sheet.visibility == "visible"]

    assert all(sheet.right_to_left for sheet in shown)
    assert [True] == [chart.mirrored for sheet in shown for chart in sheet.charts]


def test_links_both_ways() -> None:
    """Codes on Logframe and Tracking lead to the reference sheets, which lead back to them."""
    made = content(
        [flow("A", targets={"2010": 5}), Indicator.milestone("M", due=Period.year(2010))]
    )
    book = indicator_tracking_table(made)
    links = {
        (sheet.name, values(sheet)[link.row, link.column], link.target.sheet)
        for sheet in book.sheets
        for link in sheet.links
        if sheet.name != "Checks"
    }
    reached = {
        (link.target.sheet, values(book.sheet(link.target.sheet))[link.target.block.first_row, at])
        for name in "AM"
        for link in book.sheet(name).links
        for at in [link.target.first_column]
    }

    assert {(sheet, code, code) for sheet in ("Logframe", "Tracking") for code in "AM"} == {
        link for link in links if link[0] not in {"A", "M"}
    }
    assert {(sheet, code) for sheet in ("Logframe", "Tracking") for code in "AM"} == reached


def test_without_reference_sheets() -> None:
    """Where reference sheets are not wanted there is none, and no code leads anywhere."""
    made = content([flow("A", targets={"2010": 5})])
    book = workbook(made.assessment, made.observations, reference_sheets=False)

    assert "A" not in {sheet.name for sheet in book.sheets}
    assert () == book.sheet("Tracking").links + book.sheet("Logframe").links


def test_every_sheet_is_ready_to_print() -> None:
    """Every sheet that is read has page numbers and a footer, fits its width, repeats its head."""
    book = indicator_tracking_table(content([flow("A", targets={"2010": 5})]))
    shown = [sheet for sheet in book.sheets if sheet.visibility == "visible"]
    setups = [sheet.print_setup for sheet in shown]

    assert all(each.page_numbers and each.fit_width and each.footer == "DEMO" for each in setups)
    assert [each.freeze[0] for each in shown] == [each.repeat_rows for each in setups]
