"""Parts of a form, and where each question stands in it."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from indh_me.model import Text, _fields

from .expression import Expression, to_expression
from .names import question_name
from .question import Grid, Question

__all__ = ["QuestionPlace", "Section", "places_of"]


def _items(items: Iterable[Question | Grid]) -> tuple[Question | Grid, ...]:
    return _fields.tuple_of(items, Question | Grid, "items")  # type: ignore[arg-type]  # a union is checked like a class


@frozen(kw_only=True)
class Section:
    """Questions that stand together, under a heading.

    Parameters
    ----------
    name
        Short name, unique in the whole form.
    label
        The heading; `None` for none.
    items
        Questions and grids, in order.
    relevant
        The condition under which the section is asked; without one it always is.

    Examples
    --------
    >>> Section(name="welcome", items=[Question(name="hello", kind="note", label=Text.of(en="Hi"))])
    ... # doctest: +ELLIPSIS
    Section(name='welcome', label=None, items=(Question(name='hello', ...
    """

    name: str = field(validator=question_name)
    label: Text | None = field(default=None, validator=_fields.optional(Text))
    items: tuple[Question | Grid, ...] = field(converter=_items)
    relevant: Expression | None = field(default=None, converter=to_expression)


@frozen
class QuestionPlace:
    """A question, and where it stands.

    Parameters
    ----------
    question
        The question.
    section
        Its section.
    grid
        Its grid, if it is a row of one.

    Examples
    --------
    >>> job = Question(name="job", kind="text", label=Text.of(en="Job?"), relevant="${age} > 15")
    >>> place = QuestionPlace(job, Section(name="about", items=[job], relevant="${came} = 'yes'"))
    >>> place.name, place.grid
    ('job', None)
    >>> [str(each) for each in place.conditions]
    ["${came} = 'yes'", '${age} > 15']
    """

    question: Question
    section: Section
    grid: Grid | None = None

    @property
    def name(self) -> str:
        """Name of the question."""
        return self.question.name

    @property
    def conditions(self) -> tuple[Expression, ...]:
        """All conditions under which it is asked: of its section, its grid, its own."""
        holders = (self.section, self.grid, self.question)
        stated = (None if each is None else each.relevant for each in holders)
        return tuple(each for each in stated if each is not None)


def places_of(sections: Iterable[Section]) -> Iterator[QuestionPlace]:
    """Go through every question, rows of grids among them, in order.

    Parameters
    ----------
    sections
        Sections of a form.
    """
    for section in sections:
        for item in section.items:
            if isinstance(item, Grid):
                yield from (QuestionPlace(row, section, item) for row in item.rows)
            else:
                yield QuestionPlace(item, section)
