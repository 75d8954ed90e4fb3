"""Names of cells as spreadsheets write them."""

from functools import lru_cache

__all__ = ["LAST_COLUMN", "LAST_ROW", "cell_name", "column_name"]

#: Rows and columns of a sheet.
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
ALPHABET = 26


@lru_cache(maxsize=1024)
def column_name(column: int) -> str:
    """Name a column.

    Parameters
    ----------
    column
        Its position, from 0.

    Examples
    --------
    >>> column_name(0), column_name(27)
    ('A', 'AB')
    """
    letters, left = "", column + 1
    while left > 0:
        left, letter = divmod(left - 1, ALPHABET)
        letters = chr(ord("A") + letter) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Name a cell.

    Parameters
    ----------
    row, column
        Its position, from 0.

    Examples
    --------
    >>> cell_name(4, 8)
    'I5'
    """
    return f"{column_name(column)}{row + 1}"
