"""Dates of expected achievement."""

import math
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest

from indh_me.compute.projection import (
    ArrivalReason,
    ProjectionReason,
    expected_date,
    project_panel,
)
from indh_me.errors import Fault, InvalidInputError

#: What a user may give by mistake.
Anything: TypeAlias = Any
NAN = np.nan
PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "arrival.md"
YEARS = [2003, 2004, 2005, 2006]


def test_drift_by_hand() -> None:
    """Of the drift, three years wanting 3 at 2 a year, the ends solve 3 H² - 14 H + 9 = 0."""
    found = expected_date([[0, 3, 4]], YEARS[:3], 7, "increase", method="drift", level=0.5)
    root = math.sqrt(22)

    assert [2006.5] == pytest.approx(found.date.tolist(), abs=1e-7)
    assert [2005 + (7 - root) / 3] == pytest.approx(found.earliest.tolist(), abs=1e-7)
    assert [2005 + (7 + root) / 3] == pytest.approx(found.latest.tolist(), abs=1e-7)
    assert ([None], [True], [None], {}) == (
        found.reason.tolist(),
        found.is_identified.tolist(),
        found.words.tolist(),
        found.reason_counts,
    )
    assert (0.5, 50.0) == (found.level, found.until)


@pytest.mark.parametrize("method", ["drift", "ols", "theil_sen", "holt"])
def test_a_line_arrives_exactly(method: str) -> None:
    """A straight line meets its target on its date, and the interval closes on it."""
    rising = expected_date([[10, 12, 14, 16]], YEARS, 21, "increase", method=method)
    falling = expected_date([[16, 14, 12, 10]], YEARS, 5, "decrease", method=method)

    for found in (rising, falling):
        for each in (found.earliest, found.date, found.latest):
            assert [2008.5] == pytest.approx(each.tolist(), abs=1e-6)


def test_the_projection_meets_the_target_then() -> None:
    """Projected to the three dates, the near end, the point and the far end are at the target."""
    y = [[4, 6, 7, 9, 10, 12, 13, 15, 16, 18]]
    found = expected_date(y, None, 24, "increase", bounds=(0, 100), level=0.4)
    for when, name in ((found.earliest, "high"), (found.date, "point"), (found.latest, "low")):
        made = project_panel(y, at=when, bounds=(0, 100), level=0.4)

        assert 24 == pytest.approx(getattr(made, name).item(), rel=1e-8)


@pytest.mark.parametrize("method", ["logit_trend", "log_linear"])
def test_on_the_scale_of_the_fit(method: str) -> None:
    """A method of logits or logarithms arrives where its own curve does."""
    y = [[60, 67, 72, 78]]
    found = expected_date(y, YEARS, 90, "increase", method=method, bounds=(0, 100))
    made = project_panel(y, YEARS, at=found.date, method=method, bounds=(0, 100))

    assert 90 == pytest.approx(made.point.item(), rel=1e-8)
    assert found.earliest < found.date < found.latest


def test_growth_beyond_all_numbers_later() -> None:
    """A growth that would leave all numbers within the limit still arrives before."""
    y = [[1.0, 1e8, 1e16, 1e24]]
    found = expected_date(y, YEARS, 1e28, "increase", method="log_linear")

    assert [2006.5] == pytest.approx(found.date.tolist(), abs=1e-6)
    assert ["too_large"] == [
        each.value for each in project_panel(y, horizon=50, method="log_linear").reason
    ]


@pytest.mark.parametrize(
    ("y", "target", "expected"),
    [
        ([4, 6, 7, 9], NAN, "no_target"),
        ([NAN, NAN, 7, NAN], 9, "no_projection"),
        ([4, 6, 7, np.inf], 9, "no_projection"),
        ([4, 6, 7, 9], 9, "already_met"),
        ([NAN, 6, 10, NAN], 9, "already_met"),
        ([NAN, 6, 7, NAN], 9, "no_interval"),
        ([4, 6, 7, 9], 900, "beyond_limit"),
        ([9, 7, 6, 4], 10, "no_trend_towards_target"),
        ([5, 5, 5, 5], 6, "no_trend_towards_target"),
        ([4, 6, 7, 9], np.inf, "no_trend_towards_target"),
        ([4, 6, 7, 9], 12, "trend_not_significant"),
        ([4, 6, 7, 9], -np.inf, "already_met"),
    ],
)
def test_why_there_is_no_date(y: list[float], target: float, expected: str) -> None:
    """Where no date is expected the first reason is said, and only a target met has a date."""
    found = expected_date([y], YEARS, target, "increase")

    assert ([expected], [False]) == (found.words.tolist(), found.is_identified.tolist())
    assert {ArrivalReason(expected): 1} == found.reason_counts
    assert (expected != "already_met") == np.isnan(found.date).item()
    assert np.isnan(found.latest).all()


def test_a_far_end_beyond_the_limit() -> None:
    """A far end that comes later than the limit is no end of the interval yet."""
    y = [[4, 6, 7, 9, 10, 12, 13, 15, 16, 18]]
    dated = partial(expected_date, y, range(1998, 2008), 24, "increase", level=0.99)
    early, late = dated(method="drift", until=6), dated(method="drift", until=60)

    assert ["interval_beyond_limit"] == early.words.tolist()
    assert ["beyond_limit"] == expected_date(y, None, 24, "increase", until=3).words.tolist()
    assert np.isnan([early.date, early.latest]).all()
    assert early.earliest == pytest.approx(late.earliest, abs=1e-6)
    assert 2013 < late.latest.item() < 2067


def test_met_on_the_date_of_the_last_figure() -> None:
    """What is met already was met by the last figure, on its date, and nothing is expected."""
    found = expected_date([[4, 6, 9, NAN]], YEARS, 9, "increase")

    assert [2005.0] == found.date.tolist()
    assert np.isnan([found.earliest, found.latest]).all()


def test_why_there_is_no_projection() -> None:
    """Beside the reason of the date stands that of the projection."""
    panel: list[list[float]] = [[4, 6, 7, np.inf], [4, 6, 7, 9]]
    found = expected_date(panel, YEARS, 9.5, "increase")

    assert [ProjectionReason.INFINITE_VALUE, None] == found.refusal.tolist()


def test_gaps_and_own_dates() -> None:
    """Series that end on different dates, or have their own, arrive as they do alone."""
    values: list[list[float]] = [[0, 3, 4, NAN], [0, 3, NAN, 4], [0, 3, 4, 6]]
    times: list[list[float]] = [
        [2003, 2004, 2005, 2006],
        [2003, 2004, 2005, 2005.5],
        [1990, 1991, 1993, 1994],
    ]
    options: dict[str, Anything] = {"method": "drift", "level": 0.5}
    for when in ([YEARS] * 3, times):
        given: Anything = YEARS if when[0] is YEARS else when
        found = expected_date(values, given, [7, 8, 7], "increase", **options)
        for row, (y, target) in enumerate(zip(values, (7, 8, 7), strict=True)):
            alone = expected_date([y], when[row], target, "increase", **options)
            for name in ("date", "earliest", "latest"):
                assert getattr(alone, name)[0] == pytest.approx(
                    getattr(found, name)[row], abs=1e-7, nan_ok=True
                )


def test_errors_widen_the_interval_of_the_date() -> None:
    """Standard errors leave the date, and move the ends of its interval apart."""
    y = [[10.0, 12, 14, 16]]
    plain = expected_date(y, YEARS, 21, "increase", method="drift", level=0.5)
    found = expected_date(
        y, YEARS, 21, "increase", method="drift", level=0.5, errors=np.ones((1, 4))
    )

    assert plain.date == pytest.approx(found.date)
    assert found.earliest < plain.earliest
    assert found.latest > plain.latest


def test_dates_as_dates() -> None:
    """Days are taken as years."""
    days = np.array(["2003", "2004", "2005"], "datetime64[Y]")
    found = expected_date([0, 3, 4], days, [7], "increase", method="drift", level=0.5)

    assert [2006.5] == pytest.approx(found.date.tolist(), abs=1e-7)


def test_nobody_to_arrive() -> None:
    """A panel without series has no dates."""
    found = expected_date(np.empty((0, 4)), None, 5, "increase")

    assert (0,) == found.date.shape == found.words.shape == found.is_identified.shape


@pytest.mark.parametrize("target", [[1, 2], [[1]], np.ones((3, 1))])
def test_targets_that_do_not_fit(target: Anything) -> None:
    """A target is one number, or one for each series."""
    with pytest.raises(InvalidInputError) as error:
        expected_date(np.ones((3, 4)), None, target, "increase")

    assert (
        Fault(
            f"'target' of shape '{np.shape(target)}' does not fit 3 series",
            "target",
            "give one number, or one for each series",
        )
        == error.value.faults[0]
    )


@pytest.mark.parametrize("until", [0, -1, NAN, math.inf, True, "50"])
def test_no_limit(until: Anything) -> None:
    """The limit is a number of years above zero."""
    with pytest.raises(InvalidInputError) as error:
        expected_date([[4, 6, 7, 9]], None, 12, "increase", until=until)
    shown = until if isinstance(until, str) else str(until)

    assert (
        Fault(
            f"'{shown}' is no number of years to look ahead",
            "until",
            "give a number above zero, such as 50",
        )
        == error.value.faults[0]
    )


def test_to_maintain_has_no_date() -> None:
    """To stay in a band is no target to come."""
    with pytest.raises(InvalidInputError, match="maintain"):
        expected_date([[4, 6, 7, 9]], None, 12, "maintain")


@pytest.mark.parametrize("reason", list(ArrivalReason))
def test_reason_is_explained(reason: ArrivalReason) -> None:
    """The page on dates explains each reason."""
    assert f"| `{reason.value}` |" in PAGE.read_text("utf-8")
