"""What a formula refers to, and whether all of it exists.

A workbook has few formulas and writes them in many rows. So each is first reduced to its shape,
the text with every digit replaced by ``0``; a shape is taken apart once and remembered, and for
each formula only the numbers of its rows are looked at.
"""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from attrs import frozen

from indh_me.errors import nearest

from .address import COLUMNS, Block, column_position
from .legal_text import text_faults, utf16_length

__all__ = ["FUNCTIONS", "Written", "explain_formula", "formula_is_sound"]

FUNCTIONS = frozenset(
    (  # noqa: SIM905 - words read better than a hundred quoted ones.
        "ABS AND AVERAGE AVERAGEIF AVERAGEIFS CEILING CHAR CHOOSE CLEAN CODE COLUMN COLUMNS "
        "CONCATENATE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS DATE DATEVALUE DAY EDATE EOMONTH "
        "EXACT EXP FALSE FIND FIXED FLOOR HLOOKUP IF IFERROR INDEX INT ISBLANK ISERR ISERROR "
        "ISLOGICAL ISNA ISNONTEXT ISNUMBER ISTEXT LARGE LEFT LEN LN LOG LOOKUP LOWER MATCH MAX "
        "MEDIAN MID MIN MOD MONTH N NA NORMSDIST NORMSINV NOT OR PERCENTILE POWER PRODUCT "
        "PROPER QUARTILE RANK REPLACE REPT RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS SEARCH SIGN "
        "SMALL SQRT STDEV STDEVP SUBSTITUTE SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SUMSQ T TEXT "
        "TRIM TRUE TRUNC UPPER VALUE VAR VARP VLOOKUP WEEKDAY YEAR _xlfn.AGGREGATE"
    ).split()
)
"""Functions that every spreadsheet since Excel 2010 has; files mark those after 2007 ``_xlfn.``.

Left out on purpose: later functions (``XLOOKUP``, ``FILTER``, ``LET`` ...), which LibreOffice
before 24.8 does not know; ``TODAY``, ``NOW`` and ``RAND``, which make a workbook that changes by
itself; ``INDIRECT`` and ``OFFSET``, whose references nobody can check.
"""

# A sheet is quoted, or a plain word. The lookahead keeps 'LOG10(' and 'rate_2' from being cells.
TOKEN = re.compile(
    r"""
      (?P<text> "(?:[^"]|"")*" )
    | (?P<prefix> (?: '(?:[^']|'')+' | [^\W\d][\w.]* ) ! )?
      (?: \$?(?P<column>[A-Z]{1,3}) \$?(?P<row>[0-9]+)
          (?: : \$?(?P<last_column>[A-Z]{1,3}) \$?(?P<last_row>[0-9]+) )? (?![\w.(!])
        | (?P<wide> \$?[A-Z]{1,3}:\$?[A-Z]{1,3} (?![\w.(!]) | \$?[0-9]+:\$?[0-9]+ (?![\w.(!]) )
      )
    | (?P<error> \#(?:N/A|REF!|NAME\?|NULL!|NUM!|VALUE!|DIV/[0-9]!) )
    | (?P<function> [^\W\d][\w.]* ) (?=\()
    | (?P<lost> (?: '(?:[^']|'')+' | [^\W\d][\w.]* ) ! )
    | (?P<word> [^\W\d][\w.]* )
    | (?P<number> (?: [0-9]+\.?[0-9]* | \.[0-9]+ ) (?: [eE][+-]?[0-9]+ )? )
    | (?P<open> \( ) | (?P<close> \) )
    | (?P<constants> \{ [^{}]* \} )
    | (?P<operator> <> | <= | >= | [-+*/^&=<>,%:\ \t\n] )
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
# XlsxWriter looks for these in text as well, and would make an array formula.
DISGUISED = re.compile(
    r"\b(?:ANCHORARRAY|BYCOL|BYROW|CHOOSECOLS|CHOOSEROWS|DROP|EXPAND|FILTER|HSTACK|LAMBDA"
    r"|MAKEARRAY|MAP|RANDARRAY|REDUCE|SCAN|SEQUENCE|SINGLE|SORT|SORTBY|SWITCH|TAKE|TEXTSPLIT"
    r"|TOCOL|TOROW|UNIQUE|VSTACK|WRAPCOLS|WRAPROWS|XLOOKUP)\("
)
ZEROS = bytes.maketrans(b"123456789", b"000000000")
LOGICAL = {"TRUE", "FALSE"}
LONGEST = 8_192
LONGEST_LITERAL = 255 + 2  # With its quotes.


@frozen
class Written:
    """What stands on one sheet.

    Parameters
    ----------
    cells
        The written cells, each as ``row * COLUMNS + column``.
    block
        The smallest block that holds them all; `None` for an empty sheet.
    """

    cells: AbstractSet[int]
    block: Block | None


@frozen
class _Mention:
    """A cell (no ``last_row``) or a range; slices are of the formula's UTF-8 bytes."""

    whole: slice
    sheet: slice | None
    column: int
    row: slice
    last_column: int
    last_row: slice | None


@frozen
class _Shape:
    mentions: tuple[_Mention, ...]
    words: tuple[slice, ...]
    mistakes: tuple[tuple[str, str], ...]


def formula_is_sound(
    text: str, here: Written, sheets: Mapping[bytes, Written], names: AbstractSet[bytes]
) -> bool:
    """Say whether a formula can be read and everything that it refers to exists.

    Parameters
    ----------
    text
        The formula, with its ``=``.
    here
        The sheet that it stands on.
    sheets
        All sheets, by name as it stands before ``!``, in UTF-8.
    names
        The defined names, in UTF-8.
    """
    raw = text.encode("utf-8", "surrogatepass")
    shape = _shape_of(raw.translate(ZEROS))
    if shape.mistakes:
        return False
    for mention in shape.mentions:
        there = here if mention.sheet is None else sheets.get(raw[mention.sheet])
        if there is None or not _exists(mention, raw, there):
            return False
    return not shape.words or all(raw[word] in names for word in shape.words)


def explain_formula(
    text: str, here: Written, sheets: Mapping[bytes, Written], names: AbstractSet[bytes]
) -> Iterator[tuple[str, str]]:
    """Say what is wrong with a formula, as pairs of what and mend."""
    raw = text.encode("utf-8", "surrogatepass")
    shape = _take_apart(text)
    yield from shape.mistakes
    for mention in shape.mentions:
        there = here if mention.sheet is None else sheets.get(raw[mention.sheet])
        if there is None:
            name = _unquoted(_shown(raw[mention.whole]).rpartition("!")[0])
            known = dict.fromkeys(_unquoted(_shown(key)) for key in sheets)
            yield (
                f"the formula refers to sheet {name!r}, which does not exist",
                nearest(name, known),
            )
        elif not _exists(mention, raw, there):
            reference = _shown(raw[mention.whole])
            kind = "the cell" if mention.last_row is None else "the range"
            yield (
                f"the formula refers to {kind} {reference}, where nothing is written",
                f"write it (a blank cell is enough); the sheet holds {there.block or 'no cells'}",
            )
    for word in shape.words:
        if raw[word] not in names:
            name = _shown(raw[word])
            yield (
                f"the formula uses the name {name!r}, which is not defined",
                nearest(name, map(_shown, sorted(names))),
            )


def _exists(mention: _Mention, raw: bytes, there: Written) -> bool:
    row = int(raw[mention.row]) - 1
    if mention.last_row is None:
        return row * COLUMNS + mention.column in there.cells
    block = there.block
    return (
        block is not None
        and block.first_row <= row <= int(raw[mention.last_row]) - 1 <= block.last_row
        and block.first_column <= mention.column <= mention.last_column <= block.last_column
    )


def _shown(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _unquoted(name: str) -> str:
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


@lru_cache(maxsize=65_536)
def _shape_of(skeleton: bytes) -> _Shape:
    return _take_apart(skeleton.decode("utf-8", "surrogatepass"))


def _take_apart(text: str) -> _Shape:
    mentions: list[_Mention] = []
    words: list[slice] = []
    depth = 0
    # The shape has the length and the characters of the formula, so these hold for it as well.
    mistakes = [(fault.what, fault.mend) for fault in text_faults("the formula", text, "", LONGEST)]
    if not text.startswith("="):
        mistakes.append(("the formula does not start with '='", "put '=' before it"))
    for token in TOKEN.finditer(text, int(text.startswith("="))):
        kind = token.lastgroup or ""
        found = token[0]
        if token["row"] is not None:
            mentions.append(_mention(token))
            letters = (token["column"], token["last_column"] or "A")
            if any(column_position(column) >= COLUMNS for column in letters):
                mistakes.append((f"{found!r} lies beyond the last column", "the last one is XFD"))
        elif kind == "word" and found not in LOGICAL:
            words.append(_bytes_of(token, kind))
        elif kind in {"open", "close"}:
            depth += 1 if kind == "open" else -1
            if depth < 0:
                break
        else:
            mistakes.extend(_mistake(kind, found))
    if depth != 0:
        mistakes.append(("the brackets of the formula do not balance", "close what is opened"))
    return _Shape(tuple(mentions), tuple(words), tuple(mistakes))


def _mistake(kind: str, found: str) -> Iterator[tuple[str, str]]:
    if kind == "function" and found not in FUNCTIONS:
        yield (
            f"{found!r} is not a function that every spreadsheet has, under its English name",
            nearest(found, sorted(FUNCTIONS)),
        )
    elif kind == "text" and utf16_length(found) > LONGEST_LITERAL:
        yield (
            f"a text of {utf16_length(found) - 2} characters stands in the formula",
            "255 at most: put it in a cell and refer to that",
        )
    elif kind == "text" and DISGUISED.search(found) is not None:
        yield (
            f"the text {found} in the formula looks like a function of later spreadsheets",
            "put it in a cell and refer to that",
        )
    elif kind == "wide":
        yield f"{found!r} refers to whole columns or rows", "name the first and the last cell"
    elif kind == "error":
        yield f"the formula contains the error {found}", "correct the reference that was lost"
    elif kind == "other" and found == ";":
        yield "';' stands between arguments", "files use commas, whatever the language"
    elif kind in {"other", "lost"}:
        yield f"{found!r} has no meaning in the formula", "remove it, or put text in double quotes"


def _mention(token: re.Match[str]) -> _Mention:
    last = token["last_row"] is not None
    prefix = token["prefix"]
    sheet = None
    if prefix is not None:
        name = _bytes_of(token, "prefix")
        sheet = slice(name.start, name.stop - 1)
    return _Mention(
        whole=_bytes_of(token, 0),
        sheet=sheet,
        column=column_position(token["column"]),
        row=_bytes_of(token, "row"),
        last_column=column_position(token["last_column" if last else "column"]),
        last_row=_bytes_of(token, "last_row") if last else None,
    )


def _bytes_of(token: re.Match[str], group: str | int) -> slice:
    start = len(token.string[: token.start(group)].encode("utf-8", "surrogatepass"))
    return slice(start, start + len(token[group].encode("utf-8", "surrogatepass")))
