"""Tables on a terminal: as wide as it is, with colours and bars; plain where it is none."""

import sys
import unicodedata
from collections.abc import Sequence

from attrs import frozen
from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from indh_me.compute import Status
from indh_me.write.tables import Row, Table
from indh_me.write.words import LEFT_TO_RIGHT_MARK, Words

from .bar import bar_text
from .screen import PIPED_WIDTH, screen

__all__ = ["STYLES", "show_table"]

STYLES = {
    Status.ACHIEVED: "bold blue",
    Status.ON_TRACK: "blue",
    Status.AT_RISK: "yellow",
    Status.OFF_TRACK: "bold red",
    Status.OVERDUE: "bold red",
}
BAR_WIDTH = 14
#: Words that are folded are not made narrower than this as long as a column can be left out.
NARROW = 22
#: Characters between two columns.
BORDER = 3


def show_table(table: Table, words: Words | None = None) -> None:
    """Print a table on the standard output.

    Parameters
    ----------
    table
        Words in rows and columns. What is sent to a file or another program keeps each row on a
        line, however long it is.
    words
        Of its language; English when left out. On a terminal, tables of languages that are written
        from right to left begin at the right.
    """
    where = screen()
    console = where.console
    said = Words("en") if words is None else words
    left_out: list[str] = []
    if where.is_drawn:
        drawn, left_out = _fitting(table, said, console.width)
    else:
        drawn = _plain(table)
    if not where.is_terminal:
        console.width = max(PIPED_WIDTH, _width(drawn, console))
    console.print(drawn)
    for note in table.notes:
        console.print(note, soft_wrap=True)
    if left_out:
        listed = said.listed(left_out)
        console.print(
            said.label("terminal", "left_out", columns=listed), style="dim", soft_wrap=True
        )


def _plain(table: Table) -> Grid:
    grid = Grid(title=table.title)
    for column in table.columns:
        # A code or a figure that is too long for its column is broken, never cut off.
        grid.add_column(
            column.heading, justify="right" if column.figures else "left", overflow="fold"
        )
    for row in table.rows:
        grid.add_row(*row.cells)
    return grid


def _fitting(table: Table, words: Words, room: int) -> tuple[Grid, list[str]]:
    """Draw a table so that it fits: first without the columns that can be spared, then folded."""
    kept = list(range(len(table.columns)))
    spare = sorted(
        (at for at in kept if table.columns[at].spare > 0), key=lambda at: table.columns[at].spare
    )
    left_out: list[str] = []
    has_bars = any(row.bar is not None for row in table.rows)
    while True:
        bars = (BAR_WIDTH, BAR_WIDTH // 2) if has_bars else ()
        goes_next = table.columns[spare[-1]].spare if spare else 0
        for bar in bars if bars and goes_next > 1 else (*bars, 0):
            columns = _columns(table, kept, words, bar)
            if sum(each.least + BORDER for each in columns) + 1 <= room:
                return _drawn(table, columns, words, room), left_out
        if not spare:
            return _drawn(table, columns, words, room), left_out
        dropped = spare.pop()
        kept.remove(dropped)
        left_out.insert(0, table.columns[dropped].heading)


@frozen
class _Column:
    """A column as it is laid out."""

    heading: str
    cells: Sequence[Text]
    at_right: bool
    least: int
    most: int


def _columns(table: Table, kept: Sequence[int], words: Words, bar: int) -> list[_Column]:
    made: list[_Column] = []
    for at in kept:
        column = table.columns[at]
        cells = [Text(_in_order(row.cells[at], words)) for row in table.rows]
        heading = _in_order(column.heading, words)
        widest = max((each.cell_len for each in cells), default=0)
        # A code is copied, and a status is read at a glance.
        held = at == 0 or column.status or column.barred
        least = widest if held else min(widest, NARROW)
        word = max((cell_len(each) for each in heading.split()), default=0)
        at_right = column.figures is not words.right_to_left
        made.append(
            _Column(heading, cells, at_right, max(least, word), max(widest, cell_len(heading)))
        )
        if column.barred and bar > 0:
            bars = [_bar(row, bar, words) for row in table.rows]
            made.append(_Column("", bars, words.right_to_left, bar, bar))
    return made[::-1] if words.right_to_left else made


def _drawn(table: Table, columns: Sequence[_Column], words: Words, room: int) -> Grid:
    grid = Grid(
        title=_in_order(table.title, words),
        box=box.ROUNDED,
        title_style="bold",
        header_style="bold cyan",
    )
    spread = room - sum(each.least + BORDER for each in columns) - 1
    widths: dict[int, int] = {}
    # What is folded most gets room first, then the headings.
    for at in sorted(range(len(columns)), key=lambda at: columns[at].least - columns[at].most):
        more = max(min(spread, columns[at].most - columns[at].least), 0)
        widths[at] = columns[at].least + more
        spread -= more
    for at, each in enumerate(columns):
        grid.add_column(
            each.heading,
            justify="right" if each.at_right else "left",
            overflow="fold",
            width=widths[at] if spread >= 0 else None,
        )
    for number, row in enumerate(table.rows):
        style = None if row.status is None else STYLES.get(row.status)
        grid.add_row(*(each.cells[number] for each in columns), style=style)
    return grid


def _bar(row: Row, width: int, words: Words) -> Text:
    if row.bar is None:
        return Text("")
    return bar_text(row.bar, width, right_to_left=words.right_to_left)


def _in_order(text: str, words: Words) -> str:
    """Keep a cell from being shown in the place of its neighbour, by terminals that turn words."""
    if not words.right_to_left:
        return text
    if all(unicodedata.bidirectional(each) not in {"R", "AL"} for each in text):
        return text
    return "\n".join(f"{LEFT_TO_RIGHT_MARK}{line}{LEFT_TO_RIGHT_MARK}" for line in text.split("\n"))


def _width(drawn: Grid, console: Console) -> int:
    """Give the width at which no cell is broken."""
    unlimited = console.options.update(max_width=sys.maxsize)
    return console.measure(drawn, options=unlimited).maximum
