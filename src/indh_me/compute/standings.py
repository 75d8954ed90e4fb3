"""Where many indicators stand on a day."""

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import evolve

from indh_me.model import Accumulation, Indicator, Method, Target, Thresholds

from .achievement import Achievement, achievements
from .assessed_target import years_from_baseline
from .check.finding import Finding
from .figure import Figure, figures_in_windows, figures_to_date
from .method import baseline_of, method_of
from .progress import progress_of
from .reason import Reason
from .reporting import ReportingSet
from .standing import IndicatorAssessment, Subject, stand
from .target_ahead import target_ahead
from .target_version import versions_of
from .verdict import verdict
from .window import Window

__all__ = ["standings", "subjects_of"]


def standings(
    indicators: Sequence[Indicator],
    reporting: ReportingSet,
    thresholds: Thresholds,
    as_of: date,
    *,
    findings: Mapping[str | None, Sequence[Finding]],
) -> list[IndicatorAssessment]:
    """Tell where indicators stand.

    Parameters
    ----------
    indicators
        Whose totals are assessed.
    reporting
        The observations that count on the day, all of these indicators.
    thresholds
        Rates from which a status is given.
    as_of
        The day.
    findings
        What the linter finds in the data of each, by code.

    Returns
    -------
    list[IndicatorAssessment]
        One an indicator.
    """
    subjects = subjects_of(indicators, reporting, as_of, findings=findings)
    return [stand(subject, thresholds, as_of) for subject in subjects]


def subjects_of(
    indicators: Sequence[Indicator],
    reporting: ReportingSet,
    as_of: date,
    *,
    findings: Mapping[str | None, Sequence[Finding]],
) -> list[Subject]:
    """Gather what is known of indicators before they are given a status.

    Parameters
    ----------
    indicators, reporting, as_of, findings
        As for `standings`.

    Returns
    -------
    list[Subject]
        One an indicator.
    """
    to_date = figures_to_date(reporting, indicators)
    targets = [
        target_ahead(indicator, figures[0].until, as_of)
        for indicator, figures in zip(indicators, to_date, strict=True)
    ]
    actuals = _actuals(indicators, targets, to_date, reporting, as_of)
    made = _achievements(indicators, targets, actuals, as_of)
    progress = progress_of(indicators, targets, actuals, as_of)
    versions = versions_of(targets, made, as_of)
    return [
        Subject(
            indicator=indicator,
            target=target,
            to_date=figures,
            actual=actual,
            achievement=achievement,
            expectation=expectation,
            progress=on_path,
            versions=history,
            findings=findings.get(indicator.code, ()),
        )
        for indicator, target, figures, actual, achievement, (expectation, on_path), history in zip(
            indicators, targets, to_date, actuals, made, progress, versions, strict=True
        )
    ]


def _actuals(
    indicators: Sequence[Indicator],
    targets: Sequence[Target | None],
    to_date: Sequence[Sequence[Figure]],
    reporting: ReportingSet,
    as_of: date,
) -> list[Figure]:
    """Give what counts towards each one's target; of a milestone, all that was reported."""
    windows = [
        None if target is None else Window.of(indicator, target)
        for indicator, target in zip(indicators, targets, strict=True)
    ]
    found = figures_in_windows(reporting, indicators, windows)
    return [
        total[0] if _all_counts(indicator, target, figure, total[0], as_of) else figure
        for indicator, target, figure, total in zip(
            indicators, targets, found, to_date, strict=True
        )
    ]


def _all_counts(
    indicator: Indicator, target: Target | None, inside: Figure, total: Figure, as_of: date
) -> bool:
    """Tell whether everything to date counts towards a target, whatever its period."""
    if indicator.unit.is_milestone or total.reason is Reason.NO_TOTAL:
        return True
    level = indicator.accumulation is not Accumulation.SUM
    if target is None or not level:
        return False
    # A level stands where it was last seen: for the way to the next target, and for one that is
    # not due as long as nothing is known of its own period.
    on_the_way = not target.period.is_over(as_of) and inside.until is None
    return on_the_way or method_of(indicator) is Method.MILESTONE


def _achievements(
    indicators: Sequence[Indicator],
    targets: Sequence[Target | None],
    actuals: Sequence[Figure],
    as_of: date,
) -> list[Achievement]:
    rows = list(zip(indicators, targets, actuals, strict=True))
    values = [None if target is None else target.in_force(as_of) for target in targets]
    past = [_is_past(*row) for row in rows]
    made = achievements(
        [each.quantity for each in actuals],
        [None if over else value for value, over in zip(values, past, strict=True)],
        [baseline_of(each) for each in indicators],
        [each.direction for each in indicators],
        [None if target is None else method_of(indicator) for indicator, target, _ in rows],
        [each.band for each in indicators],
        years=[_years(each, figure.until) for each, _, figure in rows],
        target_years=[
            _years(each, None if target is None else target.period.end) for each, target, _ in rows
        ],
    )
    return [
        evolve(
            each,
            target=value,
            verdict=verdict(each.actual, value, each.direction, each.band),
        )
        if over
        else each
        for each, value, over in zip(made, values, past, strict=True)
    ]


def _is_past(indicator: Indicator, target: Target | None, actual: Figure) -> bool:
    """Tell whether a target is past that ``milestone`` would measure the way to."""
    if target is None or actual.until is None or method_of(indicator) is not Method.MILESTONE:
        return False
    return target.period.end <= actual.until


def _years(indicator: Indicator, day: date | None) -> float | None:
    """Count the years from the baseline for the one method that needs them."""
    if day is None or indicator.method is not Method.GROWTH_RATIO:
        return None
    return years_from_baseline(indicator, day)
