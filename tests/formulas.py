"""Expressions and answers drawn at random, of every operator, function and kind of answer."""

import math
from datetime import date
from random import Random

from attrs import frozen

from indh_me.survey import AnswerValue
from indh_me.survey.functions import FUNCTIONS
from indh_me.survey.tree import Answer, Call, Literal, Node, Operation, This

__all__ = ["PATTERNS", "Formulas", "came_to"]

NAMES = ("a", "b", "c", "d", "missing")
TEXTS = (
    *("", "a", "b", "ab", "dk", "x y", "a b dk", " ", "é", "عين", "😀", "12", "-3.5", " 7 ", "1e3"),
    *(
        "12.",
        ".5",
        "٣",
        "2008-03-27",
        "20080327",
        "2008-W13-4",
        "2008W134",
        "2009-W53",
        "2008-02-30",
    ),
    *(
        "0001-01-01",
        "9999-12-31",
        "NaN",
        "a\u00a0b",
        "a\x1cb",
        "Infinity",
        "+5",
        "line\nline",
        "a\n",
    ),
)
NUMBERS = (
    *(0.0, 1.0, 2.0, 3.0, 12.0, 0.1, 0.30000000000000004, 2.5, 1e-7, 1.5e-10, 123456.789, 1e21),
    *(1e22, 9007199254740993.0, 1e300, 5e-324),
)
DAYS = (date(2008, 3, 27), date(1970, 1, 1), date(1, 1, 1), date(9999, 12, 31), date(2000, 2, 29))
PATTERNS = (
    *(
        "^[a-z]+$",
        "a",
        "^$",
        "^.$",
        r"^\d+$",
        r"^\w+$",
        r"\s",
        r"\bab\b",
        "[^a]",
        "(a|b)+",
        "^a{1,2}$",
    ),
    *(
        "a{,2}b",
        "x{",
        "[]a]",
        "[a-]",
        "[-a]",
        r"[\d.]+",
        r"^\S+$",
        r"\D",
        r"\W",
        "^(?:a b|x)",
        "a(?! b)",
    ),
    *(
        r"\.",
        r"[\w-]+",
        "^[^\\s]+ [^\\s]+$",
        r"\A12",
        r"y\Z",
        "a.b",
        "}",
        "]",
        "/",
        "[/\\]^]",
        "é|ع",
    ),
    *(
        r"[&|]",
        "(?<=a)b",
        r"\-",
        "a*?b",
        "[0-9]{4}-[0-9]{2}",
        r"\Bb",
        "b$",
        "[a(){}]",
    ),
)


@frozen
class Formulas:
    """Draws well-formed expressions.

    Parameters
    ----------
    random
        Where chance comes from.
    """

    random: Random

    def tree(self) -> Node:
        """Draw an expression of any kind."""
        draw = self.random.choice((self.truth, self.truth, self.value, self.value))
        return draw(4)

    def truth(self, depth: int) -> Node:
        """Draw a condition."""
        pick = self.random.choice
        if depth == 0:
            return Call(pick(("true", "false")))
        match pick(("compare", "compare", "join", "not", "selected", "text", "regex", "if")):
            case "compare":
                operator = pick(("=", "!=", "<", "<=", ">", ">="))
                return Operation(operator, self.value(depth - 1), self.value(depth - 1))
            case "join":
                operator = pick(("and", "or"))
                return Operation(operator, self.truth(depth - 1), self.truth(depth - 1))
            case "not":
                return Call("not", (self.truth(depth - 1),))
            case "selected":
                return Call("selected", (self.answer(), self.value(depth - 1)))
            case "text":
                function = pick(("contains", "starts-with"))
                return Call(function, (self.value(depth - 1), self.value(depth - 1)))
            case "regex":
                return Call("regex", (self.value(depth - 1), Literal(pick(PATTERNS))))
        parts = (self.truth(depth - 1), self.truth(depth - 1), self.truth(depth - 1))
        return Call("if", parts)

    def value(self, depth: int) -> Node:
        """Draw anything but a condition."""
        pick = self.random.choice
        if depth == 0:
            leaves: list[Node] = [self.answer(), self.literal(), self.literal()]
            return pick(leaves)
        match pick(("leaf", "leaf", "arithmetic", "arithmetic", "minus", "if", "call", "call")):
            case "leaf":
                return self.value(0)
            case "arithmetic":
                operator = pick(("+", "-", "*", "div", "mod"))
                return Operation(operator, self.value(depth - 1), self.value(depth - 1))
            case "minus":
                return Operation("-", None, self.value(depth - 1))
            case "if":
                parts = (self.truth(depth - 1), self.value(depth - 1), self.value(depth - 1))
                return Call("if", parts)
        name = pick(
            [
                *("coalesce", "number", "string", "int", "string-length", "concat", "date"),
                *("count-selected", "today"),
            ]
        )
        wanted = FUNCTIONS[name].arguments
        if name == "count-selected":
            return Call(name, (self.answer(),))
        count = len(wanted) + (self.random.randrange(2) if FUNCTIONS[name].more else 0)
        return Call(name, tuple(self.value(depth - 1) for _ in range(count)))

    def answer(self) -> Node:
        """Draw a reference."""
        answers: list[Node] = [This(), *(Answer(name) for name in NAMES)]
        return self.random.choice(answers)

    def literal(self) -> Node:
        """Draw a text or a number."""
        text = self.random.choice(TEXTS)
        return Literal(self.random.choice((text, self.random.choice(NUMBERS))))

    def given(self) -> AnswerValue:
        """Draw an answer."""
        pick = self.random.choice
        several = tuple(self.random.sample(("a", "b", "dk", "x"), self.random.randrange(4)))
        number = pick((-1.0, 1.0)) * pick(NUMBERS)
        return pick(
            (None, pick(TEXTS), number, float(self.random.randrange(9)), pick(DAYS), several)
        )

    def answers(self) -> dict[str, AnswerValue]:
        """Draw answers to the questions that expressions look at."""
        return {name: self.given() for name in NAMES[:-1]}


def came_to(value: object) -> str:
    """Write what an expression came to, so that equal writing means equal values."""
    if isinstance(value, bool):
        return f"truth {value}".lower()
    if isinstance(value, str):
        return f"text {value}"
    if isinstance(value, float) and math.isnan(value):
        return "number nan"
    return f"number {float(str(value)).hex()}"
