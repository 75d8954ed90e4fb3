"""Classification: the class that a published rule gives to each indicator of an assessment."""

from attrs import evolve

from indh_me.model import Direction, Quantity, UnitKind

from .assessed_target import years_from_baseline
from .assessment import Assessment
from .banding import Banding, NoBand, band
from .open_sdg import open_sdg
from .presets import Measure, Preset, preset
from .standing import IndicatorAssessment

__all__ = ["classify"]

#: The most that a percentage can come to.
ALL = 100.0


def classify(assessment: Assessment, rule: Preset | str) -> dict[str, Banding]:
    """Give each indicator of an assessment its class under a published rule.

    Parameters
    ----------
    assessment
        Where the indicators stand.
    rule
        The preset or its code: ``undp_irrf``, ``pepfar``, ``open_sdg``, ``open_sdg_no_target`` or
        ``within_15``.

    Returns
    -------
    dict[str, Banding]
        By code, in the framework's order: a class, or the reason why there is none.

    Raises
    ------
    UnknownCodeError
        When there is no such preset.

    Notes
    -----
    What the preset measures is taken from the row:

    - a rate is that of the target if it is due, else that of the expected value;
    - a rate minus its goal is that of the target, minus the share of the way that should be done
      by the day that the figures reach to (all of it when the target is due);
    - actual over target is A / T when the target is due, else A / E with the expected value E;
    - growth is that from the baseline, which must be known exactly and with its date, as the
      target must. Without a target, a percentage to increase has the natural limit 100.

    Milestones have no class.

    References
    ----------
    That of each preset: its ``source``.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute.assessment import assess
    >>> from indh_me.model import Framework, Indicator, Observations, Period, Target
    >>> trained = Indicator(
    ...     code="T-R1",
    ...     unit="count",
    ...     direction="increase",
    ...     accumulation="sum",
    ...     targets=[Target(period=Period.year(2008), value=20_000)],
    ... )
    >>> demo = Framework(code="DEMO", languages=["fr"], indicators=[trained])
    >>> seen = Observations.from_columns(["T-R1"], ["2008-Q1"], [4_000])
    >>> made = assess(demo, seen, as_of=date(2008, 4, 15))
    >>> classify(made, "undp_irrf")["T-R1"].code, classify(made, "pepfar")["T-R1"].code
    ('green', 'on_target')
    """
    chosen = preset(rule) if isinstance(rule, str) else rule
    return {row.indicator.code: _banding(row, chosen) for row in assessment}


def _banding(row: IndicatorAssessment, rule: Preset) -> Banding:
    nothing = Banding(preset=rule, band=None, figure=None, reason=NoBand.NO_FIGURE)
    if row.indicator.unit.is_milestone:
        return nothing
    if rule.measure is Measure.RATE:
        return band(rule, row.rate if row.progress is None else row.progress.rate)
    if rule.measure is Measure.RATE_MINUS_GOAL:
        goal = 1.0 if row.progress is None else row.expectation.fraction
        return nothing if goal is None else band(rule, row.rate, goal=goal)
    if row.indicator.direction is Direction.MAINTAIN:
        return nothing
    if rule.measure is Measure.ACTUAL_TO_TARGET:
        return band(rule, _actual_to_target(row), direction=row.indicator.direction)
    return _growth(row, rule, nothing)


def _actual_to_target(row: IndicatorAssessment) -> Quantity | None:
    wanted = row.target if row.progress is None else row.expected
    if wanted is None or not isinstance(row.actual, Quantity) or _may_be_zero(wanted):
        return None
    return row.actual / wanted


def _may_be_zero(quantity: Quantity) -> bool:
    low, high = quantity.low, quantity.high
    return (low is None or low <= 0) and (high is None or high >= 0)


def _growth(row: IndicatorAssessment, rule: Preset, nothing: Banding) -> Banding:
    actual, indicator = row.actual, row.indicator
    with_target = rule.measure is Measure.GROWTH_RATIO
    if rule.measure is Measure.GROWTH and not isinstance(actual, Quantity):
        actual = row.to_date.quantity
    if not isinstance(actual, Quantity) or (with_target and row.period is None):
        return nothing
    base, years = _exact(row.baseline), years_from_baseline(indicator, row.expectation.day)
    if base is None or years is None or years <= 0:
        return evolve(nothing, reason=NoBand.NO_BASELINE)
    if not with_target:
        grows = indicator.direction is Direction.INCREASE
        limit = ALL if grows and indicator.unit.kind is UnitKind.PERCENT else None
        return open_sdg(actual, base, years=years, direction=indicator.direction, limit=limit)
    horizon = None if row.period is None else years_from_baseline(indicator, row.period.end)
    target = _exact(row.target)
    if target is None or horizon is None or horizon <= 0:
        return nothing
    return open_sdg(
        actual,
        base,
        years=years,
        direction=indicator.direction,
        target=target,
        target_years=horizon,
    )


def _exact(quantity: Quantity | None) -> float | None:
    return None if quantity is None or not quantity.is_exact else quantity.best
