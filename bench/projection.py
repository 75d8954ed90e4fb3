"""How long a million series take to project, against copying as many bytes."""

import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from _measure import Ratio, report, time_calls

from indh_me.compute.projection import PanelProjection, project_panel

SERIES, TIME, STEPS = 1_000_000, 12, 5
COPIES = 5
SIZES = (1_000, 10_000, 100_000, 1_000_000)
#: What a projection may take beside its input, in megabytes.
MOST_MEMORY = 300


def time_against_copy(compute: Callable[[], object], found: PanelProjection) -> tuple[float, float]:
    """Time a projection, and a copy that reads and writes as many bytes as it does.

    The projection reads the figures and writes points, both ends, scales, and a number of points
    and of degrees of freedom for each series; the copy too writes into new memory. It is done
    several times in a row: what is short would else slip between the turns of other processes.
    """
    written = (found.point, found.low, found.high, found.scale, found.df, found.n)
    source = np.ones((SERIES * TIME + sum(each.size for each in written)) // 2)

    def copy() -> None:
        for _ in range(COPIES):
            np.copyto(np.empty_like(source), source)

    ours, theirs = time_calls(compute, copy, repeats=9)
    return ours, theirs / COPIES


def in_parts(panel: npt.NDArray[np.float64], size: int) -> None:
    """Project a panel, so many series at a time."""
    for first in range(0, len(panel), size):
        project_panel(panel[first : first + size], horizon=STEPS)


def memory(compute: Callable[[], object]) -> float:
    """Give the most memory that a call takes beside its inputs, in megabytes."""
    tracemalloc.start()
    compute()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


@dataclass(frozen=True)
class Ratios:
    """What was measured: times against the copy, times from size to size, and memory."""

    times: tuple[Ratio, ...]
    growth: tuple[Ratio, ...]
    spaces: tuple[Ratio, ...]


def ratios() -> Ratios:
    """Measure time against the copy, growth from size to size, and memory."""
    rng = np.random.default_rng(2008)
    panel = 50 + np.cumsum(rng.normal(0.5, 1, (SERIES, TIME)), axis=1)
    gappy = np.where(rng.random(panel.shape) < 0.05, np.nan, panel)  # noqa: PLR2004 - a share
    targets = panel[:, -1] + rng.normal(0, 5, SERIES)

    def line() -> PanelProjection:
        return project_panel(panel, horizon=STEPS, method="ols")

    def default() -> PanelProjection:
        return project_panel(panel, horizon=STEPS)

    def with_chance() -> object:
        return default().probability(targets, "increase", step=-1)

    def with_all_chances() -> object:
        return default().probability(targets, "increase")

    def with_gaps() -> PanelProjection:
        return project_panel(gappy, horizon=STEPS)

    found = line()
    name = f"{SERIES:,} x {TIME}, {STEPS} steps"
    times = (
        Ratio(f"straight line, {name} / copy", *time_against_copy(line, found), limit=6),
        Ratio("default / copy", *time_against_copy(default, found)),
        Ratio(
            "default, chance of target, 1 / copy", *time_against_copy(with_chance, found), limit=20
        ),
        Ratio("same, of all steps / copy", *time_against_copy(with_all_chances, found), limit=20),
        Ratio("default, 5 % gaps / copy", *time_against_copy(with_gaps, found)),
    )
    growth = tuple(
        Ratio(
            f"default {large:,} series / {large // small} times {small:,}",
            *time_calls(
                partial(in_parts, panel[:large], large), partial(in_parts, panel[:large], small)
            ),
            limit=2,
        )
        for small, large in pairwise(SIZES)
    )
    spaces = tuple(
        Ratio(f"{name}: MB beside the input / {MOST_MEMORY}", memory(compute), MOST_MEMORY, 1, " ")
        for name, compute in {
            "default": default,
            "default, gaps and bounds": lambda: project_panel(
                gappy, horizon=STEPS, bounds=(-1000, 1000)
            ),
            "straight line": line,
            "median slope": lambda: project_panel(panel, horizon=STEPS, method="theil_sen"),
        }.items()
    )
    return Ratios(times, growth, spaces)


def main() -> None:
    """Print the ratios; exit with 1 when one is over its limit."""
    found = ratios()
    report(*found.times, *found.growth, *found.spaces)


if __name__ == "__main__":
    main()
