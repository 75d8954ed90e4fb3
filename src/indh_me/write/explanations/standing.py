"""Rows of an assessment: where an indicator stands, and everything that this came from."""

from collections.abc import Iterator

from indh_me.compute import Achievement, IndicatorAssessment, Status
from indh_me.model import Direction
from indh_me.write.digits import MOST_DECIMALS
from indh_me.write.words import Words

from .achievement import achievement_lines
from .expectation import expectation_lines
from .substitution import Substitution

__all__ = ["standing_lines"]

INDENT = "  "


def standing_lines(row: IndicatorAssessment, words: Words) -> Iterator[str]:
    """Tell where an indicator stands, and its groups.

    Parameters
    ----------
    row
        The row of an assessment.
    words
        Of the reader's language.
    """
    if row.indicator.unit.is_milestone:
        yield from _milestone(row, words)
    elif row.progress is not None:
        yield from _on_the_way(row, row.progress, words)
    elif row.period is not None and row.status is Status.NOT_DUE:
        yield words.label("phrase", "not_due", period=words.period(row.period))
    elif row.period is not None:
        yield from achievement_lines(row.achievement, words, row.indicator.unit, _edges(row))
    yield words.labelled("status", words.label("status", row.status))
    rated = row.achievement if row.progress is None else row.progress
    if row.status is Status.UNDEFINED and rated.rate is not None and row.reason is not None:
        yield words.labelled("reason", words.label("reason", row.reason))
    yield from _revisions(row, words)
    for group in row.groups:
        yield words.isolated(str(group.categories)) + words.colon
        yield from (INDENT + line for line in standing_lines(group, words))


def _edges(row: IndicatorAssessment) -> tuple[float, float]:
    return row.thresholds.on_track, row.thresholds.at_risk


def _milestone(row: IndicatorAssessment, words: Words) -> Iterator[str]:
    if row.period is not None:
        yield words.label("phrase", "due_on", date=words.day(row.period.end))
    if row.days_overdue is not None and row.days_overdue > 0:
        yield words.label("phrase", "days_overdue", days=str(row.days_overdue))


def _on_the_way(row: IndicatorAssessment, progress: Achievement, words: Words) -> Iterator[str]:
    """Hold what is reached against what was expected by then, then against the whole target."""
    unit, in_band = row.indicator.unit, row.indicator.direction is Direction.MAINTAIN
    wanted = row.indicator.band if in_band else row.target
    if row.period is not None and wanted is not None:
        yield words.label(
            "phrase",
            "target_due",
            period=words.period(row.period),
            target=words.quantity(wanted, unit),
            date=words.day(row.period.end),
        )
    yield words.label("phrase", "reported_until", date=words.day(row.expectation.day))
    most = MOST_DECIMALS
    if progress.rate is not None:
        most = Substitution(progress, words, unit, _edges(row)).decimals
    yield from expectation_lines(row.expectation, words, most)
    told = progress.rate is not None or progress.verdict is not None
    if told or row.status is Status.UNDEFINED:
        yield from achievement_lines(progress, words, unit, _edges(row), expected=True)
    if not in_band and (row.rate is not None or row.verdict is not None):
        yield from achievement_lines(row.achievement, words, unit)


def _revisions(row: IndicatorAssessment, words: Words) -> Iterator[str]:
    """Give the versions of a revised target, with what has been reached of each."""
    unit = row.indicator.unit
    if row.versions:
        yield words.label("phrase", "revisions")
    for each in row.versions:
        value = words.quantity(each.value, unit)
        if each.decided is None:
            line = words.label("phrase", "original_target", value=value)
        else:
            day = words.day(each.decided)
            line = words.label("phrase", "revised_target", date=day, value=value)
        if each.achievement.rate is not None and row.status is not Status.NOT_DUE:
            reached = Substitution(each.achievement, words, unit, _edges(row)).equation
            line += f"{words.colon} {reached}"
        if each.rationale is not None:
            line += f" ({words.text(each.rationale)})"
        yield INDENT + line
