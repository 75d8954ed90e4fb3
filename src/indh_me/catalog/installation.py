"""What extras of the package add, and what programs beside it are good for."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["installation"]


@cache
def installation() -> Mapping[str, Mapping[str, Any]]:
    """Give extras and programs, each with what it is good for by language.

    Examples
    --------
    >>> installation()["extras"]["testing"]["en"].partition(",")[0]
    'Hypothesis strategies and laws'
    >>> installation()["programs"]["java"]["commands"]
    ['java']
    """
    text = files("indh_me.catalog").joinpath("installation.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
