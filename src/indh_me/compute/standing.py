"""Where one indicator stands on a day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from indh_me.model import (
    TOTAL,
    Absence,
    Accumulation,
    Categories,
    Direction,
    Indicator,
    Method,
    Period,
    Quantity,
    Target,
    Thresholds,
)
from indh_me.model.quantity import Value
from indh_me.notebook import ShownInNotebook

from .achievement import Achievement
from .check import milestone_rules
from .check.finding import Finding
from .figure import Figure
from .reason import Reason
from .status import Status, milestone_status, status
from .target_version import TargetVersion
from .trajectory import Expectation
from .verdict import Verdict

__all__ = ["IndicatorAssessment", "Subject", "stand"]

#: Accumulations of which what is reached stays reached.
LASTING = frozenset({Accumulation.SUM, Accumulation.RUNNING_TOTAL, Accumulation.PEAK})


@frozen(kw_only=True)
class IndicatorAssessment(ShownInNotebook):
    """Where one indicator, or one group of it, stands.

    Parameters
    ----------
    indicator
        What is assessed.
    categories
        The group that it is assessed for; the total by default.
    period
        Period of the target that is assessed: the last that is due, else the next one; `None`
        when no target is set. For the method ``milestone``, the next one after the actual.
    target
        The target in force on the as-of date.
    actual
        What was reached of it, over the same period (since the start for a cumulative target or
        a milestone), or why there is no figure; `None` when no target is set. Of a level whose
        target is not due, the value to date.
    to_date
        Everything reported up to the as-of date, accumulated.
    achievement
        Rate, method, verdict and the inputs they came from.
    expectation
        What was expected on the last day that the actual reaches to, on the as-of date where
        there is none.
    progress
        The actual held against what was expected; `None` where that gives no status: for a target
        that is due, a milestone, and where nothing is expected or reported yet.
    status
        Where it stands, in a word.
    thresholds
        Rates from which that was given.
    reason
        Why there is no rate or no status.
    days_overdue
        Days since a milestone fell due without being done; 0 when it is done or not due; `None`
        for what has no due date.
    versions
        The versions of a revised target, the original first, with what has been reached of each.
    disaggregation
        To-date figures by category.
    groups
        Where the groups stand that `assess` was asked for.
    findings
        What the linter finds in its data.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> due = me.Target(period=me.Period.year(2008), value=20_000)
    >>> trained = me.Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum", targets=[due]
    ... )
    >>> framework = me.Framework(code="DEMO", languages=["fr"], indicators=[trained])
    >>> seen = me.Observations.from_columns(["T-R1"], ["2008"], [18_000])
    >>> made = me.assess(framework, seen, as_of=date(2008, 12, 31))
    >>> row = made["T-R1"]
    >>> row.indicator.code, str(row.rate), row.status.value, str(row.target)
    ('T-R1', '0.9', 'on_track', '20000')
    >>> row.method.value, row.verdict.value, row.baseline, str(row.expected)
    ('target_ratio', 'not_met', None, '20000')
    """

    indicator: Indicator
    categories: Categories = TOTAL
    period: Period | None
    target: Quantity | None
    actual: Value | None
    to_date: Figure
    achievement: Achievement
    expectation: Expectation
    progress: Achievement | None
    status: Status
    thresholds: Thresholds
    reason: Reason | None
    days_overdue: int | None
    versions: tuple[TargetVersion, ...] = ()
    disaggregation: tuple[Figure, ...]
    groups: "tuple[IndicatorAssessment, ...]" = field(default=())
    findings: tuple[Finding, ...]

    @property
    def rate(self) -> Quantity | None:
        """Rate of achievement, a fraction; `None` when undefined."""
        return self.achievement.rate

    @property
    def method(self) -> Method | None:
        """How the rate was computed; `None` when no method applies."""
        return self.achievement.method

    @property
    def verdict(self) -> Verdict | None:
        """Whether the target is met; `None` while it is not due, unless it is met for good."""
        return self.achievement.verdict

    @property
    def baseline(self) -> Quantity | None:
        """Figure before the programme acted; `None` when there is none."""
        return None if self.indicator.baseline is None else self.indicator.baseline.quantity

    @property
    def expected(self) -> Quantity | None:
        """The value that was expected; `None` when nothing can be."""
        return self.expectation.expected


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
    expectation, progress
        What was expected, and what comes of the actual and that before the target is due.
    versions
        What has been reached of each version of the target.
    findings
        What the linter finds in its data.
    """

    indicator: Indicator
    target: Target | None
    to_date: Sequence[Figure]
    actual: Figure
    achievement: Achievement
    expectation: Expectation
    progress: Achievement | None
    versions: tuple[TargetVersion, ...]
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
    findings, overdue, progress = subject.findings, None, None
    # Of a target that is not due: what does not hold of it yet.
    not_yet: dict[str, Any] = {}
    if indicator.unit.is_milestone:
        days = milestone_rules.days_past_due(indicator, as_of)
        word, reason = milestone_status(subject.to_date[0].quantity, days)
        if days is not None:
            overdue = days if word is Status.OVERDUE else 0
            if overdue > 0:
                findings = [milestone_rules.overdue(indicator, overdue), *findings]
    elif target is None or target.period.is_over(as_of):
        word, reason = _of_due(subject, thresholds)
    else:
        word, reason = _on_the_way(subject, thresholds)
        if word is Status.NOT_DUE:
            not_yet = {"actual": None, "rate": None, "reason": reason, "verdict": None}
        else:
            progress = subject.progress
            if word is not Status.ACHIEVED:
                not_yet = {"verdict": None}
    if not_yet:
        achievement = evolve(achievement, **not_yet)
    if achievement.rate is None and reason is not None and progress is None:
        achievement = evolve(achievement, reason=reason)
    return IndicatorAssessment(
        indicator=indicator,
        period=None if target is None else target.period,
        target=achievement.target,
        actual=_shown(target, subject.actual, word),
        to_date=subject.to_date[0],
        achievement=achievement,
        expectation=subject.expectation,
        progress=progress,
        status=word,
        thresholds=thresholds,
        reason=achievement.reason if reason is None else reason,
        days_overdue=overdue,
        versions=tuple(
            evolve(each, achievement=evolve(each.achievement, **not_yet))
            for each in subject.versions
        ),
        disaggregation=tuple(subject.to_date[1:]),
        findings=tuple(findings),
    )


def _of_due(subject: Subject, thresholds: Thresholds) -> tuple[Status, Reason | None]:
    """Give the status of a target that is due."""
    if subject.target is None:
        return Status.NO_TARGET, Reason.NO_TARGET
    reason = subject.actual.reason
    if reason is not None:
        absent = reason in {Reason.NOT_REPORTED, Reason.NO_TOTAL}
        return (Status.NO_DATA if absent else Status.UNDEFINED), reason
    return status(subject.achievement, thresholds)


def _on_the_way(subject: Subject, thresholds: Thresholds) -> tuple[Status, Reason | None]:
    """Give the status of a target that is not due: progress against what is expected by now."""
    indicator, expectation = subject.indicator, subject.expectation
    nothing = Status.NOT_DUE, Reason.NOT_DUE
    if subject.progress is None:
        return nothing
    lasting = indicator.direction is Direction.INCREASE and indicator.accumulation in LASTING
    if lasting and subject.achievement.verdict is Verdict.MET:
        return Status.ACHIEVED, None
    on_a_path = indicator.direction is not Direction.MAINTAIN
    if on_a_path and (expectation.fraction is None or expectation.fraction == 0):
        return nothing
    word, reason = status(subject.progress, thresholds)
    # What is ahead of its path, or inside its band, is not there for good.
    return (Status.ON_TRACK if word is Status.ACHIEVED else word), reason


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
