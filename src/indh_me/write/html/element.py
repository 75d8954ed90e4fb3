"""Elements of HTML, whose words are escaped."""

import unicodedata
from html import escape

__all__ = ["Markup", "element"]

#: Elements that hold nothing, and have no end.
VOID = frozenset({"input", "meta", "br"})


class Markup(str):
    """HTML that stands as it is, unlike any other text.

    Examples
    --------
    >>> element("p", Markup("<b>yes</b>"), " & <no>")
    '<p><b>yes</b> &amp; &lt;no&gt;</p>'
    """

    __slots__ = ()


def element(name: str, /, *inside: str, **attributes: str | bool | None) -> Markup:
    """Write an element.

    Parameters
    ----------
    name
        Its name.
    inside
        `Markup`, or words, which are escaped.
    attributes
        Values by name, where ``_`` stands for ``-``, and one at the end for nothing; `True` for an
        attribute without a value. Those that are `None` or `False` are left out.

    Examples
    --------
    >>> element("input", type="radio", value='"', checked=True, data_x=None)
    '<input type="radio" value="&quot;" checked>'
    """
    written = []
    for key, value in attributes.items():
        shown = key.rstrip("_").replace("_", "-")
        if value is True:
            written.append(f" {shown}")
        elif isinstance(value, str):
            written.append(f' {shown}="{_words(value)}"')
    start = f"<{name}{''.join(written)}>"
    if name in VOID:
        return Markup(start)
    content = "".join(each if isinstance(each, Markup) else _words(each) for each in inside)
    return Markup(f"{start}{content}</{name}>")


def _words(text: str) -> str:
    """Escape words; what HTML cannot hold is left out."""
    shown = (each for each in text if each in "\n\t" or _is_shown(each))
    return escape("".join(shown))


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cs"}
