"""What the projection of a panel has found."""

from collections.abc import Mapping
from functools import cached_property

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from indh_me.compute.bounds import Floats, Positions
from indh_me.errors import Fault, InvalidInputError, quoted
from indh_me.model import Direction

from .heading import heading_of
from .methods import TECHNIQUES, Link, Prior, to_link
from .panel import ProjectionReason, numbers
from .student import share_below

__all__ = ["REASONS", "WORDS", "PanelProjection"]

REASONS = (None, *ProjectionReason)
#: Words of methods by their codes; the first is of a series without one.
WORDS = (None, *TECHNIQUES)
#: Probabilities computed at a time, to stay in the processor's cache.
AT_A_TIME = 1 << 15


@frozen(eq=False, slots=False, kw_only=True)
class PanelProjection:
    """Where the values of many series will lie.

    Parameters
    ----------
    point
        Point projections, of shape (series, steps); NaN where there is none.
    low, high
        Ends of the intervals, of the same shape; NaN where a series has no interval.
    scale
        Standard deviations of the predictive t before clipping to the bounds, of the same shape;
        for a method that fits logarithms or logits, on that scale.
    df
        Degrees of freedom of each series; NaN where it has no interval.
    n
        Points of each series.
    level
        Share of outcomes that the intervals should hold.
    bounds
        Lowest and highest value that a figure can have; infinite where there is no such bound.
    link
        Scale on which the t lies.
    prior
        Drifts of the panel that those of the series were judged by; `None` where each stood alone.

    Examples
    --------
    >>> from indh_me.compute.projection import project_panel
    >>> made = project_panel([[4, 6, 7, 9], [5, 5, 6, np.inf]], horizon=2)
    >>> made.point.round(2).tolist()
    [[10.57, 12.14], [nan, nan]]
    >>> made.method.tolist(), made.reason[1].value
    (['shrunken_drift', None], 'infinite_value')
    >>> made.reason_counts
    {<ProjectionReason.INFINITE_VALUE: 'infinite_value'>: 1}
    >>> made.weight.round(2).tolist(), made.times_ahead[0].tolist()
    ([0.94, nan], [4.0, 5.0])
    """

    point: Floats
    low: Floats
    high: Floats
    scale: Floats
    df: Floats
    n: Positions
    level: float
    bounds: tuple[float, float]
    link: Link
    prior: Prior | None
    _centre: Floats = field(repr=False)
    _weight: Floats | None = field(repr=False)
    _at: Floats | None = field(repr=False)
    _ends: Floats = field(repr=False)
    _spacing: Floats = field(repr=False)
    _why: npt.NDArray[np.int8] = field(repr=False)
    _how: npt.NDArray[np.int8] = field(repr=False)

    @cached_property
    def method(self) -> npt.NDArray[np.object_]:
        """Word of the method that each series was projected with; `None` where it was not."""
        return np.array(WORDS, dtype=object)[self._how]

    @cached_property
    def reason(self) -> npt.NDArray[np.object_]:
        """Why each series has no projection; `None` where it has one."""
        return np.array(REASONS, dtype=object)[self._why]

    @property
    def reason_counts(self) -> Mapping[ProjectionReason, int]:
        """How many series have no projection, by the reason."""
        counts = np.bincount(self._why, minlength=len(REASONS)).tolist()
        return {
            reason: count
            for reason, count in zip(REASONS, counts, strict=True)
            if reason is not None and count > 0
        }

    @property
    def weight(self) -> Floats:
        """Share of the drift that each series keeps, of shape (series,).

        NaN where the method takes no share.
        """
        return np.full(len(self.n), np.nan) if self._weight is None else self._weight

    @cached_property
    def times_ahead(self) -> Floats:
        """Dates projected to, in years, of shape (series, steps); NaN where there is no last date.

        Those which were asked for, or steps from the last date of each series.
        """
        if self._at is not None:
            return np.broadcast_to(self._at, self.point.shape)
        steps = np.arange(1.0, self.point.shape[1] + 1)
        return np.asarray(self._ends[:, None] + self._spacing[:, None] * steps)

    def probability(
        self, target: npt.ArrayLike, direction: Direction | str, *, step: int | None = None
    ) -> Floats:
        """Give how probable it is that values meet a target.

        Parameters
        ----------
        target
            In the unit of the series: one number, one for each series, or of shape
            (series, steps); NaN where there is none.
        direction
            ``increase`` where a value meets the target that is not below it, ``decrease`` where
            one does that is not above it.
        step
            Number of the only step that is wanted, as an index; by default all.

        Returns
        -------
        numpy.ndarray
            Of shape (series, steps), of (series,) for one step; NaN where there is no target or
            no interval.

        Raises
        ------
        InvalidInputError
            For a direction that is neither, and a target that does not fit.

        Notes
        -----
        P(Y >= T) = F((f - T) / s) with f the projection, s the scale, and F Student's t with the
        series' degrees of freedom, f and T on the scale of the link. Bounds are respected: what
        the t says beyond a bound lies on it, a target on the far side of a bound is met by all
        values or by none. With a scale of zero, it is 1 or 0.

        Examples
        --------
        >>> from indh_me.compute.projection import project_panel
        >>> made = project_panel([[70, 72, 75, 77, 80]], horizon=3, bounds=(0, 100))
        >>> made.probability([90], "increase").round(2).tolist()
        [[0.01, 0.12, 0.34]]
        >>> made.probability(101, "increase").tolist()
        [[0.0, 0.0, 0.0]]
        """
        way = heading_of(direction)
        centre, scale = self._centre, self.scale
        if step is not None:
            try:
                one = range(centre.shape[1])[step]
            except IndexError:
                what = f"there is no step {quoted(step)}"
                mend = f"steps are counted from 0, and there are {centre.shape[1]}"
                raise InvalidInputError(Fault(what, "step", mend)) from None
            centre, scale = centre[:, one : one + 1], scale[:, one : one + 1]
        goal = self._target(target, centre.shape[1])
        made = np.empty(centre.shape)
        size = max(1, AT_A_TIME // max(1, centre.shape[1]))
        for first in range(0, len(centre), size):
            rows = slice(first, first + size)
            part = goal if len(goal) == 1 else goal[rows]
            made[rows] = self._chances(centre[rows], scale[rows], self.df[rows], part, way)
        return made if step is None else made[:, 0]

    def _target(self, target: npt.ArrayLike, steps: int) -> Floats:
        goal = numbers(target, "target")
        if goal.ndim == 0:
            return goal.reshape(1, 1)
        column = goal[:, None] if goal.ndim == 1 else goal
        try:
            np.broadcast_to(column, (len(self.n), steps))
        except ValueError:
            what = f"'target' of shape '{goal.shape}' does not fit {len(self.n)} series"
            mend = "give one number, one for each series, or one for each series and step"
            raise InvalidInputError(Fault(what, "target", mend)) from None
        return column

    def _chances(
        self, centre: Floats, scale: Floats, df: Floats, goal: Floats, way: Direction
    ) -> Floats:
        low, high = self.bounds
        with np.errstate(all="ignore"):
            held = goal if np.isinf(low) and np.isinf(high) else np.clip(goal, low, high)
            # The figures may have been moved off the bounds, their projection and a target not.
            link = Link.LOGIT if self.link is Link.LOGIT_ADJUSTED else self.link
            z = centre - to_link(link, held, self.bounds)
            if way is Direction.DECREASE:
                np.negative(z, out=z)
            sure = scale == 0
            certain = (z >= 0) if sure.any() else None
            z /= scale
        if len(df) > 0 and (df == df[0]).all():
            made = share_below(float(df[0]), z)
        else:
            made = np.full(z.shape, np.nan)
            for each in np.unique(df[~np.isnan(df)]).tolist():
                rows = df == each
                made[rows] = share_below(each, z[rows])
        if certain is not None:
            np.copyto(made, certain, where=sure & ~np.isnan(centre))
        if np.isfinite(low) or np.isfinite(high):
            met, missed = (goal <= low, goal > high)
            if way is Direction.DECREASE:
                met, missed = (goal >= high, goal < low)
            known = ~np.isnan(scale)
            made[known & met] = 1.0
            made[known & missed] = 0.0
        made[np.broadcast_to(np.isnan(goal), made.shape)] = np.nan
        return made
