"""One reported figure."""

from datetime import date

from attrs import evolve, field, frozen

from . import _fields
from .dimension import TOTAL, Categories
from .period import Period
from .quantity import Quantity, Value, to_value
from .source import Citation
from .text import Text

__all__ = ["Observation"]


@frozen(kw_only=True)
class Observation:
    """What was reported for an indicator in a period.

    Parameters
    ----------
    indicator
        Code of the indicator.
    period
        The days that the figure is about.
    value
        The figure in the indicator's unit, or why there is none: not reported, or not applicable.
    categories
        The group it is about, code of the category by code of the dimension; the total by default.
    scope
        What the figure leaves out or takes in, when that is not all of the indicator.
    source
        Who says so.
    collected
        Day on which it was collected or published; before that day it does not count.
    note
        Anything a reader must know.

    Raises
    ------
    InvalidInputError
        For an impossible code, a value that is *not due* (which follows from the as-of date and is
        not reported), and values of the wrong type.

    Examples
    --------
    >>> trained = Observation(
    ...     indicator="T-R1",
    ...     period=Period.parse("2005/2007"),
    ...     value=Quantity.at_least(18_000),
    ...     scope=Text.of(en="without the 2007 training held at territorial level"),
    ... )
    >>> str(trained.value)
    '>=18000'
    """

    indicator: str = field(validator=_fields.code)
    period: Period = field(validator=_fields.is_a(Period))
    value: Value = field(converter=to_value)
    categories: Categories = field(default=TOTAL, validator=_fields.is_a(Categories))
    scope: Text | None = field(default=None, validator=_fields.optional(Text))
    source: Citation | None = field(default=None, validator=_fields.optional(Citation))
    collected: date | None = field(default=None, validator=_fields.optional_day)
    note: Text | None = field(default=None, validator=_fields.optional(Text))

    @property
    def quantity(self) -> Quantity | None:
        """The figure, or `None` when it is absent.

        Examples
        --------
        >>> seen = Observation(indicator="C-R4", period=Period.year(2008), value=9)
        >>> seen.quantity == Quantity.exactly(9)
        True
        """
        return self.value if isinstance(self.value, Quantity) else None

    def with_value(self, value: Value | float) -> "Observation":
        """Make the same observation with another figure.

        Parameters
        ----------
        value
            In the indicator's unit, or why there is none.

        Examples
        --------
        >>> seen = Observation(indicator="C-R4", period=Period.year(2008), value=9)
        >>> str(seen.with_value(10).value)
        '10'
        """
        return evolve(self, value=value)
