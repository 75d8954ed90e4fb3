"""Probabilities of meeting targets."""

from typing import Any, TypeAlias

import numpy as np
import pytest
from scipy import special

from indh_me.compute.projection import outcome, project_panel
from indh_me.errors import InvalidInputError, ParseError
from indh_me.model import Direction

#: What a user may give by mistake.
Anything: TypeAlias = Any
NAN = np.nan
PANEL = np.array([[60.0, 64, 66, 71, 73, 78], [40.0, 38, 39, 35, 36, 34], [5.0, NAN, 7, NAN, 6, 9]])


def test_probability_is_students() -> None:
    """A target is met with Student's probability, series by series and step by step."""
    made = project_panel(PANEL, horizon=3)
    found = made.probability([85, 30, 8], "increase")
    z = (made.point - np.array([[85.0], [30], [8]])) / made.scale

    assert (3, 3) == found.shape
    np.testing.assert_allclose(found, special.stdtr(made.df[:, None], z), rtol=1e-12)
    np.testing.assert_allclose(
        1 - found, made.probability([85, 30, 8], Direction.DECREASE), atol=1e-14
    )


def test_half_degrees_of_freedom() -> None:
    """Half-drift has degrees of freedom that are not whole."""
    made = project_panel([[4, 6, 7]], horizon=1)

    assert special.stdtr(1.5, (made.point - 8) / made.scale).item() == pytest.approx(
        made.probability(8, "increase").item(), rel=1e-14
    )


def test_shapes_of_targets() -> None:
    """A target is one number, one for each series, or one for each series and step."""
    made = project_panel(PANEL, horizon=2)
    one = made.probability(50, "increase")

    assert one.tolist() == made.probability([50, 50, 50], "increase").tolist()
    assert one.tolist() == made.probability(np.full((3, 2), 50), "increase").tolist()
    assert one.tolist() == made.probability(np.full((1, 2), 50), "increase").tolist()
    varied = made.probability([[50, 60]] * 3, "increase")
    assert one[:, 0].tolist() == varied[:, 0].tolist()
    assert (varied[:, 1] < one[:, 1]).all()


def test_one_step() -> None:
    """One step, counted from the front or from the back, is a column of all."""
    made = project_panel(PANEL, horizon=3)
    every = made.probability([85, 30, 8], "increase")

    for step in (0, 1, 2, -1, -3):
        assert (
            every[:, step].tolist() == made.probability([85, 30, 8], "increase", step=step).tolist()
        )


@pytest.mark.parametrize("step", [3, -4])
def test_no_such_step(step: int) -> None:
    """A step that there is not is refused."""
    with pytest.raises(InvalidInputError) as error:
        project_panel(PANEL, horizon=3).probability(1, "increase", step=step)
    fault = error.value.faults[0]

    assert (f"there is no step '{step}'", "step") == (fault.what, str(fault.where))
    assert "steps are counted from 0, and there are 3" == fault.mend


def test_no_target_no_probability() -> None:
    """Without a target, a projection or an interval there is no probability, bounds or not."""
    panel: list[list[float]] = [[60, 64, 66, 71], [NAN] * 4, [60, 64, NAN, NAN], [5, 5, 5, 5]]
    for bounds in (None, (0, 100)):
        made = project_panel(panel, horizon=1, bounds=bounds)
        found = made.probability([NAN, 5, 5, NAN], "increase")
        beyond = made.probability([NAN, 105, -5, 5], "increase")

        assert np.isnan(found).all()
        assert [True, True, True, False] == np.isnan(beyond[:, 0]).tolist()


def test_a_constant_meets_or_does_not() -> None:
    """Without any scale, what reaches the target meets it, what is short of it does not."""
    made = project_panel([[5, 5, 5, 5], [4, 6, 7, 9]], horizon=1)
    for direction, expected in (("increase", [1, 1, 0]), ("decrease", [0, 1, 1])):
        found = [made.probability([each, 9], direction)[0, 0] for each in (4.9, 5, 5.1)]

        assert expected == found
        assert 0 < made.probability([5, 9], direction)[1, 0] < 1


def test_targets_beyond_bounds() -> None:
    """All values reach a target at or below the low bound, none one above the high bound."""
    made = project_panel([[60, 64, 66, 71]], horizon=1, bounds=(0, 100))
    increase = [made.probability(each, "increase").item() for each in (-1, 0, 1, 99, 100, 101)]
    decrease = [made.probability(each, "decrease").item() for each in (-1, 0, 1, 99, 100, 101)]

    assert ([1, 1], 0) == (increase[:2], increase[5])
    assert (0, [1, 1]) == (decrease[0], decrease[4:])
    assert 1 > increase[2] > increase[3] > increase[4] > 0
    assert 0 < decrease[1] < decrease[2] < decrease[3] < 1


def test_what_lies_beyond_a_bound_lies_on_it() -> None:
    """Bounds do not change the probability of a target between them."""
    plain = project_panel([[90, 94, 96, 98]], horizon=2)
    made = project_panel([[90, 94, 96, 98]], horizon=2, bounds=(0, 100))
    for target in (50, 97, 100):
        np.testing.assert_allclose(
            plain.probability(target, "increase"), made.probability(target, "increase"), rtol=1e-13
        )


@pytest.mark.parametrize("bounds", [(0, None), (None, 100)])
def test_one_bound_alone(bounds: tuple[float | None, float | None]) -> None:
    """One bound alone is respected, and the open side is not bounded."""
    made = project_panel([[60, 64, 66, 71]], horizon=1, bounds=bounds)
    low, high = made.probability(-1, "increase").item(), made.probability(101, "increase").item()

    assert (bounds[0] is not None) == (low == 1)
    assert (bounds[1] is not None) == (high == 0)


@pytest.mark.parametrize("method", ["logit_trend", "logit_trend_adjusted", "log_linear"])
def test_probability_on_the_scale_of_the_fit(method: str) -> None:
    """The ends of an interval of 90 % are reached with 95 and 5 %, on any scale."""
    y = [20, 24, 25, 29]
    made = project_panel([y], horizon=1, method=method, bounds=(0, 100), level=0.9)
    chances = [made.probability(each.item(), "increase").item() for each in (made.low, made.point)]

    assert [0.95, 0.5] == pytest.approx(chances, rel=1e-9)


def test_logarithms_of_targets_below_zero() -> None:
    """What grows by a rate is always above a target of zero or less."""
    made = project_panel([[20, 35, 45, 70]], horizon=1, method="log_linear")

    assert [1.0, 1.0] == [made.probability(each, "increase").item() for each in (0, -5)]
    assert [0.0, 0.0] == [made.probability(each, "decrease").item() for each in (0, -5)]


def test_blocks_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """In many blocks probabilities are what they are in one."""
    made = project_panel(PANEL, horizon=2)
    once = made.probability([85, 30, 8], "increase").tolist()
    monkeypatch.setattr(outcome, "AT_A_TIME", 1)

    assert once == made.probability([85, 30, 8], "increase").tolist()


def test_to_maintain_is_no_target() -> None:
    """A target is reached from below or from above; to stay in a band is another question."""
    made = project_panel(PANEL, horizon=1)
    with pytest.raises(InvalidInputError) as error:
        made.probability(50, "maintain")
    fault = error.value.faults[0]

    assert "a target is not met in direction 'maintain'" == fault.what
    assert ("direction", "give 'increase' or 'decrease'") == (str(fault.where), fault.mend)


def test_unknown_direction() -> None:
    """An unknown direction is refused."""
    with pytest.raises(ParseError, match="upward"):
        project_panel(PANEL, horizon=1).probability(50, "upward")


@pytest.mark.parametrize("target", [[1, 2], [[1, 2]] * 3, [[[1]]]])
def test_targets_that_do_not_fit(target: Anything) -> None:
    """Targets of another number of series or steps are refused."""
    with pytest.raises(InvalidInputError) as error:
        project_panel(PANEL, horizon=3).probability(target, "increase")
    fault = error.value.faults[0]

    assert f"'target' of shape '{np.shape(target)}' does not fit 3 series" == fault.what
    assert "target" == str(fault.where)
    assert "give one number, one for each series, or one for each series and step" == fault.mend


def test_nobody_to_meet_a_target() -> None:
    """A panel without series has no probabilities."""
    made = project_panel(np.empty((0, 4)), horizon=2)

    assert (0, 2) == made.probability(5, "increase").shape
