"""Rules that hold figures against the baseline and the targets of their indicator."""

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np

from indh_me.compute.bounds import Bounds
from indh_me.errors import key_path
from indh_me.model import Accumulation, Baseline, Direction, Indicator, Period, Quantity, Target

from .finding import Finding, Severity
from .ledger import Ledger
from .ledger_search import of_ledger, of_ledger_on_any_day
from .rule import Check, Rule

__all__ = [
    "CHECKS",
    "bounds_wider_than_change",
    "implausible_rates",
    "late_baselines",
]

LATE_BASELINE = Rule(
    "ME042",
    "baseline-after-first-result",
    Severity.WARNING,
    "the baseline was measured after the first result",
)
IMPLAUSIBLE = Rule(
    "ME049",
    "implausible-rate",
    Severity.WARNING,
    "a figure is more than ten times its target",
)
WIDER_THAN_CHANGE = Rule(
    "ME059",
    "bounds-wider-than-change",
    Severity.WARNING,
    "the bounds of the latest figure lie further apart than baseline and target",
)

EPOCH = date(1970, 1, 1).toordinal()
#: Code of a period that no row is about, and place of a baseline that is not looked for.
NOWHERE = -1
#: Rates above this are seldom true.
IMPLAUSIBLE_RATE = 10.0


def late_baselines(ledger: Ledger) -> Iterator[Finding]:
    """Find baselines whose period ends after that of the first figure of the total.

    One that is itself among the figures is a point of their series: those before it are history.
    """
    totals = ledger.figures.some(ledger.figures.is_total)
    indicators = ledger.framework.indicators
    late: dict[int, Baseline] = {}
    for at in np.flatnonzero(~totals.follows).tolist():
        baseline = indicators[totals.owner[at]].baseline
        if baseline is None or baseline.period is None or baseline.quantity is None:
            continue
        if baseline.period.end.toordinal() - EPOCH > totals.reporting.end[at]:
            late[at] = baseline
    for at in _not_reported(totals, late):
        first, period = totals.entry(at), late[at].period
        yield LATE_BASELINE.found(
            place=key_path("indicators", first.code, "baseline", "period"),
            message=f"{first.code}: the baseline is of {period}, "
            f"after the first figure, of {first.when}",
            mend="give a baseline from before the first result, or correct its period",
            indicator=first.code,
        )


def _not_reported(totals: Ledger, baselines: Mapping[int, Baseline]) -> list[int]:
    """Give the rows for whose indicator a baseline is given that is none of its figures."""
    if not baselines:
        return []
    at = np.array(list(baselines))
    table, rows = totals.reporting.observations, totals.reporting.rows
    periods: dict[Period | None, int] = {each: code for code, each in enumerate(table.periods)}
    code = [periods.get(each.period, NOWHERE) for each in baselines.values()]
    bounds = Bounds.of([each.quantity for each in baselines.values()])
    # Each baseline stands beside all rows of its indicator.
    beside = np.full(len(totals.framework.indicators), NOWHERE)
    beside[totals.owner[at]] = np.arange(len(at))
    mine = beside[totals.owner]
    same = (mine != NOWHERE) & (table.period[rows] == np.array(code)[mine])
    same &= (totals.low == bounds.low[mine]) & (totals.high == bounds.high[mine])
    reported: list[int] = at[np.isin(np.arange(len(at)), mine[same], invert=True)].tolist()
    return reported


def implausible_rates(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Find figures that are more than ten times the target of their period.

    Only where more is better, and only against a target of the same period and categories that
    counts what the figure counts. The targets are those in force on the day, or the last ones.
    """
    figures = ledger.figures
    exceeded = list(_far_exceeded(figures, as_of))
    if not exceeded:
        return
    table, rows = figures.reporting.observations, figures.reporting.rows
    periods = {period: code for code, period in enumerate(table.periods)}
    cells = {cell: code for code, cell in enumerate(table.cells)}
    aims = {
        (position * len(periods) + periods[target.period]) * len(cells)
        + cells[target.categories]: value
        for position, target, value in exceeded
        if target.period in periods and target.categories in cells
    }
    if not aims:
        return
    keys = (figures.owner * len(periods) + table.period[rows]) * len(cells) + figures.cell
    known = np.array(sorted(aims), dtype=np.int64)
    bound = np.array([aims[key].high for key in known.tolist()], dtype=np.float64)
    place = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    over = (known[place] == keys) & (figures.low > IMPLAUSIBLE_RATE * bound[place])
    for at in np.flatnonzero(over).tolist():
        entry = figures.entry(at)
        yield IMPLAUSIBLE.found(
            place=entry.place,
            message=f"{entry.code} in {entry.when}: '{entry.figure}' is more than ten times "
            f"the target '{aims[int(keys[at])]}'",
            mend="check the digits and the unit of both",
            indicator=entry.code,
        )


def _far_exceeded(ledger: Ledger, as_of: date | None) -> Iterator[tuple[int, Target, Quantity]]:
    """Give targets that some figure of their indicator exceeds more than tenfold."""
    if len(ledger.starts) == 0:
        return
    owners = ledger.owner[ledger.starts].tolist()
    largest = np.maximum.reduceat(ledger.low, ledger.starts).tolist()
    for position, figure in zip(owners, largest, strict=True):
        indicator = ledger.framework.indicators[position]
        if indicator.direction is not Direction.INCREASE:
            continue
        for target in indicator.targets:
            value = _in_force(target, as_of) if target.revisions else target.value
            if value.high is None or not 0 < IMPLAUSIBLE_RATE * value.high < figure:
                continue
            # What is counted since the start is not what is counted in the period.
            if not (target.cumulative and indicator.accumulation is Accumulation.SUM):
                yield position, target, value


def bounds_wider_than_change(ledger: Ledger, as_of: date | None) -> Iterator[Finding]:
    """Find latest figures whose bounds lie further apart than baseline and target."""
    totals = ledger.totals
    bounded = np.isfinite(totals.low) & np.isfinite(totals.high) & ~totals.exact
    for at in np.flatnonzero(totals.last & bounded).tolist():
        indicator = ledger.framework.indicators[totals.owner[at]]
        entry = totals.entry(at)
        target = _next_target(indicator, entry.period)
        baseline = None if indicator.baseline is None else indicator.baseline.quantity
        if target is None or baseline is None:
            continue
        aim = _in_force(target, as_of)
        if 0 < _distance(baseline, aim) < entry.high - entry.low:
            yield WIDER_THAN_CHANGE.found(
                place=entry.place,
                message=f"{entry.code} in {entry.when}: the bounds of '{entry.figure}' lie further "
                f"apart than the baseline '{baseline}' and the target '{aim}'",
                mend="measure more precisely, or claim no change from this figure",
                indicator=entry.code,
            )


def _in_force(target: Target, as_of: date | None) -> Quantity:
    """Give the value of a target that holds on a day; without a day the last one."""
    return target.in_force(date.max if as_of is None else as_of)


def _next_target(indicator: Indicator, period: Period) -> Target | None:
    """Give the target of the total that is due next at the end of a period, else the last one.

    What is counted since the start is not what is counted in a period: then there is none.
    """
    flow = indicator.accumulation is Accumulation.SUM
    targets = [each for each in indicator.total_targets if not (flow and each.cumulative)]
    ahead = [each for each in targets if each.period.end >= period.end]
    return min(ahead, key=_due) if ahead else max(targets, key=_due, default=None)


def _due(target: Target) -> date:
    return target.period.end


def _distance(one: Quantity, other: Quantity) -> float:
    """Give how far two exact figures lie apart; 0 when one of them is not exact."""
    if one.best is None or other.best is None or not (one.is_exact and other.is_exact):
        return 0.0
    return abs(one.best - other.best)


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (LATE_BASELINE, of_ledger(late_baselines)),
    (IMPLAUSIBLE, of_ledger_on_any_day(implausible_rates)),
    (WIDER_THAN_CHANGE, of_ledger_on_any_day(bounds_wider_than_change)),
)
