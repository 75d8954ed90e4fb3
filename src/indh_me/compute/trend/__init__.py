"""Trend: the history of an indicator, and where it leads.

`project` takes an indicator with its observations, or a bare series, through the arrays of
`indh_me.compute.projection`; `projections` a whole framework.
"""

from .companions import RequiredPace
from .history import History, HistoryFigure
from .policy import MethodChoice
from .project import project, projections
from .projection import ExpectedDate, ProjectedFigure, Projection, Projections, TrendTest

__all__ = [
    "ExpectedDate",
    "History",
    "HistoryFigure",
    "MethodChoice",
    "ProjectedFigure",
    "Projection",
    "Projections",
    "RequiredPace",
    "TrendTest",
    "project",
    "projections",
]
