"""The sheets of an XLSForm as they stand in the file: what is written, read and checked."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from indh_me.cells import cell_name

__all__ = ["FormRow", "FormSheet", "XlsForm"]


@frozen
class FormRow:
    """A row of a sheet.

    Parameters
    ----------
    number
        Its number in the sheet, counted from 1, the header among them.
    cells
        Texts by column, without empty ones.

    Examples
    --------
    >>> row = FormRow(2, {"type": "text", "name": "job"})
    >>> row.get("name"), row.get("hint")
    ('job', '')
    """

    number: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """Give the text in a column; an empty one when there is none."""
        return self.cells.get(column, "")


def _columns(columns: Iterable[str]) -> tuple[str, ...]:
    return tuple(columns)


def _rows(rows: Iterable[FormRow]) -> tuple[FormRow, ...]:
    return tuple(rows)


@frozen
class FormSheet:
    """A sheet: a header, and rows below it.

    Parameters
    ----------
    name
        ``survey``, ``choices``, ``settings``, or another as it stands in the file.
    columns
        The texts of the header row, from the first column on; an empty one where there is none.
    rows
        Those that hold anything.

    Examples
    --------
    >>> sheet = FormSheet("survey", ["type", "name"], [FormRow(2, {"type": "text", "name": "a"})])
    >>> sheet.address("name", 2)
    'survey!B2'
    """

    name: str
    columns: tuple[str, ...] = field(converter=_columns)
    rows: tuple[FormRow, ...] = field(converter=_rows)

    def address(self, column: str, row: int) -> str:
        """Give the address of a cell; of a column that is missing, that of its row.

        Parameters
        ----------
        column
            Text of its header.
        row
            Number of its row, counted from 1.
        """
        if column not in self.columns:
            return f"{self.name}!{row}:{row}"
        return f"{self.name}!{cell_name(row - 1, self.columns.index(column))}"


def _sheets(sheets: Iterable[FormSheet]) -> tuple[FormSheet, ...]:
    return tuple(sheets)


@frozen
class XlsForm:
    """An XLSForm as it stands in the file, right or wrong.

    Parameters
    ----------
    sheets
        In the order of their tabs.
    file
        Name of the file, as the user gave it; empty when there is none.

    Examples
    --------
    >>> XlsForm([FormSheet("survey", ["type"], [])]).sheet("Survey").columns
    ('type',)
    """

    sheets: tuple[FormSheet, ...] = field(converter=_sheets)
    file: str = ""

    def sheet(self, name: str) -> FormSheet | None:
        """Find a sheet by its name, whether letters are large or small; or give `None`."""
        for sheet in self.sheets:
            if sheet.name.strip().lower() == name.lower():
                return sheet
        return None
