"""The answers that a question offers."""

from collections.abc import Iterable

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, key_path, quoted
from indh_me.model import Text, _fields

from .names import choice_code, question_name

__all__ = ["DONT_KNOW", "OTHER", "REFUSED", "Choice", "ChoiceList", "to_choices"]

#: Codes of answers that are no answer on the scale; never numbers such as 98 or 99, which some
#: day are averaged with the others.
DONT_KNOW = "dk"
REFUSED = "ref"
#: Code of the choice behind which a text question asks for more.
OTHER = "other"


@frozen
class Choice:
    """One answer that can be picked.

    Parameters
    ----------
    code
        What is stored: letters, digits and ``_``; the same in all languages and channels.
    label
        What is read.
    parent
        Code in the list one level up that it belongs to: the province of a commune.

    Raises
    ------
    InvalidInputError
        When the code or the parent could not stand in a form.

    Examples
    --------
    >>> Choice("dk", Text.of(en="I don't know")).is_substantive
    False
    """

    code: str = field(validator=choice_code)
    label: Text | None = field(default=None, validator=_fields.optional(Text))
    parent: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse a parent that could be no code."""
        if self.parent is not None:
            choice_code(self, None, self.parent)

    @property
    def is_substantive(self) -> bool:
        """Whether it says something of the matter, unlike *don't know* and *refused*.

        Examples
        --------
        >>> Choice("5").is_substantive, Choice("ref").is_substantive
        (True, False)
        """
        return self.code not in {DONT_KNOW, REFUSED}


def to_choices(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Freeze choices; what is none is refused."""
    return _fields.tuple_of(choices, Choice, "choices")


@frozen
class ChoiceList:
    """Answers that one or several questions offer, in their order.

    Parameters
    ----------
    name
        Short name, unique in the form.
    choices
        At least one. A scale goes from low to high.
    is_scale
        Whether they are a scale: their order means more or less of something.

    Raises
    ------
    InvalidInputError
        When there are no choices, a code is there twice, or only some have a parent.

    Examples
    --------
    >>> yes_no = ChoiceList("yn", [Choice("yes"), Choice("no")])
    >>> yes_no.codes, yes_no.is_nested
    (('yes', 'no'), False)
    """

    name: str = field(validator=question_name)
    choices: tuple[Choice, ...] = field(converter=to_choices)
    is_scale: bool = field(default=False, kw_only=True, validator=_fields.is_a(bool))

    def __attrs_post_init__(self) -> None:
        """Refuse a list that no question could offer."""
        faults = []
        if len(self.choices) == 0:
            faults.append(Fault("a list without choices", self.name, "give it at least one"))
        faults += [
            Fault(f"choice {quoted(code)} is given twice", key_path(self.name, code), "keep one")
            for code in _fields.repeated(self.codes)
        ]
        orphans = [choice.code for choice in self.choices if choice.parent is None]
        if 0 < len(orphans) < len(self.choices):
            mend = "give every choice of the list a parent, or none"
            faults += [
                Fault(f"choice {quoted(code)} has no parent", key_path(self.name, code), mend)
                for code in orphans
            ]
        if faults:
            raise InvalidInputError(*faults)

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the choices, in order."""
        return tuple(choice.code for choice in self.choices)

    @property
    def is_nested(self) -> bool:
        """Whether its choices belong to choices of another list."""
        return self.choices[0].parent is not None

    def choice(self, code: str) -> Choice | None:
        """Find a choice by its code, or give `None`.

        Examples
        --------
        >>> ChoiceList("yn", [Choice("yes"), Choice("no")]).choice("maybe") is None
        True
        """
        for choice in self.choices:
            if choice.code == code:
                return choice
        return None
