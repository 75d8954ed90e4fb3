"""Published accuracy of projections, recomputed from the archives of the M3 competition."""

import csv
import os
from collections import defaultdict
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

import drifts
from indh_me.compute.projection import calibrate, coverage, mase, msis, naive_scale, smape

Floats = npt.NDArray[np.float64]
VARIABLE = "INDH_ME_REFERENCE_DATA"
HORIZON = 6

pytestmark = pytest.mark.skipif(
    VARIABLE not in os.environ, reason=f"{VARIABLE} names no folder of reference data"
)


def _rows(name: str) -> list[dict[str, str]]:
    path = Path(os.environ[VARIABLE]) / name
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _m3() -> tuple[tuple[str, ...], Floats, Floats]:
    """Give the names of the yearly series, what was known (to the right), and what came."""
    parts: dict[str, dict[str, list[float]]] = {"train": defaultdict(list), "test": {}}
    parts["test"] = defaultdict(list)
    for cell in _rows("m3_yearly.csv"):
        parts[cell["split"]][cell["series"]].append(float(cell["value"]))
    names = tuple(parts["train"])
    longest = max(map(len, parts["train"].values()))
    training = np.full((len(names), longest), np.nan)
    for row, name in zip(training, names, strict=True):
        row[longest - len(parts["train"][name]) :] = parts["train"][name]
    return names, training, np.array([parts["test"][name] for name in names])


def test_series_are_those_of_the_competition() -> None:
    """There are 645 yearly series of 14 to 41 known figures, and six that came."""
    names, training, outcome = _m3()
    lengths = np.isfinite(training).sum(axis=1)

    assert 645 == len(names)
    assert (14, 41) == (lengths.min(), lengths.max())
    assert (645, HORIZON) == outcome.shape


@pytest.mark.parametrize(
    ("method", "percent", "scaled"),
    [
        ("THETA", "16.974209", "2.806325"),
        ("NAIVE2", "17.879890", "3.171710"),
        ("COMB S-H-D", "17.071595", "2.876493"),
    ],
)
def test_archived_forecasts(method: str, percent: str, scaled: str) -> None:
    """Scores of the archived forecasts are those recomputed for the reference, to the digit."""
    names, training, outcome = _m3()
    given = {
        (row["series"], int(row["h"])): float(row["value"])
        for row in _rows("m3_yearly_theta.csv")
        if row["method"] == method
    }
    point = np.array([[given[name, h] for h in range(1, HORIZON + 1)] for name in names])

    assert percent == f"{smape(outcome, point).value:.6f}"
    assert scaled == f"{mase(outcome, point, naive_scale(training)).value:.6f}"


@pytest.mark.parametrize(
    ("method", "figures"),
    [  # The table of the reference: sMAPE, MASE, coverage of 95 % intervals, MSIS.
        ("last_value", ("17.88", "3.172", None, None)),
        ("drift", ("16.79", "2.632", "0.837", None)),
        ("auto", ("16.11", "2.589", "0.896", "26.3")),
    ],
)
def test_own_projections(method: str, figures: tuple[str | None, ...]) -> None:
    """Last value, drift and shrunken drift score as the reference has measured them."""
    _, training, outcome = _m3()
    made = drifts.project(training, horizon=HORIZON, method=method)
    scale = naive_scale(training)
    found = (
        f"{smape(outcome, made.point).value:.2f}",
        f"{mase(outcome, made.point, scale).value:.3f}",
        f"{coverage(outcome, made.low, made.high).value:.3f}",
        f"{msis(outcome, made.low, made.high, scale).value:.1f}",
    )

    assert [] == [
        (expected, actual)
        for expected, actual in zip(figures, found, strict=True)
        if expected not in (None, actual)
    ]


def test_last_value_is_the_archived_one() -> None:
    """Our last value is NAIVE2 of the archive, to all six digits."""
    _, training, outcome = _m3()
    point = drifts.project(training, horizon=HORIZON, method="last_value").point

    assert "17.879890" == f"{smape(outcome, point).value:.6f}"
    assert "3.171710" == f"{mase(outcome, point, naive_scale(training)).value:.6f}"


@pytest.mark.parametrize("method", ["last_value", "drift", "auto"])
def test_pooled_intervals_cover(method: str) -> None:
    """Intervals calibrated on one half of the series hold 93 to 97 % of the outcomes of the
    other, with any method.
    """
    _, training, outcome = _m3()
    made = drifts.project(training, horizon=HORIZON, method=method)
    odd = np.arange(len(outcome)) % 2 == 1
    for tested in (odd, ~odd):
        widths = calibrate(outcome[~tested], made.point[~tested], made.scale[~tested])
        ends = widths.interval(made.point[tested], made.scale[tested])
        share = coverage(outcome[tested], *ends).value

        assert share is not None
        assert 0.93 <= share <= 0.97
