"""A table as a value: words in rows and columns, ready to be printed anywhere."""

from attrs import frozen

from indh_me.compute import Status

__all__ = ["Column", "Row", "Table"]


@frozen
class Column:
    """One column.

    Parameters
    ----------
    heading
        What stands above it.
    figures
        Whether it holds figures, which stand at its end.
    """

    heading: str
    figures: bool = False


@frozen
class Row:
    """One row.

    Parameters
    ----------
    cells
        Words, one for each column.
    status
        What may colour it, as a second cue beside the word.
    """

    cells: tuple[str, ...]
    status: Status | None = None


@frozen(kw_only=True)
class Table:
    """Words in rows and columns.

    Parameters
    ----------
    title
        What stands above it.
    columns, rows
        Each row has a cell for each column.
    notes
        Lines that stand under it.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
