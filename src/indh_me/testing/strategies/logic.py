"""Skip logic, constraints and calculations on the questions that come before."""

from datetime import date

from attrs import define, field
from hypothesis import strategies as st

import indh_me as me
from indh_me.survey.tree import Answer, Call, Literal, Node, Operation, This

__all__ = ["DAYS", "SAID", "SMALL", "Known", "conditions", "constraints", "numbers", "texts"]

#: Texts that are answered, and that answers are held against.
SAID = ("smith", "a", "b c", "x1")
DAYS = st.dates(date(2007, 1, 1), date(2009, 12, 31))
SMALL = st.integers(0, 20)
NUMBERS = SMALL.map(lambda halves: Literal(halves / 2))
DIVISORS = st.integers(1, 9).map(lambda whole: Literal(float(whole)))
COMPARED = ("=", "!=", "<", "<=", ">", ">=")

_CHOICE = (me.QuestionKind.SINGLE, me.QuestionKind.SCALE, me.QuestionKind.CONSENT)


@define
class Known:
    """What a condition may look at: questions that come before, and their choices."""

    questions: list[me.Question] = field(factory=list)
    lists: dict[str, me.ChoiceList] = field(factory=dict)

    def named(self, *kinds: me.QuestionKind) -> list[str]:
        """Give the names of the questions of some kinds."""
        return [each.name for each in self.questions if each.kind in kinds]

    def picked(self, *kinds: me.QuestionKind) -> list[tuple[str, str]]:
        """Give each question of some kinds with each of its codes."""
        return [
            (each.name, code)
            for each in self.questions
            if each.kind in kinds and each.choices is not None
            for code in self.lists[each.choices].codes
        ]


@st.composite
def numbers(draw: st.DrawFn, known: Known, depth: int = 2) -> Node:
    """Draw what comes to a number."""
    if depth == 0 or not draw(st.booleans()):
        return draw(_plain_number(known))
    left = draw(numbers(known, depth - 1))
    match draw(st.sampled_from(("+", "-", "*", "div", "mod", "negative", "if", "int"))):
        case "div" | "mod" as operator:
            return Operation(operator, left, draw(DIVISORS))
        case "negative":
            return Operation("-", None, left)
        case "int":
            return Call("int", (left,))
        case "if":
            right = draw(numbers(known, depth - 1))
            return Call("if", (draw(conditions(known, depth - 1)), left, right))
        case operator:
            return Operation(operator, left, draw(numbers(known, depth - 1)))


@st.composite
def _plain_number(draw: st.DrawFn, known: Known) -> Node:
    asked = known.named(me.QuestionKind.INTEGER, me.QuestionKind.DECIMAL)
    several = known.named(me.QuestionKind.MULTIPLE)
    written = known.named(me.QuestionKind.TEXT)
    found: list[Node] = [Call("number", (Answer(name),)) for name in asked]
    found += [Call("coalesce", (each, Literal(0.0))) for each in found]
    found += [Call("count-selected", (Answer(name),)) for name in several]
    found += [Call("string-length", (Answer(name),)) for name in written]
    if not found or not draw(st.booleans()):
        return draw(NUMBERS)
    return draw(st.sampled_from(found))


@st.composite
def texts(draw: st.DrawFn, known: Known) -> Node:
    """Draw what comes to a text."""
    found: list[Node] = [Literal(words) for words in SAID]
    asked = known.named(me.QuestionKind.TEXT, *_CHOICE)
    found += [Call("string", (Answer(name),)) for name in asked]
    parts = draw(st.lists(st.sampled_from(found), min_size=1, max_size=3))
    return parts[0] if len(parts) == 1 else Call("concat", tuple(parts))


def _about_one(known: Known) -> list[Node]:
    """List conditions on one answer that need nothing drawn."""
    answered = [each.name for each in known.questions if each.kind is not me.QuestionKind.NOTE]
    found: list[Node] = [Call("true")]
    found += [Operation("!=", Answer(name), Literal("")) for name in answered]
    for name, code in known.picked(*_CHOICE):
        found.append(Operation("=", Answer(name), Literal(code)))
        found.append(Operation("!=", Answer(name), Literal(code)))
    for name, code in known.picked(me.QuestionKind.MULTIPLE, *_CHOICE):
        found.append(Call("selected", (Answer(name), Literal(code))))
    for name in known.named(me.QuestionKind.TEXT):
        found += [Operation("=", Answer(name), Literal(words)) for words in SAID]
        found += [Call("contains", (Answer(name), Literal("b")))]
        found += [Call("starts-with", (Answer(name), Literal("s")))]
        found += [Call("regex", (Answer(name), Literal("^[a-z]+$")))]
    for name in known.named(me.QuestionKind.DATE):
        found += [Operation(compared, Answer(name), Call("today")) for compared in COMPARED]
    return found


@st.composite
def _about(draw: st.DrawFn, known: Known) -> Node:
    """Draw a condition on an answer, or on what is made of answers."""
    figures = known.named(
        me.QuestionKind.INTEGER, me.QuestionKind.DECIMAL, me.QuestionKind.CALCULATED
    )
    days = known.named(me.QuestionKind.DATE)
    ways = ["one", "numbers", "texts", *(["figure"] if figures else []), *(["day"] if days else [])]
    match draw(st.sampled_from(ways)):
        case "one":
            return draw(st.sampled_from(_about_one(known)))
        case "texts":
            return Operation("!=", draw(texts(known)), Literal(draw(st.sampled_from(SAID))))
        case "figure":
            left: Node = Answer(draw(st.sampled_from(figures)))
            right = draw(numbers(known, 0))
        case "day":
            left = Answer(draw(st.sampled_from(days)))
            right = Call("date", (Literal(draw(DAYS).isoformat()),))
        case _:
            left, right = draw(numbers(known, 0)), draw(numbers(known, 1))
    return Operation(draw(st.sampled_from(COMPARED)), left, right)


@st.composite
def conditions(draw: st.DrawFn, known: Known, depth: int = 2) -> Node:
    """Draw a condition on answers to earlier questions."""
    if depth == 0 or not draw(st.booleans()):
        return draw(_about(known))
    first = draw(conditions(known, depth - 1))
    match draw(st.sampled_from(("and", "or", "not"))):
        case "not":
            return Call("not", (first,))
        case operator:
            return Operation(operator, first, draw(conditions(known, depth - 1)))


@st.composite
def constraints(draw: st.DrawFn, kind: me.QuestionKind, known: Known) -> Node:
    """Draw what an answer must meet."""
    match kind:
        case me.QuestionKind.INTEGER | me.QuestionKind.DECIMAL:
            own: Node = Operation(draw(st.sampled_from(COMPARED)), This(), draw(numbers(known, 1)))
        case me.QuestionKind.DATE:
            own = Operation("<=", This(), Call("today"))
        case me.QuestionKind.TEXT:
            own = Operation("<", Call("string-length", (This(),)), draw(NUMBERS))
        case me.QuestionKind.MULTIPLE:
            own = Operation("<=", Call("count-selected", (This(),)), draw(NUMBERS))
        case _:
            own = Operation("!=", This(), Literal(""))
    return draw(st.sampled_from((own, Operation("or", own, draw(conditions(known, 1))))))
