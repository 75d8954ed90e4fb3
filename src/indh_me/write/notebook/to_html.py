"""Any value that can be shown, as HTML in the language asked for."""

from indh_me.model import Framework
from indh_me.write.words import FALLBACK, Words

from . import (
    assessment,
    collection,
    findings,
    framework,
    instrument,
    observations,
    projection,
    table,
)
from .blocks import blocks
from .fragment import Html, fragment

__all__ = ["to_html"]

#: Modules whose classes are shown: each registers what it shows of them.
SHOWN = (assessment, collection, findings, framework, instrument, observations, projection, table)


def to_html(value: object, language: str | None = None) -> Html:
    """Show a value as HTML, as a notebook does by itself, in a language of choice.

    Parameters
    ----------
    value
        A `Framework`, `Observations`, an `Assessment` or a row of it, a `Rollup`, `Breakdown`,
        `Publication`, `MethodComparison`, `Projection`, `Projections`, `Collection`, `Instrument`,
        a `Finding`, or the findings that `check` gave.
    language
        A BCP 47 tag, such as ``ar``: then the page runs from right to left. By default the first
        language of the value or of the framework behind it; English where there is none.

    Returns
    -------
    Html
        A ``<div>`` with its look, its language and its direction: no script, and nothing from
        elsewhere. It is text, which can be written to a file, and which a notebook shows.

    Raises
    ------
    InvalidInputError
        For a value of another class, and a language that is none.

    Examples
    --------
    >>> from indh_me.model import Framework, Indicator
    >>> demo = Framework(code="DEMO", languages=["fr"], indicators=[Indicator.milestone("C-P3")])
    >>> shown = to_html(demo, "ar")
    >>> shown.splitlines()[0], "المؤشر" in shown
    ('<div class="indh-me" lang="ar" dir="rtl">', True)
    """
    words = _words_for(value, language)
    return fragment(blocks(value, words), words)


def _words_for(value: object, language: str | None) -> Words:
    """Give the words of the framework behind a value, else of its languages, else of English."""
    assessed = getattr(value, "assessment", value)
    kept = getattr(assessed, "framework", assessed)
    if isinstance(kept, Framework):
        return Words.of(kept, language)
    languages = tuple(getattr(kept, "languages", ()))
    return Words(language if language is not None else next(iter(languages), FALLBACK), languages)
