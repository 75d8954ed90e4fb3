import pytest

from indh_me.errors import ParseError
from indh_me.survey import Expression
from indh_me.survey.grammar import DEEPEST, LONGEST, MOST_PIECES, parse


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("  ", "without words"),
        ("${a} = 'x", "without its closing quote"),
        ("${a} # 1", "cannot be read at character 6"),
        ("1 + ", "has the end at character 5"),
        ("1 2", "'2' at character 3"),
        ("and 1", "'and' at character 1"),
        (") = 1", "at character 1"),
        ("${1a} = 1", "names no question"),
        ("${} = 1", "names no question"),
        ("nott(1 = 1)", "unknown function 'nott'"),
        ("yes", "unknown function 'yes'"),
        ("not 1", "'1' at character 5"),
        ("not(1 = 1", "has the end"),
        ("concat('a' 'b')", "at character 12"),
        ("${a} = ..", "cannot be read"),
        ("(" * (DEEPEST + 1) + "1" + ")" * (DEEPEST + 1), "nested too deeply"),
        ("-" * (DEEPEST + 1) + "1", "nested too deeply"),
        ("1" + "+1" * MOST_PIECES, "pieces"),
        ("1" * (LONGEST + 1), "characters"),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, said: str) -> None:
    """What is no expression is refused with what was found where, and what was expected."""
    with pytest.raises(ParseError, match=said) as refused:
        parse(text)

    assert all(fault.mend for fault in refused.value.faults)


def test_misspelt_function_is_named() -> None:
    """The mend of an unknown function names the one that was probably meant."""
    with pytest.raises(ParseError) as refused:
        parse("selectd(${a}, 'x')")

    assert "did you mean 'selected'?" in refused.value.faults[0].mend


def test_longest_chain_can_be_worked_with() -> None:
    """As many pieces as are allowed make a tree that can be written and read again."""
    text = "1" + " + 1" * (MOST_PIECES // 2 - 1)

    assert text == str(parse(text))


def test_number_that_is_too_large_is_refused() -> None:
    """Digits that come to no number of Python's are refused, not an error of Python's own."""
    with pytest.raises(ParseError, match="cannot stand"):
        Expression.parse("9" * 400 + " > 1")
