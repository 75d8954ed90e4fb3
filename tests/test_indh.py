"""The numbers of the press briefing of 27 March 2008, as the example framework gives them."""

from datetime import date
from pathlib import Path

import pytest

from indh_me.compute import Assessment, Reason, Severity, Status, assess, check, outlook
from indh_me.model import Absence, Framework, Level, Observations, Period, Quantity
from indh_me.read import read_framework_file, read_observations

INDH = Path(__file__).parents[1] / "examples" / "indh"
BRIEFING = date(2008, 3, 27)
#: The facts of the briefing, by the ids under which they stand in the example.
RESULTS = ("T-O1", "T-O2", "T-O3", "T-A1", "T-A2", "T-A3", "T-A4", "C-P2", "C-P5")
INDICATORS = ("T-R1", "C-R1", "C-R2", "C-R3", "C-R4", "C-R5", "C-R6", "C-P1", "C-P3", "C-P4")
TARGETS = ("T-P1", "T-P2", "T-P3")


@pytest.fixture(scope="module")
def plan() -> tuple[Framework, Observations]:
    """Return the example framework, with what the briefing reports."""
    return read_framework_file(INDH / "framework.toml")


@pytest.fixture(scope="module")
def assessment(plan: tuple[Framework, Observations]) -> Assessment:
    """Return where everything stood on the day of the briefing."""
    return assess(*plan, as_of=BRIEFING)


def test_every_fact_is_there(plan: tuple[Framework, Observations]) -> None:
    """Every fact of the briefing stands in the framework under its id."""
    framework, _ = plan
    targets = [target.code for each in framework.indicators for target in each.targets]

    assert [] == [code for code in RESULTS if framework.result(code).statement is None]
    assert [] == [code for code in INDICATORS if framework.indicator(code).name is None]
    assert [] == [code for code in TARGETS if code not in targets]


def test_every_fact_has_its_quote(plan: tuple[Framework, Observations]) -> None:
    """Every fact, target and figure quotes the Arabic words that say it."""
    framework, observations = plan
    parts = [
        *map(framework.result, RESULTS),
        *map(framework.indicator, INDICATORS),
        *framework.indicator("T-R1").targets,
        *observations,
    ]

    assert len(parts) > len(RESULTS) + len(INDICATORS) + len(TARGETS)
    assert [] == [
        part
        for part in parts
        if part.source is None or part.source.quote is None or part.source.quote.get("ar") is None
    ]


def test_activities_have_no_figures(plan: tuple[Framework, Observations]) -> None:
    """Objectives and activities without a figure are results, of the level that they are."""
    framework, _ = plan
    activities = {each.code for each in framework.results_of(Level.ACTIVITY)}

    assert {"T-A1", "T-A2", "T-A3", "T-A4", "C-P2", "C-P5"} == activities
    assert {Period.parse("2005/2007")} == {
        framework.result(code).period for code in ("T-A1", "T-A2", "T-A3", "T-A4")
    }


def test_people_trained(assessment: Assessment) -> None:
    """More than 18 000 were trained in 2005-2007: a lower bound, and 2008 is not due yet."""
    row = assessment["T-R1"]

    assert Quantity.at_least(18_000) == row.to_date.quantity
    assert (Period.year(2008), Quantity.exactly(20_000)) == (row.period, row.target)
    assert (Absence.NOT_DUE, Status.NOT_DUE, Reason.NOT_DUE) == (
        row.actual,
        row.status,
        row.reason,
    )
    assert (None, None) == (row.rate, row.verdict)


def test_hole_in_the_scope(plan: tuple[Framework, Observations]) -> None:
    """The figure says in every language that training in the territories is left out."""
    (seen,) = [each for each in plan[1] if each.indicator == "T-R1"]

    assert Period.parse("2005/2007") == seen.period
    assert seen.scope is not None
    assert ("ar", "en", "fr") == seen.scope.languages


@pytest.mark.parametrize(("code", "count"), [("C-R3", 4), ("C-R4", 9), ("C-R5", 4)])
def test_meetings_are_counted(assessment: Assessment, code: str, count: int) -> None:
    """Forums and meetings are counted as the briefing counts them; nobody set a target."""
    row = assessment[code]

    assert Quantity.exactly(count) == row.to_date.quantity
    assert Status.NO_TARGET is row.status


def test_forums_have_their_places(assessment: Assessment) -> None:
    """The four national forums were held in four places, one in each."""
    row = assessment["C-R3"]
    places = {each.categories.get("place"): each.quantity for each in row.disaggregation}

    assert dict.fromkeys(("agadir", "dakhla", "meknes", "settat"), Quantity.exactly(1)) == places
    assert () == row.findings


@pytest.mark.parametrize("code", ["C-R2", "C-R6"])
def test_done_without_a_count(assessment: Assessment, code: str) -> None:
    """Press kits were produced and Media Thursdays held: at least one, nobody says how many."""
    quantity = assessment[code].to_date.quantity

    assert Quantity.at_least(1) == quantity
    assert quantity is not None
    assert (None, None) == (quantity.best, quantity.high)


def test_strategy_is_in_place(assessment: Assessment) -> None:
    """The communication strategy was put in place, by no date that was set."""
    row = assessment["C-R1"]

    assert (Status.ACHIEVED, None) == (row.status, row.days_overdue)


def test_national_meeting_is_overdue(assessment: Assessment) -> None:
    """The national meeting due at the end of 2007 is overdue by 87 days, and still to come."""
    row = assessment["C-P1"]

    assert (Status.OVERDUE, 87, Quantity.exactly(0)) == (row.status, row.days_overdue, row.actual)
    assert ["ME001"] == [finding.id for finding in row.findings]


def test_anniversary_plan_is_not_due(assessment: Assessment) -> None:
    """The plan for the third anniversary is due before 18 May 2008."""
    row = assessment["C-P4"]

    assert (Status.NOT_DUE, 0, Absence.NOT_DUE) == (row.status, row.days_overdue, row.actual)
    assert row.period is not None
    assert date(2008, 5, 17) == row.period.end


def test_plans_without_a_date(assessment: Assessment) -> None:
    """The coherence of regional plans is planned, for no date."""
    row = assessment["C-P3"]

    assert (Status.NO_TARGET, None) == (row.status, row.days_overdue)


def test_outlook_through_2010(plan: tuple[Framework, Observations]) -> None:
    """If all targets are met, at least 93 000 are trained through 2010."""
    framework, observations = plan
    ahead = outlook(framework.indicator("T-R1"), observations, as_of=BRIEFING)

    # 18 000 + 20 000 + 25 000 + 30 000 = 93 000.
    assert ahead is not None
    assert Quantity.at_least(93_000) == ahead.total_if_met
    assert Period.year(2010) == ahead.last_period


def test_pace_that_2008_asks_for(plan: tuple[Framework, Observations]) -> None:
    """2008 asks for at most 3.33 times the yearly pace of 2005-2007."""
    framework, observations = plan
    ahead = outlook(framework.indicator("T-R1"), observations, as_of=BRIEFING)

    # At least 18 000 in 3 years is at least 6 000 a year; 20 000 / 6 000 = 3.33.
    assert ahead is not None
    assert (Quantity.at_least(6_000), Period.year(2008)) == (ahead.pace, ahead.next_period)
    assert ahead.pace_ratio is not None
    assert pytest.approx(10 / 3) == ahead.pace_ratio.high


def test_overdue_meeting_is_the_only_thing_late(plan: tuple[Framework, Observations]) -> None:
    """On the day of the briefing one meeting is overdue, and there are no errors."""
    found = check(*plan, as_of=BRIEFING)

    assert [("ME001", "C-P1")] == [
        (each.id, each.indicator) for each in found if each.id == "ME001"
    ]
    assert [] == [str(each) for each in found if each.severity is Severity.ERROR]


def test_what_the_briefing_leaves_unsaid(plan: tuple[Framework, Observations]) -> None:
    """What the rules about plans find in the example is what the briefing does not say: indicators
    of some results, targets of what was done, due dates, and who is responsible. It is suppressed
    with that reason; only a source that another file cites is left.
    """
    found: dict[str, list[str]] = {}
    left = {each.id for each in check(*plan, as_of=BRIEFING)}
    for each in check(*plan, as_of=BRIEFING, suppressed=True):
        if "ME009" <= each.id <= "ME039":
            found.setdefault(each.id, []).append(each.place.path.partition(".")[2])

    assert {
        "ME017": ["human-development", "T-O1", "T-O2", "T-O3", "communication"],
        "ME019": ["C-R2", "C-R3", "C-R4", "C-R5", "C-R6"],
        "ME023": [
            *("T-R1", "C-R1", "C-R2", "C-R3", "C-R4", "C-R5", "C-R6"),
            "C-P1",
            "C-P3",
            "C-P4",
        ],
        "ME031": ["illustration"],
        "ME035": ["C-P3"],
        "ME038": ["illustration"],
    } == found
    assert {"ME001", "ME031", "ME057"} == left


def test_invented_figures_are_told_apart(plan: tuple[Framework, Observations]) -> None:
    """The figures for the charts are invented, and each one says so in every language."""
    framework, _ = plan
    invented = read_observations(INDH / "illustration.csv")

    assert len(invented) > 0
    assert {"illustration"} == {seen.source.code for seen in invented if seen.source is not None}
    assert [] == [
        seen for seen in invented if seen.note is None or seen.note.missing(framework.languages)
    ]
    assert [] == [each for each in check(framework, invented) if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("as_of", "invented", "expected"),
    [
        (BRIEFING, False, ["T-R1: 1 figure with a scope of its own, of 2005/2007"]),
        (
            BRIEFING,
            True,
            [
                "T-R1: 1 figure with a scope of its own, of 2005/2007",
                "T-R1: 3 figures not counted on 2008-03-27, the first of 2008",
                *(
                    f"{code}: 3 figures not counted on 2008-03-27, "
                    "the first of 2008-03-28/2008-12-31"
                    for code in ("C-R3", "C-R4", "C-R5", "C-R6")
                ),
                "C-P4: 1 figure not counted on 2008-03-27, of 2008-05-17",
            ],
        ),
        (
            date(2011, 3, 31),
            False,
            [
                "T-R1: 3 annual reports missing on 2011-03-31, the first for 2008",
                "T-R1: 1 figure with a scope of its own, of 2005/2007",
            ],
        ),
        (date(2011, 3, 31), True, ["T-R1: 1 figure with a scope of its own, of 2005/2007"]),
    ],
)
def test_what_figures_leave_to_say(
    plan: tuple[Framework, Observations], as_of: date, *, invented: bool, expected: list[str]
) -> None:
    """What the rules about figures find is true: a scope, reports to come, and later figures."""
    framework, table = plan
    if invented:
        table = Observations.concatenate(table, read_observations(INDH / "illustration.csv"))
    found = check(framework, table, as_of=as_of)

    assert expected == [each.message for each in found if "ME040" <= each.id <= "ME060"]
