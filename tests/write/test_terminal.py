from datetime import date

import pytest

from drafts import content, flow, seen
from indh_me.compute import Finding
from indh_me.model import Indicator, Period, Text
from indh_me.read import library
from indh_me.write.terminal import show_assessment, show_findings, show_indicators


def test_table_of_an_assessment(capsys: pytest.CaptureFixture[str]) -> None:
    """Each indicator has a row in words of the language; text in brackets is no markup."""
    made = content(
        [
            flow("A", {"2010": 10}, name=Text.of(en="[bold]people[/bold]")),
            flow("B", {"2010": 10}, accumulation="mean"),
            Indicator.milestone("M", due=Period.year(2007)),
        ],
        [seen("A", "2010", ">=9"), seen("B", "2010", 1), seen("B", "2010-Q1", 1)],
        as_of=date(2010, 12, 31),
    )
    show_assessment(made.assessment, "fr")
    shown = capsys.readouterr().out
    rows = {line.split("│")[1].strip(): line for line in shown.splitlines() if "│" in line}

    assert "Situation arrêtée au 2010-12-31" in shown
    assert "[bold]people[/bold] [en]" in rows["A"]
    assert "au moins 9" in rows["A"]
    assert "au moins 90 %" in rows["A"]
    assert "En bonne voie" in rows["A"]
    assert "les périodes des chiffres se chevauchent" in rows["B"]
    assert "Échéance dépassée (jours de retard : 1096)" in rows["M"]
    assert "\x1b" not in shown


def test_rate_beside_its_status(capsys: pytest.CaptureFixture[str]) -> None:
    """A rate just below a threshold is not rounded to it beside its status."""
    made = content([flow("A", {"2010": 10_000})], [seen("A", "2010", 7_996)])
    show_assessment(made.assessment, "en")
    (row,) = (line for line in capsys.readouterr().out.splitlines() if "7 996" in line)

    assert ["79.96 %", "At risk"] == [cell.strip() for cell in row.split("│")[-3:-1]]


def test_colours_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal, colour is a second cue beside the word."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    show_findings([Finding(id="ME009", severity="error", place="a", message="m", mend="n")])
    shown = capsys.readouterr().out

    assert "\x1b[1;31m" in shown
    assert "ME009 error: m" in shown


@pytest.mark.parametrize("show", [True, False])
def test_suppressed_findings_are_shown_or_counted(
    capsys: pytest.CaptureFixture[str], *, show: bool
) -> None:
    """What is suppressed is told with its reason where asked for, and counted anyway."""
    found = Finding(
        id="ME009",
        severity="error",
        place="a",
        message="m" * 300,
        mend="n",
        suppressed=Text.of(en="[known]"),
    )
    show_findings([found], show_suppressed=show)
    told = ["ME009 error: " + "m" * 300, "  where: a", "  mend:  n", "  suppressed: [known]"]

    assert [*(told if show else []), "0 error, 0 warning, 0 info, 1 suppressed"] == (
        capsys.readouterr().out.splitlines()
    )


def test_findings_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """After the findings stands how many there are of each severity."""
    findings = [
        Finding(id="ME009", severity=severity, place="a", message=f"[{severity}]", mend="n")
        for severity in ("error", "info", "info")
    ]
    show_findings(findings)
    lines = capsys.readouterr().out.splitlines()

    assert "ME009 error: [error]" == lines[0]
    assert "1 error, 0 warning, 2 info" == lines[-1]


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
