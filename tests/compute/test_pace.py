from datetime import date

import pytest

from indh_me.compute.pace import pace_to_target
from indh_me.compute.trajectory import expected
from indh_me.compute.verdict import Verdict
from indh_me.model import Baseline, Direction, Indicator, Period, Quantity, Target
from refusals import Strange, refusal


def _indicator(direction: str = "increase", start: float = 60, end: float = 80) -> Indicator:
    return Indicator(
        code="L",
        unit="percent",
        direction=Direction(direction),
        accumulation="latest",
        baseline=Baseline(Quantity.exactly(start), Period.year(2006)),
        targets=[Target(period=Period.year(2008), value=Quantity.exactly(end))],
    )


def test_gap_and_required_pace() -> None:
    """At 64 where 70 is nearly expected, the gap is negative and a year must bring 16 points."""
    found = pace_to_target(_indicator(), 64, as_of=date(2007, 12, 31))

    assert Quantity.exactly(64) == found.actual
    assert expected(_indicator(), date(2007, 12, 31)) == found.expectation
    assert found.gap is not None
    assert 64 - (60 + 20 * 365 / 731) == pytest.approx(found.gap.best)
    assert Verdict.NOT_MET is found.verdict
    assert 1 == found.years_left
    assert "16" == str(found.required)


def test_required_pace_is_per_year() -> None:
    """20 points in two years are ten a year."""
    found = pace_to_target(_indicator(), 60, as_of=date(2006, 12, 31))

    assert (2, "10") == (found.years_left, str(found.required))


def test_ahead_of_a_falling_path() -> None:
    """A decrease is ahead of its path when it is below it; required is what must still fall."""
    found = pace_to_target(_indicator("decrease", 40, 20), 25, as_of=date(2007, 12, 31))

    assert Verdict.MET is found.verdict
    assert found.gap is not None
    assert found.gap.high is not None
    assert found.gap.high < 0
    assert "-5" == str(found.required)


def test_bounds_of_the_figure_pass_through() -> None:
    """A figure known within bounds gives a gap and a pace within bounds, and may leave open
    whether it is on its path.
    """
    found = pace_to_target(_indicator(), Quantity.between(65, 75), as_of=date(2007, 12, 31))

    assert Verdict.CANNOT_TELL is found.verdict
    assert "5..15" == str(found.required)


@pytest.mark.parametrize("day", [date(2008, 12, 31), date(2010, 1, 1)])
def test_no_time_left(day: date) -> None:
    """From the due date on, no pace reaches the target, but the gap is still known."""
    found = pace_to_target(_indicator(), 64, as_of=day)

    assert ("-16", None, None) == (str(found.gap), found.years_left, found.required)


def test_nothing_expected() -> None:
    """Without a path there is neither gap nor verdict nor pace."""
    astray = Indicator(code="L", unit="percent", direction="increase", accumulation="latest")
    found = pace_to_target(astray, 64, as_of=date(2008, 3, 27))

    assert (None, None, None) == (found.gap, found.verdict, found.required)


def test_inside_a_band() -> None:
    """What should stay inside a band has a verdict, but no gap and no pace."""
    kept = Indicator(
        code="M",
        unit="percent",
        direction=Direction.MAINTAIN,
        accumulation="latest",
        band=Quantity.between(90, 100),
    )
    found = pace_to_target(kept, 95, as_of=date(2008, 3, 27))

    assert (None, Verdict.MET, None) == (found.gap, found.verdict, found.required)


def test_figure_that_is_none() -> None:
    """A figure that is no number is refused."""
    word: Strange = "64 %"
    fault = refusal(lambda: pace_to_target(_indicator(), word, as_of=date(2008, 3, 27)))

    assert "'64 %' is not a number" == fault.what
