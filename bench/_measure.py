"""How the benches measure: a ratio within one run, never a time against a clock."""

import gc
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Ratio", "report", "time_calls", "time_processes"]


@dataclass(frozen=True)
class Ratio:
    """What was measured against what, in the same run.

    Parameters
    ----------
    name
        What was measured.
    ours, theirs
        Least of ours and of the peer's time, in seconds.
    limit
        Ratio that ours should stay under; `None` where the figure is only worth knowing.
    unit
        What they are measured in, one character, if not in seconds.
    """

    name: str
    ours: float
    theirs: float
    limit: float | None = None
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """Ours over theirs."""
        return self.ours / self.theirs

    @property
    def is_over(self) -> bool:
        """Whether the ratio is over its limit."""
        return self.limit is not None and self.ratio > self.limit

    def __str__(self) -> str:
        """Write a line of the report."""
        times = f"{self.ours:9.3f} {self.unit} {self.theirs:9.3f} {self.unit}"
        figures = f"{times} {self.ratio:7.2f} x"
        if self.limit is None:
            return f"{self.name:58} {figures}"
        verdict = "OVER" if self.is_over else "OK"
        return f"{self.name:58} {figures}   at most {self.limit:4.2f} x   {verdict}"


def time_calls(
    ours: Callable[[], object], theirs: Callable[[], object], repeats: int = 5
) -> tuple[float, float]:
    """Time two functions in turn, and give the least of each, in seconds.

    What other processes take, and the kernel on their account, can only add to it.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(repeats):
        for function, found in zip((ours, theirs), times, strict=True):
            gc.collect()
            start = time.perf_counter()
            function()
            found.append(time.perf_counter() - start)
    return min(times[0]), min(times[1])


def time_processes(ours: list[str], theirs: list[str], repeats: int = 15) -> tuple[float, float]:
    """Time two commands in turn as whole processes of this Python."""

    def run(arguments: list[str]) -> Callable[[], object]:
        command = [sys.executable, *arguments]
        return lambda: subprocess.run(command, check=True, capture_output=True)

    run(ours)(), run(theirs)()  # The first run compiles; it is not counted.
    return time_calls(run(ours), run(theirs), repeats)


def report(*ratios: Ratio) -> None:
    """Print the ratios; exit with 1 when one is over its limit."""
    print(f"{'':58} {'ours':>11} {'peer':>11} {'ratio':>9}")
    for ratio in ratios:
        print(ratio)
    if any(ratio.is_over for ratio in ratios):
        sys.exit(1)
