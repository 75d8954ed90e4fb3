"""Many histories projected at once: those that are alike share the arrays of a panel."""

import math
from collections import defaultdict
from collections.abc import Sequence

from attrs import evolve, frozen

from indh_me.compute.projection import PanelProjection, ProjectionReason, project_panel
from indh_me.compute.projection.methods import TECHNIQUES
from indh_me.model import Quantity

from .chance import Chances
from .dating import expected_dates
from .job import Job, errors_of, job_of, table_of
from .policy import Plan
from .projection import ExpectedDate, ProjectedFigure, TrendTest
from .subject import Range, Subject
from .testing import trend_tests

__all__ = ["Found", "projected"]


@frozen(kw_only=True)
class Found:
    """What a panel has found of one subject.

    Parameters
    ----------
    figures, method, reason, weight, range_level, expected_date, trend_test
        As for `Projection`.
    plan
        What the method was chosen by; `None` where nothing is projected.
    """

    figures: tuple[ProjectedFigure, ...] = ()
    method: str | None = None
    reason: ProjectionReason | None = None
    weight: float | None = None
    range_level: float | None = None
    plan: Plan | None = None
    expected_date: ExpectedDate | None = None
    trend_test: TrendTest | None = None


def projected(
    subjects: Sequence[Subject], method: str, level: float, range_level: float
) -> list[Found]:
    """Project many subjects.

    Parameters
    ----------
    subjects
        What is projected; those with a reason are passed over.
    method
        Word of a method, or ``auto``.
    level
        Share of outcomes that the intervals should hold.
    range_level
        Share that the range around a best estimate holds.

    Returns
    -------
    list[Found]
        One a subject.
    """
    found = [Found(reason=each.reason) for each in subjects]
    alike: defaultdict[tuple[Range, Plan], list[Job]] = defaultdict(list)
    for number, subject in enumerate(subjects):
        if subject.reason is None:
            job = job_of(number, subject, method, range_level)
            reason = _unfit(job)
            if reason is None:
                alike[subject.bounds, job.plan].append(job)
            else:
                found[number] = Found(reason=reason)
    for (bounds, plan), jobs in alike.items():
        panel = _panel_of(jobs, bounds, plan, level)
        owners = [job.subject for job in jobs for _ in job.readings.series]
        chance, first = Chances.of(owners, panel), 0
        singles = [job for job in jobs if job.readings.is_single]
        dates, tests = expected_dates(singles, bounds, plan), trend_tests(singles)
        for job in jobs:
            rows = slice(first, first + len(job.readings.series))
            first = rows.stop
            made = _found(job, panel, chance, rows)
            has_interval = any(each.interval is not None for each in made.figures)
            found[job.number] = evolve(
                made,
                range_level=range_level if has_interval and job.readings.has_errors else None,
                expected_date=dates.get(job.number),
                trend_test=tests.get(job.number),
            )
    return found


def _panel_of(jobs: Sequence[Job], bounds: Range, plan: Plan, level: float) -> PanelProjection:
    """Project the readings of jobs with the same bounds and plan, one row a reading."""
    rows = [(job, series) for job in jobs for series in job.readings.series]
    return project_panel(
        table_of([series for _, series in rows]),
        table_of([job.years for job, _ in rows]),
        at=table_of([job.ahead for job, _ in rows], repeat_last=True),
        method=plan.method,
        season=plan.season,
        bounds=bounds,
        level=level,
        errors=errors_of([job for job, _ in rows]),
    )


def _unfit(job: Job) -> ProjectionReason | None:
    """Say why a method that was asked for is not for a subject."""
    technique = TECHNIQUES.get(job.plan.method)  # None of auto, which goes by the figures.
    if technique is None:
        return None
    if technique.needs_bounds and None in job.subject.bounds:
        return ProjectionReason.NO_BOUNDS
    if technique.is_seasonal and job.plan.season is None:
        return ProjectionReason.NO_SEASON
    return None


def _found(job: Job, panel: PanelProjection, chance: Chances, rows: slice) -> Found:
    reasons = [each for each in panel.reason[rows] if each is not None]
    if reasons:
        return Found(reason=reasons[0])
    subject, readings = job.subject, job.readings
    is_open = readings.is_open_below, readings.is_open_above
    figures = []
    for step, period in enumerate(subject.steps):
        length = subject.history.length_of(period)
        point, low, high = (
            [each * length for each in array[rows, step].tolist()]
            for array in (panel.point, panel.low, panel.high)
        )
        if not all(map(math.isfinite, point)):
            return Found(reason=ProjectionReason.TOO_LARGE)
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
    """Give the range that all readings span, open where a reading is or no number is as large."""
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
        below if readings.is_open_below or math.isinf(least) else least,
        above if readings.is_open_above or math.isinf(most) else most,
    )
