"""Explanations: how a figure came about, as an auditor asks for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial, singledispatch
from typing import Any

from indh_me.compute import (
    Achievement,
    Assessment,
    Banding,
    Breakdown,
    Equity,
    Expectation,
    Figure,
    IndicatorAssessment,
    MethodComparison,
    Outlook,
    Pace,
    Projection,
    Publication,
    ResultScore,
    Rollup,
    outlook,
)
from indh_me.model import Accumulation, Label, Observation, Observations, Unit

from .explanations import (
    accumulation_lines,
    achievement_lines,
    banding_lines,
    breakdown_lines,
    classes_lines,
    comparison_lines,
    equity_lines,
    expectation_lines,
    outlook_lines,
    pace_lines,
    projection_lines,
    publication_lines,
    rollup_lines,
    score_lines,
    standing_lines,
)
from .words import Words

__all__ = ["explain", "explain_indicator"]

#: What can be explained, in the words of the error that anything else gives.
KINDS = (
    "an Achievement, a row of an Assessment, a MethodComparison, Expectation, Pace, Outlook, "
    "Projection, Banding, Rollup, ResultScore, Breakdown, Publication or Equity, or what classify "
    "or compare_accumulations gave"
)


@singledispatch
def explain(
    result: (
        Achievement
        | IndicatorAssessment
        | MethodComparison
        | Expectation
        | Pace
        | Outlook
        | Projection
        | Banding
        | Rollup
        | ResultScore
        | Breakdown
        | Publication
        | Equity
        | Mapping[str, Banding]
        | Mapping[Accumulation, Figure]
    ),
    language: str = "en",  # noqa: ARG001 - used by the functions registered for each kind
    labels: Iterable[Label] = (),  # noqa: ARG001 - so are these
) -> str:
    """Spell out how a result came about.

    Parameters
    ----------
    result
        An `Achievement`, a row of an `Assessment`, a `MethodComparison`, `Expectation`, `Pace`,
        `Outlook`, `Projection`, `Banding`, `Rollup`, `ResultScore`, `Breakdown`, `Publication` or
        `Equity`, or what `classify` or `compare_accumulations` gave.
    language
        ``ar``, ``fr`` or ``en``, or a language that the labels are in.
    labels
        Labels of a framework's own. A `Rollup` knows those of its framework.

    Returns
    -------
    str
        One or more lines, the figures put into the formula.

    Raises
    ------
    TypeError
        For anything else.

    Notes
    -----
    Figures are rounded for reading, but never so that they contradict what is said of them: the
    figures in a formula come to the rate beside it, a rate stays on its side of the thresholds of
    its status, and of two figures that are compared the larger is read as the larger.

    Examples
    --------
    >>> done = Achievement.of(64, 80, baseline=60, direction="increase", level=True)
    >>> print(explain(done, "en"))
    Progress from the baseline: (64 - 60) / (80 - 60) = 20 %
    The target is not met: actual 64, target 80.
    """
    message = f"cannot explain {type(result).__name__}: give {KINDS}"
    raise TypeError(message)


def _spelt(
    lines: Callable[[Any, Words], Iterator[str]],
    result: object,
    language: str = "en",
    labels: Iterable[Label] = (),
) -> str:
    return "\n".join(lines(result, Words(language, labels=labels)))


#: What spells out each kind of result that needs but the language.
LINES: Mapping[type, Callable[[Any, Words], Iterator[str]]] = {
    Achievement: achievement_lines,
    IndicatorAssessment: standing_lines,
    MethodComparison: comparison_lines,
    Expectation: expectation_lines,
    Pace: pace_lines,
    Outlook: outlook_lines,
    Projection: projection_lines,
    Banding: banding_lines,
    ResultScore: score_lines,
    Breakdown: breakdown_lines,
    Publication: publication_lines,
    Equity: equity_lines,
}
for _kind, _lines in LINES.items():
    explain.register(_kind, partial(_spelt, _lines))


@explain.register
def _(result: Rollup, language: str = "en", labels: Iterable[Label] = ()) -> str:
    framework = result.assessment.framework
    words = Words.of(framework.with_labels(*labels), language)
    return "\n".join(rollup_lines(result, words))


@explain.register(Mapping)
def _(result: Mapping[object, object], language: str = "en", labels: Iterable[Label] = ()) -> str:
    words = Words(language, labels=labels)
    figures = {
        kind: each
        for kind, each in result.items()
        if isinstance(kind, Accumulation) and isinstance(each, Figure)
    }
    classes = {
        code: each
        for code, each in result.items()
        if isinstance(code, str) and isinstance(each, Banding)
    }
    if len(figures) == len(result):
        return "\n".join(accumulation_lines(figures, words))
    if len(classes) == len(result):
        return "\n".join(classes_lines(classes, words))
    message = f"cannot explain {type(result).__name__}: give {KINDS}"
    raise TypeError(message)


def explain_indicator(
    assessment: Assessment, observations: Observations, code: str, language: str = "en"
) -> str:
    """Tell everything that is behind the figures of one indicator.

    Parameters
    ----------
    assessment
        Of the framework that has the indicator.
    observations
        What it was made from.
    code
        Code of the indicator.
    language
        ``ar``, ``fr`` or ``en``, or one that the framework has labels in.

    Returns
    -------
    str
        Its name, each figure with scope and source, the figure to date, the achievement, and
        what the targets still ask for.

    Raises
    ------
    UnknownCodeError
        When the framework has no such indicator.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> due = me.Target(period=me.Period.year(2008), value=20_000)
    >>> trained = me.Indicator(
    ...     code="T-R1", unit="count", direction="increase", accumulation="sum", targets=[due]
    ... )
    >>> framework = me.Framework(code="DEMO", languages=["fr"], indicators=[trained])
    >>> seen = me.Observations.from_columns(["T-R1"], ["2008"], [18_000])
    >>> made = me.assess(framework, seen, as_of=date(2008, 12, 31))
    >>> print(explain_indicator(made, seen, "T-R1", "en"))
    T-R1
    As of 2008-12-31
      2008: 18 000
    Value to 2008-12-31: 18 000 (Sum of the periods).
    Actual / target: 18 000 / 20 000 = 90 %
    The target is not met: actual 18 000, target 20 000.
    Status: On track
    """
    row = assessment[code]
    words = Words.of(assessment.framework, language)
    indicator = row.indicator
    lines = [f"{code}  {words.text(indicator.name)}".rstrip()]
    lines.append(words.label("phrase", "as_of", date=words.day(assessment.as_of)))
    for seen in _of(observations, code):
        lines += _observation(seen, indicator.unit, words, assessment.as_of)
    if row.to_date.quantity is not None:
        lines.append(
            words.label(
                "phrase",
                "to_date",
                date=words.day(assessment.as_of),
                value=words.quantity(row.to_date.quantity, indicator.unit),
                accumulation=words.label("accumulation", indicator.accumulation),
            )
        )
    lines += standing_lines(row, words)
    ahead = outlook(indicator, observations, as_of=assessment.as_of)
    if ahead is not None:
        lines += outlook_lines(ahead, words)
    lines += [f"{finding.id}: {finding.message}" for finding in row.findings]
    return "\n".join(lines)


def _of(observations: Observations, code: str) -> Observations:
    """Give the observations of one indicator."""
    if code not in observations.indicators:
        return Observations()
    return observations.select(observations.indicator == observations.indicators.index(code))


def _observation(seen: Observation, unit: Unit, words: Words, as_of: date) -> Iterator[str]:
    place = "" if seen.categories.is_total else f" ({seen.categories})"
    figure = words.value(seen.value, unit)
    late = seen.collected is not None and seen.collected > as_of
    if late or not seen.period.is_over(as_of):
        figure = words.label("phrase", "not_counted", figure=figure)
    yield f"  {words.period(seen.period)}{place}{words.colon} {figure}"
    if seen.scope is not None:
        yield "    " + words.label("phrase", "scope", scope=words.text(seen.scope))
    if seen.source is not None:
        yield "    " + words.label("phrase", "source", source=seen.source.code)
        if seen.source.quote is not None:
            # A quotation stands in the language of its source.
            quote = seen.source.quote.words[0][1]
            yield "    " + words.label("phrase", "quote", quote=quote)
