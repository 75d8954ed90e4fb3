"""Groups in words."""

from collections.abc import Iterable

from indh_me.model import Categories, Dimension
from indh_me.write.words import Words

__all__ = ["category_name", "group_name"]


def category_name(dimension: Dimension, code: str, words: Words) -> str:
    """Give what a category is called; of one that the dimension lacks, its code.

    Examples
    --------
    >>> category_name(Dimension.of("sex", "female"), "female", Words("en"))
    'female'
    """
    category = dimension.category(code)
    return code if category is None else words.text(category.name)


def group_name(categories: Categories, dimensions: Iterable[Dimension], words: Words) -> str:
    """Give what a group is called: its categories, in the order of the dimensions.

    Examples
    --------
    >>> sex, age = Dimension.of("sex", "female"), Dimension.of("age", "young")
    >>> group_name(Categories.of(sex="female", age="young"), [sex, age], Words("en"))
    'female, young'
    """
    return words.listed(
        category_name(dimension, code, words)
        for dimension in dimensions
        if (code := categories.get(dimension.code)) is not None
    )
