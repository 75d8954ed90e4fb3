"""Observations as the data sheet of a workbook: real numbers and days under one header."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import numpy as np
from attrs import frozen

from indh_me._codec.columns import CATEGORY, PLAIN, SAMPLE
from indh_me.errors import WorkbookError
from indh_me.model import Categories, Observations, Quantity
from indh_me.model.columns import ABSENCES, Codes, Dictionary
from indh_me.model.provenance import Provenance
from indh_me.model.text import reads_right_to_left

from .cell import Cell
from .cell_faults import FIRST_DAY
from .data_rows import BLANK, NUMBER, DataColumn, DataRows, size_faults
from .grid import Book, PrintSetup, Sheet
from .row_height import row_height
from .style import HEADING, TEXT, TITLE, Style
from .style import PLAIN as PLAIN_STYLE
from .words import Words

__all__ = ["DataBook", "data_book"]

T = TypeVar("T")

DAY = Style(number_format="yyyy\\-mm\\-dd")
NARROW, WIDE, LINE_WIDTH = 14.0, 44.0, 88.0
LINE = 16.5
TEXTS = ("scope", "note", "quote", "page")
LINES = ("rows", "value")


@frozen(eq=False)
class DataBook:
    """A workbook with a data sheet.

    Parameters
    ----------
    book
        The workbook without the rows of the data sheet.
    data
        These rows, by the name of the sheet.
    """

    book: Book
    data: Mapping[str, DataRows]


def data_book(observations: Observations, language: str) -> DataBook:
    """Lay out observations as a workbook: a data sheet and a few words about it.

    Parameters
    ----------
    observations
        What to show, in its order.
    language
        Of the words; the names of the columns are those of a CSV file in any language.

    Raises
    ------
    WorkbookError
        When there are more observations than a sheet has rows.

    Examples
    --------
    >>> seen = Observations.from_columns(["C-R4"], ["2008"], [9])
    >>> print(str(data_book(seen, "fr").book)[:103])
    == Données ==
    frozen at A2, A4 landscape, repeats 1 rows and 0 columns
    1 | indicator | period | value |
    """
    words = Words(language)
    name = words.label("sheet", "data")
    too_many = list(size_faults(len(observations), 1, name))
    if too_many:
        raise WorkbookError(*too_many)
    columns = dict(_columns(observations))
    turned = words.right_to_left
    header = HEADING.with_reading_order(right_to_left=False)
    sheet = Sheet(
        name,
        [Cell(0, at, title, header) for at, title in enumerate(columns)],
        widths=[(at, _width(title)) for at, title in enumerate(columns)],
        freeze=(1, 0),
        right_to_left=turned,
        print_setup=PrintSetup(repeat_rows=1),
    )
    book = Book(
        [sheet, _read_me(words, name, len(observations))],
        title=name,
        created=_created(observations),
    )
    return DataBook(book, {name: DataRows(columns.values())})


def _width(title: str) -> float:
    return WIDE if title.partition(":")[0] in TEXTS else NARROW


def _created(observations: Observations) -> date:
    """Give the last day that the observations tell of: the clock is not asked."""
    days = observations.collected[~np.isnat(observations.collected)]
    last: list[date] = [] if len(days) == 0 else [days.max().item()]
    return max([FIRST_DAY, *last, *(period.end for period in observations.periods)])


def _read_me(words: Words, name: str, rows: int) -> Sheet:
    lines = [words.label("data_sheet", key, rows=words.number(rows)) for key in LINES]
    arabic = words.language.partition("-")[0] == "ar"
    styles = [TITLE, *[TEXT] * len(lines)]
    if words.right_to_left:
        styles = [each.with_reading_order(right_to_left=True, arabic=arabic) for each in styles]
    return Sheet(
        words.label("sheet", "read_me"),
        [
            Cell(row, 0, text, style)
            for row, (text, style) in enumerate(zip([name, *lines], styles, strict=True))
        ],
        widths=[(0, LINE_WIDTH)],
        heights=[
            (row, row_height([(text, LINE_WIDTH)], line=LINE)) for row, text in enumerate(lines, 1)
        ],
        right_to_left=words.right_to_left,
    )


def _columns(observations: Observations) -> Iterator[tuple[str, DataColumn]]:
    """Give the columns of a CSV file of the same observations, in its order, by their names."""
    said = _worded(observations.provenances, observations.provenance, _said)
    groups = _worded(observations.cells, observations.cell, _groups)
    plain = {
        "indicator": _encoded(observations.indicators, observations.indicator),
        "period": _encoded([str(each) for each in observations.periods], observations.period),
        "value": _value(observations),
        **{name: _number(getattr(observations, name)) for name in SAMPLE},
        **said,
        "collected": _collected(observations),
    }
    # Of the last columns, those are left out that hold nothing.
    required = ("indicator", "period", "value")
    for name in PLAIN:
        column = plain.get(name)
        if column is not None and (name in required or not _is_blank(column)):
            yield name, column
    yield from sorted(groups.items())
    yield from sorted((name, column) for name, column in said.items() if name not in PLAIN)


def _is_blank(column: DataColumn) -> bool:
    return column.codes is not None and bool(np.all(column.codes == BLANK))


def _encoded(words: Sequence[str], codes: Codes) -> DataColumn:
    return DataColumn(codes=codes, words=words)


def _number(numbers: np.ndarray[Any, np.dtype[np.float64]]) -> DataColumn:
    codes = np.where(np.isnan(numbers), BLANK, NUMBER)
    return DataColumn(numbers=numbers, codes=codes)


def _value(observations: Observations) -> DataColumn:
    """Give the figures: what is known exactly as a number, all else as it is written."""
    best, low, high = observations.best, observations.low, observations.high
    absent = [each.value for each in ABSENCES if each is not None]
    codes = np.where(observations.absence > 0, observations.absence.astype(np.int32) - 1, NUMBER)
    bounded = np.flatnonzero((observations.absence == 0) & ~((best == low) & (best == high)))
    bounds = Dictionary[tuple[float | None, ...]]()
    codes[bounded] = len(absent) + bounds.encode(
        tuple(figure if math.isfinite(figure) else None for figure in figures)
        for figures in zip(
            best[bounded].tolist(), low[bounded].tolist(), high[bounded].tolist(), strict=True
        )
    )
    words = [*absent, *(str(Quantity(*figures)) for figures in bounds.values)]
    return DataColumn(numbers=best, codes=codes, words=words)


def _collected(observations: Observations) -> DataColumn:
    """Give the days; those that spreadsheets have no right number for as text."""
    days = observations.collected
    codes = np.where(np.isnat(days), BLANK, NUMBER)
    early = days < np.datetime64(FIRST_DAY)  # A day that is not given is not early.
    names, words = Dictionary[str](), np.datetime_as_string(days[early])
    codes[early] = names.encode(words.tolist())
    return DataColumn(numbers=days, codes=codes, words=names.values, style=DAY)


def _worded(
    values: Sequence[T], codes: Codes, say: Callable[[T], Mapping[str, str]]
) -> dict[str, DataColumn]:
    """Give a column for each thing that is said of some of the values, by its name."""
    dictionaries: dict[str, Dictionary[str]] = {}
    places: dict[str, Any] = {}
    for at in np.unique(codes).tolist():
        for name, text in say(values[at]).items():
            place = places.setdefault(name, np.full(len(values), BLANK, dtype=np.int32))
            place[at] = dictionaries.setdefault(name, Dictionary()).code(text)
    return {
        name: DataColumn(codes=place[codes], words=dictionaries[name].values, style=_style(name))
        for name, place in places.items()
    }


def _style(name: str) -> Style:
    kind, _, language = name.partition(":")
    if kind == CATEGORY or language == "" or not reads_right_to_left(language):
        return PLAIN_STYLE
    arabic = language.partition("-")[0] == "ar"
    return PLAIN_STYLE.with_reading_order(right_to_left=True, arabic=arabic)


def _groups(categories: Categories) -> Mapping[str, str]:
    return {f"{CATEGORY}:{dimension}": code for dimension, code in categories.pairs}


def _said(provenance: Provenance) -> Mapping[str, str]:
    source = provenance.source
    said = {} if source is None else {"source": source.code}
    if source is not None and source.page is not None:
        said["page"] = source.page
    texts = {
        "scope": provenance.scope,
        "note": provenance.note,
        "quote": None if source is None else source.quote,
    }
    for kind, text in texts.items():
        if text is not None:
            said |= {f"{kind}:{language}": words for language, words in text.words}
    return said
