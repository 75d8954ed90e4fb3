"""Methods: what a series is projected by, each a function from a series to a forecast.

`TECHNIQUES` lists them by their words, and `choice_of` finds the one to take.
"""

from .drift import shrunken_drift
from .line import fit_line, ols
from .link import Link, from_link, link_slope, to_link, unlinked
from .prior import Prior
from .seasonal import between_steps
from .smoothing import best_smoothing
from .technique import AUTO, TECHNIQUES, Choice, Technique, choice_of, technique_of

__all__ = [
    "AUTO",
    "TECHNIQUES",
    "Choice",
    "Link",
    "Prior",
    "Technique",
    "best_smoothing",
    "between_steps",
    "choice_of",
    "fit_line",
    "from_link",
    "link_slope",
    "ols",
    "shrunken_drift",
    "technique_of",
    "to_link",
    "unlinked",
]
