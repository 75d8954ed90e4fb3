"""How much room an answer takes."""

import re

from indh_me.survey import Question
from indh_me.survey.tree import Call, Literal, Node, Operation, This

from .certainty import conjuncts

__all__ = ["decimal_boxes", "letters_asked", "whole_boxes"]

#: Boxes for the digits of a number that has no limit.
USUAL = 5
MOST_LETTERS = 30
#: A sign of a pattern, and how often it stands there.
SIGN = re.compile(r"(?:\[[^\]\\]+\]|\\[dw]|[A-Za-z0-9 _-])(?:\{(\d+)\})?", re.ASCII)


def whole_boxes(question: Question) -> int:
    """Give the number of boxes for the digits of a number, before decimals.

    Parameters
    ----------
    question
        One that takes a number; a limit such as ``. <= 99`` in its constraint tells the boxes.
    """
    limits = [limit for part in _parts(question) if (limit := _limit(part)) is not None]
    return len(str(int(min(limits)))) if limits else USUAL


def _limit(part: Node) -> float | None:
    match part:
        case Operation("<=" | "<" | "=", This(), Literal(float() as most)):
            return most
        case Operation(">=" | ">", Literal(float() as most), This()):
            return most
    return None


def decimal_boxes() -> int:
    """Give the number of boxes for decimals."""
    return 2


def letters_asked(question: Question) -> int | None:
    """Give the number of boxes for a text whose length is set; `None` where it is not.

    Parameters
    ----------
    question
        One that takes a text; ``string-length(.) = 6`` or a pattern of as many signs, such as
        ``regex(., '^[A-Z]{2}[0-9]{4}$')``, in its constraint tells the boxes.
    """
    for part in _parts(question):
        match part:
            case Operation("=" | "<=", Call("string-length", (This(),)), Literal(float() as most)):
                return int(most) if 0 < most <= MOST_LETTERS else None
            case Call("regex", (This(), Literal(str(pattern)))):
                count = _signs(pattern)
                return count if count is not None and 0 < count <= MOST_LETTERS else None
    return None


def _signs(pattern: str) -> int | None:
    """Count the signs that a pattern asks for; `None` where their number is not set."""
    inside, at, count = pattern.removeprefix("^").removesuffix("$"), 0, 0
    while at < len(inside):
        found = SIGN.match(inside, at)
        if found is None:
            return None
        at = found.end()
        count += int(found[1] or 1)
    return count


def _parts(question: Question) -> tuple[Node, ...]:
    return () if question.constraint is None else conjuncts(question.constraint.tree)
