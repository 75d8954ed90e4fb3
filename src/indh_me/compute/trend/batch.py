"""Many histories projected at once: those that are alike share the arrays of a panel."""

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from attrs import frozen

from indh_me.compute.bounds import Floats
from indh_me.compute.projection import PanelProjection, ProjectionReason, project_panel
from indh_me.model import Quantity

from .chance import Chances
from .policy import AUTO, Plan, choose
from .projection import ProjectedFigure
from .readings import Readings, readings_of
from .subject import Range, Subject

__all__ = ["Found", "Job", "projected"]

#: Methods that start from the last figure, and add to it what hangs on the first.
ANCHORED = {AUTO, "last", "drift", "half_drift", "shrunken_drift"}
#: Methods that lie between two bounds.
BOUNDED = {"logit_trend", "logit_trend_adjusted"}


@frozen(kw_only=True)
class Found:
    """What a panel has found of one subject.

    Parameters
    ----------
    figures, method, reason, weight
        As for `Projection`.
    plan
        What the method was chosen by; `None` where nothing was tried.
    """

    figures: tuple[ProjectedFigure, ...] = ()
    method: str | None = None
    reason: ProjectionReason | None = None
    weight: float | None = None
    plan: Plan | None = None


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


def projected(subjects: Sequence[Subject], method: str, level: float) -> list[Found]:
    """Project many subjects.

    Parameters
    ----------
    subjects
        What is projected; those with a reason are passed over.
    method
        Word of a method, or ``auto``.
    level
        Share of outcomes that the intervals should hold.

    Returns
    -------
    list[Found]
        One a subject.
    """
    found = [Found(reason=each.reason) for each in subjects]
    alike: defaultdict[tuple[Range, Plan], list[Job]] = defaultdict(list)
    for number, subject in enumerate(subjects):
        if subject.reason is None:
            job = _job(number, subject, method, level)
            if job.plan.method in BOUNDED and None in subject.bounds:
                found[number] = Found(reason=ProjectionReason.NO_BOUNDS, plan=job.plan)
                continue
            alike[subject.bounds, job.plan].append(job)
    for (bounds, plan), jobs in alike.items():
        panel = panel_of(jobs, bounds, plan, level)
        owners = [job.subject for job in jobs for _ in job.readings.series]
        chance, first = Chances.of(owners, panel), 0
        for job in jobs:
            rows = slice(first, first + len(job.readings.series))
            first = rows.stop
            found[job.number] = _found(job, panel, chance, rows)
    return found


def panel_of(jobs: Sequence[Job], bounds: Range, plan: Plan, level: float) -> PanelProjection:
    """Project the readings of jobs with the same bounds and plan, one row a reading."""
    rows = [(job, series) for job in jobs for series in job.readings.series]
    return project_panel(
        _table([series for _, series in rows]),
        _table([job.years for job, _ in rows]),
        at=_table([job.ahead for job, _ in rows], repeat_last=True),
        method=plan.method,
        bounds=bounds,
        level=level,
    )


def _job(number: int, subject: Subject, method: str, level: float) -> Job:
    history = subject.history
    plan = choose(history, subject.bounds, method)
    quantities = [each.quantity for each in history.figures]
    if history.is_paced:
        quantities = [each.quantity / each.period.years for each in history.figures]
    is_anchored = plan.method in ANCHORED and plan.season is None
    readings = readings_of(quantities, level, is_anchored=is_anchored)
    return Job(number=number, subject=subject, readings=readings, plan=plan)


def _table(rows: Sequence[Sequence[float]], *, repeat_last: bool = False) -> Floats:
    """Put rows of several lengths into one array, filled up with NaN or with their last number."""
    made = np.full((len(rows), max(map(len, rows))), math.nan)
    for line, row in zip(made, rows, strict=True):
        line[: len(row)] = row
        if repeat_last:
            line[len(row) :] = row[-1]
    return made


def _found(job: Job, panel: PanelProjection, chance: Chances, rows: slice) -> Found:
    reasons = [each for each in panel.reason[rows] if each is not None]
    if reasons:
        return Found(reason=reasons[0], plan=job.plan)
    subject, readings = job.subject, job.readings
    is_open = readings.is_open_below, readings.is_open_above
    figures = []
    for step, period in enumerate(subject.steps):
        length = subject.history.length_of(period)
        point, low, high = (
            (array[rows, step] * length).tolist() for array in (panel.point, panel.low, panel.high)
        )
        quantity = _spread(job, point, point)
        figures.append(
            ProjectedFigure(
                period=period,
                quantity=quantity,
                interval=None if math.isnan(low[0]) else _spread(job, low, high, quantity.best),
                target=subject.targets.get(period),
                probability=chance.of_step(subject, rows, step, is_open=is_open),
            )
        )
    weight = float(panel.weight[rows.start])
    return Found(
        figures=tuple(figures),
        method=panel.method[rows.start],
        weight=None if math.isnan(weight) or not readings.is_single else weight,
        plan=job.plan,
    )


def _spread(
    job: Job, lows: Sequence[float], highs: Sequence[float], best: float | None = None
) -> Quantity:
    """Give the range that all readings span, open where a reading is."""
    least, most = min(lows), max(highs)
    floor = job.subject.floor
    if floor is not None:
        least, most = max(least, floor), max(most, floor)
        best = None if best is None else max(best, floor)
    readings = job.readings
    if readings.is_single and best is None and least == most:
        best = least
    below, above = job.subject.bounds
    return Quantity(
        best,
        below if readings.is_open_below else least,
        above if readings.is_open_above else most,
    )
