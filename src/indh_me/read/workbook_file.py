"""Workbooks as they are opened: the one place that knows the reader of spreadsheets."""

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, field

from .entry_columns import Row
from .safety import LARGEST_WORKBOOK, read_content, refused_file
from .sheet_parts import sheet_parts
from .workbook_scan import PartScan, scan_parts
from .zip_parts import SAVE_ANEW, ZipParts

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

__all__ = ["OpenedWorkbook", "opened_workbook"]

#: What the reader raises when it fails in a way that it did not foresee.
PANIC = "PanicException"
#: Where parts stand of which only those that hold a sheet to read are ever opened.
LATER = ("xl/worksheets/", "xl/charts/", "xl/drawings/", "xl/media/")


@contextmanager
def opened_workbook(path: str | PathLike[str], too_large: str) -> Iterator["OpenedWorkbook"]:
    """Open a workbook after it was looked through, and close it in the end.

    Parameters
    ----------
    path
        The .xlsx file.
    too_large
        What to do about a file that is too large.

    Raises
    ------
    InvalidFileError
        When it cannot be read, or is not safe to open.
    """
    file = Path(path)
    parts = ZipParts(read_content(file, LARGEST_WORKBOOK, too_large), file)
    # What the reader opens at once is looked through before it does.
    scans = dict(scan_parts(parts, [name for name in parts.parts if not name.startswith(LATER)]))
    opened = OpenedWorkbook(parts, scans, _open(parts))
    try:
        yield opened
    finally:
        opened.book.close()


def _open(parts: ZipParts) -> "CalamineWorkbook":
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - only those who read one need it

    with _refusing(parts, "cannot be read"):
        return CalamineWorkbook.from_filelike(io.BytesIO(parts.content))


@contextmanager
def _refusing(parts: ZipParts, what: str) -> Iterator[None]:
    """Turn whatever the reader says of a hostile file into an error of ours."""
    try:
        yield
    except BaseException as error:
        # A panic in the reader is none of Python's usual errors.
        if not isinstance(error, Exception) and type(error).__name__ != PANIC:
            raise
        raise refused_file(parts.file, f"{what}: {error}", SAVE_ANEW) from None


@define
class OpenedWorkbook:
    """A workbook that is open, with what its parts hold."""

    parts: ZipParts
    scans: dict[str, PartScan]
    book: "CalamineWorkbook"
    part_names: Mapping[str, str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Find the parts of the sheets."""
        self.part_names = sheet_parts(self.parts)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of its sheets, in the order of their tabs."""
        return tuple(self.book.sheet_names)

    def rows(self, name: str) -> Sequence[Row]:
        """Give the cells of a sheet from its first on.

        Parameters
        ----------
        name
            Of the sheet.

        Raises
        ------
        InvalidFileError
            When it cannot be read, or is not safe to.
        """
        self.scan(name)
        with _refusing(self.parts, f"has a sheet {name!r} that cannot be read"):
            return self.book.get_sheet_by_name(name).to_python(skip_empty_area=False)

    def scan(self, name: str) -> PartScan:
        """Look through the part of a sheet, once, and give what was found.

        Parameters
        ----------
        name
            Of the sheet.

        Raises
        ------
        InvalidFileError
            When it is not safe to read.
        """
        part = self.part_names.get(name)
        if part is None or part not in self.parts.parts:
            raise refused_file(self.parts.file, f"has no part for its sheet {name!r}", SAVE_ANEW)
        if part not in self.scans:
            self.scans.update(scan_parts(self.parts, [part]))
        return self.scans[part]
