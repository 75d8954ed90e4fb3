"""What came back in a filled workbook: figures with their cells, and what is wrong with others."""

from collections.abc import Iterable
from datetime import date
from enum import Enum

from attrs import field, frozen

from indh_me.errors import Fault, Place
from indh_me.model import Categories, Citation, Observation, Observations, Period, Text
from indh_me.model.quantity import Value

from .plan_cells import PlanCells, to_plan_cells

__all__ = [
    "EnteredFigure",
    "EnteredWorkbook",
    "EntryFinding",
    "EntryForm",
    "EntryIssue",
]


class EntryIssue(Enum):
    """What is the matter with a cell of a filled workbook.

    Examples
    --------
    >>> EntryIssue("rejected") is EntryIssue.REJECTED
    True
    """

    #: The row of the cell is not taken.
    REJECTED = "rejected"
    #: Its content is taken, but a reader should know something of it.
    NOTED = "noted"
    #: A locked cell of the plan was changed; nothing of it is taken.
    PLAN_CHANGED = "plan_changed"


class EntryForm(Enum):
    """How a value was typed.

    Examples
    --------
    >>> EntryForm("percent") is EntryForm.PERCENT
    True
    """

    NUMBER = "number"
    #: With a percent sign.
    PERCENT = "percent"
    #: In a word: done or not done, yes or no.
    ANSWER = "answer"


@frozen
class EntryFinding:
    """Something about a cell that whoever collects the workbook must know.

    Parameters
    ----------
    issue
        Of what sort it is.
    fault
        What it is, the file, sheet and cell, and how to mend it.

    Examples
    --------
    >>> place = Place("Data entry!I5", file="dakhla.xlsx")
    >>> fault = Fault("'about 100' is no figure", place, "write a number")
    >>> print(EntryFinding(EntryIssue.REJECTED, fault))
    rejected: 'about 100' is no figure
      where: dakhla.xlsx: Data entry!I5
      mend:  write a number
    """

    issue: EntryIssue
    fault: Fault

    def __str__(self) -> str:
        """Lay the finding out on one to three lines."""
        return f"{self.issue.value}: {self.fault}"


@frozen(kw_only=True)
class EnteredFigure:
    """A row of the data-entry sheet.

    Parameters
    ----------
    indicator
        Code of the indicator.
    period
        The days that the figure is about.
    categories
        The group that it is about.
    value
        The figure, in the indicator's unit, or why there is none; `None` when the row was left
        blank.
    form
        How it was typed.
    source
        Code of the source.
    collected
        Day on which it was collected.
    note
        Words of the note; empty when there are none.
    group
        What the row shows of its group; `None` when it shows nothing.
    place
        File, sheet and cell of the value.

    Examples
    --------
    >>> from indh_me.model import TOTAL, Quantity
    >>> typed = EnteredFigure(
    ...     indicator="T-R1",
    ...     period=Period.year(2008),
    ...     categories=TOTAL,
    ...     value=Quantity.exactly(19_000),
    ...     place=Place("Data entry!I5", file="a.xlsx"),
    ... )
    >>> str(typed.value), str(typed.place)
    ('19000', 'a.xlsx: Data entry!I5')
    >>> str(typed.observation("en").value)
    '19000'
    """

    indicator: str
    period: Period
    categories: Categories
    value: Value | None
    form: EntryForm = EntryForm.NUMBER
    source: str | None = None
    collected: date | None = None
    note: str = ""
    group: str | None = None
    place: Place

    def observation(self, language: str) -> Observation | None:
        """Give what was entered, or `None` for a blank row.

        Parameters
        ----------
        language
            Tag of the language of the note.
        """
        if self.value is None:
            return None
        return Observation(
            indicator=self.indicator,
            period=self.period,
            value=self.value,
            categories=self.categories,
            source=None if self.source is None else Citation(self.source),
            collected=self.collected,
            note=None if self.note == "" else Text.plain(self.note, language),
        )


def _to_figures(figures: Iterable[EnteredFigure]) -> tuple[EnteredFigure, ...]:
    return tuple(figures)


def _to_findings(findings: Iterable[EntryFinding]) -> tuple[EntryFinding, ...]:
    return tuple(findings)


@frozen(kw_only=True)
class EnteredWorkbook:
    """What a filled workbook holds.

    Parameters
    ----------
    file
        Name of the file as it was given.
    format_version
        Of the form of the workbook.
    framework
        Code of the framework that it was made from; `None` where it does not say so any more.
    layout
        Name of its layout, such as ``itt``.
    language
        Tag of its language.
    second_language
        Tag of the language of the texts below; `None` where there is one alone.
    as_of
        Day that it was made for.
    figures
        Rows of the data-entry sheet, blank ones too, in the order of the sheet.
    plan
        Locked cells that repeat the plan, to be held against the framework.
    findings
        What is wrong with the other cells.

    Examples
    --------
    >>> len(EnteredWorkbook(file="dakhla.xlsx", language="fr").observations)
    0
    """

    file: str
    format_version: int = 1
    framework: str | None = None
    layout: str | None = None
    language: str
    second_language: str | None = None
    as_of: date | None = None
    figures: tuple[EnteredFigure, ...] = field(default=(), converter=_to_figures)
    plan: PlanCells = field(factory=PlanCells, converter=to_plan_cells)
    findings: tuple[EntryFinding, ...] = field(default=(), converter=_to_findings)

    @property
    def observations(self) -> Observations:
        """What was entered, without the blank rows."""
        made = (each.observation(self.language) for each in self.figures)
        return Observations.from_iterable(each for each in made if each is not None)
