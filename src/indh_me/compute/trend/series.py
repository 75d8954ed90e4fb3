"""Bare series: figures by period that belong to no indicator."""

from collections.abc import Mapping

from indh_me.errors import Fault, InvalidInputError, quoted
from indh_me.model import Direction, Indicator, Observation, Observations, Period, Quantity
from indh_me.model._fields import word_of
from indh_me.model.quantity import to_quantity

__all__ = ["Series", "indicator_of"]

Series = Mapping[str, Quantity | float] | Mapping[Period, Quantity | float]


def indicator_of(
    subject: object,
    observations: Observations | None,
    direction: Direction | str | None,
) -> tuple[Indicator, Observations]:
    """Take a bare series for the figures of an indicator without a unit.

    Parameters
    ----------
    subject, observations, direction
        As for `project`.

    Returns
    -------
    tuple[Indicator, Observations]
        What is projected, and what was reported of it and of others.

    Raises
    ------
    InvalidInputError
        For what is neither an indicator nor a series, observations beside a series, and a
        direction beside an indicator.

    Examples
    --------
    >>> indicator, table = indicator_of({"2007": 60, "2008": 64}, None, "decrease")
    >>> indicator.direction.value, [str(each.period) for each in table]
    ('decrease', ['2007', '2008'])
    """
    if isinstance(subject, Indicator):
        if direction is not None:
            mend = "leave it out: the indicator has its own"
            raise InvalidInputError(Fault("a direction beside an indicator", "direction", mend))
        return subject, Observations() if observations is None else observations
    if not isinstance(subject, Mapping):
        mend = "give an indicator, or figures by period such as {'2007': 60, '2008': 64}"
        raise InvalidInputError(Fault(f"{quoted(subject)} is no series", "subject", mend))
    if observations is not None:
        mend = "leave them out: a series is its own figures"
        raise InvalidInputError(Fault("observations beside a series", "observations", mend))
    way = Direction.INCREASE if direction is None else word_of(Direction, direction, "direction")
    indicator = Indicator(code="series", unit="ratio per 1", direction=way, accumulation="latest")
    rows = (
        Observation(
            indicator=indicator.code,
            period=Period.parse(period) if isinstance(period, str) else period,
            value=to_quantity(value),
        )
        for period, value in subject.items()
    )
    return indicator, Observations.from_iterable(rows)
