"""Many observations, held as columns."""

import math
import operator
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, ParseError
from indh_me.notebook import ShownInNotebook

from ._fields import is_text
from .columns import (
    ABSENCES,
    COLUMNS,
    DICTIONARIES,
    FIGURES,
    MOST_FAULTS,
    Codes,
    Dictionary,
    Floats,
    GrowingColumns,
    column_faults,
    days,
    flags,
    floats,
    lock,
    positions,
)
from .dimension import TOTAL, Categories
from .observation import Observation
from .period import Period
from .provenance import Provenance
from .quantity import Quantity

__all__ = ["Observations", "Provenance"]

BLOCK = 4096  # rows that are turned into Python values at a time


@frozen(eq=False, kw_only=True)
class Observations(ShownInNotebook):
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
        When columns differ in length, codes point to nothing, or figures are out of order: at
        most 20 faults of a sort, with their rows.

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
    indicator: Codes = field(factory=tuple, converter=positions)
    period: Codes = field(factory=tuple, converter=positions)
    cell: Codes = field(factory=tuple, converter=positions)
    provenance: Codes = field(factory=tuple, converter=positions)
    best: Floats = field(factory=tuple, converter=floats)
    low: Floats = field(factory=tuple, converter=floats)
    high: Floats = field(factory=tuple, converter=floats)
    absence: npt.NDArray[np.int8] = field(factory=tuple, converter=flags)
    numerator: Floats = field(factory=tuple, converter=floats)
    denominator: Floats = field(factory=tuple, converter=floats)
    n: Floats = field(factory=tuple, converter=floats)
    collected: npt.NDArray[np.datetime64] = field(factory=tuple, converter=days)

    def __attrs_post_init__(self) -> None:
        """Refuse columns that do not fit together, and figures that are none."""
        values = {plural: getattr(self, plural) for plural in DICTIONARIES}
        faults = list(column_faults(self.to_columns(), values))
        if faults:
            raise InvalidInputError(*faults)

    @classmethod
    def of(cls, *observations: Observation) -> "Observations":
        """Make a table from observations given one by one.

        Examples
        --------
        >>> len(Observations.of(Observation(indicator="A", period=Period.year(2008), value=9)))
        1
        """
        return cls.from_iterable(observations)

    @classmethod
    def from_iterable(cls, observations: Iterable[Observation]) -> "Observations":
        """Make a table from observations.

        Examples
        --------
        >>> len(Observations.from_iterable([]))
        0
        """
        growing = GrowingColumns()
        for each in observations:
            growing.add(each)
        return cls(**growing.finished())

    @classmethod
    def from_columns(
        cls,
        indicator: Iterable[str],
        period: Iterable[str] | Iterable[Period],
        value: npt.ArrayLike,
        *,
        low: npt.ArrayLike | None = None,
        high: npt.ArrayLike | None = None,
        categories: Iterable[Categories] | None = None,
        numerator: npt.ArrayLike | None = None,
        denominator: npt.ArrayLike | None = None,
        n: npt.ArrayLike | None = None,
        collected: npt.ArrayLike | Sequence[date | None] | None = None,
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
            Bounds, shape (rows,), infinite or NaN where there is none; by default the value itself.
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
            For infinite values, bounds out of order, half a fraction, impossible codes, columns of
            different length: all together.

        Examples
        --------
        >>> table = Observations.from_columns(["A", "A"], ["2008", "2009"], [5, float("nan")])
        >>> [observation.value for observation in table][1]
        <Absence.NOT_REPORTED: 'not_reported'>
        """
        best = floats(value)
        given = {"low": low, "high": high, "numerator": numerator, "denominator": denominator}
        columns = {
            name: lock(np.full(best.shape, math.nan))
            if each is None
            else _fitting(each, best, name)
            for name, each in (given | {"n": n}).items()
        }
        lows = best if low is None else columns["low"]
        highs = best if high is None else columns["high"]
        absent = np.isnan(best) & (np.isnan(lows) | np.isneginf(lows))
        absent &= np.isnan(highs) | np.isposinf(highs)
        lows = np.where(absent, math.nan, np.where(np.isnan(lows), -math.inf, lows))
        highs = np.where(absent, math.nan, np.where(np.isnan(highs), math.inf, highs))
        names, cells = Dictionary[str](), Dictionary[Categories]()
        rows = lock(np.zeros(best.shape, dtype=np.int32))
        never = lock(np.full(best.shape, np.datetime64("NaT"), dtype="datetime64[D]"))
        period_codes, periods = _periods(period)
        return cls(
            indicator=names.encode(indicator),
            # A column of a dataframe may hold numpy's own strings.
            indicators=tuple(str(each) if is_text(each) else each for each in names.values),
            period=period_codes,
            periods=periods,
            cell=rows if categories is None else cells.encode(categories),
            cells=(TOTAL,) if categories is None else tuple(cells.values),
            provenance=rows,
            provenances=(Provenance(),),
            best=best,
            low=lock(lows),
            high=lock(highs),
            absence=absent,
            numerator=columns["numerator"],
            denominator=columns["denominator"],
            n=columns["n"],
            collected=never if collected is None else collected,
        )

    @classmethod
    def concatenate(cls, *tables: "Observations") -> "Observations":
        """Make one table from several tables, one below the other.

        Examples
        --------
        >>> one = Observations.from_columns(["A"], ["2008"], [1])
        >>> len(Observations.concatenate(one, one))
        2
        """
        # An empty table is added at the end, as numpy does not concatenate nothing.
        every = (*tables, cls())
        merged: dict[str, Any] = {}
        for plural, name in DICTIONARIES.items():
            dictionary = Dictionary[Any]()
            recoded = [_recoded(table, plural, dictionary) for table in every]
            merged[name] = lock(np.concatenate(recoded))
            merged[plural] = tuple(dictionary.values)
        for name in (*FIGURES, "absence", "collected"):
            merged[name] = lock(np.concatenate([getattr(table, name) for table in every]))
        return cls(**merged)

    def select(self, rows: npt.ArrayLike) -> "Observations":
        """Make a table of some of the rows.

        Parameters
        ----------
        rows
            A boolean mask of shape (rows,), or positions.

        Raises
        ------
        InvalidInputError
            For a mask of another shape, and positions that the table does not have.

        Examples
        --------
        >>> table = Observations.from_columns(["A", "B"], ["2008", "2008"], [1, 2])
        >>> table.select(table.best > 1).indicator
        array([1], dtype=int32)
        """
        chosen = np.asarray(rows)
        if chosen.size == 0:
            chosen = chosen.astype(np.intp)
        try:
            kept: dict[str, Any] = {
                name: lock(column[chosen]) for name, column in self.to_columns().items()
            }
        except IndexError as error:
            mend = f"give a mask of shape ({len(self)},), or positions below {len(self)}"
            raise InvalidInputError(Fault(f"no such rows: {error}", mend=mend)) from None
        return Observations(**kept, **{plural: getattr(self, plural) for plural in DICTIONARIES})

    def to_columns(self) -> dict[str, npt.NDArray[Any]]:
        """Give the columns by name, for any dataframe library; codes stay codes.

        Returns
        -------
        dict[str, numpy.ndarray]
            Each array of the table, of shape (rows,).

        Examples
        --------
        >>> Observations.from_columns(["A"], ["2008"], [5]).to_columns()["best"]
        array([5.])
        """
        return {name: getattr(self, name) for name in COLUMNS}

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.indicator)

    def __iter__(self) -> Iterator[Observation]:
        """Give each row as an `Observation`."""
        columns = self.to_columns()
        for start in range(0, len(self), BLOCK):
            block = slice(start, start + BLOCK)
            cells = (columns[name][block].tolist() for name in COLUMNS)
            yield from map(self._observation, zip(*cells, strict=True))

    def __getitem__(self, row: int) -> Observation:
        """Give one row as an `Observation`."""
        at = operator.index(row)
        return self._observation(tuple(column[at].item() for column in self.to_columns().values()))

    def _observation(self, cells: tuple[Any, ...]) -> Observation:
        """Make an observation of one row, its cells in the order of the columns."""
        indicator, period, cell, provenance, *figures, absence, collected = cells
        said = self.provenances[provenance]
        absent = ABSENCES[absence]
        return Observation(
            indicator=self.indicators[indicator],
            period=self.periods[period],
            value=_quantity(figures) if absent is None else absent,
            categories=self.cells[cell],
            scope=said.scope,
            source=said.source,
            note=said.note,
            collected=collected,
        )

    def __eq__(self, other: object) -> bool:
        """Tell whether both hold equal observations in the same order."""
        if not isinstance(other, Observations):
            return NotImplemented
        if len(self) != len(other):
            return False
        for plural in DICTIONARIES:
            shared = Dictionary[Any]()
            mine, theirs = _recoded(self, plural, shared), _recoded(other, plural, shared)
            if not np.array_equal(mine, theirs):
                return False
        return all(
            np.array_equal(column, getattr(other, name), equal_nan=name != "absence")
            for name, column in self.to_columns().items()
            if name not in DICTIONARIES.values()
        )

    __hash__ = None  # type: ignore[assignment] # a table of millions is no key


def _quantity(figures: Sequence[float]) -> Quantity:
    low, high = figures[1:3]
    # Most are exact, and few different ones. Zero has two signs, which a cache would mix up.
    if low == figures[0] == high != 0 and all(map(math.isnan, figures[3:])):
        return _exactly(low)
    best, *bounds, numerator, denominator, n = [
        figure if math.isfinite(figure) else None for figure in figures
    ]
    return Quantity(best, *bounds, numerator=numerator, denominator=denominator, n=n)


@lru_cache(maxsize=4096)
def _exactly(number: float) -> Quantity:
    return Quantity.exactly(number)


def _recoded(table: Observations, plural: str, shared: Dictionary[Any]) -> Codes:
    """Give a column of codes in a dictionary that several tables share."""
    codes = shared.encode(getattr(table, plural))
    recoded: Codes = codes[getattr(table, DICTIONARIES[plural])]
    return recoded


def _fitting(values: npt.ArrayLike, best: Floats, name: str) -> Floats:
    column = floats(values)
    if column.shape != best.shape:
        what = f"column {name!r} has the shape {column.shape}, the values have {best.shape}"
        raise InvalidInputError(Fault(what, name, "one row an observation"))
    return column


def _periods(names: Iterable[str] | Iterable[Period]) -> tuple[Codes, tuple[Period, ...]]:
    """Read each different name once; two names of the same days get one code."""
    written, periods = Dictionary[Any](), Dictionary[Period]()
    codes = written.encode(names)
    faults: list[Fault] = []
    made: list[Period] = []
    for each in written.values:
        try:
            made.append(each if isinstance(each, Period) else Period.parse(each))
        except ParseError as error:
            faults += error.faults
    if faults:
        raise ParseError(*faults[:MOST_FAULTS])
    return periods.encode(made)[codes], tuple(periods.values)
