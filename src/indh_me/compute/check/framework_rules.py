"""Rules that look at the framework alone."""

from collections.abc import Iterator

from attrs import fields

from indh_me.errors import key_path
from indh_me.model import (
    Baseline,
    Category,
    Dimension,
    Framework,
    Indicator,
    Result,
    Revision,
    Source,
    Target,
    Text,
)
from indh_me.model.indicator import target_path

from .finding import Finding, Severity
from .rule import Check, Rule, of_framework

__all__ = ["CHECKS", "UNSOURCED", "missing_translations", "unsourced_values"]

UNTRANSLATED = Rule(
    "ME002",
    "missing-translation",
    Severity.WARNING,
    "a text lacks words in one of the framework's languages",
)
UNSOURCED = Rule(
    "ME003",
    "unsourced-value",
    Severity.WARNING,
    "a target, baseline or observation has no source",
)


def missing_translations(framework: Framework) -> Iterator[Finding]:
    """Find texts that lack one of the framework's languages.

    A quotation is exempt: it stands in the language of its source.
    """
    for path, text, indicator in _texts(framework):
        missing = text.missing(framework.languages)
        if len(missing) > 0:
            yield UNTRANSLATED.found(
                place=path,
                message=f"no words in {', '.join(missing)}",
                mend=f"add {', '.join(f'{path}.{language}' for language in missing)}",
                indicator=indicator,
            )


def unsourced_values(framework: Framework) -> Iterator[Finding]:
    """Find targets and baselines that no source stands behind.

    The source of an indicator stands behind its targets and baseline too.
    """
    for indicator in framework.indicators:
        if indicator.source is not None:
            continue
        path = key_path("indicators", indicator.code)
        unsourced = [
            (target_path(target), f"target for {_whom(target)}")
            for target in indicator.targets
            if target.source is None
        ]
        if indicator.baseline is not None and indicator.baseline.source is None:
            unsourced.append(("baseline", "baseline"))
        for place, what in unsourced:
            yield UNSOURCED.found(
                place=f"{path}.{place}",
                message=f"{what} without a source",
                mend='say who set it: source = "..."',
                indicator=indicator.code,
            )


def _whom(target: Target) -> str:
    return f"{target.period} {target.categories}".strip()


def _texts(framework: Framework) -> Iterator[tuple[str, Text, str | None]]:
    """Give every text of a framework, its path, and the indicator it belongs to."""
    for name in ("title", "description"):
        text = getattr(framework, name)
        if text is not None:
            yield key_path("framework", name), text, None
    if framework.thresholds.basis is not None:
        yield "thresholds.basis", framework.thresholds.basis, None
    for section in ("sources", "dimensions", "results", "indicators"):
        for part in getattr(framework, section):
            code = part.code if section == "indicators" else None
            for path, text in _texts_in(part, key_path(section, part.code)):
                yield path, text, code


def _texts_in(value: object, path: str) -> Iterator[tuple[str, Text]]:
    """Give the texts of a part, but not the quotations: they stand in their own language."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Category):
        # In the file its name stands in its place.
        yield path, value.name
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _texts_in(each, _path_of(each, path, number))
    elif isinstance(value, PARTS):
        for field in fields(type(value)):
            if not (isinstance(value, Source) and field.name == "quote"):
                yield from _texts_in(getattr(value, field.name), f"{path}.{field.name}")


def _path_of(part: object, path: str, number: int) -> str:
    """Give the path of one of several parts, as it stands in the file."""
    if isinstance(part, Category):
        return f"{path}.{key_path(part.code)}"
    if isinstance(part, Target):
        return f"{path.removesuffix('.targets')}.{target_path(part)}"
    return f"{path}[{number}]"


#: Classes whose fields may be texts, or hold some.
PARTS = (Baseline, Dimension, Indicator, Result, Revision, Source, Target)
#: Rules of this file, with their searches.
CHECKS: tuple[Check, ...] = (
    (UNTRANSLATED, of_framework(missing_translations)),
    (UNSOURCED, of_framework(unsourced_values)),
)
