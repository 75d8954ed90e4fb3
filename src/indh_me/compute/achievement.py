"""Achievement: how far a figure has come towards its target."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from indh_me.model import Accumulation, Direction, Method, Quantity
from indh_me.model._fields import word_of

from .bounds import Bounds
from .rate import KERNELS, UNDEFINED
from .reason import Reason
from .verdict import Verdict, verdict

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

    @classmethod
    def of(
        cls,
        actual: Quantity | float,
        target: Quantity | float,
        baseline: Quantity | float | None = None,
        *,
        direction: Direction | str,
        method: Method | str | None = None,
        level: bool = False,
        band: Quantity | None = None,
    ) -> "Achievement":
        """Compute the achievement of one figure.

        Parameters
        ----------
        actual, target, baseline
            In one unit, whichever.
        direction
            ``increase``, ``decrease`` or ``maintain``.
        method
            ``target_ratio`` or ``baseline_adjusted``; by default `default_method`.
        level
            Whether the figure is a level (a percentage, a score), not a flow that starts at 0.
        band
            For ``maintain``: the range to stay in.

        Returns
        -------
        Achievement

        Raises
        ------
        InvalidInputError
            For NaN, infinite figures, and unknown words.

        Notes
        -----
        With actual A, target T and baseline B: ``target_ratio`` is A / T, ``baseline_adjusted``
        is (A - B) / (T - B). See `achievements` for how bounds are carried through.

        Examples
        --------
        Fewer complaints, from 40 to 20, of which 30 are left: half of the way.

        >>> str(Achievement.of(30, 20, baseline=40, direction="decrease").rate)
        '0.5'
        """
        way = word_of(Direction, direction, "direction")
        start = None if baseline is None else _quantity(baseline)
        chosen = default_method(way, level=level, has_baseline=start is not None)
        if method is not None:
            chosen = word_of(Method, method, "method")
        return achievements(
            [_quantity(actual)], [_quantity(target)], [start], [way], [chosen], [band]
        )[0]


def _quantity(value: Quantity | float) -> Quantity:
    return value if isinstance(value, Quantity) else Quantity.exactly(value)


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
        ``baseline_adjusted`` for a level or a decrease with a baseline, else ``target_ratio`` for
        an increase. `None` to stay inside a band, or for a decrease without baseline.

    Examples
    --------
    >>> default_method(Direction.DECREASE, level=True, has_baseline=False) is None
    True
    """
    if direction is Direction.MAINTAIN:
        return None
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
) -> list[Achievement]:
    """Compute the achievement of many figures at once.

    Parameters
    ----------
    actual, target, baseline, direction, method, band
        One a figure, all of the same length; `None` where there is none.

    Returns
    -------
    list[Achievement]

    Notes
    -----
    With actual A, target T and baseline B, ``target_ratio`` is A / T and ``baseline_adjusted``
    is (A - B) / (T - B). Both are monotone in each of A, T and B wherever they are defined on
    the whole box of bounds, so the bounds of the rate are the least and greatest of its values
    in the corners of that box: tighter than interval arithmetic, which forgets that B stands
    there twice. The inputs may stand in any corner at once: where they depend on each other,
    the bounds are wider than they need be.

    A / T reads backwards, the smaller the better, for a decrease and for a target below zero.

    References
    ----------
    .. [1] UNDP, performance methodology, IRRF impact: (actual - baseline) / (milestone -
       baseline). European Commission, SFC2014: cumulative value / target.
    """
    a, t, b = Bounds.of(actual), Bounds.of(target), Bounds.of(baseline)
    rate = Bounds.absent(len(actual))
    reasons: list[Reason | None] = [
        _missing(*each) for each in zip(actual, target, baseline, direction, method, strict=True)
    ]
    computable = np.array([reason is None for reason in reasons], dtype=np.bool_)
    for kind, kernel in KERNELS.items():
        mine = np.flatnonzero(
            computable & np.array([each is kind for each in method], dtype=np.bool_)
        )
        if len(mine) == 0:
            continue
        made, undefined = kernel(a.take(mine), t.take(mine), b.take(mine))
        rate.low[mine], rate.best[mine], rate.high[mine] = made.low, made.best, made.high
        for position in mine[undefined].tolist():
            reasons[position] = UNDEFINED[kind]
    return [
        Achievement(
            rate=each,
            method=kind,
            reason=reason,
            verdict=verdict(reached, wanted, way, inside),
            actual=reached,
            target=wanted,
            baseline=start,
            direction=way,
        )
        for each, kind, reason, reached, wanted, start, way, inside in zip(
            rate.quantities(),
            method,
            reasons,
            actual,
            target,
            baseline,
            direction,
            band,
            strict=True,
        )
    ]


def _missing(
    actual: Quantity | None,
    target: Quantity | None,
    baseline: Quantity | None,
    direction: Direction,
    method: Method | None,
) -> Reason | None:
    """Say which input is missing, before any arithmetic."""
    if target is None and direction is not Direction.MAINTAIN:
        return Reason.NO_TARGET
    if actual is None:
        return Reason.NOT_REPORTED
    if direction is Direction.MAINTAIN:
        return Reason.NO_RATE_FOR_BAND
    if method is None or (method is Method.BASELINE_ADJUSTED and baseline is None):
        return Reason.MISSING_BASELINE
    if method is Method.TARGET_RATIO and (direction is Direction.DECREASE or _is_negative(target)):
        return Reason.RATIO_READS_BACKWARDS
    return None


def _is_negative(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.high is not None and quantity.high < 0
