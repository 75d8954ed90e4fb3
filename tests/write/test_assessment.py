import json
from datetime import date

import pytest

from drafts import content, flow, seen
from indh_me.compute import Assessment, assess
from indh_me.model import (
    Baseline,
    Categories,
    Dimension,
    Framework,
    Indicator,
    Observations,
    Period,
    Revision,
    Target,
    Text,
)
from indh_me.write import assessment_to_plain


def draft() -> Assessment:
    """Draft an assessment with a bit of everything."""
    place = Dimension.of("place", "dakhla")
    indicators = [
        flow("A", {"2009": 10}, dimensions=["place"]),
        flow("B", {"2010": ">=80"}, unit="percent", accumulation="latest", baseline=60.5),
        Indicator.milestone("M", due=Period.year(2007)).with_baseline(
            Baseline(0, Period.year(2005))
        ),
        flow("C"),
    ]
    observations = [
        seen("A", "2008", ">=4"),
        seen("A", "2009", 9),
        seen("A", "2009", 3, Categories.of(place="dakhla")),
        seen("B", "2010", 70.25),
    ]
    return content(indicators, observations, dimensions=[place]).assessment


def test_rows_are_plain_data() -> None:
    """Every row has the same keys; what is not known or does not apply is null."""
    plain = assessment_to_plain(draft())
    rows = {row["code"]: row for row in plain["indicators"]}
    rows["A"].pop("findings")

    assert ("DEMO", "2010-12-31") == (plain["framework"], plain["as_of"])
    assert {
        "code": "A",
        "categories": {},
        "unit": "count",
        "period": "2009",
        "baseline": None,
        "target": {"best": 10, "low": 10, "high": 10},
        "actual": {"best": 9, "low": 9, "high": 9},
        "to_date": {"best": None, "low": 13, "high": None},
        "rate": {"best": 0.9, "low": 0.9, "high": 0.9},
        "method": "target_ratio",
        "reason": None,
        "status": "on_track",
        "verdict": "not_met",
        "days_overdue": None,
        "expected": {"best": 10, "low": 10, "high": 10},
        "expected_on": "2009-12-31",
        "expected_share": 1.0,
        "expected_reason": None,
        "progress": None,
        "versions": [],
        "groups": [],
        "disaggregation": [
            {
                "categories": {"place": "dakhla"},
                "to_date": {"best": 3, "low": 3, "high": 3},
                "reason": None,
            }
        ],
    } == rows["A"]
    assert {
        "code": "C",
        "categories": {},
        "unit": "count",
        "period": None,
        "baseline": None,
        "target": None,
        "actual": None,
        "to_date": None,
        "rate": None,
        "method": None,
        "reason": "no_target",
        "status": "no_target",
        "verdict": None,
        "days_overdue": None,
        "expected": None,
        "expected_on": "2010-12-31",
        "expected_share": None,
        "expected_reason": "no_target",
        "progress": None,
        "versions": [],
        "findings": [],
        "disaggregation": [],
        "groups": [],
    } == rows["C"]


def test_way_to_a_target() -> None:
    """Before a target is due, a row tells what was expected by then and how the actual compares."""
    made = content(
        [flow("A", {"2010": 100})], [seen("A", "2010-S1", 40)], as_of=date(2010, 9, 30)
    ).assessment
    (row,) = assessment_to_plain(made)["indicators"]

    # 181 of 365 days are over on 30 June: 100 x 181 / 365, and 40 of that.
    assert ("2010-06-30", 181 / 365) == (row["expected_on"], row["expected_share"])
    assert pytest.approx(18_100 / 365) == row["expected"]["best"]
    assert pytest.approx(40 * 365 / 18_100) == row["progress"]["best"]
    assert (0.4, "on_track", None) == (row["rate"]["best"], row["status"], row["verdict"])


def test_versions_of_a_target() -> None:
    """A revised target has its versions, the original first, each with day, reason and rate."""
    revised = Target(
        period=Period.year(2009),
        value=10,
        revisions=[
            Revision(value=0, date=date(2009, 2, 1)),
            Revision(value=8, date=date(2009, 6, 1), rationale=Text.of(fr="Moins", en="Fewer")),
        ],
    )
    made = content([flow("A").with_targets(revised)], [seen("A", "2009", 8)]).assessment
    (row,) = assessment_to_plain(made)["indicators"]
    exact = [dict.fromkeys(("best", "low", "high"), number) for number in (10, 0.8, 0, 8, 1)]

    assert [
        {
            "value": exact[0],
            "decided": None,
            "rationale": None,
            "rate": exact[1],
            "reason": None,
            "verdict": "not_met",
        },
        {
            "value": exact[2],
            "decided": "2009-02-01",
            "rationale": None,
            "rate": None,
            "reason": "zero_target",
            "verdict": "met",
        },
        {
            "value": exact[3],
            "decided": "2009-06-01",
            "rationale": {"en": "Fewer", "fr": "Moins"},
            "rate": exact[4],
            "reason": None,
            "verdict": "met",
        },
    ] == row["versions"]


def test_groups_are_rows() -> None:
    """Groups that were asked for are rows of the same shape, each with its categories."""
    group = Categories.of(place="dakhla")
    year = Period.year(2009)
    targets = [
        Target(period=year, value=10),
        Target(period=year, value=4, categories=group),
    ]
    framework = Framework(
        code="DEMO",
        languages=["en"],
        dimensions=[Dimension.of("place", "dakhla")],
        indicators=[flow("A").with_targets(*targets)],
    )
    table = Observations.of(seen("A", "2009", 3, group), seen("A", "2009", 9))
    made = assess(framework, table, as_of=date(2009, 12, 31), by="place")
    (row,) = assessment_to_plain(made)["indicators"]
    (inner,) = row["groups"]

    assert list(row) == list(inner)
    assert ({}, {"place": "dakhla"}) == (row["categories"], inner["categories"])
    assert (0.9, 0.75) == (row["rate"]["best"], inner["rate"]["best"])
    assert ("A", "at_risk", []) == (inner["code"], inner["status"], inner["groups"])


def test_figures_without_an_upper_bound() -> None:
    """A bound that is not known is null; nothing is rounded."""
    row = assessment_to_plain(draft())["indicators"][1]

    assert {"best": 60.5, "low": 60.5, "high": 60.5} == row["baseline"]
    assert {"best": None, "low": 80, "high": None} == row["target"]
    assert 9.75 / 19.5 == row["rate"]["high"]


def test_milestones_have_their_days() -> None:
    """A milestone that is overdue says for how many days, and carries the finding."""
    row = assessment_to_plain(draft())["indicators"][2]

    assert ("overdue", 1096, "not_reported") == (row["status"], row["days_overdue"], row["reason"])
    assert ["ME001"] == [finding["id"] for finding in row["findings"]]


def test_whole_numbers_are_whole() -> None:
    """Machines that know integers read whole numbers as such; the rest is JSON as it is."""
    text = json.dumps(assessment_to_plain(draft()), allow_nan=False)

    assert '"target": {"best": 10, "low": 10, "high": 10}' in text
    assert "Infinity" not in text
