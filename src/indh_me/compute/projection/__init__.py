"""Projection: where figures are heading, how sure that is, and how far it could be trusted before.

`project_panel` takes arrays of many series, and refuses, series by series, what the data cannot
tell; `backtest` holds such projections against what came.
"""

from .arrival import Arrival, ArrivalReason, expected_date
from .backtest import Backtest, backtest
from .conformal import Conformal, NoConformal, calibrate
from .link import Link
from .monotone import MannKendall, Monotone, mann_kendall
from .outcome import PanelProjection
from .prior import Prior
from .projected import Project, Projected
from .projection import project_panel
from .reduction import annual_reduction, required_reduction
from .refusal import ProjectionReason
from .reliability import Reliability, brier, reliability
from .score import NoScore, Score
from .scores import coverage, interval_width, mase, msis, naive_scale, smape
from .windows import NoWindow, Windows

__all__ = [
    "Arrival",
    "ArrivalReason",
    "Backtest",
    "Conformal",
    "Link",
    "MannKendall",
    "Monotone",
    "NoConformal",
    "NoScore",
    "NoWindow",
    "PanelProjection",
    "Prior",
    "Project",
    "Projected",
    "ProjectionReason",
    "Reliability",
    "Score",
    "Windows",
    "annual_reduction",
    "backtest",
    "brier",
    "calibrate",
    "coverage",
    "expected_date",
    "interval_width",
    "mann_kendall",
    "mase",
    "msis",
    "naive_scale",
    "project_panel",
    "reliability",
    "required_reduction",
    "smape",
]
