"""A client of forms for the tests: what a converted XForm asks, by its own XPath expressions.

The expressions are evaluated by libxml2, with the functions of ODK beside those of XPath 1.0. It
stands in for a telephone, and shares no code with the library.
"""

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

from attrs import define, field
from lxml import etree

__all__ = ["Filled", "XForm"]

XFORMS = "{http://www.w3.org/2002/xforms}"
EPOCH = date(1970, 1, 1)
#: What lxml hands over: an element, or what an expression comes to.
Node: TypeAlias = Any
Value: TypeAlias = Any


def _text(value: Value) -> str:
    """Give what XPath makes a text of."""
    if isinstance(value, list):
        return "" if not value else (value[0].text or "")
    if isinstance(value, float):
        if math.isnan(value):
            return "NaN"
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def _number(value: Value) -> float:
    if isinstance(value, float):
        return value
    try:
        return float(_text(value))
    except ValueError:
        return math.nan


def _coalesce(_context: object, first: Value, second: Value) -> Value:
    return second if _text(first) in {"", "NaN"} else first


def _int(_context: object, value: Value) -> float:
    number = _number(value)
    return number if math.isnan(number) else float(int(number))


FUNCTIONS = {
    "if": lambda _, condition, then, otherwise: then if condition else otherwise,
    "coalesce": _coalesce,
    "int": _int,
    "selected": lambda _, answer, code: f" {_text(code)} " in f" {_text(answer)} ",
    "count-selected": lambda _, answer: float(
        len(_text(answer).split(" ")) if _text(answer) else 0
    ),
    "regex": lambda _, answer, pattern: re.fullmatch(_text(pattern), _text(answer)) is not None,
    # Days are numbers here, counted from the epoch, as comparisons take them.
    "date": lambda _, day: float((date.fromisoformat(_text(day)) - EPOCH).days),
}


@define
class Filled:
    """A form that was filled in.

    Parameters
    ----------
    asked
        Names of the questions that were shown or worked out.
    broken
        Those whose answer breaks their constraint.
    """

    asked: list[str] = field(factory=list)
    broken: list[str] = field(factory=list)


@define
class XForm:
    """A form as clients get it.

    Parameters
    ----------
    xml
        The XForm.
    """

    xml: str
    root: Node = field(init=False)
    binds: dict[str, Mapping[str, str]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Read the empty answers, and what binds them."""
        document = etree.fromstring(self.xml.encode())
        self.binds = {
            each.get("nodeset"): dict(each.attrib) for each in document.iter(f"{XFORMS}bind")
        }
        instance = next(document.iter(f"{XFORMS}instance"))
        self.root = _plain(instance[0])

    def fill(self, answers: Mapping[str, Value], today: date) -> Filled:
        """Answer one question after the other, as far as they are asked."""
        filled = Filled()
        tree = self.root.getroottree()
        for node in self.leaves():
            path = tree.getpath(node)
            bind = self.binds.get(path, {})
            node.text = ""
            if not self.is_relevant(path, node, today):
                continue
            filled.asked.append(node.tag)
            if "calculate" in bind:
                value = self.evaluate(bind["calculate"], node, today)
                node.text = "" if _text(value) == "NaN" else _text(value)
                continue
            node.text = _stored(answers.get(node.tag))
            rule = bind.get("constraint")
            if node.text != "" and rule is not None and not self.evaluate(rule, node, today):
                filled.broken.append(node.tag)
        return filled

    def leaves(self) -> Iterator[Node]:
        """Give what can hold an answer, in order."""
        return (node for node in self.root.iter() if len(node) == 0)

    def is_relevant(self, path: str, node: Node, today: date) -> bool:
        """Tell whether a question and all groups around it are asked."""
        steps = path.split("/")
        paths = ("/".join(steps[:length]) for length in range(2, len(steps) + 1))
        rules = (self.binds.get(each, {}).get("relevant", "true()") for each in paths)
        return all(self.evaluate(rule, node, today) for rule in rules)

    def evaluate(self, expression: str, node: Node, today: date) -> Value:
        """Work out an expression."""
        day = {"today": lambda _: float((today - EPOCH).days)}
        extensions = {(None, name): call for name, call in (FUNCTIONS | day).items()}
        return etree.XPath(expression, extensions=extensions)(node)


def _plain(element: Node) -> Node:
    """Copy an element without the namespace of its name, which paths leave out."""
    made = etree.Element(etree.QName(element).localname)
    made.extend(_plain(child) for child in element)
    return made


def _stored(answer: Value) -> str:
    """Give an answer as it is stored in a form."""
    if answer is None:
        return ""
    if isinstance(answer, date):
        return str((answer - EPOCH).days)
    return " ".join(answer) if isinstance(answer, tuple) else _text(answer)
