"""The table of an assessment: one row an indicator, and one a group of it."""

from collections.abc import Iterator, Mapping, Sequence

from indh_me.catalog.presets import rules
from indh_me.compute import Assessment, Banding, IndicatorAssessment, NoBand
from indh_me.compute.expected_rate import expected_rates
from indh_me.model import Text
from indh_me.write.words import Words

from .group import group_name
from .table import Bar, Column, Row, Table

__all__ = ["assessment_table"]

FIGURES = {"target", "actual", "expected", "to_date", "rate"}
#: What may be left out where there is no room, the highest first.
SPARE = {"class": 1, "indicator": 1, "period": 2, "expected": 3, "to_date": 4}


def assessment_table(
    assessment: Assessment, words: Words, *, classes: Mapping[str, Banding] | None = None
) -> Table:
    """Lay out where every indicator stands.

    Parameters
    ----------
    assessment
        What `assess` gave.
    words
        Language of words and numbers.
    classes
        The classes that a preset gives to its indicators, as `classify` gave them.

    Returns
    -------
    Table
        Groups that were assessed stand under their indicator. Expected values have a column when
        some target is not due and something was reported of it.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute import assess
    >>> from indh_me.model import Framework, Indicator
    >>> demo = Framework(code="DEMO", languages=["en"], indicators=[Indicator.milestone("C-P3")])
    >>> table = assessment_table(assess(demo, as_of=date(2008, 3, 27)), Words("en"))
    >>> table.rows[0].cells[-1]
    'No target'
    """
    on_the_way = any(
        row.progress is not None for each in assessment for row in (each, *each.groups)
    )
    keys = ("code", "indicator", "period", "target", "actual", "expected", "to_date", "rate")
    shown = [key for key in keys if key != "expected" or on_the_way] + ["status"]
    if classes is not None:
        shown.append("class")
    rows = []
    bars = iter(_bars([one for each in assessment for one in (each, *each.groups)]))
    for row in assessment:
        cells = _cells(row, words)
        cells |= {"code": row.indicator.code, "indicator": words.text(row.indicator.name)}
        if classes is not None:
            cells["class"] = _class(classes[row.indicator.code], words)
        rows.append(Row(tuple(cells[key] for key in shown), row.status, next(bars)))
        rows += _groups(row, assessment, words, shown, bars)
    return Table(
        title=words.label("phrase", "as_of", date=words.day(assessment.as_of)),
        columns=tuple(_column(key, words) for key in shown),
        rows=tuple(rows),
        notes=() if classes is None else tuple(_rules(classes, words)),
    )


def _column(key: str, words: Words) -> Column:
    return Column(
        words.label("heading", key),
        key in FIGURES,
        status=key == "status",
        barred=key == "rate",
        spare=SPARE.get(key, 0),
    )


def _bars(rows: Sequence[IndicatorAssessment]) -> Iterator[Bar | None]:
    """Hold the rates against those that are expected by now."""
    for row, expected in zip(rows, expected_rates(rows), strict=True):
        if row.rate is None:
            yield None
        else:
            yield Bar(row.rate, None if expected is None else expected.best)


def _groups(
    row: IndicatorAssessment,
    assessment: Assessment,
    words: Words,
    shown: list[str],
    bars: Iterator[Bar | None],
) -> Iterator[Row]:
    for group in row.groups:
        name = group_name(group.categories, assessment.framework.dimensions, words)
        cells = {"code": "", "indicator": f"  {name}", "class": "", **_cells(group, words)}
        yield Row(tuple(cells[key] for key in shown), group.status, next(bars))


def _cells(row: IndicatorAssessment, words: Words) -> dict[str, str]:
    unit = row.indicator.unit
    status = words.label("status", row.status)
    if row.days_overdue is not None and row.days_overdue > 0:
        status += f" ({words.label('phrase', 'days_overdue', days=str(row.days_overdue))})"
    to_date = row.to_date
    reason = "" if to_date.reason is None else words.label("reason", to_date.reason)
    wanted = row.expected if row.progress is not None else None
    return {
        "period": "" if row.period is None else str(row.period),
        "target": "" if row.target is None else words.quantity(row.target, unit),
        "actual": words.value(row.actual, unit),
        "expected": "" if wanted is None else words.quantity(wanted, unit),
        "to_date": reason if to_date.quantity is None else words.quantity(to_date.quantity, unit),
        "rate": ""
        if row.rate is None
        else words.rate(row.rate, (row.thresholds.on_track, row.thresholds.at_risk)),
        "status": status,
    }


def _class(banding: Banding, words: Words) -> str:
    """Name a class, or say why there is none; where there is no figure, the status says why."""
    if banding.band is not None:
        return words.text(banding.band.name)
    if banding.reason is None or banding.reason is NoBand.NO_FIGURE:
        return ""
    return words.text(Text(rules()["reasons"][banding.reason.value]))


def _rules(classes: Mapping[str, Banding], words: Words) -> Iterator[str]:
    """Say whose rules the classes are."""
    for name in dict.fromkeys(each.preset.name for each in classes.values()):
        yield words.labelled("class", words.text(name))
