"""Rules about the results chain: its order, its weights, and what measures it."""

from collections.abc import Iterator

from indh_me.compute.weights import siblings, weight_faults
from indh_me.errors import key_path
from indh_me.model import Framework, Level

from .finding import Finding, Severity
from .rule import Check, Rule, of_framework

__all__ = [
    "CHECKS",
    "levels_out_of_order",
    "unmeasured_results",
    "unplaced_indicators",
    "weights_not_whole",
]

UNMEASURED = Rule(
    "ME017",
    "result-without-indicator",
    Severity.WARNING,
    "an impact, outcome or output has no indicator",
)
UNPLACED = Rule(
    "ME018",
    "indicator-without-result",
    Severity.WARNING,
    "an indicator measures none of the framework's results",
)
WEIGHTS = Rule(
    "ME022",
    "weights-not-100",
    Severity.ERROR,
    "the weights of the results below one parent are incomplete, or do not total 100",
)
ORDER = Rule(
    "ME034",
    "level-order",
    Severity.WARNING,
    "a result stands below a parent of a lower level",
)

#: Levels from the far end of the chain back to the work itself.
RANKS = {level: rank for rank, level in enumerate(Level)}


def unmeasured_results(framework: Framework) -> Iterator[Finding]:
    """Find results that no indicator measures; what is only done needs none."""
    measured = {indicator.result for indicator in framework.indicators}
    for result in framework.results:
        if result.level is not Level.ACTIVITY and result.code not in measured:
            yield UNMEASURED.found(
                place=key_path("results", result.code),
                message=f"no indicator measures {result.level.value} {result.code}",
                mend=f'write result = "{result.code}" in the indicator that measures it, or add '
                "one",
            )


def unplaced_indicators(framework: Framework) -> Iterator[Finding]:
    """Find indicators outside the results chain, if there is one."""
    if len(framework.results) == 0:
        return
    for indicator in framework.indicators:
        if indicator.result is None:
            yield UNPLACED.found(
                place=key_path("indicators", indicator.code),
                message=f"{indicator.code} measures no result",
                mend="write result = the code of the result that it measures",
                indicator=indicator.code,
            )


def weights_not_whole(framework: Framework) -> Iterator[Finding]:
    """Find siblings that are weighted, but not to 100."""
    for parent, children in siblings(framework).items():
        if any(each.weight is not None for each in children):
            for fault in weight_faults(parent, children):
                yield WEIGHTS.found(place=fault.where, message=fault.what, mend=fault.mend)


def levels_out_of_order(framework: Framework) -> Iterator[Finding]:
    """Find results that contribute to one of a lower level."""
    levels = {result.code: result.level for result in framework.results}
    for result in framework.results:
        if result.parent is None:
            continue
        above = levels[result.parent]
        if RANKS[result.level] < RANKS[above]:
            yield ORDER.found(
                place=f"{key_path('results', result.code)}.parent",
                message=f"{result.level.value} {result.code} stands below {above.value} "
                f"{result.parent}",
                mend="exchange the two, or correct one of the levels",
            )


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (UNMEASURED, of_framework(unmeasured_results)),
    (UNPLACED, of_framework(unplaced_indicators)),
    (WEIGHTS, of_framework(weights_not_whole)),
    (ORDER, of_framework(levels_out_of_order)),
)
