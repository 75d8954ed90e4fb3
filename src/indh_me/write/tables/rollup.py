"""The table of a roll-up: one row a result, the whole framework last."""

from collections.abc import Iterator

from indh_me.compute import ResultScore, Rollup
from indh_me.write.words import Words

from .table import Column, Row, Table

__all__ = ["rollup_table"]

FIGURES = ("capped", "uncapped", "counted")


def rollup_table(rollup: Rollup, words: Words) -> Table:
    """Lay out the scores of all results.

    Parameters
    ----------
    rollup
        What `rollup` gave.
    words
        Language of words and numbers.

    Returns
    -------
    Table
        Under it stand the indicators that could not be computed, each with its reason.

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute import assess, rollup
    >>> from indh_me.model import Framework
    >>> demo = Framework(code="DEMO", languages=["en"])
    >>> table = rollup_table(rollup(assess(demo, as_of=date(2008, 3, 27))), Words("en"))
    >>> table.rows[0].cells[1]
    'Whole framework'
    """
    assessment = rollup.assessment
    keys = ("code", "result", *FIGURES, "not_computed")
    return Table(
        title=words.label(
            "phrase",
            "rollup",
            date=words.day(assessment.as_of),
            rule=words.label("rollup_rule", rollup.rule),
        ),
        columns=tuple(Column(words.label("heading", key), key in FIGURES) for key in keys),
        rows=tuple(Row(_cells(each, words)) for each in (*rollup, rollup.total)),
        notes=tuple(_notes(rollup.total, words)),
    )


def _cells(score: ResultScore, words: Words) -> tuple[str, ...]:
    counted = len(score.counted)
    every = counted + len(score.not_computed) + len(score.unweighted)
    whole = words.label("phrase", "whole_framework")
    return (
        "" if score.code is None else score.code,
        whole if score.result is None else words.text(score.result.statement),
        "" if score.capped is None else words.rate(score.capped),
        "" if score.uncapped is None else words.rate(score.uncapped),
        words.label("phrase", "count_of_all", count=str(counted), all=str(every)),
        words.listed(each.code for each in score.not_computed),
    )


def _notes(total: ResultScore, words: Words) -> Iterator[str]:
    for each in total.not_computed:
        reason = "" if each.reason is None else words.label("reason", each.reason)
        yield words.label("phrase", "not_computed", code=each.code, reason=reason)
    for code in total.unweighted:
        yield words.label("phrase", "unweighted", code=code)
