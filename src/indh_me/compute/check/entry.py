"""Rows of the ledger, as findings name them."""

import math

from attrs import frozen

from indh_me.errors import key_path
from indh_me.model import Categories, Period
from indh_me.model.notation import write_figures

__all__ = ["Entry", "Tally"]


@frozen
class Entry:
    """A row of the ledger, as findings name it.

    Parameters
    ----------
    code
        Code of the indicator.
    period
        The days that it is about.
    categories
        The group that it is about.
    best, low, high
        The figure: NaN where there is no best estimate, infinite where there is no bound.

    Examples
    --------
    >>> entry = Entry("A", Period.year(2008), Categories.of(sex="female"), 9.0, 8.0, float("inf"))
    >>> entry.when, entry.place, entry.figure
    ('2008 sex=female', 'observations.A."2008 sex=female"', '9 (8..)')
    """

    code: str
    period: Period
    categories: Categories
    best: float
    low: float
    high: float

    @property
    def when(self) -> str:
        """Period, and categories if it has any."""
        return f"{self.period} {self.categories}".strip()

    @property
    def place(self) -> str:
        """Path under which findings name it."""
        return key_path("observations", self.code, self.when)

    @property
    def figure(self) -> str:
        """Written form of the figure, without the counts that it was made from."""
        figures = (self.best, self.low, self.high)
        known = (figure if math.isfinite(figure) else None for figure in figures)
        return write_figures((*known, None, None, None))


@frozen
class Tally:
    """How many rows of an indicator a rule is about, and the first of them.

    Parameters
    ----------
    count
        How many, one or more.
    first
        The one whose period ends first.

    Examples
    --------
    >>> entry = Entry("A", Period.year(2008), Categories(), 9.0, 9.0, 9.0)
    >>> Tally(1, entry).figures, Tally(2, entry).which
    ('1 figure', 'the first of 2008')
    """

    count: int
    first: Entry

    @property
    def figures(self) -> str:
        """How many, in words."""
        return f"{self.count} figure{'s' if self.count > 1 else ''}"

    @property
    def which(self) -> str:
        """The first of them, in words."""
        return f"{'the first ' if self.count > 1 else ''}of {self.first.when}"
