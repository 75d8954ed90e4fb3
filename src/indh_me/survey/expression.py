"""Skip logic and calculations: small expressions over the answers of a form."""

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, ParseError, quoted

from .evaluation import AnswerValue, evaluate
from .functions import ExpressionKind
from .grammar import parse
from .tree import Answer, Call, Literal, Node, Operation, This, kind_faults, nodes

__all__ = ["Expression", "to_expression"]


@frozen
class Expression:
    """Skip logic, a constraint or a calculation.

    Written as in an XLSForm: ``${age} >= 18 and selected(${channels}, 'radio')``. Its meaning is
    that of XPath 1.0 with the functions of ODK, as far as all clients agree: what they read
    differently, such as a bare ``${age}`` as a condition, is refused.

    Parameters
    ----------
    tree
        What it is made of.

    Raises
    ------
    InvalidInputError
        When a part is given what it cannot use, such as a number where a condition is asked for.

    Examples
    --------
    >>> logic = Expression.parse("${age}>=18 and selected(${channels}, 'radio')")
    >>> str(logic)
    "${age} >= 18 and selected(${channels}, 'radio')"
    >>> logic.references
    ('age', 'channels')
    >>> logic.evaluate({"age": 20, "channels": ("radio", "poster")})
    True
    >>> logic.evaluate({"channels": ("radio",)})
    False
    """

    tree: Node = field()

    def __attrs_post_init__(self) -> None:
        """Refuse what clients would read differently."""
        faults = tuple(kind_faults(self.tree))
        if faults:
            raise InvalidInputError(*faults)

    @classmethod
    def parse(cls, text: str) -> "Expression":
        """Read an expression from a text, its written form.

        Raises
        ------
        ParseError
            When it cannot be read: what was expected and where, unknown functions, kinds that do
            not fit.

        Examples
        --------
        >>> Expression.parse(". > 0 and . <= 31").kind.value
        'condition'
        """
        tree = parse(text)
        try:
            return cls(tree)
        except InvalidInputError as error:
            raise ParseError(
                *(Fault(f"in {quoted(text)}: {each.what}", mend=each.mend) for each in error.faults)
            ) from None

    @property
    def kind(self) -> ExpressionKind:
        """What it gives: a condition, a number, a text, or an answer as it is."""
        return self.tree.kind

    @property
    def references(self) -> tuple[str, ...]:
        """Names of the questions whose answers it uses, in the order of their first use.

        Examples
        --------
        >>> Expression.parse("${b} = ${a} + ${b}").references
        ('b', 'a')
        """
        named = (node.name for node in nodes(self.tree) if isinstance(node, Answer))
        return tuple(dict.fromkeys(named))

    @property
    def uses_itself(self) -> bool:
        """Whether it looks at the answer that it is about.

        Examples
        --------
        >>> Expression.parse(". > 0").uses_itself
        True
        """
        return any(isinstance(node, This) for node in nodes(self.tree))

    @property
    def compared_codes(self) -> tuple[tuple[str, str], ...]:
        """Names of questions, each with a text that its answer is held against.

        Examples
        --------
        >>> Expression.parse("${sex} = 'f' or selected(${channels}, 'radio')").compared_codes
        (('sex', 'f'), ('channels', 'radio'))
        """
        found = []
        for node in nodes(self.tree):
            match node:
                case (
                    Operation("=" | "!=", Answer(name), Literal(str(code)))
                    | Operation("=" | "!=", Literal(str(code)), Answer(name))
                    | Call("selected", (Answer(name), Literal(str(code))))
                ):
                    found.append((name, code))
        return tuple(found)

    @property
    def selections(self) -> tuple[str, ...]:
        """Names of the questions whose picked choices it looks through.

        Examples
        --------
        >>> Expression.parse("count-selected(${channels}) > 1 and ${age} > 9").selections
        ('channels',)
        """
        found = []
        for node in nodes(self.tree):
            match node:
                case Call("selected" | "count-selected", (Answer(name), *_)):
                    found.append(name)
        return tuple(dict.fromkeys(found))

    def evaluate(
        self,
        answers: Mapping[str, AnswerValue],
        this: AnswerValue = None,
        *,
        today: date | None = None,
    ) -> bool | float | str:
        """Work it out.

        Parameters
        ----------
        answers
            Answers by name of question: a text or the code of a choice, a number, a day, several
            codes, or `None`. What is left out has no answer.
        this
            The answer that a constraint is about.
        today
            The day that ``today()`` gives, for nothing here reads the clock.

        Returns
        -------
        bool | float | str
            By `kind`; a number has no unit but that of its answers, and may be NaN when it was
            made from no answer.

        Raises
        ------
        InvalidInputError
            When it asks for today, and the day was not given.

        Examples
        --------
        >>> Expression.parse("${reached} div ${invited} * 100").evaluate(
        ...     {"reached": 45, "invited": 60}
        ... )
        75.0
        """
        return evaluate(self.tree, answers, this, today=today)

    def __str__(self) -> str:
        return str(self.tree)


def to_expression(value: "Expression | str | None") -> Expression | None:
    """Take an expression, or read its written form.

    Parameters
    ----------
    value
        Either of them, or `None`.

    Raises
    ------
    ParseError
        When it cannot be read.
    """
    return Expression.parse(value) if isinstance(value, str) else value
