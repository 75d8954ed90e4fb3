"""Tables for the terminal."""

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from indh_me.compute import Finding, Severity, Status

from . import tables

__all__ = ["show_findings", "show_table"]

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
        drawn.add_column(column.heading, justify="right" if column.figures else "left")
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


def show_findings(findings: Iterable[Finding]) -> None:
    """Print findings on the standard output, and how many there are of each severity."""
    console, counts = _console(), dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
        console.print(str(finding), style=SEVERITIES[finding.severity])
    console.print(", ".join(f"{count} {each.value}" for each, count in counts.items()))
