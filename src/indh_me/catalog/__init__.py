"""Content, not code: labels in Arabic, French and English, and what a new framework starts from."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["labels", "outline", "schema", "starter"]

STARTER = ("framework.toml", "observations.csv", "session.toml")


@cache
def labels() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Give the words that a reader sees, by section, key and language.

    Examples
    --------
    >>> labels()["status"]["overdue"]["en"]
    'Overdue'
    """
    return tomllib.loads(_read("labels.toml"))


def starter() -> Mapping[str, str]:
    """Give the files of a new framework, by name.

    Examples
    --------
    >>> sorted(starter())
    ['framework.schema.json', 'framework.toml', 'observations.csv', 'session.toml']
    """
    return {name: _read("starter", name) for name in STARTER} | {"framework.schema.json": schema()}


def outline() -> Mapping[str, Mapping[str, Any]]:
    """Give what a new framework has around indicators of the library: head and comments.

    Examples
    --------
    >>> outline()["framework"]["code"]
    'MY-PROGRAMME'
    """
    return tomllib.loads(_read("starter", "outline.toml"))


def schema() -> str:
    """Give the JSON Schema of framework files, which lets an editor complete them.

    Examples
    --------
    >>> schema().startswith("{")
    True
    """
    return _read("framework.schema.json")


def _read(*path: str) -> str:
    return files(__name__).joinpath(*path).read_text(encoding="utf-8")
