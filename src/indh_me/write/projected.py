"""Projected figures as a reader sees them: point, interval and probability in words."""

from indh_me.compute import ProjectedFigure, Projection, RequiredPace
from indh_me.model import Accumulation, Direction, Quantity

from .digits import MOST_DECIMALS
from .words import Words

__all__ = [
    "interval_written",
    "pace_ratio",
    "point_written",
    "probability_written",
    "share_written",
]

#: Beyond these nobody can tell from so few figures: they are read as *below* and *above*.
LEAST, MOST = 0.01, 0.99
#: Percentages are whole: a decimal would promise more than a distribution of few figures knows.
DECIMALS = 2


def point_written(
    result: Projection, figure: ProjectedFigure, words: Words, most: int = MOST_DECIMALS
) -> str:
    """Write what is projected for a period.

    Parameters
    ----------
    result
        A projection.
    figure
        One of its figures.
    words, most
        Of the reader's language, and decimals that are shown at most.
    """
    return words.quantity(_inside(result, figure.quantity), result.indicator.unit, most)


def interval_written(
    result: Projection, figure: ProjectedFigure, words: Words, most: int = MOST_DECIMALS
) -> str:
    """Write the interval of what is projected for a period; nothing where there is none.

    Parameters
    ----------
    result, figure, words, most
        As for `point_written`.
    """
    if figure.interval is None:
        return ""
    ends = Quantity(None, figure.interval.low, figure.interval.high)
    if figure.quantity.best is None:
        ends = _inside(result, ends)
    return words.quantity(ends, result.indicator.unit, most)


def probability_written(result: Projection, figure: ProjectedFigure, words: Words) -> str:
    """Write how probable it is that a period's target is met; nothing where there is none.

    Parameters
    ----------
    result, figure, words
        As for `point_written`.
    """
    if figure.probability is None:
        return ""
    if _is_certain(result, figure):
        return words.percent(1)
    return share_written(figure.probability, words)


def share_written(probability: Quantity, words: Words) -> str:
    """Write a probability as a whole percentage that rounding never makes 0 or 100.

    Parameters
    ----------
    probability
        From 0 to 1, with a range where it is known only within one.
    words
        Of the reader's language.

    Examples
    --------
    >>> english = Words("en")
    >>> share_written(Quantity.exactly(0.684), english)
    '68 %'
    >>> share_written(Quantity.exactly(0.9997), english)
    'above 99 %'
    >>> share_written(Quantity.between(0.31, 1), english)
    'at least 31 %'
    """
    low, high = probability.low, probability.high
    if high is not None and high < LEAST:
        return words.label("phrase", "less_than", value=words.percent(LEAST))
    if low is not None and low > MOST:
        return words.label("phrase", "more_than", value=words.percent(MOST))
    low, best, high = (
        None if each is None or not LEAST <= each <= MOST else round(each, DECIMALS)
        for each in (low, probability.best, high)
    )
    return words.rate(Quantity(best, low, high))


def pace_ratio(pace: RequiredPace) -> Quantity | None:
    """Give the required pace over that so far, where it says something.

    Parameters
    ----------
    pace
        What a target asks for.

    Returns
    -------
    Quantity | None
        Without a lower bound of zero, which says nothing of counts. `None` where there is no
        ratio, or none above zero: then the target is met, or the figures would have to turn round.

    Examples
    --------
    >>> paces = Quantity.exactly(30), Quantity.at_least(6)
    >>> made = RequiredPace(required=paces[0], observed=paces[1], ratio=paces[0] / paces[1])
    >>> str(pace_ratio(made))
    '<=5'
    """
    ratio = pace.ratio
    if ratio is None or ratio == Quantity() or (ratio.high is not None and ratio.high <= 0):
        return None
    return Quantity(None, None, ratio.high) if ratio.best is None and ratio.low == 0 else ratio


def _inside(result: Projection, quantity: Quantity) -> Quantity:
    """Drop bounds that every figure has: they say nothing of one known within bounds only."""
    low, high = result.bounds
    if quantity.best is not None or quantity.low == quantity.high:
        return quantity
    return Quantity(
        None,
        None if quantity.low == low else quantity.low,
        None if quantity.high == high else quantity.high,
    )


def _is_certain(result: Projection, figure: ProjectedFigure) -> bool:
    """Tell whether a target is met for certain: by a running total, which does not fall again."""
    last, target = result.history.last, figure.target
    return (
        last is not None
        and target is not None
        and result.history.accumulation is Accumulation.RUNNING_TOTAL
        and result.indicator.direction is Direction.INCREASE
        and figure.probability == Quantity.exactly(1)
        and last.quantity.low is not None
        and target.high is not None
        and last.quantity.low >= target.high
    )
