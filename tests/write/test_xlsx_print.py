from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from indh_me.write.grid import Book, Cell, PrintSetup, Sheet
from indh_me.write.xlsx import write_book

DAY = date(2008, 3, 27)


def test_pages_beside_and_below_each_other(tmp_path: Path) -> None:
    """The width is fitted to so many pages, and rows begin pages where they are told to."""
    setup = PrintSetup(pages_across=2, new_pages=[1, 2])
    sheet = Sheet("Suivi", [Cell(row, 0, row) for row in range(3)], print_setup=setup)
    write_book(Book([sheet], created=DAY), tmp_path / "book.xlsx")
    opened = load_workbook(tmp_path / "book.xlsx")["Suivi"]

    assert (2, 0) == (opened.page_setup.fitToWidth, opened.page_setup.fitToHeight)
    assert [1, 2] == [each.id for each in opened.row_breaks.brk]


def test_one_page_across_is_the_default(tmp_path: Path) -> None:
    """Without a word about it the width is fitted to one page, without breaks."""
    write_book(Book([Sheet("Suivi", [Cell(0, 0, 1)])], created=DAY), tmp_path / "book.xlsx")
    opened = load_workbook(tmp_path / "book.xlsx")["Suivi"]

    assert (0, []) == (opened.page_setup.fitToHeight, opened.row_breaks.brk)
