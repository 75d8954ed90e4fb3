from datetime import date

import pytest
from attrs import evolve

from indh_me.compute.leg import NoPath
from indh_me.compute.trajectory import expectations, expected
from indh_me.model import (
    Baseline,
    Direction,
    Indicator,
    Period,
    Quantity,
    Revision,
    Target,
    Trajectory,
)

BEGUN = Baseline(Quantity.exactly(60), Period.parse("2007-12"))


def _level(
    trajectory: Trajectory = Trajectory.LINEAR,
    baseline: Baseline | None = BEGUN,
    target: Quantity = Quantity.exactly(80),  # noqa: B008 - a frozen value
) -> Indicator:
    return Indicator(
        code="L",
        unit="percent",
        direction="increase",
        accumulation="latest",
        trajectory=trajectory,
        baseline=baseline,
        targets=[Target(period=Period.year(2009), value=target)],
    )


@pytest.mark.parametrize(
    ("profile", "value"),
    [
        # 365 of 730 days would be half; 2008 has 366 of 731: u = 0.500684.
        (Trajectory.LINEAR, 60 + 20 * 366 / 731),
        (Trajectory.MILESTONES, 60 + 20 * 366 / 731),
        (Trajectory.STEP, 60),
        (Trajectory.FRONT_LOADED, 60 + 20 * (1 - (365 / 731) ** 2)),
        (Trajectory.BACK_LOADED, 60 + 20 * (366 / 731) ** 2),
        (Trajectory.S_CURVE, 60 + 20 * (1 - 2 * (365 / 731) ** 2)),
    ],
)
def test_expected_value_half_way(profile: Trajectory, value: float) -> None:
    """From 60 to 80, the value that is expected half-way is the one worked out by hand."""
    found = expected(_level(profile), date(2008, 12, 31))

    assert found.expected is not None
    assert value == pytest.approx(found.expected.best, rel=1e-12)
    assert profile is found.profile
    assert 366 / 731 == found.elapsed
    assert (date(2008, 1, 1), date(2009, 12, 31)) == (found.first_day, found.due)
    assert ("60", "80") == (str(found.start), str(found.target))
    assert found.reason is None


def test_expected_value_keeps_bounds() -> None:
    """A baseline and a target known within bounds give an expectation within bounds."""
    begun = Baseline(Quantity.at_least(50), Period.year(2007))
    found = expected(_level(baseline=begun, target=Quantity.between(70, 90)), date(2008, 12, 31))

    assert found.expected is not None
    assert found.expected.best is None
    assert 50 + 20 * 366 / 731 == pytest.approx(found.expected.low)
    assert found.expected.high is None


def test_expected_once_due_without_baseline() -> None:
    """From its last day on the target is expected, though no baseline is known."""
    found = expected(_level(baseline=None), date(2009, 12, 31))

    assert "80" == str(found.expected)
    assert (1, None, None) == (found.fraction, found.elapsed, found.start)


def test_expected_is_undefined_with_a_reason() -> None:
    """Without a baseline nothing is expected before the target is due, and the reason is given."""
    found = expected(_level(baseline=None), date(2008, 12, 31))

    assert NoPath.MISSING_BASELINE is found.reason
    assert [None] * 6 == [
        found.expected,
        found.fraction,
        found.elapsed,
        found.start,
        found.target,
        found.due,
    ]


def test_band_is_expected_on_any_day() -> None:
    """What should stay inside a band is expected inside it; without band nothing is."""
    kept = Indicator(
        code="M",
        unit="percent",
        direction=Direction.MAINTAIN,
        accumulation="latest",
        band=Quantity.between(90, 100),
    )
    astray = Indicator(
        code="M", unit="percent", direction=Direction.MAINTAIN, accumulation="latest"
    )
    found = expected(kept, date(2008, 3, 27))

    assert ("90..100", None, None) == (str(found.expected), found.fraction, found.reason)
    assert NoPath.MISSING_BAND is expected(astray, date(2008, 3, 27)).reason


def test_band_of_an_increase_is_not_expected() -> None:
    """A band counts only for what should be maintained."""
    rising = Indicator(
        code="R",
        unit="percent",
        direction="increase",
        accumulation="latest",
        band=Quantity.between(90, 100),
    )

    assert expected(rising, date(2008, 3, 27)).expected is None


def test_many_at_once_are_each_alone() -> None:
    """Expectations of many indicators are those of each one, in their order."""
    indicators = [*(_level(each) for each in Trajectory), _level(baseline=None)]
    day = date(2008, 3, 27)
    days = [day] * len(indicators)

    assert [expected(each, day) for each in indicators] == expectations(indicators, days, day)
    assert [] == expectations([], [], day)


def test_expectation_says_of_what_and_along_which_path() -> None:
    """An expectation names its indicator, its day and its path, on a way or without one."""
    for baseline in (BEGUN, None):
        level = _level(Trajectory.S_CURVE, baseline)
        found = expected(level, date(2008, 3, 27))

        assert (level, date(2008, 3, 27), Trajectory.S_CURVE) == (
            found.indicator,
            found.day,
            found.profile,
        )


def test_expected_by_the_targets_of_a_later_day() -> None:
    """What was expected on a day may be asked with the targets as they were revised since."""
    revision = Revision(value=100, date=date(2009, 1, 1))
    target = Target(period=Period.year(2009), value=80, revisions=[revision])
    level = evolve(_level(), targets=[target])
    day = date(2008, 12, 31)
    (before,), (after,) = (expectations([level], [day], known) for known in (day, date(2009, 1, 1)))

    assert ("80", "100") == (str(before.target), str(after.target))
    assert before == expected(level, day)


def test_one_day_an_indicator() -> None:
    """Days that are not as many as the indicators are refused: none is left out in silence."""
    with pytest.raises(ValueError, match="shorter"):
        expectations([_level(), _level()], [date(2008, 3, 27)], date(2008, 3, 27))
