"""The function that runs the rules."""

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from indh_me.model import Framework, Observations

from .finding import Finding
from .registry import CHECKS
from .rule import Subject, sees_enough
from .selection import chosen_rules
from .suppressions import UNUSED, Suppressions, unused_suppressions

__all__ = ["check"]


def check(
    framework: Framework,
    observations: Observations | None = None,
    *,
    as_of: date | None = None,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    suppressed: bool = False,
) -> tuple[Finding, ...]:
    """Find what is wrong with a framework and its data.

    Parameters
    ----------
    framework
        What to look at.
    observations
        What was reported, of any date.
    as_of
        Day for the rules that need one (overdue milestones); without it they find nothing.
    select
        Rules to run: ids, what ids begin with, or names. None at all runs every rule.
    ignore
        Rules to leave out of those, written the same way.
    suppressed
        Whether to give the findings that the framework suppresses too, each with the reason.

    Returns
    -------
    tuple[Finding, ...]
        In the order of rules, then of places. It never raises for what it looks at.

    Raises
    ------
    UnknownCodeError
        For a rule that does not exist, with the nearest one.

    Examples
    --------
    >>> from indh_me.model import Indicator, Period
    >>> late = Indicator.milestone("C-P1", due=Period.year(2007))
    >>> framework = Framework(code="DEMO", languages=["fr"], indicators=[late])
    >>> [finding.id for finding in check(framework, as_of=date(2008, 3, 27))][:1]
    ['ME001']
    >>> check(framework, as_of=date(2008, 3, 27), select=["ME005", "ME006"])
    ()
    """
    chosen = chosen_rules(select, ignore)
    suppressions = Suppressions.of(framework)
    # Whether a suppression is used, only its rule can tell, picked or not.
    needed = chosen | suppressions.rules if UNUSED.id in chosen else chosen
    table = Observations() if observations is None else observations
    subject = Subject(framework, table, as_of)
    found: list[Finding] = []
    used: set[int] = set()
    judged: dict[str, bool] = {}
    for rule, search in CHECKS:
        judged[rule.id] = judged.get(rule.id, True) and sees_enough(search, subject)
        if rule.id not in needed:
            continue
        for finding in search(subject):
            covering = suppressions.covering(finding)
            used.update(covering)
            if rule.id in chosen and not covering:
                found.append(finding)
            elif rule.id in chosen and suppressed:
                reason = framework.suppressions[covering[-1]].reason
                found.append(evolve(finding, suppressed=reason))
    if UNUSED.id in chosen:
        found += unused_suppressions(framework, used, judged)
    return tuple(sorted(found, key=lambda finding: finding.id))
