"""Expectations: what was to be reached by a day, and what the target asks for from then on."""

from collections.abc import Iterator, Mapping

from indh_me.compute import Expectation, Pace
from indh_me.model import Direction, Quantity, Trajectory, Unit
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
    path, unit = result.expectation, result.expectation.indicator.unit
    yield from expectation_lines(path, words)
    if path.expected is not None and result.gap is not None:
        ends = (result.actual, path.expected)
        yield words.labelled("gap", _difference(ends, result.gap, words, unit))
    if path.expected is not None and result.verdict is not None:
        of = "band" if path.indicator.direction is Direction.MAINTAIN else "expected"
        phrase = f"{result.verdict.value}_{of}"
        yield compared(phrase, result.actual, path.expected, words, unit)
    if path.target is None or path.due is None:
        return
    due = words.day(path.due)
    if result.required is None or result.years_left is None:
        yield words.label("phrase", "no_time_left", date=due)
    else:
        ends, years = (path.target, result.actual), result.years_left
        yield words.label(
            "phrase",
            "required_pace",
            target=words.quantity(path.target, unit),
            date=due,
            equation=_yearly(ends, years, result.required, words, unit),
        )


def _difference(ends: tuple[Quantity, Quantity], gap: Quantity, words: Words, unit: Unit) -> str:
    """Take one figure from another, with decimals enough that what is read comes out."""

    def comes_out(most: int) -> bool:
        one, other = (as_read(each, most) for each in ends)
        return words.quantity(one - other, unit, most) == words.quantity(gap, unit, most)

    most = fewest(comes_out)
    one, other = (bracketed(words, each, unit, most) for each in ends)
    written = words.quantity(gap, unit, most)
    return equation(words, f"{one} - {other}", written, exact=gap.is_exact)


def _yearly(
    ends: tuple[Quantity, Quantity], years: float, needed: Quantity, words: Words, unit: Unit
) -> str:
    """Divide what is missing by the years that are left, with decimals enough."""

    def comes_out(most: int) -> bool:
        target, actual = (as_read(each, most) for each in ends)
        read = (target - actual) / rounded(years, years_decimals(most))
        return words.quantity(read, unit, most) == words.quantity(needed, unit, most)

    most = fewest(comes_out)
    target, actual = (bracketed(words, each, unit, most) for each in ends)
    span, written = words.number(years, years_decimals(most)), words.quantity(needed, unit, most)
    return equation(words, f"({target} - {actual}) / {span}", written, exact=needed.is_exact)
