"""Trajectory: how far along an indicator should be on a day."""

from collections.abc import Iterable
from datetime import date

import numpy as np
from attrs import frozen

from indh_me.model import Direction, Indicator, Quantity, Trajectory

from .bounds import Bounds
from .leg import Leg, NoPath, leg_of
from .profile import expected_fraction, mixed

__all__ = ["Expectation", "expectations", "expected"]


@frozen(kw_only=True)
class Expectation:
    """What is expected of an indicator on a day.

    Parameters
    ----------
    indicator
        Of what.
    day
        The day.
    expected
        The expected value, in the indicator's unit; the whole band for ``maintain``; `None`
        when undefined.
    fraction
        Share of the way from ``start`` to ``target`` that should be done, 0 to 1; `None` when
        undefined, and for ``maintain``.
    elapsed
        Share of the days from ``first_day`` to ``due`` that have gone by, 0 to 1; `None` when the
        first day is not known.
    profile
        The path: the indicator's own, but ``step`` for a milestone, which is done or not.
    start
        Value at the start of the leg; `None` when it is not known.
    first_day
        First day of the leg; `None` when it is not known.
    target
        Value at the end of the leg: the target in force on the day.
    due
        Last day of the leg, on which the target falls due.
    reason
        Why nothing can be expected, or `None`.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> due = me.Target(period=me.Period.year(2008), value=20_000)
    >>> trained = me.Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum", targets=[due]
    ... )
    >>> midway = me.expected(trained, date(2008, 6, 30))
    >>> round(midway.fraction, 3), str(midway.target), midway.profile.value
    (0.497, '20000', 'linear')
    """

    indicator: Indicator
    day: date
    expected: Quantity | None
    fraction: float | None
    elapsed: float | None
    profile: Trajectory
    start: Quantity | None
    first_day: date | None
    target: Quantity | None
    due: date | None
    reason: NoPath | None


def expected(indicator: Indicator, as_of: date) -> Expectation:
    """Give the value that is expected of an indicator on a day.

    Parameters
    ----------
    indicator
        With its baseline, targets and trajectory.
    as_of
        The day. Targets count as they were in force on it.

    Returns
    -------
    Expectation

    Notes
    -----
    With B the value at the start of the leg, T that at its end and f the share of the way (see
    `indh_me.compute.profile.expected_fraction`), (1 - f) * B + f * T is expected, bound by bound.
    Which leg it is:

    - a level (``latest``, ``mean``, ``peak``, ``ratio``) or a ``running_total`` goes from the
      baseline, on the last day of its period, to the last target, on the last day of its own.
      Only ``milestones`` goes through the targets between;
    - a flow (``sum``) with a target for a period goes from nothing to the target within that
      period: the period that runs on the day, else the last that is over, else the next one;
    - a flow with a cumulative target goes from nothing, on the last day of the baseline's period,
      to the target;
    - a milestone (done or not) is expected on its due date, and not before.

    The value of the start holds before the leg, and that of the end from its last day on, even
    if no baseline is known. What should stay inside a band is expected inside it on any day.

    References
    ----------
    Interpolation along the path that the framework states; no published rule. The page
    *Trajectory* of the documentation tells what others do.

    Examples
    --------
    >>> from indh_me.model import Baseline, Period, Target
    >>> recall = Indicator(
    ...     code="C-R1",
    ...     unit="percent",
    ...     direction="increase",
    ...     accumulation="latest",
    ...     baseline=Baseline(60, Period.year(2007)),
    ...     targets=[Target(period=Period.year(2009), value=80)],
    ... )
    >>> halfway = expected(recall, date(2008, 12, 31))
    >>> str(halfway.expected), round(halfway.fraction, 3)
    ('70.01367989056088', 0.501)
    >>> expected(Indicator.milestone("C-P4"), date(2008, 3, 27)).reason
    <NoPath.NO_TARGET: 'no_target'>
    """
    return expectations([indicator], [as_of], as_of)[0]


def expectations(
    indicators: Iterable[Indicator], days: Iterable[date], as_of: date
) -> list[Expectation]:
    """Give the values that are expected of many indicators, each on a day of its own.

    Parameters
    ----------
    indicators, days
        One day an indicator.
    as_of
        Targets count as they were in force on this day.

    Returns
    -------
    list[Expectation]
        One an indicator.

    Examples
    --------
    >>> [
    ...     each.reason.value
    ...     for each in expectations([Indicator.milestone("C-P4")], [date.max], date.max)
    ... ]
    ['no_target']
    """
    found = [
        (each, day, leg_of(each, day, as_of)) for each, day in zip(indicators, days, strict=True)
    ]
    legs = [leg for _, _, leg in found if isinstance(leg, Leg)]
    fractions = np.empty(len(legs))
    for profile in Trajectory:
        mine = np.array([leg.profile is profile for leg in legs], dtype=np.bool_)
        elapsed = np.array([leg.done for leg in legs], dtype=np.float64)[mine]
        fractions[mine] = expected_fraction(elapsed, profile)
    start, end = Bounds.of([leg.start for leg in legs]), Bounds.of([leg.end for leg in legs])
    values = Bounds(
        mixed(start.low, end.low, fractions),
        mixed(start.best, end.best, fractions),
        mixed(start.high, end.high, fractions),
    )
    made = iter(zip(values.quantities(), fractions.tolist(), strict=True))
    return [
        _on_leg(each, day, leg, *next(made)) if isinstance(leg, Leg) else _off_path(each, day, leg)
        for each, day, leg in found
    ]


def _on_leg(
    indicator: Indicator, day: date, leg: Leg, value: Quantity | None, fraction: float
) -> Expectation:
    return Expectation(
        indicator=indicator,
        day=day,
        expected=value,
        fraction=fraction,
        elapsed=None if leg.first_day is None else leg.done,
        profile=leg.profile,
        start=leg.start,
        first_day=leg.first_day,
        target=leg.end,
        due=leg.due,
        reason=None,
    )


def _off_path(indicator: Indicator, day: date, reason: NoPath) -> Expectation:
    inside = indicator.band if indicator.direction is Direction.MAINTAIN else None
    return Expectation(
        indicator=indicator,
        day=day,
        expected=inside,
        fraction=None,
        elapsed=None,
        profile=indicator.trajectory,
        start=None,
        first_day=None,
        target=None,
        due=None,
        reason=reason if inside is None else None,
    )
