"""What the script of a page is told of the questions, and the rules that it works out."""

from collections.abc import Mapping

from indh_me.errors import Fault, InvalidInputError
from indh_me.model import Text
from indh_me.survey import Expression, Instrument

from .script import javascript
from .vocabulary import Vocabulary

__all__ = ["questions_and_rules"]


def questions_and_rules(
    form: Instrument, vocabulary: Vocabulary
) -> tuple[list[Mapping[str, object]], tuple[str, ...]]:
    """Tell a page of the questions of a form.

    Parameters
    ----------
    form
        The form.
    vocabulary
        Gathers the words of messages.

    Returns
    -------
    tuple[list[Mapping[str, object]], tuple[str, ...]]
        Plain data of each question, and expressions in JavaScript that it names by their number.

    Raises
    ------
    InvalidInputError
        With every expression that a browser would read differently.
    """
    rules = _Rules()

    def message(text: Text | None) -> str | None:
        return None if text is None else vocabulary.key(text)

    questions: list[Mapping[str, object]] = []
    for place in form.questions:
        question = place.question
        at = f"sections.{place.section.name}.{question.name}"
        questions.append(
            {
                "name": question.name,
                "kind": question.kind.value,
                "required": question.required,
                "within": question.within,
                "conditions": [rules.number(each, f"{at}.relevant") for each in place.conditions],
                "constraint": rules.number(question.constraint, f"{at}.constraint"),
                "calculation": rules.number(question.calculation, f"{at}.calculation"),
                "requiredMessage": message(question.required_message),
                "constraintMessage": message(question.constraint_message),
            }
        )
    if rules.faults:
        raise InvalidInputError(*rules.faults)
    return questions, tuple(rules.numbers)


class _Rules:
    """Expressions of a form, each written once."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.faults: list[Fault] = []

    def number(self, expression: Expression | None, at: str) -> int | None:
        """Give the number of an expression; `None` for none."""
        if expression is None:
            return None
        try:
            written = javascript(expression.tree)
        except InvalidInputError as error:
            self.faults += [Fault(each.what, at, each.mend) for each in error.faults]
            return None
        return self.numbers.setdefault(written, len(self.numbers))
