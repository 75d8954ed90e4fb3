"""Hypothesis strategies for every class of the model, all values well formed and consistent.

A strategy without arguments gives values that stand alone. Those that refer to other parts (a
citation to a source, a target to categories) are given what they may refer to, so that
`frameworks` holds together and `observations` fits the framework that it is given.

Simpler values stand first, so that what fails shrinks to them: a period to a year, a text to a
few plain words in one language, a figure to an exact one. Drawing costs by the draw, so an
optional field that is left out mostly costs none.
"""

from .dimensions import categories, dimensions, single_categories
from .example import simplest
from .figures import (
    absences,
    exact_quantities,
    numbers,
    quantities,
    small_numbers,
    units,
    values,
)
from .frameworks import frameworks, labels, suppressions, thresholds
from .indicators import indicators
from .instruments import answers_to, instruments
from .observations import observation_rows, observations
from .periods import days, period_names, periods, whole_periods
from .results import result_chains, results
from .sources import citations, sources
from .targets import baselines, revision_histories, revisions, targets
from .words import LANGUAGES, codes, languages, texts, words

__all__ = [
    "LANGUAGES",
    "absences",
    "answers_to",
    "baselines",
    "categories",
    "citations",
    "codes",
    "days",
    "dimensions",
    "exact_quantities",
    "frameworks",
    "indicators",
    "instruments",
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
    "revision_histories",
    "revisions",
    "simplest",
    "single_categories",
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
