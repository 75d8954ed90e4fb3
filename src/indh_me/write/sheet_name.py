"""Names of sheets made from codes: short enough, and unlike each other."""

from collections.abc import Iterable, Mapping

from .legal_text import utf16_length

__all__ = ["LONGEST_SHEET_NAME", "sheet_names"]

LONGEST_SHEET_NAME = 31
#: Excel keeps this name for itself.
RESERVED = "history"


def sheet_names(codes: Iterable[str], taken: Iterable[str] = ()) -> Mapping[str, str]:
    """Give each code a sheet name of its own.

    Parameters
    ----------
    codes
        Codes as frameworks have them, of which no two differ in capitals only.
    taken
        Names of other sheets of the workbook.

    Returns
    -------
    Mapping[str, str]
        By code, in their order: the code itself where it can be a name; else as much of it as
        there is room for, with a number behind it.

    Examples
    --------
    >>> sheet_names(["T-R1", "Logframe"], taken=["Logframe"])
    {'T-R1': 'T-R1', 'Logframe': 'Logframe~2'}
    """
    used = {RESERVED, *(name.casefold() for name in taken)}
    names = {}
    listed = tuple(codes)
    # Names that are codes as they are come first: no shortened one takes theirs.
    for code in sorted(listed, key=lambda each: utf16_length(each) > LONGEST_SHEET_NAME):
        name, number = _cut(code, LONGEST_SHEET_NAME), 1
        while name.casefold() in used:
            number += 1
            mark = f"~{number}"
            name = _cut(code, LONGEST_SHEET_NAME - len(mark)) + mark
        used.add(name.casefold())
        names[code] = name
    return {code: names[code] for code in listed}


def _cut(text: str, longest: int) -> str:
    """Shorten a text to a number of UTF-16 units, without cutting a letter in two."""
    while utf16_length(text) > longest:
        text = text[:-1]
    return text
