import pytest

from indh_me.cells import column_letters
from indh_me.errors import InvalidInputError
from indh_me.write.address import (
    COLUMNS,
    ROWS,
    Area,
    Block,
    cell_address,
    cell_position,
)


@pytest.mark.parametrize(
    ("column", "letters"),
    [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")],
)
def test_column_has_the_letters_of_spreadsheets(column: int, letters: str) -> None:
    """Columns are lettered A to Z, AA to ZZ, then AAA to XFD."""
    found = column_letters(column)

    assert letters == found


def test_address_can_hold_row_or_column() -> None:
    """A dollar sign stands before what a copied formula must keep."""
    addresses = [
        cell_address(3, 1, fix_row=row, fix_column=column)
        for row in (False, True)
        for column in (False, True)
    ]

    assert ["B4", "$B4", "B$4", "$B$4"] == addresses


@pytest.mark.parametrize("text", ["", "4", "B", "b4", "B0", "B4:C5", "BBBB1", "B 4"])
def test_only_the_address_of_one_cell_is_read(text: str) -> None:
    """What is not the address of one cell is refused by its text."""
    with pytest.raises(InvalidInputError, match="is not the address of a cell"):
        cell_position(text)


def test_area_is_written_with_its_sheet_quoted() -> None:
    """The reference of an area is absolute, with the apostrophes of its sheet doubled."""
    area = Area("Vue d'ensemble", 0, 0, 8, 1)

    assert "'Vue d''ensemble'!$A$1:$B$9" == area.reference


def test_area_of_one_cell_is_written_as_a_cell() -> None:
    """An area of one cell has no colon in its reference."""
    area = Area.of_cell("Suivi", 3, 1)

    assert "'Suivi'!$B$4" == str(area)


def test_block_contains_its_corners_and_no_neighbour() -> None:
    """A block contains its cells, corners included, and no other."""
    block = Block(1, 1, 2, 3)
    around = Block(0, 0, 3, 4)

    inside = [position for position in around.positions() if position in block]

    assert list(block.positions()) == inside


@pytest.mark.parametrize(
    "block",
    [
        Block(1, 0, 0, 0),
        Block(0, 1, 0, 0),
        Block(-1, 0, 0, 0),
        Block(0, 0, ROWS, 0),
        Block(0, 0, 0, COLUMNS),
    ],
)
def test_block_beyond_a_sheet_is_not_possible(block: Block) -> None:
    """A block that runs backwards or leaves the sheet says so."""
    assert not block.is_possible


def test_block_covers_what_lies_in_it() -> None:
    """A block covers itself and smaller ones inside, not those that stick out."""
    block = Block(1, 1, 4, 4)
    others = [Block(1, 1, 4, 4), Block(2, 2, 3, 3), Block(0, 1, 4, 4), Block(1, 1, 4, 5)]

    covered = [block.covers(other) for other in others]

    assert [True, True, False, False] == covered
