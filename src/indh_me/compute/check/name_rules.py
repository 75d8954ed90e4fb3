"""Rules about words: names given twice, and words that were copied instead of translated."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from operator import itemgetter

from indh_me.errors import key_path
from indh_me.model import Framework, Text

from .finding import Finding, Severity
from .rule import Check, Rule, of_framework
from .texts import At, indicator_of, path_of, texts_of

__all__ = ["CHECKS", "duplicate_names", "untranslated_copies"]

TWICE = Rule(
    "ME029",
    "duplicate-name",
    Severity.WARNING,
    "two indicators, or two results, are called the same in one language",
)
COPY = Rule(
    "ME030",
    "untranslated-copy",
    Severity.WARNING,
    "a text has the same words in two languages, or Arabic words without an Arabic letter",
)

#: Languages written in the Arabic script (primary subtags of BCP 47), unless the tag says
#: otherwise.
ARABIC = frozenset({"ar", "ckb", "fa", "ks", "ps", "sd", "ug", "ur"})
SCRIPT_LETTERS = 4  # A subtag of so many letters, after the first, names a script.
ARABIC_LETTER = re.compile(
    "[\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u08ff"
    "\ufb50-\ufdff\ufe70-\ufefc]"
)
#: Two letters and more: a sign or a letter in a row of numbers is no word.
WORD = re.compile(r"[^\W\d_]{2,}")
#: Fewer words may be a name, which is the same in several languages.
SENTENCE, PHRASE = 4, 2


def duplicate_names(framework: Framework) -> Iterator[Finding]:
    """Find names that a reader cannot tell apart, whatever the capitals and spaces."""
    statements = [(each.code, each.statement) for each in framework.results]
    for code, other, languages in _called_alike(statements):
        yield _called_the_same("result", "statement", code, other, languages)
    names = [(each.code, each.name) for each in framework.indicators]
    for code, other, languages in _called_alike(names):
        yield _called_the_same("indicator", "name", code, other, languages)


def _called_alike(
    names: Iterable[tuple[str, Text | None]],
) -> Iterator[tuple[str, str, list[str]]]:
    """Give each code whose name another has, the first that has it, and the languages."""
    seen: dict[tuple[str, str], str] = {}
    for code, text in sorted(names, key=itemgetter(0)):
        if text is None:
            continue
        alike: dict[str, list[str]] = {}
        for language, words in text.words:
            first = seen.setdefault((language, _folded(words)), code)
            if first != code:
                alike.setdefault(first, []).append(language)
        for first, languages in alike.items():
            yield code, first, languages


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()


def _called_the_same(
    noun: str, key: str, code: str, other: str, languages: Iterable[str]
) -> Finding:
    return TWICE.found(
        place=f"{key_path(f'{noun}s', code)}.{key}",
        message=f"{noun} {code} has the same {key} as {other}, in {', '.join(languages)}",
        mend="say in each what sets it apart: whom, what, where or when",
        indicator=code if noun == "indicator" else None,
    )


def untranslated_copies(framework: Framework) -> Iterator[Finding]:
    """Find words that stand in the place of a translation.

    Sources are exempt: the title of a document is the same in all languages.
    """
    arabic = {language for language in framework.languages if _is_arabic(language)}
    for text, at in texts_of(framework):
        # Nearly all words are translated: that must be seen at a glance.
        words = text.words
        if len({each for _, each in words}) < len(words) or _foreign(words, arabic):
            yield from _copies(framework, text, at, _foreign(words, arabic))


def _foreign(words: Iterable[tuple[str, str]], arabic: Collection[str]) -> list[str]:
    """Give the languages of the Arabic script whose words hold no letter of it."""
    return [
        language
        for language, each in words
        if language in arabic
        and not "\u0621" <= each[0] <= "\u064a"
        and ARABIC_LETTER.search(each) is None
    ]


def _is_arabic(language: str) -> bool:
    first, *others = language.split("-")
    for each in others:
        if len(each) == SCRIPT_LETTERS and each.isalpha():
            return each.title() == "Arab"
    return first in ARABIC


def _copies(
    framework: Framework, text: Text, at: At, foreign: Collection[str]
) -> Iterator[Finding]:
    """Give the findings in a text, given the languages whose words hold no Arabic letter."""
    if at[0] == "sources":
        return
    for language in foreign:
        if _is_long(text.get(language), PHRASE):
            yield _copy(at, f"words in {language} without an Arabic letter", language)
    if at[2] == "owner" or at[2].startswith("categories."):
        # Organisations and places have names of their own.
        return
    for (one, words), (other, same) in combinations(text.words, 2):
        copied = words == same and one.split("-")[0] != other.split("-")[0]
        kept = {one, other} <= set(framework.languages) and not {one, other} & set(foreign)
        if copied and kept and _is_long(words, SENTENCE):
            yield _copy(at, f"the same words in {one} and {other}", f"{one} or {other}")


def _is_long(words: str | None, least: int) -> bool:
    return words is not None and len(WORD.findall(words)) >= least


def _copy(at: At, what: str, language: str) -> Finding:
    return COPY.found(
        place=path_of(at),
        message=what,
        mend=f"translate what stands in {language}",
        indicator=indicator_of(at),
    )


#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (TWICE, of_framework(duplicate_names)),
    (COPY, of_framework(untranslated_copies)),
)
