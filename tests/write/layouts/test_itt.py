from drafts import content, flow, seen
from indh_me.model import Text
from indh_me.write.layouts import LAYOUTS
from indh_me.write.layouts.itt import indicator_tracking_table


def test_layout_is_listed() -> None:
    """The layout is found by its name."""
    assert indicator_tracking_table is LAYOUTS["itt"]


def test_sheets_and_names() -> None:
    """Five sheets to read, four that are hidden, and the names that formulas use."""
    book = indicator_tracking_table(content([flow(targets={"2010": 5})], [seen("A", "2010", 4)]))

    assert [
        ("Read me", "visible"),
        ("Logframe", "visible"),
        ("Tracking", "visible"),
        ("Data entry", "visible"),
        ("Dashboard", "visible"),
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
