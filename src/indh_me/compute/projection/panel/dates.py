"""Dates as years."""

import math
from datetime import date

import numpy as np
import numpy.typing as npt

from indh_me.compute.bounds import Floats
from indh_me.errors import Fault, InvalidInputError

__all__ = ["day_over", "decimal_years", "numbers", "year_after", "year_before"]

#: Kinds of arrays that numpy would turn into numbers, though they are none.
NO_NUMBERS = "MmcSUV"
#: Shares of a day that are rounding.
ROUNDING = 1e-6


def decimal_years(dates: npt.ArrayLike, name: str) -> Floats:
    """Give dates as years with the part of the year that is over.

    Parameters
    ----------
    dates
        Numbers of years, or `numpy.datetime64`; NaN or NaT where a date is not known.
    name
        How the argument is called.

    Raises
    ------
    InvalidInputError
        For what is neither.

    Notes
    -----
    A day counts as its share of its own year, so the first days of years are a whole year apart.

    Examples
    --------
    >>> decimal_years(np.array(["2007-01-01", "2008-07-02"], "datetime64[D]"), "times").tolist()
    [2007.0, 2008.5]
    """
    found = np.asarray(dates)
    if found.dtype.kind != "M":
        return numbers(found, name)
    unknown = np.isnat(found)
    years = found.astype("datetime64[Y]")
    start, end = (each.astype("datetime64[ms]") for each in (years, years + 1))
    part = (found.astype("datetime64[ms]") - start) / (end - start)
    return np.asarray(np.where(unknown, np.nan, years.astype(np.int64) + 1970 + part))


def year_before(day: date) -> float:
    """Give the years that are over when a day begins, as `decimal_years` gives them.

    Examples
    --------
    >>> year_before(date(2008, 7, 2))
    2008.5
    """
    return day.year + _days_before(day) / _days_of_year(day.year)


def year_after(day: date) -> float:
    """Give the years that are over when a day ends, which is when the next begins.

    Examples
    --------
    >>> year_after(date(2008, 12, 31))
    2009.0
    """
    return day.year + (_days_before(day) + 1) / _days_of_year(day.year)


def day_over(year: float) -> date | None:
    """Give the day at whose end a moment has come, as `year_after` counts it.

    Parameters
    ----------
    year
        Years, decimal.

    Returns
    -------
    datetime.date | None
        `None` where there is no moment, or the calendar has ended.

    Examples
    --------
    >>> day_over(2009.0), day_over(2008.5)
    (datetime.date(2008, 12, 31), datetime.date(2008, 7, 1))
    """
    if math.isnan(year):
        return None
    whole = math.floor(year)
    if not date.min.year <= whole <= date.max.year:
        return None
    days = math.ceil((year - whole) * _days_of_year(whole) - ROUNDING)
    ordinal = date(whole, 1, 1).toordinal() - 1 + days
    return date.fromordinal(ordinal) if ordinal > 0 else None


def _days_before(day: date) -> int:
    return day.toordinal() - date(day.year, 1, 1).toordinal()


def _days_of_year(year: int) -> int:
    return date(year, 12, 31).toordinal() - date(year, 1, 1).toordinal() + 1


def numbers(values: npt.ArrayLike, name: str) -> Floats:
    """Read an array of numbers; what is masked is NaN.

    Parameters
    ----------
    values
        Numbers, an array of any shape, masked or not.
    name
        How the argument is called.

    Raises
    ------
    InvalidInputError
        For what is no number.

    Examples
    --------
    >>> numbers(np.ma.array([1, 2], mask=[False, True]), "values").tolist()
    [1.0, nan]
    """
    fault = Fault(
        f"'{name}' holds what is no number", name, "give numbers, NaN where there is none"
    )
    try:
        found = np.asanyarray(values)
        is_number = found.dtype.kind not in NO_NUMBERS
        figures = np.asarray(found if is_number else np.nan, dtype=np.float64, order="C")
    except (TypeError, ValueError):
        raise InvalidInputError(fault) from None
    if not is_number:
        raise InvalidInputError(fault)
    hidden = np.ma.getmaskarray(found) if isinstance(found, np.ma.MaskedArray) else None
    return figures if hidden is None else np.where(hidden, np.nan, figures)
