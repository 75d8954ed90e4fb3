from indh_me.compute.trend.history import history_of
from indh_me.compute.trend.steps import MOST_STEPS, steps_to
from indh_me.model import Period, Quantity
from plans import flow, level

ONE = Quantity.exactly(1)


def _steps(to: str, last: str, *targets: str, is_flow: bool = False) -> list[str]:
    period = Period.parse(to)
    history = history_of(
        flow() if is_flow else level(),
        [(Period.parse(last), ONE)],
        to=period,
        is_cumulative=False,
    )
    return [str(each) for each in steps_to(period, history, map(Period.parse, targets))]


class TestSteps:
    """Periods projected to."""

    def test_periods_on_the_way_are_as_long_as_the_last(self) -> None:
        """From the end of 2008 to the third quarter of 2009 there are three quarters."""
        assert _steps("2009-Q3", "2008") == ["2009-Q1", "2009-Q2", "2009-Q3"]

    def test_targets_on_the_way_are_projected_to(self) -> None:
        """A target that falls due on the way is a step, one that was due before is not."""
        assert _steps("2010", "2008", "2009-S1", "2008") == ["2009-S1", "2009", "2010"]

    def test_a_flow_is_not_projected_into_a_period_that_it_has_begun(self) -> None:
        """A step whose middle lies before the last figure's is none."""
        assert _steps("2009", "2005/2007", is_flow=True) == ["2007", "2008", "2009"]

    def test_the_period_asked_for_is_always_there(self) -> None:
        """A period that is over is kept, for the projection to say so."""
        assert _steps("2007", "2008") == ["2007"]

    def test_days_have_steps_of_days_and_other_ranges_none(self) -> None:
        """A range that has no calendar step is the only one."""
        assert _steps("2009-01-03", "2008-12-31") == ["2009-01-01", "2009-01-02", "2009-01-03"]
        assert _steps("2009-01-05/2009-02-10", "2008") == ["2009-01-05/2009-02-10"]

    def test_far_periods_are_cut_off(self) -> None:
        """Of very many periods the nearest to the last are kept."""
        assert len(_steps("2020-12-31", "2008")) == MOST_STEPS

    def test_the_calendar_may_begin(self) -> None:
        """Steps back to the first year of the calendar end there."""
        assert _steps("0002", "0001-01-01") == ["0001", "0002"]
