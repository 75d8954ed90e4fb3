import math

import pytest

from indh_me.compute.banding import NoBand, band, placed
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

    assert ("preset 'pepfar' needs a goal", "goal") == (fault.what, str(fault.where))
    assert "give the share of the time that is over: goal=0.5" == fault.mend


def test_goal_that_is_idle() -> None:
    """A goal that a preset has no use for is refused, not ignored."""
    fault = refusal(lambda: band("undp_irrf", 0.5, goal=0.5))

    assert ("preset 'undp_irrf' has no goal", "goal") == (fault.what, str(fault.where))
    assert "leave it out" == fault.mend


def test_figures_that_are_none() -> None:
    """NaN is refused as a rate and as a goal, and so is an unknown direction."""
    assert "'nan' is not a figure" == refusal(lambda: band("undp_irrf", math.nan)).what
    assert "'nan' is not a figure" == refusal(lambda: band("pepfar", 1, goal=math.nan)).what
    fault = refusal(lambda: band("within_15", 1, direction="up"), ParseError)
    assert ("unknown direction 'up'", "direction") == (fault.what, str(fault.where))


@pytest.mark.parametrize(
    ("goal", "edges"),
    [
        (0.5, [0.6, 0.4, 0.25, None]),
        (0.7, [0.8, 0.6, 0.45, None]),
        (None, [0.1, -0.1, -0.25, None]),
    ],
)
def test_classes_around_a_goal(goal: float | None, edges: list[float | None]) -> None:
    """The classes that were used have the goal in their edges, as decimal numbers."""
    used = placed(preset("pepfar"), None, goal=goal)

    assert edges == [each.edge for each in used.bands]
    assert [False, True, True, True] == [each.holds_edge for each in used.bands]


def test_classes_on_a_scale() -> None:
    """The classes that were used have the scale in their edges, and the last one has no edge."""
    used = placed(preset("undp_irrf"), Quantity.exactly(0.4), scale=0.5)

    assert (0.5, False, "green") == (used.scale, used.mirrored, used.code)
    assert [("green", 0.4), ("yellow", 0.3), ("red", None)] == [
        (each.code, each.edge) for each in used.bands
    ]
    assert preset("undp_irrf").bands[0] is used.band


def test_classes_the_other_way_round() -> None:
    """Where high is bad the names change places, and the edges with what they hold do not."""
    used = placed(preset("within_15"), Quantity.exactly(1.15), mirrored=True)

    assert ("on_scope", True, 1.0) == (used.code, used.mirrored, used.scale)
    assert [("under", 1.15, False), ("on_scope", 0.85, True), ("over", None, True)] == [
        (each.code, each.edge, each.holds_edge) for each in used.bands
    ]


def test_classes_as_published() -> None:
    """Without goal, scale or mirror the classes are those of the preset."""
    assert preset("undp_irrf").bands == band("undp_irrf", 0.5).bands
