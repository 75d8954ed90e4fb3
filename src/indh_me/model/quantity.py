"""Figures, and how well they are known."""

import math
import re
from enum import Enum
from functools import lru_cache

from attrs import evolve, field, frozen

from indh_me.errors import Fault, InvalidInputError, ParseError

from . import _fields

__all__ = ["Absence", "Quantity", "Value", "format_number", "parse_value"]

NUMBER = r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?"
EXACT = re.compile(NUMBER)
BOUND = re.compile(rf"(>=|<=)\s*({NUMBER})")
RANGE = re.compile(rf"({NUMBER})?\s*\.\.\s*({NUMBER})?")
ESTIMATE = re.compile(rf"({NUMBER})\s*\(({NUMBER})?\s*\.\.\s*({NUMBER})?\)")
SAMPLE = re.compile(rf"(.*?)\s*\[(?:({NUMBER})/({NUMBER}))?(?:;?\s*n=({NUMBER}))?\]")
MEND = "write 9, '>=18000', '<=5', '69..73' or '0.64 (0.58..0.70)', with a decimal point"
WHOLE = 2.0**53


class Absence(Enum):
    """Why there is no figure. Zero is a figure, not an absence."""

    #: The period is over and nobody has said how much.
    NOT_REPORTED = "not_reported"
    #: The question does not arise for this indicator, period or category.
    NOT_APPLICABLE = "not_applicable"
    #: The period is not over on the as-of date.
    NOT_DUE = "not_due"


def format_number(number: float) -> str:
    """Write a number so that reading it gives the same number.

    Examples
    --------
    >>> format_number(18000.0), format_number(0.1)
    ('18000', '0.1')
    """
    if number == 0:
        return "0"
    return str(int(number)) if number.is_integer() and abs(number) < WHOLE else repr(number)


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
        What a percentage or ratio was made from, as counts.
    n
        Number of observations or respondents behind it.

    Raises
    ------
    InvalidInputError
        For NaN and infinities, or when low <= best <= high does not hold.

    Notes
    -----
    ``+ - * /`` are interval arithmetic: for any values x of a and y of b, x + y lies within
    a + b, and so on for the others. The best estimate of the result is that of the best
    estimates, if both are known. Numerator, denominator and n do not survive arithmetic: they
    belong to one measurement. A division by an interval that holds zero gives no bounds.

    References
    ----------
    .. [1] R. E. Moore, R. B. Kearfott, M. J. Cloud, "Introduction to Interval Analysis",
       SIAM, 2009, chapter 2.

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
    numerator: float | None = field(
        default=None, converter=_fields.finite_or_none, kw_only=True
    )
    denominator: float | None = field(
        default=None, converter=_fields.finite_or_none, kw_only=True
    )
    n: float | None = field(default=None, converter=_fields.finite_or_none, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse bounds in the wrong order, and half a fraction."""
        known = [value for value in (self.low, self.best, self.high) if value is not None]
        if known != sorted(known):
            raise InvalidInputError(
                Fault(
                    f"bounds out of order: low {self.low}, best {self.best}, high {self.high}",
                    mend="low <= best <= high must hold",
                )
            )
        if (self.numerator is None) != (self.denominator is None):
            raise InvalidInputError(
                Fault("half a fraction", mend="give numerator and denominator, or neither")
            )

    @classmethod
    def exactly(cls, number: float) -> "Quantity":
        """Make a figure that is known exactly.

        Examples
        --------
        >>> Quantity.exactly(9).low
        9.0
        """
        return cls(number, number, number)

    @classmethod
    def at_least(cls, number: float) -> "Quantity":
        """Make a figure of which only a lower bound is known.

        Examples
        --------
        >>> str(Quantity.at_least(18_000))
        '>=18000'
        """
        return cls(None, number, None)

    @classmethod
    def at_most(cls, number: float) -> "Quantity":
        """Make a figure of which only an upper bound is known.

        Examples
        --------
        >>> str(Quantity.at_most(5))
        '<=5'
        """
        return cls(None, None, number)

    @classmethod
    def between(cls, low: float, high: float, best: float | None = None) -> "Quantity":
        """Make a figure known to lie between two numbers.

        Examples
        --------
        >>> str(Quantity.between(0.58, 0.70, best=0.64))
        '0.64 (0.58..0.7)'
        """
        return cls(best, low, high)

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
            When the denominator is zero: there is no share of nothing.

        Examples
        --------
        >>> str(Quantity.fraction(16, 25, per=100))
        '64 [16/25]'
        """
        if denominator == 0:
            raise InvalidInputError(
                Fault("share of a zero denominator", mend="report it as not_applicable")
            )
        share = per * numerator / denominator
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
        if not isinstance(text, str):
            raise ParseError(Fault(f"{text!r} is not a quantity", mend=MEND))
        return _parse(text)

    @property
    def is_exact(self) -> bool:
        """Whether low, best and high are one number."""
        return self.best is not None and self.low == self.best == self.high

    def with_sample(self, n: float) -> "Quantity":
        """Make the same quantity with the number of observations behind it.

        Examples
        --------
        >>> str(Quantity.exactly(64).with_sample(25))
        '64 [n=25]'
        """
        return evolve(self, n=n)

    def _interval(self) -> tuple[float, float]:
        return (
            -math.inf if self.low is None else self.low,
            math.inf if self.high is None else self.high,
        )

    def __add__(self, other: "Quantity | float") -> "Quantity":
        """Add, bound by bound."""
        other = _quantity(other)
        (a, b), (c, d) = self._interval(), other._interval()
        best = None if self.best is None or other.best is None else self.best + other.best
        return _from_interval(best, a + c, b + d)

    __radd__ = __add__

    def __neg__(self) -> "Quantity":
        """Change the sign: the bounds change places."""
        low, high = self._interval()
        return _from_interval(None if self.best is None else -self.best, -high, -low)

    def __sub__(self, other: "Quantity | float") -> "Quantity":
        """Subtract: the low bound of the result takes the other's high one."""
        return self + -_quantity(other)

    def __rsub__(self, other: float) -> "Quantity":
        """Subtract from a number."""
        return _quantity(other) - self

    def __mul__(self, other: "Quantity | float") -> "Quantity":
        """Multiply: the bounds are among the products of the bounds."""
        other = _quantity(other)
        corners = [_product(x, y) for x in self._interval() for y in other._interval()]
        best = None if self.best is None or other.best is None else self.best * other.best
        return _from_interval(best, min(corners), max(corners))

    __rmul__ = __mul__

    def __truediv__(self, other: "Quantity | float") -> "Quantity":
        """Divide; no bounds are left where the divisor may be zero."""
        other = _quantity(other)
        low, high = other._interval()
        if low == high == 0:
            raise InvalidInputError(Fault("division by zero", mend="there is no such rate"))
        best = None
        if self.best is not None and other.best is not None and other.best != 0:
            best = self.best / other.best
        if low <= 0 <= high:
            return _from_interval(best, -math.inf, math.inf)
        corners = [_quotient(x, y) for x in self._interval() for y in (low, high)]
        return _from_interval(best, min(corners), max(corners))

    def __rtruediv__(self, other: float) -> "Quantity":
        """Divide a number by this."""
        return _quantity(other) / self

    def __str__(self) -> str:
        """Give the written form."""
        return _figure(self) + _sample(self)


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
    if text == Absence.NOT_DUE.value:
        raise ParseError(
            Fault("'not_due' is not reported, it follows from the as-of date", mend="leave it out")
        )
    try:
        return Absence(text)
    except ValueError:
        return Quantity.parse(text)


def _quantity(value: "Quantity | float") -> Quantity:
    return value if isinstance(value, Quantity) else Quantity.exactly(value)


def _product(x: float, y: float) -> float:
    # Zero times an unbounded value is zero: the bound is a limit, never attained.
    return 0.0 if x == 0 or y == 0 else x * y


def _quotient(x: float, y: float) -> float:
    # What is divided by an unbounded value comes as near to zero as one likes.
    return 0.0 if math.isinf(y) else x / y


def _from_interval(best: float | None, low: float, high: float) -> Quantity:
    if (best is not None and not math.isfinite(best)) or low == math.inf or high == -math.inf:
        raise InvalidInputError(
            Fault("a result too large for a number", mend="check the figures: a unit may be wrong")
        )
    return Quantity(
        best, None if math.isinf(low) else low, None if math.isinf(high) else high
    )


def _figure(quantity: Quantity) -> str:
    best, low, high = (
        None if value is None else format_number(value)
        for value in (quantity.best, quantity.low, quantity.high)
    )
    if best is None:
        if low is not None and high is None:
            return f">={low}"
        if high is not None and low is None:
            return f"<={high}"
        return f"{low or ''}..{high or ''}"
    if quantity.is_exact:
        return best
    return f"{best} ({low or ''}..{high or ''})"


def _sample(quantity: Quantity) -> str:
    parts = []
    if quantity.numerator is not None and quantity.denominator is not None:
        parts.append(f"{format_number(quantity.numerator)}/{format_number(quantity.denominator)}")
    if quantity.n is not None:
        parts.append(f"n={format_number(quantity.n)}")
    return f" [{'; '.join(parts)}]" if parts else ""


@lru_cache(maxsize=4096)
def _parse(text: str) -> Quantity:
    body, sample = text.strip(), SAMPLE.fullmatch(text.strip())
    numerator = denominator = n = None
    if sample is not None:
        body, numerator, denominator, n = sample.groups()
    low, best, high = _parse_figure(body, text)
    return Quantity(
        best,
        low,
        high,
        numerator=_number(numerator),
        denominator=_number(denominator),
        n=_number(n),
    )


def _parse_figure(body: str, text: str) -> tuple[float | None, float | None, float | None]:
    """Read low, best and high; ``text`` is the whole, for the message."""
    if EXACT.fullmatch(body) is not None and body.isascii():
        return float(body), float(body), float(body)
    if not body.isascii():
        match = None
    elif (match := BOUND.fullmatch(body)) is not None:
        number = float(match[2])
        return (number, None, None) if match[1] == ">=" else (None, None, number)
    elif (match := RANGE.fullmatch(body)) is not None:
        return _number(match[1]), None, _number(match[2])
    elif (match := ESTIMATE.fullmatch(body)) is not None:
        return _number(match[2]), float(match[1]), _number(match[3])
    hint = "a comma may be a decimal or a thousands sign; " if "," in body else ""
    raise ParseError(Fault(f"{text!r} is not a quantity", mend=hint + MEND))


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)
