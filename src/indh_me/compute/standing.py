"""Where one indicator stands on a day."""

from collections.abc import Sequence
from datetime import date

from attrs import evolve, frozen

from indh_me.model import Absence, Indicator, Method, Period, Quantity, Target, Thresholds
from indh_me.model.quantity import Value

from .achievement import Achievement
from .check import milestone_rules
from .check.finding import Finding
from .figure import Figure
from .reason import Reason
from .status import Status, milestone_status, status
from .verdict import Verdict

__all__ = ["IndicatorAssessment", "Subject", "assessed_target", "stand"]


@frozen(kw_only=True)
class IndicatorAssessment:
    """Where one indicator stands.

    Parameters
    ----------
    indicator
        What is assessed.
    period
        Period of the target that is assessed: the last that is due, else the next one; `None`
        when no target is set.
    target
        The target in force on the as-of date.
    actual
        What was reached of it, over the same period (since the start for a cumulative target or
        a milestone), or why there is no figure; `None` when no target is set.
    to_date
        Everything reported up to the as-of date, accumulated.
    achievement
        Rate, method, verdict and the inputs they came from.
    status
        Where it stands, in a word.
    reason
        Why there is no rate or no status.
    days_overdue
        Days since a milestone fell due without being done; 0 when it is done or not due; `None`
        for what has no due date.
    disaggregation
        To-date figures by category.
    findings
        What the linter finds in its data.
    """

    indicator: Indicator
    period: Period | None
    target: Quantity | None
    actual: Value | None
    to_date: Figure
    achievement: Achievement
    status: Status
    reason: Reason | None
    days_overdue: int | None
    disaggregation: tuple[Figure, ...]
    findings: tuple[Finding, ...]

    @property
    def rate(self) -> Quantity | None:
        """Rate of achievement, a fraction; `None` when undefined."""
        return self.achievement.rate

    @property
    def method(self) -> Method | None:
        """How the rate was computed."""
        return self.achievement.method

    @property
    def verdict(self) -> Verdict | None:
        """Whether the target is met."""
        return self.achievement.verdict

    @property
    def baseline(self) -> Quantity | None:
        """Figure before the programme acted."""
        return None if self.indicator.baseline is None else self.indicator.baseline.quantity


@frozen(kw_only=True)
class Subject:
    """What is known of an indicator before it is given a status.

    Parameters
    ----------
    indicator
        What is assessed.
    target
        The target that is assessed, if any is set.
    to_date
        The figure to date, then those of its groups.
    actual
        What counts towards the target.
    achievement
        What comes of the two.
    findings
        What the linter finds in its data.
    """

    indicator: Indicator
    target: Target | None
    to_date: Sequence[Figure]
    actual: Figure
    achievement: Achievement
    findings: Sequence[Finding]


def stand(subject: Subject, thresholds: Thresholds, as_of: date) -> IndicatorAssessment:
    """Tell where an indicator stands.

    Parameters
    ----------
    subject
        What is known of it.
    thresholds
        Rates from which a status is given.
    as_of
        The day.

    Returns
    -------
    IndicatorAssessment
    """
    indicator, target, achievement = subject.indicator, subject.target, subject.achievement
    findings, overdue = subject.findings, None
    if indicator.unit.is_milestone:
        days = milestone_rules.days_past_due(indicator, as_of)
        word, reason = milestone_status(subject.to_date[0].quantity, days)
        if days is not None:
            overdue = days if word is Status.OVERDUE else 0
            if overdue > 0:
                findings = [milestone_rules.overdue(indicator, overdue), *findings]
    else:
        word, reason = _status(subject, thresholds, as_of)
    if achievement.rate is None and reason is not None:
        achievement = evolve(achievement, reason=reason)
    return IndicatorAssessment(
        indicator=indicator,
        period=None if target is None else target.period,
        target=achievement.target,
        actual=_shown(target, subject.actual, word),
        to_date=subject.to_date[0],
        achievement=achievement,
        status=word,
        reason=achievement.reason if reason is None else reason,
        days_overdue=overdue,
        disaggregation=tuple(subject.to_date[1:]),
        findings=tuple(findings),
    )


def _status(subject: Subject, thresholds: Thresholds, as_of: date) -> tuple[Status, Reason | None]:
    if subject.target is None:
        return Status.NO_TARGET, Reason.NO_TARGET
    if not subject.target.period.is_over(as_of):
        return Status.NOT_DUE, Reason.NOT_DUE
    reason = subject.actual.reason
    if subject.actual.quantity is None and reason is not None:
        absent = reason in {Reason.NOT_REPORTED, Reason.NO_TOTAL}
        return (Status.NO_DATA if absent else Status.UNDEFINED), reason
    return status(subject.achievement, thresholds)


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
    return min(targets, key=lambda target: (target.period.end, -target.period.days), default=None)


def _shown(target: Target | None, actual: Figure, word: Status) -> Value | None:
    """Give the actual, or the kind of its absence."""
    if target is None:
        return None
    if word is Status.NOT_DUE:
        return Absence.NOT_DUE
    if actual.quantity is not None:
        return actual.quantity
    if actual.reason is Reason.NOT_APPLICABLE:
        return Absence.NOT_APPLICABLE
    return Absence.NOT_REPORTED
