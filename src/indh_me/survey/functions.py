"""What expressions may use: operators, and the functions that every client of XLSForm knows."""

from collections.abc import Mapping
from enum import Enum

from attrs import frozen

__all__ = ["COMPARISONS", "FUNCTIONS", "LEVELS", "ExpressionKind", "Function"]


class ExpressionKind(Enum):
    """What an expression gives.

    Examples
    --------
    >>> ExpressionKind("condition") is ExpressionKind.TRUTH
    True
    """

    #: True or false.
    TRUTH = "condition"
    NUMBER = "number"
    TEXT = "text"
    #: The answer to a question, which is a text, a number, a day or several codes.
    ANSWER = "answer"


COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
#: How strongly operators bind, from the loosest on (XPath 1.0, section 3).
LEVELS: Mapping[str, int] = {
    "or": 1,
    "and": 2,
    "=": 3,
    "!=": 3,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "div": 6,
    "mod": 6,
    "negative": 7,
}


@frozen
class Function:
    """A function that expressions may call.

    Parameters
    ----------
    usage
        How it is written.
    arguments
        What each argument must be; `None` takes anything but a condition.
    gives
        What it gives; `None`: what its second argument gives.
    more
        Whether the last argument may be repeated.
    """

    usage: str
    arguments: tuple[ExpressionKind | None, ...]
    gives: ExpressionKind | None
    more: bool = False

    def takes(self, count: int) -> bool:
        """Tell whether it can be given that many arguments."""
        return count == len(self.arguments) or (self.more and count > len(self.arguments))

    def wants(self, at: int) -> ExpressionKind | None:
        """Tell what an argument must be, counted from 0."""
        return self.arguments[min(at, len(self.arguments) - 1)]


#: Functions by name (getodk.org's list of form operators and functions; a selection).
FUNCTIONS: Mapping[str, Function] = {
    "selected": Function(
        "selected(${question}, 'code')", (ExpressionKind.ANSWER, None), ExpressionKind.TRUTH
    ),
    "count-selected": Function(
        "count-selected(${question})", (ExpressionKind.ANSWER,), ExpressionKind.NUMBER
    ),
    "not": Function("not(condition)", (ExpressionKind.TRUTH,), ExpressionKind.TRUTH),
    "true": Function("true()", (), ExpressionKind.TRUTH),
    "false": Function("false()", (), ExpressionKind.TRUTH),
    "if": Function("if(condition, then, else)", (ExpressionKind.TRUTH, None, None), None),
    "coalesce": Function("coalesce(first, second)", (None, None), ExpressionKind.TEXT),
    "number": Function("number(${question})", (None,), ExpressionKind.NUMBER),
    "string": Function("string(${question})", (None,), ExpressionKind.TEXT),
    "int": Function("int(number)", (None,), ExpressionKind.NUMBER),
    "string-length": Function("string-length(${question})", (None,), ExpressionKind.NUMBER),
    "concat": Function("concat(first, second, ...)", (None, None), ExpressionKind.TEXT, more=True),
    "contains": Function("contains(${question}, 'part')", (None, None), ExpressionKind.TRUTH),
    "starts-with": Function("starts-with(${question}, 'part')", (None, None), ExpressionKind.TRUTH),
    "regex": Function("regex(${question}, '^[a-z]+$')", (None, None), ExpressionKind.TRUTH),
    "today": Function("today()", (), ExpressionKind.ANSWER),
    "date": Function("date('2008-03-27')", (None,), ExpressionKind.ANSWER),
}
