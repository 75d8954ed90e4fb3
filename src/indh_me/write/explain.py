"""Explanations: how a figure came about, as an auditor asks for it."""

from collections.abc import Iterator
from datetime import date
from functools import singledispatch

from indh_me.compute import (
    Achievement,
    Assessment,
    IndicatorAssessment,
    Outlook,
    Status,
    outlook,
)
from indh_me.model import Direction, Method, Observation, Observations, Quantity, Unit

from .words import Words

__all__ = ["explain", "explain_indicator"]

FORMULAS = {
    Method.TARGET_RATIO: "{actual} / {target}",
    Method.BASELINE_ADJUSTED: "({actual} - {baseline}) / ({target} - {baseline})",
}


@singledispatch
def explain(
    result: Achievement | IndicatorAssessment | Outlook,
    language: str = "en",  # noqa: ARG001 - used by the functions registered for each kind
) -> str:
    """Spell out how a result came about.

    Parameters
    ----------
    result
        An `Achievement`, a row of an `Assessment`, or an `Outlook`.
    language
        ``ar``, ``fr`` or ``en``.

    Returns
    -------
    str
        One or more lines, the figures put into the formula.

    Raises
    ------
    TypeError
        For anything else.

    Examples
    --------
    >>> done = Achievement.of(64, 80, baseline=60, direction="increase", level=True)
    >>> print(explain(done, "en"))
    Progress from the baseline: (64 - 60) / (80 - 60) = 20 %
    The target is not met: actual 64, target 80.
    """
    kinds = "Achievement, IndicatorAssessment or Outlook"
    message = f"cannot explain {type(result).__name__}: give an {kinds}"
    raise TypeError(message)


@explain.register
def _(result: Achievement, language: str = "en") -> str:
    return "\n".join(_achievement(result, Words(language), None, result.target))


@explain.register
def _(result: IndicatorAssessment, language: str = "en") -> str:
    return "\n".join(_row(result, Words(language)))


@explain.register
def _(result: Outlook, language: str = "en") -> str:
    words = Words(language)
    lines = [
        words.label(
            "phrase",
            "if_all_targets_met",
            period=words.period(result.last_period),
            value=words.quantity(result.total_if_met),
        )
    ]
    if result.pace_ratio is not None:
        lines.append(
            words.label(
                "phrase",
                "pace",
                period=words.period(result.next_period),
                ratio=words.quantity(_at_most(result.pace_ratio)),
                past=words.period(result.past),
            )
        )
    return "\n".join(lines)


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
        ``ar``, ``fr`` or ``en``.

    Returns
    -------
    str
        Its name, each figure with scope and source, the figure to date, the achievement, and
        what the targets still ask for.

    Raises
    ------
    UnknownCodeError
        When the framework has no such indicator.
    """
    row = assessment[code]
    words = Words(language, assessment.framework.languages)
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
    lines += _row(row, words)
    ahead = outlook(indicator, observations, as_of=assessment.as_of)
    if ahead is not None:
        lines.append(explain(ahead, language))
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
    yield f"  {words.period(seen.period)}{place}: {figure}"
    if seen.scope is not None:
        yield "    " + words.label("phrase", "scope", scope=words.text(seen.scope))
    if seen.source is not None:
        yield "    " + words.label("phrase", "source", source=seen.source.code)
        if seen.source.quote is not None:
            # A quotation stands in the language of its source.
            quote = seen.source.quote.words[0][1]
            yield "    " + words.label("phrase", "quote", quote=quote)


def _row(row: IndicatorAssessment, words: Words) -> Iterator[str]:
    if row.indicator.unit.is_milestone:
        yield from _milestone(row, words)
    elif row.period is not None and row.status is Status.NOT_DUE:
        yield words.label("phrase", "not_due", period=words.period(row.period))
    elif row.period is not None:
        wanted = row.indicator.band if row.indicator.direction is Direction.MAINTAIN else row.target
        yield from _achievement(row.achievement, words, row.indicator.unit, wanted)
    yield words.labelled("status", words.label("status", row.status))
    if row.status is Status.UNDEFINED and row.rate is not None and row.reason is not None:
        yield words.labelled("reason", words.label("reason", row.reason))


def _milestone(row: IndicatorAssessment, words: Words) -> Iterator[str]:
    if row.period is not None:
        yield words.label("phrase", "due_on", date=words.day(row.period.end))
    if row.days_overdue is not None and row.days_overdue > 0:
        yield words.label("phrase", "days_overdue", days=str(row.days_overdue))


def _achievement(
    result: Achievement, words: Words, unit: Unit | None, wanted: Quantity | None
) -> Iterator[str]:
    """Put the figures into the formula, and hold the actual against what is wanted."""
    if result.rate is not None and result.method is not None:
        figures = {
            name: _bracketed(words, getattr(result, name), unit)
            for name in ("actual", "target", "baseline")
        }
        yield words.label(
            "phrase",
            "formula",
            method=words.label("method", result.method),
            formula=words.isolated(FORMULAS[result.method].format(**figures)),
            rate=words.rate(result.rate),
        )
    elif result.reason is not None:
        reason = words.label("reason", result.reason)
        yield words.label("phrase", "rate_undefined", reason=reason)
    if result.verdict is not None and result.actual is not None and wanted is not None:
        actual, target = (words.quantity(each, unit) for each in (result.actual, wanted))
        yield words.label("phrase", result.verdict, actual=actual, target=target)


def _bracketed(words: Words, quantity: Quantity | None, unit: Unit | None) -> str:
    """Write a figure of a formula; words in brackets, so that the formula stays readable."""
    if quantity is None:
        return ""
    written = words.quantity(quantity, unit)
    return written if quantity.is_exact else f"[{written}]"


def _at_most(ratio: Quantity) -> Quantity:
    """Drop a lower bound of zero, which says nothing of a ratio of counts."""
    only_bounds = ratio.low == 0 and ratio.best is None
    return Quantity(None, None, ratio.high) if only_bounds else ratio
