"""Where the groups of indicators stand on a day."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from attrs import evolve

from indh_me.errors import UnknownCodeError
from indh_me.model import TOTAL, Categories, Framework, Indicator, Observations

from .disaggregation.groups import unknown_categories
from .figure import Figure, figures_to_date
from .reporting import reporting_set
from .standing import IndicatorAssessment
from .standings import standings

__all__ = ["group_figures", "groups_of"]


def groups_of(
    framework: Framework, observations: Observations, by: Sequence[str], as_of: date
) -> dict[str, tuple[IndicatorAssessment, ...]]:
    """Tell where each group of each indicator stands.

    Parameters
    ----------
    framework
        Has the indicators, with targets for groups.
    observations
        What was reported.
    by
        Codes of dimensions: groups of these, alone or together.
    as_of
        The day.

    Returns
    -------
    dict[str, tuple[IndicatorAssessment, ...]]
        By the indicator's code, in the order of the categories: groups that have a target, or of
        which anything was reported. Each is assessed as if it were an indicator of its own, with
        its own targets; a baseline is that of the total, and says nothing of a group.

    Raises
    ------
    UnknownCodeError
        For a dimension that the framework does not have, and for categories in the observations
        that one of the dimensions does not have.
    """
    wanted = {framework.dimension(code).code: framework.dimension(code) for code in by}
    seen: dict[Categories, set[str]] = {}
    for indicator in framework.indicators:
        for target in indicator.targets:
            seen.setdefault(target.categories, set()).add(indicator.code)
    pairs = np.unique(np.stack([observations.cell, observations.indicator]), axis=1)
    for cell, code in pairs.T.tolist():
        known = seen.setdefault(observations.cells[cell], set())
        known.add(observations.indicators[code])
    asked = sorted(
        each for each in seen if not each.is_total and wanted.keys() >= set(each.dimensions)
    )
    faults = [fault for each in asked for fault in unknown_categories(each, wanted)]
    if faults:
        raise UnknownCodeError(*faults)
    groups: dict[str, tuple[IndicatorAssessment, ...]] = {}
    for categories in asked:
        codes = seen[categories]
        chosen = [_alone(each, categories) for each in framework.indicators if each.code in codes]
        reporting = reporting_set(_totals_of(observations, categories), as_of)
        rows = standings(chosen, reporting, framework.thresholds, as_of, findings={})
        for row in rows:
            code = row.indicator.code
            groups[code] = (*groups.get(code, ()), evolve(row, categories=categories))
    return groups


def group_figures(
    indicators: Sequence[Indicator], observations: Observations, categories: Categories, as_of: date
) -> list[Figure]:
    """Give what a group comes to on a day, as if it were an indicator of its own.

    Parameters
    ----------
    indicators
        That have the group.
    observations
        What was reported.
    categories
        The group.
    as_of
        The day.

    Returns
    -------
    list[Figure]
        One an indicator.
    """
    reporting = reporting_set(_totals_of(observations, categories), as_of)
    alone = [_alone(each, categories) for each in indicators]
    return [figures[0] for figures in figures_to_date(reporting, alone)]


def _alone(indicator: Indicator, categories: Categories) -> Indicator:
    """Make of a group an indicator of its own."""
    targets = [each for each in indicator.targets if each.categories == categories]
    return evolve(
        indicator,
        baseline=None,
        dimensions=(),
        targets=[evolve(each, categories=TOTAL) for each in targets],
    )


def _totals_of(observations: Observations, categories: Categories) -> Observations:
    """Give the figures of a group, as if they were those of the total."""
    if categories not in observations.cells:
        return Observations()
    cell = observations.cells.index(categories)
    own = observations.select(observations.cell == cell)
    return evolve(own, cells=(TOTAL,), cell=np.zeros(len(own), dtype=np.int32))
