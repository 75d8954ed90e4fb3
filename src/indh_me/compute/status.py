"""Status: one word for where an indicator stands on the as-of date."""

from enum import Enum

from indh_me.model import Quantity, Thresholds

from .achievement import Achievement
from .reason import Reason
from .verdict import Verdict

__all__ = ["Status", "milestone_status", "status"]


class Status(Enum):
    """Where an indicator stands.

    Examples
    --------
    >>> Status("on_track") is Status.ON_TRACK
    True
    """

    ACHIEVED = "achieved"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    #: A milestone that is past its due date and not known to be done.
    OVERDUE = "overdue"
    NOT_DUE = "not_due"
    NO_DATA = "no_data"
    NO_TARGET = "no_target"
    UNDEFINED = "undefined"


def status(achievement: Achievement, thresholds: Thresholds) -> tuple[Status, Reason | None]:
    """Give the status of a target that is due.

    Parameters
    ----------
    achievement
        What has been reached of it.
    thresholds
        Rates from which it is on track and at risk.

    Returns
    -------
    tuple[Status, Reason | None]
        The status, and why it is undefined.

    Notes
    -----
    A target that is met is achieved, whatever its rate. Otherwise the rate is held against the
    thresholds as it is, never rounded. Of a rate known only within bounds, the best estimate
    decides; without one, both bounds must give the same status.

    Examples
    --------
    >>> status(Achievement.of(9, 10, direction="increase"), Thresholds())[0].value
    'on_track'
    """
    if achievement.verdict is Verdict.MET:
        return Status.ACHIEVED, None
    rate = achievement.rate
    if rate is None:
        absent = achievement.reason in {Reason.NOT_REPORTED, Reason.NO_TOTAL}
        return (Status.NO_DATA if absent else Status.UNDEFINED), achievement.reason
    if rate.best is not None:
        return _band(rate.best, thresholds), None
    if rate.low is not None and rate.low >= thresholds.on_track:
        return Status.ON_TRACK, None
    if rate.high is not None and rate.high < thresholds.at_risk:
        return Status.OFF_TRACK, None
    if rate.low is not None and rate.high is not None:
        low = _band(rate.low, thresholds)
        if low is _band(rate.high, thresholds):
            return low, None
    return Status.UNDEFINED, Reason.BOUNDS_STRADDLE


def _band(rate: float, thresholds: Thresholds) -> Status:
    if rate >= thresholds.on_track:
        return Status.ON_TRACK
    return Status.AT_RISK if rate >= thresholds.at_risk else Status.OFF_TRACK


def milestone_status(
    done: Quantity | None, days_past_due: int | None
) -> tuple[Status, Reason | None]:
    """Give the status of a milestone.

    Parameters
    ----------
    done
        The last that was reported by the as-of date: 1 or 0; `None` when nothing was.
    days_past_due
        Days from the end of its due period to the as-of date, negative before; `None` when no
        date is set.

    Examples
    --------
    >>> milestone_status(Quantity.exactly(0), 87)[0].value
    'overdue'
    >>> milestone_status(None, -51)[0].value
    'not_due'
    """
    if done is not None and done.low is not None and done.low >= 1:
        return Status.ACHIEVED, None
    if days_past_due is None:
        return Status.NO_TARGET, Reason.NO_TARGET
    if days_past_due <= 0:
        return Status.NOT_DUE, Reason.NOT_DUE
    return Status.OVERDUE, Reason.NOT_REPORTED if done is None else None
