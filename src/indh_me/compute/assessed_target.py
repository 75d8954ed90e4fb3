"""What an indicator is held against on a day: its target, its baseline, and by which method."""

from collections.abc import Sequence
from datetime import date, timedelta

from indh_me.model import Indicator, Method, Period, Quantity, Target

from .achievement import LEVELS, default_method

__all__ = [
    "assessed_target",
    "baseline_of",
    "method_of",
    "next_target",
    "target_ahead",
    "years_from_baseline",
]

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


def target_ahead(indicator: Indicator, until: date | None, as_of: date) -> Target | None:
    """Choose the target that figures are held against.

    Parameters
    ----------
    indicator
        Whose targets for the total they are.
    until
        Last day that its figures reach to; `None` when there are none.
    as_of
        The day.

    Returns
    -------
    Target | None
        For ``milestone`` the next one after the figures, or after the as-of date without any;
        otherwise, and where none is left, that of `assessed_target`.
    """
    if method_of(indicator) is Method.MILESTONE:
        ahead = next_target(indicator, as_of if until is None else until)
        if ahead is not None:
            return ahead
    return assessed_target(indicator, as_of)


def _first(targets: Sequence[Target]) -> Target | None:
    return min(targets, key=lambda target: (target.period.end, -target.period.days), default=None)


def baseline_of(indicator: Indicator) -> Quantity | None:
    """Give the figure of an indicator's baseline; `None` where it is absent.

    Parameters
    ----------
    indicator
        What is measured.
    """
    return None if indicator.baseline is None else indicator.baseline.quantity


def method_of(indicator: Indicator) -> Method | None:
    """Give the method that an indicator names, else the one that suits it.

    Parameters
    ----------
    indicator
        What is measured.
    """
    if indicator.method is not None:
        return indicator.method
    return default_method(
        indicator.direction,
        level=indicator.accumulation in LEVELS and not indicator.unit.is_milestone,
        has_baseline=baseline_of(indicator) is not None,
    )


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
