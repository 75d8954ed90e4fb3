"""Progress: what is reached so far, held against what should be by then."""

from collections.abc import Sequence
from datetime import date

from indh_me.model import Accumulation, Indicator, Method, Quantity, Target

from .achievement import Achievement, achievements
from .figure import Figure
from .method import baseline_of, method_of
from .trajectory import Expectation, expectations

__all__ = ["path_method", "progress_of"]

#: Methods that hold the actual against one value, or a band, which may as well be the expected one.
AGAINST_A_VALUE = frozenset(
    {
        Method.TARGET_RATIO,
        Method.BASELINE_ADJUSTED,
        Method.INVERSE_RATIO,
        Method.TWO_MINUS_RATIO,
        Method.BAND,
    }
)


def path_method(indicator: Indicator) -> Method | None:
    """Give the method by which progress is held against the expected value.

    Parameters
    ----------
    indicator
        What is measured.

    Returns
    -------
    Method | None
        The indicator's own if it compares with one value, else ``baseline_adjusted``; `None`
        where none applies.
    """
    method = method_of(indicator)
    if method is None or method in AGAINST_A_VALUE:
        return method
    return Method.BASELINE_ADJUSTED


def progress_of(
    indicators: Sequence[Indicator],
    targets: Sequence[Target | None],
    reached: Sequence[Figure],
    as_of: date,
) -> list[tuple[Expectation, Achievement | None]]:
    """Hold figures against what is expected on the last day that they reach to.

    Parameters
    ----------
    indicators
        What is measured.
    targets
        The target of each that is assessed, if any is set.
    reached
        What was reached of it.
    as_of
        The day. What nobody has reported yet is not taken for a shortfall: figures that end
        before it are held against what was expected by then.

    Returns
    -------
    list[tuple[Expectation, Achievement | None]]
        What was expected of each (on the as-of date where nothing is reported), and the
        achievement with the expected value in the place of the target; `None` for a target that
        is due, and where nothing is reported.

    Notes
    -----
    With actual A, expected value E and baseline B, the rate is A / E or (A - B) / (E - B), as the
    method has it with T. Of a flow, of which the share f of the target is expected by then, the
    share f * B of the baseline is.
    """
    days = [as_of if each.until is None else each.until for each in reached]
    expected = expectations(indicators, days, as_of)
    ahead = [
        row
        for row, (target, figure) in enumerate(zip(targets, reached, strict=True))
        if target is not None and figure.quantity is not None and not target.period.is_over(as_of)
    ]
    of = [indicators[row] for row in ahead]
    found = achievements(
        [reached[row].quantity for row in ahead],
        [expected[row].expected for row in ahead],
        [_baseline(indicators[row], expected[row].fraction) for row in ahead],
        [each.direction for each in of],
        [path_method(each) for each in of],
        [each.band for each in of],
    )
    progress = dict(zip(ahead, found, strict=True))
    return [(each, progress.get(row)) for row, each in enumerate(expected)]


def _baseline(indicator: Indicator, fraction: float | None) -> Quantity | None:
    whole = baseline_of(indicator)
    if whole is None or fraction is None or indicator.accumulation is not Accumulation.SUM:
        return whole
    return whole * fraction
