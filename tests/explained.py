"""Explanations as lists of lines, which say more when they differ."""

from indh_me.write import explain
from refusals import Strange

__all__ = ["lines"]


def lines(result: Strange, language: str = "en") -> list[str]:
    """Give the lines of an explanation."""
    return explain(result, language).split("\n")
