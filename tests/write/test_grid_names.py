from collections.abc import Iterable
from datetime import date

import pytest

from indh_me.errors import WorkbookError
from indh_me.write.grid import (
    Area,
    Book,
    Cell,
    Formula,
    Name,
    Sheet,
)

DAY = date(2008, 3, 27)

CELL = Cell(0, 0, 1)


def book(*sheets: Sheet, names: Iterable[Name] = ()) -> Book:
    """Make a book of these sheets."""
    return Book(sheets, names=names, created=DAY)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("", "has 0 characters"),
        ("x" * 32, "has 32 characters"),
        ("\U0001f600" * 16, "has 32 characters"),
        ("Plan [1]", "contains [ ]"),
        ("a/b", "contains /"),
        ("a\\b", "contains \\"),
        ("l'an'", "starts or ends with an apostrophe"),
        ("'90", "starts or ends with an apostrophe"),
        ("a\tb", "contains control characters"),
        ("a\ud800", "contains control characters"),
        ("HISTORY", "keeps the sheet name 'History' for itself"),
    ],
)
def test_illegal_name_of_a_sheet_is_refused(name: str, what: str) -> None:
    """A sheet is refused a name that Excel would refuse or repair."""
    with pytest.raises(WorkbookError) as caught:
        book(Sheet(name, [CELL]))

    assert what in str(caught.value)


@pytest.mark.parametrize(
    "name", ["x" * 31, "\U0001f600" * 15, "Vue d'ensemble", "التتبع", "A1", "R1C1"]
)
def test_legal_name_of_a_sheet_can_be_referred_to(name: str) -> None:
    """Any name that is not refused works in a reference."""
    formula = Formula(Area.of_cell(name, 0, 0).reference.join(("=", "")), 1)

    made = book(Sheet(name, [CELL]), Sheet("Suivi", [Cell(0, 0, formula)]))

    assert () == made.faults()


def test_sheets_are_not_told_apart_by_capitals() -> None:
    """Two sheets whose names differ in capitals alone are refused."""
    with pytest.raises(WorkbookError, match="2 sheets are called 'suivi'"):
        book(Sheet("Suivi", [CELL]), Sheet("SUIVI", [CELL]))


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("rag 1", "cannot be a defined name"),
        ("1er", "cannot be a defined name"),
        ("Q1", "has another meaning in formulas"),
        ("rag2024", "has another meaning in formulas"),
        ("R1C1", "has another meaning in formulas"),
        ("c", "has another meaning in formulas"),
        ("true", "has another meaning in formulas"),
        ("x" * 256, "has 256 characters"),
    ],
)
def test_illegal_defined_name_is_refused(name: str, what: str) -> None:
    """A defined name that formulas would read otherwise is refused."""
    with pytest.raises(WorkbookError) as caught:
        book(Sheet("Suivi", [CELL]), names=[Name(name, Area.of_cell("Suivi", 0, 0))])

    assert what in str(caught.value)


def test_defined_name_stands_for_one_area_that_exists() -> None:
    """A name that is defined twice, or for cells that are not written, is refused."""
    there, nowhere = Area.of_cell("Suivi", 0, 0), Area.of_cell("Suivi", 5, 5)

    with pytest.raises(WorkbookError) as caught:
        book(Sheet("Suivi", [CELL]), names=[Name("seuil", there), Name("Seuil", nowhere)])

    assert "the name 'seuil' is defined 2 times" in str(caught.value)
    assert "'Suivi'!$F$6 reaches where nothing is written" in str(caught.value)
