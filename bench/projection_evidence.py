"""How good projections are on the M3 competition and on indicators of the World Bank.

Reads the folder that the environment variable INDH_ME_REFERENCE_DATA names, and prints a page;
`--output docs/evidence/projection.md` writes it. `--project module:function` tries another
function that takes what `project_panel` takes, `--method` some of its methods.
"""

import argparse
import csv
import importlib
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from indh_me.compute.projection import (
    Backtest,
    NoConformal,
    Project,
    Reliability,
    Windows,
    backtest,
    brier,
    calibrate,
    coverage,
    mase,
    msis,
    naive_scale,
    reliability,
    smape,
)

Floats = npt.NDArray[np.float64]

VARIABLE = "INDH_ME_REFERENCE_DATA"
PROJECT = "indh_me.compute.projection:project_panel"
METHODS = (
    "auto",
    "last",
    "drift",
    "half_drift",
    "ols",
    "theil_sen_anchored",
    "ses",
    "holt",
    "damped_holt",
    "theta",
    "combination",
)
#: Of the forecasts archived from the competition: sMAPE and MASE, to be met to the digit.
ARCHIVED = {
    "THETA": ("16.974209", "2.806325"),
    "NAIVE2": ("17.879890", "3.171710"),
    "COMB S-H-D": ("17.071595", "2.876493"),
}
#: What the five indicators can be; enrolment and completion can pass 100.
BOUNDS: dict[str, tuple[float | None, float | None]] = {
    "eg.elc.accs.zs": (0, 100),
    "se.prm.cmpt.zs": (0, None),
    "se.sec.enrr": (0, None),
    "sh.imm.idpt": (0, 100),
    "sh.imm.meas": (0, 100),
}
POINTS = (5, 8, 12)
AHEAD = 5
M3_AHEAD = 6
#: Sets of targets drawn, so that the figures do not hang on one of them.
DRAWS = 5
#: Decimals of the scores of a method in the competition.
DIGITS = (2, 3, 3, 1, 3, 1)
COLUMNS = (
    "method",
    "points",
    "windows",
    "MASE",
    "coverage",
    "MSIS",
    "conformal coverage",
    "conformal MSIS",
    f"Brier 1-{AHEAD} / {AHEAD}",
    f"worst bin 1-{AHEAD} / {AHEAD}",
)
INTRODUCTION = """\
# How good projections are

This page is written by a command, from data that the project reads and does not publish:

```sh
export INDH_ME_REFERENCE_DATA=... # The folder of the data.
python bench/projection_evidence.py --output docs/evidence/projection.md
```

Intervals are those of 95 %. *Coverage* is the share of outcomes inside them, *MSIS* the mean
interval score, *MASE* the mean absolute error; both are in mean changes of the figures that were
known, and lower is better. *Conformal* intervals are as wide as the errors of like series were."""
COMPETITION = """\
The 645 yearly series of Makridakis and Hibon (2000), International Journal of Forecasting 16,
451-476, one to six years ahead. The forecasts that were sent to the competition, scored here,
check the calculation: they must give the published figures to the last digit. Conformal intervals
of each half of the series are calibrated on the other half."""
INDICATORS = """\
Five yearly indicators of the World Bank, World Development Indicators (CC BY 4.0), countries only,
outcomes up to 2012: immunisation (measles, DTP3), primary completion, secondary enrolment, access
to electricity. A window is 5, 8 or 12 years in a row without a gap, of a country that has a figure
in one of the next five years; every such window is tested. Projections are held to the bounds of
the indicator. Conformal intervals use, at each origin, only errors that were known by then, of the
same indicator.

Targets are drawn around the last figure, 3 root mean squared changes wide, five times for each
window, and kept where they lie beyond a bound. Each projection states the probability of an
outcome at or above its target. *Brier* is the mean squared error of that probability, at all
horizons and at the last. The *worst bin* is the largest distance of the mean stated probability
from the share observed, of the six bins between 0, .1, .3, .5, .7, .9 and 1."""


@dataclass(frozen=True)
class Aim:
    """A figure of the default method, and what it should be."""

    name: str
    found: float | None
    least: float | None = None
    most: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the figure lies where it should."""
        return (
            self.found is not None
            and (self.least is None or self.found >= self.least)
            and (self.most is None or self.found <= self.most)
        )

    def __str__(self) -> str:
        """Write a row of the table."""
        wanted = [
            f"{word} {figure:g}"
            for word, figure in (("at least", self.least), ("at most", self.most))
            if figure is not None
        ]
        verdict = "met" if self.is_met else "**missed**"
        return f"| {self.name} | {_shown(self.found, 4)} | {', '.join(wanted)} | {verdict} |"


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
        for row in _rows(folder / "m3_yearly.csv"):
            parts[row["split"]][row["series"]].append(float(row["value"]))
        names = tuple(parts["train"])
        longest = max(map(len, parts["train"].values()))
        training = np.full((len(names), longest), np.nan)
        for line, name in zip(training, names, strict=True):
            line[longest - len(parts["train"][name]) :] = parts["train"][name]
        return cls(names, training, np.array([parts["test"][name] for name in names]))

    def archived(self, folder: Path) -> Iterator[str]:
        """Give rows of the archived forecasts; fail where they differ from the published ones."""
        scale = naive_scale(self.training)
        given = {
            (row["method"], row["series"], int(row["h"])): float(row["value"])
            for row in _rows(folder / "m3_yearly_theta.csv")
        }
        for method, published in ARCHIVED.items():
            point = np.array(
                [[given[method, name, h] for h in range(1, M3_AHEAD + 1)] for name in self.names]
            )
            found = smape(self.outcome, point).value, mase(self.outcome, point, scale).value
            shown = tuple(_shown(each, 6) for each in found)
            assert shown == published, f"{method}: {shown} is not {published}"
            yield f"| {method} | {' | '.join(shown)} |"

    def scores(self, project: Project) -> dict[str, float | None]:
        """Score a method, and the pooled intervals of one half of the series on the other."""
        made = project(self.training, None, M3_AHEAD)
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


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _shown(figure: float | None, digits: int) -> str:
    return "-" if figure is None else f"{figure:.{digits}f}"


def _indicators(folder: Path) -> dict[str, Floats]:
    """Read countries x years of each indicator; NaN where nothing was reported."""
    cells: dict[str, dict[str, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
    for row in _rows(folder / "wdi_admin.csv"):
        cells[row["indicator"]][row["country"]][int(row["year"])] = float(row["value"])
    return {
        indicator: np.array(
            [[line.get(year, np.nan) for year in range(1970, 2013)] for line in countries.values()]
        )
        for indicator, countries in cells.items()
    }


def _tested(panels: dict[str, Floats], project: Project, points: int, *, bounded: bool) -> Backtest:
    """Back-test all indicators, each by itself, with several sets of targets, as one."""
    windows = Windows.none(AHEAD)
    left_out: Counter[Hashable] = Counter()
    no_conformal: Counter[NoConformal] = Counter()
    for number, (indicator, panel) in enumerate(panels.items()):
        for seed in range(number * DRAWS, (number + 1) * DRAWS):
            made = backtest(
                panel,
                horizon=AHEAD,
                project=project,
                least=points,
                points=points,
                bounds=BOUNDS[indicator] if bounded else None,
                seed=seed,
            )
            windows = windows.with_more(made.windows)
            left_out.update(made.left_out)
            no_conformal.update(made.no_conformal)
    return Backtest(
        level=0.95,
        horizon=AHEAD,
        windows=windows,
        left_out=left_out,
        no_conformal=no_conformal,
    )


def _last_step(found: Backtest) -> tuple[float | None, Reliability]:
    """Give Brier score and reliability at the last horizon alone."""
    stated, met = found.windows.probability[:, -1], found.windows.met[:, -1]
    return brier(stated, met).value, reliability(stated, met)


def _bins(found: Reliability) -> str:
    pairs = zip(found.stated, found.observed, strict=True)
    return " ".join(f"{_shown(said, 2)}:{_shown(seen, 2)}" for said, seen in pairs)


def _indicator_row(name: str, points: int, found: Backtest) -> str:
    score, last = _last_step(found)
    cells = [
        name,
        str(points),
        f"{len(found.windows) // DRAWS:,}".replace(",", " "),
        _shown(found.mase.value, 3),
        _shown(found.coverage.value, 3),
        _shown(found.msis.value, 1),
        _shown(found.conformal_coverage.value, 3),
        _shown(found.conformal_msis.value, 1),
        f"{_shown(found.brier.value, 4)} / {_shown(score, 4)}",
        f"{_shown(found.reliability.worst, 3)} / {_shown(last.worst, 3)}",
    ]
    return f"| {' | '.join(cells)} |"


def _competition_aims(scores: dict[str, float | None]) -> Iterator[Aim]:
    yield Aim("M3 yearly, sMAPE", scores["sMAPE"], most=16.15)
    yield Aim("M3 yearly, MASE", scores["MASE"], most=2.60)
    yield Aim("M3 yearly, coverage", scores["coverage"], least=0.90)
    yield Aim("M3 yearly, MSIS", scores["MSIS"], most=26)
    share = scores["conformal coverage"]
    yield Aim("M3 yearly, conformal coverage", share, least=0.93, most=0.97)


def _indicator_aims(points: int, found: Backtest) -> Iterator[Aim]:
    score, last = _last_step(found)
    where = f"indicators at {points} points"
    most = {5: 0.153, 8: 0.138, 12: 0.134}[points]
    yield Aim(f"{where}, coverage", found.coverage.value, least=0.93, most=0.97)
    yield Aim(f"{where}, Brier score at horizon {AHEAD}", score, most=most)
    yield Aim(f"{where}, worst bin, horizons 1-{AHEAD}", found.reliability.worst, most=0.06)
    yield Aim(f"{where}, worst bin at horizon {AHEAD}", last.worst, most=0.06)


def _undefined(points: int, found: Backtest) -> Iterator[str]:
    """Tell what could not be tested or scored, and why."""
    counts: dict[str, Counter[str]] = {
        "series and origins left out": _named(found.left_out),
        "without a MASE": _named(found.mase.undefined),
        "without a Brier score": _named(found.brier.undefined),
        "without a conformal interval": _named(found.no_conformal),
    }
    for what, reasons in counts.items():
        told = ", ".join(f"{word} {count // DRAWS}" for word, count in sorted(reasons.items()))
        yield f"- {points} points, {what}: {told or 'none'}"


def _named(reasons: "Counter[Hashable] | dict[Hashable, int]") -> Counter[str]:
    return Counter({str(getattr(each, "value", each)): count for each, count in reasons.items()})


def page(folder: Path, project: Project, methods: Sequence[str]) -> Iterator[str]:
    """Give the lines of the page; the first method is held to the aims."""
    default, *_ = methods
    competition, panels = Competition.read(folder), _indicators(folder)
    with_method = {method: partial(project, method=method) for method in methods}
    yield from INTRODUCTION.splitlines()
    yield from ("", "## Yearly series of the M3 competition", "", *COMPETITION.splitlines(), "")
    yield from ("| archived forecasts | sMAPE | MASE |", "|---|---|---|")
    yield from competition.archived(folder)
    yield from ("", "Our methods, on the same series:", "")
    scores = {name: competition.scores(each) for name, each in with_method.items()}
    yield f"| method | {' | '.join(scores[default])} |"
    yield "|---|" + "---|" * len(scores[default])
    for name, each in scores.items():
        shown = (
            _shown(figure, digits) for figure, digits in zip(each.values(), DIGITS, strict=True)
        )
        yield f"| {name} | {' | '.join(shown)} |"
    yield from ("", "## Indicators of the World Bank", "", *INDICATORS.splitlines(), "")
    yield f"| {' | '.join(COLUMNS)} |"
    yield "|---|" + "---|" * (len(COLUMNS) - 1)
    kept: dict[int, Backtest] = {}
    for points in POINTS:
        for name, each in with_method.items():
            found = _tested(panels, each, points, bounded=True)
            kept.setdefault(points, found)
            yield _indicator_row(name, points, found)
        free = _tested(panels, with_method[default], points, bounded=False)
        yield _indicator_row(f"{default}, no bounds", points, free)
    yield from ("", f"Stated and observed shares, bin by bin, of {default}:", "")
    yield f"| points | horizons 1-{AHEAD} | horizon {AHEAD} |"
    yield "|---|---|---|"
    for points, found in kept.items():
        yield f"| {points} | {_bins(found.reliability)} | {_bins(_last_step(found)[1])} |"
    yield from ("", f"What could not be tested or scored, with {default}:", "")
    for points, found in kept.items():
        yield from _undefined(points, found)
    aims = [*_competition_aims(scores[default])]
    for points, found in kept.items():
        aims.extend(_indicator_aims(points, found))
    missed = sum(not each.is_met for each in aims)
    yield from ("", "## What was hoped for", "")
    yield f"Of {len(aims)} aims for {default}, {missed} are missed."
    yield from ("", "| figure | found | aim | |", "|---|---|---|---|")
    yield from map(str, aims)


def main() -> None:
    """Print the page, or write it."""
    parser = argparse.ArgumentParser(description="Measure how good projections are.")
    parser.add_argument("--project", default=PROJECT, help=f"module:function, by default {PROJECT}")
    parser.add_argument("--method", action="append", help="the first is held to the aims")
    parser.add_argument("--output", type=Path, help="file to write")
    given = parser.parse_args()
    if VARIABLE not in os.environ:
        told = f"{VARIABLE} names no folder of reference data: nothing was measured"
        if given.output is not None:
            parser.error(told)
        print(told)
        sys.exit()
    module, _, name = given.project.partition(":")
    project: Project = getattr(importlib.import_module(module), name)
    lines = page(Path(os.environ[VARIABLE]), project, given.method or METHODS)
    if given.output is None:
        for line in lines:
            print(line, flush=True)
        return
    text = "\n".join(lines) + "\n"
    given.output.parent.mkdir(parents=True, exist_ok=True)
    given.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
