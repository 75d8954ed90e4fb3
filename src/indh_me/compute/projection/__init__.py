"""Projection: where series will lie, how sure that is, and whether a target will be met.

`project_panel` takes arrays of many series. It refuses, series by series, what the data cannot
tell.
"""

from .outcome import PanelProjection
from .projection import project_panel
from .reduction import annual_reduction, required_reduction
from .refusal import ProjectionReason

__all__ = [
    "PanelProjection",
    "ProjectionReason",
    "annual_reduction",
    "project_panel",
    "required_reduction",
]
