from datetime import date

import pytest

from indh_me.compute.reporting import reporting_set
from indh_me.model import TOTAL, Categories, Observations

END_OF_2008 = date(2008, 12, 31)
WOMEN = Categories.of(sex="female")


@pytest.mark.parametrize(
    ("period", "collected", "counts"),
    [
        ("2008", "NaT", True),
        ("2008-12-31", "2008-12-31", True),
        ("2009", "NaT", False),
        ("2008/2009", "NaT", False),
        ("2008", "2009-01-01", False),
        ("2009", "2008-01-01", False),
    ],
)
def test_what_is_known_counts(period: str, collected: str, *, counts: bool) -> None:
    """A figure counts when its period is over and it was not collected after the day."""
    table = Observations.from_columns(["A"], [period], [1], collected=[collected])
    reporting = reporting_set(table, END_OF_2008)
    counted, early = reporting.rows.tolist(), reporting.early.tolist()

    assert (([0], []) if counts else ([], [0])) == (counted, early)


def test_rows_are_grouped_and_sorted() -> None:
    """Rows come by indicator and group, in each by last day and then by first."""
    table = Observations.from_columns(
        ["A", "B", "A", "A", "A"],
        ["2008", "2007", "2007", "2008-Q4", "2007"],
        [1, 2, 3, 4, 5],
        categories=[TOTAL, TOTAL, TOTAL, TOTAL, WOMEN],
    )
    reporting = reporting_set(table, END_OF_2008)

    assert [2, 0, 3, 4, 1] == reporting.rows.tolist()
    assert [0, 3, 4] == reporting.starts.tolist()
    assert [0, 0, 0, 1, 2] == reporting.group.tolist()
    assert [False, True, True, False, False] == reporting.follows.tolist()
    assert [False, False, True, True, True] == reporting.last.tolist()
    assert ["A", "A", "B"] == [table.indicators[code] for code in reporting.indicator]
    assert [TOTAL, WOMEN, TOTAL] == [table.cells[code] for code in reporting.cell]
    assert [3, 1, 4, 5, 2] == reporting.bounds().best.tolist()


def test_groups_without_rows_vanish() -> None:
    """Of some of the rows, only the groups that have any are left."""
    table = Observations.from_columns(["A", "B", "B"], ["2008", "2007", "2008"], [1, 2, 3])
    reporting = reporting_set(table, END_OF_2008)
    some = reporting.some(reporting.column("best") == 3)

    assert [2] == some.rows.tolist()
    assert ["B"] == [table.indicators[code] for code in some.indicator]
    assert [] == some.some(some.column("best") == 0).group.tolist()


def test_empty_table() -> None:
    """Of no observations, none count."""
    reporting = reporting_set(Observations(), END_OF_2008)

    assert ([], [], []) == (
        reporting.rows.tolist(),
        reporting.starts.tolist(),
        reporting.early.tolist(),
    )
