"""What the cells of a form give of what has been reached: live, as the tracking sheet has it."""

from typing import Literal

from indh_me.model import TOTAL, Indicator, Target
from indh_me.write.grid import Formula
from indh_me.write.sheets.assessed_columns import AssessedRows
from indh_me.write.sheets.figures import FigureRow
from indh_me.write.sheets.milestones import done_formula
from indh_me.write.sheets.precision import mark
from indh_me.write.sheets.spelling import quoted
from indh_me.write.sheets.tracking_assessed import RATE_FORMAT, shown_parts
from indh_me.write.style import DATE, PERCENT

from .form import Give
from .groups import group_figure
from .place import Place
from .planned import once, whole_formula, whole_of
from .shown import JOINED, Shown

__all__ = [
    "DEVIATION",
    "actual",
    "actual_or_done",
    "deviation",
    "percent",
    "reached_day",
    "to_date",
    "whole_actual",
    "whole_percent",
]

Part = Literal["mark", "number"]
"""One of the two cells of a figure: the words before it, and the number."""

#: Name of the cell with the share by which an actual may miss its target without a word on it.
DEVIATION = "deviation_tolerance"
EACH, WHOLE = "in_force", "whole"


def to_date(part: Part) -> Give:
    """Give what an indicator comes to on the as-of date; whether a milestone is done.

    Parameters
    ----------
    part
        Words or number.
    """

    def give(place: Place) -> Shown | None:
        indicator = place.indicator
        if indicator is None:
            return None
        if indicator.unit.is_milestone:
            return _done(place, part)
        figures, group = place.tracking.figures, place.line.categories
        if group.is_total:
            return _figure(place, figures.add(indicator), part)
        return _figure(place, figures.add_group(indicator, group), part)

    return give


def reached_day(place: Place) -> Shown | None:
    """Give the day that the figures reach to; nothing where none are reported."""
    if place.indicator is None:
        return None
    figures, group = place.tracking.figures, place.line.categories
    made, last, day = figures.reaches_to(place.indicator, group)
    text = f'=IF({made.reference("count")}=0,"",{last})'
    return Shown(Formula(text, "" if made.count == 0 else day), DATE)


def actual(part: Part) -> Give:
    """Give the actual of a period, for the total or the group of the line.

    Parameters
    ----------
    part
        Words or number.
    """

    def give(place: Place) -> Shown | None:
        indicator, period = place.indicator, place.period
        if indicator is None or period is None:
            return None
        if place.line.categories != TOTAL:
            return group_figure(place, part)
        known = place.tracking.actuals.get((indicator.code, period))
        if known is None:
            return None
        if part == "mark":
            return place.mark(
                Formula(f"={place.tracking.reference(known.row, known.column)}", known.mark)
            )
        number = place.tracking.reference(known.row, known.column + 1)
        return place.calculated(Formula(f"={number}", known.number))

    return give


def actual_or_done(part: Part) -> Give:
    """Give the actual of a period; of a milestone, if it is done, in one cell over all periods.

    Parameters
    ----------
    part
        Words or number.
    """
    reported = actual(part)

    def done(place: Place) -> Shown | None:
        return _done(place, part)

    def give(place: Place) -> Shown | None:
        if place.indicator is None or not place.indicator.unit.is_milestone:
            return reported(place)
        return once(done)(place)

    return give


def percent(part: Part) -> Give:
    """Give the rate of achievement of a period's target, once it is due.

    Parameters
    ----------
    part
        Words or number.
    """

    def give(place: Place) -> Shown | None:
        return _rate(place, _held(place), part)

    return give


def whole_actual(part: Part) -> Give:
    """Give what counts towards the target for the whole life of the programme.

    Parameters
    ----------
    part
        Words or number.
    """

    def give(place: Place) -> Shown | None:
        indicator, whole = place.indicator, whole_of(place)
        if indicator is None or indicator.unit.is_milestone or whole is None:
            return to_date(part)(place)
        return _figure(place, place.tracking.assessed.counted(indicator, whole.target), part)

    return give


def whole_percent(part: Part) -> Give:
    """Give the rate of achievement of that target, due or not.

    Parameters
    ----------
    part
        Words or number.
    """

    def give(place: Place) -> Shown | None:
        indicator, whole = place.indicator, whole_of(place)
        if indicator is None or indicator.unit.is_milestone or whole is None:
            return None
        cell = whole_formula(place, whole)
        rows = place.tracking.assessed.hold(indicator, whole.target, cell, WHOLE)
        return _rate(place, rows, part)

    return give


def deviation(column: str, tolerance: float) -> Give:
    """Say whether the last target that is due is missed or passed by more than is tolerated.

    Parameters
    ----------
    column
        Name of the column of its rate.
    tolerance
        What the cell `DEVIATION` holds when the workbook is written.
    """

    def give(place: Place) -> Shown | None:
        indicator = place.indicator
        if indicator is None or indicator.unit.is_milestone:
            return None
        as_of = place.content.assessment.as_of
        due = [each for each in indicator.total_targets if each.period.is_over(as_of)]
        if not due:
            return None
        last = max(due, key=lambda each: (each.period.end, each.period.days))
        rows = _hold(place, indicator, last)
        rate = shown_parts(place.content.words, rows, "rate")[1][1]
        cell = place.at(f"{column} {last.period}")
        word = place.label("form", "required")
        off = f"OR({cell}<1-{DEVIATION},{cell}>1+{DEVIATION})"
        text = f'=IF(ISNUMBER({cell}),IF({off},{quoted(word)},""),"")'
        far = not isinstance(rate, str) and not 1 - tolerance <= rate <= 1 + tolerance
        return place.text_formula(Formula(text, word if far else ""))

    return give


def _held(place: Place) -> AssessedRows | None:
    """Hold the figures of the period against its target; `None` before it is due."""
    indicator, wanted = place.indicator, place.target
    if indicator is None or wanted is None or indicator.unit.is_milestone:
        return None
    if place.line.categories != TOTAL or not wanted.period.is_over(place.content.assessment.as_of):
        return None
    return _hold(place, indicator, wanted)


def _hold(place: Place, indicator: Indicator, wanted: Target) -> AssessedRows:
    tracking = place.tracking
    value = wanted.in_force(place.content.assessment.as_of)
    own = Target(period=wanted.period, value=value, cumulative=wanted.cumulative)
    cell = tracking.reference(tracking.rows[indicator.code], tracking.columns.starts[wanted.period])
    return tracking.assessed.hold(indicator, own, cell, EACH)


def _rate(place: Place, rows: AssessedRows | None, part: Part) -> Shown | None:
    if rows is None:
        return None
    texts, values = shown_parts(place.content.words, rows, "rate")
    at = 0 if part == "mark" else 1
    formula = Formula(f"={texts[at]}", values[at])
    if part == "mark":
        return place.mark(formula)
    return place.calculated(formula, PERCENT.with_number_format(RATE_FORMAT))


def _figure(place: Place, made: FigureRow, part: Part) -> Shown:
    """Show what is accumulated in a row of the hidden sheet."""
    if part == "mark":
        words = mark(place.content.words, made.quantity)
        return place.mark(Formula(f"={made.reference('mark')}", words))
    return place.calculated(Formula(f"={made.reference('shown')}", made.shown))


def _done(place: Place, part: Part) -> Shown | None:
    """Say in one cell whether a milestone is done."""
    if place.indicator is None:
        return None
    if part == "number":
        return JOINED
    made = place.tracking.figures.add(place.indicator)
    return place.text_formula(done_formula(place.content.words, made))
