"""How good projections of quarters and months are, on simulated series of which the truth is known.

`PYTHONPATH=bench python -m evidence.seasons` prints the tables of `docs/explanation/season.md`.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import product

import numpy as np
import numpy.typing as npt

from indh_me.compute.projection import project_panel

Floats = npt.NDArray[np.float64]
SEED, SERIES, DRIFT = 2008, 2000, 0.1
SEASONS, YEARS, SIZES = (4, 12), (2, 3, 5, 8), (0.0, 1.0, 3.0)
#: Of the test of the M4 competition: the normal distribution's 95 % point, and the fewest years.
M4, M4_YEARS = 1.645, 3


def simulated(kind: str, steps: int, points: int, size: float, rng: np.random.Generator) -> Floats:
    """Give series with shocks of 1 and places in the season of standard deviation size."""
    shocks = rng.standard_normal((SERIES, points))
    places = rng.standard_normal((SERIES, steps)) * size
    season = places[:, np.arange(points) % steps]
    line = DRIFT * np.arange(points)
    if kind == "walk":
        return shocks.cumsum(axis=1) + line + season
    if kind == "line":
        return shocks + line + season
    if kind == "level":
        return 0.3 * shocks.cumsum(axis=1) + rng.standard_normal(shocks.shape) + line + season
    changing = shocks.reshape(SERIES, -1, steps).cumsum(axis=1).reshape(SERIES, -1)
    if kind == "changing":
        return 0.3 * changing + rng.standard_normal(shocks.shape).cumsum(axis=1) + line + season
    return changing + line + season  # "seasons": each place walks by itself.


KINDS = {
    "walk": "a random walk, a season that stays",
    "line": "noise around a line, a season that stays",
    "level": "a slow walk under noise, a season that stays",
    "changing": "a random walk, a season that slowly changes",
    "seasons": "each place in the season a walk by itself",
}


def with_season(values: Floats, horizon: int, places: Floats) -> Floats:
    """Project what is left without a season, and add the season back."""
    steps, points = places.shape[1], values.shape[1]
    left = values - places[:, np.arange(points) % steps]
    ahead = np.arange(points, points + horizon) % steps
    return project_panel(left, horizon=horizon).point + places[:, ahead]


def whole_season(values: Floats, steps: int) -> Floats:
    """Give the season by the mean changes into each place, all of it."""
    moves, into = np.diff(values, axis=1), np.arange(1, values.shape[1]) % steps
    means = np.stack([moves[:, into == place].mean(axis=1) for place in range(steps)], axis=1)
    season = (means - means.mean(axis=1, keepdims=True)).cumsum(axis=1)
    return season - season.mean(axis=1, keepdims=True)


def averaged_season(values: Floats, steps: int) -> Floats:
    """Give the season by classical decomposition: what is off the moving average of a year."""
    weights = np.concatenate([[0.5], np.ones(steps - 1), [0.5]]) / steps
    windows = np.lib.stride_tricks.sliding_window_view(values, steps + 1, axis=1)
    half = steps // 2
    off = values[:, half:-half] - windows @ weights
    at = np.arange(half, values.shape[1] - half) % steps
    season = np.stack([off[:, at == place].mean(axis=1) for place in range(steps)], axis=1)
    return season - season.mean(axis=1, keepdims=True)


def has_season(values: Floats, steps: int) -> npt.NDArray[np.bool_]:
    """Tell which series have a season by the test of the M4 competition."""
    points = values.shape[1]
    if points < M4_YEARS * steps:
        return np.zeros(len(values), dtype=np.bool_)
    off = values - values.mean(axis=1, keepdims=True)
    whole = (off * off).sum(axis=1)
    lags = range(1, steps + 1)
    r = np.stack([(off[:, lag:] * off[:, :-lag]).sum(axis=1) / whole for lag in lags], axis=1)
    limit = M4 * np.sqrt((1 + 2 * (r[:, :-1] ** 2).sum(axis=1)) / points)
    return np.asarray(np.abs(r[:, -1]) > limit)


def judged(known: Floats, came: Floats, steps: int) -> Iterator[tuple[str, float, float]]:
    """Yield each method with its mean absolute error, and the share its intervals hold."""
    horizon = came.shape[1]
    project = partial(project_panel, known, horizon=horizon)
    made = {
        "seasonal_drift": project(season=steps),
        "seasonal_last": project(season=steps, method="seasonal_last"),
        "no season": project(),
    }
    for name, each in made.items():
        held = (each.low <= came) & (came <= each.high)
        yield name, float(np.abs(each.point - came).mean()), float(held.mean())
    whole = with_season(known, horizon, whole_season(known, steps))
    averaged = with_season(known, horizon, averaged_season(known, steps))
    tested = np.where(has_season(known, steps)[:, None], whole, made["no season"].point)
    for name, point in (("whole", whole), ("averages", averaged), ("M4 test", tested)):
        yield name, float(np.abs(point - came).mean()), np.nan


def main() -> None:
    """Print errors, over the least of each case, and coverage, by kind and by years."""
    rng = np.random.default_rng(SEED)
    errors: dict[tuple[str, str], list[float]] = defaultdict(list)
    shares: dict[tuple[str, str], list[float]] = defaultdict(list)
    for kind, steps, years, size in product(KINDS, SEASONS, YEARS, SIZES):
        values = simulated(kind, steps, (years + 2) * steps, size, rng)
        found = list(judged(values[:, : years * steps], values[:, years * steps :], steps))
        least = min(error for _, error, _ in found)
        kept = "with" if size > 0 else "without"
        for group in (f"{kind}, {kept}", f"{years}, {kept}", f"all, {kept}"):
            for name, error, held in found:
                errors[group, name].append(error / least)
                shares[group, name].append(held)
    names = ("seasonal_drift", "seasonal_last", "no season", "whole", "averages", "M4 test")
    for title, table, columns in (("error", errors, names), ("coverage", shares, names[:3])):
        print(f"\n| {title} | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}")
        for kept, subject in product(("with", "without"), (*KINDS, *YEARS, "all")):
            means = (f"{np.mean(table[f'{subject}, {kept}', name]):.3f}" for name in columns)
            print(f"| {subject}, {kept} | {' | '.join(means)} |")
    for name, kind in (("seasonal_drift", "walk"), ("seasonal_last", "seasons")):
        each = shares[f"{kind}, with", name] + shares[f"{kind}, without", name]
        print(f"\n{name} of {KINDS[kind]} holds {min(each):.3f} to {max(each):.3f}")


if __name__ == "__main__":
    main()
