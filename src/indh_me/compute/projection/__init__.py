"""Projection: where figures are heading, how sure that is, and how far it could be trusted before.

`project_panel` takes arrays of many series, and refuses, series by series, what the data cannot
tell; `backtest` holds such projections against what came.

Its rooms stand on each other: ``panel`` (what is projected), ``methods`` (by what), this one, which
makes figures with intervals, probabilities and dates of it, and ``backtest`` (how far they could be
trusted).
"""

from .arrival import Arrival, ArrivalReason, expected_date
from .backtest import (
    Backtest,
    Conformal,
    NoConformal,
    NoScore,
    NoWindow,
    Project,
    Projected,
    Reliability,
    Score,
    Windows,
    backtest,
    brier,
    calibrate,
    coverage,
    interval_width,
    mase,
    msis,
    naive_scale,
    reliability,
    smape,
)
from .methods import Link, Prior
from .monotone import MannKendall, Monotone, mann_kendall
from .outcome import PanelProjection
from .panel import ProjectionReason
from .projection import project_panel
from .reduction import annual_reduction, required_reduction

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
