"""Dimensions, and the groups that they divide figures into."""

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from indh_me.model import Categories, Category, Dimension

from .words import LANGUAGES, codes, maybe_text, one_of_codes, orders, texts

__all__ = ["categories", "dimensions", "single_categories"]

CODES = st.lists(codes(), max_size=4, unique=True)
NAMED = st.dictionaries(codes(), codes(), max_size=3)


@st.composite
def single_categories(
    draw: DrawFn,
    languages: Sequence[str] = LANGUAGES,
    *,
    code: str | None = None,
    parents: Sequence[str] = (),
) -> Category:
    """Give categories of a dimension.

    Parameters
    ----------
    languages
        Tags of the languages that names are in.
    code
        Code that they have; by default any.
    parents
        Codes of the categories that they may be part of.

    Examples
    --------
    >>> from indh_me.testing import simplest, single_categories
    >>> simplest(single_categories(["fr"], code="dakhla")).code
    'dakhla'
    """
    return Category(
        draw(codes()) if code is None else code,
        draw(texts(languages)),
        draw(one_of_codes(tuple(parents))) if parents else None,
    )


@st.composite
def dimensions(
    draw: DrawFn, languages: Sequence[str] = LANGUAGES, *, code: str | None = None
) -> Dimension:
    """Give dimensions of up to four categories, which may nest, in any order.

    Parameters
    ----------
    languages
        Tags of the languages that names are in.
    code
        Code that they have; by default any.

    Examples
    --------
    >>> from indh_me.testing import dimensions, simplest
    >>> place = simplest(dimensions(code="place"), lambda each: len(each.categories) == 2)
    >>> place.codes
    ('T-R1', 'T-R2')
    """
    names = draw(CODES)
    made = [
        draw(single_categories(languages, code=name, parents=names[:position]))
        for position, name in enumerate(names)
    ]
    return Dimension(
        code=draw(codes()) if code is None else code,
        name=draw(maybe_text(languages)),
        categories=[made[number] for number in draw(orders(len(made)))],
        overlapping=draw(st.booleans()),
    )


@st.composite
def categories(draw: DrawFn, dimensions: Sequence[Dimension] | None = None) -> Categories:
    """Give addresses of disaggregated figures, the total among them.

    Parameters
    ----------
    dimensions
        Those whose categories may be addressed, each or none; by default any code of any.

    Examples
    --------
    >>> from indh_me.testing import categories, simplest
    >>> sex = Dimension.of("sex", "female", "male")
    >>> str(simplest(categories([sex]), lambda address: not address.is_total))
    'sex=female'
    """
    if dimensions is None:
        return Categories(draw(NAMED))
    drawn = [
        (each.code, draw(one_of_codes(each.codes))) for each in dimensions if len(each.codes) > 0
    ]
    return Categories([(name, category) for name, category in drawn if category is not None])
