"""A publication: what of a breakdown may be shown."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cached_property

from attrs import frozen

from indh_me.errors import Fault, UnknownCodeError, nearest, quoted
from indh_me.model import Categories, Dimension, Indicator, Quantity
from indh_me.notebook import ShownInNotebook

from .group_reason import Why

__all__ = ["Disclosure", "Publication", "PublishedGroup", "PublishedRemainder"]


class Disclosure(Enum):
    """What a reader of the publication sees of a figure.

    Examples
    --------
    >>> Disclosure("suppressed") is Disclosure.SUPPRESSED
    True
    """

    SHOWN = "shown"
    #: There is a figure, and it is withheld.
    SUPPRESSED = "suppressed"
    #: There is no figure.
    ABSENT = "absent"


@frozen(kw_only=True)
class PublishedGroup:
    """One group, as it may be published.

    Parameters
    ----------
    categories
        The group.
    disclosure
        Whether its figure is shown, withheld, or absent.
    quantity
        In the indicator's unit; `None` unless shown.
    reason
        Why it is absent; `None` otherwise. Why a figure is withheld is not said, as that would
        tell how small it is.

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
    >>> group = me.suppress(made, below=5).groups[-1]
    >>> str(group.categories), group.disclosure.value, group.quantity
    ('sex=male', 'suppressed', None)
    """

    categories: Categories
    disclosure: Disclosure
    quantity: Quantity | None
    reason: Why | None


@frozen(kw_only=True)
class PublishedRemainder:
    """What is *not disaggregated*, as it may be published.

    Parameters
    ----------
    categories
        The group.
    dimension
        Code of the dimension that divides it.
    disclosure
        Whether it is shown or withheld.
    quantity
        In the indicator's unit; `None` unless shown.

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
    >>> [(each.dimension, each.disclosure.value) for each in me.suppress(made, below=5).remainders]
    [('sex', 'suppressed')]
    """

    categories: Categories
    dimension: str
    disclosure: Disclosure
    quantity: Quantity | None


@frozen(kw_only=True, slots=False)
class Publication(ShownInNotebook):
    """A breakdown without what would tell of a few persons. It holds no withheld figure.

    Parameters
    ----------
    indicator
        Whose figures they are.
    as_of
        The day.
    dimensions
        What it is broken down by.
    below
        Counts above zero and below this are withheld.
    groups, remainders
        In the order of the breakdown.

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
    >>> shown = me.suppress(made, below=5)
    >>> [(str(each.categories), each.disclosure.value) for each in shown.groups]
    [('', 'shown'), ('sex=female', 'shown'), ('sex=male', 'suppressed')]
    >>> [str(categories) for categories in shown.suppressed]
    ['sex=male']
    """

    indicator: Indicator
    as_of: date
    dimensions: tuple[Dimension, ...]
    below: float
    groups: tuple[PublishedGroup, ...]
    remainders: tuple[PublishedRemainder, ...]

    @cached_property
    def _by_categories(self) -> Mapping[Categories, PublishedGroup]:
        return {each.categories: each for each in self.groups}

    def __getitem__(self, categories: Categories) -> PublishedGroup:
        """Give a group; raises `UnknownCodeError` for one that the breakdown does not have."""
        if categories not in self._by_categories:
            known = [str(each.categories) for each in self.groups]
            what = f"no group {quoted(str(categories))}"
            raise UnknownCodeError(Fault(what, mend=nearest(str(categories), known)))
        return self._by_categories[categories]

    @property
    def suppressed(self) -> tuple[Categories, ...]:
        """The groups whose figures are withheld."""
        return tuple(
            each.categories for each in self.groups if each.disclosure is Disclosure.SUPPRESSED
        )
