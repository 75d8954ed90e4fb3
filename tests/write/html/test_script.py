import json

import pytest

from indh_me.errors import InvalidInputError
from indh_me.survey import Expression
from indh_me.write.html.script import javascript, json_text
from questionnaires import HOSTILE


@pytest.mark.parametrize(
    ("expression", "written"),
    [
        ("${a} = 'x' and not(${b} > 1)", None),
        (". mod 2 = 0", "equal((number(self) % number(2.0)), 0.0)"),
        ("-${a} <= 3", '(number((-number(answer("a")))) <= number(3.0))'),
        ("${a} != ''", '!equal(answer("a"), "")'),
        (". <= today()", "(number(self) <= number(today))"),
        ("if(true(), 1, 2)", '(calls["true"]() === true ? 1.0 : 2.0)'),
    ],
)
def test_expression_is_written(expression: str, written: str | None) -> None:
    """Each operator and function has its form in JavaScript, held together by brackets."""
    found = javascript(Expression.parse(expression).tree)

    if written is None:
        written = (
            '(equal(answer("a"), "x") === true && '
            'calls["not"]((number(answer("b")) > number(1.0))) === true)'
        )
    assert written == found


def test_pattern_that_is_worked_out_is_refused() -> None:
    """A pattern that only the answers tell cannot be translated, and is refused."""
    with pytest.raises(InvalidInputError, match="a pattern that is worked out"):
        javascript(Expression.parse("regex(${a}, concat('^', ${b}))").tree)


@pytest.mark.parametrize("words", [*HOSTILE, "\ud800", "\x7f\u2028"])
def test_json_ends_no_script(words: str) -> None:
    """Data in a script holds no sign that could end it, and reads back the same."""
    written = json_text({"words": words})

    assert set() == set("<>&\u2028\u2029\ud800") & set(written)
    assert {"words": words} == json.loads(written)
