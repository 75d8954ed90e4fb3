"""The table of projections: one row an indicator, with its projection or why there is none."""

from indh_me.compute import Projection, Projections
from indh_me.write.projected import (
    interval_written,
    pace_ratio,
    point_written,
    probability_written,
)
from indh_me.write.words import Words

from .table import Column, Row, Table

__all__ = ["projection_table"]

FIGURES = {"last_figure", "projected", "interval", "target", "probability", "pace_ratio"}
KEYS = (
    *("code", "indicator", "last_figure", "projected_to", "projected", "interval"),
    *("target", "probability", "pace_ratio", "method_or_reason"),
)

#: Columns that are shown even when they are empty.
KEPT = {"code", "projected_to", "projected", "method_or_reason"}


def projection_table(projections: Projections, words: Words) -> Table:
    """Lay out where the figures of every indicator are heading.

    Parameters
    ----------
    projections
        What `projections` gave.
    words
        Language of words and numbers.

    Returns
    -------
    Table
        Columns without anything in them are left out, but for the projection itself. Where there
        is none, the last column says why.

    Examples
    --------
    >>> from indh_me.compute import projections
    >>> from indh_me.model import Framework, Indicator
    >>> demo = Framework(code="DEMO", languages=["en"], indicators=[Indicator.milestone("C-P3")])
    >>> projection_table(projections(demo), Words("en")).rows[0].cells[-1]
    'it is done or not, with nothing in between to project; see its status'
    """
    rows = [_cells(row, words) for row in projections]
    shown = [key for key in KEYS if key in KEPT or any(row[key] for row in rows)]
    level = next((row.level for row in projections if row.figures), None)
    notes = []
    if level is not None:
        notes = [words.label("phrase", "projection_note", level=words.percent(level))]
    days = {row.as_of for row in projections if row.as_of is not None}
    title = [words.label("phrase", "as_of", date=words.day(day)) for day in sorted(days)]
    return Table(
        title=words.listed(title),
        columns=tuple(Column(words.label("heading", key), key in FIGURES) for key in shown),
        rows=tuple(Row(tuple(row[key] for key in shown)) for row in rows),
        notes=tuple(notes),
    )


def _cells(row: Projection, words: Words) -> dict[str, str]:
    unit, last, made, pace = row.indicator.unit, row.history.last, row.last, row.pace
    seen = ""
    if last is not None:
        figure, period = words.quantity(last.quantity, unit), words.period(last.period)
        seen = words.label("phrase", "figure_in_period", figure=figure, period=period)
    how = ""
    if row.method is not None:
        how = words.label("projection_method", row.method)
    elif row.reason is not None:
        how = words.label("projection_reason", row.reason)
    ratio = None if pace is None else pace_ratio(pace)
    return {
        "code": row.indicator.code,
        "indicator": words.text(row.indicator.name),
        "last_figure": seen,
        "projected_to": "" if row.to is None else str(row.to),
        "projected": "" if made is None else point_written(row, made, words),
        "interval": "" if made is None else interval_written(row, made, words),
        "target": "" if row.target is None else words.quantity(row.target, unit),
        "probability": "" if made is None else probability_written(row, made, words),
        "pace_ratio": "" if ratio is None else words.quantity(ratio),
        "method_or_reason": how,
    }
