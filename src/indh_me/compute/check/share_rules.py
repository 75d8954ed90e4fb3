"""Rules about what percentages and ratios were made from."""

from collections.abc import Iterator

import numpy as np

from indh_me.compute.bounds import Floats
from indh_me.model import Accumulation, UnitKind
from indh_me.model.notation import format_number

from .finding import Finding, Severity
from .ledger import Ledger
from .ledger_search import of_ledger
from .rule import Check, Rule

__all__ = ["CHECKS", "missing_denominators", "shares_not_of_their_counts"]

NOT_OF_COUNTS = Rule(
    "ME043",
    "share-not-of-its-counts",
    Severity.ERROR,
    "a percentage or ratio is not what its numerator and denominator make",
)
MISSING_DENOMINATOR = Rule(
    "ME044",
    "missing-denominator",
    Severity.ERROR,
    "figures that are pooled lack numerator and denominator",
)

SHARES = (UnitKind.PERCENT, UnitKind.RATIO)
#: Rounding of floating-point arithmetic, not of figures.
SLACK = 1e-9
#: What has more decimals than a double can tell apart was not rounded.
MOST_DECIMALS = 18


def shares_not_of_their_counts(ledger: Ledger) -> Iterator[Finding]:
    """Find percentages and ratios that their counts do not make, however they were rounded."""
    figures = ledger.figures
    counted = ~np.isnan(figures.reporting.column("denominator"))
    at = np.flatnonzero(figures.of_unit(*SHARES) & counted)
    if len(at) == 0:
        return
    factor = np.array([each.unit.factor for each in ledger.framework.indicators])
    numerator, denominator = (
        figures.reporting.column(name)[at] for name in ("numerator", "denominator")
    )
    given = figures.best[at]
    with np.errstate(over="ignore"):
        made = factor[figures.owner[at]] * numerator / denominator
        far = np.abs(given - made)
        wrong = np.isfinite(made) & (far > SLACK * np.maximum(np.abs(given), np.abs(made)))
        wrong[wrong] = far[wrong] > (1 + SLACK) * _half_unit(given[wrong])
    for row in np.flatnonzero(wrong).tolist():
        entry = figures.entry(at[row])
        counts = f"{format_number(numerator[row])}/{format_number(denominator[row])}"
        yield NOT_OF_COUNTS.found(
            place=entry.place,
            message=f"{entry.code} in {entry.when}: '{entry.figure}' is given for {counts}, "
            f"which makes {format_number(made[row])}",
            mend="correct the figure, its numerator or its denominator",
            indicator=entry.code,
        )


def _half_unit(figures: Floats) -> Floats:
    """Give half a unit of the last digit of each figure, as it is written at its shortest."""
    half, left = np.zeros(len(figures)), np.arange(len(figures))
    for decimals in range(MOST_DECIMALS):
        shown = np.round(figures[left], decimals) == figures[left]
        half[left[shown]] = 0.5 * 10.0**-decimals
        left = left[~shown]
    return half


def missing_denominators(ledger: Ledger) -> Iterator[Finding]:
    """Find figures without counts in groups of which several periods are to be pooled."""
    pooled = ledger.figures.some(ledger.figures.of_accumulation(Accumulation.RATIO))
    starts = pooled.reporting.starts
    if len(starts) == 0:
        return
    periods = np.add.reduceat(~pooled.repeats, starts, dtype=np.intp)
    lacking = np.isnan(pooled.reporting.column("denominator"))
    for tally in pooled.tallies(lacking & (periods > 1)[pooled.reporting.group]):
        code = tally.first.code
        yield MISSING_DENOMINATOR.found(
            place=tally.first.place,
            message=f"{code}: {tally.figures} without numerator and denominator, {tally.which}",
            mend="give them, as in '64 [16/25]': periods are pooled, not averaged",
            indicator=code,
        )


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (NOT_OF_COUNTS, of_ledger(shares_not_of_their_counts)),
    (MISSING_DENOMINATOR, of_ledger(missing_denominators)),
)
