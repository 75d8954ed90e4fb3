"""What an indicator's figures are figures of."""

import re
from enum import Enum

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, ParseError, nearest

from . import _fields
from .quantity import format_number

__all__ = ["Unit", "UnitKind"]


class UnitKind(Enum):
    """The kinds of unit."""

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


RATIO_FORM = re.compile(r"ratio per (\S+)")
SCORE_FORM = re.compile(r"score (\S+?)\.\.(\S+)")
CURRENCY_FORM = re.compile(r"currency ([A-Z]{3})")
FORMS = ("count", "percent", "ratio per 1000", "score 1..5", "currency MAD", "milestone")


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

    kind: UnitKind = field(converter=UnitKind)
    per: float | None = field(default=None, converter=_fields.finite_or_none, kw_only=True)
    low: float | None = field(default=None, converter=_fields.finite_or_none, kw_only=True)
    high: float | None = field(default=None, converter=_fields.finite_or_none, kw_only=True)
    currency: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse a unit that is half said."""
        given = {
            name
            for name in ("per", "low", "high", "currency")
            if getattr(self, name) is not None
        }
        needed = {
            UnitKind.RATIO: {"per"},
            UnitKind.SCORE: {"low", "high"},
            UnitKind.CURRENCY: {"currency"},
        }.get(self.kind, set())
        if given != needed:
            raise InvalidInputError(
                Fault(
                    f"unit {self.kind.value!r} needs {sorted(needed)}, not {sorted(given)}",
                    mend=f"write one of {', '.join(FORMS)}",
                )
            )
        if self.per is not None and self.per <= 0:
            raise InvalidInputError(Fault("ratio per zero or less", mend="such as 'ratio per 1000'"))
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise InvalidInputError(Fault("scale without length", mend="such as 'score 1..5'"))
        if self.currency is not None and CURRENCY_FORM.fullmatch(f"currency {self.currency}") is None:
            raise InvalidInputError(
                Fault(f"{self.currency!r} is not a currency", mend="use its ISO 4217 code: 'MAD'")
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
        """Make a rate for each so many.

        Examples
        --------
        >>> str(Unit.ratio(1000))
        'ratio per 1000'
        """
        return cls(UnitKind.RATIO, per=per)

    @classmethod
    def score(cls, low: float, high: float) -> "Unit":
        """Make a scale from its two ends.

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
        if text in {"count", "percent", "milestone"}:
            return cls(UnitKind(text))
        if isinstance(text, str):
            if (match := CURRENCY_FORM.fullmatch(text)) is not None:
                return cls.money(match[1])
            try:
                if (match := RATIO_FORM.fullmatch(text)) is not None:
                    return cls.ratio(float(match[1]))
                if (match := SCORE_FORM.fullmatch(text)) is not None:
                    return cls.score(float(match[1]), float(match[2]))
            except ValueError as error:
                # An InvalidInputError is a ValueError too: its own words say more than ours.
                if isinstance(error, InvalidInputError):
                    raise
        raise ParseError(Fault(f"unknown unit {text!r}", mend=nearest(str(text), FORMS)))

    @property
    def is_milestone(self) -> bool:
        """Whether its figures say done or not done."""
        return self.kind is UnitKind.MILESTONE

    @property
    def factor(self) -> float:
        """Number that numerator / denominator is multiplied by: 100 for percent, 1 for a count."""
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
