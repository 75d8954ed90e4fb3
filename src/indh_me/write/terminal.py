"""Tables for the terminal."""

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from indh_me.compute import Finding, Severity, Status
from indh_me.model import Framework

from . import tables
from .findings import count_of_findings
from .words import Words

__all__ = ["show_findings", "show_indicators", "show_table"]

#: Width of what is sent to a file or another program: wide enough to keep a row on a line.
PIPED_WIDTH = 200
STYLES = {
    Status.ACHIEVED: "bold blue",
    Status.ON_TRACK: "blue",
    Status.AT_RISK: "yellow",
    Status.OFF_TRACK: "bold red",
    Status.OVERDUE: "bold red",
}
SEVERITIES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def _console() -> Console:
    console = Console(highlight=False, emoji=False, markup=False)
    return (
        console
        if console.is_terminal
        else Console(highlight=False, emoji=False, markup=False, width=PIPED_WIDTH)
    )


def show_table(table: tables.Table) -> None:
    """Print a table on the standard output.

    Parameters
    ----------
    table
        Words in rows and columns. What is sent to a file or another program keeps each row on a
        line, however long it is.
    """
    drawn = Table(title=table.title)
    for column in table.columns:
        # A code or a figure that is too long for its column is broken, never cut off.
        drawn.add_column(
            column.heading, justify="right" if column.figures else "left", overflow="fold"
        )
    for row in table.rows:
        drawn.add_row(*row.cells, style=None if row.status is None else STYLES.get(row.status))
    console = _console()
    if not console.is_terminal:
        console.width = max(PIPED_WIDTH, _width(drawn, console))
    console.print(drawn)
    for note in table.notes:
        console.print(note, soft_wrap=True)


def _width(drawn: Table, console: Console) -> int:
    """Give the width at which no cell is broken."""
    unlimited = console.options.update(max_width=sys.maxsize)
    return console.measure(drawn, options=unlimited).maximum


def show_findings(findings: Sequence[Finding], *, show_suppressed: bool = True) -> None:
    """Print findings on the standard output, and how many there are of each severity.

    Parameters
    ----------
    findings
        What `check` gave.
    show_suppressed
        Whether to tell those that are suppressed one by one; they are counted either way.
    """
    console = _console()
    for finding in findings:
        if finding.suppressed is None:
            console.print(str(finding), style=SEVERITIES[finding.severity], soft_wrap=True)
        elif show_suppressed:
            console.print(str(finding), style="dim", soft_wrap=True)
    console.print(count_of_findings(findings))


def show_indicators(framework: Framework, language: str) -> None:
    """Print the indicators of a framework as a table on the standard output.

    Parameters
    ----------
    framework
        What has them.
    language
        Language of words.
    """
    words = Words(language, framework.languages)
    table = Table(title=words.text(framework.title))
    for key in ("code", "indicator", "unit", "direction", "accumulation"):
        # A code must be whole to be copied.
        table.add_column(words.label("heading", key), no_wrap=key == "code")
    for each in framework.indicators:
        table.add_row(
            each.code,
            words.text(each.name),
            words.label("unit", each.unit.kind),
            words.label("direction", each.direction),
            words.label("accumulation", each.accumulation),
        )
    _console().print(table)
