"""Workbooks as values: what a workbook is, before it becomes bytes.

A layout makes a `Book` of `Sheet`s of `Cell`s. The book refuses to exist when it would not open
cleanly or would refer to what is not there; tests read it as text; `indh_me.write.xlsx` writes it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import field, frozen

from indh_me.errors import Fault, InvalidInputError, WorkbookError, nearest

from .address import (
    COLUMNS,
    ROWS,
    Area,
    Block,
    Name,
    cell_address,
    cell_position,
    sheet_prefix,
)
from .cell import Cell, Formula, Value
from .chart import Chart, Series
from .faults import find_faults
from .legal_text import text_faults
from .sheet import (
    ColumnGroup,
    Comment,
    Condition,
    Link,
    PrintSetup,
    Sheet,
    Validation,
)
from .transcript import sheet_lines

__all__ = [
    "COLUMNS",
    "ROWS",
    "Area",
    "Block",
    "Book",
    "Cell",
    "Chart",
    "ColumnGroup",
    "Comment",
    "Condition",
    "Formula",
    "Link",
    "Name",
    "PrintSetup",
    "Series",
    "Sheet",
    "Validation",
    "Value",
    "cell_address",
    "cell_position",
    "sheet_prefix",
]

LONGEST_PROPERTY = 255


def _sheets(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    return tuple(sheets)


def _names(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(names)


def _properties(
    properties: Mapping[str, str] | Iterable[tuple[str, str]],
) -> tuple[tuple[str, str], ...]:
    pairs = properties.items() if isinstance(properties, Mapping) else properties
    return tuple(sorted(pairs))


@frozen
class Book:
    """A workbook that is well formed.

    Parameters
    ----------
    sheets
        In the order of their tabs.
    names
        Words that formulas use for areas.
    title, author, subject, keywords
        What the file says about itself.
    created
        The day that the file says it was made on; the clock is never asked, so that equal books
        become equal bytes.
    properties
        Further properties of the file, by name.

    Raises
    ------
    WorkbookError
        With every fault found: names of sheets that Excel refuses, cells written twice, hidden
        or out of range, values that no cell can hold, formulas that cannot be read or refer to
        what is not written, areas that do not exist, texts that are too long.

    Examples
    --------
    >>> cells = [Cell(0, 0, 18_000), Cell(0, 1, 20_000), Cell(0, 2, Formula("=A1/B1", 0.9))]
    >>> book = Book([Sheet("Suivi", cells)], created=date(2008, 3, 27))
    >>> print(book)
    == Suivi ==
    A4 landscape
    1 | 18000 | 20000 | =A1/B1 -> 0.9 |
    >>> Book(
    ...     [Sheet("Suivi", [*cells, Cell(1, 0, Formula("=Plan!A1", 1))])],
    ...     created=date(2008, 3, 27),
    ... )
    Traceback (most recent call last):
    ...
    indh_me.errors.WorkbookError: the formula refers to sheet 'Plan', which does not exist
      where: Suivi!A2
      mend:  known: Suivi; the formula is '=Plan!A1'
    """

    sheets: tuple[Sheet, ...] = field(converter=_sheets)
    names: tuple[Name, ...] = field(default=(), converter=_names)
    title: str = field(default="", kw_only=True)
    author: str = field(default="", kw_only=True)
    subject: str = field(default="", kw_only=True)
    keywords: str = field(default="", kw_only=True)
    created: date = field(kw_only=True)
    properties: tuple[tuple[str, str], ...] = field(default=(), converter=_properties, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse a book with faults, naming all of them."""
        faults = self.faults()
        if faults:
            raise WorkbookError(*faults)

    def faults(self) -> tuple[Fault, ...]:
        """Find what is wrong; a book that could be made has no faults."""
        return (*self._property_faults(), *find_faults(self.sheets, self.names))

    def _property_faults(self) -> Iterator[Fault]:
        if type(self.created) is not date:
            yield Fault(f"{self.created!r} is not a day", mend="give a datetime.date as created")
        for what in ("title", "author", "subject", "keywords"):
            yield from text_faults(f"the {what}", getattr(self, what), "", LONGEST_PROPERTY)
        for name, value in self.properties:
            if re.fullmatch(r"[\w.\-]{1,255}", name) is None:
                yield Fault(
                    f"{name!r} cannot name a property", mend="use letters, digits, '_', '-' and '.'"
                )
            yield from text_faults(f"the property {name!r}", value, "", LONGEST_PROPERTY)
        for name, count in Counter(name for name, _ in self.properties).items():
            if count > 1:
                yield Fault(f"the property {name!r} is given {count} times", mend="give it once")

    def sheet(self, name: str) -> Sheet:
        """Find a sheet by its name.

        Raises
        ------
        InvalidInputError
            When the workbook has no such sheet.
        """
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        known = nearest(name, (sheet.name for sheet in self.sheets))
        raise InvalidInputError(Fault(f"no sheet is called {name!r}", mend=known))

    def as_text(self, *, styles: bool = False) -> str:
        """Write the whole book as text, to be read and compared.

        Parameters
        ----------
        styles
            Whether the style of each cell is told behind it.
        """
        parts = ["\n".join(sheet_lines(sheet, styles=styles)) for sheet in self.sheets]
        if self.names:
            parts.append("\n".join(f"name {name.name} = {name.area}" for name in self.names))
        return "\n\n".join(parts)

    def __str__(self) -> str:
        return self.as_text()
