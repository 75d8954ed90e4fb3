import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.write.row_height import HIGHEST, row_height


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("one line", 10, 1),
        ("two lines of text", 10, 2),
        ("a\nb\nc", 10, 3),
        ("abcdefghijklmnopqrstuvwxyz", 10, 3),
        ("تكوين الفاعلين", 12, 1),
        ("تكوين الفاعلين", 10, 2),
        ("تَكْوِينٌ", 5, 1),
        ("日本語", 5, 2),
    ],
)
def test_lines_are_estimated(text: str, width: float, lines: int) -> None:
    """Words go to the next line when they do not fit; Arabic letters are narrow, vowel signs have
    no width, ideographs are wide.
    """
    assert 15.0 * lines == row_height([(text, width)], line=15)


def test_highest_text_decides() -> None:
    """A row is as high as the highest of its texts, and has the least number of lines."""
    assert 30.0 == row_height([("a", 5), ("a b c d e", 5)], line=15)
    assert 45.0 == row_height([("a", 5)], line=15, least=3)
    assert 15.0 == row_height([], line=15)


@given(st.lists(st.tuples(st.text(max_size=2_000), st.floats(1, 100))))
def test_no_row_is_higher_than_possible(texts: list[tuple[str, float]]) -> None:
    """Whatever the texts, the height is one that a spreadsheet takes."""
    assert 15 <= row_height(texts, line=15) <= HIGHEST
