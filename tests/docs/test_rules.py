"""Each rule of the linter has a page that says what it does, and examples that show it."""

import re
from datetime import date
from pathlib import Path

import pytest

import indh_me as me
from indh_me.compute.check import INVALID_FILE, RULES, Rule

DOCS = Path(__file__).parents[2] / "docs"
INDEX = DOCS / "reference" / "check-rules.md"
PAGES = DOCS / "rules"
#: The day on which the examples are looked at.
AS_OF = date(2026, 12, 31)
HEADING = re.compile(r"^#+ .*$", re.MULTILINE)


def _blocks(text: str, language: str) -> list[str]:
    """Return the contents of the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def _page(rule: Rule) -> str:
    """Return the page of a rule."""
    return (PAGES / f"{rule.id}.md").read_text(encoding="utf-8")


def _halves(rule: Rule) -> tuple[str, str]:
    """Return what a page says before and after the mend, without advice on suppressing."""
    wrong, heading, mended = _page(rule).partition("\n## Mended\n")

    assert heading != ""

    return wrong, mended.partition("\n## ")[0]


def _found(folder: Path, example: str) -> list[me.Finding]:
    """Return what is found in an example that stands behind the plan of the index."""
    frame = _blocks(INDEX.read_text(encoding="utf-8"), "toml")
    file, table = folder / "framework.toml", folder / "observations.csv"
    file.write_text("\n".join([*frame, *_blocks(example, "toml")]), encoding="utf-8")
    framework, observations = me.read_framework_file(file)
    rows = _blocks(example, "csv")
    if rows:
        table.write_text(rows[0], encoding="utf-8")
        observations = me.Observations.concatenate(observations, me.read_observations(table))
    return list(me.check(framework, observations, as_of=AS_OF))


def _found_by(rule: Rule, folder: Path, example: str) -> list[str]:
    """Return what a rule finds in an example, without what it finds in the plan by itself."""
    before = {str(each) for each in _found(folder, "")}
    return [
        str(each)
        for each in _found(folder, example)
        if each.id == rule.id and str(each) not in before
    ]


def _name(rule: Rule) -> str:
    """Return how a rule is called in a report."""
    return rule.id


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_page_is_of_the_rule(rule: Rule) -> None:
    """A page has the id, name and severity of its rule, a reason, and the headings of them all."""
    text = _page(rule)
    headings = HEADING.findall(re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))
    expected = [f"# {rule.id} {rule.name}", "## Mended", "## When to suppress"]

    assert text.startswith(f"{expected[0]}\n\nSeverity: {rule.severity.value}.\n\n")
    assert "\n\n*Why:* " in text.partition("```")[0]
    assert headings in (expected, expected[:2])


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_example_gives_the_findings_shown(rule: Rule, tmp_path: Path) -> None:
    """In the example of a page its rule finds what the page shows, word for word."""
    wrong, _ = _halves(rule)
    (shown,) = _blocks(wrong, "text")
    found = _found_by(rule, tmp_path, wrong)

    assert shown == "".join(f"{each}\n" for each in found)
    assert found != []


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_mended_example_gives_no_finding(rule: Rule, tmp_path: Path) -> None:
    """In the mended example of a page its rule finds nothing any more."""
    wrong, mended = _halves(rule)

    assert [] == _found_by(rule, tmp_path, mended)
    assert [] != [*_blocks(mended, "toml"), *_blocks(mended, "csv")]
    assert _blocks(mended, "toml") + _blocks(mended, "csv") != (
        _blocks(wrong, "toml") + _blocks(wrong, "csv")
    )


def test_no_page_without_a_rule() -> None:
    """The folder holds one page for each rule, that of unreadable files first, and no other."""
    pages = sorted(path.name for path in PAGES.iterdir())

    assert [f"{each.id}.md" for each in (INVALID_FILE, *RULES)] == pages
