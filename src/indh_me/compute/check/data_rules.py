"""Rules that hold the observations against the framework and against each other."""

from collections.abc import Iterator

import numpy as np

from indh_me.compute.accumulation import ADDING
from indh_me.compute.bounds import Flags
from indh_me.compute.reporting import ReportingSet
from indh_me.errors import key_path
from indh_me.model import Framework, Observation, Observations
from indh_me.model.links import Links

from .finding import Finding, Severity
from .framework_rules import UNSOURCED
from .rule import Check, Rule, of_data

__all__ = [
    "CHECKS",
    "address",
    "duplicates",
    "overlaps",
    "unknown_codes",
    "unsourced_observations",
]

UNKNOWN_CODE = Rule(
    "ME004",
    "unknown-code",
    Severity.ERROR,
    "an observation names an indicator, category or source that the framework does not have",
)
DUPLICATE = Rule(
    "ME005",
    "duplicate-observation",
    Severity.ERROR,
    "two figures are given for the same indicator, period and categories",
)
OVERLAP = Rule(
    "ME007",
    "overlapping-periods",
    Severity.ERROR,
    "figures that add up are given for periods with days in common",
)


def address(observation: Observation) -> str:
    """Give the path under which findings name an observation.

    Parameters
    ----------
    observation
        What was reported.

    Examples
    --------
    >>> from indh_me.model import Period
    >>> address(Observation(indicator="C-R4", period=Period.year(2008), value=9))
    'observations.C-R4.2008'
    """
    return key_path("observations", observation.indicator, _when_and_whom(observation))


def _when_and_whom(observation: Observation) -> str:
    return f"{observation.period} {observation.categories}".strip()


def unknown_codes(framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    """Find codes in observations that nothing in the framework answers to."""
    table = reporting.observations
    links = Links.of(
        framework.sources, framework.dimensions, framework.results, framework.indicators
    )
    suspect = np.flatnonzero(_suspects(table, links))
    # Rows of the same codes have the same faults: one of each kind is enough.
    kinds = table.indicator[suspect].astype(np.int64) * max(len(table.cells), 1)
    kinds = (kinds + table.cell[suspect]) * max(len(table.provenances), 1)
    kinds += table.provenance[suspect]
    first = np.sort(suspect[np.unique(kinds, return_index=True)[1]])
    seen: set[tuple[str, str]] = set()
    for row in first.tolist():
        observation = table[row]
        for fault in links.observation_faults(observation, ""):
            if (fault.where.path, fault.what) not in seen:
                seen.add((fault.where.path, fault.what))
                yield UNKNOWN_CODE.found(
                    place=address(observation) + fault.where.path,
                    message=fault.what,
                    mend=fault.mend,
                )


def _suspects(table: Observations, links: Links) -> Flags:
    """Flag the rows in which some code points nowhere, by looking at each code once."""
    indicators = [code not in links.indicators for code in table.indicators]
    cells = [
        any(category not in links.dimensions.get(name, ()) for name, category in cell.pairs)
        for cell in table.cells
    ]
    provenances = [
        each.source is not None and each.source.code not in links.sources
        for each in table.provenances
    ]
    flags = np.zeros(len(table), dtype=np.bool_)
    for wrong, codes in (
        (indicators, table.indicator),
        (cells, table.cell),
        (provenances, table.provenance),
    ):
        if any(wrong):
            flags |= np.array(wrong, dtype=np.bool_)[codes]
    return flags


def unsourced_observations(framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    """Find indicators with figures that no source stands behind."""
    table = reporting.observations
    silent = np.array([each.source is None for each in table.provenances], dtype=np.bool_)
    if not silent.any():
        return
    known = {each.code for each in framework.indicators}
    rows = silent[table.provenance]
    counts = np.bincount(table.indicator[rows], minlength=len(table.indicators)).tolist()
    for name, count in zip(table.indicators, counts, strict=True):
        if count > 0:
            yield UNSOURCED.found(
                place=key_path("observations", name),
                message=f"{count} observation{'s' if count > 1 else ''} of {name} without a source",
                mend="say who reported it: source = the code of a source",
                indicator=name if name in known else None,
            )


def duplicates(_framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    """Find two figures for the same indicator, period and categories."""
    for position in np.flatnonzero(_repeated(reporting)).tolist():
        one = reporting.observations[int(reporting.rows[position])]
        yield DUPLICATE.found(
            place=address(one),
            message=f"{one.indicator} is reported twice for {_when_and_whom(one)}",
            mend="keep the figure that holds, and say in its note what became of the other",
            indicator=one.indicator,
        )


def overlaps(framework: Framework, reporting: ReportingSet) -> Iterator[Finding]:
    """Find figures that add up though their periods have days in common."""
    table = reporting.observations
    adding = {each.code for each in framework.indicators if each.accumulation in ADDING}
    given = table.absence[reporting.rows] == 0
    figures = reporting.some(reporting.rows_of(adding) & given)
    shared = figures.follows & (figures.start <= figures.end[figures.previous])
    for position in np.flatnonzero(shared & ~_repeated(figures)).tolist():
        before, after = (table[int(figures.rows[at])] for at in (position - 1, position))
        code = after.indicator
        yield OVERLAP.found(
            place=address(after),
            message=f"{code}: {before.period} and {after.period} have days in common",
            mend="figures that add up need periods side by side: keep one of the two",
            indicator=code,
        )


def _repeated(reporting: ReportingSet) -> Flags:
    """Flag the rows that are about the same group and period as the row before."""
    start, end, previous = reporting.start, reporting.end, reporting.previous
    repeated: Flags = reporting.follows & (start == start[previous]) & (end == end[previous])
    return repeated


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (UNSOURCED, of_data(unsourced_observations)),
    (UNKNOWN_CODE, of_data(unknown_codes)),
    (DUPLICATE, of_data(duplicates)),
    (OVERLAP, of_data(overlaps)),
)
