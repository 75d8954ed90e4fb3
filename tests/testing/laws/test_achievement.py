from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from broken_laws import broken
from indh_me.compute import Achievement
from indh_me.errors import InvalidInputError
from indh_me.testing import assert_achievement_laws

Figure = float | None
Rate = Callable[[Figure, Figure, Figure, str], object]


def by_hand(actual: Figure, target: Figure, baseline: Figure, direction: str) -> Figure:
    """Compute progress from the baseline, or the share of the target where there is none."""
    if actual is None or target is None:
        return None
    if baseline is None:
        return actual / target if direction == "increase" and target != 0 else None
    return None if target == baseline else (actual - baseline) / (target - baseline)


def of_target(actual: Figure, target: Figure, _baseline: Figure, direction: str) -> Figure:
    """Compute the share of the target."""
    if actual is None or target is None or target == 0 or direction == "decrease":
        return None
    return actual / target


def library(actual: Figure, target: Figure, baseline: Figure, direction: str) -> Figure:
    """Compute the rate as the library does."""
    made = Achievement.of(actual, target, baseline, direction=direction, level=True)
    return None if made.rate is None else made.rate.best


def library_ratio(actual: Figure, target: Figure, baseline: Figure, direction: str) -> Figure:
    """Compute the share of the target as the library does."""
    made = Achievement.of(actual, target, baseline, direction=direction, method="target_ratio")
    return None if made.rate is None else made.rate.best


def test_good_functions_pass() -> None:
    """The library's own rates, and those written by hand, keep all laws."""
    for method in ("baseline_adjusted", "target_ratio"):
        rates = {"baseline_adjusted": (by_hand, library)}.get(method, (of_target, library_ratio))
        for rate in rates:
            assert_achievement_laws(rate, method=method)


def test_numbers_of_numpy_are_numbers() -> None:
    """A rate may be a number of numpy's."""

    def in_numpy(*given: object) -> object:
        made = by_hand(*given)  # type: ignore[arg-type]
        return None if made is None else np.float64(made)

    assert_achievement_laws(in_numpy)


def test_percent_of_one_direction() -> None:
    """A function may answer in percent, and be made for one direction only."""

    def percent(actual: Figure, target: Figure, baseline: Figure, direction: str) -> Figure:
        if direction == "decrease":
            raise NotImplementedError
        made = by_hand(actual, target, baseline, direction)
        return None if made is None else 100 * made

    assert_achievement_laws(percent, whole=100, directions="increase")


def _swapped(a: Figure, t: Figure, b: Figure, way: str) -> Figure:
    made = by_hand(a, t, b, way)
    return None if made is None else -made if way == "decrease" else made


def _ignores_baseline(a: Figure, t: Figure, _b: Figure, _way: str) -> Figure:
    return None if a is None or t is None or t == 0 else a / t


def _zero_is_missing(a: Figure, t: Figure, b: Figure, way: str) -> Figure:
    return by_hand(a, t, b, way) if a else None


def _zero_target_is_missing(a: Figure, t: Figure, b: Figure, way: str) -> Figure:
    return by_hand(a, t, b, way) if t else None


def _missing_is_zero(a: Figure, t: Figure, b: Figure, way: str) -> Figure:
    return by_hand(a or 0, t, b, way)


def _rounds(a: Figure, t: Figure, b: Figure, way: str) -> Figure:
    made = by_hand(a, t, b, way)
    return None if made is None else round(made, 2)


def _rounds_figures(a: Figure, t: Figure, b: Figure, way: str) -> Figure:
    return by_hand(None if a is None else round(a), t, b, way)


def _caps(a: Figure, t: Figure, b: Figure, way: str) -> Figure:
    made = by_hand(a, t, b, way)
    return None if made is None else min(made, 1)


def _cuts_off(a: Figure, t: Figure, b: Figure, way: str) -> Figure:
    made = by_hand(a, t, b, way)
    return None if made is None else max(made, 0)


def _nothing_to_do_is_done(a: Figure, t: Figure, b: Figure, way: str) -> Figure:
    return 1.0 if t is not None and t == b else by_hand(a, t, b, way)


def _reads_backwards(a: Figure, t: Figure, b: Figure, _way: str) -> Figure:
    return by_hand(a, t, b, "increase")


def _percent(a: Figure, t: Figure, b: Figure, way: str) -> Figure:
    made = by_hand(a, t, b, way)
    return None if made is None else 100 * made


def _no_target_is_met(a: Figure, t: Figure, b: Figure, way: str) -> Figure:
    return 1.0 if t is None else by_hand(a, t, b, way)


def _divides_by_zero(a: Figure, t: Figure, b: Figure, way: str) -> Figure:
    if a is None or t is None:
        return None
    if b is None:
        return a / t if way == "increase" else None
    return (a - b) / (t - b)


EXAMPLES = 25  # are enough to find what was planted
PLANTED: list[tuple[Any, str]] = [
    (_swapped, "Where the target is reached exactly, the rate is 1."),
    (_swapped, "A decrease is an increase seen in a mirror."),
    (_ignores_baseline, "Where nothing has moved from the baseline, the rate is 0."),
    (_ignores_baseline, "Another unit, or another zero, changes no rate."),
    (_zero_is_missing, "Where nothing has moved from the baseline, the rate is 0."),
    (_zero_target_is_missing, "A target of 0 is a target."),
    (_missing_is_zero, "A figure that is not reported has no rate: missing is not zero."),
    (_rounds, "The rate is the share of the way that is gone, not rounded."),
    (_rounds_figures, "The rate is the share of the way that is gone, not rounded."),
    (_caps, "Beyond the target the rate is more than 1, not capped."),
    (_cuts_off, "Behind the baseline the rate is below 0, not cut off."),
    (_nothing_to_do_is_done, "Where the target is the baseline, there is no rate."),
    (_reads_backwards, "Without a baseline, what should decrease has no rate."),
    (_percent, "Where the target is reached exactly, the rate is 1."),
    (_no_target_is_met, "Without a target there is no rate."),
    (_divides_by_zero, "The function answers whatever the figures, and raises nothing."),
]


@pytest.mark.parametrize(
    ("rate", "law"), PLANTED, ids=[f"{rate.__name__}: {law}" for rate, law in PLANTED]
)
def test_planted_error_is_found(rate: Rate, law: str) -> None:
    """Each error that was planted in a rate breaks the law that forbids it."""
    assert law in broken(lambda: assert_achievement_laws(rate, max_examples=EXAMPLES))


@pytest.mark.parametrize(
    ("rate", "law"),
    [
        (by_hand, "The rate is the share of the target, whatever the baseline."),
        (_ignores_baseline, "What should decrease has no such rate: it would read backwards."),
    ],
)
def test_other_method_is_found(rate: Rate, law: str) -> None:
    """A function that computes by another method than it says breaks a law."""
    assert law in broken(lambda: assert_achievement_laws(rate, method="target_ratio"))


EXPECTED = """\
Beyond the target the rate is more than 1, not capped.
  example:  _caps(actual=0.1251220703125, target=0.125, baseline=0.0, direction='increase')
  expected: 1.0009765625
  got:      1.0"""


def test_breach_is_told_plainly() -> None:
    """A broken law is told with its sentence, the simplest call, what was expected, what came."""
    told = broken(lambda: assert_achievement_laws(_caps, directions="increase"))

    assert [EXPECTED] == [text for law, text in told.items() if "capped" in law]


@pytest.mark.parametrize(
    "asked", [{"method": "milestone"}, {"directions": ()}, {"directions": "up"}, {"whole": 0}]
)
def test_no_laws_for_what_is_unknown(asked: dict[str, object]) -> None:
    """For a method, a direction or a whole that there are no laws for, the mend is told."""
    with pytest.raises(InvalidInputError) as caught:
        assert_achievement_laws(by_hand, **asked)  # type: ignore[arg-type]

    assert all(fault.mend for fault in caught.value.faults)
