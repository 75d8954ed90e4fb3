"""Pieces of an expression, without judging more of it than every client would."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from attrs import frozen

__all__ = ["Token", "fault_of", "open_patterns_of", "text_references", "tokens_of"]

PIECE = re.compile(
    r"""\s*(?:
      (?P<ref>\$\{\s*(?:last-saved\#)?(?P<name>[^{}$]*?)\s*\})
    | (?P<text>'[^']*'|"[^"]*")
    | (?P<open>['"])
    | (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<up>\.\.)
    | (?P<dot>\.)
    | (?P<path>//?|@)
    | (?P<sign>!=|<=|>=|[=<>+\-*|])
    | (?P<bracket>[()\[\],])
    | (?P<word>[^\W\d](?:[\w.\-]|::?(?=[\w*]))*)
    | (?P<other>\S)
    )""",
    re.VERBOSE,
)
REFERENCE = re.compile(r"\$\{\s*(?:last-saved#)?([^{}$]*?)\s*\}")
#: Quotes that word processors put in place of straight ones; they are read as those.
STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
WORD_OPERATORS = frozenset({"and", "or", "div", "mod"})
#: What may stand beside an operator.
OPERANDS = frozenset({"ref", "text", "number", "dot", "up", "word", "function"})
PAIRS = {")": "(", "]": "["}
#: What other languages write, and what is written here.
FOREIGN = {"&": "write 'and'", "!": "write not(...)", "{": "write ${name}", "$": "write ${name}"}


@frozen
class Token:
    """A piece of an expression.

    Parameters
    ----------
    kind
        ``ref`` for ``${name}``, ``text``, ``number``, ``dot`` for the answer itself, ``function``,
        ``word`` for a name without braces, ``step`` for one in a path, ``operator``, ``bracket``,
        ``path``, ``up``, ``open`` for a quote that nothing closes, ``other``.
    words
        The piece; of ``ref`` the name, of ``text`` what stands between the quotes.
    depth
        How many square brackets stand around it.
    """

    kind: str
    words: str
    depth: int = 0


def text_references(text: str) -> tuple[str, ...]:
    """Give the names of questions whose answers a text shows, each once.

    Examples
    --------
    >>> text_references("How old is ${name}?")
    ('name',)
    """
    if "${" not in text:
        return ()
    return tuple(dict.fromkeys(REFERENCE.findall(text)))


def tokens_of(text: str) -> tuple[Token, ...]:
    """Take an expression apart.

    Parameters
    ----------
    text
        An expression of an XLSForm, right or wrong.

    Examples
    --------
    >>> [(token.kind, token.words) for token in tokens_of("${age} >= 18")]
    [('ref', 'age'), ('operator', '>='), ('number', '18')]
    """
    found: list[Token] = []
    depth = 0
    straight = text.translate(STRAIGHT)
    pieces = [match for match in PIECE.finditer(straight) if match.lastgroup is not None]
    for at, match in enumerate(pieces):
        kind = "ref" if match["ref"] is not None else str(match.lastgroup)
        words = match["name"] if kind == "ref" else match[kind]
        if kind == "word":
            following = pieces[at + 1][0].strip() if at + 1 < len(pieces) else ""
            kind = _kind_of_word(words, following, found)
        elif kind == "sign":
            is_step = words == "*" and (not found or not _ends_operand(found[-1]))
            kind = "step" if is_step else "operator"
        elif kind == "text":
            words = words[1:-1]
        elif kind == "bracket" and words == "]":
            depth = max(0, depth - 1)
        found.append(Token(kind, words, depth))
        if kind == "bracket" and words == "[":
            depth += 1
    return tuple(found)


def _kind_of_word(words: str, following: str, before: list[Token]) -> str:
    after_operand = bool(before) and _ends_operand(before[-1])
    if words in WORD_OPERATORS and after_operand:
        return "operator"
    if following == "(":
        return "function"
    in_path = following.startswith("/") or (bool(before) and before[-1].kind == "path")
    return "step" if in_path or ":" in words else "word"


def _ends_operand(token: Token) -> bool:
    if token.kind == "bracket":
        return token.words in PAIRS
    return token.kind in {"ref", "text", "number", "dot", "up", "word", "step"}


def open_patterns_of(tokens: tuple[Token, ...]) -> Iterator[str]:
    """Give the patterns of ``regex`` that do not begin with ``^`` and end with ``$``.

    Examples
    --------
    >>> list(open_patterns_of(tokens_of("regex(., '[0-9]+') and regex(., '^a$')")))
    ['[0-9]+']
    """
    for at, token in enumerate(tokens):
        if token.kind == "text" and at > 0 and tokens[at - 1].words == ",":
            closed = token.words.startswith("^") and token.words.endswith("$")
            if not closed and _function_around(tokens, at) == "regex":
                yield token.words


def _function_around(tokens: tuple[Token, ...], at: int) -> str:
    """Give the function that a piece is an argument of; an empty text for none."""
    closed = 0
    for position in range(at - 1, 0, -1):
        token = tokens[position]
        if token.kind == "bracket" and token.words == ")":
            closed += 1
        elif token.kind == "bracket" and token.words == "(":
            if closed == 0:
                before = tokens[position - 1]
                return before.words if before.kind == "function" else ""
            closed -= 1
    return ""


def fault_of(tokens: tuple[Token, ...]) -> tuple[str, str] | None:
    """Find out why no client could read an expression.

    Parameters
    ----------
    tokens
        Its pieces.

    Returns
    -------
    tuple[str, str] | None
        What is wrong and how to mend it; `None` when it can be read.

    Examples
    --------
    >>> fault_of(tokens_of("${age} = = 18"))
    ("'=' after '='", 'write an answer, number or text between them')
    >>> fault_of(tokens_of("(${age} > 18"))
    ("'(' is not closed", "write ')'")
    """
    for token in tokens:
        if token.kind == "open":
            return "a text without its closing quote", f"write {token.words} at its end too"
        if token.kind == "other":
            return f"'{token.words}' in an expression", FOREIGN.get(token.words, "leave it out")
        if token.kind == "ref" and token.words == "":
            return "${} without a name", "write the name of a question between the braces"
    return next(chain(_bracket_faults(tokens), _order_faults(tokens)), None)


def _bracket_faults(tokens: tuple[Token, ...]) -> Iterator[tuple[str, str]]:
    opened: list[str] = []
    for token in tokens:
        if token.kind != "bracket":
            continue
        if token.words in PAIRS.values():
            opened.append(token.words)
        elif token.words in PAIRS and (not opened or opened.pop() != PAIRS[token.words]):
            yield f"'{token.words}' closes nothing", f"write '{PAIRS[token.words]}' before it"
            return
    if opened:
        closing = next(each for each, pair in PAIRS.items() if pair == opened[-1])
        yield f"'{opened[-1]}' is not closed", f"write '{closing}'"


def _order_faults(tokens: tuple[Token, ...]) -> Iterator[tuple[str, str]]:
    """Find pieces that cannot follow each other."""
    for before, token in pairwise((None, *tokens)):
        if token is None:
            continue
        follows_operand = before is not None and _ends_operand(before)
        begins_operand = token.kind in OPERANDS or (token.kind == "bracket" and token.words == "(")
        if begins_operand and follows_operand:
            mend = "write an operator such as 'and' or '=' between them"
            yield f"{_said(token)} after {_said(before)}", mend
        elif _needs_operand(token) and token.words != "-" and not follows_operand:
            after = "at the beginning" if before is None else f"after {_said(before)}"
            yield f"{_said(token)} {after}", "write an answer, number or text between them"
        elif token.words in PAIRS and before is not None and _needs_operand(before):
            yield f"{_said(before)} before {_said(token)}", "write what stands on its other side"
    if tokens and tokens[-1].kind == "operator":
        yield f"{_said(tokens[-1])} at the end", "write what stands on its other side"


def _needs_operand(token: Token) -> bool:
    return token.kind == "operator" or (token.kind == "bracket" and token.words == ",")


def _said(token: Token | None) -> str:
    if token is None:
        return "nothing"
    words = f"${{{token.words}}}" if token.kind == "ref" else token.words
    return f"'{words[:40]}'"
