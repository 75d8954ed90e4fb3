"""Equity: how the figure of one group compares with that of another."""

from attrs import frozen

from indh_me.compute.verdict import Verdict, verdict
from indh_me.errors import Fault, InvalidInputError, quoted
from indh_me.model import TOTAL, Categories, Direction, Quantity
from indh_me.model.quantity import to_quantity

from .group_reason import GroupReason, Why
from .groups import Breakdown, Group

__all__ = ["Equity", "equity"]


@frozen(kw_only=True)
class Equity:
    """The ratio of the figures of two groups.

    Parameters
    ----------
    dimension
        Code of the dimension that tells them apart.
    one, other
        What is compared, and with what.
    ratio
        The one's figure for each unit of the other's, without unit; `None` when undefined.
    reason
        Why it is undefined.
    target
        The ratio that it is held against, if any.
    verdict
        Whether that is met; `None` without a target or a ratio.

    Examples
    --------
    >>> import indh_me as me
    >>> from datetime import date
    >>> trained = me.Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    >>> sex = me.Dimension.of("sex", "female", "male")
    >>> demo = me.Framework(code="DEMO", languages=["en"], dimensions=[sex], indicators=[trained])
    >>> groups = [me.Categories.of(sex="female"), me.Categories.of(sex="male"), me.TOTAL]
    >>> table = me.Observations.from_columns(
    ...     ["A"] * 3, ["2008"] * 3, [40, 3, 50], categories=groups
    ... )
    >>> made = me.breakdown(demo, table, "A", as_of=date(2008, 12, 31), by="sex")
    >>> str(me.equity(made, "sex", "male", "female").ratio)
    '0.075'
    """

    dimension: str
    one: Group
    other: Group
    ratio: Quantity | None
    reason: Why | None
    target: Quantity | None
    verdict: Verdict | None


def equity(
    breakdown: Breakdown,
    dimension: str,
    one: str,
    other: str,
    *,
    within: Categories = TOTAL,
    target: Quantity | float | None = None,
    direction: Direction = Direction.INCREASE,
) -> Equity:
    r"""Compare the figures of two groups.

    Parameters
    ----------
    breakdown
        Has the figures.
    dimension
        Code of the dimension that tells the groups apart.
    one, other
        Codes of its categories: what is compared, and with what.
    within
        The group inside which they are compared, such as one place; by default all.
    target
        The ratio to reach, such as 0.97, or with ``maintain`` the band to stay in, such as
        ``Quantity.between(0.97, 1.03)``.
    direction
        Which way the ratio should go.

    Returns
    -------
    Equity

    Raises
    ------
    UnknownCodeError
        For a dimension or category that the figures are not broken down by.
    InvalidInputError
        When ``within`` says already which category of the dimension is meant.

    Notes
    -----
    The ratio is A / B with A the figure of the one group and B that of the other, by interval
    arithmetic. It is undefined when either is, and when B is or may be zero and nothing is
    known of A / B (``zero_comparison``). With a target it is met, not met, or one cannot tell,
    as the bounds of the ratio lie on one side of the target or on both. The gender parity
    index of UNESCO [1]_ is such a ratio, with the band 0.97 to 1.03 for parity.

    References
    ----------
    .. [1] UNESCO Institute for Statistics, glossary, "Gender parity index (GPI)".

    Examples
    --------
    >>> from datetime import date
    >>> from indh_me.compute.disaggregation import breakdown
    >>> from indh_me.model import Dimension, Framework, Indicator, Observations
    >>> trained = Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    >>> sex = Dimension.of("sex", "female", "male")
    >>> demo = Framework(code="DEMO", languages=["en"], dimensions=[sex], indicators=[trained])
    >>> table = Observations.from_columns(
    ...     ["A", "A"],
    ...     ["2008", "2008"],
    ...     [40, 50],
    ...     categories=[Categories.of(sex="female"), Categories.of(sex="male")],
    ... )
    >>> made = breakdown(demo, table, "A", as_of=date(2008, 12, 31), by="sex")
    >>> compared = equity(made, "sex", "female", "male", target=0.9)
    >>> str(compared.ratio), compared.verdict.value
    ('0.8', 'not_met')
    """
    if within.get(dimension) is not None:
        what = f"groups of {quoted(dimension)} within '{within}'"
        raise InvalidInputError(Fault(what, "within", f"leave {quoted(dimension)} out of it"))
    first, second = (
        breakdown[Categories([*within.pairs, (dimension, each)])] for each in (one, other)
    )
    ratio, reason = _ratio(first, second)
    wanted = None if target is None else to_quantity(target)
    return Equity(
        dimension=dimension,
        one=first,
        other=second,
        ratio=ratio,
        reason=reason,
        target=wanted,
        verdict=verdict(ratio, wanted, direction, wanted),
    )


def _ratio(one: Group, other: Group) -> tuple[Quantity | None, Why | None]:
    if one.quantity is None or other.quantity is None:
        return None, one.reason if one.quantity is None else other.reason
    if other.quantity.is_exact and other.quantity.best == 0:
        return None, GroupReason.ZERO_COMPARISON
    ratio = one.quantity / other.quantity
    if ratio == Quantity():
        return None, GroupReason.ZERO_COMPARISON
    return ratio, None
