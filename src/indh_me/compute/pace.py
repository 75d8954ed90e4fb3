"""Pace: how far off its path an indicator is, and what the target asks for from now on."""

from datetime import date, timedelta

from attrs import frozen

from indh_me.model import Indicator, Period, Quantity
from indh_me.model.quantity import to_quantity

from .trajectory import Expectation, expected
from .verdict import Verdict, verdict

__all__ = ["Pace", "pace_to_target"]

ONE_DAY = timedelta(days=1)


@frozen(kw_only=True)
class Pace:
    """How far off its path an indicator is, and what its target asks for.

    Parameters
    ----------
    actual
        What was reached by the day, in the indicator's unit.
    expectation
        What was expected.
    gap
        Actual minus expected, in the indicator's unit: below zero the figure is below the path,
        which for a decrease is where it should be. `None` when nothing can be expected, and for
        ``maintain``.
    verdict
        Whether the figure is on its path or ahead of it; `None` when nothing can be expected.
    years_left
        Years from the day after to the due date; `None` when none are left.
    required
        What must come to the actual figure each year to reach the target on its due date, in the
        indicator's unit per year; below zero when it must fall, or may. `None` when no time is
        left or no target lies ahead.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> due = me.Target(period=me.Period.year(2008), value=20_000)
    >>> trained = me.Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum", targets=[due]
    ... )
    >>> half = me.pace_to_target(trained, 8_000, as_of=date(2008, 6, 30))
    >>> round(half.gap.best), half.verdict.value
    (-1945, 'not_met')
    """

    actual: Quantity
    expectation: Expectation
    gap: Quantity | None
    verdict: Verdict | None
    years_left: float | None
    required: Quantity | None


def pace_to_target(indicator: Indicator, actual: Quantity | float, *, as_of: date) -> Pace:
    """Hold a figure against its path, and tell what the target asks for from now on.

    Parameters
    ----------
    indicator
        With its baseline, targets and trajectory.
    actual
        What was reached by the day, over the same time as the target: within its period for a
        flow, since the start for a cumulative target.
    as_of
        The day.

    Returns
    -------
    Pace

    Raises
    ------
    InvalidInputError
        When the figure is no number.

    Notes
    -----
    With A the actual figure, E the expected one, T the target and y the years that are left:

    - gap = A - E;
    - required = (T - A) / y, whatever the path. Years are calendar years: months over 12.

    References
    ----------
    Plain arithmetic on the target as it stands; no published rule.

    Examples
    --------
    >>> from indh_me.model import Target
    >>> trained = Indicator(
    ...     code="T-R1",
    ...     unit="count",
    ...     direction="increase",
    ...     accumulation="sum",
    ...     targets=[Target(period=Period.year(2008), value=20_000)],
    ... )
    >>> half = pace_to_target(trained, 8_000, as_of=date(2008, 6, 30))
    >>> round(half.gap.best), half.verdict.value, str(half.required)
    (-1945, 'not_met', '24000')
    """
    reached = to_quantity(actual)
    found = expected(indicator, as_of)
    on_path = None if found.fraction is None else found.expected
    years, required = None, None
    if found.target is not None and found.due is not None and found.due > as_of:
        years = Period(as_of + ONE_DAY, found.due).years
        required = (found.target - reached) / years
    return Pace(
        actual=reached,
        expectation=found,
        gap=None if on_path is None else reached - on_path,
        verdict=verdict(reached, found.expected, indicator.direction, indicator.band),
        years_left=years,
        required=required,
    )
