"""What was reported of an indicator: one figure to date for each group."""

from datetime import date

import numpy as np
from attrs import evolve

from indh_me.compute.accumulation import accumulate
from indh_me.compute.reporting import ReportingSet, reporting_set
from indh_me.model import Accumulation, Categories, Indicator, Observations

from .parts import SHARES, Part

__all__ = ["reported_parts"]

#: Kinds that count since the start, so that parts may end on different days.
SINCE_START = (Accumulation.SUM, Accumulation.RUNNING_TOTAL, Accumulation.RATIO)
#: Kinds for which the last period speaks for all.
LAST = (Accumulation.LATEST, Accumulation.RUNNING_TOTAL)
Basis = tuple[int, ...]


def reported_parts(
    observations: Observations, indicator: Indicator, as_of: date
) -> dict[Categories, Part]:
    """Accumulate what counts on a day to one figure a group.

    Parameters
    ----------
    observations
        Everything reported, in any order.
    indicator
        Whose figures are wanted.
    as_of
        The day.

    Returns
    -------
    dict[Categories, Part]
        Groups of which anything was said that counts, with their figures or why there are none.

    Examples
    --------
    >>> trained = Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    >>> table = Observations.from_columns(["A", "A"], ["2007", "2008"], [4, 5])
    >>> [str(part.quantity) for part in reported_parts(table, trained, date(2008, 12, 31)).values()]
    ['9']
    """
    mine = [at for at, code in enumerate(observations.indicators) if code == indicator.code]
    table = observations.select(np.isin(observations.indicator, mine))
    reporting = reporting_set(table, as_of)
    groups = len(reporting.starts)
    kind, factor = indicator.accumulation, indicator.unit.factor
    found = accumulate(reporting, [kind] * groups, factor)
    backing = _backing(reporting, kind)
    parts = {}
    for cell, quantity, reason in zip(
        reporting.cell.tolist(), found.bounds.quantities(), found.reasons, strict=True
    ):
        part = Part(quantity=quantity, reason=reason)
        if quantity is not None:
            basis, numerator, denominator = backing[cell]
            part = evolve(part, basis=basis)
            if indicator.unit.kind in SHARES and denominator > 0:
                share = evolve(quantity, numerator=numerator, denominator=denominator)
                part = evolve(part, quantity=share)
        parts[table.cells[cell]] = part
    return parts


def _backing(reporting: ReportingSet, kind: Accumulation) -> dict[int, tuple[Basis, float, float]]:
    """Give the basis, numerator and denominator of each group, by the code of its cell."""
    present = reporting.some(reporting.observations.absence[reporting.rows] == 0)
    numerator, denominator = present.column("numerator"), present.column("denominator")
    ends = present.starts + np.diff(present.starts, append=len(present.rows))
    backing = {}
    for cell, first, end in zip(
        present.cell.tolist(), present.starts.tolist(), ends.tolist(), strict=True
    ):
        rows = slice(end - 1 if kind in LAST else first, end)
        counted = rows.stop - rows.start == 1 or kind is Accumulation.RATIO
        backing[cell] = (
            _basis(present, kind, rows, cell),
            float(numerator[rows].sum()) if counted else np.nan,
            float(denominator[rows].sum()) if counted else np.nan,
        )
    return backing


def _basis(present: ReportingSet, kind: Accumulation, rows: slice, cell: int) -> Basis:
    if kind in SINCE_START:
        return ()
    days: Basis = (*present.start[rows].tolist(), *present.end[rows].tolist())
    # The peaks of two groups may lie in different periods: only those of one period add up.
    several = rows.stop - rows.start > 1
    return (*days, cell) if kind is Accumulation.PEAK and several else days
