import pytest

from indh_me.compute import ProjectionReason
from indh_me.compute.trend.history import History, history_of, moment_of
from indh_me.model import Accumulation, Period, Quantity
from plans import flow, level

TO = Period.year(2010)


def _seen(**figures: float | str | None) -> list[tuple[Period, Quantity | None]]:
    """Draft figures by the name of their period, such as y2007 or y2007_Q1."""
    return [
        (
            Period.parse(name.removeprefix("y").replace("_", "-")),
            Quantity.parse(str(value)) if value is not None else None,
        )
        for name, value in figures.items()
    ]


def _told(history: History) -> list[tuple[str, str, float]]:
    return [(str(each.period), str(each.quantity), each.year) for each in history.figures]


class TestMoment:
    """Where figures stand on the axis of time."""

    def test_a_level_stands_for_the_end_of_its_period(self) -> None:
        """Figures of levels and running totals stand where the last day of their period ends."""
        year = Period.year(2008)
        assert moment_of(year, Accumulation.LATEST) == 2009.0
        assert moment_of(year, Accumulation.RUNNING_TOTAL) == 2009.0

    @pytest.mark.parametrize("kind", ["sum", "mean", "ratio", "peak"])
    def test_other_figures_stand_for_the_middle(self, kind: str) -> None:
        """Figures about all days of a period stand for its middle."""
        assert moment_of(Period.parse("2005/2007"), Accumulation(kind)) == 2006.5

    def test_the_calendar_may_end(self) -> None:
        """A period that ends with the calendar has a place in time too."""
        assert moment_of(Period.year(9999), Accumulation.LATEST) == 10000.0


class TestLevels:
    """Series of levels."""

    def test_figures_are_taken_as_they_are(self) -> None:
        """Each figure of a level is kept, whatever the length of its period."""
        made = history_of(level(), _seen(y2006=60, y2007_Q1=61), to=TO, is_cumulative=False)
        assert [("2006", "60", 2007.0), ("2007-Q1", "61", 2007 + 90 / 365)] == _told(made)
        assert not made.is_paced

    def test_what_was_not_reported_is_no_figure(self) -> None:
        """A period that was reported as absent is no figure of zero."""
        made = history_of(level(), _seen(y2006=60, y2007=None), to=TO, is_cumulative=False)
        assert [("2006", "60", 2007.0)] == _told(made)

    def test_what_has_not_even_a_bound_is_no_figure(self) -> None:
        """A figure of which nothing is known tells no more than one that was not reported."""
        seen = [*_seen(y2006=60), (Period.year(2007), Quantity())]
        made = history_of(level(), seen, to=TO, is_cumulative=False)
        assert [("2006", "60", 2007.0)] == _told(made)

    def test_a_sum_without_a_bound_is_no_figure(self) -> None:
        """At least 5 and at most 3 come to anything: of such a sum nothing is known."""
        seen = _seen(y2006=">=5", y2007="<=3")
        made = history_of(flow(), seen, to=Period.parse("2006/2010"), is_cumulative=True)
        assert [("2006", ">=5", 2007.0)] == _told(made)

    def test_nothing_reported_is_a_reason(self) -> None:
        """Without a figure there is a reason instead of a series."""
        made = history_of(level(), _seen(y2007=None), to=TO, is_cumulative=False)
        assert made.reason is ProjectionReason.ALL_MISSING
        assert made.last is None


class TestFlows:
    """Series of flows."""

    def test_parts_that_fill_a_year_are_added_up(self) -> None:
        """Quarters that fill the years projected to are added up first."""
        quarters = {f"y2007_Q{number}": number for number in range(1, 5)}
        made = history_of(flow(), _seen(**quarters), to=TO, is_cumulative=False)
        assert [("2007", "10", 2007.5)] == _told(made)
        assert made.is_paced

    def test_parts_that_fill_none_are_left_out_and_named(self) -> None:
        """Quarters of a year that is not complete do not count, and are named."""
        made = history_of(
            flow(), _seen(y2006=8, y2007_Q1=2, y2007_Q3=3), to=TO, is_cumulative=False
        )
        assert [("2006", "8", 2006.5)] == _told(made)
        assert [str(each) for each in made.left_out] == ["2007-Q1", "2007-Q3"]

    def test_fiscal_years_are_filled_by_their_own_months(self) -> None:
        """Parts are added up to periods in step with the one projected to, not with January."""
        halves = _seen(**{"y2007_10/2008_03": 3, "y2008_04/2008_09": 4})
        made = history_of(flow(), halves, to=Period.fiscal_year(2010, 10), is_cumulative=False)
        assert [str(each.period) for each in made.figures] == ["2007-10/2008-09"]

    def test_longer_periods_keep_their_length(self) -> None:
        """A figure of three years stays one figure, to be projected per year."""
        made = history_of(flow(), _seen(**{"y2005/2007": ">=18000"}), to=TO, is_cumulative=False)
        assert [("2005/2007", ">=18000", 2006.5)] == _told(made)
        assert made.length_of(Period.parse("2005/2007")) == 3.0

    def test_bounds_are_added_up_too(self) -> None:
        """A year of which one half is known within bounds is known within bounds."""
        made = history_of(flow(), _seen(y2007_S1=">=5", y2007_S2=4), to=TO, is_cumulative=False)
        assert [">=9"] == [str(each.quantity) for each in made.figures]

    def test_what_is_too_large_is_refused(self) -> None:
        """A year's sum, or a quarter's pace, that is too large for a number is none to start from.

        Nor is a pace of which the only bound is too large.
        """
        quarter = Period.parse("2010-Q1")
        for seen, to in (
            (_seen(y2007_S1=1.7e308, y2007_S2=1.7e308), TO),
            (_seen(y2007_Q1=1.7e308), quarter),
            (_seen(y2007_Q1="<=1.7e308"), quarter),
        ):
            made = history_of(flow(), seen, to=to, is_cumulative=False)
            assert made.reason is ProjectionReason.TOO_LARGE
            assert made.figures == ()

    def test_days_in_common_are_refused(self) -> None:
        """Periods with days in common would count twice."""
        made = history_of(flow(), _seen(y2007_Q4=2, y2007=9), to=TO, is_cumulative=False)
        assert made.reason is ProjectionReason.OVERLAPPING_PERIODS

    def test_days_give_no_whole_months(self) -> None:
        """To a period that is not made of whole months, figures are projected as they are."""
        made = history_of(
            flow(), _seen(y2006=8, y2007_Q1=2), to=Period.parse("2010-03-27"), is_cumulative=False
        )
        assert [str(each.period) for each in made.figures] == ["2006", "2007-Q1"]

    def test_the_calendar_may_begin(self) -> None:
        """A period whose whole would begin before the calendar stays as it is."""
        made = history_of(
            flow(), _seen(**{"y0001-Q1": 2}), to=Period.fiscal_year(2010, 7), is_cumulative=False
        )
        assert [str(each.period) for each in made.figures] == ["0001-Q1"]


class TestRunningTotals:
    """Series of totals since the start."""

    def test_a_flow_is_added_up_from_the_start(self) -> None:
        """For a target that counts since the start, running totals are the figures."""
        made = history_of(flow(), _seen(y2006=8, y2007=">=5"), to=TO, is_cumulative=True)
        assert [("2006", "8", 2007.0), ("2007", ">=13", 2008.0)] == _told(made)
        assert made.accumulation is Accumulation.RUNNING_TOTAL
        assert not made.is_paced

    def test_a_total_that_is_too_large_is_refused(self) -> None:
        """Figures that add up to more than a number can be have no total since the start."""
        seen = _seen(y2006=">=1.7e308", y2007=">=1.7e308")
        made = history_of(flow(), seen, to=TO, is_cumulative=True)
        assert made.reason is ProjectionReason.TOO_LARGE

    def test_a_missing_period_leaves_no_total(self) -> None:
        """Days that nobody reported leave no total since the start."""
        made = history_of(flow(), _seen(y2005=8, y2007=5), to=TO, is_cumulative=True)
        assert made.reason is ProjectionReason.MISSING_PERIOD


class TestStep:
    """Years between figures."""

    def test_the_step_is_the_median_of_the_years_between(self) -> None:
        """The step between figures is the median of the years between them."""
        made = history_of(
            level(), _seen(y2000=1, y2001=2, y2003=3, y2006=4), to=TO, is_cumulative=False
        )
        assert made.step == 2.0
