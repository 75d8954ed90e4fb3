"""Forms with words in each of their languages, or none at all."""

from indh_me.errors import InvalidInputError
from indh_me.survey.instrument import Instrument
from indh_me.survey.translation import missing_words, with_fallback

__all__ = ["complete"]


def complete(form: Instrument, allow_missing: str | None) -> Instrument:
    """Refuse a form with words missing, or fill them from another language.

    Parameters
    ----------
    form
        The form.
    allow_missing
        The language to fill from; `None` refuses.

    Raises
    ------
    InvalidInputError
        With the place of each text that is missing in a language.
    """
    missing = missing_words(form)
    if not missing:
        return form
    if allow_missing is None:
        raise InvalidInputError(*missing)
    return with_fallback(form, allow_missing)
