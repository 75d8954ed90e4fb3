"""The docstrings of public names, by a few rules; pytest runs their examples where they stand."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import indh_me as me
from docstrings import PROPERTIES, faults, faults_of_member
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


def members() -> Iterator[tuple[str, tuple[type, Any]]]:
    """Yield the public members of the public classes, each with the class that defines it.

    One that overrides another is spoken of where it was first defined.
    """
    for kind in filter(inspect.isclass, DOCUMENTED.values()):
        known = [each for each in kind.__mro__ if each.__module__.partition(".")[0] == "indh_me"]
        for name, owner in {name: each for each in known for name in vars(each)}.items():
            value = vars(owner)[name]
            is_member = inspect.isfunction(value) or isinstance(
                value, (*PROPERTIES, classmethod, staticmethod)
            )
            if is_member and not name.startswith("_"):
                yield f"{owner.__module__}.{owner.__qualname__}.{name}", (owner, value)


#: Methods and properties, an inherited one once.
MEMBERS = dict(members())


@pytest.mark.parametrize("name", DOCUMENTED)
def test_public_name_is_documented(name: str) -> None:
    """Each public class and function says what it is, takes, gives and raises, and shows it."""
    assert [] == list(faults(DOCUMENTED[name]))


@pytest.mark.parametrize("name", MEMBERS)
def test_public_member_is_documented(name: str) -> None:
    """Each method and property says what it is, takes, gives and raises, and is shown."""
    assert [] == list(faults_of_member(*MEMBERS[name]))


def test_arrays_and_figures_need_shape_and_unit() -> None:
    """A function that takes arrays or quantities and tells neither shape nor unit is reported."""

    def function(arrays: np.ndarray, figure: me.Quantity) -> None:
        """Do it."""

    assert {"arrays, and no shape", "figures, and no unit"} <= set(faults(function))


def test_what_a_member_lacks_is_told() -> None:
    """A method or property that does not say what it takes, gives and raises is reported."""

    class Thing:
        """A thing."""

        def take(self, arrays: np.ndarray, words: str) -> tuple[int, str] | None:
            """Give what comes of the words, or nothing."""
            if words == "":
                raise ValueError
            return len(arrays), words

        @property
        def width(self) -> float | None:
            """How wide it is."""
            return 1.0

        @classmethod
        def of(cls, number: int) -> "Thing":  # noqa: ARG003
            return cls()

    undocumented = vars(Thing)["of"]
    assert set(faults_of_member(Thing, Thing.take)) == {
        "the parameter arrays is not named",
        "arrays, and no shape",
        "figures, and no unit",
        "no word on when it is None",
        "no word on what it returns",
        "no word on what it raises",
        "no example",
    }
    assert set(faults_of_member(Thing, Thing.width)) == {
        "figures, and no unit",
        "no word on when it is None",
        "no example",
    }
    assert {"no summary", "no word on what it returns"} < set(faults_of_member(Thing, undocumented))


def test_a_class_may_show_its_members() -> None:
    """An example of the class is one of the member that it uses, and of no other."""

    class Thing:
        """A thing.

        Examples
        --------
        >>> Thing().name
        'height'
        """

        @property
        def name(self) -> str:
            """What it is called."""
            return "height"

        @property
        def height(self) -> str:
            """How high it is."""
            return "high"

    assert [] == list(faults_of_member(Thing, Thing.name))
    assert ["no example"] == list(faults_of_member(Thing, Thing.height))


def test_an_inherited_member_is_held_once() -> None:
    """A member that public classes inherit or override is held where it was first defined."""
    assert ["indh_me.compute.coded_rows.CodedRows.code_of"] == [
        name for name in MEMBERS if name.endswith(".code_of")
    ]


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
