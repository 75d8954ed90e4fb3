"""Panel: the series that are projected, on their dates, packed by how many figures they have.

`Panel` reads arrays with gaps, `Packing` brings series of one length together, `Series` is what a
method is given; `ProjectionReason` says why a series is given to none.
"""

from .dates import day_over, decimal_years, numbers, year_after, year_before
from .packing import Block, blocks_of
from .panel import Panel, bounds_of, level_of, of_shape
from .refusal import ProjectionReason
from .season import NO_SEASON, UNEVENNESS, season_of, step_of
from .series import SHORT, Forecast, Series, changes, combined, product, row_sums

__all__ = [
    "NO_SEASON",
    "SHORT",
    "UNEVENNESS",
    "Block",
    "Forecast",
    "Panel",
    "ProjectionReason",
    "Series",
    "blocks_of",
    "bounds_of",
    "changes",
    "combined",
    "day_over",
    "decimal_years",
    "level_of",
    "numbers",
    "of_shape",
    "product",
    "row_sums",
    "season_of",
    "step_of",
    "year_after",
    "year_before",
]
