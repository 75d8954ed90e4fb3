"""What expressions are made of."""

import math
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from attrs import frozen

from indh_me.errors import Fault, quoted

from .functions import COMPARISONS, FUNCTIONS, LEVELS, ExpressionKind

__all__ = ["Answer", "Call", "Literal", "Node", "Operation", "This", "kind_faults", "nodes"]

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TRUTH = ExpressionKind.TRUTH


@frozen
class Literal:
    """A text or a number that stands in an expression.

    Parameters
    ----------
    value
        A text, or a number that is not negative: a minus sign is an operation.
    """

    value: str | float

    @property
    def kind(self) -> ExpressionKind:
        """What it gives."""
        return ExpressionKind.TEXT if isinstance(self.value, str) else ExpressionKind.NUMBER

    def __str__(self) -> str:
        """Write it so that it reads back the same; a number without an exponent."""
        if isinstance(self.value, str):
            return f'"{self.value}"' if "'" in self.value else f"'{self.value}'"
        if self.value == int(self.value):
            return str(int(self.value))
        return format(Decimal(repr(self.value)), "f")


@frozen
class Answer:
    """The answer to a question.

    Parameters
    ----------
    name
        Name of the question.
    """

    name: str

    @property
    def kind(self) -> ExpressionKind:
        """What it gives."""
        return ExpressionKind.ANSWER

    def __str__(self) -> str:
        return f"${{{self.name}}}"


@frozen
class This:
    """The answer that a constraint is about, written as a dot."""

    @property
    def kind(self) -> ExpressionKind:
        """What it gives."""
        return ExpressionKind.ANSWER

    def __str__(self) -> str:
        return "."


@frozen
class Call:
    """A function of other expressions.

    Parameters
    ----------
    function
        One of the functions that every client of XLSForm knows: `functions.FUNCTIONS`.
    arguments
        What it is given.
    """

    function: str
    arguments: "tuple[Node, ...]" = ()

    @property
    def kind(self) -> ExpressionKind:
        """What it gives."""
        gives = FUNCTIONS[self.function].gives
        return self.arguments[1].kind if gives is None else gives

    def __str__(self) -> str:
        return f"{self.function}({', '.join(str(each) for each in self.arguments)})"


@frozen
class Operation:
    """Two expressions with an operator between them.

    Parameters
    ----------
    operator
        ``or``, ``and``, a comparison, ``+``, ``-``, ``*``, ``div`` or ``mod``; ``-`` without
        anything before it makes a number negative.
    left, right
        What stands on its two sides.
    """

    operator: str
    left: "Node | None"
    right: "Node"

    @property
    def kind(self) -> ExpressionKind:
        """What it gives."""
        is_truth = self.operator in COMPARISONS or self.operator in {"and", "or"}
        return ExpressionKind.TRUTH if is_truth else ExpressionKind.NUMBER

    @property
    def level(self) -> int:
        """How strongly it binds."""
        return LEVELS["negative" if self.left is None else self.operator]

    def __str__(self) -> str:
        right = self._side(self.right, self.level)
        if self.left is None:
            return f"-{right}"
        return f"{self._side(self.left, self.level - 1)} {self.operator} {right}"

    @staticmethod
    def _side(node: "Node", level: int) -> str:
        """Write one side; brackets hold together what would fall apart without them."""
        loose = isinstance(node, Operation) and node.level <= level
        return f"({node})" if loose else str(node)


Node = Literal | Answer | This | Call | Operation


def nodes(node: Node) -> Iterator[Node]:
    """Walk through an expression from left to right."""
    yield node
    match node:
        case Call(_, arguments):
            for each in arguments:
                yield from nodes(each)
        case Operation(_, left, right):
            if left is not None:
                yield from nodes(left)
            yield from nodes(right)


def kind_faults(tree: Node) -> Iterator[Fault]:
    """Find parts that are given what they cannot use, or that clients would read differently."""
    for node in nodes(tree):
        match node:
            case Literal(float(number)) if not 0 <= number < math.inf:
                mend = "write a number of some digits; a minus sign is an operation of its own"
                yield Fault(f"{number} cannot stand in an expression", mend=mend)
            case Literal(str(words)) if "'" in words and '"' in words:
                mend = "leave out one of the two kinds of quotation marks"
                yield Fault(f"the text {quoted(words)} holds both kinds of quotes", mend=mend)
            case Call(function, arguments):
                yield from _call_faults(function, arguments)
            case Operation(operator, left, right):
                sides = (right,) if left is None else (left, right)
                yield from _operand_faults(operator, sides)


def _call_faults(name: str, arguments: tuple[Node, ...]) -> Iterator[Fault]:
    function = FUNCTIONS[name]
    if not function.takes(len(arguments)):
        mend = f"write {function.usage}"
        yield Fault(f"{name} is given {len(arguments)} arguments", mend=mend)
        return
    for at, argument in enumerate(arguments):
        wanted = function.wants(at)
        if wanted is ExpressionKind.TRUTH and argument.kind is not ExpressionKind.TRUTH:
            yield _no_condition(argument)
        elif wanted is ExpressionKind.ANSWER and argument.kind is not ExpressionKind.ANSWER:
            mend = f"write {function.usage}"
            yield Fault(f"{name} looks at an answer, not at {argument}", mend=mend)
        elif (
            wanted is not ExpressionKind.TRUTH
            and argument.kind is ExpressionKind.TRUTH
            and name != "if"
        ):
            yield Fault(f"{name} is given a condition: {argument}", mend=f"write {function.usage}")
    yield from _client_faults(name, arguments)


def _client_faults(name: str, arguments: tuple[Node, ...]) -> Iterator[Fault]:
    """Find what some clients stop at, or read differently from others."""
    match name, arguments:
        case "if", (_, then, otherwise) if TRUTH in {then.kind, otherwise.kind} != {TRUTH}:
            mend = "write a condition in both places, or in none: true() and false() are some"
            yield Fault(f"if gives a condition or something else: {then}, {otherwise}", mend=mend)
        case "selected", (_, code) if code.kind is ExpressionKind.NUMBER:
            yield Fault(f"selected looks for a number: {code}", mend=f"put it in quotes: '{code}'")
        case "regex", (_, Literal(str(pattern))):
            # One client looks for the pattern anywhere in the answer, another takes it for all.
            if not (pattern.startswith("^") and pattern.endswith("$")):
                mend = f"say where it begins and ends: '^{pattern.strip('^$')}$'"
                yield Fault(f"clients read the pattern {quoted(pattern)} differently", mend=mend)
        case "date", (Literal(str(day)),) if not _is_day(day):
            yield Fault(f"{quoted(day)} is no day", mend="write it like date('2008-03-27')")


def _is_day(text: str) -> bool:
    if DAY.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _operand_faults(operator: str, sides: tuple[Node, ...]) -> Iterator[Fault]:
    for side in sides:
        if operator in {"and", "or"}:
            if side.kind is not ExpressionKind.TRUTH:
                yield _no_condition(side)
        elif side.kind is ExpressionKind.TRUTH:
            mend = "compare answers, texts and numbers; join conditions with 'and', 'or' and not()"
            yield Fault(f"{operator!r} stands beside a condition: {side}", mend=mend)


def _no_condition(node: Node) -> Fault:
    mend = (
        f"write a comparison: {node} != ''"
        if node.kind is ExpressionKind.ANSWER
        else "write a comparison"
    )
    return Fault(f"{node} is no condition", mend=mend)
