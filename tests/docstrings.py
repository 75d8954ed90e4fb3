"""Rules for docstrings of public names: what is missing in one is told in words."""

import ast
import doctest
import inspect
import re
import textwrap
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from typing import Any

import attrs

__all__ = ["PROPERTIES", "faults", "faults_of_member"]

PROPERTIES = (property, cached_property)

#: How the summary of a method begins that needs no section on what comes back.
GIVES = re.compile(r"(Cut|Find|Give|List|Make|Read|Tell)\b")

#: What a sentence cannot describe in passing: arrays, columns, and several things at once.
COMPOUND = re.compile(r"ndarray|Array\[|dict\[|tuple\[(?!.*\.\.\.\])")

NUMBER = re.compile(r"\b(Quantity|float|int)\b")

#: An equation in symbols: what a name computes.
FORMULA = re.compile(r"[a-zA-Z)]\d? [-+/*^] [a-zA-Z(]|\)\^\(|\bsum\(")

ARRAY = re.compile(r"ndarray|_ArrayLike|_Buffer")
SHAPE = re.compile(r"\bshape|one for each series|series x ")
UNIT = re.compile(r"\bunit|[Ff]raction|[Ss]hare|\b[Rr]ate\b|percent")
MEASURE = re.compile(rf"{UNIT.pattern}|\byears?\b|\bdays\b|\b[Nn]umber of|[Pp]robability|[Cc]ount")


def sections(docstring: str) -> dict[str, str]:
    """Return the sections of a numpy-style docstring by heading; the first has none."""
    parts = re.split(r"^(\w[\w ]*)\n-{3,}$", inspect.cleandoc(docstring), flags=re.MULTILINE)
    return dict(zip(["", *parts[1::2]], parts[0::2], strict=True))


def described(section: str) -> set[str]:
    """Return the names at the margin of a section: `one`, `one, other` or `**one`."""
    heads = re.findall(r"^\S.*$", section, re.MULTILINE)
    return {each.strip(" *") for head in heads for each in head.partition(" :")[0].split(",")}


def parameters(value: Any) -> set[str]:  # noqa: ANN401
    """Return what a caller hands over; what a class keeps to itself is not the caller's."""
    if not inspect.isclass(value):
        return set(inspect.signature(value).parameters)
    if attrs.has(value):
        return {each.name for each in attrs.fields(value) if each.init and each.name[0] != "_"}
    if issubclass(value, (Enum, str)) or "__init__" not in vars(value):
        return set()
    return set(inspect.signature(value).parameters)


def kinds(value: Any) -> list[str]:  # noqa: ANN401
    """Return the annotations of what a caller hands over; a strategy takes settings, no figures."""
    if value.__module__.startswith("indh_me.testing"):
        return []
    if not inspect.isclass(value):
        return [str(each.annotation) for each in inspect.signature(value).parameters.values()]
    if not attrs.has(value):
        return []
    public = parameters(value)
    return [str(each.type) for each in attrs.fields(value) if each.name in public]


def faults(value: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield what the docstring of a class or function lacks."""
    text = value.__doc__ or ""
    parts = sections(text)
    if parts[""].strip() == "":
        yield "no summary"
    wanted, known = parameters(value), described(parts.get("Parameters", ""))
    yield from (f"the parameter {name} is not described" for name in sorted(wanted - known))
    yield from (f"there is no parameter {name}" for name in sorted(known - wanted))
    if ">>> " not in parts.get("Examples", ""):
        yield "no example"
    computes = value.__module__.startswith("indh_me.compute")
    if computes and FORMULA.search(text) and "References" not in parts:
        yield "a formula, and no source"
    if any(ARRAY.search(kind) for kind in kinds(value)) and not SHAPE.search(text):
        yield "arrays, and no shape"
    if any("Quantity" in kind for kind in kinds(value)) and not UNIT.search(text):
        yield "figures, and no unit"
    if not inspect.isclass(value):
        yield from _faults_of_function(value, parts)


def _faults_of_function(function: Any, parts: dict[str, str]) -> Iterator[str]:  # noqa: ANN401
    """Yield what a function does not say: what comes back, and what goes wrong.

    A strategy says in its summary what it draws. Only what a function raises itself, or where it
    reads or writes a file, is asked for; the rest is that of the classes it makes.
    """
    back = inspect.signature(function).return_annotation
    if "SearchStrategy" in str(back):
        return
    if back not in (None, "None") and not {"Returns", "Yields"} & set(parts):
        yield "no word on what it returns"
    source = textwrap.dedent(inspect.getsource(inspect.unwrap(function)))
    raises = any(isinstance(node, ast.Raise) for node in ast.walk(ast.parse(source)))
    touches_files = bool({"path", "folder"} & set(inspect.signature(function).parameters))
    if (raises or touches_files) and "Raises" not in parts:
        yield "no word on what it raises"


def getter(member: Any) -> Any:  # noqa: ANN401
    """Return the function behind a method or property."""
    for name in ("fget", "func", "__func__"):
        member = getattr(member, name, member)
    return inspect.unwrap(member)


def shows(docstring: str, name: str) -> bool:
    """Tell whether an example uses an attribute of this name."""
    examples = doctest.DocTestParser().get_examples(docstring)
    return any(
        isinstance(node, ast.Attribute) and node.attr == name
        for example in examples
        for node in ast.walk(ast.parse(example.source))
    )


def faults_of_member(owner: type, member: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield what the docstring of a method or property lacks.

    What its class says of shapes and units need not be said again, and an example of the class or
    of another member may show it: a line there tells more than a section of its own.
    """
    function = getter(member)
    text = function.__doc__ or ""
    parts = sections(text)
    own = f"{text}\n{owner.__doc__}"
    back = str(inspect.signature(function).return_annotation)
    if parts[""].strip() == "":
        yield "no summary"
    if "None" in back.split(" | ") and "None" not in parts[""] + parts.get("Returns", ""):
        yield "no word on when it is None"
    if any(isinstance(node, ast.Raise) for node in _nodes(function)) and "Raises" not in parts:
        yield "no word on what it raises"
    if not any(shows(each, function.__name__) for each in (text, *_shown_beside(owner))):
        yield "no example"
    annotations = [back]
    if not isinstance(member, PROPERTIES):
        annotations += [str(each.annotation) for each in _taken(function)]
        yield from _faults_of_method(function, parts)
    if any(ARRAY.search(kind) for kind in annotations) and not SHAPE.search(own):
        yield "arrays, and no shape"
    if any(NUMBER.search(kind) for kind in annotations) and not MEASURE.search(own):
        yield "figures, and no unit"


def _nodes(function: Any) -> Iterator[ast.AST]:  # noqa: ANN401
    return ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function))))


def _shown_beside(owner: type) -> list[str]:
    """Return the docstrings of a class and of its members, which show one another."""
    return [each.__doc__ or "" for each in (owner, *map(getter, vars(owner).values()))]


def _taken(function: Any) -> list[inspect.Parameter]:  # noqa: ANN401
    """Return what a method takes besides its object or class."""
    taken = inspect.signature(function).parameters.values()
    return [each for each in taken if each.name not in {"self", "cls"}]


def _faults_of_method(function: Any, parts: dict[str, str]) -> Iterator[str]:  # noqa: ANN401
    """Yield what a method does not say of what it takes and gives.

    The sentences at its head may name its parameters, and say what comes back.
    """
    wanted, known = {each.name for each in _taken(function)}, described(parts.get("Parameters", ""))
    said = {name for name in wanted if re.search(rf"\b{name.replace('_', '[_ ]')}\b", parts[""])}
    yield from (f"the parameter {name} is not named" for name in sorted(wanted - known - said))
    yield from (f"there is no parameter {name}" for name in sorted(known - wanted))
    back = str(inspect.signature(function).return_annotation)
    told = GIVES.match(parts[""]) and not COMPOUND.search(back)
    if back != "None" and not told and not {"Returns", "Yields"} & set(parts):
        yield "no word on what it returns"
