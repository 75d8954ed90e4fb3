import pytest

from indh_me.compute import Finding, Status
from indh_me.model import Text
from indh_me.read import library
from indh_me.write.tables import Column, Row, Table
from indh_me.write.terminal import show_findings, show_indicators, show_table


def _table(*cells: str, status: Status | None = None) -> Table:
    columns = [Column("Name"), *(Column("Figure", figures=True) for _ in cells[1:])]
    return Table(
        title="[bold]Title[/bold]",
        columns=tuple(columns),
        rows=(Row(cells, status), Row(tuple("x" for _ in cells))),
        notes=("first note", "second :smile: note"),
    )


def test_table(capsys: pytest.CaptureFixture[str]) -> None:
    """A table is printed with its title and notes, plain; text in brackets is no markup."""
    show_table(_table("[bold]people[/bold]", "12", status=Status.OFF_TRACK))
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]

    assert "[bold]Title[/bold]" == lines[0].strip()
    assert "┃ Name                ┃ Figure ┃" == lines[2]
    assert "│ [bold]people[/bold] │     12 │" == lines[4]
    assert "│ x                   │      x │" == lines[5]
    assert ["first note", "second :smile: note"] == lines[-2:]
    assert "\x1b" not in "".join(lines)


def test_rows_stay_on_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """What is sent to a file keeps each row on a line, however long it is."""
    long = "word " * 60
    show_table(_table(long.strip(), "12"))

    assert f"│ {long}│     12 │" in capsys.readouterr().out


def test_rows_have_the_colour_of_their_status(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal a row has the colour of its status, and long ones are broken to its width."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    show_table(_table("word " * 30, "12", status=Status.OFF_TRACK))
    shown = capsys.readouterr().out

    assert "\x1b[1;31m" in shown
    assert "\x1b[1;31m x" not in shown
    assert len(shown.splitlines()) > 8


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
