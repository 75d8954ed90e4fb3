"""Figures, and how well they are known."""

import math
from enum import Enum
from functools import lru_cache

from attrs import evolve, field, frozen

from indh_me.errors import Fault, InvalidInputError, ParseError, quoted

from . import _fields
from .interval import Interval, added, divided, multiplied, negated
from .notation import FORMS, format_number, parse_figures, write_figures

__all__ = [
    "Absence",
    "Quantity",
    "Value",
    "format_number",
    "parse_value",
    "to_quantity",
    "to_value",
]


class Absence(Enum):
    """Why there is no figure. Zero is a figure, not an absence.

    Examples
    --------
    >>> Absence("not_reported") is Absence.NOT_REPORTED
    True
    """

    #: The period is over and nobody has said how much.
    NOT_REPORTED = "not_reported"
    #: The question does not arise for this indicator, period or category.
    NOT_APPLICABLE = "not_applicable"
    #: The period is not over on the as-of date.
    NOT_DUE = "not_due"


@frozen
class Quantity:
    """A number, and how well it is known.

    Parameters
    ----------
    best
        Best estimate, in the indicator's unit; `None` when only bounds are known.
    low
        Value that it is not below; `None` when there is none.
    high
        Value that it is not above; `None` when there is none.
    numerator, denominator
        What a percentage or ratio was made from, as counts; the denominator is above zero.
    n
        Number of observations or respondents behind it, zero or more.

    Raises
    ------
    InvalidInputError
        For NaN and infinities, when low <= best <= high does not hold, and for a numerator
        without a denominator, a denominator of zero or less, or a negative n: all together.

    Notes
    -----
    ``+ - * /`` are interval arithmetic: for any values x of a and y of b, x + y lies within
    a + b, and so on for the others. The best estimate of the result is that of the best
    estimates, if both are known. Numerator, denominator and n do not survive arithmetic: they
    belong to one measurement. A division by an interval that holds zero gives no bounds, and a
    bound that is too large for a number is no bound.

    Examples
    --------
    >>> trained = Quantity.at_least(18_000)
    >>> str(trained + 75_000)
    '>=93000'
    >>> str(Quantity.exactly(20_000) / (trained / 3))
    '0..3.3333333333333335'
    """

    best: float | None = field(default=None, converter=_fields.finite_or_none)
    low: float | None = field(default=None, converter=_fields.finite_or_none)
    high: float | None = field(default=None, converter=_fields.finite_or_none)
    numerator: float | None = field(default=None, converter=_fields.finite_or_none, kw_only=True)
    denominator: float | None = field(default=None, converter=_fields.finite_or_none, kw_only=True)
    n: float | None = field(default=None, converter=_fields.finite_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse bounds in the wrong order, and counts that count nothing."""
        faults = []
        if not self.is_exact and not self._is_ordered():
            figures = f"low '{self.low}', best '{self.best}', high '{self.high}'"
            mend = "low <= best <= high must hold"
            faults.append(Fault(f"bounds out of order: {figures}", mend=mend))
        if (self.numerator is None) != (self.denominator is None):
            mend = "give numerator and denominator, or neither"
            faults.append(Fault("half a fraction", mend=mend))
        if self.denominator is not None and self.denominator <= 0:
            what = f"share of a denominator of '{self.denominator}'"
            faults.append(Fault(what, mend="report a share of nothing as not_applicable"))
        if self.n is not None and self.n < 0:
            what = f"a sample of '{self.n}'"
            faults.append(Fault(what, mend="n is how many were asked or observed"))
        if faults:
            raise InvalidInputError(*faults)

    def _is_ordered(self) -> bool:
        known = [value for value in (self.low, self.best, self.high) if value is not None]
        return known == sorted(known)

    @classmethod
    def exactly(cls, number: float) -> "Quantity":
        """Make a figure that is known to be exactly this number.

        Examples
        --------
        >>> Quantity.exactly(9).low
        9.0
        """
        number = _fields.finite(number)
        return cls(number, number, number)

    @classmethod
    def at_least(cls, number: float) -> "Quantity":
        """Make a figure of which only a lower bound is known, this number.

        Examples
        --------
        >>> str(Quantity.at_least(18_000))
        '>=18000'
        """
        return cls(None, _fields.finite(number), None)

    @classmethod
    def at_most(cls, number: float) -> "Quantity":
        """Make a figure of which only an upper bound is known, this number.

        Examples
        --------
        >>> str(Quantity.at_most(5))
        '<=5'
        """
        return cls(None, None, _fields.finite(number))

    @classmethod
    def between(cls, low: float, high: float, best: float | None = None) -> "Quantity":
        """Make a figure known to lie between low and high, with or without a best estimate.

        Examples
        --------
        >>> str(Quantity.between(0.58, 0.70, best=0.64))
        '0.64 (0.58..0.7)'
        """
        return cls(best, _fields.finite(low), _fields.finite(high))

    @classmethod
    def fraction(cls, numerator: float, denominator: float, per: float = 1) -> "Quantity":
        """Make an exact share from its two counts.

        Parameters
        ----------
        numerator, denominator
            Counts; the denominator is not zero.
        per
            100 for a percentage, 1 000 for a rate per thousand.

        Raises
        ------
        InvalidInputError
            When the denominator is zero or less: there is no share of nothing.

        Examples
        --------
        >>> str(Quantity.fraction(16, 25, per=100))
        '64 [16/25]'
        """
        numerator, denominator = _fields.finite(numerator), _fields.finite(denominator)
        share = None if denominator == 0 else per * numerator / denominator
        return cls(share, share, share, numerator=numerator, denominator=denominator)

    @classmethod
    def parse(cls, text: str) -> "Quantity":
        """Read a quantity from its written form.

        Parameters
        ----------
        text
            ``9``, ``>=18000``, ``<=5``, ``69..73``, ``0.64 (0.58..0.70)``, ``0.64 (..)`` (bounds
            unknown), followed if wanted by ``[16/25; n=25]``: numerator, denominator, sample.

        Raises
        ------
        ParseError
            For any other text. Thousands separators, percent signs and decimal commas are not
            guessed at.

        Examples
        --------
        >>> Quantity.parse("69..73").high
        73.0
        >>> Quantity.parse("64 [16/25; n=25]").denominator
        25.0
        """
        if not _fields.is_text(text):
            raise ParseError(Fault(f"{quoted(text)} is not a quantity", mend=FORMS))
        return _parse(text)

    @property
    def is_exact(self) -> bool:
        """Whether low, best and high are one number.

        Examples
        --------
        >>> Quantity.exactly(9).is_exact, Quantity.at_least(9).is_exact
        (True, False)
        """
        return self.best is not None and self.low == self.best == self.high

    def with_sample(self, n: float) -> "Quantity":
        """Make the same quantity with n, the number of observations behind it.

        Examples
        --------
        >>> str(Quantity.exactly(64).with_sample(25))
        '64 [n=25]'
        """
        return evolve(self, n=n)

    def __add__(self, other: "Quantity | float") -> "Quantity":
        """Add."""
        other = to_quantity(other)
        best = None if self.best is None or other.best is None else self.best + other.best
        return _from_interval(best, added(_interval(self), _interval(other)))

    __radd__ = __add__

    def __neg__(self) -> "Quantity":
        """Change the sign."""
        return _from_interval(None if self.best is None else -self.best, negated(_interval(self)))

    def __sub__(self, other: "Quantity | float") -> "Quantity":
        """Subtract."""
        return self + -to_quantity(other)

    def __rsub__(self, other: float) -> "Quantity":
        """Subtract from a number."""
        return to_quantity(other) - self

    def __mul__(self, other: "Quantity | float") -> "Quantity":
        """Multiply."""
        other = to_quantity(other)
        best = None if self.best is None or other.best is None else self.best * other.best
        return _from_interval(best, multiplied(_interval(self), _interval(other)))

    __rmul__ = __mul__

    def __truediv__(self, other: "Quantity | float") -> "Quantity":
        """Divide; no bounds are left where the divisor may be zero."""
        other = to_quantity(other)
        divisor = _interval(other)
        if divisor == (0, 0):
            raise InvalidInputError(
                Fault(f"division of '{self}' by zero", mend="there is no such rate")
            )
        best = None
        if self.best is not None and other.best is not None and other.best != 0:
            best = self.best / other.best
        return _from_interval(best, divided(_interval(self), divisor))

    def __rtruediv__(self, other: float) -> "Quantity":
        """Divide a number by this."""
        return to_quantity(other) / self

    def __str__(self) -> str:
        """Give the written form."""
        return write_figures(
            (self.best, self.low, self.high, self.numerator, self.denominator, self.n)
        )


#: What may stand where a figure is reported.
Value = Quantity | Absence


def parse_value(text: str) -> Value:
    """Read a quantity, or the word for why there is none.

    Parameters
    ----------
    text
        What `Quantity.parse` reads, or ``not_reported`` or ``not_applicable``.

    Raises
    ------
    ParseError
        For any other text; ``not_due`` is refused too, as it follows from the as-of date.

    Examples
    --------
    >>> parse_value("not_applicable")
    <Absence.NOT_APPLICABLE: 'not_applicable'>
    """
    word = text.strip() if _fields.is_text(text) else text
    if word == Absence.NOT_DUE.value:
        raise ParseError(_not_due())
    try:
        return Absence(word)
    except ValueError:
        return Quantity.parse(text)


def to_quantity(value: Quantity | float) -> Quantity:
    """Take a plain number for a figure that is known exactly.

    Raises
    ------
    InvalidInputError
        For anything but a number or a quantity.

    Examples
    --------
    >>> to_quantity(9) == Quantity.exactly(9)
    True
    """
    return value if isinstance(value, Quantity) else Quantity.exactly(value)


def to_value(value: Value | float) -> Value:
    """Take a plain number for a figure that is known exactly, let absence pass.

    Raises
    ------
    InvalidInputError
        For `Absence.NOT_DUE`, which follows from the as-of date, and for anything but a number,
        a quantity or an absence.

    Examples
    --------
    >>> to_value(9) == Quantity.exactly(9), to_value(Absence.NOT_REPORTED)
    (True, <Absence.NOT_REPORTED: 'not_reported'>)
    """
    if value is Absence.NOT_DUE:
        raise InvalidInputError(_not_due())
    return value if isinstance(value, Absence) else to_quantity(value)


def _not_due() -> Fault:
    what = "'not_due' is not reported, it follows from the as-of date"
    return Fault(what, mend="leave it out")


def _interval(quantity: Quantity) -> Interval:
    return (
        -math.inf if quantity.low is None else quantity.low,
        math.inf if quantity.high is None else quantity.high,
    )


def _from_interval(best: float | None, interval: Interval) -> Quantity:
    low, high = interval
    if (best is not None and not math.isfinite(best)) or low == math.inf or high == -math.inf:
        raise InvalidInputError(
            Fault("a result too large for a number", mend="check the figures: a unit may be wrong")
        )
    return Quantity(best, None if math.isinf(low) else low, None if math.isinf(high) else high)


@lru_cache(maxsize=4096)
def _parse(text: str) -> Quantity:
    best, low, high, numerator, denominator, n = parse_figures(text)
    try:
        return Quantity(best, low, high, numerator=numerator, denominator=denominator, n=n)
    except InvalidInputError as error:
        raise _fields.unread(error, text, "quantity") from None
