"""What a chart of a projection says, in sentences, and its figures for those who do not see it."""

from collections.abc import Iterator

from indh_me.compute import Projection
from indh_me.model import Direction

from .projected import interval_written, point_written, probability_written
from .words import Words

__all__ = ["figures_in_words", "said_of_projection"]


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
    last = projection.last
    if projection.reason is not None:
        reason = words.label("projection_reason", projection.reason)
        yield words.label("phrase", "not_projected_at_all", reason=reason)
    if last is None or projection.method is None or projection.choice is None:
        return
    method = words.label("projection_method", projection.method)
    choice = words.label("method_choice", projection.choice)
    yield words.label("phrase", "projected_by", method=method, choice=choice)
    if any(each.interval is not None for each in projection.figures):
        yield words.label("phrase", "interval_meaning", level=words.percent(projection.level))
    else:
        yield words.label("phrase", "no_interval")
    indicator = projection.indicator
    keeps = indicator.direction is Direction.MAINTAIN
    target = indicator.band if keeps else last.target
    chance = probability_written(projection, last, words)
    if target is not None and chance != "":
        # Each number in its own direction: behind a period they would be read from the left.
        yield words.label(
            "phrase",
            "probability_of_band" if keeps else "probability_of_target",
            period=words.period(last.period),
            target=words.in_formula(words.quantity(target, indicator.unit)),
            probability=words.in_formula(chance),
        )


def figures_in_words(projection: Projection, words: Words) -> str:
    """List the figures, and what is projected, for those who do not see a chart.

    Parameters
    ----------
    projection
        What was projected.
    words
        In which language.
    """
    unit, colon = projection.indicator.unit, words.colon
    actual = [
        f"{words.period(each.period)}{colon} {words.quantity(each.quantity, unit)}"
        for each in projection.history.figures
    ]
    ahead = []
    for each in projection.figures:
        point, interval = (
            write(projection, each, words) for write in (point_written, interval_written)
        )
        said = f"{words.period(each.period)}{colon} {point}"
        ahead.append(said if interval == "" else f"{said} ({interval})")
    parts = [
        words.labelled(heading, f"{words.semicolon} ".join(listed))
        for heading, listed in (("actual", actual), ("projected", ahead))
        if listed
    ]
    return ". ".join(parts)
