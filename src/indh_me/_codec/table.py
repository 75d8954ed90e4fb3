"""Observations as rows of a table whose cells are all text, such as a CSV file."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from attrs import evolve

from indh_me.errors import Fault, IndhMeError, InvalidInputError, ParseError, nearest
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

from .faults import at

__all__ = ["Columns", "observation_from_row", "observation_to_row", "table_columns"]

REQUIRED = ("indicator", "period", "value")
PLAIN = (*REQUIRED, "numerator", "denominator", "n", "source", "page", "collected")
CATEGORY = "by:"
TEXTS = ("scope", "note", "quote")
WORDS = {"true": "1", "false": "0", "": Absence.NOT_REPORTED.value}
# A spreadsheet that opens the file must not take text for a formula.
FORMULA = re.compile(r"'*[=+\-@\t\r]")
QUOTED_FORMULA = re.compile(r"'+[=+\-@\t\r]")


class Columns:
    """The header of a table: which column holds what.

    Parameters
    ----------
    header
        Names of the columns.

    Raises
    ------
    InvalidInputError
        For unknown, repeated and missing columns, all together.

    Examples
    --------
    >>> Columns(["indicator", "period", "value", "by:sex", "note:fr"]).dimensions
    {'by:sex': 'sex'}
    """

    def __init__(self, header: Iterable[str]) -> None:
        names = tuple(header)
        self.dimensions: dict[str, str] = {}
        self.texts: dict[str, dict[str, str]] = {kind: {} for kind in TEXTS}
        faults = []
        for name in names:
            kind, colon, detail = name.partition(":")
            if name.startswith(CATEGORY) and detail != "":
                self.dimensions[name] = detail
            elif kind in TEXTS and colon != "" and detail != "":
                self.texts[kind][name] = detail
            elif name not in PLAIN:
                mend = nearest(name, [*PLAIN, "by:DIMENSION", "scope:fr", "note:fr", "quote:fr"])
                faults.append(Fault(f"unknown column {name!r}", name, mend))
        faults += [
            Fault(f"column {name!r} stands there twice", name, "keep one")
            for name in sorted({name for name in names if names.count(name) > 1})
        ]
        faults += [
            Fault(f"column {name!r} is missing", mend=f"the first line needs {', '.join(REQUIRED)}")
            for name in REQUIRED
            if name not in names
        ]
        if faults:
            raise InvalidInputError(*faults)


def observation_from_row(row: Mapping[str, str], columns: Columns) -> Observation:
    """Make an observation from a row of text.

    Parameters
    ----------
    row
        Cells by column name; an empty cell is not given. An empty ``value`` is *not reported*.
    columns
        What the header says.

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
    faults: list[Fault] = []

    def read(name: str, parse: Callable[[str], Any]) -> Any:  # noqa: ANN401 - what parse gives
        cell = row.get(name, "")
        try:
            return parse(cell)
        except IndhMeError as error:
            faults.extend(at(name, fault) for fault in error.faults)
            return None

    given = {
        "period": read("period", Period.parse),
        "value": read("value", lambda cell: _value(cell, row)),
        "categories": Categories(
            {code: row[name] for name, code in columns.dimensions.items() if row[name] != ""}
        ),
        "collected": read("collected", _day),
        "scope": read("scope", lambda _: _text(row, columns.texts["scope"])),
        "note": read("note", lambda _: _text(row, columns.texts["note"])),
        "source": read("source", lambda code: _citation(code, row, columns)),
    }
    try:
        observation = Observation(indicator=row.get("indicator", ""), **given)
    except (IndhMeError, AttributeError, TypeError) as error:
        # A cell that could not be read leaves a hole, of which its own fault already tells.
        if isinstance(error, IndhMeError) and not faults:
            raise
        raise InvalidInputError(*faults) from None
    if faults:
        raise InvalidInputError(*faults)
    return observation


def _value(cell: str, row: Mapping[str, str]) -> Value:
    value = parse_value(WORDS.get(cell.strip(), cell))
    sample = {name: _number(row[name], name) for name in ("numerator", "denominator", "n") if row.get(name, "") != ""}
    if not sample:
        return value
    if isinstance(value, Absence):
        raise ParseError(
            Fault("no value beside its numerator, denominator or n", mend="give the share as well")
        )
    return evolve(value, **sample)


def _number(cell: str, name: str) -> float:
    quantity = Quantity.parse(cell)
    if quantity.best is None or not quantity.is_exact:
        raise ParseError(Fault(f"{cell!r} is not a plain number", name, "write one number"))
    return quantity.best


def _day(cell: str) -> date | None:
    if cell == "":
        return None
    try:
        return date.fromisoformat(cell)
    except ValueError:
        raise ParseError(Fault(f"{cell!r} is not a day", mend="write it as 2008-03-27")) from None


def _text(row: Mapping[str, str], columns: Mapping[str, str]) -> Text | None:
    words = {language: _unquoted(row[name]) for name, language in columns.items() if row[name] != ""}
    return Text(words) if words else None


def _citation(code: str, row: Mapping[str, str], columns: Columns) -> Citation | None:
    page, quote = row.get("page", ""), _text(row, columns.texts["quote"])
    if code != "":
        return Citation(code, _unquoted(page) if page != "" else None, quote)
    if page != "" or quote is not None:
        raise ParseError(Fault("page or quote without a source", mend="name the source"))
    return None


def _unquoted(cell: str) -> str:
    return cell[1:] if QUOTED_FORMULA.match(cell) is not None else cell


def _quoted(text: str) -> str:
    return f"'{text}" if FORMULA.match(text) is not None else text


def table_columns(observations: Observations) -> tuple[str, ...]:
    """Give the header that holds all that a table of observations says.

    Examples
    --------
    >>> table_columns(Observations.from_columns(["A"], ["2008"], [1]))
    ('indicator', 'period', 'value')
    """
    rows = [observation_to_row(each) for each in observations]
    used = {name for row in rows for name in row} - set(PLAIN)
    given = {name for row in rows for name in row}
    plain = [name for name in PLAIN if name in given or name in REQUIRED]
    by = sorted(name for name in used if name.startswith(CATEGORY))
    return (*plain, *by, *sorted(used - set(by)))


def observation_to_row(observation: Observation) -> dict[str, str]:
    """Write an observation as cells of text by column, leaving out what is not given.

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
        for name in ("numerator", "denominator", "n"):
            number = getattr(value, name)
            if number is not None:
                row[name] = format_number(number)
    source = observation.source
    if source is not None:
        row["source"] = source.code
        if source.page is not None:
            row["page"] = _quoted(source.page)
    if observation.collected is not None:
        row["collected"] = observation.collected.isoformat()
    row |= {f"{CATEGORY}{name}": code for name, code in observation.categories.pairs}
    texts = {
        "scope": observation.scope,
        "note": observation.note,
        "quote": None if source is None else source.quote,
    }
    for kind, text in texts.items():
        if text is not None:
            row |= {f"{kind}:{language}": _quoted(words) for language, words in text.words}
    return row
