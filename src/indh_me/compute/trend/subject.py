"""What is asked of a projection, before anything is computed."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from attrs import frozen

from indh_me.compute.projection import ProjectionReason
from indh_me.compute.reporting import ReportingSet
from indh_me.model import Accumulation, Indicator, Period, Quantity, Target, Unit, UnitKind

from .history import History, history_of
from .steps import steps_to

__all__ = ["Asked", "Range", "Subject", "bounds_of_unit", "own_rows", "subject_of"]

Range = tuple[float | None, float | None]


@frozen(kw_only=True)
class Asked:
    """What the caller asks for; `None` leaves it to the indicator.

    Parameters
    ----------
    to
        The period projected to.
    target
        What it asks for.
    bounds
        Least and most that a figure can be.
    """

    to: Period | None = None
    target: Quantity | None = None
    bounds: Range | None = None


@frozen(kw_only=True)
class Subject:
    """An indicator, the figures to project, and where to.

    Parameters
    ----------
    indicator, as_of, to, history, bounds, reason
        As for `Projection`.
    steps
        The periods projected to.
    targets
        What each of them asks for.
    """

    indicator: Indicator
    as_of: date | None
    to: Period | None
    history: History
    bounds: Range
    reason: ProjectionReason | None
    steps: tuple[Period, ...] = ()
    targets: Mapping[Period, Quantity]

    @property
    def target(self) -> Quantity | None:
        """What the period asked for asks for."""
        return None if self.to is None else self.targets.get(self.to)

    @property
    def floor(self) -> float | None:
        """What a running total cannot fall below: its last figure; `None` of anything else."""
        history, least = self.history, self.bounds[0]
        if history.accumulation is not Accumulation.RUNNING_TOTAL or least is None or least < 0:
            return None
        return None if history.last is None else history.last.quantity.low


def subject_of(
    indicator: Indicator,
    reported: Sequence[tuple[Period, Quantity | None]],
    asked: Asked,
    as_of: date | None,
    *,
    has_groups: bool,
) -> Subject:
    """Gather what is projected of an indicator.

    Parameters
    ----------
    indicator
        Whose total is projected.
    reported
        Its figures by last day, `None` where they were reported as absent.
    asked
        What the caller asks for.
    as_of
        The day up to which figures count; says which revisions of targets hold.
    has_groups
        Whether figures of groups are reported.
    """
    targets = indicator.total_targets
    to = max((each.period for each in targets), key=_by_end, default=None)
    to = to if asked.to is None else asked.to
    bounds = bounds_of_unit(indicator.unit, reported) if asked.bounds is None else asked.bounds
    nothing = History(figures=(), accumulation=indicator.accumulation)
    reason = None
    if indicator.unit.is_milestone:
        reason = ProjectionReason.MILESTONE
    elif to is None:
        reason = ProjectionReason.NO_HORIZON
    elif len(reported) == 0 and has_groups:
        reason = ProjectionReason.NO_TOTAL
    if reason is not None or to is None:
        return Subject(
            indicator=indicator,
            as_of=as_of,
            to=to,
            history=nothing,
            bounds=bounds,
            reason=reason,
            targets={},
        )
    is_cumulative = _counts_since_start(indicator, to)
    history = history_of(indicator, reported, to=to, is_cumulative=is_cumulative)
    held = {
        each.period: _in_force(each, as_of)
        for each in targets
        if indicator.accumulation is not Accumulation.SUM or each.cumulative == is_cumulative
    }
    if asked.target is not None:
        held[to] = asked.target
    return Subject(
        indicator=indicator,
        as_of=as_of,
        to=to,
        history=history,
        bounds=bounds,
        reason=history.reason,
        steps=steps_to(to, history, held),
        targets=held,
    )


def bounds_of_unit(unit: Unit, reported: Sequence[tuple[Period, Quantity | None]]) -> Range:
    """Give what figures of a unit can be at least and at most.

    Parameters
    ----------
    unit
        A score has the ends of its scale; counts, money and ratios are not below zero; a percentage
        lies from 0 to 100.
    reported
        A bound that a figure has passed is none, such as 100 for enrolment rates: it does not
        hold for this indicator.

    Examples
    --------
    >>> bounds_of_unit(Unit.percent(), [])
    (0.0, 100.0)
    """
    low, high = 0.0, None
    if unit.kind is UnitKind.PERCENT:
        high = 100.0
    elif unit.kind is UnitKind.SCORE:
        return unit.low, unit.high
    ends = [
        end
        for _, value in reported
        if value is not None
        for end in (value.low, value.best, value.high)
        if end is not None
    ]
    is_below = any(end < low for end in ends)
    is_above = high is not None and any(end > high for end in ends)
    return (None if is_below else low), (None if is_above else high)


def own_rows(
    reporting: ReportingSet,
) -> dict[str, tuple[list[tuple[Period, Quantity | None]], bool]]:
    """Give for each indicator its totals by last day, and whether groups of it are reported."""
    table = reporting.observations
    found: dict[str, tuple[list[tuple[Period, Quantity | None]], bool]] = {}
    bounds = reporting.bounds().quantities()
    periods = table.period[reporting.rows].tolist()
    absent = (table.absence[reporting.rows] != 0).tolist()
    ends = [*reporting.starts.tolist(), len(periods)]
    for group, (first, end) in enumerate(pairwise(ends)):
        code = table.indicators[reporting.indicator[group]]
        rows, _ = found.setdefault(code, ([], False))
        if not table.cells[reporting.cell[group]].is_total:
            found[code] = rows, True
            continue
        for row in range(first, end):
            value = None if absent[row] else bounds[row]
            rows.append((table.periods[periods[row]], value))
    return found


def _counts_since_start(indicator: Indicator, to: Period) -> bool:
    """Tell whether running totals of a flow are projected: its last target up to then asks so."""
    due = [each for each in indicator.total_targets if each.period.end <= to.end]
    if indicator.accumulation is not Accumulation.SUM or not due:
        return False
    return max(due, key=lambda each: _by_end(each.period)).cumulative


def _by_end(period: Period) -> tuple[date, date]:
    return period.end, period.start


def _in_force(target: Target, as_of: date | None) -> Quantity:
    return target.value if as_of is None else target.in_force(as_of)
