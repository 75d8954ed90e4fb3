"""Ways to disaggregate a figure: sex, age, audience, place."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, ParseError, key_path, nearest, quoted

from . import _fields
from .text import Text

__all__ = ["TOTAL", "Categories", "Category", "Dimension", "parent_faults"]

SHOWN_STEPS = 8


@frozen(order=True, cache_hash=True)
class Categories:
    """One category for each of some dimensions: the address of a disaggregated figure.

    Parameters
    ----------
    pairs
        Dimension codes with category codes, as a mapping or pairs. None at all is the total.

    Raises
    ------
    InvalidInputError
        When a dimension is given twice, or a code is impossible.

    Examples
    --------
    >>> str(Categories({"sex": "female", "place": "dakhla"}))
    'place=dakhla; sex=female'
    >>> Categories.parse("") == TOTAL
    True
    """

    pairs: tuple[tuple[str, str], ...] = field(default=(), converter=_fields.pairs)

    def __attrs_post_init__(self) -> None:
        """Refuse two categories of one dimension, and what could not be a code."""
        faults = [
            Fault(f"{quoted(each)} cannot stand as a code", key_path(pair[0]), _fields.CODE_MEND)
            for pair in self.pairs
            for each in pair
            if not _fields.is_code(each)
        ]
        faults += [
            Fault(f"dimension {quoted(name)} is given twice", mend="keep one category of it")
            for name in _fields.repeated(name for name, _ in self.pairs)
        ]
        if faults:
            raise InvalidInputError(*faults)

    @classmethod
    def of(cls, **by_dimension: str) -> "Categories":
        """Make an address from keyword arguments: category codes by dimension.

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
            When a part is not ``dimension=category``, or a dimension is given twice.

        Examples
        --------
        >>> Categories.parse("sex=female").get("sex")
        'female'
        """
        if _fields.is_text(text) and text.strip() == "":
            return TOTAL
        if not _fields.is_text(text) or not all("=" in part for part in text.split(";")):
            mend = "write 'place=dakhla; sex=female'"
            raise ParseError(Fault(f"{quoted(text)} names no categories", mend=mend))
        found = []
        for part in text.split(";"):
            name, _, category = part.partition("=")
            found.append((name.strip(), category.strip()))
        try:
            return cls(found)
        except InvalidInputError as error:
            raise _fields.unread(error, text, "address") from None

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Codes of the dimensions, sorted.

        Examples
        --------
        >>> Categories.of(sex="female", place="dakhla").dimensions
        ('place', 'sex')
        """
        return tuple(name for name, _ in self.pairs)

    @property
    def is_total(self) -> bool:
        """Whether no dimension is broken down.

        Examples
        --------
        >>> TOTAL.is_total, Categories.of(sex="female").is_total
        (True, False)
        """
        return len(self.pairs) == 0

    def get(self, dimension: str) -> str | None:
        """Give the category of a dimension, or `None` when it is not broken down.

        Examples
        --------
        >>> Categories.of(sex="female").get("sex")
        'female'
        """
        return dict(self.pairs).get(dimension)

    def as_mapping(self) -> Mapping[str, str]:
        """Give category codes by dimension code.

        Examples
        --------
        >>> Categories.of(sex="female").as_mapping()
        {'sex': 'female'}
        """
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

    Raises
    ------
    InvalidInputError
        For an impossible code, and a name that is no `Text`.

    Examples
    --------
    >>> Category("dakhla", Text.of(ar="الداخلة", fr="Dakhla")).parent is None
    True
    """

    code: str = field(validator=_fields.code)
    name: Text = field(validator=_fields.is_a(Text))
    parent: str | None = field(default=None, validator=_fields.optional_code)


def _to_categories(categories: Iterable[Category]) -> tuple[Category, ...]:
    return _fields.tuple_of(categories, Category, "categories")


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
        Its groups, each with a code, words in every language, and, if it is part of another, the
        code of its parent.
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
    name: Text | None = field(default=None, validator=_fields.optional(Text))
    categories: tuple[Category, ...] = field(default=(), converter=_to_categories)
    overlapping: bool = field(default=False, validator=_fields.is_a(bool))

    def __attrs_post_init__(self) -> None:
        """Refuse categories that contradict each other."""
        faults = list(parent_faults({each.code: each.parent for each in self.categories}))
        faults += [
            Fault(f"category {code!r} is given twice", key_path(code), "rename one")
            for code in _fields.repeated(self.codes)
        ]
        if faults:
            raise InvalidInputError(*faults)

    @classmethod
    def of(cls, code: str, *categories: str, language: str = "en") -> "Dimension":
        """Make a dimension whose categories are called by their codes.

        Parameters
        ----------
        code, categories
            Codes of the dimension and of its categories.
        language
            Tag of the language that the codes are words of.

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
        """Codes of the categories, in their own order.

        Examples
        --------
        >>> Dimension.of("sex", "female", "male").codes
        ('female', 'male')
        """
        return tuple(category.code for category in self.categories)

    def category(self, code: str) -> Category | None:
        """Find a category by its code, or `None`.

        Examples
        --------
        >>> Dimension.of("sex", "female", "male").category("other") is None
        True
        """
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
            place = key_path(code, "parent")
            yield Fault(f"unknown parent {quoted(parent)}", place, nearest(parent, parents))
        path: dict[str, None] = {}
        step: str | None = code
        while step is not None and step not in settled and step not in path:
            path[step] = None
            step = parents.get(step)
        if step is not None and step in path:
            steps = list(path)
            circle = [*steps[steps.index(step) :], step]
            if len(circle) > SHOWN_STEPS:
                circle[SHOWN_STEPS - 2 : -1] = ["..."]
            what = f"{step!r} is part of itself: {' > '.join(circle)}"
            yield Fault(what, key_path(step, "parent"), "cut the circle")
        settled.update(path)
