"""Panels as they are given."""

import math
from functools import partial
from typing import Any, TypeAlias

import numpy as np
import pytest

from indh_me.compute.projection import project_panel
from indh_me.compute.projection.methods.technique import TECHNIQUES
from indh_me.compute.projection.panel.panel import Panel, bounds_of, level_of
from indh_me.errors import Fault, InvalidInputError

#: What a user may give by mistake.
Anything: TypeAlias = Any


def fault_of(values: Anything, **arguments: Anything) -> Fault:
    """Give the one fault of a panel that is refused."""
    given: dict[str, Anything] = {"times": None, "horizon": None, "at": None} | arguments
    with pytest.raises(InvalidInputError) as error:
        Panel.of(values, **given)
    (fault,) = error.value.faults
    return fault


def test_one_dimension_is_one_series() -> None:
    """One row of figures is one series, on the dates 0, 1, 2."""
    panel = Panel.of([4, 6, 9], None, 2, None)

    assert [[4.0, 6.0, 9.0]] == panel.values.tolist()
    assert [[0.0, 1.0, 2.0]] == panel.dates.tolist()
    assert (2, True, True, None) == (panel.steps, panel.is_numbered, panel.is_in_order, panel.at)


def test_dates_shared_and_own() -> None:
    """Dates are shared by all series, or there is one row for each."""
    shared = Panel.of(np.zeros((2, 3)), [2000, 2001, 2003], 1, None)
    own = Panel.of(np.zeros((2, 3)), [[2000, 2001, 2003], [1, 2, 3]], 1, None)

    assert ((1, 3), (2, 3)) == (shared.dates.shape, own.dates.shape)
    assert (True, False) == (shared.is_in_order, own.is_in_order)
    assert not shared.is_numbered


@pytest.mark.parametrize("dates", [[1, 1, 2], [1, 3, 2], [1, np.nan, 2], [1, 2, np.inf]])
def test_shared_dates_out_of_order(dates: list[float]) -> None:
    """Dates that repeat, run back or are not known are out of order."""
    assert not Panel.of(np.zeros((2, 3)), dates, 1, None).is_in_order


@pytest.mark.parametrize(
    ("at", "shape"), [(2010, (1, 1)), ([2010, 2011], (1, 2)), ([[2010], [2011]], (2, 1))]
)
def test_dates_to_project_to(at: Anything, shape: tuple[int, int]) -> None:
    """Dates to project to are one, several, or some for each series."""
    panel = Panel.of(np.zeros((2, 3)), None, None, at)

    assert panel.at is not None
    assert (shape, shape[1]) == (panel.at.shape, panel.steps)


def test_dates_to_project_to_as_dates() -> None:
    """They may be dates, as the others may."""
    panel = Panel.of([1.0], np.array(["2008"], "M8[Y]"), None, np.array(["2010-07-02T12"], "M8[h]"))

    assert panel.at is not None
    assert ([[2008.0]], [[2010.5]]) == (panel.dates.tolist(), panel.at.tolist())


def test_too_many_dimensions() -> None:
    """A cube is no panel."""
    assert Fault(
        "'values' has 3 dimensions", "values", "give one row a series and one column a date"
    ) == fault_of(np.zeros((1, 2, 3)), horizon=1)


def test_horizon_or_dates() -> None:
    """Either a horizon is given or dates, not both and not neither."""
    mend = "give a number of steps as horizon, or dates as at"

    assert Fault("not one of 'horizon' and 'at'", "horizon", mend) == fault_of([1.0])
    assert Fault("both 'horizon' and 'at'", "horizon", mend) == fault_of([1.0], horizon=1, at=[2])


@pytest.mark.parametrize(
    ("name", "dates", "shape"), [("times", [1, 2], "(2,)"), ("at", [[1], [2], [3]], "(3, 1)")]
)
def test_dates_that_do_not_fit(name: str, dates: Anything, shape: str) -> None:
    """Dates that fit neither all series nor each are refused, with both shapes."""
    columns = 3 if name == "times" else 1
    steps = {"horizon": 1} if name == "times" else {}

    assert Fault(
        f"'{name}' of shape '{shape}' does not fit 2 series and {columns} dates",
        name,
        "give one row of dates for all series, or one for each",
    ) == fault_of(np.zeros((2, 3)), **{name: dates}, **steps)


@pytest.mark.parametrize("horizon", [0, -1, 1.5, True, "2"])
def test_no_number_of_steps(horizon: Anything) -> None:
    """A horizon is a whole number above zero."""
    shown = horizon if isinstance(horizon, str) else str(horizon)

    assert Fault(
        f"'{shown}' is no number of steps", "horizon", "give 1 or more, or dates as at"
    ) == fault_of([1.0], horizon=horizon)


def test_open_bounds() -> None:
    """Bounds are open on both sides, on one, or on none."""
    assert (-math.inf, math.inf) == bounds_of(None) == bounds_of((None, None))
    assert (0.0, math.inf) == bounds_of((0, None)) == bounds_of((0, math.inf))
    assert (-math.inf, 5.0) == bounds_of((None, 5))


@pytest.mark.parametrize("bounds", [(1,), (1, 2, 3), 5, ("a", 1)])
def test_no_pair_of_bounds(bounds: Anything) -> None:
    """What is no pair of numbers is refused."""
    with pytest.raises(InvalidInputError) as error:
        bounds_of(bounds)
    fault = error.value.faults[0]

    assert fault.what.endswith("is no pair of bounds")
    assert "bounds" == str(fault.where)
    assert "give the lowest and the highest possible value, None where there is none" == fault.mend


@pytest.mark.parametrize("bounds", [(1, 1), (2, 1), (math.nan, 1)])
def test_bounds_that_hold_nothing(bounds: tuple[float, float]) -> None:
    """A low bound lies below the high one."""
    with pytest.raises(InvalidInputError) as error:
        bounds_of(bounds)

    assert (
        f"the low bound '{float(bounds[0])}' is not below the high bound '1.0'"
        == error.value.faults[0].what
    )


@pytest.mark.parametrize("level", [0, 1, -0.1, 95, math.nan, "95%"])
def test_no_level(level: Anything) -> None:
    """A level is a share between 0 and 1."""
    with pytest.raises(InvalidInputError) as error:
        level_of(level)
    shown = level if isinstance(level, str) else str(level)

    assert (
        Fault(
            f"'{shown}' is no level of an interval",
            "level",
            "give a share between 0 and 1, such as 0.95",
        )
        == error.value.faults[0]
    )


@pytest.mark.parametrize("method", ["auto", *TECHNIQUES])
def test_series_of_the_same_dates_may_go_to_dates_of_their_own(method: str) -> None:
    """Series that share their dates are projected to their own as each is alone."""
    values = np.array([[60.0, 62, 65, 64], [5, 6, 9, 8]])
    when, ahead = [2001.0, 2002, 2003, 2004], np.array([[2005.0, 2006], [2005, 2008]])
    project = partial(
        project_panel,
        method=method,
        bounds=(0, 100),
        season=2 if method.startswith("seasonal") else None,
    )
    both = project(values, [when, when], at=ahead)
    for row in range(2):
        alone = project(values[row], when, at=ahead[row : row + 1])
        np.testing.assert_allclose(both.point[row], alone.point[0], rtol=1e-12)
        np.testing.assert_allclose(both.scale[row], alone.scale[0], rtol=1e-9)


def test_errors_of_figures() -> None:
    """Standard errors have the shape of the figures, or there are none."""
    panel = Panel.of([4, 6, 9], None, 2, None, [1, np.nan, 2])

    assert panel.errors is not None
    np.testing.assert_array_equal(panel.errors, [[1, np.nan, 2]])
    assert Panel.of([4, 6, 9], None, 2, None).errors is None
    assert Fault(
        "'errors' of shape '(1, 2)' do not fit 'values' of shape '(1, 3)'",
        "errors",
        "give a standard error for each figure, NaN where it is not known",
    ) == fault_of([4, 6, 9], horizon=1, errors=[1, 2])
