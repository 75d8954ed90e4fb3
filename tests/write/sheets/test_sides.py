import pytest

from indh_me.model import Quantity
from indh_me.write.sheets.sides import Sides

CELLS = {"low": "X", "best": "Y", "high": "Z"}


@pytest.mark.parametrize(
    ("quantity", "text", "ends", "is_bounded"),
    [
        ("5", {"low": "T", "best": "T", "high": "T"}, ("T",), True),
        ("4..6", {"low": "4", "high": "6"}, ("4", "6"), True),
        ("5 (4..)", {"low": "4", "best": "5"}, ("4",), False),
        ("<=-6", {"high": "(-6)"}, ("(-6)",), False),
        ("..", {}, (), False),
    ],
)
def test_quantities_of_the_plan(
    quantity: str, text: dict[str, str], ends: tuple[str, ...], *, is_bounded: bool
) -> None:
    """A plain number is the cell that shows it; of what is none, each part stands for itself."""
    made = Sides.of(Quantity.parse(quantity), "T")

    assert (text, ends, is_bounded) == (made.text, made.ends, made.is_bounded)


def test_plain_number_without_a_cell() -> None:
    """A number that no cell shows stands for itself, once."""
    assert ("5",) == Sides.of(Quantity.exactly(5), None).ends


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        ("5", {"low": "Y", "best": "Y", "high": "Y"}),
        ("4..6", {"low": "X", "high": "Z"}),
        (">=4", {"low": "X"}),
    ],
)
def test_quantities_that_change(quantity: str, text: dict[str, str]) -> None:
    """A quantity that is computed stands in a cell for each part; a plain number in one."""
    assert text == Sides.in_cells(Quantity.parse(quantity), CELLS).text


def test_shares_of_a_quantity() -> None:
    """A share of a quantity is that of each part, and of the same kind."""
    whole = Sides.of(Quantity.between(4, 6), None)

    assert {"low": "S*4", "high": "S*6"} == whole.times("S").text
    assert whole.quantity == whole.times("S").quantity
