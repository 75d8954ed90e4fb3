"""How long projections take, beside statsforecast and beside copying as many bytes."""

import os
import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from textwrap import wrap

import numpy as np
import numpy.typing as npt
import pandas as pd
from _measure import Ratio, time_calls
from projection import SERIES, STEPS, TIME, ratios
from statsforecast import StatsForecast
from statsforecast.models import Holt, RandomWalkWithDrift

from indh_me.compute.projection import project_panel

from .aim import Aim, table

__all__ = ["Race", "race", "speed_part"]

Floats = npt.NDArray[np.float64]

#: Characters of a line of the page.
WIDTH = 100
#: Series that both project, and panels of more that only ours does.
SHARED = 2_000
LARGE = (100_000, SERIES)
#: Times that ours is called in a row: what is short would slip between turns of other processes.
CALLS = 20
#: Methods, their peers, and how many times as long the peer should take.
PEERS: tuple[tuple[str, Callable[[], object], int], ...] = (
    ("drift", RandomWalkWithDrift, 1_000),
    ("holt", Holt, 300),
)
INTRODUCTION = """\
Measured with {software}, on {cores} cores that other processes may have used at the same time.
Figures of speed change from run to run, and more so on a busy machine: ratios are of times taken
in turn within one run, and even they may differ by a half from those of the next."""
PEER = """\
statsforecast projects {shared} series of {points} figures, {ahead} steps ahead with intervals of
95 %, in one process that has done so before. `project_panel` projects the same. Time is in
microseconds a series; beside it, that of larger panels, and how many times as long statsforecast
takes. The work is not equal: statsforecast's Holt looks for its parameters with an optimiser, ours
in a grid."""
COPY = """\
A projection reads the figures and writes points, ends, scales, degrees of freedom and numbers of
points. That takes so many times as long as only copying as many bytes, or as projecting in smaller
parts. The last rows are memory that is used beside the input, in megabytes."""


@dataclass(frozen=True)
class Race:
    """Seconds a series: of ours on the shared panel, of the peer on it, of ours on larger ones."""

    method: str
    peer: str
    ours: float
    theirs: float
    large: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """How many times as long the peer takes, on the same series."""
        return self.theirs / self.ours


def _panel(series: int) -> Floats:
    rng = np.random.default_rng(2008)
    return np.asarray(50 + np.cumsum(rng.normal(0.5, 1, (series, TIME)), axis=1))


def race(method: str, peer: object, name: str) -> Race:
    """Time a method against its peer."""
    panel = _panel(SHARED)
    long = pd.DataFrame(
        {
            "unique_id": np.repeat(np.arange(SHARED), TIME),
            "ds": np.tile(np.arange(TIME), SHARED),
            "y": panel.ravel(),
        }
    )
    software = StatsForecast(models=[peer], freq=1, n_jobs=1)
    theirs = partial(software.forecast, df=long, h=STEPS, level=[95])
    project = partial(project_panel, horizon=STEPS, method=method)

    def ours() -> None:
        for _ in range(CALLS):
            project(panel)

    software.forecast(df=long[: TIME * 20], h=STEPS, level=[95])
    ours()
    one, other = time_calls(ours, theirs, repeats=3)
    large = []
    for size in LARGE:
        rows = _panel(size)
        taken, _ = time_calls(partial(project, rows), lambda: None, repeats=3)
        large.append(taken / size)
    return Race(method, name, one / CALLS / SHARED, other / SHARED, tuple(large))


def _cells(found: Race) -> tuple[str, ...]:
    times = (found.theirs, found.ours, *found.large)
    return (
        f"{found.method} / {found.peer}",
        *(f"{each * 1e6:,.2f}".replace(",", " ") for each in times),
        *(f"{found.theirs / each:,.0f} x".replace(",", " ") for each in (found.ours, *found.large)),
    )


def _compared(found: Ratio) -> tuple[str, ...]:
    unit = "MB" if found.unit == " " else found.unit
    limit = found.limit if found.unit != " " else found.limit and found.limit * found.theirs
    measured = found.ours if found.unit == " " else found.ratio
    told = f"{measured:.0f} {unit}" if found.unit == " " else f"{measured:.2f} x"
    return (found.name, told, "" if limit is None else f"at most {limit:g}")


def speed_part() -> Iterator[str | Aim]:
    """Give the lines of the page on speed, and what was hoped for."""
    python = f"Python {platform.python_version()}"
    packages = (f"{each} {version(each)}" for each in ("numpy", "scipy", "statsforecast"))
    told = INTRODUCTION.format(software=", ".join((python, *packages)), cores=os.cpu_count())
    yield from ("## Speed", "", *wrap(told, WIDTH), "")
    races = [race(method, peer(), peer.__name__) for method, peer, _ in PEERS]
    told = PEER.format(shared=f"{SHARED:,}".replace(",", " "), points=TIME, ahead=STEPS)
    sizes = [f"{each:,}".replace(",", " ") for each in (SHARED, *LARGE)]
    yield from (*wrap(told, WIDTH), "")
    yield from table(
        (
            "method / peer",
            f"peer, {sizes[0]}",
            *(f"ours, {each}" for each in sizes),
            *(f"ratio, {each}" for each in sizes),
        ),
        map(_cells, races),
    )
    yield from ("", *COPY.splitlines(), "")
    found = ratios()
    every = (*found.times, *found.growth, *found.spaces)
    yield from table(("what / against what", "found", "limit"), map(_compared, every))
    for each, (_, _, least) in zip(races, PEERS, strict=True):
        what = f"speed, {each.method}: time of {each.peer} / ours"
        yield Aim(what, each.ratio, least=least, form=".0f")
    for ratio in (*found.times, *found.growth):
        if ratio.limit is not None:
            yield Aim(f"speed, {ratio.name}", ratio.ratio, most=ratio.limit, form=".2f")
    for ratio in found.spaces:
        yield Aim(
            f"memory, {ratio.name.partition(':')[0]}, MB beside the input",
            ratio.ours,
            most=ratio.theirs,
            form=".0f",
        )
