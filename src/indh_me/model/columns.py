"""Columns of observations: locked arrays of numbers, and codes for everything else."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

from indh_me.errors import Fault, InvalidInputError, quoted

from . import _fields
from .dimension import Categories
from .observation import Observation
from .period import Period
from .provenance import Provenance
from .quantity import Absence, Value

__all__ = [
    "ABSENCES",
    "COLUMNS",
    "DICTIONARIES",
    "FIGURES",
    "MOST_FAULTS",
    "Codes",
    "Dictionary",
    "Floats",
    "GrowingColumns",
    "column_faults",
    "days",
    "flags",
    "floats",
    "lock",
    "positions",
]

T = TypeVar("T")
Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int32]
Columns = Mapping[str, npt.NDArray[Any]]

#: How an absence stands in the column ``absence``; 0 is a figure.
ABSENCES: tuple[Absence | None, ...] = (None, Absence.NOT_REPORTED, Absence.NOT_APPLICABLE)
#: Columns that hold codes, by the tuple of values that the codes point into.
DICTIONARIES: Mapping[str, str] = {
    "indicators": "indicator",
    "periods": "period",
    "cells": "cell",
    "provenances": "provenance",
}
KINDS = {"indicators": str, "periods": Period, "cells": Categories, "provenances": Provenance}
FIGURES = ("best", "low", "high", "numerator", "denominator", "n")
COLUMNS = (*DICTIONARIES.values(), *FIGURES, "absence", "collected")
MOST_FAULTS = 20  # of one sort; a million rows can be wrong in the same way


def lock(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Make an array read-only, for good: it is the caller's last use of it.

    Examples
    --------
    >>> lock(np.zeros(2)).flags.writeable
    False
    """
    array.flags.writeable = False
    return array


def _locked(values: object, dtype: str) -> npt.NDArray[Any]:
    if (
        isinstance(values, np.ndarray)
        and values.dtype == np.dtype(dtype)
        and values.base is None
        and not values.flags.writeable
    ):
        return values
    try:
        # Always a copy: whoever gave the values may go on changing them.
        return lock(np.array(values, dtype=dtype))
    except (TypeError, ValueError, OverflowError) as error:
        what = f"a column of {dtype} cannot hold the values: {error}"
        raise InvalidInputError(Fault(what, mend="give one value a row, all of one kind")) from None


def positions(values: npt.ArrayLike) -> Codes:
    """Lock a column of codes.

    Examples
    --------
    >>> positions([0, 1]).dtype
    dtype('int32')
    """
    return _locked(values, "int32")


def floats(values: npt.ArrayLike) -> Floats:
    """Lock a column of numbers.

    Examples
    --------
    >>> floats([1, None])
    array([ 1., nan])
    """
    return _locked(values, "float64")


def flags(values: npt.ArrayLike) -> npt.NDArray[np.int8]:
    """Lock a column of absences, as positions in `ABSENCES`.

    Examples
    --------
    >>> flags([False, True])
    array([0, 1], dtype=int8)
    """
    return _locked(values, "int8")


def days(values: npt.ArrayLike | Sequence[date | None]) -> npt.NDArray[np.datetime64]:
    """Lock a column of days.

    Examples
    --------
    >>> days(["2008-03-27", None])
    array(['2008-03-27',        'NaT'], dtype='datetime64[D]')
    """
    return _locked(values, "datetime64[D]")


class Dictionary(Generic[T]):
    """Codes for values, in the order of their first appearance.

    Examples
    --------
    >>> names = Dictionary[str]()
    >>> names.encode(["T-R1", "C-R3", "T-R1"]).tolist(), names.values
    ([0, 1, 0], ['T-R1', 'C-R3'])
    """

    def __init__(self) -> None:
        self.codes: dict[T, int] = {}

    def code(self, value: T) -> int:
        """Give the code of a value, a new one when it is new."""
        return self.codes.setdefault(value, len(self.codes))

    def encode(self, values: Iterable[T]) -> Codes:
        """Give the codes of many values."""
        # A bare loop over setdefault would evaluate len() for each of millions of rows.
        codes, found = self.codes, []
        for value in values:
            code = codes.get(value)
            if code is None:
                code = codes[value] = len(codes)
            found.append(code)
        return lock(np.asarray(found, dtype=np.int32))

    @property
    def values(self) -> list[T]:
        """The values, in the order of their codes."""
        return list(self.codes)


class GrowingColumns:
    """Columns to which observations are added one by one.

    Examples
    --------
    >>> growing = GrowingColumns()
    >>> growing.add(Observation(indicator="C-R4", period=Period.year(2008), value=9))
    >>> growing.finished()["indicators"], growing.finished()["best"]
    (('C-R4',), [9.0])
    """

    def __init__(self) -> None:
        self.dictionaries: dict[str, Dictionary[Any]] = {
            plural: Dictionary() for plural in DICTIONARIES
        }
        self.columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}

    def add(self, observation: Observation) -> None:
        """Append one row."""
        coded = (
            observation.indicator,
            observation.period,
            observation.categories,
            Provenance(observation.scope, observation.source, observation.note),
        )
        for (plural, name), value in zip(DICTIONARIES.items(), coded, strict=True):
            self.columns[name].append(self.dictionaries[plural].code(value))
        value = observation.value
        absence = value if isinstance(value, Absence) else None
        self.columns["absence"].append(ABSENCES.index(absence))
        self.columns["collected"].append(observation.collected)
        for name, figure in zip(FIGURES, _figures(value), strict=True):
            self.columns[name].append(figure)

    def finished(self) -> dict[str, Any]:
        """Give the columns by name, and under their plurals the values that codes stand for."""
        values = {plural: tuple(each.values) for plural, each in self.dictionaries.items()}
        return {**values, **self.columns}


def _figures(quantity: Value) -> tuple[float, ...]:
    if isinstance(quantity, Absence):
        return (math.nan,) * len(FIGURES)
    return (
        math.nan if quantity.best is None else quantity.best,
        -math.inf if quantity.low is None else quantity.low,
        math.inf if quantity.high is None else quantity.high,
        math.nan if quantity.numerator is None else quantity.numerator,
        math.nan if quantity.denominator is None else quantity.denominator,
        math.nan if quantity.n is None else quantity.n,
    )


def column_faults(columns: Columns, values: Mapping[str, tuple[Any, ...]]) -> Iterator[Fault]:
    """Find what is wrong with the columns of a table.

    Parameters
    ----------
    columns
        All of `COLUMNS`, each of shape (rows,).
    values
        What the codes stand for, under the plurals of `DICTIONARIES`.

    Yields
    ------
    Fault
        At most 20 of one sort, with the row counted from 0.

    Examples
    --------
    >>> growing = GrowingColumns()
    >>> growing.add(Observation(indicator="C-R4", period=Period.year(2008), value=9))
    >>> made = growing.finished()
    >>> columns = {name: np.asarray(made[name]) for name in COLUMNS} | {"n": np.array([-1.0])}
    >>> [str(fault.where) for fault in column_faults(columns, made)]
    ['row 0']
    """
    shapes = {name: column.shape for name, column in columns.items()}
    if len(set(shapes.values())) > 1 or len(shapes["best"]) != 1:
        listed = ", ".join(f"{name} {shape}" for name, shape in shapes.items())
        yield Fault(f"columns of different shape: {listed}", mend="one row an observation")
        return
    for plural, name in DICTIONARIES.items():
        yield from _code_faults(columns[name], values[plural], plural)
    yield from _row_faults(columns)


def _code_faults(codes: npt.NDArray[Any], values: tuple[Any, ...], plural: str) -> Iterator[Fault]:
    kind = KINDS[plural]
    for value in values:
        if not isinstance(value, kind) or (kind is str and not _fields.is_code(value)):
            yield Fault(f"{quoted(value)} cannot stand among {plural}", plural, _fields.CODE_MEND)
    # Calculations group rows by their codes: one value under two codes would make two groups.
    if kind is not Provenance and len(set(values)) < len(values):
        yield Fault(f"the same value twice among {plural}", plural, "give each value one code")
    if len(codes) > 0 and (codes.min() < 0 or codes.max() >= len(values)):
        yield Fault(
            f"codes from '{codes.min()}' to '{codes.max()}' for {len(values)} {plural}",
            DICTIONARIES[plural],
            "codes are positions, counted from 0",
        )


def _row_faults(columns: Columns) -> Iterator[Fault]:
    best, low, high = columns["best"], columns["low"], columns["high"]
    numerator, denominator, n = columns["numerator"], columns["denominator"], columns["n"]
    absence = columns["absence"]
    absent = absence != 0
    counted = ~(np.isnan(numerator) & np.isnan(denominator) & np.isnan(n))
    disordered = (best < low) | (best > high) | (low > high)
    unbounded = np.isinf(best) | np.isposinf(low) | np.isneginf(high)
    sorts = (
        (
            (absence < 0) | (absence >= len(ABSENCES)),
            ("absence",),
            "0 is a figure, 1 not reported, 2 not applicable",
        ),
        (
            absent & ~(np.isnan(best) & np.isnan(low) & np.isnan(high)),
            ("absence", "best", "low", "high"),
            "what is absent has no figures: NaN in all three",
        ),
        (
            ~absent & (np.isnan(low) | np.isnan(high) | disordered | unbounded),
            ("best", "low", "high"),
            "figures are finite and lie between their bounds, infinite where there is none",
        ),
        (
            absent & counted,
            ("numerator", "denominator", "n"),
            "give the share as well, or leave out what it was made from",
        ),
        (
            (np.isnan(numerator) != np.isnan(denominator)) | (denominator <= 0) | (n < 0),
            ("numerator", "denominator", "n"),
            "give numerator and a denominator above zero, or neither; n is zero or more",
        ),
        (
            np.isinf(numerator) | np.isinf(denominator) | np.isinf(n),
            ("numerator", "denominator", "n"),
            "counts are finite; NaN where not given",
        ),
    )
    for wrong, names, mend in sorts:
        for row in np.flatnonzero(wrong)[:MOST_FAULTS]:
            shown = ", ".join(f"{name} '{columns[name][row]}'" for name in names)
            yield Fault(shown, f"row {row}", mend)
