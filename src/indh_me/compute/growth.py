"""Compound annual growth."""

import numpy as np
import numpy.typing as npt

from .bounds import Floats

__all__ = ["compound_growth"]


def compound_growth(value: npt.ArrayLike, base: npt.ArrayLike, years: npt.ArrayLike) -> Floats:
    """Give the rate at which a base value grew to another each year.

    Parameters
    ----------
    value, base
        In one unit and of one sign, neither of them missing; arrays of shapes that broadcast.
    years
        Years from the base to the value, above zero.

    Returns
    -------
    numpy.ndarray
        (value / base)^(1 / years) - 1: 0.05 is 5 % a year. NaN where the signs differ.

    Notes
    -----
    Computed through logarithms of 1 + (value - base) / base, so that small growth keeps its digits.

    Examples
    --------
    >>> compound_growth([121, 100], 100, 2).round(12).tolist()
    [0.1, 0.0]
    """
    start, end = np.asarray(base, dtype=np.float64), np.asarray(value, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore", under="ignore"):
        change = (end - start) / start
        growth = np.expm1(np.log1p(change) / years)
    # Rounding hides the sign of what is very small against the other.
    differ = ((end < 0) & (start > 0)) | ((end > 0) & (start < 0))
    return np.where(differ, np.nan, growth)
