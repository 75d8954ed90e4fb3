"""Projection: where figures are heading, and how far earlier projections could be trusted."""

from .backtest import Backtest, backtest
from .conformal import Conformal, NoConformal, calibrate
from .projected import Project, Projected
from .reliability import Reliability, brier, reliability
from .score import NoScore, Score
from .scores import coverage, interval_width, mase, msis, naive_scale, smape
from .windows import NoWindow, Windows

__all__ = [
    "Backtest",
    "Conformal",
    "NoConformal",
    "NoScore",
    "NoWindow",
    "Project",
    "Projected",
    "Reliability",
    "Score",
    "Windows",
    "backtest",
    "brier",
    "calibrate",
    "coverage",
    "interval_width",
    "mase",
    "msis",
    "naive_scale",
    "reliability",
    "smape",
]
