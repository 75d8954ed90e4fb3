"""Expectations: what was to be reached by a day, and what the target asks for from then on."""

from collections.abc import Iterator, Mapping

from indh_me.compute import Expectation, Pace
from indh_me.model import Direction, Quantity, Trajectory, Unit, UnitKind
from indh_me.write.digits import MOST_DECIMALS, fewest, rounded
from indh_me.write.words import Words

from .achievement import compared
from .equation import as_read, bracketed, equation, years_decimals

__all__ = ["expectation_lines", "pace_lines"]

#: The share of the way on each path, with the share of the days that are over put in for u.
SHARES: Mapping[Trajectory, str] = {
    Trajectory.LINEAR: "{u}",
    Trajectory.MILESTONES: "{u}",
    Trajectory.FRONT_LOADED: "1 - (1 - {u})^2",
    Trajectory.BACK_LOADED: "({u})^2",
    Trajectory.S_CURVE: "2 * ({u})^2",
}
#: The S-curve after half-time.
SECOND_HALF = "1 - 2 * (1 - {u})^2"


def expectation_lines(
    result: Expectation, words: Words, most: int = MOST_DECIMALS
) -> Iterator[str]:
    """Give the value that was expected, how much of the way it is, and on which path.

    Parameters
    ----------
    result
        What was expected.
    words
        Of the reader's language.
    most
        Decimals that values are shown with at most.
    """
    start, value, target = (
        "" if each is None else words.quantity(each, result.indicator.unit, most)
        for each in (result.start, result.expected, result.target)
    )
    day = words.day(result.day)
    if result.reason is not None:
        reason = words.label("no_path", result.reason)
        yield words.label("phrase", "nothing_expected", date=day, reason=reason)
    elif result.fraction is None or result.due is None:
        yield words.label("phrase", "expected_inside", date=day, value=value)
    elif result.start is None or result.day >= result.due:
        due = words.day(result.due)
        yield words.label("phrase", "expected_whole", date=day, value=value, due=due)
        return
    elif result.indicator.unit.is_milestone:
        yield words.label("phrase", "expected_on", date=day, value=value)
    else:
        yield words.label(
            "phrase",
            "expected_on_the_way",
            date=day,
            value=value,
            share=words.percent(result.fraction),
            start=start,
            target=target,
        )
    yield from _path(result, words)


def _path(result: Expectation, words: Words) -> Iterator[str]:
    """Tell the path, and which share of the way comes of the days that are over."""
    if result.fraction is None or result.first_day is None or result.due is None:
        return
    days = (result.due - result.first_day).days + 1
    gone = max((result.day - result.first_day).days + 1, 0)
    share, shown = words.percent(result.fraction), SHARES.get(result.profile)
    if result.profile is Trajectory.S_CURVE and 2 * gone > days:
        shown = SECOND_HALF
    counted = {"gone": words.number(gone), "days": words.number(days)}
    if shown is not None:
        over = "{gone} / {days}".format(**counted)
        share = equation(words, shown.format(u=over), share, exact=True)
    line = words.label(
        "phrase",
        "path",
        profile=words.label("trajectory", result.profile),
        first=words.day(result.first_day),
        due=words.day(result.due),
        equation=share,
        **counted,
    )
    yield words.labelled("trajectory", line)


def pace_lines(result: Pace, words: Words) -> Iterator[str]:
    """Tell what was expected, how far off the figure is, and what is needed from then on.

    Parameters
    ----------
    result
        A figure against its path.
    words
        Of the reader's language.
    """
    path, most = result.expectation, fewest(lambda most: _comes_out(result, most))
    yield from expectation_lines(path, words, most)
    unit = path.indicator.unit
    actual, expected, target = (
        bracketed(words, each, unit, most) for each in (result.actual, path.expected, path.target)
    )
    if result.gap is not None:
        yield words.labelled(
            "gap", _equation(f"{actual} - {expected}", result.gap, unit, words, most)
        )
    if path.expected is not None and result.verdict is not None:
        of = "band" if path.indicator.direction is Direction.MAINTAIN else "expected"
        phrase = f"{result.verdict.value}_{of}"
        yield compared(phrase, result.actual, path.expected, words, unit, most=most)
    if path.target is None or path.due is None:
        return
    due = words.day(path.due)
    if result.required is None or result.years_left is None:
        yield words.label("phrase", "no_time_left", date=due)
    else:
        years = words.number(result.years_left, years_decimals(most))
        formula = f"({target} - {actual}) / {years}"
        yield words.label(
            "phrase",
            "required_pace",
            target=words.quantity(path.target, unit, most),
            date=due,
            equation=_equation(formula, result.required, unit, words, most),
        )


def _equation(formula: str, difference: Quantity, unit: Unit, words: Words, most: int) -> str:
    written = words.quantity(difference, unit, most, difference=True)
    in_words = unit.kind is UnitKind.PERCENT or not difference.is_exact
    return equation(words, formula, written, exact=not in_words)


def _comes_out(result: Pace, most: int) -> bool:
    """Tell whether whoever puts in the figures gets the gap and the pace that are shown."""
    path, actual = result.expectation, as_read(result.actual, most)
    if result.gap is not None and path.expected is not None:
        read = actual - as_read(path.expected, most)
        if as_read(read, most) != as_read(result.gap, most):
            return False
    if result.required is not None and path.target is not None and result.years_left is not None:
        years = rounded(result.years_left, years_decimals(most))
        read = (as_read(path.target, most) - actual) / years
        return as_read(read, most) == as_read(result.required, most)
    return True
