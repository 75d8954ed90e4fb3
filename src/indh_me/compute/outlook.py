"""Outlook: what the targets still ask for, by plain arithmetic and without any projection."""

from datetime import date

import numpy as np
from attrs import frozen

from indh_me.model import Accumulation, Indicator, Observations, Period, Quantity, Target

from .accumulation import accumulate
from .reporting import reporting_set

__all__ = ["Outlook", "outlook"]


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
        `None` when the indicator is no flow, nothing was reported by the day, or no target lies
        ahead.

    Notes
    -----
    With F the figure to date over y years, and T_1 ... T_k the targets that are not due yet,
    per period (a cumulative target stands for its own total): pace = F / y; total if met = F +
    T_1 + ... + T_k; pace ratio = (T_1 / y_1) / pace, where y_1 is the length of its period.
    Years are calendar years, months over 12.

    Examples
    --------
    >>> trained = Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum",
    ...     targets=[Target(period=Period.year(2008), value=20_000)],
    ... )
    >>> seen = Observations.from_columns(
    ...     ["T-R1"], ["2005/2007"], [float("nan")], low=[18_000], high=[float("inf")])
    >>> ahead = outlook(trained, seen, as_of=date(2008, 3, 27))
    >>> str(ahead.total_if_met), round(ahead.pace_ratio.high, 2)
    ('>=38000', 3.33)
    """
    ahead = [
        target
        for target in sorted(indicator.total_targets, key=lambda target: target.period.end)
        if not target.period.is_over(as_of)
    ]
    if indicator.accumulation is not Accumulation.SUM or len(ahead) == 0:
        return None
    if indicator.code not in observations.indicators:
        return None
    totals = [number for number, cell in enumerate(observations.cells) if cell.is_total]
    mine = observations.indicator == observations.indicators.index(indicator.code)
    mine = mine & (observations.absence == 0) & np.isin(observations.cell, totals)
    own = observations.select(mine)
    reporting = reporting_set(own, as_of)
    if len(reporting.rows) == 0:
        return None
    to_date = accumulate(reporting, [Accumulation.SUM]).bounds.quantities()[0]
    if to_date is None:
        return None
    periods = [own.periods[code] for code in own.period[reporting.rows].tolist()]
    years = sum(period.years for period in periods)
    pace = to_date / years
    first = ahead[0]
    asked = first.in_force(as_of)
    if first.cumulative:
        asked = asked - to_date
    return Outlook(
        to_date=to_date,
        past=Period(min(each.start for each in periods), max(each.end for each in periods)),
        pace=pace,
        next_target=first.in_force(as_of),
        next_period=first.period,
        pace_ratio=None if pace.high == 0 else asked / first.period.years / pace,
        total_if_met=_if_met(to_date, ahead, as_of),
        last_period=ahead[-1].period,
    )


def _if_met(to_date: Quantity, ahead: list[Target], as_of: date) -> Quantity:
    total = to_date
    for target in ahead:
        value = target.in_force(as_of)
        total = value if target.cumulative else total + value
    return total
