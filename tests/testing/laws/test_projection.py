import random
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from broken_laws import broken
from indh_me.compute import project_panel
from indh_me.errors import InvalidInputError
from indh_me.testing import assert_projection_laws

Project = Callable[[list[Any], int], Any]


def by_hand(values: list[Any], horizon: int) -> Any:  # noqa: ANN401 - rows or nothing
    """Go on by the mean step, as wide as the largest step and wider by the root of the time."""
    known = [value for value in values if value is not None]
    if len(known) < 3:
        return None
    steps = [after - before for before, after in pairwise(known)]
    drift, wide = sum(steps) / len(steps), max(map(abs, steps))
    rows = []
    for ahead in range(1, horizon + 1):
        point = known[-1] + drift * ahead
        rows.append((point, point - wide * ahead**0.5, point + wide * ahead**0.5))
    return rows


def within(low: float, high: float) -> Project:
    """Give the same projection, kept within bounds."""

    def project(values: list[Any], horizon: int) -> Any:  # noqa: ANN401 - rows or nothing
        made = by_hand(values, horizon)
        if made is None:
            return None
        return [tuple(min(max(cell, low), high) for cell in row) for row in made]

    return project


def library(method: str, bounds: tuple[float, float] | None = None) -> Project:
    """Give a projection of the library, as an array; a refusal is none."""

    def project(values: list[Any], horizon: int) -> Any:  # noqa: ANN401 - rows or nothing
        known = [value for value in values if value is not None]
        if len(known) < 4:
            return None
        made = project_panel(known, horizon=horizon, method=method, bounds=bounds)
        rows = np.stack([made.point[0], made.low[0], made.high[0]], axis=1)
        return None if np.isnan(rows).any() else rows

    return project


def test_good_functions_pass() -> None:
    """A plain drift keeps all laws, with bounds and without, with gaps and without."""
    assert_projection_laws(by_hand)
    assert_projection_laws(by_hand, gaps=True)
    assert_projection_laws(within(0, 100), bounds=(0, 100))


@pytest.mark.parametrize("method", ["auto", "drift", "shrunken_drift", "ols", "theil_sen", "last"])
def test_library_passes(method: str) -> None:
    """The library's own projections keep all laws, as arrays."""
    assert_projection_laws(library(method), least=4, gaps=True, max_examples=25)
    bounds = (0.0, 100.0)
    assert_projection_laws(library(method, bounds), bounds=bounds, least=4, max_examples=25)


def _changed(change: Callable[[Any, list[Any], int], Any]) -> Project:
    """Plant an error in what the good function answers."""

    def project(values: list[Any], horizon: int) -> Any:  # noqa: ANN401 - rows or nothing
        made = by_hand(values, horizon)
        return None if made is None else change(made, values, horizon)

    return project


def _projects_from_one(values: list[Any], horizon: int) -> Any:  # noqa: ANN401
    return [(values[-1], values[-1], values[-1])] * horizon if values else None


def _drops_the_last(values: list[Any], horizon: int) -> Any:  # noqa: ANN401
    values.pop() if len(values) > 3 else None
    return by_hand(values, horizon)


def _gap_is_zero(values: list[Any], horizon: int) -> Any:  # noqa: ANN401
    return by_hand([value or 0 for value in values], horizon)


def _narrowing(made: Any, _values: list[Any], _horizon: int) -> Any:  # noqa: ANN401
    return [(point, point - 9 / k, point + 9 / k) for k, (point, _, _) in enumerate(made, 1)]


def _simulating(made: Any, _values: list[Any], _horizon: int) -> Any:  # noqa: ANN401
    return [(point, low - chance.random(), high + 1) for point, low, high in made]


chance = random.Random(0)  # noqa: S311 - a planted error
EXAMPLES = 25  # are enough to find what was planted
PLANTED: list[tuple[Project, str]] = [
    (
        _changed(
            lambda made, _v, _h: [
                (p, p - 9 / (k + 1), p + 9 / (k + 1)) for k, (p, _, _) in enumerate(made)
            ]
        ),
        "Farther ahead nothing is surer: no interval gets narrower.",
    ),
    (
        _changed(lambda made, _v, _h: [(p, high, low) for p, low, high in made]),
        "The point lies within its interval.",
    ),
    (_changed(lambda made, _v, _h: made[:-1]), "There is one row for each period ahead."),
    (_changed(lambda made, _v, _h: made[0]), "The answer is a row of point, low and high"),
    (_changed(lambda made, _v, _h: np.array(made).T), "The answer is a row of point, low and high"),
    (
        _changed(lambda made, _v, _h: [(p, float("nan"), high) for p, _, high in made]),
        "The answer is a row of point, low and high",
    ),
    (
        _changed(lambda made, _v, _h: [tuple(round(cell) for cell in row) for row in made]),
        "Another unit of the figures changes the unit of the projection.",
    ),
    (
        _changed(lambda made, _v, _h: [tuple(max(cell, 0.0) for cell in row) for row in made]),
        "Figures seen in a mirror are projected as in a mirror.",
    ),
    (
        _changed(lambda made, _v, h: [tuple(cell + h for cell in row) for row in made]),
        "A longer look ahead begins as the shorter one.",
    ),
    (
        _changed(lambda made, _v, _h: [tuple(cell * 1.01 for cell in row) for row in made]),
        "What has never moved goes on as it was.",
    ),
    (
        _changed(lambda made, _v, _h: [tuple(cell * 1.01 for cell in row) for row in made]),
        "More to each figure is as much more to what is projected.",
    ),
    (_projects_from_one, "Fewer than 3 figures are no trend: nothing is projected."),
    (_drops_the_last, "The function leaves what it is given as it was."),
    (
        _changed(
            lambda made, _v, _h: [(p, low - chance.random(), high + 1) for p, low, high in made]
        ),
        "The same figures give the same answer each time.",
    ),
    (
        lambda values, _horizon: 1 / (len(values) - 3),
        "The function answers whatever the figures, and raises nothing.",
    ),
]


@pytest.mark.parametrize(
    ("project", "law"), PLANTED, ids=[f"{number}: {law}" for number, (_, law) in enumerate(PLANTED)]
)
def test_planted_error_is_found(project: Project, law: str) -> None:
    """Each error that was planted in a projection breaks the law that forbids it."""
    told = broken(lambda: assert_projection_laws(project, max_examples=EXAMPLES))

    assert any(each.startswith(law) for each in told), told


def test_extrapolation_beyond_bounds_is_found() -> None:
    """A projection that leaves the bounds of its figures, or that one end draws, is found."""
    told = broken(lambda: assert_projection_laws(by_hand, bounds=(0, 100)))
    one_sided = broken(lambda: assert_projection_laws(within(0, 1e9), bounds=(0, 100)))
    lopsided = broken(lambda: assert_projection_laws(within(10, 100), bounds=(0, 100)))

    assert "Nothing is projected beyond the bounds." in told
    assert "Nothing is projected beyond the bounds." in one_sided
    assert "Figures seen in the mirror of their bounds are projected as in it." in lopsided


def test_gap_that_counts_as_zero_is_found() -> None:
    """A period that was not reported, taken for zero, breaks the law of gaps."""
    told = broken(lambda: assert_projection_laws(_gap_is_zero, gaps=True))

    assert ["Periods before the first figure that were not reported change nothing."] == list(told)


@pytest.mark.parametrize("asked", [{"bounds": (100, 0)}, {"least": 0}])
def test_no_laws_for_what_cannot_be(asked: dict[str, Any]) -> None:
    """For bounds in the wrong order, and series of no figure, the mend is told."""
    with pytest.raises(InvalidInputError) as caught:
        assert_projection_laws(by_hand, **asked)

    assert caught.value.faults[0].mend != ""
