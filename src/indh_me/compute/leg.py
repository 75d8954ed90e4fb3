"""Legs: the part of the way to its targets that an indicator is on."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum

from attrs import frozen

from indh_me.model import Accumulation, Direction, Indicator, Quantity, Target, Trajectory

__all__ = ["Leg", "NoPath", "leg_of"]

ONE_DAY = timedelta(days=1)


class NoPath(Enum):
    """Why nothing can be expected of an indicator on a day.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute.trajectory import expected
    >>> expected(Indicator.milestone("C-P4"), date(2008, 3, 27)).reason
    <NoPath.NO_TARGET: 'no_target'>
    """

    #: No target is set for the total.
    NO_TARGET = "no_target"
    #: A level has nowhere to start from.
    MISSING_BASELINE = "missing_baseline"
    #: Nobody says when the baseline was measured, so nobody knows how much of the time is over.
    NO_BASELINE_DATE = "no_baseline_date"
    #: The targets ahead fall due before the baseline was measured.
    TARGET_BEFORE_BASELINE = "target_before_baseline"
    #: An indicator should stay in a band, and nobody says which.
    MISSING_BAND = "missing_band"


@frozen(kw_only=True)
class Leg:
    """The part of the way that an indicator is on.

    Parameters
    ----------
    profile
        The path.
    start, end
        Values at both ends, in the indicator's unit; the start is `None` when it is not known,
        and then the leg is over.
    first_day
        First day of the leg; `None` when it is not known.
    due
        Last day of the leg.
    done
        Share of its days that have gone by, 0 to 1.
    """

    profile: Trajectory
    start: Quantity | None
    end: Quantity
    first_day: date | None
    due: date
    done: float


def leg_of(indicator: Indicator, day: date, as_of: date) -> Leg | NoPath:
    """Choose the leg that an indicator is on, see `indh_me.compute.trajectory.expected`.

    Parameters
    ----------
    indicator
        With its baseline, targets and trajectory.
    day
        The day.
    as_of
        Targets count as they were in force on this day.

    Returns
    -------
    Leg | NoPath
        The leg, or why there is none.

    Examples
    --------
    >>> from indh_me.model import Period
    >>> trained = Indicator(
    ...     code="T-R1",
    ...     unit="count",
    ...     direction="increase",
    ...     accumulation="sum",
    ...     targets=[Target(period=Period.year(2008), value=20_000)],
    ... )
    >>> leg_of(trained, date(2008, 3, 27), date(2008, 3, 27)).first_day
    datetime.date(2008, 1, 1)
    """
    if indicator.direction is Direction.MAINTAIN:
        return NoPath.MISSING_BAND
    targets = indicator.total_targets
    if len(targets) == 0:
        return NoPath.NO_TARGET
    if indicator.unit.is_milestone or indicator.accumulation is not Accumulation.SUM:
        return _to_level(indicator, targets, day, as_of)
    current = _current(targets, day)
    if not current.cumulative:
        return _within(indicator, current, day, as_of)
    return _to_level(indicator, [each for each in targets if each.cumulative], day, as_of)


def _current(targets: Sequence[Target], day: date) -> Target:
    """Give the target of a flow whose period runs, else the last that is over, else the next."""
    running = [each for each in targets if day in each.period]
    due = [each for each in targets if each.period.is_over(day)]
    if due and not running:
        return max(due, key=lambda each: (each.period.end, each.period.days))
    return min(running or targets, key=lambda each: (each.period.end, -each.period.days))


def _within(indicator: Indicator, target: Target, day: date, as_of: date) -> Leg:
    """Give the leg of a flow within the period of its target."""
    first, last = target.period.start, target.period.end
    return Leg(
        profile=indicator.trajectory,
        start=Quantity.exactly(0),
        end=target.in_force(as_of),
        first_day=first,
        due=last,
        done=_share(first, last, day),
    )


def _to_level(
    indicator: Indicator, targets: Sequence[Target], day: date, as_of: date
) -> Leg | NoPath:
    """Give the leg from the baseline, or from the target before, to the next target."""
    profile = Trajectory.STEP if indicator.unit.is_milestone else indicator.trajectory
    # Of two targets that fall due on one day, the longer period counts.
    ordered = sorted(targets, key=lambda each: (each.period.end, each.period.days))
    by_day = {each.period.end: each.in_force(as_of) for each in ordered}
    days = list(by_day) if profile is Trajectory.MILESTONES else list(by_day)[-1:]
    reached = [each for each in days if each <= day]
    measured = _measured_on(indicator)
    if len(reached) == len(days):
        return Leg(
            profile=profile,
            start=None,
            end=by_day[days[-1]],
            first_day=None,
            due=days[-1],
            done=1.0,
        )
    ahead = [each for each in days if each > day and (measured is None or each > measured)]
    if len(ahead) == 0:
        return NoPath.TARGET_BEFORE_BASELINE
    start, before = _start_of(indicator), measured
    if reached and (start is None or before is None or before < reached[-1]):
        start, before = by_day[reached[-1]], reached[-1]
    if start is None:
        return NoPath.MISSING_BASELINE
    if before is None and profile is not Trajectory.STEP:
        return NoPath.NO_BASELINE_DATE
    first = None if before is None else before + ONE_DAY
    return Leg(
        profile=profile,
        start=start,
        end=by_day[ahead[0]],
        first_day=first,
        due=ahead[0],
        done=0.0 if first is None else _share(first, ahead[0], day),
    )


def _measured_on(indicator: Indicator) -> date | None:
    """Give the last day of the baseline's period."""
    baseline = indicator.baseline
    return None if baseline is None or baseline.period is None else baseline.period.end


def _start_of(indicator: Indicator) -> Quantity | None:
    """Give the value that the way starts from."""
    if indicator.accumulation is Accumulation.SUM:
        # What was done before is another period's: a flow starts from nothing.
        return Quantity.exactly(0)
    found = None if indicator.baseline is None else indicator.baseline.quantity
    if found is None and indicator.unit.is_milestone:
        return Quantity.exactly(0)
    return found


def _share(first: date, last: date, day: date) -> float:
    """Give the share of the days from first to last that have gone by."""
    gone = (day - first).days + 1
    return min(max(gone / ((last - first).days + 1), 0.0), 1.0)
