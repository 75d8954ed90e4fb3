"""What a notebook shows, read back as a tree."""

import xml.etree.ElementTree as ET

from indh_me.write import to_html

__all__ = ["LANGUAGES", "shown", "texts"]

LANGUAGES = ["ar", "en", "fr"]


def shown(value: object, language: str | None = None) -> ET.Element:
    """Read the HTML of a value, which is well-formed XML too."""
    return ET.fromstring(to_html(value, language))


def texts(root: ET.Element, tag: str = "td") -> list[str]:
    """Give the texts of all elements of a kind, with what is inside them."""
    return ["".join(each.itertext()).strip() for each in root.iter(tag)]
