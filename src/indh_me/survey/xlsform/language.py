"""Names of languages in the headers of an XLSForm: ``label::Français (fr)``."""

import re
from collections.abc import Mapping

from indh_me.errors import InvalidInputError
from indh_me.model.text import language_tag

__all__ = ["language_header", "language_of"]

#: What languages call themselves; clients show these names to those who fill in a form.
NATIVE: Mapping[str, str] = {
    "am": "አማርኛ",
    "ar": "العربية",
    "ary": "الدارجة",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "ha": "Hausa",
    "it": "Italiano",
    "pt": "Português",
    "rif": "Tarifit",
    "shi": "ⵜⴰⵛⵍⵃⵉⵜ",
    "sw": "Kiswahili",
    "tr": "Türkçe",
    "wo": "Wolof",
    "zgh": "ⵜⴰⵎⴰⵣⵉⵖⵜ",
}
#: What forms without codes call them, in small letters.
KNOWN: Mapping[str, str] = {
    **{name.lower(): tag for tag, name in NATIVE.items()},
    "amharic": "am",
    "arabe": "ar",
    "arabic": "ar",
    "darija": "ary",
    "anglais": "en",
    "francais": "fr",
    "french": "fr",
    "german": "de",
    "portuguese": "pt",
    "spanish": "es",
    "swahili": "sw",
    "tamazight": "zgh",
}
CODED = re.compile(r"(.*)\(\s*([^()]+?)\s*\)\s*", re.DOTALL)


def language_header(tag: str) -> str:
    """Name a language as the headers of a form do.

    Parameters
    ----------
    tag
        A BCP 47 tag.

    Examples
    --------
    >>> language_header("fr"), language_header("fr-MA"), language_header("kab")
    ('Français (fr)', 'Français (fr-MA)', 'kab (kab)')
    """
    return f"{NATIVE.get(tag.partition('-')[0], tag)} ({tag})"


def language_of(name: str) -> str | None:
    """Tell the tag of a language that a header names; `None` when it cannot be told.

    Parameters
    ----------
    name
        What stands behind the colons of a header, or in ``default_language``.

    Examples
    --------
    >>> language_of("العربية (ar)"), language_of("French"), language_of("en"), language_of("Other")
    ('ar', 'fr', 'en', None)
    """
    coded = CODED.fullmatch(name)
    tag = name.strip() if coded is None else coded[2]
    known = KNOWN.get(tag.lower()) or KNOWN.get(
        (tag if coded is None else coded[1]).strip().lower()
    )
    for each in (tag, tag.lower(), known):
        try:
            return language_tag(each or "")
        except InvalidInputError:
            continue
    return None
