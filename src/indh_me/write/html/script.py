"""Expressions as JavaScript, with the meaning that they have everywhere else."""

import json
import unicodedata

from indh_me.errors import Fault, InvalidInputError
from indh_me.survey.tree import Answer, Call, Literal, Node, Operation, This

from .pattern import browser_pattern

__all__ = ["javascript", "json_text"]

OPERATORS = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "+": "+", "-": "-", "*": "*"}
OPERATORS |= {"div": "/", "mod": "%"}
#: Signs that could end a script or a comment, or that JavaScript once took for the end of a line.
UNSAFE = frozenset("<>&\u2028\u2029\x7f")


def json_text(value: object) -> str:
    r"""Write a value as JSON that may stand in a script of a page.

    Parameters
    ----------
    value
        Plain data.

    Examples
    --------
    >>> print(json_text("</script>"))
    "\u003c/script\u003e"
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "".join(_safe(sign) for sign in text)


def _safe(sign: str) -> str:
    is_half = unicodedata.category(sign) == "Cs"
    return f"\\u{ord(sign):04x}" if is_half or sign in UNSAFE else sign


def javascript(tree: Node) -> str:
    """Write an expression in JavaScript.

    Parameters
    ----------
    tree
        The expression.

    Returns
    -------
    str
        An expression over ``answer`` (a function of a name), ``self`` and ``today``, and over what
        ``evaluation.js`` defines.

    Raises
    ------
    InvalidInputError
        When it looks for a pattern that is not a plain text, or that browsers read differently.

    Examples
    --------
    >>> from indh_me.survey import Expression
    >>> javascript(Expression.parse("${age} >= 18").tree)
    '(number(answer("age")) >= number(18.0))'
    """
    match tree:
        case Literal(str(words)):
            return json_text(words)
        case Literal(value):
            return repr(value).replace("inf", "Infinity")
        case Answer(name):
            return f"answer({json_text(name)})"
        case This():
            return "self"
        case Call():
            return _call(tree)
        case Operation(operator, left, right):
            return _operation(operator, left, right)


def _operation(operator: str, left: Node | None, right: Node) -> str:
    after = javascript(right)
    if left is None:
        return f"(-number({after}))"
    before = javascript(left)
    match operator:
        case "or":
            return f"({before} === true || {after} === true)"
        case "and":
            return f"({before} === true && {after} === true)"
        case "=":
            return f"equal({before}, {after})"
        case "!=":
            return f"!equal({before}, {after})"
    return f"(number({before}) {OPERATORS[operator]} number({after}))"


def _call(call: Call) -> str:
    if call.function == "today":
        return "today"
    if call.function == "regex":
        return _regex(*call.arguments)
    given = [javascript(each) for each in call.arguments]
    if call.function == "if":
        condition, then, otherwise = given
        return f"({condition} === true ? {then} : {otherwise})"
    return f"calls[{json_text(call.function)}]({', '.join(given)})"


def _regex(value: Node, pattern: Node) -> str:
    if not (isinstance(pattern, Literal) and isinstance(pattern.value, str)):
        mend = "write the pattern itself: regex(${code}, '^[A-Z]+$')"
        raise InvalidInputError(Fault(f"a pattern that is worked out: {pattern}", mend=mend))
    found = json_text(browser_pattern(pattern.value))
    return f'calls["regex"]({javascript(value)}, new RegExp({found}, "u"))'
