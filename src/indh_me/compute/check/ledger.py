"""The ledger: what was reported, in order, beside what the plan says of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.compute.bounds import Flags, Floats, Positions
from indh_me.compute.reporting import ReportingSet
from indh_me.model import Accumulation, Framework, Frequency, Period, UnitKind

from .entry import Entry, Tally

__all__ = ["Ledger"]

Words = npt.NDArray[np.intp]
Days = npt.NDArray[np.int64]
UNKNOWN = -1
#: Months of the periods that a frequency asks for; 0 where it asks for none.
MONTHS: Mapping[Frequency | None, int] = {
    None: 0,
    Frequency.ONCE: 0,
    Frequency.ANNUAL: 12,
    Frequency.SEMIANNUAL: 6,
    Frequency.FOUR_MONTHLY: 4,
    Frequency.QUARTERLY: 3,
    Frequency.MONTHLY: 1,
}
# In a tuple a word is found faster than in a mapping.
UNITS, KINDS, FREQUENCIES = tuple(UnitKind), tuple(Accumulation), tuple(MONTHS)


@frozen
class _Stated:
    """Words that the plan states, as positions among all there are, shape (indicators,)."""

    unit: Words
    accumulation: Words
    frequency: Words

    @classmethod
    def of(cls, framework: Framework) -> "_Stated":
        indicators = framework.indicators
        return cls(
            np.array([UNITS.index(each.unit.kind) for each in indicators], np.intp),
            np.array([KINDS.index(each.accumulation) for each in indicators], np.intp),
            np.array([FREQUENCIES.index(each.frequency) for each in indicators], np.intp),
        )


@frozen(eq=False, slots=False)
class Ledger:
    """What was reported of the plan's indicators, sorted, beside what the plan says of it.

    Parameters
    ----------
    framework
        The plan.
    reporting
        The observations of its indicators, by indicator, categories and period.
    """

    framework: Framework
    reporting: ReportingSet
    _stated: _Stated
    _owners: Positions

    @classmethod
    def of(cls, framework: Framework, reporting: ReportingSet) -> "Ledger":
        """Make the ledger of a plan; observations of other indicators are left out.

        Parameters
        ----------
        framework
            The plan.
        reporting
            What was reported.
        """
        position = {each.code: number for number, each in enumerate(framework.indicators)}
        table = reporting.observations
        owners = np.array([position.get(code, UNKNOWN) for code in table.indicators], np.intp)
        made = cls(framework, reporting, _Stated.of(framework), owners)
        return made.some(made.owner != UNKNOWN)

    def some(self, keep: Flags) -> "Ledger":
        """Make a ledger of some of the rows.

        Parameters
        ----------
        keep
            Which rows stay, shape (rows,).
        """
        if keep.all():
            return self
        return Ledger(self.framework, self.reporting.some(keep), self._stated, self._owners)

    @cached_property
    def owner(self) -> Positions:
        """Position of each row's indicator in the plan, shape (rows,)."""
        indicator = self.reporting.observations.indicator[self.reporting.rows]
        owner: Positions = self._owners[indicator]
        return owner

    @cached_property
    def starts(self) -> Positions:
        """Position at which each indicator starts, shape (indicators with rows,)."""
        return np.flatnonzero(np.diff(self.owner, prepend=UNKNOWN))

    @cached_property
    def cell(self) -> npt.NDArray[np.int32]:
        """Code of each row's categories in the table, shape (rows,)."""
        cell: npt.NDArray[np.int32] = self.reporting.observations.cell[self.reporting.rows]
        return cell

    @cached_property
    def low(self) -> Floats:
        """Lower bounds, shape (rows,); NaN for an absent figure."""
        return self.reporting.column("low")

    @cached_property
    def best(self) -> Floats:
        """Best estimates, shape (rows,); NaN where there is none."""
        return self.reporting.column("best")

    @cached_property
    def high(self) -> Floats:
        """Upper bounds, shape (rows,); NaN for an absent figure."""
        return self.reporting.column("high")

    @cached_property
    def collected(self) -> npt.NDArray[np.datetime64]:
        """Days of collection, shape (rows,); NaT where not given."""
        days: npt.NDArray[np.datetime64] = self.reporting.observations.collected
        return days[self.reporting.rows]

    @cached_property
    def exact(self) -> Flags:
        """Where the figure is known exactly, shape (rows,)."""
        exact: Flags = self.low == self.high
        return exact

    @cached_property
    def follows(self) -> Flags:
        """Where the row before is of the same indicator and categories, shape (rows,)."""
        return self.reporting.follows

    @cached_property
    def last(self) -> Flags:
        """Where the row is the last of its indicator and categories, shape (rows,)."""
        last: Flags = np.roll(~self.follows, -1)
        return last

    @cached_property
    def repeats(self) -> Flags:
        """Where the row before is of the same indicator, categories and period, shape (rows,)."""
        start, end = self.reporting.start, self.reporting.end
        repeats: Flags = self.follows & (start == np.roll(start, 1)) & (end == np.roll(end, 1))
        return repeats

    @cached_property
    def is_total(self) -> Flags:
        """Where the row is broken down by nothing, shape (rows,)."""
        cells = self.reporting.observations.cells
        total: Flags = np.array([cell.is_total for cell in cells], dtype=np.bool_)[self.cell]
        return total

    @cached_property
    def figures(self) -> "Ledger":
        """The ledger without what is absent."""
        return self.some(self.reporting.observations.absence[self.reporting.rows] == 0)

    @cached_property
    def series(self) -> "Ledger":
        """Figures that follow one another in time.

        Milestones are done once, and of two figures for one period nobody knows which holds.
        """
        figures = self.figures
        twice = figures.repeats | np.roll(figures.repeats, -1)
        return figures.some(~twice & ~figures.of_unit(UnitKind.MILESTONE))

    @cached_property
    def totals(self) -> "Ledger":
        """Figures of totals that follow one another in time."""
        return self.series.some(self.series.is_total)

    @cached_property
    def months(self) -> Days:
        """Months of each indicator's reporting periods, shape (indicators,).

        0 where it is not reported over and over.
        """
        months = np.array(tuple(MONTHS.values()), dtype=np.int64)[self._stated.frequency]
        return np.where(self._stated.unit == UNITS.index(UnitKind.MILESTONE), 0, months)

    def of_unit(self, *kinds: UnitKind) -> Flags:
        """Flag the rows of indicators with one of some units, shape (rows,)."""
        among = np.isin(self._stated.unit, [UNITS.index(kind) for kind in kinds])
        flags: Flags = among[self.owner]
        return flags

    def of_accumulation(self, *kinds: Accumulation) -> Flags:
        """Flag the rows of indicators that accumulate in one of some ways, shape (rows,)."""
        among = np.isin(self._stated.accumulation, [KINDS.index(kind) for kind in kinds])
        flags: Flags = among[self.owner]
        return flags

    def entry(self, at: int) -> Entry:
        """Name a row.

        Parameters
        ----------
        at
            Its position in the ledger.
        """
        table, row = self.reporting.observations, int(self.reporting.rows[at])
        return Entry(
            code=table.indicators[table.indicator[row]],
            period=table.periods[table.period[row]],
            categories=table.cells[table.cell[row]],
            best=float(table.best[row]),
            low=float(table.low[row]),
            high=float(table.high[row]),
        )

    def tallies(self, flags: Flags) -> Iterator[Tally]:
        """Count the flagged rows of each indicator, and name the first of them.

        Parameters
        ----------
        flags
            Which rows count, shape (rows,).

        Yields
        ------
        Tally
            One for each indicator that has any.
        """
        at = np.flatnonzero(flags)
        starts = np.flatnonzero(np.diff(self.owner[at], prepend=UNKNOWN))
        if len(starts) == 0:
            return
        counts = np.diff(starts, append=len(at))
        time = self._time(at)
        first = np.flatnonzero(time == np.repeat(np.minimum.reduceat(time, starts), counts))
        first = first[np.unique(self.owner[at][first], return_index=True)[1]]
        for count, position in zip(counts.tolist(), at[np.sort(first)].tolist(), strict=True):
            yield Tally(count, self.entry(position))

    def _time(self, at: Positions) -> Days:
        """Give numbers that sort rows by the end and start of their period, then by categories."""
        table, chosen = self.reporting.observations, self.reporting.rows[at]
        periods, cells = table.periods, table.cells
        by_end = sorted(range(len(periods)), key=lambda code: _by_end(periods[code]))
        by_name = sorted(range(len(cells)), key=lambda code: cells[code].pairs)
        period, cell = (np.argsort(np.array(each, dtype=np.int64)) for each in (by_end, by_name))
        time: Days = period[table.period[chosen]] * len(cells) + cell[table.cell[chosen]]
        return time


def _by_end(period: Period) -> tuple[date, date]:
    return period.end, period.start
