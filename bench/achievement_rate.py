"""How long ten million rates of achievement take, and how much memory, against bare numpy."""

import tracemalloc
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from _measure import Ratio, report, time_calls

import indh_me as me

ROWS = 10_000_000
MISSING = 0.05
ARRAY = ROWS * np.dtype(np.float64).itemsize
Floats = npt.NDArray[np.float64]
#: How the library computes a method, and the bare expression for it.
Case = tuple[Callable[[], object], Callable[[], object]]


def cases() -> dict[str, Case]:
    """Give for each method how the library computes it, and the expression with its masks.

    The masks are those of the reasons, as one boolean: what is missing, a target or actual that
    is zero or below, a target on the wrong side of the baseline or on it, no time, other signs.
    """
    rng = np.random.default_rng(2008)
    a = rng.uniform(50, 150, ROWS)
    a[rng.random(ROWS) < MISSING] = np.nan
    t, b = rng.uniform(100, 200, ROWS), rng.uniform(1, 50, ROWS)
    low, high = rng.uniform(60, 90, ROWS), rng.uniform(90, 120, ROWS)
    n, horizon = rng.uniform(1, 3, ROWS), rng.uniform(3, 6, ROWS)

    def target_ratio() -> Floats:
        return np.where(np.isnan(a) | np.isnan(t) | (t == 0) | (t < 0), np.nan, a / t)

    def inverse_ratio() -> Floats:
        undefined = np.isnan(a) | np.isnan(t) | (a == 0) | (a < 0) | (t < 0)
        return np.where(undefined, np.nan, t / a)

    def two_minus_ratio() -> Floats:
        return np.where(np.isnan(a) | np.isnan(t) | (t == 0) | (t < 0), np.nan, 2 - a / t)

    def from_baseline() -> Floats:
        undefined = np.isnan(a) | np.isnan(t) | np.isnan(b) | (t == b) | (t < b)
        return np.where(undefined, np.nan, (a - b) / (t - b))

    def growth_ratio() -> Floats:
        undefined = np.isnan(a) | np.isnan(t) | np.isnan(b) | (t == b) | (t < b)
        undefined |= np.isnan(n) | np.isnan(horizon) | (n <= 0) | (horizon <= 0)
        undefined |= (b == 0) | (t == 0) | np.where(b < 0, (a > 0) | (t > 0), (a < 0) | (t < 0))
        grown = np.expm1(np.log1p((a - b) / b) / n)
        return np.where(undefined, np.nan, grown / np.expm1(np.log1p((t - b) / b) / horizon))

    def band() -> Floats:
        undefined = np.isnan(a) | np.isnan(low) | np.isnan(high)
        undefined |= ((low == 0) & (a < 0)) | ((high == 0) & (a > 0))
        outside = np.fmax((low - a) / np.abs(low), (a - high) / np.abs(high))
        return np.where(undefined, np.nan, 1 - np.fmax(outside, 0))

    def from_target(method: str, direction: str) -> Callable[[], object]:
        return lambda: me.achievement_rate(a, t, method=method, direction=direction)

    return {
        "target_ratio": (from_target("target_ratio", "increase"), target_ratio),
        "baseline_adjusted": (lambda: me.achievement_rate(a, t, b), from_baseline),
        "inverse_ratio": (from_target("inverse_ratio", "decrease"), inverse_ratio),
        "two_minus_ratio": (from_target("two_minus_ratio", "decrease"), two_minus_ratio),
        "milestone": (lambda: me.achievement_rate(a, t, b, method="milestone"), from_baseline),
        "growth_ratio": (
            lambda: me.achievement_rate(
                a, t, b, method="growth_ratio", years=n, target_years=horizon
            ),
            growth_ratio,
        ),
        "band": (
            lambda: me.achievement_rate(a, None, direction="maintain", band=(low, high)),
            band,
        ),
    }


def working_space(compute: Callable[[], object]) -> float:
    """Give the most memory that a call takes beside its inputs, in arrays of its rows."""
    tracemalloc.start()
    compute()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / ARRAY


def main() -> None:
    """Measure time against the bare expression, and memory against one array of the inputs."""
    found = cases()
    times = [
        Ratio(f"{name} of {ROWS:,} rows / bare numpy", *time_calls(*case), limit=1.5)
        for name, case in found.items()
    ]
    spaces = [
        Ratio(f"{name}: working space / an array", working_space(ours), 1, limit=3, unit=" ")
        for name, (ours, _) in found.items()
    ]
    report(*times, *spaces)


if __name__ == "__main__":
    main()
