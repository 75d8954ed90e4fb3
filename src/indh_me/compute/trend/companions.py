"""What stands beside a projection: the pace, official rates and classes, and the trend test."""

import math

from attrs import frozen

from indh_me.compute.banding import Banding
from indh_me.compute.growth import compound_growth
from indh_me.compute.open_sdg import open_sdg
from indh_me.compute.projection import annual_reduction
from indh_me.errors import InvalidInputError
from indh_me.model import Direction, Indicator, Period, Quantity

from .history import History, moment_of

__all__ = ["RequiredPace", "growth_of", "open_sdg_class", "reduction_of", "required_pace"]

#: Figures from which a line is fitted to their logarithms.
FEWEST_FOR_REDUCTION = 3


@frozen(kw_only=True)
class RequiredPace:
    """What a target asks for each year, against what each year has brought.

    Parameters
    ----------
    required
        In the indicator's unit a year. Of a level or a running total, the change that is left
        over the years that are left; of a flow, the target over the years of its period.
    observed
        The same of the figures so far: their average change, or a flow's average; `None` of a
        single level.
    ratio
        Required over observed: 2 is twice the pace so far. `None` where nothing moved.

    Examples
    --------
    >>> import indh_me as me
    >>> made = me.project(
    ...     {"2003": 60, "2004": 62, "2005": 65, "2006": 67, "2007": 70}, to="2010", target=72
    ... )
    >>> str(made.pace.required), str(made.pace.observed), round(made.pace.ratio.best, 2)
    ('0.6666666666666666', '2.5', 0.27)
    """

    required: Quantity
    observed: Quantity | None
    ratio: Quantity | None


def required_pace(history: History, target: Quantity, to: Period) -> RequiredPace | None:
    """Tell what a target asks for each year.

    Parameters
    ----------
    history
        The figures so far.
    target
        In the indicator's unit.
    to
        Its period.

    Returns
    -------
    RequiredPace | None
        `None` without a figure, of a level without time left, and where figures are so large that
        what they ask for is no number.

    Notes
    -----
    With T the target, y_1 and y_n the first and the last figure, t_1 and t_n their dates and t
    that of the target, in years:

    - a level, a running total: required (T - y_n) / (t - t_n), observed
      (y_n - y_1) / (t_n - t_1);
    - a flow, with l years in the target's period and l_i in that of figure i: required T / l,
      observed Σ y_i / Σ l_i.

    Examples
    --------
    >>> from indh_me.compute.trend.history import history_of
    >>> share = Indicator(code="A", unit="percent", direction="increase", accumulation="latest")
    >>> seen = [(Period.year(year), Quantity.exactly(60 + year - 2005)) for year in (2005, 2008)]
    >>> history = history_of(share, seen, to=Period.year(2010), is_cumulative=False)
    >>> pace = required_pace(history, Quantity.exactly(69), Period.year(2010))
    >>> str(pace.required), str(pace.observed), str(pace.ratio)
    ('3', '1', '3')
    """
    try:
        return _pace(history, target, to)
    except InvalidInputError:  # Quantities refuse what is too large for a number.
        return None


def _pace(history: History, target: Quantity, to: Period) -> RequiredPace | None:
    last = history.last
    if last is None:
        return None
    first = history.figures[0]
    if history.is_paced:
        required = target / history.length_of(to)
        total = sum((each.quantity for each in history.figures[1:]), start=first.quantity)
        observed = total / sum(each.period.years for each in history.figures)
        return RequiredPace(required=required, observed=observed, ratio=_ratio(required, observed))
    left, span = history.year_of(to) - last.year, last.year - first.year
    if left <= 0:
        return None
    required = (target - last.quantity) / left
    if span <= 0:
        return RequiredPace(required=required, observed=None, ratio=None)
    observed = (last.quantity - first.quantity) / span
    return RequiredPace(required=required, observed=observed, ratio=_ratio(required, observed))


def growth_of(history: History) -> float | None:
    """Give the compound annual growth (CAGR) between the first and the last figure.

    Parameters
    ----------
    history
        The figures; those without a best estimate have no growth.

    Returns
    -------
    float | None
        As a fraction a year; `None` where the signs differ or a figure is zero.
    """
    if len(history.figures) < 2:  # noqa: PLR2004 - a first and a last
        return None
    first, last = history.figures[0], history.figures[-1]
    start, end = (
        _per_year(history, first.quantity.best, first.period),
        _per_year(history, last.quantity.best, last.period),
    )
    if start is None or end is None or start == 0 or last.year <= first.year:
        return None
    growth = compound_growth(end, start, last.year - first.year).item()
    return growth if math.isfinite(growth) else None


def reduction_of(history: History) -> float | None:
    """Give the average annual rate of reduction (AARR) of the figures, as a fraction.

    Parameters
    ----------
    history
        Three figures at least, all with a best estimate above zero; else `None`.
    """
    values = [_per_year(history, each.quantity.best, each.period) for each in history.figures]
    known = [each for each in values if each is not None and 0 < each < math.inf]
    if len(known) != len(values) or len(known) < FEWEST_FOR_REDUCTION:
        return None
    rate = annual_reduction(known, [each.year for each in history.figures]).item()
    return rate if math.isfinite(rate) else None


def open_sdg_class(
    indicator: Indicator, history: History, target: Quantity | None, to: Period
) -> Banding | None:
    """Give the Open SDG class of the last figure against the way to the target.

    Parameters
    ----------
    indicator
        Its baseline is the base, if it has one with a period; else the first figure is.
    history
        The figures.
    target
        In the indicator's unit; `None` for the class without a target.
    to
        Its period.

    Returns
    -------
    Banding | None
        `None` for an indicator to maintain, without figures, where the target is no number, where
        it falls due before the base, and where figures are so large that their growth is no number.
    """
    try:
        return _open_sdg_class(indicator, history, target, to)
    except InvalidInputError:  # Quantities refuse what is too large for a number.
        return None


def _open_sdg_class(
    indicator: Indicator, history: History, target: Quantity | None, to: Period
) -> Banding | None:
    last = history.last
    base, since = _base(indicator, history)
    if last is None or base is None or indicator.direction is Direction.MAINTAIN:
        return None
    span = last.year - since
    if span <= 0:
        return None
    actual = history.pace_of(last)
    aim = None if target is None else _per_year(history, target.best, to)
    horizon = history.year_of(to) - since
    if target is not None and (aim is None or horizon <= 0):
        return None
    return open_sdg(
        actual,
        base,
        years=span,
        direction=indicator.direction,
        target=aim,
        target_years=None if aim is None else horizon,
    )


def _base(indicator: Indicator, history: History) -> tuple[float | None, float]:
    given = indicator.baseline
    if given is not None and given.period is not None and given.quantity is not None:
        figure, period = given.quantity.best, given.period
        return _per_year(history, figure, period), moment_of(period, history.accumulation)
    if not history.figures:
        return None, math.nan
    first = history.figures[0]
    return _per_year(history, first.quantity.best, first.period), first.year


def _per_year(history: History, figure: float | None, period: Period) -> float | None:
    return None if figure is None else figure / history.length_of(period)


def _ratio(required: Quantity, observed: Quantity) -> Quantity | None:
    return None if observed.low == 0 == observed.high else required / observed
