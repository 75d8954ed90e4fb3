"""The rate of achievement as formulas of the actual: live where figures are filled in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product

from attrs import frozen

from indh_me.model import Direction, Method, Quantity

from .sides import OTHER, Sides
from .spelling import literal

__all__ = ["Plan", "rate_formulas"]

Terms = Callable[..., str]


@frozen(kw_only=True)
class Plan:
    """What a rate is measured against; it is defined for some actual.

    Parameters
    ----------
    method, direction
        How it is computed, if it can be, and which way is better.
    target, baseline
        The figures; `None` where the method has no use for them.
    band
        The range to stay in, for ``band``.
    years
        Reference of the years from the baseline to the actual, for ``growth_ratio``.
    target_years
        Years from the baseline to the target, for the same.
    """

    method: Method | None
    direction: Direction
    target: Sides | None = None
    baseline: Sides | None = None
    band: Quantity | None = None
    years: str = ""
    target_years: float | None = None


def rate_formulas(
    plan: Plan, at: Mapping[str, str], blank: Iterable[str] = ()
) -> Iterator[tuple[str, str]]:
    """Write the parts of a rate that may be known, as formulas.

    Parameters
    ----------
    plan
        What it is measured against.
    at
        References of the cells that hold ``low``, ``best`` and ``high`` of the actual.
    blank
        Conditions under which there is no rate although the actual is known.

    Yields
    ------
    tuple[str, str]
        ``low``, ``best`` or ``high``, and its formula.

    Notes
    -----
    The formulas of `indh_me.compute.rate.rates`. Each is monotone in actual, target and baseline,
    so its bounds are its least and greatest values in the corners of their bounds; here it is
    known which bound of the actual gives which. A target without a bound leaves a rate of zero
    possible (one of two for ``two_minus_ratio``), a baseline without one leaves the rate
    without any. What is too large for a number shows nothing.

    Examples
    --------
    >>> plan = Plan(
    ...     method=Method.BASELINE_ADJUSTED,
    ...     direction=Direction.INCREASE,
    ...     target=Sides.of(Quantity.exactly(80), "T1"),
    ...     baseline=Sides.of(Quantity.exactly(60), None),
    ... )
    >>> dict(rate_formulas(plan, {"low": "A1", "best": "B1", "high": "C1"}))["best"]
    '=IF(B1="","",IFERROR((B1-60)/(T1-60),""))'
    """
    parts = iter(()) if plan.method is None else FORMULAS[plan.method](plan, at)
    for name, conditions, rate in parts:
        nothing = [*blank, *(f'{condition}=""' for condition in conditions)]
        shown = f'IFERROR({rate},"")'
        if nothing:
            condition = nothing[0] if len(nothing) == 1 else f"OR({','.join(nothing)})"
            shown = f'IF({condition},"",{shown})'
        yield name, f"={shown}"


#: A part, the cells that it cannot do without, and its formula.
Part = tuple[str, tuple[str, ...], str]


def _target_ratio(plan: Plan, at: Mapping[str, str]) -> Iterator[Part]:
    return _monotone(plan, at, lambda x, y: f"{x}/{y}", upwards=True, limit="0")


def _two_minus_ratio(plan: Plan, at: Mapping[str, str]) -> Iterator[Part]:
    return _monotone(plan, at, lambda x, y: f"2-{x}/{y}", upwards=False, limit="2")


def _baseline_adjusted(plan: Plan, at: Mapping[str, str]) -> Iterator[Part]:
    upwards = plan.direction is Direction.INCREASE
    return _monotone(
        plan, at, lambda x, y, z: f"({x}-{z})/({y}-{z})", upwards=upwards, limit="0", starts=1
    )


def _growth_ratio(plan: Plan, at: Mapping[str, str]) -> Iterator[Part]:
    required = literal(plan.target_years or 0.0)

    def term(x: str, y: str, z: str, w: str) -> str:
        return f"(({x}/{z})^(1/{plan.years})-1)/(({y}/{w})^(1/{required})-1)"

    upwards = plan.direction is Direction.INCREASE
    return _monotone(plan, at, term, upwards=upwards, limit="0", starts=2)


def _monotone(
    plan: Plan,
    at: Mapping[str, str],
    term: Terms,
    *,
    upwards: bool,
    limit: str,
    starts: int = 0,
) -> Iterator[Part]:
    """Write a rate that rises (or falls) with the actual, and tends to a limit with the target."""
    target, baseline = plan.target, plan.baseline
    if target is None or (starts > 0 and baseline is None):
        return
    froms = [] if baseline is None else [baseline] * starts
    if "best" in target.text and all("best" in each.text for each in froms):
        rate = term(at["best"], target.text["best"], *(each.text["best"] for each in froms))
        yield "best", (at["best"],), rate
    if not all(each.is_bounded for each in froms):
        return
    for name, extreme in (("low", "MIN"), ("high", "MAX")):
        side = at[name if upwards else OTHER[name]]
        corners = product([side], target.ends, *(each.ends for each in froms))
        rates = [term(*corner) for corner in corners]
        needed: tuple[str, ...] = (side,)
        if not target.is_bounded:
            rates.append(limit)
            needed = (at["low"], at["high"])
        rate = rates[0] if len(rates) == 1 else f"{extreme}({','.join(rates)})"
        yield name, needed, rate


def _inverse_ratio(plan: Plan, at: Mapping[str, str]) -> Iterator[Part]:
    """Write what falls as the actual rises, which is above zero; so it tends to zero."""
    if plan.target is None:
        return
    text, quantity = plan.target.text, plan.target.quantity
    low, best, high = at["low"], at["best"], at["high"]
    if "best" in text:
        yield "best", (best,), f"{text['best']}/{best}"
    if "low" in text:
        below_zero = quantity.low is not None and quantity.low < 0
        least = f'IF({high}="",0,{text["low"]}/{high})'
        # An actual without an upper bound says nothing of a target without one.
        needed = (low,) if "high" in text else (low, high)
        yield "low", needed, f"{text['low']}/{low}" if below_zero else least
    if "high" in text:
        yield "high", (low,) if "low" in text else (low, high), f"{text['high']}/{low}"


def _band(plan: Plan, at: Mapping[str, str]) -> Iterator[Part]:
    """Write 1 less the distance to the band, of which zero edges have no scale."""
    if plan.band is None:
        return
    least, most = (None if edge == 0 else edge for edge in (plan.band.low, plan.band.high))

    def below(x: str) -> str:
        return f"({literal(least)}-{x})/{literal(abs(least))}" if least is not None else ""

    def above(x: str) -> str:
        return f"({x}-{literal(most)})/{literal(abs(most))}" if most is not None else ""

    def near(*distances: str) -> str:
        known = [each for each in distances if each != ""]
        return f"1-MAX(0,{','.join(known)})" if known else "1"

    low, best, high = at["low"], at["best"], at["high"]
    yield "best", (best,), near(below(best), above(best))
    needed = [side for side, edge in ((low, least), (high, most)) if edge is not None]
    yield "low", tuple(needed), near(below(low), above(high))
    # At its best an actual lies at the end that is nearer; one without bounds, inside.
    nearest = [
        f'IF({side}="",0,{distance})'
        for side, distance in ((high, below(high)), (low, above(low)))
        if distance != ""
    ]
    yield "high", (), near(*nearest)


FORMULAS: Mapping[Method, Callable[[Plan, Mapping[str, str]], Iterator[Part]]] = {
    Method.TARGET_RATIO: _target_ratio,
    Method.BASELINE_ADJUSTED: _baseline_adjusted,
    Method.INVERSE_RATIO: _inverse_ratio,
    Method.TWO_MINUS_RATIO: _two_minus_ratio,
    Method.MILESTONE: _baseline_adjusted,
    Method.GROWTH_RATIO: _growth_ratio,
    Method.BAND: _band,
}
