"""Which questions are asked, given the answers so far."""

import math
from collections.abc import Mapping
from datetime import date

from attrs import frozen

from .evaluation import AnswerValue
from .instrument import Instrument
from .question import QuestionKind

__all__ = ["Routing", "route"]


@frozen
class Routing:
    """The way through a form that some answers take.

    Parameters
    ----------
    asked
        Names of the questions that are shown or worked out, in order.
    answers
        What each of them came to, by name: calculated ones worked out, and no answer to what was
        not asked.
    broken
        Names of the questions whose answer breaks their constraint.
    unanswered
        Names of the required questions that were asked and not answered.

    Examples
    --------
    >>> from indh_me.model import Text
    >>> from indh_me.survey import Question, Section
    >>> age = Question(name="age", kind="integer", label=Text.of(en="Age?"), required=True)
    >>> form = Instrument(
    ...     code="demo",
    ...     title=Text.of(en="Demo"),
    ...     version="2026112301",
    ...     languages=["en"],
    ...     sections=[Section(name="main", items=[age])],
    ... )
    >>> route(form, {}).unanswered, route(form, {"age": 12}).answers
    (('age',), {'age': 12})
    """

    asked: tuple[str, ...]
    answers: Mapping[str, AnswerValue]
    broken: tuple[str, ...]
    unanswered: tuple[str, ...]


def route(
    form: Instrument, answers: Mapping[str, AnswerValue], *, today: date | None = None
) -> Routing:
    """Go through a form with some answers.

    An answer to a question that is not asked counts for nothing, as in every client: conditions
    that look at it find no answer.

    Parameters
    ----------
    form
        The form.
    answers
        Answers by name of question; what is left out has no answer.
    today
        The day for expressions that ask for it.

    Returns
    -------
    Routing
        What is asked, what is answered by then, and what is wrong with the answers.

    Raises
    ------
    InvalidInputError
        When an expression asks for today, and the day was not given.

    Examples
    --------
    >>> from indh_me.model import Text
    >>> from indh_me.survey import Question, Section
    >>> words = Text.of(en="?")
    >>> form = Instrument(
    ...     code="demo",
    ...     title=words,
    ...     version="2026112301",
    ...     languages=["en"],
    ...     sections=[
    ...         Section(
    ...             name="main",
    ...             items=[
    ...                 Question(name="age", kind="integer", label=words),
    ...                 Question(name="job", kind="text", label=words, relevant="${age} >= 15"),
    ...             ],
    ...         )
    ...     ],
    ... )
    >>> route(form, {"age": 12, "job": "smith"}).asked
    ('age',)
    """
    seen: dict[str, AnswerValue] = {}
    asked, broken, unanswered = [], [], []
    for place in form.questions:
        question = place.question
        if not all(each.evaluate(seen, today=today) is True for each in place.conditions):
            continue
        asked.append(question.name)
        if question.kind is QuestionKind.NOTE:
            continue
        if question.calculation is not None:
            value = question.calculation.evaluate(seen, today=today)
            # What comes to no number is stored as no answer.
            if value != "" and not (isinstance(value, float) and math.isnan(value)):
                seen[question.name] = value
            continue
        answer = answers.get(question.name)
        if answer is None or answer in {"", ()}:
            if question.required:
                unanswered.append(question.name)
            continue
        seen[question.name] = answer
        rule = question.constraint
        if rule is not None and rule.evaluate(seen, answer, today=today) is not True:
            broken.append(question.name)
    return Routing(tuple(asked), seen, tuple(broken), tuple(unanswered))
