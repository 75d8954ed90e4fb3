"""Rules about how figures were collected: on which day, and of what."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from indh_me.model import Accumulation

from .finding import Finding, Severity
from .ledger import Ledger
from .ledger_search import of_ledger, of_ledger_and_day
from .rule import Check, Rule

__all__ = ["CHECKS", "early_collections", "not_counted_yet", "partial_scopes"]

TOO_EARLY = Rule(
    "ME051",
    "collected-too-early",
    Severity.WARNING,
    "a figure was collected before the period that it is about was over",
)
PARTIAL = Rule(
    "ME057",
    "partial-scope",
    Severity.INFO,
    "a figure does not cover just what the indicator is about",
)
NOT_COUNTED = Rule(
    "ME058",
    "not-counted-yet",
    Severity.INFO,
    "a figure does not count on the as-of date",
)


def early_collections(ledger: Ledger) -> Iterator[Finding]:
    """Find figures that were collected before the last day of their period.

    A level may be measured on any day of its period.
    """
    figures = ledger.figures
    end = figures.reporting.end.astype("datetime64[D]")
    early = figures.collected < end
    for tally in figures.tallies(early & ~figures.of_accumulation(Accumulation.LATEST)):
        code = tally.first.code
        yield TOO_EARLY.found(
            place=tally.first.place,
            message=f"{code}: {tally.figures} collected before the period was over, {tally.which}",
            mend="correct the day or the period, or collect the figure again",
            indicator=code,
        )


def partial_scopes(ledger: Ledger) -> Iterator[Finding]:
    """Find figures of totals that come with a note on their scope."""
    figures = ledger.figures
    table = figures.reporting.observations
    noted = np.array([each.scope is not None for each in table.provenances], dtype=np.bool_)
    if not noted.any():
        return
    for tally in figures.tallies(
        figures.is_total & noted[table.provenance[figures.reporting.rows]]
    ):
        code = tally.first.code
        yield PARTIAL.found(
            place=f"{tally.first.place}.scope",
            message=f"{code}: {tally.figures} with a scope of its own, {tally.which}",
            mend="show the scope beside the figure, or complete the figure",
            indicator=code,
        )


def not_counted_yet(ledger: Ledger, as_of: date) -> Iterator[Finding]:
    """Find figures that do not count on the day: not over, or collected later."""
    figures = ledger.figures
    over = figures.reporting.end.astype("datetime64[D]") <= np.datetime64(as_of)
    for tally in figures.tallies(~over | (figures.collected > np.datetime64(as_of))):
        code = tally.first.code
        yield NOT_COUNTED.found(
            place=tally.first.place,
            message=f"{code}: {tally.figures} not counted on {as_of}, {tally.which}",
            mend="a figure counts once its period is over and it is collected: leave it, "
            "or take a later day",
            indicator=code,
        )


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (TOO_EARLY, of_ledger(early_collections)),
    (PARTIAL, of_ledger(partial_scopes)),
    (NOT_COUNTED, of_ledger_and_day(not_counted_yet)),
)
