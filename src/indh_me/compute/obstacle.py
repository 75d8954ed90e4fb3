"""Obstacles: what keeps every actual from having a rate of achievement."""

from collections.abc import Sequence

from indh_me.model import Method, Quantity

from .achievement import Achievement, achievements
from .reason import Reason

__all__ = ["obstacles"]


def obstacles(plans: Sequence[Achievement]) -> list[Reason | None]:
    """Tell of each plan why it gives no rate, whatever the actual.

    Parameters
    ----------
    plans
        Method, direction, target, baseline, band and years to the target count; actuals do not.

    Returns
    -------
    list[Reason | None]
        `None` where some actual has a rate.

    Notes
    -----
    Each is tried with an actual that has a rate if any has: the band itself where one is to be
    kept, the baseline itself a year later where growth is measured, else 1.

    Examples
    --------
    >>> plans = [
    ...     Achievement.of(0, 20, direction="decrease", method="inverse_ratio"),
    ...     Achievement.of(None, 0, direction="decrease", method="two_minus_ratio"),
    ... ]
    >>> obstacles(plans)
    [None, <Reason.ZERO_TARGET: 'zero_target'>]
    """
    tried = achievements(
        [_trial(each) for each in plans],
        [each.target for each in plans],
        [each.baseline for each in plans],
        [each.direction for each in plans],
        [each.method for each in plans],
        [each.band for each in plans],
        # Nobody knows the years to the target where nobody knows when the baseline was measured.
        years=[None if each.target_years is None else 1.0 for each in plans],
        target_years=[each.target_years for each in plans],
    )
    # What is too large is so of the trial: a smaller actual has a rate.
    return [None if each.reason is Reason.TOO_LARGE else each.reason for each in tried]


def _trial(plan: Achievement) -> Quantity:
    known = plan.band if plan.method is Method.BAND else None
    if plan.method is Method.GROWTH_RATIO:
        known = plan.baseline
    return Quantity.exactly(1) if known is None else known
