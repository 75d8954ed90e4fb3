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

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> revised = me.Revision(value=22_000, date=date(2008, 6, 1))
    >>> due = me.Target(period=me.Period.year(2008), value=20_000, revisions=[revised])
    >>> trained = me.Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum", targets=[due]
    ... )
    >>> framework = me.Framework(code="DEMO", languages=["fr"], indicators=[trained])
    >>> seen = me.Observations.from_columns(["T-R1"], ["2008"], [18_000])
    >>> row = me.assess(framework, seen, as_of=date(2008, 12, 31))["T-R1"]
    >>> [(str(each.value), str(each.achievement.rate)) for each in row.versions]
    [('20000', '0.9'), ('22000', '0.8181818181818182')]
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
    rows = [
        (row, *version)
        for row, target in enumerate(targets)
        if target is not None
        for version in _known(target, as_of)
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


def _known(target: Target, as_of: date) -> list[tuple[Quantity, date | None, Text | None]]:
    """Give value, day and rationale of the versions known on a day, none if there is but one."""
    revisions = [
        (each.value, each.date, each.rationale) for each in target.revisions if each.date <= as_of
    ]
    return [(target.value, None, None), *revisions] if revisions else []
