"""The target for the whole life of a programme: what its targets come to together."""

from datetime import date
from itertools import pairwise

from attrs import frozen

from indh_me.model import Accumulation, Indicator, Period, Target

__all__ = ["WholeTarget", "whole_target"]


@frozen
class WholeTarget:
    """What is to be reached by the end.

    Parameters
    ----------
    target
        Its period and its value in force.
    parts
        The targets that it is the sum of; the one target that it is, otherwise.
    """

    target: Target
    parts: tuple[Target, ...]


def whole_target(indicator: Indicator, as_of: date) -> WholeTarget | None:
    """Give the target for the whole life of a programme.

    Parameters
    ----------
    indicator
        Whose targets for the total they are.
    as_of
        The day: later revisions are not known yet.

    Returns
    -------
    WholeTarget | None
        The last target; of a flow whose periods follow each other, the sum of all. `None` without
        targets, and where the targets of a flow share days, so that nobody knows what they come
        to together.

    Examples
    --------
    >>> trained = Indicator(
    ...     code="A",
    ...     unit="count",
    ...     direction="increase",
    ...     accumulation="sum",
    ...     targets=[Target(period=Period.year(2008 + at), value=20 + at) for at in range(3)],
    ... )
    >>> whole = whole_target(trained, date(2008, 3, 27)).target
    >>> str(whole.period), str(whole.value)
    ('2008/2010', '63')
    """
    targets = indicator.total_targets
    if not targets:
        return None
    last = max(targets, key=lambda each: (each.period.end, each.period.days))
    inside = all(each.period in last.period for each in targets)
    if indicator.accumulation is not Accumulation.SUM or last.cumulative or inside:
        return WholeTarget(
            Target(period=last.period, value=last.in_force(as_of), cumulative=last.cumulative),
            (last,),
        )
    shared = any(first.period.overlaps(second.period) for first, second in pairwise(targets))
    if shared or any(each.cumulative for each in targets):
        return None
    value = targets[0].in_force(as_of)
    for each in targets[1:]:
        value += each.in_force(as_of)
    period = Period(targets[0].period.start, last.period.end)
    return WholeTarget(Target(period=period, value=value), targets)
