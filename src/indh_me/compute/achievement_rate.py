"""Rates of achievement of whole arrays of figures, for scripts and notebooks."""

from collections.abc import Mapping
from functools import cached_property

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError
from indh_me.model import Direction, Method, Quantity
from indh_me.model._fields import word_of

from .achievement import default_method
from .bounds import Bounds, Floats
from .rate import REASONS, rates
from .reason import Reason
from .terms import Figures, Terms, blocks
from .verdict import VERDICTS, Verdict, verdict_codes

__all__ = ["AchievementRate", "achievement_rate"]

REASON_OF, VERDICT_OF = (np.array(each, dtype=object) for each in (REASONS, VERDICTS))


@frozen(eq=False, slots=False, kw_only=True)
class AchievementRate:
    """Rates of achievement, with why they are undefined and whether targets are met.

    Parameters
    ----------
    method
        How they were computed; `None` when none applies.
    direction
        Which way is better.
    bounds
        Rates as fractions, of the shape that the figures are broadcast to; NaN where undefined.

    Examples
    --------
    >>> made = achievement_rate([64, 90], [80, 0], direction="increase", method="target_ratio")
    >>> made.rate, made.reason, made.verdict[0].value
    (array([0.8, nan]), array([None, <Reason.ZERO_TARGET: 'zero_target'>], dtype=object), 'not_met')
    >>> made.reason_counts
    {<Reason.ZERO_TARGET: 'zero_target'>: 1}
    >>> known = achievement_rate(Quantity.between(60, 70), 80, method="target_ratio")
    >>> known.low, known.high, str(known.quantity)
    (0.75, 0.875, '0.75..0.875')
    """

    method: Method | None
    direction: Direction
    bounds: Bounds
    _why: npt.NDArray[np.int8] = field(repr=False)
    _met: npt.NDArray[np.int8] = field(repr=False)

    @property
    def rate(self) -> float | Floats:
        """Best estimates: one number for single figures, else an array.

        NaN where there is none: where the rate is undefined, or known only within bounds.
        """
        return _single(self.bounds.best)

    @property
    def low(self) -> float | Floats:
        """What the rates are not below; minus infinity where there is no such bound."""
        return _single(self.bounds.low)

    @property
    def high(self) -> float | Floats:
        """What the rates are not above; infinity where there is no such bound."""
        return _single(self.bounds.high)

    @cached_property
    def reason(self) -> "Reason | npt.NDArray[np.object_] | None":
        """Why they are undefined: a `Reason` or `None`, or an array of them."""
        return REASON_OF[self._why]

    @cached_property
    def verdict(self) -> "Verdict | npt.NDArray[np.object_] | None":
        """Whether targets are met: a `Verdict`, or `None` where there is nothing to compare."""
        return VERDICT_OF[self._met]

    @property
    def reason_counts(self) -> Mapping[Reason, int]:
        """How many rates are undefined, by the reason."""
        counts = np.bincount(self._why.ravel(), minlength=len(REASONS)).tolist()
        return {
            reason: count
            for reason, count in zip(REASONS, counts, strict=True)
            if reason is not None and count > 0
        }

    @property
    def quantity(self) -> Quantity | None:
        """The rate of a single figure with its bounds; `None` where undefined.

        Raises
        ------
        InvalidInputError
            When there are several: ``bounds`` has them.
        """
        if self._why.size != 1:
            what = f"'{self._why.size}' rates are no single quantity"
            raise InvalidInputError(Fault(what, mend="take bounds, or bounds.quantities()"))
        flat = (
            np.reshape(each, 1) for each in (self.bounds.low, self.bounds.best, self.bounds.high)
        )
        return Bounds(*flat).quantities()[0]


def achievement_rate(
    actual: Figures,
    target: Figures | None,
    baseline: Figures | None = None,
    *,
    method: Method | str | None = None,
    direction: Direction | str = Direction.INCREASE,
    band: Quantity | Bounds | tuple[npt.ArrayLike, npt.ArrayLike] | None = None,
    years: npt.ArrayLike | None = None,
    target_years: npt.ArrayLike | None = None,
) -> AchievementRate:
    r"""Give rates of achievement, of one figure or of arrays of them.

    Parameters
    ----------
    actual, target, baseline
        Figures in one unit, of shapes that broadcast; NaN where one is missing, `None` where all
        are. What is known within bounds is given as a `Quantity`, or many as `Bounds`. For
        ``milestone`` the target is the next one that falls due after the actual.
    method
        The word of a `Method`. By default ``band`` to maintain, ``baseline_adjusted`` with a
        baseline, and ``target_ratio`` for an increase without one.
    direction
        ``increase``, ``decrease`` or ``maintain``, of all figures.
    band
        For ``maintain``: the range to stay in, many of them as `Bounds`, or the lower and upper
        edges.
    years, target_years
        For ``growth_ratio``: years from the baseline to the actual, and to the target.

    Returns
    -------
    AchievementRate
        With ``rate``, ``reason`` and ``verdict`` of the common shape; single ones for single
        figures.

    Raises
    ------
    InvalidInputError
        For shapes that do not broadcast, infinite numbers, what is no number, a band whose lower
        edge is above its upper one, and unknown words.

    Notes
    -----
    With actual A, target T and baseline B:

    - ``target_ratio`` A / T. Undefined for T = 0 (``zero_target``); for a decrease and for T < 0
      (``ratio_reads_backwards``);
    - ``baseline_adjusted`` (A - B) / (T - B) [1]_. Undefined without B (``missing_baseline``), for
      T = B (``target_equals_baseline``), and where T lies on the wrong side of B
      (``target_against_direction``);
    - ``inverse_ratio`` T / A, for a decrease. Undefined for A = 0 (``zero_actual``); for an
      increase and for A or T < 0 (``ratio_reads_backwards``);
    - ``two_minus_ratio`` 2 - A / T, for a decrease [2]_. Undefined as T / A, and for T = 0;
    - ``milestone`` (A - B) / (T* - B), T* the next target due after A [3]_. Undefined without one
      (``no_next_target``), and as ``baseline_adjusted``;
    - ``growth_ratio`` ((A / B)^(1 / n) - 1) / ((T / B)^(1 / n_T) - 1) with n and n_T the years
      from B to A and to T [4]_. Undefined for B = 0 (``zero_baseline``), T = 0 (``zero_target``),
      figures of different signs (``sign_change``), unknown n (``no_baseline_date``), n or n_T not
      above zero (``baseline_not_before``), and as ``baseline_adjusted``;
    - ``band``, to stay between l and u: 1 for l <= A <= u, else 1 - (l - A) / \|l\| below and
      1 - (A - u) / \|u\| above. Undefined without l and u (``missing_band``), and outside an edge
      that is zero (``zero_band_edge``).

    Any method is undefined without A (``not_reported``) or T (``no_target``), where it is not made
    for the direction (``method_against_direction``), and where the rate is too large for a number
    (``too_large``). The first reason in this order is given. Rates are never capped or rounded.

    A target is met when A is not below T (not above it, for a decrease; inside the band). Bounds
    pass through: the bounds of a rate hold every rate that the figures may have within theirs,
    and where they lie on both sides of the target, one cannot tell.

    References
    ----------
    .. [1] UNDP, Performance App methodology, IRRF: (actual - baseline) / (milestone - baseline).
    .. [2] CAMMS, Interplan: 2 - actual / target where less is better.
    .. [3] European Commission, OPSYS: (current value - baseline) / (next intermediate target -
       baseline).
    .. [4] Eurostat and Open SDG: observed over required compound annual growth rate.

    Examples
    --------
    >>> achievement_rate(64, 80, 60).rate
    0.2
    >>> made = achievement_rate([30, 18, 45], 20, 40, direction="decrease")
    >>> made.rate, [each.value for each in made.verdict]
    (array([ 0.5 ,  1.1 , -0.25]), ['not_met', 'met', 'not_met'])

    At least 18 000 of 20 000 persons:

    >>> made = achievement_rate(Quantity.at_least(18_000), 20_000)
    >>> str(made.quantity), made.verdict.value
    ('>=0.9', 'cannot_tell')
    """
    way = word_of(Direction, direction, "direction")
    chosen = default_method(way, level=True, has_baseline=baseline is not None)
    if method is not None:
        chosen = word_of(Method, method, "method")
    terms = Terms.of(actual, target, baseline, band=band, years=years, target_years=target_years)
    made = _Made.empty(terms)
    for place in blocks(terms.shape):
        made.compute(terms, place, chosen, way)
    return AchievementRate(
        method=chosen, direction=way, bounds=made.rate, why=made.why, met=made.met
    )


@frozen(eq=False)
class _Made:
    """Arrays of results, filled block by block."""

    rate: Bounds
    why: npt.NDArray[np.int8]
    met: npt.NDArray[np.int8]

    @classmethod
    def empty(cls, terms: Terms) -> "_Made":
        shape = terms.shape
        figures = (terms.actual, terms.target, terms.baseline)
        if all(each.is_exact for each in figures):
            rate = Bounds.exactly(np.empty(shape))
        else:
            rate = Bounds(np.empty(shape), np.empty(shape), np.empty(shape))
        return cls(rate, np.empty(shape, dtype=np.int8), np.empty(shape, dtype=np.int8))

    def compute(
        self, terms: Terms, place: tuple[int | slice, ...], method: Method | None, way: Direction
    ) -> None:
        part = terms.part(place)
        part.refuse_infinite()
        made, self.why[place] = rates(part, method, way)
        self.rate.low[place] = made.low
        if not self.rate.is_exact:
            self.rate.best[place], self.rate.high[place] = made.best, made.high
        self.met[place] = verdict_codes(part.actual, part.target, way, part.band)


def _single(values: Floats) -> float | Floats:
    return values if values.ndim > 0 else values.item()
