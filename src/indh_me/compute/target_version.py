"""The versions of a target: the original, and what it was revised to."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from indh_me.model import Quantity, Target, Text

from .achievement import Achievement, achievements

__all__ = ["TargetVersion", "versions_of"]


@frozen(kw_only=True)
class TargetVersion:
    """One version of a target, and what has been reached of it.

    Parameters
    ----------
    value
        The target, in the indicator's unit.
    decided
        Day on which it was revised to that; `None` for the original.
    rationale
        Why it was revised.
    achievement
        What has been reached of it.
    """

    value: Quantity
    decided: date | None
    rationale: Text | None
    achievement: Achievement


def versions_of(
    targets: Sequence[Target | None], made: Sequence[Achievement], as_of: date
) -> list[tuple[TargetVersion, ...]]:
    """Hold actuals against the original targets and against their revisions.

    Parameters
    ----------
    targets
        One an indicator; `None` where there is none.
    made
        What has been reached of the versions in force.
    as_of
        The day: later revisions are not known yet.

    Returns
    -------
    list[tuple[TargetVersion, ...]]
        The versions of each target, the original first, the one in force last; none at all for a
        target that has not been revised.
    """
    known = [
        []
        if target is None
        else [revision for revision in target.revisions if revision.date <= as_of]
        for target in targets
    ]
    rows = [
        (row, value, day, rationale)
        for row, (target, revisions) in enumerate(zip(targets, known, strict=True))
        if target is not None and revisions
        for value, day, rationale in (
            (target.value, None, None),
            *((each.value, each.date, each.rationale) for each in revisions),
        )
    ]
    of = [made[row] for row, *_ in rows]
    found = achievements(
        [each.actual for each in of],
        [value for _, value, _, _ in rows],
        [each.baseline for each in of],
        [each.direction for each in of],
        [each.method for each in of],
        [each.band for each in of],
        years=[each.years for each in of],
        target_years=[each.target_years for each in of],
    )
    versions: list[tuple[TargetVersion, ...]] = [()] * len(targets)
    for (row, value, day, rationale), achievement in zip(rows, found, strict=True):
        version = TargetVersion(
            value=value, decided=day, rationale=rationale, achievement=achievement
        )
        versions[row] = (*versions[row], version)
    return versions
