from datetime import date

import pytest

from counts import END_OF_2008, count, seen, target
from indh_me.compute import (
    Assessment,
    Status,
    assess,
)
from indh_me.errors import UnknownCodeError
from indh_me.model import (
    Baseline,
    Framework,
    Indicator,
    Observations,
    Period,
    Quantity,
)
from refusals import refusals


def _assessment() -> Assessment:
    framework = Framework(
        code="F",
        languages=["fr"],
        indicators=[
            count(targets=[target("2008", 10)]),
            Indicator.milestone("M", due=Period.year(2007)),
        ],
    )
    return assess(framework, seen(p2008=Quantity.at_least(9)), as_of=END_OF_2008)


def test_rows_are_found_by_code() -> None:
    """Rows stand in the framework's order and are found by code; a wrong one is refused."""
    made = _assessment()
    faults = refusals(lambda: made["N"], UnknownCodeError)

    assert 2 == len(made)
    assert [made["A"], made["M"]] == list(made)
    assert "unknown indicator 'N'" == faults[0].what
    assert END_OF_2008 == made.as_of


def test_columns_for_dataframes() -> None:
    """An assessment gives its columns, one value a row, `None` where there is none."""
    columns = _assessment().to_columns()

    assert {2} == {len(column) for column in columns.values()}
    assert ["A", "M"] == columns["code"]
    assert ["2008", "2007"] == columns["period"]
    assert ["on_track", "overdue"] == columns["status"]
    assert [None, "not_reported"] == columns["reason"]
    assert ["cannot_tell", None] == columns["verdict"]
    assert [None, 366] == columns["days_overdue"]
    assert [[0.9, None], [None, None], [None, None]] == [
        columns[f"rate_{part}"] for part in ("low", "best", "high")
    ]
    assert [9, None] == columns["actual_low"]
    assert [9, None] == columns["to_date_low"]
    assert [10, 1] == columns["target_best"]
    assert [None, None] == columns["baseline_best"]
    assert [Status.ON_TRACK, Status.OVERDUE] == [row.status for row in _assessment()]


def test_columns_of_the_way() -> None:
    """Columns tell what was expected and on which day, and the rate of the actual against it."""
    on_the_way = count(targets=[target("2008", 366)])
    framework = Framework(code="F", languages=["fr"], indicators=[on_the_way])
    columns = assess(
        framework, Observations.from_columns(["A"], ["2008-Q1"], [45.5]), as_of=date(2008, 6, 30)
    ).to_columns()
    nothing = assess(framework, as_of=date(2009, 6, 30)).to_columns()

    # 91 of 366 days are over on 31 March, so 91 of 366 were expected; 45.5 is half of that.
    assert ([date(2008, 3, 31)], [91 / 366]) == (
        columns["expected_on"],
        columns["expected_share"],
    )
    assert [pytest.approx(91)] * 3 == [
        columns[f"expected_{part}"][0] for part in ("low", "best", "high")
    ]
    assert [pytest.approx(0.5)] * 3 == [
        columns[f"progress_{part}"][0] for part in ("low", "best", "high")
    ]
    assert ([None], [366], [date(2009, 6, 30)]) == (
        nothing["progress_best"],
        nothing["expected_best"],
        nothing["expected_on"],
    )


def test_columns_without_a_target() -> None:
    """What has no target has no period; a baseline is a figure all the same."""
    plain = count("latest", baseline=Baseline(60))
    framework = Framework(code="F", languages=["fr"], indicators=[plain])
    columns = assess(framework, as_of=END_OF_2008).to_columns()

    assert ([None], [None], [60]) == (
        columns["period"],
        columns["target_best"],
        columns["baseline_best"],
    )
