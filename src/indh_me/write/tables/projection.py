"""The table of projections: one row an indicator, and why some have none under it."""

from collections.abc import Iterator

from indh_me.compute import Projection, ProjectionReason, Projections, Verdict
from indh_me.compute.projection import ArrivalReason
from indh_me.model import Period
from indh_me.write.projected import (
    interval_written,
    pace_ratio,
    point_written,
    probability_written,
)
from indh_me.write.words import Words

from .table import Bar, Column, Row, Table

__all__ = ["projection_table"]

FIGURES = {"last_figure", "projected", "interval", "target", "probability", "pace_ratio"}
KEYS = (
    *("code", "indicator", "last_figure", "projected", "interval", "target", "probability"),
    *("expected_date", "pace_ratio", "projection_method"),
)
#: What may be left out where there is no room, the highest first.
SPARE = {
    "indicator": 1,
    "projection_method": 2,
    "last_figure": 3,
    "expected_date": 4,
    "pace_ratio": 5,
}
#: Columns that are shown even when they are empty.
KEPT = {"code", "projected", "projection_method"}
#: Decimals of projected figures: no projection is as exact as a figure.
MOST = 1


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
        Columns without anything in them are left out, but for the projection itself. Why there is
        none stands under the table.

    Examples
    --------
    >>> from indh_me.compute import projections
    >>> from indh_me.model import Framework, Indicator
    >>> demo = Framework(code="DEMO", languages=["en"], indicators=[Indicator.milestone("C-P3")])
    >>> table = projection_table(projections(demo), Words("en"))
    >>> table.rows[0].cells
    ('C-P3', '', 'Not projected')
    >>> table.notes[0].partition(";")[0]
    'C-P3: not projected: it is done or not, with nothing in between to project'
    """
    rows = [_cells(row, words) for row in projections]
    shown = [key for key in KEYS if key in KEPT or any(row[key] for row in rows)]
    days = sorted({row.as_of for row in projections if row.as_of is not None})
    return Table(
        title=words.listed(words.label("phrase", "as_of", date=words.day(day)) for day in days),
        columns=tuple(_column(key, words) for key in shown),
        rows=tuple(
            Row(tuple(cells[key] for key in shown), bar=_bar(row))
            for cells, row in zip(rows, projections, strict=True)
        ),
        notes=tuple(_notes(projections, words)),
    )


def _column(key: str, words: Words) -> Column:
    return Column(
        words.label("heading", key),
        key in FIGURES,
        barred=key == "probability",
        spare=SPARE.get(key, 0),
    )


def _bar(row: Projection) -> Bar | None:
    return None if row.probability is None else Bar(row.probability)


def _notes(projections: Projections, words: Words) -> Iterator[str]:
    """Tell what a projection is worth, and why indicators have none."""
    level = next((row.level for row in projections if row.figures), None)
    if level is not None:
        yield words.label("phrase", "projection_note", level=words.percent(level))
    refused: dict[ProjectionReason, list[str]] = {}
    for row in projections:
        if row.reason is not None:
            refused.setdefault(row.reason, []).append(row.indicator.code)
    for reason, codes in refused.items():
        said = words.label("projection_reason", reason)
        yield words.label("phrase", "unprojected_as", codes=words.listed(codes), reason=said)


def _cells(row: Projection, words: Words) -> dict[str, str]:
    last, made, target, pace = row.history.last, row.last, row.target, row.pace
    unit = row.indicator.unit
    seen = projected = ""
    if last is not None:
        seen = _dated(words.quantity(last.quantity, unit), last.period, words)
    if made is not None:
        projected = _dated(point_written(row, made, words, MOST), made.period, words)
    ratio = None if pace is None else pace_ratio(pace)
    return {
        "code": row.indicator.code,
        "indicator": words.text(row.indicator.name),
        "last_figure": seen,
        "projected": projected,
        "interval": "" if made is None else interval_written(row, made, words, MOST),
        "target": "" if target is None else words.quantity(target, unit),
        "probability": "" if made is None else probability_written(row, made, words),
        "expected_date": _expected(row, words),
        "pace_ratio": "" if ratio is None else words.quantity(ratio),
        "projection_method": words.label("phrase", "unprojected")
        if row.method is None
        else words.label("projection_method", row.method),
    }


def _expected(row: Projection, words: Words) -> str:
    """Give the day on which the target is expected to be met, or that it is met."""
    made = row.expected_date
    if made is None:
        return ""
    if made.reason is ArrivalReason.ALREADY_MET:
        return words.label("verdict", Verdict.MET)
    return "" if made.day is None else words.day(made.day)


def _dated(figure: str, period: Period, words: Words) -> str:
    return words.label("phrase", "figure_in_period", figure=figure, period=words.period(period))
