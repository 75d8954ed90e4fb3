"""Statements of the results chain."""

from enum import Enum

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError

from . import _fields
from .period import Period
from .source import Citation
from .text import Text

__all__ = ["Level", "Result"]

FULL_WEIGHT = 100


class Level(Enum):
    """Levels of the results chain, from the far end back to the work itself.

    Examples
    --------
    >>> [level.value for level in Level]
    ['impact', 'outcome', 'output', 'activity']
    """

    IMPACT = "impact"
    OUTCOME = "outcome"
    OUTPUT = "output"
    ACTIVITY = "activity"


def _to_level(word: Level | str) -> Level:
    return _fields.word_of(Level, word, "level")


@frozen(kw_only=True)
class Result:
    """One statement of the results chain.

    Parameters
    ----------
    code
        Short name, unique among the results.
    level
        Its step of the chain.
    statement
        What is to be, or what is done, in a sentence.
    parent
        Code of the result that this one contributes to.
    audiences
        Whom it is for.
    period
        When it is done or to be reached.
    assumptions
        What must hold for it to lead to its parent.
    risks
        What may prevent that it leads to its parent.
    weight
        Its share of the parent, in percent (0 to 100); those below one parent total 100.
    source
        Who says so.

    Raises
    ------
    InvalidInputError
        For an unknown level, a weight that is not 0 to 100, an impossible code, and values of
        the wrong type.

    Examples
    --------
    >>> training = Result(code="training", level="outcome", statement=Text.of(en="Skills"))
    >>> training.level
    <Level.OUTCOME: 'outcome'>
    """

    code: str = field(validator=_fields.code)
    level: Level = field(converter=_to_level)
    statement: Text | None = field(default=None, validator=_fields.optional(Text))
    parent: str | None = field(default=None, validator=_fields.optional_code)
    audiences: Text | None = field(default=None, validator=_fields.optional(Text))
    period: Period | None = field(default=None, validator=_fields.optional(Period))
    assumptions: Text | None = field(default=None, validator=_fields.optional(Text))
    risks: Text | None = field(default=None, validator=_fields.optional(Text))
    weight: float | None = field(default=None, converter=_fields.finite_or_none)
    source: Citation | None = field(default=None, validator=_fields.optional(Citation))

    def __attrs_post_init__(self) -> None:
        """Refuse a weight that is no share."""
        if self.weight is not None and not 0 <= self.weight <= FULL_WEIGHT:
            raise InvalidInputError(
                Fault(
                    f"weight '{self.weight}' is no share", "weight", "weights are 0 to 100 percent"
                )
            )
