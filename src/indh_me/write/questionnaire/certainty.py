"""What a condition certainly comes to when only some answers are known."""

from collections.abc import Mapping

from indh_me.survey import AnswerValue, Expression
from indh_me.survey.tree import Answer, Call, Node, Operation, nodes

__all__ = ["certain", "conjuncts"]


def certain(condition: Node, known: Mapping[str, AnswerValue]) -> bool | None:
    """Tell whether a condition holds whatever the answers that are not known.

    Parameters
    ----------
    condition
        The tree of a condition.
    known
        Answers by name; `None` where it is known that there is none.

    Returns
    -------
    bool | None
        `None` when it hangs on what is not known (Kleene's logic of three values).
    """
    match condition:
        case Operation("and", left, right) if left is not None:
            sides = (certain(left, known), certain(right, known))
            return False if False in sides else None if None in sides else True
        case Operation("or", left, right) if left is not None:
            sides = (certain(left, known), certain(right, known))
            return True if True in sides else None if None in sides else False
        case Call("not", (inner,)):
            held = certain(inner, known)
            return None if held is None else not held
    for node in nodes(condition):
        match node:
            case Answer(name) if name not in known:
                return None
            case Call("today"):
                return None
    return Expression(condition).evaluate(known) is True


def conjuncts(condition: Node) -> tuple[Node, ...]:
    """Take a condition apart into those that must all hold."""
    match condition:
        case Operation("and", left, right) if left is not None:
            return (*conjuncts(left), *conjuncts(right))
    return (condition,)
