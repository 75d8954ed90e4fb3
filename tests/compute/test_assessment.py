from datetime import date

import pytest

from counts import END_OF_2008, count, seen, target
from indh_me.compute import (
    Figure,
    IndicatorAssessment,
    Reason,
    Status,
    Verdict,
    assess,
)
from indh_me.errors import UnknownCodeError
from indh_me.model import (
    TOTAL,
    Absence,
    Baseline,
    Categories,
    Dimension,
    Framework,
    Indicator,
    Method,
    Observations,
    Period,
    Quantity,
    Revision,
    Thresholds,
)
from refusals import refusals


def _row(
    indicator: Indicator, seen: Observations | None = None, as_of: date = END_OF_2008
) -> IndicatorAssessment:
    framework = Framework(code="F", languages=["fr"], indicators=[indicator])
    (row,) = assess(framework, seen, as_of=as_of)
    return row


def _words(row: IndicatorAssessment) -> tuple[str | None, str, Reason | None]:
    return None if row.rate is None else str(row.rate), row.status.value, row.reason


def test_row_of_a_flow() -> None:
    """A flow is held against the target of its year, and adds up to date."""
    row = _row(count(targets=[target("2008", 20_000)]), seen(p2007=6_000, p2008=18_000))

    assert ("0.9", "on_track", None) == _words(row)
    assert (Method.TARGET_RATIO, Verdict.NOT_MET) == (row.method, row.verdict)
    assert (Quantity.exactly(20_000), Quantity.exactly(18_000)) == (row.target, row.actual)
    assert row.to_date == Figure(
        categories=TOTAL, quantity=Quantity.exactly(24_000), reason=None, until=date(2008, 12, 31)
    )
    assert (Period.year(2008), None, None, (), ()) == (
        row.period,
        row.baseline,
        row.days_overdue,
        row.disaggregation,
        row.findings,
    )


def test_row_keeps_the_thresholds_of_its_status() -> None:
    """A row keeps the rates that its status was given from, so that it can be explained."""
    strict = Thresholds(on_track=0.95, at_risk=0.9)
    indicator = count(targets=[target("2008", 10)])
    framework = Framework(code="F", languages=["fr"], indicators=[indicator], thresholds=strict)
    (row,) = assess(framework, seen(p2008=9), as_of=END_OF_2008)

    assert (strict, Status.AT_RISK) == (row.thresholds, row.status)
    assert Thresholds() == _row(indicator, seen(p2008=9)).thresholds


def test_row_of_a_level() -> None:
    """A level is measured from its baseline."""
    level = count("latest", baseline=Baseline(60), targets=[target("2008", 80)])
    row = _row(level, seen(p2007=70, p2008=64))

    assert ("0.2", "off_track", None) == _words(row)
    assert (Method.BASELINE_ADJUSTED, Quantity.exactly(60)) == (row.method, row.baseline)


@pytest.mark.parametrize(
    ("seen", "actual", "words"),
    [
        (seen(), Absence.NOT_REPORTED, (None, "no_data", Reason.NOT_REPORTED)),
        (seen(p2007=5), Absence.NOT_REPORTED, (None, "no_data", Reason.NOT_REPORTED)),
        (seen(p2005_2008=5), Absence.NOT_REPORTED, (None, "no_data", Reason.NOT_REPORTED)),
        (
            seen(p2008=Absence.NOT_REPORTED),
            Absence.NOT_REPORTED,
            (None, "no_data", Reason.NOT_REPORTED),
        ),
        (
            seen(p2008=Absence.NOT_APPLICABLE),
            Absence.NOT_APPLICABLE,
            (None, "undefined", Reason.NOT_APPLICABLE),
        ),
        (seen(p2008=0), Quantity.exactly(0), ("0", "off_track", None)),
        (seen(p2008=5, p2007_2008=6), Quantity.exactly(5), ("0.5", "off_track", None)),
        (
            Observations.concatenate(seen(p2008=5), seen(p2008=5)),
            Absence.NOT_REPORTED,
            (None, "undefined", Reason.DUPLICATE_OBSERVATIONS),
        ),
    ],
    ids=[
        "nothing",
        "earlier",
        "longer",
        "not reported",
        "not applicable",
        "zero",
        "beside longer",
        "twice",
    ],
)
def test_absences_stay_apart(
    seen: Observations, actual: object, words: tuple[str | None, str, Reason | None]
) -> None:
    """Zero, not reported, not applicable and two figures for one are four different things."""
    row = _row(count(targets=[target("2008", 10)]), seen)

    assert (actual, words) == (row.actual, _words(row))


def test_target_that_is_not_due() -> None:
    """Before its period is over a target has neither rate nor verdict; what is known stays."""
    indicator = count(targets=[target("2008", 10), target("2009", 20)])
    row = _row(indicator, seen(p2007=5), as_of=date(2008, 12, 30))

    assert (None, "not_due", Reason.NOT_DUE) == _words(row)
    assert (Absence.NOT_DUE, None, Reason.NOT_DUE) == (
        row.actual,
        row.verdict,
        row.achievement.reason,
    )
    assert Quantity.exactly(5) == row.to_date.quantity


def test_no_target() -> None:
    """Without a target there is a figure to date, and nothing to hold it against."""
    row = _row(count(), seen(p2008=5))

    assert (None, "no_target", Reason.NO_TARGET) == _words(row)
    assert (None, None, None, None) == (row.period, row.target, row.actual, row.method)


def test_revised_target() -> None:
    """The target is the one in force on the day."""
    revision = Revision(value=12, date=date(2008, 6, 1))
    indicator = count(targets=[target("2008", 10, revisions=[revision])])

    assert Quantity.exactly(12) == _row(indicator).target
    assert Quantity.exactly(10) == _row(indicator, as_of=date(2008, 5, 31)).target


def test_cumulative_target() -> None:
    """A cumulative target of a flow counts everything since the start."""
    indicator = count(targets=[target("2008", 10, cumulative=True)])

    assert ("0.9", "on_track", None) == _words(_row(indicator, seen(p2005_2007=4, p2008=5)))


def test_cumulative_target_of_a_level() -> None:
    """A level of an earlier year does not stand in for the year of the target."""
    indicator = count("latest", targets=[target("2008", 10, cumulative=True)])

    assert (None, "no_data", Reason.NOT_REPORTED) == _words(_row(indicator, seen(p2007=9)))


def test_running_total() -> None:
    """A running total counts by the day it ends on: it is about all the days from the start."""
    indicator = count("running_total", targets=[target("2008", 10)])

    assert ("0.9", "on_track", None) == _words(_row(indicator, seen(p2005_2008=9)))
    assert (None, "no_data", Reason.NOT_REPORTED) == _words(_row(indicator, seen(p2005_2007=9)))


def test_only_groups_are_reported() -> None:
    """Where only groups are reported there is no total, but the groups are shown in order."""
    women, men = Categories.of(sex="female"), Categories.of(sex="male")
    seen = Observations.from_columns(["A", "A"], ["2008"] * 2, [4, 5], categories=[men, women])
    row = _row(count(targets=[target("2008", 10)]), seen)

    assert (None, "no_data", Reason.NO_TOTAL) == _words(row)
    assert (Absence.NOT_REPORTED, Reason.NO_TOTAL) == (row.actual, row.to_date.reason)
    assert [(women, 5), (men, 4)] == [
        (each.categories, each.quantity.best) for each in row.disaggregation if each.quantity
    ]


def test_only_bounds_are_known() -> None:
    """A lower bound below the target decides neither verdict nor status."""
    row = _row(count(targets=[target("2008", 10)]), seen(p2008=Quantity.at_least(7)))

    assert (">=0.7", "undefined", Reason.BOUNDS_STRADDLE) == _words(row)
    assert Verdict.CANNOT_TELL is row.verdict


def test_maintained_in_a_band() -> None:
    """What is to be maintained is judged by its band."""
    indicator = count(
        "latest",
        direction="maintain",
        band=Quantity.between(90, 100),
        targets=[target("2008", 95)],
    )

    # 1 - (90 - 81) / 90 = 0.9, and 1 - (90 - 45) / 90 = 0.5
    assert ("1", "achieved", None) == _words(_row(indicator, seen(p2008=96)))
    assert ("0.9", "on_track", None) == _words(_row(indicator, seen(p2008=81)))
    assert ("0.5", "off_track", None) == _words(_row(indicator, seen(p2008=45)))


@pytest.mark.parametrize(
    ("seen", "as_of", "words", "overdue", "actual"),
    [
        (seen(), date(2007, 12, 31), (None, "not_due", Reason.NOT_DUE), 0, Absence.NOT_DUE),
        (
            seen(),
            date(2008, 1, 1),
            (None, "overdue", Reason.NOT_REPORTED),
            1,
            Absence.NOT_REPORTED,
        ),
        (seen(p2008=0), END_OF_2008, ("0", "overdue", None), 366, Quantity.exactly(0)),
        (seen(p2008=1), END_OF_2008, ("1", "achieved", None), 0, Quantity.exactly(1)),
        (seen(p2006=1), date(2006, 12, 31), ("1", "achieved", None), 0, Quantity.exactly(1)),
        (seen(p2007=1, p2008=0), END_OF_2008, ("0", "overdue", None), 366, Quantity.exactly(0)),
    ],
    ids=["due that day", "the day after", "not done", "done late", "done early", "undone"],
)
def test_milestones(
    seen: Observations,
    as_of: date,
    words: tuple[str | None, str, Reason | None],
    overdue: int,
    actual: object,
) -> None:
    """A milestone is overdue from the day after it was due, until it is reported done."""
    row = _row(Indicator.milestone("A", due=Period.year(2007)), seen, as_of)

    assert (words, overdue, actual) == (_words(row), row.days_overdue, row.actual)
    assert (["ME001"] if overdue else []) == [finding.id for finding in row.findings]


def test_milestone_without_a_date() -> None:
    """A milestone that no date is set for is never overdue; it may be done all the same."""
    milestone = Indicator.milestone("A")
    open_, done = _row(milestone), _row(milestone, seen(p2008=1))

    assert (None, "no_target", Reason.NO_TARGET) == _words(open_)
    assert (None, "achieved", Reason.NO_TARGET) == _words(done)
    assert (None, None) == (open_.days_overdue, done.days_overdue)


def test_findings_stand_in_their_row() -> None:
    """What the linter finds in the figures that count stands in the row of their indicator."""
    twice = Observations.concatenate(seen(p2008=5), seen(p2008=6), seen(p2007_2008=9))
    framework = Framework(code="F", languages=["fr"], indicators=[count(), count(code="B")])
    rows = assess(framework, twice, as_of=END_OF_2008)

    assert [["ME005", "ME007"], []] == [[each.id for each in row.findings] for row in rows]


def test_unknown_indicators_are_refused() -> None:
    """Figures of indicators that the framework does not have are not dropped in silence."""
    framework = Framework(code="F", languages=["fr"], indicators=[count(code="T-R1")])
    seen = Observations.from_columns(["T-R2", "T-R1", "X"], ["2008"] * 3, [1, 2, 3])
    faults = refusals(lambda: assess(framework, seen, as_of=END_OF_2008), UnknownCodeError)

    assert ["observations.T-R2", "observations.X"] == [fault.where.path for fault in faults]
    assert "did you mean 'T-R1'?" in faults[0].mend


def test_codes_that_no_row_uses_do_not_matter() -> None:
    """A table that was cut may know codes that none of its rows has left."""
    framework = Framework(code="F", languages=["fr"], indicators=[count()])
    seen = Observations.from_columns(["X", "A"], ["2008", "2008"], [1, 2])

    assert (
        Quantity.exactly(2)
        == assess(framework, seen.select([1]), as_of=END_OF_2008)["A"].to_date.quantity
    )


def test_nothing_to_assess() -> None:
    """A framework without indicators has an assessment without rows."""
    assert 0 == len(assess(Framework(code="F", languages=["fr"]), as_of=END_OF_2008))


def test_groups_of_an_unknown_category() -> None:
    """Groups are refused where a figure names a category that its dimension does not have; those
    of other dimensions are nobody's concern, and without groups the linter tells of them.
    """
    known = Dimension.of("sex", "female")
    framework = Framework(code="F", languages=["fr"], dimensions=[known], indicators=[count()])
    cells = [Categories.of(sex="femal"), Categories.of(place="x"), Categories.of(sex="female")]
    seen = Observations.from_columns(["A"] * 3, ["2008"] * 3, [1, 2, 3], categories=cells)
    (fault,) = refusals(
        lambda: assess(framework, seen, as_of=END_OF_2008, by="sex"), UnknownCodeError
    )
    groups = assess(framework, seen, as_of=END_OF_2008)["A"].groups

    assert ("unknown category 'femal' of dimension 'sex'", 'observations."sex=femal"') == (
        fault.what,
        str(fault.where),
    )
    assert "did you mean 'female'? known: female" == fault.mend
    assert () == groups


def test_versions_of_a_target_that_is_not_due() -> None:
    """What does not hold yet of a target that is not due does not hold of its versions either."""
    revised = target("2008", 100).with_revision(Revision(value=50, date=date(2008, 2, 1)))
    step = count(targets=[revised], trajectory="step")
    row = _row(step, _quarter(40), date(2008, 6, 30))
    linear = _row(count(targets=[revised]), _quarter(40), date(2008, 6, 30))
    early = _row(count(targets=[revised]), _quarter(60), date(2008, 6, 30))

    assert ("not_due", [None, None], [Reason.NOT_DUE] * 2, [None, None]) == _versions(row)
    assert ("on_track", [0.4, 0.8], [None, None], [None, None]) == _versions(linear)
    assert (
        *("achieved", [0.6, 1.2], [None, None]),
        [Verdict.NOT_MET, Verdict.MET],
    ) == _versions(early)


def _quarter(value: float) -> Observations:
    return Observations.from_columns(["A"], ["2008-Q1"], [value])


def _versions(
    row: IndicatorAssessment,
) -> tuple[str, list[float | None], list[Reason | None], list[Verdict | None]]:
    made = [version.achievement for version in row.versions]
    return (
        row.status.value,
        [None if each.rate is None else each.rate.best for each in made],
        [each.reason for each in made],
        [each.verdict for each in made],
    )


def test_half_done_milestone() -> None:
    """A milestone is done or not: half of one is refused, and its figure named."""
    half = Indicator.milestone("A", due=Period.year(2008))
    (fault,) = refusals(lambda: _row(half, seen(p2008=0.5)))

    assert ("'0.5' for milestone A", "observations.A.2008") == (
        fault.what,
        str(fault.where),
    )


def test_groups_by_a_list_of_one() -> None:
    """Dimensions may be given as a list, be it of one."""
    framework = Framework(
        code="F",
        languages=["fr"],
        dimensions=[Dimension.of("sex", "female", "male")],
        indicators=[count(dimensions=["sex"])],
    )
    women = Categories.of(sex="female")
    seen = Observations.from_columns(["A"], ["2008"], [9], categories=[women])
    by_word, by_list = (
        assess(framework, seen, as_of=END_OF_2008, by=by) for by in ("sex", ["sex"])
    )

    assert [women] == [group.categories for group in by_list["A"].groups]
    assert by_word.rows == by_list.rows


def test_reason_of_a_row_is_that_of_its_achievement() -> None:
    """Why there is no rate is said once: the achievement says what its row says."""
    twice = Observations.concatenate(seen(p2008=5), seen(p2008=5))
    row = _row(count(targets=[target("2008", 10)]), twice)

    assert (Reason.DUPLICATE_OBSERVATIONS, Reason.DUPLICATE_OBSERVATIONS) == (
        row.reason,
        row.achievement.reason,
    )
    assert None is _row(count(targets=[target("2008", 10)]), seen(p2008=5)).achievement.reason


def test_maintained_under_a_method_of_milestones() -> None:
    """Where a method does not fit the direction there is no rate, but the band has its verdict."""
    kept = count(
        "latest",
        unit="percent",
        direction="maintain",
        band=Quantity.between(90, 95),
        method="milestone",
        targets=[target("2008", 92)],
    )
    inside, outside = _row(kept, seen(p2008=93)), _row(kept, seen(p2008=80))

    assert (None, Verdict.MET, Status.ACHIEVED) == (inside.rate, inside.verdict, inside.status)
    assert (None, Verdict.NOT_MET) == (outside.rate, outside.verdict)
