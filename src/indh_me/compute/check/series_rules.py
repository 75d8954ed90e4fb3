"""Rules that hold the figures of an indicator against those before and after."""

from collections.abc import Iterator

import numpy as np

from indh_me.compute.bounds import Flags, Positions
from indh_me.model import Accumulation, Direction, UnitKind

from .finding import Finding, Severity
from .ledger import Ledger
from .ledger_search import of_ledger
from .rule import Check, Rule

__all__ = ["CHECKS", "falling_totals", "sudden_zeros", "tenfold_jumps"]

FALLING = Rule(
    "ME041",
    "falling-running-total",
    Severity.ERROR,
    "a running total is below an earlier one",
)
SUDDEN_ZERO = Rule(
    "ME048",
    "sudden-zero",
    Severity.WARNING,
    "a zero stands among figures far from zero, as a missing figure may",
)
TENFOLD = Rule(
    "ME060",
    "tenfold-jump",
    Severity.WARNING,
    "a figure is ten times, or a tenth of, those before and after it",
)

#: A count of five on average is zero by chance in less than one period of 100 (Poisson: exp(-5)).
FAR_FROM_ZERO = 5.0
TENFOLD_FACTOR = 10.0
#: Part by which the days of two periods of equal length may differ: months have 28 to 31.
UNEQUAL = 0.1


def falling_totals(ledger: Ledger) -> Iterator[Finding]:
    """Find running totals that are certainly below an earlier one.

    A total that only goes on below the one from which an earlier total fell is not found again.
    """
    totals = ledger.series.some(ledger.series.of_accumulation(Accumulation.RUNNING_TOTAL))
    earlier, highest = _highest_before(totals)
    falls = earlier & (totals.high < totals.low[highest])
    goes_on = totals.follows & np.roll(falls, 1) & (totals.high >= np.roll(totals.low, 1))
    for at in np.flatnonzero(falls & ~goes_on).tolist():
        one, other = totals.entry(at), totals.entry(int(highest[at]))
        yield FALLING.found(
            place=one.place,
            message=f"{one.code}: the running total falls from '{other.figure}' in {other.when} "
            f"to '{one.figure}' in {one.when}",
            mend="correct one of the two; if each report counts its own period alone, "
            'state accumulation = "sum"',
            indicator=one.code,
        )


def _highest_before(totals: Ledger) -> tuple[Flags, Positions]:
    """Give where a row has any that ended before it, and which of those is the highest.

    The highest is the one with the highest lower bound; of several the last.
    """
    rows = np.arange(len(totals.low))
    by_low = np.lexsort((totals.low, totals.reporting.group))
    # Ranks rise from group to group, so that the highest so far is never of a group before.
    rank = np.empty_like(by_low)
    rank[by_low] = rows
    highest = by_low[np.maximum.accumulate(rank)]
    same_end = totals.follows & (totals.reporting.end == np.roll(totals.reporting.end, 1))
    first = np.maximum.accumulate(np.where(same_end, 0, rows))
    return totals.follows[first], highest[first - 1]


def sudden_zeros(ledger: Ledger) -> Iterator[Finding]:
    """Find zeros of levels and running totals whose neighbours are certainly far from zero.

    A zero at the end is believed where less is better: it may be what was aimed at.
    """
    levels = ledger.series.some(~ledger.series.of_accumulation(Accumulation.SUM))
    far = (levels.low >= FAR_FROM_ZERO) | (levels.high <= -FAR_FROM_ZERO)
    falling = np.array(
        [each.direction is Direction.DECREASE for each in ledger.framework.indicators], np.bool_
    )
    after = np.where(levels.last, ~falling[levels.owner], np.roll(far, -1))
    zero = levels.exact & (levels.low == 0) & levels.follows & np.roll(far, 1) & after
    for at in np.flatnonzero(zero).tolist():
        one, before = levels.entry(at), levels.entry(at - 1)
        around = f"after '{before.figure}' in {before.when}"
        if not levels.last[at]:
            later = levels.entry(at + 1)
            around = (
                f"between '{before.figure}' in {before.when} and '{later.figure}' in {later.when}"
            )
        yield SUDDEN_ZERO.found(
            place=one.place,
            message=f"{one.code} in {one.when}: '0' stands {around}",
            mend="if nothing was reported, write not_reported",
            indicator=one.code,
        )


def tenfold_jumps(ledger: Ledger) -> Iterator[Finding]:
    """Find figures that are ten times, or a tenth of, both their neighbours.

    A series that jumps more than once has its seasons, and is let pass.
    """
    totals = ledger.totals
    totals = totals.some(~totals.of_accumulation(Accumulation.RUNNING_TOTAL))
    low, high, days = totals.low, totals.high, totals.reporting.end - totals.reporting.start + 1
    # Few things come tenfold by chance: a count counts from five.
    known = (low > 0) & (low >= np.where(totals.of_unit(UnitKind.COUNT), FAR_FROM_ZERO, 0))
    before = np.roll(days, 1)
    alike = totals.follows & (np.abs(days - before) <= UNEQUAL * np.maximum(days, before))
    with np.errstate(over="ignore"):
        rises = alike & np.roll(known, 1) & (low >= TENFOLD_FACTOR * np.roll(high, 1))
        falls = alike & known & (TENFOLD_FACTOR * high <= np.roll(low, 1))
    peak, trough = rises & np.roll(falls, -1), falls & np.roll(rises, -1)
    jumps = np.flatnonzero(peak | trough)
    times = np.bincount(totals.owner[jumps], minlength=len(ledger.framework.indicators))
    for at in jumps[times[totals.owner[jumps]] == 1].tolist():
        one, earlier, later = (totals.entry(row) for row in (at, at - 1, at + 1))
        size = "at least ten times" if peak[at] else "at most a tenth of"
        yield TENFOLD.found(
            place=one.place,
            message=f"{one.code} in {one.when}: '{one.figure}' is {size} "
            f"'{earlier.figure}' in {earlier.when} and '{later.figure}' in {later.when}",
            mend="check its digits and its unit",
            indicator=one.code,
        )


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (FALLING, of_ledger(falling_totals)),
    (SUDDEN_ZERO, of_ledger(sudden_zeros)),
    (TENFOLD, of_ledger(tenfold_jumps)),
)
