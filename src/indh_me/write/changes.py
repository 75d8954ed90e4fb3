"""Changes of a plan: what each target was, what it became, when and why."""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from indh_me.model import Indicator, Quantity, Target, Text

__all__ = ["Change", "changes_of"]


@frozen(kw_only=True)
class Change:
    """One revision of a target.

    Parameters
    ----------
    indicator, target
        Whose target it is, and which.
    date
        Day of the decision.
    version
        Of the plan: the original is 1, and each day of decisions makes a new one.
    old, new
        What the target was, and what it became.
    rationale
        Why.
    """

    indicator: Indicator
    target: Target
    date: date
    version: int
    old: Quantity
    new: Quantity
    rationale: Text | None


def changes_of(indicators: Iterable[Indicator], as_of: date) -> Iterator[Change]:
    """Give the changes of a plan that were decided by a day, in the order of decisions.

    Parameters
    ----------
    indicators
        All of the plan.
    as_of
        The day: later decisions are not known yet.

    Examples
    --------
    >>> from indh_me.model import Period, Revision
    >>> target = Target(
    ...     period=Period.year(2008),
    ...     value=20_000,
    ...     revisions=[Revision(value=22_000, date=date(2008, 6, 1))],
    ... )
    >>> trained = Indicator(
    ...     code="T1", unit="count", direction="increase", accumulation="sum", targets=[target]
    ... )
    >>> [(each.version, str(each.old)) for each in changes_of([trained], date(2009, 1, 1))]
    [(2, '20000')]
    """
    found = [
        (revision.date, indicator, target, old, revision)
        for indicator in indicators
        for target in indicator.targets
        for old, revision in zip(
            (target.value, *(each.value for each in target.revisions)),
            target.revisions,
            strict=False,
        )
        if revision.date <= as_of
    ]
    found.sort(key=lambda each: each[0])
    days = sorted({each[0] for each in found})
    versions = {day: number for number, day in enumerate(days, start=2)}
    for day, indicator, target, old, revision in found:
        yield Change(
            indicator=indicator,
            target=target,
            date=day,
            version=versions[day],
            old=old,
            new=revision.value,
            rationale=revision.rationale,
        )
