"""Classes of published rules: the figure, the edges, and who publishes them."""

from collections.abc import Iterator, Mapping

from indh_me.catalog.presets import rules
from indh_me.compute import Band, Banding, NoBand
from indh_me.compute.presets import Measure
from indh_me.model import Source
from indh_me.write.digits import percent_written
from indh_me.write.words import Words

from .equation import bounds

__all__ = ["banding_lines", "class_and_figure", "classes_lines"]

PERCENT = 100


def banding_lines(result: Banding, words: Words) -> Iterator[str]:
    """Give the class of one figure.

    Parameters
    ----------
    result
        What a rule says of it.
    words
        Of the reader's language.
    """
    yield words.text(result.preset.name)
    yield words.labelled("class", _class(result, words))
    if result.figure is not None:
        measure = words.label("measure", result.preset.measure)
        yield f"{measure}{words.colon} {_figure(result, words)}"
    yield from _rule(result, words)


def classes_lines(results: Mapping[str, Banding], words: Words) -> Iterator[str]:
    """Give the class of each indicator of an assessment, a line each.

    Parameters
    ----------
    results
        What `classify` gave.
    words
        Of the reader's language.
    """
    firsts = list(results.values())[:1]
    for each in firsts:
        yield words.text(each.preset.name)
    for code, each in results.items():
        yield f"{code}{words.colon} {class_and_figure(each, words)}"
    for each in firsts:
        yield from _source(each.preset.source, words)


def class_and_figure(result: Banding, words: Words) -> str:
    """Give a class in words, and the figure that it is the class of.

    Parameters
    ----------
    result
        What a rule says of it.
    words
        Of the reader's language.
    """
    said = _class(result, words)
    if result.figure is None:
        return said
    figure = _figure(result, words)
    return f"{said}{words.colon} {figure}" if result.band is None else f"{said} ({figure})"


def _class(result: Banding, words: Words) -> str:
    if result.band is not None:
        return words.text(result.band.name)
    reason = NoBand.NO_FIGURE if result.reason is None else result.reason
    said = words.chosen(rules()["reasons"][reason.value])
    return words.label("phrase", "no_class", reason=said)


def _figure(result: Banding, words: Words) -> str:
    if result.figure is None:
        return ""
    edges = [edge for each in result.bands if (edge := _edge_read(result, each)) is not None]
    figure = words.rate(result.figure, edges)
    if result.goal is None:
        return figure
    return words.label("phrase", "due_by_then", figure=figure, goal=words.percent(result.goal))


def _edge_read(result: Banding, each: Band) -> float | None:
    """Give an edge as it is written: the figure beside it is held on its side of that."""
    if each.edge is None:
        return None
    return float(percent_written(each.edge, _known(result)).replace(",", "")) / PERCENT


def _known(result: Banding) -> list[float]:
    known = () if result.figure is None else bounds(result.figure)
    return [bound for bound in known if bound is not None]


def _rule(result: Banding, words: Words) -> Iterator[str]:
    """Give the edges of the classes, goal and scale included, and who publishes them."""
    if result.preset.measure is not Measure.RATE_MINUS_GOAL or result.goal is not None:
        met = result.preset.met
        listed = [_edge(each, result, words) for each in result.bands]
        if met is not None:
            listed.insert(0, words.label("phrase", "class_met", name=words.text(met.name)))
        yield f"{words.semicolon} ".join(listed)
        if result.scale != 1:
            yield words.label("phrase", "edges_scaled", factor=words.number(result.scale))
    yield from _source(result.preset.source, words)


def _edge(each: Band, result: Banding, words: Words) -> str:
    name = words.text(each.name)
    if each.edge is None:
        return words.label("phrase", "class_rest", name=name)
    key = "class_from" if each.holds_edge else "class_above"
    edge = words.percent(each.edge, _known(result))
    return words.label("phrase", key, name=name, edge=edge)


def _source(source: Source, words: Words) -> Iterator[str]:
    # A title stands in the language of its source, and keeps its order.
    title = "" if source.label is None else source.label.words[0][1]
    cited = ", ".join(each for each in (title, source.address) if each)
    yield words.labelled("source", words.isolated(cited))
