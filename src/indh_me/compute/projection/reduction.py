"""Official rates of change of a series, which describe it and are no projection."""

import numpy as np
import numpy.typing as npt

from indh_me.compute.bounds import Floats
from indh_me.compute.growth import compound_growth

from .methods import fit_line

__all__ = ["annual_reduction", "required_reduction"]


def annual_reduction(values: npt.ArrayLike, dates: npt.ArrayLike) -> Floats:
    """Give the average annual rate of reduction (AARR) of each series.

    Parameters
    ----------
    values
        Figures above zero without gaps, of shape (points,) or (series, points), three at least.
    dates
        Years, of shape (points,) or (series, points).

    Returns
    -------
    numpy.ndarray
        One rate for each series: 0.05 is a fall of 5 % a year, -0.05 a rise. NaN where a figure is
        zero or below.

    Notes
    -----
    1 - exp(β) with β the slope of ln y = α + β x by least squares on the years x of the surveys
    [1]_. It depends much on the surveys taken: name them beside it. For the rate between the ends
    alone (CAGR) there is ``indh_me.compute.growth.compound_growth``.

    References
    ----------
    .. [1] UNICEF (2007), Technical note: how to calculate average annual rate of reduction (AARR)
       of underweight prevalence.

    Examples
    --------
    >>> annual_reduction([100, 90, 81], [2000, 2001, 2002]).round(12).tolist()
    [0.1]
    """
    figures = np.atleast_2d(np.asarray(values, dtype=np.float64))
    logs = np.log(figures, out=np.full_like(figures, np.nan), where=figures > 0)
    with np.errstate(over="ignore"):  # A rise too steep for a number has an infinite rate.
        return -np.expm1(fit_line(dates, logs).slope[:, 0])


def required_reduction(value: npt.ArrayLike, target: npt.ArrayLike, years: npt.ArrayLike) -> Floats:
    """Give the annual rate of reduction that leads from a value to a target.

    Parameters
    ----------
    value, target
        In one unit, both above zero; arrays of shapes that broadcast.
    years
        Years from the value to the target, above zero.

    Returns
    -------
    numpy.ndarray
        Rates a year, of the shape of the arguments together: 0.05 is a fall of 5 % a year.

    Notes
    -----
    1 - (T / y)^(1 / n), with value y, target T and n years.

    References
    ----------
    That of `annual_reduction`.

    Examples
    --------
    >>> required_reduction(100, 81, 2).round(12).tolist()
    0.1
    """
    return -compound_growth(target, value, years)
