"""Achievement: how far a figure has come towards its target."""

import math
from collections.abc import Callable
from enum import Enum
from itertools import product

import numpy as np
import numpy.typing as npt
from attrs import frozen

from indh_me.model import Accumulation, Direction, Method, Quantity

from .bounds import Bounds, Floats
from .reason import Reason

__all__ = ["Achievement", "Verdict", "achievements", "default_method", "verdict"]

#: Accumulations whose figures are levels: they start from a baseline, not from zero.
LEVELS = frozenset(
    {Accumulation.LATEST, Accumulation.MEAN, Accumulation.RATIO, Accumulation.PEAK}
)


class Verdict(Enum):
    """Whether a target is met."""

    MET = "met"
    NOT_MET = "not_met"
    #: The bounds of the figure lie on both sides of the target.
    CANNOT_TELL = "cannot_tell"


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

        Raises
        ------
        InvalidInputError
            For NaN or infinite figures.
        """
        way = Direction(direction)
        start = None if baseline is None else _quantity(baseline)
        chosen = default_method(way, level=level, has_baseline=start is not None)
        if method is not None:
            chosen = Method(method)
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
        ``baseline_adjusted`` for a level with a baseline, else ``target_ratio`` for an increase.
        `None` to stay inside a band, or for a decrease without baseline.

    Examples
    --------
    >>> default_method(Direction.DECREASE, level=True, has_baseline=False) is None
    True
    """
    if direction is Direction.MAINTAIN:
        return None
    if level and has_baseline:
        return Method.BASELINE_ADJUSTED
    return Method.TARGET_RATIO if direction is Direction.INCREASE else None


def achievements(
    actual: list[Quantity | None],
    target: list[Quantity | None],
    baseline: list[Quantity | None],
    direction: list[Direction],
    method: list[Method | None],
    band: list[Quantity | None],
) -> list[Achievement]:
    r"""Compute the achievement of many figures at once.

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
    there twice.

    References
    ----------
    .. [1] UNDP, performance methodology, IRRF impact: (actual - baseline) / (milestone -
       baseline). European Commission, SFC2014: cumulative value / target.
    """
    a, t, b = Bounds.of(actual), Bounds.of(target), Bounds.of(baseline)
    rate = Bounds.absent(len(actual))
    reasons: list[Reason | None] = [
        _missing(*each)
        for each in zip(actual, target, baseline, direction, method, strict=True)
    ]
    computable = np.array([reason is None for reason in reasons], dtype=np.bool_)
    for kind, kernel in KERNELS.items():
        mine = np.flatnonzero(computable & np.array([each is kind for each in method]))
        if len(mine) == 0:
            continue
        made, undefined = kernel(a.take(mine), t.take(mine), b.take(mine))
        for low, part in zip(
            (rate.low, rate.best, rate.high), (made.low, made.best, made.high), strict=True
        ):
            low[mine] = part
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
            rate.quantities(), method, reasons, actual, target, baseline, direction, band, strict=True
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
    if method is Method.TARGET_RATIO and direction is Direction.DECREASE:
        return Reason.RATIO_READS_BACKWARDS
    return None


Kernel = Callable[[Bounds, Bounds, Bounds], tuple[Bounds, npt.NDArray[np.bool_]]]


def _target_ratio(a: Bounds, t: Bounds, _b: Bounds) -> tuple[Bounds, npt.NDArray[np.bool_]]:
    undefined = (t.low <= 0) & (t.high >= 0)
    corners = [x / y for x, y in _corners((a.low, a.high), (t.low, t.high))]
    return _hull(corners, a.best / t.best, undefined), undefined


def _baseline_adjusted(a: Bounds, t: Bounds, b: Bounds) -> tuple[Bounds, npt.NDArray[np.bool_]]:
    undefined = (t.low <= b.high) & (t.high >= b.low)
    corners = [
        (x - z) / (y - z)
        for x, y, z in _corners((a.low, a.high), (t.low, t.high), (b.low, b.high))
    ]
    return _hull(corners, (a.best - b.best) / (t.best - b.best), undefined), undefined


def _corners(*sides: tuple[Floats, Floats]) -> "product[tuple[Floats, ...]]":
    return product(*sides)


def _hull(corners: list[Floats], best: Floats, undefined: npt.NDArray[np.bool_]) -> Bounds:
    """Take the least and greatest corner; one that is no number leaves no bound."""
    low = np.min([np.where(np.isnan(each), -math.inf, each) for each in corners], axis=0)
    high = np.max([np.where(np.isnan(each), math.inf, each) for each in corners], axis=0)
    best = np.where(np.isfinite(best), np.clip(best, low, high), np.nan)
    return Bounds(low, best, high).where(~undefined)


def _quiet(kernel: Kernel) -> Kernel:
    """Compute undefined places too, without a word: they are taken out afterwards."""

    def compute(a: Bounds, t: Bounds, b: Bounds) -> tuple[Bounds, npt.NDArray[np.bool_]]:
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            return kernel(a, t, b)

    return compute


KERNELS: dict[Method, Kernel] = {
    Method.TARGET_RATIO: _quiet(_target_ratio),
    Method.BASELINE_ADJUSTED: _quiet(_baseline_adjusted),
}
UNDEFINED = {
    Method.TARGET_RATIO: Reason.ZERO_TARGET,
    Method.BASELINE_ADJUSTED: Reason.TARGET_EQUALS_BASELINE,
}


def verdict(
    actual: Quantity | None,
    target: Quantity | None,
    direction: Direction,
    band: Quantity | None = None,
) -> Verdict | None:
    """Tell whether a target is met.

    Parameters
    ----------
    actual, target
        In one unit; `None` where there is none.
    direction
        Which way is better.
    band
        For ``maintain``: the range to stay in, both ends included.

    Returns
    -------
    Verdict | None
        `None` when there is nothing to compare.

    Examples
    --------
    >>> verdict(Quantity.at_least(18_000), Quantity.exactly(20_000), Direction.INCREASE)
    <Verdict.CANNOT_TELL: 'cannot_tell'>
    """
    if actual is None:
        return None
    low, high = _ends(actual)
    if direction is Direction.MAINTAIN:
        if band is None:
            return None
        least, most = _ends(band)
        if least <= low and high <= most:
            return Verdict.MET
        return Verdict.NOT_MET if high < least or low > most else Verdict.CANNOT_TELL
    if target is None:
        return None
    least, most = _ends(target)
    if direction is Direction.DECREASE:
        low, high, least, most = -high, -low, -most, -least
    if low >= most:
        return Verdict.MET
    return Verdict.NOT_MET if high < least else Verdict.CANNOT_TELL


def _ends(quantity: Quantity) -> tuple[float, float]:
    return (
        -math.inf if quantity.low is None else quantity.low,
        math.inf if quantity.high is None else quantity.high,
    )
