"""Observations as rows of a table whose cells are all text, such as a CSV file."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any

from attrs import evolve

from indh_me.errors import (
    Fault,
    IndhMeError,
    ParseError,
    Place,
    quoted,
)
from indh_me.model import (
    Absence,
    Categories,
    Citation,
    Observation,
    Observations,
    Period,
    Quantity,
    Text,
)
from indh_me.model.quantity import Value, format_number, parse_value

from .columns import CATEGORY, PLAIN, REQUIRED, SAMPLE, TEXTS, Columns
from .csv_text import text_from_cell, text_to_cell
from .faults import gather
from .scalars import read_day

__all__ = ["Columns", "observation_from_row", "observation_to_row", "table_columns"]

WORDS = {"true": "1", "false": "0", "": Absence.NOT_REPORTED.value}


def observation_from_row(row: Mapping[str, str], columns: Columns) -> Observation:
    """Make an observation from a row of text.

    Parameters
    ----------
    row
        Cells by column name; an empty cell is not given. An empty ``value`` is *not reported*.
    columns
        What the header says.

    Returns
    -------
    Observation

    Raises
    ------
    InvalidInputError
        With every fault of the row, its place the name of the column.

    Examples
    --------
    >>> columns = Columns(["indicator", "period", "value", "by:place"])
    >>> row = {"indicator": "C-R3", "period": "2008", "value": "1", "by:place": "dakhla"}
    >>> str(observation_from_row(row, columns).categories)
    'place=dakhla'
    """
    cells = {name: cell for name, cell in row.items() if cell.strip() != ""}
    given = [name for name in PARSERS if name in cells or name in REQUIRED]
    read = dict(
        zip(
            given,
            gather((name, PARSERS[name], cells.get(name, "")) for name in given),
            strict=True,
        )
    )
    texts = {kind: _text(cells, of) for kind, of in columns.texts.items()}
    by = tuple((code, cells[name]) for name, code in columns.dimensions.items() if name in cells)
    value, source, categories = gather(
        [
            ("value", _sampled, read),
            ("source", partial(_citation, read), texts.pop("quote")),
            ("", _categories, by),
        ]
    )
    return Observation(
        indicator=read["indicator"],
        period=read["period"],
        value=value,
        categories=categories,
        collected=read.get("collected"),
        source=source,
        **texts,
    )


@lru_cache(maxsize=4096)
def _code(cell: str) -> str:
    try:
        return Citation(cell).code
    except IndhMeError as error:
        raise ParseError(*(evolve(fault, where=Place()) for fault in error.faults)) from None


def _value(cell: str) -> Value:
    return parse_value(WORDS.get(cell.strip().lower(), cell))


def _number(cell: str) -> float:
    quantity = Quantity.parse(cell)
    if quantity.best is None or quantity != Quantity.exactly(quantity.best):
        raise ParseError(Fault(f"{quoted(cell)} is not a plain number", mend="write one number"))
    return quantity.best


def _sampled(read: Mapping[str, Any]) -> Value:
    """Put numerator, denominator and n beside the value."""
    value: Value = read["value"]
    given = {name: read[name] for name in SAMPLE if name in read}
    if not given:
        return value
    if isinstance(value, Absence):
        what = f"{', '.join(given)} without a value"
        raise ParseError(Fault(what, mend="give the share that they make as well"))
    twice = [name for name in given if getattr(value, name) is not None]
    if twice:
        what = f"{', '.join(twice)} stands in the value too"
        raise ParseError(Fault(what, mend="write it in one of the two places"))
    return evolve(value, **given)


@lru_cache(maxsize=4096)
def _categories(pairs: tuple[tuple[str, str], ...]) -> Categories:
    return Categories({code: text_from_cell(cell) for code, cell in pairs})


def _text(cells: Mapping[str, str], columns: Mapping[str, str]) -> Text | None:
    words = {
        language: text_from_cell(cells[name]) for name, language in columns.items() if name in cells
    }
    return Text(words) if words else None


def _citation(read: Mapping[str, Any], quote: Text | None) -> Citation | None:
    code, page = read.get("source"), read.get("page")
    if code is not None:
        return Citation(code, page, quote)
    if page is not None or quote is not None:
        raise ParseError(Fault("page or quote without a source", mend="name the source"))
    return None


#: How the cells of columns with one value are read.
PARSERS: Mapping[str, Callable[[str], Any]] = {
    "indicator": _code,
    "period": Period.parse,
    "value": _value,
    **dict.fromkeys(SAMPLE, _number),
    "source": _code,
    "page": text_from_cell,
    "collected": read_day,
}


def table_columns(observations: Observations) -> tuple[str, ...]:
    """Give the header that holds all that a table of observations says.

    Parameters
    ----------
    observations
        The table.

    Returns
    -------
    tuple[str, ...]
        Names of columns: those with one value in a fixed order, then dimensions, then texts.

    Examples
    --------
    >>> table_columns(Observations.from_columns(["A"], ["2008"], [1]))
    ('indicator', 'period', 'value')
    """
    used = set(REQUIRED)
    for each in observations:
        used.update(observation_to_row(each))
    plain = [name for name in PLAIN if name in used]
    by = sorted(name for name in used if name.startswith(f"{CATEGORY}:"))
    return (*plain, *by, *sorted(used.difference(plain, by)))


def observation_to_row(observation: Observation) -> dict[str, str]:
    """Write an observation as cells of text by column, leaving out what is not given.

    Parameters
    ----------
    observation
        What was reported.

    Returns
    -------
    dict[str, str]
        Cells by name of column.

    Examples
    --------
    >>> seen = Observation(indicator="C-R4", period=Period.year(2008), value=9)
    >>> observation_to_row(seen)
    {'indicator': 'C-R4', 'period': '2008', 'value': '9'}
    """
    row = {"indicator": observation.indicator, "period": str(observation.period)}
    value = observation.value
    if isinstance(value, Absence):
        row["value"] = value.value
    else:
        row["value"] = str(evolve(value, numerator=None, denominator=None, n=None))
        for name in SAMPLE:
            number = getattr(value, name)
            if number is not None:
                row[name] = format_number(number)
    source = observation.source
    if source is not None:
        row["source"] = source.code
        if source.page is not None:
            row["page"] = text_to_cell(source.page)
    if observation.collected is not None:
        row["collected"] = observation.collected.isoformat()
    row |= {f"{CATEGORY}:{name}": text_to_cell(code) for name, code in observation.categories.pairs}
    texts = {
        "scope": observation.scope,
        "note": observation.note,
        "quote": None if source is None else source.quote,
    }
    for kind in TEXTS:
        text = texts[kind]
        if text is not None:
            row |= {f"{kind}:{language}": text_to_cell(words) for language, words in text.words}
    return row
