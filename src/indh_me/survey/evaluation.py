"""What expressions come to, by the rules of XPath 1.0 and the functions of ODK."""

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from attrs import frozen

from indh_me.errors import Fault, InvalidInputError, quoted

from .tree import Answer, Call, Literal, Node, Operation, This

__all__ = ["AnswerValue", "evaluate"]

#: An answer: a text or code, a number, a day, several codes, or none.
AnswerValue = str | float | date | tuple[str, ...] | None
#: What a part of an expression comes to.
Value = bool | float | str | date

NUMBER = re.compile(r"\s*-?(\d+(\.\d*)?|\.\d+)\s*", re.ASCII)
EPOCH = date(1970, 1, 1)
MOST_DAYS = 719_162  # From the first day that Python knows to the epoch.


def evaluate(
    tree: Node,
    answers: Mapping[str, AnswerValue],
    this: AnswerValue = None,
    *,
    today: date | None = None,
) -> bool | float | str:
    """Work an expression out.

    Parameters
    ----------
    tree
        What to work out.
    answers
        Answers by name of question.
    this
        The answer that a constraint is about.
    today
        The day that ``today()`` gives.

    Examples
    --------
    >>> evaluate(Operation(">", Call("count-selected", (Answer("a"),)), Literal(1.0)), {"a": "x y"})
    True
    """
    value = _Evaluation(answers, this, today).of(tree)
    return value.isoformat() if isinstance(value, date) else value


@frozen
class _Evaluation:
    """The answers that an expression is worked out with."""

    answers: Mapping[str, AnswerValue]
    this: AnswerValue
    today: date | None

    def of(self, node: Node) -> Value:
        match node:
            case Literal(value):
                return value
            case Answer(name):
                return _plain(self.answers.get(name))
            case This():
                return _plain(self.this)
            case Call():
                return self.call(node)
            case Operation(operator, left, right):
                return self.operation(operator, left, right)

    def operation(self, operator: str, left: Node | None, right: Node) -> Value:
        if left is None:
            return -_number(self.of(right))
        if operator == "or":
            return self.of(left) is True or self.of(right) is True
        if operator == "and":
            return self.of(left) is True and self.of(right) is True
        return OPERATIONS[operator](self.of(left), self.of(right))

    def call(self, node: Call) -> Value:
        if node.function == "if":
            condition, then, otherwise = node.arguments
            return self.of(then) if self.of(condition) is True else self.of(otherwise)
        if node.function == "today":
            if self.today is None:
                mend = "give the day as today="
                raise InvalidInputError(Fault("it asks for today, which is not known", mend=mend))
            return self.today
        return CALLS[node.function](*(self.of(each) for each in node.arguments))


def _plain(answer: AnswerValue) -> Value:
    """Give an answer as it is stored: no answer is an empty text, several codes one text."""
    if answer is None:
        return ""
    return " ".join(answer) if isinstance(answer, tuple) else answer


def _number(value: Value) -> float:
    if isinstance(value, str):
        return float(value) if NUMBER.fullmatch(value) is not None else math.nan
    if isinstance(value, date):
        return float((value - EPOCH).days)
    return float(value)


def _text(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return f"{'-' if value < 0 else ''}{Literal(abs(value))}"


def _equal(left: Value, right: Value) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        return left == right
    return _number(left) == _number(right)


def _divided(left: Value, right: Value) -> float:
    above, below = _number(left), _number(right)
    if below != 0:
        return above / below
    if above == 0 or math.isnan(above):
        return math.nan
    return math.copysign(math.inf, above) * math.copysign(1.0, below)


def _remainder(left: Value, right: Value) -> float:
    above, below = _number(left), _number(right)
    if below == 0 or math.isnan(below) or not math.isfinite(above):
        return math.nan
    return math.fmod(above, below)


OPERATIONS: Mapping[str, Callable[[Value, Value], Value]] = {
    "=": _equal,
    "!=": lambda left, right: not _equal(left, right),
    "<": lambda left, right: _number(left) < _number(right),
    "<=": lambda left, right: _number(left) <= _number(right),
    ">": lambda left, right: _number(left) > _number(right),
    ">=": lambda left, right: _number(left) >= _number(right),
    "+": lambda left, right: _number(left) + _number(right),
    "-": lambda left, right: _number(left) - _number(right),
    "*": lambda left, right: _number(left) * _number(right),
    "div": _divided,
    "mod": _remainder,
}


def _coalesce(first: Value, second: Value) -> Value:
    empty = first == "" or (isinstance(first, float) and math.isnan(first))
    return second if empty else first


def _whole(value: Value) -> float:
    number = _number(value)
    return float(math.trunc(number)) if math.isfinite(number) else number


def _matches(value: Value, pattern: Value) -> bool:
    try:
        return re.search(_text(pattern), _text(value)) is not None
    except re.error as error:
        mend = "write a regular expression such as '^[a-z]+$'"
        what = f"{quoted(_text(pattern))} is no regular expression: {error}"
        raise InvalidInputError(Fault(what, mend=mend)) from None


def _day(value: Value) -> Value:
    if isinstance(value, date):
        return value
    if isinstance(value, float):
        return EPOCH + timedelta(days=int(value)) if abs(value) <= MOST_DAYS else value
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        return ""


CALLS: Mapping[str, Callable[..., Value]] = {
    "selected": lambda answer, code: _text(code) in _text(answer).split(),
    "count-selected": lambda answer: float(len(_text(answer).split())),
    "not": lambda condition: condition is not True,
    "true": lambda: True,
    "false": lambda: False,
    "coalesce": _coalesce,
    "number": _number,
    "string": _text,
    "int": _whole,
    "string-length": lambda value: float(len(_text(value))),
    "concat": lambda *parts: "".join(_text(part) for part in parts),
    "contains": lambda value, part: _text(part) in _text(value),
    "starts-with": lambda value, part: _text(value).startswith(_text(part)),
    "regex": _matches,
    "date": _day,
}
