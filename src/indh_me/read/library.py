"""The indicator library that comes with the package."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from attrs import evolve

from indh_me._codec import framework_from_plain
from indh_me._codec.sections import PARTS
from indh_me.catalog import labels
from indh_me.catalog.themes import LANGUAGES, THEMES, in_languages, theme
from indh_me.errors import Fault, InvalidInputError, UnknownCodeError, nearest, quoted
from indh_me.model import Framework, Indicator, Result, _fields

__all__ = ["indicator", "library"]


def indicator(code: str) -> Indicator:
    """Give a ready-made indicator of the library.

    Parameters
    ----------
    code
        Its code, which begins with its theme: ``training.completion_rate``.

    Returns
    -------
    Indicator
        With all that a reference sheet asks for, in Arabic, French and English, and without
        baseline and targets. The result and dimensions that it names stand in `library`.

    Raises
    ------
    UnknownCodeError
        When the library has none of this code, with the nearest.

    Examples
    --------
    >>> completion = indicator("training.completion_rate")
    >>> completion.name.get("fr"), completion.accumulation.value
    ("Taux d'achèvement de la formation", 'ratio')
    >>> completion.with_result("skills").result
    'skills'
    """
    return _library(LANGUAGES).indicator(code)


def library(*wanted: str, languages: Iterable[str] = LANGUAGES) -> Framework:
    """Give indicators of the library, with all that they stand on.

    Parameters
    ----------
    wanted
        Themes (``training``, ``communication``) and codes of indicators; none at all gives
        the whole library.
    languages
        Tags of the languages of the texts, the default first.

    Returns
    -------
    Framework
        The indicators in the order asked for, each once; the dimensions they are disaggregated
        by; the results they measure, up to the head of the chain; the published schemes that
        their external codes belong to.

    Raises
    ------
    UnknownCodeError
        For what is neither a theme nor a code, with the nearest.
    InvalidInputError
        For a language that the library has not, none at all, and one given twice.

    Notes
    -----
    A text in a language that a framework is not kept in cannot be read back from its file: ask
    for the languages of the framework that the indicators are taken into.

    Examples
    --------
    >>> reach = library("communication.reach", languages=["fr"])
    >>> [dimension.code for dimension in reach.dimensions]
    ['sex', 'age_group', 'area', 'channel']
    >>> [result.code for result in reach.results][:1]
    ['communication-response']
    >>> {each.code.partition(".")[0] for each in library("training").indicators}
    {'training'}
    """
    tags = _fields.tuple_of(languages, str, "languages")
    faults = [
        Fault(f"the library has no words in {quoted(tag)}", "languages", nearest(tag, LANGUAGES))
        for tag in tags
        if tag not in LANGUAGES
    ]
    if len(tags) == 0:
        faults.append(Fault("no languages", "languages", f"name some of {', '.join(LANGUAGES)}"))
    if faults:
        raise InvalidInputError(*faults)
    whole = _library(tags)
    return whole if len(wanted) == 0 else _part(whole, tuple(_codes(whole, wanted)))


@lru_cache(maxsize=8)
def _library(languages: tuple[str, ...]) -> Framework:
    """Put the files of all themes together; what they share is the same in each."""
    title = {tag: words for tag, words in labels()["library"]["title"].items() if tag in languages}
    plain: dict[str, Any] = {
        "framework": {"code": "library", "languages": languages, "title": title}
    }
    for section in PARTS:
        tables = [in_languages(theme(name).get(section, {}), languages) for name in THEMES]
        plain[section] = {code: each for table in tables for code, each in table.items()}
    return framework_from_plain(plain)[0]


def _codes(whole: Framework, wanted: Sequence[str]) -> Iterator[str]:
    """Give the codes that are asked for, those of a theme one by one."""
    codes = [each.code for each in whole.indicators]
    unknown = [word for word in wanted if word not in codes and word not in THEMES]
    if unknown:
        raise UnknownCodeError(
            *(
                Fault(
                    f"{quoted(word)} is no theme or indicator of the library",
                    mend=nearest(str(word), [*THEMES, *codes]),
                )
                for word in unknown
            )
        )
    for word in wanted:
        if word in THEMES:
            yield from (code for code in codes if code.partition(".")[0] == word)
        else:
            yield word


def _part(whole: Framework, codes: Sequence[str]) -> Framework:
    """Take some indicators, and of the other parts only what these name."""
    indicators = [whole.indicator(code) for code in dict.fromkeys(codes)]
    dimensions = {code for each in indicators for code in each.dimensions}
    schemes = {scheme for each in indicators for scheme, _ in each.external_codes}
    results = {each.code for each in _chain(whole, indicators)}
    return evolve(
        whole,
        sources=[each for each in whole.sources if each.code in schemes],
        dimensions=[each for each in whole.dimensions if each.code in dimensions],
        results=[each for each in whole.results if each.code in results],
        indicators=indicators,
    )


def _chain(whole: Framework, indicators: Iterable[Indicator]) -> Iterator[Result]:
    """Give the results that indicators measure, and those that these contribute to."""
    for each in indicators:
        code = each.result
        while code is not None:
            result = whole.result(code)
            yield result
            code = result.parent
