"""The target that an indicator is held against on a day."""

from collections.abc import Sequence
from datetime import date, timedelta

from indh_me.model import Indicator, Period, Target

__all__ = ["assessed_target", "next_target", "years_from_baseline"]

ONE_DAY = timedelta(days=1)


def assessed_target(indicator: Indicator, as_of: date) -> Target | None:
    """Choose the target that is assessed on a day.

    Parameters
    ----------
    indicator
        Whose targets for the total they are.
    as_of
        The day.

    Returns
    -------
    Target | None
        The last that is due, else the next one; of two that end on one day, the longer. `None`
        when there is none.
    """
    targets = indicator.total_targets
    due = [target for target in targets if target.period.is_over(as_of)]
    if due:
        return max(due, key=lambda target: (target.period.end, target.period.days))
    return _first(targets)


def next_target(indicator: Indicator, day: date) -> Target | None:
    """Give the next target that falls due after a day.

    Parameters
    ----------
    indicator
        Whose targets for the total they are.
    day
        The day, such as the last one that its figures reach to.

    Returns
    -------
    Target | None
        Of two that end on one day, the longer. `None` when there is none.
    """
    return _first([target for target in indicator.total_targets if target.period.end > day])


def _first(targets: Sequence[Target]) -> Target | None:
    return min(targets, key=lambda target: (target.period.end, -target.period.days), default=None)


def years_from_baseline(indicator: Indicator, day: date) -> float | None:
    """Count the years from the last day of the baseline's period to another day.

    Parameters
    ----------
    indicator
        Whose baseline it is.
    day
        Last day of the period of an actual or a target.

    Returns
    -------
    float | None
        Calendar years: months over 12. Zero when the baseline was not measured before that day;
        `None` when nobody says when it was measured.
    """
    baseline = indicator.baseline
    if baseline is None or baseline.period is None:
        return None
    if baseline.period.end >= day:
        return 0.0
    return Period(baseline.period.end + ONE_DAY, day).years
