"""Values of Python as code of Typst."""

import unicodedata
from collections.abc import Mapping

from attrs import frozen

__all__ = ["Raw", "call", "literal"]

ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@frozen
class Raw:
    """Code of Typst that stands as it is: a length, a direction.

    Parameters
    ----------
    code
        The code.
    """

    code: str


def literal(value: object) -> str:
    r"""Write a value so that Typst reads that value, and never markup or code.

    Parameters
    ----------
    value
        A text, a number, a truth, `None`, `Raw`, or a tuple or mapping of them.

    Examples
    --------
    >>> literal('#panic("x") $')
    '"#panic(\\"x\\") $"'
    >>> literal(("a", None)), literal(()), literal({"on": True})
    ('("a", none,)', '()', '(on: true)')
    """
    match value:
        case Raw(code):
            return code
        case None:
            return "none"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return _text(value)
        case Mapping():
            if not value:
                return "(:)"
            return f"({', '.join(f'{key}: {literal(each)}' for key, each in value.items())})"
        case tuple():
            return _list(value)
    message = f"no literal of Typst for {type(value).__name__}"
    raise TypeError(message)


def _list(values: tuple[object, ...]) -> str:
    """Write a list, one part a line where the parts are code."""
    if any(isinstance(each, Raw) for each in values):
        parts = [literal(each).replace("\n", "\n  ") for each in values]
        return "(\n" + "".join(f"  {part},\n" for part in parts) + ")"
    return f"({' '.join(f'{literal(each)},' for each in values)})"


def _text(words: str) -> str:
    """Write a text; controls, which paper cannot show, are written as such or left out."""
    kept = (ESCAPES.get(each, each) for each in words if each in ESCAPES or _is_shown(each))
    return f'"{"".join(kept)}"'


def _is_shown(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cs"}


def call(function: str, *arguments: object, **named: object) -> Raw:
    """Write a call of a function; named arguments that are `None` are left out.

    Parameters
    ----------
    function
        Its name.
    arguments, named
        What it is given; ``_`` in a name stands for ``-``.

    Examples
    --------
    >>> call("note", "Hello", only_if=None, one=True).code
    'note("Hello", one: true)'
    """
    given = [literal(each) for each in arguments]
    given += [
        f"{name.replace('_', '-')}: {literal(value)}"
        for name, value in named.items()
        if value is not None
    ]
    return Raw(f"{function}({', '.join(given)})")
