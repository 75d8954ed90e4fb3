"""Rules that hold figures against the unit of their indicator."""

from collections.abc import Iterator

import numpy as np

from indh_me.errors import key_path
from indh_me.model import Accumulation, Indicator, UnitKind

from .finding import Finding, Severity
from .ledger import Ledger
from .ledger_search import of_ledger
from .rule import Check, Rule

__all__ = [
    "CHECKS",
    "fractions_for_percent",
    "impossible_counts",
    "percent_outside_bounds",
    "scores_outside_scale",
]

PERCENT_OUTSIDE = Rule(
    "ME040",
    "percent-reported-outside-bounds",
    Severity.WARNING,
    "a reported percentage lies outside 0 to 100",
)
FRACTIONS = Rule(
    "ME050",
    "fraction-for-percent",
    Severity.WARNING,
    "all percentages of an indicator lie between 0 and 1, as fractions do",
)
IMPOSSIBLE_COUNT = Rule(
    "ME052",
    "impossible-count",
    Severity.ERROR,
    "a count is below zero, or no whole number",
)
OUTSIDE_SCALE = Rule(
    "ME053",
    "score-outside-scale",
    Severity.ERROR,
    "a score lies outside the scale of its unit",
)

WHOLE = 100.0
#: So many percentages below 1 are no chance.
FEW = 3
#: Ways to accumulate whose figures are means, which need not be whole.
AVERAGING = (Accumulation.MEAN, Accumulation.RATIO)


def percent_outside_bounds(ledger: Ledger) -> Iterator[Finding]:
    """Find percentages outside 0 to 100, on a side to which the plan does not go itself."""
    figures = ledger.figures
    below, above = figures.high < 0, figures.low > WHOLE
    at = np.flatnonzero(figures.of_unit(UnitKind.PERCENT) & (below | above))
    owner = figures.owner[at]
    plan = {
        position: [*_numbers(ledger.framework.indicators[position]), 0.0]
        for position in np.unique(owner).tolist()
    }
    for row, position in zip(at.tolist(), owner.tolist(), strict=True):
        goes_there = min(plan[position]) < 0 if below[row] else max(plan[position]) > WHOLE
        if goes_there:
            continue
        entry = figures.entry(row)
        yield PERCENT_OUTSIDE.found(
            place=entry.place,
            message=f"{entry.code} in {entry.when}: '{entry.figure}' is outside 0..100 percent",
            mend="correct the figure, or state another unit",
            indicator=entry.code,
        )


def fractions_for_percent(ledger: Ledger) -> Iterator[Finding]:
    """Find indicators in percent whose figures all lie between 0 and 1, but not their plan."""
    figures, indicators = ledger.figures, ledger.framework.indicators
    percent = figures.of_unit(UnitKind.PERCENT)
    if not percent.any():
        return
    fraction = percent & (figures.low >= 0) & (figures.high <= 1)
    between = fraction & (figures.low > 0) & (figures.high < 1)
    given, small, certain = (
        np.bincount(figures.owner[flags], minlength=len(indicators))
        for flags in (percent, fraction, between)
    )
    for position in np.flatnonzero((given >= FEW) & (small == given) & (certain > 0)).tolist():
        indicator = indicators[position]
        if any(0 < number <= 1 for number in _numbers(indicator)):
            continue
        yield FRACTIONS.found(
            place=key_path("observations", indicator.code),
            message=f"{indicator.code}: all {given[position]} figures lie between 0 and 1 percent",
            mend='if they are fractions, write 64 for 64 percent, or state unit = "ratio per 1"',
            indicator=indicator.code,
        )


def impossible_counts(ledger: Ledger) -> Iterator[Finding]:
    """Find counts that are below zero, or known exactly and not whole."""
    figures = ledger.figures
    broken = figures.exact & (np.rint(figures.low) != figures.low)
    broken &= ~figures.of_accumulation(*AVERAGING)
    for tally in figures.tallies(figures.of_unit(UnitKind.COUNT) & (broken | (figures.high < 0))):
        code, first = tally.first.code, tally.first
        yield IMPOSSIBLE_COUNT.found(
            place=first.place,
            message=f"{code}: {tally.figures} below zero or not whole, "
            f"{tally.which}: '{first.figure}'",
            mend="a count is a whole number from 0: correct it, or state another unit",
            indicator=code,
        )


def scores_outside_scale(ledger: Ledger) -> Iterator[Finding]:
    """Find scores outside the scale of their unit."""
    figures = ledger.figures
    score = figures.of_unit(UnitKind.SCORE)
    if not score.any():
        return
    units = [each.unit for each in ledger.framework.indicators]
    least = np.array([-np.inf if unit.low is None else unit.low for unit in units])
    most = np.array([np.inf if unit.high is None else unit.high for unit in units])
    outside = (figures.high < least[figures.owner]) | (figures.low > most[figures.owner])
    for at in np.flatnonzero(score & outside).tolist():
        entry, unit = figures.entry(at), units[figures.owner[at]]
        yield OUTSIDE_SCALE.found(
            place=entry.place,
            message=f"{entry.code} in {entry.when}: '{entry.figure}' is outside the {unit}",
            mend="correct the figure, or the scale",
            indicator=entry.code,
        )


def _numbers(indicator: Indicator) -> Iterator[float]:
    """Give the numbers that the plan states for an indicator."""
    stated = [indicator.band, None if indicator.baseline is None else indicator.baseline.quantity]
    for target in indicator.targets:
        stated += [target.value, *(revision.value for revision in target.revisions)]
    for quantity in stated:
        if quantity is not None:
            bounds = (quantity.best, quantity.low, quantity.high)
            yield from (number for number in bounds if number is not None)


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (PERCENT_OUTSIDE, of_ledger(percent_outside_bounds)),
    (FRACTIONS, of_ledger(fractions_for_percent)),
    (IMPOSSIBLE_COUNT, of_ledger(impossible_counts)),
    (OUTSIDE_SCALE, of_ledger(scores_outside_scale)),
)
