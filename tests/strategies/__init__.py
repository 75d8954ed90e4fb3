"""Hypothesis strategies for every class of the model, all values well formed and consistent.

A strategy without arguments gives values that stand alone. Those that refer to other parts (a
citation to a source, a target to categories) are given what they may refer to, so that
`frameworks` holds together and `observations` fits the framework that it is given.
"""

from .figures import (
    absences,
    exact_quantities,
    numbers,
    quantities,
    small_numbers,
    units,
    values,
)
from .frameworks import frameworks, labels, observation_rows, observations, suppressions, thresholds
from .parts import (
    baselines,
    categories,
    citations,
    dimensions,
    indicators,
    result_chains,
    results,
    revisions,
    sources,
    targets,
)
from .periods import days, period_names, periods, whole_periods
from .words import LANGUAGES, codes, languages, texts, words

__all__ = [
    "LANGUAGES",
    "absences",
    "baselines",
    "categories",
    "citations",
    "codes",
    "days",
    "dimensions",
    "exact_quantities",
    "frameworks",
    "indicators",
    "labels",
    "languages",
    "numbers",
    "observation_rows",
    "observations",
    "period_names",
    "periods",
    "quantities",
    "result_chains",
    "results",
    "revisions",
    "small_numbers",
    "sources",
    "suppressions",
    "targets",
    "texts",
    "thresholds",
    "units",
    "values",
    "whole_periods",
    "words",
]
