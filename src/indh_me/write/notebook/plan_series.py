"""What an indicator plans as a small picture: baseline, targets, band, and what was reached."""

from indh_me.compute import IndicatorAssessment
from indh_me.compute.trend.history import moment_of
from indh_me.model import Absence, Accumulation, Indicator, Period, Quantity, Target
from indh_me.write.words import Words

from .series import Dated, Series, series_drawn

__all__ = ["plan_drawn", "planned_targets", "reached_of"]


def planned_targets(indicator: Indicator) -> list[Target]:
    """Give the targets for the total that are alike, per period or cumulative, by time.

    Parameters
    ----------
    indicator
        Whose targets they are. Of both kinds, those that the last one is of.
    """
    by_time = sorted(indicator.total_targets, key=lambda each: each.period.end)
    return [each for each in by_time if each.cumulative == by_time[-1].cumulative]


def reached_of(row: IndicatorAssessment) -> Dated | None:
    """Give what was reached and where it stands in time; `None` where it is not in the picture.

    Parameters
    ----------
    row
        A row of an assessment.
    """
    wanted = [each.period for each in planned_targets(row.indicator)]
    if not isinstance(row.actual, Quantity) or row.period not in wanted or row.period is None:
        return None
    until, kind = row.to_date.until, row.indicator.accumulation
    if until is None or kind not in {Accumulation.LATEST, Accumulation.RUNNING_TOTAL}:
        return moment_of(row.period, kind), row.actual
    return moment_of(Period(until, until), kind), row.actual


def plan_drawn(indicator: Indicator, words: Words, reached: Dated | None = None) -> str:
    """Draw the baseline and the targets of an indicator.

    Parameters
    ----------
    indicator
        What is measured.
    words
        The language that it is said in for those who do not see it.
    reached
        What was reached, and where it stands in time.

    Returns
    -------
    str
        SVG; nothing where there are no two points to compare.

    Examples
    --------
    >>> plan_drawn(Indicator.milestone("C-P3"), Words("en"))
    ''
    """
    kind, start = indicator.accumulation, indicator.baseline
    targets = planned_targets(indicator)
    if indicator.unit.is_milestone or not targets:
        return ""
    baseline = None
    if start is not None and start.period is not None and not isinstance(start.value, Absence):
        baseline = moment_of(start.period, kind), start.value
    series = Series(
        actual=[] if reached is None else [reached],
        targets=[(moment_of(each.period, kind), each.value) for each in targets],
        baseline=baseline,
        kept=indicator.band,
    )
    if len(series.dated) < 2:  # noqa: PLR2004 - one point is no series
        return ""
    said = [
        f"{words.period(each.period)}{words.colon} {words.quantity(each.value, indicator.unit)}"
        for each in targets
    ]
    told = words.labelled("target", f"{words.semicolon} ".join(said))
    return series_drawn(series, told, right_to_left=words.right_to_left)
