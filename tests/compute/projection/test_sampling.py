"""Sampling errors of figures in projections."""

import math

import numpy as np
import numpy.typing as npt
import pytest
from scipy import special

from indh_me.compute.projection import ProjectionReason, packing, project_panel
from indh_me.compute.projection.drift import drift, last, last_alone
from indh_me.compute.projection.line import ols
from indh_me.compute.projection.sampling import floored, sampling_scale
from indh_me.compute.projection.series import Series
from indh_me.errors import Fault, InvalidInputError

Floats = npt.NDArray[np.float64]
NAN, INF = np.nan, np.inf
RISING: list[float] = [4, 6, 7, 9]


def series_of(*values: float, ahead: tuple[float, ...] = (1.0, 3.0)) -> Series:
    """Give one series of yearly figures."""
    dates = np.arange(1.0 - len(values), 1)[None, :]
    return Series(np.array([values], dtype=np.float64), dates, np.array([ahead]))


def test_what_the_last_value_takes_on() -> None:
    """Of the last value, only its own error counts, and that of the figure to come."""
    found = sampling_scale(last, series_of(4, 6, 5), np.array([[9.0, 2, 1]]))

    np.testing.assert_allclose(found**2, 1 + (81 + 4 + 1) / 3, rtol=1e-13)


def test_what_the_drift_takes_on() -> None:
    """The drift takes on the errors of both ends: 1 + H/T of the last, H/T of the first."""
    found = sampling_scale(drift, series_of(4, 6, 5), np.array([[2.0, 7, 3]]))
    expected = [9 * (1 + h / 2) ** 2 + 4 * (h / 2) ** 2 + (4 + 49 + 9) / 3 for h in (1, 3)]

    np.testing.assert_allclose((found**2)[0], expected, rtol=1e-13)


def test_what_the_straight_line_takes_on() -> None:
    """With equal errors, the straight line takes on its textbook variance."""
    found = sampling_scale(ols, series_of(4, 6, 5, 9), np.full((1, 4), 3.0))
    expected = [9 * (1 + 1 / 4 + (h + 1.5) ** 2 / 5) for h in (1, 3)]

    np.testing.assert_allclose((found**2)[0], expected, rtol=1e-13)


def test_errors_that_are_not_known() -> None:
    """An unknown error counts as none in what was seen, and not at all for what will come."""
    some = sampling_scale(last, series_of(4, 6, 5), np.array([[2.0, NAN, 4.0]]))
    end = sampling_scale(last, series_of(4, 6, 5), np.array([[2.0, 4.0, NAN]]))
    none = sampling_scale(last, series_of(4, 6, 5), np.full((1, 3), NAN))

    np.testing.assert_allclose(some**2, 16 + 10, rtol=1e-13)
    np.testing.assert_allclose(end**2, 10, rtol=1e-13)
    assert [[0.0, 0.0]] == none.tolist()


def test_the_larger_scale_counts() -> None:
    """A forecast keeps the larger of its own scale and that of the errors, step by step."""
    made = drift(series_of(4, 6, 5))
    small, large = (np.full((1, 3), each) for each in (0.1, 50.0))

    assert made.scale.tolist() == floored(made, drift, series_of(4, 6, 5), small).scale.tolist()
    raised = floored(made, drift, series_of(4, 6, 5), large)
    np.testing.assert_array_equal(raised.scale, sampling_scale(drift, series_of(4, 6, 5), large))
    assert (made.centre.tolist(), made.df) == (raised.centre.tolist(), raised.df)


def test_no_interval_from_errors_alone() -> None:
    """Where the method gives no interval, sampling errors do not make one."""
    made = last_alone(series_of(4, 6))

    assert np.isnan(floored(made, last_alone, series_of(4, 6), np.ones((1, 2))).scale).all()
    assert np.isnan(project_panel([[4, 6]], horizon=1, errors=[[1, 1]]).low).all()


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

    np.testing.assert_allclose(made.scale, sampling_scale(ols, line, apart), rtol=1e-3)


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
