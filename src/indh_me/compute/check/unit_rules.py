"""Rules about units: what figures of a kind can be, and how they accumulate."""

from collections.abc import Iterator

from indh_me.compute.method import baseline_of
from indh_me.errors import key_path
from indh_me.model import Accumulation, Framework, Indicator, Quantity, UnitKind

from .finding import Finding, Severity
from .planned import bounds, plan_path, values_of
from .rule import Check, Rule, of_framework

__all__ = ["CHECKS", "means_of_shares", "percents_outside_bounds", "sums_of_shares"]

OUTSIDE = Rule(
    "ME012",
    "percent-outside-bounds",
    Severity.WARNING,
    "a target, baseline or band in percent is below 0 or above 100",
)
SUM = Rule(
    "ME014",
    "sum-of-shares",
    Severity.ERROR,
    "figures in percent, ratios or scores accumulate as if they added up",
)
MEAN = Rule(
    "ME015",
    "mean-of-shares",
    Severity.WARNING,
    "percentages or ratios are averaged, not pooled",
)

WHOLE = 100
#: Units whose figures are made of two counts.
SHARES = frozenset({UnitKind.PERCENT, UnitKind.RATIO})
#: Units whose figures do not add up.
LEVELS = SHARES | {UnitKind.SCORE}
ADDING = frozenset({Accumulation.SUM, Accumulation.RUNNING_TOTAL})


def percents_outside_bounds(framework: Framework) -> Iterator[Finding]:
    """Find figures in percent that are below 0 or above 100, for all values inside the bounds."""
    for indicator in framework.indicators:
        if indicator.unit.kind is not UnitKind.PERCENT:
            continue
        for target in indicator.targets:
            for revision, value in values_of(target):
                if _is_outside(value):
                    place = plan_path(indicator, target, revision)
                    yield _outside(indicator, place, f"target '{value}'")
        path, start = key_path("indicators", indicator.code), baseline_of(indicator)
        if start is not None and _is_outside(start):
            yield _outside(indicator, f"{path}.baseline", f"baseline '{start}'")
        if indicator.band is not None and _reaches_outside(indicator.band):
            yield _outside(indicator, f"{path}.band", f"band '{indicator.band}'")


def _is_outside(value: Quantity) -> bool:
    low, high = bounds(value)
    return high < 0 or low > WHOLE


def _reaches_outside(band: Quantity) -> bool:
    """Tell whether an end of a range to stay in is impossible."""
    return any(end is not None and not 0 <= end <= WHOLE for end in (band.low, band.high))


def _outside(indicator: Indicator, place: str, what: str) -> Finding:
    return OUTSIDE.found(
        place=place,
        message=f"{what} of {indicator.code} is not between 0 and 100 percent",
        mend="write shares of a hundred; where a rate may pass 100, such as gross enrolment, "
        "suppress this rule and say why",
        indicator=indicator.code,
    )


def sums_of_shares(framework: Framework) -> Iterator[Finding]:
    """Find percentages, ratios and scores whose periods are said to add up."""
    for indicator in framework.indicators:
        kind, accumulation = indicator.unit.kind, indicator.accumulation
        if accumulation not in ADDING or kind not in LEVELS:
            continue
        better = '"ratio" or "latest"' if kind in SHARES else '"latest" or "mean"'
        yield SUM.found(
            place=f"{key_path('indicators', indicator.code)}.accumulation",
            message=f"accumulation '{accumulation.value}' of '{indicator.unit}': such figures do "
            "not add up",
            mend=f"write accumulation = {better}",
            indicator=indicator.code,
        )


def means_of_shares(framework: Framework) -> Iterator[Finding]:
    """Find percentages and ratios of which a plain mean is taken."""
    for indicator in framework.indicators:
        if indicator.accumulation is Accumulation.MEAN and indicator.unit.kind in SHARES:
            yield MEAN.found(
                place=f"{key_path('indicators', indicator.code)}.accumulation",
                message=f"accumulation 'mean' of '{indicator.unit}' counts a small group as much "
                "as a large one",
                mend='pool numerators and denominators: accumulation = "ratio"',
                indicator=indicator.code,
            )


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (OUTSIDE, of_framework(percents_outside_bounds)),
    (SUM, of_framework(sums_of_shares)),
    (MEAN, of_framework(means_of_shares)),
)
