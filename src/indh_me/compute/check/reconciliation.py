"""Reconciliation: whether categories come to their total."""

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.compute.bounds import Flags, Floats, Positions
from indh_me.compute.reporting import ReportingSet
from indh_me.errors import key_path
from indh_me.model import Categories, Dimension, Framework, Observations, UnitKind
from indh_me.model.quantity import format_number

from .finding import Finding, Severity
from .rule import Check, Rule, of_data

__all__ = ["CHECKS", "totals_and_categories"]

MISMATCH = Rule(
    "ME006",
    "total-not-matching-categories",
    Severity.WARNING,
    "categories exceed their total, or do not reach it though all are reported",
)

#: Units whose categories add up to the total.
ADDITIVE = frozenset({UnitKind.COUNT, UnitKind.CURRENCY})
#: Rounding of floating-point sums, not of figures.
SLACK = 1e-9
NOWHERE = -1
Keys = npt.NDArray[np.int64]


def totals_and_categories(framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    """Find totals that their categories exceed, or do not reach though all are reported."""
    table = reporting.observations
    if not any(len(cell.pairs) == 1 for cell in table.cells):
        return
    additive = {each.code for each in framework.indicators if each.unit.kind in ADDITIVE}
    of_code = np.array([code in additive for code in table.indicators], dtype=np.bool_)
    rows = reporting.rows
    rows = rows[of_code[table.indicator[rows]] & (table.absence[rows] == 0)]
    total = np.array([cell.is_total for cell in table.cells], dtype=np.bool_)
    totals = _Sums.of(table, rows[total[table.cell[rows]]])
    for dimension in framework.dimensions:
        if not dimension.overlapping:
            yield from _mismatches(table, rows, totals, dimension)


@frozen(eq=False)
class _Sums:
    """Figures of some rows, added up for each indicator and period.

    ``key`` holds indicators and periods, sorted; ``count`` the rows that were added up.
    """

    key: Keys
    low: Floats
    high: Floats
    count: Positions

    @classmethod
    def of(cls, table: Observations, rows: Positions) -> "_Sums":
        # Of two figures for the same group, which is a fault of its own, the last one counts.
        cell = _key(table, rows) * max(len(table.cells), 1) + table.cell[rows]
        rows = rows[len(rows) - 1 - np.unique(cell[::-1], return_index=True)[1]]
        key, owner = np.unique(_key(table, rows), return_inverse=True)
        count = np.bincount(owner, minlength=len(key))
        low, high = (_added(bound[rows], owner, len(key)) for bound in (table.low, table.high))
        return cls(key, low, high, count)

    def at(self, keys: Keys) -> "_Sums":
        """Give the sums of some indicators and periods, all of which are known."""
        place = np.searchsorted(self.key, keys)
        return _Sums(keys, self.low[place], self.high[place], self.count[place])

    def least(self, at: int) -> str:
        """Write the lower bound of a sum."""
        number = format_number(float(self.low[at]))
        return number if self.low[at] == self.high[at] else f"at least {number}"

    def most(self, at: int) -> str:
        """Write the upper bound of a sum."""
        number = format_number(float(self.high[at]))
        return number if self.low[at] == self.high[at] else f"at most {number}"


def _mismatches(
    table: Observations, rows: Positions, totals: _Sums, dimension: Dimension
) -> Iterator[Finding]:
    """Compare the outermost categories of a dimension with their totals."""
    parents = {each.code: each.parent for each in dimension.categories}
    names = [_category(cell, dimension.code) for cell in table.cells]
    single = np.array([name is not None for name in names], dtype=np.bool_)
    rows = rows[single[table.cell[rows]]]
    rows = rows[~_inside(table, rows, names, parents)]
    root = np.array([parents.get(name or "", "") is None for name in names], dtype=np.bool_)
    parts, roots = _Sums.of(table, rows), _Sums.of(table, rows[root[table.cell[rows]]])
    whole = roots.key[roots.count == list(parents.values()).count(None)]
    both = np.intersect1d(parts.key, totals.key, assume_unique=True)
    parts, totals = parts.at(both), totals.at(both)
    slack = SLACK * np.maximum(_size(parts.high), _size(totals.high))
    over = parts.low > totals.high + slack
    under = np.isin(both, whole) & (parts.high < totals.low - slack)
    for at in np.flatnonzero(over | under).tolist():
        if over[at]:
            sentence = f"{parts.least(at)}, more than the total {totals.most(at)}"
        else:
            sentence = f"{parts.most(at)}, less than the total {totals.least(at)}"
        indicator, period = divmod(int(both[at]), len(table.periods))
        code, when = table.indicators[indicator], str(table.periods[period])
        yield MISMATCH.found(
            place=key_path("observations", code, when),
            message=f"{code} in {when}: the categories of {dimension.code} come to {sentence}",
            mend="correct the total or its categories",
            indicator=code,
        )


def _added(figures: Floats, owner: Positions, owners: int) -> Floats:
    with np.errstate(over="ignore"):
        return np.bincount(owner, figures, minlength=owners).astype(np.float64)


def _key(table: Observations, rows: Positions) -> Keys:
    key: Keys = table.indicator[rows].astype(np.int64) * len(table.periods) + table.period[rows]
    return key


def _category(cell: Categories, dimension: str) -> str | None:
    """Give the category of a figure that is broken down by one dimension alone."""
    return cell.pairs[0][1] if cell.dimensions == (dimension,) else None


def _inside(
    table: Observations,
    rows: Positions,
    names: list[str | None],
    parents: Mapping[str, str | None],
) -> Flags:
    """Flag the rows of categories that are part of one with a figure of its own."""
    cells = {name: at for at, name in enumerate(names) if name is not None}
    above = np.array([_above(name, cells, parents) for name in names], dtype=np.int64)
    ancestor = table.cell[rows].astype(np.int64)
    key = _key(table, rows) * max(len(names), 1)
    reported = key + ancestor
    inside = np.zeros(len(rows), dtype=np.bool_)
    while (ancestor != NOWHERE).any():
        ancestor = np.where(ancestor == NOWHERE, NOWHERE, above[ancestor])
        inside |= (ancestor != NOWHERE) & np.isin(key + ancestor, reported)
    return inside


def _above(name: str | None, cells: Mapping[str, int], parents: Mapping[str, str | None]) -> int:
    """Give the cell of the next category around one that is reported anywhere."""
    above = None if name is None else parents.get(name)
    while above is not None:
        if above in cells:
            return cells[above]
        above = parents.get(above)
    return NOWHERE


def _size(bound: Floats) -> Floats:
    """Give the size of what is compared, as far as it is known."""
    return np.where(np.isfinite(bound), np.abs(bound), 1.0)


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = ((MISMATCH, of_data(totals_and_categories)),)
