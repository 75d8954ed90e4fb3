"""Codes, words and texts."""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import combinations, permutations
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.model import Text

__all__ = [
    "LANGUAGES",
    "chosen",
    "codes",
    "languages",
    "maybe",
    "maybe_text",
    "maybe_words",
    "one_of_codes",
    "orders",
    "texts",
    "words",
]

#: Languages that a generated framework may be kept in.
LANGUAGES = ("ar", "fr", "en")

T = TypeVar("T")
#: Letters of the scripts of Morocco and of others, marks that combine, join and turn, signs of
#: formulas, files and forms, spaces of all widths. For `st.characters`, which would give all of
#: Unicode, Hypothesis needs seconds at its first start.
LETTERS = (
    "aZ09 .,;:!?'\"<>&=+-*/%@#$~^|\\()[]{}_`\u00a0\u2009\u202f\u3000\u200b"
    "éèçÀœßñØǅΩжא中한कไ①½٠۵٣"
    "ابتعغلآةىءيفقكـًِّ،؛؟٪٫٬"
    "ⴰⵣⵯ\u0301\u0327\u200c\u200d\u200e\u200f\u202b\u202e\u2066\u2069\ufeff\ufffd\U0001f600"
)
SURROGATES = range(0xD800, 0xE000)
RARE = st.integers(0xA1, 0x10FFFF).filter(lambda code: code not in SURROGATES).map(chr)


@cache
def codes() -> SearchStrategy[str]:
    """Give codes: mostly short ASCII ones, sometimes all that a code may hold.

    Examples
    --------
    >>> from indh_me.testing import codes, simplest
    >>> simplest(codes())
    'T-R1'
    """
    plain = st.sampled_from(
        [f"{room}-{kind}{number}" for room in "TC" for kind in "RPO" for number in range(1, 9)]
    )
    strange = st.builds("{}{}".format, st.sampled_from("Ab9éتم"), st.text("Ab9éتم_.-", max_size=10))
    return plain | strange


@cache
def words() -> SearchStrategy[str]:
    """Give words that a reader can see: several scripts, quotes, line ends, formula signs.

    Examples
    --------
    >>> from indh_me.testing import simplest, words
    >>> simplest(words(), lambda text: text.startswith("="))
    '=SUM(A1:A2)'
    """
    typical = st.sampled_from(
        [
            "people trained",
            "formation des acteurs d'éducation",
            "تكوين الفاعلين المحليين",
            'the "briefing", page 2',
            "=SUM(A1:A2)",
            "'=1+1",
            "-5 %",
            "@role",
            "ligne 1\nligne 2",
            "back\\slash; semi,colon\ttab",
            "[brackets] # not a comment",
        ]
    )
    any_words = st.text(LETTERS, min_size=1, max_size=20)
    return typical | any_words.filter(lambda text: text.strip() != "") | RARE.map("a{}b".format)


@cache
def languages() -> SearchStrategy[tuple[str, ...]]:
    """Give the languages of a framework: one to three of `LANGUAGES`, in any order.

    Examples
    --------
    >>> from indh_me.testing import languages, simplest
    >>> simplest(languages(), lambda tags: len(tags) == 2)
    ('ar', 'fr')
    """
    sizes = range(1, len(LANGUAGES) + 1)
    return st.sampled_from([some for size in sizes for some in permutations(LANGUAGES, size)])


def texts(languages: Sequence[str] = LANGUAGES) -> SearchStrategy[Text]:
    """Give texts in one or more of some languages.

    Parameters
    ----------
    languages
        Tags (BCP 47), one at least. Texts shrink towards the first of them alone.

    Examples
    --------
    >>> from indh_me.testing import simplest, texts
    >>> simplest(texts(["fr", "ar"]))
    Text(words=(('fr', 'people trained'),))
    """
    return _texts(tuple(languages))


# Making a strategy takes longer than drawing from it: those that are drawn from often are kept.
@cache
def _texts(tags: tuple[str, ...]) -> SearchStrategy[Text]:
    sets = [some for size in range(1, len(tags) + 1) for some in combinations(tags, size)]
    return _text(st.sampled_from(sets))


@st.composite
def _text(draw: DrawFn, tags: SearchStrategy[tuple[str, ...]]) -> Text:
    return Text([(tag, draw(words())) for tag in draw(tags)])


@lru_cache(maxsize=256)
def maybe(strategy: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """Give a value or nothing."""
    return st.none() | strategy


def maybe_text(tags: Sequence[str]) -> SearchStrategy[Text | None]:
    """Give a text in some languages, or nothing."""
    return maybe(_texts(tuple(tags)))


@cache
def maybe_words() -> SearchStrategy[str | None]:
    """Give words or nothing."""
    return maybe(words())


@cache
def chosen(names: tuple[str, ...]) -> SearchStrategy[tuple[str, ...]]:
    """Give some of the names of optional fields: one draw for each that is filled, none else."""
    # A list that is unique by construction draws places among what is left: taking one name out
    # would change those behind it, and a value would not shrink to the one field that matters.
    some = st.lists(st.sampled_from(names), max_size=len(names))
    return some.map(lambda drawn: tuple(dict.fromkeys(drawn)))


@cache
def orders(count: int) -> SearchStrategy[list[int]]:
    """Give the numbers below another in any order."""
    return st.permutations(range(count))


@cache
def one_of_codes(known: tuple[str, ...]) -> SearchStrategy[str | None]:
    """Give one of the known codes or nothing."""
    return st.sampled_from([None, *known])
