"""Sampling errors of the figures: how uncertain a projection is by them alone."""

from collections.abc import Callable

import numpy as np
from attrs import evolve

from indh_me.compute.bounds import Floats

from .series import Forecast, Series

__all__ = ["floored", "sampling_scale"]


def floored(
    made: Forecast, project: Callable[[Series], Forecast], series: Series, errors: Floats
) -> Forecast:
    """Let the scale of a forecast be no smaller than the sampling errors alone make it.

    Parameters
    ----------
    made
        What the method says of the series. Where it has no scale it gets none: sampling errors
        do not tell how far the figures move.
    project, series
        The method, and the series.
    errors
        Standard errors of the figures, of their shape; NaN where one is not known.

    Examples
    --------
    Figures that agree by chance, of surveys with a standard error of 3:

    >>> from indh_me.compute.projection.drift import last
    >>> flat = Series(np.full((1, 3), 50.0), np.array([[-2.0, -1, 0]]), np.array([[1.0]]))
    >>> made = floored(last(flat), last, flat, np.full((1, 3), 3.0))
    >>> made.centre.item(), round(made.scale.item() ** 2, 12), made.df
    (50.0, 18.0, 2)
    """
    return evolve(made, scale=np.maximum(made.scale, sampling_scale(project, series, errors)))


def sampling_scale(project: Callable[[Series], Forecast], series: Series, errors: Floats) -> Floats:
    """Give the standard deviation of outcomes around a projection by sampling errors alone.

    Parameters
    ----------
    project, series
        The method, and the series.
    errors
        Standard errors of the figures, of their shape; NaN where one is not known.

    Returns
    -------
    numpy.ndarray
        Of shape (series, steps); zero where no error is known.

    Notes
    -----
    √(Σ a_i² e_i² + v), with e_i the standard error of the figure y_i, zero where it is not known;
    a_i = ∂f / ∂y_i how much of it the projection f takes on; and v the mean of the e_i² that are
    known, for the error of the figure to come. a_i e_i is taken as
    f(y_i + e_i / 2) - f(y_i - e_i / 2): the same for methods that are linear in the figures, and
    for the others how much the projection gives way over the width of the error.

    Examples
    --------
    With drift, f(H) = y_n + (y_n - y_1) H / T. For H = T = 2 that is 2 y_3 - y_1, so an error of
    1 each makes 4 + 1, and 1 for the figure to come:

    >>> from indh_me.compute.projection.drift import drift
    >>> series = Series(np.array([[1.0, 4.0, 5.0]]), np.array([[-2.0, -1, 0]]), np.array([[2.0]]))
    >>> round(sampling_scale(drift, series, np.ones((1, 3))).item() ** 2, 12)
    6.0
    """
    known = ~np.isnan(errors)
    each = np.where(known, errors, 0.0)
    count = known.sum(axis=1, keepdims=True)
    own = np.square(each).sum(axis=1, keepdims=True) / np.maximum(count, 1)
    total = np.repeat(own, series.ahead.shape[1], axis=1)
    for number in range(series.points):
        half = each[:, number] / 2
        if half.any():
            above, below = (_moved(project, series, number, move) for move in (half, -half))
            total += np.square(above - below)
    return np.asarray(np.sqrt(total))


def _moved(
    project: Callable[[Series], Forecast], series: Series, number: int, move: Floats
) -> Floats:
    """Project the series with one of their figures moved."""
    values = series.values.copy()
    values[:, number] += move
    return project(Series(values, series.dates, series.ahead)).centre
