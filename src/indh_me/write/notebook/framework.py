"""A framework in a notebook: its results, and under each its indicators with their targets."""

from collections.abc import Iterator

from indh_me.compute.trend.history import moment_of
from indh_me.model import Absence, Framework, Indicator, Result, UnitKind
from indh_me.write.indicator_words import baseline_words
from indh_me.write.svg import element, text_element
from indh_me.write.words import Words

from .blocks import blocks, heading, note, title
from .series import Series, series_drawn
from .table import MOST_ROWS

__all__ = ["framework_blocks"]

KEYS = ("code", "indicator", "unit", "direction", "accumulation", "baseline")


@blocks.register
def framework_blocks(value: Framework, words: Words) -> Iterator[str]:
    """Give a framework as blocks of HTML.

    Parameters
    ----------
    value, words
        The framework and the language.
    """
    yield title(value.code, words.text(value.title))
    yield heading(
        words.labelled(key, words.number(len(getattr(value, name))))
        for key, name in (
            ("results_chain", "results"),
            ("indicators", "indicators"),
            ("disaggregation", "dimensions"),
        )
    )
    if value.description is not None:
        yield note(words.text(value.description))
    rows = list(_rows(value, words))
    if rows:
        named = [words.label("heading", key) for key in KEYS]
        named.append(words.label("notebook", "targets"))
        head = element("tr", *(text_element("th", each) for each in named))
        yield element(
            "table",
            element("thead", head),
            element("tbody", *rows[:MOST_ROWS]),
            class_="rows",
        )
    if len(rows) > MOST_ROWS:
        yield note(words.label("notebook", "more", count=words.number(len(rows) - MOST_ROWS)))


def _rows(framework: Framework, words: Words) -> Iterator[str]:
    for result in framework.results:
        yield _result(result, words)
        for each in framework.indicators_of(result.code):
            yield _indicator(each, words)
    for each in framework.indicators_of(None):
        yield _indicator(each, words)


def _result(result: Result, words: Words) -> str:
    level = words.after_colon(words.label("level", result.level), words.text(result.statement))
    cell = element("td", text_element("bdi", level), colspan=len(KEYS) + 1)
    return element("tr", cell, class_="group")


def _indicator(indicator: Indicator, words: Words) -> str:
    unit, baseline = indicator.unit, indicator.baseline
    kind = words.label("unit", unit.kind)
    if indicator.unit_label is not None and unit.kind is UnitKind.COUNT:
        kind = words.text(indicator.unit_label)
    texts = [
        words.text(indicator.name),
        kind,
        words.label("direction", indicator.direction),
        words.label("accumulation", indicator.accumulation),
        "" if baseline is None else baseline_words(baseline, unit, words),
    ]
    return element(
        "tr",
        text_element("td", indicator.code, class_="code"),
        *(element("td", text_element("bdi", each)) for each in texts),
        _targets(indicator, words),
    )


def _targets(indicator: Indicator, words: Words) -> str:
    """Draw the baseline and the targets, and write the last target beside them."""
    wanted = sorted(indicator.total_targets, key=lambda each: each.period.end)
    if not wanted:
        return text_element("td", "")
    said = [
        f"{words.period(each.period)}{words.colon} {words.quantity(each.value, indicator.unit)}"
        for each in wanted
    ]
    last = text_element("bdi", said[-1])
    start, kind = indicator.baseline, indicator.accumulation
    dated = [(moment_of(each.period, kind), each.value) for each in wanted]
    baseline = None
    if start is not None and start.period is not None and not isinstance(start.value, Absence):
        baseline = moment_of(start.period, kind), start.value
    if len(dated) + (baseline is not None) < 2:  # noqa: PLR2004 - one point is no series
        return element("td", last)
    drawn = series_drawn(
        Series(targets=dated, baseline=baseline, kept=indicator.band),
        f"{words.semicolon} ".join(said),
        right_to_left=words.right_to_left,
    )
    return element("td", drawn, last)
