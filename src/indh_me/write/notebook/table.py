"""Tables of words as HTML, with the colours of statuses, and bars and series beside the words."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from indh_me.compute import Breakdown, MethodComparison, Publication, Rollup
from indh_me.write.style import status_style
from indh_me.write.svg import element, text_element
from indh_me.write.tables import (
    Column,
    Row,
    Table,
    breakdown_table,
    comparison_table,
    publication_table,
    rollup_table,
)
from indh_me.write.words import Words

from .bars import bar_drawn
from .blocks import blocks, chip, note, title, unbroken

__all__ = ["MOST_ROWS", "Drawn", "table_blocks", "titled_blocks"]

#: A cell of a notebook is read, not searched: beyond, rows are counted.
MOST_ROWS = 100
#: Characters of a figure that stays on the line of its bar.
SHORT = 10


@frozen
class Drawn:
    """A column of pictures beside the words.

    Parameters
    ----------
    heading
        What stands above it.
    pictures
        SVG, one for each row; empty for none.
    before
        The column that it stands before, from 0.
    """

    heading: str
    pictures: Sequence[str]
    before: int


def titled_blocks(table: Table, words: Words) -> Iterator[str]:
    """Give a table under its title, whose first line is what the value is called.

    Parameters
    ----------
    table
        Words in rows and columns.
    words
        Of their language.
    """
    yield title("", table.title.replace("\n", " \u00b7 "))
    yield from table_blocks(table, words)


def table_blocks(table: Table, words: Words, drawn: Drawn | None = None) -> Iterator[str]:
    """Give a table without its title, and its notes.

    Parameters
    ----------
    table
        Words in rows and columns.
    words
        Of their language.
    drawn
        Pictures that stand in a column of their own.

    Examples
    --------
    >>> table = Table(title="t", columns=(Column("Code"),), rows=(Row(("A",)),), notes=("n",))
    >>> "".join(table_blocks(table, Words("en"))).count("<td")
    1
    """
    head = [_heading(each) for each in table.columns]
    rows = [list(_cells(row, table, words)) for row in table.rows[:MOST_ROWS]]
    if drawn is not None:
        head.insert(drawn.before, text_element("th", drawn.heading))
        for cells, picture in zip(rows, drawn.pictures, strict=False):
            cells.insert(drawn.before, f"<td>{picture}</td>")
    if rows:
        yield element(
            "table",
            element("thead", element("tr", *head)),
            element("tbody", *(element("tr", *cells) for cells in rows)),
            class_="rows",
        )
    left = len(table.rows) - MOST_ROWS
    if left > 0:
        yield note(words.label("notebook", "more", count=words.number(left)))
    for each in table.notes:
        yield note(each)


def _heading(column: Column) -> str:
    return (
        text_element("th", column.heading, class_="figure")
        if column.figures
        else text_element("th", column.heading)
    )


def _cells(row: Row, table: Table, words: Words) -> Iterator[str]:
    for column, text in zip(table.columns, row.cells, strict=True):
        if column.status and row.status is not None:
            yield f"<td>{chip(text, status_style(row.status.value))}</td>"
        elif column.figures:
            look = {"class_": "figure whole" if column.barred and len(text) <= SHORT else "figure"}
            cell = text_element("td", unbroken(text), **look)
            if column.barred and row.bar is not None:
                bar = bar_drawn(row.bar, text, right_to_left=words.right_to_left)
                cell = cell.removesuffix("</td>") + bar + "</td>"
            yield cell
        else:
            # A name in another language keeps to itself: it must not turn the words around it.
            indented = text.lstrip(" ")
            look = {} if indented == text else {"style": "padding-inline-start:24px"}
            look |= {} if " " in indented else {"class_": "whole"}
            yield element("td", text_element("bdi", indented), **look)


@blocks.register
def _(value: Rollup, words: Words) -> Iterator[str]:
    return titled_blocks(rollup_table(value, words), words)


@blocks.register
def _(value: Breakdown, words: Words) -> Iterator[str]:
    return titled_blocks(breakdown_table(value, words), words)


@blocks.register
def _(value: Publication, words: Words) -> Iterator[str]:
    return titled_blocks(publication_table(value, words), words)


@blocks.register
def _(value: MethodComparison, words: Words) -> Iterator[str]:
    return titled_blocks(comparison_table(value, words), words)
