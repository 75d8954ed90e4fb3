"""Assessments as plain data, for JSON and other machines."""

from typing import Any

from indh_me.compute import Assessment, Figure, IndicatorAssessment
from indh_me.model import Quantity
from indh_me.model.quantity import Value, format_number

from .finding import finding_to_plain

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
        ``framework`` and ``as_of``, and under ``indicators`` one table a row with ``code``,
        ``unit``, ``period``, ``baseline``, ``target``, ``actual``, ``to_date``, ``rate``,
        ``method``, ``reason``, ``status``, ``verdict``, ``days_overdue``, ``findings`` and
        ``disaggregation``. A quantity is a table of ``best``, ``low`` and ``high``, each a number
        or `None` where it is unbounded or unknown. A rate is a fraction: 0.9, not 90. Nothing is
        rounded.
    """
    return {
        "framework": assessment.framework.code,
        "as_of": assessment.as_of.isoformat(),
        "indicators": [_row(row) for row in assessment],
    }


def _row(row: IndicatorAssessment) -> dict[str, Any]:
    return {
        "code": row.indicator.code,
        "unit": str(row.indicator.unit),
        "period": None if row.period is None else str(row.period),
        "baseline": _quantity(row.baseline),
        "target": _quantity(row.target),
        "actual": _quantity(row.actual),
        "to_date": _quantity(row.to_date.quantity),
        "rate": _quantity(row.rate),
        "method": None if row.method is None else row.method.value,
        "reason": None if row.reason is None else row.reason.value,
        "status": row.status.value,
        "verdict": None if row.verdict is None else row.verdict.value,
        "days_overdue": row.days_overdue,
        "findings": [finding_to_plain(finding) for finding in row.findings],
        "disaggregation": [_figure(figure) for figure in row.disaggregation],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "categories": dict(figure.categories.pairs),
        "to_date": _quantity(figure.quantity),
        "reason": None if figure.reason is None else figure.reason.value,
    }


def _quantity(value: Value | None) -> dict[str, float | None] | None:
    if not isinstance(value, Quantity):
        return None
    return {name: _number(getattr(value, name)) for name in ("best", "low", "high")}


def _number(number: float | None) -> float | None:
    if number is None:
        return None
    text = format_number(number)
    return int(text) if text.lstrip("-").isdigit() else number
