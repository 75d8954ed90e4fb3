import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indh_me.write.axis import Axis, spread_out, ticks_of

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("figures", "numbers", "decimals"),
    [
        ([0, 100], (0, 20, 40, 60, 80, 100), 0),
        ([61, 78], (60, 65, 70, 75, 80), 0),
        ([0.1, 0.32], (0.1, 0.15, 0.2, 0.25, 0.3, 0.35), 2),
        ([-3, 4], (-4, -2, 0, 2, 4), 0),
        ([1426, 3216], (1000, 1500, 2000, 2500, 3000, 3500), 0),
        ([], (0, 0.2, 0.4, 0.6, 0.8, 1), 1),
    ],
)
def test_numbers_are_round(figures: list[float], numbers: tuple[float, ...], decimals: int) -> None:
    """An axis has round numbers, from one below all figures to one above them."""
    ticks = ticks_of(figures)

    assert numbers == pytest.approx(ticks.numbers)
    assert decimals == ticks.decimals


@given(figures=st.lists(FINITE, max_size=5))
def test_axis_of_any_figures(figures: list[float]) -> None:
    """Any figures have an axis of finite numbers that rise, few of them, around all figures."""
    ticks = ticks_of(figures)
    slack = 1e-6 * max(abs(ticks.low), abs(ticks.high))

    assert all(map(math.isfinite, ticks.numbers))
    assert sorted(set(ticks.numbers)) == list(ticks.numbers)
    assert 2 <= len(ticks.numbers) <= 9
    assert all(ticks.low - slack <= each <= ticks.high + slack for each in figures)


@given(figures=st.lists(FINITE, min_size=1, max_size=5))
def test_place_is_on_the_picture(figures: list[float]) -> None:
    """Every figure stands between the ends of its axis, upwards or mirrored."""
    ticks = ticks_of(figures)

    for first, last in ((0, 300), (300, 0)):
        axis = Axis(ticks.low, ticks.high, first, last)
        assert all(0 <= axis.place(each) <= 300 for each in figures)


def test_place() -> None:
    """The ends of an axis stand at its first and last pixel; what lies beyond at the nearer one."""
    axis = Axis(10, 20, 300, 100)

    assert [300, 100, 200] == [axis.place(each) for each in (10, 20, 15)]
    assert [300, 100] == [axis.place(each) for each in (-5, 99)]


def test_labels_keep_apart() -> None:
    """The last label is written, and of the others those that run into none."""
    labels = [(20.0 * number, f"200{number}") for number in range(10)]
    shown = spread_out(labels, size=12, gap=6)

    assert shown[-1]
    assert [False, True] * 5 == shown
    assert [] == spread_out([], size=12, gap=6)
