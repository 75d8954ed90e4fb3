"""Rules about what is to be done once, by a due date."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from indh_me.compute.figure import figures_to_date
from indh_me.compute.reporting import ReportingSet
from indh_me.compute.status import Status, milestone_status
from indh_me.errors import key_path
from indh_me.model import Framework, Indicator

from .finding import Finding, Severity

__all__ = ["days_past_due", "more_or_less_than_done", "overdue", "overdue_milestones"]


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
    return Finding(
        id="ME001",
        severity=Severity.WARNING,
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
    codes = np.array(
        [code in {each.code for each in milestones} for code in reporting.observations.indicators],
        dtype=np.bool_,
    )
    reported = reporting.some(codes[reporting.indicator][reporting.group])
    for indicator, figures in zip(milestones, figures_to_date(reported, milestones), strict=True):
        word, _ = milestone_status(figures[0].quantity, days := days_past_due(indicator, as_of))
        if word is Status.OVERDUE and days is not None:
            yield overdue(indicator, days)


def more_or_less_than_done(framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    """Find figures of milestones that are neither 1 (done) nor 0 (not done)."""
    table = reporting.observations
    milestones = {each.code for each in framework.indicators if each.unit.is_milestone}
    of_code = np.array([code in milestones for code in table.indicators], dtype=np.bool_)
    low, high = table.low[reporting.rows], table.high[reporting.rows]
    said = (low == high) & ((low == 0) | (low == 1))
    wrong = of_code[table.indicator[reporting.rows]] & ~said
    wrong &= table.absence[reporting.rows] == 0
    for row in reporting.rows[wrong].tolist():
        seen = table[row]
        yield Finding(
            id="ME008",
            severity=Severity.ERROR,
            place=key_path("observations", seen.indicator, str(seen.period)),
            message=f"'{seen.value}' for milestone {seen.indicator}",
            mend="report true (done) or false (not done)",
            indicator=seen.indicator,
        )
