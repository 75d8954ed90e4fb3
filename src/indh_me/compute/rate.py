"""Rates of achievement: the formula of each method, for many figures at once."""

from collections.abc import Callable, Mapping
from itertools import product

import numpy as np
import numpy.typing as npt
from attrs import define, field

from indh_me.model import Direction, Method

from .bounds import Bounds, Flags, Floats, has_infinite
from .growth import compound_growth
from .reason import Reason
from .terms import Terms

__all__ = ["REASONS", "rates"]

#: What the codes of reasons stand for; `None` where there is a rate.
REASONS: tuple[Reason | None, ...] = (None, *Reason)
CODES = {reason: np.int8(code) for code, reason in enumerate(REASONS)}
#: Methods that start from the baseline.
FROM_BASELINE = frozenset({Method.BASELINE_ADJUSTED, Method.MILESTONE, Method.GROWTH_RATIO})
ZERO = Bounds.exactly(np.zeros(()))


def rates(
    terms: Terms, method: Method | None, direction: Direction
) -> tuple[Bounds, npt.NDArray[np.int8]]:
    r"""Compute rates of one method and direction.

    Parameters
    ----------
    terms
        What they are made of.
    method
        `None` where none applies, as for a decrease without a baseline.
    direction
        Which way is better.

    Returns
    -------
    tuple[Bounds, numpy.ndarray]
        Rates as fractions, NaN where undefined; and why they are, as positions in `REASONS`.

    Notes
    -----
    With actual A, target T, baseline B, next target T*, years n and n_T from the baseline to the
    actual and the target, and the band from l to u:

    - ``target_ratio`` A / T, ``inverse_ratio`` T / A, ``two_minus_ratio`` 2 - A / T;
    - ``baseline_adjusted`` (A - B) / (T - B), ``milestone`` (A - B) / (T* - B);
    - ``growth_ratio`` ((A / B)^(1 / n) - 1) / ((T / B)^(1 / n_T) - 1);
    - ``band`` 1 for l <= A <= u, else 1 - (l - A) / \|l\| below and 1 - (A - u) / \|u\| above.

    All but the last are monotone in each of their terms wherever they are defined on the whole
    box of bounds (``growth_ratio`` when B is taken for two terms), so the bounds of the rate are
    the least and greatest of its values in the corners of that box: tighter than interval
    arithmetic, which forgets that a term stands there twice. ``band`` rises up to the band and
    falls behind it.

    Examples
    --------
    >>> figures = Bounds.exactly(np.array([64.0, 30.0]))
    >>> terms = Terms(
    ...     actual=figures,
    ...     target=Bounds.exactly(np.array([80.0, 60.0])),
    ...     baseline=Bounds.exactly(np.array(60.0)),
    ...     band=Bounds.absent(1),
    ...     years=np.array(np.nan),
    ...     target_years=np.array(np.nan),
    ... )
    >>> made, why = rates(terms, Method.BASELINE_ADJUSTED, Direction.INCREASE)
    >>> made.best, [REASONS[code] for code in why]
    (array([0.2, nan]), [None, <Reason.TARGET_EQUALS_BASELINE: 'target_equals_baseline'>])
    """
    why = _Why(np.zeros(terms.shape, dtype=np.int8))
    if direction is not Direction.MAINTAIN:
        missing = Reason.NO_NEXT_TARGET if method is Method.MILESTONE else Reason.NO_TARGET
        why.mark(terms.target.missing, missing)
    why.mark(terms.actual.missing, Reason.NOT_REPORTED)
    if method is None:
        why.mark(np.True_, Reason.MISSING_BASELINE)
    elif (direction is Direction.MAINTAIN) != (method is Method.BAND):
        why.mark(np.True_, Reason.METHOD_AGAINST_DIRECTION)
    # Undefined places are computed too, without a word, and taken out afterwards.
    with np.errstate(divide="ignore", invalid="ignore", over="ignore", under="ignore"):
        if method is None or why.all_known:
            return Bounds.exactly(np.full(terms.shape, np.nan)), why.codes
        if method in FROM_BASELINE:
            _mark_baseline(terms, direction, why)
        made = FORMULAS[method](terms, direction, why)
        if not made.is_exact:
            why.mark((made.low == np.inf) | (made.high == -np.inf), Reason.TOO_LARGE)
        elif has_infinite(made.low):
            why.mark(np.isinf(made.low), Reason.TOO_LARGE)
    return _defined(made, why.codes), why.codes


def _defined(made: Bounds, codes: npt.NDArray[np.int8]) -> Bounds:
    """Take out the rates that have a reason to be undefined; their arrays are nobody else's."""
    if made.low.shape != codes.shape:
        return made.where(codes == 0)
    if not codes.any():
        return made
    undefined = codes != 0
    if made.is_exact:
        # Mostly a figure is missing, and what came of it is no number anyway.
        undefined &= ~np.isnan(made.low)
    if undefined.any():
        for each in made.arrays:
            np.copyto(each, np.nan, where=undefined)
    return made


@define(eq=False)
class _Why:
    """Codes of reasons, of which the first that is marked stays."""

    codes: npt.NDArray[np.int8] = field()

    @property
    def all_known(self) -> bool:
        return self.codes.size > 0 and bool(self.codes.all())

    def mark(self, where: Flags | np.bool_, reason: Reason) -> None:
        # Mostly there is nothing to mark; and a sum is several times as fast as a choice.
        if where.any():
            self.codes += (where & (self.codes == 0)).view(np.int8) * CODES[reason]


def _mark_baseline(terms: Terms, direction: Direction, why: _Why) -> None:
    target, baseline = terms.target, terms.baseline
    why.mark(baseline.missing, Reason.MISSING_BASELINE)
    why.mark(target.may_be(baseline), Reason.TARGET_EQUALS_BASELINE)
    if direction is Direction.INCREASE:
        wrong = target.high < baseline.low
    else:
        wrong = target.low > baseline.high
    why.mark(wrong, Reason.TARGET_AGAINST_DIRECTION)


def _target_ratio(terms: Terms, direction: Direction, why: _Why) -> Bounds:
    if direction is Direction.DECREASE:
        why.mark(np.True_, Reason.RATIO_READS_BACKWARDS)
    _mark_target(terms.target, why)
    return _hull(lambda a, t: a / t, terms.actual, terms.target)


def _inverse_ratio(terms: Terms, direction: Direction, why: _Why) -> Bounds:
    a, t = terms.actual, terms.target
    if direction is Direction.INCREASE:
        why.mark(np.True_, Reason.RATIO_READS_BACKWARDS)
    why.mark(a.may_be(ZERO), Reason.ZERO_ACTUAL)
    # Below zero, less is more in size.
    why.mark((a.high < 0) | (t.high < 0), Reason.RATIO_READS_BACKWARDS)
    return _hull(lambda a, t: t / a, a, t)


def _two_minus_ratio(terms: Terms, direction: Direction, why: _Why) -> Bounds:
    if direction is Direction.INCREASE:
        why.mark(np.True_, Reason.RATIO_READS_BACKWARDS)
    _mark_target(terms.target, why)
    return _hull(lambda a, t: 2 - a / t, terms.actual, terms.target)


def _mark_target(target: Bounds, why: _Why) -> None:
    why.mark(target.may_be(ZERO), Reason.ZERO_TARGET)
    why.mark(target.high < 0, Reason.RATIO_READS_BACKWARDS)


def _baseline_adjusted(terms: Terms, _direction: Direction, _why: _Why) -> Bounds:
    return _hull(lambda a, t, b: (a - b) / (t - b), terms.actual, terms.target, terms.baseline)


def _growth_ratio(terms: Terms, _direction: Direction, why: _Why) -> Bounds:
    a, t, b = terms.actual, terms.target, terms.baseline
    years, horizon = terms.years, terms.target_years
    why.mark(np.isnan(years) | np.isnan(horizon), Reason.NO_BASELINE_DATE)
    why.mark((years <= 0) | (horizon <= 0), Reason.BASELINE_NOT_BEFORE)
    why.mark(b.may_be(ZERO), Reason.ZERO_BASELINE)
    why.mark(t.may_be(ZERO), Reason.ZERO_TARGET)
    falls = b.high < 0
    for each in (a, t):
        why.mark(np.where(falls, each.high > 0, each.low < 0), Reason.SIGN_CHANGE)

    def compared(x: Floats, z: Floats, y: Floats, w: Floats) -> Floats:
        return compound_growth(x, z, years) / compound_growth(y, w, horizon)

    return _hull(compared, a, b, t, b)


def _band(terms: Terms, _direction: Direction, why: _Why) -> Bounds:
    a, least, most = terms.actual, terms.band.low, terms.band.high
    # A band that is open on both sides leaves nothing to hold to.
    why.mark(np.isnan(least) | (np.isinf(least) & np.isinf(most)), Reason.MISSING_BAND)
    if (least == 0).any() or (most == 0).any():
        outside = ((least == 0) & (a.low < 0)) | ((most == 0) & (a.high > 0))
        why.mark(outside, Reason.ZERO_BAND_EDGE)

    def near(x: Floats) -> Floats:
        below, above = (least - x) / np.abs(least), (x - most) / np.abs(most)
        # What is no number is the distance to an edge that is not there.
        return np.asarray(1 - np.fmax(np.fmax(below, above), 0.0))

    if a.is_exact:
        return Bounds.exactly(near(a.low))
    ends = [near(x) for x in a.ends]
    inside = (a.low <= most) & (a.high >= least)
    best = np.where(np.isnan(a.best), np.nan, near(a.best))
    return Bounds(np.minimum(*ends), best, np.where(inside, 1.0, np.maximum(*ends)))


def _hull(formula: Callable[..., Floats], *terms: Bounds) -> Bounds:
    """Take the least and greatest value in the corners; one that is no number leaves no bound."""
    corners = [formula(*ends) for ends in product(*(each.ends for each in terms))]
    if len(corners) == 1:
        return Bounds.exactly(np.asarray(corners[0]))
    best = formula(*(each.best for each in terms))
    low = np.min([np.where(np.isnan(each), -np.inf, each) for each in corners], axis=0)
    high = np.max([np.where(np.isnan(each), np.inf, each) for each in corners], axis=0)
    return Bounds(low, np.where(np.isfinite(best), np.clip(best, low, high), np.nan), high)


#: The formula of each method; what it cannot be computed of, it marks.
FORMULAS: Mapping[Method, Callable[[Terms, Direction, _Why], Bounds]] = {
    Method.TARGET_RATIO: _target_ratio,
    Method.BASELINE_ADJUSTED: _baseline_adjusted,
    Method.INVERSE_RATIO: _inverse_ratio,
    Method.TWO_MINUS_RATIO: _two_minus_ratio,
    Method.MILESTONE: _baseline_adjusted,
    Method.GROWTH_RATIO: _growth_ratio,
    Method.BAND: _band,
}
