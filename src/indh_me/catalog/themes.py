"""The indicator library: a framework file for each theme, as plain tables."""

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["LANGUAGES", "THEMES", "in_languages", "theme"]

#: Names of the files; the code of an indicator begins with that of its theme.
THEMES = ("training", "communication")
#: Languages that every text of the library is in.
LANGUAGES = ("fr", "en", "ar")


@cache
def theme(name: str) -> Mapping[str, Any]:
    """Give the tables of a theme's framework file.

    Parameters
    ----------
    name
        One of `THEMES`.

    Examples
    --------
    >>> theme("training")["framework"]["title"]["en"]
    'Training indicators'
    """
    found = files(__package__).joinpath("library", f"{name}.toml")
    return tomllib.loads(found.read_text(encoding="utf-8"))


def in_languages(tables: Mapping[str, Any], languages: Collection[str]) -> dict[str, Any]:
    """Leave out the words of the catalogue's other languages.

    Parameters
    ----------
    tables
        Plain tables of the catalogue, where a text is a table of languages.
    languages
        Tags of those to keep. A text in none of them is left out whole.

    Examples
    --------
    >>> in_languages({"title": {"fr": "Formation", "en": "Training"}}, ["fr"])
    {'title': {'fr': 'Formation'}}
    """
    kept: dict[str, Any] = {}
    for key, value in tables.items():
        inside = in_languages(value, languages) if isinstance(value, Mapping) else value
        if inside != {} and (key in languages or key not in LANGUAGES):
            kept[key] = inside
    return kept
