"""Findings of the linter that may stay, each with the reason why."""

import re

from attrs import Attribute, field, frozen

from indh_me.errors import Fault, ParseError, quoted

from . import _fields
from .text import Text

__all__ = ["PLACE", "RULE", "Suppression"]

#: Id of a rule of the linter.
RULE = re.compile(r"ME[0-9]{3}")
KEY = r'(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*")'
#: A path of keys, as findings tell their place.
PLACE = re.compile(rf"{KEY}(?:\.{KEY}|\[[0-9]+\])*")


def _rule(_suppression: object, attribute: "Attribute[str]", rule: object) -> None:
    if not isinstance(rule, str) or RULE.fullmatch(rule) is None:
        mend = "write ME and three digits, as findings begin: ME003"
        raise ParseError(Fault(f"{quoted(rule)} is no id of a rule", attribute.name, mend))


def _place(_suppression: object, attribute: "Attribute[str | None]", place: object) -> None:
    if place is not None and (not isinstance(place, str) or PLACE.fullmatch(place) is None):
        mend = "copy the path of keys that the finding tells: indicators.T-R1.targets"
        raise ParseError(Fault(f"{quoted(place)} is no place", attribute.name, mend))


@frozen(kw_only=True)
class Suppression:
    """A finding of the linter that may stay, and why.

    Parameters
    ----------
    rule
        Id of the rule, such as ``ME003``.
    place
        Where its findings may stay: the path of keys that a finding tells, or the beginning of one
        by whole keys. When left out, everywhere.
    reason
        Why they may stay; it need not be in all languages of the framework.

    Raises
    ------
    InvalidInputError
        For what is no id of a rule, a place that is no path of keys, and a reason that is no text.

    Examples
    --------
    >>> said = Text.of(en="The source gives no date")
    >>> str(Suppression(rule="ME003", place="indicators.C-P3", reason=said))
    'ME003 at indicators.C-P3'
    """

    rule: str = field(validator=_rule)
    place: str | None = field(default=None, validator=_place)
    reason: Text = field(validator=_fields.is_a(Text))

    def __str__(self) -> str:
        """Name what it suppresses."""
        return self.rule if self.place is None else f"{self.rule} at {self.place}"
