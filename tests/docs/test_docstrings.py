"""The docstrings of public names, by a few rules; pytest runs their examples where they stand."""

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest

import indh_me as me
from indh_me import testing

API = Path(__file__).parents[2] / "docs" / "reference" / "api.md"

NAMES = {
    **{f"indh_me.{name}": getattr(me, name) for name in me.__all__},
    **{f"indh_me.testing.{name}": getattr(testing, name) for name in testing.__all__},
}

#: Classes and functions; the others are values, and have no docstring of their own.
DOCUMENTED = {
    name: value
    for name, value in NAMES.items()
    if inspect.isclass(value) or inspect.isroutine(value) or hasattr(value, "__wrapped__")
}

#: An equation in symbols: what a name computes.
FORMULA = re.compile(r"[a-zA-Z)]\d? [-+/*^] [a-zA-Z(]|\)\^\(|\bsum\(")

ARRAY = re.compile(r"ndarray|_ArrayLike|_Buffer")
SHAPE = re.compile(r"\bshape|one for each series|series x ")
UNIT = re.compile(r"\bunit|[Ff]raction|[Ss]hare|\b[Rr]ate\b|percent")


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


@pytest.mark.parametrize("name", DOCUMENTED)
def test_public_name_is_documented(name: str) -> None:
    """Each public class and function says what it is, takes, gives and raises, and shows it."""
    assert [] == list(faults(DOCUMENTED[name]))


def test_arrays_and_figures_need_shape_and_unit() -> None:
    """A function that takes arrays or quantities and tells neither shape nor unit is reported."""

    def function(arrays: np.ndarray, figure: me.Quantity) -> None:
        """Do it."""

    assert {"arrays, and no shape", "figures, and no unit"} <= set(faults(function))


@pytest.mark.parametrize("name", sorted(set(NAMES) - set(DOCUMENTED)))
def test_public_value_is_described(name: str) -> None:
    """Each public constant is described where the page of Python names lists it."""
    text = API.read_text(encoding="utf-8")

    assert re.search(rf"^\.\. data:: {re.escape(name)}\n\n {{3}}\S", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("docstring", "expected"),
    [
        ("", ["no summary", "the parameter one is not described", "no example"]),
        ("Do it.\n\nParameters\n----------\none, two\n    Both.", ["there is no parameter two"]),
        ("Do it.\n\nExamples\n--------\nNone yet.", ["no example"]),
        ("Do it.", ["no word on what it returns", "no word on what it raises"]),
    ],
)
def test_what_is_missing_is_told(docstring: str, expected: list[str]) -> None:
    """A docstring without summary, parameter, example or return is reported as such."""

    def function(one: int) -> int:
        if one < 0:
            raise ValueError
        return one

    function.__doc__ = docstring

    assert set() == set(expected) - set(faults(function))
