"""How long a million series take to project, against copying as many bytes."""

import tracemalloc
from collections.abc import Callable
from itertools import pairwise

import numpy as np
from _measure import Ratio, report, time_calls

from indh_me.compute.projection import PanelProjection, project_panel

SERIES, TIME, STEPS = 1_000_000, 12, 5
SIZES = (1_000, 10_000, 100_000, 1_000_000)
#: What a projection may take beside its input, in megabytes.
MOST_MEMORY = 300


def copy_of(found: PanelProjection) -> Callable[[], object]:
    """Make a copy that reads and writes as many bytes as a projection of a million series does.

    It reads the figures and writes points, both ends, scales, and a number of points and of
    degrees of freedom for each series; the copy writes into new memory, as the projection does.
    """
    written = (found.point, found.low, found.high, found.scale, found.df, found.n)
    size = SERIES * TIME + sum(each.size for each in written)
    source = np.ones(size // 2)

    def copy() -> object:
        target = np.empty_like(source)
        np.copyto(target, source)
        return target

    return copy


def memory(compute: Callable[[], object]) -> float:
    """Give the most memory that a call takes beside its inputs, in megabytes."""
    tracemalloc.start()
    compute()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def main() -> None:
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

    copy = copy_of(line())
    name = f"{SERIES:,} x {TIME}, {STEPS} steps"
    times = [
        Ratio(f"straight line, {name} / copy", *time_calls(line, copy), limit=6),
        Ratio("default / copy", *time_calls(default, copy)),
        Ratio("default, chance of target, 1 / copy", *time_calls(with_chance, copy), limit=20),
        Ratio("same, of all steps / copy", *time_calls(with_all_chances, copy), limit=20),
        Ratio(
            "default, 5 % gaps / copy",
            *time_calls(lambda: project_panel(gappy, horizon=STEPS), copy, repeats=3),
        ),
    ]
    growth = [
        Ratio(
            f"default {large:,} series / {small:,}, linear is {large // small}",
            *time_calls(
                lambda size=large: project_panel(panel[:size], horizon=STEPS),  # type: ignore[misc]
                lambda size=small: project_panel(panel[:size], horizon=STEPS),  # type: ignore[misc]
            ),
            limit=2 * large / small,
        )
        for small, large in pairwise(SIZES)
    ]
    spaces = [
        Ratio(f"{name}: MB beside the input / {MOST_MEMORY}", memory(compute), MOST_MEMORY, 1, " ")
        for name, compute in {
            "default": default,
            "default, gaps and bounds": lambda: project_panel(
                gappy, horizon=STEPS, bounds=(-1000, 1000)
            ),
            "straight line": line,
            "median slope": lambda: project_panel(panel, horizon=STEPS, method="theil_sen"),
        }.items()
    ]
    report(*times, *growth, *spaces)


if __name__ == "__main__":
    main()
