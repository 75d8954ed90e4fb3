"""The published rules of `presets.toml`, as plain tables."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["rules"]


@cache
def rules() -> Mapping[str, Mapping[str, Any]]:
    """Give the tables of the presets, and the words for why one gives no class.

    Examples
    --------
    >>> rules()["presets"]["undp_irrf"]["classes"][0]["name"]["fr"]
    'Vert'
    >>> rules()["reasons"]["zero_base"]["en"]
    'the base value is zero, and nothing grows from zero at a rate'
    """
    found = files(__package__).joinpath("presets.toml")
    return tomllib.loads(found.read_text(encoding="utf-8"))
