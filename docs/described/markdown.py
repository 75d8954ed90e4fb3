"""Markdown of sentences, lists of words and tables."""

import re
from collections.abc import Collection, Iterable, Sequence

__all__ = ["code", "either", "prose", "table"]

SPECIAL = re.compile(r"[\\`<>\[\]]")
#: What is code wherever it stands in a sentence: options, and words with an underscore.
CODE = r"(?<![\w-])--[a-z-]+|\b[a-z]+(?:_[a-z0-9]+)+\b"


def code(word: str) -> str:
    """Set a word as code.

    Examples
    --------
    >>> code("undp_irrf")
    '`undp_irrf`'
    """
    return f"`{word}`"


def either(words: Sequence[str]) -> str:
    """Join words of which one is picked.

    Examples
    --------
    >>> either(["a", "b", "c"])
    'a, b or c'
    """
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def prose(text: str, words: Collection[str] = ()) -> str:
    """Write plain sentences in Markdown, and set as code what is code in them.

    Parameters
    ----------
    text
        As a terminal or an editor shows it.
    words
        Further words that are code.

    Examples
    --------
    >>> prose("With --with: NAMES, the basis_text.", ["NAMES"])
    'With `--with`: `NAMES`, the `basis_text`.'
    """
    listed = "|".join(rf"\b{re.escape(word)}\b" for word in words)
    pattern = f"{CODE}|{listed}" if listed else CODE
    escaped = SPECIAL.sub(r"\\\g<0>", text)
    return re.sub(pattern, lambda found: code(found[0]), escaped)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    r"""Lay out a table.

    Examples
    --------
    >>> print(table(["Key", "Value"], [["`a`", "x | y"]]))
    | Key | Value |
    |---|---|
    | `a` | x \| y |
    """
    lines = [head, ["---"] * len(head), *rows]
    cells = [[cell.replace("|", r"\|") for cell in line] for line in lines]
    rule = f"|{'|'.join(cells[1])}|"
    first, _, *others = [f"| {' | '.join(line)} |" for line in cells]
    return "\n".join([first, rule, *others])
