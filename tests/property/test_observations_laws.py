import math

import numpy as np
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from indh_me.model import Framework, Observation, Observations, Quantity
from indh_me.model.columns import COLUMNS, DICTIONARIES
from indh_me.testing import frameworks, observation_rows, observations

rows = st.lists(observation_rows(), max_size=6)


@st.composite
def _fitting(draw: st.DrawFn) -> tuple[Framework, Observations]:
    framework = draw(frameworks())
    return framework, draw(observations(framework))


def _bound(bound: float | None, none: float) -> float:
    return none if bound is None else bound


@given(rows)
def test_rows_come_back(given_rows: list[Observation]) -> None:
    """Iterating a table gives the observations that it was made of."""
    table = Observations.from_iterable(given_rows)

    assert given_rows == list(table)
    assert given_rows == [table[row] for row in range(len(table))]


@given(_fitting())
def test_rows_of_a_framework_come_back(pair: tuple[Framework, Observations]) -> None:
    """A table that fits a framework is equal to that of its own rows, and names its indicators."""
    framework, table = pair

    assert table == Observations.from_iterable(table)
    assert {each.code for each in framework.indicators} >= {each.indicator for each in table}


@given(rows, rows)
def test_equality_is_that_of_the_rows(one: list[Observation], other: list[Observation]) -> None:
    """Two tables are equal if and only if their rows are, in the same order."""
    first, second = Observations.from_iterable(one), Observations.from_iterable(other)

    assert (one == other) == (first == second)
    assert (one == one[::-1]) == (first == Observations.from_iterable(one[::-1]))
    assert first == first.select(np.arange(len(first)))


@given(st.lists(rows, max_size=3))
def test_concatenating_is_adding_rows(parts: list[list[Observation]]) -> None:
    """The rows of concatenated tables are theirs, one after the other."""
    tables = [Observations.from_iterable(part) for part in parts]

    assert [row for part in parts for row in part] == list(Observations.concatenate(*tables))


@given(rows, st.data())
def test_selecting_is_choosing_rows(given_rows: list[Observation], data: st.DataObject) -> None:
    """A table selected by a mask or by positions holds the rows that these choose."""
    table = Observations.from_iterable(given_rows)
    mask = data.draw(st.lists(st.booleans(), min_size=len(table), max_size=len(table)))
    position = st.integers(-len(table), len(table) - 1)
    chosen = data.draw(st.lists(position, max_size=8)) if given_rows else []
    kept = [row for row, keep in zip(given_rows, mask, strict=True) if keep]

    assert kept == list(table.select(np.array(mask, dtype=bool)))
    assert [given_rows[row] for row in chosen] == list(table.select(chosen))


@given(rows, st.data())
def test_a_table_and_the_rest_of_it(given_rows: list[Observation], data: st.DataObject) -> None:
    """What a mask selects and what it leaves are together the whole table, in some order."""
    table = Observations.from_iterable(given_rows)
    size = len(table)
    mask = np.array(data.draw(st.lists(st.booleans(), min_size=size, max_size=size)), dtype=bool)
    both = Observations.concatenate(table.select(mask), table.select(~mask))
    order = np.argsort(~mask, kind="stable")

    assert table.select(order) == both


@given(rows)
def test_columns_agree_with_rows(given_rows: list[Observation]) -> None:
    """A table made from whole columns is that made from the same rows."""
    # Columns carry no words, and know no difference between unknown and not reported.
    plain = [
        evolve(row, scope=None, source=None, note=None)
        for row in given_rows
        if row.quantity is not None
        and (row.quantity.best, row.quantity.low, row.quantity.high) != (None, None, None)
    ]
    figures = [row.quantity or Quantity() for row in plain]
    table = Observations.from_columns(
        [row.indicator for row in plain],
        [str(row.period) for row in plain],
        [_bound(figure.best, math.nan) for figure in figures],
        low=[_bound(figure.low, -math.inf) for figure in figures],
        high=[_bound(figure.high, math.inf) for figure in figures],
        categories=[row.categories for row in plain],
        numerator=[_bound(figure.numerator, math.nan) for figure in figures],
        denominator=[_bound(figure.denominator, math.nan) for figure in figures],
        n=[_bound(figure.n, math.nan) for figure in figures],
        collected=[row.collected for row in plain],
    )

    assert Observations.from_iterable(plain) == table


@given(observations())
def test_table_is_well_formed(table: Observations) -> None:
    """Columns are as long as the table and locked, codes point to values that stand once."""
    columns = table.to_columns()

    assert {(len(table),)} == {columns[name].shape for name in COLUMNS}
    assert not any(column.flags.writeable for column in columns.values())
    for plural, name in DICTIONARIES.items():
        values = getattr(table, plural)
        assert len(set(values)) == len(values)
        assert set(range(len(values))) == set(columns[name].tolist())
