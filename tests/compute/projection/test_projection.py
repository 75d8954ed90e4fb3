"""Projections of panels: which method, which dates, which refusals."""

import math
import subprocess
import sys
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pytest
from scipy import special

from indh_me.compute.projection import ProjectionReason, project_panel
from indh_me.compute.projection.methods.technique import TECHNIQUES
from indh_me.errors import InvalidInputError

NAN, INF = np.nan, np.inf
Rows: TypeAlias = list[list[float]]
RISING: list[float] = [4, 6, 7, 9]


def reasons(values: npt.ArrayLike, times: npt.ArrayLike | None = None, **more: object) -> list[str]:
    """Give the words of the reasons of a panel, '' where there is none."""
    asked = {"horizon": 2} if "at" not in more else {}
    made = project_panel(values, times, **asked, **more)  # type: ignore[arg-type]
    refused = np.array([each is not None for each in made.reason])
    for each in (made.point, made.low, made.high, made.scale):
        assert np.isnan(each[refused]).all()
        assert np.isfinite(each[~refused]).all()
    assert np.isnan(made.df[refused]).all()
    assert all(word is None for word in made.method[refused])
    assert all(word is not None for word in made.method[~refused])
    return ["" if each is None else each.value for each in made.reason]


def test_the_default_by_hand() -> None:
    """Changes 2, 1, 2: d = 5/3, and Student's t with two degrees of freedom."""
    made = project_panel([RISING], horizon=2)
    d, k = 5 / 3, 251 / 729

    def variance(around: float) -> float:
        return (6 * (2 - around) ** 2 + 3 * (1 - around) ** 2) / 9 * 3 / 2

    w = d * d / (d * d + 1.5 * k * variance(d))
    points = [9 + w * d * h for h in (1, 2)]
    scales = [
        math.sqrt(variance(w * d) * (h + w * k * h * h) + w * d * d * h * h * (38 / 135 + h / 9))
        for h in (1, 2)
    ]
    q = float(special.stdtrit(2, 0.975))

    assert points == pytest.approx(made.point[0].tolist(), rel=1e-13)
    assert scales == pytest.approx(made.scale[0].tolist(), rel=1e-13)
    assert [p - q * s for p, s in zip(points, scales, strict=True)] == pytest.approx(
        made.low[0].tolist(), rel=1e-12
    )
    assert [p + q * s for p, s in zip(points, scales, strict=True)] == pytest.approx(
        made.high[0].tolist(), rel=1e-12
    )
    assert [w] == pytest.approx(made.weight.tolist(), rel=1e-13)
    assert ([2.0], [4], ["shrunken_drift"]) == (
        made.df.tolist(),
        made.n.tolist(),
        made.method.tolist(),
    )
    assert [[4.0, 5.0]] == made.times_ahead.tolist()
    assert ([None], {}) == (made.reason.tolist(), made.reason_counts)
    assert (0.95, (-INF, INF)) == (made.level, made.bounds)


def test_level_widens() -> None:
    """A higher level has a larger quantile of the same t."""
    narrow, wide = (project_panel([RISING], horizon=1, level=each) for each in (0.5, 0.9))
    ratio = special.stdtrit(2, 0.95) / special.stdtrit(2, 0.75)

    assert ratio == pytest.approx(((wide.high - wide.point) / (narrow.high - narrow.point)).item())


def test_policy_series_by_series() -> None:
    """Each series has the method for its number of points; of two points there is no interval."""
    panel: Rows = [
        [1, NAN, NAN, NAN],
        [1, NAN, 2, NAN],
        [1, 2, NAN, 4],
        [1, 2, 4, 5],
        [NAN] * 4,
    ]
    made = project_panel(panel, horizon=1)

    assert [None, "last", "half_drift", "shrunken_drift", None] == made.method.tolist()
    assert [
        ProjectionReason.TOO_FEW_POINTS,
        None,
        None,
        None,
        ProjectionReason.ALL_MISSING,
    ] == made.reason.tolist()
    assert {
        ProjectionReason.ALL_MISSING: 1,
        ProjectionReason.TOO_FEW_POINTS: 1,
    } == made.reason_counts
    assert [1, 2, 3, 4, 0] == made.n.tolist()
    assert [NAN, NAN, 1.5, 2.0, NAN] == pytest.approx(made.df.tolist(), nan_ok=True)
    assert 2.0 == made.point[1, 0]
    assert np.isnan([made.low[1, 0], made.high[1, 0], made.scale[1, 0]]).all()
    assert [True, True, True, False, True] == np.isnan(made.weight).tolist()
    # Steps go on from the last figure of each.
    assert [[1.0], [3.0], [4.0], [4.0], [NAN]] == pytest.approx(made.times_ahead, nan_ok=True)


@pytest.mark.parametrize("word", sorted(TECHNIQUES))
def test_each_method_says_its_name_and_its_needs(word: str) -> None:
    """Each method projects as many points as it needs, and refuses one fewer."""
    is_seasonal, fewest = TECHNIQUES[word].is_seasonal, TECHNIQUES[word].fewest
    season, short = (2, "too_few_seasons") if is_seasonal else (None, "too_few_points")
    y = [3.0, 5, 4, 7][:fewest]
    made = project_panel([y], horizon=1, method=word, season=season, bounds=(0, 100))

    assert [word] == made.method.tolist()
    assert np.isfinite(made.point).all()
    assert ["all_missing" if fewest == 1 else short] == reasons(
        [[NAN, *y[1:]]], method=word, season=season, bounds=(0, 100)
    )


@pytest.mark.parametrize(
    ("values", "times", "expected"),
    [
        ([[NAN] * 4], None, "all_missing"),
        ([[1, 2, NAN, 4]], [1, NAN, NAN, 4], "missing_date"),
        ([[1, 2, NAN, 4]], [1, INF, NAN, 4], "missing_date"),
        ([[1, 2, NAN, 4, 5]], [1, 2, NAN, 4, 5], ""),
        ([[1, INF, 3, 4]], None, "infinite_value"),
        ([[1, -INF, 3, 4]], None, "infinite_value"),
        ([[1, 2, 3, 4]], [1, 3, 2, 4], "not_sorted"),
        ([[1, 2, 3, 4]], [1, 1, 3, 2], "not_sorted"),
        ([[1, 2, 3, 4]], [1, 2, 2, 4], "repeated_dates"),
        ([[1, 2, NAN, 4, 5]], [1, 2, 2, 4, 5], ""),
        ([[1, 2]], [2, 1], "not_sorted"),
        ([[1]], [2], "too_few_points"),
    ],
)
def test_reasons_of_figures_and_dates(
    values: list[list[float]], times: list[float] | None, expected: str
) -> None:
    """What is wrong with a series is its reason, the first of several; what is masked is not."""
    assert [expected] == reasons(values, times)


def test_a_bad_series_is_no_fault_of_its_neighbours() -> None:
    """Beside series that are refused, the others are projected as they are alone."""
    bad: Rows = [
        [NAN] * 4,
        RISING,
        [1, INF, 2, 3],
        [1e200, -1e200, 1e200, 0],
        [5, 5, 5, 5],
    ]

    assert ["all_missing", "", "infinite_value", "too_large", ""] == reasons(bad)
    np.testing.assert_allclose(
        project_panel(bad, horizon=2).point[[1, 4]],
        project_panel([RISING, bad[4]], horizon=2).point,
        rtol=1e-14,
    )


def test_too_large_for_a_number() -> None:
    """A point that is no number is refused, and so is a scale that is none."""
    assert ["too_large"] == reasons([[1e308, -1e308, 1e308]], method="drift")
    assert ["too_large"] == reasons([[0, 5e153, 1e154, 1.7e308]], method="last")


@pytest.mark.parametrize(
    ("at", "expected"),
    [([3], True), ([3.001], False), ([4, 3], True), ([NAN], True), ([INF], True)],
)
def test_dates_before_the_end(at: list[float], *, expected: bool) -> None:
    """A date that is not after the last figure, or not known, refuses the series."""
    found = reasons([RISING, [4, 6, 7, NAN]], at=at)

    assert ("horizon_before_end" if expected else "") == found[0]
    assert ("" if at in ([3], [4, 3], [3.001]) else "horizon_before_end") == found[1]


def test_too_few_points_before_the_horizon() -> None:
    """Of too few points that is said, whatever the horizon."""
    assert ["too_few_points"] == reasons([[1.0]], at=[0])
    assert ["not_sorted"] == reasons([[1.0, 2.0]], [2, 1], at=[0], method="drift")


@pytest.mark.parametrize(
    ("values", "expected"),
    [([0, 50, 100], ""), ([-0.1, 50, 100], "outside_bounds"), ([0, 50, 100.1], "outside_bounds")],
)
def test_figures_outside_the_bounds(values: list[float], expected: str) -> None:
    """A figure on a bound is possible, one beyond it is not."""
    assert [expected] == reasons([values], bounds=(0, 100))


def test_points_and_intervals_are_clipped() -> None:
    """Neither point nor interval leaves the bounds, and the scale is what it was."""
    plain = project_panel([[80, 90, 95, 99]], horizon=3)
    made = project_panel([[80, 90, 95, 99]], horizon=3, bounds=(None, 100))

    assert np.minimum(plain.point, 100).tolist() == made.point.tolist()
    assert np.minimum(plain.high, 100).tolist() == made.high.tolist()
    assert plain.low.tolist() == made.low.tolist()
    assert plain.scale.tolist() == made.scale.tolist()


@pytest.mark.parametrize(
    ("method", "values", "expected"),
    [
        ("logit_trend", [0, 50, 60], "on_bound"),
        ("logit_trend", [50, 60, 100], "on_bound"),
        ("logit_trend", [1, 50, 99], ""),
        ("logit_trend", [50, 60, 101], "outside_bounds"),
        ("logit_trend_adjusted", [0, 50, 100], ""),
        ("log_linear", [0, 50, 60], "not_positive"),
        ("log_linear", [1, 50, 60], ""),
    ],
)
def test_scales_and_their_refusals(method: str, values: list[float], expected: str) -> None:
    """A figure without a logit or logarithm refuses its series."""
    assert [expected] == reasons([values], method=method, bounds=(0, 100))


def test_log_linear_grows_by_a_rate() -> None:
    """Steady growth goes on at its rate, and the interval is one of logarithms."""
    made = project_panel([[100, 105, 110.25, 115.7625]], horizon=2, method="log_linear")
    rough = project_panel([[100, 120, 110, 150]], horizon=1, method="log_linear")
    logs = project_panel([np.log([100, 120, 110, 150])], horizon=1, method="ols")

    assert [121.550625, 127.62815625] == pytest.approx(made.point[0].tolist(), rel=1e-12)
    for name in ("point", "low", "high"):
        assert np.exp(getattr(logs, name)).item() == pytest.approx(getattr(rough, name).item())
    assert logs.scale.item() == pytest.approx(rough.scale.item(), rel=1e-12)
    assert (0.0, INF) == rough.bounds


def test_logit_trend_is_a_line_of_logits() -> None:
    """A logit trend is the line of the logits, and never reaches its bounds."""
    y = np.array([20.0, 35, 45, 70])
    made = project_panel([y], horizon=40, method="logit_trend", bounds=(0, 100))
    logits = project_panel([np.log(y / (100 - y))], horizon=40, method="ols")

    np.testing.assert_allclose(made.point, 100 / (1 + np.exp(-logits.point)), rtol=1e-12)
    np.testing.assert_allclose(made.high, 100 / (1 + np.exp(-logits.high)), rtol=1e-12)
    assert (made.point < 100).all()


@pytest.mark.parametrize("bounds", [None, (0, None), (None, 100)])
@pytest.mark.parametrize("method", ["logit_trend", "logit_trend_adjusted"])
def test_a_logit_needs_both_bounds(
    method: str, bounds: tuple[float | None, float | None] | None
) -> None:
    """Without both bounds there is no logit of anything."""
    with pytest.raises(InvalidInputError) as error:
        project_panel([RISING], horizon=1, method=method, bounds=bounds)

    fault = error.value.faults[0]
    assert f"'{method}' needs both bounds" == fault.what
    assert ("bounds", "give bounds, such as (0, 100)") == (str(fault.where), fault.mend)


@pytest.mark.parametrize("method", ["ses", "holt", "damped_holt", "theta", "combination"])
def test_methods_of_steps_need_even_dates(method: str) -> None:
    """Steps may differ from the median by a tenth, as months do; a gap inside is uneven."""
    edge = [0, 1, 2.0, 3.0625, 4.125]  # Gaps 1, 1, 1.0625, 1.0625: a median of 1.03.
    months = np.arange("2007-01", "2008-01", dtype="datetime64[M]").astype("datetime64[D]")

    assert [""] == reasons([[1, 2, 4, 5, 7]], edge, method=method)
    assert [""] == reasons([np.arange(12.0) ** 2], months, method=method)
    assert ["uneven_dates"] == reasons([[1, 2, 4, 5, 7]], [0, 1, 2, 3, 4.11], method=method)
    assert ["uneven_dates"] == reasons([[1, 2, NAN, 5, 6, 7]], method=method)
    assert [""] == reasons([[NAN, 1, 2, 5, 6, NAN]], method=method)


def test_unevenness_is_a_tenth() -> None:
    """Just a tenth is even still, both ways."""
    for gap, expected in (
        (1.1 - 1e-9, ""),
        (1.1 + 1e-9, "uneven_dates"),
        (0.9 + 1e-9, ""),
        (0.9 - 1e-9, "uneven_dates"),
    ):
        assert [expected] == reasons([[1, 2, 4, 5, 7]], [0, 1, 2, 3, 3 + gap], method="ses")


@pytest.mark.parametrize("shape", [(0, 4), (3, 0)])
def test_nothing_to_project(shape: tuple[int, int]) -> None:
    """A panel without series or without dates is no error."""
    made = project_panel(np.empty(shape), horizon=2)

    assert (shape[0], 2) == made.point.shape
    assert [ProjectionReason.ALL_MISSING] * shape[0] == made.reason.tolist()


def test_figures_are_left_as_they_are() -> None:
    """The panel that was given is not changed."""
    values = np.array([[1.0, 2, 4, NAN], [3.0, 5, 4, 8]])
    for method in TECHNIQUES:
        project_panel(values, horizon=1, method=method, season=2, bounds=(0, 100))

    np.testing.assert_array_equal(values, [[1.0, 2, 4, NAN], [3.0, 5, 4, 8]])


def test_whole_numbers_and_masks() -> None:
    """Whole numbers are figures, and what is masked is missing."""
    masked = np.ma.MaskedArray([[4, 6, 99, 9]], mask=[[False, False, True, False]])

    np.testing.assert_array_equal(
        project_panel([[4, 6, NAN, 9]], horizon=1).point, project_panel(masked, horizon=1).point
    )


def test_scipy_is_imported_late() -> None:
    """The room opens without scipy, which takes a while to import."""
    script = "import sys, indh_me.compute.projection; sys.exit('scipy' in sys.modules)"

    assert 0 == subprocess.run([sys.executable, "-c", script], check=False).returncode
