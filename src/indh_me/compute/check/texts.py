"""The texts of a framework, each with its place."""

import re
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter

from attrs import fields

from indh_me.errors import key_path
from indh_me.model import Dimension, Framework, Indicator, Result, Text
from indh_me.model.indicator import target_path

__all__ = [
    "At",
    "doubtful_texts",
    "indicator_of",
    "is_arabic",
    "languages_without_script",
    "path_of",
    "texts_of",
]

#: Where a text stands: section, key of the part, and the rest of the path as it is written.
#: A path is only written when something is found there: a framework has many texts.
At = tuple[str, str, str]
#: Languages written in the Arabic script (primary subtags of BCP 47), unless the tag says
#: otherwise.
ARABIC = frozenset({"ar", "ckb", "fa", "ks", "ps", "sd", "ug", "ur"})
SCRIPT_LETTERS = 4  # A subtag of so many letters, after the first, names a script.
#: Most Arabic words begin with a letter between these two.
ALEF_HAMZA, YEH = "\u0623", "\u064a"
ARABIC_LETTER = re.compile(
    "[\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u08ff"
    "\ufb50-\ufdff\ufe70-\ufefc]"
)


def path_of(at: At) -> str:
    """Write the path of a text.

    Parameters
    ----------
    at
        Where it stands.

    Examples
    --------
    >>> path_of(("indicators", "C-R4", "name"))
    'indicators.C-R4.name'
    """
    section, key, rest = at
    path = key_path(section, key)
    return f"{path}.{rest}" if rest else path


def indicator_of(at: At) -> str | None:
    """Give the code of the indicator that a text belongs to, if it belongs to one.

    Parameters
    ----------
    at
        Where it stands.

    Examples
    --------
    >>> indicator_of(("indicators", "C-R4", "name")), indicator_of(("framework", "title", ""))
    ('C-R4', None)
    """
    section, key, _ = at
    return key if section == "indicators" else None


def texts_of(framework: Framework) -> Iterator[tuple[Text, At]]:
    """Give every text of a framework but the quotations, which stand in their own language.

    Parameters
    ----------
    framework
        Whose texts they are.

    Yields
    ------
    tuple[Text, At]
        The text, and where it stands.

    Examples
    --------
    >>> demo = Framework(code="DEMO", languages=["fr"], title=Text.of(fr="formation"))
    >>> [path_of(at) for _, at in texts_of(demo)]
    ['framework.title']
    """
    head: Iterable[tuple[Text | None, At]] = (
        (framework.title, ("framework", "title", "")),
        (framework.description, ("framework", "description", "")),
        (framework.thresholds.basis, ("thresholds", "basis", "")),
        *((each.label, ("sources", each.code, "label")) for each in framework.sources),
    )
    yield from ((text, at) for text, at in head if text is not None)
    for dimension in framework.dimensions:
        yield from _texts_of_dimension(dimension)
    for result in framework.results:
        for name, text in zip(OF_RESULTS, of_result(result), strict=True):
            if text is not None:
                yield text, ("results", result.code, name)
    for indicator in framework.indicators:
        for name, text in zip(OF_INDICATORS, of_indicator(indicator), strict=True):
            if text is not None:
                yield text, ("indicators", indicator.code, name)
        yield from _texts_of_plan(indicator)


def doubtful_texts(framework: Framework) -> Iterator[tuple[Text, At]]:
    """Give the texts that deserve a second look.

    Parameters
    ----------
    framework
        Whose texts they are.

    Yields
    ------
    tuple[Text, At]
        A text whose languages are not exactly those of the framework, that has the same words in
        two of them, or Arabic words that do not begin with an Arabic letter; with where it
        stands.

    Examples
    --------
    >>> demo = Framework(code="DEMO", languages=["fr", "en"], title=Text.of(fr="formation"))
    >>> [path_of(at) for _, at in doubtful_texts(demo)]
    ['framework.title']
    """
    languages = tuple(sorted(framework.languages))
    arabic = [at for at, language in enumerate(languages) if is_arabic(language)]
    for text, place in texts_of(framework):
        # Nearly all texts are as they should be: that must be seen at a glance.
        tags, words = zip(*text.words)  # noqa: B905 - all are pairs, and to check it takes long
        doubtful = tags != languages or len(set(words)) < len(words)
        if not doubtful:
            for at in arabic:
                if not ALEF_HAMZA <= words[at][0] <= YEH:
                    doubtful = True
        if doubtful:
            yield text, place


def languages_without_script(text: Text, among: Collection[str]) -> tuple[str, ...]:
    """Give the languages of the Arabic script whose words hold no letter of it.

    Parameters
    ----------
    text
        The words.
    among
        Languages that are looked at.

    Examples
    --------
    >>> languages_without_script(Text.of(ar="formation", fr="formation"), ["ar", "fr"])
    ('ar',)
    """
    return tuple(
        language
        for language, words in text.words
        if language in among and is_arabic(language) and ARABIC_LETTER.search(words) is None
    )


def is_arabic(language: str) -> bool:
    """Tell whether a language is written in the Arabic script.

    Parameters
    ----------
    language
        A BCP 47 tag. A script named in it decides; else the usual script of the language does.

    Examples
    --------
    >>> is_arabic("ar-MA"), is_arabic("ar-Latn"), is_arabic("shi-Arab")
    (True, False, True)
    """
    first, *others = language.split("-")
    for each in others:
        if len(each) == SCRIPT_LETTERS and each.isalpha():
            return each.title() == "Arab"
    return first in ARABIC


def _texts_of_dimension(dimension: Dimension) -> Iterator[tuple[Text, At]]:
    if dimension.name is not None:
        yield dimension.name, ("dimensions", dimension.code, "name")
    for category in dimension.categories:
        # In the file its name stands in its place.
        key = f"categories.{key_path(category.code)}"
        yield category.name, ("dimensions", dimension.code, key)


def _texts_of_plan(indicator: Indicator) -> Iterator[tuple[Text, At]]:
    """Give what is said about the baseline, and about revisions of the targets."""
    if indicator.baseline is not None and indicator.baseline.note is not None:
        yield indicator.baseline.note, ("indicators", indicator.code, "baseline.note")
    for target in indicator.targets:
        for number, revision in enumerate(target.revisions):
            if revision.rationale is not None:
                key = f"{target_path(target)}.revisions[{number}].rationale"
                yield revision.rationale, ("indicators", indicator.code, key)


#: Keys of a result and of an indicator whose values are texts.
OF_RESULTS, OF_INDICATORS = (
    tuple(each.name for each in fields(kind) if each.type in {Text, Text | None})
    for kind in (Result, Indicator)
)
of_result, of_indicator = attrgetter(*OF_RESULTS), attrgetter(*OF_INDICATORS)
