"""The page of evidence on projections is whole, and its figures are those of today's code."""

import importlib
import os
import re
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from indh_me.compute.projection import project_panel

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "evidence" / "projection.md"
VARIABLE = "INDH_ME_REFERENCE_DATA"
BEST = "beside that of the best of 24 archived entries"

needs_data = pytest.mark.skipif(
    VARIABLE not in os.environ, reason=f"{VARIABLE} names no folder of reference data"
)

#: What was hoped for, by what was measured.
AIMS = {
    "M3 yearly, sMAPE": "at most 16.15",
    f"M3 yearly, sMAPE, {BEST}": "at most 16.42",
    "M3 yearly, MASE": "at most 2.6",
    f"M3 yearly, MASE, {BEST}": "at most 2.625",
    "M3 yearly, coverage": "at least 0.9",
    "M3 yearly, MSIS": "at most 26",
    "M3 yearly, conformal coverage": "at least 0.93, at most 0.97",
    **{
        f"indicators at {points} points{way}, {what}": wanted
        for points, brier in ((5, 0.153), (8, 0.138), (12, 0.134))
        for way in ("", ", no bounds", ", pooled")
        for what, wanted in (
            ("coverage", "at least 0.93, at most 0.97"),
            ("Brier score at horizon 5", f"at most {brier}"),
            ("worst bin, horizons 1-5", "at most 0.06"),
            ("worst bin at horizon 5", "at most 0.06"),
        )
    },
    "Norris: fewest digits (certified)": "at least 13",
    "Norris + 2 000: fewest digits (certified)": "at least 13",
    "Norris + 1 000 000: fewest digits (stored)": "at least 13",
    "Wampler1: digits of coefficients, beside QR by LAPACK": "",
    "Wampler5: digits of coefficients, beside QR by LAPACK": "",
    "Longley: digits of coefficients, beside QR by LAPACK": "",
    "ols, difference from other software": "at most 1e-10",
    "drift, difference from other software": "at most 1e-10",
    "ses, difference from other software": "at most 1e-10",
    "holt, difference from other software": "at most 1e-10",
    "damped_holt, difference from other software": "at most 1e-10",
    "theta, difference from other software": "at most 1e-10",
    "speed, drift: time of RandomWalkWithDrift / ours": "at least 1000",
    "speed, holt: time of Holt / ours": "at least 300",
    "speed, straight line, 1,000,000 x 12, 5 steps / copy": "at most 6",
    "speed, default, chance of target, 1 / copy": "at most 20",
    "speed, same, of all steps / copy": "at most 20",
    "speed, default 10,000 series / 10 times 1,000": "at most 2",
    "speed, default 100,000 series / 10 times 10,000": "at most 2",
    "speed, default 1,000,000 series / 10 times 100,000": "at most 2",
    "memory, default, MB beside the input": "at most 300",
    "memory, default, gaps and bounds, MB beside the input": "at most 300",
    "memory, straight line, MB beside the input": "at most 300",
    "memory, median slope, MB beside the input": "at most 300",
}


def _rows(heading: str) -> list[list[str]]:
    """Return the cells of the tables under a heading."""
    _, _, rest = PAGE.read_text(encoding="utf-8").partition(f"## {heading}\n")
    section = rest.partition("\n## ")[0]
    lines = (line for line in section.splitlines() if line.startswith("| "))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def _differ(one: str, other: str) -> bool:
    """Tell whether the numbers of two cells differ by more than a unit of their last digit."""
    if re.sub(r"[\d.]+", "0", one) != re.sub(r"[\d.]+", "0", other):
        return True
    cells = (map(Decimal, re.findall(r"[\d.]+", each)) for each in (one, other))
    return any(
        abs(old - new) > Decimal(1).scaleb(int(old.as_tuple().exponent))
        for old, new in zip(*cells, strict=True)
    )


def _module(name: str, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 - a bench's module
    monkeypatch.syspath_prepend(ROOT / "bench")
    return importlib.import_module(f"evidence.{name}")


def test_every_aim_is_told() -> None:
    """The page has a row for each figure that was hoped for, with what was hoped."""
    found = {cells[0]: cells[2] for cells in _rows("What was hoped for")[1:]}

    assert AIMS == found


def test_verdicts_are_right() -> None:
    """Each verdict follows from the figure beside it, and those that are missed are counted."""
    missed = 0
    for name, figure, wanted, verdict in _rows("What was hoped for")[1:]:
        if wanted == "":
            assert verdict.startswith("does not apply"), name
            continue
        ends = dict(re.findall(r"at (least|most) ([\d.e-]+)", wanted))
        least, most = float(ends.get("least", "-inf")), float(ends.get("most", "inf"))
        missed += verdict == "**missed**"
        if float(figure) not in (least, most):  # Its rounding may hide on which side it is.
            assert ("met" if least < float(figure) < most else "**missed**") == verdict, name

    told = f"Of {len(AIMS)} aims, {missed} are missed, and 3 do not apply."
    assert told in PAGE.read_text(encoding="utf-8")


@needs_data
def test_competition_is_scored_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scores of all methods on the M3 competition are those of the page."""
    module = _module("competition", monkeypatch)
    competition = module.Competition.read(Path(os.environ[VARIABLE]))
    rows = {cells[0]: cells for cells in _rows("Yearly series of the M3 competition")}
    archived = [list(cells) for cells in competition.archived(Path(os.environ[VARIABLE]))]

    assert archived == [rows[cells[0]] for cells in archived]
    for method in _module("page", monkeypatch).METHODS:
        scores = competition.scores(partial(project_panel, method=method))
        found = competition.row(method, scores)

        assert [] == [
            (told, new) for told, new in zip(rows[method], found, strict=True) if _differ(told, new)
        ], method


@needs_data
def test_indicators_are_scored_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scores of the default on the indicators, with 12 points known, are those of the page."""
    module = _module("indicators", monkeypatch)
    panels = module.read_indicators(Path(os.environ[VARIABLE]))
    found = module.indicator_row("auto", 12, module.tested(panels, project_panel, 12, bounded=True))
    (told,) = (
        cells for cells in _rows("Indicators of the World Bank") if cells[:2] == ["auto", "12"]
    )

    assert [] == [(cell, new) for cell, new in zip(told, found, strict=True) if _differ(cell, new)]
