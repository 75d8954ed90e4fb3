"""The status of a target as formulas: live where figures are filled in."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from indh_me.compute import Reason, Status
from indh_me.model import Direction, Method
from indh_me.write.grid import Formula
from indh_me.write.words import Words

from .rate import Plan
from .sides import BOUNDS, OTHER
from .spelling import literal, quoted

__all__ = ["Held", "milestone_status_formula", "reason_formula", "status_due", "status_on_the_way"]


@frozen(kw_only=True)
class Held:
    """What an actual is held against, and the cells of what comes of it.

    Parameters
    ----------
    plan
        Says what is wanted.
    rate
        References of the parts of the rate that may be known; none where there is never a rate.
    """

    plan: Plan
    rate: Mapping[str, str]


def status_due(words: Words, held: Held, at: Mapping[str, str]) -> str:
    """Write the status of a target that is due.

    Parameters
    ----------
    words
        In which language.
    held
        The target and the rate of it.
    at
        References: ``low`` and ``high`` of the actual, ``absent`` for why there is none, and
        ``last`` for the day on which the target falls due.
    """
    word = _words(words)
    silent = quoted(words.label("reason", Reason.NOT_REPORTED))
    return (
        f"=IF({at['last']}>as_of,{word[Status.NOT_DUE]},"
        f"IF({at['absent']}={silent},{word[Status.NO_DATA]},"
        f'IF({at["absent"]}<>"",{word[Status.UNDEFINED]},'
        f"{_if_met(held.plan, at, word[Status.ACHIEVED], _by_rate(held.rate, word))})))"
    )


def status_on_the_way(
    words: Words, at: Mapping[str, str], *, path: Held | None, for_good: Plan | None
) -> str:
    """Write the status of a target that is not due.

    Parameters
    ----------
    words
        In which language.
    at
        References: ``low`` and ``high`` of the actual, ``absent`` for why there is none, and
        ``share`` for the share of the way that should be done.
    path
        What is expected by then, or the band to stay in, and the rate of it; `None` where
        nothing ever is.
    for_good
        Says the target, where what is reached of it stays reached.
    """
    word = _words(words)
    text = word[Status.NOT_DUE]
    if path is not None:
        # What is ahead of its path, or inside its band, is not there for good.
        text = _if_met(path.plan, at, word[Status.ON_TRACK], _by_rate(path.rate, word))
        if path.plan.direction is not Direction.MAINTAIN:
            text = f"IF({at['share']}=0,{word[Status.NOT_DUE]},{text})"
    if for_good is not None:
        text = _if_met(for_good, at, word[Status.ACHIEVED], text)
    return f'=IF({at["absent"]}<>"",{word[Status.NOT_DUE]},{text})'


def _words(words: Words) -> dict[Status, str]:
    return {each: quoted(words.label("status", each)) for each in Status}


def _by_rate(rate: Mapping[str, str], word: Mapping[Status, str]) -> str:
    """Hold a rate against the thresholds; without a best estimate, both bounds must agree."""
    low, best, high = (rate.get(name) for name in BOUNDS)
    text = word[Status.UNDEFINED]
    if low is not None and high is not None:
        between = f'{low}<>"",{high}<>"",N({low})>=at_risk,N({high})<on_track'
        text = f"IF(AND({between}),{word[Status.AT_RISK]},{text})"
    if high is not None:
        text = f'IF(AND({high}<>"",N({high})<at_risk),{word[Status.OFF_TRACK]},{text})'
    if low is not None:
        text = f'IF(AND({low}<>"",N({low})>=on_track),{word[Status.ON_TRACK]},{text})'
    if best is not None:
        of_best = (
            f"IF({best}>=on_track,{word[Status.ON_TRACK]},"
            f"IF({best}>=at_risk,{word[Status.AT_RISK]},{word[Status.OFF_TRACK]}))"
        )
        text = f'IF({best}<>"",{of_best},{text})'
    return text


def _if_met(plan: Plan, at: Mapping[str, str], met: str, otherwise: str) -> str:
    """Write one thing where what is wanted is reached for certain, else another."""
    if plan.direction is Direction.MAINTAIN:
        if plan.band is None:
            return otherwise
        edges = (("low", ">=", plan.band.low), ("high", "<=", plan.band.high))
        inside = [
            f'{at[name]}<>"",N({at[name]}){sign}{literal(edge)}'
            for name, sign, edge in edges
            if edge is not None
        ]
        # Every figure lies in a band without edges.
        return f"IF(AND({','.join(inside)}),{met},{otherwise})" if inside else met
    # What is uncertain is reached for certain from its far end on.
    name, far, sign = "low", "high", ">="
    if plan.direction is Direction.DECREASE:
        name, far, sign = "high", "low", "<="
    end = None if plan.target is None else plan.target.text.get(far)
    if end is None:
        return otherwise
    return f'IF(AND({at[name]}<>"",N({at[name]}){sign}{end}),{met},{otherwise})'


def reason_formula(words: Words, held: Held, at: Mapping[str, str], no_rate: str | None) -> str:
    """Write why a status is undefined; nothing where it is not.

    Parameters
    ----------
    words
        In which language.
    held
        What the actual is held against for the status, and the rate of it.
    at
        References: ``status``, the parts of the actual, ``absent`` for why there is none.
    no_rate
        Reference of the cell that says why there is no rate; `None` where there always is one.
    """
    text = quoted(words.label("reason", Reason.BOUNDS_STRADDLE))
    large = quoted(words.label("reason", Reason.TOO_LARGE))
    for actual, rate in _too_large(held):
        text = f'IF(AND({at[actual]}<>"",{held.rate[rate]}=""),{large},{text})'
    if no_rate is not None:
        text = f'IF({no_rate}<>"",{no_rate},{text})'
    undefined = quoted(words.label("status", Status.UNDEFINED))
    return f'=IF({at["status"]}<>{undefined},"",IF({at["absent"]}<>"",{at["absent"]},{text}))'


def _too_large(held: Held) -> Iterator[tuple[str, str]]:
    """Give a part of the actual, and the part of the rate that is blank where it is too large."""
    plan = held.plan
    if plan.method is not Method.GROWTH_RATIO:
        if "best" in held.rate and plan.method is not Method.BAND:
            yield "best", "best"
    elif plan.baseline is not None and plan.target is not None and plan.target.is_bounded:
        # The least growth is that of the bound nearer to zero.
        low = plan.baseline.quantity.low
        nearer = "low" if low is not None and low > 0 else "high"
        rate = nearer if plan.direction is Direction.INCREASE else OTHER[nearer]
        if rate in held.rate:
            yield nearer, rate


def milestone_status_formula(words: Words, status: Status, done: str, due: str) -> Formula:
    """Write the status of a milestone.

    Parameters
    ----------
    words
        In which language.
    status
        What it is.
    done, due
        References of the cells that hold 1 when it is done, and the day on which it is due.
    """
    word = {each: quoted(words.label("status", each)) for each in Status}
    return Formula(
        f'=IF(N({done})>=1,{word[Status.ACHIEVED]},IF({due}="",{word[Status.NO_TARGET]},'
        f"IF(as_of<={due},{word[Status.NOT_DUE]},{word[Status.OVERDUE]})))",
        words.label("status", status),
    )
