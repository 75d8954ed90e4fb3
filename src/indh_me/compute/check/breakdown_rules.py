"""Rules about figures that are broken down by categories."""

from collections.abc import Iterator
from itertools import chain

import numpy as np

from indh_me.errors import key_path
from indh_me.model import UnitKind

from .finding import Finding, Severity
from .ledger import Ledger
from .ledger_search import of_ledger
from .rule import Check, Rule

__all__ = ["CHECKS", "silent_dimensions", "small_groups", "unlisted_dimensions"]

SILENT = Rule(
    "ME054",
    "category-figures-missing",
    Severity.WARNING,
    "an indicator lists a dimension by which nothing is reported",
)
UNLISTED = Rule(
    "ME055",
    "unlisted-dimension",
    Severity.WARNING,
    "figures are broken down by a dimension that their indicator does not list",
)
SMALL_GROUP = Rule(
    "ME056",
    "small-group",
    Severity.INFO,
    "a count of a group is so small that it may tell of single persons",
)

#: Counts above zero and below this are withheld from publications.
SMALL = 5


def silent_dimensions(ledger: Ledger) -> Iterator[Finding]:
    """Find dimensions that an indicator with totals lists, but by which nothing is reported."""
    indicators = ledger.framework.indicators
    if not any(each.dimensions for each in indicators):
        return
    reported = _reported(ledger)
    figures = ledger.figures
    for position in np.unique(figures.owner[figures.is_total]).tolist():
        indicator = indicators[position]
        for dimension in indicator.dimensions:
            if (position, dimension) not in reported:
                yield SILENT.found(
                    place=key_path("indicators", indicator.code, "dimensions"),
                    message=f"{indicator.code}: nothing reported by {dimension}, which it lists",
                    mend=f"report its categories, as not_reported at least, or drop {dimension}",
                    indicator=indicator.code,
                )


def unlisted_dimensions(ledger: Ledger) -> Iterator[Finding]:
    """Find dimensions by which an indicator is reported, but which it does not list."""
    for position, dimension in _reported(ledger):
        indicator = ledger.framework.indicators[position]
        if dimension not in indicator.dimensions:
            place = key_path("indicators", indicator.code)
            yield UNLISTED.found(
                place=f"{place}.dimensions" if indicator.dimensions else place,
                message=f"{indicator.code}: reported by {dimension}, which it does not list",
                mend=f"add {dimension} to its dimensions, or correct the categories",
                indicator=indicator.code,
            )


def _reported(ledger: Ledger) -> dict[tuple[int, str], None]:
    """Give the indicators and dimensions that any row has, in the order of the plan."""
    reporting, dimensions = ledger.reporting, ledger.framework.dimensions
    known = {each.code: number for number, each in enumerate(dimensions)}
    of_cells = [
        [known[code] for code in cell.dimensions if code in known]
        for cell in reporting.observations.cells
    ]
    sizes = np.array([len(each) for each in of_cells], dtype=np.intp)
    flat = np.array(list(chain.from_iterable(of_cells)), dtype=np.intp)
    # One for each dimension of each group: its place in the flat list of those of all cells.
    times = sizes[reporting.cell]
    skipped = (np.cumsum(sizes) - sizes)[reporting.cell] - (np.cumsum(times) - times)
    place = np.arange(times.sum()) + np.repeat(skipped, times)
    owners = np.repeat(ledger.owner[reporting.starts], times)
    pairs = np.unique(owners * len(dimensions) + flat[place])
    return {
        (pair // len(dimensions), dimensions[pair % len(dimensions)].code): None
        for pair in pairs.tolist()
    }


def small_groups(ledger: Ledger) -> Iterator[Finding]:
    """Find counts of groups that are certainly above zero and below five.

    Where the total of the period is below five itself, there is no larger group to hide in.
    """
    figures = ledger.figures
    small = figures.of_unit(UnitKind.COUNT) & (figures.low > 0) & (figures.high < SMALL)
    if not (small & ~figures.is_total).any():
        return
    table = figures.reporting.observations
    key = figures.owner * len(table.periods) + table.period[figures.reporting.rows]
    alone = np.isin(key, key[figures.is_total & (figures.high < SMALL)])
    for tally in figures.tallies(small & ~figures.is_total & ~alone):
        code = tally.first.code
        yield SMALL_GROUP.found(
            place=tally.first.place,
            message=f"{code}: {tally.figures} of groups below {SMALL}, {tally.which}",
            mend="withhold them before publishing, and what would give them away",
            indicator=code,
        )


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (SILENT, of_ledger(silent_dimensions)),
    (UNLISTED, of_ledger(unlisted_dimensions)),
    (SMALL_GROUP, of_ledger(small_groups)),
)
