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
