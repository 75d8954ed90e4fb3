"""Rules that look at the framework alone."""

from collections.abc import Iterator

from attrs import fields, has

from indh_me.errors import key_path
from indh_me.model import Citation, Framework, Quantity, Source, Text

from .finding import Finding, Severity

__all__ = ["missing_translations", "unsourced_values"]


def missing_translations(framework: Framework) -> Iterator[Finding]:
    """Find texts that lack one of the framework's languages.

    A quotation is exempt: it stands in the language of its source.
    """
    for path, text, indicator in _texts(framework):
        missing = text.missing(framework.languages)
        if len(missing) > 0:
            yield Finding(
                id="ME002",
                severity=Severity.WARNING,
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
        places = [
            key_path("targets", str(target.period))
            for target in indicator.targets
            if target.source is None
        ]
        if indicator.baseline is not None and indicator.baseline.source is None:
            places.append("baseline")
        for place in places:
            yield Finding(
                id="ME003",
                severity=Severity.WARNING,
                place=f"{path}.{place}",
                message=f"{place.partition('.')[0].rstrip('s')} without a source",
                mend='say who set it: source = "..."',
                indicator=indicator.code,
            )


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
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, tuple):
        for each in value:
            key = _key(each)
            if key is not None:
                yield from _texts_in(each, f"{path}.{key_path(key)}")
    elif has(type(value)) and not isinstance(value, (Citation, Quantity)):
        for field in fields(type(value)):
            if not (isinstance(value, Source) and field.name == "quote"):
                yield from _texts_in(getattr(value, field.name), f"{path}.{field.name}")


def _key(value: object) -> str | None:
    """Give what a part is known by inside its table."""
    for name in ("period", "code", "date"):
        if hasattr(value, name):
            return str(getattr(value, name))
    return None
