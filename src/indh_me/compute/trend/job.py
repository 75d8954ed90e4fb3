"""One subject with its readings, as rows of the arrays of a panel."""

import math
from collections.abc import Sequence

import numpy as np
from attrs import frozen

from indh_me.compute.bounds import Floats
from indh_me.compute.projection.methods import AUTO

from .policy import Plan, choose
from .readings import Readings, readings_of
from .subject import Subject

__all__ = ["Job", "errors_of", "job_of", "table_of"]

#: Methods that start from the last figure, and add to it what hangs on the first.
ANCHORED = {AUTO, "last", "drift", "half_drift", "shrunken_drift"}


@frozen(kw_only=True)
class Job:
    """One subject with its readings, as rows of a panel.

    Parameters
    ----------
    number
        Position of the subject.
    subject, readings, plan
        What is projected, in which readings, and how.
    """

    number: int
    subject: Subject
    readings: Readings
    plan: Plan

    @property
    def years(self) -> list[float]:
        """Where its figures stand on the axis of time."""
        return [each.year for each in self.subject.history.figures]

    @property
    def ahead(self) -> list[float]:
        """Where the periods projected to stand on it."""
        return [self.subject.history.year_of(each) for each in self.subject.steps]


def job_of(number: int, subject: Subject, method: str, range_level: float) -> Job:
    """Read the figures of a subject, and choose its method.

    Parameters
    ----------
    number
        Position of the subject.
    subject
        What is projected.
    method
        Word of a method, or ``auto``.
    range_level
        Share that the range around a best estimate holds.
    """
    history = subject.history
    plan = choose(history, subject.bounds, method)
    quantities = [history.pace_of(each) for each in history.figures]
    is_anchored = plan.method in ANCHORED and plan.season is None
    readings = readings_of(quantities, range_level, is_anchored=is_anchored)
    return Job(number=number, subject=subject, readings=readings, plan=plan)


def table_of(rows: Sequence[Sequence[float]], *, repeat_last: bool = False) -> Floats:
    """Put rows of several lengths into one array, filled up with NaN or with their last number."""
    made = np.full((len(rows), max(map(len, rows))), math.nan)
    for line, row in zip(made, rows, strict=True):
        line[: len(row)] = row
        if repeat_last:
            line[len(row) :] = row[-1]
    return made


def errors_of(jobs: Sequence[Job]) -> Floats | None:
    """Give the standard errors of the figures of jobs; `None` where all are known exactly."""
    if not any(job.readings.has_errors for job in jobs):
        return None
    return table_of([job.readings.errors for job in jobs])
