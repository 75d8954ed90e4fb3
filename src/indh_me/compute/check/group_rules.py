"""Rules about targets that are set for groups."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from indh_me.errors import key_path
from indh_me.model import Accumulation, Dimension, Framework, Indicator, Period, Target, UnitKind

from .finding import Finding, Severity
from .planned import final_value, mismatch, plan_path
from .rule import Check, Rule, of_framework

__all__ = ["CHECKS", "groups_and_totals", "unlisted_dimensions"]

GROUPS = Rule(
    "ME032",
    "group-targets-not-matching",
    Severity.WARNING,
    "the targets of groups exceed that for the total, or do not reach it though all are set",
)
UNLISTED = Rule(
    "ME037",
    "dimension-not-listed",
    Severity.WARNING,
    "a target is set for a category of a dimension that its indicator does not list",
)

#: Units whose categories add up to the total.
ADDITIVE = frozenset({UnitKind.COUNT, UnitKind.CURRENCY})
#: Accumulations under which groups do not: each has its best period, or its own denominators.
SEPARATE = frozenset({Accumulation.PEAK, Accumulation.RATIO})


@frozen
class _Parents:
    """The parent of each category of a dimension, and how many have none."""

    of: Mapping[str, str | None]
    roots: tuple[str, ...]

    @classmethod
    def in_(cls, dimension: Dimension) -> "_Parents":
        parents = {each.code: each.parent for each in dimension.categories}
        return cls(parents, tuple(code for code, above in parents.items() if above is None))

    def is_inside(self, code: str, given: Mapping[str, Target]) -> bool:
        """Tell whether a category is part of another that has a target."""
        above = self.of[code]
        while above is not None and above not in given:
            above = self.of[above]
        return above is not None


def groups_and_totals(framework: Framework) -> Iterator[Finding]:
    """Find targets of groups that do not come to the target for the total."""
    dimensions = {
        each.code: _Parents.in_(each) for each in framework.dimensions if not each.overlapping
    }
    for indicator in framework.indicators:
        if indicator.unit.kind not in ADDITIVE or indicator.accumulation in SEPARATE:
            continue
        groups = _groups(indicator)
        if not groups:
            continue
        totals = {target.period: target for target in indicator.total_targets}
        for (period, dimension), given in groups.items():
            total, parents = totals.get(period), dimensions.get(dimension)
            if total is None or parents is None:
                continue
            alike = {
                code: each for code, each in given.items() if each.cumulative == total.cumulative
            }
            parts = [each for code, each in alike.items() if not parents.is_inside(code, alike)]
            # A country has tens of thousands of places: they are looked up if enough are given.
            complete = len(alike) >= len(parents.roots) and all(
                code in alike for code in parents.roots
            )
            wrong = mismatch(map(final_value, parts), final_value(total), complete=complete)
            if wrong is not None:
                yield GROUPS.found(
                    place=plan_path(indicator, total),
                    message=f"{indicator.code} in {period}: the targets by {dimension} come to "
                    f"{wrong}",
                    mend="correct the target for the total or those of its groups",
                    indicator=indicator.code,
                )


def _groups(indicator: Indicator) -> dict[tuple[Period, str], dict[str, Target]]:
    """Give the targets by category of one dimension alone, by period and dimension."""
    found: dict[tuple[Period, str], dict[str, Target]] = {}
    for target in indicator.targets:
        pairs = target.categories.pairs
        if len(pairs) == 1:
            ((dimension, category),) = pairs
            found.setdefault((target.period, dimension), {})[category] = target
    return found


def unlisted_dimensions(framework: Framework) -> Iterator[Finding]:
    """Find dimensions that targets use and the indicator does not list, one finding each."""
    for indicator in framework.indicators:
        used = {
            dimension: None
            for target in indicator.targets
            if not target.categories.is_total
            for dimension in target.categories.dimensions
        }
        for dimension in used:
            if dimension not in indicator.dimensions:
                yield UNLISTED.found(
                    place=f"{key_path('indicators', indicator.code)}.targets_by_category",
                    message=f"targets of {indicator.code} are set by {dimension}, which is none "
                    "of its dimensions",
                    mend=f"add '{dimension}' to its dimensions",
                    indicator=indicator.code,
                )


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (GROUPS, of_framework(groups_and_totals)),
    (UNLISTED, of_framework(unlisted_dimensions)),
)
