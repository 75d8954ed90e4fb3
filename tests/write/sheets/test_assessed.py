from datetime import date

import pytest

from drafts import content, flow, seen, values
from indh_me.catalog import labels
from indh_me.model import Baseline, Indicator, Observation, Period, Quantity, Revision, Target
from indh_me.write.content import Content
from indh_me.write.grid import Cell, Formula, Sheet
from indh_me.write.sheets import Tracking, tracking_sheet
from indh_me.write.sheets.assessed_columns import ASSESSED, COLUMNS, AssessedRows
from refusals import Strange

NAMES = list(COLUMNS)
MID_2010 = date(2010, 6, 30)
MEASURED = Baseline(10, Period.year(2007))


def sheet_of(made: Content) -> Sheet:
    """Lay out the sheet."""
    tracking = Tracking.of(made)
    tracking_sheet(tracking)
    return tracking.assessed.sheet()


def rows(
    indicator: Indicator, *observations: Observation, **said: Strange
) -> list[dict[str, object]]:
    """Give what each row of an indicator shows, by column; blank cells are left out."""
    shown = values(sheet_of(content([indicator], observations, **{"as_of": MID_2010, **said})))
    last = max(row for row, _ in shown)
    return [
        {NAMES[column]: value for (at, column), value in shown.items() if at == row}
        for row in range(1, last + 1)
    ]


def texts(made: Content) -> dict[str, str]:
    """Give the formulas of the first row, by column."""
    cells: list[Cell] = [cell for cell in sheet_of(made).cells if cell.row == 1]
    return {
        NAMES[cell.column]: cell.value.text for cell in cells if isinstance(cell.value, Formula)
    }


def level(targets: dict[str, float | str], **said: Strange) -> Indicator:
    """Draft a level that starts from 10 at the end of 2007."""
    measured = said.pop("measured", MEASURED)
    fields = {"accumulation": "latest", "unit": "percent", **said}
    return flow(targets=targets, **fields).with_baseline(measured)


def test_headings_and_place() -> None:
    """The sheet is hidden, and names its columns."""
    sheet = sheet_of(content([]))

    assert (ASSESSED, "hidden", True) == (sheet.name, sheet.visibility, sheet.protected)
    assert NAMES == [cell.value for cell in sheet.cells]


def test_target_that_is_due() -> None:
    """A row goes from the actual over the rate to the status."""
    assert [
        {
            "code": "A",
            "period": "2009",
            "target": 10,
            "last": date(2009, 12, 31),
            "low": 9,
            "best": "",
            "high": "",
            "shown": 9,
            "mark": "at least",
            "absent": "",
            "rate_low": 0.9,
            "rate_best": "",
            "rate_high": "",
            "status": "On track",
            "reason": "",
        }
    ] == rows(flow(targets={"2009": 10}), seen("A", "2009", ">=9"))


def test_target_on_the_way() -> None:
    """Of a target that is not due the row says what is expected by then, and what comes of it."""
    (row,) = rows(flow(targets={"2010": 365}), seen("A", "2010-Q1", 81))

    assert {
        "count": 1,
        "day": 40_268,  # 2010-03-31
        "best": 81,
        "rate_best": 81 / 365,
        "leg_first": date(2010, 1, 1),
        "leg_last": date(2010, 12, 31),
        "elapsed": 90 / 365,
        "share": 90 / 365,
        "expected_best": 90,
        "progress_best": 0.9,
        "status": "On track",
        "reason": "",
    }.items() <= row.items()


def test_formulas_of_the_way() -> None:
    """An auditor can follow the way from left to right."""
    made = content(
        [level({"2010": 50}, trajectory="s_curve")], [seen("A", "2009", 20)], as_of=MID_2010
    )
    written = texts(made)
    at = {name: f"${letters}$2" for name, letters in COLUMNS.items()}

    assert {
        "day": f"=IF({at['count']}=0,as_of,'_figures'!$E$2)",
        "elapsed": f"=MIN(MAX(({at['day']}-{at['leg_first']}+1)"
        f"/({at['leg_last']}-{at['leg_first']}+1),0),1)",
        "share": f"=IF({at['elapsed']}<=1/2,2*{at['elapsed']}^2,1-2*(1-{at['elapsed']})^2)",
        "expected_best": f"=(1-{at['share']})*'Tracking'!$F$7+{at['share']}*'Tracking'!$I$7",
        "progress_best": f'=IF(OR({at["share"]}=0,{at["best"]}=""),"",'
        f"IFERROR(({at['best']}-'Tracking'!$F$7)/({at['expected_best']}-'Tracking'!$F$7),\"\"))",
    }.items() <= written.items()


def test_share_of_a_baseline() -> None:
    """Of a flow the same share of the baseline is expected."""
    falling = flow(targets={"2010": 20}, direction="decrease").with_baseline(MEASURED)
    made = content(
        [falling.with_baseline(Baseline(40, Period.year(2007)))],
        [seen("A", "2010-Q1", 7)],
        as_of=MID_2010,
    )
    share = f"${COLUMNS['share']}$2"

    assert f"-{share}*'Tracking'!$F$7)/(" in texts(made)["progress_best"]


@pytest.mark.parametrize(
    ("reported", "shown", "day"),
    [
        (("2009",), 4, 40_178),
        (("2009", "2010-Q1"), 5, 40_268),
        ((), "Not reported", 40_359),
    ],
)
def test_level_stands_where_it_was_last_seen(
    reported: tuple[str, ...], shown: float | str, day: int
) -> None:
    """Until something is reported in the target's own period, the value to date counts."""
    figures = [seen("A", each, at) for at, each in enumerate(reported, start=4)]
    (row,) = rows(level({"2010": 50}), *figures)

    assert (shown, day) == (row["shown"], row["day"])


def test_nothing_expected_yet() -> None:
    """Before the step there is an expected value, but nothing comes of it."""
    (row,) = rows(level({"2010": 50}, trajectory="step"), seen("A", "2009", 20))

    assert (0, 10, "Not due") == (row["share"], row["expected_best"], row["status"])
    assert "progress_best" not in row


@pytest.mark.parametrize(
    ("band", "value", "status", "reason"),
    [
        ("4..6", 5, "On track", ""),
        ("4..6", 7, "On track", ""),
        ("4..6", 9, "Off track", ""),
        (None, 5, "Undefined", "the band to stay in is not stated"),
    ],
)
def test_band_on_the_way(band: str | None, value: float, status: str, reason: str) -> None:
    """A band is to be kept at all times; to be inside is to be on track."""
    inside = None if band is None else Quantity.parse(band)
    kept = level({"2010": 5}, direction="maintain", band=inside)
    (row,) = rows(kept, seen("A", "2010-Q1", value))

    assert (status, reason) == (row["status"], row["reason"])
    assert "share" not in row


@pytest.mark.parametrize(
    ("indicator", "value", "status", "reason"),
    [
        (flow(targets={"2010": 365}), 365, "Achieved", ""),
        (flow(targets={"2010": 365}), 364, "On track", ""),
        # A level may fall again.
        (level({"2010": 50}), 60, "On track", ""),
        (flow(targets={"2010": 365}), 50, "Off track", ""),
        (flow(targets={"2010": 0}), -1, "Undefined", "the target is zero"),
        (
            level({"2010": 5}, direction="decrease", method="inverse_ratio"),
            0,
            "On track",
            "",
        ),
        (
            level({"2010": 5}, direction="decrease", method="inverse_ratio"),
            "0..20",
            "Undefined",
            "the actual is zero",
        ),
        (
            flow(targets={"2010": 365}),
            ">=60",
            "Undefined",
            labels()["reason"]["bounds_straddle"]["en"],
        ),
        (
            flow(targets={"2010": 365}),
            "not_applicable",
            "Not due",
            "",
        ),
    ],
)
def test_statuses_on_the_way(
    indicator: Indicator, value: float | str, status: str, reason: str
) -> None:
    """What is reached by now is held against what is expected by now."""
    (row,) = rows(indicator, seen("A", "2010-Q1", value))

    assert (status, reason) == (row["status"], row["reason"])


def test_years_of_growth() -> None:
    """Growth is counted over the years from the baseline to the figures: whole months over 12."""
    growing = flow(targets={"2009": 200}, method="growth_ratio").with_baseline(
        Baseline(100, Period.year(2007))
    )
    (row,) = rows(growing, seen("A", "2009-S1", 150))
    (odd,) = rows(growing, seen("A", "2009-07-01/2009-07-10", 150))

    assert (1.5, 557 / 365.2425) == (row["years"], odd["years"])
    assert row["rate_best"] == pytest.approx((1.5 ** (1 / 1.5) - 1) / (2**0.5 - 1))


def test_rate_that_is_too_large() -> None:
    """A rate that is no number any more leaves its cell blank, and the reason is told."""
    (row,) = rows(flow(targets={"2009": 1e-300}, direction="increase"), seen("A", "2009", -1e300))

    assert ("", "Undefined") == (row["rate_best"], row["status"])
    assert "the rate is too large for a number; a unit may be wrong" == row["reason"]


def test_next_target_is_chosen_by_the_figures() -> None:
    """Of several cases one row holds, and only that one shows anything."""
    indicator = level({"2009": 30, "2010": 40}, method="milestone")
    first, second = rows(indicator, seen("A", "2008", 25), seen("A", "2009", "not_reported"))

    assert (("2009", 1, 0.75, "At risk"), ("2010", 0, "", "")) == tuple(
        (row["period"], row["chosen"], row["rate_best"], row["status"]) for row in (first, second)
    )
    assert ("", "") == (second["shown"], second["expected_best"])
    assert "" == first["expected_best"]


def test_target_that_is_past() -> None:
    """Behind the last target there is none to measure the way to."""
    indicator = level({"2009": 30}, method="milestone")
    (row,) = rows(indicator, seen("A", "2009", 25))

    assert ("no target falls due after the actual", "", "Undefined") == (
        row["no_rate"],
        row["rate_best"],
        row["status"],
    )


def test_references_of_one_row_and_of_several() -> None:
    """One row is referred to by its cell, of several the one that is chosen is looked up."""
    one = AssessedRows(first=1, count=1, values={})
    three = AssessedRows(first=4, count=3, values={})

    assert "'_assessed'!$A$2" == one.reference("code")
    assert "INDEX('_assessed'!$A$5:$A$7,MATCH(1,'_assessed'!$G$5:$G$7,0))" == three.reference(
        "code"
    )


def test_versions_of_a_target() -> None:
    """The actual is held against the original target, and against each revision of it."""
    revised = Target(period=Period.year(2009), value=20)
    for month, value in ((3, 25), (6, Quantity.at_least(40))):
        revised = revised.with_revision(Revision(value=value, date=date(2009, month, 1)))
    found = rows(flow().with_targets(revised), seen("A", "2009", 30))

    assert [("at least 40", 0.0), (20, 1.5), (25, 1.2)] == [
        (row["target"], row["rate_low"]) for row in found
    ]
    assert [None, "original", "2009-03-01"] == [row.get("version") for row in found]


def test_leg_is_chosen_by_the_figures() -> None:
    """Where the day of the figures decides on which leg they are, a row says from which day on."""
    start = Baseline(Quantity.between(10, 20), Period.year(2007))
    indicator = level({"2010": 40}, measured=start)
    made = content([indicator], [seen("A", "2008-01", 12), seen("A", "2009", 38)], as_of=MID_2010)
    first, second = rows(indicator, seen("A", "2008-01", 12), seen("A", "2009", 38))

    assert ((0, ""), (1, "On track")) == (
        (first["chosen"], first["status"]),
        (second["chosen"], second["status"]),
    )
    assert date(2009, 12, 31) == second["since"]
    assert texts(made)["chosen"] == f"=IF(AND(${COLUMNS['day']}$2<${COLUMNS['since']}$3),1,0)"
    # In the first row the target may still equal the baseline.
    assert "the target equals the baseline" == first["no_progress"]


def test_baseline_before_all_spreadsheets() -> None:
    """A day before 1900-03-01, which no cell shows, has its number all the same."""
    old = Baseline(10, Period.year(1850))
    (row,) = rows(level({"2010": 50}, measured=old), seen("A", "2009", 20))

    assert -17_895 == row["leg_first"]  # 1851-01-01
    assert row["elapsed"] == pytest.approx(58_074 / 58_439)


def test_step_from_an_undated_baseline() -> None:
    """Without a date no time goes by: the start is expected until the target is due."""
    undated = level({"2010": 50}, measured=Baseline(10), trajectory="step")
    (row,) = rows(undated, seen("A", "2009", 20))

    assert (0, 10, "Not due") == (row["share"], row["expected_best"], row["status"])
    assert "elapsed" not in row


@pytest.mark.parametrize(
    ("measured", "years"),
    [
        ("2008-06-15", "=IF({day}<=39614,0,({day}-39614)/365.2425)"),
        (
            "2008-06",
            (
                "=IF({day}<=39629,0,IF(EOMONTH({day},0)={day},"
                "(12*YEAR({day})+MONTH({day})-24102)/12,({day}-39629)/365.2425))"
            ),
        ),
    ],
)
def test_years_as_periods_count_them(measured: str, years: str) -> None:
    """From the end of a month whole months are counted, from other days only days."""
    baseline = Baseline(10, Period.parse(measured))
    growing = flow(targets={"2010": 20}, method="growth_ratio").with_baseline(baseline)
    made = content([growing], [seen("A", "2009", 15)])

    assert years.format(day=f"${COLUMNS['day']}$2") == texts(made)["years"]


def test_years_that_no_figure_has() -> None:
    """A baseline that was not measured before the target is due leaves no years to count."""
    late = flow(targets={"2009": 20}, method="growth_ratio")
    (row,) = rows(late.with_baseline(Baseline(10, Period.year(2009))), seen("A", "2009", 15))

    assert "years" not in row
    assert str(row["no_rate"]).startswith("the baseline was not measured before")


def test_versions_of_a_target_that_is_past() -> None:
    """Behind the last target no version of it has a rate."""
    revised = Target(period=Period.year(2009), value=20).with_revision(
        Revision(value=25, date=date(2009, 3, 1))
    )
    indicator = flow(method="milestone").with_targets(revised).with_baseline(MEASURED)
    found = rows(indicator, seen("A", "2009", 30))

    assert [("no target falls due after the actual", "")] * 2 == [
        (row["no_rate"], row["rate_best"]) for row in found
    ]
