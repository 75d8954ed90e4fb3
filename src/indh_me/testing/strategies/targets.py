"""Targets with their revisions, and baselines."""

from collections.abc import Sequence
from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from indh_me.model import TOTAL, Baseline, Dimension, Quantity, Revision, Target

from .dimensions import categories
from .figures import quantities, values
from .periods import days, maybe_period, periods
from .sources import maybe_cited
from .words import LANGUAGES, codes, maybe, maybe_text

__all__ = ["baselines", "revision_histories", "revisions", "targets"]

DECIDED = st.lists(days(), max_size=3, unique=True)


def revisions(
    languages: Sequence[str] = LANGUAGES, *, figures: SearchStrategy[Quantity] | None = None
) -> SearchStrategy[Revision]:
    """Give revisions of a target.

    Parameters
    ----------
    languages
        Tags of the languages that rationales are in.
    figures
        Gives the new targets; by default `quantities`.

    Examples
    --------
    >>> from indh_me.testing import revisions, simplest
    >>> simplest(revisions()).date
    datetime.date(2000, 1, 1)
    """
    figures = quantities() if figures is None else figures
    rationales = maybe_text(languages)
    return st.builds(Revision, value=figures, date=days(), rationale=rationales)


@st.composite
def revision_histories(
    draw: DrawFn,
    languages: Sequence[str] = LANGUAGES,
    *,
    figures: SearchStrategy[Quantity] | None = None,
) -> tuple[Revision, ...]:
    """Give the history of a target: up to three revisions, in the order of their days.

    Parameters
    ----------
    languages
        Tags of the languages that rationales are in.
    figures
        Gives the new targets; by default `quantities`.

    Examples
    --------
    >>> from indh_me.testing import revision_histories, simplest
    >>> [each.date.day for each in simplest(revision_histories(), lambda made: len(made) == 2)]
    [1, 2]
    """
    figures = quantities() if figures is None else figures
    return tuple(
        Revision(value=draw(figures), date=day, rationale=draw(maybe_text(languages)))
        for day in sorted(draw(DECIDED))
    )


@st.composite
def targets(
    draw: DrawFn,
    languages: Sequence[str] = LANGUAGES,
    *,
    figures: SearchStrategy[Quantity] | None = None,
    dimensions: Sequence[Dimension] = (),
    sources: Sequence[str] = (),
) -> Target:
    """Give targets, revised or not, of the total or of a group.

    Parameters
    ----------
    languages
        Tags of the languages that texts are in.
    figures
        Gives their values; by default `quantities`.
    dimensions
        Those whose groups they may be set for.
    sources
        Codes of the sources that may be cited.

    Examples
    --------
    >>> from indh_me.testing import simplest, targets
    >>> target = simplest(targets(), lambda each: len(each.revisions) > 0)
    >>> str(target.period), str(target.value), len(target.revisions)
    ('2000', '0', 1)
    """
    figures = quantities() if figures is None else figures
    return Target(
        period=draw(periods()),
        value=draw(figures),
        code=draw(_maybe_code()),
        cumulative=draw(st.booleans()),
        categories=draw(categories(dimensions)) if dimensions else TOTAL,
        revisions=draw(revision_histories(languages, figures=figures)),
        source=draw(maybe_cited(languages, sources)),
    )


@cache
def _maybe_code() -> SearchStrategy[str | None]:
    return maybe(codes())


@st.composite
def baselines(
    draw: DrawFn,
    languages: Sequence[str] = LANGUAGES,
    *,
    figures: SearchStrategy[Quantity] | None = None,
    sources: Sequence[str] = (),
) -> Baseline:
    """Give baselines, absent ones among them.

    Parameters
    ----------
    languages
        Tags of the languages that notes are in.
    figures
        Gives their values where there are any; by default `quantities`.
    sources
        Codes of the sources that may be cited.

    Examples
    --------
    >>> from indh_me.testing import baselines, simplest
    >>> simplest(baselines(), lambda baseline: baseline.quantity is None).value.value
    'not_reported'
    """
    return Baseline(
        draw(values(figures)),
        draw(maybe_period()),
        draw(maybe_cited(languages, sources)),
        draw(maybe_text(languages)),
    )
