"""Pooled conformal intervals: as wide as the errors of like series were."""

import math
from collections.abc import Mapping
from enum import Enum

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.compute.bounds import Floats
from indh_me.errors import Fault, InvalidInputError

from .score import NoScore, checked_level, scaled
from .scores import mase

__all__ = ["Conformal", "NoConformal", "calibrate", "errors_needed"]

#: Series x horizons.
AXES = 2
#: Far above the rounding of (n + 1) level, far below one rank.
NEAR = 1e-9


class NoConformal(Enum):
    """Why there is no conformal interval.

    Examples
    --------
    >>> calibrate([[1]], [[0]], [1]).reasons
    (<NoConformal.TOO_FEW_ERRORS: 'too_few_errors'>,)
    """

    #: Fewer errors are known than the level needs: 19 for 95 %.
    TOO_FEW_ERRORS = "too_few_errors"
    #: Fewer like series are given than the level needs beside the one projected: 20 for 95 %.
    TOO_FEW_SERIES = "too_few_series"
    #: The series has no scale to measure its errors in, or one of zero.
    NO_SCALE = "no_scale"


@frozen(kw_only=True)
class Conformal:
    """How wide intervals must be, at each horizon, by the errors of like series.

    Parameters
    ----------
    level
        Share of outcomes that an interval should hold.
    half_widths
        Of the intervals, in scales of the series, one a horizon; `None` where there is none.
    counts
        Errors that each was taken from.
    reasons
        Why there is none, one a horizon; `None` where there is one.
    undefined
        Cases that gave no error, by the reason.

    Examples
    --------
    >>> made = calibrate([[error] for error in range(1, 20)], [[0]] * 19, [1] * 19)
    >>> made.half_widths, made.counts, made.reasons
    ((19.0,), (19,), (None,))
    """

    level: float
    half_widths: tuple[float | None, ...]
    counts: tuple[int, ...]
    reasons: tuple[NoConformal | None, ...]
    undefined: Mapping[NoScore, int]

    def interval(
        self,
        projections: npt.ArrayLike,
        scale: npt.ArrayLike,
        bounds: tuple[float | None, float | None] | None = None,
    ) -> tuple[Floats, Floats]:
        """Give the lower and upper ends of intervals around projections.

        Parameters
        ----------
        projections
            Series x horizons.
        scale
            One for each series, or for each at each horizon, made as the scales of the errors
            were.
        bounds
            Least and most that there can be; intervals end there.

        Returns
        -------
        tuple[numpy.ndarray, numpy.ndarray]
            Of the projections' shape and unit; NaN where there is no interval, which is also so
            where the scale is zero: a series that never moved does not tell how far it may.

        Raises
        ------
        InvalidInputError
            For projections that are not a table with a column for each horizon, and scales that
            do not fit them.

        Examples
        --------
        >>> errors = [[error] for error in range(1, 20)]
        >>> found = calibrate(errors, [[0]] * 19, [1] * 19)
        >>> low, high = found.interval([[50], [90]], [2, 1], bounds=(0, 100))
        >>> low.tolist(), high.tolist()
        ([[12.0], [71.0]], [[88.0], [100.0]])
        """
        point, scales = scaled(scale, projections)
        widths = np.array(
            [math.nan if each is None else each for each in self.half_widths], dtype=np.float64
        )
        if point.ndim != AXES or point.shape[1] != widths.size:
            what = f"projections of shape '{point.shape}' beside '{widths.size}' horizons"
            raise InvalidInputError(Fault(what, "projections", "give a table, series x horizons"))
        reach = np.where(scales > 0, scales, np.nan) * widths
        least, most = (None, None) if bounds is None else bounds
        ends = (-np.inf if least is None else least, np.inf if most is None else most)
        return np.clip(point - reach, *ends), np.clip(point + reach, *ends)


def errors_needed(level: float) -> int:
    """Give how many errors of like series the intervals of a level need.

    Parameters
    ----------
    level
        Share of outcomes that an interval should hold, between 0 and 1.

    Returns
    -------
    int
        The least n with ceil((n + 1) level) <= n.

    Examples
    --------
    >>> errors_needed(0.95), errors_needed(0.9), errors_needed(0.8)
    (19, 9, 4)
    """
    share = checked_level(level)
    return math.ceil(share / (1 - share) - NEAR)


def calibrate(
    outcomes: npt.ArrayLike,
    projections: npt.ArrayLike,
    scale: npt.ArrayLike,
    *,
    level: float = 0.95,
    known: npt.ArrayLike | None = None,
    by: float | None = None,
) -> Conformal:
    r"""Give how wide intervals must be, from the errors of past projections of like series.

    Parameters
    ----------
    outcomes, projections
        Of past cases, cases x horizons, each case in its own unit; NaN where missing.
    scale
        One for each case, or for each at each horizon, from what was known when it was projected.
    level
        Share of outcomes that an interval should hold.
    known
        When each outcome became known, of a shape that broadcasts to theirs, such as a year.
    by
        The day of the projection in the unit of ``known``: what became known later is not used.

    Returns
    -------
    Conformal
        One half-width a horizon, to be multiplied by the scale of the series projected.

    Raises
    ------
    InvalidInputError
        For shapes that do not fit, a level that is none, and ``known`` without ``by``.

    Notes
    -----
    With outcome y, projection f and scale s of each of n cases, the half-width is the k-th smallest
    of the errors \|y - f\| / s, k = ceil((n + 1) level). When the errors of the n cases and the
    new one are exchangeable, as those of one case per series drawn alike are, the interval holds
    the outcome with a probability of at least the level, and of at most the level + 1 / (n + 1)
    where no errors are equal. With k > n there is no such interval (``too_few_errors``): 95 % need
    19. The promise holds on the whole, not for each series; several cases of one series, or a
    change of times, weaken it.

    References
    ----------
    .. [1] Vovk, Gammerman and Shafer (2005), "Algorithmic Learning in a Random World", Springer.
    .. [2] Lei, G'Sell, Rinaldo, Tibshirani and Wasserman (2018), "Distribution-free predictive
       inference for regression", Journal of the American Statistical Association 113, 1094-1111.

    Examples
    --------
    >>> errors = [[error] for error in range(1, 20)]
    >>> calibrate(errors, [[0]] * 19, [1] * 19).half_widths
    (19.0,)
    >>> few = calibrate(errors, [[0]] * 19, [1] * 19, known=[[2000]] * 18 + [[2001]], by=2000)
    >>> few.half_widths, few.counts, few.reasons[0].value
    ((None,), (18,), 'too_few_errors')
    """
    checked_level(level)
    made = mase(np.atleast_2d(np.asarray(outcomes, dtype=np.float64)), projections, scale)
    errors = made.each
    if (known is None) != (by is None):
        what = "half a time: known and by belong together"
        mend = "give when each outcome became known and the day of the projection, or neither"
        raise InvalidInputError(Fault(what, "by" if by is None else "known", mend))
    if known is not None and by is not None:
        try:
            when = np.broadcast_to(np.asarray(known, dtype=np.float64), errors.shape)
        except ValueError:
            what = f"known of shape '{np.shape(known)}' beside '{errors.shape}' outcomes"
            raise InvalidInputError(
                Fault(what, "known", "give one time for each outcome")
            ) from None
        errors = np.where(when <= by, errors, np.nan)
    ranked = [np.sort(column[~np.isnan(column)]) for column in errors.T]
    widths = [_ranked(column, level) for column in ranked]
    return Conformal(
        level=level,
        half_widths=tuple(widths),
        counts=tuple(column.size for column in ranked),
        reasons=tuple(NoConformal.TOO_FEW_ERRORS if each is None else None for each in widths),
        undefined=made.undefined,
    )


def _ranked(errors: Floats, level: float) -> float | None:
    """Give the error of the rank that the level asks for, if there are enough."""
    rank = math.ceil((errors.size + 1) * level - NEAR)
    return None if rank > errors.size else errors[rank - 1].item()
