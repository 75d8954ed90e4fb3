"""The mean of two methods that err in different ways."""

from indh_me.compute.projection.panel import Forecast, Series

from .drift import shrunken_drift
from .smoothing import damped_holt_09

__all__ = ["combination"]


def combination(series: Series) -> Forecast:
    """Project the mean of the shrunken drift and of damped Holt with φ = .9.

    Notes
    -----
    f(h) = (f_1(h) + f_2(h)) / 2. sd(h) is the mean of the two, which that of a mean does not
    exceed, however the two are correlated; both have n - 2 degrees of freedom. The weight is that
    of the shrunken drift.

    References
    ----------
    Bates and Granger (1969), Operational Research Quarterly 20, 451-468.

    Examples
    --------
    >>> import numpy as np
    >>> flat = Series(np.full((1, 4), 3.0), np.array([[-3.0, -2, -1, 0]]), np.array([[2.0]]))
    >>> made = combination(flat)
    >>> round(made.centre.item(), 12), made.df
    (3.0, 2)
    """
    one, other = shrunken_drift(series), damped_holt_09(series)
    return Forecast(
        (one.centre + other.centre) / 2, (one.scale + other.scale) / 2, one.df, one.weight
    )
