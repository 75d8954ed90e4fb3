"""Explanations: how a figure came about, as an auditor asks for it."""

from collections.abc import Iterator
from functools import singledispatch

from indh_me.compute import (
    Achievement,
    Assessment,
    IndicatorAssessment,
    Outlook,
    Status,
    Verdict,
    outlook,
)
from indh_me.model import Method, Observation, Observations, Quantity, Unit

from .words import Words

__all__ = ["explain", "explain_indicator"]

FORMULAS = {
    Method.TARGET_RATIO: "{actual} / {target}",
    Method.BASELINE_ADJUSTED: "({actual} - {baseline}) / ({target} - {baseline})",
}


@singledispatch
def explain(result: Achievement | IndicatorAssessment | Outlook, language: str = "en") -> str:
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
    return "\n".join(_achievement(result, Words(language), None))


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
    for seen in observations:
        if seen.indicator == code:
            lines += _observation(seen, indicator.unit, words)
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


def _observation(seen: Observation, unit: Unit, words: Words) -> Iterator[str]:
    place = f" ({seen.categories})" if not seen.categories.is_total else ""
    yield f"  {words.period(seen.period)}{place}: {words.value(seen.value, unit)}"
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
    elif row.status is Status.NOT_DUE and row.period is not None:
        yield words.label("phrase", "not_due", period=words.period(row.period))
    elif row.period is not None and row.reason is not None and row.rate is None:
        yield words.label("phrase", "rate_undefined", reason=words.label("reason", row.reason))
    elif row.period is not None:
        yield from _achievement(row.achievement, words, row.indicator.unit)
    yield words.labelled("status", words.label("status", row.status))


def _milestone(row: IndicatorAssessment, words: Words) -> Iterator[str]:
    if row.period is not None:
        yield words.label("phrase", "due_on", date=words.day(row.period.end))
    if row.days_overdue is not None and row.days_overdue > 0:
        yield words.label("phrase", "days_overdue", days=str(row.days_overdue))


def _achievement(result: Achievement, words: Words, unit: Unit | None) -> Iterator[str]:
    if result.rate is None or result.method is None:
        if result.reason is not None:
            reason = words.label("reason", result.reason)
            yield words.label("phrase", "rate_undefined", reason=reason)
    else:
        figures = {
            name: _bracketed(words, getattr(result, name), unit)
            for name in ("actual", "target", "baseline")
        }
        yield words.label(
            "phrase",
            "formula",
            method=words.label("method", result.method),
            formula=FORMULAS[result.method].format(**figures),
            rate=words.rate(result.rate),
        )
    if result.verdict is not None and result.actual is not None and result.target is not None:
        yield words.label(
            "phrase",
            {
                Verdict.MET: "met",
                Verdict.NOT_MET: "not_met",
                Verdict.CANNOT_TELL: "cannot_tell",
            }[result.verdict],
            actual=words.quantity(result.actual, unit),
            target=words.quantity(result.target, unit),
        )


def _bracketed(words: Words, quantity: Quantity | None, unit: Unit | None) -> str:
    """Write a figure of a formula; words in brackets, so that the formula stays readable."""
    if quantity is None:
        return ""
    written = words.quantity(quantity, unit)
    return written if quantity.is_exact else f"[{written}]"


def _at_most(ratio: Quantity) -> Quantity:
    """Drop a lower bound of zero, which says nothing of a ratio of counts."""
    return (
        Quantity(ratio.best, None, ratio.high) if ratio.low == 0 and ratio.best is None else ratio
    )
