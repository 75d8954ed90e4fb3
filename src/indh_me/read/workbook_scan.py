"""What a workbook's parts hold, found out before the reader of spreadsheets opens the file.

That reader makes room for every cell up to the last one, and a file of a few bytes can name a last
cell so far away that the whole process is aborted, which nothing can catch.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from xml.parsers import expat

import numpy as np
from attrs import define, field, frozen

from indh_me.cells import COLUMNS, ROWS, cell_name
from indh_me.errors import Fault, InvalidFileError, Place

from .markup_piece import Bytes, Integers, MarkupPiece
from .safety import MIB, refused_file
from .zip_parts import DO_NOT_OPEN, SAVE_ANEW, ZipParts

__all__ = ["SHEETS", "PartScan", "scan_parts"]

#: Cells that the reader makes room for in one sheet: 285 000 rows of our data-entry sheet.
LARGEST_AREA = 8_000_000
#: A cell holds 32 767 characters; nothing between two tags is longer than all of them escaped.
LONGEST_TEXT = MIB
#: What the texts of one sheet may come to, as the reader copies each of them.
MOST_TEXT = 256 * MIB
MANY_CELLS = "delete the empty rows and columns below and beside the table, and save it again"

#: Parts that sheets can stand in, and those that are markup like them.
SHEETS = ".xml"
MARKUP = (SHEETS, ".rels", ".vml")
UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']""")
READABLE = {b"utf-8", b"utf8", b"us-ascii", b"ascii"}
#: A cell with an error in it, such as #N/A.
ERROR = re.compile(
    rb"""<c r="([A-Z]{1,3}[0-9]{1,7})"[^>]*?\st=["']e["'][^>]*>"""
    rb"""(?:(?:(?!</c>).){0,9000}?<v>([^<]*))?""",
    re.DOTALL,
)
#: A cell tag of a form that the fast search does not know.
PREFIXED = re.compile(rb":c[\s/>]")
STRING_CELL = re.compile(rb"""<c [^>]*?t=["']s["'][^>]*>\s*<v>([0-9]{1,9})""")
QUOTE, CELL, FORMULA = b'"cf'
AFTER_NAME = np.zeros(256, dtype=bool)
AFTER_NAME[list(b" \t\r\n/>")] = True
#: How the cells of all known programs begin.
USUAL = np.frombuffer(b'<c r="', dtype=np.uint8)
COLUMN_BITS = 14
#: Beyond, no one could mend them all.
MOST_ERRORS = 10_000


@frozen
class _Signs:
    """Letters or digits: how many there may be, the first, the last, and the first one's value."""

    most: int
    first: int
    last: int
    least: int


LETTERS = _Signs(3, ord("A"), ord("Z"), 1)
DIGITS = _Signs(7, ord("0"), ord("9"), 0)


@define
class PartScan:
    """What a part of a workbook holds.

    Parameters
    ----------
    last_row, last_column
        Position of the last cell, from 1; 0 when there is none.
    cells
        How many cells there are, empty ones too.
    longest
        Bytes of its longest text.
    found
        Where formulas stand, packed.
    errors
        What stands in cells with an error, by their names.
    odd
        Whether a cell begins in a way that the fast search does not know.
    """

    last_row: int = 0
    last_column: int = 0
    cells: int = 0
    longest: int = 0
    found: list[Integers] = field(factory=list)
    errors: dict[str, str] = field(factory=dict)
    odd: bool = False

    @property
    def area(self) -> int:
        """Cells up to the last one."""
        return self.last_row * self.last_column

    def formulas(self, columns: Iterable[int]) -> set[tuple[int, int]]:
        """Give the cells of some columns that hold a formula.

        Parameters
        ----------
        columns
            Positions of the columns, from 0.

        Returns
        -------
        set[tuple[int, int]]
            Row and column, from 0.
        """
        if len(self.found) == 0:
            return set()
        every = np.concatenate(self.found)
        column = (every & ((1 << COLUMN_BITS) - 1)) - 1
        chosen = np.isin(column, list(columns))
        rows = (every[chosen] >> COLUMN_BITS) - 1
        return set(zip(rows.tolist(), column[chosen].tolist(), strict=True))


def scan_parts(parts: ZipParts, names: Iterable[str] | None = None) -> Mapping[str, PartScan]:
    """Look through parts of a workbook, a piece at a time.

    Parameters
    ----------
    parts
        Of the file.
    names
        Of those that will be read; all by default.

    Returns
    -------
    Mapping[str, PartScan]
        By name of the part.

    Raises
    ------
    InvalidFileError
        For a document type (entities can be made to grow without end), another encoding than
        UTF-8, a text that is longer than any cell can be, a last cell so far away that the reader
        would need more memory than is safe, and texts that come to more than that.
    """
    wanted = parts.parts if names is None else [name for name in names if name in parts.parts]
    scans = {name: _scan(parts, name) for name in wanted}
    largest = max((scan.cells for scan in scans.values()), default=0)
    longest = max((scan.longest for scan in scans.values() if scan.cells == 0), default=0)
    if largest * longest > MOST_TEXT:
        _check_texts(parts, scans)
    return scans


def _scan(parts: ZipParts, name: str) -> PartScan:
    scan = PartScan()
    is_markup = name.lower().endswith(MARKUP)
    for position, content in enumerate(_at_tags(parts, name)):
        if not is_markup:
            continue  # Pictures may hold anything.
        if position == 0:
            _check_encoding(parts, name, content)
        piece = MarkupPiece(content)
        if piece.declares():
            what = f"declares a document type in {name!r}, which workbooks do not"
            raise refused_file(parts.file, what, DO_NOT_OPEN)
        if not name.lower().endswith(SHEETS):
            continue
        _add(scan, piece)
        if scan.odd:
            break
        _check_area(parts, name, scan)
    if scan.odd:
        scan = _Careful(parts, name).scan()
        _check_area(parts, name, scan)
    return scan


def _at_tags(parts: ZipParts, name: str) -> Iterator[bytes]:
    """Give a part in pieces that end before a tag."""
    rest = b""
    for piece in parts.pieces(name):
        whole = rest + piece
        cut = whole.rfind(b"<")
        cut = max(cut, 0)
        if len(whole) - cut > LONGEST_TEXT and name.lower().endswith(MARKUP):
            raise _too_long(parts, name)
        if len(whole) - cut > LONGEST_TEXT:
            cut = len(whole)  # A picture has no tags.
        rest = whole[cut:]
        if cut > 0:
            yield whole[:cut]
    if rest != b"":
        yield rest


def _too_long(parts: ZipParts, name: str) -> InvalidFileError:
    what = f"has a text of more than {LONGEST_TEXT // MIB} MiB in {name!r}, more than a cell holds"
    return refused_file(parts.file, what, DO_NOT_OPEN)


def _check_encoding(parts: ZipParts, name: str, piece: bytes) -> None:
    declared = ENCODING.match(piece.removeprefix(b"\xef\xbb\xbf")[:1000])
    odd = declared is not None and declared[1].lower() not in READABLE
    if odd or piece[:2] in UTF_16:
        raise refused_file(parts.file, f"is not UTF-8 in {name!r}", SAVE_ANEW)


def _add(scan: PartScan, piece: MarkupPiece) -> None:
    """Add the cells of a piece, all of whose cells begin as known programs write them."""
    codes, tags = piece.codes, piece.tags
    scan.longest = max(scan.longest, piece.longest)
    is_cell = codes[tags + 1] == CELL
    own = np.flatnonzero(is_cell)[AFTER_NAME[codes[tags[is_cell] + 2]]]
    if piece.may_have_prefixes() and PREFIXED.search(piece.content) is not None:
        scan.odd = True
        return
    if len(own) == 0:
        return
    starts = tags[own]
    for step, code in enumerate(USUAL):
        if not bool((codes[starts + step] == code).all()):
            scan.odd = True
            return
    column, at = _number(codes, starts + len(USUAL), LETTERS)
    row, at = _number(codes, at, DIGITS)
    if not bool((codes[at] == QUOTE).all()) or bool(((column == 0) | (row == 0)).any()):
        scan.odd = True
        return
    scan.cells += len(own)
    scan.last_row = max(scan.last_row, int(row.max()))
    scan.last_column = max(scan.last_column, int(column.max()))
    following = np.append(tags, len(piece.content))[own + 1]
    calculated = (codes[following + 1] == FORMULA) & AFTER_NAME[codes[following + 2]]
    scan.found.append((row[calculated] << COLUMN_BITS) | column[calculated])
    if piece.may_have_errors():
        for match in islice(ERROR.finditer(piece.content), MOST_ERRORS + 1):
            scan.errors[match[1].decode()] = (match[2] or b"").decode("utf-8", "replace")


def _number(codes: Bytes, at: Integers, signs: "_Signs") -> tuple[Integers, Integers]:
    """Read the letters or digits that stand at some positions; give them and what comes after."""
    number = np.zeros(len(at), dtype=np.int64)
    going = np.ones(len(at), dtype=bool)
    base = signs.last - signs.first + 1
    for _ in range(signs.most):
        code = codes[at]
        going = going & (code >= signs.first) & (code <= signs.last)
        if not bool(going.any()):
            break
        digit = code.astype(np.int64) - signs.first + signs.least
        number = np.where(going, number * base + digit, number)
        at = at + going
    return number, at


def _check_area(parts: ZipParts, name: str, scan: PartScan) -> None:
    if scan.last_row > ROWS or scan.last_column > COLUMNS:
        what = f"has a cell beyond the last that a sheet can have in {name!r}"
        raise refused_file(parts.file, what, DO_NOT_OPEN)
    if len(scan.errors) > MOST_ERRORS:
        what = f"has more than {MOST_ERRORS} cells with errors in {name!r}"
        raise refused_file(parts.file, what, "correct the formulas, or remove them")
    if scan.area > LARGEST_AREA:
        last = cell_name(scan.last_row - 1, scan.last_column - 1)
        place = Place(f"{name}!{last}", file=str(parts.file))
        what = f"a sheet of {parts.file.name} reaches to {last}: {scan.area} cells"
        raise InvalidFileError(Fault(what, place, MANY_CELLS))


def _check_texts(parts: ZipParts, scans: Mapping[str, PartScan]) -> None:
    """Refuse a sheet whose cells show a few long texts again and again."""
    name = next((each for each in scans if each.lower().endswith("sharedstrings.xml")), None)
    if name is None:
        return
    lengths = np.array(list(_text_lengths(parts, name)), dtype=np.int64)
    for sheet, scan in scans.items():
        if scan.cells == 0 or len(lengths) == 0:
            continue
        shown = 0
        for piece in _at_tags(parts, sheet):
            numbers = np.array([int(each) for each in STRING_CELL.findall(piece)], dtype=np.int64)
            shown += int(lengths[np.minimum(numbers, len(lengths) - 1)].sum())
            if shown > MOST_TEXT:
                what = f"shows texts of more than {MOST_TEXT // MIB} MiB in {sheet!r}"
                raise refused_file(parts.file, what, DO_NOT_OPEN)


def _text_lengths(parts: ZipParts, name: str) -> Iterator[int]:
    """Give the length of each shared text in bytes, markup and all."""
    length = 0
    for piece in _at_tags(parts, name):
        items = re.split(rb"</(?:[\w.-]+:)?si\s*>", piece)
        for item in items[:-1]:
            yield length + len(item)
            length = 0
        length += len(items[-1])


def _row(digits: str) -> int:
    """Read the number of a row; Python refuses to read thousands of digits."""
    return int(digits) if len(digits) <= DIGITS.most else ROWS + 1


class _Careful:
    """A slow look at a part whose cells do not begin as usual."""

    def __init__(self, parts: ZipParts, name: str) -> None:
        self.parts, self.name = parts, name
        self.result = PartScan()
        self.row, self.column, self.error = 0, 0, ""
        self.in_value = False
        self.formulas: list[int] = []

    def scan(self) -> PartScan:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            for piece in self.parts.pieces(self.name):
                parser.Parse(piece, False)  # noqa: FBT003 - expat's own signature
            parser.Parse(b"", True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError:
            raise refused_file(self.parts.file, f"is damaged in {self.name!r}", SAVE_ANEW) from None
        self.result.found.append(np.array(self.formulas, dtype=np.int64))
        return self.result

    def _doctype(self, *_said: object) -> None:
        what = f"declares a document type in {self.name!r}, which workbooks do not"
        raise refused_file(self.parts.file, what, DO_NOT_OPEN)

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "row":
            given = attributes.get("r", "")
            self.row = _row(given) if given.isdigit() else self.row + 1
            self.column = 0
        elif name == "c":
            self._cell(attributes)
        elif name == "f":
            self.formulas.append((self.row << COLUMN_BITS) | self.column)
        self.in_value = name == "v"

    def _cell(self, attributes: Mapping[str, str]) -> None:
        letters = attributes.get("r", "").upper().rstrip("0123456789")
        digits = attributes.get("r", "")[len(letters) :]
        self.column += 1
        if (
            letters != ""
            and len(letters) <= LETTERS.most
            and letters.isascii()
            and letters.isalpha()
        ):
            self.column = 0
            for letter in letters:
                self.column = self.column * 26 + ord(letter) - ord("A") + 1
        if len(digits) > DIGITS.most or len(letters) > LETTERS.most:
            self.row = ROWS + 1
        elif digits.isdigit():
            self.row = _row(digits)
        self.error = ""
        if attributes.get("t") == "e":
            self.error = cell_name(self.row - 1, self.column - 1)
            self.result.errors[self.error] = ""
        result = self.result
        result.cells += 1
        result.last_row = max(result.last_row, self.row)
        result.last_column = max(result.last_column, self.column)

    def _end(self, tag: str) -> None:
        self.in_value = False
        if tag.rpartition(":")[2] == "c":
            self.error = ""

    def _text(self, text: str) -> None:
        if len(text) > LONGEST_TEXT:
            raise _too_long(self.parts, self.name)
        self.result.longest = max(self.result.longest, len(text))
        if self.in_value and self.error != "":
            self.result.errors[self.error] += text
