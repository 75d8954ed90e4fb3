"""Laws of projections."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.compute.projection import project_panel
from indh_me.compute.projection.methods.technique import TECHNIQUES

Floats = npt.NDArray[np.float64]

#: Methods that fit figures as they stand, and do not step from date to date.
PLAIN = tuple(
    word for word, each in TECHNIQUES.items() if each.link.value == "identity" and not each.is_even
)
plain = pytest.mark.parametrize("method", PLAIN)
#: All methods but those that need a season; their laws stand apart.
EVERY = tuple(word for word, each in TECHNIQUES.items() if not each.is_seasonal)
every = pytest.mark.parametrize("method", ["auto", *EVERY])
SLOPES = st.sampled_from([0.0, 1.0, -1.0]) | st.floats(-1e6, 1e6)
#: Hundredths of percentage points: figures as they are reported, whose sums are exact enough.
FIGURES = st.integers(0, 10_000).map(lambda number: number / 100)


@st.composite
def panels(draw: st.DrawFn, *, gaps: bool = True) -> Floats:
    """Draw a panel of a few series, of percentages, with gaps or without."""
    series, time = draw(st.integers(1, 5)), draw(st.integers(4, 9))
    figure = st.one_of(FIGURES, st.just(np.nan)) if gaps else FIGURES
    cells = draw(st.lists(figure, min_size=series * time, max_size=series * time))
    return np.array(cells).reshape(series, time)


@st.composite
def dates(draw: st.DrawFn, count: int) -> Floats:
    """Draw years that run forward, at any distances from half a year to five."""
    gaps = draw(st.lists(st.integers(1, 10), min_size=count - 1, max_size=count - 1))
    return 1990 + np.concatenate([[0.0], np.cumsum(gaps) / 2])


def close(expected: Floats, found: Floats, size: float = 100.0) -> None:
    """Compare figures up to the rounding of numbers of their size."""
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-9 * size)


@pytest.mark.parametrize(
    "method", ["drift", "ols", "theil_sen", "theil_sen_anchored", "shrunken_drift", "holt"]
)
@given(data=st.data(), slope=SLOPES, start=SLOPES)
def test_a_line_goes_on(method: str, data: st.DataObject, slope: float, start: float) -> None:
    """A straight line is projected exactly; around it there is no residual."""
    when = 1990 + np.arange(6.0) if method == "holt" else data.draw(dates(6))
    size = 1 + abs(start) + 100 * abs(slope)
    made = project_panel([start + slope * (when - 1990)], when, horizon=3, method=method)

    close(start + slope * (made.times_ahead - 1990), made.point, size)
    if method == "shrunken_drift":
        assert made.weight.item() == pytest.approx(1) or abs(slope) < 1e-6 * size
    else:
        assert (made.scale <= 1e-9 * size).all()


@plain
@given(data=st.data(), panel=panels(), shift=st.integers(-1000, 1000), years=st.integers(-90, 90))
def test_shifted_figures_shift_the_projection(
    method: str, data: st.DataObject, panel: Floats, shift: int, years: int
) -> None:
    """More to each figure, and years to each date, move what is projected by as much."""
    when = data.draw(dates(panel.shape[1]))
    made = project_panel(panel, when, horizon=2, method=method)
    moved = project_panel(panel + shift, when + years, horizon=2, method=method)

    close(made.point + shift, moved.point, 1000)
    close(made.times_ahead + years, moved.times_ahead)
    assert made.reason.tolist() == moved.reason.tolist()
    # Where all residuals are rounding, so is the scale.
    close(made.scale, moved.scale, 1e4)


@every
@given(panel=panels(), power=st.integers(-8, 8))
def test_scaled_figures_scale_the_projection(method: str, panel: Floats, power: int) -> None:
    """Another unit of the figures changes the unit of the projection, and nothing else."""
    bounds, factor = (0.0, 100.0), 2.0**power
    made = project_panel(panel, horizon=2, method=method, bounds=bounds)
    scaled = project_panel(panel * factor, horizon=2, method=method, bounds=(0.0, 100 * factor))

    for name in ("point", "low", "high"):
        close(getattr(made, name), getattr(scaled, name) / factor)
    assert made.reason.tolist() == scaled.reason.tolist()
    assert made.method.tolist() == scaled.method.tolist()


@every
@given(panel=panels())
def test_intervals_widen(method: str, panel: Floats) -> None:
    """Farther ahead nothing is surer: scales never shrink, and points lie in their intervals."""
    bounds = (0.0, 100.0) if method.startswith("logit") else None
    made = project_panel(panel, horizon=6, method=method, bounds=bounds)
    has_interval = ~np.isnan(made.df)
    scale = made.scale[has_interval]

    assert (np.diff(scale, axis=1) >= -1e-12 * (1 + scale[:, 1:])).all()
    assert (made.low[has_interval] <= made.point[has_interval]).all()
    assert (made.point[has_interval] <= made.high[has_interval]).all()


@every
@given(panel=panels())
def test_a_panel_is_its_series(method: str, panel: Floats) -> None:
    """Each series of a panel is projected as it is alone, in any order."""
    bounds = (0.0, 100.0)
    made = project_panel(panel, horizon=2, method=method, bounds=bounds)
    turned = project_panel(panel[::-1], horizon=2, method=method, bounds=bounds)
    for row, series in enumerate(panel):
        alone = project_panel(series, horizon=2, method=method, bounds=bounds)
        for name in ("point", "low", "high", "scale", "df", "weight", "times_ahead"):
            close(getattr(alone, name)[0], getattr(made, name)[row])
            close(getattr(alone, name)[0], getattr(turned, name)[-1 - row])
        assert alone.reason[0] == made.reason[row] == turned.reason[-1 - row]
        assert alone.method[0] == made.method[row] == turned.method[-1 - row]
        assert alone.n[0] == made.n[row]


@every
@given(data=st.data(), panel=panels())
def test_a_gap_is_no_point(method: str, data: st.DataObject, panel: Floats) -> None:
    """A series with gaps is projected as the series of its points on their dates."""
    when, bounds = data.draw(dates(panel.shape[1])), (0.0, 100.0)
    made = project_panel(panel, when, horizon=2, method=method, bounds=bounds)
    masked = project_panel(
        np.ma.masked_invalid(panel), when, horizon=2, method=method, bounds=bounds
    )
    np.testing.assert_array_equal(made.point, masked.point)
    for row, series in enumerate(panel):
        points = ~np.isnan(series)
        dropped = project_panel(
            series[points], when[points], horizon=2, method=method, bounds=bounds
        )
        for name in ("point", "low", "high", "scale"):
            close(getattr(dropped, name)[0], getattr(made, name)[row])
        assert dropped.reason[0] == made.reason[row]


@every
@given(panel=panels(), horizon=st.integers(1, 60), target=st.floats(-50, 150))
def test_bounds_are_never_left(method: str, panel: Floats, horizon: int, target: float) -> None:
    """No percentage below 0 or above 100 is ever projected, however far; chances are shares."""
    made = project_panel(panel, horizon=horizon, method=method, bounds=(0, 100))
    chance = made.probability(target, "increase")
    other = made.probability(target, "decrease")
    known = ~np.isnan(chance)

    for each in (made.point, made.low, made.high):
        assert ((each >= 0) & (each <= 100) | np.isnan(each)).all()
    assert (np.isnan(made.scale) == ~known).all()
    assert ((chance >= 0) & (chance <= 1))[known].all()
    assert (chance + other >= 1 - 1e-12)[known].all()


@given(panel=panels(), targets=st.tuples(FIGURES, FIGURES))
def test_a_higher_target_is_harder(panel: Floats, targets: tuple[float, float]) -> None:
    """The higher a target is, the less probable it is to be reached from below."""
    low, high = sorted(targets)
    made = project_panel(panel, horizon=3, bounds=(0, 100))
    easy, hard = made.probability(low, "increase"), made.probability(high, "increase")

    assert (hard <= easy + 1e-14)[~np.isnan(easy)].all()


@every
@given(panel=panels(), level=st.sampled_from([0.5, 0.8, 0.95]), limits=st.booleans())
def test_ends_are_quantiles(method: str, panel: Floats, level: float, *, limits: bool) -> None:
    """Inside the bounds, half of what an interval leaves out lies beyond each of its ends."""
    bounds = (0.0, 100.0) if limits or method.startswith("logit") else None
    made = project_panel(panel, horizon=3, method=method, bounds=bounds, level=level)
    # Adjusted logits have moved the figures off the bounds, and back again no target is theirs.
    moving = made.scale > 1e-6
    for end, direction in ((made.high, "increase"), (made.low, "decrease")):
        chance = made.probability(end, direction)
        inside = moving & (end > made.bounds[0] + 1e-6) & (end < made.bounds[1] - 1e-6)
        np.testing.assert_allclose(chance[inside], (1 - level) / 2, atol=1e-6)


@plain
@given(data=st.data(), panel=panels(gaps=False), factor=st.sampled_from([0.25, 2.0, 4.0]))
def test_another_unit_of_time(
    method: str, data: st.DataObject, panel: Floats, factor: float
) -> None:
    """Quarters or years: the unit of the dates changes nothing in what is projected."""
    when = data.draw(dates(panel.shape[1]))
    made = project_panel(panel, when, horizon=2, method=method)
    other = project_panel(panel, when * factor, horizon=2, method=method)

    for name in ("point", "scale", "df", "weight"):
        close(getattr(made, name), getattr(other, name))


@st.composite
def like_series(draw: st.DrawFn) -> Floats:
    """Draw a panel of enough series to judge each by all, some of which have gaps."""
    panel = 50 + np.cumsum(
        np.random.default_rng(draw(st.integers(0, 1000))).normal(0.5, 2, (25, 7)), axis=1
    )
    panel[draw(st.integers(0, 24)), draw(st.integers(0, 6))] = np.nan
    return panel


@given(panel=like_series(), shift=st.integers(-1000, 1000), factor=st.sampled_from([0.25, 4.0]))
def test_units_change_nothing_in_a_panel(panel: Floats, shift: int, factor: float) -> None:
    """Judged by their panel, too, series follow the unit and the zero of figures and of dates."""
    when = 1990 + np.array([0.0, 1, 2, 4, 5, 7, 8])
    made = project_panel(panel, when, horizon=3, pooled=True)
    moved = project_panel(shift + factor * panel, when, horizon=3, pooled=True)
    slower = project_panel(panel, 4 * when, horizon=3, pooled=True)

    close(shift + factor * made.point, moved.point, 1e4)
    close(factor * made.scale, moved.scale, 1e4)
    for name in ("point", "low", "high", "scale", "weight"):
        close(getattr(made, name), getattr(slower, name))


@given(panel=like_series(), seed=st.integers(0, 1000))
def test_a_panel_has_no_order(panel: Floats, seed: int) -> None:
    """Judged by their panel, series are projected alike in any order, and with copies of it."""
    order = np.random.default_rng(seed).permutation(len(panel))
    made = project_panel(panel, horizon=3, pooled=True)
    turned = project_panel(panel[order], horizon=3, pooled=True)
    twice = project_panel(np.vstack([panel, panel]), horizon=3, pooled=True)

    for name in ("point", "low", "high", "scale", "weight"):
        close(getattr(made, name)[order], getattr(turned, name))
        close(getattr(made, name), getattr(twice, name)[: len(panel)])
