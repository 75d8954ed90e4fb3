import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click import Choice
from click.testing import CliRunner, Result

import command_line
from command_line import BRIEFING, FRAMEWORK
from indh_me.cli import main
from indh_me.compute import RULES
from indh_me.survey.lint import FORM_RULES
from indh_me.write import write_starter
from indh_me.write.findings import FORMS
from xlsforms import GOOD, write_book

#: The one rule that these tests are about, so that a new one does not touch them.
LATE = "--select=ME001"
OVERDUE = (
    "ME001 warning: milestone C-P1 is overdue by 87 days\n"
    f"  where: {FRAMEWORK}:436: indicators.C-P1\n"
    "  mend:  report it done, or revise its target with a rationale\n"
)
PLAN = """\
[framework]
code = "DEMO"
languages = ["fr"]

[indicators.opened]
unit = "milestone"
targets = { 2007 = { value = true, source = "plan" } }

[sources.plan]
"""
SUPPRESSION = """
[[suppressions]]
rule = "ME001"
place = "indicators.opened"
reason.fr = "inauguration reportée"
"""


def run(*arguments: str) -> Result:
    """Run the verb in this process."""
    return command_line.run("check", *arguments)


def findings(*arguments: str, status: int = 0) -> list[dict[str, Any]]:
    """Give what the verb finds, in JSON."""
    result = run(*arguments, "--format=json")

    assert status == result.exit_code, result.output
    found: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the verb is run in, with a plan in it whose milestone is overdue."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    return tmp_path


class TestStatus:
    """What the exit status tells."""

    def test_warnings_leave_the_status_at_0(self) -> None:
        """The overdue milestone of the example is a warning: exit status 0."""
        result = run(FRAMEWORK, BRIEFING, LATE)

        assert 0 == result.exit_code
        assert f"{OVERDUE}0 error, 1 warning, 0 info\n" == result.stdout

    def test_errors_exit_with_1(self, tmp_path: Path) -> None:
        """A figure for an unknown indicator is an error: exit status 1."""
        data = tmp_path / "seen.csv"
        data.write_text("indicator,period,value\nT-R2,2008,5\n", encoding="utf-8")

        (found,) = (
            each for each in findings(FRAMEWORK, str(data), status=1) if each["severity"] == "error"
        )
        assert "ME004" == found["id"]
        assert "did you mean 'T-R1'?" in found["mend"]
        assert {
            "file": str(data),
            "line": 2,
            "path": "observations.T-R2.2008.indicator",
        } == found["place"]

    @pytest.mark.parametrize(
        ("data", "statuses"),
        [
            ("", {"error": 0, "warning": 1, "info": 1, "never": 0}),
            ("x,2008,1\n", {"error": 1, "warning": 1, "info": 1, "never": 0}),
        ],
        ids=["warning", "error"],
    )
    def test_severity_that_fails_can_be_chosen(
        self, folder: Path, data: str, statuses: dict[str, int]
    ) -> None:
        """The status is 1 when something is as bad as asked for, or worse."""
        rows = folder / "seen.csv"
        rows.write_text(f"indicator,period,value\n{data}", encoding="utf-8")

        assert statuses == {
            word: run("plan.toml", "seen.csv", BRIEFING, f"--fail-on={word}").exit_code
            for word in statuses
        }

    def test_nothing_found_fails_nothing(self, folder: Path) -> None:
        """Without findings the status is 0, whatever is asked for."""
        assert folder.exists()
        assert 0 == run("plan.toml", "--fail-on=info", LATE).exit_code


class TestSuppression:
    """Findings that may stay."""

    def test_suppressed_findings_are_counted(self, folder: Path) -> None:
        """What the framework suppresses is not told and fails nothing, but counted."""
        (folder / "plan.toml").write_text(PLAN + SUPPRESSION, encoding="utf-8")
        result = run("plan.toml", BRIEFING, "--fail-on=warning", LATE)

        assert 0 == result.exit_code
        assert "0 error, 0 warning, 0 info, 1 suppressed\n" == result.stdout
        assert [] == findings("plan.toml", BRIEFING, LATE)

    def test_suppressed_findings_can_be_shown(self, folder: Path) -> None:
        """Suppressed findings are told with their reason when asked for."""
        (folder / "plan.toml").write_text(PLAN + SUPPRESSION, encoding="utf-8")
        result = run("plan.toml", BRIEFING, LATE, "--show-suppressed")
        (plain,) = findings("plan.toml", BRIEFING, LATE, "--show-suppressed")

        assert (
            "ME001 warning: milestone opened is overdue by 87 days\n"
            "  where: plan.toml:5: indicators.opened\n"
            "  mend:  report it done, or revise its target with a rationale\n"
            "  suppressed: inauguration reportée\n"
            "0 error, 0 warning, 0 info, 1 suppressed\n"
        ) == result.stdout
        assert {"fr": "inauguration reportée"} == plain["suppressed"]

    def test_unused_suppressions_are_told(self, folder: Path) -> None:
        """A suppression of nothing is a warning with its line."""
        text = PLAN + SUPPRESSION.replace("indicators.opened", "indicators.closed")
        (folder / "plan.toml").write_text(text, encoding="utf-8")
        (folder / "seen.csv").write_text(
            "indicator,period,value,source\nopened,2008,false,plan\n", encoding="utf-8"
        )
        *_, found = findings("plan.toml", "seen.csv", BRIEFING)

        assert ("ME061", 11) == (found["id"], found["place"]["line"])
        assert [] == findings("plan.toml", "seen.csv", "--select=ME061")


class TestSelection:
    """Rules that are run."""

    @pytest.mark.parametrize(
        ("arguments", "ids"),
        [
            (["--select=ME001"], ["ME001"]),
            (["--select=ME00"], ["ME001"]),
            (["--select=overdue-milestone,ME005"], ["ME001"]),
            (["--select=ME005", "--select= ME001 "], ["ME001"]),
            (["--select=ME001,ME005", "--ignore=ME001"], []),
            (["--select=ME001,ME005", "--ignore=ME005, ME006"], ["ME001"]),
            (["--select=ME00", "--ignore=overdue-milestone"], []),
        ],
    )
    def test_rules_are_picked(self, folder: Path, arguments: list[str], ids: list[str]) -> None:
        """Rules are selected and ignored by id, beginning of ids and name, in one list or more."""
        assert folder.exists()
        assert ids == [each["id"] for each in findings("plan.toml", BRIEFING, *arguments)]

    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    def test_unknown_rules_are_wrong_usage(self, option: str) -> None:
        """A rule that does not exist is wrong usage, told before any file is read."""
        result = run("nowhere.toml", f"{option}=ME001,overdue-milestones")

        assert 2 == result.exit_code
        assert f"Invalid value for '{option}': unknown rule 'overdue-milestones'" in result.stderr
        assert "did you mean 'overdue-milestone'?" in result.stderr

    def test_rules_are_listed(self) -> None:
        """All rules are listed with id, severity, name and sentence, without any file."""
        result = run("--rules")
        lines = result.stdout.splitlines()

        assert 0 == result.exit_code
        assert ["ME000", *(rule.id for rule in (*RULES, *FORM_RULES))] == [
            line[:5] for line in lines
        ]
        assert (
            "ME001 warning overdue-milestone: a milestone is past its due date on the as-of date "
            "and not reported done"
        ) == lines[1]
        assert lines[0].startswith("ME000 error   invalid-file: ")


class TestForms:
    """Findings for programs."""

    def test_every_form_can_be_asked_for(self) -> None:
        """The verb knows every form in which findings are written."""
        (option,) = (each for each in main.commands["check"].params if each.name == "form")

        assert isinstance(option.type, Choice)
        assert FORMS == tuple(option.type.choices)

    def test_sarif(self, folder: Path) -> None:
        """SARIF names the file from the folder of the project on, however it was named."""
        for name in ("plan.toml", str(folder / "plan.toml")):
            log = json.loads(run(name, BRIEFING, LATE, "--format=sarif").stdout)
            (result,) = log["runs"][0]["results"]
            (location,) = result["locations"]

            assert "ME001" == result["ruleId"]
            assert {
                "artifactLocation": {"uri": "plan.toml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 5},
            } == location["physicalLocation"]

    def test_github(self, folder: Path) -> None:
        """Commands for GitHub name file and line."""
        assert folder.exists()
        assert (
            "::warning file=plan.toml,line=5,title=ME001 overdue-milestone"
            "::milestone opened is overdue by 87 days%0Awhere: indicators.opened"
            "%0Amend: report it done, or revise its target with a rationale\n"
        ) == run("plan.toml", BRIEFING, LATE, "--format=github").stdout

    def test_gitlab(self, folder: Path) -> None:
        """The report for GitLab is a list of what was found, empty when nothing was."""
        assert folder.exists()
        (found,) = json.loads(run("plan.toml", BRIEFING, LATE, "--format=gitlab").stdout)

        assert {"path": "plan.toml", "lines": {"begin": 5}} == found["location"]
        assert "[]\n" == run("plan.toml", LATE, "--format=gitlab").stdout

    @pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "gitlab"])
    def test_output_is_written(self, folder: Path, form: str) -> None:
        """With --output the findings go to a file, and its name is printed."""
        printed = run("plan.toml", BRIEFING, f"--format={form}").stdout
        result = run("plan.toml", BRIEFING, f"--format={form}", "-o", "found.txt")

        assert (0, "found.txt\n") == (result.exit_code, result.stdout)
        assert printed == (folder / "found.txt").read_text(encoding="utf-8")

    def test_output_that_cannot_be_written(self, folder: Path) -> None:
        """A folder that is missing is bad output: status 3."""
        assert folder.exists()
        result = run("plan.toml", "--format=sarif", "--output=no/found.sarif")

        assert 3 == result.exit_code
        assert "error: the folder 'no' does not exist" in result.stderr

    def test_a_terminal_without_arabic(self, folder: Path) -> None:
        """Where the terminal has no Arabic letters, JSON has escapes of its own."""
        text = PLAN.replace("opened", "الافتتاح") + SUPPRESSION.replace("opened", '\\"الافتتاح\\"')
        (folder / "plan.toml").write_text(
            text.replace("[indicators.الافتتاح]", '[indicators."الافتتاح"]'), encoding="utf-8"
        )
        done = subprocess.run(
            [
                *(sys.executable, "-m", "indh_me", "check", "plan.toml", BRIEFING, LATE),
                *("--format=json", "--show-suppressed"),
            ],
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        )

        assert done.stdout.isascii(), done.stderr
        assert ["الافتتاح"] == [each["indicator"] for each in json.loads(done.stdout)["findings"]]


class TestFaults:
    """Files that cannot be read."""

    FAULTY = PLAN.replace("targets", "targtes")

    def test_people_are_told_on_the_standard_error(self, folder: Path) -> None:
        """For people the faults of a file are errors, and nothing is found."""
        (folder / "plan.toml").write_text(self.FAULTY, encoding="utf-8")
        result = run("plan.toml", "--output=found.txt")

        assert (3, "") == (result.exit_code, result.stdout)
        assert "error: unknown key 'targtes'\n  where: plan.toml:7: " in result.stderr
        assert not (folder / "found.txt").exists()

    def test_programs_are_told_in_their_form(self, folder: Path) -> None:
        """For programs the faults of a file are findings of ME000, and the status is 3."""
        (folder / "plan.toml").write_text(self.FAULTY, encoding="utf-8")
        (plain,) = findings("plan.toml", "--ignore=ME000", "--fail-on=never", status=3)
        log = json.loads(run("plan.toml", "--format=sarif").stdout)

        assert {
            "id": "ME000",
            "severity": "error",
            "indicator": None,
            "place": {"file": "plan.toml", "line": 7, "path": "indicators.opened.targtes"},
            "message": "unknown key 'targtes'",
            "mend": plain["mend"],
        } == plain
        assert plain["mend"].startswith("did you mean 'targets'?")
        assert ["ME000"] == [each["ruleId"] for each in log["runs"][0]["results"]]
        assert run("plan.toml", "--format=github").stdout.startswith(
            "::error file=plan.toml,line=7,title=ME000 invalid-file::unknown key 'targtes'%0A"
        )

    def test_all_faults_of_data_are_told(self, folder: Path) -> None:
        """Programs get every fault of the data files, in a file where they ask for one."""
        rows = "indicator,period,value\n" + "opened,2008,x\n" * 30
        (folder / "seen.csv").write_text(rows, encoding="utf-8")
        result = run("plan.toml", "seen.csv", "--format=json", "-o", "found.json")
        found = json.loads((folder / "found.json").read_text(encoding="utf-8"))["findings"]

        assert (3, "found.json\n", "") == (result.exit_code, result.stdout, result.stderr)
        assert list(range(2, 32)) == [each["place"]["line"] for each in found]

    def test_missing_file(self, folder: Path) -> None:
        """A file that is not there is a finding of that file."""
        assert folder.exists()
        (plain,) = findings("nowhere.toml", status=3)

        assert ("ME000", "nowhere.toml does not exist") == (plain["id"], plain["message"])
        assert {"file": "nowhere.toml", "line": None, "path": ""} == plain["place"]


def test_examples_of_the_help_work(folder: Path) -> None:
    """The commands that the help shows can be run in the folder of a starter."""
    write_starter(folder)
    write_book(GOOD, folder / "form.xlsx")
    _, _, examples = run("--help").stdout.partition("Example:")
    commands = [shlex.split(line) for line in examples.strip().splitlines()]

    assert [0, 0, 0] == [
        CliRunner().invoke(main, arguments).exit_code for _, *arguments in commands
    ]
    assert "2.1.0" == json.loads((folder / "findings.sarif").read_text("utf-8"))["version"]
