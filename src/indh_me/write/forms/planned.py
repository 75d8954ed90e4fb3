"""What the cells of a form give of the plan: baselines and targets, from the tracking sheet."""

from collections.abc import Sequence

from indh_me.model import TOTAL, Quantity, Target
from indh_me.write.grid import Formula
from indh_me.write.sheets.tracking_columns import FIRST
from indh_me.write.whole_target import WholeTarget, whole_target

from .columns import periods_of
from .form import Give
from .place import Place
from .shown import JOINED, Shown

__all__ = [
    "baseline_value",
    "baseline_year",
    "final_period",
    "final_target",
    "once",
    "or_due",
    "target",
    "target_before_last",
    "whole_formula",
    "whole_of",
    "whole_value",
]

BASELINE = list(FIRST).index("baseline")


def baseline_value(place: Place) -> Shown | None:
    """Give the value of the baseline."""
    indicator = place.indicator
    if indicator is None:
        return None
    baseline = indicator.baseline
    if baseline is None:
        return place.text("")
    value = baseline.value
    if not isinstance(value, Quantity) or indicator.unit.is_milestone:
        return place.text(place.content.words.value(value, indicator.unit))
    return _number(place, value, BASELINE)


def baseline_year(place: Place) -> Shown | None:
    """Give the period in which the baseline was measured."""
    if place.indicator is None:
        return None
    baseline = place.indicator.baseline
    if baseline is None or baseline.period is None:
        return place.aside("")
    return place.aside(str(baseline.period))


def target(place: Place) -> Shown | None:
    """Give the target of the period, for the total or the group of the line."""
    wanted, indicator = place.target, place.indicator
    if wanted is None or indicator is None or indicator.unit.is_milestone:
        return None
    value = wanted.in_force(place.content.assessment.as_of)
    if place.line.categories == TOTAL:
        return _number(place, value, place.tracking.columns.starts[wanted.period])
    if value.is_exact:
        return place.planned(value.best)
    return place.text(place.content.words.quantity(value, indicator.unit))


def target_before_last(place: Place) -> Shown | None:
    """Give the target of the period, unless it is the last one of the indicator."""
    if place.target is not None and place.target == _last(place):
        return None
    return target(place)


def final_target(place: Place) -> Shown | None:
    """Give the last target of the indicator; that of a milestone is to be done."""
    indicator, last = place.indicator, _last(place)
    if indicator is None or last is None:
        return None
    if indicator.unit.is_milestone:
        return place.text(place.label("unit", "done"))
    value = last.in_force(place.content.assessment.as_of)
    return _number(place, value, place.tracking.columns.starts[last.period])


def final_period(place: Place) -> Shown | None:
    """Give the period of the last target."""
    last = _last(place)
    return None if last is None else place.aside(str(last.period))


def whole_of(place: Place) -> WholeTarget | None:
    """Find the target for the whole life of the programme."""
    if place.indicator is None:
        return None
    return whole_target(place.indicator, place.content.assessment.as_of)


def whole_formula(place: Place, whole: WholeTarget) -> str:
    """Write that target as the sum of the cells that show its parts."""
    indicator, tracking = place.indicator, place.tracking
    if indicator is None:
        return ""
    row, starts = tracking.rows[indicator.code], tracking.columns.starts
    return "+".join(tracking.reference(row, starts[each.period]) for each in whole.parts)


def whole_value(place: Place) -> Shown | None:
    """Give the target for the whole life of the programme; of a milestone, when it is due."""
    indicator, whole = place.indicator, whole_of(place)
    if indicator is None or whole is None:
        return None
    if indicator.unit.is_milestone:
        return place.text(_due(place, indicator.total_targets))
    value = whole.target.value
    parts = [each.in_force(place.content.assessment.as_of) for each in whole.parts]
    if value.best is not None and all(each.is_exact for each in parts):
        return place.planned(Formula(f"={whole_formula(place, whole)}", value.best))
    return place.text(place.content.words.quantity(value, indicator.unit))


def once(give: Give) -> Give:
    """Give something in one cell over all periods.

    Parameters
    ----------
    give
        What stands in it.
    """

    def over_all(place: Place) -> Shown | None:
        first = periods_of(place.content)[:1]
        return JOINED if first and place.period != first[0] else give(place)

    return over_all


def or_due(give: Give) -> Give:
    """Give what an indicator with figures has; of a milestone, when it is due, over all periods.

    Parameters
    ----------
    give
        What stands in the cells of an indicator with figures.
    """

    def choose(place: Place) -> Shown | None:
        if place.indicator is None or not place.indicator.unit.is_milestone:
            return give(place)
        return once(_when_due)(place)

    return choose


def _when_due(place: Place) -> Shown | None:
    if place.indicator is None:
        return None
    return place.text(_due(place, place.indicator.total_targets))


def _due(place: Place, targets: Sequence[Target]) -> str:
    words = place.content.words
    days = (words.day(each.period.end) for each in targets)
    return "\n".join(words.label("phrase", "due_on", date=day) for day in days)


def _last(place: Place) -> Target | None:
    indicator = place.indicator
    if indicator is None or not indicator.total_targets:
        return None
    return max(indicator.total_targets, key=lambda each: (each.period.end, each.period.days))


def _number(place: Place, value: Quantity, column: int) -> Shown | None:
    """Show a number of the tracking sheet; the words for what is none."""
    indicator, tracking = place.indicator, place.tracking
    if indicator is None:
        return None
    if not value.is_exact or value.best is None:
        return place.text(place.content.words.quantity(value, indicator.unit))
    reference = tracking.reference(tracking.rows[indicator.code], column)
    return place.planned(Formula(f"={reference}", value.best))
