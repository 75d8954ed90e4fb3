import re
from pathlib import Path

import pytest

from indh_me.catalog import labels

GLOSSARY = Path(__file__).parents[2] / "docs" / "reference" / "glossary.md"

#: English terms of the glossary, each with the label that users of the package read for it.
SHOWN = {
    "impact": "level.impact",
    "outcome": "level.outcome",
    "output": "level.output",
    "activity": "level.activity",
    "milestone": "unit.milestone",
    "running total": "accumulation.running_total",
    "not reported": "absence.not_reported",
    "not applicable": "absence.not_applicable",
    "not due": "absence.not_due",
    "withheld": "disclosure.suppressed",
    "overdue": "status.overdue",
    "projection": "sheet.projection",
    "prediction interval": "heading.interval",
    "pace": "heading.pace",
    "share of the average change": "projection_method.shrunken_drift",
    "form (questionnaire)": "form_read_me.form",
    "before the session": "moment.pre",
    "at the end of the session": "moment.end",
    "some weeks after the session": "moment.follow_up",
    "organiser's sheet": "moment.event",
    "survey of the public": "moment.reach",
    "review of the wording": "form_read_me.review",
    "dashboard": "sheet.dashboard",
    "data entry": "sheet.data_entry",
}


def _rows() -> list[list[str]]:
    """Return the cells of every row of the glossary, without headings."""
    lines = re.findall(r"^\| (.+) \|$", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE)
    return [cells for line in lines if (cells := line.split(" | "))[0] != "English"]


def _bare(words: str) -> str:
    """Return Arabic words without the article, which a heading may have and a list may not."""
    return " ".join(word.removeprefix("ال") for word in words.split())


@pytest.mark.parametrize(("term", "path"), SHOWN.items(), ids=SHOWN)
def test_glossary_uses_the_words_of_the_package(term: str, path: str) -> None:
    """A term reads in French and Arabic as it does in workbooks, tables and forms."""
    table, key = path.split(".")
    shown = labels()[table][key]
    rows = [row for row in _rows() if row[0] == term]

    assert [
        (french, arabic)
        for _, french, arabic, _ in rows
        if shown["fr"].casefold() in french.casefold() and _bare(shown["ar"]) in _bare(arabic)
    ], (rows, shown)


def test_every_term_has_its_three_languages_and_a_meaning() -> None:
    """No cell of the glossary is empty, and its Arabic is written in Arabic letters."""
    rows = _rows()

    assert len(rows) > 100
    assert [] == [row for row in rows if len(row) != 4 or not all(row)]
    assert [] == [row[0] for row in rows if not re.search(r"[\u0621-\u064a]", row[2])]
