"""Projections: where figures are heading, by which formula, and how sure that is."""

from collections.abc import Iterator

from indh_me.compute import ProjectedFigure, Projection
from indh_me.model import Direction, Quantity, Unit, UnitKind
from indh_me.write.digits import fewest
from indh_me.write.projected import interval_written, point_written, probability_written
from indh_me.write.words import Words

from .drift import ALL_WEIGHTS, Drift, drift_of
from .equation import bracketed, equation, finer_decimals
from .expected_date import expected_date_lines, trend_lines
from .official_rates import official_lines
from .outlook import outlook_lines
from .required_pace import average_change, pace_comes_out, required_pace_lines

__all__ = ["projection_lines"]

INDENT = "  "
#: Changes that a formula has room for; of more, the change a year stands alone.
MOST_CHANGES = 8
FORMULA = "{last} + {share} * {change} * {ahead}"
FORMULA_PACED = "({last} + {share} * {change} * {ahead}) * {length}"


def projection_lines(result: Projection, words: Words) -> Iterator[str]:
    """Give the figures it starts from, the formula, the interval, the probability and the pace.

    Parameters
    ----------
    result
        A projection, or the refusal of one: then the reason, and what can be said without.
    words
        Of the reader's language.
    """
    drift = drift_of(result)
    most = fewest(lambda most: _comes_out(result, drift, most))
    if result.as_of is not None:
        yield words.label("phrase", "as_of", date=words.day(result.as_of))
    yield from _history(result, words)
    is_told = drift is not None and not drift.is_weighted
    beside = [
        *required_pace_lines(result, words, most, is_change_told=is_told),
        *(() if result.outlook is None else outlook_lines(result.outlook, words)),
        *trend_lines(result, words),
        *official_lines(result, words),
    ]
    if result.reason is not None:
        yield _refusal(result, words)
        if beside:
            yield words.label("phrase", "said_without")
    yield from _projected(result, drift, words, most)
    yield from beside


def _comes_out(result: Projection, drift: Drift | None, most: int) -> bool:
    return (drift is None or drift.comes_out(most)) and pace_comes_out(result, most)


def _history(result: Projection, words: Words) -> Iterator[str]:
    history, unit = result.history, result.indicator.unit
    if history.figures:
        count = words.number(len(history.figures))
        yield words.label("phrase", "starts_from", count=count)
    for each in history.figures:
        figure = words.quantity(each.quantity, unit)
        if history.length_of(each.period) != 1:
            pace = words.quantity(history.pace_of(each), unit)
            figure = words.label("phrase", "figure_a_year", figure=figure, pace=pace)
        yield f"{INDENT}{words.period(each.period)}{words.colon} {figure}"
    if history.left_out:
        periods = words.listed(words.period(each) for each in history.left_out)
        yield words.label("phrase", "left_out", periods=periods)


def _refusal(result: Projection, words: Words) -> str:
    reason = "" if result.reason is None else words.label("projection_reason", result.reason)
    if result.to is None:
        return words.label("phrase", "not_projected_at_all", reason=reason)
    return words.label("phrase", "not_projected", period=words.period(result.to), reason=reason)


def _projected(result: Projection, drift: Drift | None, words: Words, most: int) -> Iterator[str]:
    made = result.last
    if made is None or result.method is None or result.choice is None:
        return
    yield words.label(
        "phrase",
        "projected_by",
        method=words.label("projection_method", result.method),
        choice=words.label("method_choice", result.choice),
    )
    if any(each.quantity.best is None for each in result.history.figures):
        yield words.label("phrase", "every_reading")
    if result.range_level is not None:
        yield words.label("phrase", "range_meaning", level=words.percent(result.range_level))
    yield from _point(result, made, drift, words, most)
    yield from _interval(result, made, words)
    for each in result.figures[:-1]:
        if each.target is not None:
            yield _on_the_way(result, each, words)
    yield from _probability(result, made, words)
    yield from expected_date_lines(result, words)


def _point(
    result: Projection, made: ProjectedFigure, drift: Drift | None, words: Words, most: int
) -> Iterator[str]:
    """Give the projected figure, with its formula where there is one."""
    period, value = words.period(made.period), point_written(result, made, words)
    if drift is None:
        yield words.label("phrase", "projected_for", period=period, value=value)
        return
    unit = result.indicator.unit
    years = finer_decimals(most)
    if drift.is_weighted:
        yield _weighted_change(drift, unit, words, most)
    else:
        change = average_change(result, Quantity.exactly(drift.change), words, most)
        yield words.labelled("average_change", change)
    is_paced = drift.length != 1
    formula = (FORMULA_PACED if is_paced else FORMULA).format(
        last=bracketed(words, Quantity.exactly(drift.last), unit, most),
        share=words.number(drift.share, years),
        change=bracketed(words, Quantity.exactly(drift.change), None, most),
        ahead=words.number(drift.ahead, years),
        length=words.number(drift.length, years),
    )
    is_held = made.quantity.best is not None and not drift.comes_to(made.quantity.best)
    said = words.quantity(Quantity.exactly(drift.projected), unit) if is_held else value
    yield words.label("phrase", "drift_formula_paced" if is_paced else "drift_formula")
    line = equation(words, formula, said, exact=True)
    yield words.label("phrase", "projected_for", period=period, value=line)
    if is_held:
        yield words.label("phrase", "held_at_limit", value=value)


def _weighted_change(drift: Drift, unit: Unit, words: Words, most: int) -> str:
    """Give the change a year, each change put into its formula with what it counts."""
    years, change = finer_decimals(most), Quantity.exactly(drift.change)
    moves = [bracketed(words, Quantity.exactly(each), None, most) for each in drift.moves]
    weights = [words.number(each, years) for each in drift.weights]
    parts = [f"{weight} * {move}" for weight, move in zip(weights, moves, strict=True)]
    over = f"({words.number(ALL_WEIGHTS)} * {words.number(drift.span, years)}^2)"
    shown = words.quantity(change, unit, most, difference=True)
    if len(parts) > MOST_CHANGES:
        return words.label("phrase", "weighted_change", equation=shown)
    is_number = unit.kind is not UnitKind.PERCENT
    line = equation(words, f"({' + '.join(parts)}) / {over}", shown, exact=is_number)
    return words.label("phrase", "weighted_change", equation=line)


def _interval(result: Projection, made: ProjectedFigure, words: Words) -> Iterator[str]:
    if made.interval is None:
        yield words.label("phrase", "no_interval")
        return
    level = words.percent(result.level)
    yield words.label(
        "phrase",
        "prediction_interval",
        level=level,
        interval=interval_written(result, made, words),
    )
    yield words.label("phrase", "interval_meaning", level=level)


def _on_the_way(result: Projection, figure: ProjectedFigure, words: Words) -> str:
    return words.label(
        "phrase",
        "on_the_way",
        period=words.period(figure.period),
        value=point_written(result, figure, words),
        target=_target(result, figure.target, words),
        probability=_told(result, figure, words),
    )


def _probability(result: Projection, made: ProjectedFigure, words: Words) -> Iterator[str]:
    is_kept = result.indicator.direction is Direction.MAINTAIN
    wanted = result.indicator.band if is_kept else made.target
    if wanted is None:
        return
    yield words.label(
        "phrase",
        "probability_of_band" if is_kept else "probability_of_target",
        period=words.period(made.period),
        target=_target(result, wanted, words),
        probability=_told(result, made, words),
    )


def _told(result: Projection, figure: ProjectedFigure, words: Words) -> str:
    told = probability_written(result, figure, words)
    return words.label("phrase", "untold") if told == "" else told


def _target(result: Projection, target: Quantity | None, words: Words) -> str:
    return "" if target is None else words.quantity(target, result.indicator.unit)
