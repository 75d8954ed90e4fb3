"""Sources, and the citations that point to them."""

from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.model import Citation, Source

from .periods import maybe_day
from .words import LANGUAGES, codes, maybe, maybe_text, maybe_words

__all__ = ["citations", "maybe_cited", "sources"]


@st.composite
def sources(
    draw: DrawFn, languages: Sequence[str] = LANGUAGES, *, code: str | None = None
) -> Source:
    """Give sources, with any of their fields left out.

    Parameters
    ----------
    languages
        Tags of the languages that texts are in.
    code
        Code that they have; by default any.

    Examples
    --------
    >>> from indh_me.testing import simplest, sources
    >>> simplest(sources(code="briefing"), lambda source: source.page is None).code
    'briefing'
    """
    return Source(
        code=draw(codes()) if code is None else code,
        label=draw(maybe_text(languages)),
        date=draw(maybe_day()),
        address=draw(maybe_words()),
        page=draw(maybe_words()),
        quote=draw(maybe_text(languages)),
    )


def citations(
    languages: Sequence[str] = LANGUAGES, *, sources: Sequence[str] | None = None
) -> SearchStrategy[Citation]:
    """Give citations.

    Parameters
    ----------
    languages
        Tags of the languages that quotes are in.
    sources
        Codes of the sources that may be cited; by default any code.

    Examples
    --------
    >>> from indh_me.testing import citations, simplest
    >>> simplest(citations(sources=["briefing"]))
    Citation(code='briefing', page=None, quote=None)
    """
    return _citations(tuple(languages), None if sources is None else tuple(sources))


@cache
def _citations(tags: tuple[str, ...], known: tuple[str, ...] | None) -> SearchStrategy[Citation]:
    code = codes() if known is None else st.sampled_from(known)
    return st.builds(Citation, code, maybe_words(), maybe_text(tags))


def maybe_cited(
    languages: Sequence[str], sources: Sequence[str]
) -> SearchStrategy[Citation | None]:
    """Give a citation of a known source, or nothing."""
    return maybe(citations(languages, sources=sources)) if sources else st.none()
