"""The texts of a framework, each with its place."""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from attrs import fields

from indh_me.errors import key_path
from indh_me.model import Dimension, Framework, Indicator, Result, Text
from indh_me.model.indicator import target_path

__all__ = ["At", "indicator_of", "path_of", "texts_of"]

#: Where a text stands: section, key of the part, and the rest of the path as it is written.
#: A path is only written when something is found there: a framework has many texts.
At = tuple[str, str, str]


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
