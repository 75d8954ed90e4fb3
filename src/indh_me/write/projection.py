"""Projections as plain data, for JSON and other machines."""

from datetime import date
from typing import Any

from indh_me.compute import (
    History,
    HistoryFigure,
    Outlook,
    ProjectedFigure,
    Projection,
    Projections,
    RequiredPace,
)
from indh_me.model import Period, Quantity

from .banding import banding_to_plain
from .plain_value import quantity_to_plain, word_to_plain

__all__ = ["projection_to_plain"]


def projection_to_plain(projection: Projection | Projections) -> dict[str, Any]:
    """Write a projection, or those of a framework, as plain data.

    Parameters
    ----------
    projection
        What `project` or `projections` gave.

    Returns
    -------
    dict
        Of one indicator all that its projection says. Of a framework ``framework``, and under
        ``indicators`` one such table for each indicator. A quantity is a table of ``best``,
        ``low`` and ``high``, each a number or `None` where it is unbounded or unknown.
        Probabilities and rates are fractions: 0.9, not 90. Nothing is rounded.

    Examples
    --------
    >>> from indh_me.compute import project
    >>> plain = projection_to_plain(project({"2006": 60, "2007": 66, "2008": 64}, to="2010"))
    >>> plain["method"], plain["choice"], plain["figures"][-1]["quantity"]["best"]
    ('half_drift', 'three_figures', 66)
    """
    if isinstance(projection, Projections):
        return {
            "framework": projection.framework.code,
            "indicators": [_row(row) for row in projection],
        }
    return _row(projection)


def _row(row: Projection) -> dict[str, Any]:
    return {
        "code": row.indicator.code,
        "unit": str(row.indicator.unit),
        "as_of": _day(row.as_of),
        "to": _name(row.to),
        "target": quantity_to_plain(row.target),
        "history": _history(row.history),
        "figures": [_figure(figure) for figure in row.figures],
        "reason": word_to_plain(row.reason),
        "method": row.method,
        "choice": word_to_plain(row.choice),
        "weight": row.weight,
        "level": row.level,
        "range_level": row.range_level,
        "bounds": quantity_to_plain(Quantity(None, *row.bounds)),
        "expected_date": _expected_date(row),
        "trend_test": _trend_test(row),
        "pace": None if row.pace is None else _pace(row.pace),
        "growth": row.growth,
        "reduction": row.reduction,
        "open_sdg": None if row.open_sdg is None else banding_to_plain(row.open_sdg),
        "outlook": None if row.outlook is None else _outlook(row.outlook),
    }


def _history(history: History) -> dict[str, Any]:
    return {
        "accumulation": history.accumulation.value,
        "is_paced": history.is_paced,
        "figures": [_seen(each) for each in history.figures],
        "left_out": [str(each) for each in history.left_out],
    }


def _seen(figure: HistoryFigure) -> dict[str, Any]:
    return {
        "period": str(figure.period),
        "quantity": quantity_to_plain(figure.quantity),
        "year": figure.year,
    }


def _figure(figure: ProjectedFigure) -> dict[str, Any]:
    return {
        "period": str(figure.period),
        "quantity": quantity_to_plain(figure.quantity),
        "interval": quantity_to_plain(figure.interval),
        "target": quantity_to_plain(figure.target),
        "probability": quantity_to_plain(figure.probability),
    }


def _expected_date(row: Projection) -> dict[str, Any] | None:
    made = row.expected_date
    if made is None:
        return None
    return {
        "day": _day(made.day),
        "earliest": _day(made.earliest),
        "latest": _day(made.latest),
        "reason": word_to_plain(made.reason),
    }


def _trend_test(row: Projection) -> dict[str, Any] | None:
    made = row.trend_test
    if made is None:
        return None
    return {"trend": word_to_plain(made.trend), "p": made.p, "tau": made.tau}


def _pace(pace: RequiredPace) -> dict[str, Any]:
    return {
        "required": quantity_to_plain(pace.required),
        "observed": quantity_to_plain(pace.observed),
        "ratio": quantity_to_plain(pace.ratio),
    }


def _outlook(outlook: Outlook) -> dict[str, Any]:
    return {
        "to_date": quantity_to_plain(outlook.to_date),
        "past": str(outlook.past),
        "pace": quantity_to_plain(outlook.pace),
        "next_target": quantity_to_plain(outlook.next_target),
        "next_period": str(outlook.next_period),
        "pace_ratio": quantity_to_plain(outlook.pace_ratio),
        "total_if_met": quantity_to_plain(outlook.total_if_met),
        "last_period": str(outlook.last_period),
    }


def _name(period: Period | None) -> str | None:
    return None if period is None else str(period)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
