"""Explanations: the lines that spell out how each kind of result came about."""

from .accumulation import accumulation_lines
from .achievement import achievement_lines
from .banding import banding_lines, classes_lines
from .comparison import comparison_lines
from .expectation import expectation_lines, pace_lines
from .groups import breakdown_lines, equity_lines, publication_lines
from .outlook import outlook_lines
from .projection import projection_lines
from .score import rollup_lines, score_lines
from .standing import standing_lines

__all__ = [
    "accumulation_lines",
    "achievement_lines",
    "banding_lines",
    "breakdown_lines",
    "classes_lines",
    "comparison_lines",
    "equity_lines",
    "expectation_lines",
    "outlook_lines",
    "pace_lines",
    "projection_lines",
    "publication_lines",
    "rollup_lines",
    "score_lines",
    "standing_lines",
]
