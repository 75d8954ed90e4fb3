import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.survey.lint.xpath import fault_of, text_references, tokens_of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("${a} * 2", ["ref", "operator", "number"]),
        ("../a", ["up", "path", "step"]),
        ("/data/*", ["path", "step", "path", "step"]),
        ("a and div", ["word", "operator", "word"]),
        ("jr:choice-name(${a}, 'b')", ["function", "bracket", "ref", "bracket", "text", "bracket"]),
        ("'open", ["open", "word"]),
        ("${last-saved#a}", ["ref"]),
        ("item[name = 'x']", ["word", "bracket", "word", "operator", "text", "bracket"]),
    ],
)
def test_pieces(text: str, kinds: list[str]) -> None:
    """An expression is taken apart into what its pieces mean."""
    assert kinds == [token.kind for token in tokens_of(text)]


def test_words_in_square_brackets_are_deeper() -> None:
    """What stands in square brackets names parts of something else."""
    assert [0, 0, 1, 1, 1, 0] == [token.depth for token in tokens_of("item[name = 'x']")]


@given(st.text(alphabet="${}()[]'\"=<>!+-*/.,ab 1", max_size=60))
def test_anything_can_be_taken_apart(text: str) -> None:
    """Whatever is written, it is taken apart, and judged the same way each time."""
    tokens = tokens_of(text)

    assert fault_of(tokens) == fault_of(tokens_of(text))
    assert all(token.depth >= 0 for token in tokens)


def test_references_of_texts() -> None:
    """A text names the questions between its braces, each once, unclosed ones not."""
    assert ("a", "b") == text_references("${a} and ${ b } and ${a} and ${c")
