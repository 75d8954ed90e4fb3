import string
import tempfile
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from indh_me.errors import WorkbookError
from indh_me.write.grid import (
    COLUMNS,
    ROWS,
    Area,
    Block,
    Book,
    Cell,
    Formula,
    Sheet,
    cell_address,
    cell_position,
)
from indh_me.write.style import DATE, PLAIN, TEXT
from indh_me.write.xlsx import write_book

DAY = date(2008, 3, 27)

positions = st.tuples(st.integers(0, 12), st.integers(0, 6))
any_positions = st.tuples(st.integers(0, ROWS - 1), st.integers(0, COLUMNS - 1))
sheet_names = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"], exclude_characters="[]:*?/\\'"),
    min_size=1,
    max_size=15,
).filter(lambda name: name.casefold() != "history")
texts = st.text(st.characters(codec="utf-8"), max_size=20)
values = st.one_of(
    texts,
    st.integers(-(2**53), 2**53),
    st.floats(-1e300, 1e300),
    st.booleans(),
    st.none(),
)


@st.composite
def sheets(draw: st.DrawFn, name: str) -> Sheet:
    """Draw a sheet of cells without formulas, each place written once."""
    places = draw(st.sets(positions, min_size=1, max_size=12))
    looks = st.sampled_from([PLAIN, TEXT])
    cells = [Cell(row, column, draw(values), draw(looks)) for row, column in sorted(places)]
    return Sheet(name, draw(st.permutations(cells)))


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Draw a book whose formulas refer only to what is written."""
    names = draw(
        st.lists(sheet_names, min_size=1, max_size=3, unique_by=lambda name: name.casefold())
    )
    drawn = [draw(sheets(name)) for name in names]
    formulas = []
    for row in range(draw(st.integers(0, 4))):
        sheet = draw(st.sampled_from(drawn))
        cell = draw(st.sampled_from(sheet.cells))
        reference = Area.of_cell(sheet.name, cell.row, cell.column).reference
        text = f'={reference}&"{draw(st.sampled_from(["", "A999", "محقق 12"]))}"'
        formulas.append(Cell(20 + row, 0, Formula(text, "")))
    first = evolve(drawn[0], cells=[*drawn[0].cells, *formulas])
    return Book([first, *drawn[1:]], created=DAY)


def as_bytes(book: Book) -> bytes:
    """Write a book and return the bytes of the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        write_book(book, path)
        return path.read_bytes()


@given(books())
def test_book_of_what_is_written_has_no_faults(book: Book) -> None:
    """A book with each cell written once, legal names and existing references is well formed."""
    assert () == book.faults()


@given(books(), st.data())
def test_no_cell_is_written_twice(book: Book, data: st.DataObject) -> None:
    """Whatever cell is written a second time, the book is refused with its address."""
    sheet = data.draw(st.sampled_from(book.sheets))
    cell = data.draw(st.sampled_from(sheet.cells))
    others = [other for other in book.sheets if other is not sheet]

    with pytest.raises(WorkbookError) as caught:
        Book(
            [evolve(sheet, cells=[*sheet.cells, Cell(cell.row, cell.column)]), *others], created=DAY
        )

    twice = f"{sheet.name}!{cell_address(cell.row, cell.column)}"
    assert twice in [str(fault.where) for fault in caught.value.faults]


@given(sheets("Suivi"), positions, positions)
def test_no_cell_is_hidden_under_a_merge(
    sheet: Sheet, one: tuple[int, int], other: tuple[int, int]
) -> None:
    """A merge is refused exactly when a cell besides its upper left one lies in it."""
    assume(one != other)
    (first_row, last_row), (first_column, last_column) = map(sorted, zip(one, other, strict=True))
    merge = Block(first_row, first_column, last_row, last_column)
    upper_left = (first_row, first_column)
    hidden = [
        cell
        for cell in sheet.cells
        if (cell.row, cell.column) in merge and (cell.row, cell.column) != upper_left
    ]

    try:
        Book([evolve(sheet, merges=[merge])], created=DAY)
    except WorkbookError as error:
        faults = len(error.faults)
    else:
        faults = 0

    assert len(hidden) == faults


@given(sheets("L'an 1"), positions, positions)
def test_every_reference_exists(sheet: Sheet, one: tuple[int, int], other: tuple[int, int]) -> None:
    """A cell can be referred to exactly when it is written, a range when its sheet goes so far."""
    assume(one != other)
    (first_row, last_row), (first_column, last_column) = map(sorted, zip(one, other, strict=True))
    cell = Area.of_cell(sheet.name, *one)
    block = Area(sheet.name, first_row, first_column, last_row, last_column)
    written = {(cell.row, cell.column) for cell in sheet.cells}
    rows, columns = zip(*written, strict=True)
    reach = Block(min(rows), min(columns), max(rows), max(columns))

    judged = []
    for area in (cell, block):
        formula = Cell(0, 0, Formula(f"=SUM({area.reference})", 0))
        try:
            Book([sheet, Sheet("Suivi", [formula])], created=DAY)
        except WorkbookError:
            judged.append(False)
        else:
            judged.append(True)

    assert [one in written, reach.covers(block.block)] == judged


@given(st.lists(sheet_names, min_size=2, max_size=3))
def test_names_of_sheets_are_unique(names: list[str]) -> None:
    """A book exists exactly when no two of its sheets have one name but for capitals."""
    unique = len({name.casefold() for name in names}) == len(names)

    try:
        Book([Sheet(name, [Cell(0, 0, 1)]) for name in names], created=DAY)
    except WorkbookError:
        made = False
    else:
        made = True

    assert unique == made


@given(books())
def test_book_comes_back_from_its_file(book: Book) -> None:
    """Texts, numbers and truth values of any book are read back as they were written."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        write_book(book, path)
        opened = load_workbook(path)

    for sheet in book.sheets:
        for cell in sheet.cells:
            if isinstance(cell.value, Formula):
                continue
            found = opened[sheet.name].cell(cell.row + 1, cell.column + 1).value
            if isinstance(cell.value, str) and cell.value != "":
                assert cell.value == unescape(str(found))
            elif isinstance(cell.value, float):
                assert cell.value == pytest.approx(found, rel=1e-15)
            else:
                assert (None if cell.value == "" else cell.value) == found


@given(books())
def test_equal_books_are_equal_files(book: Book) -> None:
    """The bytes of a file follow from its book alone."""
    again = Book([evolve(sheet, cells=list(sheet.cells)) for sheet in book.sheets], created=DAY)

    assert book == again
    assert as_bytes(book) == as_bytes(again)


@given(st.dates(date(1900, 3, 1), date(9999, 12, 31)))
def test_day_comes_back_from_its_file(day: date) -> None:
    """Any day that a workbook accepts is read back as that day."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        write_book(Book([Sheet("Suivi", [Cell(0, 0, day, DATE)])], created=DAY), path)
        found = load_workbook(path)["Suivi"]["A1"].value

    assert day == found.date()


@given(any_positions)
def test_address_is_read_as_it_was_written(position: tuple[int, int]) -> None:
    """The address of a cell gives back its row and column, with dollar signs or without."""
    plain = cell_address(*position)
    fixed = cell_address(*position, fix_row=True, fix_column=True)

    assert position == cell_position(plain) == cell_position(fixed)
    assert plain.strip(string.digits).isupper()
