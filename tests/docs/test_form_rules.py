"""The page of the rules of forms says what the code says, with findings as they are."""

import re
from pathlib import Path

import pytest

from form_mistakes import SEEDS, seeded
from indh_me.compute import RULES, Rule
from indh_me.survey.lint import FORM_RULES, check_form
from xlsforms import form_of

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "form-rules.md"


@pytest.fixture(scope="module")
def page() -> str:
    """Return the text of the page."""
    return PAGE.read_text(encoding="utf-8")


def _name(rule: Rule) -> str:
    return rule.id


def test_every_rule_has_its_section(page: str) -> None:
    """There is a section for each rule, in order, and no other."""
    assert [f"## {each.id} {each.name}" for each in FORM_RULES] == re.findall(
        r"^## .*$", page, re.MULTILINE
    )


@pytest.mark.parametrize("rule", FORM_RULES, ids=_name)
def test_section_says_what_is_found(page: str, rule: Rule) -> None:
    """A section has its rule and a reason; its example is the finding of the first mistake."""
    section = page.partition(f"\n## {rule.id} ")[2].partition("\n## ")[0]
    shown = re.findall(r"^```text\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    seeds = [seed for seed in SEEDS if seed.rule == rule.id][:1]
    found = [str(each) for seed in seeds for each in check_form(form_of(seeded(seed)))]

    assert section.startswith(f"{rule.name}\n\n```{{rule}} {rule.id}\n```\n")
    assert "\n*Why:* " in section
    assert [f"{each}\n" for each in found] == shown


def test_rules_have_ids_and_names_of_their_own() -> None:
    """Ids are numbered without gaps, and no name is that of another rule of either linter."""
    names = [rule.name for rule in (*RULES, *FORM_RULES)]

    assert [f"SV{at:03}" for at in range(1, len(FORM_RULES) + 1)] == [r.id for r in FORM_RULES]
    assert sorted(set(names)) == sorted(names)
    assert [] == [name for name in names if re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name) is None]
