from datetime import date

import pytest

from indh_me.errors import InvalidInputError, ParseError
from indh_me.survey import Expression, ExpressionKind
from indh_me.survey.expression import to_expression
from indh_me.survey.tree import Answer, Call, Literal, Node, Operation, This

TODAY = date(2008, 3, 27)


def worked_out(text: str, **answers: object) -> object:
    """Read an expression and work it out with some answers."""
    return Expression.parse(text).evaluate(answers, today=TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1+2*3", "1 + 2 * 3"),
        ("(1+2)*3", "(1 + 2) * 3"),
        ("1-(2-3)", "1 - (2 - 3)"),
        ("(1-2)-3", "1 - 2 - 3"),
        ("-${a}", "-${a}"),
        ("-(1+2)", "-(1 + 2)"),
        ("--1", "-(-1)"),
        (".5 div 2.50", "0.5 div 2.5"),
        ("${ a }='it'", "${a} = 'it'"),
        ('${a} = "it\'s"', '${a} = "it\'s"'),
        ("not(.>0)or.<9", "not(. > 0) or . < 9"),
        ("1<2 and 2<3 or true()", "1 < 2 and 2 < 3 or true()"),
        ("(1<2)=('a'='b')", None),
        ("0.0000001 < 1", "0.0000001 < 1"),
        ("10000000000000000000000 > 1", "10000000000000000000000 > 1"),
    ],
)
def test_written_form(text: str, written: str | None) -> None:
    """An expression is written with as few brackets as it can be, and means what was read."""
    if written is None:
        with pytest.raises(ParseError, match="stands beside a condition"):
            Expression.parse(text)
        return
    found = Expression.parse(text)

    assert written == str(found)
    assert found == Expression.parse(written)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("${a}", ExpressionKind.ANSWER),
        ("${a} = 1", ExpressionKind.TRUTH),
        ("1 + ${a}", ExpressionKind.NUMBER),
        ("concat('a', ${a})", ExpressionKind.TEXT),
        ("if(true(), 1, 'x')", ExpressionKind.NUMBER),
        ("if(true(), false(), ${a} = 1)", ExpressionKind.TRUTH),
        ("today()", ExpressionKind.ANSWER),
    ],
)
def test_kind(text: str, kind: ExpressionKind) -> None:
    """An expression knows what it gives."""
    assert kind is Expression.parse(text).kind


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not(${a})", "is no condition"),
        ("${a} and 1 = 1", "is no condition"),
        ("1 = 1 or 5", "5 is no condition"),
        ("if(${a}, 1, 2)", "is no condition"),
        ("if(true(), 1, ${a} = 1)", "gives a condition or something else"),
        ("if(true(), true(), 1)", "gives a condition or something else"),
        ("selected('x', 'a')", "looks at an answer"),
        ("selected(${a}, 1)", "looks for a number"),
        ("selected(${a})", "is given 1 arguments"),
        ("today(1)", "is given 1 arguments"),
        ("concat('a')", "is given 1 arguments"),
        ("number(1 = 1)", "is given a condition"),
        ("(1 = 1) + 2", "stands beside a condition"),
        ("regex(${a}, 'x')", "differently"),
        ("regex(${a}, '^x')", "differently"),
        ("date('27/03/2008')", "is no day"),
        ("date('2008-02-31')", "is no day"),
    ],
)
def test_what_clients_read_differently_is_refused(text: str, said: str) -> None:
    """A part that is given what it cannot use, or that clients read differently, is refused."""
    with pytest.raises(ParseError, match=said) as refused:
        Expression.parse(text)

    assert all(fault.mend for fault in refused.value.faults)


@pytest.mark.parametrize("number", [-1.0, float("inf"), float("nan")])
def test_number_that_nobody_could_write_is_refused(number: float) -> None:
    """A tree made by hand holds no number that could not be written."""
    with pytest.raises(InvalidInputError, match="cannot stand"):
        Expression(Operation("<", Literal(number), Literal(1.0)))


def test_text_with_both_quotes_is_refused() -> None:
    """A text that holds both kinds of quotes cannot be written, so it is refused."""
    with pytest.raises(InvalidInputError, match="both kinds of quotes"):
        Expression(Operation("=", Answer("a"), Literal("'\"")))


def test_what_it_looks_at() -> None:
    """An expression lists its questions once each, and the codes that they are held against."""
    found = Expression.parse(
        "'f' = ${sex} and selected(${b}, 'x') or ${sex} != 'm' and count-selected(${c}) > . "
    )

    assert ("sex", "b", "c") == found.references
    assert (("sex", "f"), ("b", "x"), ("sex", "m")) == found.compared_codes
    assert ("b", "c") == found.selections
    assert found.uses_itself
    assert not Expression.parse("1 = 1").uses_itself


def test_written_form_is_taken_for_an_expression() -> None:
    """Where an expression is asked for, its written form will do."""
    found = Expression(Operation(">", This(), Literal(0.0)))

    assert found == to_expression(". > 0")
    assert found is to_expression(found)
    assert to_expression(None) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7 mod 3", 1.0),
        ("-7 mod 3", -1.0),
        ("1 div 0 > 5", True),
        ("-1 div 0 < 5", True),
        ("0 div 0 = 0 div 0", False),
        ("7 mod 0 = 7 mod 0", False),
        ("string(1 div 0)", "Infinity"),
        ("string(-1 div 0)", "-Infinity"),
        ("string(number('x'))", "NaN"),
        ("string(-2.50)", "-2.5"),
        ("int(-2.7)", -2.0),
        ("int('x') = 0", False),
        ("int('7.9')", 7.0),
        ("number(' -3.5 ')", -3.5),
        ("number('1e3') = 1000", False),
        ("'2' = 2", True),
        ("'2.0' = '2'", False),
        ("'b' > 'a'", False),
        ("concat('a', 1, 0.5)", "a10.5"),
        ("contains('abc', 'b') and starts-with('abc', 'a')", True),
        ("string-length('abc')", 3.0),
        ("coalesce('', 5)", 5.0),
        ("coalesce(number('x'), 5)", 5.0),
        ("coalesce(0, 5)", 0.0),
        ("if(1 > 2, 'a', 'b')", "b"),
        ("regex('ab', '^[a-z]+$')", True),
        ("regex('a1', '^[a-z]+$')", False),
        ("today() > date('2008-03-26')", True),
        ("today()", "2008-03-27"),
        ("string(date('2008-03-27'))", "2008-03-27"),
        ("today() - date('2008-03-01')", 26.0),
        ("date(13965) = today()", True),
        ("date(0.9)", "1970-01-01"),
        ("string(date(number('x')))", "NaN"),
        ("date('') = ''", None),
        ("false() or not(false())", True),
        ("5 - 3 * 2 >= -1 and 4 <= 4 and 1 != 2", True),
    ],
)
def test_value(text: str, value: object) -> None:
    """Expressions come to what XPath 1.0 and the functions of ODK say."""
    if value is None:
        with pytest.raises(ParseError):
            Expression.parse(text)
        return

    assert value == worked_out(text)


@pytest.mark.parametrize(
    ("text", "answers", "value"),
    [
        ("${a} = ''", {}, True),
        ("${a} > 0", {}, False),
        ("${a} <= 0", {}, False),
        ("${a} = 3", {"a": 3}, True),
        ("${a} = '3'", {"a": 3.0}, True),
        ("selected(${a}, 'x')", {"a": ("x", "y")}, True),
        ("selected(${a}, 'x')", {"a": "x y"}, True),
        ("selected(${a}, 'x')", {"a": ("xx",)}, False),
        ("count-selected(${a})", {"a": ("x", "y")}, 2.0),
        ("count-selected(${a})", {}, 0.0),
        ("${a} < date('2008-03-27')", {"a": date(2008, 3, 26)}, True),
        ("date(${a}) < today()", {"a": "2008-03-26"}, True),
        ("date(${a}) = ''", {"a": "soon"}, True),
        ("${a}", {"a": date(2008, 3, 26)}, "2008-03-26"),
    ],
)
def test_value_with_answers(text: str, answers: dict[str, object], value: object) -> None:
    """No answer is an empty text and no number; several codes are one text; days are numbers."""
    assert value == worked_out(text, **answers)


def test_today_must_be_given() -> None:
    """The clock is not asked: an expression that needs the day says so."""
    with pytest.raises(InvalidInputError, match="today"):
        Expression.parse("today() = ''").evaluate({})


def test_pattern_that_is_none_is_refused() -> None:
    """A pattern that cannot be read is an error with a mend, when it is used."""
    with pytest.raises(InvalidInputError, match="no regular expression"):
        worked_out("regex('a', '^(a$')")


def test_tree_knows_its_functions() -> None:
    """A call to a function is a part of the tree, and what it is given as well."""
    tree: Node = Call("not", (Call("true"),))

    assert tree == Expression.parse("not( true( ) )").tree
