"""Expressions in the words of LimeSurvey's ExpressionScript."""

import json
from collections.abc import Callable, Mapping

from attrs import field, frozen

from indh_me._codec.limesurvey import LimeSurveyNames
from indh_me.survey.expression import Expression
from indh_me.survey.instrument import Instrument
from indh_me.survey.question import QuestionKind
from indh_me.survey.section import QuestionPlace
from indh_me.survey.tree import Answer, Call, Literal, Node, Operation, This

__all__ = ["LimeSurveyLogic"]

OPERATORS: Mapping[str, str] = {"=": "==", "div": "/"}


@frozen
class LimeSurveyLogic:
    """Writes the expressions of a form.

    Parameters
    ----------
    form
        The form.
    names
        What its questions and choices are called in LimeSurvey.
    """

    form: Instrument
    names: LimeSurveyNames
    _places: Mapping[str, QuestionPlace] = field(init=False, repr=False)

    @_places.default
    def _by_name(self) -> Mapping[str, QuestionPlace]:
        return {place.name: place for place in self.form.questions}

    def write(self, expression: Expression, about: QuestionPlace | None = None) -> str:
        """Write an expression.

        Parameters
        ----------
        expression
            What to write.
        about
            The question that a dot stands for.
        """
        return self._node(expression.tree, about)

    def variable(self, place: QuestionPlace) -> str:
        """Give the name of a question's answer; of no answer it gives an empty text."""
        name = self.names.names[place.name]
        if place.grid is not None:
            name = f"{self.names.names[place.grid.name]}_{name}"
        return f"{name}.NAOK"

    def _place(self, node: Node, about: QuestionPlace | None) -> QuestionPlace | None:
        if isinstance(node, This):
            return about
        if isinstance(node, Answer):
            return self._places[node.name]
        return None

    def _node(self, node: Node, about: QuestionPlace | None) -> str:
        match node:
            case Literal(str(words)):
                return _quoted(words)
            case Literal():
                return str(node)
            case Answer() | This():
                place = self._place(node, about)
                return '""' if place is None else self.variable(place)
            case Operation(operator, left, right):
                return self._operation(operator, left, right, about)
            case Call("selected", (answer, code)):
                return self._selected(answer, code, about)
            case Call("count-selected", (answer,)):
                return self._count(answer, about)
        return CALLS[node.function](*(self._node(each, about) for each in node.arguments))

    def _operation(
        self, operator: str, left: Node | None, right: Node, about: QuestionPlace | None
    ) -> str:
        if left is None:
            return f"(-{self._node(right, about)})"
        if operator == "mod":
            above, below = self._node(left, about), self._node(right, about)
            return f"({above} - {below} * intval({above} / {below}))"
        sides = self._coded(left, right, about), self._coded(right, left, about)
        return f"({sides[0]} {OPERATORS.get(operator, operator)} {sides[1]})"

    def _coded(self, node: Node, other: Node, about: QuestionPlace | None) -> str:
        """Write one side of an operation: a code as LimeSurvey knows it."""
        if isinstance(node, Literal) and isinstance(node.value, str):
            place = self._place(other, about)
            listed = None if place is None else place.question.choices
            if listed is not None:
                code = self.names.codes[listed].get(node.value, node.value)
                return _quoted(code)
        return self._node(node, about)

    def _selected(self, answer: Node, code: Node, about: QuestionPlace | None) -> str:
        place = self._place(answer, about)
        is_many = place is not None and place.question.kind is QuestionKind.MULTIPLE
        if is_many and place is not None and isinstance(code, Literal):
            options = self.names.options[place.question.choices or ""]
            option = options.get(str(code.value))
            name = self.names.names[place.name]
            # A code that the question does not offer is never picked.
            return "(1 == 0)" if option is None else f'({name}_{option}.NAOK == "Y")'
        return f"({self._coded(answer, code, about)} == {self._coded(code, answer, about)})"

    def _count(self, answer: Node, about: QuestionPlace | None) -> str:
        place = self._place(answer, about)
        if place is not None and place.question.kind is QuestionKind.MULTIPLE:
            name = self.names.names[place.name]
            options = self.names.options[place.question.choices or ""].values()
            return f"count({', '.join(f'{name}_{option}.NAOK' for option in options)})"
        return f"if(is_empty({self._node(answer, about)}), 0, 1)"


CALLS: Mapping[str, Callable[..., str]] = {
    "not": lambda condition: f"!{condition}",
    "true": lambda: "(1 == 1)",
    "false": lambda: "(1 == 0)",
    "if": lambda condition, then, otherwise: f"if({condition}, {then}, {otherwise})",
    "coalesce": lambda first, second: f"if(is_empty({first}), {second}, {first})",
    "number": lambda value: value,
    "string": lambda value: f"join({value})",
    "int": lambda value: f"intval({value})",
    "string-length": lambda value: f"strlen({value})",
    "concat": lambda *parts: f"join({', '.join(parts)})",
    "contains": lambda value, part: f'(strstr({value}, {part}) != "")',
    "starts-with": lambda value, part: f"(substr({value}, 0, strlen({part})) == {part})",
    "regex": lambda value, pattern: f"regexMatch({_delimited(pattern)}, {value})",
    "today": lambda: 'date("Y-m-d")',
    "date": lambda day: day,
}


def _delimited(pattern: str) -> str:
    """Put a regular expression between the slashes that LimeSurvey asks for."""
    if not pattern.startswith('"'):
        return f'join("/", {pattern}, "/")'
    return _quoted("/" + json.loads(pattern).replace("/", "\\/") + "/")


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
