"""Outlook: what the targets still ask for, by plain arithmetic and without any projection."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
from attrs import frozen

from indh_me.errors import InvalidInputError
from indh_me.model import Accumulation, Indicator, Observations, Period, Quantity, Target

from .accumulation import accumulate
from .reporting import ReportingSet, reporting_set

__all__ = ["Outlook", "outlook"]

ONE_DAY = timedelta(days=1)


@frozen(kw_only=True)
class Outlook:
    """What the targets of a flow ask for, against what was done so far.

    Parameters
    ----------
    to_date
        Everything up to the as-of date.
    past
        Days that it was done in.
    pace
        To date over the years of ``past``, per year.
    next_target
        The first target that is not due yet.
    next_period
        Its period.
    pace_ratio
        Times the past pace that the next target asks for; `None` when there was none.
    total_if_met
        To date, if every target that is not due yet is met.
    last_period
        Period of the last of these targets.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> due = me.Target(period=me.Period.year(2008), value=20_000)
    >>> trained = me.Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum", targets=[due]
    ... )
    >>> seen = me.Observations.from_columns(["T-R1"], ["2006/2007"], [18_000])
    >>> ahead = me.outlook(trained, seen, as_of=date(2008, 3, 27))
    >>> round(ahead.pace_ratio.best, 2), str(ahead.total_if_met)
    (2.22, '38000')
    """

    to_date: Quantity
    past: Period
    pace: Quantity
    next_target: Quantity
    next_period: Period
    pace_ratio: Quantity | None
    total_if_met: Quantity
    last_period: Period


def outlook(indicator: Indicator, observations: Observations, *, as_of: date) -> Outlook | None:
    """Tell what the targets of an indicator still ask for.

    Parameters
    ----------
    indicator
        A flow: ``accumulation = "sum"``.
    observations
        What was reported, of any indicators.
    as_of
        The day.

    Returns
    -------
    Outlook | None
        `None` when the indicator is no flow, nothing was reported by the day, no target lies
        ahead, and where figures are so large that what they ask for is no number.

    Notes
    -----
    With F the figure to date over y years, and T_1 ... T_k the targets that are not due yet:

    - pace = F / y;
    - pace ratio = (T_1 / y_1) / pace, where y_1 is the length of the first target's period; for a
      cumulative target ((T_1 - F) / y_1) / pace, where y_1 is the time that is left;
    - total if met = F' + T_1 + ... + T_k, where F' is what was done outside of the periods of the
      targets, so that nothing counts twice. A cumulative target stands for its own total, and
      the target of a year for those of its parts.

    Years are calendar years: months over 12.

    References
    ----------
    Plain arithmetic on the targets as they stand; no published rule.

    Examples
    --------
    >>> trained = Indicator(
    ...     code="T-R1",
    ...     unit="count",
    ...     direction="increase",
    ...     accumulation="sum",
    ...     targets=[Target(period=Period.year(2008), value=20_000)],
    ... )
    >>> seen = Observations.from_columns(
    ...     ["T-R1"], ["2005/2007"], [float("nan")], low=[18_000], high=[float("inf")]
    ... )
    >>> ahead = outlook(trained, seen, as_of=date(2008, 3, 27))
    >>> str(ahead.total_if_met), round(ahead.pace_ratio.high, 2)
    ('>=38000', 3.33)
    """
    try:
        return _outlook(indicator, observations, as_of)
    except InvalidInputError:  # Quantities refuse what is too large for a number.
        return None


def _outlook(indicator: Indicator, observations: Observations, as_of: date) -> Outlook | None:
    ahead = sorted(
        (each for each in indicator.total_targets if not each.period.is_over(as_of)),
        key=lambda target: (target.period.end, target.period.start),
    )
    if indicator.accumulation is not Accumulation.SUM or len(ahead) == 0:
        return None
    own = _totals_of(indicator, observations)
    reporting = reporting_set(own, as_of)
    if len(reporting.rows) == 0:
        return None
    to_date = accumulate(reporting, [Accumulation.SUM]).bounds.quantities()[0]
    if to_date is None:
        return None
    periods = [own.periods[code] for code in own.period[reporting.rows].tolist()]
    pace = to_date / sum(period.years for period in periods)
    first = ahead[0]
    return Outlook(
        to_date=to_date,
        past=Period(min(each.start for each in periods), max(each.end for each in periods)),
        pace=pace,
        next_target=first.in_force(as_of),
        next_period=first.period,
        pace_ratio=None if pace.high == 0 else _pace_asked(first, to_date, as_of) / pace,
        total_if_met=_total_if_met(_outermost(ahead), reporting, as_of),
        last_period=ahead[-1].period,
    )


def _totals_of(indicator: Indicator, observations: Observations) -> Observations:
    """Give the figures of an indicator that are neither broken down nor absent."""
    mine = np.array([code == indicator.code for code in observations.indicators], dtype=np.bool_)
    total = np.array([cell.is_total for cell in observations.cells], dtype=np.bool_)
    rows = mine[observations.indicator] & total[observations.cell]
    return observations.select(rows & (observations.absence == 0))


def _pace_asked(target: Target, to_date: Quantity, as_of: date) -> Quantity:
    """Give what a target asks for per year."""
    value = target.in_force(as_of)
    if not target.cumulative:
        return value / target.period.years
    # What is still missing is to be done in the days that are left.
    return (value - to_date) / Period(as_of + ONE_DAY, target.period.end).years


def _outermost(ahead: Sequence[Target]) -> list[Target]:
    """Leave out the targets of parts of periods that have a target themselves."""
    return [
        each
        for each in ahead
        if not any(each.period != other.period and each.period in other.period for other in ahead)
    ]


def _total_if_met(ahead: Sequence[Target], reporting: ReportingSet, as_of: date) -> Quantity:
    """Add the targets to what was done outside of their periods."""
    periods = [each.period for each in ahead if not each.cumulative]
    total = Quantity.exactly(0)
    table = reporting.observations
    for row in reporting.rows.tolist():
        done, figure = table.periods[table.period[row]], table[row].quantity
        if figure is None or any(done in period for period in periods):
            continue
        if any(done.overlaps(period) for period in periods):
            # Part of it lies in the period of a target, nobody knows how much.
            figure = Quantity(None, _least(figure.low), _most(figure.high))
        total = total + figure
    for target in ahead:
        value = target.in_force(as_of)
        total = value if target.cumulative else total + value
    return total


def _least(low: float | None) -> float | None:
    return None if low is None else min(low, 0.0)


def _most(high: float | None) -> float | None:
    return None if high is None else max(high, 0.0)
