"""Rules about where an indicator starts from."""

from collections.abc import Iterator

from indh_me.compute.achievement import LEVELS
from indh_me.compute.method import baseline_of, method_of
from indh_me.errors import key_path
from indh_me.model import (
    Absence,
    Accumulation,
    Direction,
    Framework,
    Indicator,
    Method,
    Period,
    Quantity,
    Target,
)

from .finding import Finding, Severity
from .planned import is_below, plan_path, values_of
from .rule import Check, Rule, of_framework

__all__ = [
    "CHECKS",
    "baselines_after_targets",
    "missing_baselines",
    "targets_against_direction",
    "targets_equal_to_baseline",
]

AGAINST = Rule(
    "ME009",
    "target-against-direction",
    Severity.ERROR,
    "a target lies below the baseline of an indicator that should increase, or above that of one "
    "that should decrease",
)
EQUAL = Rule(
    "ME010",
    "target-equals-baseline",
    Severity.WARNING,
    "a target of an indicator that should change is its baseline",
)
LATE = Rule(
    "ME016",
    "target-not-after-baseline",
    Severity.WARNING,
    "the period of a baseline ends on or after the last day of a target's period",
)
MISSING = Rule(
    "ME020",
    "indicator-without-baseline",
    Severity.WARNING,
    "a level that should change, or a flow that should decrease, has no baseline",
)

#: Accumulations whose figures each stand for all that came before: two of them can be compared.
STANDING = LEVELS | {Accumulation.RUNNING_TOTAL}


def targets_against_direction(framework: Framework) -> Iterator[Finding]:
    """Find targets on the wrong side of the baseline, for all values inside the bounds."""
    for indicator, start, target in _changes(framework):
        rising = indicator.direction is Direction.INCREASE
        for revision, value in values_of(target):
            wrong = is_below(value, start) if rising else is_below(start, value)
            if wrong and _is_comparable(indicator, target):
                side = "below" if rising else "above"
                yield AGAINST.found(
                    place=plan_path(indicator, target, revision),
                    message=f"target '{value}' for {target.period} is {side} the baseline "
                    f"'{start}', but {indicator.code} should {indicator.direction.value}",
                    mend="correct the direction, the baseline or the target; the target of a level "
                    "is the level to reach, not the change",
                    indicator=indicator.code,
                )


def targets_equal_to_baseline(framework: Framework) -> Iterator[Finding]:
    """Find targets for which nothing is to change, though something should."""
    for indicator, start, target in _changes(framework):
        for revision, value in values_of(target):
            equal = start.low == start.high == value.low == value.high and value.low is not None
            if equal and _is_comparable(indicator, target):
                yield EQUAL.found(
                    place=plan_path(indicator, target, revision),
                    message=f"target '{value}' for {target.period} equals the baseline, but "
                    f"{indicator.code} should {indicator.direction.value}",
                    mend='correct the target or the baseline, or write direction = "maintain" and '
                    "the band to stay in",
                    indicator=indicator.code,
                )


def _changes(framework: Framework) -> Iterator[tuple[Indicator, Quantity, Target]]:
    """Give the targets of indicators that should change, for the total, with the baseline."""
    for indicator in framework.indicators:
        start = baseline_of(indicator)
        if start is not None and indicator.direction is not Direction.MAINTAIN:
            for target in indicator.targets:
                if len(target.categories.pairs) == 0:
                    yield indicator, start, target


def _is_comparable(indicator: Indicator, target: Target) -> bool:
    """Tell whether a target and the baseline are figures of the same sort.

    Two figures of a flow are when their periods are of one length.
    """
    if indicator.accumulation in STANDING:
        return True
    start = None if indicator.baseline is None else indicator.baseline.period
    if start is None:
        # Nobody says how long: what the rate will be computed from is what counts.
        return method_of(indicator) is Method.BASELINE_ADJUSTED
    return not target.cumulative and _is_as_long(start, target.period)


def _is_as_long(one: Period, other: Period) -> bool:
    months = one.months
    return one.days == other.days if months is None else months == other.months


def baselines_after_targets(framework: Framework) -> Iterator[Finding]:
    """Find baselines whose period ends when a target is due, or later."""
    for indicator in framework.indicators:
        baseline = indicator.baseline
        if baseline is None or baseline.period is None or len(indicator.targets) == 0:
            continue
        first = min(indicator.targets, key=_last_day)
        if baseline.period.end >= first.period.end:
            yield LATE.found(
                place=f"{key_path('indicators', indicator.code)}.baseline.period",
                message=f"the baseline of {baseline.period} is not older than the target for "
                f"{first.period}",
                mend="give the period before the programme in which the baseline was measured, or "
                "correct that of the target",
                indicator=indicator.code,
            )


def _last_day(target: Target) -> int:
    return target.period.end.toordinal()


def missing_baselines(framework: Framework) -> Iterator[Finding]:
    """Find indicators whose progress needs a baseline, and that have none."""
    for indicator in framework.indicators:
        baseline, direction = indicator.baseline, indicator.direction
        if baseline is not None and baseline.value is not Absence.NOT_REPORTED:
            continue
        level = indicator.accumulation in LEVELS and direction is Direction.INCREASE
        if indicator.unit.is_milestone or not (level or direction is Direction.DECREASE):
            continue
        path = key_path("indicators", indicator.code)
        yield MISSING.found(
            place=path if baseline is None else f"{path}.baseline",
            message=f"{indicator.code} has no baseline, but should {direction.value}",
            mend="measure where it starts from, or write that a baseline is not_applicable",
            indicator=indicator.code,
        )


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (AGAINST, of_framework(targets_against_direction)),
    (EQUAL, of_framework(targets_equal_to_baseline)),
    (LATE, of_framework(baselines_after_targets)),
    (MISSING, of_framework(missing_baselines)),
)
