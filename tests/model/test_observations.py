import math
from datetime import date

import numpy as np
import pytest

from indh_me.errors import ParseError
from indh_me.model import (
    TOTAL,
    Absence,
    Categories,
    Citation,
    Observation,
    Observations,
    Period,
    Quantity,
    Text,
)
from indh_me.model.columns import COLUMNS, DICTIONARIES
from indh_me.model.observations import BLOCK, Provenance
from refusals import Strange, refusal, refusals

Y2007, Y2008 = Period.year(2007), Period.year(2008)
DAY = date(2008, 3, 27)
WOMEN = Categories.of(sex="female")
ROWS = (
    Observation(
        indicator="T-R1",
        period=Period.parse("2005/2007"),
        value=Quantity.at_least(18_000),
        scope=Text.of(fr="sans la formation territoriale de 2007"),
        source=Citation("briefing", "2"),
        collected=DAY,
        note=Text.of(en="rounded"),
    ),
    Observation(indicator="C-R3", period=Y2008, value=4, categories=WOMEN),
    Observation(indicator="C-R3", period=Y2007, value=Absence.NOT_REPORTED),
    Observation(indicator="T-R1", period=Y2008, value=Absence.NOT_APPLICABLE),
    Observation(indicator="C-R3", period=Y2008, value=Quantity.fraction(16, 25, per=100)),
    Observation(indicator="C-R3", period=Y2008, value=Quantity()),
    Observation(indicator="C-R3", period=Y2008, value=Quantity(0.64).with_sample(25)),
)
TABLE = Observations.of(*ROWS)
ONE = {
    "indicators": ("A",),
    "periods": (Y2008,),
    "cells": (TOTAL,),
    "provenances": (Provenance(),),
    "indicator": [0],
    "period": [0],
    "cell": [0],
    "provenance": [0],
    "best": [5],
    "low": [5],
    "high": [5],
    "absence": [0],
    "numerator": [math.nan],
    "denominator": [math.nan],
    "n": [math.nan],
    "collected": ["NaT"],
}


def one(**changes: Strange) -> Observations:
    """Return a table of one row, with some of its columns changed."""
    return Observations(**{**ONE, **changes})


def test_rows_come_back() -> None:
    """Iterating a table gives the observations that it was made of, of every form."""
    assert ROWS == tuple(TABLE)
    assert list(ROWS) == [TABLE[row] for row in range(len(TABLE))]
    assert 7 == len(TABLE)


def test_rows_of_numpy_positions() -> None:
    """A row is found by a number of any kind, and from the end by a negative one."""
    position: Strange = np.int64(1)

    assert ROWS[1] == TABLE[position]
    assert ROWS[-1] == TABLE[-1]


def test_row_beyond_the_table() -> None:
    """A row that is not there is not found."""
    with pytest.raises(IndexError):
        TABLE[7]


def test_many_blocks_of_rows() -> None:
    """A table longer than a block is iterated to its end, in order."""
    rows = BLOCK + 2
    table = Observations.from_columns(["A"] * rows, ["2008"] * rows, np.arange(rows))

    assert [*range(rows)] == [round(each.quantity.best) for each in table if each.quantity]  # type: ignore[arg-type] # all have one


def test_empty_tables() -> None:
    """A table of nothing has no rows, however it was made."""
    empty = [
        Observations(),
        Observations.of(),
        Observations.from_iterable([]),
        Observations.from_columns([], [], []),
        Observations.concatenate(),
        Observations.concatenate(Observations(), Observations()),
        TABLE.select([]),
        TABLE.select(np.zeros(7, dtype=bool)),
    ]

    assert [()] * len(empty) == [tuple(table) for table in empty]
    assert all(table == empty[0] for table in empty)


def test_figures_are_columns() -> None:
    """Unknown bounds are infinite, an unknown best is NaN, and an absence is NaN in all three."""
    assert "[nan, 4.0, nan, nan, 64.0, nan, 0.64]" == str(TABLE.best.tolist())
    assert "[18000.0, 4.0, nan, nan, 64.0, -inf, -inf]" == str(TABLE.low.tolist())
    assert "[inf, 4.0, nan, nan, 64.0, inf, inf]" == str(TABLE.high.tolist())
    assert [0, 0, 1, 2, 0, 0, 0] == TABLE.absence.tolist()
    assert [DAY] + [None] * 6 == TABLE.collected.tolist()


def test_equal_values_share_a_code() -> None:
    """Each different value is kept once, rows point to it."""
    assert ("T-R1", "C-R3") == TABLE.indicators
    assert [0, 1, 1, 0, 1, 1, 1] == TABLE.indicator.tolist()
    assert (TOTAL, WOMEN) == TABLE.cells


def test_columns_by_name() -> None:
    """The columns are given by name, one value a row."""
    columns = TABLE.to_columns()

    assert COLUMNS == tuple(columns)
    assert {(7,)} == {column.shape for column in columns.values()}


def test_columns_cannot_be_written() -> None:
    """No column of a table can be changed in place."""
    for column in TABLE.to_columns().values():
        with pytest.raises(ValueError, match="read-only"):
            column[0] = column[1]


def test_given_arrays_are_copied() -> None:
    """Changing an array after a table was made of it does not change the table."""
    values = np.array([5.0, 6.0])
    locked = values.view()
    locked.flags.writeable = False
    tables = [
        Observations.from_columns(["A", "B"], ["2008", "2008"], given) for given in (values, locked)
    ]
    values[0] = 9.0

    assert [[5.0, 6.0]] * 2 == [table.best.tolist() for table in tables]
    assert values.flags.writeable


def test_locked_columns_are_shared() -> None:
    """A column that is locked already is not copied again."""
    table = Observations.from_columns(["A"], ["2008"], TABLE.best[1:2].copy())
    again = Observations(**{name: getattr(table, name) for name in (*DICTIONARIES, *COLUMNS)})

    assert again.best is table.best


def test_order_and_values_make_equality() -> None:
    """Tables are equal when they hold the same observations in the same order."""
    assert TABLE == Observations.from_iterable(iter(ROWS))
    assert Observations.of(*reversed(ROWS)) != TABLE
    assert TABLE.select([0]) != TABLE
    assert TABLE != ROWS


@pytest.mark.parametrize(
    "changes",
    [
        {"indicators": ("B",)},
        {"periods": (Y2007,)},
        {"cells": (WOMEN,)},
        {"provenances": (Provenance(note=Text.of(fr="estimé")),)},
        {"best": [4], "low": [4]},
        {"best": [math.nan]},
        {"best": [math.nan], "low": [math.nan], "high": [math.nan], "absence": [1]},
        {"numerator": [1], "denominator": [2]},
        {"n": [2]},
        {"collected": [DAY]},
    ],
    ids="-".join,
)
def test_every_column_counts_in_equality(changes: Strange) -> None:
    """Tables that differ in one column are not equal."""
    assert one() == one()
    assert one() != one(**changes)


def test_codes_do_not_count_in_equality() -> None:
    """The same observations under other codes are equal."""
    changed = one(indicators=("B", "A"), indicator=[1], provenances=(Provenance(),) * 2)

    assert one() == changed


def test_table_is_no_key() -> None:
    """A table has no hash."""
    with pytest.raises(TypeError, match="unhashable"):
        hash(TABLE)


def test_from_columns_reads_a_dataframe() -> None:
    """Whole columns make the table that their rows would make."""
    days: Strange = [None, "2008-03-27", np.datetime64("NaT")]
    table = Observations.from_columns(
        np.array(["A", "B", "A"]),
        [Y2008, Y2007, Y2008],
        [5, math.nan, 0.64],
        low=[5, 18_000, 0.58],
        high=[5, math.inf, 0.70],
        categories=[TOTAL, WOMEN, TOTAL],
        numerator=[math.nan, math.nan, 16],
        denominator=[math.nan, math.nan, 25],
        n=[math.nan, math.nan, 30],
        collected=days,
    )
    share = Quantity(0.64, 0.58, 0.70, numerator=16, denominator=25, n=30)

    assert (
        Observation(indicator="A", period=Y2008, value=5),
        Observation(
            indicator="B",
            period=Y2007,
            value=Quantity.at_least(18_000),
            categories=WOMEN,
            collected=DAY,
        ),
        Observation(indicator="A", period=Y2008, value=share),
    ) == tuple(table)
    assert str is type(table.indicators[0])


@pytest.mark.parametrize(
    ("value", "low", "high", "expected"),
    [
        (5, None, None, Quantity.exactly(5)),
        (0, None, None, Quantity.exactly(0)),
        (math.nan, None, None, Absence.NOT_REPORTED),
        (None, None, None, Absence.NOT_REPORTED),
        (math.nan, math.nan, math.nan, Absence.NOT_REPORTED),
        (math.nan, -math.inf, math.inf, Absence.NOT_REPORTED),
        (math.nan, 5, None, Quantity.at_least(5)),
        (math.nan, None, 5, Quantity.at_most(5)),
        (5, math.nan, math.nan, Quantity(5)),
        (5, 4, None, Quantity(5, 4, 5)),
        (5, -math.inf, 6, Quantity(5, None, 6)),
    ],
)
def test_bounds_of_columns(
    value: Strange, low: float | None, high: float | None, expected: object
) -> None:
    """A bound is the value itself when not given, none when NaN or infinite."""
    lows, highs = (None if bound is None else [bound] for bound in (low, high))
    table = Observations.from_columns(["A"], ["2008"], [value], low=lows, high=highs)

    assert expected == table[0].value


def test_two_names_of_a_period_are_one() -> None:
    """Periods that are written differently but have the same days share a code."""
    table = Observations.from_columns(["A", "A"], ["2008", "2008-S1/2008-S2"], [1, 2])

    assert (Y2008,) == table.periods
    assert [0, 0] == table.period.tolist()


def test_every_wrong_period_is_told() -> None:
    """All period names of a column that cannot be read are reported, each once."""
    names = ["2008", "last year", "08", "08"]
    faults = refusals(lambda: Observations.from_columns(["A"] * 4, names, [1] * 4), ParseError)

    assert ["'last year' is not a period", "'08' is not a period"] == [
        fault.what for fault in faults
    ]


@pytest.mark.parametrize(
    ("columns", "where", "what"),
    [
        ({"value": [math.inf]}, "row 0", "best 'inf', low 'inf', high 'inf'"),
        ({"low": [6]}, "row 0", "best '5.0', low '6.0', high '5.0'"),
        ({"high": [4]}, "row 0", "best '5.0', low '5.0', high '4.0'"),
        ({"value": [math.nan], "low": [6], "high": [5]}, "row 0", "best 'nan', low '6.0'"),
        ({"value": [math.nan], "low": [math.inf]}, "row 0", "best 'nan', low 'inf'"),
        ({"numerator": [1]}, "row 0", "numerator '1.0', denominator 'nan'"),
        ({"denominator": [1]}, "row 0", "numerator 'nan', denominator '1.0'"),
        ({"numerator": [1], "denominator": [0]}, "row 0", "numerator '1.0', denominator '0.0'"),
        ({"n": [-1]}, "row 0", "numerator 'nan', denominator 'nan', n '-1.0'"),
        ({"n": [math.inf]}, "row 0", "numerator 'nan', denominator 'nan', n 'inf'"),
        ({"value": [math.nan], "n": [25]}, "row 0", "numerator 'nan', denominator 'nan', n '25.0'"),
        ({"indicator": ["A B"]}, "indicators", "'A B' cannot stand among indicators"),
        ({"indicator": [math.nan]}, "indicators", "'nan' cannot stand among indicators"),
        ({"categories": ["sex=female"]}, "cells", "'sex=female' cannot stand among cells"),
        ({"indicator": ["A", "B"]}, "", "columns of different shape"),
        ({"period": ["2008", "2008"]}, "", "columns of different shape"),
        ({"collected": [DAY, DAY]}, "", "columns of different shape"),
        ({"low": [5, 6]}, "low", "column 'low' has the shape (2,), the values have (1,)"),
        ({"n": 25}, "n", "column 'n' has the shape (), the values have (1,)"),
        ({"value": ["many"]}, "", "a column of float64 cannot hold the values"),
        ({"collected": ["27/03/2008"]}, "", "a column of datetime64[D] cannot hold the values"),
    ],
)
def test_wrong_columns_are_refused(columns: Strange, where: str, what: str) -> None:
    """Columns that do not fit together or hold no figures are refused, with the row."""
    given: Strange = {"indicator": ["A"], "period": ["2008"], "value": [5], **columns}
    fault = refusal(lambda: Observations.from_columns(**given))

    assert where == fault.where.path
    assert fault.what.startswith(what)


@pytest.mark.parametrize(
    ("changes", "where", "what"),
    [
        ({"best": []}, "", "columns of different shape"),
        ({name: [value] for name, value in ONE.items() if name in COLUMNS}, "", "columns of"),
        ({"indicator": [1]}, "indicator", "codes from '1' to '1' for 1 indicators"),
        ({"cell": [-1]}, "cell", "codes from '-1' to '-1' for 1 cells"),
        ({"indicators": ("A", "A")}, "indicators", "the same value twice among indicators"),
        ({"periods": (Y2008, "2008")}, "periods", "'2008' cannot stand among periods"),
        ({"provenances": (None,)}, "provenances", "'None' cannot stand among provenances"),
        ({"absence": [3]}, "row 0", "absence '3'"),
        ({"absence": [-1]}, "row 0", "absence '-1'"),
        ({"absence": [1]}, "row 0", "absence '1', best '5.0'"),
        ({"low": [math.nan]}, "row 0", "best '5.0', low 'nan'"),
        ({"indicator": ["A"]}, "", "a column of int32 cannot hold the values"),
        ({"absence": [300]}, "", "a column of int8 cannot hold the values"),
    ],
    ids=lambda changes: str(list(changes)) if isinstance(changes, dict) else None,
)
def test_wrong_codes_are_refused(changes: Strange, where: str, what: str) -> None:
    """Codes that point to nothing, and absences with figures, are refused."""
    fault = refusals(lambda: one(**changes))[0]

    assert where == fault.where.path
    assert fault.what.startswith(what)


def test_faults_of_a_million_rows_are_not_all_told() -> None:
    """Of one sort of fault at most twenty rows are reported, from the first on."""
    rows = 100
    faults = refusals(
        lambda: Observations.from_columns(["A"] * rows, ["2008"] * rows, [1] * rows, low=[2] * rows)
    )

    assert [f"row {row}" for row in range(20)] == [fault.where.path for fault in faults]


def test_select_by_mask_and_by_position() -> None:
    """Rows are selected by a mask or by positions, in their order."""
    mask = TABLE.absence != 0

    assert (ROWS[2], ROWS[3]) == tuple(TABLE.select(mask))
    assert (ROWS[3], ROWS[2], ROWS[2]) == tuple(TABLE.select([3, 2, 2]))
    assert (ROWS[-1],) == tuple(TABLE.select([-1]))


@pytest.mark.parametrize("rows", [[7], [True], [0.5], ["T-R1"]])
def test_wrong_rows_are_refused(rows: Strange) -> None:
    """A mask of another length, and what is no position of a row, is refused."""
    fault = refusal(lambda: TABLE.select(rows))

    assert fault.what.startswith("no such rows")
    assert "give a mask of shape (7,), or positions below 7" == fault.mend


def test_concatenate_keeps_the_order() -> None:
    """Tables are put one below the other, empty ones without effect."""
    table = Observations.concatenate(TABLE.select([1, 2]), Observations(), TABLE.select([0]))

    assert (ROWS[1], ROWS[2], ROWS[0]) == tuple(table)
    assert 2 == len(table.indicators)


def test_concatenated_values_stand_once() -> None:
    """In a table made of several each different value stands once."""
    table = Observations.concatenate(TABLE.select([0]), TABLE)

    assert len(set(table.periods)) == len(table.periods)
    assert len(set(table.provenances)) == len(table.provenances)


@pytest.mark.parametrize(
    ("name", "value"), [("scope", "sans 2007"), ("source", "briefing"), ("note", 5)]
)
def test_provenance_has_values_of_its_kinds(name: str, value: Strange) -> None:
    """What is said beside a figure is a text or a citation."""
    assert name == refusal(lambda: Provenance(**{name: value})).where.path
