"""Why there is no rate, as formulas: some reasons depend on what is filled in."""

from collections.abc import Iterator, Mapping, Sequence

from indh_me.compute import Achievement, Reason
from indh_me.model import Direction, Method
from indh_me.write.grid import Formula
from indh_me.write.words import Words

from .rate import Plan
from .spelling import quoted

__all__ = ["BEHIND_YEARS", "Condition", "no_rate", "reasons"]

#: What a plan may lack for growth to be computed, that is looked for when years are counted.
BEHIND_YEARS = frozenset({None, Reason.ZERO_BASELINE, Reason.ZERO_TARGET, Reason.SIGN_CHANGE})
#: Reasons that are told elsewhere: there is no actual, or what comes of it is no number.
ELSEWHERE = frozenset({None, Reason.NOT_REPORTED, Reason.TOO_LARGE})

Condition = tuple[str, Reason]


def reasons(plan: Plan, obstacle: Reason | None, at: Mapping[str, str]) -> Iterator[Condition]:
    """Give the conditions on the actual under which it has no rate, in their order.

    Parameters
    ----------
    plan
        What it is measured against.
    obstacle
        Why there is none whatever the actual; these conditions come before it.
    at
        References of the cells that hold ``low`` and ``high`` of the actual, and of ``years``.

    Yields
    ------
    tuple[str, Reason]
        A condition and its reason, as in `indh_me.compute.rate.rates`.

    Examples
    --------
    >>> plan = Plan(method=Method.INVERSE_RATIO, direction=Direction.DECREASE)
    >>> for condition, reason in reasons(plan, None, {"low": "A1", "high": "C1"}):
    ...     print(condition, reason.value)
    AND(N(A1)<=0,N(C1)>=0) zero_actual
    N(C1)<0 ratio_reads_backwards
    """
    low, high = at["low"], at["high"]
    below, above = f'OR({low}="",N({low})<0)', f'OR({high}="",N({high})>0)'
    if plan.method is Method.INVERSE_RATIO and plan.direction is Direction.DECREASE:
        # A blank cell is a bound that is not known, and counts as zero.
        yield f"AND(N({low})<=0,N({high})>=0)", Reason.ZERO_ACTUAL
        if obstacle is None:
            yield f"N({high})<0", Reason.RATIO_READS_BACKWARDS
    elif plan.method is Method.GROWTH_RATIO and obstacle in BEHIND_YEARS:
        yield f"{plan.years}<=0", Reason.BASELINE_NOT_BEFORE
        start = None if plan.baseline is None else plan.baseline.quantity
        if obstacle is None and start is not None:
            falls = start.high is not None and start.high < 0
            yield above if falls else below, Reason.SIGN_CHANGE
    elif plan.method is Method.BAND and obstacle is None and plan.band is not None:
        if plan.band.low == 0:
            yield below, Reason.ZERO_BAND_EDGE
        if plan.band.high == 0:
            yield above, Reason.ZERO_BAND_EDGE


def no_rate(
    words: Words,
    conditions: Sequence[Condition],
    obstacle: Reason | None,
    blank: str,
    reached: Achievement | None,
) -> Formula | str | None:
    """Write why there is no rate; nothing where there is one.

    Parameters
    ----------
    words
        In which language.
    conditions
        On the actual.
    obstacle
        Why there is none whatever the actual.
    blank
        Condition under which no rate is asked for.
    reached
        Says why there is none now; it, or its actual, is `None` where no rate is asked for.

    Returns
    -------
    Formula | str | None
        The words that always hold where there are no conditions; `None` when there is always a
        rate.
    """
    text = "" if obstacle is None else words.label("reason", obstacle)
    if not conditions:
        return text or None
    formula = quoted(text)
    for condition, reason in reversed(conditions):
        formula = f"IF({condition},{quoted(words.label('reason', reason))},{formula})"
    now = None if reached is None or reached.actual is None else reached.reason
    shown = "" if now is None or now in ELSEWHERE else words.label("reason", now)
    return Formula(f'=IF({blank},"",{formula})', shown)
