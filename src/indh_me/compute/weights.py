"""Weights: how much each result counts in its parent."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from indh_me.errors import Fault, InvalidInputError, key_path
from indh_me.model import Framework, Result

__all__ = ["siblings", "weight_faults", "weights_of"]

FULL = 100.0
#: Weights are written with a few decimals: 33.3 + 33.3 + 33.4 is 100.
TOLERANCE = 1e-9
SHOWN = 8


def weights_of(framework: Framework) -> Mapping[str, float]:
    """Give the weight of each result among those below the same parent, in percent.

    Parameters
    ----------
    framework
        Its results carry the weights.

    Returns
    -------
    Mapping[str, float]
        By code. A result that is alone below its parent counts 100 if it says nothing.

    Raises
    ------
    InvalidInputError
        Where siblings have no weight or do not total 100, each such place.

    Examples
    --------
    >>> from indh_me.model import Level
    >>> training = Result(code="training", level=Level.OUTPUT, weight=60)
    >>> events = Result(code="events", level=Level.OUTPUT, weight=40)
    >>> dict(weights_of(Framework(code="DEMO", languages=["fr"], results=[training, events])))
    {'training': 60.0, 'events': 40.0}
    """
    faults = [
        fault
        for parent, children in siblings(framework).items()
        for fault in weight_faults(parent, children)
    ]
    if faults:
        raise InvalidInputError(*faults)
    return {
        result.code: FULL if result.weight is None else result.weight
        for result in framework.results
    }


def siblings(framework: Framework) -> Mapping[str | None, Sequence[Result]]:
    """Give the results below each parent, in their own order; `None`: those at the top.

    Parameters
    ----------
    framework
        Its results are the siblings.

    Examples
    --------
    >>> training = Result(code="training", level="output")
    >>> demo = Framework(code="DEMO", languages=["fr"], results=[training])
    >>> [each.code for each in siblings(demo)[None]]
    ['training']
    """
    found: dict[str | None, list[Result]] = {}
    for result in framework.results:
        found.setdefault(result.parent, []).append(result)
    return found


def weight_faults(parent: str | None, children: Sequence[Result]) -> Iterator[Fault]:
    """Find weights that are missing among siblings, or do not total 100.

    Parameters
    ----------
    parent
        Code of their parent; `None` at the top.
    children
        The siblings, one or more.

    Yields
    ------
    Fault
        One at most. Without a weight, a single child counts whole.

    Examples
    --------
    >>> half = Result(code="training", level="output", weight=50)
    >>> [fault.what for fault in weight_faults(None, [half])]
    ["weights at the top total '50.0', not 100"]
    """
    place = "results" if parent is None else key_path("results", parent)
    where = "at the top" if parent is None else f"below '{parent}'"
    silent = [each.code for each in children if each.weight is None]
    if silent and len(children) > 1:
        mend = f"give each result {where} its share of 100, or roll up by one_vote"
        yield Fault(f"no weight for {_listed(silent)}", place, mend)
        return
    total = math.fsum(FULL if each.weight is None else each.weight for each in children)
    if abs(total - FULL) > TOLERANCE:
        codes = _listed(each.code for each in children)
        mend = f"change the weights of {codes} so that they total 100"
        yield Fault(f"weights {where} total '{total}', not 100", place, mend)


def _listed(codes: Iterable[str]) -> str:
    known = list(codes)
    more = f" and {len(known) - SHOWN} more" if len(known) > SHOWN else ""
    return ", ".join(f"'{code}'" for code in known[:SHOWN]) + more
