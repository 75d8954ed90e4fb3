"""Dates of expected achievement: when projections meet targets, and how sure that is."""

import math
from collections import Counter
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cached_property, partial
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from indh_me.compute.bounds import Flags, Floats, Positions
from indh_me.errors import Fault, InvalidInputError, quoted
from indh_me.model import Direction

from .crossing import first_crossings
from .heading import heading_of
from .methods import AUTO
from .outcome import PanelProjection
from .panel import Panel, numbers
from .projection import project_panel

__all__ = ["Arrival", "ArrivalReason", "expected_date"]


class ArrivalReason(Enum):
    """Why a date of expected achievement is not identified. The first that applies is given.

    Examples
    --------
    >>> ArrivalReason("already_met") is ArrivalReason.ALREADY_MET
    True
    """

    #: The series has no target.
    NO_TARGET = "no_target"
    #: The series cannot be projected.
    NO_PROJECTION = "no_projection"
    #: The last figure meets the target: its date is given, and nothing is expected.
    ALREADY_MET = "already_met"
    #: The method gives no interval, so nobody knows how sure a date would be.
    NO_INTERVAL = "no_interval"
    #: The projection moves towards the target, and does not meet it within the years looked ahead.
    BEYOND_LIMIT = "beyond_limit"
    #: The projection does not meet the target, and does not move towards it.
    NO_TREND_TOWARDS_TARGET = "no_trend_towards_target"
    #: The projection meets the target. The far end of its interval moves towards it, and does not
    #: meet it within the years looked ahead.
    INTERVAL_BEYOND_LIMIT = "interval_beyond_limit"
    #: The projection meets the target. The far end of its interval does not, and does not move
    #: towards it.
    TREND_NOT_SIGNIFICANT = "trend_not_significant"


@frozen(eq=False, slots=False, kw_only=True)
class Arrival:
    """When series are expected to meet their targets.

    Parameters
    ----------
    date
        Years at which the point projections first meet the targets, of shape (series,); NaN where
        that is not identified. Of a target that is already met, the date of the last figure.
    earliest, latest
        Years at which the favourable and the unfavourable ends of the intervals first do, of the
        same shape; NaN where that end does not, within the years looked ahead. The earliest may be
        known where the date is not identified: before it the target lies outside of the interval.
    reason
        Why a date is not identified; `None` where it is.
    refusal
        Why a series cannot be projected; `None` where it can.
    level
        Share of outcomes that the intervals of the projections should hold.
    until
        Years looked ahead, from the last figure of each series.

    Examples
    --------
    >>> rising, noisy = [4, 6, 7, 9, 10, 12, 13, 15, 16, 18], [4, 9, 5, 8, 4, 9, 6, 10, 5, 8]
    >>> found = expected_date([rising, noisy], range(1998, 2008), [24, 9], "increase")
    >>> found.date.round(1).tolist(), found.words.tolist()
    ([2010.9, nan], [None, 'beyond_limit'])
    >>> found.is_identified.tolist(), found.reason_counts
    ([True, False], {<ArrivalReason.BEYOND_LIMIT: 'beyond_limit'>: 1})
    """

    date: Floats
    earliest: Floats
    latest: Floats
    reason: npt.NDArray[Any]
    refusal: npt.NDArray[Any] = field(repr=False)
    level: float
    until: float

    @property
    def is_identified(self) -> Flags:
        """Which series have a date that is expected, with an interval that ends."""
        return np.array([each is None for each in self.reason], dtype=np.bool_)

    @cached_property
    def words(self) -> npt.NDArray[np.object_]:
        """Words of the reasons; `None` where a date is identified."""
        found = [None if each is None else each.value for each in self.reason]
        return np.array([*found, None], dtype=object)[:-1]

    @property
    def reason_counts(self) -> Mapping[ArrivalReason, int]:
        """How many series have no date that is identified, by the reason."""
        counts = Counter(self.reason.tolist())
        return {reason: counts[reason] for reason in ArrivalReason if counts[reason] > 0}


def expected_date(
    values: npt.ArrayLike,
    times: npt.ArrayLike | None,
    target: npt.ArrayLike,
    direction: Direction | str,
    *,
    method: str = AUTO,
    bounds: tuple[float | None, float | None] | None = None,
    level: float = 0.5,
    until: float = 50.0,
    errors: npt.ArrayLike | None = None,
) -> Arrival:
    """Give when series are expected to meet their targets, with an interval, or why that is open.

    Parameters
    ----------
    values, times, method, bounds, errors
        As for `project_panel`.
    level
        Share of outcomes that the intervals of the projections should hold: by default half of
        them, as hardly any trend is so sure that it identifies a date at 95 %.
    target
        In the unit of the series: one number, or one for each series; NaN where there is none.
    direction
        ``increase`` where a value meets the target that is not below it, ``decrease`` where one
        does that is not above it.
    until
        How many years to look ahead, from the last figure of each series.

    Returns
    -------
    Arrival
        Arrays of shape (series,).

    Raises
    ------
    InvalidInputError
        For what `project_panel` refuses, a direction that is neither, a target that does not fit,
        and a limit that is not a number above zero.

    Notes
    -----
    With f(H) the projection H years ahead, and l(H) ≤ f(H) ≤ u(H) its interval, a target T of an
    increase is expected at the first H with f(H) ≥ T; the interval of that date runs from the
    first H with u(H) ≥ T to the first H with l(H) ≥ T. A decrease is the mirror. So the dates in
    the interval are those at which the target lies within the interval of the projection, up to
    the first date without it: the prediction is inverted, as by Fieller [1]_.

    A date is identified only when its interval ends: when a trend is not borne out, the far end
    of its projection never meets the target, and a date would be without any worth. Of a random
    walk with drift d, scale s and quantile q, observed over T years, the far end meets every
    target at last when d > q s / √T, and none far away otherwise: the drift is significant, or the
    date is not identified. The drift of the default method may wander off as well, so its far end
    meets only targets that are not far away.

    The dates are searched, as the methods have no inverse in common: first on 224 dates that lie
    closer together at first (32 up to a sixty-fourth of the limit, and 32 in each doubling), then
    between the first of them that meets the target and the one before it, to a billionth of the
    years between them. A target that is met for less than a step of the first search can be missed.

    References
    ----------
    .. [1] Fieller (1954), Journal of the Royal Statistical Society, Series B, 16, 175-185.

    Examples
    --------
    The drift is 2 and s² = 2. At a level of one half, q = 1, and the ends solve
    (2 H - 3)² = 2 H + H², so 3 H² - 14 H + 9 = 0:

    >>> found = expected_date(
    ...     [[0, 3, 4]], [2005, 2006, 2007], 7, "increase", method="drift", level=0.5
    ... )
    >>> found.date.round(3).item(), found.earliest.round(3).item(), found.latest.round(3).item()
    (2008.5, 2007.77, 2010.897)
    """
    way, years = heading_of(direction), _limit(until)
    panel = Panel.of(values, times, 1, None, errors)
    project = partial(project_panel, method=method, bounds=bounds, level=level)
    soon = project(panel.values, times, 1, errors=errors)
    course = _Course.of(panel, _goal(target, len(panel.values)), way, project)
    reason = np.full(len(course.goal), None, dtype=object)
    refused = np.array([each is not None for each in soon.reason], dtype=np.bool_)
    _give(reason, np.isnan(course.goal), ArrivalReason.NO_TARGET)
    _give(reason, refused, ArrivalReason.NO_PROJECTION)
    _give(reason, course.is_met, ArrivalReason.ALREADY_MET)
    _give(reason, np.isnan(soon.scale[:, 0]), ArrivalReason.NO_INTERVAL)
    asked = np.flatnonzero(reason == np.array(None))
    found = first_crossings(lambda rows, ahead: course.lead(asked[rows], ahead), len(asked), years)
    (_, is_late, is_open), (_, moves, far_moves) = np.isnan(found.ahead), found.is_approaching
    why = np.full(len(asked), None, dtype=object)
    _give(why, is_late & moves, ArrivalReason.BEYOND_LIMIT)
    _give(why, is_late, ArrivalReason.NO_TREND_TOWARDS_TARGET)
    _give(why, is_open & far_moves, ArrivalReason.INTERVAL_BEYOND_LIMIT)
    _give(why, is_open, ArrivalReason.TREND_NOT_SIGNIFICANT)
    when = np.full((3, len(reason)), np.nan)
    when[:, asked] = course.ends[asked] + found.ahead
    reason[asked] = why
    earliest, date, latest = when
    date[reason != np.array(None)] = np.nan
    over = reason == np.array(ArrivalReason.ALREADY_MET)
    date[over] = course.ends[over]
    return Arrival(
        date=date,
        earliest=earliest,
        latest=latest,
        reason=reason,
        refusal=soon.reason,
        level=soon.level,
        until=years,
    )


@frozen(eq=False)
class _Course:
    """Series on their way to their targets, on dates counted from the last figure of each."""

    panel: Panel
    dates: Floats
    ends: Floats
    goal: Floats
    is_met: Flags
    sign: int
    project: Callable[..., PanelProjection]

    @classmethod
    def of(
        cls, panel: Panel, goal: Floats, way: Direction, project: Callable[..., PanelProjection]
    ) -> "_Course":
        present = ~np.isnan(panel.values)
        ends, last = np.full((2, len(goal)), np.nan)
        rows = np.flatnonzero(present.any(axis=1))
        at = present.shape[1] - 1 - np.argmax(present[rows, ::-1], axis=1)
        dates = np.broadcast_to(panel.dates, present.shape)
        ends[rows], last[rows] = dates[rows, at], panel.values[rows, at]
        # Series that share their dates are projected together, which is faster.
        shared = len(panel.dates) == 1 and len(ends) > 0 and bool((ends == ends[0]).all())
        from_end = panel.dates - (ends[:1, None] if shared else ends[:, None])
        is_met = last >= goal if way is Direction.INCREASE else last <= goal
        sign = 1 if way is Direction.INCREASE else -1
        return cls(panel, from_end, ends, goal, np.asarray(is_met), sign, project)

    def lead(self, rows: Positions, ahead: Floats) -> Floats:
        """Tell how far beyond their targets the near ends, the points and the far ends are."""
        errors = self.panel.errors
        made = self.project(
            self.panel.values[rows],
            self.dates if len(self.dates) == 1 else self.dates[rows],
            at=ahead,
            errors=None if errors is None else errors[rows],
        )
        curves = np.stack((made.high, made.point, made.low)[:: self.sign])
        with np.errstate(over="ignore"):  # What is too far away for a number is infinitely far.
            return np.asarray(self.sign * (curves - self.goal[rows, None]))


def _give(reasons: npt.NDArray[np.object_], where: Flags, reason: ArrivalReason) -> None:
    """Give a reason where there is none yet."""
    reasons[where & (reasons == np.array(None))] = reason


def _goal(target: npt.ArrayLike, series: int) -> Floats:
    goal = numbers(target, "target")
    if goal.shape not in ((), (1,), (series,)):
        what = f"'target' of shape '{goal.shape}' does not fit {series} series"
        mend = "give one number, or one for each series"
        raise InvalidInputError(Fault(what, "target", mend))
    return np.broadcast_to(goal, (series,))


def _limit(until: object) -> float:
    if (
        isinstance(until, bool)
        or not isinstance(until, (int, float, np.integer, np.floating))
        or not 0 < until < math.inf
    ):
        what = f"{quoted(until)} is no number of years to look ahead"
        raise InvalidInputError(Fault(what, "until", "give a number above zero, such as 50"))
    return float(until)
