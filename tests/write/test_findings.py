import json
from pathlib import Path

import pytest
from attrs import evolve

from indh_me.compute import Finding
from indh_me.errors import OutputError, Place
from indh_me.model import Text
from indh_me.write import finding_to_plain, findings_to_text, write_findings
from indh_me.write.findings import FORMS, count_of_findings
from refusals import refusal

FOUND = Finding(
    id="ME001",
    severity="warning",
    place=Place("indicators.A", "framework.toml", 12),
    message="jalon 'é'",
    mend="report it done",
)
HIDDEN = evolve(FOUND, id="ME003", severity="error", suppressed=Text.of(en="known"))


def test_text_for_people() -> None:
    """Each finding stands on three lines or four, and the last line counts them."""
    assert (
        "ME001 warning: jalon 'é'\n"
        "  where: framework.toml:12: indicators.A\n"
        "  mend:  report it done\n"
        "ME003 error: jalon 'é'\n"
        "  where: framework.toml:12: indicators.A\n"
        "  mend:  report it done\n"
        "  suppressed: known\n"
        "0 error, 1 warning, 0 info, 1 suppressed\n"
    ) == findings_to_text([FOUND, HIDDEN])


def test_suppressed_findings_may_be_left_out() -> None:
    """Text counts the suppressed findings even when it does not tell them."""
    assert (
        "ME001 warning: jalon 'é'\n"
        "  where: framework.toml:12: indicators.A\n"
        "  mend:  report it done\n"
        "0 error, 1 warning, 0 info, 1 suppressed\n"
    ) == findings_to_text([FOUND, HIDDEN], show_suppressed=False)
    assert "0 error, 0 warning, 0 info\n" == findings_to_text([])


@pytest.mark.parametrize("form", [form for form in FORMS if form != "text"])
def test_programs_are_not_told_what_is_left_out(form: str) -> None:
    """For programs, suppressed findings that are left out leave no trace."""
    alone, left = (
        findings_to_text([FOUND], form),
        findings_to_text([HIDDEN, FOUND], form, show_suppressed=False),
    )

    assert alone == left
    assert alone != findings_to_text([HIDDEN, FOUND], form)
    assert alone.endswith("\n")


def test_counts_are_of_what_is_left() -> None:
    """A suppressed error is no error among the counts."""
    info = evolve(FOUND, severity="info")

    assert "1 error, 1 warning, 2 info, 2 suppressed" == count_of_findings(
        [info, FOUND, HIDDEN, info, HIDDEN, evolve(FOUND, severity="error")]
    )


def test_json_is_an_object_with_findings() -> None:
    """JSON has the findings as plain data, in their order, under one key."""
    text = findings_to_text([FOUND, HIDDEN], "json")

    assert {"findings": [finding_to_plain(FOUND), finding_to_plain(HIDDEN)]} == json.loads(text)
    assert text.startswith('{\n  "findings": [\n')
    assert "jalon 'é'" in text
    assert findings_to_text([], "json") == '{\n  "findings": []\n}\n'


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_json_can_do_without_other_letters(form: str) -> None:
    """Where only ASCII can be shown, JSON has escapes that mean the same."""
    text = findings_to_text([FOUND], form, ascii_only=True)

    assert text.isascii()
    assert json.loads(findings_to_text([FOUND], form)) == json.loads(text)


def test_unknown_form_is_refused() -> None:
    """An unknown form is refused, with the nearest one."""
    fault = refusal(lambda: findings_to_text([], "sarf"))

    assert ("unknown form 'sarf'", "form") == (fault.what, fault.where.path)
    assert "did you mean 'sarif'? known: text, json, sarif, github, gitlab" == fault.mend


@pytest.mark.parametrize("form", FORMS)
def test_file_holds_the_text(form: str, tmp_path: Path) -> None:
    """A file of findings holds what is given as text, letters and line ends as they are."""
    file = tmp_path / "findings"
    write_findings(iter([FOUND, HIDDEN]), file, form, root="/demo")
    whole = file.read_bytes().decode()
    write_findings([FOUND, HIDDEN], file, form, show_suppressed=False)

    assert findings_to_text([FOUND, HIDDEN], form, root="/demo") == whole
    assert findings_to_text([FOUND, HIDDEN], form, show_suppressed=False) == file.read_text(
        encoding="utf-8"
    )
    assert [file] == list(tmp_path.iterdir())


def test_names_that_are_no_text_are_written(tmp_path: Path) -> None:
    """A file name with bytes that are no letters is an escape in the file, in JSON as well."""
    found = evolve(FOUND, place=Place("a", "bad\udcff.toml"))
    file = tmp_path / "findings.json"
    write_findings([found], file, "json")

    assert "bad\udcff.toml" == json.loads(file.read_bytes())["findings"][0]["place"]["file"]


def test_file_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder that is missing is named."""
    fault = refusal(lambda: write_findings([], tmp_path / "no" / "findings.json"), OutputError)

    assert "does not exist" in fault.what
