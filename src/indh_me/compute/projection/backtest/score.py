"""A score: how good each of many projections was, or why that cannot be told."""

from collections.abc import Mapping
from enum import Enum

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from indh_me.compute.bounds import Flags, Floats
from indh_me.errors import Fault, InvalidInputError

__all__ = [
    "NoScore",
    "Score",
    "checked_level",
    "counted_reasons",
    "fitted",
    "missing",
    "no_scale",
    "reason_codes",
    "scaled",
    "scored",
]


class NoScore(Enum):
    """Why there is no score.

    Examples
    --------
    >>> from indh_me.compute.projection.backtest.scores import smape
    >>> smape([[0.0]], [[0.0]]).undefined
    {<NoScore.BOTH_ZERO: 'both_zero'>: 1}
    """

    #: Nobody knows how it turned out.
    NO_OUTCOME = "no_outcome"
    #: Nothing was projected, or no interval or probability given.
    NO_PROJECTION = "no_projection"
    #: The training part has fewer than two figures, so no change to compare with.
    NO_SCALE = "no_scale"
    #: The training part never moved: its mean change is zero.
    CONSTANT = "constant"
    #: Outcome and projection are both zero, 0 / 0.
    BOTH_ZERO = "both_zero"


REASONS = tuple(NoScore)


@frozen(eq=False, kw_only=True)
class Score:
    """Scores of many projections, and why some have none.

    Parameters
    ----------
    each
        One for each outcome, series x horizons; NaN where undefined.

    Examples
    --------
    >>> from indh_me.compute.projection.backtest.scores import smape
    >>> found = smape([[100.0, 0.0]], [[100.0, 0.0]])
    >>> found.value, found.by_horizon, found.count, found.count_by_horizon
    (0.0, (0.0, None), 1, (1, 0))
    >>> found.undefined
    {<NoScore.BOTH_ZERO: 'both_zero'>: 1}
    """

    each: Floats
    _why: npt.NDArray[np.int8] = field(repr=False)

    @property
    def value(self) -> float | None:
        """The mean of those that are defined; `None` when none is."""
        return _mean(self.each[self._why < 0])

    @property
    def by_horizon(self) -> tuple[float | None, ...]:
        """The mean at each horizon, that is, of each column; `None` where none is defined."""
        return tuple(
            _mean(each[why < 0])
            for each, why in zip(
                np.atleast_2d(self.each.T), np.atleast_2d(self._why.T), strict=True
            )
        )

    @property
    def count_by_horizon(self) -> tuple[int, ...]:
        """How many are defined at each horizon."""
        return tuple(np.count_nonzero(np.atleast_2d(self._why.T) < 0, axis=1).tolist())

    @property
    def count(self) -> int:
        """How many are defined."""
        return int(np.count_nonzero(self._why < 0))

    @property
    def undefined(self) -> Mapping[NoScore, int]:
        """How many are not, by the reason."""
        return counted_reasons(self._why)


def reason_codes(shape: tuple[int, ...], *undefined: tuple[NoScore, Flags]) -> npt.NDArray[np.int8]:
    """Give the place of each reason among all, -1 where there is none; of several the first."""
    why = np.full(shape, -1, dtype=np.int8)
    for reason, where in reversed(undefined):
        why[np.broadcast_to(where, shape)] = REASONS.index(reason)
    return why


def scored(each: Floats, *undefined: tuple[NoScore, Flags]) -> Score:
    """Leave out what is undefined."""
    why = reason_codes(each.shape, *undefined)
    return Score(each=np.where(why < 0, each, np.nan), why=why)


def missing(outcome: Floats, *projected: Floats) -> tuple[tuple[NoScore, Flags], ...]:
    """Say where there is nothing to compare; an infinite end of an interval is an end."""
    absent = np.asarray(np.any([np.isnan(each) for each in projected], axis=0), dtype=np.bool_)
    return (NoScore.NO_OUTCOME, ~np.isfinite(outcome)), (NoScore.NO_PROJECTION, absent)


def no_scale(scale: Floats) -> tuple[tuple[NoScore, Flags], ...]:
    """Say where a scale measures nothing."""
    return (NoScore.NO_SCALE, np.isnan(scale)), (NoScore.CONSTANT, scale == 0)


def counted_reasons(why: npt.NDArray[np.int8]) -> Mapping[NoScore, int]:
    """Count the places of reasons by the reason."""
    counts = np.bincount(why[why >= 0].ravel(), minlength=len(REASONS)).tolist()
    return {reason: count for reason, count in zip(REASONS, counts, strict=True) if count > 0}


def fitted(*figures: npt.ArrayLike) -> tuple[Floats, ...]:
    """Bring figures to one shape."""
    arrays = [np.asarray(each, dtype=np.float64) for each in figures]
    try:
        return tuple(np.broadcast_arrays(*arrays))
    except ValueError:
        shapes = " and ".join(f"'{each.shape}'" for each in arrays)
        mend = "give them the same number of series and of horizons"
        raise InvalidInputError(Fault(f"shapes {shapes} do not fit", mend=mend)) from None


def scaled(scale: npt.ArrayLike, *figures: npt.ArrayLike) -> tuple[Floats, ...]:
    """Bring figures to one shape, and the scales of the series beside their horizons."""
    arrays = fitted(*figures)
    scales = np.asarray(scale, dtype=np.float64)
    wide = scales.reshape(scales.shape + (1,) * (arrays[0].ndim - scales.ndim))
    return fitted(*arrays, wide)


def checked_level(level: float) -> float:
    """Give back a level; refuse what is no share between 0 and 1."""
    if not 0 < level < 1:
        mend = "give a share between 0 and 1, such as 0.95"
        raise InvalidInputError(Fault(f"level '{level}'", "level", mend))
    return level


def _mean(values: Floats) -> float | None:
    return None if values.size == 0 else values.mean().item()
