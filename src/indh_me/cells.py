"""Names of cells as spreadsheets write them."""

from functools import lru_cache

__all__ = ["COLUMNS", "ROWS", "cell_name", "cell_path", "column_letters"]

#: The size of a sheet in every Excel since 2007.
ROWS, COLUMNS = 1_048_576, 16_384
ALPHABET = 26


@lru_cache(maxsize=COLUMNS)
def column_letters(column: int) -> str:
    """Name a column.

    Parameters
    ----------
    column
        Its position, from 0.

    Examples
    --------
    >>> column_letters(0), column_letters(26), column_letters(16_383)
    ('A', 'AA', 'XFD')
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
    return f"{column_letters(column)}{row + 1}"


def cell_path(sheet: str, row: int, column: int) -> str:
    """Name a cell and its sheet.

    Parameters
    ----------
    sheet
        Name of the sheet.
    row, column
        Its position, from 0.

    Examples
    --------
    >>> cell_path("Tracking", 4, 8)
    'Tracking!I5'
    """
    return f"{_column_path(sheet, column)}{row + 1}"


@lru_cache(maxsize=1024)
def _column_path(sheet: str, column: int) -> str:
    return f"{sheet}!{column_letters(column)}"
