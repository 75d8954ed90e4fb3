"""Assessments as plain data, for JSON and other machines."""

from typing import Any

from indh_me.compute import Assessment, Figure, IndicatorAssessment, TargetVersion

from .finding import finding_to_plain
from .plain_value import quantity_to_plain, word_to_plain

__all__ = ["assessment_to_plain"]


def assessment_to_plain(assessment: Assessment) -> dict[str, Any]:
    """Write an assessment as plain data.

    Parameters
    ----------
    assessment
        What `assess` gave.

    Returns
    -------
    dict
        ``framework`` and ``as_of``, and under ``indicators`` one table a row, with all that it
        says. A quantity is a table of ``best``, ``low`` and ``high``, each a number or `None`
        where it is unbounded or unknown. A rate is a fraction: 0.9, not 90. Nothing is rounded.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute import assess
    >>> from indh_me.model import Framework, Indicator, Observations, Period, Target
    >>> trained = Indicator(
    ...     code="T-R1",
    ...     unit="count",
    ...     direction="increase",
    ...     accumulation="sum",
    ...     targets=[Target(period=Period.year(2008), value=20_000)],
    ... )
    >>> demo = Framework(code="DEMO", languages=["fr"], indicators=[trained])
    >>> seen = Observations.from_columns(["T-R1"], ["2008"], [18_000])
    >>> plain = assessment_to_plain(assess(demo, seen, as_of=date(2008, 12, 31)))
    >>> plain["indicators"][0]["rate"]
    {'best': 0.9, 'low': 0.9, 'high': 0.9}
    """
    return {
        "framework": assessment.framework.code,
        "as_of": assessment.as_of.isoformat(),
        "indicators": [_row(row) for row in assessment],
    }


def _row(row: IndicatorAssessment) -> dict[str, Any]:
    expectation = row.expectation
    return {
        "code": row.indicator.code,
        "categories": dict(row.categories.pairs),
        "unit": str(row.indicator.unit),
        "period": None if row.period is None else str(row.period),
        "baseline": quantity_to_plain(row.baseline),
        "target": quantity_to_plain(row.target),
        "actual": quantity_to_plain(row.actual),
        "to_date": quantity_to_plain(row.to_date.quantity),
        "rate": quantity_to_plain(row.rate),
        "method": word_to_plain(row.method),
        "reason": word_to_plain(row.reason),
        "status": row.status.value,
        "verdict": word_to_plain(row.verdict),
        "days_overdue": row.days_overdue,
        "expected": quantity_to_plain(row.expected),
        "expected_on": expectation.day.isoformat(),
        "expected_share": expectation.fraction,
        "expected_reason": word_to_plain(expectation.reason),
        "progress": None if row.progress is None else quantity_to_plain(row.progress.rate),
        "versions": [_version(version) for version in row.versions],
        "findings": [finding_to_plain(finding) for finding in row.findings],
        "disaggregation": [_figure(figure) for figure in row.disaggregation],
        "groups": [_row(group) for group in row.groups],
    }


def _version(version: TargetVersion) -> dict[str, Any]:
    made = version.achievement
    return {
        "value": quantity_to_plain(version.value),
        "decided": None if version.decided is None else version.decided.isoformat(),
        "rationale": None if version.rationale is None else dict(version.rationale.words),
        "rate": quantity_to_plain(made.rate),
        "reason": word_to_plain(made.reason),
        "verdict": word_to_plain(made.verdict),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "categories": dict(figure.categories.pairs),
        "to_date": quantity_to_plain(figure.quantity),
        "reason": word_to_plain(figure.reason),
    }
