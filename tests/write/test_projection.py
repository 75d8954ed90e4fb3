import json

from indh_me.compute import project
from indh_me.model import Quantity
from indh_me.write import projection_to_plain
from projected import briefing, drafted, drifting
from refusals import Strange


def _exactly(number: float) -> dict[str, float | None]:
    return {"best": number, "low": number, "high": number}


def test_one_projection() -> None:
    """A projection is plain data, as it was computed: figures, method, interval, companions."""
    made = drifting(to="2007", target=68)
    plain = projection_to_plain(made)
    figure, companion = plain["figures"][0], plain.pop("open_sdg")

    assert made.last is not None
    assert made.trend_test is not None
    assert made.last.interval is not None
    assert made.last.probability is not None
    assert {
        "code": "series",
        "unit": "ratio per 1",
        "as_of": "2006-12-31",
        "to": "2007",
        "target": _exactly(68),
        "history": {
            "accumulation": "latest",
            "is_paced": False,
            "figures": [
                {"period": "2003", "quantity": _exactly(60), "year": 2004.0},
                {"period": "2004", "quantity": _exactly(62), "year": 2005.0},
                {"period": "2005", "quantity": _exactly(65), "year": 2006.0},
                {"period": "2006", "quantity": _exactly(67), "year": 2007.0},
            ],
            "left_out": [],
        },
        "figures": [figure],
        "reason": None,
        "method": "shrunken_drift",
        "choice": "own_evidence",
        "weight": made.weight,
        "level": 0.95,
        "range_level": None,
        "bounds": {"best": None, "low": None, "high": None},
        "expected_date": {
            "day": "2007-06-11",
            "earliest": "2007-04-10",
            "latest": "2008-01-15",
            "reason": None,
        },
        "trend_test": {"trend": "too_few_points", "p": made.trend_test.p, "tau": 1.0},
        "pace": {
            "required": _exactly(1),
            "observed": _exactly(7 / 3),
            "ratio": _exactly(3 / 7),
        },
        "growth": made.growth,
        "reduction": made.reduction,
        "outlook": None,
    } == plain
    assert {
        "period": "2007",
        "quantity": _exactly(67 + (made.weight or 0) * 7 / 3),
        "interval": {
            "best": made.last.interval.best,
            "low": made.last.interval.low,
            "high": made.last.interval.high,
        },
        "target": _exactly(68),
        "probability": _exactly(made.last.probability.best or 0),
    } == figure
    assert ("open_sdg", "on_track") == (companion["preset"], companion["class"])


def test_expected_date() -> None:
    """A target that is met has the day of its figure; what is not asked for has no table."""
    met, alone = drifting(target=66), project({"2006": 67}, to="2010")
    plain = projection_to_plain(met)

    assert ("2006-12-31", "already_met") == (
        plain["expected_date"]["day"],
        plain["expected_date"]["reason"],
    )
    assert None is projection_to_plain(alone)["expected_date"]
    assert None is projection_to_plain(briefing())["indicators"][0]["trend_test"]


def test_refusal() -> None:
    """What is refused has its reason, no figures, and what can be said without them."""
    plain = projection_to_plain(briefing())
    row = plain["indicators"][0]

    assert "INDH-2008" == plain["framework"]
    assert ("T-R1", "2010", "too_few_points", []) == (
        row["code"],
        row["to"],
        row["reason"],
        row["figures"],
    )
    assert (None, None, None) == (row["method"], row["choice"], row["open_sdg"])
    assert {"best": None, "low": 18_000, "high": None} == row["history"]["figures"][0]["quantity"]
    assert {"best": None, "low": 0, "high": 5} == row["pace"]["ratio"]
    assert {
        "to_date": {"best": None, "low": 18_000, "high": None},
        "past": "2005/2007",
        "pace": {"best": None, "low": 6_000, "high": None},
        "next_target": _exactly(20_000),
        "next_period": "2008",
        "pace_ratio": {"best": None, "low": 0, "high": 20_000 / 6_000},
        "total_if_met": {"best": None, "low": 93_000, "high": None},
        "last_period": "2010",
    } == row["outlook"]


def test_rows_have_the_same_keys() -> None:
    """Refused or not, with or without a target: every row has the same keys."""
    rows = projection_to_plain(briefing())["indicators"]

    assert 1 == len({tuple(row) for row in (*rows, projection_to_plain(drifting()))})


def test_figures_without_a_bound() -> None:
    """A bound that is not known is null; parts that are left out are named; it is JSON."""
    figures: Strange = {"2005": 60, "2006": 62, "2007": Quantity.at_least(67)}
    plain = projection_to_plain(project(figures, to="2010", target=72))
    row = projection_to_plain(drafted({"2006": 1, "2007": 3, "2008-S1": 2}, to="2010"))

    assert (None, None) == (
        plain["figures"][-1]["quantity"]["best"],
        plain["figures"][-1]["quantity"]["high"],
    )
    assert 1 == plain["figures"][-1]["probability"]["high"]
    assert (["2008-S1"], True) == (row["history"]["left_out"], row["history"]["is_paced"])
    assert {"best": None, "low": 0, "high": None} == row["bounds"]
    assert "Infinity" not in json.dumps([plain, row], allow_nan=False)
