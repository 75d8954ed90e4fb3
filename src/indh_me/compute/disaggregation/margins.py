"""Margins: the figures of wider groups that follow from those of narrower ones."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

from attrs import field, frozen

from indh_me.compute.reason import Reason
from indh_me.model import Categories, Dimension

from .group_reason import GroupReason
from .parts import Part, agreed

__all__ = ["Address", "Hierarchy", "Margins", "derive"]

#: A category, or `None` for all, of each of some dimensions.
Address = tuple[str | None, ...]
#: What makes a whole of parts, and of the number of those of which nothing was said.
Combine = Callable[[Sequence[Part], int], Part]


@frozen(eq=False)
class Hierarchy:
    """The categories of a dimension under one root, `None`, that stands for all of them.

    Parameters
    ----------
    dimension
        Whose categories they are.

    Examples
    --------
    >>> sex = Hierarchy(Dimension.of("sex", "female", "male"))
    >>> sex.path("male"), sex.size(None), sex.rank("male")
    (('male', None), 2, 2)
    """

    dimension: Dimension
    _parents: Mapping[str, str | None] = field(init=False)
    _ranks: Mapping[str | None, int] = field(init=False)
    _sizes: Mapping[str | None, int] = field(init=False)

    @_parents.default
    def _find_parents(self) -> Mapping[str, str | None]:
        return {each.code: each.parent for each in self.dimension.categories}

    @_ranks.default
    def _find_ranks(self) -> Mapping[str | None, int]:
        return {code: rank for rank, code in enumerate((None, *self.dimension.codes))}

    @_sizes.default
    def _find_sizes(self) -> Mapping[str | None, int]:
        sizes: dict[str | None, int] = {}
        for parent in self._parents.values():
            sizes[parent] = sizes.get(parent, 0) + 1
        return sizes

    def path(self, category: str | None) -> tuple[str | None, ...]:
        """Give a category and everything that it is part of, the root last."""
        path: list[str | None] = []
        while category is not None:
            path.append(category)
            category = self._parents[category]
        return (*path, None)

    def size(self, category: str | None) -> int:
        """Count the categories directly inside one."""
        return self._sizes.get(category, 0)

    def rank(self, category: str | None) -> int:
        """Give the place of a category in its dimension, 0 for the root."""
        return self._ranks[category]


@frozen(eq=False)
class Margins:
    """The figures of all groups that contain one of which something was said.

    Parameters
    ----------
    hierarchies
        What the places of an address are categories of.
    parts
        Figures by address: that of all first, then in the order of the categories.
    inside
        For each address and place, the addresses directly inside along that place.
    """

    hierarchies: tuple[Hierarchy, ...]
    parts: Mapping[Address, Part]
    inside: Mapping[tuple[Address, int], Sequence[Address]]


def derive(
    reported: Mapping[Categories, Part],
    dimensions: Sequence[Dimension],
    combine: Combine,
    *,
    sparse: bool = False,
) -> Margins:
    """Work out the figures of wider groups, level by level from the narrowest.

    Parameters
    ----------
    reported
        What was reported, by group; of these dimensions only.
    dimensions
        All of them, in the order of the places of an address.
    combine
        What makes a whole of its parts.
    sparse
        Whether a category of which nothing was said is empty instead of unknown.

    Returns
    -------
    Margins
        A reported figure stands as it is; the others follow from the groups inside them along
        each dimension, and must agree. An overlapping dimension leads to none.

    Examples
    --------
    >>> from indh_me.model import Quantity, Unit
    >>> from indh_me.compute.disaggregation.parts import combined
    >>> sex = Dimension.of("sex", "female", "male")
    >>> women, men = (Categories.of(sex=each) for each in sex.codes)
    >>> seen = {women: Part(quantity=Quantity.exactly(4)), men: Part(quantity=Quantity.exactly(5))}
    >>> made = derive(seen, [sex], lambda parts, silent: combined(parts, silent, Unit.count()))
    >>> str(made.parts[None,].quantity)
    '9'
    """
    hierarchies = tuple(Hierarchy(each) for each in dimensions)
    given = {
        tuple(cell.get(each.code) for each in dimensions): part for cell, part in reported.items()
    }
    addresses = _enclosing(given, hierarchies)
    inside: dict[tuple[Address, int], list[Address]] = {}
    for address in addresses:
        for place, hierarchy in enumerate(hierarchies):
            if address[place] is not None:
                around = hierarchy.path(address[place])[1]
                outer = (*address[:place], around, *address[place + 1 :])
                inside.setdefault((outer, place), []).append(address)

    found: dict[Address, Part] = {}

    def along(address: Address, place: int) -> Part:
        hierarchy = hierarchies[place]
        if hierarchy.dimension.overlapping:
            return Part(reason=GroupReason.OVERLAPPING_CATEGORIES)
        inner = inside[address, place]
        silent = 0 if sparse else hierarchy.size(address[place]) - len(inner)
        return combine([found[each] for each in inner], silent)

    def depth(address: Address) -> int:
        pairs = zip(hierarchies, address, strict=True)
        return sum(len(hierarchy.path(category)) for hierarchy, category in pairs)

    for address in sorted(addresses, key=depth, reverse=True):
        stated = given.get(address)
        places = [place for place in range(len(hierarchies)) if (address, place) in inside]
        if stated is not None and (stated.reason is not Reason.NOT_REPORTED or not places):
            found[address] = stated
        elif places:
            found[address] = agreed([along(address, place) for place in places])
        else:
            found[address] = Part(reason=Reason.NOT_REPORTED)
    return Margins(hierarchies, {each: found[each] for each in addresses}, inside)


def _enclosing(given: Iterable[Address], hierarchies: Sequence[Hierarchy]) -> list[Address]:
    """Give the addresses of all groups around some, and of the total, in order."""
    found: set[Address] = {(None,) * len(hierarchies)}
    for address in given:
        pairs = zip(hierarchies, address, strict=True)
        found.update(product(*(hierarchy.path(category) for hierarchy, category in pairs)))

    def order(address: Address) -> tuple[int, ...]:
        pairs = zip(hierarchies, address, strict=True)
        return tuple(hierarchy.rank(category) for hierarchy, category in pairs)

    return sorted(found, key=order)
