"""Laws of projections of figures with sampling errors."""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.compute.projection import PanelProjection, project_panel
from indh_me.compute.projection.methods.technique import TECHNIQUES

Floats = npt.NDArray[np.float64]
#: What is handed on to `project_panel`.
Anything: TypeAlias = Any

every = pytest.mark.parametrize("method", ["auto", *TECHNIQUES])
SEASONAL = tuple(each for each in TECHNIQUES.values() if each.is_seasonal)
BOUNDS = (0.0, 100.0)
FIGURES = st.integers(0, 10_000).map(lambda number: number / 100)
ERRORS = st.one_of(st.just(np.nan), st.integers(0, 2_000).map(lambda number: number / 100))


def _project(panel: Floats, method: str, **more: Anything) -> PanelProjection:
    """Project a panel within bounds; seasonal methods with a season of two steps."""
    season = 2 if TECHNIQUES.get(method) in SEASONAL else None
    return project_panel(panel, method=method, season=season, **{"bounds": BOUNDS, **more})


@st.composite
def surveys(draw: st.DrawFn) -> tuple[Floats, Floats]:
    """Draw a few series of percentages with gaps, and standard errors of some figures."""
    series, time = draw(st.integers(1, 3)), draw(st.integers(4, 7))
    count = series * time
    cells = draw(st.lists(st.one_of(FIGURES, st.just(np.nan)), min_size=count, max_size=count))
    errors = draw(st.lists(ERRORS, min_size=count, max_size=count))
    return np.array(cells).reshape(series, time), np.array(errors).reshape(series, time)


@every
@given(drawn=surveys())
def test_errors_never_narrow(method: str, drawn: tuple[Floats, Floats]) -> None:
    """An interval with errors contains that without, and points and reasons are the same."""
    panel, errors = drawn
    plain = _project(panel, method, horizon=3)
    made = _project(panel, method, horizon=3, errors=errors)
    sure = ~np.isnan(plain.scale)

    assert plain.reason.tolist() == made.reason.tolist()
    np.testing.assert_array_equal(plain.point, made.point)
    np.testing.assert_array_equal(plain.df, made.df)
    np.testing.assert_array_equal(np.isnan(plain.scale), np.isnan(made.scale))
    assert (made.low[sure] <= plain.low[sure]).all()
    assert (made.high[sure] >= plain.high[sure]).all()


@every
@pytest.mark.parametrize("nothing", [0.0, np.nan])
@given(drawn=surveys())
def test_no_errors_change_nothing(
    method: str, nothing: float, drawn: tuple[Floats, Floats]
) -> None:
    """With errors of zero, and with unknown ones, a projection is what it is without."""
    panel = drawn[0]
    plain = _project(panel, method, horizon=3)
    made = _project(panel, method, horizon=3, errors=np.full(panel.shape, nothing))

    for name in ("point", "low", "high", "scale", "df", "weight"):
        np.testing.assert_array_equal(getattr(plain, name), getattr(made, name))
    assert plain.reason.tolist() == made.reason.tolist()


@every
@given(drawn=surveys(), power=st.integers(-8, 8))
def test_another_unit(method: str, drawn: tuple[Floats, Floats], power: int) -> None:
    """Figures and errors in another unit give the interval in that unit."""
    (panel, errors), factor = drawn, 2.0**power
    made = _project(panel, method, horizon=2, errors=errors)
    scaled = _project(
        panel * factor,
        method,
        horizon=2,
        bounds=(0.0, 100 * factor),
        errors=errors * factor,
    )

    for name in ("point", "low", "high"):
        np.testing.assert_allclose(
            getattr(scaled, name) / factor, getattr(made, name), rtol=1e-9, atol=1e-7
        )


@every
@given(drawn=surveys())
def test_a_panel_is_its_series(method: str, drawn: tuple[Floats, Floats]) -> None:
    """With errors too, each series of a panel is projected as it is alone."""
    panel, errors = drawn
    made = _project(panel, method, horizon=2, errors=errors)
    for row, (series, own) in enumerate(zip(panel, errors, strict=True)):
        alone = _project(series, method, horizon=2, errors=own)
        for name in ("point", "low", "high"):
            np.testing.assert_allclose(
                getattr(made, name)[row], getattr(alone, name)[0], rtol=1e-9, atol=1e-7
            )
        assert alone.reason[0] == made.reason[row]


@given(drawn=surveys(), factor=st.floats(1, 10))
def test_larger_errors_never_narrow(drawn: tuple[Floats, Floats], factor: float) -> None:
    """With the drift, whose point is linear in the figures, larger errors never narrow."""
    panel, errors = drawn
    small, large = (
        project_panel(panel, horizon=3, method="drift", errors=each).scale
        for each in (errors, errors * factor)
    )

    assert (large >= small * (1 - 1e-9) - 1e-9)[~np.isnan(small)].all()
