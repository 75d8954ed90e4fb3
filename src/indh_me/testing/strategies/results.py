"""Results, and the chains in which they hang together."""

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from indh_me.model import Level, Result

from .periods import maybe_period
from .sources import maybe_cited
from .words import LANGUAGES, chosen, codes, maybe, one_of_codes, orders, texts

__all__ = ["result_chains", "results"]

LEVELS = st.sampled_from([Level.OUTCOME, Level.IMPACT, Level.OUTPUT, Level.ACTIVITY])
WEIGHTS = maybe(st.floats(0, 100))
CODES = st.lists(codes(), max_size=4, unique=True)
TEXTS = chosen(("statement", "audiences", "assumptions", "risks"))


@st.composite
def results(
    draw: DrawFn,
    languages: Sequence[str] = LANGUAGES,
    *,
    code: str | None = None,
    parents: Sequence[str] = (),
    sources: Sequence[str] = (),
) -> Result:
    """Give results of every level, with any of their fields left out.

    Parameters
    ----------
    languages
        Tags of the languages that texts are in.
    code
        Code that they have; by default any.
    parents
        Codes of the results that they may be part of.
    sources
        Codes of the sources that may be cited.

    Examples
    --------
    >>> from indh_me.testing import results, simplest
    >>> simplest(results(parents=["skills"]), lambda result: result.parent is not None).parent
    'skills'
    """
    return Result(
        code=draw(codes()) if code is None else code,
        level=draw(LEVELS),
        **{name: draw(texts(languages)) for name in draw(TEXTS)},
        parent=draw(one_of_codes(tuple(parents))) if parents else None,
        period=draw(maybe_period()),
        weight=draw(WEIGHTS),
        source=draw(maybe_cited(languages, sources)),
    )


@st.composite
def result_chains(
    draw: DrawFn, languages: Sequence[str] = LANGUAGES, *, sources: Sequence[str] = ()
) -> tuple[Result, ...]:
    """Give up to four results that hang together, without circles, in any order.

    Parameters
    ----------
    languages
        Tags of the languages that texts are in.
    sources
        Codes of the sources that may be cited.

    Examples
    --------
    >>> from indh_me.testing import result_chains, simplest
    >>> chain = simplest(result_chains(), lambda made: any(each.parent for each in made))
    >>> [each.parent for each in chain]
    [None, 'T-R1']
    """
    names = draw(CODES)
    made = [
        draw(results(languages, code=name, parents=names[:position], sources=sources))
        for position, name in enumerate(names)
    ]
    return tuple(made[number] for number in draw(orders(len(made))))
