"""The function that runs the rules."""

from datetime import date

from indh_me.model import Framework, Observations

from .finding import Finding
from .registry import CHECKS
from .rule import Subject

__all__ = ["check"]


def check(
    framework: Framework,
    observations: Observations | None = None,
    *,
    as_of: date | None = None,
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

    Returns
    -------
    tuple[Finding, ...]
        In the order of rules, then of places. It never raises for what it looks at.

    Examples
    --------
    >>> from indh_me.model import Indicator, Period
    >>> late = Indicator.milestone("C-P1", due=Period.year(2007))
    >>> framework = Framework(code="DEMO", languages=["fr"], indicators=[late])
    >>> [finding.id for finding in check(framework, as_of=date(2008, 3, 27))][:1]
    ['ME001']
    """
    table = Observations() if observations is None else observations
    subject = Subject(framework, table, as_of)
    return tuple(finding for _, search in CHECKS for finding in search(subject))
