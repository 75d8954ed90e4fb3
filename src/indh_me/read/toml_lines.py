"""Lines of a TOML file on which its keys stand."""

import re
from collections.abc import Mapping

from indh_me.errors import key_path

__all__ = ["line_of", "lines_of"]

KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
DOTTED = rf"{KEY}(?:\s*\.\s*{KEY})*"
TABLE = re.compile(rf"\s*\[\s*({DOTTED})\s*\]")
ARRAY = re.compile(rf"\s*\[\[\s*({DOTTED})\s*\]\]")
ASSIGNMENT = re.compile(rf"\s*({DOTTED})\s*=")
FENCE = re.compile(r"\"\"\"|'''")
LAST_STEP = re.compile(rf"(?:^|\.){KEY}$|\[\d+\]$")


def lines_of(text: str) -> Mapping[str, int]:
    """Map paths of keys to lines.

    Parameters
    ----------
    text
        A TOML document. `tomllib` tells no positions, so its lines are scanned for tables and
        assignments; what stands inside an inline table is found by the key of that table.

    Examples
    --------
    >>> dict(lines_of('[results.training]\\nlevel = "outcome"'))
    {'results.training': 1, 'results.training.level': 2}
    """
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    fence = None
    for number, line in enumerate(text.split("\n"), start=1):
        if fence is not None:
            if fence in line:
                fence = None
            continue
        if (match := ARRAY.match(line)) is not None:
            name = _path(match[1])
            counts[name] = counts.get(name, -1) + 1
            table = f"{name}[{counts[name]}]"
            found.setdefault(table, number)
        elif (match := TABLE.match(line)) is not None:
            table = _in_last_row(_path(match[1]), counts)
            found.setdefault(table, number)
        elif (match := ASSIGNMENT.match(line)) is not None:
            path = _path(match[1])
            found.setdefault(path if table == "" else f"{table}.{path}", number)
        fences = FENCE.findall(line)
        if len(fences) % 2 == 1:
            fence = fences[-1]
    return found


def line_of(path: str, lines: Mapping[str, int]) -> int | None:
    """Find the line of a path, or of the nearest table around it.

    Examples
    --------
    >>> line_of("results.training.level", {"results.training": 7})
    7
    """
    while path != "":
        if path in lines:
            return lines[path]
        shorter = LAST_STEP.sub("", path)
        path = shorter if shorter != path else ""
    return None


def _path(dotted: str) -> str:
    keys = [key if key[0] not in "\"'" else key[1:-1] for key in re.findall(KEY, dotted)]
    return key_path(*keys)


def _in_last_row(name: str, counts: Mapping[str, int]) -> str:
    """Put a table that belongs to a row of an array of tables under that row."""
    for array, count in counts.items():
        if name.startswith(f"{array}."):
            return f"{array}[{count}]{name.removeprefix(array)}"
    return name
