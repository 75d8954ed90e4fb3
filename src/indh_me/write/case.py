"""Cases: what a target may be held against, whatever figures are still filled in.

Which target is assessed, and which leg of the way to it an indicator is on, follow from the plan
and from the last day that figures reach to. In a workbook only some days are possible: the last
days of its rows. So all cases are known when it is written, and there is mostly one.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from attrs import evolve, frozen

from indh_me.compute import Achievement, Reason
from indh_me.compute.method import baseline_of, method_of
from indh_me.compute.obstacle import obstacles
from indh_me.compute.progress import path_method
from indh_me.compute.standing import Subject
from indh_me.compute.target_ahead import target_ahead
from indh_me.compute.trajectory import Expectation, expectations
from indh_me.compute.window import Window
from indh_me.model import Accumulation, Indicator, Method, Period, Quantity, Target

__all__ = ["Case", "Counted", "Way", "cases_of"]


@frozen(kw_only=True)
class Way:
    """The way to a target that is not due, on one leg.

    Parameters
    ----------
    expectation
        What is expected on a day on that leg, one on which something is if there is any.
    plan
        What progress is measured against on that day: target, baseline and method.
    obstacle
        Why there is no progress, whatever the actual.
    """

    expectation: Expectation
    plan: Achievement
    obstacle: Reason | None


@frozen(kw_only=True)
class Counted:
    """Which figures are held against a target.

    Parameters
    ----------
    window
        The window of the target.
    inside, to_date
        Whether the figures inside it may be, and whether everything to date may be. Where both
        may, everything to date is as long as nothing is reported inside.
    """

    window: Window
    inside: bool
    to_date: bool


@frozen(kw_only=True)
class Case:
    """A target that may be assessed, and how.

    Parameters
    ----------
    target
        The target.
    value
        Its value in force.
    counted
        Which figures are held against it.
    may_be_past
        Whether figures may reach to its last day, behind which the method looks for the next one.
    obstacle
        Why it gives no rate, whatever the actual.
    since
        Last day of the figures from which on this is the case; `None` for any.
    way
        The way to it; `None` when it is due.
    """

    target: Target
    value: Quantity
    counted: Counted
    may_be_past: bool
    obstacle: Reason | None
    since: date | None
    way: Way | None

    @property
    def last(self) -> date:
        """The day on which the target falls due."""
        return self.target.period.end


def cases_of(
    subjects: Iterable[Subject], rows: Mapping[str, Sequence[Period]], as_of: date
) -> dict[str, tuple[Case, ...]]:
    """Give the cases of indicators.

    Parameters
    ----------
    subjects
        What is known of each.
    rows
        Periods for which figures of its total may be filled in, by code.
    as_of
        The day.

    Returns
    -------
    dict[str, tuple[Case, ...]]
        By code, in the order of due days, then of the days that figures reach to. None for an
        indicator without targets, and for milestones.
    """
    drafts = [
        draft
        for subject in subjects
        if subject.target is not None and not subject.indicator.unit.is_milestone
        for draft in _drafts(subject, rows[subject.indicator.code], as_of)
    ]
    hindrances = obstacles([draft.plan for draft in drafts])
    ways = _ways(drafts, as_of)
    cases: dict[str, list[Case]] = {}
    for draft, obstacle, own in zip(drafts, hindrances, ways, strict=True):
        made = [
            Case(
                target=draft.target,
                value=draft.target.in_force(as_of),
                counted=draft.counted,
                may_be_past=draft.may_be_past,
                obstacle=obstacle,
                since=since,
                way=way,
            )
            for since, way in own
        ]
        cases.setdefault(draft.indicator.code, []).extend(made)
    return {code: tuple(each) for code, each in cases.items()}


@frozen(kw_only=True)
class _Draft:
    """A target that may be assessed, and the last days of figures with which it is."""

    indicator: Indicator
    target: Target
    plan: Achievement
    counted: Counted
    may_be_past: bool
    days: tuple[date, ...]


def _drafts(subject: Subject, rows: Sequence[Period], as_of: date) -> list[_Draft]:
    indicator, to_milestone = subject.indicator, method_of(subject.indicator) is Method.MILESTONE
    known = [period for period in rows if period.is_over(as_of)]
    days = (*sorted({period.end for period in known}), None)
    chosen: dict[date, tuple[Target, list[date | None]]] = {}
    target = subject.target
    for until in days:
        if to_milestone:
            target = target_ahead(indicator, until, as_of)
        if target is not None:
            chosen.setdefault(target.period.end, (target, []))[1].append(until)
    drafts = []
    for last, (each, untils) in sorted(chosen.items()):
        counted = _counted(indicator, each, known, as_of)
        reached = untils
        if indicator.accumulation is Accumulation.SUM:
            # Of a flow, only what lies inside the window counts.
            reached = [None, *(period.end for period in known if period in counted.window)]
        # Without figures, what is expected on the as-of date is shown.
        held = {as_of if until is None else until for until in reached}
        drafts.append(
            _Draft(
                indicator=indicator,
                target=each,
                plan=evolve(subject.achievement, target=each.in_force(as_of)),
                counted=counted,
                may_be_past=to_milestone
                and any(until is not None and until >= last for until in reached),
                days=() if each.period.is_over(as_of) else tuple(sorted(held)),
            )
        )
    return drafts


def _counted(indicator: Indicator, target: Target, known: Sequence[Period], as_of: date) -> Counted:
    """Tell which figures count, as `indh_me.compute.standings` does."""
    window = Window.of(indicator, target)
    inside = [period in window for period in known]
    if indicator.accumulation is Accumulation.SUM:
        return Counted(window=window, inside=True, to_date=False)
    if method_of(indicator) is Method.MILESTONE:
        return Counted(window=window, inside=False, to_date=True)
    either = not target.period.is_over(as_of) and not all(inside)
    return Counted(window=window, inside=any(inside) or not either, to_date=either)


def _ways(drafts: Sequence[_Draft], as_of: date) -> list[list[tuple[date | None, Way | None]]]:
    """Give the ways to each target, with the day from which on each is taken."""
    days = [(draft, day) for draft in drafts for day in draft.days]
    found = expectations([draft.indicator for draft, _ in days], [day for _, day in days], as_of)
    plans = [_plan(each) for each in found]
    ways = iter(
        [
            Way(expectation=expectation, plan=plan, obstacle=obstacle)
            for expectation, plan, obstacle in zip(found, plans, obstacles(plans), strict=True)
        ]
    )
    return [
        _by_day([next(ways) for _ in draft.days]) if draft.days else [(None, None)]
        for draft in drafts
    ]


def _plan(expectation: Expectation) -> Achievement:
    """Give what progress is measured against, see `indh_me.compute.progress.progress_of`."""
    indicator = expectation.indicator
    start, share = baseline_of(indicator), expectation.fraction
    if start is not None and share is not None and indicator.accumulation is Accumulation.SUM:
        start *= share
    return Achievement(
        rate=None,
        method=path_method(indicator),
        reason=None,
        verdict=None,
        actual=None,
        target=expectation.expected,
        baseline=start,
        direction=indicator.direction,
        band=indicator.band,
    )


def _by_day(ways: Sequence[Way]) -> list[tuple[date | None, Way | None]]:
    """Put together neighbouring days on one leg, of which the last stands for all."""
    # Where nothing is expected yet, it is what will be that tells how.
    standing_for: list[Way] = []
    for way in reversed(ways):
        later = standing_for[-1] if standing_for else way
        idle = way.expectation.fraction == 0 and later.expectation.fraction != 1
        standing_for.append(later if idle and _leg(way) == _leg(later) else way)
    days = [way.expectation.day for way in ways]
    runs = [list(run) for _, run in groupby(zip(days, standing_for[::-1], strict=True), _kind)]
    return [(None if number == 0 else run[0][0], run[-1][1]) for number, run in enumerate(runs)]


def _leg(way: Way) -> tuple[object, ...]:
    each = way.expectation
    return each.profile, each.start, each.first_day, each.target, each.due, each.reason


def _kind(dated: tuple[date, Way]) -> tuple[object, ...]:
    """Tell apart what is written in different formulas."""
    _, way = dated
    wanted = way.plan.target
    below_zero = wanted is not None and wanted.low is not None and wanted.low < 0
    inverse = path_method(way.expectation.indicator) is Method.INVERSE_RATIO
    return *_leg(way), way.expectation.fraction == 1, way.obstacle, inverse and below_zero
