"""The tables that a framework file is made of."""

from collections.abc import Mapping

from attrs import Attribute, field, frozen

from indh_me.errors import Fault, IndhMeError, InvalidInputError
from indh_me.model import Dimension, Indicator, Result, Source, Text, _fields
from indh_me.model.text import language_tag

from .faults import at

__all__ = ["PARTS", "SECTIONS", "Head"]

#: Tables of a framework file whose keys are codes, with the class of what stands under each.
PARTS: Mapping[str, type] = {
    "sources": Source,
    "dimensions": Dimension,
    "results": Result,
    "indicators": Indicator,
}
SECTIONS = ("framework", "thresholds", *PARTS, "labels", "suppressions", "observations")


def _languages(
    _head: object, attribute: "Attribute[tuple[str, ...]]", tags: tuple[str, ...]
) -> None:
    faults = []
    for number, tag in enumerate(tags):
        try:
            language_tag(tag)
        except IndhMeError as error:
            faults += [at(f"{attribute.name}[{number}]", fault) for fault in error.faults]
    if len(tags) == 0:
        faults.append(Fault("no languages", attribute.name, 'name one: languages = ["fr"]'))
    faults += [
        Fault(f"language {tag!r} is given twice", attribute.name, "keep one")
        for tag in _fields.repeated(tags)
    ]
    if faults:
        raise InvalidInputError(*faults)


@frozen(kw_only=True)
class Head:
    """What is said of the framework as a whole.

    Parameters
    ----------
    code
        Short name.
    languages
        Tags of the languages it is kept in (BCP 47), such as ar, fr or fr-MA; the first is the
        default.
    title
        What it is called.
    description
        What a reader should know before anything else.
    """

    code: str = field(validator=_fields.code)
    languages: tuple[str, ...] = field(validator=_languages)
    title: Text | None = None
    description: Text | None = None
