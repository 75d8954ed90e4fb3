import pytest

from indh_me.model import Quantity
from indh_me.write.column_width import code_width, number_width


@pytest.mark.parametrize(
    ("codes", "expected"), [([], 9), (["A"], 9), (["A", "application"], 14), (["A" * 64], 20)]
)
def test_columns_of_codes(codes: list[str], expected: float) -> None:
    """A column holds the longest code, within reason."""
    assert expected == code_width(codes)


@pytest.mark.parametrize(
    ("figure", "unit", "expected"),
    [
        ("9", None, 11),
        ("1000000000", None, 16),
        ("-1000000000", None, 16),
        ("<=1000000000", None, 16),
        ("1000000000", "MAD", 20),
        ("1e40", None, 24),
    ],
)
def test_columns_of_figures(figure: str, unit: str | None, expected: float) -> None:
    """A column holds the largest figure with its unit, within reason."""
    figures = [Quantity.exactly(1), None, Quantity.parse(figure)]

    assert expected == number_width(figures, [unit, None])


def test_column_of_nothing() -> None:
    """Where there are no figures, a column has the width of a word."""
    assert 11 == number_width([], [])
