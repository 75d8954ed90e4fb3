"""Forms that are complete in the languages in which they are written."""

from collections.abc import Iterable

from indh_me.errors import Fault, InvalidInputError, nearest, quoted
from indh_me.survey import Instrument, missing_words, with_fallback

__all__ = ["readable_in"]


def readable_in(
    form: Instrument, languages: Iterable[str], allow_missing: str | None = None
) -> Instrument:
    """Narrow a form to some of its languages, and refuse it where words are missing.

    Parameters
    ----------
    form
        The form.
    languages
        Those of its languages that are wanted, in the order in which they are shown.
    allow_missing
        The language whose words stand in for missing ones; `None`: none may be missing.

    Raises
    ------
    InvalidInputError
        For a language that the form does not have; with the places of all missing words.
    """
    wanted = tuple(languages)
    unknown = [
        Fault(f"the form is not in {quoted(each)}", "language", nearest(each, form.languages))
        for each in wanted
        if each not in form.languages
    ]
    if unknown:
        raise InvalidInputError(*unknown)
    narrowed = form.with_parts(languages=wanted)
    if allow_missing is not None:
        return with_fallback(narrowed, allow_missing)
    faults = missing_words(narrowed)
    if faults:
        raise InvalidInputError(*faults)
    return narrowed
