"""Dates of expected achievement, beside the years in which targets were met."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from indh_me.compute.projection import Project, expected_date

from .aim import Aim, shown, table
from .indicators import BOUNDS, read_indicators

__all__ = ["dates_part"]

Floats = npt.NDArray[np.float64]

POINTS = (8, 12)
#: Years that must be known after a window, so that most targets have the time to be met.
KNOWN_AFTER = 8
#: Targets are drawn up to so many root mean squared changes above the last figure, as elsewhere.
WIDTH, SEED = 3.0, 1
HEAD = ("points", "targets", "dates", "within", "before", "after", "not by then")
DATES = """\
The same indicators, windows of 8 and 12 years with at least eight years known after them. A target
is drawn above the last figure, and below 100 where that is a bound. Of those whose date of expected
achievement is identified, and whose interval ends while figures are known, the share is told of
those that were first met *within* the interval, *before* it, *after* it, and *not by then*. The
intervals are those of 50 %. Figures are yearly: one that meets a target at the end of a year may
have done so any time in it, which makes these intervals hold a little more."""


def dates_part(folder: Path, _: Mapping[str, Project]) -> Iterator[str | Aim]:
    """Give the lines of the page on dates."""
    panels = read_indicators(folder)
    yield from ("## Dates of expected achievement", "", *DATES.splitlines(), "")
    yield from table(HEAD, (_row(panels, points) for points in POINTS))


def _row(panels: Mapping[str, Floats], points: int) -> tuple[str, ...]:
    rng = np.random.default_rng(SEED)
    drawn, shares = 0, []
    for indicator, panel in panels.items():
        past, came = _windows(panel, points)
        moves = np.sqrt(np.square(np.diff(past, axis=1)).mean(axis=1))
        target = past[:, -1] + moves * np.abs(rng.standard_normal(len(past))) * WIDTH
        bounds = BOUNDS[indicator]
        keep = (moves > 0) & (target < (np.inf if bounds[1] is None else bounds[1]))
        drawn += int(keep.sum())
        shares.append(_outcomes(past[keep], came[keep], target[keep], bounds))
    found = np.concatenate(shares)
    cells = (shown(float(each), 3) for each in found.mean(axis=0))
    return (str(points), str(drawn), str(len(found)), *cells)


def _windows(panel: Floats, points: int) -> tuple[Floats, Floats]:
    """Give windows without a gap, and what came after them, with NaN after the last year."""
    past, came = [], []
    years = panel.shape[1]
    for end in range(points, years - KNOWN_AFTER + 1):
        whole = ~np.isnan(panel[:, end - points :]).any(axis=1)
        past.append(panel[whole, end - points : end])
        after = np.full((int(whole.sum()), years), np.nan)
        after[:, : years - end] = panel[whole, end:]
        came.append(after)
    return np.vstack(past), np.vstack(came)


def _outcomes(
    past: Floats, came: Floats, target: Floats, bounds: tuple[float | None, float | None]
) -> npt.NDArray[np.bool_]:
    """Tell of each date that is identified where the target was met: four flags a date."""
    years = np.arange(1.0 - past.shape[1], 1)
    made = expected_date(past, years, target, "increase", bounds=bounds)
    known = (~np.isnan(came)).sum(axis=1)
    told = np.asarray(made.is_identified & (made.latest <= known))
    is_met = came >= target[:, None]
    year = np.where(is_met.any(axis=1), is_met.argmax(axis=1) + 1.0, np.inf)[told]
    before = year < made.earliest[told]
    never = np.isinf(year)
    after = (year - 1 > made.latest[told]) & ~never
    return np.stack((~(before | after | never), before, after, never), axis=1)
