"""Many observations, held as columns."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError

from .dimension import TOTAL, Categories
from .observation import Observation
from .period import Period
from .quantity import Absence, Quantity
from .source import Citation
from .text import Text

__all__ = ["Observations", "Provenance"]

T = TypeVar("T")
Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int32]

#: How an absence stands in the column ``absence``; 0 is a figure.
ABSENCES: tuple[Absence | None, ...] = (None, Absence.NOT_REPORTED, Absence.NOT_APPLICABLE)


@frozen
class Provenance:
    """What is said about a figure beside the figure.

    Parameters
    ----------
    scope
        What it leaves out or takes in.
    source
        Who says so.
    note
        Anything a reader must know.
    """

    scope: Text | None = None
    source: Citation | None = None
    note: Text | None = None


def _locked(dtype: Any) -> Any:  # noqa: ANN401 - numpy's dtype protocol has no public type
    def convert(values: npt.ArrayLike) -> npt.NDArray[Any]:
        array = np.asarray(values, dtype=dtype).view()
        array.flags.writeable = False
        return array

    return convert


@frozen(eq=False, kw_only=True)
class Observations:
    """Many observations, held as columns, one row each.

    Parameters
    ----------
    indicators, periods, cells, provenances
        The different values of four columns: what the codes below point into.
    indicator, period, cell, provenance
        Code of each row's value, shape (rows,).
    best, low, high
        The figures, shape (rows,), each in its indicator's unit. NaN in ``best``: no best
        estimate. Infinities in ``low`` and ``high``: no bound. All three NaN: absent.
    absence
        0 for a figure, else the position in `ABSENCES`, shape (rows,).
    numerator, denominator, n
        What a share was made from, shape (rows,); NaN: not given.
    collected
        Day of collection, ``datetime64[D]``, shape (rows,); NaT: not given.

    Raises
    ------
    InvalidInputError
        When columns differ in length.

    Notes
    -----
    A country reports millions of figures, so calculations run on the columns. Iterating gives
    `Observation` values. Two tables are equal when they hold equal observations in the same order.

    Examples
    --------
    >>> year = Period.year(2008)
    >>> seen = Observations.of(
    ...     Observation(indicator="C-R3", period=year, value=4),
    ...     Observation(indicator="C-R4", period=year, value=9),
    ... )
    >>> len(seen), float(seen.best.sum())
    (2, 13.0)
    >>> [observation.indicator for observation in seen]
    ['C-R3', 'C-R4']
    """

    indicators: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    cells: tuple[Categories, ...] = ()
    provenances: tuple[Provenance, ...] = ()
    indicator: Codes = field(factory=tuple, converter=_locked(np.int32))
    period: Codes = field(factory=tuple, converter=_locked(np.int32))
    cell: Codes = field(factory=tuple, converter=_locked(np.int32))
    provenance: Codes = field(factory=tuple, converter=_locked(np.int32))
    best: Floats = field(factory=tuple, converter=_locked(np.float64))
    low: Floats = field(factory=tuple, converter=_locked(np.float64))
    high: Floats = field(factory=tuple, converter=_locked(np.float64))
    absence: npt.NDArray[np.int8] = field(factory=tuple, converter=_locked(np.int8))
    numerator: Floats = field(factory=tuple, converter=_locked(np.float64))
    denominator: Floats = field(factory=tuple, converter=_locked(np.float64))
    n: Floats = field(factory=tuple, converter=_locked(np.float64))
    collected: npt.NDArray[np.datetime64] = field(
        factory=tuple, converter=_locked("datetime64[D]")
    )

    def __attrs_post_init__(self) -> None:
        """Refuse columns of different length."""
        lengths = {name: len(column) for name, column in self.to_columns().items()}
        if len(set(lengths.values())) > 1:
            raise InvalidInputError(
                Fault(f"columns of different length: {lengths}", mend="one row an observation")
            )

    @classmethod
    def of(cls, *observations: Observation) -> "Observations":
        """Make a table from observations given one by one."""
        return cls.from_iterable(observations)

    @classmethod
    def from_iterable(cls, observations: Iterable[Observation]) -> "Observations":
        """Make a table from observations.

        Examples
        --------
        >>> len(Observations.from_iterable([]))
        0
        """
        table = _Columns()
        for each in observations:
            table.add(
                each.indicator,
                each.period,
                each.value if isinstance(each.value, Absence) else None,
                each.quantity,
                each.categories,
                Provenance(each.scope, each.source, each.note),
                each.collected,
            )
        return table.freeze()

    @classmethod
    def from_columns(
        cls,
        indicator: Sequence[str],
        period: Sequence[str] | Sequence[Period],
        value: npt.ArrayLike,
        *,
        low: npt.ArrayLike | None = None,
        high: npt.ArrayLike | None = None,
        categories: Sequence[Categories] | None = None,
        numerator: npt.ArrayLike | None = None,
        denominator: npt.ArrayLike | None = None,
        n: npt.ArrayLike | None = None,
        collected: npt.ArrayLike | None = None,
    ) -> "Observations":
        """Make a table from whole columns, as a dataframe holds them.

        Parameters
        ----------
        indicator
            Codes, shape (rows,).
        period
            Periods or their names, shape (rows,).
        value
            Best estimates in each indicator's unit, shape (rows,). NaN: none; without bounds
            either, the figure is *not reported*.
        low, high
            Bounds, shape (rows,), infinite where there is none; by default the value itself.
        categories
            Groups, shape (rows,); by default all are totals.
        numerator, denominator, n
            What shares were made from, shape (rows,); NaN where not given.
        collected
            Days of collection, shape (rows,); NaT where not given.

        Raises
        ------
        ParseError
            For a period that cannot be read.
        InvalidInputError
            For infinite values, bounds out of order, columns of different length.

        Examples
        --------
        >>> table = Observations.from_columns(["A", "A"], ["2008", "2009"], [5, float("nan")])
        >>> [observation.value for observation in table][1]
        <Absence.NOT_REPORTED: 'not_reported'>
        """
        best = np.asarray(value, dtype=np.float64)
        rows = len(best)
        lows = best if low is None else np.asarray(low, dtype=np.float64)
        highs = best if high is None else np.asarray(high, dtype=np.float64)
        absent = np.isnan(best) & (np.isnan(lows) | np.isneginf(lows))
        absent &= np.isnan(highs) | np.isposinf(highs)
        lows = np.where(np.isnan(lows) & ~absent, -math.inf, lows)
        highs = np.where(np.isnan(highs) & ~absent, math.inf, highs)
        wrong = np.isinf(best) | (best < lows) | (best > highs) | (lows > highs)
        wrong |= np.isposinf(lows) | np.isneginf(highs)
        if wrong.any():
            raise InvalidInputError(
                *(
                    Fault(
                        f"low {lows[row]}, value {best[row]}, high {highs[row]}",
                        f"row {row}",
                        "values are finite and lie between their bounds",
                    )
                    for row in np.flatnonzero(wrong)[:20]
                )
            )
        names, cells = _Dictionary[str](), _Dictionary[Categories]()
        periods = _Dictionary[Period]()
        period_names = _Dictionary[Any]()
        period_codes = period_names.encode(period)
        of_period = [
            periods.code(each if isinstance(each, Period) else Period.parse(each))
            for each in period_names.values
        ]
        blank = np.full(rows, math.nan)
        lows, highs = np.where(absent, math.nan, lows), np.where(absent, math.nan, highs)
        return cls(
            indicator=names.encode(indicator),
            indicators=tuple(names.values),
            period=np.asarray(of_period, dtype=np.int32)[period_codes] if rows else (),
            periods=tuple(periods.values),
            cell=np.zeros(rows) if categories is None else cells.encode(categories),
            cells=(TOTAL,) if categories is None else tuple(cells.values),
            provenance=np.zeros(rows),
            provenances=(Provenance(),),
            best=best,
            low=lows,
            high=highs,
            absence=absent,
            numerator=blank if numerator is None else numerator,
            denominator=blank if denominator is None else denominator,
            n=blank if n is None else n,
            collected=np.full(rows, "NaT") if collected is None else collected,
        )

    @classmethod
    def concatenate(cls, *tables: "Observations") -> "Observations":
        """Make one table from several, one below the other.

        Examples
        --------
        >>> one = Observations.from_columns(["A"], ["2008"], [1])
        >>> len(Observations.concatenate(one, one))
        2
        """
        merged: dict[str, Any] = {}
        for plural, column in DICTIONARIES.items():
            dictionary = _Dictionary[Any]()
            recoded = [
                np.asarray([dictionary.code(value) for value in getattr(table, plural)], np.int32)[
                    getattr(table, column)
                ]
                for table in tables
                if len(table)
            ]
            merged[plural] = tuple(dictionary.values)
            merged[column] = np.concatenate(recoded) if recoded else ()
        for column in (*FIGURES, "absence", "collected"):
            parts = [getattr(table, column) for table in tables if len(table)]
            merged[column] = np.concatenate(parts) if parts else ()
        return cls(**merged)

    def select(self, rows: npt.ArrayLike) -> "Observations":
        """Make a table of some of the rows.

        Parameters
        ----------
        rows
            A boolean mask of shape (rows,), or positions.

        Examples
        --------
        >>> table = Observations.from_columns(["A", "B"], ["2008", "2008"], [1, 2])
        >>> table.select(table.best > 1).indicator
        array([1], dtype=int32)
        """
        chosen = np.asarray(rows)
        if chosen.dtype != np.bool_:
            chosen = chosen.astype(np.intp)
        columns = {name: column[chosen] for name, column in self.to_columns().items()}
        return Observations(
            **{plural: getattr(self, plural) for plural in DICTIONARIES}, **columns
        )

    def to_columns(self) -> dict[str, npt.NDArray[Any]]:
        """Give the columns by name, for any dataframe library; codes stay codes."""
        return {name: getattr(self, name) for name in COLUMNS}

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.indicator)

    def __iter__(self) -> Iterator[Observation]:
        """Give each row as an `Observation`."""
        return (self[row] for row in range(len(self)))

    def __getitem__(self, row: int) -> Observation:
        """Give one row as an `Observation`."""
        said = self.provenances[self.provenance[row]]
        collected = self.collected[row]
        absence = ABSENCES[self.absence[row]]
        return Observation(
            indicator=self.indicators[self.indicator[row]],
            period=self.periods[self.period[row]],
            value=self._quantity(row) if absence is None else absence,
            categories=self.cells[self.cell[row]],
            scope=said.scope,
            source=said.source,
            note=said.note,
            collected=None if np.isnat(collected) else collected.item(),
        )

    def _quantity(self, row: int) -> Quantity:
        return Quantity(
            _known(self.best[row]),
            _known(self.low[row]),
            _known(self.high[row]),
            numerator=_known(self.numerator[row]),
            denominator=_known(self.denominator[row]),
            n=_known(self.n[row]),
        )

    def __eq__(self, other: object) -> bool:
        """Tell whether both hold equal observations in the same order."""
        if not isinstance(other, Observations):
            return NotImplemented
        return len(self) == len(other) and all(
            mine == theirs for mine, theirs in zip(self, other, strict=True)
        )

    __hash__ = None  # type: ignore[assignment]


#: Columns that hold codes, by the tuple of values that the codes point into.
DICTIONARIES: Mapping[str, str] = {
    "indicators": "indicator",
    "periods": "period",
    "cells": "cell",
    "provenances": "provenance",
}
FIGURES = ("best", "low", "high", "numerator", "denominator", "n")
COLUMNS = (*DICTIONARIES.values(), *FIGURES, "absence", "collected")


def _known(number: float) -> float | None:
    return float(number) if math.isfinite(number) else None


class _Dictionary(Generic[T]):
    """Codes for values in the order of their first appearance."""

    def __init__(self) -> None:
        self.codes: dict[T, int] = {}

    def code(self, value: T) -> int:
        return self.codes.setdefault(value, len(self.codes))

    def encode(self, values: Iterable[T]) -> Codes:
        # A bare loop over setdefault would evaluate len() for each of millions of rows.
        codes, found = self.codes, []
        for value in values:
            code = codes.get(value)
            if code is None:
                code = codes[value] = len(codes)
            found.append(code)
        return np.asarray(found, dtype=np.int32)

    @property
    def values(self) -> list[T]:
        return list(self.codes)


class _Columns:
    """Columns while they grow."""

    def __init__(self) -> None:
        self.dictionaries: dict[str, _Dictionary[Any]] = {
            plural: _Dictionary() for plural in DICTIONARIES
        }
        self.columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}

    def add(
        self,
        indicator: str,
        period: Period,
        absence: Absence | None,
        quantity: Quantity | None,
        categories: Categories,
        provenance: Provenance,
        collected: date | None,
    ) -> None:
        """Append one row."""
        coded = (indicator, period, categories, provenance)
        for (plural, name), value in zip(DICTIONARIES.items(), coded, strict=True):
            self.columns[name].append(self.dictionaries[plural].code(value))
        self.columns["absence"].append(ABSENCES.index(absence))
        self.columns["collected"].append("NaT" if collected is None else collected)
        figures = (math.nan,) * len(FIGURES) if quantity is None else _figures(quantity)
        for name, figure in zip(FIGURES, figures, strict=True):
            self.columns[name].append(figure)

    def freeze(self) -> Observations:
        """Make the table."""
        values = {plural: tuple(each.values) for plural, each in self.dictionaries.items()}
        collected = np.asarray(self.columns.pop("collected"), dtype="datetime64[D]")
        return Observations(**values, **self.columns, collected=collected)


def _figures(quantity: Quantity) -> tuple[float, ...]:
    return (
        math.nan if quantity.best is None else quantity.best,
        -math.inf if quantity.low is None else quantity.low,
        math.inf if quantity.high is None else quantity.high,
        math.nan if quantity.numerator is None else quantity.numerator,
        math.nan if quantity.denominator is None else quantity.denominator,
        math.nan if quantity.n is None else quantity.n,
    )
