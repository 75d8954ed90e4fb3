import math

import numpy as np
import pytest

from indh_me.compute.profile import expected_fraction, mixed
from indh_me.errors import ParseError
from indh_me.model import Trajectory
from refusals import Strange, refusal


@pytest.mark.parametrize(
    ("profile", "fractions"),
    [
        ("linear", [0.0, 0.25, 0.5, 0.75, 1.0]),
        ("milestones", [0.0, 0.25, 0.5, 0.75, 1.0]),
        ("step", [0.0, 0.0, 0.0, 0.0, 1.0]),
        ("front_loaded", [0.0, 0.4375, 0.75, 0.9375, 1.0]),
        ("back_loaded", [0.0, 0.0625, 0.25, 0.5625, 1.0]),
        ("s_curve", [0.0, 0.125, 0.5, 0.875, 1.0]),
    ],
)
def test_formula_of_each_profile(profile: str, fractions: list[float]) -> None:
    """Each profile follows its formula: u; floor u; 1 - (1 - u)^2; u^2; the two halves of an S."""
    found = expected_fraction([0, 0.25, 0.5, 0.75, 1], profile)

    assert fractions == found.tolist()


@pytest.mark.parametrize("profile", Trajectory)
def test_fraction_beyond_the_ends(profile: Trajectory) -> None:
    """Before the start nothing is expected, after the end everything; a gap stays a gap."""
    found = expected_fraction([-math.inf, -0.5, 1.5, math.inf, math.nan], profile)

    np.testing.assert_array_equal([0.0, 0.0, 1.0, 1.0, math.nan], found)


def test_fraction_keeps_the_shape() -> None:
    """Shares of the way have the shape of the shares of the time."""
    found = expected_fraction(np.zeros((2, 3)), "linear")

    assert (2, 3) == found.shape
    assert () == expected_fraction(0.5, "linear").shape


def test_unknown_profile() -> None:
    """An unknown profile is named, with the nearest known one."""
    fault = refusal(lambda: expected_fraction(0.5, "liner"), ParseError)

    assert "unknown trajectory 'liner'" == fault.what
    assert fault.mend.startswith("did you mean 'linear'?")


def test_what_is_no_number_is_refused() -> None:
    """What has gone by must be a number."""
    words: Strange = ["soon"]
    fault = refusal(lambda: expected_fraction(words, "linear"))

    assert "'['soon']' is no array of numbers" == fault.what
    assert "elapsed" == str(fault.where)


def test_mixed_broadcasts() -> None:
    """A start and several ends give as many values."""
    found = mixed(60, [80, 100], [[0.0], [0.5], [1.0]])

    assert [[60, 60], [70, 80], [80, 100]] == found.tolist()


def test_mixed_at_an_end_does_not_ask_for_the_other() -> None:
    """At an end the other may be unknown or without bound; between, nothing is known."""
    found = mixed([math.nan, -math.inf, math.nan, -math.inf], 80, [1, 1, 0.5, 0.5])

    np.testing.assert_array_equal([80, 80, math.nan, -math.inf], found)


def test_mixed_shapes_that_do_not_fit() -> None:
    """Arrays that do not broadcast are refused, with their shapes."""
    fault = refusal(lambda: mixed([1, 2], [1, 2, 3], 0.5))

    assert "arrays of shapes '(2,)', '(3,)', '()' do not fit each other" == fault.what
    assert "give arrays of one length, or single numbers" == fault.mend


@pytest.mark.parametrize("name", ["start", "end", "fraction"])
def test_mixed_takes_numbers(name: str) -> None:
    """What is no array of numbers is refused, under the name of its argument."""
    given: dict[str, Strange] = {"start": 1, "end": 2, "fraction": 0.5, name: "many"}
    fault = refusal(lambda: mixed(**given))

    assert ("'many' is no array of numbers", name, "leave gaps as NaN") == (
        fault.what,
        fault.where.path,
        fault.mend,
    )
