"""The item bank: scales, and a file of questions for each module, as plain tables."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["MODULES", "module", "scales"]

#: Codes of the modules, in order: training, then communication.
MODULES = (
    *("M0", "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8"),
    *("C1", "C2", "C3", "C4"),
)


@cache
def scales() -> Mapping[str, Any]:
    """Give the lists of answers, by name.

    Examples
    --------
    >>> [choice["code"] for choice in scales()["yndk"]["choices"]]
    ['yes', 'no', 'dk']
    """
    return _tables("scales")


@cache
def module(code: str) -> Mapping[str, Any]:
    """Give a module and its items.

    Parameters
    ----------
    code
        One of `MODULES`.

    Examples
    --------
    >>> module("M6")["items"]["recommend"]["choices"]
    'rec0_10'
    """
    return _tables(code.lower())


def _tables(name: str) -> Mapping[str, Any]:
    found = files(__package__).joinpath("items", f"{name}.toml")
    return tomllib.loads(found.read_text(encoding="utf-8"))
