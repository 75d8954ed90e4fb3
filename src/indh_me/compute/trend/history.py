"""The history of an indicator: its figures as a dated series that can be projected."""

import math
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from attrs import frozen

from indh_me.compute.projection import ProjectionReason
from indh_me.compute.projection.panel import year_after, year_before
from indh_me.errors import InvalidInputError
from indh_me.model import Accumulation, Indicator, Period, Quantity
from indh_me.model.period_name import MONTHS_A_YEAR, first_and_last_day

__all__ = ["History", "HistoryFigure", "history_of", "moment_of"]

ONE_DAY = timedelta(days=1)
#: Kinds whose figure stands for the last day of its period; others stand for its middle.
ON_LAST_DAY = (Accumulation.LATEST, Accumulation.RUNNING_TOTAL)


@frozen(kw_only=True)
class HistoryFigure:
    """One figure of a history.

    Parameters
    ----------
    period
        The days that it is about.
    quantity
        In the indicator's unit; of a flow, what came in the period.
    year
        Where it stands on the axis of time, in years: 2008.5 is the middle of 2008.

    Examples
    --------
    >>> import indh_me as me
    >>> made = me.project(
    ...     {"2003": 60, "2004": 62, "2005": 65, "2006": 67, "2007": 70}, to="2010", target=72
    ... )
    >>> first = made.history.figures[0]
    >>> str(first.period), str(first.quantity), first.year
    ('2003', '60', 2004.0)
    """

    period: Period
    quantity: Quantity
    year: float


@frozen(kw_only=True)
class History:
    """The figures of an indicator that a projection starts from.

    Parameters
    ----------
    figures
        In the order of time.
    accumulation
        How its periods make one; says where a figure stands in its period.
    is_paced
        Whether figures are projected per year of their period, as those of a flow are.
    left_out
        Periods with figures that do not count: parts of a longer period that is not complete.
    reason
        Why there is nothing to project; `None` where there may be.

    Examples
    --------
    >>> import indh_me as me
    >>> made = me.project(
    ...     {"2003": 60, "2004": 62, "2005": 65, "2006": 67, "2007": 70}, to="2010", target=72
    ... )
    >>> len(made.history.figures), made.history.accumulation.value, made.history.reason
    (5, 'latest', None)
    >>> str(made.history.last.period), made.history.step
    ('2007', 1.0)
    >>> year = me.Period.year(2010)
    >>> made.history.year_of(year), made.history.length_of(year)
    (2011.0, 1.0)
    """

    figures: tuple[HistoryFigure, ...]
    accumulation: Accumulation
    is_paced: bool = False
    left_out: tuple[Period, ...] = ()
    reason: ProjectionReason | None = None

    @property
    def last(self) -> HistoryFigure | None:
        """The last figure, or `None` when there is none."""
        return self.figures[-1] if self.figures else None

    @property
    def step(self) -> float:
        """Median of the years between the figures; NaN of fewer than two."""
        years = [each.year for each in self.figures]
        return (
            median(after - before for before, after in pairwise(years)) if years[1:] else math.nan
        )

    def length_of(self, period: Period) -> float:
        """Give what a projected figure is multiplied by: years of a flow's period, else 1."""
        return period.years if self.is_paced else 1.0

    def pace_of(self, figure: HistoryFigure) -> Quantity:
        """Give a figure as it is projected: of a flow what it brings a year, else as it stands.

        Examples
        --------
        >>> import indh_me as me
        >>> history = me.project({"2003": 60, "2004": 62}, to="2010").history
        >>> str(history.pace_of(history.figures[0]))
        '60'
        """
        return figure.quantity / figure.period.years if self.is_paced else figure.quantity

    def year_of(self, period: Period) -> float:
        """Give where a figure of a period stands on the axis of time, in years."""
        return moment_of(period, self.accumulation)


def moment_of(period: Period, accumulation: Accumulation) -> float:
    """Give where a figure of a period stands on the axis of time, in years.

    Parameters
    ----------
    period
        The days that the figure is about.
    accumulation
        ``latest`` and ``running_total`` stand for the end of the last day, others for the middle.

    Examples
    --------
    >>> year = Period.year(2008)
    >>> moment_of(year, Accumulation.LATEST), moment_of(year, Accumulation.SUM)
    (2009.0, 2008.5)
    """
    end = year_after(period.end)
    return end if accumulation in ON_LAST_DAY else (year_before(period.start) + end) / 2


def history_of(
    indicator: Indicator,
    reported: Sequence[tuple[Period, Quantity | None]],
    *,
    to: Period,
    is_cumulative: bool,
) -> History:
    """Make a dated series of what was reported.

    Parameters
    ----------
    indicator
        Says how periods make one.
    reported
        Periods with their figures, `None` where they were reported as absent, by last day.
    to
        The period projected to.
    is_cumulative
        Whether running totals of a flow are projected, for a target that counts since the start.

    Notes
    -----
    Of a flow, figures of parts of a period as long as ``to`` are added up first where they fill
    it: projections to years start from years. What does not fill one is left out, and named. Where
    a sum, or what a figure brings a year, is too large for a number, there is no history.

    Examples
    --------
    >>> flow = Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    >>> seen = [(Period.parse(f"2007-S{half}"), Quantity.exactly(40)) for half in (1, 2)]
    >>> made = history_of(flow, seen, to=Period.year(2010), is_cumulative=False)
    >>> [(str(each.period), str(each.quantity), each.year) for each in made.figures]
    [('2007', '80', 2007.5)]
    """
    figures = [
        (period, value)
        for period, value in reported
        # A figure of which not even a bound is known tells no more than one that is absent.
        if value is not None and value != Quantity()
    ]
    if indicator.accumulation is not Accumulation.SUM:
        return _made(figures, indicator.accumulation)
    if any(one.overlaps(other) for (one, _), (other, _) in pairwise(figures)):
        return _refused(indicator.accumulation, ProjectionReason.OVERLAPPING_PERIODS)
    try:
        if is_cumulative:
            return _running(figures)
        whole, left_out = _filled(figures, to)
        made = _made(whole, Accumulation.SUM, is_paced=True, left_out=left_out)
        paces = [made.pace_of(each) for each in made.figures]
    except InvalidInputError:  # Quantities refuse what is too large for a number.
        return _refused(indicator.accumulation, ProjectionReason.TOO_LARGE)
    is_told = all(map(_is_known, paces))  # A bound that is too large is none.
    return made if is_told else _refused(indicator.accumulation, ProjectionReason.TOO_LARGE)


def _running(figures: Sequence[tuple[Period, Quantity]]) -> History:
    """Add up a flow from its first period on, in which no day may be missing."""
    gaps = (second.start - first.end for (first, _), (second, _) in pairwise(figures))
    if any(gap != ONE_DAY for gap in gaps):
        return _refused(Accumulation.RUNNING_TOTAL, ProjectionReason.MISSING_PERIOD)
    total, totals = Quantity.exactly(0), []
    for period, value in figures:
        total = total + value
        totals.append((period, total))
    return _made(totals, Accumulation.RUNNING_TOTAL)


def _filled(
    figures: Sequence[tuple[Period, Quantity]], to: Period
) -> tuple[list[tuple[Period, Quantity]], tuple[Period, ...]]:
    """Add up the parts of periods as long as the one projected to, where they fill them."""
    kept: list[tuple[Period, Quantity]] = []
    left_out: list[Period] = []
    parts: dict[Period, list[tuple[Period, Quantity]]] = {}
    for period, value in figures:
        whole = _whole_around(period, to)
        if whole is None or whole == period:
            kept.append((period, value))
        else:
            parts.setdefault(whole, []).append((period, value))
    for whole, inside in parts.items():
        if sum(period.days for period, _ in inside) == whole.days:
            total = Quantity.exactly(0)
            for _, value in inside:
                total = total + value
            kept.append((whole, total))
        else:
            left_out += [period for period, _ in inside]
    return sorted(kept, key=lambda each: each[0].end), tuple(left_out)


def _whole_around(period: Period, to: Period) -> Period | None:
    """Give the period as long as the one projected to, and in step with it, around another."""
    length = to.months
    if length is None:
        return None
    steps = (_month_of(period.start) - _month_of(to.start)) // length
    try:
        whole = Period(*first_and_last_day(_month_of(to.start) + steps * length, length))
    except ValueError:  # The calendar ends.
        return None
    return whole if period in whole else None


def _month_of(day: date) -> int:
    return day.year * MONTHS_A_YEAR + day.month - 1


def _made(
    figures: Sequence[tuple[Period, Quantity]],
    accumulation: Accumulation,
    *,
    is_paced: bool = False,
    left_out: tuple[Period, ...] = (),
) -> History:
    made = tuple(
        HistoryFigure(period=period, quantity=value, year=moment_of(period, accumulation))
        for period, value in figures
        if _is_known(value)
    )
    return History(
        figures=made,
        accumulation=accumulation,
        is_paced=is_paced,
        left_out=left_out,
        reason=None if made else ProjectionReason.ALL_MISSING,
    )


def _is_known(quantity: Quantity) -> bool:
    """Tell whether anything is known of a figure: of a sum of bounds, it may be nothing."""
    known = (quantity.low, quantity.best, quantity.high)
    return any(each is not None for each in known)


def _refused(accumulation: Accumulation, reason: ProjectionReason) -> History:
    return History(figures=(), accumulation=accumulation, reason=reason)
