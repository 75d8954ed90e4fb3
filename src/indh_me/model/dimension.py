"""Ways to disaggregate a figure: sex, age, audience, place."""

import re
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, ParseError, key_path, nearest

from . import _fields
from .text import Text

__all__ = ["TOTAL", "Categories", "Category", "Dimension", "parent_faults"]

PAIR = re.compile(r"\s*([^=;]+?)\s*=\s*([^=;]+?)\s*")


@frozen(order=True)
class Categories:
    """One category for each of some dimensions: the address of a disaggregated figure.

    Parameters
    ----------
    pairs
        Dimension codes with category codes, as a mapping or pairs. None at all is the total.

    Raises
    ------
    InvalidInputError
        When a dimension is given twice.

    Examples
    --------
    >>> str(Categories({"sex": "female", "place": "dakhla"}))
    'place=dakhla; sex=female'
    >>> Categories.parse("") == TOTAL
    True
    """

    pairs: tuple[tuple[str, str], ...] = field(default=(), converter=_fields.pairs)

    def __attrs_post_init__(self) -> None:
        """Refuse two categories of one dimension."""
        names = [name for name, _ in self.pairs]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise InvalidInputError(
                Fault(f"dimension {min(twice)!r} is given twice", mend="keep one category of it")
            )

    @classmethod
    def of(cls, **by_dimension: str) -> "Categories":
        """Make an address from keyword arguments, one a dimension.

        Examples
        --------
        >>> Categories.of(place="dakhla").dimensions
        ('place',)
        """
        return cls(by_dimension)

    @classmethod
    def parse(cls, text: str) -> "Categories":
        """Read ``place=dakhla; sex=female``; an empty text is the total.

        Raises
        ------
        ParseError
            When a part is not ``dimension=category``.

        Examples
        --------
        >>> Categories.parse("sex=female").get("sex")
        'female'
        """
        if text.strip() == "":
            return TOTAL
        found = []
        for part in text.split(";"):
            match = PAIR.fullmatch(part)
            if match is None:
                raise ParseError(
                    Fault(f"{text!r} names no categories", mend="write 'place=dakhla; sex=female'")
                )
            found.append((match[1], match[2]))
        return cls(found)

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Codes of the dimensions, sorted."""
        return tuple(name for name, _ in self.pairs)

    @property
    def is_total(self) -> bool:
        """Whether no dimension is broken down."""
        return len(self.pairs) == 0

    def get(self, dimension: str) -> str | None:
        """Give the category of a dimension, or `None` when it is not broken down."""
        return dict(self.pairs).get(dimension)

    def as_mapping(self) -> Mapping[str, str]:
        """Give category codes by dimension code."""
        return dict(self.pairs)

    def __str__(self) -> str:
        """Give the written form."""
        return "; ".join(f"{name}={category}" for name, category in self.pairs)


#: The address of a figure that is not broken down.
TOTAL = Categories()


@frozen
class Category:
    """One of the groups that a dimension divides into.

    Parameters
    ----------
    code
        Short name, unique in its dimension.
    name
        What it is called.
    parent
        Code of the category of the same dimension that this one is part of.

    Examples
    --------
    >>> Category("dakhla", Text.of(ar="الداخلة", fr="Dakhla")).parent is None
    True
    """

    code: str = field(validator=_fields.code)
    name: Text
    parent: str | None = field(default=None, validator=_fields.optional_code)


@frozen(kw_only=True)
class Dimension:
    """A way to disaggregate.

    Parameters
    ----------
    code
        Short name, unique in the framework.
    name
        What it is called.
    categories
        Its groups.
    overlapping
        Whether one person or event may belong to several categories: then they do not add up.

    Raises
    ------
    InvalidInputError
        For duplicate categories, unknown parents and circles of parents, all together.

    Examples
    --------
    >>> sex = Dimension.of("sex", "female", "male")
    >>> sex.codes
    ('female', 'male')
    """

    code: str = field(validator=_fields.code)
    name: Text | None = None
    categories: tuple[Category, ...] = field(default=(), converter=_fields.tuple_of)
    overlapping: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse categories that contradict each other."""
        faults = list(parent_faults({each.code: each.parent for each in self.categories}))
        codes = [category.code for category in self.categories]
        faults += [
            Fault(f"category {code!r} is given twice", code, "rename one")
            for code in sorted({code for code in codes if codes.count(code) > 1})
        ]
        if faults:
            raise InvalidInputError(*faults)

    @classmethod
    def of(cls, code: str, *categories: str, language: str = "en") -> "Dimension":
        """Make a dimension whose categories are called by their codes.

        Examples
        --------
        >>> Dimension.of("sex", "female", "male").code
        'sex'
        """
        return cls(
            code=code,
            categories=tuple(Category(each, Text.plain(each, language)) for each in categories),
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the categories, in their own order."""
        return tuple(category.code for category in self.categories)

    def category(self, code: str) -> Category | None:
        """Find a category by its code, or `None`."""
        return next((each for each in self.categories if each.code == code), None)


def parent_faults(parents: Mapping[str, str | None]) -> Iterable[Fault]:
    """Find unknown parents and circles in a hierarchy.

    Parameters
    ----------
    parents
        Code of the parent, or `None`, by code of the child.

    Yields
    ------
    Fault
        One for each unknown parent, one for each circle; the place is ``child.parent``.

    Examples
    --------
    >>> [fault.what for fault in parent_faults({"a": "b", "b": "a"})]
    ["'a' is part of itself: a > b > a"]
    """
    settled: set[str] = set()
    for code, parent in parents.items():
        if parent is not None and parent not in parents:
            yield Fault(f"unknown parent {parent!r}", key_path(code, "parent"), nearest(parent, parents))
        path: list[str] = []
        step: str | None = code
        while step is not None and step not in settled and step not in path:
            path.append(step)
            step = parents.get(step)
        if step is not None and step in path:
            circle = " > ".join([*path[path.index(step) :], step])
            yield Fault(f"{step!r} is part of itself: {circle}", key_path(step, "parent"), "cut the circle")
        settled.update(path)
