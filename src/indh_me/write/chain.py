"""The results chain, in the order in which it is read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from indh_me.model import Framework, Indicator, Result

__all__ = ["indicators_by_result", "results_in_order"]


def results_in_order(results: Iterable[Result]) -> Iterator[Result]:
    """Give results from the top down, each before those that lead to it.

    Parameters
    ----------
    results
        In any order.

    Examples
    --------
    >>> trained = Result(code="T-A1", level="activity", parent="training")
    >>> [
    ...     each.code
    ...     for each in results_in_order([trained, Result(code="training", level="outcome")])
    ... ]
    ['training', 'T-A1']
    """
    children: defaultdict[str | None, list[Result]] = defaultdict(list)
    for result in results:
        children[result.parent].append(result)
    waiting = children[None][::-1]
    while waiting:
        result = waiting.pop()
        yield result
        waiting += reversed(children[result.code])


def indicators_by_result(
    framework: Framework,
) -> tuple[tuple[Result | None, tuple[Indicator, ...]], ...]:
    """Give results with their indicators, some without any; at the end those of no result.

    Parameters
    ----------
    framework
        Has them.
    """
    indicators: defaultdict[str | None, list[Indicator]] = defaultdict(list)
    for each in framework.indicators:
        indicators[each.result].append(each)
    groups = [
        (result, tuple(indicators[result.code])) for result in results_in_order(framework.results)
    ]
    loose = [(None, tuple(indicators[None]))] if indicators[None] else []
    return (*groups, *loose)
