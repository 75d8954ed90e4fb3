"""Dates, steps and blocks of a panel."""

import numpy as np
import pytest

from indh_me.compute.projection import project_panel
from indh_me.compute.projection.panel import packing

NAN = np.nan
RISING: list[float] = [4, 6, 7, 9]


def test_dates_ahead_by_series() -> None:
    """Each series may have its own dates ahead, and they come back as given."""
    made = project_panel([RISING, RISING], at=[[4, 5], [6, 8]])
    steps = project_panel([RISING], horizon=5)

    assert [[4.0, 5.0], [6.0, 8.0]] == made.times_ahead.tolist()
    np.testing.assert_allclose(made.point[0], steps.point[0, :2], rtol=1e-14)
    np.testing.assert_allclose(made.point[1], steps.point[0, [2, 4]], rtol=1e-14)


def test_steps_are_the_median_gap() -> None:
    """Steps on given dates are the median gap of each series: of 1, 3 and 3 years."""
    made = project_panel([RISING], [2000, 2001, 2004, 2007], horizon=2)

    assert [[2010.0, 2013.0]] == made.times_ahead.tolist()


def test_steps_of_own_dates_and_of_one_point() -> None:
    """Each series steps by its own dates; a single point steps by years."""
    values = [RISING, RISING, [NAN, NAN, NAN, 5]]
    times = [[0, 2, 4, 6], [2, 3, 4, 5], [2, 3, 4, 5]]
    made = project_panel(values, times, horizon=2, method="last")

    assert [[8.0, 10.0], [6.0, 7.0], [6.0, 7.0]] == made.times_ahead.tolist()


def test_dates_as_dates() -> None:
    """Days are taken as years, for figures and for targets' dates."""
    days = np.array(["2004-01-01", "2005-01-01", "2006-01-01", "2007-01-01"], "datetime64[D]")
    made = project_panel([RISING], days, at=np.array(["2008-01-01"], "datetime64[D]"))
    years = project_panel([RISING], [2004, 2005, 2006, 2007], at=[2008])

    assert [[2008.0]] == made.times_ahead.tolist()
    assert years.point.tolist() == made.point.tolist()


def test_blocks_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """A panel in many blocks is what it is in one, with gaps and without."""
    rng = np.random.default_rng(9)
    full = rng.normal(50, 5, (23, 6))
    gappy = np.where(rng.random(full.shape) < 0.3, NAN, full)
    for panel in (full, gappy):
        once = project_panel(panel, horizon=2)
        monkeypatch.setattr(packing, "BLOCK", 30)
        parts = project_panel(panel, horizon=2)
        monkeypatch.undo()

        for name in ("point", "low", "high", "scale", "df", "weight", "times_ahead"):
            np.testing.assert_allclose(getattr(parts, name), getattr(once, name), rtol=1e-12)
        assert once.method.tolist() == parts.method.tolist()
        assert once.reason.tolist() == parts.reason.tolist()
        assert once.n.tolist() == parts.n.tolist()
