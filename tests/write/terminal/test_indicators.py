import pytest

from indh_me.read import library
from indh_me.write.terminal import show_indicators


def test_table_of_indicators(capsys: pytest.CaptureFixture[str]) -> None:
    """Each indicator has a row: its code whole, and what it is in words of the language."""
    show_indicators(library("training.women_share", "communication.cost_per_person_reached"), "fr")
    shown = capsys.readouterr().out
    rows = [
        [cell.strip() for cell in line.split("│")[1:-1]]
        for line in shown.splitlines()
        if "│" in line
    ]
    pooled = "Rapport des numérateurs et dénominateurs cumulés"

    assert "Bibliothèque d'indicateurs" in shown
    assert "Code Indicateur Unité Sens souhaité Mode de cumul" in " ".join(
        shown.replace("┃", " ").split()
    )
    assert [
        [
            "training.women_share",
            "Part des femmes parmi les personnes formées",
            "Pourcentage",
            "Maintien",
            pooled,
        ],
        [
            "communication.cost_per_person_reached",
            "Coût par personne touchée",
            "Montant",
            "À la baisse",
            pooled,
        ],
    ] == rows
