"""Laws of dates of expected achievement."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.compute.projection import Arrival, expected_date, project_panel

Floats = npt.NDArray[np.float64]

#: Methods that look the same upside down, as they fit figures as they stand; and others.
plain = pytest.mark.parametrize("method", ["auto", "last", "drift", "ols", "theil_sen", "holt"])
every = pytest.mark.parametrize(
    "method", ["auto", "ols", "combination", "logit_trend", "log_linear"]
)
FIGURES = st.integers(1, 99)
TARGETS = st.integers(0, 100)
LEVELS = st.sampled_from([0.2, 0.5, 0.8])
DATES = ("earliest", "date", "latest")
UNTIL = 32.0


@st.composite
def panels(draw: st.DrawFn) -> Floats:
    """Draw a few series of yearly percentages, tending upward, downward or nowhere."""
    series, time = draw(st.integers(1, 3)), draw(st.integers(4, 7))
    cells = draw(st.lists(FIGURES, min_size=series * time, max_size=series * time))
    figures = np.array(cells, dtype=np.float64).reshape(series, time)
    return np.sort(figures, axis=1) if draw(st.booleans()) else figures


def same(first: Arrival, second: Arrival, move: float = 0.0, factor: float = 1.0) -> None:
    """Compare dates, the second ones counted from another year and in other steps."""
    assert first.words.tolist() == second.words.tolist()
    for name in DATES:
        np.testing.assert_allclose(
            getattr(second, name), getattr(first, name) * factor + move, atol=1e-5 * factor
        )


@every
@given(panel=panels(), target=TARGETS, level=LEVELS, way=st.sampled_from(["increase", "decrease"]))
def test_dates_are_in_order(
    method: str, panel: Floats, target: int, level: float, way: str
) -> None:
    """The date lies in its interval, there is one or a reason, and then the target is met."""
    bounds = (0.0, 100.0)
    found = expected_date(
        panel, None, target, way, method=method, level=level, bounds=bounds, until=UNTIL
    )
    rows = np.flatnonzero(found.is_identified)
    known = {name: getattr(found, name)[rows] for name in DATES}

    assert (panel.shape[1] - 1 < known["earliest"]).all()
    assert (known["earliest"] <= known["date"] + 1e-9).all()
    assert (known["date"] <= known["latest"] + 1e-9).all()
    assert (known["latest"] <= panel.shape[1] - 1 + UNTIL).all()
    met = [word == "already_met" for word in found.words]
    assert np.isnan(found.date[~found.is_identified & ~np.array(met)]).all()
    for row, date in zip(rows.tolist(), known["date"].tolist(), strict=True):
        point = project_panel(panel[row], at=date, method=method, bounds=bounds).point.item()
        assert point >= target - 1e-6 if way == "increase" else point <= target + 1e-6


@plain
@given(panel=panels(), target=TARGETS, level=LEVELS)
def test_a_decrease_is_the_mirror_of_an_increase(
    method: str, panel: Floats, target: int, level: float
) -> None:
    """Upside down, figures fall to their targets when they otherwise rise to them."""
    up = expected_date(panel, None, target, "increase", method=method, level=level, until=UNTIL)
    down = expected_date(-panel, None, -target, "decrease", method=method, level=level, until=UNTIL)

    same(up, down)


@plain
@given(panel=panels(), target=TARGETS, level=LEVELS, power=st.integers(-4, 4))
def test_another_unit_of_figures(
    method: str, panel: Floats, target: int, level: float, power: int
) -> None:
    """Figures and targets in another unit are met on the same dates."""
    factor = 2.0**power
    found = expected_date(panel, None, target, "increase", method=method, level=level, until=UNTIL)
    scaled = expected_date(
        panel * factor, None, target * factor, "increase", method=method, level=level, until=UNTIL
    )

    same(found, scaled)


@pytest.mark.parametrize("method", ["auto", "last", "drift", "half_drift"])
@given(panel=panels(), target=TARGETS, level=LEVELS, shift=st.integers(-500, 500))
def test_shifted_figures(method: str, panel: Floats, target: int, level: float, shift: int) -> None:
    """As much more to each figure as to the target leaves the dates."""
    target_between = target + 0.3  # Not met by a hair, or missed by one.
    found, shifted = (
        expected_date(
            panel + more,
            None,
            target_between + more,
            "increase",
            method=method,
            level=level,
            until=UNTIL,
        )
        for more in (0, shift)
    )

    same(found, shifted)


@plain
@given(
    panel=panels(),
    target=TARGETS,
    level=LEVELS,
    moved_by=st.tuples(st.integers(-3, 3), st.integers(-50, 2000)),
)
def test_another_time(
    method: str, panel: Floats, target: int, level: float, moved_by: tuple[int, int]
) -> None:
    """In other steps of time, from another year on, the dates move along."""
    power, years = moved_by
    factor, when = 2.0**power, np.arange(float(panel.shape[1]))
    found = expected_date(panel, when, target, "increase", method=method, level=level, until=UNTIL)
    moved = expected_date(
        panel,
        when * factor + years,
        target,
        "increase",
        method=method,
        level=level,
        until=UNTIL * factor,
    )

    same(found, moved, years, factor)


@every
@given(panel=panels(), target=TARGETS, more=st.integers(1, 30), level=LEVELS)
def test_farther_targets_come_no_earlier(
    method: str, panel: Floats, target: int, more: int, level: float
) -> None:
    """A target that asks for more is met no earlier, at either end of the interval."""
    near, far = (
        expected_date(
            panel,
            None,
            each,
            "increase",
            method=method,
            level=level,
            bounds=(0.0, 100.0),
            until=UNTIL,
        )
        for each in (target, target + more)
    )

    for name in DATES:
        first, second = getattr(near, name), getattr(far, name)
        both = ~np.isnan(first) & ~np.isnan(second)
        assert (first[both] <= second[both] + 1e-9).all()
    met = np.array([word == "already_met" for word in near.words])
    assert (near.is_identified | met)[far.is_identified].all()


@given(panel=panels(), target=TARGETS)
def test_surer_intervals_are_wider(panel: Floats, target: int) -> None:
    """A higher level moves the ends of the interval apart, and the date stays."""
    low, high = (
        expected_date(panel, None, target, "increase", level=level, until=UNTIL)
        for level in (0.3, 0.6)
    )
    both = low.is_identified & high.is_identified

    assert low.is_identified[high.is_identified].all()
    np.testing.assert_allclose(low.date[both], high.date[both], atol=1e-9)
    assert (high.earliest[both] <= low.earliest[both] + 1e-9).all()
    assert (high.latest[both] >= low.latest[both] - 1e-9).all()
