"""The header of a column: what it means, in whichever way that converters know.

Names and other ways to write them are those of pyxform 4.5.
"""

from collections.abc import Mapping

from attrs import frozen

__all__ = ["TRANSLATABLE", "Header", "header_of"]

#: Columns of texts and media that each language has its own of, by sheet.
TRANSLATABLE: Mapping[str, frozenset[str]] = {
    "survey": frozenset(
        {
            "label",
            "hint",
            "guidance_hint",
            "constraint_message",
            "required_message",
            "image",
            "big-image",
            "audio",
            "video",
        }
    ),
    "choices": frozenset({"label", "image", "big-image", "audio", "video"}),
}
LIST_ALIASES: Mapping[str, str] = {"caption": "label", "value": "name"}
#: Other ways to write a column, by sheet: a filter of choices may go by a column called ``count``.
ALIASES: Mapping[str, Mapping[str, str]] = {
    "survey": {
        "caption": "label",
        "relevance": "relevant",
        "calculate": "calculation",
        "constraining_message": "constraint_message",
        "constraint_msg": "constraint_message",
        "requiredmsg": "required_message",
        "readonly": "read_only",
        "count": "repeat_count",
        "jr:count": "repeat_count",
        "jr:constraintmsg": "constraint_message",
        "jr:requiredmsg": "required_message",
        "jr:noapperrorstring": "no_app_error_string",
        "noapperrorstring": "no_app_error_string",
        "command": "type",
        "tag": "name",
        "value": "name",
    },
    "choices": LIST_ALIASES,
    "external_choices": LIST_ALIASES,
    "settings": {
        "set_form_title": "form_title",
        "set_form_id": "form_id",
        "id_string": "form_id",
        "title": "form_title",
    },
}
#: What may stand before a column, and says nothing of what it means.
PREFIXES = frozenset({"bind", "media", "control"})
#: What may stand before any word at all: it goes into the XForm as it is.
FREE = frozenset({"instance", "bind", "body", "control", "attribute"})


@frozen
class Header:
    """A column.

    Parameters
    ----------
    text
        As it stands in the file.
    name
        Its usual name, in small letters: ``constraint_message``.
    language
        The language of its texts, as it stands in the file; an empty one where none is named.
    is_free
        Whether it goes into the XForm as it is: ``bind::odk:length``.
    """

    text: str
    name: str
    language: str = ""
    is_free: bool = False


def header_of(text: str, sheet: str) -> Header:
    """Read the text of a header.

    Parameters
    ----------
    text
        As it stands in the file.
    sheet
        Name of the sheet: what a column is called, and whether it has a language, hangs on it.

    Examples
    --------
    >>> header = header_of("Label :: Français (fr)", "survey")
    >>> header.name, header.language
    ('label', 'Français (fr)')
    >>> header_of("relevance", "survey").name, header_of("media::image", "survey").name
    ('relevant', 'image')
    """
    translatable = TRANSLATABLE.get(sheet, frozenset())
    parts = _parts(text)
    is_free = len(parts) > 1 and parts[0].lower() in FREE
    if len(parts) > 1 and parts[0].lower() in PREFIXES:
        parts = parts[1:]
    name = "_".join(parts[0].split()).lower()
    name = ALIASES.get(sheet, {}).get(name, name)
    if len(parts) > 1 and name in translatable:
        return Header(text, name, language=" ".join(parts[1].split()))
    if len(parts) > 1 and not is_free:
        return Header(text, text.strip())
    return Header(text, name, is_free=is_free)


def _parts(text: str) -> list[str]:
    if "::" in text:
        parts = text.split("::")
    elif ":" in text and "jr:" not in text.lower():
        parts = text.split(":")
    else:
        parts = [text]
    return [part.strip() for part in parts]
