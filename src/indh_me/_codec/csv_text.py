"""Texts in tables of comma-separated values, which spreadsheets open."""

import re

__all__ = ["text_from_cell", "text_to_cell"]

# A spreadsheet that opens the file must not take text for a formula, whichever width its signs
# have; a text that has apostrophes before such a sign gets one more.
FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
QUOTED_FORMULA = re.compile(f"'{FORMULA.pattern}")


def text_to_cell(text: str) -> str:
    """Write a text so that no spreadsheet takes it for a formula.

    Examples
    --------
    >>> text_to_cell("=1+1"), text_to_cell("trained")
    ("'=1+1", 'trained')
    """
    return f"'{text}" if FORMULA.match(text) is not None else text


def text_from_cell(cell: str) -> str:
    """Read a text that `text_to_cell` wrote.

    Examples
    --------
    >>> text_from_cell("'=1+1")
    '=1+1'
    """
    return cell[1:] if QUOTED_FORMULA.match(cell) is not None else cell
