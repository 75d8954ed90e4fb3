"""Rules that hold the method of achievement against the rest of the plan."""

from collections.abc import Iterator, Mapping

from indh_me.compute.achievement import Achievement
from indh_me.compute.assessed_target import years_from_baseline
from indh_me.compute.method import baseline_of
from indh_me.compute.obstacle import obstacles
from indh_me.compute.reason import Reason
from indh_me.errors import key_path
from indh_me.model import Direction, Framework, Indicator, Quantity, Target

from .finding import Finding, Severity
from .rule import Check, Rule, of_framework

__all__ = ["CHECKS", "impossible_methods", "unfitting_bands"]

UNFITTING_BAND = Rule(
    "ME025",
    "band-not-fitting-direction",
    Severity.ERROR,
    "an indicator to maintain has no band to stay in, or one to change has a band",
)
IMPOSSIBLE_METHOD = Rule(
    "ME026",
    "method-without-rate",
    Severity.ERROR,
    "the method that an indicator names can give no rate, whatever is reported",
)
#: What the method, the direction, the baseline and its date decide alone, and how to mend it.
#: Targets that give no rate have rules of their own.
MENDS: Mapping[Reason, tuple[str, str]] = {
    Reason.METHOD_AGAINST_DIRECTION: (
        "it is not made for the direction '{direction}'",
        "choose 'band' for what should be maintained, another method for what should change",
    ),
    Reason.RATIO_READS_BACKWARDS: (
        "the worse the figure, the better its rate would be",
        "choose 'baseline_adjusted', 'target_ratio' to increase or 'two_minus_ratio' to decrease",
    ),
    Reason.MISSING_BASELINE: (
        "there is no baseline",
        "add baseline = { value = ..., period = ... }, or choose a method without one",
    ),
    Reason.NO_BASELINE_DATE: (
        "nobody says when the baseline was measured",
        "add the period of the baseline",
    ),
    Reason.BASELINE_NOT_BEFORE: (
        "the baseline was not measured before the target of {period} falls due",
        "correct the period of the baseline, or that of the target",
    ),
    Reason.ZERO_BASELINE: (
        "nothing grows from a baseline of zero at a rate",
        "choose 'target_ratio'",
    ),
    Reason.SIGN_CHANGE: (
        "baseline and target of {period} lie on both sides of zero",
        "choose 'baseline_adjusted'",
    ),
}


def unfitting_bands(framework: Framework) -> Iterator[Finding]:
    """Find indicators to maintain without a band, and bands of indicators to change."""
    for indicator in framework.indicators:
        maintained = indicator.direction is Direction.MAINTAIN
        if maintained == _has_edge(indicator.band):
            continue
        place = key_path("indicators", indicator.code)
        if maintained:
            message = f"{indicator.code} should be maintained, and nobody says within which band"
            mend = 'add band = "90..95", or one edge: ">=90"'
        else:
            place = f"{place}.band"
            message = (
                f"the band of {indicator.code} is not used: it should {indicator.direction.value}"
            )
            mend = 'remove the band, or write direction = "maintain"'
        yield UNFITTING_BAND.found(
            place=place,
            message=message,
            mend=mend,
            indicator=indicator.code,
        )


def _has_edge(band: Quantity | None) -> bool:
    return band is not None and (band.low is not None or band.high is not None)


def impossible_methods(framework: Framework) -> Iterator[Finding]:
    """Find methods that are named and can give no rate of any of an indicator's targets."""
    for indicator in framework.indicators:
        if indicator.method is None:
            continue
        found = [(_reason(indicator, each), each) for each in indicator.total_targets]
        reasons = [reason for reason, _ in found]
        if not found or None in reasons or not MENDS.keys() >= set(reasons):
            continue
        reason, target = found[-1]
        why, mend = MENDS[reason]  # type: ignore[index]  # None is not among them
        why = why.format(direction=indicator.direction.value, period=target.period)
        yield IMPOSSIBLE_METHOD.found(
            place=key_path("indicators", indicator.code, "method"),
            message=f"method '{indicator.method.value}' of {indicator.code} gives no rate: {why}",
            mend=mend,
            indicator=indicator.code,
        )


def _reason(indicator: Indicator, target: Target) -> Reason | None:
    """Say why no figure would have a rate of a target."""
    years = years_from_baseline(indicator, target.period.end)
    plan = Achievement.of(
        None,
        target.value,
        baseline_of(indicator),
        direction=indicator.direction,
        method=indicator.method,
        band=indicator.band,
        years=years,
        target_years=years,
    )
    return obstacles([plan])[0]


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (UNFITTING_BAND, of_framework(unfitting_bands)),
    (IMPOSSIBLE_METHOD, of_framework(impossible_methods)),
)
