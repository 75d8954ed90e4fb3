"""Sampling errors of figures in projections."""

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from scipy import special

from indh_me.compute.projection import ProjectionReason, project_panel
from indh_me.compute.projection.methods.drift import drift, last, last_alone, shrunken_drift
from indh_me.compute.projection.methods.line import ols
from indh_me.compute.projection.panel import packing
from indh_me.compute.projection.panel.series import Forecast, Series
from indh_me.compute.projection.sampling import sampling_variance, with_errors
from indh_me.errors import Fault, InvalidInputError

Floats = npt.NDArray[np.float64]
NAN, INF = np.nan, np.inf
RISING: list[float] = [4, 6, 7, 9]


def series_of(*values: float, ahead: tuple[float, ...] = (1.0, 3.0)) -> Series:
    """Give one series of yearly figures."""
    dates = np.arange(1.0 - len(values), 1)[None, :]
    return Series(np.array([values], dtype=np.float64), dates, np.array([ahead]))


def variances(
    project: Callable[[Series], Forecast], series: Series, errors: list[float]
) -> tuple[list[float], list[float]]:
    """Give both variances of one series."""
    alone, held = sampling_variance(project(series), project, series, np.array([errors]))
    return alone[0].tolist(), held[0].tolist()


def test_what_the_last_value_takes_on() -> None:
    """Of the last value, only its own error counts, and that of the figure to come.

    Its scale r² H has changes in it, each with the errors of both of its ends.
    """
    alone, held = variances(last, series_of(4, 6, 5), [9, 2, 1])
    to_come = (81 + 4 + 1) / 3

    assert [1 + to_come, 1 + to_come] == pytest.approx(alone, rel=1e-12)
    assert [h * (81 + 2 * 4 + 1) / 2 for h in (1, 3)] == pytest.approx(held, rel=1e-12)


def test_what_the_drift_takes_on() -> None:
    """The drift takes on the errors of both ends: 1 + H/T of the last, H/T of the first."""
    alone, held = variances(drift, series_of(4, 6, 5), [2, 7, 3])
    to_come = (4 + 49 + 9) / 3
    bend = (4 + 4 * 49 + 9) / 2  # The variance of (y_3 - 2 y_2 + y_1)² / 2, which is s².

    assert [9 * (1 + h / 2) ** 2 + 4 * (h / 2) ** 2 + to_come for h in (1, 3)] == pytest.approx(
        alone, rel=1e-12
    )
    assert [bend * (h + h * h / 2) for h in (1, 3)] == pytest.approx(held, rel=1e-12)


def test_the_straight_line_holds_its_errors() -> None:
    """With equal errors, what the straight line takes on is its textbook variance, all of it."""
    alone, held = variances(ols, series_of(4, 6, 5, 9), [3] * 4)
    expected = [9 * (1 + 1 / 4 + (h + 1.5) ** 2 / 5) for h in (1, 3)]

    assert expected == pytest.approx(alone, rel=1e-12)
    assert expected == pytest.approx(held, rel=1e-12)


@pytest.mark.parametrize("points", [4, 6, 10])
def test_yearly_scales_hold_more_than_the_errors(points: int) -> None:
    """With equal errors of yearly figures, own scales hold them from one year ahead on.

    For the drift, N / S = (1 + 1/T) (H + H²/T) / (1 + H/T + H²/T²), and H for the last value.
    """
    series = series_of(*np.sin(range(points)).tolist(), ahead=(0.25, 1.0, 3.0))
    span, ahead = points - 1, np.array([0.25, 1.0, 3.0])
    for method, share in (
        (last, ahead),
        (
            drift,
            (1 + 1 / span) * (ahead + ahead**2 / span) / (1 + ahead / span + ahead**2 / span**2),
        ),
    ):
        alone, held = variances(method, series, [0.5] * points)

        assert share.tolist() == pytest.approx((np.array(held) / alone).tolist(), rel=1e-10)


def test_errors_that_are_not_known() -> None:
    """An unknown error counts as none in what was seen, and not at all for what will come."""
    some, _ = variances(last, series_of(4, 6, 5), [2, NAN, 4])
    end, _ = variances(last, series_of(4, 6, 5), [2, 4, NAN])

    assert [16 + 10] * 2 == pytest.approx(some, rel=1e-12)
    assert [10] * 2 == pytest.approx(end, rel=1e-12)
    assert ([0, 0], [0, 0]) == variances(last, series_of(4, 6, 5), [NAN] * 3)


def scale_with(project: Callable[[Series], Forecast], series: Series, errors: Floats) -> float:
    """Give the scale of one series at one date, with errors."""
    return with_errors(project(series), project, series, errors).scale.item()


def test_what_is_lacking_is_added() -> None:
    """A quarter of a year ahead, r² H holds a quarter of the errors, and gets the rest."""
    series = series_of(40, 60, 50, 70, ahead=(0.25,))
    own = last(series).scale.item()
    found = scale_with(last, series, np.full((1, 4), 2.0))

    assert math.sqrt(own**2 + 8 * 0.75) == pytest.approx(found, rel=1e-12)


def test_what_is_held_is_not_added() -> None:
    """One year ahead, a scale that holds the errors is as it was; by chance it may be smaller."""
    moving, still = series_of(40, 60, 50, 70, ahead=(1.0,)), series_of(4, 6, 5, 7, ahead=(1.0,))

    assert last(moving).scale.item() == scale_with(last, moving, np.full((1, 4), 2.0))
    assert math.sqrt(2) * 9 == pytest.approx(scale_with(last, still, np.full((1, 4), 9.0)))


def test_only_the_scale_has_the_errors() -> None:
    """Centre, degrees of freedom and weight of a forecast stay what they are."""
    series = series_of(4, 6, 5, 9)
    made = shrunken_drift(series)
    found = with_errors(made, shrunken_drift, series, np.full((1, 4), 5.0))

    assert (made.centre.tolist(), made.df) == (found.centre.tolist(), found.df)
    assert found.weight is made.weight
    assert (found.scale > made.scale).all()


def test_no_interval_from_errors_alone() -> None:
    """Where the method gives no interval, sampling errors do not make one."""
    two = series_of(4, 6)

    assert np.isnan(with_errors(last_alone(two), last_alone, two, np.ones((1, 2))).scale).all()
    assert np.isnan(project_panel([[4, 6]], horizon=1, errors=[[1, 1]]).low).all()


def test_errors_too_large_for_a_number() -> None:
    """Errors whose squares leave all numbers refuse their series."""
    made = project_panel([RISING], horizon=1, errors=[[1e200] * 4])

    assert [ProjectionReason.TOO_LARGE] == made.reason.tolist()


def test_interval_and_chance_by_hand() -> None:
    """Figures that agree by chance have a scale of √2 e, in the interval and in the chance."""
    made = project_panel([[50.0] * 4], horizon=2, method="last", errors=[[3.0] * 4])
    q = float(special.stdtrit(3, 0.975))

    np.testing.assert_allclose(made.scale, math.sqrt(18), rtol=1e-13)
    np.testing.assert_allclose(made.high, 50 + q * math.sqrt(18), rtol=1e-13)
    np.testing.assert_allclose(
        made.probability(53, "increase"), special.stdtr(3, -3 / math.sqrt(18)), rtol=1e-12
    )
    assert [[50.0, 50.0]] == made.point.tolist()


def test_errors_through_logarithms() -> None:
    """On logarithms an error is relative: of the same growth, the same share counts alike."""
    y = np.array([[10.0, 20, 40, 80]])
    made = project_panel(y, horizon=1, method="log_linear", errors=y / 10)
    line = project_panel(np.log(y), horizon=1, method="ols", errors=np.full((1, 4), 0.1))

    np.testing.assert_allclose(line.scale, made.scale, rtol=1e-12)


@pytest.mark.parametrize("method", ["logit_trend", "logit_trend_adjusted"])
def test_errors_through_logits(method: str) -> None:
    """On logits a small error is what the logits of figures so far apart differ by."""
    logits, error = np.array([[-0.8, -0.1, 0.6, 1.3]]), 1e-4
    share, factor = special.expit(logits), 1.0
    if method == "logit_trend_adjusted":
        share, factor = (4 * share - 0.5) / 3, 3 / 4
    made = project_panel(
        100 * share, horizon=1, method=method, bounds=(0, 100), errors=np.full((1, 4), 100 * error)
    )
    apart = special.logit(special.expit(logits) + factor * error) - logits
    line = series_of(*logits[0].tolist(), ahead=(1.0,))

    alone, _ = sampling_variance(ols(line), ols, line, apart)

    np.testing.assert_allclose(made.scale**2, alone, rtol=2e-3)


@pytest.mark.parametrize("wrong", [-1.0, INF, -INF])
def test_invalid_errors(wrong: float) -> None:
    """An error below zero or infinite refuses its series; where there is no figure it does not."""
    panel, errors = [RISING, RISING, [4, NAN, 7, 9]], np.ones((3, 4))
    errors[1, 2] = errors[2, 1] = wrong
    made = project_panel(panel, horizon=1, errors=errors)

    assert [None, ProjectionReason.INVALID_ERROR, None] == made.reason.tolist()
    assert np.isnan(made.point[1]).all()
    assert [ProjectionReason.INVALID_ERROR] == project_panel(
        [RISING], [1, 1, 2, 3], horizon=1, errors=errors[1:2]
    ).reason.tolist()


@pytest.mark.parametrize("errors", [1.0, [1.0], np.ones((1, 4)), np.ones((2, 3))])
def test_errors_that_do_not_fit(errors: "float | list[float] | Floats") -> None:
    """There is an error for each figure, or none are given."""
    with pytest.raises(InvalidInputError) as error:
        project_panel([RISING, RISING], horizon=1, errors=errors)
    fault = error.value.faults[0]

    assert str(fault.what).endswith("do not fit 'values' of shape '(2, 4)'")
    assert "errors" == str(fault.where)
    assert "give a standard error for each figure, NaN where it is not known" == fault.mend


def test_errors_that_are_no_numbers() -> None:
    """Errors are numbers."""
    with pytest.raises(InvalidInputError) as error:
        project_panel([[4, 6, 7]], horizon=1, errors=[["a", "b", "c"]])

    assert (
        Fault("'errors' holds what is no number", "errors", "give numbers, NaN where there is none")
        == (error.value.faults[0])
    )


def test_masked_errors_are_not_known() -> None:
    """What is masked is not known; one dimension is one series."""
    hidden = np.ma.MaskedArray([2.0, 99, 4], mask=[False, True, False])
    one, two = (
        project_panel([5, 5, 5], horizon=1, method="last", errors=each)
        for each in (hidden, [2, NAN, 4])
    )

    assert one.scale.tolist() == two.scale.tolist()
    np.testing.assert_allclose(one.scale**2, 16 + 10)


def test_blocks_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """With errors too, a panel in many blocks is what it is in one."""
    rng = np.random.default_rng(3)
    full, errors = rng.normal(50, 5, (23, 6)), rng.uniform(0, 9, (23, 6))
    for panel in (full, np.where(rng.random(full.shape) < 0.3, NAN, full)):
        once = project_panel(panel, horizon=2, errors=errors)
        monkeypatch.setattr(packing, "BLOCK", 30)
        parts = project_panel(panel, horizon=2, errors=errors)
        monkeypatch.undo()

        np.testing.assert_allclose(parts.scale, once.scale, rtol=1e-12)
        assert once.reason.tolist() == parts.reason.tolist()
