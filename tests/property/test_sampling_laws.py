"""Laws of projections of figures with sampling errors."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.compute.projection import project_panel
from indh_me.compute.projection.technique import TECHNIQUES

Floats = npt.NDArray[np.float64]

every = pytest.mark.parametrize("method", ["auto", *TECHNIQUES])
BOUNDS = (0.0, 100.0)
FIGURES = st.integers(0, 10_000).map(lambda number: number / 100)
ERRORS = st.one_of(st.just(np.nan), st.integers(0, 2_000).map(lambda number: number / 100))


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
    plain = project_panel(panel, horizon=3, method=method, bounds=BOUNDS)
    made = project_panel(panel, horizon=3, method=method, bounds=BOUNDS, errors=errors)
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
    plain = project_panel(panel, horizon=3, method=method, bounds=BOUNDS)
    made = project_panel(
        panel, horizon=3, method=method, bounds=BOUNDS, errors=np.full(panel.shape, nothing)
    )

    for name in ("point", "low", "high", "scale", "df", "weight"):
        np.testing.assert_array_equal(getattr(plain, name), getattr(made, name))
    assert plain.reason.tolist() == made.reason.tolist()


@every
@given(drawn=surveys(), power=st.integers(-8, 8))
def test_another_unit(method: str, drawn: tuple[Floats, Floats], power: int) -> None:
    """Figures and errors in another unit give the interval in that unit."""
    (panel, errors), factor = drawn, 2.0**power
    made = project_panel(panel, horizon=2, method=method, bounds=BOUNDS, errors=errors)
    scaled = project_panel(
        panel * factor,
        horizon=2,
        method=method,
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
    made = project_panel(panel, horizon=2, method=method, bounds=BOUNDS, errors=errors)
    for row, (series, own) in enumerate(zip(panel, errors, strict=True)):
        alone = project_panel(series, horizon=2, method=method, bounds=BOUNDS, errors=own)
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
