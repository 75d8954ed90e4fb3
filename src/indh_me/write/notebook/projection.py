"""Projections in a notebook: the fan chart of one, a row with a small one for each of many."""

from collections.abc import Iterator

from indh_me.compute import Projection, Projections
from indh_me.write.explain import explain
from indh_me.write.fan_chart import fan_chart
from indh_me.write.fan_plot import band_of, baseline_of, targets_of
from indh_me.write.projection_words import figures_in_words
from indh_me.write.svg import element, text_element
from indh_me.write.tables import projection_table
from indh_me.write.words import Words

from .blocks import blocks, heading, title
from .series import Dated, Series, series_drawn
from .table import Drawn, table_blocks

__all__ = ["projection_blocks", "projections_blocks"]


@blocks.register
def projection_blocks(value: Projection, words: Words) -> Iterator[str]:
    """Give a projection as blocks of HTML: its fan chart, and how it came about.

    Parameters
    ----------
    value, words
        The projection and the language.
    """
    yield fan_chart(value, words.language)
    told = text_element("pre", explain(value, words.language))
    yield element("details", text_element("summary", words.label("notebook", "how")), told)


@blocks.register
def projections_blocks(value: Projections, words: Words) -> Iterator[str]:
    """Give projections as blocks of HTML.

    Parameters
    ----------
    value, words
        The projections and the language.
    """
    yield title(value.framework.code, words.text(value.framework.title))
    table = projection_table(value, words)
    if table.title != "":
        yield heading([table.title])
    headings = [each.heading for each in table.columns]
    before = headings.index(words.label("heading", "projected"))
    pictures = [_drawn(each, words) for each in value]
    drawn = Drawn(words.label("notebook", "series"), pictures, before)
    yield from table_blocks(table, words, drawn if any(pictures) else None)


def _drawn(row: Projection, words: Words) -> str:
    history = row.history
    baseline = baseline_of(row)
    start: Dated | None = None
    if baseline is not None and baseline[0] is not None:
        start = history.year_of(baseline[0]), baseline[1]
    series = Series(
        actual=[(each.year, each.quantity) for each in history.figures],
        ahead=[(history.year_of(each.period), each.quantity) for each in row.figures],
        intervals=[
            (history.year_of(each.period), each.interval)
            for each in row.figures
            if each.interval is not None
        ],
        targets=[(history.year_of(period), value) for period, value in targets_of(row)],
        baseline=start,
        kept=band_of(row),
    )
    if not series.actual:
        return ""
    said = figures_in_words(row, words)
    return series_drawn(series, said, right_to_left=words.right_to_left)
