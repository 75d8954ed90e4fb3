"""How honest projections of indicators of the World Bank are: intervals and stated chances."""

import csv
import os
from collections import defaultdict
from functools import cache, partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from indh_me.compute.projection import Backtest, backtest, brier, project_panel, reliability

Floats = npt.NDArray[np.float64]
VARIABLE = "INDH_ME_REFERENCE_DATA"
#: Immunisation: the indicators with the most figures, and a ceiling that matters.
INDICATORS = ("sh.imm.idpt", "sh.imm.meas")
POINTS, AHEAD = 8, 5

pytestmark = pytest.mark.skipif(
    VARIABLE not in os.environ, reason=f"{VARIABLE} names no folder of reference data"
)


@cache
def _panel(indicator: str) -> Floats:
    """Give countries x years of an indicator."""
    cells: dict[str, dict[int, float]] = defaultdict(dict)
    path = Path(os.environ[VARIABLE]) / "wdi_admin.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["indicator"] == indicator:
                cells[row["country"]][int(row["year"])] = float(row["value"])
    years = range(1970, 2013)
    return np.array([[line.get(year, np.nan) for year in years] for line in cells.values()])


@cache
def _tested(indicator: str, *, pooled: bool) -> Backtest:
    project = partial(project_panel, pooled=pooled)
    panel, bounds = _panel(indicator), (0, 100)
    return backtest(
        panel, horizon=AHEAD, project=project, least=POINTS, points=POINTS, bounds=bounds
    )


@pytest.mark.parametrize("indicator", INDICATORS)
@pytest.mark.parametrize("pooled", [False, True])
def test_intervals_hold_what_they_promise(indicator: str, *, pooled: bool) -> None:
    """Intervals of 95 % hold 93 to 97 % of what came, each series alone or judged by all."""
    share = _tested(indicator, pooled=pooled).coverage.value

    assert share is not None
    assert 0.93 <= share <= 0.97


@pytest.mark.parametrize("indicator", INDICATORS)
def test_a_panel_states_better_chances(indicator: str) -> None:
    """Judged by all, series have a smaller error, and chances that are more honest and sharper."""
    alone, pooled = (_tested(indicator, pooled=each) for each in (False, True))
    scores = []
    for made in (alone, pooled):
        stated, met = made.windows.probability[:, -1], made.windows.met[:, -1]
        score, worst = brier(stated, met).value, reliability(stated, met).worst
        error, width = made.mase.value, made.msis.value
        assert score is not None
        assert worst is not None
        assert error is not None
        assert width is not None
        scores.append((score, worst, error, width))

    assert (np.array(scores[1]) < scores[0]).all()
    assert scores[1][1] < 0.1
