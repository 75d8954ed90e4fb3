"""The periods that a projection goes to."""

from collections.abc import Iterable

from indh_me.errors import InvalidInputError
from indh_me.model import Period

from .history import History

__all__ = ["MOST_STEPS", "steps_to"]

#: Periods on the way that are shown; of a day ten years off, nobody wants to see all the others.
MOST_STEPS = 60


def steps_to(to: Period, history: History, targets: Iterable[Period] = ()) -> tuple[Period, ...]:
    """Give the periods between the last figure and the one asked for, and it.

    Parameters
    ----------
    to
        The period asked for.
    history
        The figures that the projection starts from.
    targets
        Periods of targets; those that fall due on the way are projected to as well.

    Returns
    -------
    tuple[Period, ...]
        By last day. Those on the way are as long as the one asked for, and the nearest to it.

    Examples
    --------
    >>> from indh_me.model import Accumulation, Quantity
    >>> from indh_me.compute.trend.history import HistoryFigure
    >>> seen = HistoryFigure(period=Period.year(2007), quantity=Quantity.exactly(9), year=2008.0)
    >>> history = History(figures=(seen,), accumulation=Accumulation.LATEST)
    >>> [str(each) for each in steps_to(Period.year(2010), history)]
    ['2008', '2009', '2010']
    """
    found = {to}
    if history.last is not None:
        last = history.last.year
        found.update(each for each in targets if each.end <= to.end)
        found.update(_before(to, history, last))
        found = {each for each in found if each == to or history.year_of(each) > last}
    return tuple(sorted(found, key=lambda each: (each.end, each.start)))


def _before(to: Period, history: History, last: float) -> Iterable[Period]:
    step = to
    for _ in range(MOST_STEPS - 1):
        try:
            step = step.previous()
        except InvalidInputError:  # It has no calendar step, or the calendar begins.
            return
        if history.year_of(step) <= last:
            return
        yield step
