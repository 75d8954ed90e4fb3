import pytest

from indh_me.compute.trend.companions import (
    growth_of,
    open_sdg_class,
    reduction_of,
    required_pace,
)
from indh_me.compute.trend.history import History, history_of
from indh_me.model import Period, Quantity
from plans import baseline, flow, level

TO = Period.year(2010)


def _level(**figures: float | str) -> History:
    return history_of(level(), _seen(figures), to=TO, is_cumulative=False)


def _flow(**figures: float | str) -> History:
    return history_of(flow(), _seen(figures), to=TO, is_cumulative=False)


def _seen(figures: dict[str, float | str]) -> list[tuple[Period, Quantity | None]]:
    return [
        (Period.parse(name.removeprefix("y").replace("_", "/")), Quantity.parse(str(value)))
        for name, value in figures.items()
    ]


class TestRequiredPace:
    """What a target asks for each year."""

    def test_a_level_must_change_by_what_is_left(self) -> None:
        """The change that is left, over the years that are left, against the average change."""
        made = required_pace(_level(y2005=60, y2008=66), Quantity.exactly(72), TO)
        assert made is not None
        assert ("3", "2", "1.5") == (str(made.required), str(made.observed), str(made.ratio))

    def test_a_flow_must_bring_its_target_each_year(self) -> None:
        """The target over its years, against what all years so far have brought."""
        made = required_pace(_flow(y2005_2007=18, y2008=7), Quantity.exactly(10), TO)
        assert made is not None
        assert (str(made.required), str(made.observed)) == ("10", "6.25")
        assert made.ratio == Quantity.exactly(1.6)
        two_years = required_pace(_flow(y2008=7), Quantity.exactly(20), Period.parse("2010/2011"))
        assert two_years is not None
        assert str(two_years.required) == "10"

    def test_one_level_has_no_pace_of_its_own(self) -> None:
        """Of one figure there is no change, but the target asks for one."""
        made = required_pace(_level(y2008=66), Quantity.exactly(72), TO)
        assert made is not None
        assert ("3", None, None) == (str(made.required), made.observed, made.ratio)

    def test_without_change_there_is_no_ratio(self) -> None:
        """A series that stands still has a pace of zero, over which nothing is."""
        made = required_pace(_level(y2005=66, y2008=66), Quantity.exactly(72), TO)
        assert made is not None
        assert (str(made.observed), made.ratio) == ("0", None)

    def test_bounds_are_kept(self) -> None:
        """What is known within bounds asks for a pace within bounds."""
        made = required_pace(_level(y2005=60, y2008=">=66"), Quantity.exactly(72), TO)
        assert made is not None
        assert ("<=3", ">=2") == (str(made.required), str(made.observed))

    def test_without_time_or_figures_there_is_none(self) -> None:
        """A target that is over, or a history without figures, asks for no pace."""
        assert required_pace(_level(y2010=66), Quantity.exactly(72), TO) is None
        assert required_pace(_level(), Quantity.exactly(72), TO) is None

    def test_what_is_too_large_asks_for_nothing(self) -> None:
        """Figures so large that their pace is no number have none, and are no error."""
        assert required_pace(_level(y2005=0, y2008=1e-300), Quantity.exactly(1e300), TO) is None

    def test_two_levels_of_one_day_have_no_pace(self) -> None:
        """Figures of the same day have no years between them."""
        made = required_pace(_level(y2008=60, y2005_2008=66), Quantity.exactly(72), TO)
        assert made is not None
        assert (made.observed, made.ratio) == (None, None)


class TestGrowth:
    """Official rates."""

    def test_growth_goes_from_the_first_to_the_last(self) -> None:
        """Compound growth hangs on the first and the last figure alone."""
        assert growth_of(_level(y2005=100, y2006=500, y2007=121)) == pytest.approx(0.1)

    def test_a_flow_grows_by_its_years(self) -> None:
        """Of a flow, figures are compared per year of their periods."""
        assert growth_of(_flow(y2005_2007=300, y2008=121)) == pytest.approx(1.21**0.5 - 1)

    @pytest.mark.parametrize(
        "figures",
        [
            {"y2005": 5},
            {"y2005": 0, "y2007": 5},
            {"y2005": 5, "y2007": ">=6"},
            {"y2005": -5, "y2007": 5},
        ],
    )
    def test_where_there_is_no_growth(self, figures: dict[str, float | str]) -> None:
        """One figure, a zero to grow from, bounds, and a change of sign have no growth."""
        assert growth_of(_level(**figures)) is None

    def test_reduction_fits_all_figures(self) -> None:
        """The rate of reduction is that of a line through the logarithms of all figures."""
        assert reduction_of(_level(y2005=100, y2006=90, y2007=81)) == pytest.approx(0.1)

    @pytest.mark.parametrize(
        "figures",
        [
            {"y2005": 5, "y2006": 4},
            {"y2005": 5, "y2006": 4, "y2007": 0},
            {"y2005": 5, "y2006": 4, "y2007": "<=3"},
            {"y2005": 5e-324, "y2006": 1e-8, "y2007": 1.7e308},
        ],
    )
    def test_where_there_is_no_reduction(self, figures: dict[str, float | str]) -> None:
        """Two figures, a zero, bounds, and a rise too steep for a number have no such rate."""
        assert reduction_of(_level(**figures)) is None


class TestOpenSdg:
    """The Open SDG class."""

    def test_the_baseline_is_the_base(self) -> None:
        """From 60 in the baseline's year, 64 after five years are a little of 80 after ten."""
        made = open_sdg_class(
            level(baseline=baseline(60, "2000")),
            _level(y2003=1, y2005=64),
            Quantity.exactly(80),
            TO,
        )
        assert made is not None
        assert made.code == "limited_progress"

    def test_without_baseline_the_first_figure_is(self) -> None:
        """Without a baseline the first figure is what progress is measured from."""
        made = open_sdg_class(level(), _level(y2000=60, y2005=64), Quantity.exactly(80), TO)
        assert made is not None
        assert made.code == "limited_progress"

    def test_without_target_there_is_the_other_rule(self) -> None:
        """Without a target the class is that of the growth alone."""
        made = open_sdg_class(level(), _level(y2000=60, y2005=64), None, TO)
        assert made is not None
        assert made.preset.code == "open_sdg_no_target"

    def test_where_it_does_not_apply(self) -> None:
        """To keep a figure, without time, without figures or against bounds there is no class."""
        history, goal = _level(y2000=60, y2005=64), Quantity.exactly(80)
        keep = level(direction="maintain", band=Quantity.between(60, 70))
        assert open_sdg_class(keep, history, goal, TO) is None
        assert open_sdg_class(level(), _level(y2005=64), goal, TO) is None
        assert open_sdg_class(level(), _level(), goal, TO) is None
        assert open_sdg_class(level(), history, Quantity.at_least(80), TO) is None
        assert open_sdg_class(level(), history, goal, Period.year(2000)) is None

    def test_growth_that_is_too_large_has_no_class(self) -> None:
        """Figures that grew so much that their growth is no number have none, and are no error."""
        history = _level(y2005=1e-300, y2006="4 (1..1.7e308)")
        assert open_sdg_class(level(), history, Quantity.exactly(9), TO) is None

    def test_a_flow_is_compared_per_year(self) -> None:
        """Of a flow, figures and target are taken per year of their periods."""
        made = open_sdg_class(flow(), _flow(y2003_2004=20, y2008=13), Quantity.exactly(10), TO)
        assert made is not None
        assert made.code == "target_achieved"
