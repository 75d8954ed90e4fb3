"""Rules about words: names given twice, and words that were copied instead of translated."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from operator import itemgetter

from indh_me.errors import key_path
from indh_me.model import Framework, Text

from .finding import Finding, Severity
from .rule import Check, Rule, Subject, of_framework, without_data
from .texts import At, indicator_of, languages_without_script, path_of

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
    given = [(code, text) for code, text in names if text is not None]
    keys = [(language, _folded(words)) for _, text in given for language, words in text.words]
    if len(set(keys)) == len(keys):
        return
    seen: dict[tuple[str, str], str] = {}
    for code, text in sorted(given, key=itemgetter(0)):
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


def untranslated_copies(subject: Subject) -> Iterator[Finding]:
    """Find words that stand in the place of a translation.

    Sources are exempt: the title of a document is the same in all languages.

    Parameters
    ----------
    subject
        The framework whose texts are looked at.
    """
    languages = set(subject.framework.languages)
    for text, at in subject.doubtful_texts:
        if at[0] == "sources":
            continue
        foreign = languages_without_script(text, languages)
        for language in foreign:
            if _is_long(text.get(language), PHRASE):
                yield _copy(at, f"words in {language} without an Arabic letter", language)
        if at[2] == "owner" or at[2].startswith("categories."):
            # Organisations and places have names of their own.
            continue
        kept = [pair for pair in text.words if pair[0] in languages and pair[0] not in foreign]
        for (one, words), (other, same) in combinations(kept, 2):
            variants = one.split("-")[0] == other.split("-")[0]
            if words == same and not variants and _is_long(words, SENTENCE):
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
    (COPY, without_data(untranslated_copies)),
)
