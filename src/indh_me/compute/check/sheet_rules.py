"""Rules about reference sheets: what the plan leaves unsaid."""

from collections.abc import Iterator

import numpy as np

from indh_me.errors import key_path
from indh_me.model import Framework, Indicator, Observations, UnitKind

from .finding import Finding, Severity
from .rule import Check, Rule, Subject, of_framework, without_day

__all__ = ["CHECKS", "incomplete_sheets", "missing_names", "undated_milestones"]

INCOMPLETE = Rule(
    "ME023",
    "incomplete-reference-sheet",
    Severity.INFO,
    "an indicator lacks what a reference sheet must say",
)
NAMELESS = Rule(
    "ME024",
    "missing-name",
    Severity.WARNING,
    "the framework has no title, a result no statement or an indicator no name",
)
UNDATED = Rule(
    "ME035",
    "milestone-without-due-date",
    Severity.INFO,
    "a milestone that is not reported done has no due date",
)

#: What a reference sheet must say of a milestone, and of what is measured.
OF_MILESTONE = ("means_of_verification", "responsible")
OF_MEASURE = ("definition", "frequency", *OF_MILESTONE)
OF_COUNT = ("definition", "unit_label", "frequency", *OF_MILESTONE)
NEEDED = {UnitKind.MILESTONE: OF_MILESTONE, UnitKind.COUNT: OF_COUNT}


def incomplete_sheets(framework: Framework) -> Iterator[Finding]:
    """Find indicators of which something essential is not said, one finding each."""
    for indicator in framework.indicators:
        missing = [name for name in _needed(indicator) if getattr(indicator, name) is None]
        if missing:
            listed = ", ".join(missing)
            yield INCOMPLETE.found(
                place=key_path("indicators", indicator.code),
                message=f"the reference sheet of {indicator.code} lacks {listed}",
                mend=f"add {listed}",
                indicator=indicator.code,
            )


def _needed(indicator: Indicator) -> tuple[str, ...]:
    return NEEDED.get(indicator.unit.kind, OF_MEASURE)


def missing_names(framework: Framework) -> Iterator[Finding]:
    """Find a framework, results and indicators without the words that they are called by."""
    if framework.title is None:
        yield NAMELESS.found(
            place="framework",
            message="the framework has no title",
            mend="add framework.title",
        )
    for result in framework.results:
        if result.statement is None:
            path = key_path("results", result.code)
            yield NAMELESS.found(
                place=path,
                message=f"result {result.code} has no statement",
                mend=f"add {path}.statement",
            )
    for indicator in framework.indicators:
        if indicator.name is None:
            path = key_path("indicators", indicator.code)
            yield NAMELESS.found(
                place=path,
                message=f"indicator {indicator.code} has no name",
                mend=f"add {path}.name",
                indicator=indicator.code,
            )


def undated_milestones(subject: Subject) -> Iterator[Finding]:
    """Find milestones without a due date; what is reported done needs none any more.

    Parameters
    ----------
    subject
        The framework, and the observations that may say it is done.
    """
    undated = [
        each
        for each in subject.framework.indicators
        if each.unit.is_milestone and len(each.total_targets) == 0
    ]
    if not undated:
        return
    done = _done(subject.observations)
    for indicator in undated:
        if indicator.code not in done:
            yield UNDATED.found(
                place=key_path("indicators", indicator.code),
                message=f"milestone {indicator.code} has no due date",
                mend="set a target of true for the period by whose end it should be done",
                indicator=indicator.code,
            )


def _done(table: Observations) -> set[str]:
    """Give the codes of what is reported to be done, at any time."""
    total = np.array([cell.is_total for cell in table.cells], dtype=np.bool_)
    codes = np.unique(table.indicator[(table.low >= 1) & total[table.cell]])
    return {table.indicators[code] for code in codes.tolist()}


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (INCOMPLETE, of_framework(incomplete_sheets)),
    (NAMELESS, of_framework(missing_names)),
    (UNDATED, without_day(undated_milestones)),
)
