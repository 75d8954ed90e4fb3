"""What is asked: questions, and grids of questions that share their answers."""

from collections.abc import Iterable, Iterator
from enum import Enum

from attrs import evolve, field, frozen

from indh_me.errors import Fault, InvalidInputError
from indh_me.model import Text, _fields

from .expression import Expression, to_expression
from .measure import Measurement
from .names import question_name

__all__ = ["Grid", "Question", "QuestionKind"]


class QuestionKind(Enum):
    """How a question is answered.

    Examples
    --------
    >>> QuestionKind("single") is QuestionKind.SINGLE
    True
    """

    #: One of several choices.
    SINGLE = "single"
    #: Any number of several choices.
    MULTIPLE = "multiple"
    #: One point of a scale.
    SCALE = "scale"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    TEXT = "text"
    #: Nobody is asked: worked out from other answers.
    CALCULATED = "calculated"
    #: Nothing is asked: words to read.
    NOTE = "note"
    #: Whether the person agrees to be asked at all.
    CONSENT = "consent"

    @property
    def has_choices(self) -> bool:
        """Whether it offers a list of choices.

        Examples
        --------
        >>> QuestionKind.SCALE.has_choices, QuestionKind.TEXT.has_choices
        (True, False)
        """
        return self in {
            QuestionKind.SINGLE,
            QuestionKind.MULTIPLE,
            QuestionKind.SCALE,
            QuestionKind.CONSENT,
        }

    @property
    def is_asked(self) -> bool:
        """Whether a person answers it.

        Examples
        --------
        >>> QuestionKind.CALCULATED.is_asked
        False
        """
        return self not in {QuestionKind.CALCULATED, QuestionKind.NOTE}


def _to_kind(word: QuestionKind | str) -> QuestionKind:
    return _fields.word_of(QuestionKind, word, "kind")


@frozen(kw_only=True)
class Question:
    """A question of a form.

    Parameters
    ----------
    name
        Short name, unique in the whole form: the column of its answers.
    kind
        How it is answered.
    label
        The question; a calculated one may have none.
    hint
        A word on how to answer.
    choices
        Name of the list of choices, for those kinds that have one.
    within
        Name of an earlier question: of the choices, only those are offered whose parent was
        picked there, such as the communes of a province.
    required
        Whether it must be answered.
    required_message
        What is said when it was not.
    relevant
        The condition under which it is asked; without one it always is.
    constraint
        The condition that an answer must meet, a dot standing for the answer.
    constraint_message
        What is said when it does not.
    calculation
        What a calculated question comes to.
    default
        The answer that stands there before anybody answers: a number, a day or a code as it is
        stored.
    measures
        What its answers tell of.

    Raises
    ------
    InvalidInputError
        With every part that does not fit the kind of question.

    Examples
    --------
    >>> Question(
    ...     name="present_women",
    ...     kind="integer",
    ...     label=Text.of(en="Women present", fr="Femmes présentes"),
    ...     constraint=". >= 0",
    ...     constraint_message=Text.of(en="Not below 0", fr="Pas moins de 0"),
    ... ).kind.value
    'integer'
    """

    name: str = field(validator=question_name)
    kind: QuestionKind = field(converter=_to_kind)
    label: Text | None = field(default=None, validator=_fields.optional(Text))
    hint: Text | None = field(default=None, validator=_fields.optional(Text))
    choices: str | None = None
    within: str | None = None
    required: bool = field(default=False, validator=_fields.is_a(bool))
    required_message: Text | None = field(default=None, validator=_fields.optional(Text))
    relevant: Expression | None = field(default=None, converter=to_expression)
    constraint: Expression | None = field(default=None, converter=to_expression)
    constraint_message: Text | None = field(default=None, validator=_fields.optional(Text))
    calculation: Expression | None = field(default=None, converter=to_expression)
    default: str | None = field(default=None, validator=_fields.words)
    measures: Measurement | None = field(default=None, validator=_fields.optional(Measurement))

    def __attrs_post_init__(self) -> None:
        """Refuse parts that do not fit together."""
        faults = tuple(self._faults())
        if faults:
            raise InvalidInputError(*faults)

    def _faults(self) -> Iterator[Fault]:
        kind = self.kind.value
        if self.kind.has_choices and self.choices is None:
            yield Fault(f"a {kind} question without choices", "choices", "name a list of choices")
        if self.label is None and self.kind is not QuestionKind.CALCULATED:
            yield Fault("a question without words", "label", "write what is asked")
        for part in self._misplaced():
            if getattr(self, part) not in {None, False}:
                yield Fault(f"a {kind} question has no {part}", part, "leave it out")
        if self.kind is QuestionKind.CALCULATED and self.calculation is None:
            yield Fault("nothing is calculated", "calculation", "write it, such as ${a} + ${b}")
        for part in ("constraint", "required"):
            message = f"{part}_message"
            if getattr(self, message) is not None and getattr(self, part) in {None, False}:
                yield Fault(f"a message, but no {part}", message, f"write the {part}")

    def _misplaced(self) -> Iterator[str]:
        """Name the parts that this kind of question has no use for."""
        if not self.kind.has_choices:
            yield from ("choices", "within")
        if self.kind is not QuestionKind.CALCULATED:
            yield "calculation"
        if not self.kind.is_asked:
            yield from ("constraint", "required", "default")

    def with_parts(self, **parts: object) -> "Question":
        """Make the same question with some parts replaced.

        Examples
        --------
        >>> Question(name="a", kind="text", label=Text.of(en="A")).with_parts(
        ...     required=True
        ... ).required
        True
        """
        return evolve(self, **parts)  # type: ignore[arg-type]  # attrs checks them itself


def _rows(rows: Iterable[Question]) -> tuple[Question, ...]:
    return _fields.tuple_of(rows, Question, "rows")


@frozen(kw_only=True)
class Grid:
    """Questions one below the other that share one heading of answers.

    Parameters
    ----------
    name
        Short name, unique in the whole form.
    label
        What is asked of every row.
    rows
        Single or scale questions with the same choices, at least one; seven are easily read.
    relevant
        The condition under which the grid is asked.

    Raises
    ------
    InvalidInputError
        When rows differ in kind or choices, or have conditions of their own.

    Examples
    --------
    >>> def row(name, words):
    ...     return Question(name=name, kind="scale", choices="agree5", label=Text.of(en=words))
    >>> grid = Grid(
    ...     name="session",
    ...     label=Text.of(en="The session"),
    ...     rows=[row("pace", "The pace suited me."), row("useful", "It is useful for my work.")],
    ... )
    >>> grid.choices
    'agree5'
    """

    name: str = field(validator=question_name)
    label: Text = field(validator=_fields.is_a(Text))
    rows: tuple[Question, ...] = field(converter=_rows)
    relevant: Expression | None = field(default=None, converter=to_expression)

    def __attrs_post_init__(self) -> None:
        """Refuse rows that could not stand below one heading."""
        faults = tuple(self._faults())
        if faults:
            raise InvalidInputError(*faults)

    def _faults(self) -> Iterator[Fault]:
        if len(self.rows) == 0:
            yield Fault("a grid without rows", "rows", "give it at least one")
            return
        first = self.rows[0]
        for row in self.rows:
            if row.kind not in {QuestionKind.SINGLE, QuestionKind.SCALE}:
                mend = "make it single or scale, or ask it outside the grid"
                yield Fault(f"a {row.kind.value} question in a grid", row.name, mend)
            elif (row.kind, row.choices) != (first.kind, first.choices):
                mend = f"give all rows the kind and choices of {first.name!r}"
                yield Fault("a row with other answers than the first", row.name, mend)
            for part in ("relevant", "within", "constraint"):
                if getattr(row, part) is not None:
                    mend = "put it on the grid, or ask the question outside"
                    yield Fault(f"a row of a grid has no {part} of its own", row.name, mend)

    @property
    def choices(self) -> str:
        """Name of the list of choices that all rows share."""
        return self.rows[0].choices or ""
