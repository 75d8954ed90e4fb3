from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from indh_me.errors import WorkbookError
from indh_me.write.data_rows import BLANK, NUMBER, DataColumn, DataRows
from indh_me.write.grid import COLUMNS, ROWS, Book, Cell, Sheet
from indh_me.write.style import DATE
from indh_me.write.xlsx import write_book


def refusals(*columns: DataColumn) -> list[tuple[str, str]]:
    """Give what is wrong with rows below a header, and where."""
    return [(fault.what, str(fault.where)) for fault in DataRows(columns).faults("Data", 1)]


@pytest.mark.parametrize(
    ("number", "what"),
    [
        (np.nan, "nan is not a figure"),
        (np.inf, "inf is not a figure"),
        (-np.inf, "-inf is not a figure"),
        (1e308, "1e+308 is larger than a cell can hold"),
        (2**53 + 1, "the whole number 9007199254740993 is beyond 2**53 and would be rounded"),
        (-(2**53) - 1, "the whole number -9007199254740993 is beyond 2**53 and would be rounded"),
    ],
)
def test_numbers_that_no_cell_can_hold(number: float, what: str) -> None:
    """A number that a cell cannot hold is refused with its row and column."""
    good = DataColumn(numbers=np.arange(3))
    column = DataColumn(numbers=np.array([1, number, 2]))

    assert [(what, "Data!B3")] == refusals(good, column)


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("1900-02-28", "Excel has no right number for the day 1900-02-28"),
        ("0001-01-01", "Excel has no right number for the day 0001-01-01"),
        ("NaT", "there is no such day: NaT"),
        ("10000-01-01", "there is no such day: 10000-01-01"),
        ("-001-01-01", "there is no such day: -001-01-01"),
    ],
)
def test_days_that_no_cell_can_hold(day: str, what: str) -> None:
    """A day outside Excel's calendar is refused with its row and column; the first day is not."""
    days = np.array(["1900-03-01", day, "9999-12-31"], dtype="datetime64[D]")

    assert [(what, "Data!A3")] == refusals(DataColumn(numbers=days, style=DATE))


def test_days_need_a_format() -> None:
    """A day that would be shown as a number is refused."""
    days = np.array(["2008-03-27"], dtype="datetime64[D]")

    assert [("the day 2008-03-27 would be shown as a number", "Data!A2")] == refusals(
        DataColumn(numbers=days)
    )


@pytest.mark.parametrize(
    ("word", "what"),
    [
        ("a" * 32_768, "the text has 32768 characters: '" + "a" * 40 + "'..."),
        ("\U00012000" * 16_384, "the text has 32768 characters: '" + "\U00012000" * 40 + "'..."),
        ("half \ud83d", "the text contains half of a character pair, which no file can hold"),
        (7, "7 among the words"),
    ],
)
def test_texts_that_no_cell_can_hold(word: Any, what: str) -> None:  # noqa: ANN401 - also no text
    """A text that a cell cannot hold is refused in each row that it stands in, and in no other."""
    column = DataColumn(codes=np.array([0, 1, BLANK, 1]), words=["good", word])

    assert [(what, "Data!A3"), (what, "Data!A5")] == refusals(column)


def test_what_is_not_shown_is_not_refused(tmp_path: Path) -> None:
    """Numbers under words, words that no row has, and the longest text are no fault."""
    column = DataColumn(
        numbers=np.array([np.nan, np.inf, 1.0]),
        codes=np.array([0, BLANK, NUMBER]),
        words=["a" * 32_767, "\ud83d"],
    )

    assert [] == refusals(column)
    book = Book([Sheet("Data", [Cell(0, 0, "x")])], created=date(2008, 3, 27))
    write_book(book, tmp_path / "data.xlsx", {"Data": DataRows([column])})


def test_many_faults_are_counted() -> None:
    """Of a column the first 20 faults are told, and how many more there are."""
    found = refusals(DataColumn(numbers=np.full(50, np.nan)))

    assert 21 == len(found)
    assert ("nan is not a figure", "Data!A21") == found[19]
    assert ("and 30 more such cells in this column", "Data!A2") == found[20]


def test_rows_that_no_sheet_has() -> None:
    """The last row of a sheet can be filled; one more is refused, with how many there are."""
    header = 1
    fits = DataColumn(codes=np.full(ROWS - header, BLANK))
    (what, where), *others = refusals(DataColumn(codes=np.full(ROWS, BLANK)))

    assert [] == refusals(fits)
    assert [] == others
    assert ("1048576 rows below 1 of headings; a sheet has 1048576", "Data") == (what, where)


def test_columns_that_no_sheet_has() -> None:
    """More columns than a sheet has are refused."""
    column = DataColumn(numbers=np.arange(1))

    assert [] == refusals(*[column] * COLUMNS)
    assert [("16385 columns; a sheet has 16384", "Data")] == refusals(*[column] * (COLUMNS + 1))


@pytest.mark.parametrize(
    ("column", "what"),
    [
        (DataColumn(), "the column has neither numbers nor codes"),
        (
            DataColumn(numbers=np.zeros((1, 1))),
            "numbers of the type float64 and the shape (1, 1)",
        ),
        (DataColumn(numbers=np.array(["1"])), "numbers of the type <U1 and the shape (1,)"),
        (
            DataColumn(numbers=np.array(["2008-03-27T10"], dtype="datetime64[h]")),
            "days of the type datetime64[h]",
        ),
        (DataColumn(codes=np.array([0.0])), "the codes are not whole numbers"),
        (DataColumn(codes=np.array([1]), words=["a"]), "codes from 1 to 1 for 1 words"),
        (DataColumn(codes=np.array([-3]), words=["a"]), "codes from -3 to -3 for 1 words"),
        (DataColumn(codes=np.array([NUMBER])), "numbers are asked for and not given"),
        (
            DataColumn(numbers=np.zeros(2), codes=np.array([BLANK])),
            "2 numbers beside 1 codes",
        ),
    ],
)
def test_columns_that_do_not_hold_together(column: DataColumn, what: str) -> None:
    """Arrays of another type or shape, and codes that point to nothing, are refused."""
    assert (what, "Data!A2") in refusals(column)


def test_columns_of_different_length() -> None:
    """Columns that end in different rows are refused."""
    short, long = (DataColumn(numbers=np.arange(rows)) for rows in (1, 2))

    assert [("columns of 1 to 2 rows", "Data")] == refusals(short, long)


def test_faults_stop_the_file(tmp_path: Path) -> None:
    """Rows with faults leave no file behind."""
    book = Book([Sheet("Data", [Cell(0, 0, "x")])], created=date(2008, 3, 27))
    rows = DataRows([DataColumn(numbers=np.array([np.nan]))])

    with pytest.raises(WorkbookError, match="nan is not a figure"):
        write_book(book, tmp_path / "data.xlsx", {"Data": rows})

    assert [] == list(tmp_path.iterdir())
