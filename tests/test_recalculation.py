from datetime import date
from pathlib import Path

import pytest

from indh_me.write.grid import Book, Cell, Formula, Sheet
from indh_me.write.xlsx import write_book
from recalculation import Difference, recalculate

WRONG = [
    (Formula("=A1*2", 999.0), 4),
    (Formula("=A1*2", 4.00000001), 4),
    (Formula('=IF(A1=2,"yes","no")', "no"), "yes"),
    (Formula('=IF(A1=2,"","no")', "no"), None),
    (Formula("=A1=2", value=False), True),
    (Formula("=A1=2", 1), True),
    (Formula("=1/(A1-2)", 0), "#DIV/0!"),
]
RIGHT = [
    Formula("=A1*2", 4),
    Formula("=A1/3", 2 / 3),
    Formula('=IF(A1=2,"نعم","")', "نعم"),
    Formula('=IF(A1=2,"","x")', ""),
    Formula("=A1=2", value=True),
    Formula("=NA()", "#N/A"),
]


def test_wrong_values_are_found(tmp_path: Path, libreoffice: str) -> None:
    """Of formulas written with right and wrong values, exactly the wrong ones are reported."""
    paths = [tmp_path / "one" / "suivi.xlsx", tmp_path / "two" / "suivi.xlsx"]
    formulas = ([wrong for wrong, _ in WRONG] + RIGHT, RIGHT)
    for path, texts in zip(paths, formulas, strict=True):
        path.parent.mkdir()
        cells = [Cell(row, 1, formula) for row, formula in enumerate(texts)]
        book = Book([Sheet("Suivi", [Cell(0, 0, 2), *cells])], created=date(2008, 3, 27))
        write_book(book, path)

    found = recalculate(paths, libreoffice)

    expected = tuple(
        Difference("suivi.xlsx", f"Suivi!B{row}", wrong.text, wrong.value, right)
        for row, (wrong, right) in enumerate(WRONG, start=1)
    )
    assert expected == found.differences
    assert len(WRONG) + 2 * len(RIGHT) == found.formulas


def test_workbook_that_does_not_open_is_an_error(tmp_path: Path, libreoffice: str) -> None:
    """A file that LibreOffice cannot open is not taken for one without differences."""
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 but no workbook")

    with pytest.raises(RuntimeError, match=r"LibreOffice did not open broken\.xlsx"):
        recalculate([path], libreoffice)
