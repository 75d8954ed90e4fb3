"""An assessment in a notebook: how many stand where, then a row for each indicator."""

from collections import Counter
from collections.abc import Iterator

from indh_me.compute import Assessment, IndicatorAssessment, Status
from indh_me.compute.expected_rate import expected_rates
from indh_me.write.style import status_style
from indh_me.write.svg import element, text_element
from indh_me.write.tables import Bar, assessment_table
from indh_me.write.words import Words

from .bars import bar_drawn
from .blocks import blocks, chip, heading, section, title, unbroken
from .findings import findings_listed
from .plan_series import plan_drawn, reached_of
from .table import Drawn, table_blocks

__all__ = ["assessment_blocks", "standing_blocks"]


@blocks.register
def assessment_blocks(value: Assessment, words: Words) -> Iterator[str]:
    """Give an assessment as blocks of HTML.

    Parameters
    ----------
    value, words
        The assessment and the language.
    """
    yield title(value.framework.code, words.text(value.framework.title))
    table = assessment_table(value, words)
    yield heading([table.title])
    counts = Counter(row.status for row in value)
    told = [
        chip(
            f"{words.label('status', status)}{words.colon} {words.number(counts[status])}",
            status_style(status.value),
        )
        for status in Status
        if counts[status] > 0
    ]
    if told:
        yield element("div", *told, class_="counts")
    pictures = [
        # Groups are held against targets of their own.
        plan_drawn(each.indicator, words, reached_of(each)) if each.categories.is_total else ""
        for row in value
        for each in (row, *row.groups)
    ]
    headings = [each.heading for each in table.columns]
    before = headings.index(words.label("heading", "target"))
    drawn = Drawn(words.label("notebook", "series"), pictures, before)
    yield from table_blocks(table, words, drawn if any(pictures) else None)


@blocks.register
def standing_blocks(value: IndicatorAssessment, words: Words) -> Iterator[str]:
    """Give where one indicator stands as blocks of HTML.

    Parameters
    ----------
    value, words
        The row of an assessment and the language.
    """
    indicator = value.indicator
    yield title(indicator.code, words.text(indicator.name))
    if not value.categories.is_total:
        yield heading([str(value.categories)])
    rows = [
        element("tr", text_element("th", words.label("heading", key)), cell)
        for key, cell in _facts(value, words)
    ]
    yield element("table", element("tbody", *rows), class_="rows")
    if value.categories.is_total:
        drawn = plan_drawn(indicator, words, reached_of(value))
        yield from [drawn] if drawn else []
    if value.findings:
        yield section(words.label("heading", "findings"))
        yield from findings_listed(value.findings, words)


def _facts(row: IndicatorAssessment, words: Words) -> Iterator[tuple[str, str]]:
    unit = row.indicator.unit
    figures = {
        "period": "" if row.period is None else words.period(row.period),
        "baseline": words.value(row.baseline, unit),
        "target": words.value(row.target, unit),
        "actual": words.value(row.actual, unit),
        "expected": "" if row.progress is None else words.value(row.expected, unit),
        "to_date": words.value(row.to_date.quantity, unit),
    }
    for key, said in figures.items():
        if said != "":
            yield key, text_element("td", unbroken(said))
    if row.rate is not None:
        (expected,) = expected_rates([row])
        edges = row.thresholds.on_track, row.thresholds.at_risk
        said = words.rate(row.rate, edges)
        bar = Bar(row.rate, None if expected is None else expected.best)
        drawn = bar_drawn(bar, said, right_to_left=words.right_to_left)
        yield "rate", element("td", text_element("span", said), drawn)
    if row.method is not None:
        yield "method", text_element("td", words.label("method", row.method))
    word = chip(words.label("status", row.status), status_style(row.status.value))
    yield "status", element("td", word)
    if row.days_overdue is not None and row.days_overdue > 0:
        yield "days_overdue", text_element("td", words.number(row.days_overdue))
    if row.reason is not None:
        yield "reason", text_element("td", words.label("reason", row.reason))
