"""Data sheets that go straight from columns of arrays into the file.

XlsxWriter holds an object for each cell and writes one by one. Here it writes the header and all
that surrounds the cells; the rows are written in blocks, with numbers that read back exactly.
"""

import inspect
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from indh_me.cells import column_letters

from .cell import Cell
from .data_rows import NUMBER, DataColumn, DataRows

__all__ = ["BulkSheet", "can_stream", "plain_cells"]

BLOCK = 4096  # rows that are text at a time
MOST_KEPT = 65_536  # words of a column whose XML is kept
DAY_ZERO = np.datetime64("1899-12-30")  # What Excel counts days from, from March 1900 on.
#: Methods of XlsxWriter that are not for the public, with the arguments that they are given here.
HOOKS: tuple[tuple[Callable[..., Any] | None, int], ...] = tuple(
    (getattr(owner, name, None), arguments)
    for owner, name, arguments in (
        (Worksheet, "_write_sheet_data", 0),
        (Worksheet, "_write_rows", 0),
        (Worksheet, "_check_dimensions", 2),
        (Worksheet, "_xml_start_tag", 1),
        (Worksheet, "_xml_end_tag", 1),
        (Format, "_get_xf_index", 0),
    )
)
# What XML or Excel would take for something else: markup, controls, and the underscore of what
# reads as the escape of a character.
SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def can_stream(hooks: Sequence[tuple[Callable[..., Any] | None, int]] = HOOKS) -> bool:
    """Tell whether XlsxWriter has the methods that `BulkSheet` needs.

    Parameters
    ----------
    hooks
        Methods, or `None` for one that is missing, each with a number of arguments.

    Examples
    --------
    >>> can_stream([(None, 0)])
    False
    """
    return all(method is not None and _takes(method, count) for method, count in hooks)


def _takes(method: Callable[..., Any], count: int) -> bool:
    try:
        inspect.signature(method).bind(*range(count + 1))  # The first is the object itself.
    except (TypeError, ValueError):
        return False
    return True


class BulkSheet(Worksheet):
    """A worksheet whose last rows are columns of arrays."""

    streamed = False  # Whether XlsxWriter has asked for the rows.

    def hold(self, rows: DataRows, first: int, looks: Sequence[Format | None]) -> None:
        """Take rows that have no faults, to be written when the file is closed.

        Parameters
        ----------
        rows
            What to write.
        first
            The row that they begin in, below all other cells of the sheet.
        looks
            The format of each column.
        """
        self._held = rows, first, looks
        if len(rows) > 0:
            self._check_dimensions(first, 0)
            self._check_dimensions(first + len(rows) - 1, len(rows.columns) - 1)

    def _write_sheet_data(self) -> None:
        rows, first, looks = self._held
        self.streamed = True
        if len(rows) == 0:
            super()._write_sheet_data()
            return
        # XlsxWriter would go through all the rows that the sheet has, looking for cells.
        last, self.dim_rowmax = self.dim_rowmax, first - 1  # type: ignore[assignment] # not only None
        self._xml_start_tag("sheetData")
        self._write_rows()
        self.dim_rowmax = last
        for text in rows_as_xml(rows, first, [_index(look) for look in looks]):
            self.fh.write(text)  # type: ignore[attr-defined] # the file is open by now
        self._xml_end_tag("sheetData")


def _index(look: Format | None) -> int:
    index: int = 0 if look is None else look._get_xf_index()  # type: ignore[no-untyped-call] # noqa: SLF001 - one of the hooks
    return index


class Exact(float):
    """A number that XlsxWriter writes exactly: it asks for 16 digits, which are not always enough.

    Examples
    --------
    >>> f"{Exact(0.1 + 0.2):.16G}"
    '0.30000000000000004'
    """

    __slots__ = ()

    def __format__(self, _spec: str) -> str:
        return float.__repr__(self)


def plain_cells(rows: DataRows, first: int) -> Iterator[Cell]:
    """Give rows as cells, for the methods that XlsxWriter has for everybody.

    Parameters
    ----------
    rows
        What to write.
    first
        The row that they begin in.
    """
    styles = [column.style for column in rows.columns]
    for start in range(0, len(rows), BLOCK):
        block = zip(*(column.values(start, start + BLOCK) for column in rows.columns), strict=True)
        for row, values in enumerate(block, first + start):
            for column, value in enumerate(values):
                if value is not None:
                    exact = Exact(value) if type(value) is float else value
                    yield Cell(row, column, exact, styles[column])


def rows_as_xml(rows: DataRows, first: int, looks: Sequence[int]) -> Iterator[str]:
    """Write rows as a worksheet's XML, a block at a time.

    Parameters
    ----------
    rows
        What to write.
    first
        The row that they begin in, from 0.
    looks
        The index of each column's format.

    Examples
    --------
    >>> rows = DataRows([DataColumn(numbers=np.array([0.1]))])
    >>> "".join(rows_as_xml(rows, 1, [0]))
    '<row r="2"><c r="A2"><v>0.1</v></c></row>'
    """
    writers = [
        _writer(column, column_letters(at), look)
        for at, (column, look) in enumerate(zip(rows.columns, looks, strict=True))
    ]
    for start in range(0, len(rows), BLOCK):
        stop = min(start + BLOCK, len(rows))
        numbers = [str(row) for row in range(first + start + 1, first + stop + 1)]
        parts = [[f'<row r="{row}">' for row in numbers]]
        parts += [write(numbers, start, stop) for write in writers]
        parts.append(["</row>"] * len(numbers))
        yield "".join(map("".join, zip(*parts, strict=True)))


_Write = Callable[[list[str], int, int], list[str]]


def _writer(column: DataColumn, letters: str, look: int) -> _Write:
    """Give the function that writes some cells of a column; a blank one is an empty text."""
    head = f'<c r="{letters}'
    style = f'" s="{look}"' if look > 0 else '"'
    if column.numbers is None:
        return _word_writer(column, head, style)
    write_numbers = _number_writer(column.numbers, head, style)
    codes = column.codes
    if codes is None:
        return write_numbers
    write_words = _word_writer(column, head, style)

    def write(numbers: list[str], start: int, stop: int) -> list[str]:
        is_number = (codes[start:stop] == NUMBER).tolist()
        if all(is_number):
            return write_numbers(numbers, start, stop)
        words = write_words(numbers, start, stop)
        if not any(is_number):
            return words
        cells = write_numbers(numbers, start, stop)
        return [
            cell if chosen else word
            for chosen, cell, word in zip(is_number, cells, words, strict=True)
        ]

    return write


def _number_writer(values: npt.NDArray[Any], head: str, style: str) -> _Write:
    kind = ' t="b"' if values.dtype.kind == "b" else ""
    middle = f"{style}{kind}><v>"

    def write(numbers: list[str], start: int, stop: int) -> list[str]:
        block = values[start:stop]
        if block.dtype.kind == "M":
            block = (block - DAY_ZERO).astype(np.int64)
        elif block.dtype.kind == "b":
            block = block.view(np.int8)
        # As Python's repr, the shortest text that gives the very same number again.
        return [
            f"{head}{row}{middle}{value!r}</v></c>"
            for row, value in zip(numbers, block.tolist(), strict=True)
        ]

    return write


def _word_writer(column: DataColumn, head: str, style: str) -> _Write:
    words, codes = column.words, column.codes

    def tail(code: int) -> str:
        return _tail(words[code], style) if code >= 0 else ""

    # The codes of what is no word count from the end of the list, as negative positions do.
    kept: npt.NDArray[np.object_] | None = None
    if len(words) <= MOST_KEPT:
        kept = np.array([*(_tail(word, style) for word in words), "", ""], dtype=object)

    def write(numbers: list[str], start: int, stop: int) -> list[str]:
        if codes is None:  # pragma: no cover - a column without numbers has codes.
            return []
        block = codes[start:stop]
        tails = kept[block].tolist() if kept is not None else [tail(c) for c in block.tolist()]
        return [
            f"{head}{row}{after}" if after else ""
            for row, after in zip(numbers, tails, strict=True)
        ]

    return write


def _tail(word: str, style: str) -> str:
    """Write what follows the number of the row in the cell of a word."""
    if word == "":
        return ""
    space = ' xml:space="preserve"' if word[0].isspace() or word[-1].isspace() else ""
    text = SPECIAL.sub(_escaped, word)
    return f'{style} t="inlineStr"><is><t{space}>{text}</t></is></c>'


def _escaped(found: re.Match[str]) -> str:
    letter = found[0]
    return ENTITIES.get(letter) or f"_x{ord(letter):04X}_"
