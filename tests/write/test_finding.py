from pathlib import Path

import pytest
from attrs import evolve

from indh_me.compute import Finding
from indh_me.errors import Place
from indh_me.model import Text
from indh_me.write import finding_to_plain
from indh_me.write.finding import file_name, file_uri, fingerprints

FOUND = Finding(
    id="ME009",
    severity="info",
    place=Place("indicators.A", "plan/framework.toml", 12),
    message="m",
    mend="n",
    indicator="A",
)


def test_findings_are_plain_data() -> None:
    """A finding tells its place in parts."""
    assert {
        "id": "ME009",
        "severity": "info",
        "indicator": "A",
        "place": {"file": "plan/framework.toml", "line": 12, "path": "indicators.A"},
        "message": "m",
        "mend": "n",
    } == finding_to_plain(FOUND)


def test_what_is_not_known_is_null() -> None:
    """A finding without file, line and indicator says so."""
    plain = finding_to_plain(evolve(FOUND, place="indicators.A", indicator=None))

    assert {"file": None, "line": None, "path": "indicators.A"} == plain["place"]
    assert plain["indicator"] is None


def test_suppressed_findings_give_the_reason_in_every_language() -> None:
    """The reason of a suppressed finding is told in all the languages that have it."""
    plain = finding_to_plain(evolve(FOUND, suppressed=Text.of(fr="oui", en="yes")))

    assert {"fr": "oui", "en": "yes"} == plain["suppressed"]
    assert "suppressed" not in finding_to_plain(FOUND)


@pytest.mark.parametrize(
    ("file", "root", "name", "uri"),
    [
        ("framework.toml", None, "framework.toml", "framework.toml"),
        ("./plan//framework.toml", None, "plan/framework.toml", "plan/framework.toml"),
        ("../framework.toml", "/demo", "../framework.toml", "../framework.toml"),
        ("cadre é.toml", None, "cadre é.toml", "cadre%20%C3%A9.toml"),
        ("a:b%#?.csv", None, "a:b%#?.csv", "a%3Ab%25%23%3F.csv"),
        ("bad\udcff.csv", None, "bad\udcff.csv", "bad%FF.csv"),
        ("/demo/plan/a.toml", "/demo", "plan/a.toml", "plan/a.toml"),
        ("/demo/plan/a b.toml", "/other", "/demo/plan/a b.toml", "file:///demo/plan/a%20b.toml"),
        ("/demo/a.toml", None, "/demo/a.toml", "file:///demo/a.toml"),
        ("/demonstration/a.toml", "/demo", "/demonstration/a.toml", "file:///demonstration/a.toml"),
    ],
)
def test_files_are_named_from_the_folder_of_the_project(
    file: str, root: str | None, name: str, uri: str
) -> None:
    """A file is named with forward slashes, from the project's folder on if it stands there."""
    assert name == file_name(file, root)
    assert uri == file_uri(file, root)


def test_fingerprints_do_not_know_lines() -> None:
    """A finding is known again when it has moved, and when the words of its message change."""
    moved = evolve(FOUND, place=evolve(FOUND.place, line=40), message="another", mend="another")

    assert list(fingerprints([FOUND])) == list(fingerprints([moved]))
    assert list(fingerprints([FOUND], Path("/demo"))) == list(
        fingerprints(
            [evolve(FOUND, place=evolve(FOUND.place, file="/demo/plan/framework.toml"))],
            Path("/demo"),
        )
    )
    # SHA-256 of the four lines, by sha256sum of GNU coreutils 9.1, 2026-11-26:
    # printf 'ME009\nplan/framework.toml\nindicators.A\n1' | sha256sum
    assert ["0182b5a842a8c4d13509c3e7e559cccf2e682973379197b32207c2da059d3809"] == list(
        fingerprints([FOUND])
    )


def test_fingerprints_tell_findings_apart() -> None:
    """Rule, file, path and number among its like make a finding another."""
    place = FOUND.place
    others = [
        FOUND,
        FOUND,
        evolve(FOUND, id="ME010"),
        evolve(FOUND, place=evolve(place, file="other.toml")),
        evolve(FOUND, place=evolve(place, file="")),
        evolve(FOUND, place=evolve(place, path="indicators.B")),
        FOUND,
    ]

    assert len(others) == len(set(fingerprints(others)))
    assert list(fingerprints(others))[:2] == list(fingerprints([FOUND, FOUND]))
