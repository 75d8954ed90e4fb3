"""Figures: what was reported, accumulated to one for each indicator and group."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from attrs import frozen

from indh_me.model import TOTAL, Categories, Indicator, Quantity

from .accumulation import accumulate
from .reason import Reason
from .reporting import ReportingSet
from .window import Window

__all__ = ["Figure", "figures_in_windows", "figures_to_date"]

EPOCH = date(1970, 1, 1).toordinal()
#: No period ends or starts there, so a window of these days holds none.
NEVER = np.iinfo(np.int64).max


@frozen(kw_only=True)
class Figure:
    """A figure to date, or why there is none.

    Parameters
    ----------
    categories
        The group it is about.
    quantity
        In the indicator's unit.
    reason
        Why there is none.
    until
        Last day that the figures it is made of reach to; `None` when there are none.

    Examples
    --------
    >>> from indh_me.model import TOTAL
    >>> made = Figure(categories=TOTAL, quantity=None, reason=Reason.NOT_REPORTED, until=None)
    >>> made.quantity is None, made.reason.value
    (True, 'not_reported')
    """

    categories: Categories
    quantity: Quantity | None
    reason: Reason | None
    until: date | None = None


def figures_to_date(
    reporting: ReportingSet, indicators: Sequence[Indicator]
) -> list[tuple[Figure, ...]]:
    """Accumulate everything that counts.

    Parameters
    ----------
    reporting
        The observations that count, all of these indicators.
    indicators
        Whose figures are wanted.

    Returns
    -------
    list[tuple[Figure, ...]]
        One tuple an indicator: the total first, then its groups in order.
    """
    figures = _accumulated(reporting, indicators)
    for each in figures:
        if len(each) == 0 or not each[0].categories.is_total:
            each.insert(0, _absent(Reason.NOT_REPORTED if len(each) == 0 else Reason.NO_TOTAL))
    return [tuple(each) for each in figures]


def figures_in_windows(
    reporting: ReportingSet,
    indicators: Sequence[Indicator],
    windows: Sequence[Window | None],
) -> list[Figure]:
    """Accumulate the totals that count towards targets.

    Parameters
    ----------
    reporting
        The observations that count, all of these indicators.
    indicators, windows
        Whose totals are wanted, and in which window; `None` for no target.

    Returns
    -------
    list[Figure]
        One an indicator; *not reported* where its window holds nothing.
    """
    first = np.array([NEVER if each is None else _start(each) for each in windows], dtype=np.int64)
    last = np.array(
        [-NEVER if each is None else _days(each.last) for each in windows], dtype=np.int64
    )
    by_last_day = np.array(
        [each is not None and each.by_last_day for each in windows], dtype=np.bool_
    )
    owner = _owners(reporting, indicators)[reporting.group]
    total = np.array([cell.is_total for cell in reporting.observations.cells], dtype=np.bool_)
    day = np.where(by_last_day[owner], reporting.end, reporting.start)
    inside = (day >= first[owner]) & (reporting.end <= last[owner])
    inside &= total[reporting.cell][reporting.group]
    return [
        each[0] if each else _absent(Reason.NOT_REPORTED)
        for each in _accumulated(reporting.some(inside), indicators)
    ]


def _accumulated(reporting: ReportingSet, indicators: Sequence[Indicator]) -> list[list[Figure]]:
    """Give the figures of each indicator that has any, by group."""
    owners = _owners(reporting, indicators).tolist()
    found = accumulate(
        reporting,
        [indicators[owner].accumulation for owner in owners],
        np.array([indicators[owner].unit.factor for owner in owners], dtype=np.float64),
    )
    cells = reporting.observations.cells
    figures: list[list[Figure]] = [[] for _ in indicators]
    for owner, cell, quantity, reason, until in zip(
        owners,
        reporting.cell.tolist(),
        found.bounds.quantities(),
        found.reasons,
        _last_days(reporting),
        strict=True,
    ):
        made = Figure(categories=cells[cell], quantity=quantity, reason=reason, until=until)
        figures[owner].append(made)
    for each in figures:
        each.sort(key=_group)
    return figures


def _last_days(reporting: ReportingSet) -> list[date | None]:
    """Give the last day of each group that a figure reaches to."""
    if len(reporting.starts) == 0:
        return []
    present = reporting.observations.absence[reporting.rows] == 0
    last = np.maximum.reduceat(np.where(present, reporting.end, -NEVER), reporting.starts)
    return [None if day == -NEVER else date.fromordinal(day + EPOCH) for day in last.tolist()]


def _group(figure: Figure) -> Categories:
    # The total has no categories: it comes first.
    return figure.categories


def _owners(
    reporting: ReportingSet, indicators: Sequence[Indicator]
) -> "np.ndarray[tuple[int], np.dtype[np.intp]]":
    """Give the position of each group's indicator."""
    position = {each.code: number for number, each in enumerate(indicators)}
    of_code = [position.get(code, -1) for code in reporting.observations.indicators]
    return np.array(of_code, dtype=np.intp)[reporting.indicator]


def _absent(reason: Reason) -> Figure:
    return Figure(categories=TOTAL, quantity=None, reason=reason)


def _start(window: Window) -> int:
    return -NEVER if window.first is None else _days(window.first)


def _days(day: date) -> int:
    return day.toordinal() - EPOCH
