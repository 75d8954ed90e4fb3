"""Rules about targets: whether there are any, what they ask for and how they were revised."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from indh_me.compute.method import baseline_of, method_of
from indh_me.errors import key_path
from indh_me.model import Accumulation, Direction, Framework, Indicator, Method, Target

from .finding import Finding, Severity
from .planned import final_value, is_below, plan_path, values_of
from .rule import Check, Rule, of_framework

__all__ = [
    "CHECKS",
    "missing_targets",
    "targets_moving_backwards",
    "unexplained_revisions",
    "zero_targets",
]

ZERO = Rule(
    "ME011",
    "zero-target",
    Severity.WARNING,
    "a target is zero, but the rate is a ratio of it",
)
BACKWARDS = Rule(
    "ME013",
    "target-moving-backwards",
    Severity.WARNING,
    "a target asks for less than the one before it",
)
MISSING = Rule(
    "ME019",
    "indicator-without-target",
    Severity.WARNING,
    "an indicator has no target",
)
UNEXPLAINED = Rule(
    "ME021",
    "revision-without-rationale",
    Severity.WARNING,
    "a target was revised, and nobody says why",
)

#: Accumulations over a period: only periods one after the other can be compared.
POOLED = frozenset({Accumulation.MEAN, Accumulation.RATIO})


def zero_targets(framework: Framework) -> Iterator[Finding]:
    """Find targets that are zero where the rate divides by them."""
    for indicator in framework.indicators:
        for target in indicator.targets:
            for revision, value in values_of(target):
                if value.low == 0 == value.high and _divides(indicator, target):
                    yield ZERO.found(
                        place=plan_path(indicator, target, revision),
                        message=f"target '{value}' for {target.period}: no rate can be a ratio "
                        "of zero",
                        mend=_mend_of_zero(indicator),
                        indicator=indicator.code,
                    )


def _divides(indicator: Indicator, target: Target) -> bool:
    """Tell whether the rate is a ratio of a target."""
    return (
        target.categories.is_total
        and indicator.direction is not Direction.MAINTAIN
        and method_of(indicator) is Method.TARGET_RATIO
    )


def _mend_of_zero(indicator: Indicator) -> str:
    if indicator.unit.is_milestone:
        return "write true, for what is to be done by then"
    give = "give a baseline and " if baseline_of(indicator) is None else ""
    return (
        f'{give}write method = "baseline_adjusted"; leave out the target of a period in which '
        "nothing is planned"
    )


def targets_moving_backwards(framework: Framework) -> Iterator[Finding]:
    """Find targets less ambitious than the one before, for all values inside the bounds."""
    for indicator in framework.indicators:
        if len(indicator.targets) > 1 and indicator.direction is not Direction.MAINTAIN:
            yield from _moving_backwards(indicator)


def _moving_backwards(indicator: Indicator) -> Iterator[Finding]:
    rising = indicator.direction is Direction.INCREASE
    for before, target in pairwise(_in_line(indicator)):
        past, value = final_value(before), final_value(target)
        less = is_below(value, past) if rising else is_below(past, value)
        if less and _follows(indicator, before, target) and not _is_explained(target):
            yield BACKWARDS.found(
                place=plan_path(indicator, target),
                message=f"target '{value}' for {target.period} is behind '{past}' for "
                f"{before.period}, but {indicator.code} should {indicator.direction.value}",
                mend="correct one of the two, or revise the later one with a rationale",
                indicator=indicator.code,
            )


def _in_line(indicator: Indicator) -> list[Target]:
    """Give the targets that lead on from each other, in the order of their last days."""
    if indicator.accumulation is Accumulation.PEAK:
        # The best period may well be an early one.
        return []
    flow = indicator.accumulation is Accumulation.SUM
    found = [
        each
        for each in indicator.targets
        if len(each.categories.pairs) == 0 and (each.cumulative or not flow)
    ]
    found.sort(key=_last_day)
    return found


def _last_day(target: Target) -> date:
    return target.period.end


def _follows(indicator: Indicator, before: Target, target: Target) -> bool:
    if indicator.accumulation in POOLED:
        return target.period.start > before.period.end
    return target.period.end > before.period.end


def _is_explained(target: Target) -> bool:
    return len(target.revisions) > 0 and target.revisions[-1].rationale is not None


def missing_targets(framework: Framework) -> Iterator[Finding]:
    """Find indicators that aim at nothing; milestones have a rule of their own."""
    for indicator in framework.indicators:
        if len(indicator.targets) > 0 or indicator.unit.is_milestone:
            continue
        maintained = indicator.direction is Direction.MAINTAIN
        if maintained and indicator.band is not None:
            continue
        yield MISSING.found(
            place=key_path("indicators", indicator.code),
            message=f"{indicator.code} has no target",
            mend="write the band to stay in" if maintained else "set a target for a period",
            indicator=indicator.code,
        )


def unexplained_revisions(framework: Framework) -> Iterator[Finding]:
    """Find revisions of targets without a rationale."""
    for indicator in framework.indicators:
        for target in indicator.targets:
            for number, revision in enumerate(target.revisions):
                if revision.rationale is None:
                    whom = f"{target.period} {target.categories}".strip()
                    yield UNEXPLAINED.found(
                        place=plan_path(indicator, target, number),
                        message=f"the target for {whom} was revised on {revision.date} without a "
                        "rationale",
                        mend="say why it was changed: rationale",
                        indicator=indicator.code,
                    )


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (ZERO, of_framework(zero_targets)),
    (BACKWARDS, of_framework(targets_moving_backwards)),
    (MISSING, of_framework(missing_targets)),
    (UNEXPLAINED, of_framework(unexplained_revisions)),
)
