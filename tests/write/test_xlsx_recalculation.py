from datetime import date
from pathlib import Path

import pytest

from indh_me.cells import column_letters
from indh_me.write.grid import (
    Area,
    Book,
    Cell,
    Formula,
    Name,
    Sheet,
)
from indh_me.write.xlsx import write_book
from recalculation import recalculate

DAY = date(2008, 3, 27)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a workbook to be."""
    return tmp_path / "suivi.xlsx"


def test_book_recalculates_to_what_it_says(path: Path, libreoffice: str) -> None:
    """LibreOffice comes to the values that the formulas were written with."""
    cells = [Cell(row, column, 3 * row + column + 0.5) for row in range(4) for column in range(3)]
    totals = [
        Cell(4, column, Formula(f"=SUM({letter}1:{letter}4)", 20.0 + 4 * column))
        for column, letter in enumerate(map(column_letters, range(3)))
    ]
    words = [
        Cell(5, 0, Formula('=IF(A5>seuil,"محقق","")', "محقق")),
        Cell(5, 1, Formula('=IF(B5<0,"x","")', "")),
        Cell(5, 2, Formula("=A5>B5", value=False)),
        Cell(6, 0, Formula("='L''an 1'!A1/3", 2.5 / 3)),
    ]
    book = Book(
        [Sheet("Suivi", cells + totals + words), Sheet("L'an 1", [Cell(0, 0, 2.5)])],
        names=[Name("seuil", Area.of_cell("L'an 1", 0, 0))],
        created=DAY,
    )
    write_book(book, path)

    recalculated = recalculate([path], libreoffice)

    assert 7 == recalculated.formulas
    assert () == recalculated.differences
