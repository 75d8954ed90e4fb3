"""What the docstring of a class says of its fields."""

import inspect
import re
from itertools import pairwise

__all__ = ["described_fields", "summary"]

UNDERLINE = re.compile(r"-{3,}")
MARKS = re.compile(r"`+")


def summary(kind: type) -> str:
    """Give the first line of a class's docstring.

    Examples
    --------
    >>> from indh_me.model import Target
    >>> summary(Target)
    'What an indicator should reach in a period.'
    """
    return inspect.cleandoc(kind.__doc__ or "").partition("\n")[0]


def described_fields(kind: type) -> dict[str, str]:
    """Give the description of each field from the section *Parameters*.

    Parameters
    ----------
    kind
        A class with a docstring in numpy style. Several names on one line share a description.

    Examples
    --------
    >>> from indh_me.model import Unit
    >>> described_fields(Unit)["high"]
    'For a score, the two ends of its scale.'
    """
    lines = inspect.cleandoc(kind.__doc__ or "").splitlines()
    described: dict[str, str] = {}
    names: list[str] = []
    for line in _section(lines, "Parameters"):
        if line != "" and not line.startswith(" "):
            names = line.split(", ")
            continue
        for name in names:
            words = MARKS.sub("", line.strip())
            described[name] = f"{described.get(name, '')} {words}".strip()
    return described


def _section(lines: list[str], title: str) -> list[str]:
    """Give the lines under a title, up to the next one."""
    titles = [at for at, line in enumerate(lines[1:]) if UNDERLINE.fullmatch(line) is not None]
    for at, end in pairwise([*titles, len(lines)]):
        if lines[at] == title:
            return lines[at + 2 : end]
    return []
