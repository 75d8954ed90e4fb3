"""Content, not code: labels in Arabic, French and English, and what a new framework starts from."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["labels", "schema", "starter"]

STARTER = ("framework.toml", "observations.csv")


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
    ['framework.schema.json', 'framework.toml', 'observations.csv']
    """
    return {name: _read("starter", name) for name in STARTER} | {"framework.schema.json": schema()}


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
