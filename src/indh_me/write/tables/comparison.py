"""The table of a comparison: what each method says of the same figures."""

from indh_me.compute import Achievement, IndicatorAssessment, MethodComparison
from indh_me.model import Method
from indh_me.write.words import Words

from .table import Column, Row, Table

__all__ = ["comparison_table"]


def comparison_table(
    comparison: MethodComparison, words: Words, *, row: IndicatorAssessment | None = None
) -> Table:
    """Lay out what each method says of the same figures.

    Parameters
    ----------
    comparison
        What `compare_methods` or `compare_indicator` gave.
    words
        Language of words and numbers.
    row
        Where the indicator stands, whose name and own method are told too.

    Examples
    --------
    >>> from indh_me.compute import compare_methods
    >>> made = compare_methods(64, 80, 60, direction="increase")
    >>> comparison_table(made, Words("en")).rows[1].cells
    ('baseline_adjusted', 'Progress from the baseline', '20 %', 'Not met', '')
    """
    keys = ("key", "method", "rate", "verdict", "reason")
    title, notes = words.label("heading", "methods"), []
    if row is not None:
        name = f"{row.indicator.code}  {words.text(row.indicator.name)}".rstrip()
        title = f"{name}\n{title}"
        if row.method is not None:
            used = words.label("method", row.method)
            notes.append(words.label("phrase", "method_used", method=used))
    return Table(
        title=title,
        columns=tuple(Column(words.label("heading", key), key == "rate") for key in keys),
        rows=tuple(Row(_cells(kind, comparison[kind], words)) for kind in Method),
        notes=tuple(notes),
    )


def _cells(kind: Method, made: Achievement, words: Words) -> tuple[str, ...]:
    return (
        kind.value,
        words.label("method", kind),
        "" if made.rate is None else words.rate(made.rate),
        "" if made.verdict is None else words.label("verdict", made.verdict),
        "" if made.reason is None else words.label("reason", made.reason),
    )
