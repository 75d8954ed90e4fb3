"""Seasons, and how long a step of one is."""

from typing import Any, TypeAlias

import numpy as np
import pytest

from indh_me.compute.projection.panel.season import season_of, step_of
from indh_me.errors import Fault, InvalidInputError

#: What a user may give by mistake.
Anything: TypeAlias = Any


@pytest.mark.parametrize(("given", "steps"), [(None, 1), (1, 1), (4, 4), (np.int64(12), 12)])
def test_steps_of_a_season(given: Anything, steps: int) -> None:
    """A season is a whole number of steps; none is one step."""
    found = season_of(given)

    assert (steps, int) == (found, type(found))


@pytest.mark.parametrize("given", [0, -4, 4.0, True, "4"])
def test_what_is_no_season(given: Anything) -> None:
    """What is no whole number above zero is refused."""
    with pytest.raises(InvalidInputError) as error:
        season_of(given)
    shown = given if isinstance(given, str) else f"{given}"
    mend = "give 4 for quarters, 12 for months, None where there is no season"

    assert (
        Fault(f"'{shown}' is no number of steps in a year", "season", mend),
    ) == error.value.faults


def test_step_without_a_season_is_the_median() -> None:
    """Where there is no season, or none is over, a step is the median gap."""
    dates = np.array([[0.0, 1, 2, 4], [0, 3, 6, 7]])

    assert [1.0, 3.0] == step_of(dates, 1).tolist()
    assert [1.0, 3.0] == step_of(dates, 4).tolist()


def test_step_of_a_season_is_its_share() -> None:
    """With a season, a step is the mean of what each season lasts, over its steps."""
    assert [4 / 3, 7 / 3] == step_of(np.array([[0.0, 1, 2, 4], [0, 3, 6, 7]]), 3).tolist()
    # Seasons of 2 and 3, and of 4: their mean is 3, half of it a step.
    assert [1.5] == step_of(np.array([[0.0, 1, 2, 4, 6]]), 2).tolist()
