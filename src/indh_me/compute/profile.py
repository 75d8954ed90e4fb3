"""Profiles: the shapes of the paths on which progress is expected."""

from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt

from indh_me.errors import Fault, InvalidInputError
from indh_me.model import Trajectory
from indh_me.model._fields import word_of

from .bounds import Floats, numbers

__all__ = ["expected_fraction", "mixed"]


def _linear(elapsed: Floats) -> Floats:
    return elapsed


def _step(elapsed: Floats) -> Floats:
    return np.floor(elapsed)


def _front_loaded(elapsed: Floats) -> Floats:
    return 1 - np.square(1 - elapsed)


def _back_loaded(elapsed: Floats) -> Floats:
    return np.square(elapsed)


def _s_curve(elapsed: Floats) -> Floats:
    return np.where(elapsed <= 1 / 2, 2 * np.square(elapsed), 1 - 2 * np.square(1 - elapsed))


#: From the share of the time that has gone by, 0 to 1, to the share of the way.
SHAPES: Mapping[Trajectory, Callable[[Floats], Floats]] = {
    Trajectory.LINEAR: _linear,
    Trajectory.MILESTONES: _linear,
    Trajectory.STEP: _step,
    Trajectory.FRONT_LOADED: _front_loaded,
    Trajectory.BACK_LOADED: _back_loaded,
    Trajectory.S_CURVE: _s_curve,
}


def expected_fraction(elapsed: npt.ArrayLike, profile: Trajectory | str) -> Floats:
    r"""Give the share of the way that should be done after a share of the time.

    Parameters
    ----------
    elapsed
        Share of the time that has gone by, of any shape: 0 at the start, 1 at the end. Below 0
        counts as 0, above 1 as 1; NaN gives NaN.
    profile
        The path.

    Returns
    -------
    numpy.ndarray
        Shares of the way, 0 to 1, of the shape of ``elapsed``.

    Raises
    ------
    InvalidInputError
        When the path is unknown, or what has gone by is no number.

    Notes
    -----
    With u the share of the time and f the share of the way:

    - ``linear``, and ``milestones`` between two neighbouring targets: f = u;
    - ``step``: f = 0 for u < 1, and 1 for u = 1;
    - ``front_loaded``: f = 1 - (1 - u)^2. The speed falls evenly, from twice the mean to zero;
    - ``back_loaded``: f = u^2. The speed rises evenly, from zero to twice the mean;
    - ``s_curve``: f = 2 u^2 for u <= 1/2, then 1 - 2 (1 - u)^2. The speed rises evenly to twice
      the mean at half-time and falls evenly to zero.

    Each rises from 0 to 1 and never falls. The last three are the cumulative distributions of
    the triangular density on 0..1 with its peak at the start, at the end and in the middle.

    References
    ----------
    .. [1] Linear: the quarterly goal q/4 of PEPFAR's country reviews (USAID-OHA-SI/gophr,
       R/calc_achievement.R).
    .. [2] Milestones and step: European Commission, OPSYS, "Intermediate Targets and Outcome
       Profile"; its profile C is "no progress until the end".
    .. [3] Front-loaded, back-loaded, S: S. Kotz, J. R. van Dorp, "Beyond Beta", World Scientific,
       2004, chapter 1 (the triangular distribution). That progress is watched against an S: G.
       M. Murmis, "'S' curves for monitoring project progress", Project Management Journal 28(3),
       1997.

    Examples
    --------
    >>> expected_fraction([0, 0.25, 0.5, 1], "s_curve").tolist()
    [0.0, 0.125, 0.5, 1.0]
    >>> expected_fraction(0.99, "step").item()
    0.0
    """
    shape = SHAPES[word_of(Trajectory, profile, "trajectory")]
    return np.asarray(shape(np.clip(numbers(elapsed, "elapsed"), 0.0, 1.0)))


def mixed(start: npt.ArrayLike, end: npt.ArrayLike, fraction: npt.ArrayLike) -> Floats:
    """Give the values a share of the way from one value to another.

    Parameters
    ----------
    start, end
        Values at both ends, in one unit; arrays of shapes that broadcast.
    fraction
        Share of the way, 0 to 1.

    Returns
    -------
    numpy.ndarray
        (1 - f) * start + f * end, of the common shape; never outside of the two ends. NaN where
        a value that is needed is NaN.

    Raises
    ------
    InvalidInputError
        When an argument is no array of numbers, or the shapes do not fit.

    Examples
    --------
    >>> mixed(60, [80, 100], 0.5).tolist()
    [70.0, 80.0]
    """
    arrays = [
        numbers(values, name)
        for name, values in (("start", start), ("end", end), ("fraction", fraction))
    ]
    try:
        a, b, share = np.broadcast_arrays(*arrays)
    except ValueError:
        shapes = ", ".join(f"'{each.shape}'" for each in arrays)
        raise InvalidInputError(
            Fault(
                f"arrays of shapes {shapes} do not fit each other",
                mend="give arrays of one length, or single numbers",
            )
        ) from None
    with np.errstate(invalid="ignore", over="ignore", under="ignore"):
        between = np.clip((1 - share) * a + share * b, np.minimum(a, b), np.maximum(a, b))
    # At an end the other end is not needed, be it unknown or without bound.
    return np.where(share == 0, a, np.where(share == 1, b, between))
