"""Sampling errors of the figures: how uncertain a projection is by them alone."""

from collections.abc import Callable

import numpy as np
from attrs import evolve

from indh_me.compute.bounds import Floats

from .panel import Forecast, Series

__all__ = ["sampling_variance", "with_errors"]


def with_errors(
    made: Forecast, project: Callable[[Series], Forecast], series: Series, errors: Floats
) -> Forecast:
    """Bring sampling errors that are known into the scale of a forecast.

    Parameters
    ----------
    made
        What the method says of the series. Where it has no scale it gets none: sampling errors
        do not tell how far the figures move.
    project, series
        The method, and the series.
    errors
        Standard errors of the figures, of their shape; NaN where one is not known.

    Notes
    -----
    s² = max(s₀² + max(S - N, 0), S), with s₀ the method's own scale, S the variance by sampling
    errors alone, and N how much of it the scatter that the method measures holds already: both as
    `sampling_variance` gives them. What s₀ lacks is added, and nothing twice; and by chance, too,
    the scale is no smaller than the errors alone make it.

    Examples
    --------
    Figures that agree by chance, of surveys with a standard error of 3:

    >>> from indh_me.compute.projection.methods.drift import last
    >>> flat = Series(np.full((1, 3), 50.0), np.array([[-2.0, -1, 0]]), np.array([[1.0]]))
    >>> made = with_errors(last(flat), last, flat, np.full((1, 3), 3.0))
    >>> made.centre.item(), round(made.scale.item() ** 2, 12), made.df
    (50.0, 18.0, 2)
    """
    alone, held = sampling_variance(made, project, series, errors)
    own = np.square(made.scale)
    whole = np.maximum(own + np.maximum(alone - held, 0.0), alone)
    return evolve(made, scale=np.where(whole <= own, made.scale, np.sqrt(whole)))


def sampling_variance(
    made: Forecast, project: Callable[[Series], Forecast], series: Series, errors: Floats
) -> tuple[Floats, Floats]:
    """Give the variance by sampling errors alone, and how much of it the own scale holds.

    Parameters
    ----------
    made, project, series, errors
        As for `with_errors`.

    Returns
    -------
    tuple[numpy.ndarray, numpy.ndarray]
        The variance S by sampling errors alone, and the part N that is in the square of the
        method's own scale; of shape (series, steps), zero where no error is known.

    Notes
    -----
    With e_i the standard error of the figure y_i, zero where it is not known:

    - S = Σ a_i² e_i² + v, with a_i = ∂f / ∂y_i how much of y_i the projection f takes on, and v
      the mean of the e_i² that are known, for the error of the figure to come;
    - N = ½ Σ e_i² ∂²s₀² / ∂y_i², by which the errors raise s₀² on average, s₀ the method's scale.

    Both are taken from the projections of y_i ± e_i / 2: a_i e_i as the difference of their points,
    N as Σ 2 (s₀²(y_i + e_i/2) + s₀²(y_i - e_i/2) - 2 s₀²). That is exact where points are linear
    in the figures and squares of scales are quadratic, as with ``last``, ``drift`` and ``ols``.
    For other methods it is what they do over the width of the error, and N is not taken below
    zero.

    Examples
    --------
    With drift, f(H) = y_n + (y_n - y_1) H / T. For H = T = 2 that is 2 y_3 - y_1, so errors of 1
    each make S = 4 + 1, and 1 for the figure to come. s₀² = 4 s² with
    s² = (y_3 - 2 y_2 + y_1)² / 2, so N = 4 (1 + 4 + 1) / 2:

    >>> from indh_me.compute.projection.methods.drift import drift
    >>> series = Series(np.array([[1.0, 4.0, 5.0]]), np.array([[-2.0, -1, 0]]), np.array([[2.0]]))
    >>> alone, held = sampling_variance(drift(series), drift, series, np.ones((1, 3)))
    >>> round(alone.item(), 12), round(held.item(), 12)
    (6.0, 12.0)
    """
    known = ~np.isnan(errors)
    each = np.where(known, errors, 0.0)
    count = known.sum(axis=1, keepdims=True)
    to_come = np.square(each).sum(axis=1, keepdims=True) / np.maximum(count, 1)
    alone = np.repeat(to_come, series.ahead.shape[1], axis=1)
    own, held = np.square(made.scale), np.zeros_like(alone)
    for number in range(series.points):
        half = each[:, number] / 2
        if half.any():
            above, below = (_moved(project, series, number, move) for move in (half, -half))
            alone += np.square(above.centre - below.centre)
            held += 2 * (np.square(above.scale) + np.square(below.scale) - 2 * own)
    return alone, np.maximum(held, 0.0)


def _moved(
    project: Callable[[Series], Forecast], series: Series, number: int, move: Floats
) -> Forecast:
    """Project the series with one of their figures moved."""
    values = series.values.copy()
    values[:, number] += move
    return project(evolve(series, values=values))
