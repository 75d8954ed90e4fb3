"""Rules that hold the periods of figures against the calendar of reporting."""

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np

from indh_me.compute.gap import gaps
from indh_me.compute.reporting import ReportingSet
from indh_me.errors import key_path
from indh_me.model import (
    Absence,
    Accumulation,
    Framework,
    Frequency,
    Indicator,
    Period,
)
from indh_me.model.columns import ABSENCES
from indh_me.model.period_name import MONTHS_A_YEAR, first_and_last_day, month_end

from .finding import Finding, Severity
from .ledger import Ledger
from .ledger_search import of_ledger, of_ledger_and_day
from .rule import Check, Rule, of_data

__all__ = ["CHECKS", "missing_reports", "period_gaps", "periods_not_of_frequency"]

GAP = Rule(
    "ME045",
    "period-gap",
    Severity.WARNING,
    "between the periods of a flow there are days without a report",
)
NOT_OF_FREQUENCY = Rule(
    "ME046",
    "period-not-of-frequency",
    Severity.INFO,
    "figures are for longer or shorter periods than the frequency says",
)
MISSING = Rule(
    "ME047",
    "report-missing",
    Severity.WARNING,
    "a report that the frequency asks for is missing on the as-of date",
)

EPOCH = date(1970, 1, 1).toordinal()
#: Before and after all days of the calendar.
NEVER, FOREVER = -date.max.toordinal(), date.max.toordinal()
#: Frequencies, as a reader says them.
HOW_OFTEN: Mapping[Frequency | None, str] = {
    each: each.value.replace("_", "-") for each in Frequency
}
#: Days of the shortest and the longest month.
SHORTEST, LONGEST = 28, 31


def period_gaps(framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    """Find days between the first and the last one of a flow that no period covers."""
    table, rows = reporting.observations, reporting.rows
    flows = {
        each.code
        for each in framework.indicators
        if each.accumulation is Accumulation.SUM and not each.unit.is_milestone
    }
    total = np.array([cell.is_total for cell in table.cells], dtype=np.bool_)[table.cell[rows]]
    covers = table.absence[rows] != ABSENCES.index(Absence.NOT_REPORTED)
    covering = reporting.some(reporting.rows_of(flows) & total & covers)
    if len(covering.starts) == 0:
        return
    # Figures of single days tell of events: nothing is missing between two of them.
    events = np.logical_or.reduceat(covering.start == covering.end, covering.starts)
    found = gaps(covering)
    groups, first, count = np.unique(found.group, return_index=True, return_counts=True)
    for group, at, number in zip(groups.tolist(), first.tolist(), count.tolist(), strict=True):
        if events[group]:
            continue
        code = table.indicators[covering.indicator[group]]
        which = (
            f"{number} gaps between periods, the first" if number > 1 else "nothing reported for"
        )
        yield GAP.found(
            place=key_path("observations", code),
            message=f"{code}: {which} {found.period(at)}",
            mend="report these days, as not_applicable where nothing was to happen",
            indicator=code,
        )


def periods_not_of_frequency(ledger: Ledger) -> Iterator[Finding]:
    """Find figures of totals whose period is longer or shorter than the frequency says.

    The first figure is free, as it may tell of all that was done before. So are single days,
    which are events or measurements, and running totals, which reach back to the start.
    """
    totals = ledger.totals
    months = ledger.months[totals.owner]
    days = totals.reporting.end - totals.reporting.start + 1
    other = (days < SHORTEST * months) | (days > LONGEST * months)
    other &= (months > 0) & (days > 1) & totals.follows
    other &= ~totals.of_accumulation(Accumulation.RUNNING_TOTAL)
    for tally in totals.tallies(other):
        code = tally.first.code
        how_often = HOW_OFTEN[ledger.framework.indicator(code).frequency]
        yield NOT_OF_FREQUENCY.found(
            place=tally.first.place,
            message=f"{code}: {tally.figures} not of {how_often} periods, {tally.which}",
            mend="report as often as the plan says, or state the frequency that is kept",
            indicator=code,
        )


def missing_reports(ledger: Ledger, as_of: date) -> Iterator[Finding]:
    """Find indicators that nothing is reported of in their last period that is over.

    Periods are those of the calendar; after a report of whole periods, those that follow it.
    """
    is_over = as_of == month_end(as_of.year, as_of.month)
    months = _month(as_of) + (1 if is_over else 0)
    for length in np.unique(ledger.months[ledger.months > 0]).tolist():
        last = (months // length - 1) * length
        if last < MONTHS_A_YEAR:  # January of year 1, with which the calendar starts
            continue
        for indicator, first in _expected(ledger, length, last):
            count = (last + length - first) // length
            if count > 0:
                period = Period(*first_and_last_day(first, length))
                yield _missing(indicator, count, period, as_of)


def _missing(indicator: Indicator, count: int, period: Period, as_of: date) -> Finding:
    code, how_often = indicator.code, HOW_OFTEN[indicator.frequency]
    reports = f"{count} {how_often} reports" if count > 1 else f"{how_often} report"
    return MISSING.found(
        place=key_path("observations", code),
        message=f"{code}: {reports} missing on {as_of}, {'the first ' if count > 1 else ''}"
        f"for {period}",
        mend="report the figure, or not_reported or not_applicable with a note",
        indicator=code,
    )


def _expected(ledger: Ledger, length: int, last: int) -> Iterator[tuple[Indicator, int]]:
    """Give the indicators that lack a report, with the first month from which one is expected.

    ``last`` is the first month of the last period of some ``length`` that is over. Months are
    counted from January of the year 0.
    """
    wanted = ledger.months == length
    indicators = ledger.framework.indicators
    kept = ledger.some(wanted[ledger.owner])
    for position, period in _last_reports(kept, Period(*first_and_last_day(last, length))):
        yield indicators[position], _month_after(period, length)
    wanted[kept.owner] = False
    for position in np.flatnonzero(wanted).tolist():
        first = _first_month(indicators[position], length)
        if first is not None:
            yield indicators[position], first


def _last_reports(ledger: Ledger, period: Period) -> Iterator[tuple[int, Period]]:
    """Give the indicators that were reported before a period but not in it, with the last one."""
    first, last = (day.toordinal() - EPOCH for day in (period.start, period.end))
    start, end = ledger.reporting.start, ledger.reporting.end
    starts = ledger.starts
    if len(starts) == 0:
        return
    sizes = np.diff(starts, append=len(start))
    begun = start <= last
    latest = np.maximum.reduceat(np.where(begun, end, NEVER), starts)
    is_latest = begun & (end == np.repeat(latest, sizes))
    longest = np.minimum.reduceat(np.where(is_latest, start, FOREVER), starts)
    earliest = np.minimum.reduceat(start, starts)
    for at in np.flatnonzero((earliest <= first) & (latest < first)).tolist():
        days = (date.fromordinal(int(day[at]) + EPOCH) for day in (longest, latest))
        yield int(ledger.owner[starts[at]]), Period(*days)


def _first_month(indicator: Indicator, length: int) -> int | None:
    """Give the month from which reports are expected of an indicator that has none."""
    if indicator.targets:
        first = indicator.targets[0].period
        start = _month(first.start) + (0 if first.start.day == 1 else 1)
        return start if _is_whole(first, length) else _next_multiple(start, length)
    if indicator.baseline is not None and indicator.baseline.period is not None:
        return _month_after(indicator.baseline.period, length)
    return None


def _month_after(period: Period, length: int) -> int:
    """Give the month from which the next report is expected after one for a period."""
    after = _month(period.end) + 1
    return after if _is_whole(period, length) else _next_multiple(after, length)


def _is_whole(period: Period, length: int) -> bool:
    """Tell whether a period is made of whole ones of some months."""
    return period.months is not None and period.months % length == 0


def _next_multiple(month: int, length: int) -> int:
    return -(-month // length) * length


def _month(day: date) -> int:
    """Count the months from January of the year 0 to that of a day."""
    return day.year * MONTHS_A_YEAR + day.month - 1


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (GAP, of_data(period_gaps)),
    (NOT_OF_FREQUENCY, of_ledger(periods_not_of_frequency)),
    (MISSING, of_ledger_and_day(missing_reports)),
)
