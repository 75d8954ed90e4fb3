from datetime import date

import pytest
from attrs import evolve

from drafts import content, values
from indh_me.catalog import labels
from indh_me.compute import Status
from indh_me.model import Absence, Source, Text, Thresholds
from indh_me.write.content import Content
from indh_me.write.grid import Block, Formula
from indh_me.write.sheets import read_me_sheet
from refusals import Strange


def lines(made: Content) -> dict[object, object]:
    """Give what stands beside each word of the first column."""
    shown = values(read_me_sheet(made)[0])
    return {value: shown.get((row, 1)) for (row, column), value in shown.items() if column == 0}


def drafted(**said: Strange) -> dict[object, object]:
    """Lay out the sheet of a framework without indicators."""
    return lines(content([], **said))


def test_what_formulas_refer_to() -> None:
    """The as-of date and the thresholds have names, on the cells that hold them."""
    made = content([], thresholds=Thresholds(on_track=0.9, at_risk=0.75), as_of=date(2008, 3, 27))
    sheet, names = read_me_sheet(made)
    shown = values(sheet)

    assert {"as_of": date(2008, 3, 27), "on_track": 0.9, "at_risk": 0.75} == {
        name.name: shown[name.area.first_row, name.area.first_column] for name in names
    }


def test_how_to_use_it() -> None:
    """Six steps say how the workbook is filled."""
    assert "Fill in only the yellow cells." == drafted()[1]
    assert {1, 2, 3, 4, 5, 6} <= set(drafted())


def test_legends_are_complete() -> None:
    """Every status and every kind of absence has its meaning, with the thresholds filled in."""
    shown = drafted()

    assert "The same rate, at least 60 % and below 80 %" == shown["At risk"]
    assert str(shown["Expected value"]).startswith("What should be reached by the last day")
    for section, kind in (("status", Status), ("absence", Absence)):
        assert {labels()[section][each.value]["en"] for each in kind} <= set(shown)


def test_description_and_basis() -> None:
    """Description of the framework and basis of its thresholds are told when there are any."""
    basis = Thresholds(on_track=0.8, at_risk=0.333, basis=Text.of(en="UNDP"))
    shown = drafted(description=Text.of(en="what it is about"), thresholds=basis)

    assert ("what it is about", "UNDP") == (shown["DEMO"], shown["Basis of the thresholds"])
    assert "DEMO" in drafted()
    assert "Basis of the thresholds" not in drafted()


def test_sources() -> None:
    """A source has its label, day, page and address; in Arabic its day keeps its order."""
    source = Source(
        code="plan",
        label=Text.of(en="The plan", ar="المخطط"),
        date=date(2008, 3, 27),
        page="2",
        address="https://example.org",
    )
    languages = ["en", "ar"]

    assert "The plan, 2008-03-27, Page: 2, https://example.org" == drafted(sources=[source])["plan"]
    assert (
        "المخطط، \u200e2008-03-27، الصفحة: 2، https://example.org"
        == drafted(sources=[source], languages=languages, language="ar")["plan"]
    )
    assert "Sources" not in drafted(sources=[])
    assert "" == drafted(sources=[Source(code="bare")])["bare"]


def test_borrowed_languages() -> None:
    """When texts may be borrowed, the tags behind them are explained."""
    assert "[fr]" in drafted(languages=["fr", "en"], language="en")
    assert "[fr]" not in drafted(languages=["en", "fr"], language="en")


def test_thresholds_may_be_changed() -> None:
    """The cells of the thresholds are unlocked and take rates; nothing else is."""
    sheet, names = read_me_sheet(content([]))
    cells = {name.name: name.area.block for name in names if name.name != "as_of"}

    assert set(cells.values()) == {
        Block.of_cell(cell.row, cell.column) for cell in sheet.cells if cell.style.unlocked
    }
    assert [(block, 0, 1) for block in cells.values()] == [
        (rule.block, rule.low, rule.high) for rule in sheet.validations
    ]


@pytest.mark.parametrize(
    ("language", "meaning"),
    [("en", "The same rate, below 33.3 %"), ("fr", "Même taux, inférieur à 33,3 %")],
)
def test_legend_follows_the_thresholds(language: str, meaning: str) -> None:
    """What a status means names the thresholds by a formula, with the decimals of the language."""
    made = content([], language=language, thresholds=Thresholds(on_track=0.8, at_risk=0.333))
    (formula,) = (
        cell.value
        for cell in read_me_sheet(made)[0].cells
        if isinstance(cell.value, Formula) and "on_track" not in cell.value.text
    )

    assert meaning == formula.value
    assert "ROUND(100*at_risk,2)" in formula.text


def test_negative_thresholds_stand_as_words() -> None:
    """Thresholds that no reader may type are told in words, not by a formula."""
    made = content([], thresholds=Thresholds(on_track=0.8, at_risk=-1))

    assert not any(isinstance(cell.value, Formula) for cell in read_me_sheet(made)[0].cells)


def test_words_in_the_second_language() -> None:
    """Words that stand in one language only have those of the second beside them."""
    made = content([])
    two = evolve(made, words=evolve(made.words, second="fr"))

    assert ("À risque", "Effet") == (lines(two)["At risk"], lines(two)["Outcome"])
    assert "Outcome" not in lines(made)
