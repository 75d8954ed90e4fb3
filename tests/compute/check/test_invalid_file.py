from indh_me.compute import Finding, Rule, Severity, findings_of
from indh_me.compute.check import INVALID_FILE, RULES
from indh_me.errors import Fault, InvalidFileError, Place


def test_faults_of_a_file_are_findings() -> None:
    """Each fault becomes an error of the rule ME000, with its place and mend."""
    place = Place("indicators.A.unit", "framework.toml", 7)
    error = InvalidFileError(
        Fault("unknown unit 'cuont'", place, "did you mean 'count'?"),
        Fault("malformed TOML", Place(file="framework.toml")),
    )

    assert (
        Finding(
            id="ME000",
            severity=Severity.ERROR,
            place=place,
            message="unknown unit 'cuont'",
            mend="did you mean 'count'?",
        ),
        Finding(
            id="ME000",
            severity=Severity.ERROR,
            place=Place(file="framework.toml"),
            message="malformed TOML",
            mend="",
        ),
    ) == findings_of(error)


def test_what_has_no_mend_is_told_without() -> None:
    """A line of a finding that says nothing is left out."""
    (found,) = findings_of(InvalidFileError(Fault("malformed TOML")))

    assert "ME000 error: malformed TOML" == str(found)


def test_linter_does_not_search_for_it() -> None:
    """The rule is the reader's, and comes before those of the linter."""
    assert (
        Rule(
            "ME000",
            "invalid-file",
            Severity.ERROR,
            "a file cannot be read, so no other rule has looked at it",
        )
        == INVALID_FILE
    )
    assert INVALID_FILE.id < min(rule.id for rule in RULES)
