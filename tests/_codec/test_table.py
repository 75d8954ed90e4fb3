from datetime import date

import pytest

from indh_me._codec import observation_from_row, observation_to_row, table_columns
from indh_me._codec.columns import Columns
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
from refusals import refusals

YEAR = Period.year(2008)
ROW = {"indicator": "A", "period": "2008", "value": "5"}


def _read(**cells: str) -> Observation:
    row = {**ROW, **{name.replace("__", ":"): cell for name, cell in cells.items()}}
    return observation_from_row(row, Columns(row))


def _places(**cells: str) -> list[tuple[str, str]]:
    return [(fault.where.path, fault.what) for fault in refusals(lambda: _read(**cells))]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("9", Quantity.exactly(9)),
        ("-5", Quantity.exactly(-5)),
        (">=18000", Quantity.at_least(18_000)),
        ("64 (58..70) [16/25; n=25]", Quantity(64, 58, 70, numerator=16, denominator=25, n=25)),
        ("true", Quantity.exactly(1)),
        ("FALSE", Quantity.exactly(0)),
        ("", Absence.NOT_REPORTED),
        ("  ", Absence.NOT_REPORTED),
        ("not_applicable", Absence.NOT_APPLICABLE),
    ],
)
def test_values_are_read(cell: str, value: Quantity | Absence) -> None:
    """A value is a quantity, yes or no as spreadsheets write it, or absent; nothing is no zero."""
    assert value == _read(value=cell).value


def test_everything_of_a_row_is_read() -> None:
    """Each column has its place in the observation."""
    made = _read(
        period="2005/2007",
        numerator="16",
        denominator="25",
        n="30",
        source="briefing",
        page="2",
        collected="2008-03-27",
        by__sex="female",
        by__place=" ",
        scope__fr="sans le nord",
        note__en="n",
        note__fr="",
        quote__ar="اقتباس",
    )

    assert (
        Observation(
            indicator="A",
            period=Period.parse("2005/2007"),
            value=Quantity(5, 5, 5, numerator=16, denominator=25, n=30),
            categories=Categories.of(sex="female"),
            scope=Text.of(fr="sans le nord"),
            source=Citation("briefing", "2", Text.of(ar="اقتباس")),
            collected=date(2008, 3, 27),
            note=Text.of(en="n"),
        )
        == made
    )


def test_columns_that_are_not_there_are_not_given() -> None:
    """A row may leave out what the header does not name."""
    assert Observation(indicator="A", period=YEAR, value=5) == _read()


@pytest.mark.parametrize(
    ("cells", "places"),
    [
        ({"indicator": ""}, [("indicator", "'' cannot stand as code")]),
        (
            {"indicator": "a b", "period": "20x8", "value": "x", "collected": "1.3.2008"},
            [
                ("indicator", "'a b' cannot stand as code"),
                ("period", "'20x8' is not a period"),
                ("value", "'x' is not a quantity"),
                ("collected", "a day is needed here, not the string '1.3.2008'"),
            ],
        ),
        (
            {"source": "a b", "n": ">=5", "numerator": "x"},
            [
                ("numerator", "'x' is not a quantity"),
                ("n", "'>=5' is not a plain number"),
                ("source", "'a b' cannot stand as code"),
            ],
        ),
        ({"n": "5 [n=3]"}, [("n", "'5 [n=3]' is not a plain number")]),
        ({"numerator": "16"}, [("value", "half a fraction")]),
        ({"value": "", "n": "3"}, [("value", "n without a value")]),
        ({"value": "5 [n=3]", "n": "4"}, [("value", "n stands in the value too")]),
        ({"page": "2"}, [("source", "page or quote without a source")]),
        (
            {"quote__fr": "a", "value": "", "n": "3"},
            [("value", "n without a value"), ("source", "page or quote without a source")],
        ),
    ],
)
def test_every_fault_of_a_row_has_its_column(
    cells: dict[str, str], places: list[tuple[str, str]]
) -> None:
    """All that is wrong with a row is reported together, each under the name of its column."""
    assert places == _places(**cells)


def test_what_is_not_given_is_not_written() -> None:
    """An observation of nothing but a figure is a row of three cells."""
    assert ROW == observation_to_row(Observation(indicator="A", period=YEAR, value=5))


def test_columns_follow_in_a_fixed_order() -> None:
    """The header has what the table says and no more: plain columns, dimensions, then texts."""
    table = Observations.of(
        Observation(indicator="A", period=YEAR, value=5, note=Text.of(fr="n", ar="م")),
        Observation(
            indicator="A",
            period=YEAR,
            value=Quantity.fraction(1, 2),
            categories=Categories.of(sex="female", place="dakhla"),
            source=Citation("b", quote=Text.of(fr="q")),
            collected=date(2008, 3, 27),
        ),
    )

    assert (
        *("indicator", "period", "value", "numerator", "denominator", "source", "collected"),
        *("by:place", "by:sex", "note:ar", "note:fr", "quote:fr"),
    ) == table_columns(table)


def test_empty_table_has_a_header() -> None:
    """A table without rows still has the columns that every table needs."""
    assert ("indicator", "period", "value") == table_columns(Observations())


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("'=1+1", "''=1+1"),
        ("'tis", "'tis"),
        ("-5 %", "'-5 %"),
        ("\nnext", "'\nnext"),
        ("\uff1d1", "'\uff1d1"),
        ("5 = 5", "5 = 5"),
    ],
)
def test_text_is_no_formula(text: str, cell: str) -> None:
    """Text that a spreadsheet would take for a formula gets an apostrophe, and loses it again."""
    observation = Observation(indicator="A", period=YEAR, value=5, note=Text.of(fr=text))
    row = observation_to_row(observation)

    assert cell == row["note:fr"]
    assert observation == observation_from_row(row, Columns(row))
