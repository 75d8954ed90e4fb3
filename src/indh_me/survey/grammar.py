"""The written form of expressions, read."""

import re
from collections.abc import Callable
from typing import NoReturn

from attrs import define, frozen

from indh_me.errors import Fault, ParseError, nearest, quoted

from .functions import FUNCTIONS, LEVELS
from .tree import Answer, Call, Literal, Node, Operation, This

__all__ = ["parse"]

TOKEN = re.compile(
    r"""\s*(?:
      (?P<answer>\$\{\s*(?P<name>[^{}]*?)\s*\})
    | (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<text>'[^']*'|"[^"]*")
    | (?P<sign>!=|<=|>=|[=<>+\-*(),])
    | (?P<dot>\.(?![.\d]))
    | (?P<word>[A-Za-z_][A-Za-z0-9_:\-]*)
    )""",
    re.VERBOSE | re.ASCII,
)
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*", re.ASCII)
LONGEST = 10_000  # characters
MOST_PIECES = 300  # names, numbers, signs: forty choices that are looked for, one by one
DEEPEST = 60  # brackets within brackets
OPERATORS = tuple(
    tuple(sign for sign, level in LEVELS.items() if level == each)
    for each in range(1, LEVELS["negative"])
)


@frozen
class _Token:
    """A piece of the text, and where it begins."""

    kind: str
    words: str
    at: int


def parse(text: str) -> Node:
    """Read an expression.

    Parameters
    ----------
    text
        Its written form.

    Raises
    ------
    ParseError
        When it cannot be read.

    Examples
    --------
    >>> str(parse("not(${a}='x')"))
    "not(${a} = 'x')"
    """
    if text.strip() == "":
        mend = "write one such as ${age} >= 18, or leave it out"
        raise ParseError(Fault("an expression without words", mend=mend))
    if len(text) > LONGEST:
        mend = "take it apart with calculated questions"
        raise ParseError(Fault(f"an expression of {len(text)} characters", mend=mend))
    tokens = _tokens(text)
    if len(tokens) > MOST_PIECES:
        mend = "take it apart with calculated questions"
        raise ParseError(Fault(f"an expression of {len(tokens)} pieces", mend=mend))
    reader = _Reader(text, tokens)
    tree = reader.operation(0)
    if reader.next.kind != "end":
        reader.refuse("an operator or the end")
    return tree


def _tokens(text: str) -> list[_Token]:
    found = []
    at = 0
    end = len(text.rstrip())
    while at < end:
        match = TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            rest = text[at:].lstrip()
            what = "a text without its closing quote" if rest[0] in "'\"" else quoted(rest[:20])
            raise ParseError(
                Fault(
                    f"{quoted(text)} cannot be read at character {len(text) - len(rest) + 1}: "
                    f"{what}",
                    mend="write it like ${age} >= 18 and ${sex} = 'female'",
                )
            )
        kind = "answer" if match["answer"] is not None else match.lastgroup
        words = match["name"] if kind == "answer" else match[kind]
        found.append(_Token(kind, words, match.start(kind)))
        at = match.end()
    return [*found, _Token("end", "", len(text))]


@define
class _Reader:
    """One pass from left to right."""

    text: str
    tokens: list[_Token]
    at: int = 0
    depth: int = 0

    @property
    def next(self) -> _Token:
        return self.tokens[self.at]

    def take(self) -> _Token:
        token = self.next
        self.at += 1
        return token

    def expect(self, sign: str) -> None:
        if self.next.kind != "sign" or self.next.words != sign:
            self.refuse(f"{sign!r}")
        self.at += 1

    def refuse(self, wanted: str) -> NoReturn:
        found = "the end" if self.next.kind == "end" else quoted(self.next.words)
        what = f"{quoted(self.text)} has {found} at character {self.next.at + 1}"
        raise ParseError(Fault(what, mend=f"{wanted} was expected there"))

    def operation(self, level: int) -> Node:
        """Read operators that bind as strongly as a level, each from the left."""
        if level == len(OPERATORS):
            return self.negative()
        left = self.operation(level + 1)
        while self.next.kind in {"sign", "word"} and self.next.words in OPERATORS[level]:
            operator = self.take().words
            left = Operation(operator, left, self.operation(level + 1))
        return left

    def negative(self) -> Node:
        if self.next.kind == "sign" and self.next.words == "-":
            self.take()
            return self.deeper(lambda: Operation("-", None, self.negative()))
        return self.single()

    def deeper(self, read: Callable[[], Node]) -> Node:
        """Read what stands inside of something else, as deep as anybody would write."""
        self.depth += 1
        if self.depth > DEEPEST:
            mend = "take it apart with calculated questions"
            raise ParseError(Fault("an expression that is nested too deeply", mend=mend))
        node = read()
        self.depth -= 1
        return node

    def single(self) -> Node:
        token = self.next
        match token.kind:
            case "number":
                return Literal(float(self.take().words))
            case "text":
                return Literal(self.take().words[1:-1])
            case "dot":
                self.take()
                return This()
            case "answer":
                return self.answer()
            case "word":
                return self.call()
            case "sign" if token.words == "(":
                self.take()
                inside = self.deeper(lambda: self.operation(0))
                self.expect(")")
                return inside
        return self.refuse("an answer such as ${age}, a number, a text in quotes or a function")

    def answer(self) -> Node:
        name = self.next.words
        if NAME.fullmatch(name) is None:
            mend = "write the name of a question between the braces: ${age}"
            raise ParseError(Fault(f"{quoted(name)} names no question", mend=mend))
        self.take()
        return Answer(name)

    def call(self) -> Node:
        name = self.next.words
        if name not in FUNCTIONS:
            if name in LEVELS:
                self.refuse("an answer such as ${age}, a number, a text in quotes or a function")
            raise ParseError(
                Fault(
                    f"unknown function {quoted(name)}",
                    mend=nearest(name, FUNCTIONS) + "; texts stand in quotes",
                )
            )
        self.take()
        self.expect("(")
        arguments: list[Node] = []
        if not (self.next.kind == "sign" and self.next.words == ")"):
            arguments.append(self.deeper(lambda: self.operation(0)))
            while self.next.kind == "sign" and self.next.words == ",":
                self.take()
                arguments.append(self.deeper(lambda: self.operation(0)))
        self.expect(")")
        return Call(name, tuple(arguments))
