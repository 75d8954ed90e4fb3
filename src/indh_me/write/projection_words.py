"""What a projection says, in sentences."""

import math
from collections.abc import Iterator

from indh_me.compute import Projection
from indh_me.model import Direction, Quantity

from .words import Words

__all__ = ["chance_in_words", "figures_in_words", "method_in_words", "said_of_projection"]

PERCENT = 100
#: Probabilities nearer to 0 or 1 than this are not told apart.
FINEST = 0.01


def said_of_projection(projection: Projection, words: Words) -> Iterator[str]:
    """Say how figures were projected, how sure that is, and how probable the target is.

    Parameters
    ----------
    projection
        What was projected, or why nothing was.
    words
        In which language.

    Yields
    ------
    str
        A sentence at a time.
    """
    if projection.reason is not None:
        reason = words.label("projection_reason", projection.reason)
        yield words.label("fan_chart", "refused", reason=reason)
        return
    method, choice = method_in_words(projection, words)
    yield words.label("fan_chart", "method", method=method, choice=choice)
    if any(each.interval is not None for each in projection.figures):
        yield words.label("fan_chart", "band", level=words.percent(projection.level))
    else:
        yield words.label("fan_chart", "no_band")
    last = projection.last
    if last is not None and projection.probability is not None:
        indicator = projection.indicator
        keeps = indicator.direction is Direction.MAINTAIN
        target = indicator.band if keeps else last.target
        yield words.label(
            "fan_chart",
            "chance",
            period=words.period(last.period),
            target="" if target is None else words.quantity(target, indicator.unit),
            chance=chance_in_words(projection.probability, words),
        )


def method_in_words(projection: Projection, words: Words) -> tuple[str, str]:
    """Name the method of a projection, and why it was taken; nothing of one that is refused."""
    if projection.method is None or projection.choice is None:
        return "", ""
    method = words.label("projection_method", projection.method)
    return method, words.label("method_choice", projection.choice)


def chance_in_words(probability: Quantity, words: Words) -> str:
    """Write a probability in whole percents: it is not known more exactly than that.

    Parameters
    ----------
    probability
        From 0 to 1; a range is rounded outwards.
    words
        In which language.

    Examples
    --------
    >>> english = Words("en")
    >>> [chance_in_words(Quantity.exactly(each), english) for each in (0.4231, 0.0004, 1)]
    ['42 %', 'less than 1 %', '100 %']
    >>> chance_in_words(Quantity.between(0.304, 0.582), english)
    'between 30 % and 59 %'
    """
    if probability.best is not None and probability.is_exact:
        return _share(probability.best, words)
    if probability.low is not None and probability.high is not None:
        low = words.percent(math.floor(probability.low * PERCENT) / PERCENT)
        high = words.percent(math.ceil(probability.high * PERCENT) / PERCENT)
        shown = words.label("phrase", "between", low=low, high=high)
        if probability.best is None:
            return shown
        return f"{_share(probability.best, words)} ({shown})"
    return words.label("phrase", "unknown")


def figures_in_words(projection: Projection, words: Words) -> str:
    """List the figures and what they are projected to, for those who do not see a chart.

    Parameters
    ----------
    projection
        What was projected.
    words
        In which language.
    """
    unit = projection.indicator.unit
    colon, semicolon = words.colon, words.semicolon
    actual = [
        f"{words.period(each.period)}{colon} {words.quantity(each.quantity, unit)}"
        for each in projection.history.figures
    ]
    ahead = []
    for each in projection.figures:
        said = f"{words.period(each.period)}{colon} {words.quantity(each.quantity, unit)}"
        if each.interval is not None:
            ends = Quantity(None, each.interval.low, each.interval.high)
            said += f" ({words.quantity(ends, unit)})"
        ahead.append(said)
    parts = [
        words.labelled(heading, f"{semicolon} ".join(listed))
        for heading, listed in (("actual", actual), ("projection", ahead))
        if listed
    ]
    return ". ".join(parts)


def _share(probability: float, words: Words) -> str:
    if probability in {0, 1}:
        return words.percent(probability)
    if probability < FINEST:
        return words.label("fan_chart", "below", value=words.percent(FINEST))
    if probability > 1 - FINEST:
        return words.label("fan_chart", "above", value=words.percent(1 - FINEST))
    return words.percent(round(probability, 2))
