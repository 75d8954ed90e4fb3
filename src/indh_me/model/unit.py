"""What an indicator's figures are figures of."""

import re
from enum import Enum

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, ParseError, nearest, quoted

from . import _fields
from .notation import format_number, parse_number

__all__ = ["Unit", "UnitKind"]


class UnitKind(Enum):
    """The kinds of unit.

    Examples
    --------
    >>> UnitKind("percent") is UnitKind.PERCENT
    True
    """

    #: How many: persons, meetings, documents.
    COUNT = "count"
    #: A share of a hundred. A difference of two is in percentage points, not in percent.
    PERCENT = "percent"
    #: So many for each 1 000, 100 000, ...
    RATIO = "ratio"
    #: A grade on a scale with two ends.
    SCORE = "score"
    #: An amount of money.
    CURRENCY = "currency"
    #: Done (1) or not done (0).
    MILESTONE = "milestone"


CURRENCY = re.compile(r"[A-Z]{3}")
FORMS = ("count", "percent", "ratio per 1000", "score 1..5", "currency MAD", "milestone")
#: What a kind cannot do without.
NEEDED = {
    UnitKind.RATIO: ("per",),
    UnitKind.SCORE: ("low", "high"),
    UnitKind.CURRENCY: ("currency",),
}
DETAILS = ("per", "low", "high", "currency")


def _to_kind(kind: UnitKind | str) -> UnitKind:
    return _fields.word_of(UnitKind, kind, "kind")


@frozen
class Unit:
    """The unit of an indicator.

    Parameters
    ----------
    kind
        What kind of figure it is.
    per
        For a ratio, the number that it is counted against, such as 1000.
    low, high
        For a score, the two ends of its scale.
    currency
        For money, the ISO 4217 code.

    Raises
    ------
    InvalidInputError
        When a kind lacks what it needs, or has what it has no use for.

    Examples
    --------
    >>> Unit.parse("ratio per 1000").per
    1000.0
    >>> str(Unit.score(1, 5))
    'score 1..5'
    """

    kind: UnitKind = field(converter=_to_kind)
    per: float | None = field(default=None, converter=_fields.finite_or_none, kw_only=True)
    low: float | None = field(default=None, converter=_fields.finite_or_none, kw_only=True)
    high: float | None = field(default=None, converter=_fields.finite_or_none, kw_only=True)
    currency: str | None = field(default=None, kw_only=True, validator=_fields.optional(str))

    def __attrs_post_init__(self) -> None:
        """Refuse a unit that is half said."""
        given = tuple(name for name in DETAILS if getattr(self, name) is not None)
        needed = NEEDED.get(self.kind, ())
        if given != needed:
            wanted, got = (" and ".join(names) or "nothing more" for names in (needed, given))
            raise InvalidInputError(
                Fault(
                    f"unit '{self.kind.value}' needs {wanted}, not {got}",
                    mend=f"write one of {', '.join(FORMS)}",
                )
            )
        if self.per is not None and self.per <= 0:
            raise InvalidInputError(
                Fault(f"ratio per '{self.per}'", "per", "it is above zero, such as 1000")
            )
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise InvalidInputError(
                Fault(
                    f"scale from '{self.low}' to '{self.high}'",
                    mend="write its lower end first, such as 'score 1..5'",
                )
            )
        if self.currency is not None and CURRENCY.fullmatch(self.currency) is None:
            mend = "use its ISO 4217 code, such as 'MAD'"
            raise InvalidInputError(
                Fault(f"{quoted(self.currency)} is not a currency", "currency", mend)
            )

    @classmethod
    def count(cls) -> "Unit":
        """Make the unit of counts: persons, meetings, documents.

        Examples
        --------
        >>> str(Unit.count())
        'count'
        """
        return cls(UnitKind.COUNT)

    @classmethod
    def percent(cls) -> "Unit":
        """Make the unit of shares of a hundred.

        Examples
        --------
        >>> Unit.percent().factor
        100.0
        """
        return cls(UnitKind.PERCENT)

    @classmethod
    def milestone(cls) -> "Unit":
        """Make the unit of what is done or not done.

        Examples
        --------
        >>> Unit.milestone().is_milestone
        True
        """
        return cls(UnitKind.MILESTONE)

    @classmethod
    def ratio(cls, per: float) -> "Unit":
        """Make a rate per so many.

        Examples
        --------
        >>> str(Unit.ratio(1000))
        'ratio per 1000'
        """
        return cls(UnitKind.RATIO, per=per)

    @classmethod
    def score(cls, low: float, high: float) -> "Unit":
        """Make a scale from its low and high ends.

        Examples
        --------
        >>> Unit.score(1, 5).high
        5.0
        """
        return cls(UnitKind.SCORE, low=low, high=high)

    @classmethod
    def money(cls, currency: str) -> "Unit":
        """Make an amount in a currency, by its ISO 4217 code.

        Examples
        --------
        >>> str(Unit.money("MAD"))
        'currency MAD'
        """
        return cls(UnitKind.CURRENCY, currency=currency)

    @classmethod
    def parse(cls, text: str) -> "Unit":
        """Read a unit from its written form.

        Parameters
        ----------
        text
            ``count``, ``percent``, ``ratio per 1000``, ``score 1..5``, ``currency MAD`` or
            ``milestone``.

        Raises
        ------
        ParseError
            For any other text, with the nearest form.

        Examples
        --------
        >>> Unit.parse("currency MAD").currency
        'MAD'
        """
        if not _fields.is_text(text):
            raise ParseError(_no_unit(text))
        word, _, detail = text.strip().partition(" ")
        try:
            if detail == "":
                return cls(UnitKind(word))
            if word == "currency":
                return cls.money(detail)
            if word == "ratio" and detail.startswith("per "):
                return cls.ratio(_number(detail.removeprefix("per ")))
            if word == "score" and ".." in detail:
                low, high = detail.split("..", maxsplit=1)
                return cls.score(_number(low.strip()), _number(high.strip()))
        except InvalidInputError as error:
            raise _fields.unread(error, text, "unit") from None
        except ValueError:
            pass
        raise ParseError(_no_unit(text))

    @property
    def is_milestone(self) -> bool:
        """Whether its figures say done or not done.

        Examples
        --------
        >>> Unit.milestone().is_milestone, Unit.count().is_milestone
        (True, False)
        """
        return self.kind is UnitKind.MILESTONE

    @property
    def factor(self) -> float:
        """Number that numerator / denominator is multiplied by: 100 for percent, 1 for a count.

        Examples
        --------
        >>> Unit.percent().factor, Unit.ratio(1000).factor, Unit.count().factor
        (100.0, 1000.0, 1.0)
        """
        if self.kind is UnitKind.PERCENT:
            return 100.0
        return 1.0 if self.per is None else self.per

    def __str__(self) -> str:
        """Give the written form."""
        if self.per is not None:
            return f"ratio per {format_number(self.per)}"
        if self.low is not None and self.high is not None:
            return f"score {format_number(self.low)}..{format_number(self.high)}"
        if self.currency is not None:
            return f"currency {self.currency}"
        return self.kind.value


def _no_unit(text: object) -> Fault:
    return Fault(f"unknown unit {quoted(text)}", mend=nearest(str(text), FORMS))


def _number(text: str) -> float:
    number = parse_number(text)
    if number is None:
        raise InvalidInputError(Fault(f"{quoted(text)} is not a number", mend="write 1000, or 0.5"))
    return number
