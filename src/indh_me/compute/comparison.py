"""Comparisons: what each method, or each way to accumulate, says of the same figures."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
from attrs import evolve, frozen

from indh_me.errors import Fault, UnknownCodeError, nearest, quoted
from indh_me.model import (
    Accumulation,
    Direction,
    Indicator,
    Method,
    Observations,
    Quantity,
    Thresholds,
)
from indh_me.model._fields import finite_or_none, word_of
from indh_me.model.quantity import to_quantity
from indh_me.notebook import ShownInNotebook

from .achievement import Achievement, achievements
from .figure import Figure, figures_to_date
from .reporting import ReportingSet, reporting_set
from .standings import standings

__all__ = ["MethodComparison", "compare_accumulations", "compare_indicator", "compare_methods"]


@frozen(kw_only=True)
class MethodComparison(ShownInNotebook):
    """What each method of achievement says of the same figures.

    Parameters
    ----------
    achievements
        One for each `Method`, in its order.

    Examples
    --------
    >>> made = compare_methods(64, 80, 60, direction="increase")
    >>> str(made["target_ratio"].rate), made["inverse_ratio"].reason.value
    ('0.8', 'ratio_reads_backwards')
    """

    achievements: tuple[Achievement, ...]

    def __getitem__(self, method: Method | str) -> Achievement:
        """Give what a method says; raises `UnknownCodeError` for what is no method."""
        word = method.value if isinstance(method, Method) else method
        for position, kind in enumerate(Method):
            if kind.value == word:
                return self.achievements[position]
        known = [kind.value for kind in Method]
        raise UnknownCodeError(
            Fault(f"unknown method {quoted(word)}", mend=nearest(str(word), known))
        )

    def __iter__(self) -> Iterator[Achievement]:
        """Give what each method says."""
        return iter(self.achievements)

    def __len__(self) -> int:
        """Count the methods."""
        return len(self.achievements)

    def to_columns(self) -> dict[str, list[Any]]:
        """Give methods, rates with their bounds, reasons and verdicts by column.

        Returns
        -------
        dict[str, list]
            One value a method; `None` where there is none. Rates are fractions.

        Examples
        --------
        >>> compare_methods(3, 0, 12, direction="decrease").to_columns()["rate_best"]
        [None, 0.75, 0.0, None, 0.75, None, None]
        """
        columns: dict[str, list[Any]] = {"method": [kind.value for kind in Method]}
        for part in ("low", "best", "high"):
            columns[f"rate_{part}"] = [
                None if each.rate is None else getattr(each.rate, part) for each in self
            ]
        columns["reason"] = [None if each.reason is None else each.reason.value for each in self]
        columns["verdict"] = [None if each.verdict is None else each.verdict.value for each in self]
        return columns


def compare_methods(
    actual: Quantity | float | None,
    target: Quantity | float | None,
    baseline: Quantity | float | None = None,
    *,
    direction: Direction | str,
    band: Quantity | None = None,
    years: float | None = None,
    target_years: float | None = None,
    next_target: Quantity | float | None = None,
) -> MethodComparison:
    """Compute the achievement of one figure by every method.

    Parameters
    ----------
    actual, target, baseline
        In one unit; `None` where there is none.
    direction
        ``increase``, ``decrease`` or ``maintain``.
    band
        For ``band``: the range to stay in.
    years, target_years
        For ``growth_ratio``: years from the baseline to the actual and to the target.
    next_target
        For ``milestone``: the next target that falls due after the actual; by default the target.

    Returns
    -------
    MethodComparison
        A rate, or the reason why there is none, for each method.

    Raises
    ------
    InvalidInputError
        For NaN, infinite figures, and unknown words.

    Notes
    -----
    The formulas are those of `indh_me.achievement_rate`.

    Examples
    --------
    From 40 complaints down to 30, where 20 are aimed at:

    >>> for each in compare_methods(30, 20, 40, direction="decrease"):
    ...     print(each.method.value, each.reason.value if each.rate is None else each.rate)
    target_ratio ratio_reads_backwards
    baseline_adjusted 0.5
    inverse_ratio 0.6666666666666666
    two_minus_ratio 0.5
    milestone 0.5
    growth_ratio no_baseline_date
    band method_against_direction
    """
    way = word_of(Direction, direction, "direction")
    reached, wanted, start, following = (
        None if each is None else to_quantity(each)
        for each in (actual, target, baseline, target if next_target is None else next_target)
    )
    methods, size = tuple(Method), len(Method)
    return MethodComparison(
        achievements=tuple(
            achievements(
                [reached] * size,
                [following if each is Method.MILESTONE else wanted for each in methods],
                [start] * size,
                [way] * size,
                methods,
                [band] * size,
                years=[finite_or_none(years)] * size,
                target_years=[finite_or_none(target_years)] * size,
            )
        )
    )


def compare_indicator(
    indicator: Indicator, observations: Observations, *, as_of: date
) -> MethodComparison:
    """Compute the achievement of an indicator on a day by every method.

    Parameters
    ----------
    indicator
        With its baseline, targets and band, whatever its own method.
    observations
        What was reported, of any indicators.
    as_of
        The day.

    Returns
    -------
    MethodComparison
        What `assess` would give if the indicator named each method: ``milestone`` takes the next
        target after the last figure, ``growth_ratio`` the years since the baseline.

    Examples
    --------
    >>> from indh_me.model import Baseline, Period, Target
    >>> recall = Indicator(
    ...     code="C-R1",
    ...     unit="percent",
    ...     direction="increase",
    ...     accumulation="latest",
    ...     baseline=Baseline(60, Period.year(2005)),
    ...     targets=[
    ...         Target(period=Period.year(2008), value=80),
    ...         Target(period=Period.year(2010), value=100),
    ...     ],
    ... )
    >>> seen = Observations.from_columns(["C-R1"], ["2008"], [64])
    >>> made = compare_indicator(recall, seen, as_of=date(2008, 12, 31))
    >>> str(made["target_ratio"].rate), str(made["milestone"].rate)
    ('0.8', '0.1')
    """
    own = _own_figures(indicator, observations, as_of)
    rows = [
        standings([evolve(indicator, method=method)], own, Thresholds(), as_of, findings={})[0]
        for method in Method
    ]
    return MethodComparison(achievements=tuple(row.achievement for row in rows))


def _own_figures(indicator: Indicator, observations: Observations, as_of: date) -> ReportingSet:
    """Give the figures of one indicator that count on a day."""
    mine = [at for at, code in enumerate(observations.indicators) if code == indicator.code]
    return reporting_set(observations.select(np.isin(observations.indicator, mine)), as_of)


def compare_accumulations(
    indicator: Indicator, observations: Observations, *, as_of: date
) -> Mapping[Accumulation, Figure]:
    """Make one figure of an indicator's periods in every way.

    Parameters
    ----------
    indicator
        Whose total is wanted, whatever its own accumulation.
    observations
        What was reported, of any indicators.
    as_of
        The day: a figure counts when its period is over and it has been collected by then.

    Returns
    -------
    Mapping[Accumulation, Figure]
        The figure to date of each kind, or why there is none. What the sum exceeds the peak by
        are people who may have been counted more than once.

    Examples
    --------
    >>> trained = Indicator(code="A", unit="count", direction="increase", accumulation="peak")
    >>> table = Observations.from_columns(["A", "A"], ["2007", "2008"], [40, 50])
    >>> found = compare_accumulations(trained, table, as_of=date(2008, 12, 31))
    >>> [str(found[kind].quantity) for kind in (Accumulation.PEAK, Accumulation.SUM)]
    ['50', '90']
    """
    reporting = _own_figures(indicator, observations, as_of)
    return {
        kind: figures_to_date(reporting, [evolve(indicator, accumulation=kind)])[0][0]
        for kind in Accumulation
    }
