"""A framework in a notebook: its results, and under each its indicators with their targets."""

from collections.abc import Iterator

from indh_me.model import Framework, Indicator, Result, UnitKind
from indh_me.write.indicator_words import baseline_words
from indh_me.write.svg import element, text_element
from indh_me.write.words import Words

from .blocks import blocks, heading, in_period, note, title, unbroken
from .plan_series import plan_drawn, planned_targets
from .table import MOST_ROWS

__all__ = ["framework_blocks"]

INDENT = 18
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
    depths: dict[str | None, int] = {None: 0}
    for result in _downwards(framework):
        depths[result.code] = depths[result.parent] + 1
        yield _result(result, depths[result.parent], words)
        for each in framework.indicators_of(result.code):
            yield _indicator(each, words)
    for each in framework.indicators_of(None):
        yield _indicator(each, words)


def _downwards(framework: Framework) -> Iterator[Result]:
    """Give results, each before those below it, in their own order."""
    below: dict[str | None, list[Result]] = {}
    for each in reversed(framework.results):
        below.setdefault(each.parent, []).append(each)
    left = below.get(None, [])
    while left:
        result = left.pop()
        yield result
        left += below.get(result.code, [])


def _result(result: Result, depth: int, words: Words) -> str:
    level = words.after_colon(words.label("level", result.level), words.text(result.statement))
    look = f"padding-inline-start:{8 + INDENT * depth}px"
    cell = element("td", text_element("bdi", level), colspan=len(KEYS) + 1, style=look)
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
        *(element("td", text_element("bdi", unbroken(each))) for each in texts),
        _targets(indicator, words),
    )


def _targets(indicator: Indicator, words: Words) -> str:
    """Draw the baseline and the targets, and write the last target beside them."""
    wanted = planned_targets(indicator)
    if not wanted:
        return text_element("td", "")
    final = words.quantity(wanted[-1].value, indicator.unit)
    last = text_element("span", in_period(final, wanted[-1].period, words))
    drawn = plan_drawn(indicator, words)
    return element("td", *([drawn] if drawn else []), last, class_="whole")
