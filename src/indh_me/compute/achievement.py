"""Achievement: how far a figure has come towards its target."""

import math
from collections.abc import Sequence

import numpy as np
from attrs import frozen

from indh_me.model import Accumulation, Direction, Method, Quantity
from indh_me.model._fields import finite_or_none, word_of
from indh_me.model.quantity import to_quantity

from .bounds import Bounds
from .rate import REASONS, rates
from .reason import Reason
from .terms import Terms
from .verdict import VERDICTS, Verdict, verdict_codes

__all__ = ["LEVELS", "Achievement", "achievements", "default_method"]

#: Accumulations whose figures are levels: they start from a baseline, not from zero.
LEVELS = frozenset({Accumulation.LATEST, Accumulation.MEAN, Accumulation.RATIO, Accumulation.PEAK})


@frozen(kw_only=True)
class Achievement:
    """A rate of achievement, and everything it came from.

    Parameters
    ----------
    rate
        A fraction: 0.9 is 90 %. Neither capped nor rounded; `None` when undefined.
    method
        How it was computed; `None` when none applies.
    reason
        Why it is undefined, or `None`.
    verdict
        Whether the target is met; `None` when there is nothing to compare.
    actual, target, baseline
        The inputs, in the indicator's unit.
    direction
        Which way is better.
    band
        For ``maintain``: the range to stay in.
    years, target_years
        For ``growth_ratio``: years from the baseline to the actual and to the target.

    Examples
    --------
    >>> done = Achievement.of(64, 80, baseline=60, direction="increase", level=True)
    >>> done.method.value, str(done.rate), done.verdict.value
    ('baseline_adjusted', '0.2', 'not_met')
    >>> Achievement.of(3, 0, direction="increase").reason
    <Reason.ZERO_TARGET: 'zero_target'>
    """

    rate: Quantity | None
    method: Method | None
    reason: Reason | None
    verdict: Verdict | None
    actual: Quantity | None
    target: Quantity | None
    baseline: Quantity | None
    direction: Direction
    band: Quantity | None = None
    years: float | None = None
    target_years: float | None = None

    @classmethod
    def of(
        cls,
        actual: Quantity | float | None,
        target: Quantity | float | None,
        baseline: Quantity | float | None = None,
        *,
        direction: Direction | str,
        method: Method | str | None = None,
        level: bool = False,
        band: Quantity | None = None,
        years: float | None = None,
        target_years: float | None = None,
    ) -> "Achievement":
        """Compute the achievement of one figure.

        Parameters
        ----------
        actual, target, baseline
            In one unit, whichever; `None` where there is none. For ``milestone`` the target is
            the next one that falls due after the actual.
        direction
            ``increase``, ``decrease`` or ``maintain``.
        method
            The word of a `Method`; by default `default_method`.
        level
            Whether the figure is a level (a percentage, a score), not a flow that starts at 0.
        band
            For ``maintain``: the range to stay in.
        years, target_years
            For ``growth_ratio``: years from the baseline to the actual and to the target.

        Returns
        -------
        Achievement

        Raises
        ------
        InvalidInputError
            For NaN, infinite figures, and unknown words.

        Notes
        -----
        The formulas of the methods are those of `indh_me.achievement_rate`.

        Examples
        --------
        Fewer complaints, from 40 to 20, of which 30 are left: half of the way.

        >>> str(Achievement.of(30, 20, baseline=40, direction="decrease").rate)
        '0.5'

        96 where 90 to 95 should be kept: outside by a hundredth of the edge.

        >>> inside = Quantity.between(90, 95)
        >>> str(Achievement.of(95.95, None, direction="maintain", band=inside).rate)
        '0.99'
        """
        way = word_of(Direction, direction, "direction")
        reached, wanted, start = (
            None if each is None else to_quantity(each) for each in (actual, target, baseline)
        )
        chosen = default_method(way, level=level, has_baseline=start is not None)
        if method is not None:
            chosen = word_of(Method, method, "method")
        return achievements(
            [reached],
            [wanted],
            [start],
            [way],
            [chosen],
            [band],
            years=[finite_or_none(years)],
            target_years=[finite_or_none(target_years)],
        )[0]


def default_method(direction: Direction, *, level: bool, has_baseline: bool) -> Method | None:
    """Choose how achievement is computed when the indicator does not say.

    Parameters
    ----------
    direction
        Which way is better.
    level
        Whether the figure is a level.
    has_baseline
        Whether there is a baseline.

    Returns
    -------
    Method | None
        ``band`` to stay inside a band; ``baseline_adjusted`` for a level or a decrease with a
        baseline; else ``target_ratio`` for an increase. `None` for a decrease without baseline.

    Examples
    --------
    >>> default_method(Direction.DECREASE, level=True, has_baseline=False) is None
    True
    """
    if direction is Direction.MAINTAIN:
        return Method.BAND
    if has_baseline and (level or direction is Direction.DECREASE):
        return Method.BASELINE_ADJUSTED
    return Method.TARGET_RATIO if direction is Direction.INCREASE else None


def achievements(  # noqa: PLR0917 - columns of one table, in the order of the formula
    actual: Sequence[Quantity | None],
    target: Sequence[Quantity | None],
    baseline: Sequence[Quantity | None],
    direction: Sequence[Direction],
    method: Sequence[Method | None],
    band: Sequence[Quantity | None],
    *,
    years: Sequence[float | None] | None = None,
    target_years: Sequence[float | None] | None = None,
) -> list[Achievement]:
    """Compute the achievement of many figures at once.

    Parameters
    ----------
    actual, target, baseline, direction, method, band
        One a figure, all of the same length; `None` where there is none.
    years, target_years
        Years from the baseline to the actual and to the target, for ``growth_ratio``; `None`
        where they are not known.

    Returns
    -------
    list[Achievement]

    Notes
    -----
    See `indh_me.compute.rate.rates` for the formulas, and for how bounds are carried through. The
    inputs may stand anywhere within their bounds at once: where they depend on each other, the
    bounds of the rate are wider than they need be.

    References
    ----------
    .. [1] UNDP, performance methodology, IRRF impact: (actual - baseline) / (milestone -
       baseline). European Commission, SFC2014: cumulative value / target.
    """
    size = len(actual)
    spans = [[None] * size if each is None else each for each in (years, target_years)]
    terms = Terms(
        actual=Bounds.of(actual),
        target=Bounds.of(target),
        baseline=Bounds.of(baseline),
        band=Bounds.of(band),
        years=_known(spans[0]),
        target_years=_known(spans[1]),
    )
    rows: dict[tuple[Method | None, Direction], list[int]] = {}
    for row, kind in enumerate(zip(method, direction, strict=True)):
        rows.setdefault(kind, []).append(row)
    rate = Bounds.absent(size)
    why, found = np.zeros(size, dtype=np.int8), np.zeros(size, dtype=np.int8)
    for (each, way), chosen in rows.items():
        mine = np.array(chosen, dtype=np.intp)
        own = terms.part(mine)
        made, why[mine] = rates(own, each, way)
        rate.low[mine], rate.best[mine], rate.high[mine] = made.low, made.best, made.high
        found[mine] = verdict_codes(own.actual, own.target, way, own.band)
    return [
        Achievement(
            rate=each,
            method=kind,
            reason=REASONS[code],
            verdict=VERDICTS[met],
            actual=reached,
            target=wanted,
            baseline=start,
            direction=way,
            band=inside,
            years=since,
            target_years=horizon,
        )
        for each, kind, code, met, reached, wanted, start, way, inside, since, horizon in zip(
            rate.quantities(),
            method,
            why.tolist(),
            found.tolist(),
            actual,
            target,
            baseline,
            direction,
            band,
            *spans,
            strict=True,
        )
    ]


def _known(years: Sequence[float | None]) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return np.array([math.nan if each is None else each for each in years], dtype=np.float64)
