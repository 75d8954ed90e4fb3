import json

import pytest
import typst

from indh_me.write.paper.markup import Raw, call, literal
from questionnaires import HOSTILE


@pytest.mark.parametrize("words", [*HOSTILE, "line\nline\ttab", "\\u{41}", '\\"', "ends in \\", ""])
def test_words_are_read_back(words: str) -> None:
    """Typst reads from a literal exactly the words that were written, and runs none of them."""
    source = f"#metadata({literal(words)}) <words>"

    assert words == _value(source)


def _value(source: str) -> object:
    """Give what Typst reads from a source."""
    return json.loads(typst.query(source.encode(), "<words>", field="value", one=True))


def test_values_are_read_back() -> None:
    """Numbers, truths, nothing, lists and tables are read back as such; also when empty."""
    value: dict[str, object] = {"n": 3, "on": True, "nothing": None, "empty": {}}
    value["list"] = ("a", ("b",), ())

    assert {**value, "list": ["a", ["b"], []]} == _value(f"#metadata({literal(value)}) <words>")


def test_controls_are_left_out() -> None:
    """What paper cannot show, and halves of characters, are left out."""
    assert '"ab"' == literal("a\x00\x7f\ud800b")


def test_call() -> None:
    """Named arguments that are not given are left out; code stands as it is."""
    found = call("f", "a", 1, only_if="b", size=Raw("9pt"), hint=None)

    assert 'f("a", 1, only-if: "b", size: 9pt)' == found.code


def test_other_values_have_no_literal() -> None:
    """A value that Typst has no word for is a mistake of the caller."""
    with pytest.raises(TypeError):
        literal(1.5)
