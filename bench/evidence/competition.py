"""Projections of the yearly series of the M3 competition."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from indh_me.compute.projection import (
    Project,
    calibrate,
    coverage,
    mase,
    msis,
    naive_scale,
    smape,
)

from .aim import Aim, shown, table

__all__ = ["Competition", "Scores", "competition_aims", "competition_part", "rows_of"]

Floats = npt.NDArray[np.float64]
Scores = Mapping[str, float | None]

#: Of the forecasts archived from the competition: sMAPE and MASE, to be met to the digit.
ARCHIVED = {
    "THETA": ("16.974209", "2.806325"),
    "NAIVE2": ("17.879890", "3.171710"),
    "COMB S-H-D": ("17.071595", "2.876493"),
}
#: Of all 24 entries of the archive, the least sMAPE (RBF) and the least MASE (ROBUST-Trend).
BEST = (16.42, 2.625)
AHEAD = 6
#: Decimals of the scores of a method.
DIGITS = (2, 3, 3, 1, 3, 1)
COMPETITION = """\
The 645 yearly series of Makridakis and Hibon (2000), International Journal of Forecasting 16,
451-476, one to six years ahead. The forecasts that were sent to the competition, scored here,
check the calculation: they must give the published figures to the last digit. Conformal intervals
of each half of the series are calibrated on the other half."""


@dataclass(frozen=True)
class Competition:
    """The yearly series of the M3 competition: known figures to the right, and six that came."""

    names: tuple[str, ...]
    training: Floats
    outcome: Floats

    @classmethod
    def read(cls, folder: Path) -> "Competition":
        """Read the series."""
        parts: dict[str, dict[str, list[float]]] = {
            "train": defaultdict(list),
            "test": defaultdict(list),
        }
        for row in rows_of(folder / "m3_yearly.csv"):
            parts[row["split"]][row["series"]].append(float(row["value"]))
        names = tuple(parts["train"])
        longest = max(map(len, parts["train"].values()))
        training = np.full((len(names), longest), np.nan)
        for line, name in zip(training, names, strict=True):
            line[longest - len(parts["train"][name]) :] = parts["train"][name]
        return cls(names, training, np.array([parts["test"][name] for name in names]))

    def archived(self, folder: Path) -> Iterator[tuple[str, ...]]:
        """Give cells of the archived forecasts; fail where they differ from what is published."""
        scale = naive_scale(self.training)
        given = {
            (row["method"], row["series"], int(row["h"])): float(row["value"])
            for row in rows_of(folder / "m3_yearly_theta.csv")
        }
        for method, published in ARCHIVED.items():
            point = np.array(
                [[given[method, name, h] for h in range(1, AHEAD + 1)] for name in self.names]
            )
            found = smape(self.outcome, point).value, mase(self.outcome, point, scale).value
            told = tuple(shown(each, 6) for each in found)
            assert told == published, f"{method}: {told} is not {published}"
            yield method, *told

    def scores(self, project: Project) -> Scores:
        """Score a method, and the pooled intervals of one half of the series on the other."""
        made = project(self.training, None, AHEAD)
        scale, error_scale = naive_scale(self.training), np.asarray(made.scale)
        odd = np.arange(len(self.names)) % 2 == 1
        low, high = np.full((2, *self.outcome.shape), np.nan)
        for here in (odd, ~odd):
            widths = calibrate(self.outcome[~here], made.point[~here], error_scale[~here])
            low[here], high[here] = widths.interval(made.point[here], error_scale[here])
        return {
            "sMAPE": smape(self.outcome, made.point).value,
            "MASE": mase(self.outcome, made.point, scale).value,
            "coverage": coverage(self.outcome, made.low, made.high).value,
            "MSIS": msis(self.outcome, made.low, made.high, scale).value,
            "conformal coverage": coverage(self.outcome, low, high).value,
            "conformal MSIS": msis(self.outcome, low, high, scale).value,
        }

    def row(self, method: str, scores: Scores) -> tuple[str, ...]:
        """Give the cells of the scores of a method."""
        figures = zip(scores.values(), DIGITS, strict=True)
        return (method, *(shown(figure, digits) for figure, digits in figures))


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Read the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def competition_part(folder: Path, methods: Mapping[str, Project]) -> Iterator[str | Aim]:
    """Give the lines of the page on the competition; the first method is held to the aims."""
    competition = Competition.read(folder)
    yield from ("## Yearly series of the M3 competition", "", *COMPETITION.splitlines(), "")
    yield from table(("archived forecasts", "sMAPE", "MASE"), competition.archived(folder))
    yield from ("", "Our methods, on the same series:", "")
    found = {method: competition.scores(project) for method, project in methods.items()}
    first = next(iter(found.values()))
    rows = (competition.row(method, scores) for method, scores in found.items())
    yield from table(("method", *first), rows)
    yield from competition_aims(first)


def competition_aims(scores: Scores) -> Iterator[Aim]:
    """Give what was hoped for of the default."""
    percent, scaled = BEST
    entries = "of the best of 24 archived entries"
    yield Aim("M3 yearly, sMAPE", scores["sMAPE"], most=16.15)
    yield Aim(f"M3 yearly, sMAPE, beside that {entries}", scores["sMAPE"], most=percent)
    yield Aim("M3 yearly, MASE", scores["MASE"], most=2.60)
    yield Aim(f"M3 yearly, MASE, beside that {entries}", scores["MASE"], most=scaled)
    yield Aim("M3 yearly, coverage", scores["coverage"], least=0.90)
    yield Aim("M3 yearly, MSIS", scores["MSIS"], most=26)
    share = scores["conformal coverage"]
    yield Aim("M3 yearly, conformal coverage", share, least=0.93, most=0.97)
