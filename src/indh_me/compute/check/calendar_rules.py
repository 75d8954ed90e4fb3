"""Rules about the periods of targets that add up: how they lie side by side and in each other."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from attrs import Factory, define

from indh_me.model import Accumulation, Categories, Framework, Indicator, Target

from .finding import Finding, Severity
from .planned import final_value, mismatch, plan_path
from .rule import Check, Rule, of_framework

__all__ = ["CHECKS", "overlapping_targets", "parts_and_wholes"]

PARTS = Rule(
    "ME033",
    "part-targets-not-matching",
    Severity.WARNING,
    "the targets of a flow for the parts of a period do not add up to that for the whole",
)
OVERLAP = Rule(
    "ME036",
    "overlapping-target-periods",
    Severity.WARNING,
    "two targets of a flow are set for periods with days in common, of which neither holds the "
    "other",
)

ONE_DAY = timedelta(days=1)


@define
class _Whole:
    """A target, and those for parts of its period that stand directly below it."""

    target: Target
    parts: list[Target] = Factory(list)
    #: The longest of the targets before whose period shares days with this one's, but not all.
    overlapped: Target | None = None


def parts_and_wholes(framework: Framework) -> Iterator[Finding]:
    """Find targets for parts that fill a period, but miss the target for the whole."""
    for indicator, whole in _wholes(framework):
        if not _fill(whole):
            continue
        parts, target = whole.parts, whole.target
        wrong = mismatch(map(final_value, parts), final_value(target))
        if wrong is not None:
            group = f" ({target.categories})" if not target.categories.is_total else ""
            yield PARTS.found(
                place=plan_path(indicator, target),
                message=f"{indicator.code} in {target.period}{group}: the targets for "
                f"{parts[0].period} to {parts[-1].period} come to {wrong}",
                mend="correct the whole or its parts: targets of a flow add up",
                indicator=indicator.code,
            )


def overlapping_targets(framework: Framework) -> Iterator[Finding]:
    """Find targets for periods that overlap, though neither is part of the other."""
    for indicator, whole in _wholes(framework):
        target, other = whole.target, whole.overlapped
        if other is not None:
            yield OVERLAP.found(
                place=plan_path(indicator, target),
                message=f"{indicator.code}: the targets for {other.period} and {target.period} "
                "overlap, and neither holds the other",
                mend="set targets for periods side by side, or for a whole and its parts",
                indicator=indicator.code,
            )


def _wholes(framework: Framework) -> Iterator[tuple[Indicator, _Whole]]:
    """Give the targets of flows for what happens in a period, with those inside it."""
    for indicator in framework.indicators:
        if indicator.accumulation is not Accumulation.SUM or len(indicator.targets) <= 1:
            continue
        groups: dict[Categories, list[Target]] = {}
        for target in indicator.targets:
            if not target.cumulative:
                groups.setdefault(target.categories, []).append(target)
        for targets in groups.values():
            for whole in _nested(targets):
                yield indicator, whole


def _nested(targets: list[Target]) -> list[_Whole]:
    """Hang each target below the shortest one that holds it."""
    found: list[_Whole] = []
    around: list[_Whole] = []
    for target in sorted(targets, key=_longest_first):
        this = _Whole(target)
        while around and around[-1].target.period.end < target.period.end:
            ended = around.pop().target
            if ended.period.end >= target.period.start:
                this.overlapped = ended
        if around:
            around[-1].parts.append(target)
        around.append(this)
        found.append(this)
    return found


def _longest_first(target: Target) -> tuple[int, int]:
    return target.period.start.toordinal(), -target.period.end.toordinal()


def _fill(whole: _Whole) -> bool:
    """Tell whether the parts lie side by side and fill the period."""
    parts, period = whole.parts, whole.target.period
    return (
        len(parts) > 1
        and parts[0].period.start == period.start
        and parts[-1].period.end == period.end
        and all(one.period.end + ONE_DAY == next_.period.start for one, next_ in pairwise(parts))
    )


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (PARTS, of_framework(parts_and_wholes)),
    (OVERLAP, of_framework(overlapping_targets)),
)
