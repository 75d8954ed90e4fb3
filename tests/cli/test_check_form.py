import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import command_line
from command_line import FRAMEWORK, ILLUSTRATION
from form_mistakes import SEEDS, cell_of, seeded
from indh_me.compute import RULES
from indh_me.survey.lint import FORM_RULES
from indh_me.write.findings import FORMS
from xlsforms import GOOD, changed, write_book

#: A misspelt column: a mistake that no converter tells.
SEED = next(seed for seed in SEEDS if seed.rule == "SV003")
WRONG = changed(seeded(SEED), "survey", 4, 0, "intger")


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
    """Return the folder that the verb is run in, with a good form and a wrong one."""
    monkeypatch.chdir(tmp_path)
    write_book(GOOD, tmp_path / "good.xlsx")
    write_book(WRONG, tmp_path / "wrong.xlsx")
    return tmp_path


def test_good_form(folder: Path) -> None:
    """Of a good form nothing is found: exit status 0."""
    assert folder.exists()
    result = run("good.xlsx")

    assert (0, "0 error, 0 warning, 0 info\n") == (result.exit_code, result.stdout)


def test_findings_name_file_sheet_and_cell(folder: Path) -> None:
    """What is found in a form has its file, sheet and cell: an error gives exit status 1."""
    assert folder.exists()
    result = run("wrong.xlsx")

    assert 1 == result.exit_code
    assert f"  where: wrong.xlsx: {cell_of(SEED)}\n" in result.stdout
    assert "SV009 error: unknown type 'intger'\n  where: wrong.xlsx: survey!A5\n" in result.stdout
    assert result.stdout.endswith("1 error, 1 warning, 0 info\n")


@pytest.mark.parametrize("seed", SEEDS[:12], ids=[f"{at}" for at in range(12)])
def test_silent_mistakes_in_files(folder: Path, seed: Any) -> None:  # noqa: ANN401 - a Seed
    """What converters pass over in silence is found in a file of another program."""
    write_book(seeded(seed), folder / "seeded.xlsx")
    found = findings("seeded.xlsx", status=run("seeded.xlsx").exit_code)

    assert [(seed.rule, cell_of(seed))] == [(each["id"], each["place"]["path"]) for each in found]


def test_misspelt_sheet_in_a_file(folder: Path) -> None:
    """A sheet that is called setings is told, as the reader keeps the names of all sheets."""
    sheets = {("setings" if name == "settings" else name): rows for name, rows in GOOD.items()}
    write_book(sheets, folder / "form.xlsx")

    assert ("SV002", "setings") in [
        (each["id"], each["place"]["path"]) for each in findings("form.xlsx")
    ]


def test_several_forms_at_once(folder: Path) -> None:
    """Several forms are checked in one run."""
    assert folder.exists()
    found = findings("good.xlsx", "wrong.xlsx", "wrong.xlsx", status=1)

    assert ["wrong.xlsx"] * 4 == [each["place"]["file"] for each in found]


def test_rules_of_forms_are_picked(folder: Path) -> None:
    """Rules of forms are selected and ignored; those of frameworks in the same list stay out."""
    assert folder.exists()

    assert ["SV003"] == [each["id"] for each in findings("wrong.xlsx", "--select=SV003,ME001")]
    assert ["SV003"] == [
        each["id"] for each in findings("wrong.xlsx", "--ignore=ME002,unknown-type")
    ]
    assert [] == findings(FRAMEWORK, "--select=ME001", "--ignore=SV003")


def test_rules_of_the_other_linter_are_wrong_usage(folder: Path) -> None:
    """To select rules of frameworks alone for a form is wrong usage, and the other way round."""
    assert folder.exists()
    result = run("wrong.xlsx", "--select=ME001")

    assert 2 == result.exit_code
    assert "ME001 picks no rule of a form, which wrong.xlsx is" in result.stderr
    assert 2 == run(FRAMEWORK, "--select=SV001").exit_code


def test_rules_are_listed() -> None:
    """The rules of forms are listed below those of frameworks."""
    lines = run("--rules").stdout.splitlines()

    assert len(lines) == 1 + len(RULES) + len(FORM_RULES)
    assert lines[-1].startswith("SV070 info    draft-words: ")


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_output(folder: Path, form: str) -> None:
    """Findings of forms are written in every form for people and programs."""
    result = run("wrong.xlsx", f"--format={form}", "-o", "found.txt")

    assert (1, "found.txt\n") == (result.exit_code, result.stdout)
    assert "SV003" in (folder / "found.txt").read_text(encoding="utf-8")


def test_sarif(folder: Path) -> None:
    """SARIF has the file as artifact, sheet and cell as logical location, and the page."""
    assert folder.exists()
    (log,) = json.loads(run("wrong.xlsx", "--format=sarif").stdout)["runs"]
    result, _ = log["results"]
    (location,) = result["locations"]
    rule = log["tool"]["driver"]["rules"][result["ruleIndex"]]

    assert ("SV003", "SV003", "unknown-column") == (result["ruleId"], rule["id"], rule["name"])
    assert {"uri": "wrong.xlsx", "uriBaseId": "%SRCROOT%"} == location["physicalLocation"][
        "artifactLocation"
    ]
    assert [{"fullyQualifiedName": cell_of(SEED)}] == location["logicalLocations"]
    assert "See docs/reference/form-rules.md in" in rule["help"]["text"]


def test_monitoring_workbook_is_no_form(folder: Path) -> None:
    """A monitoring workbook given by mistake is told as what it is, with what to do."""
    assert folder.exists()
    made = command_line.run(
        "workbook", FRAMEWORK, ILLUSTRATION, "-o", "suivi.xlsx", "--as-of=2008-03-27"
    )
    result = run("suivi.xlsx")

    assert (0, 3) == (made.exit_code, result.exit_code)
    assert "suivi.xlsx is a monitoring workbook, no form" in result.stderr
    assert "indh-me collect" in result.stderr


def test_form_and_framework_together_are_wrong_usage(folder: Path) -> None:
    """Forms and other files are not checked in one run."""
    assert folder.exists()
    result = run("good.xlsx", FRAMEWORK)

    assert 2 == result.exit_code
    assert "is no form (.xlsx)" in result.stderr


def test_files_that_cannot_be_read(folder: Path) -> None:
    """Files that are no workbooks are told all at once, for programs as findings of ME000."""
    (folder / "text.xlsx").write_text("no workbook", encoding="utf-8")
    found = findings("text.xlsx", "good.xlsx", "nowhere.xlsx", status=3)

    assert [("ME000", "text.xlsx"), ("ME000", "nowhere.xlsx")] == [
        (each["id"], each["place"]["file"]) for each in found
    ]
    assert 3 == run("text.xlsx").exit_code


def test_forms_of_the_example_are_clean(folder: Path) -> None:
    """The forms that are made of the example session have no error."""
    session = str(Path(FRAMEWORK).parent / "session.toml")
    made = command_line.run("form", session, "-o", "forms", "--channel=xlsform")
    files = [str(each) for each in sorted((folder / "forms").glob("*.xlsx"))]

    assert 0 == made.exit_code
    assert 3 == len(files)
    assert [] == [each for each in findings(*files) if each["severity"] == "error"]


def test_a_process_of_its_own(folder: Path) -> None:
    """The verb finds the same when it is started as its users start it."""
    done: subprocess.CompletedProcess[str] = command_line.start("check", str(folder / "good.xlsx"))

    assert (0, "0 error, 0 warning, 0 info\n") == (done.returncode, done.stdout)
