"""Rates of achievement, as kernels over many figures at once."""

import math
from collections.abc import Callable, Mapping
from itertools import product

import numpy as np
import numpy.typing as npt

from indh_me.model import Method

from .bounds import Bounds, Floats
from .reason import Reason

__all__ = ["KERNELS", "UNDEFINED", "Kernel"]

#: From actuals, targets and baselines to rates, and where these are undefined.
Kernel = Callable[[Bounds, Bounds, Bounds], tuple[Bounds, npt.NDArray[np.bool_]]]


def _target_ratio(a: Bounds, t: Bounds, _b: Bounds) -> tuple[Bounds, npt.NDArray[np.bool_]]:
    undefined = (t.low <= 0) & (t.high >= 0)
    corners = [x / y for x, y in product((a.low, a.high), (t.low, t.high))]
    return _hull(corners, a.best / t.best, undefined), undefined


def _baseline_adjusted(a: Bounds, t: Bounds, b: Bounds) -> tuple[Bounds, npt.NDArray[np.bool_]]:
    undefined = (t.low <= b.high) & (t.high >= b.low)
    corners = [
        (x - z) / (y - z) for x, y, z in product((a.low, a.high), (t.low, t.high), (b.low, b.high))
    ]
    return _hull(corners, (a.best - b.best) / (t.best - b.best), undefined), undefined


def _hull(corners: list[Floats], best: Floats, undefined: npt.NDArray[np.bool_]) -> Bounds:
    """Take the least and greatest corner; one that is no number leaves no bound."""
    low = np.min([np.where(np.isnan(each), -math.inf, each) for each in corners], axis=0)
    high = np.max([np.where(np.isnan(each), math.inf, each) for each in corners], axis=0)
    best = np.where(np.isfinite(best), np.clip(best, low, high), np.nan)
    return Bounds(low, best, high).where(~undefined)


def _quiet(kernel: Kernel) -> Kernel:
    """Compute undefined places too, without a word: they are taken out afterwards."""

    def compute(a: Bounds, t: Bounds, b: Bounds) -> tuple[Bounds, npt.NDArray[np.bool_]]:
        with np.errstate(divide="ignore", invalid="ignore", over="ignore", under="ignore"):
            return kernel(a, t, b)

    return compute


#: The kernel of each method.
KERNELS: Mapping[Method, Kernel] = {
    Method.TARGET_RATIO: _quiet(_target_ratio),
    Method.BASELINE_ADJUSTED: _quiet(_baseline_adjusted),
}
#: Why a rate is undefined where its kernel says so.
UNDEFINED: Mapping[Method, Reason] = {
    Method.TARGET_RATIO: Reason.ZERO_TARGET,
    Method.BASELINE_ADJUSTED: Reason.TARGET_EQUALS_BASELINE,
}
