"""Codes, words and texts."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from indh_me.model import Text

__all__ = [
    "LANGUAGES",
    "codes",
    "languages",
    "maybe",
    "maybe_text",
    "maybe_words",
    "texts",
    "words",
]

#: Languages that a generated framework may be kept in.
LANGUAGES = ("ar", "fr", "en")

T = TypeVar("T")


@cache
def codes() -> SearchStrategy[str]:
    """Give codes: mostly short ASCII ones, sometimes all that a code may hold."""
    plain = st.sampled_from(
        [f"{room}-{kind}{number}" for room in "TC" for kind in "RPO" for number in range(1, 9)]
    )
    strange = st.builds("{}{}".format, st.sampled_from("Ab9éتم"), st.text("Ab9éتم_.-", max_size=10))
    return plain | strange


@cache
def words() -> SearchStrategy[str]:
    """Give words that a reader can see: several scripts, quotes, line ends, formula signs."""
    typical = st.sampled_from(
        [
            "تكوين الفاعلين المحليين",
            "formation des acteurs d'éducation",
            "people trained",
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
    any_words = st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=20
    )
    return typical | any_words.filter(lambda text: text.strip() != "")


def languages() -> SearchStrategy[tuple[str, ...]]:
    """Give the languages of a framework: one to three, in any order."""
    return st.permutations(LANGUAGES).flatmap(
        lambda order: st.integers(1, len(order)).map(lambda count: tuple(order[:count]))
    )


def texts(tags: Sequence[str] = LANGUAGES) -> SearchStrategy[Text]:
    """Give texts in one or more of some languages."""
    return _texts(tuple(tags))


# Making a strategy takes longer than drawing from it: those that are drawn from often are kept.
@cache
def _texts(tags: tuple[str, ...]) -> SearchStrategy[Text]:
    return st.dictionaries(st.sampled_from(tags), words(), min_size=1).map(Text)


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
