"""Projections of indicators of the World Bank, back-tested."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
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
    reliability,
)

from .aim import Aim, shown, table
from .competition import rows_of

__all__ = ["indicator_row", "indicators_part", "read_indicators", "tested"]

Floats = npt.NDArray[np.float64]

#: What the five indicators can be; enrolment and completion can pass 100.
BOUNDS: dict[str, tuple[float | None, float | None]] = {
    "eg.elc.accs.zs": (0, 100),
    "se.prm.cmpt.zs": (0, None),
    "se.sec.enrr": (0, None),
    "sh.imm.idpt": (0, 100),
    "sh.imm.meas": (0, 100),
}
#: Brier score at the last horizon that was hoped for, by how many points are known.
BRIER = {5: 0.153, 8: 0.138, 12: 0.134}
AHEAD = 5
#: The other ways in which the default is called.
NO_BOUNDS, POOLED = "no bounds", "pooled"
#: Sets of targets drawn, so that the figures do not hang on one of them.
DRAWS = 5
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
INDICATORS = """\
Five yearly indicators of the World Bank, World Development Indicators (CC BY 4.0), countries only,
outcomes up to 2012: immunisation (measles, DTP3), primary completion, secondary enrolment, access
to electricity. A window is 5, 8 or 12 years in a row without a gap, of a country that has a figure
in one of the next five years; every such window is tested. Projections are held to the bounds of
the indicator, unless *no bounds* is said; *pooled* ones are given the panel of all countries with
an indicator, and judge each drift by those of all. Conformal intervals use, at each origin, only
errors that were known by then, of the same indicator.

Targets are drawn around the last figure, 3 root mean squared changes wide, five times for each
window, and kept where they lie beyond a bound. Each projection states the probability of an
outcome at or above its target. *Brier* is the mean squared error of that probability, at all
horizons and at the last. The *worst bin* is the largest distance of the mean stated probability
from the share observed, of the six bins between 0, .1, .3, .5, .7, .9 and 1."""


def read_indicators(folder: Path) -> dict[str, Floats]:
    """Read countries x years of each indicator; NaN where nothing was reported."""
    cells: dict[str, dict[str, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows_of(folder / "wdi_admin.csv"):
        cells[row["indicator"]][row["country"]][int(row["year"])] = float(row["value"])
    return {
        indicator: np.array(
            [[line.get(year, np.nan) for year in range(1970, 2013)] for line in countries.values()]
        )
        for indicator, countries in cells.items()
    }


def tested(panels: dict[str, Floats], project: Project, points: int, *, bounded: bool) -> Backtest:
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
    return " ".join(f"{shown(said, 2)}:{shown(seen, 2)}" for said, seen in pairs)


def indicator_row(name: str, points: int, found: Backtest) -> tuple[str, ...]:
    """Give the cells of the scores of a method."""
    score, last = _last_step(found)
    return (
        name,
        str(points),
        f"{len(found.windows) // DRAWS:,}".replace(",", " "),
        shown(found.mase.value, 3),
        shown(found.coverage.value, 3),
        shown(found.msis.value, 1),
        shown(found.conformal_coverage.value, 3),
        shown(found.conformal_msis.value, 1),
        f"{shown(found.brier.value, 4)} / {shown(score, 4)}",
        f"{shown(found.reliability.worst, 3)} / {shown(last.worst, 3)}",
    )


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


def indicators_part(folder: Path, methods: Mapping[str, Project]) -> Iterator[str | Aim]:
    """Give the lines of the page on the indicators; the first method is held to the aims."""
    panels = read_indicators(folder)
    default = next(iter(methods))
    kept: dict[tuple[int, str], Backtest] = {}

    def rows() -> Iterator[tuple[str, ...]]:
        for points in BRIER:
            for name, project in methods.items():
                found = tested(panels, project, points, bounded=True)
                if name == default:
                    kept[points, ""] = found
                yield indicator_row(name, points, found)
            for word, found in _other_ways(panels, methods[default], points):
                kept[points, word] = found
                yield indicator_row(f"{default}, {word}", points, found)

    yield from ("## Indicators of the World Bank", "", *INDICATORS.splitlines(), "")
    yield from table(COLUMNS, rows())
    yield from ("", f"Stated and observed shares, bin by bin, of {default}:", "")
    yield from table(
        ("points", "", f"horizons 1-{AHEAD}", f"horizon {AHEAD}"),
        (
            (str(points), word, _bins(found.reliability), _bins(_last_step(found)[1]))
            for (points, word), found in kept.items()
        ),
    )
    yield from ("", f"What could not be tested or scored, with {default}:", "")
    for points in BRIER:
        yield from _undefined(points, kept[points, ""])
    for (points, word), found in kept.items():
        yield from _aims(points, word, found)


def _other_ways(
    panels: dict[str, Floats], project: Project, points: int
) -> Iterator[tuple[str, Backtest]]:
    """Test the default as it is called with nothing else said, and with panels of like series."""
    yield NO_BOUNDS, tested(panels, project, points, bounded=False)
    yield POOLED, tested(panels, partial(project, pooled=True), points, bounded=True)


def _aims(points: int, word: str, found: Backtest) -> Iterator[Aim]:
    score, last = _last_step(found)
    where = f"indicators at {points} points"
    if word:
        where = f"{where}, {word}"
    yield Aim(f"{where}, coverage", found.coverage.value, least=0.93, most=0.97)
    yield Aim(f"{where}, Brier score at horizon {AHEAD}", score, most=BRIER[points])
    yield Aim(f"{where}, worst bin, horizons 1-{AHEAD}", found.reliability.worst, most=0.06)
    yield Aim(f"{where}, worst bin at horizon {AHEAD}", last.worst, most=0.06)
