"""Growth: the Open SDG classes of observed against required compound annual growth."""

import math

from indh_me.errors import Fault, InvalidInputError
from indh_me.model import Direction, Quantity
from indh_me.model._fields import finite, word_of
from indh_me.model.quantity import to_quantity

from .banding import Banding, NoBand, placed
from .growth import compound_growth
from .presets import Preset, preset
from .verdict import Verdict, verdict

__all__ = ["near_limit", "open_sdg"]

#: Exponent with which the thresholds shrink near a natural limit, as Open SDG publishes it.
NEARNESS = 4.44


def near_limit(base: float, limit: float) -> float:
    """Give the factor by which thresholds shrink when a value starts near its natural limit.

    Parameters
    ----------
    base
        Value in the base year.
    limit
        The most (or least) that there can be, such as 100 percent.

    Returns
    -------
    float
        C, 0 to 1.

    Notes
    -----
    With b and l the base value and the limit, both without sign: C = 1 for b >= 2 l, else
    1 - (b / l)^4.44 for b <= l, and 1 - ((2 l - b) / l)^4.44 between.

    References
    ----------
    .. [1] Open SDG, "Progress Measurement Methodology for the Sustainable Development Goals",
       scaling factor C.

    Examples
    --------
    >>> near_limit(100, 100), near_limit(0, 100), near_limit(200, 100)
    (0.0, 1.0, 1.0)
    """
    start, end = abs(base), abs(limit)
    if start >= 2 * end:
        return 1.0
    share = min(start, 2 * end - start) / end
    return 1.0 - math.pow(share, NEARNESS)


def open_sdg(
    actual: Quantity | float | None,
    base: float,
    *,
    years: float,
    direction: Direction | str,
    target: float | None = None,
    target_years: float | None = None,
    limit: float | None = None,
) -> Banding:
    r"""Give the Open SDG progress class of a figure, with a target or without.

    Parameters
    ----------
    actual
        The latest figure, in the indicator's unit; `None` when there is none.
    base
        Figure of the base year.
    years
        Years from the base year to the latest figure.
    direction
        ``increase`` or ``decrease``.
    target, target_years
        The target, and years from the base year to it: both, or neither.
    limit
        Without a target: the natural limit in the wanted direction, such as 100 percent.

    Returns
    -------
    Banding
        Of preset ``open_sdg`` with a target, else of ``open_sdg_no_target``. Its figure is the
        ratio R, or the growth.

    Raises
    ------
    InvalidInputError
        For a target without its years, a limit beside a target, years that are not above zero,
        a direction of ``maintain``, and what is no number.

    Notes
    -----
    With g(y, n) = (y / y_0)^(1 / n) - 1 the annual growth from the base value y_0 to y in n
    years, d = 1 for an increase and -1 for a decrease, and s the sign of y_0:

    - with a target y_T: R = d s g(y, n) / \|g(y_T, n_T)\|. A target that is met is achieved;
      R >= 0.95 is on track, R >= 0.6 needs acceleration, R >= 0 is limited progress, R < 0 is
      deterioration;
    - without: d s g(y, n) against 0.015 C, 0.005 C and 0, C from `near_limit` (1 without limit).

    Where the published rule puts 0.001 for a base value or target of zero, this gives no class
    and says why: the class would hang on the number put in. The same holds for a sign change, a
    target that equals the base value, and less than a year to the figure or the target. Of an
    actual figure known within bounds, the target is achieved when all of it is.

    References
    ----------
    .. [1] Open SDG, "Progress Measurement Methodology for the Sustainable Development Goals"
       (Statistics Canada), and sdg-build, sdg/ProgressMeasure.py. Inspired by Eurostat.

    Examples
    --------
    >>> open_sdg(64, 60, years=5, direction="increase", target=80, target_years=10).code
    'limited_progress'
    >>> open_sdg(30, 40, years=5, direction="decrease", target=20, target_years=10).code
    'acceleration_needed'
    >>> open_sdg(3, 0, years=5, direction="increase").reason.value
    'zero_base'
    """
    way = word_of(Direction, direction, "direction")
    _refuse(way, target, target_years, limit)
    start, span = finite(base), _years(years, "years")
    rule = preset("open_sdg_no_target" if target is None else "open_sdg")
    if actual is None:
        return _none(rule, NoBand.NO_FIGURE)
    reached = to_quantity(actual)
    if target is None or target_years is None:
        reason = _undefined(reached, start, span, None)
        if reason is not None:
            return _none(rule, reason)
        factor = 1.0 if limit is None else near_limit(start, finite(limit))
        return placed(rule, _progress(reached, start, span, way), scale=factor)
    aim, horizon = finite(target), _years(target_years, "target_years")
    if verdict(reached, Quantity.exactly(aim), way) is Verdict.MET:
        return Banding(preset=rule, band=rule.met, figure=None, reason=None)
    reason = _undefined(reached, start, min(span, horizon), aim)
    if reason is not None:
        return _none(rule, reason)
    required = abs(compound_growth(aim, start, horizon).item())
    return placed(rule, _progress(reached, start, span, way) / required)


def _refuse(
    way: Direction, target: float | None, target_years: float | None, limit: float | None
) -> None:
    faults = []
    if way is Direction.MAINTAIN:
        mend = "growth is for an increase or a decrease"
        faults.append(Fault("direction 'maintain' asks for no growth", "direction", mend))
    if (target is None) != (target_years is None):
        mend = "give target and target_years, or neither"
        faults.append(Fault("half a target", "target", mend))
    if target is not None and limit is not None:
        mend = "leave out the limit: it is for figures without a target"
        faults.append(Fault("a limit beside a target", "limit", mend))
    if faults:
        raise InvalidInputError(*faults)


def _years(years: float, name: str) -> float:
    span = finite(years)
    if span <= 0:
        raise InvalidInputError(
            Fault(f"'{span}' years", name, "count them from the base year; they are above zero")
        )
    return span


def _none(rule: Preset, reason: NoBand) -> Banding:
    return Banding(preset=rule, band=None, figure=None, reason=reason)


def _undefined(reached: Quantity, base: float, years: float, target: float | None) -> NoBand | None:
    """Say why there is no growth to speak of."""
    if base == 0:
        return NoBand.ZERO_BASE
    if target == 0:
        return NoBand.ZERO_TARGET
    figures = (reached.low, reached.best, reached.high, target)
    known = [base, *(each for each in figures if each is not None)]
    if min(known) < 0 < max(known):
        return NoBand.SIGN_CHANGE
    if target == base:
        return NoBand.NO_GROWTH_REQUIRED
    return NoBand.UNDER_ONE_YEAR if years < 1 else None


def _progress(reached: Quantity, base: float, years: float, way: Direction) -> Quantity:
    """Give the growth in the wanted direction, bound by bound."""

    def grown(value: float | None) -> float | None:
        return None if value is None else compound_growth(value, base, years).item()

    # Below zero, a growing magnitude is a falling figure.
    low, high = (reached.low, reached.high) if base > 0 else (reached.high, reached.low)
    growth = Quantity(grown(reached.best), grown(low), grown(high))
    return growth if (way is Direction.INCREASE) == (base > 0) else -growth
