"""Rules that hold the observations against the framework and against each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

import numpy as np

from indh_me.compute.accumulation import ADDING, accumulate
from indh_me.compute.reporting import Flags, ReportingSet
from indh_me.errors import key_path
from indh_me.model import Accumulation, Dimension, Framework, Indicator, Quantity, UnitKind
from indh_me.model.links import Links

from .finding import Finding, Severity

__all__ = [
    "days_past_due",
    "duplicates",
    "overdue",
    "overdue_milestones",
    "overlaps",
    "totals_and_categories",
    "unknown_codes",
    "unsourced_observations",
]

#: Units whose categories add up to the total.
ADDITIVE = frozenset({UnitKind.COUNT, UnitKind.CURRENCY})
#: Rounding of floating-point sums, not of figures.
SLACK = 1e-9


def overdue(indicator: Indicator, days: int) -> Finding:
    """Say that a milestone is overdue by so many days."""
    return Finding(
        id="ME001",
        severity=Severity.WARNING,
        place=key_path("indicators", indicator.code),
        message=f"milestone {indicator.code} is overdue by {days} days",
        mend="report it done, or revise its target with a rationale",
        indicator=indicator.code,
    )


def days_past_due(indicator: Indicator, as_of: date) -> int | None:
    """Count the days from the end of a milestone's due period; `None` without a due period.

    Of several due periods the last one that is past counts, else the next one.
    """
    ends = [target.period.end for target in indicator.total_targets]
    if len(ends) == 0:
        return None
    past = [end for end in ends if end < as_of]
    return (as_of - (max(past) if past else min(ends))).days


def overdue_milestones(
    framework: Framework, reporting: ReportingSet, as_of: date
) -> Iterator[Finding]:
    """Find milestones that are past their due date and not known to be done by then."""
    done = _milestones_done(framework, reporting)
    for indicator in framework.indicators:
        if indicator.unit.is_milestone and indicator.code not in done:
            days = days_past_due(indicator, as_of)
            if days is not None and days > 0:
                yield overdue(indicator, days)


def _milestones_done(framework: Framework, reporting: ReportingSet) -> set[str]:
    milestones = {each.code for each in framework.indicators if each.unit.is_milestone}
    table = reporting.observations
    of_code = np.array([code in milestones for code in table.indicators], dtype=np.bool_)
    totals = np.array([cell.is_total for cell in table.cells], dtype=np.bool_)
    if not of_code.any():
        return set()
    group = reporting.group
    chosen = reporting.some((of_code[reporting.indicator] & totals[reporting.cell])[group])
    last = accumulate(chosen, [Accumulation.LATEST] * len(chosen.starts))
    return {
        table.indicators[code]
        for code, low in zip(chosen.indicator.tolist(), last.bounds.low.tolist(), strict=True)
        if low >= 1
    }


def unknown_codes(framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    """Find codes in observations that nothing in the framework answers to."""
    table = reporting.observations
    links = Links.of(
        framework.sources, framework.dimensions, framework.results, framework.indicators
    )
    seen: set[tuple[str, str]] = set()
    columns = zip(
        table.indicator.tolist(), table.cell.tolist(), table.provenance.tolist(), strict=True
    )
    for row in _first_rows(columns):
        for fault in links.observation_faults(table[row], f"observations[{row}]"):
            place = fault.where.path.partition("].")[2]
            if (place, fault.what) not in seen:
                seen.add((place, fault.what))
                yield Finding(
                    id="ME004",
                    severity=Severity.ERROR,
                    place=fault.where,
                    message=fault.what,
                    mend=fault.mend,
                )


def _first_rows(keys: Iterable[tuple[int, int, int]]) -> Iterable[int]:
    """Give the first row of each different combination of codes."""
    first: dict[tuple[int, int, int], int] = {}
    for row, key in enumerate(keys):
        first.setdefault(key, row)
    return first.values()


def unsourced_observations(framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    """Find indicators with figures that no source stands behind."""
    table = reporting.observations
    silent = np.array([each.source is None for each in table.provenances], dtype=np.bool_)
    if not silent.any():
        return
    known = {each.code for each in framework.indicators}
    rows = np.flatnonzero(silent[table.provenance])
    codes, counts = np.unique(table.indicator[rows], return_counts=True)
    for code, count in zip(codes.tolist(), counts.tolist(), strict=True):
        name = table.indicators[code]
        yield Finding(
            id="ME003",
            severity=Severity.WARNING,
            place=key_path("observations", name),
            message=f"{count} observation{'s' if count > 1 else ''} of {name} without a source",
            mend="say who reported it: source = the code of a source",
            indicator=name if name in known else None,
        )


def duplicates(_framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    """Find two figures for the same indicator, period and categories."""
    repeated, _ = _collisions(reporting)
    for position in np.flatnonzero(repeated).tolist():
        one = reporting.observations[int(reporting.rows[position])]
        where = " ".join([str(one.period), str(one.categories)]).strip()
        yield Finding(
            id="ME005",
            severity=Severity.ERROR,
            place=key_path("observations", one.indicator, where),
            message=f"{one.indicator} is reported twice for {where}",
            mend="keep the figure that holds, and say in its note what became of the other",
            indicator=one.indicator,
        )


def overlaps(framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    """Find figures that add up though their periods have days in common."""
    table = reporting.observations
    adding = {each.code for each in framework.indicators if each.accumulation in ADDING}
    repeated, shared = _collisions(reporting)
    shared &= ~repeated & (table.absence[reporting.rows] == 0)
    for position in np.flatnonzero(shared).tolist():
        before, after = (table[int(reporting.rows[at])] for at in (position - 1, position))
        if after.indicator in adding and before.quantity is not None:
            yield Finding(
                id="ME007",
                severity=Severity.ERROR,
                place=key_path("observations", after.indicator, str(after.period)),
                message=f"{after.indicator}: {before.period} and {after.period} have days in common",
                mend="figures that add up need periods side by side: keep one of the two",
                indicator=after.indicator,
            )


def _collisions(reporting: ReportingSet) -> tuple[Flags, Flags]:
    """Flag rows of the same period as the one before, and rows that share days with it."""
    rows = len(reporting.rows)
    previous = np.arange(rows) - 1
    first = np.zeros(rows, dtype=np.bool_)
    first[reporting.starts] = True
    shared = ~first & (reporting.start <= reporting.end[previous])
    repeated = ~first & (reporting.end == reporting.end[previous])
    repeated &= reporting.start == reporting.start[previous]
    return repeated, shared


def totals_and_categories(framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    """Find totals that their categories exceed, or do not reach though all are reported."""
    table = reporting.observations
    single = [len(cell.pairs) == 1 for cell in table.cells]
    if not any(single):
        return
    additive = {each.code: each for each in framework.indicators if each.unit.kind in ADDITIVE}
    dimensions = {each.code: each for each in framework.dimensions}
    of_cell = np.array([single[i] or table.cells[i].is_total for i in range(len(single))])
    totals: dict[tuple[int, int], Quantity] = {}
    parts: defaultdict[tuple[int, int, str], dict[str, Quantity]] = defaultdict(dict)
    for row in reporting.rows[of_cell[table.cell[reporting.rows]]].tolist():
        indicator, period = int(table.indicator[row]), int(table.period[row])
        quantity = table[row].quantity if table.indicators[indicator] in additive else None
        if quantity is None:
            continue
        cell = table.cells[table.cell[row]]
        if cell.is_total:
            totals[indicator, period] = quantity
        else:
            dimension, category = cell.pairs[0]
            parts[indicator, period, dimension][category] = quantity
    for (indicator, period, name), figures in parts.items():
        dimension = dimensions.get(name)
        total = totals.get((indicator, period))
        if dimension is None or dimension.overlapping or total is None:
            continue
        message = _mismatch(total, figures, dimension)
        if message is not None:
            code = table.indicators[indicator]
            yield Finding(
                id="ME006",
                severity=Severity.WARNING,
                place=key_path("observations", code, str(table.periods[period])),
                message=f"{code} in {table.periods[period]}: {message}",
                mend="correct the total or its categories",
                indicator=code,
            )


def _mismatch(total: Quantity, figures: dict[str, Quantity], dimension: Dimension) -> str | None:
    """Say how a total and its categories disagree, or `None`."""
    parents = {each.code: each.parent for each in dimension.categories}
    outermost = {code: q for code, q in figures.items() if not _inside(code, figures, parents)}
    parts = sum(outermost.values(), start=Quantity.exactly(0))
    slack = SLACK * max((abs(x) for x in (total.high, parts.high) if x is not None), default=1)
    if total.high is not None and parts.low is not None and parts.low > total.high + slack:
        return f"categories of {dimension.code} come to {parts}, more than the total {total}"
    roots = [code for code, parent in parents.items() if parent is None]
    complete = all(code in figures for code in roots)
    if complete and total.low is not None and parts.high is not None and parts.high < total.low - slack:
        return f"all categories of {dimension.code} come to {parts}, less than the total {total}"
    return None


def _inside(code: str, figures: dict[str, Quantity], parents: dict[str, str | None]) -> bool:
    """Tell whether a category that a given one is part of has a figure of its own."""
    above = parents.get(code)
    while above is not None:
        if above in figures:
            return True
        above = parents.get(above)
    return False
