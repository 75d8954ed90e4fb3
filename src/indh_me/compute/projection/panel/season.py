"""Seasons: what is alike in each year of quarters or months."""

from numbers import Integral

import numpy as np

from indh_me.compute.bounds import Floats
from indh_me.errors import Fault, InvalidInputError, quoted

__all__ = ["NO_SEASON", "UNEVENNESS", "season_of", "step_of"]

#: Steps of a season that is none: each year is like the others.
NO_SEASON = 1
#: How far a step may be from an even one, as a share of it: months have 28 to 31 days.
UNEVENNESS = 0.1


def season_of(season: object) -> int:
    """Read how many steps a season has; `None` is one step, and no season.

    Raises
    ------
    InvalidInputError
        For what is no whole number above 0.

    Examples
    --------
    >>> season_of(12), season_of(None)
    (12, 1)
    """
    if season is None:
        return NO_SEASON
    if isinstance(season, bool) or not isinstance(season, Integral) or int(season) < 1:
        what = f"{quoted(season)} is no number of steps in a year"
        mend = "give 4 for quarters, 12 for months, None where there is no season"
        raise InvalidInputError(Fault(what, "season", mend))
    return int(season)


def step_of(dates: Floats, season: int) -> Floats:
    """Give how long a step is, of shape (series,) or (1,).

    Parameters
    ----------
    dates
        Of shape (series, points) or (1, points), two points at least.
    season
        Steps of a season.

    Notes
    -----
    The median of the gaps without a season, or where no season is over. Else the mean of
    (t_i - t_(i - m)) / m over all points i with one a season of m steps before, at dates t: months
    have 28 to 31 days, but twelve of them have a year.

    Examples
    --------
    >>> step_of(np.array([[0.0, 31, 59, 90, 120]]), 1).tolist()
    [30.5]
    >>> step_of(np.array([[0.0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]]), 12) * 12
    array([365.])
    """
    if season == NO_SEASON or dates.shape[1] <= season:
        return np.asarray(np.median(np.diff(dates, axis=1), axis=1))
    return np.asarray((dates[:, season:] - dates[:, :-season]).mean(axis=1) / season)
