"""A small method of projection to try back-tests and scores with: drifts with Student intervals."""

from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.model import Direction

__all__ = ["TOO_FEW", "Drift", "project", "student_cdf", "student_quantile"]

Floats = npt.NDArray[np.float64]

#: Why a series has no projection.
TOO_FEW = "too few figures for a drift"
#: Weight of the evidence that a drift must bring.
SHRINKAGE = {"auto": 2.0, "drift": 0.0, "last_value": np.inf}


@frozen(eq=False, kw_only=True)
class Drift:
    """What the method gives."""

    point: Floats
    low: Floats
    high: Floats
    scale: Floats
    df: Floats
    reason: npt.NDArray[np.object_]
    spread: Floats

    def probability(self, target: Floats, direction: Direction) -> Floats:
        """Give the probability of an outcome at the target or beyond."""
        with np.errstate(divide="ignore", invalid="ignore"):
            t = (self.point - np.asarray(target)[:, np.newaxis]) / self.spread
        above = student_cdf(t, self.df[:, np.newaxis])
        return above if direction is Direction.INCREASE else 1 - above


def project(
    values: Floats,
    times: npt.NDArray[Any] | None = None,
    horizon: int | None = None,
    *,
    at: npt.NDArray[Any] | None = None,
    method: str = "auto",
    bounds: tuple[float | None, float | None] | None = None,
    level: float = 0.95,
) -> Drift:
    """Project by last value, drift, or drift shrunk by its own evidence (`auto`).

    With drift d over n figures, variance s^2 of the changes around it, evidence
    e = d^2 (t_n - t_1) / s^2 and weight w = e / (e + c): y_n + w d h, with variance
    r^2 (h + w h^2 / (t_n - t_1)), r^2 the mean squared change; n - 2 degrees of freedom.
    """
    y = np.asarray(values, dtype=np.float64)
    when = np.arange(y.shape[1], dtype=np.float64) if times is None else np.asarray(times, float)
    known = np.isfinite(y)
    count = known.sum(axis=1)
    point, low, high, spread = (np.full((len(y), _ahead(horizon, at)), np.nan) for _ in range(4))
    scale = np.full(len(y), np.nan)
    reason = np.full(len(y), None, dtype=object)
    reason[count <= 2] = TOO_FEW
    for row in np.flatnonzero(count > 2):
        figures, dates = y[row, known[row]], when[known[row]]
        last = dates[-1]
        h = np.arange(1, point.shape[1] + 1) if at is None else np.asarray(at, float) - last
        if at is None:
            h = h + (when[-1] - last)
        gaps, span = np.diff(dates), last - dates[0]
        drift = (figures[-1] - figures[0]) / span
        s2 = np.sum((np.diff(figures) - drift * gaps) ** 2 / gaps) / (count[row] - 2)
        r2 = np.mean(np.diff(figures) ** 2 / gaps)
        c = SHRINKAGE[method]
        weight = float(c == 0)
        if 0 < c < np.inf and drift != 0:
            weight = drift**2 * span / (drift**2 * span + c * s2)
        point[row] = figures[-1] + weight * drift * h
        spread[row] = np.sqrt((r2 if c > 0 else s2) * (h + weight * h**2 / span))
        scale[row] = np.sqrt(r2)
    df = np.maximum(count - 2, 1).astype(np.float64)
    reach = student_quantile((1 + level) / 2, df)[:, np.newaxis] * spread
    low, high = point - reach, point + reach
    if bounds is not None:
        ends = (-np.inf if bounds[0] is None else bounds[0], bounds[1])
        point, low, high = (np.clip(each, *ends) for each in (point, low, high))
    return Drift(point=point, low=low, high=high, scale=scale, df=df, reason=reason, spread=spread)


def student_cdf(t: Floats, df: Floats) -> Floats:
    """Give Student's distribution for whole degrees of freedom.

    Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
    """
    t, df = np.broadcast_arrays(np.asarray(t, dtype=np.float64), np.asarray(df, dtype=np.float64))
    made = np.full(t.shape, np.nan)
    for each in np.unique(df):
        here = df == each
        nu = int(each)
        angle = np.arctan(t[here] / np.sqrt(nu))
        sine, cosine2 = np.sin(angle), np.cos(angle) ** 2
        odd = nu % 2 == 1
        term = np.cos(angle) if odd else np.ones_like(angle)
        total = np.zeros_like(angle)
        for k in range(nu // 2):
            total += term
            term = (
                term * cosine2 * ((2 * k + 2) / (2 * k + 3) if odd else (2 * k + 1) / (2 * k + 2))
            )
        within = 2 / np.pi * (angle + sine * total) if odd else sine * total
        made[here] = (1 + within) / 2
    return made


def student_quantile(p: float, df: Floats) -> Floats:
    """Give quantiles above the median, by halving the range that they lie in."""
    low, high = np.zeros(df.shape), np.full(df.shape, 1e4)
    for _ in range(80):
        middle = (low + high) / 2
        below = student_cdf(middle, df) < p
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return np.asarray((low + high) / 2)


def _ahead(horizon: int | None, at: npt.NDArray[Any] | None) -> int:
    if at is not None:
        return len(at)
    assert horizon is not None
    return horizon
