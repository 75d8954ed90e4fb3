"""What filled workbooks come to: figures with their outcome, and cells to look at."""

from collections.abc import Iterable
from datetime import date
from enum import Enum

from attrs import field, frozen

from indh_me.model import Categories, Observation, Observations, Period
from indh_me.notebook import ShownInNotebook

from .entered import EnteredFigure, EntryFinding, EntryIssue

__all__ = [
    "Address",
    "CollectedFigure",
    "Collection",
    "Key",
    "Outcome",
    "address_of",
    "key_of",
]

Address = tuple[str, Period, Categories]
Key = tuple[str, date, date, tuple[tuple[str, str], ...]]


class Outcome(Enum):
    """What becomes of a figure that was entered.

    Examples
    --------
    >>> Outcome("changed") is Outcome.CHANGED
    True
    """

    #: Nothing was known of it.
    NEW = "new"
    #: Something else was known.
    CHANGED = "changed"
    #: The same was known.
    SAME = "same"
    #: Something is known, and the row was left blank: what is known stays.
    MISSING = "missing"
    #: The framework has no such indicator or group.
    UNKNOWN = "unknown"
    #: Several workbooks say different things.
    CONFLICT = "conflict"


def _to_entered(figures: Iterable[EnteredFigure]) -> tuple[EnteredFigure, ...]:
    return tuple(figures)


@frozen(kw_only=True)
class CollectedFigure:
    """A figure of the workbooks, and what is known of it.

    Parameters
    ----------
    outcome
        What becomes of it.
    entered
        The rows that say it; of a conflict those that differ.
    observation
        What was entered, with what is known beside it that no cell shows; `None` for what is
        missing or in conflict.
    known
        What was known, or `None`.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> due = me.Target(period=me.Period.year(2008), value=20_000)
    >>> trained = me.Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum", targets=[due]
    ... )
    >>> framework = me.Framework(code="DEMO", languages=["fr"], indicators=[trained])
    >>> seen = me.Observations.from_columns(["T-R1"], ["2008"], [18_000])
    >>> typed = me.EnteredFigure(
    ...     indicator="T-R1",
    ...     period=me.Period.year(2008),
    ...     categories=me.TOTAL,
    ...     value=me.Quantity.exactly(19_000),
    ...     place=me.Place("Data entry!I5", file="a.xlsx"),
    ... )
    >>> book = me.EnteredWorkbook(file="a.xlsx", language="en", figures=[typed])
    >>> (figure,) = me.collect(book, framework=framework, known=seen).figures
    >>> figure.outcome.value, str(figure.known.value), str(figure.observation.value)
    ('changed', '18000', '19000')
    >>> code, period, categories = figure.address
    >>> code, str(period), categories == me.TOTAL
    ('T-R1', '2008', True)
    """

    outcome: Outcome
    entered: tuple[EnteredFigure, ...] = field(converter=_to_entered)
    observation: Observation | None = None
    known: Observation | None = None

    @property
    def address(self) -> Address:
        """Indicator, period and group that it is about."""
        first = self.entered[0]
        return first.indicator, first.period, first.categories


def _to_figures(figures: Iterable[CollectedFigure]) -> tuple[CollectedFigure, ...]:
    return tuple(figures)


def _to_findings(findings: Iterable[EntryFinding]) -> tuple[EntryFinding, ...]:
    return tuple(findings)


def _to_files(files: Iterable[str]) -> tuple[str, ...]:
    return tuple(files)


@frozen(kw_only=True)
class Collection(ShownInNotebook):
    """What came back in filled workbooks, held against what is known.

    Parameters
    ----------
    figures
        All figures of the workbooks, in the order of their rows.
    findings
        Cells that were rejected, that should be looked at, or whose plan was changed.
    known
        What was known before, and may be replaced.
    in_framework
        What was known too, from the framework file itself.
    files
        Names of the workbooks.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> trained = me.Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    >>> framework = me.Framework(code="DEMO", languages=["fr"], indicators=[trained])
    >>> seen = me.Observations.from_columns(["A"], ["2008"], [18_000])
    >>> typed = me.EnteredFigure(
    ...     indicator="A",
    ...     period=me.Period.year(2008),
    ...     categories=me.TOTAL,
    ...     value=me.Quantity.exactly(19_000),
    ...     place=me.Place("Data entry!I5", file="a.xlsx"),
    ... )
    >>> book = me.EnteredWorkbook(file="a.xlsx", language="en", figures=[typed])
    >>> made = me.collect(book, framework=framework, known=seen)
    >>> len(made.of(me.Outcome.CHANGED)), len(made.rejected)
    (1, 0)
    >>> made.is_settled(), made.observations().best
    (False, array([18000.]))
    >>> made.is_settled(accept=True), made.observations(accept=True).best
    (True, array([19000.]))
    """

    figures: tuple[CollectedFigure, ...] = field(converter=_to_figures)
    findings: tuple[EntryFinding, ...] = field(converter=_to_findings)
    known: Observations
    in_framework: Observations = field(factory=Observations)
    files: tuple[str, ...] = field(default=(), converter=_to_files)

    def of(self, outcome: Outcome) -> tuple[CollectedFigure, ...]:
        """Give the figures of one outcome.

        Parameters
        ----------
        outcome
            Which ones.
        """
        return tuple(each for each in self.figures if each.outcome is outcome)

    @property
    def rejected(self) -> tuple[EntryFinding, ...]:
        """Findings about cells whose row is not taken."""
        return tuple(each for each in self.findings if each.issue is EntryIssue.REJECTED)

    def is_settled(self, *, accept: bool = False) -> bool:
        """Tell whether all figures that were entered are among the `observations`.

        Parameters
        ----------
        accept
            Whether changed figures take the place of those that were known. Those that stand in
            the framework file can only be changed there.
        """
        open_ones = [*self.rejected, *self.of(Outcome.UNKNOWN), *self.of(Outcome.CONFLICT)]
        changed = self.of(Outcome.CHANGED)
        if accept:
            fixed = {address_of(each) for each in self.in_framework}
            changed = tuple(each for each in changed if each.address in fixed)
        return len(open_ones) + len(changed) == 0

    def observations(self, *, accept: bool = False) -> Observations:
        """Give what is known now: nothing is removed, and nothing is overwritten unasked.

        What stands in the framework file is left out, as it stays there.

        Parameters
        ----------
        accept
            Whether changed figures take the place of those that were known.
        """
        changed = {each.address: each.observation for each in self.of(Outcome.CHANGED)}
        new = [each.observation for each in self.of(Outcome.NEW) if each.observation is not None]
        if not accept or len(changed) == 0:
            return Observations.concatenate(self.known, Observations.from_iterable(new))
        kept = (changed.get(address_of(each)) or each for each in self.known)
        return Observations.from_iterable([*kept, *new])


def address_of(each: Observation) -> Address:
    """Give what an observation is about.

    Parameters
    ----------
    each
        The observation.
    """
    return each.indicator, each.period, each.categories


def key_of(indicator: str, period: Period, categories: Categories) -> Key:
    """Give what a figure is about in plain values, which tables of many find fast.

    Parameters
    ----------
    indicator, period, categories
        What it is about.

    Examples
    --------
    >>> from indh_me.model import TOTAL
    >>> key_of("T-R1", Period.day(date(2008, 3, 27)), TOTAL)
    ('T-R1', datetime.date(2008, 3, 27), datetime.date(2008, 3, 27), ())
    """
    return indicator, period.start, period.end, categories.pairs
