"""What a rule of the linter is, and what rules look at."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property

from attrs import frozen

from indh_me.compute.reporting import ReportingSet, reporting_set
from indh_me.errors import Place
from indh_me.model import Framework, Observations, Text

from .finding import Finding, Severity
from .ledger import Ledger
from .texts import At, doubtful_texts

__all__ = [
    "Check",
    "Rule",
    "Search",
    "Subject",
    "of_data",
    "of_framework",
    "sees_enough",
    "without_data",
    "without_day",
]


@frozen(slots=False)
class Subject:
    """What the rules look at.

    Parameters
    ----------
    framework
        The plan.
    observations
        What was reported, of any date.
    as_of
        Day for the rules that need one; without it they find nothing.
    """

    framework: Framework
    observations: Observations
    as_of: date | None

    @cached_property
    def doubtful_texts(self) -> tuple[tuple[Text, At], ...]:
        """Texts that deserve a second look, each with its place."""
        return tuple(doubtful_texts(self.framework))

    @cached_property
    def everything(self) -> ReportingSet:
        """All observations, of any date."""
        return reporting_set(self.observations, date.max)

    @cached_property
    def ledger(self) -> Ledger:
        """All observations of the plan's indicators, beside what the plan says of them."""
        return Ledger.of(self.framework, self.everything)

    @cached_property
    def counted(self) -> ReportingSet | None:
        """The observations that count on the day; `None` without a day."""
        return None if self.as_of is None else reporting_set(self.observations, self.as_of)


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

    Examples
    --------
    >>> rule = Rule("ME001", "overdue-milestone", Severity.WARNING, "a milestone is past its date")
    >>> rule.found(place="indicators.C-P1", message="overdue", mend="report it done").id
    'ME001'
    """

    id: str
    name: str
    severity: Severity
    about: str

    def found(
        self, *, place: Place | str, message: str, mend: str, indicator: str | None = None
    ) -> Finding:
        """Make a finding of this rule.

        Parameters
        ----------
        place
            Where it stands in the framework or the data.
        message
            What was found.
        mend
            What to do about it.
        indicator
            Code of the indicator it is about, if it is about one.
        """
        return Finding(
            id=self.id,
            severity=self.severity,
            place=place,
            message=message,
            mend=mend,
            indicator=indicator,
        )


#: Finds what a rule is about.
Search = Callable[[Subject], Iterator[Finding]]
#: A rule, and one of the searches that find what it is about.
Check = tuple[Rule, Search]


@frozen
class _Narrow:
    """A search that looks at less than it may."""

    look: Search
    needs_data: bool

    def __call__(self, subject: Subject) -> Iterator[Finding]:
        return self.look(subject)


def without_data(search: Search) -> Search:
    """Say of a search that it looks neither at the observations nor at the day.

    Parameters
    ----------
    search
        Looks at a subject.
    """
    return _Narrow(search, needs_data=False)


def without_day(search: Search) -> Search:
    """Say of a search that it does not look at the day.

    Parameters
    ----------
    search
        Looks at a subject.
    """
    return _Narrow(search, needs_data=True)


def of_framework(search: Callable[[Framework], Iterator[Finding]]) -> Search:
    """Make a search of what looks at the framework alone.

    Parameters
    ----------
    search
        Looks at a framework.
    """
    return without_data(lambda subject: search(subject.framework))


def of_data(search: Callable[[Framework, ReportingSet], Iterator[Finding]]) -> Search:
    """Make a search of what looks at the framework and at all observations, of any date.

    Parameters
    ----------
    search
        Looks at a framework and a reporting set.
    """
    return without_day(lambda subject: search(subject.framework, subject.everything))


def sees_enough(search: Search, subject: Subject) -> bool:
    """Tell whether it means something when a search finds nothing.

    Parameters
    ----------
    search
        One made with `of_framework` or `without_data` needs the framework, one made with
        `of_data` or `without_day` observations too. Any other may need a day as well.
    subject
        What it looks at.

    Examples
    --------
    >>> plan = Subject(Framework(code="DEMO", languages=["fr"]), Observations(), as_of=None)
    >>> sees_enough(of_framework(lambda framework: iter(())), plan)
    True
    >>> sees_enough(of_data(lambda framework, reporting: iter(())), plan)
    False
    """
    has_data = len(subject.observations) > 0
    if isinstance(search, _Narrow):
        return has_data or not search.needs_data
    return has_data and subject.as_of is not None
