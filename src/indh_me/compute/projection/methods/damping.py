"""How a slope dies away, and how much surer a step is than the steps after it."""

import numpy as np
import numpy.typing as npt

from indh_me.compute.bounds import Floats
from indh_me.compute.projection.panel import Series

__all__ = ["steps_ahead", "sum_of_damping", "variance_growth"]


def sum_of_damping(phi: npt.ArrayLike, steps: npt.ArrayLike) -> Floats:
    """Give φ + φ² + ... + φ^h, between whole steps as its formula φ (1 - φ^h) / (1 - φ) goes.

    Examples
    --------
    >>> sum_of_damping([0.5, 1.0], 3).tolist()
    [0.875, 3.0]
    """
    share, h = np.broadcast_arrays(np.asarray(phi, np.float64), np.asarray(steps, np.float64))
    left = np.where(share == 1, 1.0, 1 - share)
    return np.asarray(np.where(share == 1, h, share * (1 - share**h) / left))


def variance_growth(
    alpha: npt.ArrayLike, beta: npt.ArrayLike, phi: npt.ArrayLike, steps: npt.ArrayLike
) -> Floats:
    """Give the variance of smoothing h steps ahead, over that of one step.

    Parameters
    ----------
    alpha, beta, phi
        Parameters as for `smooth`, phi above 0 and at most 1.
    steps
        Steps ahead; they need not be whole.

    Notes
    -----
    The sum 1 + Σ c_j² over j = 1 ... h - 1 with c_j = α + β φ_j, φ_j = φ + ... + φ^j, in closed
    form [1]_: for φ = 1

        1 + (h - 1) (α² + α β h + β² h (2h - 1) / 6),

    else 1 + α² (h - 1) + β φ h / (1 - φ)² (2 α (1 - φ) + β φ)
    - β φ (1 - φ^h) / ((1 - φ)² (1 - φ²)) (2 α (1 - φ²) + β φ (1 + 2φ - φ^h)).

    References
    ----------
    .. [1] Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential Smoothing, table
       6.2.

    Examples
    --------
    >>> variance_growth(0.5, 0.0, 1.0, [1, 2, 3]).tolist()
    [1.0, 1.25, 1.5]
    """
    a, b, share, h = np.broadcast_arrays(
        *(np.asarray(each, dtype=np.float64) for each in (alpha, beta, phi, steps))
    )
    straight = share == 1
    left = np.where(straight, 0.5, 1 - share)
    kept, gone = b * share, 1 - share**h
    both = left * (1 + share)
    damped = 1 + a * a * (h - 1) + kept * h / left**2 * (2 * a * left + kept)
    damped -= kept * gone / (left**2 * both) * (2 * a * both + kept * (2 * share + gone))
    plain = 1 + (h - 1) * (a * a + a * b * h + b * b * h * (2 * h - 1) / 6)
    return np.asarray(np.maximum(np.where(straight, plain, damped), 0.0))


def steps_ahead(series: Series) -> Floats:
    """Count the dates ahead in steps of the series, whose dates are evenly spaced."""
    return np.asarray(series.ahead * ((series.points - 1) / series.span))
