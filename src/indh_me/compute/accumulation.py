"""How the figures of several periods make one."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.model import Accumulation

from .bounds import Bounds, Flags, Floats, Positions
from .reason import Reason
from .reporting import ReportingSet

__all__ = ["Accumulated", "accumulate"]

#: Kinds that count every period, so that none may be counted twice.
ADDING = (Accumulation.SUM, Accumulation.MEAN, Accumulation.RATIO)
#: Kinds for which the last period speaks for all.
LAST = (Accumulation.LATEST, Accumulation.RUNNING_TOTAL)
ABSENT_CODE = {1: Reason.NOT_REPORTED, 2: Reason.NOT_APPLICABLE}


@frozen(eq=False)
class Accumulated:
    """One figure for each group of a reporting set.

    Parameters
    ----------
    bounds
        The figures, in each indicator's unit, shape (groups,).
    reasons
        Why there is none, or `None`, one a group.
    """

    bounds: Bounds
    reasons: tuple[Reason | None, ...]


def accumulate(
    reporting: ReportingSet,
    kinds: Sequence[Accumulation],
    factors: npt.ArrayLike = 1.0,
) -> Accumulated:
    r"""Make one figure of the periods of each group.

    Parameters
    ----------
    reporting
        The observations that count, in groups.
    kinds
        How each group accumulates, one a group.
    factors
        For ``ratio``: what numerator / denominator is multiplied by (100 for percent), shape
        (groups,) or a single number.

    Returns
    -------
    Accumulated

    Notes
    -----
    With x_i the figure of period i, and N_i, D_i its numerator and denominator:

    - ``sum``: the sum of x_i; ``mean``: that over their number; ``peak``: the largest x_i;
    - ``latest``, ``running_total``: the x_i whose period ends last;
    - ``ratio``: factor * sum N_i / sum D_i. The bounds are the mean of the bounds weighted by
      D_i, so a survey's interval is kept. A single period keeps its own figure.

    Each bound is accumulated by itself, which is interval arithmetic. Periods that are reported
    as absent are left out. ``sum``, ``mean`` and ``ratio`` refuse periods with days in common,
    the others two figures where one is needed.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.model import Observations
    >>> from indh_me.compute.reporting import reporting_set
    >>> table = Observations.from_columns(["A", "A"], ["2007", "2008"], [4, 5])
    >>> counted = reporting_set(table, date(2008, 12, 31))
    >>> accumulate(counted, [Accumulation.SUM]).bounds.best
    array([9.])
    """
    groups = len(reporting.starts)
    absence = reporting.observations.absence[reporting.rows]
    kind = np.array([KINDS.index(each) for each in kinds], dtype=np.int8)
    factor = np.broadcast_to(np.asarray(factors, dtype=np.float64), groups)
    if groups == 0 or not absence.any():
        bounds, reasons = _figures(reporting, kind, factor)
        return Accumulated(bounds, tuple(reasons))

    with_figures = absence == 0
    present = np.unique(reporting.group[with_figures])
    figures, found = _figures(reporting.some(with_figures), kind[present], factor[present])
    low, best, high = (np.full(groups, np.nan) for _ in range(3))
    low[present], best[present], high[present] = figures.low, figures.best, figures.high
    # Of a group with no figure at all, "not reported" says more than "not applicable".
    coded = np.minimum.reduceat(np.where(with_figures, 3, absence), reporting.starts)
    reasons = [ABSENT_CODE.get(code) for code in coded.tolist()]
    for position, reason in zip(present.tolist(), found, strict=True):
        reasons[position] = reason
    return Accumulated(Bounds(low, best, high), tuple(reasons))


KINDS = tuple(Accumulation)


def _figures(
    reporting: ReportingSet, kind: npt.NDArray[np.int8], factor: Floats
) -> tuple[Bounds, list[Reason | None]]:
    """Accumulate groups in which every row has a figure."""
    groups = len(reporting.starts)
    reasons: list[Reason | None] = [None] * groups
    if groups == 0:
        return Bounds.absent(0), reasons
    low, best, high = (np.full(groups, np.nan) for _ in range(3))
    for each in np.unique(kind).tolist():
        mine = kind == each
        chosen = reporting if mine.all() else reporting.some(mine[reporting.group])
        with np.errstate(over="ignore", invalid="ignore"):
            made, wrong = _of_kind(chosen, KINDS[each], factor[mine])
        low[mine], best[mine], high[mine] = made.low, made.best, made.high
        for position, reason in zip(np.flatnonzero(mine).tolist(), wrong, strict=True):
            reasons[position] = reason
    kept = np.array([reason is None for reason in reasons])
    return Bounds(low, best, high).where(kept), reasons


def _of_kind(
    chosen: ReportingSet, kind: Accumulation, factor: Floats
) -> tuple[Bounds, list[Reason | None]]:
    """Accumulate groups that are all of one kind."""
    starts, sizes = chosen.starts, np.diff(chosen.starts, append=len(chosen.rows))
    figures = chosen.bounds()
    if kind in LAST:
        made = figures.part(starts + sizes - 1)
    elif kind is Accumulation.PEAK:
        made = _reduced(np.maximum, figures, starts)
    elif kind is Accumulation.RATIO:
        made = _pooled(chosen, figures, sizes, factor)
    else:
        made = _reduced(np.add, figures, starts)
        if kind is Accumulation.MEAN:
            made = Bounds(made.low / sizes, made.best / sizes, made.high / sizes)
    wrong = _collisions(chosen, kind)
    if kind is Accumulation.RATIO:
        wrong = [
            Reason.MISSING_DENOMINATOR if reason is None and missing else reason
            for reason, missing in zip(wrong, ~made.given, strict=True)
        ]
    return made, wrong


def _reduced(operation: np.ufunc, figures: Bounds, starts: Positions) -> Bounds:
    return Bounds(
        operation.reduceat(figures.low, starts),
        operation.reduceat(figures.best, starts),
        operation.reduceat(figures.high, starts),
    )


def _pooled(chosen: ReportingSet, figures: Bounds, sizes: Positions, factor: Floats) -> Bounds:
    """Pool numerators and denominators; the lower bound is NaN where one is missing."""
    starts = chosen.starts
    numerator, weight = chosen.column("numerator"), chosen.column("denominator")
    pool = np.add.reduceat(weight, starts)
    best = factor * np.add.reduceat(numerator, starts) / pool
    share = np.repeat(factor, sizes) * numerator / weight
    exact = figures.low == figures.high
    low = np.add.reduceat(np.where(exact, share, figures.low) * weight, starts) / pool
    high = np.add.reduceat(np.where(exact, share, figures.high) * weight, starts) / pool
    undefined = ~np.isfinite(best)
    low = np.where(undefined, np.nan, np.where(np.isnan(low), -np.inf, np.minimum(low, best)))
    high = np.where(np.isnan(high), np.inf, np.maximum(high, best))
    all_exact = np.logical_and.reduceat(exact, starts)
    low, high = np.where(all_exact, best, low), np.where(all_exact, best, high)
    alone = sizes == 1
    single = figures.part(starts)
    return Bounds(
        np.where(alone, single.low, low),
        np.where(alone, single.best, best),
        np.where(alone, single.high, high),
    )


def _collisions(chosen: ReportingSet, kind: Accumulation) -> list[Reason | None]:
    """Find the groups in which a day or a figure would be counted twice.

    Rows are sorted by last day, so if any two periods of a group share a day, some two
    neighbours do.
    """
    follows, previous = chosen.follows, chosen.previous
    same_end = follows & (chosen.end == chosen.end[previous])
    twice = same_end & (chosen.start == chosen.start[previous])
    if kind in ADDING:
        shared = follows & (chosen.start <= chosen.end[previous])
    elif kind in LAST:
        shared, twice = same_end & chosen.last, twice & chosen.last
    else:
        shared = twice
    if not shared.any():
        return [None] * len(chosen.starts)
    repeated, overlapping = _any(twice, chosen), _any(shared & ~twice, chosen)
    return [
        Reason.OVERLAPPING_PERIODS if overlap else Reason.DUPLICATE_OBSERVATIONS if repeat else None
        for repeat, overlap in zip(repeated, overlapping, strict=True)
    ]


def _any(flags: Flags, chosen: ReportingSet) -> Flags:
    found: Flags = np.logical_or.reduceat(flags, chosen.starts)
    return found
