import math

import pytest

from indh_me.compute.banding import NoBand, band
from indh_me.compute.presets import preset
from indh_me.errors import ParseError
from indh_me.model import Quantity
from refusals import refusal


@pytest.mark.parametrize(
    ("rate", "code"),
    [
        ("0.79 (0.5..0.95)", "yellow"),
        ("0.6..0.79", "yellow"),
        ("0.6..0.8", None),
        (">=0.8", "green"),
        (">=0.79", None),
        ("<=0.59", "red"),
        ("<=0.6", None),
    ],
)
def test_class_of_a_rate_within_bounds(rate: str, code: str | None) -> None:
    """The best estimate decides; without one, both bounds must fall into one class."""
    found = band("undp_irrf", Quantity.parse(rate))

    assert code == found.code
    assert (NoBand.BOUNDS_STRADDLE if code is None else None) is found.reason
    assert Quantity.parse(rate) == found.figure


def test_no_rate_no_class() -> None:
    """Without a rate there is no class, and the reason is that."""
    found = band("undp_irrf", None)

    assert (None, None, NoBand.NO_FIGURE) == (found.code, found.figure, found.reason)


def test_preset_itself_or_its_code() -> None:
    """A preset may be given as itself or by its code."""
    assert band("undp_irrf", 0.7) == band(preset("undp_irrf"), 0.7)


def test_goal_is_kept() -> None:
    """A banding keeps the goal that it came from."""
    assert 0.5 == band("pepfar", 0.5, goal=0.5).goal


def test_goal_that_is_missing() -> None:
    """A preset around a goal must be given one."""
    fault = refusal(lambda: band("pepfar", 0.5))

    assert "preset 'pepfar' needs a goal" == fault.what


def test_goal_that_is_idle() -> None:
    """A goal that a preset has no use for is refused, not ignored."""
    fault = refusal(lambda: band("undp_irrf", 0.5, goal=0.5))

    assert "preset 'undp_irrf' has no goal" == fault.what


def test_figures_that_are_none() -> None:
    """NaN is refused as a rate and as a goal, and so is an unknown direction."""
    assert "'nan' is not a figure" == refusal(lambda: band("undp_irrf", math.nan)).what
    assert "'nan' is not a figure" == refusal(lambda: band("pepfar", 1, goal=math.nan)).what
    assert "direction" in refusal(lambda: band("within_15", 1, direction="up"), ParseError).what
