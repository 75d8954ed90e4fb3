import math

import pytest

from indh_me.compute.banding import NoBand
from indh_me.compute.open_sdg import near_limit, open_sdg
from indh_me.errors import ParseError
from indh_me.model import Direction, Quantity
from refusals import refusal, refusals


def test_figure_is_the_ratio_of_growth() -> None:
    """From 100, 110.25 after two years is 5 % a year; 10 % a year are required: R is a half."""
    found = open_sdg(110.25, 100, years=2, direction="increase", target=121, target_years=2)

    assert found.figure is not None
    assert found.figure.best == pytest.approx(0.5, rel=1e-12)
    assert "limited_progress" == found.code


def test_figure_without_a_target_is_the_growth() -> None:
    """Without a target the figure is the growth in the wanted direction."""
    falling = open_sdg(81, 100, years=2, direction="decrease")

    assert falling.figure is not None
    assert falling.figure.best == pytest.approx(0.1, rel=1e-12)
    assert "on_track" == falling.code


def test_scale_of_the_edges_is_kept() -> None:
    """A class keeps what its edges were multiplied by: less than one near a natural limit only."""
    near = open_sdg(92, 90, years=2, direction="increase", limit=100)
    far = open_sdg(92, 90, years=2, direction="increase")
    aimed = open_sdg(92, 90, years=2, direction="increase", target=100, target_years=9)

    assert (near_limit(90, 100), 1.0, 1.0) == (near.scale, far.scale, aimed.scale)
    assert [0.015, 0.005, 0.0, None] == [each.edge for each in far.bands]
    assert [0.015 * near.scale, 0.005 * near.scale, 0.0, None] == [each.edge for each in near.bands]


def test_bounds_of_the_figure_pass_through() -> None:
    """A figure known within bounds gives a ratio within bounds; a decrease turns them round."""
    actual = Quantity.between(81, 90.25)
    found = open_sdg(actual, 100, years=2, direction="decrease", target=64, target_years=2)

    assert found.figure is not None
    assert found.figure.best is None
    assert found.figure.low == pytest.approx(0.25)
    assert found.figure.high == pytest.approx(0.5)
    assert "limited_progress" == found.code


def test_target_is_achieved_when_all_of_the_figure_is() -> None:
    """A target counts as achieved when both bounds reach it, not when the best estimate does."""
    sure = open_sdg(
        Quantity.at_least(80), 60, years=5, direction="increase", target=80, target_years=10
    )
    likely = open_sdg(
        Quantity.between(79, 83, best=81),
        60,
        years=5,
        direction="increase",
        target=80,
        target_years=10,
    )

    assert "target_achieved" == sure.code
    assert "on_track" == likely.code


def test_everything_lost() -> None:
    """A figure of zero has lost all: the growth is -100 %, which is defined."""
    found = open_sdg(0, 100, years=5, direction="increase", target=120, target_years=10)

    assert "deterioration" == found.code


@pytest.mark.parametrize(
    ("base", "actual", "target", "code"),
    [(-100, -90, -60, "limited_progress"), (-100, -105, -60, "deterioration")],
)
def test_all_below_zero(base: float, actual: float, target: float, code: str) -> None:
    """When all values are below zero, rising means that the magnitude falls."""
    found = open_sdg(
        actual, base, years=5, direction=Direction.INCREASE, target=target, target_years=10
    )

    assert code == found.code


def test_bounds_below_zero() -> None:
    """Below zero the low bound is the one of the greater magnitude, and bounds stay in order."""
    found = open_sdg(Quantity.between(-90, -80), -100, years=1, direction="increase")

    assert found.figure is not None
    assert found.figure.low == pytest.approx(0.1)
    assert found.figure.high == pytest.approx(0.2)


def test_small_values_grow_as_large_ones_do() -> None:
    """What counts is the growth: values below one have the class of the same values times 100."""
    small = open_sdg(
        Quantity.between(0.31, 0.32), 0.3, years=5, direction="increase", target=0.4, target_years=9
    )
    large = open_sdg(
        Quantity.between(31, 32), 30, years=5, direction="increase", target=40, target_years=9
    )

    assert small.figure is not None
    assert large.figure is not None
    assert ("limited_progress", "limited_progress") == (small.code, large.code)
    assert large.figure.low == pytest.approx(small.figure.low)
    assert large.figure.high == pytest.approx(small.figure.high)


def test_all_gained_from_below_zero() -> None:
    """A figure of zero is no change of sign: from -100, everything that was lost is regained."""
    assert "on_track" == open_sdg(0, -100, years=5, direction="increase").code


@pytest.mark.parametrize(
    ("actual", "base", "years", "target", "target_years", "reason"),
    [
        (None, 60, 5, 80, 10, NoBand.NO_FIGURE),
        (3, 0, 5, None, None, NoBand.ZERO_BASE),
        (3, 0, 5, 10, 10, NoBand.ZERO_BASE),
        (-3, -12, 5, 0, 10, NoBand.ZERO_TARGET),
        (-3, 12, 5, None, None, NoBand.SIGN_CHANGE),
        (3, 12, 5, -3, 10, NoBand.SIGN_CHANGE),
        (Quantity.between(-3, 5), 12, 5, None, None, NoBand.SIGN_CHANGE),
        (94, 95, 5, 95, 10, NoBand.NO_GROWTH_REQUIRED),
        (64, 60, 0.5, 80, 10, NoBand.UNDER_ONE_YEAR),
        (64, 60, 5, 80, 0.5, NoBand.UNDER_ONE_YEAR),
        (64, 60, 0.5, None, None, NoBand.UNDER_ONE_YEAR),
    ],
)
def test_no_class_for_a_reason(  # noqa: PLR0917 - columns of the table above
    actual: Quantity | float | None,
    base: float,
    years: float,
    target: float | None,
    target_years: float | None,
    reason: NoBand,
) -> None:
    """Where there is no growth to speak of there is no class, and nothing is put in its place."""
    way = "decrease" if target == -3 else "increase"
    found = open_sdg(
        actual, base, years=years, direction=way, target=target, target_years=target_years
    )

    assert (None, None, reason) == (found.code, found.figure, found.reason)
    assert ("open_sdg_no_target" if target is None else "open_sdg") == found.preset.code


def test_met_target_needs_no_growth() -> None:
    """A target that is met is achieved, though growth from zero or to the same value is not."""
    for base, target in ((0, 10), (95, 95), (-5, 10)):
        found = open_sdg(96, base, years=5, direction="increase", target=target, target_years=10)

        assert ("target_achieved", "open_sdg") == (found.code, found.preset.code)


@pytest.mark.parametrize(
    ("base", "limit", "factor"),
    [
        (0, 100, 1.0),
        (50, 100, 1 - 0.5**4.44),
        (100, 100, 0.0),
        (150, 100, 1 - 0.5**4.44),
        (200, 100, 1.0),
        (250, 100, 1.0),
        (300, 100, 1.0),
        (0, 0, 1.0),
        (-50, -100, 1 - 0.5**4.44),
    ],
)
def test_factor_near_a_limit(base: float, limit: float, factor: float) -> None:
    """The factor is 0 at the limit and 1 far from it, the same on both sides."""
    assert factor == pytest.approx(near_limit(base, limit), rel=1e-15)


def test_thresholds_shrink_near_a_limit() -> None:
    """From 98 of at most 100, growth of a hundredth of a percent is on track; at the limit
    itself, staying there is.
    """
    assert "limited_progress" == open_sdg(98.3, 98, years=1, direction="increase").code
    assert "on_track" == open_sdg(98.3, 98, years=1, direction="increase", limit=100).code
    assert "on_track" == open_sdg(100, 100, years=1, direction="increase", limit=100).code


def test_refused_together() -> None:
    """A band, half a target and a limit beside a target are refused, all at once."""
    faults = refusals(lambda: open_sdg(96, 95, years=5, direction="maintain", target=95, limit=100))

    assert [
        (
            "direction 'maintain' asks for no growth",
            "direction",
            "growth is for an increase or a decrease",
        ),
        ("half a target", "target", "give target and target_years, or neither"),
        (
            "a limit beside a target",
            "limit",
            "leave out the limit: it is for figures without a target",
        ),
    ] == [(fault.what, str(fault.where), fault.mend) for fault in faults]


def test_unknown_direction() -> None:
    """A direction that is none is refused in the words of the trade, and the argument named."""
    fault = refusal(lambda: open_sdg(64, 60, years=5, direction="up"), ParseError)

    assert ("unknown direction 'up'", "direction") == (fault.what, str(fault.where))


@pytest.mark.parametrize("years", [0, -1])
def test_years_are_above_zero(years: float) -> None:
    """Years are above zero, those to the figure and those to the target."""
    mend = "count them from the base year; they are above zero"
    seen = refusal(lambda: open_sdg(64, 60, years=years, direction="increase"))
    due = refusal(
        lambda: open_sdg(64, 60, years=5, direction="increase", target=80, target_years=years)
    )

    assert (f"'{years}.0' years", "years", mend) == (seen.what, str(seen.where), seen.mend)
    assert (f"'{years}.0' years", "target_years", mend) == (due.what, str(due.where), due.mend)


def test_years_are_numbers() -> None:
    """NaN is no number of years."""
    seen = refusal(lambda: open_sdg(64, 60, years=math.nan, direction="increase"))
    due = refusal(
        lambda: open_sdg(64, 60, years=5, direction="increase", target=80, target_years=math.nan)
    )

    assert ("'nan' is not a figure", "'nan' is not a figure") == (seen.what, due.what)
