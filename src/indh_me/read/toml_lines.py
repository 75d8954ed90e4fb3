"""Lines of a TOML file on which its keys stand."""

import re
import tomllib
from collections.abc import Iterator, Mapping

from indh_me.errors import key_path

__all__ = ["line_of", "lines_of"]

TOKEN = re.compile(
    r'''
      (?P<string> """(?:[^\\]|\\.)*?"{3,5} | \'\'\'.*?\'{3,5} | "(?:[^"\\\n]|\\.)*" | '[^'\n]*' )
    | \#[^\n]*
    | (?P<mark> [\[\]{}=,.\n] )
    | (?P<bare> [^\s\[\]{}=,.\#"']+ )
    ''',
    re.VERBOSE | re.DOTALL,
)
LAST_STEP = re.compile(r"""(?:^|\.)(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*")$|\[\d+\]$""")
END = "", 0


def lines_of(text: str) -> Mapping[str, int]:
    r"""Map paths of keys to lines.

    Parameters
    ----------
    text
        A TOML document that `tomllib` has read: it tells no positions.

    Examples
    --------
    >>> dict(lines_of('[results.training]\nlevel = "outcome"'))
    {'results': 1, 'results.training': 1, 'results.training.level': 2}
    """
    return _Document(text).lines()


def line_of(path: str, lines: Mapping[str, int]) -> int | None:
    """Find the line of a path, or of the nearest table around it.

    Parameters
    ----------
    path
        A path of keys, such as ``indicators.T-R1.targets.2008``.
    lines
        What `lines_of` gave.

    Returns
    -------
    int | None
        Counted from 1; `None` when nothing of the path stands in the file. A list of tables has
        the line of the first.

    Examples
    --------
    >>> line_of("results.training.level", {"results.training": 7})
    7
    """
    while path != "":
        for begun in (path, f"{path}[0]"):
            if begun in lines:
                return lines[begun]
        shorter = LAST_STEP.sub("", path)
        path = shorter if shorter != path else ""
    return None


class _Document:
    """One walk through the tokens of a document; well-formedness is `tomllib`'s to judge."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.found: dict[str, int] = {}
        # Number of the last row of each array of tables.
        self.rows: dict[str, int] = {}

    def lines(self) -> Mapping[str, int]:
        table = ""
        while (token := next(self.tokens, END)) != END:
            if token[0] == "[":
                table = self._header()
            elif token[0] != "\n":
                self._assignment(table, token)
        return self.found

    def _header(self) -> str:
        """Read ``[table]`` or ``[[row of an array]]``; give its path."""
        token = next(self.tokens)
        is_row = token[0] == "["
        keys = self._keys(next(self.tokens) if is_row else token, "]")
        if is_row:
            next(self.tokens)
        path = ""
        for place, (key, line) in enumerate(keys, start=1):
            path = _under(path, key)
            if is_row and place == len(keys):
                self.rows[path] = self.rows.get(path, -1) + 1
            if path in self.rows:
                path = f"{path}[{self.rows[path]}]"
            self.found.setdefault(path, line)
        return path

    def _assignment(self, table: str, token: tuple[str, int]) -> tuple[str, int]:
        """Read ``key = value``; give the token after it."""
        path = table
        for key, line in self._keys(token, "="):
            path = _under(path, key)
            self.found.setdefault(path, line)
        return self._value(path, next(self.tokens))

    def _keys(self, token: tuple[str, int], end: str) -> list[tuple[str, int]]:
        """Read a dotted key up to the mark after it."""
        keys = []
        while token[0] != end:
            if token[0] != ".":
                keys.append(token)
            token = next(self.tokens)
        return keys

    def _value(self, path: str, token: tuple[str, int]) -> tuple[str, int]:
        """Read a value; give the token after it."""
        if token[0] == "{":
            token = next(self.tokens)
            while token[0] != "}":
                token = next(self.tokens) if token[0] in _BETWEEN else self._assignment(path, token)
            return next(self.tokens, END)
        if token[0] == "[":
            token, place = next(self.tokens), 0
            while token[0] != "]":
                if token[0] in _BETWEEN:
                    token = next(self.tokens)
                    continue
                self.found.setdefault(f"{path}[{place}]", token[1])
                token, place = self._value(f"{path}[{place}]", token), place + 1
            return next(self.tokens, END)
        # A number or date may be several tokens.
        while token[0] not in _AFTER:
            token = next(self.tokens, END)
        return token


_BETWEEN = {",", "\n"}
_AFTER = {",", "\n", "]", "}", ""}


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """Give keys, marks and values, each with its line; white space and comments are left out."""
    line = 1
    for match in TOKEN.finditer(text):
        token = match[0]
        if match.lastgroup is not None:
            yield token, line
        if token[0] in "\n\"'":
            line += token.count("\n")


def _under(table: str, key: str) -> str:
    """Give the path of a key as it stands in a file."""
    if key[0] in "\"'":
        key = next(iter(tomllib.loads(f"{key} = 0")))
    step = key_path(key)
    return step if table == "" else f"{table}.{step}"
