"""Back-test: how far projections could be trusted before, from what came after past figures.

`backtest` goes through the windows of many series and scores what was projected in each.
"""

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
