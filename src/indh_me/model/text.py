"""The same words in several languages."""

import re
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, key_path, quoted

from . import _fields

__all__ = ["RIGHT_TO_LEFT", "Text", "language_tag", "language_tags", "reads_right_to_left"]

#: Languages written from right to left (primary subtags of BCP 47), unless the tag says otherwise.
RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
)
RIGHT_TO_LEFT_SCRIPTS = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
SCRIPT = re.compile(r"[a-z]{2,3}-([A-Za-z]{4})(?:-.*)?")


def language_tag(tag: str) -> str:
    """Check a language tag.

    Parameters
    ----------
    tag
        A BCP 47 tag such as ``ar``, ``fr-MA`` or ``zgh``.

    Raises
    ------
    InvalidInputError
        When it has not the form of one.

    Examples
    --------
    >>> language_tag("fr-MA")
    'fr-MA'
    """
    if not _is_tag(tag):
        raise InvalidInputError(_no_tag(tag))
    return tag


def language_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Check the language tags of a framework or a form.

    Raises
    ------
    InvalidInputError
        When they are no list of strings, and for the first that has not the form of a tag.

    Examples
    --------
    >>> language_tags(["ar", "fr-MA"])
    ('ar', 'fr-MA')
    """
    return tuple(language_tag(tag) for tag in _fields.tuple_of(tags, str, "languages"))


def _is_tag(tag: object) -> bool:
    return isinstance(tag, str) and LANGUAGE_TAG.fullmatch(tag) is not None


def _no_tag(tag: object) -> Fault:
    mend = "write one such as 'ar', 'fr' or 'fr-MA', the language in small letters"
    return Fault(f"{quoted(tag)} is not a language tag", mend=mend)


def reads_right_to_left(language: str) -> bool:
    """Tell whether a language is written from right to left.

    Parameters
    ----------
    language
        A BCP 47 tag. A script named in it decides; else the usual script of the language does.

    Examples
    --------
    >>> reads_right_to_left("ar-MA"), reads_right_to_left("fr")
    (True, False)
    >>> reads_right_to_left("ar-Latn"), reads_right_to_left("shi-Arab")
    (False, True)
    """
    script = SCRIPT.fullmatch(language)
    if script is not None:
        return script[1].title() in RIGHT_TO_LEFT_SCRIPTS
    return language.partition("-")[0] in RIGHT_TO_LEFT


@frozen
class Text:
    """The same words in several languages.

    Parameters
    ----------
    words
        Language tags (BCP 47) and the words in each, as a mapping or as pairs.

    Raises
    ------
    InvalidInputError
        When there are no words, a tag is no language tag, or the words of a language are blank.

    Notes
    -----
    There is no silent fallback: `get` gives `None` for a language that is missing, and
    `resolve` says which language it took instead.

    Examples
    --------
    >>> training = Text.of(fr="formation", ar="تكوين")
    >>> training.get("fr")
    'formation'
    >>> training.get("en") is None
    True
    >>> training.resolve("en", "fr")
    ('formation', 'fr')
    """

    words: tuple[tuple[str, str], ...] = field(converter=_fields.pairs)

    def __attrs_post_init__(self) -> None:
        """Refuse what says nothing."""
        faults = []
        if len(self.words) == 0:
            faults.append(Fault("a text without words", mend="give it in one language at least"))
        seen: set[str] = set()
        for language, words in self.words:
            if not _is_tag(language):
                faults.append(_no_tag(language))
            elif language in seen:
                faults.append(Fault(f"language {language!r} is given twice", mend="keep one"))
            seen.add(language)
            if words.strip() == "":
                mend = "write the words or leave it out"
                faults.append(Fault(f"blank text in {quoted(language)}", key_path(language), mend))
        if faults:
            raise InvalidInputError(*faults)

    @classmethod
    def of(cls, **by_language: str) -> "Text":
        """Make a text from keyword arguments: words by language.

        Raises
        ------
        InvalidInputError
            As for `Text` itself.

        Examples
        --------
        >>> Text.of(en="people trained").languages
        ('en',)
        """
        return cls(by_language)

    @classmethod
    def plain(cls, words: str, language: str) -> "Text":
        """Make a text of words in one language.

        Examples
        --------
        >>> Text.plain("personnes formées", "fr").get("fr")
        'personnes formées'
        """
        return cls(((language, words),))

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages that have words, in alphabetical order.

        Examples
        --------
        >>> Text.of(fr="cible", ar="هدف").languages
        ('ar', 'fr')
        """
        return tuple(language for language, _ in self.words)

    def get(self, language: str) -> str | None:
        """Give the words in a language, or `None` when they are missing.

        Examples
        --------
        >>> Text.of(fr="cible").get("fr")
        'cible'
        """
        for tag, words in self.words:
            if tag == language:
                return words
        return None

    def resolve(self, *languages: str) -> tuple[str, str]:
        """Give the words in the first of the languages that has them.

        Parameters
        ----------
        languages
            Tags in order of preference; after them any language will do.

        Returns
        -------
        tuple[str, str]
            The words, and the language that they are in: a reader must be told when it is not
            the one asked for.

        Examples
        --------
        >>> Text.of(fr="cible").resolve("ar", "en")
        ('cible', 'fr')
        """
        for language in languages:
            words = self.get(language)
            if words is not None:
                return words, language
        language, words = self.words[0]
        return words, language

    def missing(self, languages: Iterable[str]) -> tuple[str, ...]:
        """List those of the languages that have no words here.

        Examples
        --------
        >>> Text.of(fr="cible").missing(["ar", "fr"])
        ('ar',)
        """
        return tuple(language for language in languages if language not in self.languages)

    def with_words(self, **by_language: str) -> "Text":
        """Make a text with words by language added or replaced.

        Raises
        ------
        InvalidInputError
            When a tag is no language tag, or words are blank.

        Examples
        --------
        >>> Text.of(fr="cible").with_words(en="target").languages
        ('en', 'fr')
        """
        return Text({**dict(self.words), **by_language})

    def as_mapping(self) -> Mapping[str, str]:
        """Give the words by language.

        Examples
        --------
        >>> Text.of(fr="cible").as_mapping()
        {'fr': 'cible'}
        """
        return dict(self.words)
