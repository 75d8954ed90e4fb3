from datetime import date
from typing import Any, TypeAlias

import pytest

from indh_me._codec import framework_from_plain, framework_to_plain
from indh_me.errors import Fault
from indh_me.model import (
    Absence,
    Baseline,
    Categories,
    Category,
    Dimension,
    Framework,
    Indicator,
    Level,
    Observation,
    Observations,
    Period,
    Quantity,
    Result,
    Revision,
    Source,
    Suppression,
    Target,
    Text,
    Thresholds,
)
from refusals import refusals

#: Plain data of any shape.
Plain: TypeAlias = Any

HEAD = {"code": "A", "languages": ["fr"]}
COUNT = {"unit": "count", "direction": "increase", "accumulation": "sum"}


def _faults(**tables: Plain) -> list[Fault]:
    """List what is wrong with a file whose head is good unless another is given."""
    plain = {"framework": HEAD, **tables}
    return list(refusals(lambda: framework_from_plain(plain)))


def _places(**tables: Plain) -> list[tuple[str, str]]:
    return [(fault.where.path, fault.what) for fault in _faults(**tables)]


def test_smallest_framework() -> None:
    """A framework needs a code and its languages, nothing more."""
    assert (Framework(code="A", languages=["fr"]), ()) == framework_from_plain({"framework": HEAD})


def test_whole_framework() -> None:
    """Each table becomes a part under its code, in the order of the file."""
    framework, observations = framework_from_plain(
        {
            "framework": {**HEAD, "title": "Cadre"},
            "thresholds": {"on_track": 0.9, "at_risk": 0.5},
            "sources": {"b": {"date": date(2008, 3, 27)}, "a": {}},
            "dimensions": {"place": {"categories": {"dakhla": "Dakhla"}}},
            "results": {"r2": {"level": "output", "parent": "r1"}, "r1": {"level": "outcome"}},
            "indicators": {"I": {**COUNT, "result": "r2", "dimensions": ["place"], "source": "b"}},
            "observations": [
                {"indicator": "I", "period": 2008, "value": 4, "categories": {"place": "dakhla"}}
            ],
        }
    )

    assert Text.of(fr="Cadre") == framework.title
    assert Thresholds(on_track=0.9, at_risk=0.5) == framework.thresholds
    assert (Source(code="b", date=date(2008, 3, 27)), Source(code="a")) == framework.sources
    assert Level.OUTPUT is framework.result("r2").level
    assert ("I", "b") == (framework.indicators[0].code, framework.indicators[0].source.code)  # type: ignore[union-attr] # just given
    assert ("dakhla", 4) == (observations[0].categories.get("place"), observations[0].quantity.best)  # type: ignore[union-attr] # the same


@pytest.mark.parametrize(
    ("tables", "places"),
    [
        ({"framework": 3}, [("framework", "a table is needed here, not the number '3'")]),
        (
            {"framework": {}},
            [
                ("framework.code", "'code' is missing"),
                ("framework.languages", "'languages' is missing"),
            ],
        ),
        (
            {"framework": {"code": "a b", "languages": ["fr"]}},
            [("framework.code", "'a b' cannot stand as code")],
        ),
        (
            {"framework": {"code": "A", "languages": "fr", "title": "a"}},
            [("framework.languages", "a list of strings is needed here, not the string 'fr'")],
        ),
        (
            {"framework": {"code": "A", "languages": ["fr", "Ar"], "title": "a"}},
            [("framework.languages[1]", "'Ar' is not a language tag")],
        ),
        ({"framework": {"code": "A", "languages": []}}, [("framework.languages", "no languages")]),
        ({"framwork": {}}, [("framwork", "unknown table 'framwork'")]),
        ({"thresholds": 3}, [("thresholds", "a table is needed here, not the number '3'")]),
        (
            {"thresholds": {"on_track": 0.5}},
            [("thresholds", "at_risk '0.6' is not below on_track '0.5'")],
        ),
        ({"dimensions": 3}, [("dimensions", "dimensions is not a table")]),
        ({"results": ["a"]}, [("results", "results is not a table")]),
        ({"results": {"r": 3}}, [("results.r", "a table is needed here, not the number '3'")]),
        (
            {"results": {"r": {"level": "output", "code": "s"}}},
            [("results.r.code", "key 'code' has no place here")],
        ),
        ({"sources": {"a b": {}}}, [('sources."a b".code', "'a b' cannot stand as code")]),
        ({"observations": {}}, [("observations", "observations is not a list of tables")]),
        ({"suppressions": "ME003"}, [("suppressions", "suppressions is not a list of tables")]),
        (
            {"suppressions": [3]},
            [("suppressions[0]", "a table is needed here, not the number '3'")],
        ),
        (
            {"observations": [3]},
            [("observations[0]", "a table is needed here, not the number '3'")],
        ),
    ],
)
def test_tables_of_the_wrong_form(tables: dict[str, Any], places: list[tuple[str, str]]) -> None:
    """What is not of the form of a framework file is reported once, with its path."""
    assert places == _places(**tables)


def test_head_is_needed() -> None:
    """A file without [framework] is told how to begin."""
    (fault,) = refusals(lambda: framework_from_plain({}))

    assert "the table [framework] is missing" == fault.what
    assert fault.mend.startswith("begin with [framework]")


def test_suppressions_are_read_in_order() -> None:
    """Each suppression is a table of a list; its reason may be told in the first language."""
    plain = {
        "framework": HEAD,
        "suppressions": [
            {"rule": "ME003", "place": "indicators.I", "reason": {"fr": "sans date"}},
            {"rule": "ME002", "reason": "en cours"},
        ],
    }
    framework, _ = framework_from_plain(plain)

    assert (
        Suppression(rule="ME003", place="indicators.I", reason=Text.of(fr="sans date")),
        Suppression(rule="ME002", reason=Text.of(fr="en cours")),
    ) == framework.suppressions
    assert [
        {"rule": "ME003", "place": "indicators.I", "reason": {"fr": "sans date"}},
        {"rule": "ME002", "reason": {"fr": "en cours"}},
    ] == framework_to_plain(framework)["suppressions"]


def test_faulty_suppressions_are_told_with_their_place() -> None:
    """A suppression needs a rule and a reason, and nothing is suppressed twice."""
    reason = {"reason": "en cours"}
    faults = _faults(
        suppressions=[
            {"rule": "ME003"},
            {"rule": "unsourced", **reason},
            {"rule": "ME003", "place": "a b", **reason},
            {"rule": "ME003", **reason},
            {"rule": "ME003", "reason": {"fr": "autre"}},
            {"rule": "ME003", "place": "indicators", **reason, "why": "x"},
        ]
    )

    assert [
        ("suppressions[0].reason", "'reason' is missing"),
        ("suppressions[1].rule", "'unsourced' is no id of a rule"),
        ("suppressions[2].place", "'a b' is no place"),
        ("suppressions[4]", "two suppressions of ME003"),
        ("suppressions[5].why", "unknown key 'why'"),
    ] == [(fault.where.path, fault.what) for fault in faults]
    assert 'say why the finding may stay: reason = "..."' == faults[0].mend
    assert "keep one, with its reason" == faults[3].mend


def test_dangling_references() -> None:
    """Every code that nothing answers to is reported, with the nearest code."""
    faults = _faults(
        sources={"briefing": {}},
        dimensions={"place": {"categories": {"dakhla": "Dakhla"}}},
        results={"training": {"level": "output", "parent": "trainng", "source": "breifing"}},
        indicators={
            "I": {
                **COUNT,
                "result": "trainig",
                "dimensions": ["plaice"],
                "baseline": {"value": 1, "source": "x"},
                "targets_by_category": [
                    {"period": "2008", "categories": {"place": "dakla"}, "value": 1}
                ],
            }
        },
        observations=[{"indicator": "J", "period": "2008", "value": 1, "source": "x"}],
    )

    assert [
        "results.training.parent",
        "results.training.source",
        "indicators.I.result",
        "indicators.I.dimensions",
        "indicators.I.baseline.source",
        "indicators.I.targets_by_category.categories.place",
        "observations[0].indicator",
        "observations[0].source",
    ] == [fault.where.path for fault in faults]
    assert "did you mean 'briefing'?" in faults[1].mend


def test_circle_of_parents() -> None:
    """Results that are part of each other are reported with the whole circle."""
    levels = {"level": "output"}
    tables = {"a": {**levels, "parent": "b"}, "b": {**levels, "parent": "a"}}

    assert [("results.a.parent", "'a' is part of itself: a > b > a")] == _places(results=tables)


def test_codes_of_faulty_parts_are_known() -> None:
    """A faulty part is no reason to report all that refers to it; what it refers to is judged."""
    places = _places(
        dimensions={"place": {"overlap": True, "categories": {"dakhla": "Dakhla"}}, "x": 3},
        results={"r": {"level": "outptu", "source": "nobody"}},
        indicators={"I": {**COUNT, "result": "r", "dimensions": ["place"], "unit": "cuont"}},
        observations=[
            {"indicator": "I", "period": "2008", "value": 1, "categories": {"place": "dakhla"}},
            {"indicator": "J", "period": "2oo8", "value": 1},
        ],
    )

    assert [
        "dimensions.place.overlap",
        "dimensions.x",
        "results.r.level",
        "indicators.I.unit",
        "results.r.source",
        "observations[1].period",
        "observations[1].indicator",
    ] == [path for path, _ in places]


def test_milestones_are_reported_by_yes_or_no() -> None:
    """A milestone is reported by true or false, everything else by a number."""
    made = _places(
        indicators={"M": {"unit": "milestone"}, "I": COUNT},
        observations=[
            {"indicator": "M", "period": "2008", "value": True},
            {"indicator": "M", "period": "2009", "value": "not_reported"},
            {"indicator": "M", "period": "2010", "value": 5},
            {"indicator": "I", "period": "2008", "value": True},
        ],
    )

    assert [
        ("observations[2].value", "5 for milestone 'M'"),
        ("observations[3].value", "true or false for 'I', whose unit is 'count'"),
    ] == made


def test_defaults_are_not_written() -> None:
    """A framework of nothing but its head is written as that."""
    framework = Framework(code="A", languages=["fr"])

    assert {"framework": HEAD} == framework_to_plain(framework, Observations())


def test_everything_is_written_in_its_place() -> None:
    """Codes become keys, totals stand under their periods, groups in a list."""
    place = Dimension(
        code="place",
        categories=[
            Category("south", Text.of(fr="Sud")),
            Category("dakhla", Text.of(fr="Dakhla"), "south"),
        ],
    )
    indicator = Indicator(
        code="I",
        unit="count",
        direction="increase",
        accumulation="sum",
        dimensions=["place"],
        baseline=Baseline(0),
        targets=[
            Target(period=Period.year(2008), value=5),
            Target(period=Period.year(2009), value=Quantity.at_least(6), cumulative=True),
            Target(period=Period.year(2008), value=3, categories=Categories.of(place="dakhla")),
        ],
        external_codes={"sdg": "4.4.1"},
    )
    framework = Framework(
        code="A",
        languages=["fr"],
        thresholds=Thresholds(on_track=0.9),
        dimensions=[place],
        results=[Result(code="r", level="output")],
        indicators=[indicator],
    )

    assert {
        "framework": HEAD,
        "thresholds": {"on_track": 0.9},
        "dimensions": {
            "place": {
                "categories": {
                    "south": {"fr": "Sud"},
                    "dakhla": {"fr": "Dakhla", "parent": "south"},
                }
            }
        },
        "results": {"r": {"level": "output"}},
        "indicators": {
            "I": {
                **COUNT,
                "dimensions": ["place"],
                "baseline": 0,
                "external_codes": {"sdg": "4.4.1"},
                "targets": {"2008": 5, "2009": {"value": ">=6", "cumulative": True}},
                "targets_by_category": [
                    {"period": "2008", "value": 3, "categories": {"place": "dakhla"}}
                ],
            }
        },
    } == framework_to_plain(framework)


def test_milestones_are_written_as_yes_or_no() -> None:
    """Of milestones, every value is written as true or false, in tables as well."""
    year = Period.year(2007)
    target = Target(period=year, value=1, revisions=[Revision(value=0, date=date(2007, 1, 1))])
    done = Indicator.milestone("M").with_targets(target).with_baseline(Baseline(0, year))
    seen = Observations.of(
        Observation(indicator="M", period=year, value=1),
        Observation(indicator="M", period=Period.year(2008), value=Absence.NOT_APPLICABLE),
    )
    framework = Framework(code="A", languages=["fr"], indicators=[done])
    plain = framework_to_plain(framework, seen)

    assert {"value": False, "period": "2007"} == plain["indicators"]["M"]["baseline"]
    assert {
        "2007": {"value": True, "revisions": [{"value": False, "date": date(2007, 1, 1)}]}
    } == plain["indicators"]["M"]["targets"]
    assert [True, "not_applicable"] == [each["value"] for each in plain["observations"]]
    assert (framework, tuple(seen)) == framework_from_plain(plain)


def test_quotation_stands_in_the_language_of_its_source() -> None:
    """A French framework quotes its Arabic source; other texts keep to its languages."""
    said = {"quote": {"ar": "قول"}}
    source: dict[str, Any] = {"briefing": {**said}}
    indicator = {"unit": "milestone", "source": {"code": "briefing", **said}}
    plain = {
        "framework": {"code": "A", "languages": ["fr"]},
        "sources": source,
        "indicators": {"B": indicator},
    }

    framework, _ = framework_from_plain(plain)
    written = framework_to_plain(framework)
    assert source == written["sources"]
    assert indicator["source"] == written["indicators"]["B"]["source"]

    source["briefing"]["label"] = {"ar": "وثيقة"}
    (fault,) = refusals(lambda: framework_from_plain(plain))
    assert "sources.briefing.label.ar" == fault.where.path
