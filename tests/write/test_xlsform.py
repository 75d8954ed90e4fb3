import sys
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pyxform.xls2xform import convert

import indh_me as me
from indh_me.read.session import read_event, read_session
from indh_me.survey.communication import communication_forms
from indh_me.survey.training import training_forms
from indh_me.survey.xlsform import xlsform_of
from indh_me.write.xlsform import write_xlsform, xlsform_book
from odk import OdkValidate

INDH = Path(__file__).parents[2] / "examples" / "indh"


def form(**parts: object) -> me.Instrument:
    """Make a form in Arabic and French that lacks some words in each."""
    both = me.Text.of(ar="؟", fr="?")
    row = me.Question(name="row", kind="scale", label=me.Text.of(fr="?"), choices="yn")
    plain: dict[str, object] = {
        "code": "visit",
        "title": me.Text.of(fr="Une visite"),
        "version": "2026112301",
        "languages": ["ar", "fr"],
        "choice_lists": [
            me.ChoiceList("yn", [me.Choice("v.1", me.Text.of(ar="نعم")), me.Choice("no")])
        ],
        "sections": [
            me.Section(
                name="main",
                label=both,
                items=[
                    me.Question(name="age", kind="text", label=both, hint=me.Text.of(fr="=1+1")),
                    me.Grid(name="g", label=me.Text.of(fr="?"), rows=[row]),
                    me.Question(name="b", kind="note", label=me.Text.of(en="?")),
                ],
            )
        ],
    }
    return me.Instrument(**{**plain, **parts})  # type: ignore[arg-type]


def test_missing_words_are_refused_with_their_cells(tmp_path: Path) -> None:
    """A form that lacks words is not written; every cell that would be empty is named."""
    file = tmp_path / "visit.xlsx"
    with pytest.raises(me.InvalidInputError) as refused:
        write_xlsform(form(), file)

    assert [
        ("settings!A2", "no words in 'ar' for the title"),
        ("survey!E6", "no words in 'ar' for the hint of 'age'"),
        ("survey!C8", "no words in 'ar' for the label of 'g'"),
        ("survey!C9", "no words in 'ar' for the label of 'row'"),
        ("survey!C11", "no words in 'ar' for the label of 'b'"),
        ("survey!D11", "no words in 'fr' for the label of 'b'"),
        ("choices!D2", "no words in 'fr' for the label of choice 'v.1'"),
    ] == [(fault.where.path, fault.what) for fault in refused.value.faults]
    assert not file.exists()


def test_fallback_is_named(tmp_path: Path) -> None:
    """With a language to take words from, those that it lacks too are named."""
    with pytest.raises(me.InvalidInputError, match="no words in 'fr' either"):
        write_xlsform(form(), tmp_path / "visit.xlsx", allow_missing="fr")


def written(path: Path) -> me.Instrument:
    """Write a form that lacks nothing, and give it."""
    whole = form(
        title=me.Text.of(ar="زيارة", fr="Une visite"),
        choice_lists=[],
        sections=[me.Section(name="main", items=form().sections[0].items[:1])],
    )
    filled = me.with_fallback(whole, "fr")
    write_xlsform(filled, path)
    return filled


def test_workbook(tmp_path: Path) -> None:
    """Cells are text, the header stays in view, Arabic reads from the right, ours is hidden."""
    file = tmp_path / "visit.xlsx"
    written(file)
    book = load_workbook(file)
    survey = book["survey"]

    assert ["survey", "choices", "settings", "_indh_me"] == book.sheetnames
    assert "hidden" == book["_indh_me"].sheet_state
    assert survey.sheet_view.rightToLeft
    assert "C2" == survey.freeze_panes
    assert "=1+1" == survey["E6"].value
    assert survey["E6"].data_type in {"s", "inlineStr"}
    assert (date(2026, 11, 23)) == book.properties.created.date()


def test_equal_forms_give_equal_bytes(tmp_path: Path) -> None:
    """The same form gives the same file."""
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    written(first)
    written(second)

    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("version", ["0000000000", "9999999999", "1850010101"])
def test_version_that_is_no_day(version: str) -> None:
    """A version that begins with no day that a spreadsheet knows is taken all the same."""
    made = form(version=version)

    assert date(1900, 3, 1) == xlsform_book(made, xlsform_of(made)).book.created


def test_sheet_reads_from_the_left_in_french() -> None:
    """The first language decides on which side a sheet begins."""
    made = form(languages=["fr", "ar"])

    assert not xlsform_book(made, xlsform_of(made)).book.sheet("survey").right_to_left


def examples() -> list[me.Instrument]:
    """Give all forms of the session and the event of the examples."""
    session = training_forms(read_session(INDH / "session.toml"))
    event = communication_forms(read_event(INDH / "event.toml"))
    made = [*vars_of(session), *vars_of(event)]
    return [each for each in made if isinstance(each, me.Instrument)]


def vars_of(value: object) -> list[object]:
    """Give what the fields of a value hold."""
    return [getattr(value, name) for name in value.__class__.__match_args__]  # type: ignore[attr-defined]


@pytest.mark.parametrize("made", examples(), ids=lambda each: each.code)
def test_generated_form_is_taken(
    made: me.Instrument, tmp_path: Path, odk_validate: OdkValidate
) -> None:
    """Converter and ODK Validate take every form of the examples without a word, as it was."""
    file = tmp_path / "form.xlsx"
    write_xlsform(made, file)
    warnings: list[str] = []
    result = convert(str(file), warnings=warnings, validate=True)

    assert Path(odk_validate.java).exists()
    assert [] == [*warnings, *result.warnings]
    assert "<value>-</value>" not in str(result.xform)
    assert made == me.read_instrument(file)


def test_converter_is_no_part_of_the_library() -> None:
    """Forms are written and read without the converter, which is an extra."""
    assert not [name for name in sys.modules if name.startswith("indh_me") and "pyxform" in name]
