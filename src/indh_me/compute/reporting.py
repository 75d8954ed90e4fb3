"""The reporting set: the observations that count on an as-of date, in the order they add up."""

from collections.abc import Collection
from datetime import date

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.model import Observations

from .bounds import Bounds, Flags, Positions

__all__ = ["ReportingSet", "reporting_set"]


@frozen(eq=False, kw_only=True)
class ReportingSet:
    """Observations sorted into groups of one indicator and one set of categories.

    Parameters
    ----------
    observations
        The table that the positions point into.
    rows
        Positions of the observations that count, shape (rows,): by indicator, categories, then
        last and first day of the period.
    start, end
        First and last day of each one's period, as days since 1970-01-01, shape (rows,).
    starts
        Position in ``rows`` at which each group starts, shape (groups,).
    indicator, cell
        Codes of each group, shape (groups,), in the table's own dictionaries.
    early
        Positions of the observations that do not count: their period is not over, or they were
        collected later, shape (early rows,).
    """

    observations: Observations
    rows: Positions
    start: npt.NDArray[np.int64]
    end: npt.NDArray[np.int64]
    starts: Positions
    indicator: npt.NDArray[np.int32]
    cell: npt.NDArray[np.int32]
    early: Positions

    @property
    def group(self) -> Positions:
        """Number of the group of each row, shape (rows,)."""
        sizes = np.diff(self.starts, append=len(self.rows))
        return np.repeat(np.arange(len(self.starts)), sizes)

    @property
    def previous(self) -> Positions:
        """Position of the row before each row, shape (rows,); that of the first says nothing."""
        return np.arange(len(self.rows)) - 1

    @property
    def follows(self) -> Flags:
        """Where the row before is of the same group, shape (rows,)."""
        follows = np.ones(len(self.rows), dtype=np.bool_)
        follows[self.starts] = False
        return follows

    @property
    def last(self) -> Flags:
        """Where the row is the last of its group, shape (rows,)."""
        last = np.zeros(len(self.rows), dtype=np.bool_)
        last[np.append(self.starts[1:], len(self.rows)) - 1] = True
        return last

    def rows_of(self, codes: Collection[str]) -> Flags:
        """Flag the rows of some indicators, shape (rows,).

        Parameters
        ----------
        codes
            Codes of the indicators; quick to look up in, such as a set.
        """
        table = self.observations
        of_code = np.array([code in codes for code in table.indicators], dtype=np.bool_)
        flags: Flags = of_code[table.indicator[self.rows]]
        return flags

    def column(self, name: str) -> npt.NDArray[np.float64]:
        """Give a column of the table, in the order of the rows."""
        values: npt.NDArray[np.float64] = getattr(self.observations, name)[self.rows]
        return values

    def bounds(self) -> Bounds:
        """Give the figures, in the order of the rows."""
        return Bounds(self.column("low"), self.column("best"), self.column("high"))

    def some(self, keep: Flags) -> "ReportingSet":
        """Give the reporting set of some of the rows; groups that lose all theirs vanish.

        Parameters
        ----------
        keep
            Which rows stay, shape (rows,).
        """
        group = self.group[keep]
        starts = _changes(group)
        which = group[starts]
        return ReportingSet(
            observations=self.observations,
            rows=self.rows[keep],
            start=self.start[keep],
            end=self.end[keep],
            starts=starts,
            indicator=self.indicator[which],
            cell=self.cell[which],
            early=self.early,
        )


def reporting_set(observations: Observations, as_of: date) -> ReportingSet:
    """Find the observations that count on a day, sorted into groups.

    Parameters
    ----------
    observations
        Everything reported, in any order.
    as_of
        The day: a figure counts when its period is over and it has been collected by then.

    Returns
    -------
    ReportingSet

    Examples
    --------
    >>> table = Observations.from_columns(["A", "A"], ["2008", "2007"], [5, 4])
    >>> reporting_set(table, date(2007, 12, 31)).rows
    array([1])
    """
    firsts = np.array([each.start for each in observations.periods], dtype="datetime64[D]")
    lasts = np.array([each.end for each in observations.periods], dtype="datetime64[D]")
    # A rank for each period, by last then first day, turns the sort into one over integers.
    order = np.lexsort((firsts, lasts))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order))
    over = lasts <= np.datetime64(as_of)
    period = observations.period
    counts = over[period]
    if not np.isnat(observations.collected).all():
        counts &= ~(observations.collected > np.datetime64(as_of))
    all_count = bool(counts.all())
    chosen = slice(None) if all_count else np.flatnonzero(counts)
    key = observations.indicator[chosen].astype(np.int64)
    key = key * max(len(observations.cells), 1) + observations.cell[chosen]
    key = key * max(len(order), 1) + rank[period[chosen]]
    sorting = np.argsort(key, kind="stable")
    rows = sorting if all_count else chosen[sorting]  # type: ignore[index]
    key = key[sorting] // max(len(order), 1)
    starts = _changes(key)
    return ReportingSet(
        observations=observations,
        rows=rows,
        start=firsts.astype(np.int64)[period[rows]],
        end=lasts.astype(np.int64)[period[rows]],
        starts=starts,
        indicator=observations.indicator[rows[starts]],
        cell=observations.cell[rows[starts]],
        early=np.flatnonzero(~counts),
    )


def _changes(sorted_keys: npt.NDArray[np.int64] | Positions) -> Positions:
    """Give the positions at which a sorted array takes a new value."""
    if len(sorted_keys) == 0:
        return np.zeros(0, dtype=np.intp)
    return np.flatnonzero(np.diff(sorted_keys, prepend=sorted_keys[0] - 1))
