"""The page of the rule of files that cannot be read, which looks at no framework."""

import re
from pathlib import Path

import pytest

import indh_me as me
from indh_me.compute.check import INVALID_FILE, Rule

ROOT = Path(__file__).parents[2]
RULES = ROOT / "docs" / "rules"


def _blocks(rule: Rule, language: str) -> list[str]:
    """Return the fenced blocks of a rule's page, which must begin with the rule itself."""
    text = (RULES / f"{rule.id}.md").read_text(encoding="utf-8")

    assert text.startswith(f"# {rule.id} {rule.name}\n\nSeverity: {rule.severity.value}.\n"), (
        rule.id
    )
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def _told(findings: tuple[me.Finding, ...]) -> str:
    return "".join(f"{each}\n" for each in findings)


def test_page_of_invalid_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first file of the page of ME000 is refused as the page says, the second is read."""
    monkeypatch.chdir(tmp_path)
    file = Path("framework.toml")
    wrong, mended = _blocks(INVALID_FILE, "toml")
    file.write_text(wrong, encoding="utf-8")
    with pytest.raises(me.InvalidFileError) as caught:
        me.read_framework(file)

    assert _blocks(INVALID_FILE, "text") == [_told(me.findings_of(caught.value))]
    file.write_text(mended, encoding="utf-8")
    assert "DEMO" == me.read_framework(file).code
