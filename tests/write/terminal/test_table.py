import re

import pytest

from indh_me.compute import Status
from indh_me.model import Quantity
from indh_me.write.tables import Bar, Column, Row, Table
from indh_me.write.terminal import show_table
from indh_me.write.words import Words

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
NAME = "Participants who use what they have learned"
ARABIC = "\u0627\u0644\u0645\u0634\u0627\u0631\u0643\u0648\u0646"


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


def _assessed(name: str = NAME, bar: Bar | None = None) -> Table:
    """Draft a table with a bar, a status, and columns that may be left out."""
    columns = (
        Column("Code"),
        Column("Indicator", spare=1),
        Column("Period", spare=2),
        Column("Rate", figures=True, barred=True),
        Column("Status", status=True),
    )
    drawn = Bar(Quantity.exactly(0.5), 0.75) if bar is None else bar
    row = Row(("trained", name, "2026-S2", "50 %", "Off track"), Status.OFF_TRACK, drawn)
    return Table(title="As of 2027-03-31", columns=columns, rows=(row,), notes=("a note",))


def _drawn(
    table: Table,
    width: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    language: str = "en",
) -> list[str]:
    """Print a table on a terminal of a width, and give its lines without their colours."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", str(width))
    show_table(table, Words(language))
    return ESCAPE.sub("", capsys.readouterr().out).splitlines()


def test_bar_beside_its_figure(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal a bar stands beside its figure, with the mark of what is expected."""
    lines = _drawn(_assessed(), 120, capsys, monkeypatch)

    assert "│ 50 % │ \u2501\u2501\u2501\u2501\u2501\u2501\u2501\u254c\u254c\u2503" in lines[4]
    assert "a note" == lines[-1]


@pytest.mark.parametrize(
    ("width", "headings", "left_out"),
    [
        (120, "Code Indicator Period Rate Status", None),
        (72, "Code Indicator Rate Status", "Not shown, for want of width: Period"),
        (55, "Code Indicator Rate Status", "Not shown, for want of width: Period"),
        (52, "Code Rate Status", "Not shown, for want of width: Indicator, Period"),
        (20, "Code Rate Status", "Not shown, for want of width: Indicator, Period"),
    ],
)
def test_table_is_as_wide_as_the_terminal(
    width: int,
    headings: str,
    left_out: str | None,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No row is wider than the terminal; columns that are left out for that are named."""
    lines = _drawn(_assessed(), width, capsys, monkeypatch)
    rows = [line for line in lines if line[:1] in {"╭", "│", "├", "╰"}]
    shown = " ".join(lines[2].replace("│", " ").split())

    assert [] == [line for line in rows if len(line) > width]
    assert width < 50 or headings == shown
    assert left_out is None or left_out in lines


def test_table_of_arabic_begins_at_the_right(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From right to left the first column stands at the right, and bars grow from there."""
    lines = _drawn(_assessed(ARABIC), 120, capsys, monkeypatch, "ar")

    assert "Status Rate Period Indicator Code" == " ".join(lines[2].replace("│", " ").split())
    assert "\u2503\u254c\u254c" in lines[4]
    # The marks keep terminals that turn words round from exchanging the cells.
    assert f"\u200e{ARABIC}\u200e" in lines[4]


@pytest.mark.parametrize(
    "plain",
    [
        {"NO_COLOR": "1", "FORCE_COLOR": "1", "TERM": "xterm-256color"},
        {"FORCE_COLOR": "1", "TERM": "dumb"},
        {"TERM": "xterm-256color"},
    ],
    ids=["no-color", "dumb", "piped"],
)
def test_plain_tables_have_no_bars(
    plain: dict[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Piped, with NO_COLOR and on a dumb terminal there are neither colours nor bars."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {**plain, "COLUMNS": "120"}.items():
        monkeypatch.setenv(name, value)
    show_table(_assessed(), Words("en"))
    shown = capsys.readouterr().out

    assert "\x1b" not in shown
    assert "\u2503\u254c" not in shown
    assert "\u2501\u254c" not in shown
    assert all(word in shown for word in ("trained", NAME, "2026-S2", "50 %", "Off track"))


def test_empty_no_color_is_none(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty NO_COLOR asks for nothing, as its convention has it."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "")
    show_table(_assessed(), Words("en"))

    assert "\x1b[1;31m" in capsys.readouterr().out
