"""Breaking an indicator's figures to date down by its dimensions."""

from collections.abc import Iterable, Sequence
from datetime import date

from indh_me.compute.strangers import refuse_strangers
from indh_me.errors import Fault, InvalidInputError, UnknownCodeError
from indh_me.model import Categories, Dimension, Framework, Indicator, Observations, Quantity

from .groups import Breakdown, Group, Remainder, unknown_categories
from .margins import Address, Margins, derive
from .parts import ADDITIVE, Part, combined, left_over
from .reported import reported_parts

__all__ = ["breakdown"]


def breakdown(
    framework: Framework,
    observations: Observations,
    code: str,
    *,
    as_of: date,
    by: str | Sequence[str] | None = None,
    sparse: bool = False,
) -> Breakdown:
    r"""Break the figures to date of an indicator down by its dimensions.

    Parameters
    ----------
    framework
        Has the indicator and its dimensions.
    observations
        What was reported, in any order. Those whose period is not over on the day, or that were
        collected later, do not count.
    code
        Code of the indicator.
    as_of
        The day.
    by
        Codes of the dimensions, all of the indicator's own by default. Figures that are broken
        down further are brought together.
    sparse
        Whether a category of which nothing was said is empty, as in a list of the places where
        anything happened. By default it is unknown: no figure is not zero.

    Returns
    -------
    Breakdown
        A figure for each group, reported or derived, and what is not disaggregated.

    Raises
    ------
    UnknownCodeError
        For an indicator, dimension or category that the framework does not have, be it asked for
        or named by an observation.
    InvalidInputError
        When a dimension is named twice.

    Notes
    -----
    Each group's figures are first accumulated over time, as the indicator says. What was
    reported of a group then stands. A group of which nothing was reported follows from the
    narrower ones within it, a commune's figures being part of its province's:

    - counts and amounts of money add up, bound by bound. With some category unknown, a count is
      known as *at least* the sum of the others, an amount is not known;
    - percentages and ratios pool numerators and denominators, 100 * sum N_i / sum D_i, and
      without all of them are not known;
    - scores and milestones do not follow from their categories, nor do figures in categories
      that overlap; levels (``latest``, ``mean``, ``peak``) add up where they are about the same
      periods.

    Where several dimensions lead to one group, its bounds are those that all of them allow.
    The *not disaggregated* remainder of a reported figure x with categories x_i is
    x - sum x_i, by interval arithmetic; below zero it is a fault.

    References
    ----------
    .. [1] R. E. Moore, R. B. Kearfott, M. J. Cloud, "Introduction to Interval Analysis",
       SIAM, 2009, chapter 2.

    Examples
    --------
    >>> trained = Indicator(
    ...     code="T-R1",
    ...     unit="count",
    ...     direction="increase",
    ...     accumulation="sum",
    ...     dimensions=["sex"],
    ... )
    >>> sex = Dimension.of("sex", "female", "male")
    >>> demo = Framework(code="DEMO", languages=["en"], dimensions=[sex], indicators=[trained])
    >>> women, men = Categories.of(sex="female"), Categories.of(sex="male")
    >>> table = Observations.from_columns(
    ...     ["T-R1", "T-R1"], ["2008", "2008"], [40, 50], categories=[women, men]
    ... )
    >>> made = breakdown(demo, table, "T-R1", as_of=date(2008, 12, 31))
    >>> [(str(each.categories), str(each.quantity)) for each in made.groups]
    [('', '90'), ('sex=female', '40'), ('sex=male', '50')]

    With a total reported, some of it is not disaggregated:

    >>> total = Observations.from_columns(["T-R1"], ["2008"], [100])
    >>> both = Observations.concatenate(table, total)
    >>> made = breakdown(demo, both, "T-R1", as_of=date(2008, 12, 31))
    >>> str(made.total.quantity), str(made.remainder("sex").quantity)
    ('100', '10')
    """
    indicator = framework.indicator(code)
    refuse_strangers(framework, observations)
    shown = _shown(framework, indicator, by)
    reported = reported_parts(observations, indicator, as_of)
    dimensions = (*shown, *_others(framework, reported, shown))

    def whole(parts: Sequence[Part], silent: int) -> Part:
        return combined(parts, silent, indicator.unit)

    margins = derive(reported, dimensions, whole, sparse=sparse)
    addresses = [each for each in margins.parts if set(each[len(shown) :]) <= {None}]
    names = [each.code for each in dimensions]
    called = {address: _categories(names, address) for address in addresses}
    return Breakdown(
        indicator=indicator,
        as_of=as_of,
        dimensions=shown,
        groups=tuple(_group(called[each], margins.parts[each]) for each in addresses),
        remainders=tuple(
            Remainder(categories=called[address], dimension=shown[place].code, quantity=quantity)
            for address in addresses
            for place in range(len(shown))
            if (quantity := _remainder(indicator, margins, address, place)) is not None
        ),
    )


def _shown(
    framework: Framework, indicator: Indicator, by: str | Sequence[str] | None
) -> tuple[Dimension, ...]:
    codes = indicator.dimensions if by is None else (by,) if isinstance(by, str) else tuple(by)
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        faults = (
            Fault(f"dimension '{code}' is named twice", "by", "name it once") for code in twice
        )
        raise InvalidInputError(*faults)
    return tuple(framework.dimension(each) for each in codes)


def _others(
    framework: Framework, reported: Iterable[Categories], shown: Iterable[Dimension]
) -> list[Dimension]:
    """Give the dimensions that figures are broken down by, but are not asked for."""
    known = {each.code: each for each in framework.dimensions}
    cells = sorted(reported)
    faults = [fault for cell in cells for fault in unknown_categories(cell, known)]
    if faults:
        raise UnknownCodeError(*faults)
    used = {name for cell in cells for name in cell.dimensions}
    return [known[name] for name in sorted(used - {each.code for each in shown})]


def _categories(names: Iterable[str], address: Address) -> Categories:
    pairs = zip(names, address, strict=True)
    return Categories({name: category for name, category in pairs if category is not None})


def _group(categories: Categories, part: Part) -> Group:
    return Group(
        categories=categories,
        quantity=part.quantity,
        reason=part.reason,
        derived=part.derived and part.quantity is not None,
    )


def _remainder(
    indicator: Indicator, margins: Margins, address: Address, place: int
) -> Quantity | None:
    """Take the categories along one place from a reported figure; `None` where they do not add."""
    whole = margins.parts[address]
    overlapping = margins.hierarchies[place].dimension.overlapping
    if whole.quantity is None or whole.derived or overlapping:
        return None
    if indicator.unit.kind not in ADDITIVE:
        return None
    inside = [margins.parts[each] for each in margins.inside.get((address, place), ())]
    known = [each.quantity for each in inside if each.quantity is not None]
    dated = {each.basis for each in inside if each.quantity is not None}
    return left_over(whole.quantity, known) if dated == {whole.basis} else None
