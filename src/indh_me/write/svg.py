"""Scalable vector graphics (SVG) as text: elements, coordinates, and text that fits a width."""

import re
from collections.abc import Iterable
from html import escape

from .legal_text import FORBIDDEN
from .row_height import text_width

__all__ = ["coordinate", "element", "font_width", "path_of", "text_element", "wrapped"]

#: Digits that a font of one pixel has on a pixel: fonts of screens differ, this one is wide.
DIGIT = 0.6


def element(name: str, *children: str, **attributes: str | float) -> str:
    """Write an element; attributes are named with ``_`` for ``-`` and ``:``.

    Parameters
    ----------
    name
        Of the element.
    children
        Elements inside it, each as this function writes it.
    attributes
        Texts, which are escaped, and numbers.

    Examples
    --------
    >>> element("rect", x=4.0, width=10 / 3, stroke_width=1)
    '<rect x="4" width="3.33" stroke-width="1"/>'
    >>> print(element("g", element("path", d="M0 0"), fill="none"))
    <g fill="none">
    <path d="M0 0"/>
    </g>
    """
    said = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items())
    if not children:
        return f"<{name}{said}/>"
    return "\n".join([f"<{name}{said}>", *children, f"</{name}>"])


def text_element(name: str, text: str, **attributes: str | float) -> str:
    """Write an element that holds text.

    Parameters
    ----------
    name
        Of the element.
    text
        Any text; characters that no file can hold are left out.
    attributes
        As for `element`.

    Examples
    --------
    >>> text_element("text", "a < b & c", x=1)
    '<text x="1">a &lt; b &amp; c</text>'
    """
    empty = element(name, **attributes).removesuffix("/>")
    return f"{empty}>{_text(text)}</{name}>"


def coordinate(number: float) -> str:
    """Write a coordinate: hundredths of a pixel are enough for any eye.

    Parameters
    ----------
    number
        Any finite number.

    Examples
    --------
    >>> coordinate(10 / 3), coordinate(-0.001), coordinate(40)
    ('3.33', '0', '40')
    """
    shown = f"{number:.2f}".rstrip("0").removesuffix(".")
    return "0" if shown in {"-0", ""} else shown


def path_of(points: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """Write a line through points, as the data of a path.

    Parameters
    ----------
    points
        Pairs of x and y.
    closed
        Whether it goes back to where it began.

    Examples
    --------
    >>> path_of([(0, 0), (2.5, 4)], closed=True)
    'M0 0 L2.5 4 Z'
    """
    steps = " L".join(f"{coordinate(x)} {coordinate(y)}" for x, y in points)
    return f"M{steps} Z" if closed else f"M{steps}"


def font_width(text: str, size: float) -> float:
    """Estimate how wide a text is, in pixels: no font is asked.

    Parameters
    ----------
    text
        A line of text.
    size
        Of the font, in pixels.
    """
    return text_width(text) * DIGIT * size


def wrapped(text: str, size: float, room: float) -> list[str]:
    """Break a text into lines.

    Parameters
    ----------
    text
        Any text.
    size
        Of the font, in pixels.
    room
        Width of a line, in pixels. A word that is longer has a line of its own.

    Examples
    --------
    >>> wrapped("two lines of text", 10, 50)
    ['two lines', 'of text']
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font_width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _name(key: str) -> str:
    return re.sub("^xml_", "xml:", key).rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return _text(value) if isinstance(value, str) else coordinate(value)


def _text(text: str) -> str:
    return escape(FORBIDDEN.sub("", text))
