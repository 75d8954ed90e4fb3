import pytest

from entered import filled, row
from filled_workbook import DEMO
from indh_me.compute import collect
from indh_me.model import Observations
from indh_me.write.tables import collection_table
from indh_me.write.words import Words

KNOWN = Observations.from_columns(
    ["T-R1", "T-R1", "T-R1", "C-R2"], ["2008", "2009", "2010", "2008"], [5, 6, 7, 45]
)
BOOKS = (
    filled(
        row("T-R1", "2008", "18000", source="briefing"),
        row("T-R1", "2009", "6"),
        row("T-R1", "2010", None),
        row("C-R2", "2008", "46"),
        row("T-R1", "2008", "1", "sex=male"),
        row("X", "2008", "3", "sex=other"),
    ),
    filled(row("C-R2", "2008", "47", file="b.xlsx"), file="b.xlsx"),
)


def test_rows() -> None:
    """Each figure that is not the same has a row with both figures and its cell, a conflict one
    for each workbook; what is the same is counted.
    """
    table = collection_table(collect(*BOOKS, framework=DEMO, known=KNOWN), DEMO, Words("en"))
    cell = "a.xlsx: Data entry!I5"

    assert [
        ("T-R1", "2008", "Total", "Changed", "5", "18 000 (Source)", cell),
        ("T-R1", "2010", "Total", "Missing", "7", "", cell),
        ("C-R2", "2008", "Total", "Conflict", "45 %", "46 %", cell),
        ("C-R2", "2008", "Total", "Conflict", "45 %", "47 %", "b.xlsx: Data entry!I5"),
        ("T-R1", "2008", "male", "New", "", "1", cell),
        ("X", "2008", "other", "Unknown", "", "3", cell),
    ] == [each.cells for each in table.rows]
    assert ("New: 1, Changed: 1, Same: 1, Missing: 1, Unknown: 1, Conflict: 1",) == table.notes


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_languages(language: str) -> None:
    """Headings and outcomes are there in the three languages."""
    table = collection_table(collect(*BOOKS, framework=DEMO, known=KNOWN), DEMO, Words(language))

    assert {"ar": "أرقام متضاربة", "fr": "Contradictoire", "en": "Conflict"}[language] == (
        table.rows[2].cells[3]
    )
    assert "a.xlsx" in table.title
