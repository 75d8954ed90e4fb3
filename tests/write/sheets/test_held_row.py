from attrs import evolve

from drafts import content, flow, seen, values
from indh_me.model import Baseline, Indicator, Observation, Period, Target
from indh_me.write.sheets import Tracking, tracking_sheet
from indh_me.write.sheets.assessed_columns import COLUMNS

NAMES = list(COLUMNS)


def held(indicator: Indicator, target: Target, *observations: Observation) -> dict[str, object]:
    """Give what the row of a target shows that an indicator is held against."""
    tracking = Tracking.of(content([indicator], observations))
    tracking_sheet(tracking)
    rows = tracking.assessed.hold(indicator, target, "1+2", "whole")
    again = tracking.assessed.hold(indicator, target, "1+2", "whole")
    shown = values(tracking.assessed.sheet())

    assert rows is again
    return {
        name: shown[rows.first, at] for at, name in enumerate(NAMES) if (rows.first, at) in shown
    }


def test_target_and_its_figures() -> None:
    """Only what lies in the period counts; the rate is that of the indicator's method."""
    whole = Target(period=Period.parse("2009/2010"), value=40)
    found = held(
        flow("A", {"2009": 20, "2010": 20}),
        whole,
        *(seen("A", year, value) for year, value in (("2008", 7), ("2009", 12), ("2010", "18.."))),
    )

    assert ("whole", "2009/2010", 40) == (found["version"], found["period"], found["target"])
    assert (30, "") == (found["low"], found["best"])
    assert (0.75, "") == (found["rate_low"], found["rate_best"])


def test_level_whose_target_is_not_due() -> None:
    """A level stands where it was last seen until the period of its target is over."""
    level = flow("A", {"2010": 60, "2012": 90}, accumulation="latest", baseline=50)
    found = held(level, level.targets[1], seen("A", "2009", 70))

    assert (70, 0.5) == (found["best"], found["rate_best"])


def test_growth_counts_the_years() -> None:
    """Growth is counted over the years to the last figure."""
    grown = evolve(
        flow("A", {"2010": 40}, method="growth_ratio", accumulation="latest"),
        baseline=Baseline(10, Period.year(2008)),
    )
    found = held(grown, grown.targets[0], seen("A", "2010", 40))

    assert (40543, 2.0, 1.0) == (found["day"], found["years"], found["rate_best"])


def test_target_without_a_rate() -> None:
    """Where no actual has a rate, the row says why and has none."""
    zero = flow("A", {"2010": 0})
    found = held(zero, zero.targets[0], seen("A", "2010", 4))

    assert "no_rate" in found
    assert "rate_best" not in found
