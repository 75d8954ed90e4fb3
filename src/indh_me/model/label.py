"""Words that a framework gives the catalogue's labels: in a further language, or better ones."""

import string
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import combinations

from attrs import field, frozen

from indh_me.catalog import labels
from indh_me.errors import Fault, InvalidInputError, key_path, nearest, quoted

from . import _fields
from .text import language_tag

__all__ = [
    "ENGLISH",
    "Catalogue",
    "Label",
    "catalogue",
    "in_catalogue_order",
    "label_faults",
    "languages_for",
    "missing_labels",
]

Catalogue = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Words by section, key and language."""

#: Language of a label where a language has none.
ENGLISH = "en"
#: Sections of which readers and formulas tell the words apart.
TOLD_APART = (
    *("status", "absence", "known_as", "sheet", "heading", "method", "method_choice"),
    *("trajectory", "trend", "rollup_rule", "disclosure", "projection_method", "level", "unit"),
    *("projection_reason", "arrival_reason", "quality_answer", "risk_rating", "score_mark"),
)
#: Sections of which a word may not be one of the other section either: one list offers both.
OFFERED_TOGETHER = ("known_as", "absence")
LONGEST_NAME, LONGEST_TITLE, LONGEST_IN_CELLS = 31, 32, 255
#: Sections whose words stand in formulas.
IN_FORMULAS = ("status", "absence", "reason", "known_as", "unit")
NOT_IN_NAMES = frozenset("[]:*?/\\'")
#: Excel keeps this name for itself.
RESERVED = "history"


@frozen(kw_only=True)
class Label:
    """What a framework calls one of the words of workbooks, tables and explanations.

    Parameters
    ----------
    language
        Tag of the language that it is in.
    section, key
        Where the word stands in the catalogue: ``status`` and ``overdue``.
    words
        What it says. Words in braces are filled in: they are those of the English label.

    Raises
    ------
    InvalidInputError
        For what is no language tag, a section or key that the catalogue has not, words that are
        blank or longer than their place, and words in braces that are not those of the English
        label.

    Examples
    --------
    >>> Label(language="es", section="status", key="overdue", words="Atrasado").words
    'Atrasado'
    """

    language: str = field(converter=language_tag)
    section: str
    key: str
    words: str = field(validator=_fields.words)

    def __attrs_post_init__(self) -> None:
        """Refuse what no label of the catalogue can be."""
        known = labels()
        if self.section not in known:
            what = f"unknown section of labels {quoted(self.section)}"
            raise InvalidInputError(Fault(what, "section", nearest(str(self.section), known)))
        keys = known[self.section]
        if self.key not in keys:
            what = f"unknown label {quoted(self.key)}"
            raise InvalidInputError(Fault(what, "key", nearest(str(self.key), keys)))
        faults = tuple(_word_faults(self.section, self.key, self.words))
        if faults:
            raise InvalidInputError(*faults)

    @property
    def path(self) -> str:
        """Where it stands in a framework file.

        Examples
        --------
        >>> Label(language="es", section="status", key="overdue", words="Atrasado").path
        'labels.es.status.overdue'
        """
        return key_path("labels", self.language, self.section, self.key)


def _word_faults(section: str, key: str, words: str) -> Iterator[Fault]:
    """Find what keeps words from the places of a label."""
    if any(unicodedata.category(each) in {"Cc", "Cs"} for each in words) or words != words.strip():
        what = f"{quoted(words)} has spaces at its ends, line ends or other control characters"
        yield Fault(what, "words", "write plain words on one line")
    wanted, filled = _filled(labels()[section][key][ENGLISH]), _filled(words)
    if filled != wanted:
        listed = ", ".join(f"{{{each}}}" for each in sorted(wanted or ()))
        what = f"the words in braces of {quoted(words)} are not those of the English label"
        mend = f"write these, each in its place: {listed}" if wanted else "write no braces"
        yield Fault(what, "words", mend)
    longest = _longest(section, key)
    if longest is not None and len(words.encode("utf-16-le")) // 2 > longest:
        what = f"{quoted(words)} is longer than {longest} characters"
        yield Fault(what, "words", "shorten it: there is no more room")
    if section == "sheet" and (
        NOT_IN_NAMES & set(words) or words.startswith("_") or words.casefold() == RESERVED
    ):
        mend = "write a name without []:*?/\\', that does not begin with _ and is not 'History'"
        yield Fault(f"{quoted(words)} cannot be the name of a sheet", "words", mend)


def _filled(words: str) -> frozenset[str] | None:
    """Give the words in braces; `None` when they are written in a way that fills in nothing."""
    try:
        parts = list(string.Formatter().parse(words))
    except ValueError:
        return None
    if any(bool(how) or turned is not None for _, _, how, turned in parts):
        return None
    return frozenset(name for _, name, _, _ in parts if name is not None)


def _longest(section: str, key: str) -> int | None:
    """Give the most characters that a label may have; `None` where a cell holds any."""
    if section == "sheet":
        return LONGEST_NAME
    if section == "input":
        return LONGEST_TITLE if key.endswith("_title") else LONGEST_IN_CELLS
    return LONGEST_IN_CELLS if section in IN_FORMULAS else None


@cache
def _positions() -> Mapping[tuple[str, str], int]:
    pairs = ((section, key) for section, keys in labels().items() for key in keys)
    return {pair: position for position, pair in enumerate(pairs)}


def in_catalogue_order(own: Iterable[Label]) -> tuple[Label, ...]:
    """Order labels by language, then as the catalogue has them.

    Parameters
    ----------
    own
        The labels.
    """
    given = list(own)
    if len(given) == 0:
        return ()  # The catalogue is not read for nothing.
    positions = _positions()
    given.sort(key=lambda each: (each.language, positions[each.section, each.key], each.words))
    return tuple(given)


def languages_for(language: str) -> tuple[str, ...]:
    """Give the languages that a label is looked for in, in order.

    Parameters
    ----------
    language
        The one asked for.

    Examples
    --------
    >>> languages_for("fr-MA")
    ('fr-MA', 'fr', 'en')
    """
    return tuple(dict.fromkeys((language, language.partition("-")[0], ENGLISH)))


def catalogue(own: Iterable[Label]) -> Catalogue:
    """Give the words of the catalogue with those of a framework put into it.

    Parameters
    ----------
    own
        Labels of the framework.

    Examples
    --------
    >>> label = Label(language="es", section="status", key="overdue", words="Atrasado")
    >>> catalogue([label])["status"]["overdue"]["es"]
    'Atrasado'
    """
    return _catalogue(tuple(own))


@lru_cache(maxsize=16)
def _catalogue(own: tuple[Label, ...]) -> Catalogue:
    made = dict(labels())
    for label in own:
        section = made[label.section]
        words = {**section[label.key], label.language: label.words}
        made[label.section] = {**section, label.key: words}
    return made


def _said(words: Mapping[str, str], language: str) -> str:
    return next(words[each] for each in languages_for(language) if each in words)


def missing_labels(own: Iterable[Label], language: str) -> tuple[tuple[str, str], ...]:
    """List the labels that would be in English for want of words in a language.

    Parameters
    ----------
    own
        Labels of the framework.
    language
        Tag of the language.

    Returns
    -------
    tuple[tuple[str, str], ...]
        Section and key of each, as the catalogue has them.

    Examples
    --------
    >>> missing_labels([], "es")[:1], missing_labels([], "fr-MA")
    ((('language', 'ar'),), ())
    """
    *tags, last = languages_for(language)
    if last == language.partition("-")[0]:
        return ()  # It is English itself.
    return tuple(
        (section, key)
        for section, keys in catalogue(own).items()
        for key, words in keys.items()
        if not any(tag in words for tag in tags)
    )


def label_faults(own: Iterable[Label]) -> Iterator[Fault]:
    """Find labels given twice, and such as could not be told from others.

    Parameters
    ----------
    own
        Labels of a framework.
    """
    given = tuple(own)
    for what in _fields.repeated(each.path for each in given):
        yield Fault("the label is given twice", what, "keep one")
    if len(given) == 0:
        return
    known = catalogue(given)
    for language in sorted({each.language for each in given}):
        paths = {(each.section, each.key): each.path for each in given if each.language == language}
        for group in (*((each,) for each in TOLD_APART), OFFERED_TOGETHER):
            yield from _alike(known, language, group, paths)


def _alike(
    known: Catalogue, language: str, group: tuple[str, ...], paths: Mapping[tuple[str, str], str]
) -> Iterator[Fault]:
    """Find own words that say the same as another label that must be told from them."""
    if not any(section in group for section, _ in paths):
        return
    said: dict[str, list[tuple[str, str]]] = {}
    for section in group:
        for key, words in known[section].items():
            said.setdefault(_said(words, language).casefold(), []).append((section, key))
    for pairs in said.values():
        for one, other in combinations(pairs, 2):
            # Two of one section were found with that section alone.
            if (len(group) > 1 and one[0] == other[0]) or (one not in paths and other not in paths):
                continue
            own = other if other in paths else one
            names = ".".join(one if own == other else other)
            same = _said(known[own[0]][own[1]], language)
            mend = "give it words of its own: readers and formulas tell them apart"
            yield Fault(f"{quoted(same)} is what {names} says too", paths[own], mend)
