"""Families of type that a form needs, and which of them are there."""

import re
from collections.abc import Iterable

from indh_me.errors import Fault, OutputError

__all__ = ["families_for"]

#: For letters of Latin languages, and digits in all.
LATIN = ("Noto Sans", "DejaVu Sans", "Liberation Sans", "Segoe UI", "Helvetica Neue", "Arial")
#: Scripts by the letters that call for them: families with these letters, in order of preference.
SCRIPTS = (
    (
        re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]"),
        "Arabic",
        (
            "Noto Sans Arabic",
            "Noto Naskh Arabic",
            "Amiri",
            "Segoe UI",
            "Geeza Pro",
            "Tahoma",
            "Arial",
            "DejaVu Sans",
        ),
    ),
    (
        re.compile("[\u2d30-\u2d7f]"),
        "Tifinagh",
        ("Noto Sans Tifinagh", "Ebrima", "DejaVu Sans"),
    ),
)


def families_for(words: str, installed: Iterable[str]) -> tuple[str, ...]:
    """Choose families of type for words.

    Parameters
    ----------
    words
        All that is to be printed.
    installed
        Families that are there.

    Returns
    -------
    tuple[str, ...]
        Of each script one family, Latin first; where none of the Latin ones is there, the
        typesetter takes its own.

    Raises
    ------
    OutputError
        When a script has no family: which to install.

    Examples
    --------
    >>> families_for("نعم", ["DejaVu Sans", "Noto Sans", "Noto Naskh Arabic"])
    ('Noto Sans', 'Noto Naskh Arabic')
    """
    there = {each.casefold() for each in installed}

    def first(families: Iterable[str]) -> str | None:
        return next((each for each in families if each.casefold() in there), None)

    latin = first(LATIN)
    chosen = [] if latin is None else [latin]
    for letters, script, families in SCRIPTS:
        if letters.search(words) is None:
            continue
        found = first(families)
        if found is None:
            mend = f"install the font {families[0]!r} (or one of {', '.join(families[1:])})"
            raise OutputError(Fault(f"no font with {script} letters is installed", mend=mend))
        chosen.append(found)
    return tuple(dict.fromkeys(chosen))
