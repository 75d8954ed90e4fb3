"""What a value shows of itself: blocks of HTML, a function for each class.

The function of a class is registered beside it, as a module of this room does for its own::

    @blocks.register
    def _(value: Framework, words: Words) -> Iterator[str]:
        yield heading(...)
"""

import re
from collections.abc import Iterable, Iterator
from functools import singledispatch

from indh_me.errors import Fault, InvalidInputError, quoted
from indh_me.model import Period
from indh_me.write.style import Style
from indh_me.write.svg import element, text_element
from indh_me.write.words import Words

__all__ = ["blocks", "chip", "heading", "in_period", "note", "section", "title", "unbroken"]

INSIDE = re.compile(r"(?<=\d) (?=[\d%])")


@singledispatch
def blocks(value: object, words: Words) -> Iterator[str]:  # noqa: ARG001 - the others use it
    """Give a value as blocks of HTML.

    Parameters
    ----------
    value
        What is shown.
    words
        In which language.

    Yields
    ------
    str
        An element at a time, escaped.

    Raises
    ------
    InvalidInputError
        For a value that no function is registered for.
    """
    known = ", ".join(sorted(kind.__name__ for kind in blocks.registry if kind is not object))
    raise InvalidInputError(
        Fault(f"{quoted(type(value).__name__)} cannot be shown as HTML", "value", f"give: {known}")
    )


def title(code: str, name: str) -> str:
    """Write what a value is called.

    Examples
    --------
    >>> print(title("T-R1", "People <trained>"))
    <div class="title">
    <bdi>T-R1</bdi>
    <bdi>People &lt;trained&gt;</bdi>
    </div>
    """
    parts = [text_element("bdi", each) for each in (code, name) if each != ""]
    return element("div", *parts, class_="title")


def heading(parts: Iterable[str]) -> str:
    """Write the line under a title.

    Examples
    --------
    >>> heading(["As of 2008-03-27", "Percent"])
    '<div class="under">As of 2008-03-27 · Percent</div>'
    """
    return text_element(
        "div", " \u00b7 ".join(each for each in parts if each != ""), class_="under"
    )


def in_period(figure: str, period: Period, words: Words) -> str:
    r"""Write a figure with its period behind it.

    Examples
    --------
    >>> in_period("60 %", Period.year(2008), Words("en"))
    '60\xa0% (2008)'
    """
    return words.label(
        "phrase", "figure_in_period", figure=unbroken(figure), period=words.period(period)
    )


def section(text: str) -> str:
    """Write the heading of a part.

    Examples
    --------
    >>> section("Findings")
    '<div class="heading">Findings</div>'
    """
    return text_element("div", text, class_="heading")


def note(text: str) -> str:
    """Write a line under a table.

    Examples
    --------
    >>> note("a < b")
    '<div class="note">a &lt; b</div>'
    """
    return text_element("div", text, class_="note")


def unbroken(figure: str) -> str:
    r"""Keep a figure on one line: its thousands and its sign of percent.

    Examples
    --------
    >>> unbroken("at least 18 000")
    'at least 18\xa0000'
    """
    return INSIDE.sub("\u00a0", figure)


def chip(text: str, style: Style) -> str:
    """Write a word on its colour.

    Examples
    --------
    >>> from indh_me.write.style import status_style
    >>> chip("At risk", status_style("at_risk"))
    '<span class="status" style="background:#FFE699;color:#4A3A00">At risk</span>'
    """
    look = [f"background:{style.fill}", f"color:{style.colour}"]
    look += ["font-weight:600"] if style.bold else []
    return text_element("span", text, class_="status", style=";".join(look))
