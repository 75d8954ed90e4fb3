"""Published accuracy of methods on the M3 competition, and certified lines of NIST."""

import csv
import os
from collections import defaultdict
from fractions import Fraction
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from indh_me.compute.projection import project_panel
from indh_me.compute.projection.methods.line import fit_line

Floats = npt.NDArray[np.float64]
VARIABLE = "INDH_ME_REFERENCE_DATA"
HORIZON = 6

pytestmark = pytest.mark.skipif(
    VARIABLE not in os.environ, reason=f"{VARIABLE} names no folder of reference data"
)


@cache
def _m3() -> tuple[Floats, Floats]:
    """Give what was known of the 645 yearly series, from the left, and what came."""
    parts: dict[str, dict[str, list[float]]] = {
        "train": defaultdict(list),
        "test": defaultdict(list),
    }
    path = Path(os.environ[VARIABLE]) / "m3_yearly.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            parts[row["split"]][row["series"]].append(float(row["value"]))
    known = np.full((len(parts["train"]), max(map(len, parts["train"].values()))), np.nan)
    for line, figures in zip(known, parts["train"].values(), strict=True):
        line[: len(figures)] = figures
    return known, np.array([parts["test"][name] for name in parts["train"]])


@pytest.mark.parametrize(
    ("method", "percent", "scaled", "covered"),
    [
        ("auto", "16.06", "2.561", ".913"),
        ("shrunken_drift", "16.06", "2.561", ".913"),
        ("last", "17.88", "3.172", ".810"),
        ("drift", "16.79", "2.632", ".837"),
        ("half_drift", "16.66", "2.762", ".847"),
        ("ols", "22.92", "3.883", ".604"),
        ("theil_sen", "24.15", "4.112", ".616"),
        ("theil_sen_anchored", "17.18", "2.659", ".842"),
    ],
)
def test_errors_on_the_m3_competition(method: str, percent: str, scaled: str, covered: str) -> None:
    """sMAPE, MASE and the coverage of 95 % intervals are those of an independent evaluation."""
    known, came = _m3()
    made = project_panel(known, horizon=HORIZON, method=method)
    error = np.abs(came - made.point)
    scale = np.nanmean(np.abs(np.diff(known, axis=1)), axis=1)[:, None]
    inside = np.mean((made.low <= came) & (came <= made.high))

    assert percent == f"{np.mean(200 * error / (np.abs(came) + np.abs(made.point))):.2f}"
    assert scaled == f"{np.mean(error / scale):.3f}"
    assert float(covered) == pytest.approx(inside, abs=0.0006)


def _norris() -> tuple[Floats, Floats]:
    path = Path(os.environ[VARIABLE]) / "nist" / "Norris.dat"
    rows = path.read_text(encoding="ascii").splitlines()[60:]
    values, dates = np.array(
        [[float(each) for each in row.split()] for row in rows if row.strip()]
    ).T
    return dates, values


def _digits(found: float, certified: float) -> float:
    """Give how many digits are right."""
    off = abs(found - certified) / abs(certified)
    return 15.0 if off == 0 else float(-np.log10(off))


def test_norris() -> None:
    """NIST StRD, Norris: coefficients, residual and standard errors to 13 digits."""
    line = fit_line(*_norris())

    assert 36 == line.points
    assert _digits(line.intercept.item(), -0.262323073774029) >= 13
    assert _digits(line.slope.item(), 1.00211681802045) >= 13
    assert _digits(line.residual.item(), 0.884796396144373) >= 13
    assert _digits(line.slope_error.item(), 0.429796848199937e-03) >= 13
    assert _digits(line.intercept_error.item(), 0.232818234301152) >= 13


@pytest.mark.parametrize(("shift", "digits"), [(2000.0, 13), (1e6, 10.5)])
def test_norris_shifted(shift: float, digits: float) -> None:
    """Shifted by 2000, 13 digits stay; by a million, what the rounding of the dates leaves."""
    dates, values = _norris()
    line = fit_line(dates + shift, values)

    assert _digits(line.slope.item(), 1.00211681802045) >= 13
    assert _digits(line.residual.item(), 0.884796396144373) >= digits
    assert _digits(line.slope_error.item(), 0.429796848199937e-03) >= digits


@pytest.mark.parametrize("shift", [0.0, 2000.0, 1e6])
def test_norris_as_stored(shift: float) -> None:
    """Against the exact line of the shifted dates as they are stored, in fractions, no digit but
    the last is lost: what is missing from the certified figures was lost when they were stored.
    """
    dates, values = _norris()
    dates += shift
    line = fit_line(dates, values)
    x, y = ([Fraction(each) for each in column.tolist()] for column in (dates, values))
    middle, mean = sum(x) / Fraction(len(x)), sum(y) / Fraction(len(y))
    spread = sum((each - middle) ** 2 for each in x)
    slope = sum((a - middle) * (b - mean) for a, b in zip(x, y, strict=True)) / spread
    errors = (b - mean - slope * (a - middle) for a, b in zip(x, y, strict=True))
    variance = sum(each**2 for each in errors) / Fraction(len(x) - 2)

    assert _digits(line.slope.item(), float(slope)) >= 14.5
    assert _digits(line.residual.item() ** 2, float(variance)) >= 13.5
    assert _digits(line.slope_error.item() ** 2, float(variance / spread)) >= 13.5
