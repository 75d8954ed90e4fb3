"""Scores: what the rates of its indicators come to for each result."""

from collections.abc import Iterator

from indh_me.compute import ResultScore, Rollup
from indh_me.write.words import Words

from .reason import why

__all__ = ["rollup_lines", "score_lines"]

INDENT = "  "


def rollup_lines(result: Rollup, words: Words) -> Iterator[str]:
    """Give the score of each result, and of the whole framework.

    Parameters
    ----------
    result
        What was rolled up.
    words
        Of the reader's language.
    """
    yield words.labelled("roll_up", words.label("rollup_rule", result.rule))
    for row in (*result.rows, result.total):
        yield from score_lines(row, words)


def score_lines(result: ResultScore, words: Words) -> Iterator[str]:
    """Give a score capped and uncapped, how much it came from, and what has no rate.

    Parameters
    ----------
    result
        The score of one result.
    words
        Of the reader's language.
    """
    yield _name(result, words)
    if result.capped is None or result.uncapped is None:
        yield INDENT + words.labelled("score", words.label("phrase", "no_score"))
    else:
        capped, uncapped = words.rate(result.capped), words.rate(result.uncapped)
        score = words.label("phrase", "score", capped=capped, uncapped=uncapped)
        yield INDENT + words.labelled("score", score)
    counted, left = len(result.counted), len(result.not_computed) + len(result.unweighted)
    line = words.label(
        "phrase",
        "indicators_counted",
        counted=words.number(counted),
        total=words.number(counted + left),
    )
    if result.counted:
        line += f" ({words.listed(result.counted)})"
    yield INDENT + line
    if result.coverage is not None:
        yield INDENT + words.labelled("coverage", words.percent(result.coverage))
    for each in result.not_computed:
        yield INDENT + words.labelled("not_computed", f"{each.code} ({why(each.reason, words)})")
    if result.unweighted:
        yield INDENT + words.labelled("unweighted", words.listed(result.unweighted))


def _name(result: ResultScore, words: Words) -> str:
    if result.result is None:
        return words.label("phrase", "whole_framework")
    return f"{result.result.code}  {words.text(result.result.statement)}".rstrip()
