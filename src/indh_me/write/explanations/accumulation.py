"""Accumulations compared: what the same figures come to in every way to put them together."""

from collections.abc import Iterator, Mapping

from indh_me.compute import Figure
from indh_me.model import Accumulation
from indh_me.write.words import Words

from .reason import no_figure

__all__ = ["accumulation_lines"]


def accumulation_lines(result: Mapping[Accumulation, Figure], words: Words) -> Iterator[str]:
    """Give the figure of each kind, and by how much people may have been counted twice.

    Parameters
    ----------
    result
        What `compare_accumulations` gave.
    words
        Of the reader's language.
    """
    for kind, figure in result.items():
        label = words.label("accumulation", kind)
        yield f"{label}{words.colon} {_figure(figure, words)}"
    total, peak = (
        None if kind not in result else result[kind].quantity
        for kind in (Accumulation.SUM, Accumulation.PEAK)
    )
    more = None if total is None or peak is None else total - peak
    if more is not None and more.low is not None and more.low > 0:
        yield words.label("phrase", "sum_over_peak", value=words.quantity(more))


def _figure(figure: Figure, words: Words) -> str:
    if figure.quantity is not None:
        return words.quantity(figure.quantity)
    return no_figure(figure.reason, words)
