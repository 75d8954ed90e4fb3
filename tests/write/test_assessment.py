import json

from drafts import content, flow, seen
from indh_me.compute import Assessment
from indh_me.model import Baseline, Categories, Dimension, Indicator, Period
from indh_me.write import assessment_to_plain

NOTHING = dict.fromkeys(("best", "low", "high"))


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
        "findings": [],
        "disaggregation": [],
    } == rows["C"]


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
