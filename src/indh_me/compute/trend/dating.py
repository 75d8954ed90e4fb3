"""The dates at which the targets of many subjects are expected to be met."""

from collections.abc import Sequence

import numpy as np

from indh_me.compute.projection import expected_date
from indh_me.compute.projection.panel import day_over
from indh_me.model import Direction

from .job import Job, errors_of, table_of
from .policy import Plan
from .projection import ExpectedDate
from .subject import Range, Subject

__all__ = ["expected_dates"]


def expected_dates(jobs: Sequence[Job], bounds: Range, plan: Plan) -> dict[int, ExpectedDate]:
    """Give when targets are expected to be met, by the number of the subject.

    Parameters
    ----------
    jobs
        Of one reading each, with the same bounds and plan.
    bounds, plan
        As they are projected.

    Returns
    -------
    dict[int, ExpectedDate]
        For jobs with a target that is one number. A season has no dates between its steps, and
        an indicator to maintain no date at all.
    """
    if plan.season is not None:
        return {}
    found: dict[int, ExpectedDate] = {}
    for way in (Direction.INCREASE, Direction.DECREASE):
        mine = [
            (job, goal)
            for job in jobs
            for goal in (_goal(job.subject),)
            if goal is not None and job.subject.indicator.direction is way
        ]
        if not mine:
            continue
        asked = [job for job, _ in mine]
        made = expected_date(
            table_of([job.readings.series[0] for job in asked]),
            table_of([job.years for job in asked]),
            np.array([goal for _, goal in mine]),
            way,
            method=plan.method,
            bounds=bounds,
            errors=errors_of(asked),
        )
        columns = (made.date.tolist(), made.earliest.tolist(), made.latest.tolist(), made.reason)
        for job, when, earliest, latest, reason in zip(asked, *columns, strict=True):
            found[job.number] = ExpectedDate(
                day=day_over(when),
                earliest=day_over(earliest),
                latest=day_over(latest),
                reason=reason,
                level=made.level,
            )
    return found


def _goal(subject: Subject) -> float | None:
    """Give the target asked for, in the unit that is projected; `None` where it is no number."""
    target, to = subject.target, subject.to
    if target is None or to is None or target.best is None:
        return None
    return target.best / subject.history.length_of(to)
