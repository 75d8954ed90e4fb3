"""Directions in which targets are met."""

import pytest

from indh_me.compute.projection.heading import heading_of
from indh_me.errors import Fault, InvalidInputError, ParseError
from indh_me.model import Direction


def test_from_below_and_from_above() -> None:
    """A target is met from below or from above, by the word or by the direction."""
    assert heading_of("decrease") is heading_of(Direction.DECREASE) is Direction.DECREASE
    assert heading_of("increase") is heading_of(Direction.INCREASE) is Direction.INCREASE


def test_to_maintain_is_no_heading() -> None:
    """To stay in a band is another question."""
    with pytest.raises(InvalidInputError) as error:
        heading_of("maintain")

    assert (
        Fault(
            "a target is not met in direction 'maintain'",
            "direction",
            "give 'increase' or 'decrease'",
        ),
    ) == tuple(error.value.faults)


def test_unknown_heading() -> None:
    """An unknown word is refused."""
    with pytest.raises(ParseError, match="upward"):
        heading_of("upward")
