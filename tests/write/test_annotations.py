import pytest
from attrs import evolve

from indh_me.compute import Finding
from indh_me.errors import Place
from indh_me.model import Text
from indh_me.write.annotations import findings_to_github, findings_to_gitlab
from indh_me.write.finding import fingerprints

FOUND = Finding(
    id="ME001",
    severity="warning",
    place=Place("indicators.A", "plan/framework.toml", 12),
    message="milestone A is overdue",
    mend="report it done",
)
REASON = Text.of(fr="déplacée", en="moved to May")


def test_finding_is_a_command() -> None:
    """A finding is a command with file, line and title, and what to do on lines of its own."""
    assert (
        "::warning file=plan/framework.toml,line=12,title=ME001 overdue-milestone"
        "::milestone A is overdue%0Awhere: indicators.A%0Amend: report it done\n"
    ) == findings_to_github([FOUND])


@pytest.mark.parametrize(
    ("severity", "command", "word"),
    [("error", "error", "major"), ("warning", "warning", "minor"), ("info", "notice", "info")],
)
def test_severities_have_their_words(severity: str, command: str, word: str) -> None:
    """Each severity has the word that the service knows."""
    found = evolve(FOUND, severity=severity)

    assert findings_to_github([found]).startswith(f"::{command} file=")
    assert [word] == [each["severity"] for each in findings_to_gitlab([found])]


def test_signs_of_commands_are_escaped() -> None:
    """Nothing in a name or a message ends the command, a property or the line."""
    found = evolve(
        FOUND,
        place=Place("a", "50%,a:b\r\n.toml", 1),
        message="50%25, a::b\r\n::error::x",
        mend="",
    )

    assert (
        "::warning file=50%25%2Ca%3Ab%0D%0A.toml,line=1,title=ME001 overdue-milestone"
        "::50%2525, a::b%0D%0A::error::x%0Awhere: a\n"
    ) == findings_to_github([found])


def test_what_is_not_known_is_left_out() -> None:
    """Without file, line and path a command has the title and the message."""
    found = evolve(FOUND, id="ME999", place="")

    assert (
        "::warning title=ME999::milestone A is overdue%0Amend: report it done\n"
    ) == findings_to_github([found])
    assert "" == findings_to_github([])


def test_file_names_are_those_of_the_repository() -> None:
    """Names of files are relative to the folder of the project for both services."""
    found = evolve(FOUND, place=Place("a", "/demo/a.toml"))

    assert "file=a.toml,title" in findings_to_github([found], "/demo")
    assert ["a.toml"] == [each["location"]["path"] for each in findings_to_gitlab([found], "/demo")]


def test_suppressed_findings_are_of_the_mildest_kind() -> None:
    """A suppressed finding is a notice with its reason."""
    found = evolve(FOUND, suppressed=REASON)
    (plain,) = findings_to_gitlab([found])

    assert findings_to_github([found]).startswith("::notice file=")
    assert findings_to_github([found]).endswith(
        "%0Amend: report it done%0Asuppressed: moved to May\n"
    )
    assert "info" == plain["severity"]
    assert plain["description"].endswith("; report it done; suppressed: moved to May")


def test_report_for_gitlab() -> None:
    """A report has what GitLab asks for: words, rule, mark, severity, file and line."""
    (mark,) = fingerprints([FOUND])

    assert [
        {
            "description": "indicators.A: milestone A is overdue; report it done",
            "check_name": "ME001",
            "fingerprint": mark,
            "severity": "minor",
            "location": {"path": "plan/framework.toml", "lines": {"begin": 12}},
        }
    ] == findings_to_gitlab([FOUND])


def test_gitlab_needs_a_place() -> None:
    """Where file or line is not known, the project's folder and the first line stand there."""
    unknown = evolve(FOUND, place="", mend="")
    (plain,) = findings_to_gitlab([unknown])

    assert {"path": ".", "lines": {"begin": 1}} == plain["location"]
    assert "milestone A is overdue" == plain["description"]
