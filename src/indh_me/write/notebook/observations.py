"""Observations in a notebook: a row for each indicator, with its total figures as a series."""

from collections.abc import Iterator

import numpy as np

from indh_me.compute.trend.history import moment_of
from indh_me.model import Accumulation, Observations, Period, Quantity
from indh_me.write.svg import element, text_element
from indh_me.write.words import Words

from .blocks import blocks, heading, in_period, note
from .series import Dated, Series, series_drawn
from .table import MOST_ROWS

__all__ = ["observations_blocks"]

#: Figures of a series that are drawn at most, the last ones.
MOST_FIGURES = 60
KEYS = ("code", "figures", "absent", "periods", "series", "last")
COUNTED = {"figures", "absent"}


@blocks.register
def observations_blocks(value: Observations, words: Words) -> Iterator[str]:
    """Give observations as blocks of HTML.

    Parameters
    ----------
    value, words
        The observations and the language. They do not know their units: numbers stand alone.
    """
    counted = len(value), len(value.indicators)
    yield heading(
        f"{words.label(section, key)}{words.colon} {words.number(count)}"
        for (section, key), count in zip(
            (("notebook", "observations"), ("heading", "indicators")), counted, strict=True
        )
    )
    if len(value) == 0:
        return
    named = [words.label("notebook", key) for key in KEYS[1:]]
    head = [text_element("th", words.label("heading", "code"))]
    head += [text_element("th", each) for each in named]
    rows = [_row(value, code, words) for code in range(len(value.indicators))[:MOST_ROWS]]
    yield element(
        "table",
        element("thead", element("tr", *head)),
        element("tbody", *(each for each in rows if each != "")),
        class_="rows",
    )
    left = len(value.indicators) - MOST_ROWS
    if left > 0:
        yield note(words.label("notebook", "more", count=words.number(left)))


def _row(table: Observations, code: int, words: Words) -> str:
    rows = np.flatnonzero(table.indicator == code)
    if len(rows) == 0:
        return ""
    absent = int(np.count_nonzero(table.absence[rows]))
    periods = [table.periods[each] for each in np.unique(table.period[rows]).tolist()]
    first, last = (
        min(periods, key=lambda each: each.start),
        max(periods, key=lambda each: each.end),
    )
    totals = list(_totals(table, rows))
    series, said = "", ""
    if totals:
        listed = [
            f"{words.period(period)}{words.colon} {words.quantity(quantity)}"
            for period, quantity in totals
        ]
        said = in_period(words.quantity(totals[-1][1]), totals[-1][0], words)
        # One axis for all: what an indicator's figures stand for is said in the framework.
        dated: list[Dated] = [
            (moment_of(period, Accumulation.SUM), quantity) for period, quantity in totals
        ]
        if len(dated) > 1:
            series = series_drawn(
                Series(actual=dated),
                f"{words.semicolon} ".join(listed),
                right_to_left=words.right_to_left,
            )
    span = words.period(first) if first == last else f"{words.period(first)} … {words.period(last)}"
    return element(
        "tr",
        text_element("td", table.indicators[code], class_="code"),
        text_element("td", words.number(len(rows) - absent), class_="figure"),
        text_element("td", words.number(absent), class_="figure"),
        text_element("td", span),
        f"<td>{series}</td>",
        text_element("td", said),
    )


def _totals(
    table: Observations, rows: "np.ndarray[tuple[int], np.dtype[np.intp]]"
) -> Iterator[tuple[Period, Quantity]]:
    """Give the last figures that are not broken down, by the end of their period."""
    total = np.array([each.is_total for each in table.cells], dtype=np.bool_)
    kept = rows[total[table.cell[rows]] & (table.absence[rows] == 0)]
    ends = np.array([each.end.toordinal() for each in table.periods], dtype=np.int64)
    chosen = kept[np.argsort(ends[table.period[kept]], kind="stable")][-MOST_FIGURES:]
    for each in table.select(chosen):
        if isinstance(each.value, Quantity):
            yield each.period, each.value
