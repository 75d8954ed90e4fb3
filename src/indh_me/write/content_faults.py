"""What keeps observations from standing in a workbook."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from indh_me.errors import Fault, key_path, quoted
from indh_me.model import Categories, Indicator, Observation, Period
from indh_me.model.indicator import is_done_or_not

from .cell_faults import FIRST_DAY

__all__ = ["MADE_FROM", "content_faults"]

MEND_EARLY = "a spreadsheet does not count such days: leave it out of the workbook"
MADE_FROM = "give the observations that the assessment was made from"


def content_faults(
    indicators: Iterable[Indicator], observations: Iterable[Observation]
) -> Iterator[Fault]:
    """Find indicators that a spreadsheet mixes up, and figures that no cell can hold.

    Parameters
    ----------
    indicators
        All of the framework.
    observations
        What was reported.

    Yields
    ------
    Fault
        For codes that differ only in capitals; for days before 1900-03-01; for figures of unknown
        indicators, those given twice, and milestones that are neither done nor not done.
    """
    known = {each.code: each for each in indicators}
    yield from _alike(known)
    reported = tuple(observations)
    yield from _early(known.values(), reported)
    seen: set[tuple[str, Period, Categories]] = set()
    for each in reported:
        place = key_path("observations", each.indicator)
        where = f"{each.period} {each.categories}".strip()
        indicator = known.get(each.indicator)
        if indicator is None:
            yield Fault(f"unknown indicator {quoted(each.indicator)}", place, MADE_FROM)
            continue
        address = (each.indicator, each.period, each.categories)
        if address in seen:
            mend = "a cell holds one figure: keep the one that holds"
            yield Fault(f"{each.indicator} is reported twice for '{where}'", place, mend)
        seen.add(address)
        figure = each.quantity
        if indicator.unit.is_milestone and figure is not None and not is_done_or_not(figure):
            what = f"'{figure}' for the milestone {each.indicator} in '{where}'"
            yield Fault(what, place, "report true or false")


def _alike(codes: Iterable[str]) -> Iterator[Fault]:
    """Find codes that spreadsheets take for one: their formulas ignore capitals."""
    by_plain: defaultdict[str, list[str]] = defaultdict(list)
    for code in codes:
        by_plain[unicodedata.normalize("NFKC", code.upper()).casefold()].append(code)
    for alike in by_plain.values():
        if len(alike) > 1:
            yield Fault(
                f"a spreadsheet does not tell {' from '.join(map(quoted, alike))}",
                "indicators",
                "rename one: capitals and forms of letters make no difference there",
            )


def _early(indicators: Iterable[Indicator], observations: Iterable[Observation]) -> Iterator[Fault]:
    """Find days that spreadsheets have no number for, or a wrong one."""
    periods = {(each.code, target.period) for each in indicators for target in each.targets}
    periods |= {(each.indicator, each.period) for each in observations}
    for code, period in sorted(periods):
        if period.start < FIRST_DAY:
            what = f"period '{period}' of {code} begins before {FIRST_DAY}"
            yield Fault(what, key_path("observations", code), MEND_EARLY)
    for each in observations:
        if each.collected is not None and each.collected < FIRST_DAY:
            what = f"a figure of {each.indicator} is collected before {FIRST_DAY}"
            yield Fault(what, key_path("observations", each.indicator), MEND_EARLY)
