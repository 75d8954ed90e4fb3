import pytest

from indh_me.compute.trend.readings import Readings, readings_of
from indh_me.model import Quantity


def _read(*figures: str, is_anchored: bool = True) -> Readings:
    return readings_of([Quantity.parse(each) for each in figures], 0.95, is_anchored=is_anchored)


class TestReadings:
    """Figures as numbers."""

    def test_exact_figures_have_one_reading(self) -> None:
        """Figures that are known exactly are read in one way, without an error."""
        made = _read("4", "5")
        assert made.is_single
        assert (made.series, made.errors) == (((4.0, 5.0),), (0.0, 0.0))

    def test_a_confidence_interval_is_a_standard_error(self) -> None:
        """A range around a best estimate is read as its confidence interval: half over 1.96."""
        made = _read("50 (48.040036..51.959964)", "60")
        assert made.is_single
        assert list(made.errors) == pytest.approx([1.0, 0.0])

    def test_one_known_side_tells_the_error(self) -> None:
        """A best estimate with one bound has the error that this side tells."""
        (error,) = readings_of([Quantity(50, 48.040036, None)], 0.95, is_anchored=True).errors
        assert error == pytest.approx(1.0)

    def test_ranges_are_read_at_their_ends(self) -> None:
        """A figure known only within bounds is read at each of its ends, with all others."""
        made = _read("1..2", "5", "7..9")
        assert list(made.series) == [(1, 5, 7), (1, 5, 9), (2, 5, 7), (2, 5, 9)]
        assert not made.is_single

    def test_many_ranges_are_read_at_the_extremes(self) -> None:
        """Of more than six ranges, the lowest, highest, steepest and flattest series are read."""
        made = _read(*["1..2"] * 8)
        assert made.series == (
            (1,) * 8,
            (2,) * 8,
            (1,) * 4 + (2,) * 4,
            (2,) * 4 + (1,) * 4,
        )

    @pytest.mark.parametrize(
        ("figures", "is_open"),
        [
            (("3", "4", ">=5"), (False, True)),
            (("3", "4", "<=5"), (True, False)),
            ((">=3", "4", "5"), (True, False)),
            (("<=3", "4", "5"), (False, True)),
            (("3", ">=4", "5"), (False, False)),
        ],
    )
    def test_an_open_end_of_the_series_opens_a_side(
        self, figures: tuple[str, ...], is_open: tuple[bool, bool]
    ) -> None:
        """An open last figure opens its own side of an anchored method, a first the other one."""
        made = _read(*figures)
        assert is_open == (made.is_open_below, made.is_open_above)

    def test_any_open_figure_opens_both_sides_of_other_methods(self) -> None:
        """Where every figure moves the projection, an open one opens it on both sides."""
        made = _read("3", ">=4", "5", is_anchored=False)
        assert made.is_open_below
        assert made.is_open_above
