"""A panel to project: many series, their dates, and the dates to project them to."""

import math
from numbers import Integral

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.compute.bounds import Floats
from indh_me.errors import Fault, InvalidInputError, quoted

from .dates import decimal_years, numbers

__all__ = ["Panel", "bounds_of", "level_of", "of_shape"]

OPEN = (-math.inf, math.inf)


@frozen(eq=False)
class Panel:
    """Many series and their dates.

    Parameters
    ----------
    values
        Figures, of shape (series, time); NaN where there is none.
    dates
        Years, of shape (series, time), or (1, time) where all series share them.
    at
        Years to project to, of shape (series, steps) or (1, steps); `None` to step ahead.
    steps
        How many steps or dates to project to.
    is_numbered
        Whether the dates are only the numbers 0, 1, 2 ... of the columns.
    errors
        Standard errors of the figures, of the shape of the values; NaN where one is not known,
        `None` where none was given.
    season
        Steps of a season; 1 where there is none.
    """

    values: Floats
    dates: Floats
    at: Floats | None
    steps: int
    is_numbered: bool
    errors: Floats | None = None
    season: int = 1

    @classmethod
    def of(
        cls,
        values: npt.ArrayLike,
        times: npt.ArrayLike | None,
        horizon: int | None,
        at: npt.ArrayLike | None,
        errors: npt.ArrayLike | None = None,
        *,
        season: int = 1,
    ) -> "Panel":
        """Take a panel as `project_panel` is given it.

        Raises
        ------
        InvalidInputError
            For what is no number, shapes that do not fit, and not exactly one of horizon and at.
        """
        figures = numbers(values, "values")
        if figures.ndim == 1:
            figures = figures[None, :]
        if figures.ndim != 2:  # noqa: PLR2004 - series and time
            what = f"'values' has {figures.ndim} dimensions"
            mend = "give one row a series and one column a date"
            raise InvalidInputError(Fault(what, "values", mend))
        if (horizon is None) == (at is None):
            what = "not one of 'horizon' and 'at'" if at is None else "both 'horizon' and 'at'"
            mend = "give a number of steps as horizon, or dates as at"
            raise InvalidInputError(Fault(what, "horizon", mend))
        series, time = figures.shape
        dates = np.arange(float(time))[None, :]
        if times is not None:
            dates = of_shape(decimal_years(times, "times"), series, time, "times")
        ahead = None
        if at is None:
            steps = _steps(horizon)
        else:
            ahead = decimal_years(at, "at")
            steps = ahead.shape[-1] if ahead.ndim > 0 else 1
            ahead = of_shape(ahead.reshape(1) if ahead.ndim == 0 else ahead, series, steps, "at")
        known = None if errors is None else _errors(errors, figures)
        return cls(figures, dates, ahead, steps, times is None, known, season)

    @property
    def is_in_order(self) -> bool:
        """Whether all series share dates that are known and run forward."""
        shared = self.dates[0]
        return (
            len(self.dates) == 1
            and bool(np.isfinite(shared).all())
            and bool((np.diff(shared) > 0).all())
        )


def of_shape(dates: Floats, series: int, columns: int, name: str) -> Floats:
    """Give dates as a table, of one row or of one for each series.

    Raises
    ------
    InvalidInputError
        For dates that do not fit the series.

    Examples
    --------
    >>> of_shape(np.array([2003.0, 2004.0]), series=3, columns=2, name="times").shape
    (1, 2)
    """
    found = dates[None, :] if dates.ndim == 1 else dates
    if found.shape not in ((1, columns), (series, columns)):
        what = f"'{name}' of shape '{dates.shape}' does not fit {series} series and {columns} dates"
        mend = "give one row of dates for all series, or one for each"
        raise InvalidInputError(Fault(what, name, mend))
    return found


def _errors(errors: npt.ArrayLike, figures: Floats) -> Floats:
    found = numbers(errors, "errors")
    if found.ndim == 1:
        found = found[None, :]
    if found.shape != figures.shape:
        what = f"'errors' of shape '{found.shape}' do not fit 'values' of shape '{figures.shape}'"
        mend = "give a standard error for each figure, NaN where it is not known"
        raise InvalidInputError(Fault(what, "errors", mend))
    return found


def _steps(horizon: object) -> int:
    if isinstance(horizon, bool) or not isinstance(horizon, Integral) or int(horizon) < 1:
        what = f"{quoted(horizon)} is no number of steps"
        raise InvalidInputError(Fault(what, "horizon", "give 1 or more, or dates as at"))
    return int(horizon)


def bounds_of(bounds: tuple[float | None, float | None] | None) -> tuple[float, float]:
    """Read bounds that no value can leave; `None` is open.

    Raises
    ------
    InvalidInputError
        For what is no pair of numbers, and a low bound that is not below the high one.

    Examples
    --------
    >>> bounds_of((0, None)), bounds_of(None)
    ((0.0, inf), (-inf, inf))
    """
    if bounds is None:
        return OPEN
    mend = "give the lowest and the highest possible value, None where there is none"
    try:
        low, high = (
            end if each is None else float(each) for each, end in zip(bounds, OPEN, strict=True)
        )
    except (TypeError, ValueError):
        what = f"{quoted(bounds)} is no pair of bounds"
        raise InvalidInputError(Fault(what, "bounds", mend)) from None
    if not low < high:
        what = f"the low bound '{low}' is not below the high bound '{high}'"
        raise InvalidInputError(Fault(what, "bounds", mend))
    return low, high


def level_of(level: object, name: str = "level") -> float:
    """Read the share that an interval should hold.

    Parameters
    ----------
    level
        The share.
    name
        Of the argument, for the fault.

    Raises
    ------
    InvalidInputError
        For what is no number between 0 and 1.

    Examples
    --------
    >>> level_of(0.9)
    0.9
    """
    if not isinstance(level, (int, float, np.floating)) or not 0 < level < 1:
        what = f"{quoted(level)} is no level of an interval"
        raise InvalidInputError(Fault(what, name, "give a share between 0 and 1, such as 0.95"))
    return float(level)
