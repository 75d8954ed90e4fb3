"""A breakdown: one indicator's figures to date, group by group."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

from attrs import frozen

from indh_me.compute.reason import Reason
from indh_me.errors import Fault, UnknownCodeError, key_path, nearest, quoted
from indh_me.model import TOTAL, Categories, Dimension, Indicator, Quantity
from indh_me.model.quantity import format_number
from indh_me.notebook import ShownInNotebook

from .group_reason import GroupReason, Why
from .parts import differ

__all__ = ["Breakdown", "Group", "Remainder", "unknown_categories"]


@frozen(kw_only=True)
class Group:
    """The figure to date of one group, or why there is none.

    Parameters
    ----------
    categories
        The group.
    quantity
        In the indicator's unit.
    reason
        Why there is none.
    derived
        Whether it follows from other groups and was not itself reported.

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
    >>> [(str(each.categories), str(each.quantity), each.derived) for each in made.groups]
    [('', '50', False), ('sex=female', '40', False), ('sex=male', '3', False)]
    """

    categories: Categories
    quantity: Quantity | None
    reason: Why | None
    derived: bool


@frozen(kw_only=True)
class Remainder:
    """What is *not disaggregated*: the part of a group that no category accounts for.

    Parameters
    ----------
    categories
        The group, whose figure was reported.
    dimension
        Code of the dimension whose categories were taken from it.
    quantity
        The group's figure minus those of its categories, in the indicator's unit.

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
    >>> str(made.remainder("sex").quantity)
    '7'
    """

    categories: Categories
    dimension: str
    quantity: Quantity

    @property
    def reason(self) -> GroupReason | None:
        """What is wrong with it: the categories come to more than the group; `None` if they do not.

        Examples
        --------
        >>> short = Remainder(categories=TOTAL, dimension="sex", quantity=Quantity.exactly(-3))
        >>> short.reason.value
        'categories_exceed_total'
        """
        high = self.quantity.high
        if high is None or high >= 0 or not differ(high, 0):
            return None
        return GroupReason.CATEGORIES_EXCEED_TOTAL


@frozen(kw_only=True, slots=False)
class Breakdown(ShownInNotebook):
    """One indicator's figures to date, in every group of which anything is known.

    Parameters
    ----------
    indicator
        Whose figures they are.
    as_of
        The day.
    dimensions
        What it is broken down by, in the order asked for.
    groups
        The total first, then in the order of the categories.
    remainders
        What is not disaggregated, in the order of the groups, then of the dimensions.

    Examples
    --------
    >>> from indh_me.compute.disaggregation import breakdown
    >>> from indh_me.model import Framework, Observations
    >>> trained = Indicator(code="A", unit="count", direction="increase", accumulation="sum")
    >>> sex = Dimension.of("sex", "female", "male")
    >>> demo = Framework(code="DEMO", languages=["en"], dimensions=[sex], indicators=[trained])
    >>> cells = [TOTAL, Categories.of(sex="female"), Categories.of(sex="male")]
    >>> table = Observations.from_columns(["A"] * 3, ["2008"] * 3, [80, 40, 50], categories=cells)
    >>> made = breakdown(demo, table, "A", as_of=date(2008, 12, 31), by="sex")
    >>> [str(group.quantity) for group in made.margin("sex")]
    ['40', '50']
    >>> str(made[Categories.of(sex="male")].quantity), str(made.total.quantity)
    ('50', '80')
    >>> str(made.remainder("sex").quantity), made.remainder("sex").reason.value
    ('-10', 'categories_exceed_total')
    >>> print(made.faults[0])
    the categories of 'sex' come to 10 more than the total
      where: observations.A
      mend:  correct the total or its categories
    >>> made.to_columns()["best"]
    [80.0, 40.0, 50.0]
    """

    indicator: Indicator
    as_of: date
    dimensions: tuple[Dimension, ...]
    groups: tuple[Group, ...]
    remainders: tuple[Remainder, ...]

    @cached_property
    def _by_categories(self) -> Mapping[Categories, Group]:
        return {each.categories: each for each in self.groups}

    def __getitem__(self, categories: Categories) -> Group:
        """Give a group; one of which nothing is known is *not reported*.

        Raises `UnknownCodeError` for a dimension or category that it is not broken down by.
        """
        found = self._by_categories.get(categories)
        if found is not None:
            return found
        faults = unknown_categories(categories, {each.code: each for each in self.dimensions})
        if faults:
            raise UnknownCodeError(*faults)
        return Group(
            categories=categories, quantity=None, reason=Reason.NOT_REPORTED, derived=False
        )

    @property
    def total(self) -> Group:
        """The figure of all groups together."""
        return self[TOTAL]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What contradicts itself in the figures reported.

        Returns
        -------
        tuple[Fault, ...]
            One for each group whose categories come to more than its own figure, and for each
            to which its dimensions lead on ways that do not agree.
        """
        over = [_excess(self, each) for each in self.remainders if each.reason is not None]
        return (*over, *(_dispute(self, each) for each in self.groups if _is_disputed(each)))

    def margin(self, *dimensions: str) -> tuple[Group, ...]:
        """Give the groups that are broken down by these dimensions, and by no other.

        Parameters
        ----------
        dimensions
            Codes; none gives the total alone.
        """
        wanted = tuple(sorted(dimensions))
        return tuple(each for each in self.groups if each.categories.dimensions == wanted)

    def remainder(self, dimension: str, categories: Categories = TOTAL) -> Remainder | None:
        """Find what no category of a dimension accounts for, or `None` where that is not known.

        Parameters
        ----------
        dimension
            Its code.
        categories
            The group that its categories divide.
        """
        for each in self.remainders:
            if (each.dimension, each.categories) == (dimension, categories):
                return each
        return None

    def to_columns(self) -> dict[str, list[Any]]:
        """Give categories and figures by column, for any dataframe library.

        Returns
        -------
        dict[str, list]
            One value a group; `None` for all categories of a dimension, and where there is no
            figure. Figures are in the indicator's unit.
        """
        columns: dict[str, list[Any]] = {
            each.code: [group.categories.get(each.code) for group in self.groups]
            for each in self.dimensions
        }
        for part in ("low", "best", "high"):
            columns[part] = [
                None if each.quantity is None else getattr(each.quantity, part)
                for each in self.groups
            ]
        columns["reason"] = [
            None if each.reason is None else each.reason.value for each in self.groups
        ]
        columns["derived"] = [each.derived for each in self.groups]
        return columns


def unknown_categories(categories: Categories, known: Mapping[str, Dimension]) -> list[Fault]:
    """Find the dimensions and categories of a group that do not exist."""
    faults = []
    for name, category in categories.pairs:
        place = key_path("observations", str(categories))
        if name not in known:
            faults.append(Fault(f"unknown dimension {quoted(name)}", place, nearest(name, known)))
        elif known[name].category(category) is None:
            what = f"unknown category {quoted(category)} of dimension {quoted(name)}"
            faults.append(Fault(what, place, nearest(category, known[name].codes)))
    return faults


def _excess(breakdown: Breakdown, remainder: Remainder) -> Fault:
    high = 0.0 if remainder.quantity.high is None else -remainder.quantity.high
    least = "" if remainder.quantity.is_exact else "at least "
    what = (
        f"the categories of {quoted(remainder.dimension)} come to {least}"
        f"{format_number(high)} more than {_called(remainder.categories)}"
    )
    where = key_path("observations", breakdown.indicator.code)
    return Fault(what, where, "correct the total or its categories")


def _dispute(breakdown: Breakdown, group: Group) -> Fault:
    names = " and ".join(quoted(each.code) for each in breakdown.dimensions)
    what = f"the categories of {names} come to different figures for {_called(group.categories)}"
    where = key_path("observations", breakdown.indicator.code)
    return Fault(what, where, "correct the categories, or report the figure itself")


def _is_disputed(group: Group) -> bool:
    return group.reason is GroupReason.CATEGORIES_DISAGREE


def _called(categories: Categories) -> str:
    return "the total" if categories.is_total else f"that of '{categories}'"
