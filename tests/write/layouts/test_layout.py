import re

import pytest

from drafts import content, flow, seen
from indh_me.model import Indicator, Period
from indh_me.write.content import Content
from indh_me.write.layouts import LAYOUTS

NAMES = sorted(LAYOUTS)
LANGUAGES = ("ar", "en", "fr")
EVERYWHERE = {"_figures", "_assessed", "_lists", "_meta"}
#: Digits across a page that stands upright.
PORTRAIT = 125


def made(language: str = "en") -> Content:
    """Draft a workbook with something of every kind."""
    indicators = [
        flow("A", {"2009": 5, "2010": 8}, baseline=2),
        Indicator.milestone("M", due=Period.year(2009)),
    ]
    return content(indicators, [seen("A", "2009", 4)], language=language)


def test_six_layouts() -> None:
    """There are six layouts, each listed under its own name."""
    assert ["eu", "fcdo", "itt", "undp", "usaid", "worldbank"] == NAMES
    assert NAMES == sorted(layout.name for layout in LAYOUTS.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_layout_is_read_back_alike(name: str, language: str) -> None:
    """Each has the same sheet for figures, the same hidden sheets, and says what it is."""
    draft = made(language)
    book, plain = LAYOUTS[name](draft), LAYOUTS["itt"](draft)
    entry = draft.words.label("sheet", "data_entry")
    meta = {cell.row: cell.value for cell in book.sheet("_meta").cells if cell.column == 1}

    assert plain.sheet(entry) == book.sheet(entry)
    assert {each.name for each in book.sheets} >= EVERYWHERE
    assert (name, language) == (meta[3], meta[4])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_sheets_can_be_printed_and_are_locked(name: str, language: str) -> None:
    """What is read is locked, turned with the language, and printed with headings and pages."""
    shown = [each for each in LAYOUTS[name](made(language)).sheets if each.visibility == "visible"]
    tables = [each for each in shown if each.freeze != (0, 0)]

    assert [] == [each.name for each in shown if not each.protected]
    assert [] == [each.name for each in shown if each.right_to_left != (language == "ar")]
    assert [] == [each.name for each in shown if not each.print_setup.page_numbers]
    assert [] == [each.name for each in tables if each.print_setup.repeat_rows != each.freeze[0]]
    wide = [each for each in tables if sum(width for _, width in each.widths) > PORTRAIT]
    assert [] == [each.name for each in wide if not each.print_setup.landscape]


@pytest.mark.parametrize("name", NAMES)
def test_read_me_names_the_sheets(name: str) -> None:
    """*Read me* names every sheet that can be read, in their order; those of indicators at once."""
    content = made()
    book, codes = LAYOUTS[name](content), {each.code for each in content.framework.indicators}
    shown = [each.name for each in book.sheets if each.visibility == "visible"]
    named = [each for each in shown[1:] if each not in codes]
    together = content.words.label("sheet", "reference")
    first = next(at for at, each in enumerate(shown[1:]) if each in codes)
    said = [str(cell.value) for cell in book.sheets[0].cells if cell.value in {*named, together}]

    assert [*named[:first], together, *named[first:]] == said


@pytest.mark.parametrize("name", NAMES)
def test_yellow_is_unlocked(name: str) -> None:
    """A cell is yellow if, and only if, it can be filled in."""
    book = LAYOUTS[name](made())
    wrong = [
        f"{sheet.name}!{cell.row},{cell.column}"
        for sheet in book.sheets
        for cell in sheet.cells
        if cell.style.unlocked != (cell.style.fill == "#FFF9DB")
    ]

    assert [] == wrong


@pytest.mark.parametrize("name", NAMES)
def test_formulas_are_for_every_spreadsheet(name: str) -> None:
    """No formula refers to a table by its short form, or to another file."""
    book = LAYOUTS[name](made())
    texts = re.findall(r"=[^|]* -> ", str(book))

    assert len(texts) > 20
    assert [] == [text for text in texts if "[@" in text or "[" in text]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_at_all(name: str) -> None:
    """A framework without anything has its workbook in every layout."""
    assert () == LAYOUTS[name](content([])).faults()
