"""The list of rules, and the function that runs them."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property

from attrs import frozen

from indh_me.compute.reporting import ReportingSet, reporting_set
from indh_me.model import Framework, Observations

from . import data_rules, framework_rules, milestone_rules
from .finding import Finding, Severity
from .reconciliation import totals_and_categories

__all__ = ["RULES", "Rule", "check"]


@frozen(slots=False)
class Subject:
    """What the rules look at."""

    framework: Framework
    observations: Observations
    as_of: date | None

    @cached_property
    def everything(self) -> ReportingSet:
        """All observations, of any date."""
        return reporting_set(self.observations, date.max)


Search = Callable[[Subject], Iterator[Finding]]


@frozen
class Rule:
    """A rule of the linter.

    Parameters
    ----------
    id
        Stable id; it never changes its meaning.
    name
        Short name.
    severity
        How much its findings matter.
    about
        What it finds, in a sentence.
    searches
        Functions that find it.
    """

    id: str
    name: str
    severity: Severity
    about: str
    searches: tuple[Search, ...]


def _of_framework(search: Callable[[Framework], Iterator[Finding]]) -> Search:
    return lambda subject: search(subject.framework)


def _of_data(search: Callable[[Framework, ReportingSet], Iterator[Finding]]) -> Search:
    return lambda subject: search(subject.framework, subject.everything)


def _overdue(subject: Subject) -> Iterator[Finding]:
    if subject.as_of is None:
        return iter(())
    counted = reporting_set(subject.observations, subject.as_of)
    return milestone_rules.overdue_milestones(subject.framework, counted, subject.as_of)


#: Every rule, in the order of ids.
RULES = (
    Rule(
        "ME001",
        "overdue-milestone",
        Severity.WARNING,
        "a milestone is past its due date on the as-of date and not reported done",
        (_overdue,),
    ),
    Rule(
        "ME002",
        "missing-translation",
        Severity.WARNING,
        "a text lacks words in one of the framework's languages",
        (_of_framework(framework_rules.missing_translations),),
    ),
    Rule(
        "ME003",
        "unsourced-value",
        Severity.WARNING,
        "a target, baseline or observation has no source",
        (
            _of_framework(framework_rules.unsourced_values),
            _of_data(data_rules.unsourced_observations),
        ),
    ),
    Rule(
        "ME004",
        "unknown-code",
        Severity.ERROR,
        "an observation names an indicator, category or source that the framework does not have",
        (_of_data(data_rules.unknown_codes),),
    ),
    Rule(
        "ME005",
        "duplicate-observation",
        Severity.ERROR,
        "two figures are given for the same indicator, period and categories",
        (_of_data(data_rules.duplicates),),
    ),
    Rule(
        "ME006",
        "total-not-matching-categories",
        Severity.WARNING,
        "categories exceed their total, or do not reach it though all are reported",
        (_of_data(totals_and_categories),),
    ),
    Rule(
        "ME007",
        "overlapping-periods",
        Severity.ERROR,
        "figures that add up are given for periods with days in common",
        (_of_data(data_rules.overlaps),),
    ),
    Rule(
        "ME008",
        "milestone-figure",
        Severity.ERROR,
        "a milestone is reported by a figure that says neither done nor not done",
        (_of_data(milestone_rules.more_or_less_than_done),),
    ),
)


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
    >>> [finding.id for finding in check(framework, as_of=date(2008, 3, 27))]
    ['ME001', 'ME003']
    """
    table = Observations() if observations is None else observations
    subject = Subject(framework, table, as_of)
    return tuple(
        finding for rule in RULES for search in rule.searches for finding in search(subject)
    )
