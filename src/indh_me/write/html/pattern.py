r"""Regular expressions as browsers write them.

A browser reads ``\d``, ``\w``, ``\s``, ``\b``, ``.`` and ``$`` otherwise than Python does, whose
meaning is that of the answers' evaluation everywhere else.
"""

import re
from collections.abc import Iterator

from indh_me.errors import Fault, InvalidInputError, quoted

__all__ = ["browser_pattern"]

SPACE = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
#: What stands for a class inside brackets.
CLASSES = {"d": r"\p{Nd}", "w": r"\p{L}\p{N}_", "s": SPACE}
WORD = r"[\p{L}\p{N}_]"
EDGE = f"(?:(?<={WORD})(?!{WORD})|(?<!{WORD})(?={WORD}))"
INSIDE = f"(?:(?<={WORD})(?={WORD})|(?<!{WORD})(?!{WORD}))"
END = r"(?=\n?(?![\s\S]))"
CONTROLS = frozenset("tnrfv")
#: Signs that must be escaped in a browser's pattern, and may be.
SYNTAX = frozenset("^$\\.*+?()[]{}|/-")
TIMES = re.compile(r"\{(\d*)(,?)(\d*)\}", re.ASCII)
MEND = "use plain patterns: letters, [..], ., *, +, ?, {2,3}, (..), (?:..), |, ^, $, \\d, \\w, \\s"


def browser_pattern(pattern: str) -> str:
    r"""Write a pattern of Python so that a browser finds the same.

    Parameters
    ----------
    pattern
        A regular expression.

    Returns
    -------
    str
        One for JavaScript, to be read with the flag ``u``.

    Raises
    ------
    InvalidInputError
        When it is no regular expression, or holds something that browsers do not have.

    Examples
    --------
    >>> browser_pattern(r"^[A-Z]{2}\d+")
    '^[A-Z]{2}\\p{Nd}+'
    """
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        what = f"{quoted(pattern)} is no regular expression: {error}"
        raise InvalidInputError(Fault(what, mend=MEND)) from None
    return "".join(_Pattern(pattern).parts())


class _Pattern:
    """A pattern that is read from left to right."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def refused(self, part: str) -> InvalidInputError:
        what = f"browsers read {quoted(part)} in the pattern {quoted(self.pattern)} differently"
        return InvalidInputError(Fault(what, mend=MEND))

    def parts(self) -> Iterator[str]:
        while self.at < len(self.pattern):
            sign = self.pattern[self.at]
            match sign:
                case "\\":
                    yield self.escaped(in_class=False)
                case "[":
                    yield "".join(self.bracketed())
                case "(":
                    yield self.opened()
                case "{":
                    yield self.repeated()
                case "*" | "+" | "?":
                    yield self.quantified(sign)
                case ".":
                    yield self.taken(1, r"[^\n]")
                case "$":
                    yield self.taken(1, END)
                case "}" | "]" | "/":
                    yield self.taken(1, f"\\{sign}")
                case _:
                    yield self.taken(1, sign)

    def taken(self, count: int, written: str) -> str:
        self.at += count
        return written

    def opened(self) -> str:
        for start in ("(?:", "(?=", "(?!", "(?<=", "(?<!"):
            if self.pattern.startswith(start, self.at):
                return self.taken(len(start), start)
        if self.pattern.startswith("(?", self.at):
            raise self.refused(self.pattern[self.at : self.at + 4])
        return self.taken(1, "(")

    def quantified(self, sign: str) -> str:
        following = self.pattern[self.at + 1 : self.at + 2]
        if following == "+":
            raise self.refused(sign + following)
        return self.taken(1, sign) + (self.taken(1, "?") if following == "?" else "")

    def repeated(self) -> str:
        found = TIMES.match(self.pattern, self.at)
        if found is None or ((found[1], found[3]) == ("", "") and found[2] == ""):
            return self.taken(1, r"\{")
        least, comma, most = found.groups()
        if comma == "" and most != "":
            return self.taken(1, r"\{")
        self.at = found.end()
        times = f"{{{least or '0'}{comma}{most}}}"
        following = self.pattern[self.at : self.at + 1]
        if following == "+":
            raise self.refused(found[0] + following)
        return times + (self.taken(1, "?") if following == "?" else "")

    def escaped(self, *, in_class: bool) -> str:
        sign = self.pattern[self.at + 1]
        self.at += 2
        if sign.lower() in CLASSES:
            inside = CLASSES[sign.lower()]
            if sign.islower():
                return inside if in_class else _in_brackets(inside)
            if in_class:
                raise self.refused("\\" + sign)
            return f"[^{inside}]"
        if sign in CONTROLS:
            return f"\\{sign}"
        if not in_class and sign in {"b", "B", "A", "Z"}:
            return {"b": EDGE, "B": INSIDE, "A": r"(?<![\s\S])", "Z": r"(?![\s\S])"}[sign]
        if sign.isalnum():
            raise self.refused("\\" + sign)
        return _literal(sign, in_class=in_class)

    def bracketed(self) -> Iterator[str]:
        yield self.taken(1, "[")
        if self.pattern.startswith("^", self.at):
            yield self.taken(1, "^")
        first = True
        while first or self.pattern[self.at] != "]":
            first = False
            sign = self.pattern[self.at]
            if sign == "\\":
                yield self.escaped(in_class=True)
            elif sign == "-":
                yield self.taken(1, self.dash())
            else:
                yield self.taken(1, _literal(sign, in_class=True))
        yield self.taken(1, "]")

    def dash(self) -> str:
        """Tell a dash that stands for itself, first or last in brackets, from a range."""
        before = self.pattern[self.at - 1]
        opens = before in "[^" and self.pattern[: self.at].rstrip("^").endswith("[")
        return r"\-" if opens or self.pattern[self.at + 1] == "]" else "-"


def _in_brackets(inside: str) -> str:
    return inside if inside == CLASSES["d"] else f"[{inside}]"


def _literal(sign: str, *, in_class: bool) -> str:
    if sign in SYNTAX and (in_class or sign != "-"):
        return f"\\{sign}"
    return sign
