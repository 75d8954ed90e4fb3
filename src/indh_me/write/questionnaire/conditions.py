"""Conditions in words."""

from collections.abc import Mapping

from attrs import frozen

from indh_me.survey import Instrument, QuestionKind
from indh_me.survey.tree import Answer, Call, Literal, Node, Operation
from indh_me.write.words import Words

__all__ = ["condition_words"]

COMPARED = {
    "<": "less_than",
    "<=": "at_most",
    ">": "more_than",
    ">=": "at_least",
    "=": "equal_to",
    "!=": "other_than",
}
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
#: No answer is neither more nor less than anything: other comparisons have no opposite.
NEGATED = {"=": "!=", "!=": "="}
LEFT_TO_RIGHT, END_ISOLATE = "\u2066", "\u2069"


def condition_words(
    conditions: tuple[Node, ...], form: Instrument, numbers: Mapping[str, int], words: Words
) -> str:
    """Say conditions in words, by the numbers of the questions that they look at.

    Parameters
    ----------
    conditions
        Trees of conditions, all of which must hold.
    form
        The form.
    numbers
        Numbers of its questions.
    words
        The language.

    Returns
    -------
    str
        Part of a sentence. What has no words is given as a formula, with numbers for names.
    """
    speech = _Speech(form, numbers, words)
    if len(conditions) == 1:
        return speech.of(conditions[0])
    return speech.joined("and", conditions)


@frozen
class _Speech:
    form: Instrument
    numbers: Mapping[str, int]
    words: Words

    def of(self, node: Node) -> str:
        said = self.said(node)
        return self.formula(node) if said is None else said

    def said(self, node: Node) -> str | None:
        """Say a condition; `None` when it takes a formula."""
        match node:
            case Operation("and" | "or" as operator, Operation() | Call() as left, right):
                return self.joined(operator, (left, right))
            case Call("not", (Call("selected", (Answer(name), Literal(str(code)))),)):
                return self.answered(name, code, "not_among")
            case Call("selected", (Answer(name), Literal(str(code)))):
                return self.answered(name, code, "among")
            case Call("not", (Operation(operator, left, right),)) if operator in NEGATED:
                return self.compared(NEGATED[operator], left, right)
            case Operation(operator, left, right):
                return self.compared(operator, left, right)
        return None

    def compared(self, operator: str, left: Node | None, right: Node) -> str | None:
        """Say a comparison of an answer with a text or a number."""
        if isinstance(left, Literal) and operator in TURNED:
            operator, left, right = TURNED[operator], right, left
        match Operation(operator, left, right):
            case Operation("=" | "!=", Answer(name), Literal("")):
                key = "unanswered" if operator == "=" else "answered"
                return self.label(key, name)
            case Operation("=" | "!=", Answer(name), Literal(str(code))):
                return self.answered(name, code, "is" if operator == "=" else "is_not")
            case Operation(operator, Answer(name), Literal(float() as value)) if (
                operator in COMPARED
            ):
                return self.label(COMPARED[operator], name, value=self.words.number(value))
        return None

    def answered(self, name: str, code: str, key: str) -> str | None:
        question = self.form.question(name)
        listed = None if question is None else self.form.choices_of(question)
        choice = None if listed is None else listed.choice(code)
        if question is None or choice is None:
            return None
        if question.kind is not QuestionKind.MULTIPLE:
            key = {"among": "is", "not_among": "is_not"}.get(key, key)
        answer = choice.code if choice.label is None else self.words.text(choice.label)
        return self.label(key, name, answer=answer)

    def label(self, key: str, name: str, **filled: str) -> str | None:
        if name not in self.numbers:
            return None
        number = str(self.numbers[name])
        return self.words.label("condition", key, number=number, **filled)

    def joined(self, operator: str, parts: tuple[Node, ...]) -> str:
        """Join conditions; brackets hold together what is joined by the other word."""
        other = "or" if operator == "and" else "and"
        told = [
            f"({self.of(part)})"
            if isinstance(part, Operation) and part.operator == other
            else self.of(part)
            for part in parts
        ]
        said = told[0]
        for part in told[1:]:
            said = self.words.label("condition", operator, first=said, second=part)
        return said

    def formula(self, node: Node) -> str:
        written = f"{LEFT_TO_RIGHT}{self.numbered(node)}{END_ISOLATE}"
        return self.words.label("condition", "formula", formula=written)

    def numbered(self, node: Node) -> str:
        """Write a formula with numbers of questions, and calculated ones written out."""
        text = str(node)
        for place in reversed(self.form.questions):
            question = place.question
            known = self.numbers.get(question.name)
            shown = f"({question.calculation})" if known is None else f"[{known}]"
            text = text.replace(f"${{{question.name}}}", shown)
        return text
