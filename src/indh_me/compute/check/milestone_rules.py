"""Rules about what is to be done once, by a due date."""

from collections.abc import Iterator
from datetime import date

from indh_me.compute.figure import figures_to_date
from indh_me.compute.reporting import ReportingSet
from indh_me.compute.status import Status, milestone_status
from indh_me.errors import key_path
from indh_me.model import Framework, Indicator

from .data_rules import address
from .finding import Finding, Severity
from .rule import Check, Rule, Subject, of_data

__all__ = ["CHECKS", "days_past_due", "more_or_less_than_done", "overdue", "overdue_milestones"]

OVERDUE = Rule(
    "ME001",
    "overdue-milestone",
    Severity.WARNING,
    "a milestone is past its due date on the as-of date and not reported done",
)
MILESTONE_FIGURE = Rule(
    "ME008",
    "milestone-figure",
    Severity.ERROR,
    "a milestone is reported by a figure that says neither done nor not done",
)


def overdue(indicator: Indicator, days: int) -> Finding:
    """Say that a milestone is overdue.

    Parameters
    ----------
    indicator
        The milestone.
    days
        Days since it fell due.

    Examples
    --------
    >>> overdue(Indicator.milestone("C-P1"), 1).message
    'milestone C-P1 is overdue by 1 day'
    """
    return OVERDUE.found(
        place=key_path("indicators", indicator.code),
        message=f"milestone {indicator.code} is overdue by {days} day{'s' if days > 1 else ''}",
        mend="report it done, or revise its target with a rationale",
        indicator=indicator.code,
    )


def days_past_due(indicator: Indicator, as_of: date) -> int | None:
    """Count the days from the end of a milestone's due period.

    Parameters
    ----------
    indicator
        The milestone. Of several due periods the last one that is past counts, else the next.
    as_of
        The day.

    Returns
    -------
    int | None
        Negative before it is due; `None` without a due period.

    Examples
    --------
    >>> from indh_me.model import Period
    >>> days_past_due(Indicator.milestone("C-P1", due=Period.year(2007)), date(2008, 3, 27))
    87
    """
    ends = [target.period.end for target in indicator.total_targets]
    past = [end for end in ends if end < as_of]
    if past:
        return (as_of - max(past)).days
    return (as_of - min(ends)).days if ends else None


def overdue_milestones(
    framework: Framework, reporting: ReportingSet, as_of: date
) -> Iterator[Finding]:
    """Find milestones that are past their due date and not known to be done by then."""
    milestones = [each for each in framework.indicators if each.unit.is_milestone]
    reported = reporting.some(reporting.rows_of({each.code for each in milestones}))
    for indicator, figures in zip(milestones, figures_to_date(reported, milestones), strict=True):
        word, _ = milestone_status(figures[0].quantity, days := days_past_due(indicator, as_of))
        if word is Status.OVERDUE and days is not None:
            yield overdue(indicator, days)


def more_or_less_than_done(framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    """Find figures of milestones that are neither 1 (done) nor 0 (not done)."""
    table = reporting.observations
    milestones = {each.code for each in framework.indicators if each.unit.is_milestone}
    low, high = table.low[reporting.rows], table.high[reporting.rows]
    said = (low == high) & ((low == 0) | (low == 1))
    wrong = reporting.rows_of(milestones) & (table.absence[reporting.rows] == 0) & ~said
    for row in reporting.rows[wrong].tolist():
        seen = table[row]
        yield MILESTONE_FIGURE.found(
            place=address(seen),
            message=f"'{seen.value}' for milestone {seen.indicator}",
            mend="report true (done) or false (not done)",
            indicator=seen.indicator,
        )


def _overdue(subject: Subject) -> Iterator[Finding]:
    if subject.as_of is None or subject.counted is None:
        return iter(())
    return overdue_milestones(subject.framework, subject.counted, subject.as_of)


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (OVERDUE, _overdue),
    (MILESTONE_FIGURE, of_data(more_or_less_than_done)),
)
