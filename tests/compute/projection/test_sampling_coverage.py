"""How often intervals hold the figures to come, of series with sampling errors."""

import re
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pytest

from indh_me.compute.projection import project_panel

Floats: TypeAlias = npt.NDArray[np.float64]

PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "sampling-errors.md"
SERIES = 20_000
AHEAD = np.array([0.25, 1.0, 2.0, 4.0])
NEXT = 1
#: Kinds of series by how the page calls them: how far they walk and drift in a year.
KINDS = {
    "only errors": (0.0, 0.0),
    "walk": (1.0, 0.0),
    "long walk": (3.0, 0.0),
    "drift": (0.0, 1.0),
}


def drawn(kind: str, points: int) -> Floats:
    """Draw series with standard errors of 1: yearly figures, and those to come."""
    walk, slope = KINDS[kind]
    rng = np.random.default_rng(1)
    when = np.concatenate([np.arange(float(points)), points - 1 + AHEAD])
    steps = np.sqrt(np.diff(when, prepend=0.0))
    errors, moves = rng.standard_normal((2, SERIES, len(when)))
    return np.asarray(50 + slope * when + walk * np.cumsum(moves * steps, axis=1) + errors)


def held(kind: str, points: int) -> list[tuple[float, float]]:
    """Give the shares of outcomes in intervals of 95 %, without the errors and with them.

    By years ahead, and at last one year ahead of the fifth of the series with the least scale.
    """
    panel = drawn(kind, points)
    past, came, when = panel[:, :points], panel[:, points:], np.arange(points)
    shares = []
    calm = np.ones(SERIES, dtype=np.bool_)
    for errors in (None, np.ones((SERIES, points))):
        made = project_panel(past, when, at=points - 1 + AHEAD, errors=errors)
        if errors is None:
            own = made.scale[:, NEXT]
            calm = np.asarray(own <= np.quantile(own, 0.2))
        inside = (made.low <= came) & (came <= made.high)
        shares.append([*inside.mean(axis=0).tolist(), inside[calm, NEXT].mean()])
    return [(100 * without, 100 * given) for without, given in zip(*shares, strict=True)]


def printed() -> dict[tuple[str, int], list[tuple[float, float]]]:
    """Read the table of the page."""
    rows = re.findall(r"^\| ([a-z ]+) \| (\d+) \| (.*) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    found = {}
    for kind, points, cells in rows:
        pairs = [each.split(" → ") for each in cells.split(" | ")]
        found[kind, int(points)] = [(float(without), float(given)) for without, given in pairs]
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("points", [4, 6, 10])
def test_coverage_is_what_the_page_says(kind: str, points: int) -> None:
    """With errors given, intervals of 95 % hold 94.9 % or more, as much as the page prints."""
    found = held(kind, points)

    np.testing.assert_allclose(found, printed()[kind, points], atol=0.051)
    assert min(given for _, given in found[:-1]) >= 94.85
    assert all(given >= without for without, given in found)


def test_the_page_prints_no_other_rows() -> None:
    """Each row of the table is recomputed here."""
    assert {(kind, points) for kind in KINDS for points in (4, 6, 10)} == set(printed())
